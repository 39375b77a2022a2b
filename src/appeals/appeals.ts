import { decideFinding } from '../decisions/finding.ts'
import { allowanceOf, severityOf } from '../decisions/jobs.ts'
import { matterOf, noticeEntry, outcomesOf, overturn, restoreEntries } from '../decisions/overturn.ts'
import { APPEAL_LIFE_MS } from '../decisions/record.ts'
import { type Effects, nothing, type Room } from '../decisions/room.ts'
import type { Decision, Job } from '../model/decision.ts'
import { type AppealRow, type DecisionRecord, isOther, type Undone } from '../model/desk.ts'
import type { AppealFiled, DeskAct, Event } from '../model/event.ts'
import type { Millis } from '../model/ids.ts'
import { stateKey } from '../model/state.ts'
import type { Plan } from '../rules/rules.ts'

/*
 * A challenge to one decision, heard by somebody who took no part in it. (docs/spec/appeals.md)
 */

export const appealId = (decision: string): string => `a-${decision.replace(/^d-/, '')}`

type AppealDecided = DeskAct & { type: 'appeal.decided' }

/** Why an appeal cannot be taken, or null. */
export function filingFault(
  record: DecisionRecord | undefined,
  { account, at }: { account: string; at: Millis },
): { reason: string; hint: string } | null {
  if (record === undefined)
    return {
      reason: 'there is no such decision, or it fell on nobody',
      hint: 'Its number stands in the statement.',
    }
  if (record.account !== account)
    return { reason: 'the decision is about another account', hint: 'Whom a decision is about can appeal.' }
  if (record.appeal !== null)
    return { reason: 'an appeal against this decision was filed already', hint: 'It is heard once.' }
  if (record.standing === 'overturned')
    return { reason: 'the decision was taken back already', hint: 'Nothing is left to appeal.' }
  if (at > record.at + APPEAL_LIFE_MS)
    return { reason: 'the six months for an appeal are over', hint: 'A court can still be turned to.' }
  return null
}

/** Takes an appeal in: a row, and a job that those who decided cannot have. One that cannot be taken changes nothing. (A1 to A4) */
export function fileAppeal(event: AppealFiled, room: Room): Effects {
  const effects = nothing()
  const { appeal } = event
  const record = room.state(stateKey.decision(appeal.decision))?.decision
  if (filingFault(record, { account: event.account, at: Date.parse(event.at) }) !== null) return effects
  const taken = record!
  taken.appeal = { id: appeal.id, at: Date.parse(event.at), account: event.account, finding: null, by: null }
  effects.desk.push({ kind: 'appeal', row: rowOf(event, taken) })
  effects.jobs.push(jobOf(event, taken, room.plan))
  return effects
}

const rowOf = (event: AppealFiled, record: DecisionRecord): AppealRow => ({
  id: appealId(record.id),
  decision: record.id,
  account: record.account,
  subject: record.subject,
  policy: record.policy,
  text: event.appeal.text ?? '',
  event: event.id,
  filedAt: event.at,
  status: 'open',
  notBy: record.by,
  heardBy: null,
  heardAt: null,
  answer: null,
  why: null,
  undone: [],
})

/** Whose account is gone waits worst. */
const GONE = 400
const LESS = 200

function jobOf(event: AppealFiled, record: DecisionRecord, plan: Plan): Job {
  const gone = record.actions.some((action) => action === 'suspend' || action === 'remove')
  return {
    id: `${record.id}.appeals`,
    queue: 'appeals',
    at: event.at,
    decision: record.id,
    subject: record.subject,
    account: record.account,
    policy: record.policy,
    priority: gone ? GONE : LESS,
    brief: {
      worth: { harm: gone ? GONE : LESS, done: 0, reach: 0 },
      followers: null,
      allowanceMs: allowanceOf('appeals', plan.policies.get(record.policy)?.precedence ?? 0),
      language: record.language,
      severity: severityOf(record.policy),
      item: null,
      event: record.event,
      notBy: record.by,
    },
  }
}

