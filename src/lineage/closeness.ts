import { editsBetween, sharedRun } from './edits.ts'
import { type Grounds, spellingBits } from './grounds.ts'
import { marked } from './spelling.ts'

/*
 * How much of a handle is kept in another, wherever it stands: people turn the words of a name about, drop one, add a number. What the shared letters are worth
 * was learnt from thousands of real changes of handle: `closeness` in `weights.json`.
 */

const RUN_LENGTH_MIN = 3
const RUNS_MAX = 3
/** Stand for what was taken out, each unlike any letter: what comes in is well-formed. */
const GONE = ['\ud800', '\ud801'] as const

/** The longest runs of letters that both have, longest first, at most three, none sharing a letter with another. */
export function sharedRuns(left: string, right: string): string[] {
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

/** How surprising it is that a stranger writes these runs. */
export function runsBits(runs: readonly string[], grounds: Grounds): number {
  let bits = 0
  for (const run of runs) bits += spellingBits(run, grounds)
  return bits
}

/** Numbers of two digits or more that stand in both: people keep their year and their lucky number. */
const NUMBER = /\p{N}{2,}/gu

export interface Close {
  /** How surprising it is that a stranger writes what both have; of what is half of a handle, half. */
  shared: number
  /** What handles so close to one another are worth. */
  bits: number
}

const DOUBLED = /(\P{N})\1+/gu
/** No letter twice in a row; a number is not its shorter neighbour. */
const lettersOf = (handle: string): string => marked(handle.replace(DOUBLED, '$1'))

/** The left handle's runs of three as bits of a table, kept while its candidates are held against it. */
const runsSeen = new Uint32Array(64)
let seenOf: string | null = null
const placeOf = (text: string, i: number): number =>
  (Math.imul(text.charCodeAt(i) * 31 + text.charCodeAt(i + 1), 0x9e3779b1) ^ (text.charCodeAt(i + 2) * 977)) &
  2047

/** False for most strangers, at little cost: a run of four letters, ends counting, has three in a row that both have. */
function mayShareRun(left: string, right: string): boolean {
  if (left.length < 3 || right.length < 3) return true
  if (seenOf !== left) {
    runsSeen.fill(0)
    for (let i = 0; i + 3 <= left.length; i++)
      runsSeen[placeOf(left, i) >>> 5]! |= 1 << (placeOf(left, i) & 31)
    seenOf = left
  }
  for (let i = 0; i + 3 <= right.length; i++)
    if ((runsSeen[placeOf(right, i) >>> 5]! & (1 << (placeOf(right, i) & 31))) !== 0) return true
  return DOUBLE.test(left) || DOUBLE.test(right)
}
const DOUBLE = /(\P{N})\1/u

const FAR: Close = { shared: 0, bits: 0 }

/** Two handles as they are written out: the rarity of what both have, numbers too, the edits between them, and their length. */
export function closenessOf(left: string, right: string, grounds: Grounds): Close {
  if (!mayShareRun(left, right)) return FAR
  const [oneLetters, otherLetters] = [lettersOf(left), lettersOf(right)]
  const runs = sharedRuns(oneLetters, otherLetters)
  const length = Math.max(left.length, right.length, 1)
  const kept = 1 - editsBetween(left, right, length) / length
  const shared = runsBits(runs, grounds)
  const coverage = runs.join('').length / Math.max(oneLetters.length, otherLetters.length)
  const { bits, slope, lengthCost, numberBits } = grounds.weights.closeness
  const number = sharesNumber(left, right) ? numberBits : 0
  return {
    shared: coverage * shared,
    bits: bits + slope * (shared * kept * kept + number - lengthCost * length),
  }
}

function sharesNumber(left: string, right: string): boolean {
  const numbers = left.match(NUMBER)
  return numbers !== null && (right.match(NUMBER) ?? []).some((number) => numbers.includes(number))
}
