import type { ClosedAccounts } from './closed.ts'
import { editsBetween, sharedRun } from './edits.ts'
import { type Fingerprint, keyOf, type Name } from './fingerprint.ts'
import type { Handle } from './handle.ts'
import { rarityBits } from './rarity.ts'
import { marked } from './spelling.ts'
import { bitsOf, HANDLE, NAME } from './weights.ts'
import { priorOf } from './words.ts'

/** Accounts left out of every count: the closed one that is compared must not make its own values common. */
export const OWN = 1

const DIFFERENT_HANDLE = bitsOf(HANDLE.differs)
const DIFFERENT_NAME = bitsOf(NAME.differs)
const agreed = (bits: number, bitsMax: number): number => Math.min(bitsMax, Math.max(0, bits))

/** Bits of two handles; the strongest way in which they agree counts, and only that one. Null where one is missing. */
export function compareHandles(
  left: Handle | null,
  right: Handle | null,
  closed: ClosedAccounts,
): number | null {
  if (left === null || right === null) return null
  if (left.core === right.core)
    return agreed(Math.log2(HANDLE.same.m) + handleBits(left, closed), HANDLE.same.bitsMax)
  const near = nearHandle(left, right, closed)
  const part = sharedParts(left.core, right.core, closed)
  const sound = soundBits(left.sound, right.sound, closed, HANDLE.sound)
  const best = Math.max(near, part, sound)
  return best > 0 ? best : DIFFERENT_HANDLE
}

/**
 * How surprising a whole core is: by its letters, and by how many bear it once anyone else does. A core of nothing but common
 * words is never worth more than they are.
 */
function handleBits({ core, commonBits }: Handle, closed: ClosedAccounts): number {
  const others = Math.max(0, closed.count(keyOf('core', core)) - OWN)
  const spelt = Math.min(commonBits ?? Number.POSITIVE_INFINITY, closed.spelling.bits(marked(core), OWN))
  return others === 0
    ? spelt
    : Math.min(spelt, rarityBits(others, closed.total('core') - OWN, HANDLE.same.priorBits))
}

function nearHandle(left: Handle, right: Handle, closed: ClosedAccounts): number {
  const length = Math.min(left.core.length, right.core.length)
  const editsMax = length >= 9 ? 2 : length >= 5 ? 1 : 0
  if (editsMax === 0) return 0
  const edits = editsBetween(left.core, right.core, editsMax)
  if (edits > editsMax) return 0
  const rarity = Math.min(handleBits(left, closed), handleBits(right, closed))
  return agreed(Math.log2(HANDLE.near.m) + rarity - HANDLE.nearCost * edits, HANDLE.near.bitsMax)
}

/** The longest shared run of letters; its ends count as letters, for `…tankie` at the end of both says more than amid. */
function sharedParts(left: string, right: string, closed: ClosedAccounts): number {
  const run = sharedRun(marked(left), marked(right))
  if (run.length < 4) return 0
  // A run that is half of both handles is half a match: what stands beside it differs.
  const coverage = run.length / (Math.max(left.length, right.length) + 2)
  const rarity = coverage * closed.spelling.bits(run, OWN)
  if (rarity < HANDLE.partMin) return 0
  return agreed(Math.log2(HANDLE.part.m) + rarity - HANDLE.partCost, HANDLE.part.bitsMax)
}

const BITS_PER_CONSONANT = 3

function soundBits(
  left: string | null,
  right: string | null,
  closed: ClosedAccounts,
  level: { m: number; priorBits: number; bitsMax: number },
): number {
  if (left === null || left !== right) return 0
  const others = Math.max(0, closed.count(keyOf('sound', left)) - OWN)
  const counted = rarityBits(others, closed.total('sound') - OWN, level.priorBits)
  return agreed(Math.log2(level.m) + Math.min(counted, BITS_PER_CONSONANT * left.length), level.bitsMax)
}

/** Bits of two display names; a name is also held against the other side's handle by its sound. */
export function compareNames(left: Fingerprint, right: Fingerprint, closed: ClosedAccounts): number | null {
  if (left.name === null || right.name === null) return null
  if (left.name.key === right.name.key)
    return agreed(Math.log2(NAME.same.m) + nameBits(left.name, closed), NAME.same.bitsMax)
  const best = Math.max(
    nearName(left.name, right.name, closed),
    soundBits(left.name.sound, right.name.sound, closed, NAME.sound),
    soundBits(left.name.sound, right.handle?.sound ?? null, closed, NAME.sound),
    soundBits(left.handle?.sound ?? null, right.name.sound, closed, NAME.sound),
    sharedWords(left.name, right.name, closed),
  )
  return best > 0 ? best : DIFFERENT_NAME
}

/** A name is no rarer than its words are together, and no rarer than it is borne. */
function nameBits(name: Name, closed: ClosedAccounts): number {
  const others = Math.max(0, closed.count(keyOf('name', name.key)) - OWN)
  const counted = rarityBits(others, closed.total('name') - OWN, NAME.same.priorBits)
  let words = 0
  for (const code of name.codes) words += wordBits(code, closed)
  return Math.min(counted, words)
}

function nearName(left: Name, right: Name, closed: ClosedAccounts): number {
  const editsMax = Math.min(left.key.length, right.key.length) >= 9 ? 2 : 1
  if (Math.min(left.key.length, right.key.length) < 5) return 0
  const edits = editsBetween(left.key, right.key, editsMax)
  if (edits > editsMax) return 0
  const rarity = Math.min(nameBits(left, closed), nameBits(right, closed))
  return agreed(Math.log2(NAME.near.m) + rarity - NAME.nearCost * edits, NAME.near.bitsMax)
}

function sharedWords(left: Name, right: Name, closed: ClosedAccounts): number {
  let words = 0
  for (const code of new Set(left.codes)) if (right.codes.includes(code)) words += wordBits(code, closed)
  return words === 0 ? 0 : agreed(Math.log2(NAME.words.m) + words, NAME.words.bitsMax)
}

export const wordBits = (code: number, closed: ClosedAccounts): number =>
  rarityBits(Math.max(0, closed.count(code) - OWN), closed.total('word') - OWN, priorOf(code))
