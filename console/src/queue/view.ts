import type { JobView, ShownJob } from '../api/types.ts'

/* What the queue and a job show, made of what the server says. */

export type JobDetail = JobView

export interface JobRow {
  id: string
  queue: string
  policy: string
  account: string
  subject: ShownJob['job']['subject']
  language: string | null
  /** 0 plain, 1 hateful, 2 violent, 3 graphic. */
  severity: 0 | 1 | 2 | 3
  openedAt: number
  deadline: number
  reasons: ShownJob['reasons']
  status: ShownJob['status']
  holder: string | null
  mine: boolean
}

export const rowOf = (
  { job, status, openedAt, deadline, reasons, holder }: ShownJob,
  me: string | null,
): JobRow => ({
  id: job.id,
  queue: job.queue,
  policy: job.policy,
  account: job.account,
  subject: job.subject,
  language: job.brief?.language ?? null,
  severity: job.brief?.severity ?? 0,
  openedAt,
  deadline,
  reasons,
  status,
  holder,
  mine: holder !== null && holder === me,
})

/** How near a deadline is. */
export function nearness(deadline: number, now: number): 'ample' | 'near' | 'past' {
  const ms = deadline - now
  return ms < 0 ? 'past' : ms < NEAR_MS ? 'near' : 'ample'
}
const NEAR_MS = 15 * 60_000
