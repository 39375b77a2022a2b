import type { Decision, DecisionMode, Verdict } from '../model/decision.ts'
import { HOUR_MS, type Millis } from '../model/ids.ts'

/*
 * Counts over time, folded decision by decision: what the overview draws. Event time, so that a replay of last March is last March.
 */

/** Hours that are kept: a quarter. Older ones are let go of. */
export const HOURS_MAX = 24 * 92
/** Names counted apart within an hour; what comes past them is counted as `other`. */
const NAMES_MAX = 64

export interface HourCounts {
  verdicts: Partial<Record<Verdict, number>>
  modes: Partial<Record<DecisionMode, number>>
  policies: Record<string, number>
  rules: Record<string, number>
  automated: number
}

/** Whole hours since 1970 → what was decided in them. */
export type Measures = Map<number, HourCounts>

export function countDecision(
  measures: Measures,
  { at, verdict, mode, policy, rules, automated }: Decision,
): void {
  const hour = Math.floor(Date.parse(at) / HOUR_MS)
  let counts = measures.get(hour)
  if (counts === undefined) {
    counts = { verdicts: {}, modes: {}, policies: {}, rules: {}, automated: 0 }
    measures.set(hour, counts)
    if (measures.size > HOURS_MAX) measures.delete(Math.min(...measures.keys()))
  }
  counts.modes[mode] = (counts.modes[mode] ?? 0) + 1
  // What a rule on trial would have done was not done.
  if (mode === 'shadow') return
  counts.verdicts[verdict] = (counts.verdicts[verdict] ?? 0) + 1
  bump(counts.policies, policy)
  if (rules[0] !== undefined) bump(counts.rules, rules[0])
  if (automated) counts.automated += 1
}

function bump(counts: Record<string, number>, name: string): void {
  const kept = name in counts || Object.keys(counts).length < NAMES_MAX ? name : 'other'
  counts[kept] = (counts[kept] ?? 0) + 1
}

export interface Bucket {
  /** When it begins, ISO 8601. */
  at: string
  review: number
  restrict: number
  shadow: number
  braked: number
}

/** Equal stretches of time up to and with that of `until`, oldest first; those without decisions are there, too. */
export function bucketsOf(
  measures: Measures,
  { until, hours, step }: { until: Millis; hours: number; step: number },
): Bucket[] {
  const last = Math.floor(until / HOUR_MS / step)
  return Array.from({ length: Math.ceil(hours / step) }, (_, index) => {
    const first = (last - Math.ceil(hours / step) + 1 + index) * step
    const bucket: Bucket = {
      at: new Date(first * HOUR_MS).toISOString(),
      review: 0,
      restrict: 0,
      shadow: 0,
      braked: 0,
    }
    for (let hour = first; hour < first + step; hour++) {
      const counts = measures.get(hour)
      if (counts === undefined) continue
      bucket.review += counts.verdicts.review ?? 0
      bucket.restrict += counts.verdicts.restrict ?? 0
      bucket.shadow += counts.modes.shadow ?? 0
      bucket.braked += counts.modes.braked ?? 0
    }
    return bucket
  })
}

/** Names with their counts within the hours, the greatest first. */
export function topOf(
  measures: Measures,
  what: 'policies' | 'rules',
  { until, hours }: { until: Millis; hours: number },
): { name: string; count: number }[] {
  const last = Math.floor(until / HOUR_MS)
  const sums = new Map<string, number>()
  for (const [hour, counts] of measures)
    if (hour > last - hours && hour <= last)
      for (const [name, count] of Object.entries(counts[what])) sums.set(name, (sums.get(name) ?? 0) + count)
  return [...sums]
    .map(([name, count]) => ({ name, count }))
    .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
}
