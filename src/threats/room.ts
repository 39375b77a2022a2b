import type { Decision, Job, OutboxEntry } from '../model/decision.ts'
import type { OrderStanding, RequestStanding } from '../model/order.ts'
import type { DeskStanding, OpenCase, Threat, ThreatStanding } from '../model/threat.ts'
import type { ThreatTables } from '../model/threat-tables.ts'
import type { Plan } from '../rules/rules.ts'
import { isQuiet, keep } from './case.ts'
import { currentFactors } from './factors.ts'

/** What the desk's acts may touch: states their events name, and those it has open, changed in place. */
export interface DeskRoom {
  plan: Plan
  desk(): DeskStanding
  threat(id: string): ThreatStanding | undefined
  putThreat(standing: ThreatStanding): void
  /** A case that nothing joins by itself any more need not be kept at hand. */
  letGo(id: string): void
  order(id: string): OrderStanding | undefined
  putOrder(standing: OrderStanding): void
  request(id: string): RequestStanding | undefined
  putRequest(standing: RequestStanding): void
}

export const tablesOf = ({ plan }: Pick<DeskRoom, 'plan'>): ThreatTables => plan.pack.threats

export interface DeskOutcome {
  /** Cases as they stand now. */
  threats: Threat[]
  decisions: Decision[]
  jobs: Job[]
  outbox: OutboxEntry[]
}

export const nothing = (): DeskOutcome => ({ threats: [], decisions: [], jobs: [], outbox: [] })

/** Why an act may not be done, and what to do instead. */
export interface DeskFault {
  reason: string
  hint: string
}
export const fault = (reason: string, hint = 'Nothing was done.'): DeskFault => ({ reason, hint })

export const newDesk = (): DeskStanding => ({
  cases: [],
  orders: [],
  runningOrders: [],
  requests: [],
  finalOrders: [],
})

/** Cases that what comes may join, at most. Past it the one longest without a post is joined by people only. */
export const OPEN_CASES_MAX = 2_000

/** Puts the case among the open ones, or takes it out. */
export function index(standing: ThreatStanding, lineage: readonly string[], room: DeskRoom): void {
  const desk = room.desk()
  const known = desk.cases.findIndex(({ id }) => id === standing.id)
  const before = known >= 0 ? desk.cases.splice(known, 1)[0]! : undefined
  if (standing.status !== 'open') {
    room.letGo(standing.id)
    return
  }
  const open: OpenCase = {
    id: standing.id,
    lastAt: standing.lastAt,
    accounts: [...new Set([...(before?.accounts ?? []), ...standing.accounts, ...lineage])],
    targets: standing.targets.map(({ id }) => id),
    quiet: isQuiet(currentFactors(standing.codings)),
    clock: standing.clock !== null,
  }
  keep(desk.cases, open, Number.POSITIVE_INFINITY)
  while (desk.cases.length > OPEN_CASES_MAX) {
    const oldest = desk.cases.reduce((old, one) => (one.lastAt < old.lastAt ? one : old))
    desk.cases.splice(desk.cases.indexOf(oldest), 1)
    room.letGo(oldest.id)
  }
}
