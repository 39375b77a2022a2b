import type { BrakeFacts } from '../model/facts.ts'
import { HOUR_MS, type Millis } from '../model/ids.ts'

/** Hours a brake remembers. What is older is closed for good. */
const HOURS_MAX = 48

/**
 * Lets one restriction of a rule through, or holds it back: at most `perHour` in any hour of event time, in whatever order the events come
 * (docs/spec/decisions.md, D8). Counts it in place when it passes.
 */
export function passBrake({ hours }: BrakeFacts, time: Millis, perHour: number): boolean {
  const hour = Math.floor(time / HOUR_MS)
  const passed = hours[hour] ?? 0
  if (passed >= perHour) return false
  if (passed === 0 && !makeRoom(hours, hour)) return false
  hours[hour] = passed + 1
  return true
}

/**
 * The oldest hour makes room for a newer one. An hour older than all that are kept may have been used up and forgotten: nothing passes in
 * it any more.
 */
function makeRoom(hours: BrakeFacts['hours'], hour: number): boolean {
  const kept = Object.keys(hours).map(Number)
  if (kept.length < HOURS_MAX) return true
  const oldest = Math.min(...kept)
  if (hour < oldest) return false
  delete hours[oldest]
  return true
}

/** Gives restrictions that were taken back to the hour they were counted in. In place. */
export function releaseBrake({ hours }: BrakeFacts, time: Millis, count: number): void {
  const hour = Math.floor(time / HOUR_MS)
  const left = (hours[hour] ?? 0) - count
  if (left > 0) hours[hour] = left
  else delete hours[hour]
}
