import { closeBits, keptOf, mayShareRun } from './closeness.ts'
import { editsBetween } from './edits.ts'
import { codesOf, type Fingerprint, keyOf, type Name } from './fingerprint.ts'
import { agreed, type Grounds, isBorneByOthers, rarityOf, spellingBits } from './grounds.ts'
import type { Handle } from './handle.ts'
import { undoubled } from './letters.ts'
import { marked } from './spelling.ts'
import { levelBits, type RareLevel } from './weights.ts'
import { priorOf, wordCode } from './words.ts'

/** How a field agrees or disagrees, and what that is worth. `level` is the entry of the weights that says so. */
export interface Finding {
  level: string
  bits: number
}

const NOTHING: Finding = { level: 'differs', bits: 0 }

/** The strongest way in which two values agree counts, and only that one. */
const strongest = (...findings: Finding[]): Finding => {
  let best = NOTHING
  for (const finding of findings) if (finding.bits > best.bits) best = finding
  return best
}

/** Two handles. Null where one is missing. However rare what they share, it is worth no more than handles so close to one another are. */
export function compareHandles(left: Handle | null, right: Handle | null, grounds: Grounds): Finding | null {
  if (left === null || right === null) return null
  const { same, near, part, sound, differs } = grounds.weights.fields.handle
  const kept = keptOf(left.written, right.written, grounds)
  const close = (): number => closeBits(kept, left.written, right.written, grounds)
  const atMost = (finding: Finding): Finding =>
    finding.bits === 0
      ? finding
      : { level: finding.level, bits: Math.max(0, Math.min(finding.bits, close())) }
  const alike = soundsAlike(left.sound, right.sound, sound, grounds)
  if (left.core === right.core) {
    const found = atMost({ level: 'same', bits: agreed(same, handleBits(left, same, grounds)) })
    return alike.bits > found.bits ? alike : found
  }
  const best = strongest(
    atMost(nearHandle(left, right, near, grounds)),
    kept.shared < part.rarityMin! ? NOTHING : { level: 'part', bits: Math.min(part.bitsMax, close()) },
    alike,
  )
  return best.bits > 0 ? best : { level: 'differs', bits: levelBits(differs) }
}

/**
 * How surprising a whole core is: by its letters, and by how many bear it once anyone else does. A core of nothing but common
 * words is never worth more than they are.
 */
function handleBits({ core, commonBits }: Handle, { priorBits }: RareLevel, grounds: Grounds): number {
  const spelt = Math.min(commonBits ?? Number.POSITIVE_INFINITY, spellingBits(marked(core), grounds))
  const key = keyOf('core', core)
  if (!isBorneByOthers(key, grounds)) return spelt
  return Math.min(spelt, rarityOf('core', key, Math.floor(Math.min(spelt, priorBits)), grounds))
}

/** No less than two handles can turn out to be worth, found at little cost. */
export function handleBitsMax(left: Handle | null, right: Handle | null, { weights }: Grounds): number {
  if (left === null || right === null) return 0
  const { same, near, part, sound } = weights.fields.handle
  let most = left.sound !== null && left.sound === right.sound ? sound.bitsMax : 0
  if (mayShareRun(left.written, right.written)) most = Math.max(most, part.bitsMax)
  if (left.core === right.core) most = Math.max(most, same.bitsMax)
  else if (nearEdits(left.core, right.core) !== null) most = Math.max(most, near.bitsMax)
  return most
}

/** Edits between two cores that are near, else null. */
function nearEdits(left: string, right: string): number | null {
  const length = Math.min(left.length, right.length)
  const editsMax = length >= 9 ? 2 : length >= 5 ? 1 : 0
  if (editsMax === 0) return null
  const edits = editsBetween(left, right, editsMax)
  return edits > editsMax ? null : edits
}

function nearHandle(left: Handle, right: Handle, level: RareLevel, grounds: Grounds): Finding {
  const edits = nearEdits(left.core, right.core)
  if (edits === null) return NOTHING
  const rarity = Math.min(
    handleBits(left, level, grounds),
    handleBits(right, level, grounds),
    endsBits(left.core, right.core, grounds),
  )
  return { level: 'near', bits: agreed(level, rarity - level.cost! * edits) }
}

/** Bits of what two near handles share before and after the letters that differ: a common surname behind another initial is common. */
function endsBits(left: string, right: string, grounds: Grounds): number {
  const [one, other] = [marked(left), marked(right)]
  const shorter = Math.min(one.length, other.length)
  let before = 0
  while (before < shorter && one[before] === other[before]) before++
  let after = 0
  while (after < shorter - before && one.at(-1 - after) === other.at(-1 - after)) after++
  const ending = after === 0 ? '' : one.slice(-after)
  return spellingBits(one.slice(0, before), grounds) + spellingBits(ending, grounds)
}

