import { editsBetween } from './edits.ts'
import { type Grounds, spellingBits } from './grounds.ts'
import { sharedRuns } from './runs.ts'
import { marked } from './spelling.ts'

/*
 * How much of a handle is kept in another, wherever it stands: people turn the words of a name about, drop one, add a number. What the shared letters are worth
 * was learnt from thousands of real changes of handle: `closeness` in `weights.json`.
 */

/** How surprising it is that a stranger writes these runs. */
export function runsBits(runs: readonly string[], grounds: Grounds): number {
  let bits = 0
  for (const run of runs) bits += spellingBits(run, grounds)
  return bits
}

/** Numbers of two digits or more that stand in both: people keep their year and their lucky number. */
const NUMBER = /\p{N}{2,}/gu

/** What two handles have in common, before the edits between them are counted. */
export interface Kept {
  /** How surprising it is that a stranger writes what both have; of what is half of a handle, half. */
  shared: number
  /** The same of all of it. */
  rarity: number
}

const DOUBLED = /(\P{N})\1+/gu
/** No letter twice in a row; a number is not its shorter neighbour. */
const lettersOf = (handle: string): string =>
  marked(mayDouble(handle) ? handle.replace(DOUBLED, '$1') : handle)

/** False where no unit stands twice in a row, nor half of a pair: then the pattern need not be asked. */
function mayDouble(text: string): boolean {
  let before = -1
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === before || (unit >= 0xd800 && unit <= 0xdfff)) return true
    before = unit
  }
  return false
}

/** The left handle's runs of three as bits of a table, kept while its candidates are held against it. */
const runsSeen = new Uint32Array(64)
let seenOf: string | null = null
const placeOf = (text: string, i: number): number =>
  (Math.imul(text.charCodeAt(i) * 31 + text.charCodeAt(i + 1), 0x9e3779b1) ^ (text.charCodeAt(i + 2) * 977)) &
  2047

/** False for most strangers, at little cost: a run of four letters, ends counting, has three in a row that both have. */
export function mayShareRun(left: string, right: string): boolean {
  if (left.length < 3 || right.length < 3) return true
  if (seenOf !== left) {
    runsSeen.fill(0)
    for (let i = 0; i + 3 <= left.length; i++)
      runsSeen[placeOf(left, i) >>> 5]! |= 1 << (placeOf(left, i) & 31)
    seenOf = left
  }
  for (let i = 0; i + 3 <= right.length; i++)
    if ((runsSeen[placeOf(right, i) >>> 5]! & (1 << (placeOf(right, i) & 31))) !== 0) return true
  return (mayDouble(left) && DOUBLE.test(left)) || (mayDouble(right) && DOUBLE.test(right))
}
const DOUBLE = /(\P{N})\1/u

const NOTHING: Kept = { shared: 0, rarity: 0 }

/** The rarity of the letters that two handles, as they are written out, have in common. */
export function keptOf(left: string, right: string, grounds: Grounds): Kept {
  if (!mayShareRun(left, right)) return NOTHING
  const [oneLetters, otherLetters] = [lettersOf(left), lettersOf(right)]
  const runs = sharedRuns(oneLetters, otherLetters)
  const rarity = runsBits(runs, grounds)
  let letters = 0
  for (const run of runs) letters += run.length
  return { shared: (letters / Math.max(oneLetters.length, otherLetters.length)) * rarity, rarity }
}

/** What handles so close to one another are worth: by the rarity of what both have, numbers too, the edits between them, and their length. */
export function closeBits(kept: Kept, left: string, right: string, { weights }: Grounds): number {
  if (kept === NOTHING) return 0
  const length = Math.max(left.length, right.length, 1)
  const share = 1 - editsBetween(left, right, length) / length
  const { bits, slope, lengthCost, numberBits } = weights.closeness
  const number = sharesNumber(left, right) ? numberBits : 0
  return bits + slope * (kept.rarity * share * share + number - lengthCost * length)
}

function sharesNumber(left: string, right: string): boolean {
  const numbers = left.match(NUMBER)
  return numbers !== null && (right.match(NUMBER) ?? []).some((number) => numbers.includes(number))
}