/** Why somebody may not hear it, or null. The fold asks it, whatever the desk asked before. (A3) */
export function hearingFault(
  record: DecisionRecord | undefined,
  by: string,
): { reason: string; hint: string } | null {
  if (record?.appeal == null)
    return { reason: 'there is no such appeal', hint: 'GET /v1/appeals lists them.' }
  if (record.appeal.finding !== null)
    return { reason: 'it was decided already', hint: 'GET /v1/appeals/:id says how.' }
  if (record.by.some((other) => !isOther(other, by)))
    return { reason: 'you took part in the decision', hint: 'Somebody else hears the appeal.' }
  return null
}

/** Upholds or overturns. Overturning takes back all that the matter had brought about. (A5 to A9) */
export function hearAppeal(event: AppealDecided, room: Room): Effects {
  const { review } = event
  const record = room.state(stateKey.decision(review.decision))?.decision
  if (hearingFault(record, review.by) !== null) return nothing()
  const matter = matterOf(review.decision, (key) => room.state(key))
  const policy = room.plan.policies.get(record!.policy) ?? room.plan.pack.policies[0]
  if (matter === null || policy === undefined || !isNamed(matter, room)) return nothing()
  if (matter.some((one) => one.by.some((other) => !isOther(other, review.by)))) return nothing()
  const hearing: Hearing = { event, record: record!, matter, room, effects: nothing() }
  const undone = review.finding === 'overturned' ? overturned(hearing, policy) : upheld(hearing, policy)
  const appeal = record!.appeal!
  appeal.finding = review.finding
  appeal.by = review.by
  const [decision] = hearing.effects.decisions
  hearing.effects.desk.push({ kind: 'appeal', row: heardRow(hearing, decision!, undone) })
  hearing.effects.desk.push(closed(event, `${record!.id}.appeals`, decision!.id, room))
  hearing.effects.outbox.push(
    noticeEntry(decision!, {
      about: 'appeal',
      id: appeal.id,
      account: record!.account,
      outcome: review.finding,
      text: decision!.statement.text,
    }),
  )
  return hearing.effects
}

interface Hearing {
  event: AppealDecided
  record: DecisionRecord
  matter: DecisionRecord[]
  room: Room
  effects: Effects
}

/** Whether the act named every account that the matter can have reached: else it would be undone by halves. */
function isNamed(matter: readonly DecisionRecord[], room: Room): boolean {
  return matter.every((record) => {
    const facts = room.state(stateKey.account(record.account))?.account
    const reached = [...(facts?.carriedTo ?? []), ...(record.link === null ? [] : [record.link])]
    return (
      reached.every((id) => room.state(stateKey.account(id)) !== undefined) &&
      record.braked.every((rule) => room.state(stateKey.rule(rule)) !== undefined)
    )
  })
}

type PolicyOf = NonNullable<ReturnType<Plan['policies']['get']>>

function upheld({ event, record, room, effects }: Hearing, policy: PolicyOf): Undone[] {
  const { decision } = decideFinding({
    ...common(event, record, policy, room),
    verdict: 'review',
    actions: [],
    why: [`The appeal against decision ${record.id} was heard by another person, and the decision stands.`],
    says: `Your appeal was heard by a person who took no part in the decision. The decision stands. ${event.review.says}`,
  })
  effects.decisions.push(decision)
  for (const row of outcomesOf(record, event, 'right', 'appeal')) effects.desk.push({ kind: 'outcome', row })
  return []
}

