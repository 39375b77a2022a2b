import { editsBetween, sharedRun } from './edits.ts'
import { type Grounds, spellingBits } from './grounds.ts'
import { writtenOut } from './handle.ts'
import { marked } from './spelling.ts'

/*
 * How much of a handle is kept in another, wherever it stands: people turn the words of a name about, drop one, add a number. What the shared letters are worth
 * was learnt from thousands of real changes of handle: `closeness` in `weights.json`.
 */

const RUN_LENGTH_MIN = 3
const RUNS_MAX = 3
/** Stand for what was taken out, each unlike any letter: what comes in is well-formed. */
const GONE = ['\ud800', '\ud801'] as const

/** The longest runs of letters that both have, longest first, at most three, of four letters or more, none sharing a letter with another. */
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

const LENGTH_MAX = 64
const DOUBLED = /(\P{N})\1+/gu
/** Numbers of two digits or more that stand in both: people keep their year and their lucky number. */
const NUMBER = /\p{N}{2,}/gu

export interface Close {
  /** How surprising it is that a stranger writes what both have; of what is half of a handle, half. */
  shared: number
  /** What handles so close to one another are worth. */
  bits: number
}

/** Two handles as they are written: the rarity of what both have, numbers too, the edits between them, and their length. */
export function closenessOf(left: string, right: string, grounds: Grounds): Close {
  const [one, other] = [writtenOut(left).slice(0, LENGTH_MAX), writtenOut(right).slice(0, LENGTH_MAX)]
  const length = Math.max(one.length, other.length, 1)
  const kept = 1 - editsBetween(one, other, length) / length
  const [oneLetters, otherLetters] = [lettersOf(one), lettersOf(other)]
  const runs = sharedRuns(oneLetters, otherLetters)
  const shared = runsBits(runs, grounds)
  const coverage = runs.join('').length / Math.max(oneLetters.length, otherLetters.length)
  const { bits, slope, lengthCost, numberBits } = grounds.weights.closeness
  const number = sharesNumber(one, other) ? numberBits : 0
  return {
    shared: coverage * shared,
    bits: bits + slope * (shared * kept * kept + number - lengthCost * length),
  }
}

/** No letter twice in a row; a number is not its shorter neighbour. */
const lettersOf = (handle: string): string => marked(handle.replace(DOUBLED, '$1'))

function sharesNumber(left: string, right: string): boolean {
  const numbers = left.match(NUMBER)
  return numbers !== null && (right.match(NUMBER) ?? []).some((number) => numbers.includes(number))
}
