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
  if (slot !== undefined) addToSlot(slot, hashOf(value))
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
export function readDistinct({ distinct }: DistinctState, bucket: number, window: Window): number {
  const slots = slotsIn(distinct, bucket, window)
  if (slots.length === 1 && slots[0]!.hashes !== undefined) return slots[0]!.hashes.length
  return slots.some(({ registers }) => registers !== undefined) ? sketched(slots) : exact(slots)
}

function exact(slots: DistinctSlot[]): number {
  const hashes = new Set<number>()
  for (const slot of slots) for (const hash of slot.hashes!) hashes.add(hash)
  return hashes.size
}

function sketched(slots: DistinctSlot[]): number {
  const registers = emptyRegisters()
  for (const slot of slots) pourInto(registers, slot)
  return estimate(registers)
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
