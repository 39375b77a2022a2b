import type { NameStance } from './listed-entity.ts'
import type { ScoredPolicy } from './policy-id.ts'
import type { ProtectedMatch } from './protected.ts'

/**
 * A half-open range in the ORIGINAL text, in UTF-16 code units, as `String.prototype.slice` takes them.
 * Folding keeps a map, so a span always lies in what the person wrote, never in the folded text.
 */
export interface Span {
  start: number
  end: number
}

/** How the author stands to the violent words in the text. */
export type Stance = 'asserts' | 'reports' | 'quotes' | 'condemns' | 'asks' | 'jokes' | 'figurative' | 'none'

export type SpeechAct =
  | 'threat' // I / we will do it
  | 'conditional' // … unless / if
  | 'veiled' // you know what happens
  | 'leakage' // you will see tomorrow
  | 'call' // others are called on to do it
  | 'wish' // may it happen
  | 'praise'
  | 'recruitment'
  | 'support' // asking for, or offering, money, shelter, arms
  | 'instruction'

/** Who is called on to do what to whom, with what, where, when, on what condition. Absent parts are left out. */
export interface Frame {
  act: SpeechAct
  span: Span
  actor?: Span
  verb?: Span
  target?: Span
  means?: Span
  place?: Span
  time?: Span
  condition?: Span
  /** True where the grammar negates it (`I would never kill`). A negated frame scores nothing. */
  negated?: boolean
  /** Set where the frame stands inside quotation or reported speech. */
  quoted?: boolean
}

/** A bank entry found in the text. */
export interface TermMatch {
  bank: string
  term: string
  policy: string | null
  span: Span
  /** Of a listed entity's name: who calls it so. */
  stance?: NameStance
}

/** One reason for a score, in words a reviewer understands, with its weight in log-odds. */
export interface Contribution {
  policy: ScoredPolicy
  reason: string
  weight: number
  span?: Span
}

export type Scores = Partial<Record<ScoredPolicy, number>>

/**
 * What another reader held of the same text, asked because our own reading left the verdict open. It is recorded with the reading, so
 * that a replay judges by what was answered then (docs/spec/opinions.md).
 */
export interface Opinion {
  /** Its name in the configuration. */
  provider: string
  model: string
  /** `translation` where it never saw the original, only a machine's translation of it. */
  basis: 'original' | 'translation'
  /** What it was asked about. A policy that is missing from `scores` it did not answer. */
  asked: ScoredPolicy[]
  /** 0 to 1, rounded to 4 places. Not calibrated by us. */
  scores: Scores
  stance?: Stance
  /** Its own words, at most 500 characters. Written under the influence of the text it read: shown, never believed. */
  reason?: string
  ms: number
  cost: OpinionCost
}

export interface OpinionCost {
  requests: number
  /** Characters sent. */
  characters: number
  /** As the provider counts them; 0 where it does not say. */
  tokens: number
}

/** A machine's translation, to be shown beside the original. Never the sole ground of a restriction (invariant 5). */
export interface Translation {
  /** Name of the engine; `gloss` where only the banks' own words were explained. */
  engine: string
  from: string
  to: string
  /** At most 4,000 characters. */
  text: string
}

/** Opinions kept with one reading. */
export const OPINIONS_MAX = 4

/**
 * What was understood of one post or profile. Deterministic in the text, the platform's language tag and the
 * reader's version. A policy that is absent from `scores` was not measured (a gap), never a zero.
 */
export interface Reading {
  /** BCP-47 primary language, `und` when it could not be told. */
  language: string
  /** ISO 15924 script of most letters, `Zyyy` for none. */
  script: string
  /** Calibrated probability per policy, 0 to 1, rounded to 4 places so that it survives JSON unchanged. */
  scores: Scores
  stance: Stance
  frames: Frame[]
  terms: TermMatch[]
  /** At most 8, strongest first. Empty for a quiet text. */
  contributions: Contribution[]
  /** Version of the reader: code version and a hash over its banks. */
  version: string
  /** Second opinions, at most `OPINIONS_MAX`. Absent where nobody answered, or nobody was asked. */
  opinions?: Opinion[]
  /** Absent where none was made. */
  translation?: Translation
  /** Entries of the register of protected people that the text is about. Absent where there are none. */
  protected?: ProtectedMatch[]
}
