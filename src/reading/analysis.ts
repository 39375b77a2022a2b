import type { TermBank } from '../model/policy.ts'
import type { Span, Stance } from '../model/reading.ts'
import { type Features, featuresOf } from './features.ts'
import { type Folded, fold, originalSpan } from './fold.ts'
import { type Found, framesOf, quotesOf, sentencesOf } from './frames/frames.ts'
import { type Unit, unitsOf } from './frames/grammar.ts'
import { grammarFor, grammars, isWord } from './grammars.ts'
import { tell } from './language.ts'
import { leanByNames } from './names.ts'
import { markTold, signsOf, stanceOf } from './stance.ts'
import { buildTerms, type TermEntry, type Terms } from './terms.ts'
import { type Token, tokensOf } from './tokens.ts'

/** What is seen in a text before anything is weighed. */
export interface Analysis {
  language: string
  script: string
  units: Unit[]
  frames: Found[]
  stance: Stance
  terms: { entry: TermEntry; span: Span }[]
  /** Good until the next text is analysed: its buffers are used again. */
  features: Features
  /** Tokens from (inclusive) to (exclusive), in the original. */
  spanOf(from: number, to: number): Span
}

export type Analyse = (input: { text: string; language: string | null }) => Analysis

/** Folds, parts, tells the language, finds terms, frames and stance. Linear in the text's length. */
export function createAnalyser(banks: TermBank[]): Analyse {
  const terms = buildTerms(banks)
  const known = knownWords(banks)
  return ({ text, language: tag }) => {
    const folded = fold(text)
    const tokens = tokensOf(folded, text, known)
    const { language, script } = tell(text, tokens, tag, grammars())
    const grammar = grammarFor(language, script)
    const units = unitsOf(tokens, grammar)
    const sentences = sentencesOf(units, tokens)
    const frames = framesOf(grammar, units, sentences, quotesOf(tokens), tokens, folded)
    const signs = signsOf(sentences)
    markTold(frames, signs, units, sentences)
    const found = findTerms(terms, folded, tokens)
    leanByNames(signs, found)
    const charged = found.some(({ entry }) => entry.policy !== null)
    return {
      language,
      script,
      units,
      frames,
      stance: stanceOf(frames, signs, sentences, units, charged),
      terms: found,
      features: featuresOf(units, tokens, frames, sentences, signs),
      spanOf: (from, to) => originalSpan(folded, tokens[from]!.start, tokens[to - 1]!.end),
    }
  }
}

const WORD = /[\p{L}\p{M}\p{N}']+/gu

/** Words that a disguise may hide: those of the grammars and of the banks. */
function knownWords(banks: TermBank[]): (word: string) => boolean {
  const own = new Set(
    banks.flatMap(({ entries }) => entries.flatMap(({ term }) => fold(term).text.match(WORD) ?? [])),
  )
  return (word) => own.has(word) || isWord(word)
}

/** Terms as written, and once more in the undisguised words where something was disguised. */
function findTerms(terms: Terms, folded: Folded, tokens: Token[]): Analysis['terms'] {
  if (terms.size <= 1) return []
  const found = terms
    .find(folded.text)
    .map(({ entry, start, end }) => ({ entry, span: originalSpan(folded, start, end) }))
  const plain = undisguised(folded, tokens)
  if (plain === null) return found
  for (const { entry, start, end } of terms.find(plain.text)) {
    const span = { start: plain.starts[start]!, end: plain.ends[end - 1]! }
    const original = originalSpan(folded, span.start, span.end)
    if (!found.some((other) => other.entry === entry && other.span.start === original.start))
      found.push({ entry, span: original })
  }
  return found
}

const isPlain = ({ text }: Folded, { kind, word, start, end }: Token): boolean =>
  kind !== 'word' || (word.length === end - start && text.startsWith(word, start))

/** The text with disguises undone, and for each of its units where its token starts and ends; null where nothing is hidden. */
function undisguised(folded: Folded, tokens: Token[]) {
  if (tokens.every((token) => isPlain(folded, token))) return null
  const starts: number[] = []
  const ends: number[] = []
  for (const { word, start, end } of tokens)
    for (let i = 0; i <= word.length; i++) {
      starts.push(start)
      ends.push(end)
    }
  return { text: tokens.map(({ word }) => `${word} `).join(''), starts, ends }
}
