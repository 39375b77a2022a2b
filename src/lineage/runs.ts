import { Pattern, PLACES_MAX } from './pattern.ts'

const RUN_LENGTH_MIN = 3
const RUNS_MAX = 3
const LENGTH_MAX = 66
/** Stand for what was taken out, each unlike any letter: what comes in is well-formed. */
const GONE = ['\ud800', '\ud801'] as const

const pattern = new Pattern()
/** By place in the right text: where in the left one its letter stands, and where a run that ends there does. One thread, no recursion. */
const places = new Int32Array(LENGTH_MAX)
const ends = new Int32Array(LENGTH_MAX)

/**
 * The longest runs of letters that two texts of at most 66 UTF-16 units have both, longest first, at most three, none sharing a letter with
 * another. Of equal length the first in order.
 */
export function sharedRuns(left: string, right: string): string[] {
  if (left.length <= PLACES_MAX) return runsByPlaces(left, right)
  return right.length <= PLACES_MAX ? runsByPlaces(right, left) : runsByTable(left, right)
}

function runsByPlaces(left: string, right: string): string[] {
  pattern.take(left)
  for (let j = 0; j < right.length; j++) places[j] = pattern.placesOf(right.charCodeAt(j))
  const runs: string[] = []
  while (runs.length < RUNS_MAX) {
    const length = longestEnds(right.length)
    if (length < RUN_LENGTH_MIN) break
    const end = firstInOrder(right, length)
    runs.push(right.slice(end + 1 - length, end + 1))
    takeOut(end, length, right.length)
  }
  return runs
}

/** Leaves in `ends` where the longest shared runs end, and returns their length; 0 where none is long enough. */
function longestEnds(rightLength: number): number {
  ends[0] = 0
  ends[1] = 0
  let any = 0
  for (let j = 2; j < rightLength; j++) {
    ends[j] = places[j]! & (places[j - 1]! << 1) & (places[j - 2]! << 2)
    any |= ends[j]!
  }
  if (any === 0) return 0
  for (let length = RUN_LENGTH_MIN; ; length++) {
    let longer = 0
    for (let j = length; j < rightLength; j++) longer |= ends[j]! & (ends[j - 1]! << 1)
    if (longer === 0) return length
    // From behind, so that what stands before is still of the shorter ones.
    for (let j = rightLength - 1; j > 1; j--) ends[j] = ends[j]! & (ends[j - 1]! << 1)
  }
}

/** Where the run that is first in order ends for the first time. */
function firstInOrder(right: string, length: number): number {
  let first = -1
  let run = ''
  for (let j = length - 1; j < right.length; j++) {
    if (ends[j] === 0) continue
    const other = right.slice(j + 1 - length, j + 1)
    if (first < 0 || other < run) [first, run] = [j, other]
  }
  return first
}

function takeOut(end: number, length: number, rightLength: number): void {
  const leftEnd = 31 - Math.clz32(ends[end]! & -ends[end]!)
  const taken = (length >= PLACES_MAX ? -1 : (1 << length) - 1) << (leftEnd + 1 - length)
  for (let j = 0; j < rightLength; j++) places[j]! &= ~taken
  for (let j = end + 1 - length; j <= end; j++) places[j] = 0
}

function runsByTable(left: string, right: string): string[] {
  const runs: string[] = []
  let [one, other] = [left, right]
  while (runs.length < RUNS_MAX) {
    const run = sharedRun(one, other)
    if (run.length < RUN_LENGTH_MIN) break
    runs.push(run)
    one = one.replace(run, GONE[0])
    other = other.replace(run, GONE[1])
  }
  return runs
}

/** Rows of the table, kept between calls. */
const rows = [new Uint8Array(LENGTH_MAX + 1), new Uint8Array(LENGTH_MAX + 1)]

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
