import type { Millis } from '../model/ids.ts'
import type { Act } from './acts.ts'
import { SLOT_MS, slotOf } from './burst.ts'
import { SPAN_MS } from './epochs.ts'

/** Posts per quarter of an hour. What lies further back than a week is only counted. */
export interface Timeline {
  /** Start of the first slot, ISO 8601. */
  from: string
  stepMinutes: number
  posts: number[]
  /** Posts before `from`. */
  earlier: number
}

const SLOTS_MAX = (7 * 24 * 3_600_000) / SLOT_MS

/** The posts of the last day as they are known now, behind what was told of the time before. */
export function timelineOf(acts: readonly Act[], before: Timeline | null, now: Millis): Timeline {
  const since = slotOf(now - SPAN_MS) + 1
  const counts = new Map<number, number>()
  if (before !== null) {
    const from = slotOf(Date.parse(before.from))
    before.posts.forEach((posts, i) => {
      if (from + i < since && posts > 0) counts.set(from + i, posts)
    })
  }
  for (const { at } of acts) {
    const slot = slotOf(at)
    if (slot >= since) counts.set(slot, (counts.get(slot) ?? 0) + 1)
  }
  return fromCounts(counts, before?.earlier ?? 0, now)
}

function fromCounts(counts: Map<number, number>, earlier: number, now: Millis): Timeline {
  const slots = [...counts.keys()].sort((a, b) => a - b)
  const last = slots.at(-1) ?? slotOf(now)
  const first = Math.max(slots[0] ?? last, last - SLOTS_MAX + 1)
  const posts = new Array<number>(last - first + 1).fill(0)
  for (const slot of slots)
    if (slot < first) earlier += counts.get(slot)!
    else posts[slot - first] = counts.get(slot)!
  return { from: new Date(first * SLOT_MS).toISOString(), stepMinutes: SLOT_MS / 60_000, posts, earlier }
}

export const postsIn = ({ posts, earlier }: Timeline): number =>
  posts.reduce((sum, count) => sum + count, earlier)
