import type { TermBank } from '../model/policy.ts'
import type { Span, TermMatch, Translation } from '../model/reading.ts'
import { TEXT_LENGTH_MAX } from './opinions.ts'

/** Terms of one text that are explained. */
const TERMS_MAX = 64

/** A bank term in a text, with what it says. */
export interface Gloss {
  span: Span
  term: string
  bank: string
  policy: string | null
  /** In the house's language. Where the bank does not say what the term means, what the bank is for. */
  says: string
}

/**
 * Explains the bank terms of a text word by word, for reviewers who cannot read it, where there is no engine to translate. Needs nothing but
 * the pack. Terms within a longer one that is explained are left out. Spans lie in the original text.
 */
export function glossesOf(terms: readonly TermMatch[], banks: readonly TermBank[]): Gloss[] {
  const meanings = meaningsOf(banks)
  const glosses: Gloss[] = []
  let end = 0
  for (const { bank, term, policy, span } of [...terms].sort(byPlace)) {
    if (span.start < end || glosses.length >= TERMS_MAX) continue
    const says = meanings.get(bank)?.get(term) ?? meanings.get(bank)?.get('')
    if (says === undefined) continue
    glosses.push({ span, term, bank, policy, says })
    end = span.end
  }
  return glosses
}

const byPlace = (a: TermMatch, b: TermMatch): number => a.span.start - b.span.start || b.span.end - a.span.end

const meaningsBy = new WeakMap<readonly TermBank[], Map<string, Map<string, string>>>()

/** Bank → term → what it says; under '' what the bank is for. */
function meaningsOf(banks: readonly TermBank[]): Map<string, Map<string, string>> {
  let meanings = meaningsBy.get(banks)
  if (meanings === undefined) {
    meanings = new Map()
    for (const { id, policy, description, entries } of banks) {
      const words = new Map([['', `${policy ?? 'term'}: ${description === '' ? id : description}`]])
      for (const { term, gloss } of entries) if (gloss !== undefined) words.set(term, gloss)
      meanings.set(id, words)
    }
    meaningsBy.set(banks, meanings)
  }
  return meanings
}

/** The text with each gloss in brackets behind its term, as a translation by the engine `gloss`; null where there is nothing to explain. */
export function glossedText(
  {
    text,
    language,
    terms,
    banks,
  }: { text: string; language: string; terms: readonly TermMatch[]; banks: readonly TermBank[] },
  to: string,
): Translation | null {
  const glosses = glossesOf(terms, banks).filter(({ span }) => span.end <= text.length)
  if (glosses.length === 0) return null
  let glossed = ''
  let from = 0
  for (const { span, says } of glosses) {
    glossed += `${text.slice(from, span.end)} [${says}]`
    from = span.end
  }
  glossed += text.slice(from)
  return { engine: 'gloss', from: language, to, text: cut(glossed.toWellFormed(), TEXT_LENGTH_MAX) }
}

export const cut = (text: string, lengthMax: number): string =>
  text.length <= lengthMax ? text : `${text.slice(0, lengthMax - 1).replace(/[\ud800-\udbff]$/, '')}…`
