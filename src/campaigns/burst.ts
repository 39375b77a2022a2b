import type { Millis } from '../model/ids.ts'
import { ACCOUNT_COUNT_BITS } from './bounds.ts'
import { SPAN_MS } from './epochs.ts'

/*
 * The first question: is something bursting over its own baseline? Asked of a tag, an address or a text alike. What is counted are accounts
 * per quarter of an hour, not posts: one loud account makes no burst.
 */

export const SLOT_MS = 15 * 60_000
/** A day and a quarter: the same hour of yesterday is always in it. */
export const MEMORY_MS = 1.25 * SPAN_MS
const SLOTS_MAX = Math.ceil(MEMORY_MS / SLOT_MS)

export const slotOf = (at: Millis): number => Math.floor(at / SLOT_MS)

/** Accounts per slot of time, of one trace or of the whole stream. Slots in which nothing happened take no room. */
export class Activity {
  /** Slot numbers, ascending, with the count of accounts at the same place. */
  readonly #slots: number[] = []
  readonly #accounts: number[] = []
  /** How many posts of the stream had come in the slot before the first that is counted here. */
  readonly #firsts: number[] = []
  #since = Number.NEGATIVE_INFINITY

  /** The slot of what came first of all, however long ago. */
  get since(): number {
    return this.#since
  }

