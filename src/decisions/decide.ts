import { aboutAccount } from '../facts/facts.ts'
import { sha256 } from '../lib/hash.ts'
import type { Decision, DecisionMode, Job, OutboxEntry } from '../model/decision.ts'
import type { DecisionRecord } from '../model/desk.ts'
import { type Entity, entityKey } from '../model/entity.ts'
import { type Event, hasPost } from '../model/event.ts'
import type { AccountFacts, BrakeFacts } from '../model/facts.ts'
import type { Millis } from '../model/ids.ts'
import type { Policy } from '../model/policy.ts'
import type { Reading } from '../model/reading.ts'
import type { Plan } from '../rules/rules.ts'
import type { Match } from '../rules/scope.ts'
import { explain } from './explain.ts'
import { accountJob, jobFor } from './jobs.ts'
import { actionsOf, byPrecedence, IN_HOUSE, onTrial, type Proposal, propose } from './propose.ts'
import { brakedBy, fallsOnSomebody, recordOf } from './record.ts'
import { stateReasons } from './statement.ts'
import { strike } from './strikes.ts'

export interface Deciding {
  event: Event
  time: Millis
  /** In the pack's order, live and shadow alike. At least one. */
  matches: Match[]
  /** Names of signals that were asked for and not known. */
  gaps: string[]
  /** Facts of the account the event is about. Strikes and labels are put on it in place. */
  account: AccountFacts
  plan: Plan
  /** A rule's brake, counted in place. */
  brake(rule: string): BrakeFacts
  reading: Reading | null
}

export interface Outcome {
  decisions: Decision[]
  jobs: Job[]
  outbox: OutboxEntry[]
  /** Of decisions that fell on somebody: what is remembered of them. */
  records: DecisionRecord[]
}

/** Labels kept per account; the oldest makes room. */
export const LABELS_MAX = 32
/** Of one name: a label that is put on all day must not push out the others. */
const LABELS_OF_A_NAME_MAX = 4

/**
 * Makes the verdict of all matching rules binding: one decision for what is live, another for what is on trial, which does nothing.
 * A function of its arguments; ids are derived from the event, so that judging it again writes nothing twice. (docs/spec/decisions.md)
 */
export function decide(deciding: Deciding): Outcome {
  const { matches, time, brake } = deciding
  const outcome: Outcome = { decisions: [], jobs: [], outbox: [], records: [] }
  const live = matches.filter(({ rule }) => rule.mode === 'live')
  const trial = matches.filter(({ rule }) => rule.mode === 'shadow')
  if (live.length > 0) {
    const proposals = live.map((match) => propose(match, time, brake))
    const decision = decisionOf(deciding, proposals, modeOf(proposals))
    bind(decision, deciding, outcome)
    if (fallsOnSomebody(decision))
      outcome.records.push(
        recordOf(decision, { braked: brakedBy(proposals), language: deciding.reading?.language ?? null }),
      )
  }
  if (trial.length > 0) outcome.decisions.push(decisionOf(deciding, trial.map(onTrial), 'shadow'))
  return outcome
}

/** Braked is a decision that would have restricted and does not. */
function modeOf(proposals: Proposal[]): DecisionMode {
  const restricts = proposals.some(({ verdict }) => verdict === 'restrict')
  return !restricts && proposals.some(({ held }) => held !== null) ? 'braked' : 'live'
}