const BITS_PER_CONSONANT = 3

function soundsAlike(left: string | null, right: string | null, level: RareLevel, grounds: Grounds): Finding {
  if (left === null || left !== right) return NOTHING
  const counted = rarityOf('sound', keyOf('sound', left), level.priorBits, grounds)
  return { level: 'sound', bits: agreed(level, Math.min(counted, BITS_PER_CONSONANT * left.length)) }
}

/** No less than two names can turn out to be worth. */
export function nameBitsMax(left: Fingerprint, right: Fingerprint, { weights }: Grounds): number {
  if (left.name === null || right.name === null) return 0
  const { same, near, sound, words } = weights.fields.name
  return Math.max(same.bitsMax, near.bitsMax, sound.bitsMax, words.bitsMax)
}

/** Two display names; a name is also held against the other side's handle by its sound. */
export function compareNames(left: Fingerprint, right: Fingerprint, grounds: Grounds): Finding | null {
  if (left.name === null || right.name === null) return null
  const { same, near, sound, words, differs } = grounds.weights.fields.name
  if (left.name.key === right.name.key)
    return { level: 'same', bits: agreed(same, nameBits(left.name, same, grounds)) }
  const best = strongest(
    nearName(left.name, right.name, near, grounds),
    soundsAlike(left.name.sound, right.name.sound, sound, grounds),
    soundsAlike(left.name.sound, right.handle?.sound ?? null, sound, grounds),
    soundsAlike(left.handle?.sound ?? null, right.name.sound, sound, grounds),
    sharedWords(left.name, right.name, words, grounds),
  )
  return best.bits > 0 ? best : { level: 'differs', bits: levelBits(differs) }
}

/** A name is no rarer than its words are together, and no rarer than it is borne. */
function nameBits(name: Name, { priorBits }: RareLevel, grounds: Grounds): number {
  let words = 0
  for (const code of codesOf(name)) words += wordBits(code, grounds)
  return Math.min(words, rarityOf('name', keyOf('name', name.key), priorBits, grounds))
}

function nearName(left: Name, right: Name, level: RareLevel, grounds: Grounds): Finding {
  const length = Math.min(left.key.length, right.key.length)
  const editsMax = length >= 9 ? 2 : 1
  if (length < 5) return NOTHING
  const edits = editsBetween(left.key, right.key, editsMax)
  if (edits > editsMax) return NOTHING
  const rarity = Math.min(nameBits(left, level, grounds), nameBits(right, level, grounds))
  return { level: 'near', bits: agreed(level, rarity - level.cost! * edits) }
}

function sharedWords(left: Name, right: Name, level: RareLevel, grounds: Grounds): Finding {
  let bits = 0
  for (let from = 0; from < left.key.length; ) {
    const space = left.key.indexOf(' ', from)
    const to = space < 0 ? left.key.length : space
    const word = left.key.slice(from, to)
    // Each word once, where it comes first.
    if (hasWord(right.key, word) && wordAt(left.key, word) === from) bits += wordBits(wordCode(word), grounds)
    from = to + 1
  }
  return bits === 0 ? NOTHING : { level: 'words', bits: agreed(level, bits) }
}

const hasWord = (key: string, word: string): boolean => wordAt(key, word) >= 0

/** Where a word begins among words with a space between each, or -1. */
function wordAt(key: string, word: string): number {
  for (let at = key.indexOf(word); at >= 0; at = key.indexOf(word, at + 1)) {
    const end = at + word.length
    if ((at === 0 || key[at - 1] === ' ') && (end === key.length || key[end] === ' ')) return at
  }
  return -1
}

export const wordBits = (code: number, grounds: Grounds): number =>
  rarityOf('word', code, priorOf(code), grounds)

/** True when each account's handle spells the name beside it. */
export const isSpelt = (left: Fingerprint, right: Fingerprint): boolean =>
  left.name?.spelt === true && right.name?.spelt === true

const ECHO_LENGTH_MIN = 4

/** True when handle and name agree by the same letters: each handle spells the name beside it, or both spell a word that the names share. */
export function isEcho(left: Fingerprint, right: Fingerprint): boolean {
  if (left.name === null || right.name === null || left.handle === null || right.handle === null) return false
  if (isSpelt(left, right)) return true
  const others = new Set(right.name.key.split(' '))
  for (const word of left.name.key.split(' ')) {
    const letters = undoubled(word)
    if (letters.length < ECHO_LENGTH_MIN || !others.has(word)) continue
    if (left.handle.core.includes(letters) && right.handle.core.includes(letters)) return true
  }
  return false
}
