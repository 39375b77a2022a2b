import { bounded, foldLetters } from './letters.ts'
import { phrasesOf, wordCode, wordsOf } from './words.ts'

/*
 * How somebody writes: what near-copies of a post share, and a profile of runs of three characters. Both are small enough to be kept for
 * every account.
 */

/** Hashes kept of one post: its smallest, a bottom-k sketch of its runs of six words (Broder 1997): four words are soon said by many. */
const MARKS = 2
const RUN_WORDS = 6

/** Two hashes that a near-copy of the text shares with it, or none where the text is too short to be anyone's. */
export function textMarks(text: string): readonly number[] {
  // Asked twice of each post, once to count and once to remember.
  if (text !== last.text) last = { text, marks: marksOf(text) }
  return last.marks
}

let last: { text: string; marks: readonly number[] } = { text: '', marks: [] }

function marksOf(text: string): number[] {
  const phrases = new Set(phrasesOf(wordsOf(text).map(wordCode), RUN_WORDS))
  if (phrases.size < MARKS) return []
  return [...phrases].sort((one, other) => one - other).slice(0, MARKS)
}

export const STYLE_BUCKETS = 32
const STYLE_LENGTH_MAX = 280

/**
 * Counts the text's runs of three characters into buckets by hash. Letters are folded, marks and spaces are not: how someone puts dots
 * and breaks is as telling as the words. In place.
 */
export function addToStyle(style: number[], text: string): void {
  while (style.length < STYLE_BUCKETS) style.push(0)
  const letters = foldLetters(bounded(text, STYLE_LENGTH_MAX))
  for (let i = 0; i + 3 <= letters.length; i++) {
    let state = 0x811c9dc5
    for (let j = i; j < i + 3; j++) state = Math.imul(state ^ letters.charCodeAt(j), 0x01000193)
    style[(state ^ (state >>> 15)) & (STYLE_BUCKETS - 1)]! += 1
  }
}

/** Runs of three that a profile must rest on before it is compared. */
const STYLE_COUNT_MIN = 150

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

/**
 * How alike two profiles are once what everybody shares is taken off: the cosine of their differences from `common`, −1 to 1.
 * Null where either rests on too little.
 */
export function styleCosine(
  left: readonly number[],
  right: readonly number[],
  common: readonly number[],
): number | null {
  const [lefts, rights, all] = [sumOf(left), sumOf(right), sumOf(common)]
  if (lefts < STYLE_COUNT_MIN || rights < STYLE_COUNT_MIN || all <= 2 * rights) return null
  let [product, leftSquare, rightSquare] = [0, 0, 0]
  for (let i = 0; i < STYLE_BUCKETS; i++) {
    // The closed account's own share is left out of what is common.
    const mean = (common[i]! - right[i]!) / (all - rights)
    const scale = Math.sqrt(mean * (1 - mean)) || 1
    const one = (left[i]! / lefts - mean) / scale
    const other = (right[i]! / rights - mean) / scale
    product += one * other
    leftSquare += one * one
    rightSquare += other * other
  }
  return product === 0 ? 0 : product / Math.sqrt(leftSquare * rightSquare)
}

/** Posts that a closed account's day must rest on before it is compared. */
const HOURS_COUNT_MIN = 12
/** How many posts of everybody's day are mixed into one account's. */
const HOURS_SMOOTHING = 8

/**
 * Bits by which the times of the left account's posts speak for the right account's day rather than for everybody's; log-likelihood ratio per
 * post, as if there were four at most, since posts of one sitting come together. Null where too little is known.
 */
export function hoursBits(
  left: readonly number[],
  right: readonly number[],
  common: readonly number[],
): number | null {
  const [lefts, rights, all] = [sumOf(left), sumOf(right), sumOf(common)]
  if (lefts === 0 || rights < HOURS_COUNT_MIN || all <= 2 * rights) return null
  let bits = 0
  for (let i = 0; i < left.length; i++) {
    const everybody = (common[i]! - right[i]! + 0.5) / (all - rights + 4)
    const own = (right[i]! + HOURS_SMOOTHING * everybody) / (rights + HOURS_SMOOTHING)
    bits += left[i]! * Math.log2(own / everybody)
  }
  return (bits / lefts) * Math.min(4, lefts)
}
