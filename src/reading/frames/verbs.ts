/*
 * Forms of regular verbs, so that a grammar names a verb once. Lists are apart by commas, as grammars write words; accents are left
 * out where folding takes them.
 */

const listed = (text: string): string[] => text.split(',').map((word) => word.trim())
const formsOf = (verbs: string, forms: (stem: string) => string[]): string =>
  listed(verbs).flatMap(forms).join(', ')
const ends = (stem: string, endings: string): string[] => endings.split(' ').map((ending) => stem + ending)

/** Words of a grammar with more of the same classes. */
export function withMore(
  words: Record<string, string>,
  more: Record<string, string>,
): Record<string, string> {
  const all = { ...words }
  for (const [classes, list] of Object.entries(more))
    all[classes] = all[classes] === undefined ? list : `${all[classes]}, ${list}`
  return all
}

/** French verbs in -er, by their infinitive. */
export const frenchEr = {
  infinitive: (verbs: string) => formsOf(verbs, (verb) => [verb]),
  future: (verbs: string) => formsOf(verbs, (verb) => ends(verb, 'ai as a ons ez ont ais ait aient')),
  present: (verbs: string) => formsOf(verbs, (verb) => ends(verb.slice(0, -2), 'e ez es')),
  together: (verbs: string) => formsOf(verbs, (verb) => ends(verb.slice(0, -2), 'ons')),
  past: (verbs: string) => formsOf(verbs, (verb) => ends(verb.slice(0, -2), 'e ee es ees')),
  others: (verbs: string) => formsOf(verbs, (verb) => ends(verb.slice(0, -2), 'ent ait aient a erent')),
  doing: (verbs: string) => formsOf(verbs, (verb) => ends(verb.slice(0, -2), 'ant')),
}

const CLITICS_THEM = 'lo la los las le les'
const CLITICS_YOU = 'te os'

/** Spanish verbs in -ar, by their infinitive, with the pronouns that are written onto them. */
export const spanishAr = {
  infinitive: (verbs: string) => formsOf(verbs, (verb) => [verb]),
  infinitiveThem: (verbs: string) => formsOf(verbs, (verb) => ends(verb, CLITICS_THEM)),
  infinitiveYou: (verbs: string) => formsOf(verbs, (verb) => ends(verb, CLITICS_YOU)),
  future: (verbs: string) => formsOf(verbs, (verb) => ends(verb, 'e emos an a ia iamos ian')),
  order: (verbs: string) =>
    formsOf(verbs, (verb) => [
      ...ends(verb.slice(0, -2), 'ad emos en'),
      ...ends(softened(verb), 'emos en e'),
    ]),
  orderThem: (verbs: string) =>
    formsOf(verbs, (verb) =>
      CLITICS_THEM.split(' ').flatMap((clitic) => [
        ...ends(verb.slice(0, -2), `a${clitic} ad${clitic}`),
        ...ends(softened(verb), `emos${clitic} en${clitic}`),
      ]),
    ),
  past: (verbs: string) => formsOf(verbs, (verb) => ends(verb.slice(0, -2), 'ado ada ados adas')),
  told: (verbs: string) => formsOf(verbs, (verb) => ends(verb.slice(0, -2), 'o aron aba aban')),
  doing: (verbs: string) => formsOf(verbs, (verb) => ends(verb.slice(0, -2), 'ando andolos andote')),
  subjunctive: (verbs: string) =>
    formsOf(verbs, (verb) => [
      ...ends(softened(verb), 'e en'),
      ...ends(verb.slice(0, -2), 'ara aran ase asen'),
    ]),
}

/** Before e, c is written qu, g gu and z c. */
const softened = (verb: string): string =>
  verb.slice(0, -2).replace(/c$/, 'qu').replace(/g$/, 'gu').replace(/z$/, 'c')

const VOWEL = /[aeiou]/
/** Short words that end in one vowel and one consonant double it: stabbing. */
const doubled = (verb: string): string =>
  /^[^aeiou]*[aeiou][bdgmnpt]$/.test(verb) ? verb + verb.at(-1)! : verb

/** Regular English verbs, by their bare form. */
export const englishRegular = {
  doing: (verbs: string) =>
    formsOf(verbs, (verb) => [`${doubled(verb.endsWith('e') ? verb.slice(0, -1) : verb)}ing`]),
  done: (verbs: string) =>
    formsOf(verbs, (verb) => {
      if (verb.endsWith('e')) return [`${verb}d`]
      return [
        verb.endsWith('y') && !VOWEL.test(verb.at(-2)!) ? `${verb.slice(0, -1)}ied` : `${doubled(verb)}ed`,
      ]
    }),
  does: (verbs: string) => formsOf(verbs, (verb) => [/(?:s|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`]),
}

/** A regular paradigm: for each form, its endings, put to the stem that is left without the infinitive's ending. */
const paradigm =
  (infinitive: number, soften: (stem: string) => string = (stem) => stem) =>
  (verbs: string, endings: string): string =>
    formsOf(verbs, (verb) => {
      const stem = verb.slice(0, -infinitive)
      return endings.split(' ').map((ending) => (/^[ei]/.test(ending) ? soften(stem) : stem) + ending)
    })

/** Italian verbs in -are: `italianAre('ammazzare', 'ero eremo')`. Before e and i, c and g are written ch and gh. */
export const italianAre = paradigm(3, (stem) => stem.replace(/([cg])$/, '$1h').replace(/i$/, ''))
/** Portuguese verbs in -ar. Before e, c is written qu and g gu. */
export const portugueseAr = paradigm(2, (stem) => stem.replace(/c$/, 'qu').replace(/g$/, 'gu'))
