/*
 * A key by consonants, the same for an Arabic name and its many Latin spellings: vowels are written at will and mostly
 * not at all, emphatic and plain consonants are not told apart in Latin letters.
 */

/** Arabic letters by the consonant they share with a Latin spelling. Letters not listed are vowels or fall silent. */
const ARABIC: [string, string][] = [
  ['ب', 'b'],
  ['پ', 'b'],
  ['تطث', 't'],
  ['جگغ', 'g'],
  ['حه', 'h'],
  ['خكق', 'k'],
  ['دضذظ', 'd'],
  ['ر', 'r'],
  ['زژ', 'z'],
  ['سشصچ', 's'],
  ['فڤ', 'f'],
  ['ل', 'l'],
  ['م', 'm'],
  ['ن', 'n'],
]
const LATIN: [string, string][] = [
  ['bp', 'b'],
  ['t', 't'],
  ['gj', 'g'],
  ['h', 'h'],
  ['kqcx', 'k'],
  ['d', 'd'],
  ['r', 'r'],
  ['z', 'z'],
  ['s', 's'],
  ['fv', 'f'],
  ['l', 'l'],
  ['m', 'm'],
  ['n', 'n'],
]

const consonants = new Map(
  [...ARABIC, ...LATIN].flatMap(([letters, sound]) => [...letters].map((letter) => [letter, sound] as const)),
)
/** An h that only colours the letter before it: kh gh sh th dh ph ch. */
const COLOURED = /([kgstdpc])h/g
const SILENT_END = /[hه]$/
/** The article, run together with its word or standing alone. */
const ARTICLE = /^(?:al|el|ال)(?=..|$)/
const CONSONANTS_MIN = 3
export const SOUND_LENGTH_MAX = 24

/** Consonants of the folded words, or null when too few are left to tell one name from another. */
export function soundOf(words: readonly string[]): string | null {
  let key = ''
  for (const word of words) {
    for (const sound of consonantsOf(word)) if (sound !== key.at(-1)) key += sound
    if (key.length >= SOUND_LENGTH_MAX) break
  }
  return key.length < CONSONANTS_MIN ? null : key.slice(0, SOUND_LENGTH_MAX)
}

/** Consonants of one folded word, none twice in a row; may be empty. */
export function consonantsOf(word: string): string {
  const bare = word.replace(ARTICLE, '').replace(SILENT_END, '').replace(COLOURED, voiced)
  let key = ''
  for (const letter of bare) {
    const sound = consonants.get(letter)
    if (sound !== undefined && sound !== key.at(-1)) key += sound
  }
  return key
}

const voiced = (_: string, letter: string): string => (letter === 'p' ? 'f' : letter)
