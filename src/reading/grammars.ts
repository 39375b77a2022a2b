import { foldText } from './fold.ts'
import { arabic } from './frames/arabic.ts'
import { bangla } from './frames/bangla.ts'
import { english } from './frames/english.ts'
import { french } from './frames/french.ts'
import { german } from './frames/german.ts'
import { type Compiled, compile } from './frames/grammar.ts'
import { spanish } from './frames/spanish.ts'
import type { Token } from './tokens.ts'

/** All languages that are read by a grammar. */
export const GRAMMARS: Compiled[] = [english, arabic, french, spanish, german, bangla].map((grammar) =>
  compile(grammar, foldText),
)

const byLanguage = new Map(GRAMMARS.map((grammar) => [grammar.language, grammar]))
const fallback = byLanguage.get('en')!
const ARABIC = byLanguage.get('ar')!

/** Words of Arabic in Latin letters that make a text one of it. */
const ARABIZI_MIN = 2

/** The grammar a text is read by: that of its language, or for Arabic in Latin letters the Arabic one. */
export function grammarsFor(language: string, script: string, tokens: Token[]): Compiled {
  const own = byLanguage.get(language)
  if (own !== undefined) return own
  if (script === 'Arab') return ARABIC
  if (script === 'Latn' && tokens.filter(({ word }) => ARABIC.words.has(word)).length >= ARABIZI_MIN)
    return ARABIC
  return fallback
}

export const isWord = (word: string): boolean => GRAMMARS.some(({ words }) => words.has(word))
