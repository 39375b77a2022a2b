/** A `Map` holds at most 2^24 entries; sixteen of them hold the keys of some ten million accounts. */
const SHARDS = 16

/** Of a key that more accounts share, only the last so many are offered. */
export const OFFERED_MAX = 256

/**
 * Inverted index: key → slots of the accounts that have it. A key of one account costs one map entry, no list. Keys are
 * numbers below 2^30; a collision makes two keys one, which offers a needless candidate and never makes evidence.
 * `before` orders slots; what is offered depends on it alone, never on the order of adding.
 */
export class Postings {
  readonly #shards: Map<number, number | number[]>[] = Array.from({ length: SHARDS }, () => new Map())
  /** Keys of long lists that are not in order. They are sorted when someone asks. */
  readonly #disordered = new Set<number>()
  readonly #before: (slot: number, other: number) => number

  constructor(before: (slot: number, other: number) => number) {
    this.#before = before
  }

  add(key: number, slot: number): void {
    const shard = this.#shards[key % SHARDS]!
    const held = shard.get(key)
    if (held === undefined) shard.set(key, slot)
    else if (typeof held === 'number') shard.set(key, [held, slot])
    else if (held.length < OFFERED_MAX) held.push(slot)
    else this.#addToLong(key, held, slot)
  }

  /** A list is put in order when someone asks for it, and kept in order from then on: filling an index sorts each list once. */
  #addToLong(key: number, held: number[], slot: number): void {
    if (held.length === OFFERED_MAX) this.#disordered.add(key)
    if (this.#disordered.has(key)) held.push(slot)
    else held.splice(this.#placeOf(held, slot), 0, slot)
  }

  #placeOf(held: readonly number[], slot: number): number {
    let from = 0
    let to = held.length
    while (from < to) {
      const middle = (from + to) >>> 1
      if (this.#before(held[middle]!, slot) < 0) from = middle + 1
      else to = middle
    }
    return from
  }

  remove(key: number, slot: number): void {
    const shard = this.#shards[key % SHARDS]!
    const held = shard.get(key)
    if (held === slot) shard.delete(key)
    if (typeof held !== 'object') return
    const at = held.indexOf(slot)
    if (at >= 0) held.splice(at, 1)
    if (held.length === 1) shard.set(key, held[0]!)
  }

  /** How many accounts have the key. */
  count(key: number): number {
    const held = this.#shards[key % SHARDS]!.get(key)
    if (held === undefined) return 0
    return typeof held === 'number' ? 1 : held.length
  }

  /** The accounts of a key, in no order. Not to be changed. */
  of(key: number): readonly number[] | undefined {
    const held = this.#shards[key % SHARDS]!.get(key)
    return typeof held === 'number' ? [held] : held
  }

  /** Puts the accounts of a key in order, by `before`. */
  order(key: number): void {
    const held = this.#shards[key % SHARDS]!.get(key)
    if (typeof held === 'object' && this.#disordered.delete(key)) held.sort(this.#before)
  }
}
