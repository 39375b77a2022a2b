import type { TopEntry } from '../rules/scope.ts'
import { hashOf } from './sketch.ts'
import { type Slot, slotFor, slotsIn } from './slots.ts'
import type { Window } from './window.ts'

/** Of each bucket some values with a lower bound of how often they came, in the order in which they came. */
export interface TopSlot extends Slot {
  values: string[]
  counts: number[]
}

export interface TopState {
  top: TopSlot[]
}

/** Longer values are kept by their beginning and a hash. */
export const VALUE_LENGTH_MAX = 128

/** Values counted per bucket: at least three times those asked for, so that the last of them is rarely wrong. */
export const countersFor = (k: number): number => Math.max(32, 3 * k)

export function addTop({ top }: TopState, bucket: number, value: string, k: number, window: Window): void {
  const slot = slotFor(top, bucket, window, () => ({ bucket, values: [], counts: [] }))
  if (slot === undefined) return
  count(slot, shorten(value), 1)
  if (slot.values.length > countersFor(k)) shrink(slot, countersFor(k))
}

function count(slot: { values: string[]; counts: number[] }, value: string, times: number): void {
  const at = slot.values.indexOf(value)
  if (at >= 0) slot.counts[at]! += times
  else {
    slot.values.push(value)
    slot.counts.push(times)
  }
}

/**
 * Misra and Gries (1982), as merged by Agarwal et al. (2012): when there are more values than counters, every counter gives up as
 * much as the largest one too many holds. A count is then never too high, and too low by at most n / (counters + 1).
 */
function shrink(slot: { values: string[]; counts: number[] }, counters: number): void {
  const loss = [...slot.counts].sort((left, right) => right - left)[counters]!
  const kept = slot.values
    .map((value, i) => ({ value, count: slot.counts[i]! - loss }))
    .filter(({ count }) => count > 0)
  slot.values = kept.map(({ value }) => value)
  slot.counts = kept.map(({ count }) => count)
}

const shorten = (value: string): string =>
  value.length <= VALUE_LENGTH_MAX
    ? value
    : `${value.slice(0, VALUE_LENGTH_MAX - 10)}~${(hashOf(value) >>> 0).toString(36)}`

/** The k most frequent values of the window, most frequent first, equals in the order of their code units. */
export function readTop({ top }: TopState, bucket: number, k: number, window: Window): TopEntry[] {
  const counts = new Map<string, number>()
  for (const slot of slotsIn(top, bucket, window))
    for (const [i, value] of slot.values.entries())
      counts.set(value, (counts.get(value) ?? 0) + slot.counts[i]!)
  return [...counts]
    .map(([value, count]): TopEntry => ({ value, count }))
    .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1))
    .slice(0, k)
}

export function mergeTops(left: TopState, right: TopState, k: number, window: Window): TopState {
  const merged = structuredClone(left)
  for (const { bucket, values, counts } of right.top) {
    const into = slotFor(merged.top, bucket, window, () => ({ bucket, values: [], counts: [] }))
    if (into === undefined) continue
    for (const [i, value] of values.entries()) count(into, value, counts[i]!)
    if (into.values.length > countersFor(k)) shrink(into, countersFor(k))
  }
  return merged
}
