import type { Millis } from '../model/ids.ts'
import type { TallySpec } from '../model/policy.ts'
import type { TallyState } from '../model/state.ts'
import type { TopEntry } from '../rules/scope.ts'
import { addCount, type CountState, mergeCounts, readCount } from './count.ts'
import { addDistinct, type DistinctState, mergeDistinct, readDistinct } from './distinct.ts'
import { addTop, mergeTops, readTop, type TopState } from './top.ts'
import { bucketOf, windowOf } from './window.ts'

/*
 * Windowed aggregates as plain JSON values. What they promise, for events in and out of order, stands as numbered rules in
 * docs/spec/tallies.md.
 */

/** How many values a `top` keeps where its declaration does not say. */
const K_DEFAULT = 10

const kOf = ({ k }: TallySpec): number => k ?? K_DEFAULT

/**
 * Counts one event at its own time. Changes `state` in place and returns it; makes one where there is none. `value` is what `distinct`
 * and `top` record; an event without one is not counted by them. (T1, T4)
 */
export function addToTally(
  spec: TallySpec,
  state: TallyState | undefined,
  time: Millis,
  value: string | null,
): TallyState {
  const window = windowOf(spec)
  const bucket = bucketOf(window, time)
  switch (spec.kind) {
    case 'count': {
      const counts = (state ?? { count: [] }) as CountState
      addCount(counts, bucket, 1, window)
      return counts
    }
    case 'distinct': {
      const seen = (state ?? { distinct: [] }) as DistinctState
      if (value !== null) addDistinct(seen, bucket, value, window)
      return seen
    }
    case 'top': {
      const tops = (state ?? { top: [] }) as TopState
      if (value !== null) addTop(tops, bucket, value, kOf(spec), window)
      return tops
    }
  }
}

/** The value over the window that ends at `time`: a number, or for `top` at most k entries, most frequent first. (T3) */
export function readTally(spec: TallySpec, state: TallyState | undefined, time: Millis): number | TopEntry[] {
  const window = windowOf(spec)
  const bucket = bucketOf(window, time)
  switch (spec.kind) {
    case 'count':
      return state === undefined ? 0 : readCount(state as CountState, bucket, window)
    case 'distinct':
      return state === undefined ? 0 : readDistinct(state as DistinctState, bucket, window)
    case 'top':
      return state === undefined ? [] : readTop(state as TopState, bucket, kOf(spec), window)
  }
}

/** The state that has seen what either has seen. Both are left as they are. (T7) */
export function mergeTallies(
  spec: TallySpec,
  left: TallyState | undefined,
  right: TallyState | undefined,
): TallyState | undefined {
  if (left === undefined || right === undefined) return structuredClone(left ?? right)
  const window = windowOf(spec)
  switch (spec.kind) {
    case 'count':
      return mergeCounts(left as CountState, right as CountState, window)
    case 'distinct':
      return mergeDistinct(left as DistinctState, right as DistinctState, window)
    case 'top':
      return mergeTops(left as TopState, right as TopState, kOf(spec), window)
  }
}
