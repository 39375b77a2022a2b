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

/** By code unit: what it is folded to, or 0. A table, because a post is folded letter by letter more than once. */
const formOf = new Uint16Array(0x1_00_00)
for (const [from, to] of FORMS)
  for (let i = 0; i < from.length; i++) formOf[from.charCodeAt(i)] = to.charCodeAt(i)

const PLAIN = /^[\x20-\x7e]*$/
/** Accents and vowel signs, invisible characters, and the Arabic letter stretcher. */
const MARKS = /[\p{M}\p{Cf}\u0640]/gu
/** By code unit: 1 for such a mark, 2 for half of a pair, of which only the pattern can tell. */
const markOf = Uint8Array.from({ length: 0x1_00_00 }, (_, unit) => {
  if (unit >= 0xd800 && unit <= 0xdfff) return 2
  return String.fromCharCode(unit).search(MARKS) < 0 ? 0 : 1
})

/**
 * `text` in one alphabet: lower case, compatibility forms, no accents, no invisible characters, look-alikes as Latin
 * letters. Folding twice changes nothing. Any string is fine, lone surrogates included; the caller bounds its length.
 */
export function foldLetters(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  // Lower case can bring new marks (the dotted capital I), compatibility forms new capitals: hence twice.
  const once = unmarked(text)
  const lower = once.toLowerCase()
  if (PLAIN.test(lower)) return lower
  const plain = lower === once ? lower : unmarked(lower).toLowerCase()
  return formed(plain)
}

function unmarked(text: string): string {
  const apart = text.normalize('NFKD')
  let kept = ''
  let from = 0
  for (let i = 0; i < apart.length; i++) {
    const mark = markOf[apart.charCodeAt(i)]!
    if (mark === 2) return apart.replace(MARKS, '')
    if (mark === 0) continue
    kept += apart.slice(from, i)
    from = i + 1
  }
  return from === 0 ? apart : kept + apart.slice(from)
}

function formed(text: string): string {
  let folded = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const form = formOf[text.charCodeAt(i)]!
    if (form === 0) continue
    folded += text.slice(from, i) + String.fromCharCode(form)
    from = i + 1
  }
  return from === 0 ? text : folded + text.slice(from)
}

/** Letters written once: `moohammed` and `mohamed` are one. */
export const undoubled = (text: string): string => text.replace(/(.)\1+/g, '$1')

/** At most `lengthMax` UTF-16 units, and well-formed: fit to be shown, hashed and stored. */
export const bounded = (text: string, lengthMax: number): string =>
  (text.length > lengthMax ? text.slice(0, lengthMax) : text).toWellFormed()
