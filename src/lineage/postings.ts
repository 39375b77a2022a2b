/** Of a key that more accounts share, only the last so many are offered. */
export const OFFERED_MAX = 256

/** Tables, each grown by itself, so that none takes long. */
const SHARDS = 64
const CAPACITY_FIRST = 32
const LOAD_MAX = 0.8
const GROWTH = 1.35
const EMPTY = -1
const GONE = -2

/**
 * Inverted index: key → slots of the accounts that have it. Keys are numbers below 2^30; a collision makes two keys one, which offers a needless
 * candidate and never makes evidence. A key of one account costs ten bytes or so: most keys are of one account, and there are thirty for each.
 * `before` orders slots; what is offered depends on it alone, never on the order of adding.
 */
export class Postings {
  readonly #shards: Shard[] = Array.from({ length: SHARDS }, () => new Shard())
  readonly #lists: (number[] | null)[] = []
  readonly #freeLists: number[] = []
  /** Keys of long lists that are not in order. They are sorted when someone asks. */
  readonly #disordered = new Set<number>()
  readonly #before: (slot: number, other: number) => number

  constructor(before: (slot: number, other: number) => number) {
    this.#before = before
  }

  add(key: number, slot: number): void {
    const shard = this.#shards[key % SHARDS]!
    const held = shard.get(key)
    if (held === EMPTY) shard.set(key, slot)
    else if (held >= 0) shard.set(key, this.#newList(held, slot))
    else {
      const list = this.#lists[listAt(held)]!
      if (list.length < OFFERED_MAX) list.push(slot)
      else this.#addToLong(key, list, slot)
    }
  }

  #newList(one: number, other: number): number {
    const at = this.#freeLists.pop() ?? this.#lists.length
    this.#lists[at] = [one, other]
    return heldFor(at)
  }

  /** A list is put in order when someone asks for it, and kept in order from then on: filling an index sorts each list once. */
  #addToLong(key: number, list: number[], slot: number): void {
    if (list.length === OFFERED_MAX) this.#disordered.add(key)
    if (this.#disordered.has(key)) list.push(slot)
    else list.splice(this.#placeOf(list, slot), 0, slot)
  }

  #placeOf(list: readonly number[], slot: number): number {
    let from = 0
    let to = list.length
    while (from < to) {
      const middle = (from + to) >>> 1
      if (this.#before(list[middle]!, slot) < 0) from = middle + 1
      else to = middle
    }
    return from
  }

  remove(key: number, slot: number): void {
    const shard = this.#shards[key % SHARDS]!
    const held = shard.get(key)
    if (held === EMPTY) return
    if (held >= 0) {
      if (held === slot) shard.delete(key)
      return
    }
    const list = this.#lists[listAt(held)]!
    const at = list.indexOf(slot)
    if (at >= 0) list.splice(at, 1)
    if (list.length > 1) return
    this.#lists[listAt(held)] = null
    this.#freeLists.push(listAt(held))
    shard.set(key, list[0]!)
  }

  /** How many accounts have the key. */
  count(key: number): number {
    const held = this.#shards[key % SHARDS]!.get(key)
    if (held === EMPTY) return 0
    return held >= 0 ? 1 : this.#lists[listAt(held)]!.length
  }

  /** The accounts of a key, in no order. Not to be changed. */
  of(key: number): readonly number[] | undefined {
    const held = this.#shards[key % SHARDS]!.get(key)
    if (held === EMPTY) return undefined
    return held >= 0 ? [held] : this.#lists[listAt(held)]!
  }

  /** Puts the accounts of a key in order, by `before`. */
  order(key: number): void {
    if (!this.#disordered.delete(key)) return
    const held = this.#shards[key % SHARDS]!.get(key)
    if (held < EMPTY) this.#lists[listAt(held)]!.sort(this.#before)
  }
}

/** What a table holds for a key: a slot, or, below −1, the place of a list. */
const heldFor = (list: number): number => -2 - list
const listAt = (held: number): number => -2 - held

/** Keys and what is held for them, by open addressing with linear probing. */
class Shard {
  #keys = new Int32Array(CAPACITY_FIRST).fill(EMPTY)
  #held = new Int32Array(CAPACITY_FIRST)
  /** Places that are not empty, those of keys that are gone among them. */
  #used = 0
  #size = 0

  get(key: number): number {
    const at = this.#find(key)
    return at < 0 ? EMPTY : this.#held[at]!
  }

  set(key: number, held: number): void {
    const known = this.#find(key)
    if (known >= 0) {
      this.#held[known] = held
      return
    }
    if (this.#used >= LOAD_MAX * this.#keys.length) this.#grow()
    this.#put(key, held)
  }

  delete(key: number): void {
    const at = this.#find(key)
    if (at < 0) return
    this.#keys[at] = GONE
    this.#size--
  }

  #find(key: number): number {
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
