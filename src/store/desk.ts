import type { Job } from '../model/decision.ts'
import type { AppealRow, BulkRow, FindingRow, OutcomeRow, ProposalRow } from '../model/desk.ts'
import type { Millis } from '../model/ids.ts'
import type { PersonId } from '../model/person.ts'

/** A job with what became of it. Times by the clock on the wall. */
export interface JobRow {
  job: Job
  status: 'open' | 'waiting' | 'proposed' | 'decided' | 'withdrawn'
  openedAt: Millis
  deadline: Millis
  rank: number
  /** Who has it, while the lease lasts. */
  holder: PersonId | null
  leaseUntil: Millis | null
  /** Who closed it, by which event and decision. */
  closed: { by: PersonId | null; event: string; decision: string | null; at: string } | null
  note: string | null
}

export interface JobQuery {
  now: Millis
  /** Open jobs in their order, or closed ones, the latest first. */
  closed?: boolean
  queue?: string
  /** Primary language, or tag. */
  language?: string
  policy?: string
  account?: string
  holder?: PersonId
  /** Past their deadline. */
  breached?: boolean
  after?: { rank: number; id: string }
  limit: number
}

/** What a person can and will look at. */
export interface Wants {
  person: PersonId
  queues: readonly string[]
  /** BCP 47. Empty for all. */
  languages: readonly string[]
  /** Policies they have opted out of. */
  without: readonly string[]
  severityMax: number
  now: Millis
  until: Millis
}

export interface QueueCount {
  queue: string
  open: number
  claimed: number
  /** Past their deadline. */
  breached: number
  /** The soonest deadline of all that is open. */
  soonest: Millis | null
}

export type Claim =
  | { ok: true; row: JobRow }
  | { ok: false; why: 'unknown' | 'taken' | 'closed' | 'barred'; row: JobRow | null }

export interface Shown {
  person: PersonId
  item: string
  job: string
  severity: number
  at: Millis
}

/** What somebody set for themselves, and what was set for them. */
export interface DeskProfile {
  person: PersonId
  languages: string[]
  queues: string[]
  /** Policies they do not look at. */
  without: string[]
  /** Exposure points a day; null for the house's own. */
  dailyMax: number | null
}

export interface OutcomeQuery {
  since?: string
  rule?: string
}

/**
 * The part of a store that the desk works over. Claims, leases, what was shown and profiles are rows and no events: a replay judges the same without
 * them, and a lease is worth nothing a minute later. (docs/spec/review.md, L1)
 */
export interface DeskStore {
  job(id: string): Promise<JobRow | undefined>
  jobs(query: JobQuery): Promise<JobRow[]>
  /** Open jobs about the same subject, and all jobs that a decision led to. */
  jobsAbout(about: { subject: string } | { decision: string }): Promise<JobRow[]>
  jobCounts(now: Millis): Promise<QueueCount[]>
  /** The first in order that the person can and will look at, claimed; null where there is none. No job goes to two. */
  claimNext(wants: Wants): Promise<JobRow | null>
  claim(id: string, lease: { person: PersonId; now: Millis; until: Millis }): Promise<Claim>
  /** Holds on to what is held. False where somebody else has it by now, or it is closed. */
  extend(id: string, lease: { person: PersonId; now: Millis; until: Millis }): Promise<boolean>
  handBack(id: string, person: PersonId, note: string | null): Promise<boolean>

  show(shown: Shown): Promise<void>
  /** What a person was shown of an item, other than for this job: the first time. */
  shownBefore(person: PersonId, item: string, job: string): Promise<Shown | undefined>
  shownSince(person: PersonId, since: Millis): Promise<Shown[]>
  deskProfile(person: PersonId): Promise<DeskProfile | undefined>
  putDeskProfile(profile: DeskProfile): Promise<void>

  appeal(id: string): Promise<AppealRow | undefined>
  appealOf(decision: string): Promise<AppealRow | undefined>
  appeals(query: { status?: AppealRow['status']; account?: string; limit: number }): Promise<AppealRow[]>
  proposal(id: string): Promise<ProposalRow | undefined>
  /** Newest first. Lapsed ones say so. */
  proposals(query: { status?: ProposalRow['status']; now: Millis; limit: number }): Promise<ProposalRow[]>
  bulk(bulk: string): Promise<BulkRow[]>
  bulks(limit: number): Promise<BulkRow[]>
  outcomes(query: OutcomeQuery): Promise<OutcomeRow[]>
  findings(query: { since?: string; decision?: string; limit: number }): Promise<FindingRow[]>
}
