import type { Random } from '../src/lib/random.ts'
import { compileGrammar, type Given, type Grammar } from './grammar.ts'
import type { Language } from './words/creed.ts'
import { figures } from './words/figures.ts'
import { talk as arabicTalk } from './words/talk-ar.ts'
import { talk as englishTalk } from './words/talk-en.ts'
import { talk as frenchTalk } from './words/talk-fr.ts'
import { GIVEN, voices } from './words/voices.ts'

const grammars: Record<Language, Grammar> = {
  en: compileGrammar({ ...englishTalk, ...figures.en, ...voices.en }, GIVEN),
  ar: compileGrammar({ ...arabicTalk, ...figures.ar, ...voices.ar }, GIVEN),
  fr: compileGrammar({ ...frenchTalk, ...figures.fr, ...voices.fr }, GIVEN),
}

/** One text for `symbol` in a language, with its spelling put right. */
export function speak(language: Language, symbol: string, random: Random, given?: Given): string {
  const text = grammars[language].speak(symbol, random, given)
  return language === 'ar' ? joinPrefixes(text) : capitalise(text)
}

const SPACE = 32

/** Capital letters after `. `, `! `, `? ` and at the start; vocabulary is written in lower case. */
function capitalise(text: string): string {
  let done = text[0] === undefined ? '' : text[0].toUpperCase()
  let from = 1
  for (let i = 2; i < text.length; i++) {
    if (text.charCodeAt(i - 1) !== SPACE) continue
    const before = text.charCodeAt(i - 2)
    if (before !== 46 && before !== 33 && before !== 63) continue
    done += text.slice(from, i) + text[i]!.toUpperCase()
    from = i + 1
  }
  return done + text.slice(from)
}

/** Templates write a prefix as `لـ[word]`; before a word it is joined, and `لـال` becomes `لل`. */
function joinPrefixes(text: string): string {
  if (!text.includes('ـ')) return text
  return text.replaceAll('لـال', 'لل').replace(/([لب])ـ(?=[ء-ي])/g, '$1')
}
