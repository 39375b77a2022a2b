import { crc32 } from 'node:zlib'
import { sha256 } from '../../lib/hash.ts'
import type { Seq } from '../../model/ids.ts'
import { type Connection, openForWriting } from './files.ts'

/** Changed states on their way to disk, column by column. */
export interface StateBatch {
  through: Seq
  accounts: number
  /** Row in the file, 0 for a state that is not there yet. */
  rows: Float64Array
  keys: string[]
  closed: Uint8Array
  texts: string[]
}

/**
 * The two writers that need not run beside judgement: the log and the states. Both run on a thread of their own (`writer-thread.ts`) or,
 * for tests, on the caller's.
 */
export interface Writer {
  /** Appends the rows of a run, given as their sealed text, in one durable transaction. Returns the digest over them. */
  append(first: Seq, text: string): string
  /** Writes a batch of states in one transaction, a slice per step. Returns the row of each. */
  settle(batch: StateBatch): Generator<void, Float64Array>
  close(): void
}

/** States written between two looks at what else waits: about 2 ms. */
const STATES_PER_SLICE = 200

export function openWriter(directory: string): Writer {
  const log = openForWriting(directory, 'events.db')
  const states = openForWriting(directory, 'states.db')
  return {
    append: appender(log),
    settle: settler(states),
    close() {
      log.close()
      states.close()
    },
  }
}

function appender(db: Connection): Writer['append'] {
  const insert = db.prepare('INSERT INTO events (seq, event, reading, gaps, crc) VALUES (?, ?, ?, ?, ?)')
  const append = db.transaction((first: Seq, text: string): void => {
    let seq = first
    for (let start = 0; start < text.length; seq++) {
      const event = text.indexOf('\n', start)
      const reading = text.indexOf('\n', event + 1)
      const gaps = text.indexOf('\n', reading + 1)
      insert.run(
        seq,
        text.slice(start, event),
        text.slice(event + 1, reading) || null,
        text.slice(reading + 1, gaps) || null,
        crc32(text.slice(start, gaps + 1)),
      )
      start = gaps + 1
    }
  })
  return (first, text) => {
    append.immediate(first, text)
    return sha256(text)
  }
}

function settler(db: Connection): Writer['settle'] {
  const insert = db.prepare('INSERT INTO states (key, closed, state) VALUES (?, ?, ?)')
  const update = db.prepare('UPDATE states SET closed = ?, state = ? WHERE row = ?')
  const mark = db.prepare('UPDATE settled SET seq = ?, accounts = ?')

  return function* ({ through, accounts, rows, keys, closed, texts }) {
    db.exec('BEGIN IMMEDIATE')
    try {
      for (let i = 0; i < keys.length; i++) {
        if (rows[i] !== 0) update.run(closed[i], texts[i], rows[i])
        else rows[i] = Number(insert.run(keys[i], closed[i], texts[i]).lastInsertRowid)
        if (i % STATES_PER_SLICE === 0) yield
      }
      mark.run(through, accounts)
      db.exec('COMMIT')
      return rows
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      throw error
    }
  }
}
