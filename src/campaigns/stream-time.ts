import type { Millis } from '../model/ids.ts'

/** Times whose median is the stream's time. */
const WITNESSES = 15

/**
 * The time of the stream: the median of the last 15 events' own times, never going back. One event dated into next year
 * cannot move it, nor can one that comes late.
 */
export class StreamTime {
  readonly #ring: number[] = []
  readonly #sorted: number[] = []
  #next = 0
  #now = Number.NEGATIVE_INFINITY

  get now(): Millis {
    return this.#now
  }

  /** Takes an event's time and returns the stream's. */
  pass(at: Millis): Millis {
    if (this.#ring.length === WITNESSES) this.#forget(this.#ring[this.#next]!)
    this.#ring[this.#next] = at
    this.#next = (this.#next + 1) % WITNESSES
    this.#insert(at)
    const median = this.#sorted[(this.#sorted.length - 1) >> 1]!
    if (median > this.#now) this.#now = median
    return this.#now
  }

  #insert(at: Millis): void {
    const sorted = this.#sorted
    let place = sorted.length
    while (place > 0 && sorted[place - 1]! > at) {
      sorted[place] = sorted[place - 1]!
      place--
    }
    sorted[place] = at
  }

  #forget(at: Millis): void {
    const sorted = this.#sorted
    let place = sorted.indexOf(at)
    for (; place < sorted.length - 1; place++) sorted[place] = sorted[place + 1]!
    sorted.pop()
  }
}
