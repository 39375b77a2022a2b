import { fnv1a } from '../lib/hash.ts'
import { COMMON_WORDS } from './common-words.ts'
import { bounded, foldLetters } from './letters.ts'

const TEXT_LENGTH_MAX = 1_000
const WORDS_MAX = 48
const WORD = /[\p{L}\p{N}]{2,}/gu

/** Folded words of a name or bio, in order: at most 48, of the first 1,000 UTF-16 units. */
export function wordsOf(text: string): string[] {
  const words = foldLetters(bounded(text, TEXT_LENGTH_MAX)).match(WORD) ?? []
  return words.length > WORDS_MAX ? words.slice(0, WORDS_MAX) : words
}

/**
 * A word as a number below 2^30: a hash, and in the two lowest bits how rare such a word is before anything was
 * counted (see `priorOf`).
 */
export const wordCode = (word: string): number => (fnv1a(word) & 0x3ffffffc) | rarityClass(word)

function rarityClass(word: string): number {
  if (COMMON_WORDS.has(word)) return 0
  if (word.length <= 3) return 1
  return word.length <= 5 ? 2 : 3
}

/**
 * Bits that a word is worth before anything was counted: common words by the list, others by length. Rounded down from
 * Zipf's law over some hundred thousand words, so that a young index errs on the side of "common".
 */
const PRIOR_BITS = [4, 6, 8.5, 10.5] as const
export const priorOf = (code: number): number => PRIOR_BITS[code & 3]!

const PHRASE_WORDS = 4

/** Hashes of each run of so many words: what two texts share when one was copied from the other. */
export function phrasesOf(codes: readonly number[], length = PHRASE_WORDS): number[] {
  const phrases: number[] = []
  for (let i = 0; i + length <= codes.length; i++) {
    let state = 0x811c9dc5
    for (let j = i; j < i + length; j++) state = Math.imul(state ^ codes[j]!, 0x01000193)
    phrases.push((state ^ (state >>> 15)) & 0x3fffffff)
  }
  return phrases
}
