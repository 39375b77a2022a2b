import { foldText } from './fold.ts'
import { arabic } from './frames/arabic.ts'
import { bangla } from './frames/bangla.ts'
import { english } from './frames/english.ts'
import { french } from './frames/french.ts'
import { german } from './frames/german.ts'
import { type Compiled, compile } from './frames/grammar.ts'
import { spanish } from './frames/spanish.ts'

/** All languages that are read by a grammar. */
export const GRAMMARS: Compiled[] = [english, arabic, french, spanish, german, bangla].map((grammar) =>
  compile(grammar, foldText),
)

const byLanguage = new Map(GRAMMARS.map((grammar) => [grammar.language, grammar]))
const fallback = byLanguage.get('en')!
const ARABIC = byLanguage.get('ar')!

/** The grammar a text is read by. Where its language has none, that of its script, or English. */
export const grammarFor = (language: string, script: string): Compiled =>
  byLanguage.get(language) ?? (script === 'Arab' ? ARABIC : fallback)

const WORDS: ReadonlySet<string> = new Set(
  GRAMMARS.flatMap(({ words, named }) => [...words.keys(), ...named]),
)
const ANALYSERS = GRAMMARS.filter(({ analyses }) => analyses)

/** Whether some language knows the word, as it stands or by its prefixes and endings. */
export const isWord = (word: string): boolean =>
  WORDS.has(word) ||
  (word.charCodeAt(0) > LATIN_LAST && ANALYSERS.some(({ analyse }) => analyse(word) !== null))

/** Words of the Latin alphabet are listed in all their forms. */
const LATIN_LAST = 0x24f
