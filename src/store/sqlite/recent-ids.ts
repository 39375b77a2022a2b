import type { Seq } from '../../model/ids.ts'
import type { Fingerprint } from './fingerprint.ts'

export interface RecentIds {
  size(): number
  /** Seq of the oldest id held. */
  first(): Seq
  add(print: Fingerprint, seq: Seq): void
  find(print: Fingerprint): Seq[]
  /** Hands out all entries in order of their high half and empties the table. */
  drain(put: (high: number, low: number, offset: number) => void): void
}

const NONE: Seq[] = []

/** An open-addressing table for `max` consecutive events (a power of two), never more than half full. 24 bytes per id. */
export function recentIds(max: number): RecentIds {
  const mask = max * 2 - 1
  const highs = new Uint32Array(max * 2)
  const lows = new Uint32Array(max * 2)
  /** Offset from `first` plus one; 0 is an empty slot. */
  const marks = new Uint32Array(max * 2)
  let size = 0
  let first: Seq = 0

  const add = ({ high, low }: Fingerprint, seq: Seq): void => {
    if (size === 0) first = seq
    let slot = low & mask
    while (marks[slot] !== 0) slot = (slot + 1) & mask
    highs[slot] = high
    lows[slot] = low
    marks[slot] = seq - first + 1
    size += 1
  }

  const find = ({ high, low }: Fingerprint): Seq[] => {
    let found = NONE
    for (let slot = low & mask; marks[slot] !== 0; slot = (slot + 1) & mask)
      if (lows[slot] === low && highs[slot] === high) found = [...found, first + marks[slot]! - 1]
    return found
  }

  return {
    size: () => size,
    first: () => first,
    add,
    find,
    drain(put) {
      for (const slot of slotsByHigh(highs, marks, size)) put(highs[slot]!, lows[slot]!, marks[slot]! - 1)
      marks.fill(0)
      size = 0
    },
  }
}

/** The filled slots in order of `highs`: two counting passes over 16 bits each. */
function slotsByHigh(highs: Uint32Array, marks: Uint32Array, size: number): Uint32Array {
  let slots = new Uint32Array(size)
  let filled = 0
  for (let slot = 0; slot < marks.length; slot++) if (marks[slot] !== 0) slots[filled++] = slot
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(65_537)
    for (const slot of slots) starts[((highs[slot]! >>> shift) & 0xffff) + 1]! += 1
    for (let i = 0; i < 65_536; i++) starts[i + 1]! += starts[i]!
    const sorted = new Uint32Array(size)
    for (const slot of slots) sorted[starts[(highs[slot]! >>> shift) & 0xffff]!++] = slot
    slots = sorted
  }
  return slots
}
