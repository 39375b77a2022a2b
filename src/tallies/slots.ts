import type { Window } from './window.ts'

/** What a sketch keeps of one bucket. */
export interface Slot {
  bucket: number
}

/**
 * The slot of a bucket among slots in order of time, made where there is none; undefined for a bucket too old to be kept. Slots that
 * the newest one has left behind are dropped. In place.
 */
export function slotFor<S extends Slot>(
  slots: S[],
  bucket: number,
  { held }: Window,
  fresh: () => S,
): S | undefined {
  let at = slots.length - 1
  if (at >= 0 && bucket < slots[at]!.bucket - held) return undefined
  while (at >= 0 && slots[at]!.bucket > bucket) at -= 1
  if (at >= 0 && slots[at]!.bucket === bucket) return slots[at]
  const slot = fresh()
  slots.splice(at + 1, 0, slot)
  if (at + 2 === slots.length) while (slots[0]!.bucket < bucket - held) slots.shift()
  return slot
}

/** Slots that a value at this bucket is read from. */
export const slotsIn = <S extends Slot>(slots: S[], bucket: number, { reach }: Window): S[] =>
  slots.filter((slot) => slot.bucket <= bucket && slot.bucket >= bucket - reach)
