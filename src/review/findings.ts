import { putLabel } from '../decisions/decide.ts'
import { decideFinding } from '../decisions/finding.ts'
import { accountJob, jobFor } from '../decisions/jobs.ts'
import {
  matterOf,
  noticeEntry,
  type Overturned,
  outcomesOf,
  overturn,
  restoreEntries,
} from '../decisions/overturn.ts'
import { recordOf } from '../decisions/record.ts'
import { type Effects, nothing, type Room, reachOf } from '../decisions/room.ts'
import { strike } from '../decisions/strikes.ts'
import { rememberCarried } from '../decisions/unwind.ts'
import { reviewLink } from '../lineage/lineage.ts'
import type { ActionKind, Decision, OutboxEntry } from '../model/decision.ts'
import type { DecisionRecord, FindingKind, JobDecided, PeopleAction } from '../model/desk.ts'
import type { DeskAct } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { Policy } from '../model/policy.ts'
import { stateKey } from '../model/state.ts'
import { newProposal } from './proposals.ts'
import { needsSecond } from './two-people.ts'

/*
 * What a person found about a job, made binding. It comes in as an event and is judged like all else: a job that was decided meanwhile is not decided
 * again, and whatever is done to anybody is a decision with a statement of reasons. (docs/spec/review.md, F1 to F12)
 */

/** A finding with the people behind it. */
export interface Finding {
  event: Pick<DeskAct, 'id' | 'at'> & DeskAct
  review: JobDecided
  second: string | null
}

export function decideJob(event: DeskAct & { type: 'job.decided' }, room: Room): Effects {
  const { review } = event
  const standing = (room.make(stateKey.job(review.job.id)).job ??= {
    decided: null,
    proposal: null,
    round: 0,
  })
  if (standing.decided !== null || waits(standing.proposal, review.madeAt, room)) return nothing()
  const facts = room.state(stateKey.account(review.job.account))?.account
  const reason =
    review.finding === 'violation' ? needsSecond(review.actions, facts, Date.parse(event.at)) : null
  if (reason === null) return carryOut({ event, review, second: null }, room)
  if (!isSound(review, room)) return nothing()
  standing.proposal = event.id
  const effects = nothing()
  effects.desk.push(...newProposal(event, reason, room))
  return effects
}

/** Whether a proposal about it still waits for its second person. */
function waits(proposal: string | null, madeAt: string, room: Room): boolean {
  if (proposal === null) return false
  const before = room.state(stateKey.proposal(proposal))?.proposal
  // Not named: whoever ordered this did not know of it, and orders again.
  if (before === undefined) return true
  return before.status === 'waiting' && Date.parse(madeAt) < before.expiresAt
}

/** What cannot be carried out as it stands changes nothing. */
function isSound({ finding, policy, job, label, actions }: JobDecided, { plan }: Room): boolean {
  if (finding !== 'violation') return plan.policies.has(policyIdOf(finding, job.policy, plan.policies))
  const cited = plan.policies.get(policy ?? '')
  return cited?.violating === true && (!actions.includes('label') || label !== null)
}

/** Carries a finding out. Nothing where what it would fall on was not named. */
export function carryOut(finding: Finding, room: Room): Effects {
  const { event, review } = finding
  const { job } = review
  const effects = nothing()
  if (!isSound(review, room)) return effects
  if (review.finding === 'need-more') return askForMore(finding, effects)
  const before = room.state(stateKey.decision(job.decision))?.decision
  const matter = before === undefined ? [] : matterOf(job.decision, (key) => room.state(key))
  if (matter === null) return effects
  const decision = decideBy(finding, matter, room, effects)
  closeJobs(finding, decision.id, room, effects)
  effects.desk.push({ kind: 'finding', row: findingRow(finding) })
  const right = review.finding === 'violation' || review.finding === 'escalate'
  const about = { id: job.decision, rules: job.rules, policy: job.policy, language: job.language }
  for (const row of outcomesOf(about, event, right ? 'right' : 'wrong', 'review'))
    effects.desk.push({ kind: 'outcome', row })
  for (const report of job.reports)
    effects.outbox.push(
      noticeEntry(decision, {
        about: 'report',
        ...report,
        outcome: review.finding,
        text: REPORTERS[review.finding],
      }),
    )
  return effects
}

/** What a reporter hears. It says nothing of the person reported beyond what was decided. */
const REPORTERS: Record<FindingKind, string> = {
  'no-violation':
    'Thank you for your report. A person looked at it and found that it does not break our rules. You can report it again if something new happens.',
  violation:
    'Thank you for your report. A person looked at it, found that it breaks our rules, and acted on it.',
  edsa: 'Thank you for your report. A person looked at it and found that it reports, documents or condemns, which our rules permit.',
  escalate:
    'Thank you for your report. A person looked at it and handed it to the team that deals with danger to people.',
  'need-more': '',
}

