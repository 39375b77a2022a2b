import { newAccountFacts } from '../../src/facts/facts.ts'
import { createLineageIndex, SHIPPED, type Weights } from '../../src/lineage/lineage.ts'
import { CLOSED_AT, closedWith } from './measured.ts'

/** A user's handle before and after a change. */
export interface Rename {
  before: string
  after: string
}

/** All that are looked through, and who bears which. */
export interface Haystack {
  handles: string[]
  userOf(handle: string): string
}

export interface Lookup {
  /** Score of the true one, −∞ where it is not among the candidates, and whether it is first. */
  own: number
  first: boolean
  /** Score of the best other one. */
  other: number
}

/** The account itself, under the handle it now bears, is no link; an earlier handle of the same user is a right one. */
const isItself = (handle: string, after: string): boolean => handle.toLowerCase() === after.toLowerCase()

export function byLineage(pairs: Rename[], { handles, userOf }: Haystack): Lookup[] {
  const index = createLineageIndex(uncapped())
  for (const handle of handles) index.add(closedWith(handle, { handle }))
  return pairs.map(({ after }) => {
    const probe = { ...newAccountFacts(`now:${after}`, CLOSED_AT), profile: { handle: after } }
    const scores = index
      .examine({ facts: probe, at: CLOSED_AT, trigger: '', population: null })
      .filter(({ closedAccount }) => !isItself(closedAccount, after))
    return lookupOf(scores.map(({ closedAccount, bits }) => [userOf(closedAccount) === userOf(after), bits]))
  })
}

function lookupOf(scores: [own: boolean, score: number][]): Lookup {
  const lookup = { own: Number.NEGATIVE_INFINITY, other: Number.NEGATIVE_INFINITY }
  for (const [own, score] of scores)
    if (own) lookup.own = Math.max(lookup.own, score)
    else lookup.other = Math.max(lookup.other, score)
  return { ...lookup, first: lookup.own > lookup.other }
}

/** Caps guard links; a ranking by the handle alone must tell apart what lies above them. */
function uncapped(): Weights {
  const weights = structuredClone(SHIPPED)
  const { same, near, part, sound } = weights.fields.handle
  for (const level of [same, near, part, sound]) level.bitsMax = 100
  weights.families['identity']!.bitsMax = 100
  return weights
}

/** At most so many false links per lookup. */
export const FALSE_SHARE_MAX = 0.001

/** Share found at the lowest threshold that keeps wrong answers to one in a thousand lookups. */
export function recallAt(
  lookups: Lookup[],
  falseShareMax = FALSE_SHARE_MAX,
): { hits: number; of: number; threshold: number } {
  const answers = lookups
    .map(({ own, other }) => ({ score: Math.max(own, other), right: own > other }))
    .filter(({ score }) => score > Number.NEGATIVE_INFINITY)
    .sort((one, two) => two.score - one.score)
  const wrongMax = Math.floor(falseShareMax * lookups.length)
  let best = { hits: 0, of: lookups.length, threshold: Number.POSITIVE_INFINITY }
  let [hits, wrong] = [0, 0]
  answers.forEach(({ score, right }, i) => {
    if (right) hits++
    else wrong++
    // Equal scores stand or fall together.
    if (answers[i + 1]?.score === score) return
    if (wrong <= wrongMax) best = { hits, of: lookups.length, threshold: score }
  })
  return best
}
