import { decideFinding } from '../decisions/finding.ts'
import type { OrderAct } from '../model/desk-event.ts'
import type { Entity } from '../model/entity.ts'
import type { OrderActed, OrderReceived } from '../model/event.ts'
import type { OrderStanding } from '../model/order.ts'
import { ACTS_MAX, addOnce, keep, NOTES_MAX } from './case.ts'
import { acknowledgePage } from './pages.ts'
import { type DeskFault, type DeskOutcome, type DeskRoom, fault, nothing, tablesOf } from './room.ts'

/*
 * Orders of authorities, removal orders under Regulation (EU) 2021/784 above all: one hour from receipt, two lawful pauses, what was done, what was
 * told, and whether it stood up to scrutiny. (docs/spec/threats.md, T1 to T9)
 */

/** Orders kept in the list. Older ones are still found by their id. */
export const ORDERS_MAX = 5_000

export function takeOrder({ id: event, at, account, order, extra }: OrderReceived, room: DeskRoom): void {
  if (room.order(order.id) !== undefined) return
  const { id, kind, authority, post, ...form } = order
  room.putOrder({
    id,
    event,
    kind: kind ?? 'removal',
    authority: authority ?? '',
    account,
    post: post ?? null,
    form: { ...form, ...extra },
    receivedAt: at,
    status: 'received',
    verified: null,
    pauses: [],
    seen: null,
    removal: null,
    feedback: [],
    scrutiny: [],
    reinstatement: null,
    contested: null,
    finalAt: null,
    pages: [],
    notes: [],
    acts: [],
  })
  const desk = room.desk()
  addOnce(desk.orders, id, Number.POSITIVE_INFINITY)
  if (desk.orders.length > ORDERS_MAX) desk.orders.shift()
  addOnce(desk.runningOrders, id, ORDERS_MAX)
}

/** Why the act may not be done, or null. */
export function orderFault(act: OrderAct, room: DeskRoom): DeskFault | null {
  const order = room.order(act.order)
  if (order === undefined) return fault('there is no order with this id', 'GET /v1/orders lists them.')
  if (order.status === 'forged' && act.do !== 'note') return fault('this order was found to be forged')
  if (needsReason(act) && act.why.trim() === '') return fault('this needs a reason', 'Say why.')
  switch (act.do) {
    case 'seen':
      return act.page !== undefined && !order.pages.some(({ id }) => id === act.page)
        ? fault('this order has no such page')
        : null
    case 'verify':
      return order.verified === null ? null : fault('its sender is verified')
    case 'forged':
      return order.removal === null ? null : fault('it was carried out', 'Reinstate the post, and say why.')
    case 'pause':
      return isRunning(order) ? null : fault('its hour does not run')
    case 'resume':
      return order.status === 'paused' ? null : fault('its hour is not paused')
    case 'remove':
      return removeFault(order, room)
    case 'scrutiny':
      return null
    case 'final':
      return order.removal === null
        ? fault('only an order that was carried out becomes final')
        : order.finalAt !== null
          ? fault('it is final')
          : null
    case 'reinstate':
      return order.removal === null || order.reinstatement !== null
        ? fault('there is nothing to reinstate')
        : null
    case 'contest':
      return order.contested === null ? null : fault('it is contested')
    case 'feedback':
    case 'note':
      return null
  }
}

const needsReason = ({ do: what }: OrderAct): boolean =>
  ['forged', 'pause', 'resume', 'contest', 'reinstate', 'note'].includes(what)

export const isRunning = ({ status }: OrderStanding): boolean =>
  status === 'received' || status === 'verified'

/** A forged order takes down nobody's post: nothing is removed for a sender who was not verified. (T3) */
function removeFault(order: OrderStanding, room: DeskRoom): DeskFault | null {
  if (order.verified === null) return fault('its sender is not verified', 'Verify the sender first.')
  if (order.removal !== null) return fault('it was carried out')
  if (order.post === null)
    return fault('it names no post', 'Pause it for insufficient information, and tell the authority.')
  return policyFor(room) === undefined ? fault('the pack lacks the policy that orders are acted under') : null
}

const policyFor = (room: DeskRoom) => room.plan.policies.get(tablesOf(room).orders.policy)

export function actOnOrder(event: OrderActed, room: DeskRoom): DeskOutcome {
  const { act } = event
  if (orderFault(act, room) !== null) return nothing()
  const order = room.order(act.order)!
  const outcome = apply(act, event, order, room)
  keep(order.acts, event.id, ACTS_MAX)
  if (order.seen === null && act.do !== 'note') order.seen = { by: act.by, at: event.at }
  room.putOrder(order)
  keepRunning(order, room)
  return outcome
}

