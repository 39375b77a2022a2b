import { SCORED_POLICIES, type ScoredPolicy } from '../../model/policy-id.ts'
import type { Opinion } from '../../model/reading.ts'
import { type Scope, UNKNOWN, type Unknown } from '../scope.ts'
import { decimal, READ_EVENTS, type Signal, text, truth } from './signal.ts'

const on = READ_EVENTS

/**
 * The lowest of the answers: where several were asked they have to agree. Opinions that rest on a translation never count among those
 * that read the original, and the other way round (docs/spec/opinions.md, Q10).
 */
const lowest =
  (basis: Opinion['basis'], policy: ScoredPolicy) =>
  ({ reading }: Scope): number | Unknown => {
    let least: number | Unknown = UNKNOWN
    for (const opinion of reading?.opinions ?? []) {
      const score = opinion.scores[policy]
      if (opinion.basis !== basis || score === undefined) continue
      if (least === UNKNOWN || score < least) least = score
    }
    return least
  }

/** Somebody was asked: an answer of theirs is there, or a gap says why it is not. */
const asked =
  (basis: Opinion['basis'], group: string) =>
  ({ reading, gaps }: Scope): boolean | Unknown => {
    if (reading === null) return UNKNOWN
    if (reading.opinions?.some((opinion) => opinion.basis === basis)) return true
    return gaps.some(({ signal }) => signal.startsWith(`${group}.`))
  }

const scores = (group: string, basis: Opinion['basis'], doc: (policy: ScoredPolicy) => string): Signal[] =>
  SCORED_POLICIES.map((policy) =>
    decimal({ name: `${group}.${policy}`, on, doc: doc(policy) }, lowest(basis, policy)),
  )

/** Second opinions by readers who saw the original text. */
export const opinionSignals: Signal[] = [
  truth(
    {
      name: 'opinion.asked',
      on,
      doc: 'Whether a second opinion on the text was asked for. Write it first: what nobody was asked is unknown.',
    },
    asked('original', 'opinion'),
  ),
  ...scores(
    'opinion',
    'original',
    (policy) => `How likely others think that the text falls under ${policy}, 0 to 1; the lowest of them.`,
  ),
]

/** Second opinions by readers who saw a machine's translation only. */
export const translationSignals: Signal[] = [
  truth(
    {
      name: 'translation.asked',
      on,
      doc: 'Whether an opinion on a machine’s translation of the text was asked for.',
    },
    asked('translation', 'translation'),
  ),
  text(
    { name: 'translation.engine', on, doc: 'What translated the text; `gloss` for the banks’ own words.' },
    ({ reading }) => reading?.translation?.engine ?? UNKNOWN,
  ),
  ...scores(
    'translation',
    'translation',
    (policy) => `The same of ${policy}, by readers of a machine’s translation. Never enough to restrict.`,
  ),
]
