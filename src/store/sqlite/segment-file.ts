import assert from 'node:assert/strict'
import type { Seq } from '../../model/ids.ts'
import type { Connection } from './files.ts'
import { PAGE_ENTRIES, type Segment, segmentBuilder } from './segment.ts'

/** Pages one segment can have; a page's key is `segment * PAGES_MAX + page`. */
const PAGES_MAX = 2 ** 24
/** Pages deleted in one step, so that dropping a large segment never holds the line up. */
const DROPPED_PER_STEP = 64

interface SegmentRow {
  id: number
  level: number
  first: Seq
  last: Seq
  starts: Buffer
  prints: Buffer
}

/** A segment being written; it counts only once it is finished. */
export interface Draft {
  add(high: number, low: number, offset: number): void
  /** Puts the segment in place of those it was merged from. */
  finish(replaced: Segment[]): Segment
}

export interface SegmentFile {
  live(): Segment[]
  page(segment: Segment, page: number): Uint32Array
  draft(level: number, first: Seq, last: Seq): Draft
  /** Deletes some pages of segments that were replaced or never finished. False when there are none. */
  sweep(): boolean
  /** Forgets every segment: for a log that is not the one they were made from. */
  clear(): void
}

export function openSegmentFile(db: Connection): SegmentFile {
  const live = db.prepare<[], SegmentRow>("SELECT * FROM id_segments WHERE stage = 'live' ORDER BY first")
  const read = db.prepare<[number], Buffer>('SELECT entries FROM id_pages WHERE at = ?').pluck()
  const write = db.prepare('INSERT INTO id_pages (at, entries) VALUES (?, ?)')
  const begin = db.prepare("INSERT INTO id_segments (stage, level, first, last) VALUES ('draft', ?, ?, ?)")
  const complete = db.prepare("UPDATE id_segments SET stage = 'live', starts = ?, prints = ? WHERE id = ?")
  const retire = db.prepare(
    "UPDATE id_segments SET stage = 'dropped', starts = NULL, prints = NULL WHERE id = ?",
  )
  const dropped = db.prepare<[], number>("SELECT id FROM id_segments WHERE stage = 'dropped' LIMIT 1").pluck()
  const dropPages = db.prepare(
    `DELETE FROM id_pages WHERE at IN (SELECT at FROM id_pages WHERE at BETWEEN ? AND ? LIMIT ${DROPPED_PER_STEP})`,
  )
  const forget = db.prepare('DELETE FROM id_segments WHERE id = ?')

  // A draft belongs to a merge that a crash cut short: it is begun anew.
  if (!db.readonly) db.exec("UPDATE id_segments SET stage = 'dropped' WHERE stage = 'draft'")

  const draft = (level: number, first: Seq, last: Seq): Draft => {
    const id = Number(begin.run(level, first, last).lastInsertRowid)
    const put = (page: number, entries: Uint32Array) => write.run(id * PAGES_MAX + page, bytesOf(entries))
    const builder = segmentBuilder(last - first + 1, put)
    return {
      add: builder.add,
      finish(replaced) {
        const index = builder.finish()
        complete.run(bytesOf(index.starts), bytesOf(index.prints), id)
        for (const segment of replaced) retire.run(segment.id)
        return { id, level, first, last, ...index }
      },
    }
  }

  return {
    live: () => live.all().map(segmentOf),
    page(segment, page) {
      const bytes = read.get(segment.id * PAGES_MAX + page)
      assert(bytes !== undefined, `page ${page} of id segment ${segment.id} is missing`)
      return wordsOf(bytes)
    },
    draft,
    sweep() {
      const id = dropped.get()
      if (id === undefined) return false
      if (dropPages.run(id * PAGES_MAX, (id + 1) * PAGES_MAX - 1).changes === 0) forget.run(id)
      return true
    },
    clear: () => void db.exec("UPDATE id_segments SET stage = 'dropped', starts = NULL, prints = NULL"),
  }
}

const segmentOf = ({ starts, prints, ...row }: SegmentRow): Segment => ({
  ...row,
  starts: wordsOf(starts),
  prints: new Uint16Array(aligned(prints)),
})

const bytesOf = (words: Uint32Array | Uint16Array): Buffer =>
  Buffer.from(words.buffer, words.byteOffset, words.byteLength)

const wordsOf = (bytes: Buffer): Uint32Array => new Uint32Array(aligned(bytes))

/** A copy that begins at an address a typed array may begin at. */
const aligned = (bytes: Buffer): ArrayBuffer => Uint8Array.from(bytes).buffer

/** All entries of a segment in order, page by page. */
export function* entriesOf(file: SegmentFile, segment: Segment): Generator<Uint32Array> {
  const pages = Math.ceil((segment.last - segment.first + 1) / PAGE_ENTRIES)
  for (let page = 0; page < pages; page++) yield file.page(segment, page)
}
