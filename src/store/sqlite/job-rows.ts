import type { Job } from '../../model/decision.ts'
import type { Millis } from '../../model/ids.ts'
import type { JobQuery, JobRow } from '../desk.ts'
import type { Connection } from './files.ts'
import { openPairs } from './pairs.ts'
import { textKey } from './text-key.ts'

export interface JobColumns {
  id: string
  job: string
  status: JobRow['status']
  shut: 0 | 1
  rank: number
  opened_at: Millis
  deadline: Millis
  /** When somebody else can have it: the end of a lease, or of a wait. */
  free_at: Millis
  holder: string | null
  closing: string | null
  note: string | null
}

export const jobRowOf = (row: JobColumns): JobRow => ({
  job: JSON.parse(row.job) as Job,
  status: row.status,
  openedAt: row.opened_at,
  deadline: row.deadline,
  rank: row.rank,
  holder: row.holder,
  leaseUntil: row.free_at === 0 ? null : row.free_at,
  closed: row.closing === null ? null : (JSON.parse(row.closing) as JobRow['closed']),
  note: row.note,
})

/** Open ones in their order, closed ones the latest first. Every filter narrows a walk down an index. */
export function jobsFor(db: Connection, query: JobQuery): JobRow[] {
  const where = [`shut = ${query.closed ? 1 : 0}`]
  const values: (string | number)[] = []
  const and = (condition: string, ...more: (string | number)[]) => {
    where.push(condition)
    values.push(...more)
  }
  if (query.queue !== undefined) and('queue = ?', query.queue)
  if (query.policy !== undefined) and('policy = ?', query.policy)
  if (query.account !== undefined) and('account = ?', textKey(query.account))
  if (query.holder !== undefined) and('holder = ? AND free_at > ?', query.holder, query.now)
  if (query.breached) and('deadline < ?', query.now)
  if (query.language !== undefined) {
    // Those that are there, so that a language nobody writes is no walk through all.
    const asked = query.language.toLowerCase()
    const known = new Set([...openPairs(db)()].map(({ language }) => language))
    const tags = [...known].filter((tag) => tag === asked || tag.startsWith(`${asked}-`))
    if (!query.closed && tags.length === 0) return []
    const some = query.closed ? [asked] : tags
    and(`language IN (${some.map(() => '?').join(', ')})`, ...some)
  }
  if (query.after !== undefined) {
    const { rank, id } = query.after
    if (query.closed) and('row < (SELECT row FROM jobs WHERE id = ?)', textKey(id))
    else and('(rank, row) < (?, (SELECT row FROM jobs WHERE id = ?))', rank, textKey(id))
  }
  const order = query.closed ? 'row DESC' : 'rank DESC, row DESC'
  return db
    .prepare<unknown[], JobColumns>(
      `SELECT * FROM jobs WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ?`,
    )
    .all(...values, query.limit)
    .map(jobRowOf)
}
