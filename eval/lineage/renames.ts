import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Surroundings } from '../outcome.ts'
import { percent, share } from '../table.ts'
import { wilson } from '../wilson.ts'
import { byEditRatio } from './edit-ratio.ts'
import { distinctPairs, halfOf, usersOf, withRareRun } from './handles.ts'
import { byLineage, FALSE_SHARE_MAX, type Haystack, recallAt } from './lookups.ts'
import type { Measured } from './measured.ts'

/** Real changes of handle, with nothing but the handle to go by. */
export function measureRenames({ progress }: Surroundings, data: string): Measured {
  const read = (name: string) =>
    parse(readFileSync(`${data}/handles/${name}`), { columns: true, relax_quotes: true }) as Record<
      string,
      string
    >[]
  const pairs = distinctPairs(read('renames.csv'))
  const handles = [
    ...new Set([...read('suspended.csv').map(({ handle }) => handle!), ...pairs.map(({ before }) => before)]),
  ]
  const haystack: Haystack = { handles, userOf: usersOf(read('renames.csv')) }
  progress(`${pairs.length} renames against ${handles.length} handles`)
  // `closeness` was fitted on one half of the users; the reported number is of the other.
  const halves: [typeof pairs, typeof pairs] = [[], []]
  for (const pair of pairs) halves[halfOf(haystack.userOf(pair.before))]!.push(pair)
  const rows = (['training half', 'held-out half'] as const).map((name, half) => {
    progress(name)
    return { name, ours: byLineage(halves[half]!, haystack), plain: byEditRatio(halves[half]!, haystack) }
  })
  const heldOut = rows[1]!
  const ours = recallAt(heldOut.ours)
  const plain = recallAt(heldOut.plain)
  return {
    targets: [
      {
        what: 'renames found by the handle alone, at most one false link per 1,000 lookups',
        wanted: { atLeast: plain.hits / plain.of },
        measured: ours.hits / ours.of,
        interval: wilson(ours.hits, ours.of),
        of: ours.of,
        note: `wanted: more than a plain edit ratio, which finds ${percent(plain.hits / plain.of)}`,
      },
    ],
    sections: [
      {
        title: 'Real changes of handle',
        prose:
          `A handle alone allows no more than ${share(withRareRun(pairs, handles), pairs.length)} of these changes: so many share any run of four letters or digits with the handle before that one in a hundred bear at most. ` +
          'Each pair is a user before and after a change. All handles before, and the suspended ones, are closed accounts with nothing but a handle; each handle after is looked up. The account itself, should its present handle be among the closed, is left out, and an earlier handle of the same user is right. A false link is a lookup whose best candidate past the threshold is somebody else; the threshold is the lowest that keeps them to one in 1,000 lookups. Some of those counted as false are the same user’s further accounts, which nobody has written down: they stand at the top of every list. The numbers of `closeness` were fitted on the training half; its form was chosen on both. The plain baseline is the edit ratio (1 − edits / longer length) over lower-case handles, every one compared with every one. Many of these changes are to a wholly new name, which no comparison of handles can see.',
        columns: [
          'half',
          'by',
          'lookups',
          'found at ≤ 1 false per 1,000',
          'at ≤ 5 false per 1,000',
          'threshold',
          'true one first',
          'true one among candidates',
        ],
        rows: rows.flatMap(({ name, ours, plain }) =>
          (
            [
              ['lineage', ours],
              ['edit ratio', plain],
            ] as const
          ).map(([by, lookups]) => {
            const { hits, of, threshold } = recallAt(lookups)
            const among = lookups.filter(({ own }) => own > Number.NEGATIVE_INFINITY).length
            return [
              name,
              by,
              of,
              share(hits, of),
              share(recallAt(lookups, 5 * FALSE_SHARE_MAX).hits, of),
              threshold.toFixed(2),
              share(lookups.filter(({ first }) => first).length, of),
              share(among, of),
            ]
          }),
        ),
      },
    ],
  }
}
