import type { Reading, Translation } from '../../../src/model/reading.ts'
import type { Decision } from '../api/types.ts'

/* What the queue and a job show. */

export interface JobRow {
  id: string
  queue: string
  policy: string
  account: string
  subject: Decision['subject']
  language: string | null
  /** 0 plain, 1 hateful, 2 violent, 3 graphic. */
  severity: 0 | 1 | 2 | 3
  /** When it came, and by when it must be decided. ISO 8601. */
  at: string
  deadlineAt: string | null
  /** Why it stands where it stands. */
  why: { harm: number; done: number; reach: number; followers: number | null }
  status: 'open' | 'claimed' | 'waiting' | 'proposed' | 'decided' | 'withdrawn'
  /** Whose it is now: a pseudonym. */
  claimedBy: string | null
  mine: boolean
}

export interface PostLine {
  id: string
  account: string
  handle: string | null
  at: string
  text: string
}

export interface MediaLine {
  id: string
  type: string
  sha256: string | null
}

export interface TimelineLine {
  at: string
  kind: string
  says: string
}

export interface SimilarLine {
  id: string
  at: string
  text: string
  finding: string
  policy: string | null
  /** How an appeal ended, null where none was filed. */
  appeal: string | null
}

export interface JobDetail {
  job: JobRow
  decision: Decision | null
  post: (PostLine & { media: MediaLine[]; language: string | null; url: string | null }) | null
  reading: Reading | null
  translation: Translation | null
  thread: PostLine[]
  timeline: TimelineLine[]
  similar: SimilarLine[]
  strikes: number | null
  campaign: string | null
  leaseUntil: string | null
}

/** How long until a deadline, and whether that is near or past. */
export function deadlineOf(
  deadlineAt: string | null,
  now: number,
): { ms: number; state: 'ample' | 'near' | 'past' } | null {
  if (deadlineAt === null) return null
  const ms = Date.parse(deadlineAt) - now
  return { ms, state: ms < 0 ? 'past' : ms < NEAR_MS ? 'near' : 'ample' }
}
const NEAR_MS = 15 * 60_000
