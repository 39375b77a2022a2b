import type { PopulationState } from '../model/population.ts'
import type { ClosedAccounts, CountedField } from './closed.ts'
import { keyOf } from './fingerprint.ts'
import { countOf, runCountOf, totalOf } from './population.ts'
import { rarityBits } from './rarity.ts'
import { runBits } from './spelling.ts'
import type { RareLevel, Weights } from './weights.ts'

/** What a comparison rests on: the weights, and how common values are among the closed accounts and among all. */
export interface Grounds {
  weights: Weights
  closed: ClosedAccounts
  /** Null where nobody has counted: then the closed accounts alone tell. */
  population: PopulationState | null
  /** What was found of values and runs while one account is weighed: its candidates share them. */
  rarities: Map<number, number>
  spellings: Map<string, number>
}

export const groundsOf = (
  weights: Weights,
  closed: ClosedAccounts,
  population: PopulationState | null,
): Grounds => ({ weights, closed, population, rarities: new Map(), spellings: new Map() })

/** The closed account compared is left out of every count: it must not make its own values common. */
const OWN_CLOSED = 1
/** Among all accounts, so is the one weighed. */
const OWN_ALL = 2

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
  const { closed, population } = grounds
  const among = (count: number, total: number, own: number) =>
    rarityBits(Math.max(0, count - own), Math.max(0, total - own), priorBits)
  const closedBits = among(closed.count(key), closed.total(field), OWN_CLOSED)
  // The sketch's noise would make every address look shared; those are counted over the closed alone.
  if (population === null || field === 'email') return closedBits
  return Math.min(closedBits, among(countOf(population, key), totalOf(population, field), OWN_ALL))
}

/** True when somebody else has the value too, as far as is known. */
export const isBorneByOthers = (key: number, { closed, population }: Grounds): boolean =>
  closed.count(key) > OWN_CLOSED || (population !== null && countOf(population, key) > OWN_ALL)

/** How surprising it is that a stranger writes a run of letters in a handle. */
export function spellingBits(run: string, grounds: Grounds): number {
  let bits = grounds.spellings.get(run)
  if (bits === undefined) grounds.spellings.set(run, (bits = countedSpelling(run, grounds)))
  return bits
}

function countedSpelling(run: string, { closed, population }: Grounds): number {
  const closedBits = runBits(run, closed.spelling, OWN_CLOSED)
  if (population === null) return closedBits
  const everybody = {
    handles: totalOf(population, 'core'),
    gram: (key: number) => runCountOf(population, key),
    context: (key: number) => runCountOf(population, key),
  }
  return Math.min(closedBits, runBits(run, everybody, OWN_ALL))
}

/** Agreement by the rarity of the shared value. Never below zero: a shared value does not speak against. */
export function valueBits(field: CountedField, value: string, level: RareLevel, grounds: Grounds): number {
  return agreed(level, rarityOf(field, keyOf(field, value), level.priorBits, grounds))
}

export const agreed = (level: RareLevel, rarity: number): number =>
  Math.min(level.bitsMax, Math.max(0, Math.log2(level.m) + rarity))
