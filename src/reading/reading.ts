import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256 } from '../lib/hash.ts'
import type { TermBank } from '../model/policy.ts'
import type { Reading, Span } from '../model/reading.ts'
import { emptyModel, type Model } from './classifier.ts'
import { featuresOf } from './features.ts'
import { type Folded, fold, originalSpan } from './fold.ts'
import { framesOf, quotesOf, sentencesOf } from './frames/frames.ts'
import { unitsOf } from './frames/grammar.ts'
import { GRAMMARS, grammarsFor, isWord } from './grammars.ts'
import { tell } from './language.ts'
import { scoresOf } from './score.ts'
import { markTold, signsOf, stanceOf } from './stance.ts'
import { buildTerms, type TermEntry, type Terms } from './terms.ts'
import { type Token, tokensOf } from './tokens.ts'

/** Raised with every change that lets a text be read differently. */
const CODE_VERSION = 1

export interface Reader {
  /** Of code, banks and model. */
  version: string
  read(input: { text: string; language: string | null }): Reading
}

/**
 * Reads texts: fold, words, language, terms, frames, stance, scores. Deterministic; linear in the text's length; any string is
 * fine. Without a model the grammar alone scores.
 */
export function createReader(banks: TermBank[], model: Model = emptyModel()): Reader {
  const terms = buildTerms(banks)
  const known = knownWords(banks)
  const version = `${CODE_VERSION}-${sha256(canonicalJson({ banks, model: model.version })).slice(0, 12)}`
  const read = ({ text, language: tag }: { text: string; language: string | null }): Reading => {
    const folded = fold(text)
    const tokens = tokensOf(folded, text, known)
    const { language, script } = tell(text, tokens, tag, GRAMMARS)
    const quotes = quotesOf(tokens)
    const grammar = grammarsFor(language, script, tokens)
    const units = unitsOf(tokens, grammar)
    const sentences = sentencesOf(units, tokens)
    const frames = framesOf(grammar, units, sentences, quotes, tokens, folded)
    const signs = signsOf(sentences)
    markTold(frames, signs, units, sentences)
    const found = findTerms(terms, folded, tokens)
    const stance = stanceOf(
      frames,
      signs,
      sentences,
      units,
      tokens,
      found.some(({ entry }) => entry.policy !== null),
    )
    const spanOf = (from: number, to: number): Span =>
      originalSpan(folded, tokens[from]!.start, tokens[to - 1]!.end)
    const { scores, contributions } = scoresOf({
      model,
      language,
      features: featuresOf(units, tokens, frames, sentences, signs),
      frames,
      units,
      stance,
      terms: found,
      spanOf,
    })
    return {
      language,
      script,
      scores,
      stance,
      frames: frames.map(({ frame }) => frame),
      terms: found.map(({ entry: { bank, term, policy }, span }) => ({ bank, term, policy, span })),
      contributions,
      version,
    }
  }
  return { version, read }
}

/** Words that a disguise may hide: those of the grammars and of the banks. */
function knownWords(banks: TermBank[]): (word: string) => boolean {
  const own = new Set(
    banks.flatMap(({ entries }) => entries.flatMap(({ term }) => fold(term).text.match(WORD) ?? [])),
  )
  return (word) => own.has(word) || isWord(word)
}
const WORD = /[\p{L}\p{M}\p{N}']+/gu

/** Terms as written, and once more in the undisguised words where something was disguised. */
function findTerms(terms: Terms, folded: Folded, tokens: Token[]): { entry: TermEntry; span: Span }[] {
  const found = terms
    .find(folded.text)
    .map(({ entry, start, end }) => ({ entry, span: originalSpan(folded, start, end) }))
  const plain = undisguised(folded, tokens)
  if (plain === null) return found
  for (const { entry, start, end } of terms.find(plain.text)) {
    const span = originalSpan(folded, plain.starts[start]!, plain.ends[end - 1]!)
    if (!found.some((other) => other.entry === entry && other.span.start === span.start))
      found.push({ entry, span })
  }
  return found
}

function undisguised(
  folded: Folded,
  tokens: Token[],
): { text: string; starts: number[]; ends: number[] } | null {
  if (
    tokens.every(
      ({ word, start, end, kind }) =>
        kind !== 'word' || (word.length === end - start && folded.text.startsWith(word, start)),
    )
  )
    return null
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { word, start, end } of tokens) {
    text += `${word} `
    for (let i = 0; i <= word.length; i++) {
      starts.push(start)
      ends.push(end)
    }
  }
  return { text, starts, ends }
}
