import { PAGE_ENTRIES, type Segment } from './segment.ts'
import { type Draft, entriesOf, type SegmentFile } from './segment-file.ts'

/** One input of a merge: the page it stands on and where. */
interface Cursor {
  pages: Generator<Uint32Array>
  page: Uint32Array
  at: number
  /** What its offsets gain in the merged segment. */
  shift: number
}

/**
 * Merges neighbouring segments into one of the next level, a page's worth of entries per step. Memory: one page per input and the
 * index of the result. The caller wraps each step in a transaction; a merge that is cut short leaves a draft behind.
 */
export function* mergeInto(file: SegmentFile, inputs: Segment[], level: number): Generator<void, Draft> {
  const first = inputs[0]!.first
  const draft = file.draft(level, first, inputs.at(-1)!.last)
  let cursors = inputs.map((input) => cursorOf(file, input, input.first - first)).filter(advance)
  for (let moved = 1; cursors.length > 0; moved++) {
    const least = leastOf(cursors)
    const { page, at, shift } = least
    draft.add(page[at]!, page[at + 1]!, page[at + 2]! + shift)
    least.at += 3
    if (least.at === page.length && !advance(least)) cursors = cursors.filter((cursor) => cursor !== least)
    if (moved % PAGE_ENTRIES === 0) yield
  }
  return draft
}

const cursorOf = (file: SegmentFile, input: Segment, shift: number): Cursor => ({
  pages: entriesOf(file, input),
  page: new Uint32Array(0),
  at: 0,
  shift,
})

function advance(cursor: Cursor): boolean {
  const next = cursor.pages.next()
  if (next.done) return false
  cursor.page = next.value
  cursor.at = 0
  return true
}

function leastOf(cursors: Cursor[]): Cursor {
  let least = cursors[0]!
  for (const cursor of cursors) if (cursor.page[cursor.at]! < least.page[least.at]!) least = cursor
  return least
}
