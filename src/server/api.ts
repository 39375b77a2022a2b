import type { Static } from 'typebox'
import type { Campaign } from '../model/campaign.ts'
import type { Decision } from '../model/decision.ts'
import type { Link } from '../model/link.ts'
import type { QueueCount } from '../store/desk.ts'
import type { OutboxRow, StoreCounts } from '../store/store.ts'
import type * as people from './people-schemas.ts'
import type {
  EventResultSchema,
  EventsAnswerSchema,
  LineStatusSchema,
  OverviewAnswerSchema,
  PoliciesAnswerSchema,
  ProblemSchema,
} from './schemas.ts'

/*
 * Types of the HTTP answers, for the page and other callers in this repository. Types only: nothing of the server comes along.
 */

/** How the line stands at this moment. Rates are events per second; `halted` says why nothing moves, or is null. */
export type LineStatus = Static<typeof LineStatusSchema>

/**
 * One message of `GET /v1/live`. `tick` comes once a second. `skipped` says that more of a kind came than a page can show, and
 * how many were left out: `GET /v1/decisions` has them all. A page that just joined is told again of late links and campaigns, and of a pack that
 * was refused and not yet mended.
 */
export type LiveMessage =
  | { kind: 'tick'; status: LineStatus }
  | { kind: 'jobs'; queues: QueueCount[] }
  | { kind: 'decision'; decision: Decision }
  | { kind: 'enforced'; row: OutboxRow }
  | { kind: 'link'; link: Link }
  | { kind: 'campaign'; campaign: Campaign }
  | { kind: 'pack'; hash: string; ok: boolean; problems?: string }

export type StreamMessage = LiveMessage | { kind: 'skipped'; of: LiveMessage['kind']; count: number }

export type EventResult = Static<typeof EventResultSchema>
export type EventsAnswer = Static<typeof EventsAnswerSchema>
export type Problem = Static<typeof ProblemSchema>
export type SessionAnswer = Static<typeof people.SessionAnswerSchema>
export type WaysAnswer = Static<typeof people.WaysAnswerSchema>
export type LinkView = Static<typeof people.LinkViewSchema>
export type MeAnswer = Static<typeof people.MeAnswerSchema>
export type SessionRow = Static<typeof people.SessionRowSchema>
export type KeyRow = Static<typeof people.KeyRowSchema>
export type NewKeyAnswer = { key: KeyRow; secret: string }
export type PersonRow = Static<typeof people.PersonRowSchema>
export type InvitationRow = Static<typeof people.InvitationRowSchema>
export type PeopleAnswer = { people: PersonRow[]; invitations: InvitationRow[] }
export type Colleague = Static<typeof people.ColleagueSchema>
export type AuditAnswer = Static<typeof people.AuditAnswerSchema>
export type PasskeyQuestion = Static<typeof people.PasskeyQuestionSchema>
export type PoliciesAnswer = Static<typeof PoliciesAnswerSchema>
export type OverviewAnswer = Static<typeof OverviewAnswerSchema>
export type PolicyTitle = PoliciesAnswer['policies'][number]

export interface StatusAnswer {
  version: string
  line: LineStatus
  counts: StoreCounts
}
export interface DecisionsAnswer {
  decisions: Decision[]
  next: string | null
}
export interface OutboxAnswer {
  rows: OutboxRow[]
}
export type { Campaign, Decision, Link, OutboxRow, StoreCounts }
