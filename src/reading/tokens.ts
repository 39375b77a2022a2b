import { type Known, plainWord, undisguise } from './disguise.ts'
import type { Folded } from './fold.ts'

/** What a token is, apart from words: marks carry structure, names carry targets. */
export type TokenKind =
  | 'word'
  | 'number'
  | 'mention'
  | 'url'
  | 'emoji'
  | 'stop' // . ! or a new line: ends a sentence
  | 'question'
  | 'colon'
  | 'pause' // comma, semicolon, dash, bracket
  | 'open' // a quotation mark that can only open
  | 'close' // one that can only close
  | 'quote' // one that can do both

export interface Token {
  kind: TokenKind
  /** Folded and undisguised; marks and emoji stand for themselves. */
  word: string
  /** Units of the folded text. */
  start: number
  end: number
  /** Part of a hashtag. */
  tagged: boolean
}

/** A word longer than this is read in parts, so that one endless word costs no more than many short ones. */
const WORD_LENGTH_MAX = 64
/** Signs looked at together when a word may be written in leetspeak. */
const DISGUISE_LENGTH_MAX = 24

/**
 * Words, names and marks of a folded text, in order. `known` tells which words mean something to the reader: only then is a
 * disguise undone, so `b4` stays `b4`. Linear in the text's length.
 */
export function tokensOf(folded: Folded, original: string, known: Known): Token[] {
  const { text } = folded
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) at = take(folded, original, at, known, tokens)
  return undisguise(tokens, known)
}

/** Takes what begins at `at` and returns where it ends. */
function take(folded: Folded, original: string, at: number, known: Known, into: Token[]): number {
  const { text } = folded
  const sort = sortOf(text.charCodeAt(at))
  switch (sort) {
    case SPACE:
      return at + 1
    case LETTER:
    case DIGIT:
      return takeWord(text, at, known, into)
    case SURROGATE:
      return takePair(text, at, into)
    default:
      return takeMark(folded, original, at, known, into)
  }
}

function takeWord(text: string, at: number, known: Known, into: Token[]): number {
  if (text.charCodeAt(at) === H && startsUrl(text, at)) return takeUrl(text, at, into)
  const disguisedEnd = disguisedWordEnd(text, at)
  const disguised = disguisedEnd > at ? plainWord(text.slice(at, disguisedEnd), known) : null
  if (disguised !== null) return push(into, 'word', disguised, at, disguisedEnd)
  const end = wordEnd(text, at)
  const word = text.slice(at, end)
  if (isNumber(word)) return push(into, 'number', word, at, end)
  return pushElided(into, word, at, end)
}

/** Where the plain word at `at` ends: letters, digits, and apostrophes between letters. */
function wordEnd(text: string, at: number): number {
  let end = at + 1
  const limit = Math.min(text.length, at + WORD_LENGTH_MAX)
  while (end < limit) {
    const code = text.charCodeAt(end)
    const sort = sortOf(code)
    if (sort !== LETTER && sort !== DIGIT && !(code === APOSTROPHE && sortAt(text, end + 1) === LETTER)) break
    end++
  }
  return end
}

/** End of a run of letters and signs that may be one disguised word, or `at` where no sign touches a letter. */
function disguisedWordEnd(text: string, at: number): number {
  let end = at
  let signs = 0
  const limit = Math.min(text.length, at + DISGUISE_LENGTH_MAX)
  while (end < limit) {
    const sort = sortOf(text.charCodeAt(end))
    if (sort === LEET || sort === DIGIT) signs++
    else if (sort !== LETTER) break
    end++
  }
  while (signs > 0 && end > at && sortOf(text.charCodeAt(end - 1)) === LEET && !isLetterSign(text, end - 1)) {
    end--
    signs--
  }
  return signs > 0 ? end : at
}

/** `!` at a word's end is punctuation; `$` and `@` there are still letters. */
const isLetterSign = (text: string, at: number): boolean => text.charCodeAt(at) !== BANG

const ELISIONS = new Set([
  'j',
  'l',
  'd',
  't',
  's',
  'n',
  'm',
  'c',
  'qu',
  'jusqu',
  'lorsqu',
  'puisqu',
  'quelqu',
])

