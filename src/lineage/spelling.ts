import type { Postings } from './postings.ts'

/** Letters of a handle that a piece of the index spans. */
export const GRAM_LENGTH = 4
const CONTEXT_LENGTH = GRAM_LENGTH - 1

/** Bits of the first three letters, and of each letter after them, before anything was counted. */
const FIRST_PRIOR_BITS = 7.5
const NEXT_PRIOR_BITS = 2.2
/** How many sightings the prior is worth. */
const PRIOR_WEIGHT = 4
/** What was not seen among many counts as half a sighting. */
const UNSEEN = 0.5

export const GRAMS_MAX = 64

/** A core as it is counted: a mark at each end says where it begins and ends. */
export const marked = (core: string): string => `^${core}$`

/** Keys of the runs of four letters of a core, each once; a short core is one run. */
export function gramsOf(core: string): number[] {
  const letters = marked(core)
  const last = Math.min(GRAMS_MAX, Math.max(1, letters.length - GRAM_LENGTH + 1))
  const keys = new Set<number>()
  for (let i = 0; i < last; i++) keys.add(runKey(letters, i, i + GRAM_LENGTH))
  return [...keys]
}

/** FNV-1a over a run of letters, without cutting it out; below 2^30. */
function runKey(letters: string, from: number, to: number): number {
  let state = 0x811c9dc5
  for (let i = from; i < to && i < letters.length; i++)
    state = Math.imul(state ^ letters.charCodeAt(i), 0x01000193)
  return (state ^ (state >>> 15)) & 0x3fffffff
}

/** Keys of the runs of three letters after which a next one is expected, each once. */
export function contextsOf(core: string): number[] {
  const letters = marked(core)
  const keys = new Set<number>()
  for (let i = 0; i + CONTEXT_LENGTH <= letters.length && i < GRAMS_MAX; i++)
    keys.add(runKey(letters, i, i + CONTEXT_LENGTH))
  return [...keys]
}

/** How many handles have a run of letters, among some handles. */
export interface RunCounts {
  readonly handles: number
  gram(key: number): number
  context(key: number): number
}

/**
 * Bits of a run of letters, which may carry end marks, under a third-order Markov chain over the handles counted: how unlikely a stranger is
 * to write it, also if nobody has yet. `own` handles with this run are left out of the counts: those compared must not vouch for themselves.
 */
export function runBits(run: string, counts: RunCounts, own: number): number {
  if (run.length < CONTEXT_LENGTH) return 0
  const contextAt = (at: number) => Math.max(0, counts.context(runKey(run, at, at + CONTEXT_LENGTH)) - own)
  const weight = PRIOR_WEIGHT
  let context = contextAt(0)
  let bits = -Math.log2(
    (context + Math.max(UNSEEN, weight * 2 ** -FIRST_PRIOR_BITS)) /
      (Math.max(0, counts.handles - own) + weight),
  )
  for (let i = CONTEXT_LENGTH; i < run.length; i++) {
    const seen = Math.max(0, counts.gram(runKey(run, i - CONTEXT_LENGTH, i + 1)) - own)
    bits += Math.max(0, -Math.log2((seen + weight * 2 ** -NEXT_PRIOR_BITS) / (context + weight)))
    context = contextAt(i - CONTEXT_LENGTH + 1)
  }
  return Math.max(0, bits)
}

/** Letters as the closed accounts write their handles. */
export class Spelling implements RunCounts {
  readonly #contexts = new Map<number, number>()
  readonly #grams: Postings
  handles = 0

  /** `grams` are the postings that count runs of four. */
  constructor(grams: Postings) {
    this.#grams = grams
  }

  learn(core: string, by: 1 | -1): void {
    this.handles += by
    for (const context of contextsOf(core)) {
      const count = this.context(context) + by
      if (count > 0) this.#contexts.set(context, count)
      else this.#contexts.delete(context)
    }
  }

  gram(key: number): number {
    return this.#grams.count(key)
  }

  context(key: number): number {
    return this.#contexts.get(key) ?? 0
  }
}