function decideBy(finding: Finding, matter: DecisionRecord[], room: Room, effects: Effects): Decision {
  switch (finding.review.finding) {
    case 'violation':
      return restrict(finding, matter, room, effects)
    case 'no-violation':
    case 'edsa':
      return permit(finding, matter, room, effects)
    case 'escalate':
    case 'need-more':
      return escalate(finding, room, effects)
  }
}

/** The policy that a finding cites: of what is permitted, the one that says so where the pack has it. */
function policyIdOf(finding: FindingKind, under: string, policies: ReadonlyMap<string, Policy>): string {
  if (finding === 'edsa' && policies.has('edsa')) return 'edsa'
  if (finding === 'no-violation' && policies.has('tvec0')) return 'tvec0'
  return under
}

interface Ruling {
  verdict: Decision['verdict']
  actions: ActionKind[]
  policy: Policy
  why: string[]
  strikes?: number
  label?: string | null
}

function rule(
  { event, review, second }: Finding,
  room: Room,
  ruling: Ruling,
): { decision: Decision; outbox: OutboxEntry[] } {
  const { job } = review
  return decideFinding({
    event,
    subject: job.subject,
    account: job.account,
    mode: 'live',
    pack: room.plan.pack.hash,
    says: review.says,
    evidence: { finding: review.finding, job: job.id, matter: job.decision },
    about: { date: job.date, reported: job.reports.length > 0 },
    ...ruling,
    why: [
      ...ruling.why,
      second === null ? 'A person decided it.' : 'One person proposed it, and another agreed.',
    ],
  })
}

const TAKING: ReadonlySet<PeopleAction> = new Set<PeopleAction>([
  'limit',
  'hide',
  'remove',
  'suspend',
  'warn',
])

/** One act is one mark: where the engine has put one on for it, a person puts on no other. (docs/spec/strikes.md, K7) */
const strikesFor = (actions: readonly PeopleAction[], matter: readonly DecisionRecord[]): number =>
  actions.some((action) => TAKING.has(action)) && !matter.some(({ strikes }) => strikes > 0) ? 1 : 0

/**
 * What was done already for the same matter stays, if all of it is ordered again; the person's decision then confirms it, and they fall together. What
 * is not ordered again is taken back first.
 */
function restrict(finding: Finding, matter: DecisionRecord[], room: Room, effects: Effects): Decision {
  const { event, review } = finding
  const { job, actions } = review
  const kept = matter.every((record) => record.actions.every((action) => isAmong(action, actions)))
    ? matter
    : []
  const gone = overturn(
    matter.filter((record) => !kept.includes(record)),
    room,
    event,
  )
  const done = new Set(kept.flatMap((record) => record.actions))
  const policy = room.plan.policies.get(review.policy!)!
  const { decision, outbox } = rule(finding, room, {
    verdict: actions.length > 0 || kept.length > 0 ? 'restrict' : 'review',
    actions,
    policy,
    strikes: strikesFor(actions, kept),
    label: actions.includes('label') ? review.label : null,
    why: [`A violation of ${policy.id} was found.`, ...saysOf(kept, gone)],
  })
  effects.decisions.push(decision)
  effects.links.push(...gone.links)
  effects.outbox.push(...restoreEntries(decision, gone.restores))
  effects.outbox.push(...outbox.filter(({ action }) => !done.has(action)))
  const facts = room.state(stateKey.account(job.account))?.account
  const link = facts === undefined ? null : confirmLink(finding, facts, room, effects)
  const record = recordOf(decision, {
    by: peopleOf(finding),
    with: kept.map(({ id }) => id),
    link,
    rules: [],
    language: job.language,
    reports: job.reports,
  })
  for (const one of kept) one.with.push(decision.id)
  effects.records.push(record)
  if (facts !== undefined) mark(finding, decision, facts, room, effects)
  return decision
}

const isAmong = (action: ActionKind, actions: readonly PeopleAction[]): boolean =>
  action === 'queue' || action === 'escalate' || (actions as readonly ActionKind[]).includes(action)

const saysOf = (kept: readonly DecisionRecord[], { restores }: Overturned): string[] => [
  ...kept.map(({ id }) => `It confirms decision ${id}.`),
  ...restores.map((id) => `It replaces decision ${id}, which is taken back.`),
]