function overturned({ event, record, matter, room, effects }: Hearing, policy: PolicyOf): Undone[] {
  const gone = overturn(matter, room, event)
  const { decision } = decideFinding({
    ...common(event, record, policy, room),
    verdict: 'allow',
    actions: gone.restores.length > 0 ? ['restore'] : [],
    why: [
      `The appeal against decision ${record.id} was heard by another person, who overturned it.`,
      ...gone.undone.map(({ says }) => `Taken back: ${says}.`),
    ],
    says: `Your appeal was heard by a person who took no part in the decision, and you were right. ${event.review.says}`,
  })
  effects.decisions.push(decision)
  effects.links.push(...gone.links)
  effects.outbox.push(...restoreEntries(decision, gone.restores))
  const undone = [...gone.undone, ...withdrawJobs(event, decision.id, room, effects)]
  for (const one of matter) {
    for (const row of outcomesOf(one, event, 'wrong', 'appeal')) effects.desk.push({ kind: 'outcome', row })
    for (const report of one.reports)
      effects.outbox.push(
        noticeEntry(decision, { about: 'report', ...report, outcome: 'overturned', text: REPORTER_TOLD }),
      )
  }
  return [...undone, ...lookAgain(event, decision, effects)]
}

const REPORTER_TOLD =
  'You reported something, and we had acted on it. On appeal another person found that it does not break our rules, and what was done was taken back.'

const common = (event: AppealDecided, record: DecisionRecord, policy: PolicyOf, room: Room) => ({
  event: event as Event,
  subject: record.subject,
  account: record.account,
  mode: 'live' as const,
  policy,
  pack: room.plan.pack.hash,
  evidence: { appeal: record.appeal!.id, decision: record.id, finding: event.review.finding },
  about: { date: new Date(record.at).toISOString(), reported: record.reports.length > 0 },
})

/** Jobs that only the decision had made have nothing left to decide. */
function withdrawJobs(event: AppealDecided, decision: string, room: Room, effects: Effects): Undone[] {
  return event.review.jobs.flatMap((id): Undone[] => {
    const standing = (room.make(stateKey.job(id)).job ??= { decided: null, proposal: null, round: 0 })
    if (standing.decided !== null || id.endsWith('.appeals')) return []
    standing.decided = event.id
    effects.desk.push({ ...closed(event, id, decision, room), status: 'withdrawn' })
    return [{ what: 'job', of: id, says: `job ${id} withdrawn` }]
  })
}

/** What rested on it is not taken back by itself: a person looks at each again, as if it had been appealed. (U8) */
function lookAgain(event: AppealDecided, decision: Decision, effects: Effects): Undone[] {
  return event.review.rests.map((rest): Undone => {
    effects.jobs.push({
      id: `${rest.decision}.rests.${decision.id}`,
      queue: 'appeals',
      at: event.at,
      decision: rest.decision,
      subject: rest.subject,
      account: rest.account,
      policy: rest.policy,
      priority: GONE,
      brief: {
        worth: { harm: GONE, done: 0, reach: 0 },
        followers: null,
        allowanceMs: allowanceOf('appeals', 0),
        language: null,
        severity: severityOf(rest.policy),
        item: null,
        event: event.id,
      },
    })
    return {
      what: 'decision',
      of: rest.decision,
      says: `decision ${rest.decision} rested on it: a person looks at it again`,
    }
  })
}

function closed(
  event: AppealDecided,
  id: string,
  decision: string,
  room: Room,
): Extract<Effects['desk'][number], { kind: 'job' }> {
  room.make(stateKey.job(id)).job = { decided: event.id, proposal: null, round: 0 }
  return {
    kind: 'job',
    id,
    status: 'decided',
    event: event.id,
    at: event.at,
    by: event.review.by,
    decision,
    until: null,
    note: null,
  }
}

const heardRow = ({ event, record }: Hearing, decision: Decision, undone: Undone[]): AppealRow => ({
  id: appealId(record.id),
  decision: record.id,
  account: record.account,
  subject: record.subject,
  policy: record.policy,
  text: '',
  event: event.id,
  filedAt: new Date(record.appeal!.at).toISOString(),
  status: event.review.finding,
  notBy: record.by,
  heardBy: event.review.by,
  heardAt: event.review.madeAt,
  answer: decision.id,
  why: event.review.why,
  undone,
})
