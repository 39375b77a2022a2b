/** Of a list with more slots, only the last so many are offered. */
export const OFFERED_MAX = 256

/** Slots that a block has room for, by its class. */
const ROOMS = [3, 5, 7, 11, 15, 23, 31, 47, 63, 95, 127, 191, 256] as const
/** The class of a list too long for a block, whose one cell says which of the long ones it is. */
const LONG = ROOMS.length
const CHUNK_BITS = 16
const CHUNK = 1 << CHUNK_BITS
const CLASS_BITS = 4

/**
 * Lists of two slots and more, as blocks of numbers cut from large pieces: an array of its own for each would take four times the room. A block's first cell says
 * how many slots are in it and of which class it is. A list is named by its block's place, which changes as it grows.
 */
export class SlotLists {
  readonly #chunks: Int32Array[] = []
  /** Cells of the last chunk that are cut. */
  #cut = CHUNK
  /** By class: blocks that are free. */
  readonly #free: number[][] = Array.from({ length: LONG + 1 }, () => [])
  readonly #long: (LongList | undefined)[] = []
  readonly #freeLong: number[] = []
  readonly #before: (slot: number, other: number) => number

  constructor(before: (slot: number, other: number) => number) {
    this.#before = before
  }

  create(one: number, other: number): number {
    const list = this.#cutBlock(0)
    const cells = this.#cellsOf(list)
    const at = list & (CHUNK - 1)
    cells[at] = headOf(2, 0)
    cells[at + 1] = one
    cells[at + 2] = other
    return list
  }

  length(list: number): number {
    const head = this.#headOf(list)
    return classOf(head) === LONG ? this.#longOf(list).length : lengthOf(head)
  }

  /** Returns where the list is from now on. */
  add(list: number, slot: number): number {
    const cells = this.#cellsOf(list)
    const at = list & (CHUNK - 1)
    const length = lengthOf(cells[at]!)
    const room = classOf(cells[at]!)
    if (room === LONG) {
      this.#longOf(list).add(slot)
      return list
    }
    if (length === ROOMS[room]) return this.#addToFull(list, slot)
    cells[at + 1 + length] = slot
    cells[at] = headOf(length + 1, room)
    return list
  }

  #addToFull(list: number, slot: number): number {
    const cells = this.#cellsOf(list)
    const at = list & (CHUNK - 1)
    const length = lengthOf(cells[at]!)
    const room = classOf(cells[at]!)
    const slots = cells.subarray(at + 1, at + 1 + length)
    if (room + 1 === LONG) {
      const long = new LongList(slots, this.#before)
      long.add(slot)
      this.#free[room]!.push(list)
      return this.#keepLong(long)
    }
    const next = this.#cutBlock(room + 1)
    const nextCells = this.#cellsOf(next)
    const nextAt = next & (CHUNK - 1)
    nextCells.set(slots, nextAt + 1)
    nextCells[nextAt + 1 + length] = slot
    nextCells[nextAt] = headOf(length + 1, room + 1)
    this.#free[room]!.push(list)
    return next
  }

  remove(list: number, slot: number): void {
    const cells = this.#cellsOf(list)
    const at = list & (CHUNK - 1)
    const length = lengthOf(cells[at]!)
    const room = classOf(cells[at]!)
    if (room === LONG) {
      this.#longOf(list).remove(slot)
      return
    }
    const found = cells.subarray(at + 1, at + 1 + length).indexOf(slot)
    if (found < 0) return
    cells[at + 1 + found] = cells[at + length]!
    cells[at] = headOf(length - 1, room)
  }

  /** Ends a list of one slot, and returns that. */
  dissolve(list: number): number {
    const cells = this.#cellsOf(list)
    const at = list & (CHUNK - 1)
    const room = classOf(cells[at]!)
    this.#free[room]!.push(list)
    if (room !== LONG) return cells[at + 1]!
    const [slot] = this.#longOf(list).slots()
    this.#long[cells[at + 1]!] = undefined
    this.#freeLong.push(cells[at + 1]!)
    return slot!
  }

  /** Writes all slots of a list, or of a long one the last 256, in no order. Returns how many. */
  offered(list: number, into: Int32Array): number {
    const cells = this.#cellsOf(list)
    const at = list & (CHUNK - 1)
    const length = lengthOf(cells[at]!)
    const room = classOf(cells[at]!)
    if (room === LONG) return this.#longOf(list).last(OFFERED_MAX, into)
    for (let i = 0; i < length; i++) into[i] = cells[at + 1 + i]!
    return length
  }

