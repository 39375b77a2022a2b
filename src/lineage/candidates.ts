import assert from 'node:assert'
import { type ClosedAccounts, type CountedField, valuesOf } from './closed.ts'
import type { Fingerprint } from './fingerprint.ts'
import { OFFERED_MAX, type Postings } from './postings.ts'
import { gramsOf } from './spelling.ts'

/** Closed accounts weighed in full for one event, at most. */
export const CANDIDATES_MAX = 32
/** Entries of the inverted index read for one event, at most (plus the last key's 256). */
export const READ_MAX = 512
/** Bits that a candidate's shared values must promise together before it is worth weighing. */
const PROMISE_MIN = 9

interface Promised {
  share: number
  bitsMax: number
}

/**
 * What a shared value promises: a share of its rarity, at most so many bits. Follows the weights, so that a candidate is
 * weighed only if it might be linked. Fields that are not named lead to nobody.
 */
const PROMISES: Partial<Record<CountedField, Promised>> = {
  core: { share: 1, bitsMax: 18 },
  number: { share: 0.8, bitsMax: 11 },
  sound: { share: 0.7, bitsMax: 9 },
  name: { share: 1, bitsMax: 13 },
  word: { share: 0.4, bitsMax: 8 },
  phrase: { share: 0.4, bitsMax: 6 },
  url: { share: 1, bitsMax: 12 },
  avatar: { share: 1, bitsMax: 13 },
  pdq: { share: 0.6, bitsMax: 9.5 },
  piece: { share: 0.6, bitsMax: 9.5 },
  email: { share: 1, bitsMax: 21 },
  device: { share: 1, bitsMax: 16 },
  network: { share: 0.6, bitsMax: 7 },
  company: { share: 0.4, bitsMax: 5 },
  tag: { share: 0.2, bitsMax: 3 },
  text: { share: 0.4, bitsMax: 5 },
}
/** Runs of letters overlap: four of one word are not four reasons. */
const GRAM: Promised = { share: 0.33, bitsMax: 5 }

interface Lead {
  key: number
  /** Where the index holds the accounts that share the value, and how many they are. */
  held: number
  size: number
  postings: Postings
  promise: number
}

/** Sums what shared values promise, per slot. Kept between calls, and clean between them. */
export class Candidates {
  readonly #closed: ClosedAccounts
  readonly #promises = new Promises()
  readonly #offered = new Int32Array(OFFERED_MAX)
  /** Entries of the index that the last `find` read. */
  read = 0

  constructor(closed: ClosedAccounts) {
    this.#closed = closed
  }

  /**
   * Slots that may be the same actor, most promising first: rarest values are followed first, and reading stops at a bound,
   * so that neither a common name nor a flood of copies makes the work longer.
   */
  find(fingerprint: Fingerprint): number[] {
    this.read = 0
    this.#promises.clear()
    for (const lead of this.#leads(fingerprint)) {
      if (this.read >= READ_MAX) break
      this.read += this.#follow(lead)
    }
    return this.#take()
  }

  /** Values that some closed account shares, rarest first. */
  #leads(fingerprint: Fingerprint): Lead[] {
    const { leads: postings, grams, size: total } = this.#closed
    const leads: Lead[] = []
    const put = (key: number, from: Postings, promised: Promised): void => {
      const held = from.held(key)
      const size = from.size(held)
      if (size === 0) return
      leads.push({ key, held, size, postings: from, promise: promiseOf(size, total, promised) })
    }
    for (const { field, key } of valuesOf(fingerprint)) {
      const promised = PROMISES[field]
      if (promised !== undefined) put(key, postings, promised)
    }
    for (const key of fingerprint.handle === null ? [] : gramsOf(fingerprint.handle.core))
      put(key, grams, GRAM)
    return leads.sort((one, other) => one.size - other.size || one.key - other.key)
  }

  /** Adds the promise of one value to all who were last closed with it. Returns how many. */
  #follow({ held, postings, promise }: Lead): number {
    const count = postings.offered(held, this.#offered)
    for (let i = 0; i < count; i++) this.#promises.add(this.#offered[i]!, promise)
    return count
  }

  /** The most promising, in order; of equals those closed later. Kept sorted as they are met: most never get in. */
  #take(): number[] {
    const best: number[] = []
    const { slots, sums } = this.#promises
    for (let i = 0; i < this.#promises.size; i++) {
      if (sums[i]! < PROMISE_MIN) continue
      if (best.length === CANDIDATES_MAX) {
        if (!this.#isBefore(i, best[CANDIDATES_MAX - 1]!)) continue
        best.pop()
      }
      let at = best.length
      while (at > 0 && this.#isBefore(i, best[at - 1]!)) at--
      best.splice(at, 0, i)
    }
    return best.map((i) => slots[i]!)
  }

  #isBefore(one: number, other: number): boolean {
    const { slots, sums } = this.#promises
    const difference = sums[one]! - sums[other]!
    return difference > 0 || (difference === 0 && this.#closed.compareAge(slots[one]!, slots[other]!) > 0)
  }
}

/** Slots met at most: what one search reads. */
const MET_MAX = READ_MAX + OFFERED_MAX
const PLACES = 4_096
const PLACES_SHIFT = 20
assert(4 * MET_MAX <= PLACES && PLACES === 2 ** (32 - PLACES_SHIFT))

/** Sums by slot, small enough to stay near the processor: of a million slots a search meets some hundreds. */
class Promises {
  readonly slots = new Int32Array(MET_MAX)
  readonly sums = new Float64Array(MET_MAX)
  size = 0
  /** Open addressing: where in `slots` one stands, and 1 more. */
  readonly #places = new Uint16Array(PLACES)

  add(slot: number, promise: number): void {
    let place = Math.imul(slot, 0x9e3779b1) >>> PLACES_SHIFT
    for (; this.#places[place] !== 0; place = (place + 1) & (PLACES - 1)) {
      const known = this.#places[place]! - 1
      if (this.slots[known] !== slot) continue
      this.sums[known]! += promise
      return
    }
    this.#places[place] = this.size + 1
    this.slots[this.size] = slot
    this.sums[this.size++] = promise
  }

  clear(): void {
    this.#places.fill(0)
    this.size = 0
  }
}

/** An index of few accounts cannot tell what is rare, and need not be choosy. */
const promiseOf = (size: number, total: number, { share, bitsMax }: Promised): number =>
  Math.min(bitsMax, share * Math.log2((total + 16_384) / size))
