import type { Finding } from './compare-names.ts'
import type { Level, RareLevel, Weights } from './weights.ts'

/** A pair of accounts and what was found of each field. */
export interface Example {
  /** The account weighed: all its pairs fall on the same side of the holdout. */
  account: string
  levels: ReadonlyMap<string, Finding>
  /** `stranger`: a pair drawn by lot, which is as good as certainly none. `candidate`: nobody has said. */
  is: 'confirmed' | 'rejected' | 'candidate' | 'stranger'
}

export interface Change {
  entry: string
  name: 'm' | 'u'
  before: number
  after: number
  /** How many pairs it rests on, candidates counting for as much as they are believed. */
  pairs: number
}

export interface Learnt {
  weights: Weights
  changes: Change[]
}

/** What the present number weighs against what was seen, in pairs. */
const M_WEIGHT = 12
const U_WEIGHT = 60
const ROUNDS_MAX = 30
const SETTLED = 1e-4
const SHARE_MIN = 1e-4

/** Bits at which a pair is as likely as not: `strong` leaves odds of 8 : 1. */
export const evenBits = ({ tiers }: Weights): number => tiers.strong - 3

/**
 * New m and u for every way in which fields agree, by expectation and maximisation over pairs of which some are known (Dempster, Laird & Rubin 1977; for
 * linkage, Winkler 1988): confirmed pairs count whole, rejected ones not at all, the others by how likely they are under the numbers of the round
 * before. u is taken from pairs drawn by lot, since candidates agree by selection. The rarity of values, caps and tiers stay.
 */
export function learn(examples: readonly Example[], weights: Weights): Learnt {
  let now = structuredClone(weights)
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const next = reestimate(examples, now, weights)
    const moved = largestMove(now, next)
    now = next
    if (moved < SETTLED) break
  }
  return { weights: now, changes: changesBetween(weights, now, examples) }
}

/** How likely a pair is one actor, 0 to 1, under weights that may differ from those it was found with. */
export function beliefIn(example: Example, found: Weights, now: Weights): number {
  switch (example.is) {
    case 'confirmed':
      return 1
    case 'rejected':
    case 'stranger':
      return 0
    case 'candidate':
      return 1 / (1 + 2 ** (evenBits(now) - bitsUnder(example, found, now)))
  }
}

/** Total bits of a pair under other weights than it was found with: what was found stays, what it is worth changes. Caps are left out. */
export function bitsUnder({ levels }: Example, found: Weights, now: Weights): number {
  let sum = 0
  for (const [field, finding] of levels) sum += findingBits(field, finding, found, now)
  return sum
}

function findingBits(field: string, { level, bits }: Finding, found: Weights, now: Weights): number {
  const before = entryOf(found, field, level)
  const after = entryOf(now, field, level)
  if (before === null || after === null) return bits
  if (isFixed(before) && isFixed(after)) return Math.log2(after.m / after.u)
  return bits <= 0 ? bits : Math.max(0, bits + Math.log2(after.m / before.m))
}

const isFixed = (entry: Level | RareLevel): entry is Level => 'u' in entry

/** The entry of the weights that a finding speaks of, or null for one that has none (hours). */
function entryOf(weights: Weights, field: string, level: string): Level | RareLevel | null {
  const levels = (weights.levels as Record<string, (Level & { is: string })[]>)[field]
  if (levels !== undefined) return levels.find(({ is }) => is === level) ?? null
  const ways = (weights.fields as unknown as Record<string, Record<string, Level | RareLevel>>)[field]
  return ways?.[level] ?? null
}

/** Every entry with an m, as [field, level]. */
function entriesOf(weights: Weights): [string, string][] {
  return [
    ...Object.entries(weights.fields).flatMap(([field, ways]) =>
      Object.keys(ways).map((level): [string, string] => [field, level]),
    ),
    ...Object.entries(weights.levels).flatMap(([field, levels]) =>
      levels.map(({ is }): [string, string] => [field, is]),
    ),
  ]
}

interface Counts {
  /** field → how much belief stood behind pairs that have the field. */
  fields: Map<string, number>
  levels: Map<string, number>
}

