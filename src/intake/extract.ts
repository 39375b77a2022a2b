/*
 * Hashtags, mentions and urls: taken from a text, or brought to one form where the platform gave them. Linear in the text: every
 * character is looked at a bounded number of times.
 */

export const HASHTAG_LENGTH_MAX = 256
export const MENTION_LENGTH_MAX = 512
export const URL_LENGTH_MAX = 4096
/** At most so many of each are kept per post. */
export const EXTRACTED_MAX = 256

export interface Extracted {
  hashtags: string[]
  mentions: string[]
  urls: string[]
}

/** Where something may begin. Full-width # and @ are typed on East Asian keyboards. */
const BEGINNING = /[hH][tT][tT][pP][sS]?:\/\/|[wW]{3}\.|[#@＃＠]/g
/** Letters of any script with their marks, digits, _ and the joiners that Persian, Kurdish and Indic words need inside. */
const TAG = new RegExp(`[\\p{L}\\p{M}\\p{N}_\\u200c\\u200d\\u00b7]{1,${HASHTAG_LENGTH_MAX}}`, 'yu')
/** A tag of digits alone is a rank, not a hashtag. */
const NOT_ONLY_DIGITS = /[^\p{N}_]/u
const HANDLE = /[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.-]{0,127}(?:@[\p{L}\p{N}][\p{L}\p{N}.-]{0,252})?/uy
const URL = new RegExp(`[^\\s<>"\`…]{1,${URL_LENGTH_MAX}}`, 'yu')
const WORD = /[\p{L}\p{M}\p{N}_&]/u

/** What the text carries, in order, each once. */
export function extract(text: string): Extracted {
  const found: Extracted = { hashtags: [], mentions: [], urls: [] }
  BEGINNING.lastIndex = 0
  for (let match = BEGINNING.exec(text); match !== null; match = BEGINNING.exec(text)) {
    const sign = match[0]
    if (followsWord(text, match.index)) continue
    const start = BEGINNING.lastIndex
    if (sign.length > 1) {
      const url = trimUrl(runAt(URL, text, match.index))
      if (url.length > sign.length) found.urls.push(sign.endsWith('.') ? `http://${url}` : url)
      BEGINNING.lastIndex = Math.max(start, match.index + url.length)
      continue
    }
    const run = runAt(sign === '#' || sign === '＃' ? TAG : HANDLE, text, start)
    if (sign === '#' || sign === '＃') {
      if (NOT_ONLY_DIGITS.test(run)) found.hashtags.push(run)
    } else if (run !== '') found.mentions.push(run.replace(/[.-]+$/, ''))
    BEGINNING.lastIndex = start + run.length
  }
  return found
}

function runAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** `mail@example.org` is no mention and `a#b` no hashtag: both signs begin a word or are none. */
function followsWord(text: string, at: number): boolean {
  if (at === 0) return false
  const unit = text.charCodeAt(at - 1)
  if (unit < 0x80) return unit !== 0x20 && WORD.test(text[at - 1]!)
  const low = unit >= 0xdc00 && unit <= 0xdfff
  return WORD.test(text.slice(low ? Math.max(0, at - 2) : at - 1, at))
}

const TRAILING = new Set('.,;:!?\'"*_~|)]}>»›”’„“،؛؟۔。、，！？）」』')
const OPENING: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

/** Punctuation after an address belongs to the sentence, except a bracket that the address itself opened. */
function trimUrl(url: string): string {
  let end = url.length
  while (end > 0 && TRAILING.has(url[end - 1]!)) {
    const opening = OPENING[url[end - 1]!]
    if (opening !== undefined && balanced(url.slice(0, end), opening, url[end - 1]!)) break
    end--
  }
  return url.slice(0, end)
}

const balanced = (text: string, opening: string, closing: string): boolean =>
  text.split(opening).length >= text.split(closing).length

/** A hashtag in one form: no #, compatibility forms (full-width, ligatures) resolved, case as written. */
export const normalHashtag = (tag: string): string =>
  cut(
    tag
      .trim()
      .replace(/^[#＃]+/, '')
      .normalize('NFKC')
      .toWellFormed(),
    HASHTAG_LENGTH_MAX,
  )

export const normalMention = (mention: string): string =>
  cut(
    mention
      .trim()
      .replace(/^[@＠]+/, '')
      .toWellFormed(),
    MENTION_LENGTH_MAX,
  )

const ORIGIN = /^[a-z][a-z\d+.-]{0,31}:\/\/[^/?#]*/i
const ORIGIN_IN_LOWER_CASE = /^https?:\/\/[a-z\d.-]*(?:[/?#:]|$)/

/** Scheme and host in lower case, for they do not tell two addresses apart (RFC 3986, 6.2.2.1); the rest as written. */
export function normalUrl(url: string): string {
  const text = cut(url.trim().toWellFormed(), URL_LENGTH_MAX)
  if (ORIGIN_IN_LOWER_CASE.test(text)) return text
  return text.replace(ORIGIN, (origin) => origin.toLowerCase())
}

/** At most `lengthMax` UTF-16 units, never half a surrogate pair. */
export function cut(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text
  return text.slice(0, lengthMax).replace(/[\ud800-\udbff]$/, '')
}

/** Each value once, empty ones left out, at most `EXTRACTED_MAX`; two that differ in case alone are one where `keyOf` says so. */
export function once(
  values: readonly string[],
  normal: (value: string) => string,
  keyOf: (value: string) => string = same,
): string[] {
  if (values.length === 0) return []
  if (values.length === 1) return [normal(values[0]!)].filter((value) => value !== '')
  const seen = new Map<string, string>()
  for (const value of values) {
    if (seen.size === EXTRACTED_MAX) break
    const kept = normal(value)
    if (kept !== '' && !seen.has(keyOf(kept))) seen.set(keyOf(kept), kept)
  }
  return [...seen.values()]
}

const same = (value: string): string => value
export const lowerCase = (value: string): string => value.toLowerCase()
