import type { Millis } from '../model/ids.ts'
import type { OrderStanding } from '../model/order.ts'
import type { Page, ThreatStanding } from '../model/threat.ts'
import type { ThreatTables } from '../model/threat-tables.ts'
import { gradingOf } from './grade.ts'
import { isRemoval, isRunning, runningSince } from './orders.ts'

/*
 * What is due when. A function of what is remembered; what time it is now is an argument. (docs/spec/threats.md, C1 to C5, T1, T2)
 */

export interface Clock {
  /** `human`: that a person looks. `referral`: that it is referred. `order`: that an order is carried out. */
  stage: 'human' | 'referral' | 'order'
  since: Millis
  dueAt: Millis
  /** When it was met; null while it runs. */
  metAt: Millis | null
  alarmsAt: Millis[]
  /** Whether its beginning already calls somebody: who has just looked need not be called to refer. */
  callsAtOnce: boolean
}

const alarmsFrom = (since: Millis, alarmsMs: readonly Millis[]): Millis[] => alarmsMs.map((ms) => since + ms)

/** The clocks of a case: none where its grade calls for none. */
export function clocksOfCase(standing: ThreatStanding, tables: ThreatTables): Clock[] {
  const { clock } = standing
  const table = clock === null ? undefined : tables.clocks[clock.grade]
  if (clock === null || table === undefined) return []
  const since = Date.parse(clock.since)
  const seenAt = clock.seen === null ? null : Math.max(since, Date.parse(clock.seen.at))
  const human: Clock = {
    stage: 'human',
    since,
    dueAt: since + table.humanMs,
    metAt: seenAt,
    alarmsAt: alarmsFrom(since, table.alarmsMs),
    callsAtOnce: true,
  }
  if (table.referralMs === null || seenAt === null) return [human]
  const referral: Clock = {
    stage: 'referral',
    since: seenAt,
    dueAt: seenAt + table.referralMs,
    metAt: referredAt(standing, seenAt),
    alarmsAt: alarmsFrom(seenAt, table.referralAlarmsMs),
    callsAtOnce: false,
  }
  return [human, referral]
}

/** What was found to be no threat by those who settled it needs no referral. (C4) */
function referredAt(standing: ThreatStanding, seenAt: Millis): Millis | null {
  const { referrals, round, veracity } = standing
  const released = referrals.filter((one) => one.releasedAt !== null && one.round === round)
  if (released.length > 0)
    return Math.max(seenAt, Math.min(...released.map(({ releasedAt }) => Date.parse(releasedAt!))))
  const unfounded = veracity === 'hoax' || veracity === 'not-credible'
  return unfounded && gradingOf(standing).state === 'settled' ? seenAt : null
}

/** The hour of an order; none while it is paused, and none once it came to its end. */
export function clocksOfOrder(order: OrderStanding, { orders }: ThreatTables): Clock[] {
  if (!isRemoval(order)) return []
  const removedAt = order.removal === null ? null : Date.parse(order.removal.at)
  if (removedAt === null && !isRunning(order)) return []
  const since = Date.parse(runningSince(order))
  return [
    {
      stage: 'order',
      since,
      dueAt: since + orders.dueMs,
      metAt: removedAt,
      alarmsAt: alarmsFrom(since, orders.alarmsMs),
      callsAtOnce: true,
    },
  ]
}

/** One moment of a clock at which people are called. */
interface Step {
  stage: string
  at: Millis
}

function stepsOf({ stage, since, dueAt, alarmsAt, callsAtOnce }: Clock): Step[] {
  const named = (what: string, at: Millis): Step => ({ stage: `${stage}-${what}-${since}`, at })
  return [
    ...(callsAtOnce ? [named('begun', since)] : []),
    ...alarmsAt.map((at, index) => named(`alarm${index + 1}`, at)),
    named('missed', dueAt),
  ]
}

export interface Call {
  stage: string
  to: string
}

/**
 * Who is to be called now, who was not called yet: of the last step that has passed, the first on duty, and one more for each `escalateAfterMs` that
 * nobody acknowledged. Each person once for each step. (P1, P2, P4)
 */
export function callsDue(
  clocks: readonly Clock[],
  pages: readonly Page[],
  { now, duty, tables }: { now: Millis; duty: readonly string[]; tables: ThreatTables },
): Call[] {
  const { escalateAfterMs, notOlderThanMs } = tables.paging
  return clocks.flatMap((clock) => {
    if (clock.metAt !== null || now - clock.since > notOlderThanMs) return []
    const step = stepsOf(clock).findLast(({ at }) => at <= now)
    if (step === undefined) return []
    const made = pages.filter(({ stage }) => stage === step.stage)
    if (made.some(({ acknowledged }) => acknowledged !== null)) return []
    const wanted = 1 + Math.floor((now - step.at) / escalateAfterMs)
    const called = new Set(made.map(({ to }) => to))
    return duty
      .slice(0, wanted)
      .filter((to) => !called.has(to))
      .map((to) => ({ stage: step.stage, to }))
  })
}

/** Every one on duty was called for the present step, the last of them long enough ago, and nobody answered. (P6) */
export function isUnanswered(
  clocks: readonly Clock[],
  pages: readonly Page[],
  { now, duty, tables }: { now: Millis; duty: readonly string[]; tables: ThreatTables },
): boolean {
  const running = clocks.filter(({ metAt }) => metAt === null)
  return running.some((clock) => {
    const step = stepsOf(clock).findLast(({ at }) => at <= now)
    if (step === undefined) return false
    const made = pages.filter(({ stage }) => stage === step.stage)
    const last = Math.max(...made.map(({ at }) => Date.parse(at)))
    return (
      made.every(({ acknowledged }) => acknowledged === null) &&
      duty.every((one) => made.some(({ to }) => to === one)) &&
      now - last >= tables.paging.escalateAfterMs
    )
  })
}

export type ClockState = 'running' | 'alarm' | 'missed' | 'met' | 'met-late'

export const stateOf = ({ dueAt, metAt, alarmsAt }: Clock, now: Millis): ClockState => {
  if (metAt !== null) return metAt <= dueAt ? 'met' : 'met-late'
  if (now >= dueAt) return 'missed'
  return alarmsAt.some((at) => at <= now) ? 'alarm' : 'running'
}
