import { LATIN_BY_LEET, LATIN_BY_LOOKS } from './characters.ts'
import type { Token } from './tokens.ts'

/** Whether a word means something to the reader. A disguise is only undone where something known comes out. */
export type Known = (word: string) => boolean

/** Letters written apart are tried together up to this many at a time. */
const SPACED_MAX = 16
const SPACED_MIN = 3
/** Of the stretched places of one word this many are tried with one and with two letters. */
const STRETCHES_MAX = 3

/** What a word hides, or null: signs for letters, stretched letters, letters of another alphabet. Its outcome hides nothing. */
export function plainWord(word: string, known: Known): string | null {
  if (known(word)) return null
  const arabic = inArabic(word)
  if (arabic !== null) return known(arabic) ? arabic : (unstretched(arabic).find(known) ?? null)
  const latin = inLatin(word)
  if (latin === null) return unstretched(word).find(known) ?? null
  const forms = word.includes('1')
    ? [latin, inLatin(word.replaceAll('1', 'i')) ?? word.replaceAll('1', 'i')]
    : [latin]
  for (const form of forms)
    for (const candidate of [form, ...unstretched(form)]) if (known(candidate)) return candidate
  return null
}

const STRETCHED = /(.)\1\1/

/** Small Latin letters, none of them three times in a row: nothing to undo. */
function isPlain(word: string): boolean {
  let run = 1
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if ((code < 97 || code > 122) && code !== 39) return false
    run = i > 0 && code === word.charCodeAt(i - 1) ? run + 1 : 1
    if (run === 3) return false
  }
  return true
}

/** Undoes disguises of whole words, and of words whose letters stand apart. Spans keep covering what was written. */
export function undisguise(tokens: Token[], known: Known): Token[] {
  let spaced = false
  let singles = 0
  for (const token of tokens) {
    if (token.kind !== 'word' && token.kind !== 'number') continue
    singles = token.word.length === 1 ? singles + 1 : 0
    if (singles >= SPACED_MIN) spaced = true
    if (isPlain(token.word)) continue
    token.word = plainWord(token.word, known) ?? token.word
  }
  return spaced ? joinSpaced(tokens, known) : tokens
}

const ARABIC = /[\u0621-\u064a]/
const ARABIC_BY_DIGIT: Record<string, string> = {
  '0': 'و',
  '1': 'ل',
  '2': 'ا',
  '3': 'ع',
  '4': 'ا',
  '5': 'خ',
  '6': 'ط',
  '7': 'ح',
  '9': 'ص',
}

/** An Arabic word with digits in the place of letters, or null. */
const inArabic = (word: string): string | null =>
  ARABIC.test(word) && /\d/.test(word)
    ? word.replace(/\d/g, (digit) => ARABIC_BY_DIGIT[digit] ?? digit)
    : null

/** `k1ll` and `kіll` in Latin letters, or null where that changes nothing or leaves other letters over. */
function inLatin(word: string): string | null {
  let latin = ''
  for (const letter of word) {
    const plain = LATIN_BY_LOOKS.get(letter) ?? LATIN_BY_LEET.get(letter) ?? letter
    if (plain > 'z') return null
    latin += plain
  }
  return latin === word ? null : latin
}

/** The word with each run of three or more of a letter written once, or twice. */
function unstretched(word: string): string[] {
  if (!STRETCHED.test(word)) return []
  const parts = word.match(/(.)\1*/gu) ?? []
  let forms = ['']
  let stretches = 0
  for (const part of parts) {
    const once = part[0]!
    if (part.length < 3) forms = forms.map((form) => form + part)
    else if (++stretches > STRETCHES_MAX) forms = forms.map((form) => form + once)
    else forms = forms.flatMap((form) => [form + once, form + once + once])
  }
  return forms
}

function joinSpaced(tokens: Token[], known: Known): Token[] {
  const joined: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const run = spacedRun(tokens, at)
    const word = run >= SPACED_MIN ? longestKnown(tokens, at, run, known) : null
    joined.push(word ?? tokens[at]!)
    at += word === null ? 1 : word.end === tokens[at]!.end ? 1 : lettersOf(tokens, at, word.end)
  }
  return joined
}

/** How many single letters follow one another from `at` on, each one sign apart from the next. */
function spacedRun(tokens: Token[], at: number): number {
  let run = 0
  for (let i = at; i < tokens.length && run < SPACED_MAX; i++, run++) {
    const { kind, word, start } = tokens[i]!
    if ((kind !== 'word' && kind !== 'number') || word.length !== 1) break
    if (run > 0 && start - tokens[i - 1]!.end !== 1) break
  }
  return run
}

function longestKnown(tokens: Token[], at: number, run: number, known: Known): Token | null {
  for (let length = run; length >= SPACED_MIN; length--) {
    const letters = tokens.slice(at, at + length)
    const written = letters.map(({ word }) => word).join('')
    const word = known(written) ? written : plainWord(written, known)
    if (word !== null) return { ...letters[0]!, kind: 'word', word, end: letters.at(-1)!.end }
  }
  return null
}

const lettersOf = (tokens: Token[], at: number, end: number): number => {
  let count = 0
  while (tokens[at + count] !== undefined && tokens[at + count]!.end <= end) count++
  return count
}
