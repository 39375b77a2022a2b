import type { AccountFacts } from '../model/facts.ts'
import type { Millis } from '../model/ids.ts'
import type { Link } from '../model/link.ts'
import type { PopulationState } from '../model/population.ts'
import type { ClosedFacts } from './closed.ts'
import type { Finding } from './compare-names.ts'
import type { Weights } from './weights.ts'

/** An account to be weighed, and what all accounts are like. `trigger` is the event's type. */
export interface Weighing {
  facts: AccountFacts
  at: Millis
  trigger: string
  /** Null where nobody has counted. */
  population: PopulationState | null
}

/**
 * The closed accounts, and who has come back as whom. Held in memory, rebuilt from the store on start; two indexes over the same
 * accounts answer alike, in whatever order they were filled (docs/spec/lineage.md).
 */
export interface LineageIndex {
  readonly size: number
  /** What agreement is worth from here on. */
  weights: Weights
  /** Takes a closed account in, or takes it in again as it is now. */
  add(facts: AccountFacts): void
  /** Forgets an account that is open again or deleted. */
  remove(account: string): void
  /** What is known of a closed account besides its match. */
  factsOf(account: string): ClosedFacts | undefined
  /**
   * Links to closed accounts, strongest first, at most 5, never to itself. Reads at most 768 entries of the inverted index and weighs at
   * most 32 accounts, however many are closed (`candidates.ts`).
   */
  weigh(weighing: Weighing): Link[]
  /** All that was found of every candidate, linked or not: for measuring and learning. */
  examine(weighing: Weighing): Examined[]
  /** The same for one closed account, candidate or not; undefined when it is not in the index. */
  examinePair(weighing: Weighing, closedAccount: string): (Examined & { link: Link }) | undefined
}

export interface Examined {
  closedAccount: string
  bits: number
  /** By field: in which way it agrees or disagrees. */
  levels: Map<string, Finding>
}
