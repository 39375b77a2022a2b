import type { Postings } from './postings.ts'

/** Letters of a handle that a piece of the index spans. */
export const GRAM_LENGTH = 4
const CONTEXT_LENGTH = GRAM_LENGTH - 1

/** Bits of the first three letters, and of each letter after them, before anything was counted. */
const FIRST_PRIOR_BITS = 7.5
const NEXT_PRIOR_BITS = 2.2
/** How many sightings the prior is worth. */
const PRIOR_WEIGHT = 4

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

/**
 * Letters as the closed accounts write their handles: a third-order Markov chain. It says how unlikely a stranger is to
 * write a given run of letters, also one that nobody has written yet.
 */
export class Spelling {
  readonly #contexts = new Map<number, number>()
  readonly #grams: Postings
  #handles = 0

  /** `grams` are the postings that count runs of four. */
  constructor(grams: Postings) {
    this.#grams = grams
  }

  learn(core: string, by: 1 | -1): void {
    this.#handles += by
    const letters = marked(core)
    const contexts = new Set<number>()
    for (let i = 0; i + CONTEXT_LENGTH <= letters.length && i < GRAMS_MAX; i++)
      contexts.add(runKey(letters, i, i + CONTEXT_LENGTH))
    for (const context of contexts) {
      const count = (this.#contexts.get(context) ?? 0) + by
      if (count > 0) this.#contexts.set(context, count)
      else this.#contexts.delete(context)
    }
  }

  /**
   * Bits of a run of letters, which may carry end marks. `own` handles with this run are left out of the counts: the one
   * compared must not vouch for itself.
   */
  bits(run: string, own: number): number {
    if (run.length < CONTEXT_LENGTH) return 0
    let context = this.#context(run, 0, own)
    const weight = PRIOR_WEIGHT
    let bits = -Math.log2(
      (context + weight * 2 ** -FIRST_PRIOR_BITS) / (Math.max(0, this.#handles - own) + weight),
    )
    for (let i = CONTEXT_LENGTH; i < run.length; i++) {
      const seen = Math.max(0, this.#grams.count(runKey(run, i - CONTEXT_LENGTH, i + 1)) - own)
      bits += Math.max(0, -Math.log2((seen + weight * 2 ** -NEXT_PRIOR_BITS) / (context + weight)))
      context = this.#context(run, i - CONTEXT_LENGTH + 1, own)
    }
    return Math.max(0, bits)
  }

  #context(run: string, from: number, own: number): number {
    return Math.max(0, (this.#contexts.get(runKey(run, from, from + CONTEXT_LENGTH)) ?? 0) - own)
  }
}
