import type { OutboxEntry } from '../../model/decision.ts'
import type { Millis } from '../../model/ids.ts'
import type { OutboxRow, OutboxStatus } from '../store.ts'
import type { Counters } from './counters.ts'
import type { Connection } from './files.ts'
import { textKey } from './text-key.ts'

export type OutboxChange = Omit<OutboxRow, 'entry'>

export interface Outbox {
  /** Inside the caller's transaction. An entry that is there already keeps its progress. */
  put(entry: OutboxEntry): void
  /** Inside the caller's transaction. An entry that is not there is let be. */
  update(id: string, change: OutboxChange): void
  due(now: Millis, limit: number): OutboxRow[]
  putOff(limit: number): OutboxRow[]
  list(query: { status?: OutboxStatus; limit: number }): OutboxRow[]
}

interface Row extends Omit<OutboxRow, 'entry' | 'nextAt'> {
  next_at: Millis
  entry: string
}

export function openOutbox(db: Connection, counters: Counters): Outbox {
  const insert = db.prepare(
    "INSERT OR IGNORE INTO outbox (id, status, attempts, next_at, entry) VALUES (?, 'waiting', 0, 0, ?)",
  )
  const statusOf = db.prepare<[string], OutboxStatus>('SELECT status FROM outbox WHERE id = ?').pluck()
  const change = db.prepare(
    'UPDATE outbox SET status = ?, attempts = ?, next_at = ?, detail = ? WHERE id = ?',
  )
  const due = db.prepare<[Millis, number], Row>(
    "SELECT * FROM outbox WHERE status = 'waiting' AND next_at <= ? ORDER BY next_at, row LIMIT ?",
  )
  const putOff = db.prepare<[number], Row>(
    "SELECT * FROM outbox WHERE status = 'waiting' AND next_at > 0 ORDER BY next_at, row LIMIT ?",
  )
  const newest = db.prepare<[number], Row>('SELECT * FROM outbox ORDER BY row DESC LIMIT ?')
  const newestOf = db.prepare<[OutboxStatus, number], Row>(
    'SELECT * FROM outbox WHERE status = ? ORDER BY row DESC LIMIT ?',
  )

  const update = (id: string, to: OutboxChange): void => {
    const before = statusOf.get(textKey(id))
    if (before === undefined) return
    change.run(to.status, to.attempts, to.nextAt, to.detail, textKey(id))
    counters.add(`outbox.${before}`, -1)
    counters.add(`outbox.${to.status}`, 1)
  }

  return {
    put(entry) {
      if (insert.run(textKey(entry.id), JSON.stringify(entry)).changes > 0) counters.add('outbox.waiting', 1)
    },
    update,
    due: (now, limit) => due.all(now, limit).map(rowOf),
    putOff: (limit) => putOff.all(limit).map(rowOf),
    list: ({ status, limit }) => (status ? newestOf.all(status, limit) : newest.all(limit)).map(rowOf),
  }
}

const rowOf = ({ entry, status, attempts, next_at, detail }: Row): OutboxRow => ({
  entry: JSON.parse(entry) as OutboxEntry,
  status,
  attempts,
  nextAt: next_at,
  detail,
})