  /** `before` is when the same account was last counted here; twice in one slot counts once. `nth`: see `Moment`. */
  add(at: Millis, before?: Millis, nth = 0): void {
    const slot = slotOf(at)
    if (before !== undefined && slotOf(before) === slot) return
    if (this.#since === Number.NEGATIVE_INFINITY) this.#since = slot
    const slots = this.#slots
    let place = slots.length
    while (place > 0 && slots[place - 1]! >= slot) place--
    if (slots[place] === slot) {
      this.#accounts[place]!++
      this.#firsts[place] = Math.min(this.#firsts[place]!, nth)
    } else {
      slots.splice(place, 0, slot)
      this.#accounts.splice(place, 0, 1)
      this.#firsts.splice(place, 0, nth)
    }
    while (slots.at(-1)! - slots[0]! >= SLOTS_MAX) {
      slots.shift()
      this.#accounts.shift()
      this.#firsts.shift()
    }
  }

  in(slot: number): number {
    return this.between(slot, slot)
  }

  between(from: number, to: number): number {
    let sum = 0
    for (let i = this.#slots.length - 1; i >= 0 && this.#slots[i]! >= from; i--)
      if (this.#slots[i]! <= to) sum += this.#accounts[i]!
    return sum
  }

  total(): number {
    return this.#accounts.reduce((sum, count) => sum + count, 0)
  }

  /** When the slot began by which a tenth of what is remembered had come: one stray before the others does not count. */
  onset(): Moment | undefined {
    let left = STRAY_SHARE * this.total()
    for (let i = 0; i < this.#slots.length; i++) {
      left -= this.#accounts[i]!
      if (left < 0) return { slot: this.#slots[i]!, nth: this.#firsts[i]! }
    }
    return undefined
  }
}

/** A place in the stream, to the post: a slot, and how many posts had come in it before. */
export interface Moment {
  slot: number
  nth: number
}

const STRAY_SHARE = 0.1

/** Posts of one account within a quarter of an hour that count as the stream's. */
const POSTS_OF_VOICE_MAX = 4

/**
 * How loud each account is just now. What is new is held against what the stream says, and one account that floods it would make everything else look as if it had always been about.
 */
export class Voices {
  readonly #slots = new Int32Array(1 << ACCOUNT_COUNT_BITS)
  readonly #counts = new Uint8Array(1 << ACCOUNT_COUNT_BITS)

  /** Whether a post counts. `account`: hashed; two that share a cell have one voice. A post of an earlier quarter than the account's last does not. */
  counts(account: number, at: Millis): boolean {
    const cell = account & (this.#slots.length - 1)
    const slot = slotOf(at)
    if (slot > this.#slots[cell]!) {
      this.#slots[cell] = slot
      this.#counts[cell] = 0
    }
    if (slot < this.#slots[cell]! || this.#counts[cell]! >= POSTS_OF_VOICE_MAX) return false
    this.#counts[cell]!++
    return true
  }
}

const DAY_SLOTS = (24 * 3_600_000) / SLOT_MS
/** Slots of which the newest is compared with those before: what has begun half an hour ago is still new. */
const RECENT_SLOTS = 2
/** Slots on both sides of the same time yesterday. */
const YESTERDAY_SLOTS = 4

/**
 * How far the last half hour is above what was to be expected, in standard deviations of a count (Anscombe 1948, for small counts too); 0 where it is
 * not. Expected is the larger of two baselines: the trace's own share of the stream before, times what the stream does now, whose rhythm by hour and weekday is so taken
 * out; and what the trace itself did at this time yesterday, for what comes every evening.
 */
export function burstOf(own: Activity, stream: Activity, now: Millis): number {
  const to = slotOf(now)
  const from = to - RECENT_SLOTS + 1
  const seen = own.between(from, to)
  const expected = Math.max(byShare(own, stream, from, to), yesterday(own, from))
  return Math.max(0, round2(2 * (Math.sqrt(seen + 0.375) - Math.sqrt(expected + 0.375))))
}

function byShare(own: Activity, stream: Activity, from: number, to: number): number {
  const before = stream.between(from - DAY_SLOTS, from - 1)
  return before === 0 ? 0 : (own.between(from - DAY_SLOTS, from - 1) / before) * stream.between(from, to)
}

function yesterday(own: Activity, from: number): number {
  const middle = from - DAY_SLOTS
  const width = 2 * YESTERDAY_SLOTS + RECENT_SLOTS
  return (
    (own.between(middle - YESTERDAY_SLOTS, middle + RECENT_SLOTS - 1 + YESTERDAY_SLOTS) / width) *
    RECENT_SLOTS
  )
}

/** What so many bits say is new. A phrase that is always about looks so once in 16,000 looks. */
export const NEW_BITS_MIN = 14

/**
 * How surprising it is that something came so late, in bits. What is said all day comes in the first part of the day's posts as well: if `accounts` voices lay anywhere among
 * the posts of others, none of them before the onset would have the chance C(others + accounts − before, accounts) / C(others + accounts, accounts). Near 0 for phrases that are
 * always about, large for what has just begun. Its own `posts` are not what it is held against: in a small place a push is itself most of what is said. And where
 * next to nothing else is said, time is the measure: every quarter of an hour since the stream began counts as one more post by others. The first tenth of the accounts may be
 * strays, and is left out.
 */
export function newBits(
  onset: Moment | undefined,
  accounts: number,
  posts: number,
  stream: Activity,
  now: Millis,
): number {
  if (onset === undefined) return 0
  const to = slotOf(now)
  const from = Math.max(to - DAY_SLOTS, stream.since)
  const said = Math.max(0, stream.between(to - DAY_SLOTS, to) - posts)
  const saidBefore = Math.min(said, stream.between(to - DAY_SLOTS, onset.slot - 1) + onset.nth)
  const others = said + Math.max(0, to - from + 1)
  const before = saidBefore + Math.max(0, onset.slot - from)
  const places = others + accounts
  const voices = accounts - Math.floor(STRAY_SHARE * accounts)
  let bits = 0
  for (let i = 0; i < voices; i++) bits += Math.log2((places - i) / (places - before - i))
  return bits
}

/** When a tenth of the accounts had acted. `acts` in any order. */
export function onsetOf(acts: readonly { account: string; at: Millis; nth: number }[]): Moment | undefined {
  const firsts = new Map<string, Place>()
  for (const { account, at, nth } of acts) {
    const known = firsts.get(account)
    if (known === undefined || isBefore({ at, nth }, known)) firsts.set(account, { at, nth })
  }
  const places = [...firsts.values()].sort((a, b) => (isBefore(a, b) ? -1 : 1))
  const place = places[Math.floor(STRAY_SHARE * places.length)]
  return place === undefined ? undefined : { slot: slotOf(place.at), nth: place.nth }
}

interface Place {
  at: Millis
  nth: number
}

const isBefore = (one: Place, other: Place): boolean => {
  const apart = slotOf(one.at) - slotOf(other.at)
  return apart < 0 || (apart === 0 && one.nth < other.nth)
}

const round2 = (value: number): number => Math.round(value * 100) / 100
