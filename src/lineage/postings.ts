import { SlotLists } from './slot-lists.ts'

export { OFFERED_MAX } from './slot-lists.ts'

/** Tables, each grown by itself, so that none takes long. */
const SHARDS = 64
const CAPACITY_FIRST = 32
const LOAD_MAX = 0.8
const GROWTH = 1.35
const EMPTY = -1
const GONE = -2

/**
 * Inverted index: key → slots of the accounts that have it. Keys are numbers below 2^30; a collision makes two keys one, which offers a needless
 * candidate and never makes evidence. A key of one account costs ten bytes or so, each further account five: most keys are of one account, and
 * there are thirty for each. `before` orders slots; what is offered depends on it alone, never on the order of adding.
 */
export class Postings {
  readonly #shards: Shard[] = Array.from({ length: SHARDS }, () => new Shard())
  readonly #lists: SlotLists

  constructor(before: (slot: number, other: number) => number) {
    this.#lists = new SlotLists(before)
  }

  add(key: number, slot: number): void {
    const shard = this.#shards[key % SHARDS]!
    const place = shard.find(key)
    if (place < 0) {
      shard.add(key, slot)
      return
    }
    const held = shard.heldAt(place)
    const next = held >= 0 ? this.#lists.create(held, slot) : this.#lists.add(listOf(held), slot)
    shard.hold(place, heldFor(next))
  }

  remove(key: number, slot: number): void {
    const shard = this.#shards[key % SHARDS]!
    const place = shard.find(key)
    if (place < 0) return
    const held = shard.heldAt(place)
    if (held === slot) shard.deleteAt(place)
    if (held >= 0) return
    const list = listOf(held)
    this.#lists.remove(list, slot)
    if (this.#lists.length(list) === 1) shard.hold(place, this.#lists.dissolve(list))
  }

  /** What is held for a key, for `size` and `offered`; good until the next change. −1 for a key that nobody has. */
  held(key: number): number {
    const shard = this.#shards[key % SHARDS]!
    const place = shard.find(key)
    return place < 0 ? EMPTY : shard.heldAt(place)
  }

  size(held: number): number {
    if (held === EMPTY) return 0
    return held >= 0 ? 1 : this.#lists.length(listOf(held))
  }

  /** Writes the accounts that are offered of a key: all of them, or of more than 256 the last. Returns how many. */
  offered(held: number, into: Int32Array): number {
    if (held === EMPTY) return 0
    if (held < EMPTY) return this.#lists.offered(listOf(held), into)
    into[0] = held
    return 1
  }

  /** How many accounts have the key. */
  count(key: number): number {
    return this.size(this.held(key))
  }
}

/** What a table holds for a key: a slot, or, below −1, the place of a list. */
const heldFor = (list: number): number => -2 - list
const listOf = (held: number): number => -2 - held

/** Keys and what is held for them, by open addressing with linear probing. */
class Shard {
  #keys = new Int32Array(CAPACITY_FIRST).fill(EMPTY)
  #held = new Int32Array(CAPACITY_FIRST)
  /** Places that are not empty, those of keys that are gone among them. */
  #used = 0
  #size = 0

  heldAt(place: number): number {
    return this.#held[place]!
  }

  hold(place: number, held: number): void {
    this.#held[place] = held
  }

  /** A key that is not there yet. */
  add(key: number, held: number): void {
    if (this.#used >= LOAD_MAX * this.#keys.length) this.#grow()
    this.#put(key, held)
  }

  deleteAt(place: number): void {
    this.#keys[place] = GONE
    this.#size--
  }

  /** The place of a key, or −1. */
  find(key: number): number {
    const keys = this.#keys
    for (let at = placeOf(key, keys.length); ; at = at + 1 === keys.length ? 0 : at + 1) {
      const there = keys[at]!
      if (there === key) return at
      if (there === EMPTY) return -1
    }
  }

  #put(key: number, held: number): void {
    const keys = this.#keys
    let at = placeOf(key, keys.length)
    while (keys[at]! >= 0) at = at + 1 === keys.length ? 0 : at + 1
    if (keys[at] === EMPTY) this.#used++
    keys[at] = key
    this.#held[at] = held
    this.#size++
  }

  #grow(): void {
    const [keys, held] = [this.#keys, this.#held]
    const capacity = Math.max(CAPACITY_FIRST, Math.ceil((this.#size * GROWTH) / LOAD_MAX) + 8)
    this.#keys = new Int32Array(capacity).fill(EMPTY)
    this.#held = new Int32Array(capacity)
    this.#used = 0
    this.#size = 0
    for (let at = 0; at < keys.length; at++) if (keys[at]! >= 0) this.#put(keys[at]!, held[at]!)
  }
}

/** Any capacity will do: the hash, as a share of its range, is a place (Lemire 2019). */
const placeOf = (key: number, capacity: number): number =>
  Math.floor(((Math.imul(key ^ (key >>> 16), 0x9e3779b1) >>> 0) / 4_294_967_296) * capacity)
