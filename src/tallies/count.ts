import type { Window } from './window.ts'

/** Pairs of bucket and count, oldest bucket first: `[412, 3, 415, 1]`. A bucket without events is not there. */
export interface CountState {
  count: number[]
}

/** Counts one event in its bucket and lets go of what is too old. In place. */
export function addCount({ count }: CountState, bucket: number, times: number, { held }: Window): void {
  const newest = count.length - 2
  if (newest >= 0 && bucket <= count[newest]!) {
    if (bucket < count[newest]! - held) return
    addAtOrBefore(count, newest, bucket, times)
    return
  }
  count.push(bucket, times)
  dropBefore(count, bucket - held)
}

function addAtOrBefore(count: number[], newest: number, bucket: number, times: number): void {
  let at = newest
  while (at >= 0 && count[at]! > bucket) at -= 2
  if (at >= 0 && count[at] === bucket) count[at + 1]! += times
  else count.splice(at + 2, 0, bucket, times)
}

function dropBefore(count: number[], oldest: number): void {
  let gone = 0
  while (count[gone]! < oldest) gone += 2
  if (gone > 0) count.splice(0, gone)
}

/** Events in the bucket and the window's reach before it. */
export function readCount({ count }: CountState, bucket: number, { reach }: Window): number {
  let sum = 0
  for (let at = count.length - 2; at >= 0 && count[at]! >= bucket - reach; at -= 2)
    if (count[at]! <= bucket) sum += count[at + 1]!
  return sum
}

export function mergeCounts(left: CountState, right: CountState, window: Window): CountState {
  const merged: CountState = { count: [...left.count] }
  for (let at = 0; at < right.count.length; at += 2)
    addCount(merged, right.count[at]!, right.count[at + 1]!, window)
  return merged
}