  #keepLong(long: LongList): number {
    const list = this.#cutBlock(LONG)
    const number = this.#freeLong.pop() ?? this.#long.length
    this.#long[number] = long
    const cells = this.#cellsOf(list)
    const at = list & (CHUNK - 1)
    cells[at] = headOf(0, LONG)
    cells[at + 1] = number
    return list
  }

  #cutBlock(room: number): number {
    const free = this.#free[room]!.pop()
    if (free !== undefined) return free
    const size = 1 + (room === LONG ? 1 : ROOMS[room]!)
    if (this.#cut + size > CHUNK) {
      this.#chunks.push(new Int32Array(CHUNK))
      this.#cut = 0
    }
    const at = this.#cut
    this.#cut += size
    return (this.#chunks.length - 1) * CHUNK + at
  }

  #cellsOf(list: number): Int32Array {
    return this.#chunks[list >>> CHUNK_BITS]!
  }

  #headOf(list: number): number {
    return this.#cellsOf(list)[list & (CHUNK - 1)]!
  }

  #longOf(list: number): LongList {
    return this.#long[this.#cellsOf(list)[(list & (CHUNK - 1)) + 1]!]!
  }
}

const headOf = (length: number, room: number): number => (length << CLASS_BITS) | room
const lengthOf = (head: number): number => head >>> CLASS_BITS
const classOf = (head: number): number => head & ((1 << CLASS_BITS) - 1)

const TOP_MAX = 2 * OFFERED_MAX

/** A list of which only the last are ever asked for: those are kept in order, the many before them are not. */
class LongList {
  readonly #before: (slot: number, other: number) => number
  /** The last slots, in order. All of `#rest` is before them. */
  readonly #top = new Int32Array(TOP_MAX)
  #topLength = 0
  #rest = new Int32Array(OFFERED_MAX)
  #restLength = 0

  constructor(slots: Int32Array, before: (slot: number, other: number) => number) {
    this.#before = before
    for (const slot of slots) this.#putInTop(slot)
  }

  get length(): number {
    return this.#topLength + this.#restLength
  }

  slots(): number[] {
    return [...this.#rest.subarray(0, this.#restLength), ...this.#top.subarray(0, this.#topLength)]
  }

  add(slot: number): void {
    if (this.#restLength > 0 && (this.#topLength === 0 || this.#before(slot, this.#top[0]!) < 0))
      this.#putInRest(slot)
    else this.#putInTop(slot)
  }

  remove(slot: number): void {
    const found = this.#top.subarray(0, this.#topLength).indexOf(slot)
    if (found >= 0) {
      this.#top.copyWithin(found, found + 1, this.#topLength)
      this.#topLength--
      return
    }
    const at = this.#rest.subarray(0, this.#restLength).indexOf(slot)
    if (at >= 0) this.#rest[at] = this.#rest[--this.#restLength]!
  }

  /** The last of all, at most so many. */
  last(slotsMax: number, into: Int32Array): number {
    if (this.#topLength < slotsMax && this.#restLength > 0) this.#refill()
    const from = Math.max(0, this.#topLength - slotsMax)
    for (let i = from; i < this.#topLength; i++) into[i - from] = this.#top[i]!
    return this.#topLength - from
  }

  /** Takes all in anew, as often as so many of the last were removed as are offered. */
  #refill(): void {
    const rest = this.#rest.slice(0, this.#restLength)
    this.#restLength = 0
    for (const slot of rest) this.add(slot)
  }

  #putInTop(slot: number): void {
    const at = this.#placeOf(slot)
    this.#top.copyWithin(at + 1, at, this.#topLength)
    this.#top[at] = slot
    this.#topLength++
    if (this.#topLength === TOP_MAX) this.#lowerHalf()
  }

  #lowerHalf(): void {
    for (let i = 0; i < OFFERED_MAX; i++) this.#putInRest(this.#top[i]!)
    this.#top.copyWithin(0, OFFERED_MAX, TOP_MAX)
    this.#topLength = OFFERED_MAX
  }

  #putInRest(slot: number): void {
    if (this.#restLength === this.#rest.length) {
      const rest = new Int32Array(Math.ceil(this.#restLength * 1.35))
      rest.set(this.#rest)
      this.#rest = rest
    }
    this.#rest[this.#restLength++] = slot
  }

  #placeOf(slot: number): number {
    let from = 0
    let to = this.#topLength
    // Closures are told in the order in which they happen.
    if (to === 0 || this.#before(this.#top[to - 1]!, slot) < 0) return to
    while (from < to) {
      const middle = (from + to) >>> 1
      if (this.#before(this.#top[middle]!, slot) < 0) from = middle + 1
      else to = middle
    }
    return from
  }
}
