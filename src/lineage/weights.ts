import type { LinkTier } from '../model/link.ts'
import shipped from './weights.json' with { type: 'json' }

/*
 * What agreement and disagreement are worth, as values that can be read, learnt and exchanged. Bits are log2(m / u) (Fellegi & Sunter 1969):
 * m is how often a field agrees so between an account and its own return, u how often between strangers. Where a value's own frequency is known, u is
 * that frequency (term-frequency adjustment, Winkler 2000). The numbers that ship are in `weights.json`.
 */

/** Agreement on a value with a frequency: bits = log2(m) + rarity of the value, at most `bitsMax`, never below 0. */
export interface RareLevel {
  m: number
  /** Bits of a value nobody has counted yet: what an index of one account believes. */
  priorBits: number
  bitsMax: number
  /** What a sum over several values counts, because they hang together. */
  share?: number
  /** Bits taken off for each edit, or for being free to choose which part. */
  cost?: number
  /** Rarity in bits that a shared part must have before it counts. */
  rarityMin?: number
  /** Bits of a PDQ hash in which two copies of one picture may differ. */
  distanceMax?: number
  from?: string
}

/** A level whose u does not depend on the value. */
export interface Level {
  m: number
  u: number
  from?: string
}

export interface TimeLevel extends Level {
  is: string
  /** Up to so many hours; null for all beyond. */
  untilHours: number | null
}

export interface StyleLevel extends Level {
  is: string
  cosineMin: number
}

interface Valued {
  same: RareLevel
  differs: Level
}

/** What the handles of one actor look like beside one another: bits + slope × (bits shared × (share of letters kept)² + numberBits − lengthCost × length). */
export interface Closeness {
  bits: number
  slope: number
  lengthCost: number
  numberBits: number
  from?: string
}

export interface Family {
  fields: string[]
  bitsMax: number
}

export interface Weights {
  /** Names these numbers on every page that shows them. */
  version: string
  about?: string
  fields: {
    handle: Valued & { near: RareLevel; part: RareLevel; sound: RareLevel }
    name: Valued & { near: RareLevel; sound: RareLevel; words: RareLevel }
    bio: { words: RareLevel; phrases: RareLevel; differs: Level }
    location: Valued
    urls: Valued
    avatar: Valued & { copy: RareLevel }
    email: { same: RareLevel }
    emailDomain: { same: RareLevel }
    device: Valued
    network: { same: RareLevel }
    client: Valued
    language: Valued
    company: { some: RareLevel }
    tags: { some: RareLevel }
    texts: { some: RareLevel }
  }
  levels: { gap: TimeLevel[]; age: TimeLevel[]; change: TimeLevel[]; style: StyleLevel[] }
  hours: { bitsMax: number }
  closeness: Closeness
  /** Fields that hang together, and the most their sum may be worth. */
  families: Record<string, Family>
  /**
   * Whatever anyone can copy off a public profile. Its cap binds only when the account weighed bore its handle before the closed one did, which is
   * how a copy of a victim looks, not a return.
   */
  copyable: Family
  /** `John Smith` beside `john_smith` is one reason, not two: the weaker of the two adds this much at most. */
  echoBitsMax: number
  /** What a handle adds to a name that it spells on both sides: for the form it gives it. */
  formBitsMax: number
  tiers: Record<LinkTier, number>
}

/**
 * With 100,000 closed accounts and one sign-up in 200 a return, a given pair starts at about -24 bits; `strong` and `certain` leave odds of
 * about 8 : 1 and 500 : 1, `possible` is worth a look when something else points the same way.
 */
export const SHIPPED: Weights = shipped

export const levelBits = ({ m, u }: Level): number => Math.log2(m / u)

export function tierOf(bits: number, tiers: Weights['tiers']): LinkTier | null {
  if (bits >= tiers.certain) return 'certain'
  if (bits >= tiers.strong) return 'strong'
  return bits >= tiers.possible ? 'possible' : null
}

/** Weights from a file: whole and in bounds, or the first thing that is wrong with them. */
export function parseWeights(value: unknown): { ok: true; weights: Weights } | { ok: false; reason: string } {
  const reason = faultIn(value, SHIPPED, '')
  if (reason !== null) return { ok: false, reason }
  const weights = value as Weights
  const { possible, strong, certain } = weights.tiers
  if (!(possible < strong && strong < certain))
    return { ok: false, reason: 'tiers: must rise from possible to certain' }
  return { ok: true, weights }
}

/** Words that are shares of one; all other numbers are bits, counts, hours or cosines. */
const SHARES = new Set(['m', 'u', 'share'])

/** Every entry that ships must be there, of its own kind; nothing else may. */
function faultIn(value: unknown, model: unknown, path: string): string | null {
  if (typeof model === 'string')
    return typeof value === 'string' && value.length <= 2_000 ? null : `${path}: must be text`
  if (model === null || typeof model === 'number') return faultInNumber(value, path)
  if (Array.isArray(model)) {
    if (!Array.isArray(value) || value.length !== model.length)
      return `${path}: must be a list of ${model.length}`
    return firstFault(model.map((_, i) => faultIn(value[i], model[i], `${path}[${i}]`)))
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return `${path || 'weights'}: must be an object`
  const names = new Set([...Object.keys(model as object), ...Object.keys(value)])
  return firstFault(
    [...names].map((name) => {
      const inside = path === '' ? name : `${path}.${name}`
      if (!Object.hasOwn(model as object, name)) return name === 'from' ? null : `${inside}: is not known`
      if (!Object.hasOwn(value, name))
        return name === 'from' || name === 'about' ? null : `${inside}: is missing`
      return faultIn(
        (value as Record<string, unknown>)[name],
        (model as Record<string, unknown>)[name],
        inside,
      )
    }),
  )
}

const firstFault = (faults: (string | null)[]): string | null =>
  faults.find((fault) => fault !== null) ?? null

function faultInNumber(value: unknown, path: string): string | null {
  const name = path.split('.').at(-1)!
  if (value === null) return name === 'untilHours' ? null : `${path}: must be a number`
  if (typeof value !== 'number' || !Number.isFinite(value)) return `${path}: must be a number`
  if (SHARES.has(name) && !(value > 0 && value <= 1)) return `${path}: must be more than 0 and at most 1`
  if (Math.abs(value) > 1_000_000) return `${path}: is out of bounds`
  return null
}
