/**
 * How often values occur among all accounts ever seen, closed or not: two sketches of counters, so that memory stays the same however many
 * accounts come. Plain JSON; the key of its state is `population`.
 */
export interface PopulationState {
  /** Names, words, pictures, tokens. */
  values: CountSketch
  /** Runs of letters in handles. */
  runs: CountSketch
  /** Accounts that have the field at all. */
  totals: Record<string, number>
}

export interface CountSketch {
  /** Two rows of counters, one after the other; a row's length is a power of two. */
  counts: number[]
  /** What one row's counters add up to. */
  sum: number
  /** Counted since the rows were last made longer. */
  since: number
}

export const POPULATION_KEY = 'population'
