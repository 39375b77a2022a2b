import type { AccountFacts } from '../model/facts.ts'
import type { Millis } from '../model/ids.ts'
import { codesOf, compact, type Fingerprint, fingerprintOf, hashKey, keyOf } from './fingerprint.ts'
import { numbersOf } from './handle.ts'
import { pack, unpack } from './packed.ts'
import { pdqPieces } from './picture.ts'
import { OFFERED_MAX, Postings } from './postings.ts'
import { gramsOf, Spelling } from './spelling.ts'

/** What a link tells of the closed account besides the match. */
export type ClosedFacts = Pick<AccountFacts, 'closedFor' | 'lineage'>

/** As it is held: the fingerprint packed, what orders accounts beside it. */
interface Held {
  account: string
  closedAt: Millis | null
  packed: string
  closedFor: ClosedFacts['closedFor']
  lineage: ClosedFacts['lineage']
}

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
 * The closed accounts in memory, with an inverted index over all that they can be known by again. About 1.5 kB per account.
 * What it answers depends on which accounts are in it, never on the order in which they came.
 */
export class ClosedAccounts {
  readonly #accounts: (Held | undefined)[] = []
  readonly #free: number[] = []
  readonly #slots = new Map<string, number>()
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
    const { account, closedAt, packed } = this.#accounts[slot]!
    return unpack(packed, account, closedAt)
  }

  accountAt(slot: number): string {
    return this.#accounts[slot]!.account
  }

  find(account: string): Fingerprint | undefined {
    const slot = this.#slots.get(account)
    return slot === undefined ? undefined : this.at(slot)
  }

  factsOf(account: string): ClosedFacts | undefined {
    const slot = this.#slots.get(account)
    return slot === undefined ? undefined : this.#accounts[slot]
  }

  add(facts: AccountFacts): void {
    this.remove(facts.id)
    const fingerprint = compact(fingerprintOf(facts))
    const slot = this.#free.pop() ?? this.#accounts.length
    const { id: account, closedAt, closedFor, lineage } = facts
    this.#accounts[slot] = { account, closedAt, packed: pack(fingerprint), closedFor, lineage }
    this.#slots.set(facts.id, slot)
    this.#count(fingerprint, slot, 1)
  }

  remove(account: string): void {
    const slot = this.#slots.get(account)
    if (slot === undefined) return
    this.#count(this.at(slot), slot, -1)
    this.#accounts[slot] = undefined
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
    const held = this.#accounts[slot]!
    return parentOf(held) === null && this.#returns.count(keyOf('return', held.account)) === 0
  }

  #lineageFrom(start: number): Fingerprint[] {
    const slots = [start]
    for (let i = 0; i < slots.length && slots.length < LINEAGE_MAX; i++)
      for (const slot of this.#linkedTo(slots[i]!))
        if (slots.length < LINEAGE_MAX && !slots.includes(slot)) slots.push(slot)
    return slots.length < 2 ? [] : slots.map((slot) => this.at(slot))
  }

  #linkedTo(slot: number): number[] {
    const held = this.#accounts[slot]!
    const parent = parentOf(held)
    const before = parent === null ? undefined : this.#slots.get(parent)
    const key = keyOf('return', held.account)
    this.#returns.order(key)
    const after = (this.#returns.of(key) ?? [])
      .filter((other) => parentOf(this.#accounts[other]!) === held.account)
      .slice(-OFFERED_MAX)
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
    const one = this.#accounts[slot]!
    const two = this.#accounts[other]!
    const difference = (one.closedAt ?? 0) - (two.closedAt ?? 0)
    if (difference !== 0) return difference
    return one.account < two.account ? -1 : 1
  }

  #count(fingerprint: Fingerprint, slot: number, by: 1 | -1): void {
    const update = by === 1 ? 'add' : 'remove'
    const parent = parentOf(this.#accounts[slot]!)
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

function distinct(values: Value[]): Value[] {
  const seen = new Set<number>()
  return values.filter(({ key }) => !seen.has(key) && seen.add(key))
}
