import type { Compiled } from './frames/grammar.ts'
import type { Token } from './tokens.ts'

export interface Told {
  /** BCP-47 primary language, `und` where nothing tells. */
  language: string
  /** ISO 15924. */
  script: string
}

/** Letters looked at to tell the script; a longer text is judged by its beginning. */
const LETTERS_MAX = 400

const SCRIPTS: [string, RegExp][] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Beng', /\p{Script=Bengali}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Hira', /\p{Script=Hiragana}/u],
  ['Kana', /\p{Script=Katakana}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Taml', /\p{Script=Tamil}/u],
  ['Telu', /\p{Script=Telugu}/u],
  ['Guru', /\p{Script=Gurmukhi}/u],
  ['Ethi', /\p{Script=Ethiopic}/u],
]
const OTHER_SCRIPT = 'Zzzz'
const NO_SCRIPT = 'Zyyy'

/** A script that by itself tells the language, as far as a reader of posts goes. */
const BY_SCRIPT: Record<string, string> = {
  Arab: 'ar',
  Cyrl: 'ru',
  Beng: 'bn',
  Deva: 'hi',
  Grek: 'el',
  Hebr: 'he',
  Hira: 'ja',
  Kana: 'ja',
  Hani: 'zh',
  Hang: 'ko',
  Thai: 'th',
  Armn: 'hy',
  Geor: 'ka',
  Taml: 'ta',
  Telu: 'te',
  Guru: 'pa',
  Ethi: 'am',
}
/** Other languages of a script that a platform's tag may rightly name. */
const SHARED: Record<string, string[]> = {
  Arab: ['fa', 'ur', 'ps', 'ku', 'ckb', 'ug', 'sd'],
  Cyrl: ['uk', 'bg', 'sr', 'mk', 'kk', 'be', 'tg', 'ky', 'mn'],
  Deva: ['mr', 'ne'],
  Ethi: ['ti'],
  Hebr: ['yi'],
}

/** 0: not asked yet. Otherwise one more than the place in `SCRIPTS`, or past its end for none. */
const scriptOfUnit = new Uint8Array(0x10000)
const NO_LETTER = SCRIPTS.length + 1

function scriptAt(unit: number): number {
  const known = scriptOfUnit[unit]!
  if (known !== 0) return known
  const letter = String.fromCharCode(unit)
  const found = SCRIPTS.findIndex(([, pattern]) => pattern.test(letter))
  const index = found >= 0 ? found + 1 : /\p{L}/u.test(letter) ? NO_LETTER + 1 : NO_LETTER
  scriptOfUnit[unit] = index
  return index
}

export function scriptOf(text: string): string {
  const counts = new Uint16Array(SCRIPTS.length + 3)
  let letters = 0
  for (let at = 0; at < text.length && letters < LETTERS_MAX && at < LETTERS_MAX * 8; at++) {
    const script = scriptAt(text.charCodeAt(at))
    if (script === NO_LETTER) continue
    counts[script]!++
    letters++
  }
  if (letters === 0) return NO_SCRIPT
  let best = 1
  for (let script = 2; script < counts.length; script++) if (counts[script]! > counts[best]!) best = script
  return SCRIPTS[best - 1]?.[0] ?? OTHER_SCRIPT
}

const PERSIAN = /[پچژگ]/
const URDU = /[ٹڈںےڑھ]/

/** Words looked at to tell a language written in Latin letters. */
const WORDS_MAX = 60
/** What the platform's tag is worth, in common words found. */
const TAG_WORTH = 0.9

/**
 * The language of a text: its script first, then the words that each language is full of, with the platform's tag deciding
 * what words leave open. A tag is only a hint: people, and those who hide, tag wrongly.
 */
export function tell(text: string, tokens: Token[], tag: string | null, grammars: Compiled[]): Told {
  const script = scriptOf(text)
  const tagged = tag?.toLowerCase().split(/[-_]/, 1)[0] ?? null
  if (script === NO_SCRIPT) return { language: tagged ?? 'und', script }
  if (script !== 'Latn') return { language: inScript(script, text, tagged), script }
  return { language: inLatin(tokens, tagged, grammars), script }
}

function inScript(script: string, text: string, tagged: string | null): string {
  if (tagged !== null && SHARED[script]?.includes(tagged)) return tagged
  if (script === 'Arab') {
    const start = text.slice(0, LETTERS_MAX)
    if (URDU.test(start)) return 'ur'
    return PERSIAN.test(start) && tagged !== 'ar' ? 'fa' : 'ar'
  }
  return BY_SCRIPT[script] ?? tagged ?? 'und'
}

/** For each word, one bit per grammar that has it: among its common words, and anywhere in it. */
interface Lexicon {
  common: ReadonlyMap<string, number>
  own: ReadonlyMap<string, number>
}
/** Worked out once per list of grammars. */
const lexicons = new WeakMap<Compiled[], Lexicon>()

function lexiconOf(grammars: Compiled[]): Lexicon {
  const known = lexicons.get(grammars)
  if (known !== undefined) return known
  const lexicon = {
    common: bitsOf(grammars, ({ common }) => common),
    own: bitsOf(grammars, ({ words }) => words.keys()),
  }
  lexicons.set(grammars, lexicon)
  return lexicon
}

function bitsOf(grammars: Compiled[], wordsOf: (grammar: Compiled) => Iterable<string>): Map<string, number> {
  const bits = new Map<string, number>()
  grammars.forEach((grammar, i) => {
    for (const word of wordsOf(grammar)) bits.set(word, (bits.get(word) ?? 0) | (1 << i))
  })
  return bits
}

/** A short line may have none of the common words: there any word that a grammar knows tells something. */
const SHORT_WORDS = 10
const OWN_WORTH = 0.4

function inLatin(tokens: Token[], tagged: string | null, grammars: Compiled[]): string {
  const { common, own } = lexiconOf(grammars)
  const scores = new Float64Array(grammars.length)
  let seen = 0
  for (const { kind, word } of tokens) {
    if (kind !== 'word') continue
    for (let bits = common.get(word) ?? 0; bits !== 0; bits &= bits - 1)
      scores[31 - Math.clz32(bits & -bits)]! += 1
    if (seen < SHORT_WORDS)
      for (let bits = own.get(word) ?? 0; bits !== 0; bits &= bits - 1)
        scores[31 - Math.clz32(bits & -bits)]! += OWN_WORTH
    if (++seen >= WORDS_MAX) break
  }
  let best = tagged ?? 'und'
  let most = 0
  grammars.forEach(({ language }, i) => {
    const score = scores[i]! + (tagged === language ? TAG_WORTH : 0)
    if (score <= most) return
    most = score
    best = language
  })
  return best
}
