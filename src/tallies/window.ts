import type { Millis } from '../model/ids.ts'
import type { TallySpec } from '../model/policy.ts'

/** How a sliding window is cut: whole buckets of event time, counted since 1970. */
export interface Window {
  widthMs: number
  /** A value at time t is read from the bucket of t and this many before it. */
  reach: number
  /** Buckets kept behind the newest one: the window, and room for events that come late. */
  held: number
}

/** Buckets per window. A count is two small numbers per bucket; a sketch is far larger, so it gets fewer. (docs/spec/tallies.md, T2) */
const BUCKETS: Record<TallySpec['kind'], number> = { count: 60, distinct: 12, top: 6 }
const LATE: Record<TallySpec['kind'], number> = { count: 15, distinct: 3, top: 2 }

const cut = ({ kind, overMs }: TallySpec): Window => ({
  widthMs: Math.ceil(overMs / BUCKETS[kind]),
  reach: BUCKETS[kind],
  held: BUCKETS[kind] + LATE[kind],
})

const windows = new WeakMap<TallySpec, Window>()

export function windowOf(spec: TallySpec): Window {
  let window = windows.get(spec)
  if (window === undefined) {
    window = cut(spec)
    windows.set(spec, window)
  }
  return window
}

export const bucketOf = ({ widthMs }: Window, time: Millis): number => Math.floor(time / widthMs)