function countUp(examples: readonly Example[], weightOf: (example: Example) => number): Counts {
  const counts: Counts = { fields: new Map(), levels: new Map() }
  for (const example of examples) {
    const weight = weightOf(example)
    if (weight < 1e-6) continue
    for (const [field, { level }] of example.levels) {
      counts.fields.set(field, (counts.fields.get(field) ?? 0) + weight)
      const key = `${field}\0${level}`
      counts.levels.set(key, (counts.levels.get(key) ?? 0) + weight)
    }
  }
  return counts
}

function reestimate(examples: readonly Example[], now: Weights, start: Weights): Weights {
  const next = structuredClone(now)
  const actors = countUp(examples, (example) => beliefIn(example, start, now))
  const strangers = countUp(examples, ({ is }) => (is === 'stranger' ? 1 : 0))
  for (const [field, level] of entriesOf(start)) {
    const entry = entryOf(next, field, level)!
    const prior = entryOf(start, field, level)!
    entry.m = blend(prior.m, M_WEIGHT, actors, field, level)
    if (isFixed(entry) && isFixed(prior)) entry.u = blend(prior.u, U_WEIGHT, strangers, field, level)
  }
  return next
}

function blend(
  prior: number,
  weight: number,
  { fields, levels }: Counts,
  field: string,
  level: string,
): number {
  const seen = levels.get(`${field}\0${level}`) ?? 0
  const present = fields.get(field) ?? 0
  if (present === 0) return prior
  const share = (seen + weight * prior) / (present + weight)
  return Math.min(1, Math.max(SHARE_MIN, share))
}

function largestMove(before: Weights, after: Weights): number {
  let most = 0
  for (const [field, level] of entriesOf(before)) {
    const [one, other] = [entryOf(before, field, level)!, entryOf(after, field, level)!]
    most = Math.max(most, Math.abs(one.m - other.m))
  }
  return most
}

function changesBetween(before: Weights, after: Weights, examples: readonly Example[]): Change[] {
  const actors = countUp(examples, (example) => beliefIn(example, before, after))
  const strangers = countUp(examples, ({ is }) => (is === 'stranger' ? 1 : 0))
  const changes: Change[] = []
  for (const [field, level] of entriesOf(before)) {
    const [one, other] = [entryOf(before, field, level)!, entryOf(after, field, level)!]
    const entry = `${field}: ${level}`
    changes.push({ entry, name: 'm', before: one.m, after: other.m, pairs: actors.fields.get(field) ?? 0 })
    if (isFixed(one) && isFixed(other))
      changes.push({
        entry,
        name: 'u',
        before: one.u,
        after: other.u,
        pairs: strangers.fields.get(field) ?? 0,
      })
  }
  return changes.filter(({ before, after }) => Math.abs(Math.log2(after / before)) > 0.05)
}

export interface Trial {
  /** Mean log-likelihood of the holdout's pairs, in bits; nearer to zero is better. */
  likelihood: number
  /** Of the holdout's confirmed and rejected pairs: how many come out on the right side of `strong`. */
  right: number
  of: number
}

/** How weights do on pairs they were not learnt from. */
export function tryOn(holdout: readonly Example[], found: Weights, weights: Weights): Trial {
  let [likelihood, right, of] = [0, 0, 0]
  const prior = 2 ** -evenBits(weights)
  for (const example of holdout) {
    const odds = prior * 2 ** bitsUnder(example, found, weights)
    const belief = odds / (1 + odds)
    switch (example.is) {
      case 'confirmed':
        likelihood += Math.log2(Math.max(1e-12, belief))
        break
      case 'rejected':
      case 'stranger':
        likelihood += Math.log2(Math.max(1e-12, 1 - belief))
        break
      case 'candidate':
        // Nobody has said: as likely as a mixture of the two makes it.
        likelihood += Math.log2((1 + odds) / (1 + prior))
        break
    }
    if (example.is !== 'confirmed' && example.is !== 'rejected') continue
    of++
    const isStrong = bitsUnder(example, found, weights) >= weights.tiers.strong
    if (isStrong === (example.is === 'confirmed')) right++
  }
  return { likelihood: holdout.length === 0 ? 0 : likelihood / holdout.length, right, of }
}
