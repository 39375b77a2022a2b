import { comparisonIn } from '../comparison.ts'
import { walk } from '../condition.ts'
import { didYouMean } from '../problems.ts'
import type { Check } from './check.ts'

/** An entity that no file lists is never named: a slip of the pen would keep a rule silent for ever. */
export function everyEntityNamedIsListed({ draft, reportWithin }: Check): void {
  // One that could not be read has been told already; which id it would have had, nobody knows.
  if (draft.entitiesBroken) return
  const listed = new Set(draft.entities.map(({ entity }) => entity.id))
  const conditions = [
    ...draft.rules.map(({ when, condition }) => ({ text: when, condition })),
    ...draft.tallies.flatMap(({ where, condition }) => (where === null ? [] : [{ text: where, condition }])),
  ]
  for (const { text, condition } of conditions) {
    if (condition === null) continue
    walk(condition.ast, (node) => {
      const comparison = comparisonIn(node)
      if (
        comparison?.kind === 'member' &&
        comparison.signal === 'entity.named' &&
        !listed.has(comparison.constant)
      )
        reportWithin(text, comparison.start, {
          message: `no entity "${comparison.constant.slice(0, 80)}" is listed`,
          hint: didYouMean(comparison.constant, listed) || 'entities: lists those there are',
        })
      return true
    })
  }
}
