import type { Policy, TermBank } from '../model/policy.ts'
import type { ScoredPolicy } from '../model/policy-id.ts'
import type { Opinion, OpinionCost, Scores, Stance, TermMatch, Translation } from '../model/reading.ts'
import type { Gap } from '../model/signal.ts'

/*
 * The port through which texts are shown to other readers and translated. It holds no I/O; who stands behind it stands in the files
 * beside this one, and docs/spec/opinions.md says what each of them keeps.
 */

/** Characters of a text that leave the house, at most. */
export const TEXT_LENGTH_MAX = 4_000
/** Characters kept of a provider's own words. */
export const REASON_LENGTH_MAX = 500

/** What one provider is asked about one text. */
export interface Question {
  /** The original or a machine's translation of it, at most `TEXT_LENGTH_MAX` characters. */
  text: string
  /** BCP-47 primary language of `text`, `und` where it could not be told. */
  language: string
  basis: Opinion['basis']
  /** What is asked about, each with its prose. Never empty. */
  policies: readonly Policy[]
  /** What is permitted and recorded as such, for providers that read prose. */
  permitted: readonly Policy[]
}

/** Why there is no answer. `blame` says whether the provider is at fault, or only this one text; a provider at fault is soon left alone. */
export interface Failure {
  ok: false
  reason: string
  blame: 'provider' | 'text'
  /** It asked for quiet for so long. */
  retryAfterMs?: number
}
export type Attempt<T> = { ok: true; value: T; tokens: number } | Failure

/** What a provider holds of a text. Scores of policies it was not asked about are dropped. */
export interface Held {
  scores: Scores
  stance?: Stance
  reason?: string
}

/** One that can be asked, without protection: `guard.ts` puts deadline, queue, breaker and meter around it. Must not throw on what it is told. */
export interface Provider {
  readonly name: string
  readonly model: string
  /** Policies it can answer for. */
  readonly policies: ReadonlySet<ScoredPolicy>
  /** Languages it reads; null for all. */
  readonly languages: ReadonlySet<string> | null
  ask(question: Question, signal: AbortSignal): Promise<Attempt<Held>>
  close(): Promise<void>
}

/** One that translates, without protection. `from` is `und` where the language is not known. */
export interface Translator {
  readonly name: string
  translate(
    request: { text: string; from: string; to: string },
    signal: AbortSignal,
  ): Promise<Attempt<{ text: string; from: string }>>
  /** What stands in the way of translating to this language, or null. */
  trouble(to: string, signal: AbortSignal): Promise<string | null>
  close(): Promise<void>
}

/** An answer, or the reason for the gap. Comes within the deadline, whatever the world does. */
export type Guarded<T> = { ok: true; value: T; ms: number; cost: OpinionCost } | { ok: false; reason: string }

/** One text on which the verdict is open. */
export interface Inquiry {
  text: string
  language: string
  policies: readonly Policy[]
  permitted: readonly Policy[]
  /** Bank terms found in it, with the banks: what a gloss is made of. */
  terms: readonly TermMatch[]
  banks: readonly TermBank[]
  /** Characters around which a text is cut that is too long. */
  focus: number
}

export interface Consulted {
  /** At most `OPINIONS_MAX`. */
  opinions: Opinion[]
  translation: Translation | null
  /** One for each policy that was asked about and that nobody answered for: `opinion.tvec2`, `translation.tvec2`. */
  gaps: Gap[]
}

/** What one of them said when it was tried. */
export interface Trial {
  name: string
  ok: boolean
  detail: string
}

/** What one of them has cost since the start, and what came of it. */
export interface Bill {
  name: string
  cost: OpinionCost
  /** Questions that were answered, and those that were not, whatever the reason. */
  answers: number
  gaps: number
}

/** Everyone that can be asked. */
export interface Opinions {
  /** Policies that somebody answers for. */
  readonly policies: ReadonlySet<ScoredPolicy>
  /** Resolves within the deadline and never rejects. */
  consult(inquiry: Inquiry): Promise<Consulted>
  /** Asks each about a harmless text. */
  tryAll(policies: readonly Policy[]): Promise<Trial[]>
  bills(): Bill[]
  close(): Promise<void>
}
