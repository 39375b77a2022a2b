import { ACTIONS, type ActionKind, VERDICTS, type Verdict } from '../model/decision.ts'
import type { BrakeFacts } from '../model/facts.ts'
import type { Millis } from '../model/ids.ts'
import type { Policy } from '../model/policy.ts'
import { CONTENT_GROUPS, groupOf } from '../rules/catalogue.ts'
import type { Match } from '../rules/scope.ts'
import { passBrake } from './brake.ts'

/** What a matching rule may do, after what holds it back has had its say. */
export interface Proposal {
  match: Match
  verdict: Verdict
  actions: readonly ActionKind[]
  /** What turned a restriction into a review. */
  held: 'brake' | 'company' | null
}

/** Actions that stay in the house; all others go to the platform. */
export const IN_HOUSE: ReadonlySet<ActionKind> = new Set<ActionKind>(['queue', 'escalate'])
const TAKING: ReadonlySet<ActionKind> = new Set<ActionKind>(['suspend', 'remove', 'hide', 'limit'])
const COMPANY: ReadonlySet<string> = new Set(['lineage', 'campaign', 'hashtag'])

/** A rule on trial proposes all it would do, and passes no brake: it does nothing. */
export const onTrial = (match: Match): Proposal => ({
  match,
  verdict: match.rule.verdict,
  actions: match.rule.actions,
  held: null,
})

export function propose(match: Match, time: Millis, brake: (rule: string) => BrakeFacts): Proposal {
  const { rule } = match
  if (rule.verdict !== 'restrict') return onTrial(match)
  if (restsOnCompany(match)) return heldBack(match, 'company')
  if (rule.brake !== null && !passBrake(brake(rule.id), time, rule.brake.perHour))
    return heldBack(match, 'brake')
  return onTrial(match)
}

/**
 * A restriction that was held back becomes a review: a person looks at once, and nothing is done meanwhile. (docs/spec/decisions.md, D9)
 */
const heldBack = (match: Match, held: 'brake' | 'company'): Proposal => ({
  match,
  verdict: 'review',
  actions: match.rule.actions.includes('escalate') ? ['queue', 'escalate'] : ['queue'],
  held,
})

/** A pack with such a rule does not load; this is the second lock on the same door (invariant 5). */
function restsOnCompany({ rule, evidence }: Match): boolean {
  if (!rule.actions.some((action) => TAKING.has(action))) return false
  const groups = Object.keys(evidence).map(groupOf)
  return groups.some((group) => COMPANY.has(group)) && !groups.some((group) => CONTENT_GROUPS.has(group))
}

/** Strongest verdict first, then the policy of highest precedence, then the pack's own order. */
export function byPrecedence(proposals: Proposal[], policies: ReadonlyMap<string, Policy>): Proposal[] {
  const precedence = ({ match }: Proposal) => policies.get(match.rule.policy)?.precedence ?? 0
  return [...proposals].sort(
    (left, right) =>
      VERDICTS.indexOf(right.verdict) - VERDICTS.indexOf(left.verdict) ||
      precedence(right) - precedence(left),
  )
}

/** All that is proposed, each once, in one fixed order. */
export const actionsOf = (proposals: Proposal[]): ActionKind[] =>
  ACTIONS.filter((action) => proposals.some(({ actions }) => actions.includes(action)))
