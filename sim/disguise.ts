import type { Random } from '../src/lib/random.ts'

/*
 * How the network hides words from matchers and names from moderators. Every trick is one that is common knowledge and that folding or
 * lineage is there to undo.
 */

const LOOKALIKE = new Map(Object.entries({ a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х', i: 'і' }))
const LEET = new Map(Object.entries({ a: '4', e: '3', i: '1', o: '0', s: '5' }))
const PERSIAN = new Map(Object.entries({ ي: 'ی', ك: 'ک', ة: 'ه' }))
const ZERO_WIDTH = '\u200b'
const VOWEL_MARKS = ['\u064e', '\u064f', '\u0650', '\u0652']

const swap = (word: string, table: Map<string, string>) =>
  [...word].map((letter) => table.get(letter) ?? letter).join('')
const isArabic = (word: string) => /[ء-ي]{3}/.test(word)

type Trick = (word: string, random: Random) => string

const arabicTricks: readonly Trick[] = [
  (word) => word.replace(/([بتثجحخسشصضطظعغفقكلمنهي])(?=[ء-ي])/, '$1ـــ'),
  (word, random) => [...word].map((letter) => letter + random.pick(VOWEL_MARKS)).join(''),
  (word) => [...word].join(ZERO_WIDTH),
  (word) => swap(word, PERSIAN),
]
const latinTricks: readonly Trick[] = [
  (word) => swap(word, LOOKALIKE),
  (word) => swap(word, LEET),
  (word) => [...word].join(' '),
  (word) => [...word].join(ZERO_WIDTH),
  (word) => word.replace(/([aeioul])/, '$1$1$1$1'),
]

/** Hides some of the longer words by one trick. Handles, hashtags and urls stay what they are. */
export function disguise(text: string, random: Random): string {
  const trick = random.pick(/[ء-ي]/.test(text) ? arabicTricks : latinTricks)
  const words = text.split(' ').map((word) => {
    const plain = word.length >= 4 && !/[#@/\d“”«»]/.test(word)
    return plain && (isArabic(word) || /^[a-zà-ÿ]+[.,!]?$/i.test(word)) && random.next() < 0.45
      ? trick(word, random)
      : word
  })
  return words.join(' ')
}

export interface Name {
  latin: string
  arabic: string
}

/** How a closed actor names the next account. */
export type ReturnStyle = 'suffix' | 'lookalike' | 'respelt' | 'script' | 'aged' | 'new'

const RESPELLINGS: readonly [RegExp, string][] = [
  [/al(?=[a-z])/, 'el'],
  [/dh/, 'th'],
  [/gh/, 'g'],
  [/sh/, 'ch'],
  [/q/, 'k'],
  [/ai|ay/, 'ei'],
  [/u/, 'ou'],
  [/i(?=[a-z])/, 'ee'],
]
const HANDLE_LOOKALIKE: readonly [RegExp, string][] = [
  [/l/, '1'],
  [/o/, '0'],
  [/i/, 'l'],
  [/s/, '5'],
  [/_/, '__'],
  [/a/, 'aa'],
  [/m/, 'rn'],
]

function rewritten(
  handle: string,
  table: readonly [RegExp, string][],
  random: Random,
  times: number,
): string {
  const usable = table.filter(([pattern]) => pattern.test(handle))
  let name = handle
  for (let i = 0; i < times && usable.length > 0; i++) {
    const [pattern, by] = random.pick(usable)
    name = name.replace(pattern, by)
  }
  return name
}

/** The handle of the next account: recognisably the same to a person, not to an exact matcher. */
export function nextHandle(name: Name, style: ReturnStyle, generation: number, random: Random): string {
  switch (style) {
    case 'suffix': {
      const number = random.next() < 0.5 ? generation + 1 : 10 + random.below(990)
      return random.pick([
        `${name.latin}${number}`,
        `${name.latin}_${number}`,
        `${name.latin}_new`,
        `_${name.latin}`,
        `x${name.latin}`,
      ])
    }
    case 'lookalike':
      return rewritten(name.latin, HANDLE_LOOKALIKE, random, 2)
    case 'respelt':
      return rewritten(name.latin, RESPELLINGS, random, 2)
    case 'script':
      return generation % 2 === 0
        ? name.latin.replace('_', '')
        : `${name.arabic}${random.pick(['', '_', '٢', '٣', '_جديد'])}`
    case 'aged':
      return `${name.latin}${random.pick(['_', '', '0', '_hq'])}${random.below(100)}`
    case 'new':
      return `${random.pick(['quiet', 'north', 'desert', 'grey', 'old', 'late'])}_${random.pick(['pen', 'rider', 'tide', 'voice', 'stone', 'lamp'])}${random.below(10_000)}`
  }
}

/** The shown name beside the handle. */
export function nextShownName(name: Name, style: ReturnStyle, generation: number, random: Random): string {
  const shown = name.arabic.replaceAll('_', ' ')
  if (style === 'new') return random.pick(['...', 'بلا اسم', 'no name', 'عابر'])
  return random.pick([
    shown,
    `${shown} ${generation + 1}`,
    `${shown} ـ الحساب ${generation + 1}`,
    name.latin.replaceAll('_', ' '),
  ])
}
