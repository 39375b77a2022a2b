import { DAY_MS, type Millis } from '../model/ids.ts'
import type { Shown } from '../store/desk.ts'

/*
 * How much a person has looked at, and when it is enough. Removal of exposure protects; blurring alone is not shown to. (docs/spec/review.md, C1 to C6)
 */

/** Points a day: forty graphic items, or eighty violent ones. */
export const DAILY_MAX = 160
/** Points within an hour and a half after which a break is due. */
export const STRETCH_MAX = 40
const STRETCH_MS = 90 * 60_000
export const BREAK_MS = 15 * 60_000
/** So many hard items in a row; then something else comes, if there is anything else. */
const IN_A_ROW_MAX = 3
const HARD = 2

const POINTS = [0, 1, 2, 4] as const
export const pointsOf = (severity: number): number => POINTS[severity as 0 | 1 | 2 | 3] ?? 4

export interface Exposure {
  /** Points of the last 24 hours, and how many there may be. */
  points: number
  max: number
  items: number
  /** Until when nothing is handed out; null when there is no break to take. */
  breakUntil: Millis | null
  why: 'daily' | 'stretch' | null
  /** The hardest that is handed out next. */
  severityMax: 0 | 1 | 2 | 3
}

/** `shown` holds what a person was shown in the last 24 hours, oldest first. */
export function exposureOf(shown: readonly Shown[], now: Millis, dailyMax: number | null): Exposure {
  const max = dailyMax ?? DAILY_MAX
  const points = sumOf(shown)
  const due = breakDue(shown, now, points >= max)
  const row = shown.slice(-IN_A_ROW_MAX)
  const mixed = row.length === IN_A_ROW_MAX && row.every(({ severity }) => severity >= HARD)
  return {
    points,
    max,
    items: shown.length,
    breakUntil: due?.until ?? null,
    why: due?.why ?? null,
    severityMax: mixed ? 1 : 3,
  }
}

const sumOf = (shown: readonly Shown[]): number =>
  shown.reduce((sum, { severity }) => sum + pointsOf(severity), 0)

function breakDue(
  shown: readonly Shown[],
  now: Millis,
  full: boolean,
): { until: Millis; why: 'daily' | 'stretch' } | null {
  // The day is over when enough of it lies a day back.
  if (full) return { until: shown[0]!.at + DAY_MS, why: 'daily' }
  const last = shown.at(-1)
  if (last === undefined || now >= last.at + BREAK_MS) return null
  const stretch = sinceBreak(shown).filter(({ at }) => at > last.at - STRETCH_MS)
  return sumOf(stretch) >= STRETCH_MAX ? { until: last.at + BREAK_MS, why: 'stretch' } : null
}

/** Whoever has rested begins anew. */
function sinceBreak(shown: readonly Shown[]): Shown[] {
  let from = 0
  for (let i = 1; i < shown.length; i++) if (shown[i]!.at - shown[i - 1]!.at >= BREAK_MS) from = i
  return shown.slice(from)
}
