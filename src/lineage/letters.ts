/*
 * One alphabet for names. Only what people change when they write the same name again is folded: case, accents, look-alike
 * letters, letter forms of Arabic. Spans are not needed here, so this is not the reader's fold.
 */

/** Letters, and what each is folded to. The first two rows pass for Latin letters at a glance. */
const FORMS: [string, string][] = [
  ['авекмнорстухіјѕԁӏ', 'abekmhopctyxijsdl'],
  ['αβεικνορτυχω', 'abeiknoptuxw'],
  ['øłđħıßð', 'oldhisd'],
  ['ٱىیةک', 'اييهك'],
]

const forms = new Map(FORMS.flatMap(([from, to]) => [...from].map((letter, i) => [letter, to[i]!] as const)))

const PLAIN = /^[\x20-\x7e]*$/
/** Accents and vowel signs, invisible characters, and the Arabic letter stretcher. */
const MARKS = /[\p{M}\p{Cf}\u0640]/gu
const FOREIGN = /[^\x00-\x7f]/g

/**
 * `text` in one alphabet: lower case, compatibility forms, no accents, no invisible characters, look-alikes as Latin
 * letters. Folding twice changes nothing. Any string is fine, lone surrogates included; the caller bounds its length.
 */
export function foldLetters(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  // Lower case can bring new marks (the dotted capital I), compatibility forms new capitals: hence twice.
  const plain = unmarked(unmarked(text).toLowerCase()).toLowerCase()
  return plain.replace(FOREIGN, (letter) => forms.get(letter) ?? letter)
}

const unmarked = (text: string): string => text.normalize('NFKD').replace(MARKS, '')

/** Letters written once: `moohammed` and `mohamed` are one. */
export const undoubled = (text: string): string => text.replace(/(.)\1+/g, '$1')

/** At most `lengthMax` UTF-16 units, and well-formed: fit to be shown, hashed and stored. */
export const bounded = (text: string, lengthMax: number): string =>
  (text.length > lengthMax ? text.slice(0, lengthMax) : text).toWellFormed()
