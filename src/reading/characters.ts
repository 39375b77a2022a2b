/*
 * What single characters are folded to, beyond what Unicode's compatibility forms already say.
 */

/** Letter forms that Arabic and Persian keyboards give the same word, after marks are gone. */
const ARABIC_FORMS: [string, string][] = [
  ['ٱىیېۍےةہھەۀکڪگ', 'ايييييهههههككك'],
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
]

/** Marks that stand for an apostrophe, and Latin letters that no decomposition makes plain. */
const LATIN_FORMS: [string, string][] = [
  ['’ʼ＇ʹ′', "'''''"],
  ['øłđħıðɑɡɩʟ', 'oldhidagil'],
]

/** Letters that pass for Latin ones at a glance. Applied to whole words only, see `disguise.ts`. */
const LOOK_ALIKES: [string, string][] = [
  ['авекмнорстухіјѕԁӏгъԛԝһ', 'abekmhopctyxijsdlrbqwh'],
  ['αβεικνορτυχωγηζ', 'abeiknoptuxwynz'],
]

const pairs = (rows: [string, string][]): [string, string][] =>
  rows.flatMap(([from, to]) => [...from].map((letter, i): [string, string] => [letter, to[i]!]))

export const FORMS: ReadonlyMap<string, string> = new Map(pairs([...ARABIC_FORMS, ...LATIN_FORMS]))
export const LATIN_BY_LOOKS: ReadonlyMap<string, string> = new Map(pairs(LOOK_ALIKES))

/** Signs that are read as letters in disguised words (`k1ll`, `$hoot`). */
export const LATIN_BY_LEET: ReadonlyMap<string, string> = new Map(
  pairs([['01345789@$!|+€', 'oleastbgasilte']]),
)

/**
 * Marks that fold away: accents of Latin, Greek and Cyrillic, vowel signs of Arabic and Hebrew. Vowel signs of Indic
 * scripts are letters to their readers and stay.
 */
const MARKS =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g

/** Characters that show nothing: format and bidi controls, variation selectors, fillers, the Arabic letter stretcher. */
const INVISIBLE =
  /[\p{Cf}\u0640\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u115f\u1160\u3164\uffa0\u2800\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu

/** A ligature may stand for a whole phrase; no character unfolds to more units than this, so that output stays linear. */
export const UNITS_PER_CHARACTER_MAX = 8

const HANGUL = /[\uac00-\ud7a3]/

/** One character (a code point, or a lone surrogate) folded by itself. May be empty. Folding the outcome changes nothing. */
export function foldCharacter(character: string): string {
  if (HANGUL.test(character)) return character
  const letter = enclosed(character)
  // Lower case can bring new marks (the dotted capital I), and compatibility forms new capitals: hence twice.
  const once = bare(bare(letter).toLowerCase()).toLowerCase()
  let folded = ''
  for (const part of once) folded += FORMS.get(part) ?? part
  return folded.slice(0, UNITS_PER_CHARACTER_MAX).toWellFormed()
}

const bare = (text: string): string => text.normalize('NFKD').replace(MARKS, '').replace(INVISIBLE, '')

/** White letters in black circles and squares, which Unicode does not decompose. */
function enclosed(character: string): string {
  const code = character.codePointAt(0)!
  if (code >= 0x1f150 && code <= 0x1f169) return String.fromCharCode(97 + code - 0x1f150)
  if (code >= 0x1f170 && code <= 0x1f189) return String.fromCharCode(97 + code - 0x1f170)
  return character
}
