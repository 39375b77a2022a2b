import { sha256 } from '../lib/hash.ts'
import { foldText } from './fold.ts'
import { arabic } from './frames/arabic.ts'
import { bangla } from './frames/bangla.ts'
import { dutch } from './frames/dutch.ts'
import { english } from './frames/english.ts'
import { french } from './frames/french.ts'
import { german } from './frames/german.ts'
import { type Compiled, compile } from './frames/grammar.ts'
import { italian } from './frames/italian.ts'
import { portuguese } from './frames/portuguese.ts'
import { spanish } from './frames/spanish.ts'

/** What is compiled of all grammars together. */
interface Compendium {
  all: Compiled[]
  byLanguage: ReadonlyMap<string, Compiled>
  words: ReadonlySet<string>
  analysers: Compiled[]
}

/** Compiled when the first text is read: a quarter of a second that commands and threads which read nothing need not spend. */
let compendium: Compendium | null = null

const compiled = (): Compendium => (compendium ??= compileAll())

/** Where two languages are as likely, the first is taken. */
const SOURCES = [english, arabic, french, spanish, german, bangla, italian, portuguese, dutch]

let hash: string | null = null
/** Of all that the grammars say: words, parts, lines. Nobody has to remember to raise a number. */
export const grammarsHash = (): string => (hash ??= sha256(JSON.stringify(SOURCES)))

function compileAll(): Compendium {
  const all = SOURCES.map((grammar) => compile(grammar, foldText))
  return {
    all,
    byLanguage: new Map(all.map((grammar) => [grammar.language, grammar])),
    words: new Set(all.flatMap(({ words, named }) => [...words.keys(), ...named])),
    analysers: all.filter(({ analyses }) => analyses),
  }
}

/** All languages that are read by a grammar. */
export const grammars = (): Compiled[] => compiled().all

/** The grammar a text is read by. Where its language has none, that of its script, or English. */
export function grammarFor(language: string, script: string): Compiled {
  const { byLanguage } = compiled()
  return byLanguage.get(language) ?? byLanguage.get(script === 'Arab' ? 'ar' : 'en')!
}

/** Whether some language knows the word, as it stands or by its prefixes and endings. */
export function isWord(word: string): boolean {
  const { words, analysers } = compiled()
  if (words.has(word)) return true
  return word.charCodeAt(0) > LATIN_LAST && analysers.some(({ analyse }) => analyse(word) !== null)
}

/** Words of the Latin alphabet are listed in all their forms. */
const LATIN_LAST = 0x24f
