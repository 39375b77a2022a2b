import type { Claim, DeskStore, JobRow, Wants } from '../desk.ts'
import type { CaseFile } from './case-file.ts'
import type { Connection } from './files.ts'
import { type JobColumns, jobRowOf } from './job-rows.ts'
import { openPairs } from './pairs.ts'
import { textKey } from './text-key.ts'

export type Claims = Pick<DeskStore, 'claimNext' | 'claim' | 'extend' | 'handBack'>

/**
 * Who has which job. The store belongs to one process and each claim is one statement after the look at it, with nothing awaited between: no job goes to
 * two people. A lease that lapsed is as good as none. (docs/spec/review.md, L1 to L5)
 */
export function openClaims(db: Connection, write: CaseFile['write']): Claims {
  const pairs = openPairs(db)
  const first = db.prepare<unknown[], JobColumns>(`
    SELECT * FROM jobs INDEXED BY jobs_route
    WHERE shut = 0 AND queue = :queue AND language = :language AND free_at <= :now AND severity <= :severity
      AND policy NOT IN (SELECT value FROM json_each(:without))
      AND (not_by IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(not_by) WHERE value = :person))
      AND (item IS NULL OR NOT EXISTS (SELECT 1 FROM shown WHERE shown.person = :person AND shown.item = jobs.item AND shown.job <> jobs.id))
    ORDER BY rank DESC, row DESC LIMIT 1`)
  const byId = db.prepare<[string], JobColumns & { not_by: string | null }>('SELECT * FROM jobs WHERE id = ?')
  const lease = db.prepare("UPDATE jobs SET holder = ?, free_at = ?, status = 'open' WHERE id = ?")
  const release = db.prepare(
    'UPDATE jobs SET holder = NULL, free_at = 0, note = coalesce(?, note) WHERE id = ?',
  )

  const take = (row: JobColumns, person: string, until: number): JobRow => {
    write(() => void lease.run(person, until, row.id))
    return jobRowOf({ ...row, holder: person, free_at: until, status: 'open' })
  }

  return {
    async claimNext(wants) {
      let best: JobColumns | null = null
      for (const { queue, language } of pairs()) {
        if (!wants.queues.includes(queue) || !reads(wants.languages, language)) continue
        const row = first.get({
          queue,
          language,
          now: wants.now,
          severity: wants.severityMax,
          person: wants.person,
          without: JSON.stringify(wants.without),
        })
        if (row !== undefined && (best === null || row.rank > best.rank)) best = row
      }
      return best === null ? null : take(best, wants.person, wants.until)
    },
    async claim(id, { person, now, until }): Promise<Claim> {
      const row = byId.get(textKey(id))
      if (row === undefined) return { ok: false, why: 'unknown', row: null }
      if (row.shut === 1) return { ok: false, why: 'closed', row: jobRowOf(row) }
      if (row.not_by !== null && (JSON.parse(row.not_by) as string[]).includes(person))
        return { ok: false, why: 'barred', row: jobRowOf(row) }
      // A proposal waits for somebody else; what only waits may be taken up at any time.
      const held = row.free_at > now && row.holder !== person && row.status !== 'waiting'
      if (held) return { ok: false, why: 'taken', row: jobRowOf(row) }
      return { ok: true, row: take(row, person, until) }
    },
    async extend(id, { person, until }) {
      const row = byId.get(textKey(id))
      // A lease that lapsed while nobody else came is still theirs: nothing typed is lost.
      if (row === undefined || row.shut === 1 || row.holder !== person) return false
      take(row, person, until)
      return true
    },
    async handBack(id, person, note) {
      const row = byId.get(textKey(id))
      if (row === undefined || row.shut === 1 || row.holder !== person) return false
      write(() => void release.run(note, row.id))
      return true
    },
  }
}

/** A speaker of a language reads its dialects; one of a dialect also what is not marked as another. What was not read goes to anybody. */
export function reads(languages: Wants['languages'], tag: string): boolean {
  if (languages.length === 0 || tag === '' || tag === 'und') return true
  return languages.some((language) => {
    const known = language.toLowerCase()
    return tag === known || tag.startsWith(`${known}-`) || known.startsWith(`${tag}-`)
  })
}