/** An order has come to its end when it was carried out or found forged. */
function keepRunning({ id, status }: OrderStanding, room: DeskRoom): void {
  const desk = room.desk()
  desk.runningOrders = desk.runningOrders.filter((one) => one !== id)
  if (status === 'received' || status === 'verified' || status === 'paused') desk.runningOrders.push(id)
}

function apply(act: OrderAct, event: OrderActed, order: OrderStanding, room: DeskRoom): DeskOutcome {
  const { by, why } = act
  const { at } = event
  const outcome = nothing()
  switch (act.do) {
    case 'seen':
      acknowledgePage(order.pages, act.page, { by, at })
      return outcome
    case 'verify':
      order.verified = { by, how: act.how, at }
      if (order.status === 'received') order.status = 'verified'
      return outcome
    case 'pause':
      order.pauses.push({ ground: act.ground, why, by, from: at, until: null })
      order.status = 'paused'
      return outcome
    case 'resume':
      order.pauses.at(-1)!.until = at
      order.status = order.verified === null ? 'received' : 'verified'
      return outcome
    case 'remove':
      order.removal = { by, at, decision: remove(event, order, room, outcome) }
      order.status = 'removed'
      return outcome
    case 'feedback':
      order.feedback.push({ by, at, what: why, reference: act.reference })
      return outcome
    case 'scrutiny':
      order.scrutiny.push({ by, at, result: act.result, reference: act.reference })
      return outcome
    case 'final':
      order.finalAt = at
      room.desk().finalOrders.push({ order: order.id, at })
      return outcome
    case 'contest':
      order.contested = { by, why, at }
      return outcome
    case 'reinstate':
      order.reinstatement = { by, at, decision: reinstate(event, order, room, outcome) }
      order.status = 'reinstated'
      return outcome
    case 'forged':
      order.status = 'forged'
      break
    case 'note':
      break
  }
  keep(order.notes, { by, text: act.do === 'note' ? why : `${act.do}: ${why}`, at }, NOTES_MAX)
  return outcome
}

const subjectOf = ({ post }: OrderStanding): Entity => ({ kind: 'post', id: post! })

/** An author whom the authority lets know nothing yet learns only that the post was removed. (T8) */
const saysOf = ({ form, authority }: OrderStanding): string =>
  form.confidential === true
    ? 'The post was removed.'
    : `An authority ordered the removal of the post${authority === '' ? '' : `: ${authority}`}.`

function remove(event: OrderActed, order: OrderStanding, room: DeskRoom, into: DeskOutcome): string {
  const { decision, outbox } = decideFinding({
    event,
    subject: subjectOf(order),
    account: order.account,
    verdict: 'restrict',
    actions: ['remove'],
    mode: 'live',
    policy: policyFor(room)!,
    pack: room.plan.pack.hash,
    why: [`A removal order of an authority was verified and carried out: ${order.id}.`],
    says: saysOf(order),
    evidence: { 'order.id': order.id, 'order.receivedAt': order.receivedAt },
  })
  into.decisions.push(decision)
  into.outbox.push(...outbox)
  return decision.id
}

/** Scrutiny found the order to infringe, or it was carried out by mistake: the post stands again as before. (T7) */
function reinstate(event: OrderActed, order: OrderStanding, room: DeskRoom, into: DeskOutcome): string {
  const { decision, outbox } = decideFinding({
    event,
    subject: subjectOf(order),
    account: order.account,
    verdict: 'allow',
    actions: ['restore'],
    mode: 'live',
    policy: policyFor(room)!,
    pack: room.plan.pack.hash,
    why: [`What was removed on order ${order.id} was reinstated.`],
    says: 'The post was reinstated.',
    evidence: { 'order.id': order.id, restores: order.removal!.decision },
    restores: order.removal!.decision,
  })
  into.decisions.push(decision)
  into.outbox.push(...outbox)
  return decision.id
}

/** Orders of other kinds (to preserve, to inform) have no hour. */
export const isRemoval = ({ kind }: OrderStanding): boolean => /^remov/i.test(kind)

/** When the hour began: at receipt, or when the grounds of the last pause had ceased (Art. 3(7) and (8)). */
export const runningSince = ({ receivedAt, pauses }: OrderStanding): string =>
  pauses.at(-1)?.until ?? receivedAt

/** Final orders within the window before `at`: so many make a provider exposed (Art. 5(4)). */
export function exposure(
  finalOrders: readonly { order: string; at: string }[],
  at: number,
  { exposedAt, exposedWithinMs }: { exposedAt: number; exposedWithinMs: number },
): { count: number; exposed: boolean; since: string | null } {
  const counted = finalOrders
    .map(({ at }) => at)
    .filter((one) => Date.parse(one) > at - exposedWithinMs && Date.parse(one) <= at)
    .sort()
  const exposed = counted.length >= exposedAt
  return { count: counted.length, exposed, since: exposed ? counted[exposedAt - 1]! : null }
}
