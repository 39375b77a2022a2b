import {
  addHash,
  addToRegisters,
  EXACT_MAX,
  emptyRegisters,
  estimate,
  hashOf,
  mergeRegisters,
} from './sketch.ts'
import { type Slot, slotFor, slotsIn } from './slots.ts'
import type { Window } from './window.ts'

/** Of each bucket the hashes of its values, sorted; or, when they are more than 64, the registers of a sketch. */
export interface DistinctSlot extends Slot {
  hashes?: number[]
  registers?: number[]
}

export interface DistinctState {
  distinct: DistinctSlot[]
}

export function addDistinct(
  { distinct }: DistinctState,
  bucket: number,
  value: string,
  window: Window,
): void {
  const slot = slotFor(distinct, bucket, window, () => ({ bucket, hashes: [] }))
  if (slot === undefined) return
  if (slot !== distinct.at(-1)) pasts.delete(distinct)
  addToSlot(slot, hashOf(value))
}

function addToSlot(slot: DistinctSlot, hash: number): void {
  if (slot.hashes === undefined) {
    addToRegisters(slot.registers!, hash)
    return
  }
  addHash(slot.hashes, hash)
  if (slot.hashes.length > EXACT_MAX) turnToRegisters(slot)
}

function turnToRegisters(slot: DistinctSlot): void {
  const registers = emptyRegisters()
  for (const hash of slot.hashes!) addToRegisters(registers, hash)
  delete slot.hashes
  slot.registers = registers
}

/** Different values in the window: exact while no bucket holds more than 64, an estimate past that. */
export function readDistinct(state: DistinctState, bucket: number, window: Window): number {
  const newest = state.distinct.at(-1)
  if (newest?.bucket !== bucket) return sizeOf(pastOf(slotsIn(state.distinct, bucket, window)))
  return sizeWith(pastBefore(state, bucket, window), newest)
}

/** The slots before the newest one, as one. */
interface Past {
  bucket: number
  hashes: Set<number>
  /** Null while no slot holds a sketch. */
  registers: number[] | null
}

/**
 * A busy state is read with every event, and what lies before its newest bucket hardly ever changes. Remembered beside the state, which
 * stays plain: forgetting it costs time and changes no number.
 */
const pasts = new WeakMap<DistinctSlot[], Past>()

function pastBefore({ distinct }: DistinctState, bucket: number, window: Window): Past {
  const known = pasts.get(distinct)
  if (known?.bucket === bucket) return known
  const past = { ...pastOf(slotsIn(distinct.slice(0, -1), bucket, window)), bucket }
  pasts.set(distinct, past)
  return past
}

function pastOf(slots: DistinctSlot[]): Past {
  const hashes = new Set<number>()
  for (const slot of slots) for (const hash of slot.hashes ?? []) hashes.add(hash)
  if (slots.every(({ registers }) => registers === undefined)) return { bucket: 0, hashes, registers: null }
  const registers = emptyRegisters()
  for (const slot of slots) pourInto(registers, slot)
  return { bucket: 0, hashes, registers }
}

const sizeOf = ({ hashes, registers }: Past): number =>
  registers === null ? hashes.size : estimate(registers)

function sizeWith({ hashes, registers }: Past, newest: DistinctSlot): number {
  if (registers === null && newest.hashes !== undefined) {
    let size = hashes.size
    for (const hash of newest.hashes) if (!hashes.has(hash)) size += 1
    return size
  }
  const all = registers === null ? emptyRegisters() : registers.slice()
  if (registers === null) for (const hash of hashes) addToRegisters(all, hash)
  pourInto(all, newest)
  return estimate(all)
}

function pourInto(registers: number[], slot: DistinctSlot): void {
  if (slot.registers !== undefined) mergeRegisters(registers, slot.registers)
  else for (const hash of slot.hashes!) addToRegisters(registers, hash)
}

export function mergeDistinct(left: DistinctState, right: DistinctState, window: Window): DistinctState {
  const merged = structuredClone(left)
  for (const slot of right.distinct) {
    const into = slotFor(merged.distinct, slot.bucket, window, () => ({ bucket: slot.bucket, hashes: [] }))
    if (into !== undefined) mergeSlot(into, slot)
  }
  return merged
}

function mergeSlot(into: DistinctSlot, slot: DistinctSlot): void {
  if (slot.hashes !== undefined) for (const hash of slot.hashes) addToSlot(into, hash)
  else {
    if (into.hashes !== undefined) turnToRegisters(into)
    pourInto(into.registers!, slot)
  }
}
