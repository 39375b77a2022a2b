import { sha256 } from '../../lib/hash.ts'
import type { Event } from '../../model/event.ts'
import type { Seq } from '../../model/ids.ts'
import type { Reading } from '../../model/reading.ts'
import type { Gap } from '../../model/signal.ts'
import type { StoredEvent } from '../store.ts'
import type { Connection } from './files.ts'

/** Body of the ledger's `events` entries: a run of the log and the SHA-256 over its rows. (docs/spec/ledger.md, L4) */
export interface RunSeal {
  first: Seq
  last: Seq
  count: number
  digest: string
}

export interface LogRow {
  seq: Seq
  event: string
  reading: string | null
  gaps: string | null
  crc: number
}

export interface EventLog {
  last(): Seq
  /** Writes the events in one transaction. Resolves with the seal over them once they are durable. */
  append(events: StoredEvent[]): Promise<RunSeal>
  /** The seal over rows that are in the log already. */
  sealOf(first: Seq, last: Seq): RunSeal
  idOf(seq: Seq): string | undefined
  /** Ids from `first` to the end, in order. */
  ids(first: Seq): Iterable<string>
  timeOf(seq: Seq): string
}

/** Texts longer than this together end a chunk early, so that long posts cannot fill the memory. */
const CHUNK_CHARS_MAX = 8_000_000

/** Reads over `db`; what is appended goes to the writer. */
export function openLog(db: Connection, write: (first: Seq, text: string) => Promise<string>): EventLog {
  const newest = db.prepare<[], number>('SELECT ifnull(max(seq), 0) FROM events').pluck()
  // `->` gives the id as JSON, so that an id with a lone surrogate comes back as it was sent.
  const idAt = db.prepare<[Seq], string>("SELECT event -> '$.id' FROM events WHERE seq = ?").pluck()
  const idsFrom = db
    .prepare<[Seq], string>("SELECT event -> '$.id' FROM events WHERE seq >= ? ORDER BY seq")
    .pluck()
  const timeAt = db.prepare<[Seq], string>('SELECT at FROM events WHERE seq = ?').pluck()
  let last = newest.get() ?? 0

  return {
    last: () => last,
    async append(events) {
      const [first, count] = [events[0]!.seq, events.length]
      let text = ''
      for (const { event, reading, gaps } of events) text += rowText(rowTexts(event, reading, gaps))
      const digest = await write(first, text)
      last = first + count - 1
      return { first, last, count, digest }
    },
    sealOf: (first, end) => sealOver(first, [...rowsBetween(db, first, end)].map(rowText)),
    idOf(seq) {
      const id = idAt.get(seq)
      return id === undefined ? undefined : (JSON.parse(id) as string)
    },
    *ids(first) {
      for (const id of idsFrom.iterate(first)) yield JSON.parse(id) as string
    },
    timeOf: (seq) => timeAt.get(seq)!,
  }
}

function rowTexts(event: Event, reading: Reading | null, gaps: Gap[]) {
  return {
    event: JSON.stringify(event),
    reading: reading === null ? null : JSON.stringify(reading),
    gaps: gaps.length === 0 ? null : JSON.stringify(gaps),
  }
}

/** The bytes that are sealed: JSON never holds a bare line feed, so no two rows share a text. */
export const rowText = ({ event, reading, gaps }: Pick<LogRow, 'event' | 'reading' | 'gaps'>): string =>
  `${event}\n${reading ?? ''}\n${gaps ?? ''}\n`

export const sealOver = (first: Seq, texts: string[]): RunSeal => ({
  first,
  last: first + texts.length - 1,
  count: texts.length,
  digest: sha256(texts.join('')),
})

const BETWEEN = 'SELECT seq, event, reading, gaps, crc FROM events WHERE seq BETWEEN ? AND ? ORDER BY seq'

export const rowsBetween = (db: Connection, first: Seq, last: Seq): IterableIterator<LogRow> =>
  db.prepare<[Seq, Seq], LogRow>(BETWEEN).iterate(first, last)

/** Rows `from..to` in chunks of at most `chunk` rows and some 8 million characters; the file is free between chunks. */
export function* rowChunks(db: Connection, from: Seq, to: Seq, chunk: number): Generator<LogRow[]> {
  for (let next = from; next <= to; ) {
    const rows: LogRow[] = []
    let chars = 0
    for (const row of rowsBetween(db, next, Math.min(to, next + chunk - 1))) {
      rows.push(row)
      chars += row.event.length
      if (chars > CHUNK_CHARS_MAX) break
    }
    if (rows.length === 0) return
    next = rows.at(-1)!.seq + 1
    yield rows
  }
}

export const eventOf = ({ seq, event, reading, gaps }: LogRow): StoredEvent => ({
  seq,
  event: JSON.parse(event) as Event,
  reading: reading === null ? null : (JSON.parse(reading) as Reading),
  gaps: gaps === null ? [] : (JSON.parse(gaps) as Gap[]),
})
