import { timingSafeEqual } from 'node:crypto'
import type { Bus } from '../bus/bus.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import type { Clock as WallClock } from '../lib/clock.ts'
import { sha256 } from '../lib/hash.ts'
import type { OrderAct, RequestAct, ThreatAct } from '../model/desk-event.ts'
import type { DeskEvent } from '../model/event.ts'
import type { HoldBasis } from '../model/evidence.ts'
import type { OrderStanding, RequestStanding } from '../model/order.ts'
import { DESK_KEY, type EntityState, stateKey } from '../model/state.ts'
import type { Referral, Threat, ThreatList, ThreatStanding, ThreatStatus } from '../model/threat.ts'
import type { LegalBasis } from '../model/threat-tables.ts'
import type { Plan } from '../rules/rules.ts'
import type { Store } from '../store/store.ts'
import { threatFault } from './acts.ts'
import { byUrgency, type CaseSummary, type CaseView, caseView, summaryOf } from './case-view.ts'
import { type OrderView, orderView } from './order-view.ts'
import { exposure, orderFault } from './orders.ts'
import { callable, type Duty } from './pager.ts'
import { memberToken } from './recognise.ts'
import { requestFault } from './requests.ts'
import { type DeskFault, type DeskRoom, fault, newDesk } from './room.ts'
import { pageToken } from './watch.ts'

/** An evidence bundle as it was written, where the house can make one. */
export type MakeBundle = (caseId: string) => Promise<{ sha256: string; bytes: number; path?: string }>

/** What an act of ours makes the house keep, whatever its own retention says. */
export interface HoldWish {
  on: string[]
  basis: HoldBasis
  until: string | null
  reference: string
  by: string
  why: string
}
/** Places a hold; answers with why not, or null. */
export type PlaceHold = (wish: HoldWish) => Promise<string | null>

export interface DeskParts {
  store: Pick<Store, 'load' | 'eachThreat'>
  bus: Pick<Bus, 'publish'>
  clock: WallClock
  plan(): Plan | null
  /** The installation's own: what stands for people in events. */
  key: Uint8Array
  duty: Duty
  bundle?: MakeBundle
  hold?: PlaceHold
  complain?(message: string): void
}

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never
/** An act as somebody orders it: who they are is not theirs to say. */
export type ThreatOrder = Without<ThreatAct, 'by' | 'token'>
export type OrderOrder = Without<OrderAct, 'by' | 'token'>
export type RequestOrder = Without<RequestAct, 'by' | 'token'>

export type DeskOutcome<V> =
  | { ok: true; event: string; view: V }
  | { ok: false; fault: DeskFault; known: boolean }

export interface ListQuery {
  list?: ThreatList
  status?: ThreatStatus
  limit: number
}

/**
 * Where people decide about threats, orders and requests. It reads what judgement remembers and puts events on the bus; nothing is done here. Whether
 * an act may be done is asked of the same function that will do it. (docs/spec/threats.md, A2)
 */
export interface ThreatDesk {
  /** Most urgent first. Each list by itself, so that a loud one takes no place of a quiet one. */
  list(query: ListQuery): Promise<CaseSummary[]>
  /** As this person may see it: who has still to grade does not see what others found. */
  show(id: string, person: string): Promise<CaseView | undefined>
  act(order: ThreatOrder, person: string): Promise<DeskOutcome<CaseView>>
  /** By the link in a page. False where the link is not ours. */
  acknowledge(page: {
    kind: 'threat' | 'order'
    id: string
    page: string
    token: string
  }): Promise<DeskOutcome<null>>
  /** Whether a link is ours, and who was called by it; null where it is not. */
  pageOf(page: {
    kind: 'threat' | 'order'
    id: string
    page: string
    token: string
  }): Promise<{ to: string; done: boolean } | null>
  orders(limit: number): Promise<{ orders: OrderView[]; exposure: ReturnType<typeof exposure> }>
  order(id: string): Promise<OrderView | undefined>
  actOnOrder(order: OrderOrder, person: string): Promise<DeskOutcome<OrderView>>
  requests(limit: number): Promise<RequestStanding[]>
  request(id: string): Promise<RequestStanding | undefined>
  actOnRequest(order: RequestOrder, person: string): Promise<DeskOutcome<RequestStanding>>
  bases(): LegalBasis[]
}

const OVERTAKEN = fault('it changed at that very moment, and nothing was done', 'Look again, and act again.')
const NO_PACK = fault('no policy pack is in force yet', 'Wait until the line runs.')

