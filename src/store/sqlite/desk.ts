import { rankOf } from '../../decisions/rank.ts'
import type { Job } from '../../model/decision.ts'
import type { AppealRow, BulkRow, DeskRow, FindingRow, OutcomeRow, ProposalRow } from '../../model/desk.ts'
import { entityKey } from '../../model/entity.ts'
import { DAY_MS, type Millis } from '../../model/ids.ts'
import type { DeskProfile, DeskStore, JobRow, QueueCount, Shown } from '../desk.ts'
import type { CaseFile } from './case-file.ts'
import { type Claims, openClaims } from './claims.ts'
import type { Counters } from './counters.ts'
import type { Connection } from './files.ts'
import { type JobColumns, jobRowOf, jobsFor } from './job-rows.ts'
import { textKey } from './text-key.ts'

/** The desk's rows that a commit writes, inside the caller's transaction. */
export interface DeskWriter {
  putJob(job: Job): void
  put(row: DeskRow): void
}

export function openDeskWriter(db: Connection, counters: Counters, now: () => Millis): DeskWriter {
  const insertJob = db.prepare(
    `INSERT OR IGNORE INTO jobs (id, queue, job, rank, opened_at, deadline, language, policy, severity, item, subject, account, decision, not_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  // A job that closed stays closed: what comes later about it is of an act that did nothing.
  const changeJob = db.prepare(
    `UPDATE jobs SET status = ?, shut = ?, closing = ?, note = ?, free_at = ?, holder = NULL WHERE id = ? AND shut = 0`,
  )
  const putAppeal = db.prepare(
    `INSERT INTO appeals (id, decision, account, status, value) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET status = excluded.status, value = json_patch(value, json_remove(excluded.value, '$.text', '$.filedAt'))`,
  )
  const putProposal = db.prepare(
    `INSERT INTO proposals (id, status, expires_at, value) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET status = excluded.status, value = excluded.value`,
  )
  const putOutcome = db.prepare('INSERT OR REPLACE INTO outcomes (id, at, rule, value) VALUES (?, ?, ?, ?)')
  const putFinding = db.prepare(
    'INSERT OR IGNORE INTO findings (id, at, decision, value) VALUES (?, ?, ?, ?)',
  )
  const putBulk = db.prepare(
    `INSERT INTO bulks (id, bulk, value) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET value = CASE excluded.value ->> '$.status' WHEN 'undone' THEN json_set(value, '$.status', 'undone') ELSE excluded.value END`,
  )

  return {
    putJob(job) {
      const { brief } = job
      const openedAt = now()
      const deadline = openedAt + (brief?.allowanceMs ?? DAY_MS)
      const { changes } = insertJob.run(
        textKey(job.id),
        job.queue,
        JSON.stringify(job),
        rankOf(job.priority, openedAt, deadline),
        openedAt,
        deadline,
        (brief?.language ?? '').toLowerCase(),
        job.policy,
        brief?.severity ?? 0,
        brief?.item ?? null,
        textKey(entityKey(job.subject)),
        textKey(job.account),
        textKey(job.decision),
        brief?.notBy === undefined || brief.notBy.length === 0 ? null : JSON.stringify(brief.notBy),
      )
      if (changes > 0) counters.add('jobs', 1)
    },
    put(row) {
      switch (row.kind) {
        case 'job': {
          const shut = row.status === 'decided' || row.status === 'withdrawn'
          const closing = shut
            ? JSON.stringify({ by: row.by, event: row.event, decision: row.decision, at: row.at })
            : null
          changeJob.run(row.status, shut ? 1 : 0, closing, row.note, row.until ?? 0, textKey(row.id))
          return
        }
        case 'appeal':
          putAppeal.run(
            textKey(row.row.id),
            textKey(row.row.decision),
            textKey(row.row.account),
            row.row.status,
            JSON.stringify(row.row),
          )
          return
        case 'proposal':
          putProposal.run(
            textKey(row.row.id),
            row.row.status,
            Date.parse(row.row.expiresAt),
            JSON.stringify(row.row),
          )
          return
        case 'outcome':
          putOutcome.run(textKey(row.row.id), row.row.at, row.row.rule, JSON.stringify(row.row))
          return
        case 'finding':
          putFinding.run(textKey(row.row.id), row.row.at, textKey(row.row.decision), JSON.stringify(row.row))
          return
        case 'bulk':
          putBulk.run(textKey(row.row.id), row.row.bulk, JSON.stringify(row.row))
          return
      }
    },
  }
}

/** What the desk reads, and its own small writes. */
export function openDesk(db: Connection, write: CaseFile['write']): DeskStore {
  const claims: Claims = openClaims(db, write)
  const one = db.prepare<[string], JobColumns>('SELECT * FROM jobs WHERE id = ?')
  const aboutSubject = db.prepare<[string], JobColumns>(
    'SELECT * FROM jobs WHERE subject = ? AND shut = 0 ORDER BY rank DESC LIMIT 100',
  )
  const ofDecision = db.prepare<[string], JobColumns>('SELECT * FROM jobs WHERE decision = ? LIMIT 100')
  const counts = db.prepare<{ now: Millis }, QueueCount>(
    `SELECT queue, count(*) AS open, sum(free_at > :now) AS claimed, sum(deadline < :now) AS breached, min(deadline) AS soonest
     FROM jobs WHERE shut = 0 GROUP BY queue`,
  )
  const putShown = db.prepare(
    'INSERT OR IGNORE INTO shown (person, item, job, severity, at) VALUES (?, ?, ?, ?, ?)',
  )
  const before = db.prepare<[string, string, string], Shown>(
    'SELECT * FROM shown WHERE person = ? AND item = ? AND job <> ? ORDER BY at LIMIT 1',
  )
  const since = db.prepare<[string, Millis], Shown>(
    'SELECT * FROM shown WHERE person = ? AND at >= ? ORDER BY at',
  )
  const getProfile = db.prepare<[string], string>('SELECT value FROM desk_profiles WHERE person = ?').pluck()
  const putProfile = db.prepare('INSERT OR REPLACE INTO desk_profiles VALUES (?, ?)')
  const value = (sql: string) => db.prepare<unknown[], string>(sql).pluck()
  const appealById = value('SELECT value FROM appeals WHERE id = ?')
  const appealByDecision = value('SELECT value FROM appeals WHERE decision = ?')
  const proposalById = value('SELECT value FROM proposals WHERE id = ?')
  const bulkParts = value("SELECT value FROM bulks WHERE bulk = ? ORDER BY value ->> '$.part'")
  const newestBulks = value('SELECT value FROM bulks ORDER BY rowid DESC LIMIT ?')

  return {
    job: async (id) => rowOrNone(one.get(textKey(id))),
    jobs: async (query) => jobsFor(db, query),
    jobsAbout: async (about) =>
      ('subject' in about
        ? aboutSubject.all(textKey(about.subject))
        : ofDecision.all(textKey(about.decision))
      ).map(jobRowOf),
    jobCounts: async (now) => counts.all({ now }),
    ...claims,
    show: async ({ person, item, job, severity, at }) =>
      write(() => void putShown.run(person, item, textKey(job), severity, at)),
    shownBefore: async (person, item, job) => before.get(person, item, textKey(job)),
    shownSince: async (person, from) => since.all(person, from),
    deskProfile: async (person) => parsed<DeskProfile>(getProfile.get(person)),
    putDeskProfile: async (profile) =>
      write(() => void putProfile.run(profile.person, JSON.stringify(profile))),
    appeal: async (id) => parsed<AppealRow>(appealById.get(textKey(id))),
    appealOf: async (decision) => parsed<AppealRow>(appealByDecision.get(textKey(decision))),
    appeals: async ({ status, account, limit }) =>
      listed<AppealRow>(db, 'appeals', { status, account: account && textKey(account) }, limit),
    proposal: async (id) => parsed<ProposalRow>(proposalById.get(textKey(id))),
    proposals: async ({ status, now, limit }) => {
      const kept = status === 'expired' ? 'waiting' : status
      const rows = listed<ProposalRow>(db, 'proposals', { status: kept }, limit).map((row) =>
        lapsed(row, now),
      )
      return status === undefined ? rows : rows.filter((row) => row.status === status)
    },
    bulk: async (bulk) => bulkParts.all(bulk).map((text) => JSON.parse(text) as BulkRow),
    bulks: async (limit) => newestBulks.all(limit).map((text) => JSON.parse(text) as BulkRow),
    outcomes: async ({ since: from = '', rule }) =>
      (rule === undefined
        ? value('SELECT value FROM outcomes WHERE at >= ? ORDER BY at').all(from)
        : value('SELECT value FROM outcomes WHERE rule = ? AND at >= ? ORDER BY at').all(rule, from)
      ).map((text) => JSON.parse(text) as OutcomeRow),
    findings: async ({ since: from = '', decision, limit }) =>
      (decision === undefined
        ? value('SELECT value FROM findings WHERE at >= ? ORDER BY at DESC LIMIT ?').all(from, limit)
        : value('SELECT value FROM findings WHERE decision = ? AND at >= ? ORDER BY at DESC LIMIT ?').all(
            textKey(decision),
            from,
            limit,
          )
      ).map((text) => JSON.parse(text) as FindingRow),
  }
}

/** A proposal that nobody answered in time is no longer one, whether or not something has said so. */
export const lapsed = (row: ProposalRow, now: Millis): ProposalRow =>
  row.status === 'waiting' && Date.parse(row.expiresAt) <= now ? { ...row, status: 'expired' } : row

const rowOrNone = (row: JobColumns | undefined): JobRow | undefined => row && jobRowOf(row)
const parsed = <T>(text: string | undefined): T | undefined =>
  text === undefined ? undefined : (JSON.parse(text) as T)

/** Newest first, by equal columns where they are given. */
function listed<T>(
  db: Connection,
  table: 'appeals' | 'proposals',
  equal: Record<string, string | undefined>,
  limit: number,
): T[] {
  const given = Object.entries(equal).filter(([, value]) => value !== undefined)
  const where = given.length === 0 ? '' : `WHERE ${given.map(([column]) => `${column} = ?`).join(' AND ')}`
  return db
    .prepare<unknown[], string>(`SELECT value FROM ${table} ${where} ORDER BY rowid DESC LIMIT ?`)
    .pluck()
    .all(...given.map(([, value]) => value), limit)
    .map((text) => JSON.parse(text) as T)
}