/** Where `l'otage` parts into two words, or 0: `don't` is one. */
export function elisionEnd(word: string): number {
  const mark = word.indexOf("'")
  return mark > 0 && ELISIONS.has(word.slice(0, mark)) && word !== "s'il" ? mark + 1 : 0
}

function pushElided(into: Token[], word: string, at: number, end: number): number {
  const cut = elisionEnd(word)
  if (cut > 0) push(into, 'word', word.slice(0, cut), at, at + cut)
  return push(into, 'word', word.slice(cut), at + cut, end)
}

function takeMark(folded: Folded, original: string, at: number, known: Known, into: Token[]): number {
  const { text } = folded
  const code = text.charCodeAt(at)
  if (code === HASH && isWordUnit(text, at + 1)) return takeHashtag(folded, original, at, into)
  if (sortOf(code) === LEET) return takeSign(text, at, known, into)
  if (code === AMPERSAND) return takeEntity(text, at, into)
  if (code === SINGLE) return takeApostrophe(text, at, into)
  if (SPACERS.has(code) && isSpacer(text, at)) return at + 1
  const kind = MARK_KINDS.get(text[at]!)
  return kind === undefined ? at + 1 : push(into, kind, text[at]!, at, at + 1)
}

/** Marks that are put between the letters of a word to hide it: `k.i.l.l`, `k*i*l*l`. */
const SPACERS: ReadonlySet<number> = new Set([...'.*_-,~'].map((mark) => mark.charCodeAt(0)))

/** Whether a mark stands between two letters that stand alone. */
const isSpacer = (text: string, at: number): boolean =>
  isWordUnit(text, at - 1) &&
  !isWordUnit(text, at - 2) &&
  isWordUnit(text, at + 1) &&
  !isWordUnit(text, at + 2)

/** `@` before a name is a mention, unless the whole reads as a known word (`@ttack`). */
function takeSign(text: string, at: number, known: Known, into: Token[]): number {
  const end = disguisedWordEnd(text, at)
  const disguised = end > at + 1 ? plainWord(text.slice(at, end), known) : null
  if (disguised !== null) return push(into, 'word', disguised, at, end)
  const code = text.charCodeAt(at)
  if (code === AT && isWordUnit(text, at + 1)) return takeMention(text, at, into)
  return code === BANG ? push(into, 'stop', '!', at, at + 1) : at + 1
}

function takeMention(text: string, at: number, into: Token[]): number {
  let end = at + 1
  while (end < text.length && end - at < WORD_LENGTH_MAX && isNameUnit(text, end)) end++
  return push(into, 'mention', text.slice(at, end), at, end)
}

const isNameUnit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return isWordUnit(text, at) || code === UNDERSCORE || (isJoint(code) && isWordUnit(text, at + 1))
}

const isJoint = (code: number): boolean => code === DOT || code === HYPHEN || code === AT

/** A hashtag's words, split at underscores and where a small letter meets a capital (`#StrikeThemAll`). */
function takeHashtag(folded: Folded, original: string, at: number, into: Token[]): number {
  const { text } = folded
  let start = at + 1
  let end = start
  const limit = Math.min(text.length, at + 4 * WORD_LENGTH_MAX)
  for (; end < limit && (isWordUnit(text, end) || text.charCodeAt(end) === UNDERSCORE); end++) {
    const joint = text.charCodeAt(end) === UNDERSCORE
    if (!joint && !(end > start && isCapitalAfterSmall(folded, original, end))) continue
    if (end > start) push(into, 'word', text.slice(start, end), start, end, true)
    start = joint ? end + 1 : end
  }
  if (end > start) push(into, 'word', text.slice(start, end), start, end, true)
  return end
}

function isCapitalAfterSmall({ map }: Folded, original: string, at: number): boolean {
  const here = original[map === null ? at : map.starts[at]!]!
  const before = original[map === null ? at - 1 : map.starts[at - 1]!]!
  return here !== here.toLowerCase() && before === before.toLowerCase() && before !== before.toUpperCase()
}