export function createThreatDesk(parts: DeskParts): ThreatDesk {
  const { store, bus, clock, key, duty } = parts
  const tables = () => parts.plan()?.pack.threats
  const one = async (name: string): Promise<EntityState | undefined> => (await store.load([name]))[0]
  const caseOf = async (id: string) => (await one(stateKey.threat(id)))?.threat
  const orderOf = async (id: string) => (await one(stateKey.order(id)))?.order
  const requestOf = async (id: string) => (await one(stateKey.request(id)))?.request
  const deskNow = async () => (await one(DESK_KEY))?.desk ?? newDesk()
  const now = () => clock.now()

  const viewOf = async (standing: ThreatStanding, person: string): Promise<CaseView> => {
    const accounts = await store.load(standing.accounts.map(stateKey.account))
    return caseView(standing, {
      person,
      token: tokenOf(person),
      now: now(),
      duty: callable(duty, { at: now(), key, barred: standing.barred }),
      tables: tables()!,
      accounts: new Map(standing.accounts.map((id, index) => [id, accounts[index]?.account])),
    })
  }
  const viewOfOrder = (order: OrderStanding): OrderView =>
    orderView(order, {
      now: now(),
      duty: callable(duty, { at: now(), key, barred: [] }),
      tables: tables()!,
    })

  const tokenOf = (person: string): string => memberToken(key, person)

  /** Only what the act names is loaded; the rest is not there. */
  const roomOf = async (keys: string[], plan: Plan): Promise<DeskRoom> => {
    const states = await store.load([...keys, DESK_KEY])
    const known = new Map(states.flatMap((state) => (state === undefined ? [] : [[state.key, state]])))
    return {
      plan,
      desk: () => known.get(DESK_KEY)?.desk ?? newDesk(),
      threat: (id) => known.get(stateKey.threat(id))?.threat,
      order: (id) => known.get(stateKey.order(id))?.order,
      request: (id) => known.get(stateKey.request(id))?.request,
      putThreat: refuse,
      putOrder: refuse,
      putRequest: refuse,
      letGo: refuse,
    }
  }

  /** Asks whether it may be done, does it, and looks whether it was. */
  const carryOut = async <V>(
    event: DeskEvent,
    keys: string[],
    faultOf: (room: DeskRoom) => DeskFault | null,
    after: () => Promise<{ acts: string[]; view: V } | undefined>,
  ): Promise<DeskOutcome<V>> => {
    const plan = parts.plan()
    if (plan === null) return { ok: false, fault: NO_PACK, known: true }
    const room = await roomOf(keys, plan)
    const found = faultOf(room)
    if (found !== null) return { ok: false, fault: found, known: keys.some((name) => isKnown(room, name)) }
    await bus.publish([event])
    const then = await after()
    if (then === undefined || !then.acts.includes(event.id))
      return { ok: false, fault: OVERTAKEN, known: true }
    return { ok: true, event: event.id, view: then.view }
  }

  const act = async (order: ThreatOrder, person: string): Promise<DeskOutcome<CaseView>> => {
    const at = now()
    const acting = { ...order, by: person, token: tokenOf(person) } as ThreatAct
    if (acting.do === 'open') acting.case = `t-${sha256(canonicalJson({ acting, at })).slice(0, 24)}`
    const event = eventOf('threat.acted', acting, at)
    const keys = [
      stateKey.threat(acting.case),
      ...(acting.do === 'merge' ? [stateKey.threat(acting.into)] : []),
    ]
    const outcome = await carryOut(
      event,
      keys,
      (room) => threatFault(acting, room),
      async () => {
        const standing = await caseOf(acting.case)
        return standing && { acts: standing.acts, view: await viewOf(standing, person) }
      },
    )
    if (outcome.ok && acting.do === 'release') return (await withBundle(acting, person)) ?? outcome
    return outcome
  }

  /** What was released goes with its evidence. Where none can be made the release stands, and the case shows that it went without. */
  const withBundle = async (
    { case: id, referral }: ThreatAct & { do: 'release' },
    person: string,
  ): Promise<DeskOutcome<CaseView> | null> => {
    const released = (await caseOf(id))?.referrals.find((one: Referral) => one.id === referral)
    if (parts.bundle === undefined || released?.releasedAt == null) return null
    try {
      const { sha256, bytes } = await parts.bundle(id)
      return await act({ do: 'bundle', case: id, referral, why: 'with the release', sha256, bytes }, person)
    } catch (error) {
      parts.complain?.(`the evidence bundle of ${id} could not be made: ${(error as Error).message}`)
      return null
    }
  }

  /** The act stands either way: what could not be held is told, and can be held by hand. */
  const hold = async (wish: HoldWish): Promise<void> => {
    const refused = await parts.hold?.(wish).catch((error: Error) => error.message)
    if (refused != null) parts.complain?.(`no hold was placed for ${wish.reference}: ${refused}`)
  }

  const actOnOrder = async (order: OrderOrder, person: string): Promise<DeskOutcome<OrderView>> => {
    const acting = { ...order, by: person, token: tokenOf(person) } as OrderAct
    const outcome = await carryOut(
      eventOf('order.acted', acting, now()),
      [stateKey.order(acting.order)],
      (room) => orderFault(acting, room),
      async () => {
        const standing = await orderOf(acting.order)
        return standing && { acts: standing.acts, view: viewOfOrder(standing) }
      },
    )
    if (outcome.ok && acting.do === 'remove')
      await hold({
        on: [outcome.view.removal!.decision],
        basis: 'tco',
        until: null,
        reference: acting.order,
        by: person,
        why: 'removed on an order: Regulation (EU) 2021/784, Art. 6',
      })
    return outcome
  }

  const pageOf: ThreatDesk['pageOf'] = async ({ kind, id, page, token }) => {
    if (!sameToken(token, pageToken(key, page))) return null
    const standing = kind === 'threat' ? await caseOf(id) : await orderOf(id)
    const found = standing?.pages.find((each) => each.id === page)
    return found === undefined ? null : { to: found.to, done: found.acknowledged !== null }
  }

  return {
    act,
    actOnOrder,
    pageOf,
    async list({ list, status = 'open', limit }) {
      const inForce = tables()
      if (inForce === undefined) return []
      const standings = await standingsOf(status)
      return standings
        .map((standing) => summaryOf(standing, { now: now(), tables: inForce }))
        .filter(({ lists }) => list === undefined || lists.includes(list))
        .sort(byUrgency)
        .slice(0, limit)
    },
    async show(id, person) {
      const standing = await caseOf(id)
      return standing === undefined || tables() === undefined ? undefined : viewOf(standing, person)
    },
    async acknowledge(link) {
      const page = await pageOf(link)
      if (page === null) return { ok: false, fault: fault('this link is not ours'), known: false }
      const seen = { do: 'seen' as const, page: link.page, why: 'acknowledged' }
      const outcome =
        link.kind === 'threat'
          ? await act({ ...seen, case: link.id }, page.to)
          : await actOnOrder({ ...seen, order: link.id }, page.to)
      return outcome.ok ? { ...outcome, view: null } : outcome
    },
    async orders(limit) {
      const inForce = tables()
      const { orders, finalOrders } = await deskNow()
      if (inForce === undefined) return { orders: [], exposure: { count: 0, exposed: false, since: null } }
      const states = await store.load(orders.slice(-limit).reverse().map(stateKey.order))
      return {
        orders: states.flatMap((state) => (state?.order === undefined ? [] : [viewOfOrder(state.order)])),
        exposure: exposure(finalOrders, now(), inForce.orders),
      }
    },
    async order(id) {
      const standing = await orderOf(id)
      return standing === undefined || tables() === undefined ? undefined : viewOfOrder(standing)
    },
    async requests(limit) {
      const { requests } = await deskNow()
      const states = await store.load(requests.slice(-limit).reverse().map(stateKey.request))
      return states.flatMap((state) => (state?.request === undefined ? [] : [structuredClone(state.request)]))
    },
    request: async (id) => structuredClone(await requestOf(id)),
    async actOnRequest(order, person) {
      const at = now()
      const acting = { ...order, by: person, token: tokenOf(person) } as RequestAct
      if (acting.do === 'receive') acting.request = `q-${sha256(canonicalJson({ acting, at })).slice(0, 24)}`
      const outcome = await carryOut(
        eventOf('request.acted', acting, at),
        [stateKey.request(acting.request)],
        (room) => requestFault(acting, room),
        async () => {
          const standing = await requestOf(acting.request)
          return standing && { acts: standing.acts, view: structuredClone(standing) }
        },
      )
      if (outcome.ok && acting.do === 'preserve')
        await hold({
          on: [outcome.view.account!],
          basis: acting.basis,
          until: acting.until ?? null,
          reference: acting.request,
          by: person,
          why: acting.why || 'a verified request to preserve',
        })
      return outcome
    },
    bases: () => tables()?.bases ?? [],
  }

  /** Open cases as judgement remembers them; others by their rows. */
  async function standingsOf(status: ThreatStatus): Promise<ThreatStanding[]> {
    const ids = status === 'open' ? (await deskNow()).cases.map(({ id }) => id) : await idsOf(status)
    const states = await store.load(ids.map(stateKey.threat))
    return states.flatMap((state) => (state?.threat?.status === status ? [state.threat] : []))
  }

  async function idsOf(status: ThreatStatus): Promise<string[]> {
    const ids: string[] = []
    for await (const row of store.eachThreat() as AsyncIterable<Threat>)
      if (row.status === status) {
        ids.push(row.id)
        if (ids.length > CLOSED_LISTED_MAX) ids.shift()
      }
    return ids
  }
}

/** Of cases that are closed, the last so many are listed. All are in `export threats`. */
const CLOSED_LISTED_MAX = 1_000

const sameToken = (given: string, ours: string): boolean =>
  given.length === ours.length && timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(ours)))

const refuse = (): never => {
  throw new Error('the desk changes nothing by itself')
}

const isKnown = (room: DeskRoom, name: string): boolean => {
  const [kind, ...id] = name.split(':')
  const at = id.join(':')
  return (
    (kind === 'threat' ? room.threat(at) : kind === 'order' ? room.order(at) : room.request(at)) !== undefined
  )
}

/** The same act at the same moment is the same event: a double click does nothing twice. */
const eventOf = <T extends 'threat.acted' | 'order.acted' | 'request.acted'>(
  type: T,
  act: unknown,
  at: number,
): DeskEvent =>
  ({
    id: `desk-${sha256(canonicalJson({ type, act, at })).slice(0, 24)}`,
    type,
    at: new Date(at).toISOString(),
    account: 'holdfast',
    act,
  }) as DeskEvent
