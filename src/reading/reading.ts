import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256 } from '../lib/hash.ts'
import type { TermBank } from '../model/policy.ts'
import type { Reading } from '../model/reading.ts'
import { createAnalyser } from './analysis.ts'
import { emptyModel, type Model } from './classifier.ts'
import { grammarsHash } from './grammars.ts'
import { meant, scoresOf } from './score.ts'

/** Raised with every change of code that lets a text be read differently. What the grammars say counts by itself. */
const CODE_VERSION = 2

export interface Reader {
  /** Of code, banks and model: readings of one version are alike. */
  version: string
  read(input: { text: string; language: string | null }): Reading
}

/**
 * Reads texts: fold, words, language, terms, frames, stance, scores. Deterministic; linear in the text's length; any string is
 * fine. Without a model the grammar alone scores. `language` is the platform's tag, taken as a hint.
 */
export function createReader(banks: TermBank[], model: Model = emptyModel()): Reader {
  const analyse = createAnalyser(banks)
  const version = `${CODE_VERSION}-${sha256(canonicalJson({ banks, model: model.version, grammars: grammarsHash() })).slice(0, 12)}`
  const read: Reader['read'] = (input) => {
    const analysis = analyse(input)
    const { language, script, frames, terms } = analysis
    const scored = scoresOf(analysis, model)
    return {
      language,
      script,
      ...scored,
      stance: meant(analysis.stance, scored.scores),
      frames: frames.map(({ frame }) => frame),
      terms: terms.map(({ entry: { bank, term, policy, stance }, span }) => ({
        bank,
        term,
        policy,
        span,
        ...(stance && { stance }),
      })),
      version,
    }
  }
  return { version, read }
}
