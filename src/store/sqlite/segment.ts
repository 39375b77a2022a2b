import type { Seq } from '../../model/ids.ts'
import type { Fingerprint } from './fingerprint.ts'

/*
 * A segment is an immutable index of the ids of one run of events: entries (high, low, seq - first) sorted by the high half of
 * their fingerprint. Entries lie on disk in pages; in memory stay 16 bits of each low half (`prints`) and, for every
 * bucket of the high half, where it starts. An id that is not in the segment is told so without the disk but for one in
 * about 4,000. 18 bits per id in memory, 96 on disk.
 */

/** Entries of one page: 3 kB, so that a page of ours fits one of SQLite's. */
export const PAGE_ENTRIES = 256
const BUCKET_ENTRIES = 16

export interface Segment {
  id: number
  level: number
  first: Seq
  last: Seq
  /** `starts[b]..starts[b + 1]` are the positions of bucket b. */
  starts: Uint32Array
  prints: Uint16Array
}

/** How many buckets a segment of so many entries has: a power of two. */
export const bucketsFor = (entries: number): number =>
  2 ** Math.max(1, Math.ceil(Math.log2(entries / BUCKET_ENTRIES)))

const shiftFor = (buckets: number): number => 32 - Math.log2(buckets)

/** Positions at which an id may stand. Almost always none. */
export function* positionsOf(segment: Segment, { high, low }: Fingerprint): Generator<number> {
  const bucket = high >>> shiftFor(segment.starts.length - 1)
  const print = low >>> 16
  const end = segment.starts[bucket + 1]!
  for (let at = segment.starts[bucket]!; at < end; at++) if (segment.prints[at] === print) yield at
}

/** Takes entries in order of their high half and puts out pages, and at the end the index over them. */
export function segmentBuilder(entries: number, putPage: (page: number, entries: Uint32Array) => void) {
  const buckets = bucketsFor(entries)
  const shift = shiftFor(buckets)
  const starts = new Uint32Array(buckets + 1)
  const prints = new Uint16Array(entries)
  const page = new Uint32Array(PAGE_ENTRIES * 3)
  let count = 0

  const flush = () => {
    const filled = ((count - 1) % PAGE_ENTRIES) + 1
    putPage(Math.floor((count - 1) / PAGE_ENTRIES), page.subarray(0, filled * 3))
  }
  return {
    add(high: number, low: number, offset: number): void {
      const at = (count % PAGE_ENTRIES) * 3
      page[at] = high
      page[at + 1] = low
      page[at + 2] = offset
      prints[count] = low >>> 16
      starts[(high >>> shift) + 1]! += 1
      count += 1
      if (count % PAGE_ENTRIES === 0) flush()
    },
    finish(): Pick<Segment, 'starts' | 'prints'> {
      if (count % PAGE_ENTRIES !== 0) flush()
      for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1]! += starts[bucket]!
      return { starts, prints }
    },
  }
}