const ENTITY = /&(#?[a-z0-9]{1,8});/y
const QUOTE_ENTITIES: Record<string, TokenKind> = {
  quot: 'quote',
  '#34': 'quote',
  ldquo: 'open',
  '#8220': 'open',
  rdquo: 'close',
  '#8221': 'close',
}

/** Exports often carry HTML entities: quotation marks count, the others are space. */
function takeEntity(text: string, at: number, into: Token[]): number {
  ENTITY.lastIndex = at
  const found = ENTITY.exec(text)
  if (found === null) return at + 1
  const end = at + found[0].length
  const name = found[1]!
  if (Object.hasOwn(QUOTE_ENTITIES, name)) push(into, QUOTE_ENTITIES[name]!, '"', at, end)
  return end
}

/** A single mark quotes where it stands at a word's edge; within a word it never gets here. */
function takeApostrophe(text: string, at: number, into: Token[]): number {
  const before = sortAt(text, at - 1)
  const after = sortAt(text, at + 1)
  if (before === SPACE && after !== SPACE) return push(into, 'open', "'", at, at + 1)
  if (before !== SPACE && after !== LETTER) return push(into, 'close', "'", at, at + 1)
  return at + 1
}

const URL_START = /(?:https?:\/\/|www\.)/y
const startsUrl = (text: string, at: number): boolean => {
  URL_START.lastIndex = at
  return URL_START.test(text)
}

function takeUrl(text: string, at: number, into: Token[]): number {
  let end = at
  while (end < text.length && sortOf(text.charCodeAt(end)) !== SPACE) end++
  return push(into, 'url', '/', at, end)
}

function takePair(text: string, at: number, into: Token[]): number {
  const high = text.charCodeAt(at)
  const emoji = high >= 0xd83c && high <= 0xd83e
  return push(into, emoji ? 'emoji' : 'word', text.slice(at, at + 2), at, at + 2)
}

function push(
  into: Token[],
  kind: TokenKind,
  word: string,
  start: number,
  end: number,
  tagged = false,
): number {
  into.push({ kind, word, start, end, tagged })
  return end
}

const NUMBER = /^\d[\d.:]*(?:am|pm|h|th|st|nd|rd)?\d{0,2}$/
const isNumber = (word: string): boolean => {
  const first = word.charCodeAt(0)
  return first >= 48 && first <= 57 && NUMBER.test(word)
}

const OTHER = 1
const SPACE = 2
const LETTER = 3
const DIGIT = 4
const LEET = 5
const SURROGATE = 6
type Sort = number

const H = 0x68
const AT = 0x40
const BANG = 0x21
const HASH = 0x23
const AMPERSAND = 0x26
const APOSTROPHE = 0x27
const SINGLE = APOSTROPHE
const HYPHEN = 0x2d
const DOT = 0x2e
const UNDERSCORE = 0x5f

const MARK_KINDS: ReadonlyMap<string, TokenKind> = new Map<string, TokenKind>([
  ...[...'.\n\r…。।‼'].map((mark): [string, TokenKind] => [mark, 'stop']),
  ...[...'?؟？⁇'].map((mark): [string, TokenKind] => [mark, 'question']),
  ...[...',;،؛()[]{}–—、*'].map((mark): [string, TokenKind] => [mark, 'pause']),
  [':', 'colon'],
  ...[...'“«„‘‹「『'].map((mark): [string, TokenKind] => [mark, 'open']),
  ...[...'”»›」』'].map((mark): [string, TokenKind] => [mark, 'close']),
  ...[...'"‟"'].map((mark): [string, TokenKind] => [mark, 'quote']),
])

const sorts = new Uint8Array(0x10000)

/** What a unit is to the tokeniser. Worked out once per unit. */
function sortOf(code: number): Sort {
  return sorts[code] || (sorts[code] = newSort(code))
}

const sortAt = (text: string, at: number): Sort =>
  at < 0 || at >= text.length ? SPACE : sortOf(text.charCodeAt(at))

const isWordUnit = (text: string, at: number): boolean => {
  const sort = sortAt(text, at)
  return sort === LETTER || sort === DIGIT
}

function newSort(code: number): Sort {
  const unit = String.fromCharCode(code)
  if (code >= 0xd800 && code <= 0xdfff) return SURROGATE
  if (unit === '\n' || unit === '\r') return OTHER
  if (/[\s]/.test(unit)) return SPACE
  if (/[@$!|€]/.test(unit)) return LEET
  if (/\p{Nd}/u.test(unit)) return DIGIT
  if (/[\p{L}\p{M}\p{N}]/u.test(unit)) return LETTER
  return OTHER
}
