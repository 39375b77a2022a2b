import type { Millis } from '../model/ids.ts'
import type { OrderStanding } from '../model/order.ts'
import type { ThreatTables } from '../model/threat-tables.ts'
import { type ClockView, clockView } from './case-view.ts'
import { clocksOfOrder, isUnanswered } from './clocks.ts'

/** An order as the desk looks at it. */
export interface OrderView extends OrderStanding {
  clocks: ClockView[]
  unanswered: boolean
}

export function orderView(
  order: OrderStanding,
  { now, duty, tables }: { now: Millis; duty: readonly string[]; tables: ThreatTables },
): OrderView {
  const clocks = clocksOfOrder(order, tables)
  return {
    ...structuredClone(order),
    clocks: clocks.map((clock) => clockView(clock, now)),
    unanswered: isUnanswered(clocks, order.pages, { now, duty, tables }),
  }
}
