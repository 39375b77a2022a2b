import { passBrake } from '../decisions/brake.ts'
import { putLabel } from '../decisions/decide.ts'
import { decideFinding } from '../decisions/finding.ts'
import { matterOf, overturn, restoreEntries } from '../decisions/overturn.ts'
import { recordOf } from '../decisions/record.ts'
import { type Effects, nothing, type Room } from '../decisions/room.ts'
import type { BulkActed } from '../model/desk.ts'
import type { DeskAct } from '../model/event.ts'
import type { AccountFacts, BrakeFacts } from '../model/facts.ts'
import { stateKey } from '../model/state.ts'
import type { Plan } from '../rules/rules.ts'
import { newProposal } from './proposals.ts'
import { BULK_ALONE_MAX, needsSecond } from './two-people.ts'

/*
 * One act on many subjects, chosen by a search. What the preview says is what is done: one function weighs both. (docs/spec/review.md, B1 to B8)
 */

/** The brake of acts in bulk is kept as if they were a rule of this name. */
export const BULK_BRAKE = 'acts-in-bulk'
export const BULK_PER_HOUR = 1_000

export interface BulkPlan {
  taken: BulkActed['subjects']
  leftOut: { account: string; reason: string }[]
}

/** Whom an act in bulk would fall on, and who is left out for what reason. `brake` is counted in place: give a copy for a preview. */
export function planBulk(
  { subjects, actions }: Pick<BulkActed, 'subjects' | 'actions'>,
  {
    account,
    brake,
    time,
  }: { account(id: string): AccountFacts | undefined; brake: BrakeFacts; time: number },
): BulkPlan {
  const plan: BulkPlan = { taken: [], leftOut: [] }
  const seen = new Set<string>()
  for (const one of subjects) {
    const key = `${one.subject.kind}:${one.subject.id}`
    const facts = account(one.account)
    const reason = seen.has(key) ? 'named twice' : reasonFor(facts, actions, time)
    seen.add(key)
    if (reason !== null) plan.leftOut.push({ account: one.account, reason })
    else if (!passBrake(brake, time, BULK_PER_HOUR))
      plan.leftOut.push({ account: one.account, reason: 'the brake: this hour has seen its restrictions' })
    else plan.taken.push(one)
  }
  return plan
}

function reasonFor(
  facts: AccountFacts | undefined,
  actions: BulkActed['actions'],
  time: number,
): string | null {
  if (facts === undefined) return 'nothing is known of the account'
  if (facts.status !== 'open') return `the account is ${facts.status}`
  const second = needsSecond(['suspend'], facts, time)
  return second !== null && actions.some((action) => action !== 'label')
    ? `${second}: to be decided about by itself`
    : null
}

export function actInBulk(
  event: DeskAct & { type: 'bulk.acted' },
  review: BulkActed,
  second: string | null,
  room: Room,
): Effects {
  const effects = nothing()
  const policy = room.plan.policies.get(review.policy)
  const brake = (room.make(stateKey.rule(BULK_BRAKE)).brake ??= { hours: {} })
  if (policy?.violating !== true || !isWhole(review)) return effects
  if (second === null && review.subjects.length * review.parts > BULK_ALONE_MAX) {
    effects.desk.push(
      ...newProposal(event, `more than ${BULK_ALONE_MAX} subjects at once`, room),
      bulkRow(event, review, null, 'waiting', { taken: [], leftOut: [] }, []),
    )
    return effects
  }
  const time = Date.parse(event.at)
  const account = (id: string) => room.state(stateKey.account(id))?.account
  const plan = planBulk(review, { account, brake, time })
  for (const { subject, account: id } of plan.taken) {
    const { decision, outbox } = decideFinding({
      event,
      subject,
      account: id,
      verdict: 'restrict',
      actions: review.actions,
      mode: 'live',
      policy,
      pack: room.plan.pack.hash,
      why: [`A violation of ${policy.id} was found, for many subjects at once.`, peopleSay(second)],
      says: review.says,
      evidence: { bulk: review.bulk },
      label: review.actions.includes('label') ? review.label : null,
      about: { date: event.at, reported: false },
    })
    effects.decisions.push(decision)
    effects.outbox.push(...outbox)
    effects.records.push(
      recordOf(decision, {
        by: second === null ? [review.by] : [review.by, second],
        bulk: review.bulk,
        braked: [BULK_BRAKE],
      }),
    )
    if (decision.label !== null) putLabel(account(id)!, decision, time + lapseMs(room.plan))
  }
  const decisions = effects.decisions.map(({ id }) => id)
  effects.desk.push(bulkRow(event, review, second, 'done', plan, decisions))
  return effects
}

const isWhole = ({ subjects, actions, label }: BulkActed): boolean =>
  subjects.length > 0 && actions.length > 0 && (!actions.includes('label') || label !== null)
const peopleSay = (second: string | null): string =>
  second === null ? 'A person decided it.' : 'One person proposed it, and another agreed.'
const lapseMs = ({ pack }: Plan): number => pack.strikes.lapseAfterMs

const bulkRow = (
  event: DeskAct,
  { bulk, part, parts, by, why, policy, actions }: BulkActed,
  second: string | null,
  status: 'done' | 'waiting',
  { leftOut }: BulkPlan,
  decisions: string[],
): Effects['desk'][number] => ({
  kind: 'bulk',
  row: {
    id: `${bulk}.${part}`,
    bulk,
    part,
    parts,
    by,
    second,
    why,
    at: event.at,
    policy,
    actions,
    done: decisions.length,
    leftOut,
    decisions,
    status,
  },
})

/** Takes a part of an act in bulk back, decision by decision. One that fell on appeal meanwhile is let be. */
export function undoBulk(event: DeskAct & { type: 'bulk.undone' }, room: Room): Effects {
  const { review } = event
  const effects = nothing()
  let row: Extract<Effects['desk'][number], { kind: 'bulk' }> | null = null
  for (const id of review.decisions) {
    const record = room.state(stateKey.decision(id))?.decision
    const matter = record?.bulk === review.bulk ? matterOf(id, (key) => room.state(key)) : null
    const policy = room.plan.policies.get(record?.policy ?? '')
    if (record === undefined || matter === null || matter.length === 0 || policy === undefined) continue
    const gone = overturn(matter, room, event)
    const { decision } = decideFinding({
      event,
      subject: record.subject,
      account: record.account,
      verdict: 'allow',
      actions: gone.restores.length > 0 ? ['restore'] : [],
      mode: 'live',
      policy,
      pack: room.plan.pack.hash,
      why: [`Decision ${id} was taken back with the whole act it belongs to.`],
      says: 'What was done to many at once was taken back.',
      evidence: { bulk: review.bulk, restores: id },
      about: { date: event.at, reported: false },
    })
    effects.decisions.push(decision)
    effects.links.push(...gone.links)
    effects.outbox.push(...restoreEntries(decision, gone.restores))
    row ??= undoneRow(event, record.policy)
    row.row.done += 1
  }
  if (row !== null) effects.desk.push(row)
  return effects
}

const undoneRow = (event: DeskAct & { type: 'bulk.undone' }, policy: string) => ({
  kind: 'bulk' as const,
  row: {
    id: `${event.review.bulk}.${event.review.part}`,
    bulk: event.review.bulk,
    part: event.review.part,
    parts: 0,
    by: event.review.by,
    second: null,
    why: event.review.why,
    at: event.at,
    policy,
    actions: [],
    done: 0,
    leftOut: [],
    decisions: event.review.decisions,
    status: 'undone' as const,
  },
})
