import type { AccountFacts } from '../model/facts.ts'
import { codesOf, compact, type Fingerprint, fingerprintOf, hashKey, keyOf } from './fingerprint.ts'
import { numbersOf } from './handle.ts'
import { pack, unpack } from './packed.ts'
import { pdqPieces } from './picture.ts'
import { OFFERED_MAX, Postings } from './postings.ts'
import { gramsOf, Spelling } from './spelling.ts'

/** What a link tells of the closed account besides the match. */
export type ClosedFacts = Pick<AccountFacts, 'closedFor' | 'lineage'>

/** Fields whose values are counted one by one. */
export type CountedField =
  | 'core'
  | 'number'
  | 'sound'
  | 'name'
  | 'word'
  | 'phrase'
  | 'place'
  | 'url'
  | 'avatar'
  | 'pdq'
  | 'piece'
  | 'email'
  | 'domain'
  | 'device'
  | 'network'
  | 'company'
  | 'language'
  | 'client'
  | 'tag'
  | 'text'

const SLOTS_FIRST = 1_024
const REASONS_MAX = 1_000

function grown(numbers: Float64Array): Float64Array<ArrayBuffer> {
  const more = new Float64Array(Math.ceil(1.5 * numbers.length))
  more.set(numbers)
  return more
}

/** Closed accounts that are taken for one actor, at most. */
export const LINEAGE_MAX = 32

/** Whom an account was linked to, beyond what is merely possible. */
const parentOf = ({ lineage }: ClosedFacts): string | null =>
  lineage != null && (lineage.confirmed || lineage.tier !== 'possible') ? lineage.closedAccount : null

/** Fields that are only counted: half the world shares a language, and nobody is found by it. */
const ONLY_COUNTED: ReadonlySet<CountedField> = new Set(['place', 'domain', 'language', 'client'])

/** A value as candidates look for it and frequencies count it. */
export interface Value {
  field: CountedField
  key: number
}

/**
 * The closed accounts in memory, with an inverted index over all that they can be known by again. About 1.2 kB per account.
 * What it answers depends on which accounts are in it, never on the order in which they came.
 */
export class ClosedAccounts {
  /** By slot: an object for each would take twice the room. */
  readonly #accounts: (string | undefined)[] = []
  readonly #packed: string[] = []
  readonly #facts: (ClosedFacts | undefined)[] = []
  #closedAt = new Float64Array(SLOTS_FIRST)
  readonly #free: number[] = []
  readonly #slots = new Map<string, number>()
  readonly #reasons = new Map<ClosedFacts['closedFor'], ClosedFacts>()
  readonly #totals = new Map<CountedField, number>()
  readonly #counts = new Map<number, number>()
  /** By the closed account to which they were linked when they were closed. */
  readonly #returns = new Postings((slot, other) => this.compareAge(slot, other))
  readonly leads = new Postings((slot, other) => this.compareAge(slot, other))
  readonly grams = new Postings((slot, other) => this.compareAge(slot, other))
  readonly spelling = new Spelling(this.grams)
  /** What all of them together write, and when: whole numbers, so that sums do not depend on their order. */
  readonly style: number[] = []
  readonly hours: number[] = []

  get size(): number {
    return this.#slots.size
  }

