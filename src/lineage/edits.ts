const LENGTH_MAX = 66

/** Rows of the tables below, kept between calls: one thread, no recursion. */
const rows = [new Uint8Array(LENGTH_MAX), new Uint8Array(LENGTH_MAX), new Uint8Array(LENGTH_MAX)]

/**
 * Letters added, lost, changed or swapped with their neighbour (optimal string alignment) between two texts of at most 64
 * UTF-16 units; `editsMax + 1` for any more.
 */
export function editsBetween(left: string, right: string, editsMax: number): number {
  if (Math.abs(left.length - right.length) > editsMax) return editsMax + 1
  if (Math.max(left.length, right.length) >= LENGTH_MAX) return editsMax + 1
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
  return Math.min(above[right.length]!, editsMax + 1)
}

const swapped = (left: string, right: string, i: number, j: number): boolean =>
  i > 1 &&
  j > 1 &&
  left.charCodeAt(i - 1) === right.charCodeAt(j - 2) &&
  left.charCodeAt(i - 2) === right.charCodeAt(j - 1)

/** The longest run of letters in both texts, each of at most 66 UTF-16 units; of equals the first in order. */
export function sharedRun(left: string, right: string): string {
  let [above, row] = rows as [Uint8Array, Uint8Array]
  above.fill(0)
  let longest = ''
  for (let i = 0; i < left.length; i++) {
    row[0] = 0
    for (let j = 0; j < right.length; j++) {
      const run = left.charCodeAt(i) === right.charCodeAt(j) ? above[j]! + 1 : 0
      row[j + 1] = run
      if (run > 0 && run >= longest.length) longest = longer(longest, left.slice(i + 1 - run, i + 1))
    }
    ;[above, row] = [row, above]
  }
  return longest
}

const longer = (one: string, other: string): string =>
  one.length > other.length || (one.length === other.length && one < other) ? one : other
