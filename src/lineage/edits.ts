import { Pattern, PLACES_MAX } from './pattern.ts'

const LENGTH_MAX = 66

/** Rows of the tables below, kept between calls: one thread, no recursion. */
const rows = [new Uint8Array(LENGTH_MAX), new Uint8Array(LENGTH_MAX), new Uint8Array(LENGTH_MAX)]
const pattern = new Pattern()

/**
 * Letters added, lost, changed or swapped with their neighbour (optimal string alignment) between two texts of at most 64
 * UTF-16 units; `editsMax + 1` for any more.
 */
export function editsBetween(left: string, right: string, editsMax: number): number {
  if (Math.abs(left.length - right.length) > editsMax) return editsMax + 1
  if (Math.max(left.length, right.length) >= LENGTH_MAX) return editsMax + 1
  if (left.length === 0 || right.length === 0) return Math.max(left.length, right.length)
  const edits =
    left.length <= PLACES_MAX
      ? editsByColumn(left, right)
      : right.length <= PLACES_MAX
        ? editsByColumn(right, left)
        : editsByTable(left, right, editsMax)
  return Math.min(edits, editsMax + 1)
}

/**
 * A column of the table at once: two numbers say where it rises and where it falls (Hyyrö 2003, "A Bit-Vector Algorithm for Computing Levenshtein and
 * Damerau Edit Distances").
 */
function editsByColumn(left: string, right: string): number {
  pattern.take(left)
  const last = 1 << (left.length - 1)
  let edits = left.length
  let [rises, falls, level, before] = [-1, 0, 0, 0]
  for (let j = 0; j < right.length; j++) {
    const here = pattern.placesOf(right.charCodeAt(j))
    const swaps = ((~level & here) << 1) & before
    level = (((here & rises) + rises) ^ rises) | here | falls | swaps
    let across = falls | ~(level | rises)
    const back = level & rises
    if ((across & last) !== 0) edits++
    if ((back & last) !== 0) edits--
    across = (across << 1) | 1
    rises = (back << 1) | ~(level | across)
    falls = across & level
    before = here
  }
  return edits
}

function editsByTable(left: string, right: string, editsMax: number): number {
  let [before, above, row] = rows as [Uint8Array, Uint8Array, Uint8Array]
  for (let j = 0; j <= right.length; j++) above[j] = j
  for (let i = 1; i <= left.length; i++) {
    row[0] = i
    let least = i
    for (let j = 1; j <= right.length; j++) {
      const same = left.charCodeAt(i - 1) === right.charCodeAt(j - 1)
      let edits = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1))
      if (swapped(left, right, i, j)) edits = Math.min(edits, before[j - 2]! + 1)
      row[j] = edits
      if (edits < least) least = edits
    }
    if (least > editsMax) return editsMax + 1
    ;[before, above, row] = [above, row, before]
  }
  return above[right.length]!
}

const swapped = (left: string, right: string, i: number, j: number): boolean =>
  i > 1 &&
  j > 1 &&
  left.charCodeAt(i - 1) === right.charCodeAt(j - 2) &&
  left.charCodeAt(i - 2) === right.charCodeAt(j - 1)