  /** Unpacked anew each time. */
  at(slot: number): Fingerprint {
    const closedAt = this.#closedAt[slot]!
    return unpack(this.#packed[slot]!, this.accountAt(slot), Number.isNaN(closedAt) ? null : closedAt)
  }

  accountAt(slot: number): string {
    return this.#accounts[slot]!
  }

  find(account: string): Fingerprint | undefined {
    const slot = this.#slots.get(account)
    return slot === undefined ? undefined : this.at(slot)
  }

  factsOf(account: string): ClosedFacts | undefined {
    const slot = this.#slots.get(account)
    return slot === undefined ? undefined : this.#facts[slot]
  }

  add(facts: AccountFacts): void {
    const { id, closedAt, closedFor, lineage } = facts
    const fingerprint = compact(fingerprintOf(facts))
    const packed = pack(fingerprint)
    // Most of what still comes of a closed account changes nothing that it could be known by.
    if (this.#isHeldAs(facts, packed)) return
    this.remove(id)
    const slot = this.#free.pop() ?? this.#accounts.length
    if (slot === this.#closedAt.length) this.#closedAt = grown(this.#closedAt)
    this.#accounts[slot] = id
    this.#packed[slot] = packed
    this.#closedAt[slot] = closedAt ?? Number.NaN
    this.#facts[slot] = this.#closedFor(closedFor, lineage)
    this.#slots.set(id, slot)
    this.#count(fingerprint, slot, 1)
  }

  #isHeldAs({ id, closedAt, closedFor, lineage }: AccountFacts, packed: string): boolean {
    const slot = this.#slots.get(id)
    if (slot === undefined || this.#packed[slot] !== packed) return false
    const facts = this.#facts[slot]!
    return (
      Object.is(this.#closedAt[slot], closedAt ?? Number.NaN) &&
      facts.closedFor === closedFor &&
      facts.lineage === lineage &&
      lineage === null
    )
  }

  /** Most were closed for one of a few reasons and linked to nobody: those share what is told of them. */
  #closedFor(closedFor: ClosedFacts['closedFor'], lineage: ClosedFacts['lineage']): ClosedFacts {
    if (lineage != null) return { closedFor, lineage }
    let shared = this.#reasons.get(closedFor)
    if (shared === undefined) {
      shared = { closedFor, lineage }
      if (this.#reasons.size < REASONS_MAX) this.#reasons.set(closedFor, shared)
    }
    return shared
  }

  remove(account: string): void {
    const slot = this.#slots.get(account)
    if (slot === undefined) return
    this.#count(this.at(slot), slot, -1)
    this.#accounts[slot] = undefined
    this.#packed[slot] = ''
    this.#facts[slot] = undefined
    this.#slots.delete(account)
    this.#free.push(slot)
  }

  /**
   * The closed accounts of one actor as far as their links tell, `account` first, at most 32: those it was linked to when it was closed, those that were linked to it, and so on. Only
   * links that were strong, or that a person confirmed. Among many, those closed last. None for one that is alone.
   */
  lineageOf(account: string): Fingerprint[] {
    const start = this.#slots.get(account)
    return start === undefined || this.isAlone(start) ? [] : this.#lineageFrom(start)
  }

  /** True for most: linked to no account when it was closed, and none to it. */
  isAlone(slot: number): boolean {
    return (
      parentOf(this.#facts[slot]!) === null &&
      this.#returns.count(keyOf('return', this.accountAt(slot))) === 0
    )
  }

  #lineageFrom(start: number): Fingerprint[] {
    const slots = [start]
    for (let i = 0; i < slots.length && slots.length < LINEAGE_MAX; i++)
      for (const slot of this.#linkedTo(slots[i]!))
        if (slots.length < LINEAGE_MAX && !slots.includes(slot)) slots.push(slot)
    return slots.length < 2 ? [] : slots.map((slot) => this.at(slot))
  }

  #linkedTo(slot: number): number[] {
    const account = this.accountAt(slot)
    const parent = parentOf(this.#facts[slot]!)
    const before = parent === null ? undefined : this.#slots.get(parent)
    const offered = new Int32Array(OFFERED_MAX)
    const count = this.#returns.offered(this.#returns.held(keyOf('return', account)), offered)
    const after = [...offered.subarray(0, count)]
      .filter((other) => parentOf(this.#facts[other]!) === account)
      .sort((one, other) => this.compareAge(other, one))
    return before === undefined ? after : [before, ...after]
  }

  /** How many closed accounts have the value, and how many have the field at all. */
  count(key: number): number {
    return this.leads.count(key) || (this.#counts.get(key) ?? 0)
  }

  total(field: CountedField): number {
    return this.#totals.get(field) ?? 0
  }

  /** Closed earlier first; ids decide between equals. */
  compareAge(slot: number, other: number): number {
    const [one, two] = [this.#closedAt[slot]!, this.#closedAt[other]!]
    // Those closed nobody knows when come first.
    const difference = (Number.isNaN(one) ? 0 : one) - (Number.isNaN(two) ? 0 : two)
    if (difference !== 0) return difference
    return this.#accounts[slot]! < this.#accounts[other]! ? -1 : 1
  }

  #count(fingerprint: Fingerprint, slot: number, by: 1 | -1): void {
    const update = by === 1 ? 'add' : 'remove'
    const parent = parentOf(this.#facts[slot]!)
    if (parent !== null) this.#returns[update](keyOf('return', parent), slot)
    const fields = new Set<CountedField>()
    for (const { field, key } of valuesOf(fingerprint)) {
      if (ONLY_COUNTED.has(field)) this.#tally(key, by)
      else this.leads[update](key, slot)
      fields.add(field)
    }
    for (const field of fields) this.#totals.set(field, this.total(field) + by)
    sumInto(this.style, fingerprint.style, by)
    sumInto(this.hours, fingerprint.hours, by)
    if (fingerprint.handle === null) return
    for (const gram of gramsOf(fingerprint.handle.core)) this.grams[update](gram, slot)
    this.spelling.learn(fingerprint.handle.core, by)
  }

  #tally(key: number, by: 1 | -1): void {
    const count = (this.#counts.get(key) ?? 0) + by
    if (count > 0) this.#counts.set(key, count)
    else this.#counts.delete(key)
  }
}

function sumInto(sums: number[], counts: readonly number[], by: 1 | -1): void {
  for (let i = 0; i < counts.length; i++) sums[i] = (sums[i] ?? 0) + by * counts[i]!
}

/** Every value of a fingerprint, each once. Words of names and bios share one count. */
export function valuesOf(fingerprint: Fingerprint): Value[] {
  const values: Value[] = []
  const put = (field: CountedField, key: number) => void values.push({ field, key })
  const { handle, name, bio, location, pdq } = fingerprint
  if (handle !== null) put('core', keyOf('core', handle.core))
  for (const number of handle === null ? [] : numbersOf(handle.raw)) put('number', keyOf('number', number))
  for (const key of soundKeys(fingerprint)) put('sound', key)
  if (name !== null) put('name', keyOf('name', name.key))
  for (const code of new Set([...(name === null ? [] : codesOf(name)), ...(bio?.codes ?? [])]))
    put('word', code)
  for (const phrase of bio?.phrases ?? []) put('phrase', phrase)
  if (location !== null) put('place', keyOf('place', location))
  for (const { key } of fingerprint.urls) put('url', keyOf('url', key))
  if (fingerprint.avatar !== null) put('avatar', keyOf('avatar', fingerprint.avatar))
  if (pdq !== null) {
    put('pdq', keyOf('pdq', pdq))
    for (const piece of pdqPieces(pdq)) put('piece', PIECE_KEYS + piece)
  }
  if (fingerprint.email !== null) put('email', keyOf('email', fingerprint.email))
  if (fingerprint.emailDomain !== null) put('domain', keyOf('domain', fingerprint.emailDomain))
  for (const device of fingerprint.devices) put('device', hashKey('device', device))
  for (const network of fingerprint.networks) put('network', hashKey('network', network))
  for (const other of fingerprint.companyKeys) put('company', other)
  if (fingerprint.language !== null) put('language', keyOf('language', fingerprint.language))
  if (fingerprint.client !== null) put('client', keyOf('client', fingerprint.client))
  for (const tag of fingerprint.tags) put('tag', keyOf('tag', tag))
  for (const text of fingerprint.texts) put('text', text)
  return distinct(values)
}

/** Handle and name share one index of sounds: a handle in Latin letters may return as a name in Arabic ones. */
export function soundKeys({ handle, name }: Fingerprint): number[] {
  const keys: number[] = []
  if (handle?.sound != null) keys.push(keyOf('sound', handle.sound))
  if (name?.sound != null) keys.push(keyOf('sound', name.sound))
  return keys
}

/** Pieces have a million keys to themselves. */
const PIECE_KEYS = 0x2000_0000

/** Each key once, in place. Keys seen stand in a table that is kept between calls; its places know of which call they are. */
function distinct(values: Value[]): Value[] {
  if (2 * values.length > SEEN_PLACES) return distinctOfMany(values)
  call++
  let kept = 0
  for (const value of values) {
    if (wasSeen(value.key)) continue
    values[kept++] = value
  }
  values.length = kept
  return values
}

const SEEN_PLACES = 1_024
const seenKeys = new Int32Array(SEEN_PLACES)
const seenIn = new Float64Array(SEEN_PLACES)
let call = 0

function wasSeen(key: number): boolean {
  let place = (key ^ (key >>> 10)) & (SEEN_PLACES - 1)
  for (; seenIn[place] === call; place = (place + 1) & (SEEN_PLACES - 1))
    if (seenKeys[place] === key) return true
  seenKeys[place] = key
  seenIn[place] = call
  return false
}

function distinctOfMany(values: Value[]): Value[] {
  const seen = new Set<number>()
  return values.filter(({ key }) => !seen.has(key) && seen.add(key))
}
