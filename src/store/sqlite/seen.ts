import type { Seq } from '../../model/ids.ts'
import type { Connection } from './files.ts'
import { type Fingerprint, fingerprint } from './fingerprint.ts'
import { recentIds } from './recent-ids.ts'
import { PAGE_ENTRIES, positionsOf, type Segment } from './segment.ts'
import { type Draft, openSegmentFile } from './segment-file.ts'
import { mergeInto } from './segment-merge.ts'

export interface SeenOptions {
  /** Ids kept in memory before they are written out as a segment. A power of two. */
  recentMax: number
  /** Segments of one size that are merged into one of the next. */
  fanIn: number
  /** Segments are not merged past this level: 2^16 · 8^3 ids are 33 million, whose index is 75 MB. */
  levelMax: number
}

export const SEEN_DEFAULTS: SeenOptions = { recentMax: 65_536, fanIn: 8, levelMax: 3 }

/** Entries that a merge moves for every id that comes in. At most `levelMax` merges are owed per id, so 6 keep pace. */
const MERGED_PER_ID = 6

export interface Seen {
  /** Exact: a fingerprint that is found is confirmed by the id that stands in the log there. */
  has(id: string): boolean
  /** Where it stands in the log. */
  find(id: string): Seq | undefined
  add(id: string, seq: Seq): void
  /** A share of the outstanding merging, in proportion to the ids that came in since. Called once per commit. */
  tidy(): void
}

interface Merge {
  inputs: Segment[]
  steps: Generator<void, Draft>
}

/**
 * Which event ids were ever committed. Recent ids lie in an open-addressing table; older ones in sorted segments in
 * ids.db, merged in tiers, a little with every commit. Memory: 18 bits per id and 1.6 MB. All of it can be made again from the log.
 */
export function openSeen(
  db: Connection,
  log: { last(): Seq; idOf(seq: Seq): string | undefined; ids(first: Seq): Iterable<string> },
  { recentMax, fanIn, levelMax }: SeenOptions = SEEN_DEFAULTS,
): Seen {
  const file = openSegmentFile(db)
  const key = keyOf(db)
  const print: Fingerprint = { high: 0, low: 0 }
  let segments = file.live()
  let merge: Merge | null = null
  let owed = 0

  const stale = (segments.at(-1)?.last ?? 0) > log.last()
  if (stale) segments = []
  if (stale && !db.readonly) file.clear()
  const indexed = segments.at(-1)?.last ?? 0
  // A reader cannot write segments: it holds whatever is not in one yet, which is less than `recentMax` on a sound store.
  const recent = recentIds(
    db.readonly ? powerOfTwo(Math.max(recentMax, log.last() - indexed + 1)) : recentMax,
  )

  const find = (id: string): Seq | undefined => {
    fingerprint(id, key, print)
    for (const seq of recent.find(print)) if (log.idOf(seq) === id) return seq
    for (const segment of segments)
      for (const at of positionsOf(segment, print)) {
        const seq = confirmed(segment, at, id)
        if (seq !== undefined) return seq
      }
    return undefined
  }
  const has = (id: string): boolean => find(id) !== undefined

  const confirmed = (segment: Segment, at: number, id: string): Seq | undefined => {
    const page = file.page(segment, Math.floor(at / PAGE_ENTRIES))
    const entry = (at % PAGE_ENTRIES) * 3
    if (page[entry] !== print.high || page[entry + 1] !== print.low) return undefined
    const seq = segment.first + page[entry + 2]!
    return log.idOf(seq) === id ? seq : undefined
  }

  const add = (id: string, seq: Seq): void => {
    fingerprint(id, key, print)
    recent.add(print, seq)
    owed += MERGED_PER_ID
    if (!db.readonly && recent.size() === recentMax) freeze()
  }

  /** The full table becomes a segment of the lowest level. */
  const freeze = db.transaction(() => {
    const draft = file.draft(0, recent.first(), recent.first() + recent.size() - 1)
    recent.drain((high, low, offset) => draft.add(high, low, offset))
    segments.push(draft.finish([]))
  })

  const tidy = db.transaction(() => {
    while (owed > 0) {
      merge ??= nextMerge()
      if (merge === null) break
      const step = merge.steps.next()
      if (step.done) finishMerge(merge, step.value)
      else owed -= PAGE_ENTRIES
    }
    if (merge === null) file.sweep()
    owed = Math.min(owed, 0)
  })

  const nextMerge = (): Merge | null => {
    for (let level = 0; level < levelMax; level++) {
      const inputs = segments.filter((segment) => segment.level === level).slice(0, fanIn)
      if (inputs.length === fanIn) return { inputs, steps: mergeInto(file, inputs, level + 1) }
    }
    return null
  }

  const finishMerge = ({ inputs }: Merge, draft: Draft): void => {
    const merged = draft.finish(inputs)
    segments = [merged, ...segments.filter((segment) => !inputs.includes(segment))].sort(
      (a, b) => a.first - b.first,
    )
    merge = null
  }

  let seq = indexed
  for (const id of log.ids(indexed + 1)) add(id, ++seq)
  return { has, find, add, tidy: () => void (owed > 0 && tidy()) }
}

const powerOfTwo = (least: number): number => 2 ** Math.ceil(Math.log2(least))

const keyOf = (db: Connection): Uint32Array => {
  const bytes = db.prepare<[], Buffer>('SELECT key FROM id_key').pluck().get() as unknown as Buffer
  return Uint32Array.of(bytes.readUInt32LE(0), bytes.readUInt32LE(4))
}
