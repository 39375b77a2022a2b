import { COMMON_WORDS } from './common-words.ts'
import { bounded, foldLetters, undoubled } from './letters.ts'
import { soundOf } from './sound.ts'

/** A handle taken apart: what stays when its owner comes back, and what is counted up. */
export interface Handle {
  raw: string
  /** Folded, without separators, counters and doubled letters: `river_watch_8` → `riverwatch`. */
  core: string
  /** What was taken off, in order: `8`. Empty for none. */
  counter: string
  /** What its words are worth when all of them are common, else null: `john_smith` is nobody in particular. */
  commonBits: number | null
  /** Its words and numbers run together, without words that say "again" at its ends: `riverwatch8`. */
  written: string
  /** Consonants for comparison across alphabets and spellings, or null. */
  sound: string | null
}

const HANDLE_LENGTH_MAX = 64
/** Words as people join them: `RiverWatch_8`, `river.watch8`, `RIVERWatch`. */
const PARTS = /\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+(?!\p{Ll})|[\p{Lo}\p{Lm}\p{M}]+|\p{N}+/gu
const LEET = /(?<=\p{L})[013457](?=\p{L})/gu
const LEET_LETTERS: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' }
const NUMBER = /^(?:\p{N}+|[ivx]{1,4})$/u
/** Words that say "it is me again" and not who. */
const AGAIN = new Set(
  'new newer again back is2 alt backup second two reborn returned returns return real official the its im iam v2 acc account'.split(
    ' ',
  ),
)
const CORE_LENGTH_MIN = 3
const COMMON_WORD_BITS = 5
/** Shorter words run together make too many others: `no` and `or` are not in `noor`. */
const JOINED_LENGTH_MIN = 3

/** Takes a handle apart. Any string is fine; the first 64 UTF-16 units count. */
export function takeApart(raw: string): Handle {
  const shown = bounded(raw, HANDLE_LENGTH_MAX)
  const written = /\d/.test(shown) ? shown.replace(LEET, (digit) => LEET_LETTERS[digit]!) : shown
  const parts = partsOf(written)
  const [first, last] = coreRange(parts)
  const kept = parts.slice(first, last)
  const lost = [...parts.slice(0, first), ...parts.slice(last)]
  const core = undoubled(kept.join(''))
  const letters = core === '' ? foldLetters(shown) : core
  return {
    raw: shown,
    core: letters,
    counter: lost.join(' '),
    commonBits: commonBitsOf(kept.map(undoubled)),
    written: writtenOut(written === shown ? parts : partsOf(shown)),
    sound: soundOf(kept),
  }
}

const partsOf = (handle: string): string[] => (handle.match(PARTS) ?? []).map(foldLetters)

/** A word that is two common ones run together counts as both: `johnsmith`. */
function commonBitsOf(parts: readonly string[]): number | null {
  let bits = 0
  for (const part of parts) {
    const words = commonWordsIn(part)
    if (words === 0) return null
    bits += words * COMMON_WORD_BITS
  }
  return bits
}

function commonWordsIn(part: string): number {
  if (COMMON_WORDS.has(part)) return 1
  for (let i = JOINED_LENGTH_MIN; i <= part.length - JOINED_LENGTH_MIN; i++)
    if (COMMON_WORDS.has(part.slice(0, i)) && COMMON_WORDS.has(part.slice(i))) return 2
  return 0
}

/** The parts between leading and trailing counters; all of them when too little would be left. */
function coreRange(parts: string[]): [number, number] {
  let first = 0
  let last = parts.length
  while (first < last && AGAIN.has(parts[first]!)) first++
  while (last > first && (NUMBER.test(parts[last - 1]!) || AGAIN.has(parts[last - 1]!))) last--
  let length = 0
  for (let i = first; i < last; i++) length += parts[i]!.length
  return length >= CORE_LENGTH_MIN ? [first, last] : [0, parts.length]
}

/** What two handles are held against each other by. */
function writtenOut(parts: readonly string[]): string {
  let first = 0
  while (first < parts.length - 1 && AGAIN.has(parts[first]!)) first++
  let last = parts.length
  while (last > first + 1 && (NUMBER.test(parts[last - 1]!) || AGAIN.has(parts[last - 1]!))) last--
  const written = [...parts.slice(first, last), ...parts.slice(last).filter((part) => DIGITS.test(part))]
  return written.join('').slice(0, HANDLE_LENGTH_MAX).toWellFormed()
}

const DIGITS = /^\p{N}/u
const LONG_NUMBER = /\p{N}{4,}/gu
const YEAR = /^(?:19|20)\p{N}{2}$/u
const NUMBER_LENGTH = 5
const NUMBERS_MAX = 2

/** Beginnings of the long numbers in a handle, such as platforms give out: who drops the name often keeps the number. Years are everybody's. */
export function numbersOf(raw: string): string[] {
  const numbers = foldLetters(raw).match(LONG_NUMBER) ?? []
  return numbers
    .filter((number) => !YEAR.test(number))
    .slice(0, NUMBERS_MAX)
    .map((number) => number.slice(0, NUMBER_LENGTH))
}
