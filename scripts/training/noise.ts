import type { Random } from '../../src/lib/random.ts'

/*
 * How people write: without capitals or in nothing but capitals, with slips, tags, emoji, and with letters that hide a word from a matcher.
 * Every trick is common knowledge, and none changes what the text means.
 */

type Trick = (text: string, random: Random) => string

const LATIN_WORD = /^[a-zà-öø-ÿœß]{4,}$/i
const ARABIC_WORD = /^[\u0621-\u064a]{4,}$/
const ARABIC = /[\u0621-\u064a]/
const BANGLA = /[\u0980-\u09ff]/

/** Does something to some of the longer words; the others, and all marks between, stay. */
const someWords =
  (share: number, change: (word: string, random: Random) => string): Trick =>
  (text, random) =>
    text
      .split(' ')
      .map((word) =>
        (LATIN_WORD.test(word) || ARABIC_WORD.test(word)) && random.next() < share
          ? change(word, random)
          : word,
      )
      .join(' ')

const letters = (word: string, table: Record<string, string>, random: Random) =>
  [...word]
    .map((letter) => (table[letter] !== undefined && random.next() < 0.7 ? table[letter]! : letter))
    .join('')

const LEET = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7', l: '1', é: '3', è: '3' }
const LOOKALIKE = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х', i: 'і', y: 'у' }
const PERSIAN = { ي: 'ی', ك: 'ک', ى: 'ی', ة: 'ۃ' }
const MARKS = ['\u064e', '\u064f', '\u0650', '\u0652', '\u0651']
const ZERO_WIDTH = ['\u200b', '\u200c', '\u2060', '\u00ad']

const leet = someWords(0.5, (word, random) => letters(word, LEET, random))
const lookalike = someWords(0.5, (word, random) => letters(word, { ...LOOKALIKE, ...PERSIAN }, random))
const spaced = someWords(0.35, (word, random) => [...word].join(random.pick([' ', '.', '-', '_', '*'])))
const hidden = someWords(0.5, (word, random) => [...word].join(random.pick(ZERO_WIDTH)))
const tatweel = someWords(0.6, (word) =>
  word.replaceAll(/([بتثجحخسشصضطظعغفقكلمنهي])(?=[\u0621-\u064a])/g, '$1ـ'),
)
const vowels = someWords(0.7, (word, random) =>
  [...word].map((letter) => letter + random.pick(MARKS)).join(''),
)
const stretched = someWords(0.4, (word, random) => {
  const at = 1 + random.below(word.length - 1)
  return word.slice(0, at) + word[at]!.repeat(2 + random.below(5)) + word.slice(at)
})
const slip = someWords(0.15, (word, random) => {
  const at = 1 + random.below(word.length - 2)
  return random.next() < 0.5
    ? word.slice(0, at) + word.slice(at + 1)
    : word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2)
})

const LATIN_DISGUISES = [leet, lookalike, spaced, hidden, stretched]
const ARABIC_DISGUISES = [tatweel, vowels, lookalike, spaced, hidden, stretched]
const disguised: Trick = (text, random) =>
  random.pick(ARABIC.test(text) ? ARABIC_DISGUISES : LATIN_DISGUISES)(text, random)

const EMOJI = ['😂', '😡', '🙏', '🔥', '💔', '😭', '👏', '❤️', '🤔', '⚽', '🕊️', '😅', '👍', '🤬']
const emoji: Trick = (text, random) => `${text} ${random.pick(EMOJI)}`
const mention: Trick = (text, random) => `${random.pick(['@user', '@USER', '[USER]', '@someone12'])} ${text}`
const link: Trick = (text) => `${text} https://example.org/${text.length}`
const capitals: Trick = (text) => text.toUpperCase()
const proper: Trick = (text) => {
  const begun = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?؟।…"”»“:)]$|\p{Emoji_Presentation}$/u.test(begun)
    ? begun
    : `${begun}${BANGLA.test(text) ? '।' : '.'}`
}
/** One of the longer words becomes a tag, or the whole of a short text one. */
const hashtag: Trick = (text, random) => {
  const words = text.split(' ')
  if (words.length <= 4 && /^[\p{L}\p{M} ]+$/u.test(text)) return `#${words.join('_')}`
  const at = random.below(words.length)
  return words
    .map((word, index) => (index === at && /^[\p{L}\p{M}]{4,}$/u.test(word) ? `#${word}` : word))
    .join(' ')
}

/** Tricks by how often they are seen, in shares of all texts; the rest stay as they are. */
const TRICKS: readonly [number, Trick][] = [
  [0.25, proper],
  [0.07, disguised],
  [0.05, slip],
  [0.05, emoji],
  [0.05, mention],
  [0.05, hashtag],
  [0.03, link],
  [0.03, capitals],
]

export function withNoise(text: string, random: Random): string {
  let noisy = text
  for (const [share, trick] of TRICKS) if (random.next() < share) noisy = trick(noisy, random)
  return noisy
}

const QUOTES: readonly [string, string][] = [
  ['"', '"'],
  ['“', '”'],
  ['«', '»'],
  ['« ', ' »'],
  ['„', '“'],
  ["'", "'"],
]

/** The same text in other quotation marks, now and then. */
export function withOtherQuotes(text: string, random: Random): string {
  if (random.next() < 0.6) return text
  const [open, close] = random.pick(QUOTES)
  return text.replace(/["“„«] ?([^"”“»]+?) ?["”“»]/, (_, inside: string) => open + inside + close)
}
