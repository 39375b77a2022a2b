import type { Millis } from './ids.ts'
import type { ProtectedMatch } from './protected.ts'

export const THREAT_GRADES = ['low', 'medium', 'high-unspecific', 'high-specific'] as const
export type ThreatGrade = (typeof THREAT_GRADES)[number]

export const VERACITIES = ['unverified', 'checking', 'credible', 'not-credible', 'hoax'] as const
export type Veracity = (typeof VERACITIES)[number]

/** How a threat is put. After O'Toole, The School Shooter (FBI, 2000), and the warning behaviours of Meloy and others (2012). */
export const SPEECH_FACTORS = [
  'direct',
  'indirect',
  'veiled',
  'conditional',
  'leakage',
  'call',
  'glorification',
] as const
/** What else is coded. No text tells `capability` and `preparation` by itself: people find them out. */
export const FACTORS = [
  'intent',
  ...SPEECH_FACTORS,
  'target',
  'means',
  'place',
  'time',
  'capability',
  'preparation',
  'last-resort',
] as const
export type Factor = (typeof FACTORS)[number]

/** `changed`: it is there, and is not what it was when it was coded before. */
export const FACTOR_VALUES = ['present', 'absent', 'unknown', 'changed'] as const
export type FactorValue = (typeof FACTOR_VALUES)[number]

/** One coded factor with what it rests on and who coded it. */
export interface ThreatFactor {
  factor: string
  value: FactorValue
  evidence: string
  coder: string
}

/** A factor as it was coded once. Codings are appended, never changed. */
export interface Coding extends ThreatFactor {
  at: string
  /** The post it was read in; absent where a person coded the case as a whole. */
  post?: string
}

export const THREAT_LISTS = ['explicit', 'leakage'] as const
export type ThreatList = (typeof THREAT_LISTS)[number]

/** `table`: nobody graded yet. `second`: one did, and another has to. `disputed`: two differ, a third decides. `settled`: it stands. */
export type GradingState = 'table' | 'second' | 'disputed' | 'settled'
export type ThreatStatus = 'open' | 'closed' | 'merged'

/** A case about danger to people. Row of `export threats`; field names are final. */
export interface Threat {
  id: string
  openedAt: string
  grade: ThreatGrade
  veracity: Veracity
  /** Each factor once, as it stands. */
  factors: ThreatFactor[]
  accounts: string[]
  posts: string[]
  status: ThreatStatus
  grading: GradingState
  lists: ThreatList[]
  /** It is about somebody of the register. Whom, only the threat desk can see. */
  protected: boolean
  mergedInto: string | null
}

/** What one person found. */
export interface Grading {
  by: string
  grade: ThreatGrade
  /** What the table gave at that moment. */
  table: ThreatGrade
  why: string
  at: string
  /** A new round begins when the table comes to give something else. */
  round: number
}

export interface CasePost {
  id: string
  event: string
  account: string
  at: string
  /** The first 500 characters, as they were written: hostile until shown otherwise. */
  text: string
  language: string | null
  decision: string
  /** A machine's translation, where there was one. */
  translation?: string
}

export const REFERRAL_KINDS = ['security', 'law-enforcement', 'emergency-disclosure', 'platform'] as const
export type ReferralKind = (typeof REFERRAL_KINDS)[number]

export interface Referral {
  id: string
  to: ReferralKind
  recipient: string
  /** Id of a legal basis of the pack. */
  basis: string
  /** What is handed over, each with why it is needed. */
  disclosed: { what: string; why: string }[]
  /** Why it is no more than needed. */
  necessity: string
  at: string
  /** The round of grading it belongs to. */
  round: number
  /** Who stands behind it; the first proposed it. Released when two do. */
  by: string[]
  releasedAt: string | null
  withdrawn: { by: string; why: string; at: string } | null
  /** The evidence bundle that went with it. */
  bundle: { sha256: string; bytes: number } | null
  /** The recipient's own, and when they said that they have it. */
  reference: string | null
  acknowledgedAt: string | null
}

export interface PageChannel {
  status: 'due' | 'sent' | 'failed'
  attempts: number
  detail: string
}

/** One person called for one thing, over every channel they have. */
export interface Page {
  id: string
  stage: string
  to: string
  at: string
  channels: Record<string, PageChannel>
  acknowledged: { by: string; at: string } | null
}

/** All that judgement remembers of a case. */
export interface ThreatStanding {
  id: string
  openedAt: string
  openedBy: 'rule' | 'report' | 'hand'
  /** Event time of the last post that joined. */
  lastAt: Millis
  status: ThreatStatus
  mergedInto: string | null
  merged: string[]
  closed: { by: string; why: string; at: string } | null
  codings: Coding[]
  veracity: Veracity
  gradings: Grading[]
  round: number
  accounts: string[]
  posts: CasePost[]
  /** Ids of posts beyond those that are kept with their text. */
  morePosts: string[]
  targets: ProtectedMatch[]
  /** Keyed tokens of desk members whom the case is about: they decide nothing in it. */
  barred: string[]
  /** The clock that runs, since when, and when a person first looked at it. */
  clock: { grade: ThreatGrade; since: string; seen: { by: string; at: string } | null } | null
  pages: Page[]
  referrals: Referral[]
  notes: { by: string; text: string; at: string }[]
  /** Events of the last acts that were taken. */
  acts: string[]
}

/** A case that what comes may join. */
export interface OpenCase {
  id: string
  lastAt: Millis
  accounts: string[]
  targets: string[]
  quiet: boolean
  /** A clock runs. */
  clock: boolean
}

/** What the desk as a whole has open: one state. */
export interface DeskStanding {
  cases: OpenCase[]
  orders: string[]
  /** Those that have not come to their end. */
  runningOrders: string[]
  requests: string[]
  /** When a removal order became final, by order: two in twelve months make a provider exposed. */
  finalOrders: { order: string; at: string }[]
}
