import type { PopulationState } from '../model/population.ts'
import type { ClosedAccounts, CountedField } from './closed.ts'
import { keyOf } from './fingerprint.ts'
import { type Kin, ownAmong } from './kin.ts'
import { countOf, runCountOf, totalOf } from './population.ts'
import { rarityBits } from './rarity.ts'
import { type RunCounts, runBits } from './spelling.ts'
import type { RareLevel, Weights } from './weights.ts'

/** What a comparison rests on: the weights, and how common values are among the closed accounts and among all. */
export interface Grounds {
  weights: Weights
  closed: ClosedAccounts
  /** Null where nobody has counted: then the closed accounts alone tell. */
  population: PopulationState | null
  /** Other closed accounts of the one compared's actor; null where none are known. */
  kin: Kin | null
  /** What was found of values and runs while one account is weighed: its candidates share them. */
  rarities: Map<number, number>
  spellings: Map<string, number>
}

export const groundsOf = (
  weights: Weights,
  closed: ClosedAccounts,
  population: PopulationState | null,
): Grounds => ({ weights, closed, population, kin: null, rarities: new Map(), spellings: new Map() })

/** The same grounds for holding an account against one of these. */
export const groundsBeside = (grounds: Grounds, kin: Kin): Grounds => ({
  ...grounds,
  kin,
  rarities: new Map(),
  spellings: new Map(),
})

/** The closed account compared and its kin are left out of every count: they must not make their own values common. */
const ownClosed = (key: number, kin: Kin | null): number => ownAmong(kin?.values, key)
/** Among all accounts, so is the one weighed. */
const ownAll = (key: number, kin: Kin | null): number => ownAmong(kin?.born, key) + 1

/**
 * How surprising it is that a stranger shares a value. A value is as common as it is where it is more common: among the closed, whose circle
 * has its own names, or among everybody.
 */
export function rarityOf(field: CountedField, key: number, priorBits: number, grounds: Grounds): number {
  // Keys are below 2^30 and priors below 64: together one whole number.
  const memo = key * 64 + priorBits
  let rarity = grounds.rarities.get(memo)
  if (rarity === undefined)
    grounds.rarities.set(memo, (rarity = countedRarity(field, key, priorBits, grounds)))
  return rarity
}

function countedRarity(field: CountedField, key: number, priorBits: number, grounds: Grounds): number {
  const { closed, population, kin } = grounds
  const among = (count: number, total: number, own: number) =>
    rarityBits(Math.max(0, count - own), Math.max(0, total - own), priorBits)
  const closedBits = among(closed.count(key), closed.total(field), ownClosed(key, kin))
  // The sketch's noise would make every address look shared; those are counted over the closed alone.
  if (population === null || field === 'email') return closedBits
  return Math.min(closedBits, among(countOf(population, key), totalOf(population, field), ownAll(key, kin)))
}

/** True when somebody else has the value too, as far as is known. */
export const isBorneByOthers = (key: number, { closed, population, kin }: Grounds): boolean =>
  closed.count(key) > ownClosed(key, kin) ||
  (population !== null && countOf(population, key) > ownAll(key, kin))

/** How surprising it is that a stranger writes a run of letters in a handle. */
export function spellingBits(run: string, grounds: Grounds): number {
  let bits = grounds.spellings.get(run)
  if (bits === undefined) grounds.spellings.set(run, (bits = countedSpelling(run, grounds)))
  return bits
}

function countedSpelling(run: string, { closed, population, kin }: Grounds): number {
  const closedBits = runBits(run, withoutKin(closed.spelling, kin), 1)
  if (population === null) return closedBits
  const everybody = {
    handles: totalOf(population, 'core'),
    gram: (key: number) => runCountOf(population, key),
    context: (key: number) => runCountOf(population, key),
  }
  return Math.min(closedBits, runBits(run, withoutKin(everybody, kin), 2))
}

/** Counts of runs with the kin's handles as one. */
function withoutKin(counts: RunCounts, kin: Kin | null): RunCounts {
  if (kin === null) return counts
  const beside = (key: number) => ownAmong(kin.runs, key) - 1
  return {
    handles: Math.max(0, counts.handles - (kin.accounts.length - 1)),
    gram: (key) => Math.max(0, counts.gram(key) - beside(key)),
    context: (key) => Math.max(0, counts.context(key) - beside(key)),
  }
}

/** Agreement by the rarity of the shared value. Never below zero: a shared value does not speak against. */
export function valueBits(field: CountedField, value: string, level: RareLevel, grounds: Grounds): number {
  return agreed(level, rarityOf(field, keyOf(field, value), level.priorBits, grounds))
}

export const agreed = (level: RareLevel, rarity: number): number =>
  Math.min(level.bitsMax, Math.max(0, Math.log2(level.m) + rarity))