/** Strikes, label, and the job that comes of too many strikes. */
function mark(
  { event }: Finding,
  decision: Decision,
  facts: AccountFacts,
  room: Room,
  effects: Effects,
): void {
  const { plan } = room
  const at = Date.parse(event.at)
  if (strike(facts, decision, at, plan.pack.strikes)) {
    decision.why.push(`The account has reached ${plan.pack.strikes.max} strikes: a person decides about it.`)
    effects.jobs.push(accountJob({ decision, event, account: facts, plan, reading: null }))
  }
  if (decision.label !== null) putLabel(facts, decision, at + plan.pack.strikes.lapseAfterMs)
}

/** The closed account whose link this finding confirms: null where it was confirmed before, or cannot be. */
function confirmLink(
  { event, review }: Finding,
  facts: AccountFacts,
  room: Room,
  effects: Effects,
): string | null {
  const { link } = review
  if (link === null || (facts.lineage?.confirmed && facts.lineage.closedAccount === link)) return null
  const { account, index, population } = reachOf(room)
  const closed = account(link)
  const links = reviewLink({
    index,
    population,
    facts,
    closed,
    event: {
      id: event.id,
      type: 'link.reviewed',
      at: event.at,
      account: facts.id,
      link: { closedAccount: link, finding: 'confirmed', by: review.by, why: review.why },
    },
  })
  if (closed === undefined || links.length === 0) return null
  rememberCarried(closed, facts)
  effects.links.push(...links)
  return link
}

/** What was done about it is taken back whole. */
function permit(finding: Finding, matter: DecisionRecord[], room: Room, effects: Effects): Decision {
  const { event, review } = finding
  const gone = overturn(matter, room, event)
  const policy = room.plan.policies.get(policyIdOf(review.finding, review.job.policy, room.plan.policies))!
  const { decision } = rule(finding, room, {
    verdict: 'allow',
    actions: gone.restores.length > 0 ? ['restore'] : [],
    policy,
    why: [
      review.finding === 'edsa' ? 'It reports, documents or condemns: permitted.' : 'No violation was found.',
      ...gone.undone.map(({ says }) => `Taken back: ${says}.`),
    ],
  })
  effects.decisions.push(decision)
  effects.links.push(...gone.links)
  effects.outbox.push(...restoreEntries(decision, gone.restores))
  return decision
}

function escalate(finding: Finding, room: Room, effects: Effects): Decision {
  const { event, review } = finding
  const { job } = review
  const { decision } = rule(finding, room, {
    verdict: 'review',
    actions: ['escalate'],
    policy: room.plan.policies.get(job.policy)!,
    why: ['A reviewer hands it to the threat desk.'],
  })
  effects.decisions.push(decision)
  const facts = room.state(stateKey.account(job.account))?.account
  if (facts !== undefined) effects.escalated.push({ decision, account: facts })
  if (job.queue !== 'threats' && facts !== undefined) {
    const made = jobFor({ decision, event, account: facts, plan: room.plan, reading: null })
    effects.jobs.push({ ...made, brief: { ...made.brief!, event: job.event, language: job.language } })
  }
  return decision
}

/** Nothing is decided: it comes back at its time, or when somebody takes it up. */
function askForMore({ event, review }: Finding, effects: Effects): Effects {
  effects.desk.push({
    kind: 'job',
    id: review.job.id,
    status: 'waiting',
    event: event.id,
    at: event.at,
    by: review.by,
    decision: null,
    until: review.until === null ? null : Date.parse(review.until),
    note: review.why,
  })
  effects.desk.push({ kind: 'finding', row: findingRow({ event, review, second: null }) })
  return effects
}

/** The job and those that ask the same close in the decision's own transaction. One that was decided meanwhile stays as it was. */
function closeJobs({ event, review }: Finding, decision: string, room: Room, effects: Effects): void {
  for (const id of [review.job.id, ...review.also]) {
    const standing = (room.make(stateKey.job(id)).job ??= { decided: null, proposal: null, round: 0 })
    if (standing.decided !== null) continue
    standing.decided = event.id
    standing.proposal = null
    effects.desk.push({
      kind: 'job',
      id,
      status: 'decided',
      event: event.id,
      at: event.at,
      by: review.by,
      decision,
      until: null,
      note: id === review.job.id ? null : `answered with ${review.job.id}`,
    })
  }
}

export const peopleOf = ({
  review,
  second,
}: Pick<Finding, 'second'> & { review: { by: string } }): string[] =>
  second === null ? [review.by] : [review.by, second]

const findingRow = ({ event, review }: Finding) => ({
  id: event.id,
  at: event.at,
  madeAt: review.madeAt,
  decision: review.job.decision,
  job: review.job.id,
  by: review.by,
  finding: review.finding,
  policy: review.policy,
  under: review.job.policy,
  language: review.job.language,
  sample: null,
})