function decisionOf(deciding: Deciding, unordered: Proposal[], mode: DecisionMode): Decision {
  const { event, account, plan, gaps, reading } = deciding
  const proposals = byPrecedence(unordered, plan.policies)
  const { rule } = proposals[0]!.match
  const subject = subjectOf(event)
  const decision = {
    id: decisionId(event.id, subject, mode),
    at: event.at,
    event: event.id,
    subject,
    account: account.id,
    verdict: proposals[0]!.verdict,
    policy: rule.policy,
    rules: proposals.map(({ match }) => match.rule.id),
    actions: actionsOf(proposals),
    mode,
    automated: true,
    pack: plan.pack.hash,
    gaps,
    why: explain(proposals, plan.policies, gaps),
    evidence: Object.assign({}, ...proposals.map(({ match }) => match.evidence)) as Record<string, unknown>,
    strikes: mode === 'live' ? strikesOf(proposals) : 0,
    label: labelOf(proposals),
  }
  const findings = [...new Set(proposals.map(({ match }) => match.rule.description))]
  const policy = policyOf(rule.policy, plan.policies)
  return { ...decision, statement: stateReasons({ decision, policy, findings, event, reading }) }
}

/** A post event is about its post, a report about the post or else the account reported, all others about their account. */
function subjectOf(event: Event): Entity {
  if (hasPost(event)) return { kind: 'post', id: event.post.id }
  if (event.type === 'report.created' && event.report.post) return { kind: 'post', id: event.report.post }
  return { kind: 'account', id: aboutAccount(event) }
}

/** By the id of the event that led there. */
export const decisionId = (event: string, subject: Entity, mode: DecisionMode): string =>
  `d-${sha256(JSON.stringify([event, entityKey(subject), mode])).slice(0, 24)}`

/** One act is one mark, however many rules see it: the most that one of them asks for. (docs/spec/strikes.md, K1) */
const strikesOf = (proposals: Proposal[]): number =>
  Math.max(...proposals.map(({ match, verdict }) => (verdict === 'restrict' ? match.rule.strikes : 0)))

const labelOf = (proposals: Proposal[]): string | null =>
  proposals.find(({ actions, match }) => actions.includes('label') && match.rule.label !== null)?.match.rule
    .label ?? null

/** The pack's check saw to it that each rule cites a policy that is there. */
function policyOf(id: string, policies: ReadonlyMap<string, Policy>): Policy {
  const policy = policies.get(id)
  if (policy === undefined) throw new Error(`policy ${id} is not in the pack`)
  return policy
}

/** What follows from a decision that is not on trial. */
function bind(decision: Decision, deciding: Deciding, outcome: Outcome): void {
  const { time, account, plan } = deciding
  outcome.decisions.push(decision)
  if (decision.actions.includes('queue') || decision.actions.includes('escalate'))
    outcome.jobs.push(jobFor({ ...deciding, decision }))
  if (strike(account, decision, time, plan.pack.strikes)) {
    decision.why.push(`The account has reached ${plan.pack.strikes.max} strikes: a person decides about it.`)
    outcome.jobs.push(accountJob({ ...deciding, decision }))
  }
  if (decision.label !== null && decision.mode === 'live')
    putLabel(account, decision, time + plan.pack.strikes.lapseAfterMs)
  if (decision.mode === 'live') outcome.outbox.push(...outboxOf(decision))
}

/**
 * A label ends when a strike of the same day would lapse. Each decision's stands by itself, so that taking one back takes no other with it. In
 * place.
 */
export function putLabel(
  account: AccountFacts,
  { id, label: name }: Pick<Decision, 'id' | 'label'>,
  until: Millis,
): void {
  if (account.labels.some(({ decision }) => decision === id)) return
  const same = account.labels.filter((label) => label.name === name)
  if (same.length >= LABELS_OF_A_NAME_MAX) account.labels.splice(account.labels.indexOf(same[0]!), 1)
  account.labels.push({ name: name!, until, decision: id })
  if (account.labels.length > LABELS_MAX) account.labels.shift()
}

export const outboxOf = ({
  id,
  at,
  actions,
  subject,
  account,
  policy,
  label,
  statement,
}: Decision): OutboxEntry[] =>
  actions
    .filter((action) => !IN_HOUSE.has(action))
    .map((action) => ({
      id: `${id}.${action}`,
      at,
      decision: id,
      action,
      subject,
      account,
      policy,
      label,
      statement,
    }))
