/*
 * The watch remembers in epochs of six hours of stream time, four of them: what falls out of the oldest is gone, whatever
 * else happened. So a watch that is fed the last day again knows what one knows that never stopped.
 */
export const EPOCH_MS = 6 * 3_600_000
export const EPOCHS = 4
/** The most that is remembered, and the least that must be fed again. */
export const SPAN_MS = EPOCHS * EPOCH_MS

export const epochOf = (at: number): number => Math.floor(at / EPOCH_MS)

/** Counts by hash over the live epochs. Collisions only add: a count may be too high, never too low, and stops at 65,535. */
export class EpochCounts {
  readonly #tables: Uint16Array[]
  readonly #epochs: number[] = Array.from({ length: EPOCHS }, () => Number.NaN)
  readonly #mask: number

  /** `sizeBits`: 2^sizeBits cells of 2 bytes for each of the four epochs. */
  constructor(sizeBits: number) {
    this.#tables = Array.from({ length: EPOCHS }, () => new Uint16Array(1 << sizeBits))
    this.#mask = (1 << sizeBits) - 1
  }

  add(hash: number, epoch: number): void {
    const table = this.#tableOf(epoch)
    const cell = hash & this.#mask
    if (table[cell]! < 0xffff) table[cell]!++
  }

  /** Sum over the live epochs; `roll` must have been called for the current one. */
  sum(hash: number): number {
    const cell = hash & this.#mask
    let sum = 0
    for (const table of this.#tables) sum += table[cell]!
    return sum
  }

  /** Empties what the epoch `current` leaves behind. */
  roll(current: number): void {
    for (let i = 0; i < EPOCHS; i++)
      if (this.#epochs[i]! <= current - EPOCHS) {
        this.#tables[i]!.fill(0)
        this.#epochs[i] = Number.NaN
      }
  }

  #tableOf(epoch: number): Uint16Array {
    const place = ((epoch % EPOCHS) + EPOCHS) % EPOCHS
    if (this.#epochs[place] !== epoch) {
      this.#tables[place]!.fill(0)
      this.#epochs[place] = epoch
    }
    return this.#tables[place]!
  }
}
