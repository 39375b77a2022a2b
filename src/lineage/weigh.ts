import { sha256 } from '../lib/hash.ts'
import type { Millis } from '../model/ids.ts'
import type { Link, LinkEvidence, LinkTier } from '../model/link.ts'
import { COMPARISONS } from './compare.ts'
import {
  compareHandles,
  compareNames,
  type Finding,
  handleBitsMax,
  isEcho,
  isSpelt,
  nameBitsMax,
} from './compare-names.ts'
import type { Fingerprint } from './fingerprint.ts'
import type { Grounds } from './grounds.ts'
import { quarters } from './rarity.ts'
import { levelBits, type TimeLevel, tierOf, type Weights } from './weights.ts'

/** An account at the moment it is weighed. */
export interface Weighed {
  fingerprint: Fingerprint
  at: Millis
  trigger: string
}

/** What each comparison found, in the order of `COMPARISONS`; kept between calls. */
const findings: (Finding | null)[] = COMPARISONS.map(() => null)

/**
 * Holds an account against one closed account. Null below the tier `possible`. The waterfall's bits add up to the link's:
 * what a family's cap takes away stands there as a line of its own.
 */
export function weighPair(weighed: Weighed, right: Fingerprint, grounds: Grounds): Link | null {
  // Caps only take away: most pairs end here, before anything is written down.
  const { possible } = grounds.weights.tiers
  if (compareFields(weighed, right, grounds, possible) < possible) return null
  const waterfall = waterfallFound(weighed, right, grounds)
  if (weighed.fingerprint.watcher && !reachesBeyondTheGraph(waterfall)) return null
  const tier = tierOf(sumOf(waterfall), grounds.weights.tiers)
  return tier === null ? null : linkOf(weighed, right, waterfall, tier)
}

/** The link of a pair whatever it is worth, as a person who reviews it sees it. */
export function describePair(weighed: Weighed, right: Fingerprint, grounds: Grounds): Link {
  const waterfall = waterfallOf(weighed, right, grounds)
  return linkOf(weighed, right, waterfall, tierOf(sumOf(waterfall), grounds.weights.tiers) ?? 'possible')
}

const linkOf = (
  { fingerprint, at, trigger }: Weighed,
  right: Fingerprint,
  waterfall: LinkEvidence[],
  tier: LinkTier,
): Link => ({
  id: linkId(fingerprint.account, right.account),
  account: fingerprint.account,
  closedAccount: right.account,
  tier,
  bits: sumOf(waterfall),
  at: new Date(at).toISOString(),
  trigger,
  status: 'proposed',
  waterfall,
})

export const linkId = (account: string, closedAccount: string): string =>
  `link-${sha256(JSON.stringify([account, closedAccount])).slice(0, 24)}`

export const sumOf = (waterfall: LinkEvidence[]): number => waterfall.reduce((sum, { bits }) => sum + bits, 0)

/** All evidence on a pair, whatever it adds up to. */
export function waterfallOf(weighed: Weighed, right: Fingerprint, grounds: Grounds): LinkEvidence[] {
  compareFields(weighed, right, grounds)
  return waterfallFound(weighed, right, grounds)
}

/** The same once the fields are compared. */
function waterfallFound(weighed: Weighed, right: Fingerprint, grounds: Grounds): LinkEvidence[] {
  const evidence = [
    ...fieldEvidence(weighed.fingerprint, right),
    ...timeEvidence(weighed.fingerprint, right, weighed.at, grounds),
  ]
  return [...evidence, ...capEvidence(evidence, weighed.fingerprint, right, grounds)]
}

/** The level of each field that both sides have, by field: what learning counts. */
export function levelsOf(weighed: Weighed, right: Fingerprint, grounds: Grounds): Map<string, Finding> {
  compareFields(weighed, right, grounds)
  const levels = new Map<string, Finding>()
  COMPARISONS.forEach(({ field }, i) => {
    const finding = findings[i]
    if (finding != null) levels.set(field, finding)
  })
  for (const { field, level } of timeLevels(weighed.fingerprint, right, weighed.at, grounds))
    levels.set(field, { level: level.is, bits: levelBits(level) })
  return levels
}

const [HANDLE, NAME] = [0, 1]

/**
 * Fills `findings` and returns the sum before caps. Stops as soon as it cannot come to `wanted`: names and handles take the longest to compare, and
 * what they may be worth at most is known before.
 */
function compareFields(
  { fingerprint, at }: Weighed,
  right: Fingerprint,
  grounds: Grounds,
  wanted = Number.NEGATIVE_INFINITY,
): number {
  let sum = 0
  for (const { level } of timeLevels(fingerprint, right, at, grounds)) sum += quarters(levelBits(level))
  for (let i = NAME + 1; i < COMPARISONS.length; i++)
    sum += bitsFound(i, COMPARISONS[i]!.compare(fingerprint, right, grounds))
  const handleMax = quarters(handleBitsMax(fingerprint.handle, right.handle, grounds))
  if (sum + handleMax + quarters(nameBitsMax(fingerprint, right, grounds)) < wanted) return sum
  sum += bitsFound(NAME, compareNames(fingerprint, right, grounds))
  if (sum + handleMax < wanted) return sum
  return sum + bitsFound(HANDLE, compareHandles(fingerprint.handle, right.handle, grounds))
}

function bitsFound(comparison: number, finding: Finding | null): number {
  findings[comparison] = finding
  return finding === null ? 0 : quarters(finding.bits)
}

function* fieldEvidence(left: Fingerprint, right: Fingerprint): Generator<LinkEvidence> {
  for (let i = 0; i < COMPARISONS.length; i++) {
    const finding = findings[i]
    if (finding == null) continue
    const { field, show } = COMPARISONS[i]!
    yield { field, bits: quarters(finding.bits), left: show(left), right: show(right) }
  }
}

interface TimeFinding {
  field: 'gap' | 'change' | 'age'
  level: TimeLevel
  /** The two moments compared. */
  left: Millis
  right: Millis
}

const HOUR = 3_600_000

/**
 * When the account was made, against the closure and against now. One that was there before the closure and has been made over since is told by
 * that: its age is what it was bought for.
 */
function timeLevels(left: Fingerprint, right: Fingerprint, at: Millis, { weights }: Grounds): TimeFinding[] {
  const { gap, age, change } = weights.levels
  const { createdAt, madeOverAt } = left
  if (createdAt === null) return []
  const { closedAt } = right
  const found: TimeFinding[] = []
  if (closedAt !== null && madeOverAt !== null && createdAt < closedAt && madeOverAt >= closedAt)
    found.push({
      field: 'change',
      level: levelAt(change, madeOverAt - closedAt),
      left: madeOverAt,
      right: closedAt,
    })
  else {
    if (closedAt !== null)
      found.push({
        field: 'gap',
        level: levelAt(gap, createdAt - closedAt),
        left: createdAt,
        right: closedAt,
      })
    found.push({ field: 'age', level: levelAt(age, at - createdAt), left: createdAt, right: at })
  }
  return found
}

const levelAt = (levels: readonly TimeLevel[], ms: Millis): TimeLevel =>
  levels.find(({ untilHours }) => untilHours === null || ms <= untilHours * HOUR) ?? levels.at(-1)!

function timeEvidence(left: Fingerprint, right: Fingerprint, at: Millis, grounds: Grounds): LinkEvidence[] {
  return timeLevels(left, right, at, grounds).map(({ field, level, left, right }) => ({
    field,
    bits: quarters(levelBits(level)),
    left: `${iso(left)}, ${level.is}`,
    right: iso(right),
  }))
}

const iso = (at: Millis): string => (Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : String(at))

/** True when the account bore its handle before the closed one bore its own: then the closed one is the copy. */
const isCopied = (left: Fingerprint, right: Fingerprint): boolean =>
  left.handleSince !== null && right.handleSince !== null && left.handleSince < right.handleSince

function* capEvidence(
  evidence: LinkEvidence[],
  left: Fingerprint,
  right: Fingerprint,
  { weights }: Grounds,
): Generator<LinkEvidence> {
  const capped = evidence.map(({ field, bits }) => ({ field, bits }))
  const echo = isEcho(left, right) ? echoOver(evidence, isSpelt(left, right), weights) : 0
  if (echo > 0) {
    capped.push({ field: 'name', bits: -echo })
    yield { field: 'cap:echo', bits: -echo, left: 'the handle spells the name', right: 'handle name' }
  }
  for (const [family, { fields, bitsMax }] of Object.entries(weights.families)) {
    const over = overCap(capped, fields, bitsMax)
    if (over <= 0) continue
    capped.push({ field: fields[0]!, bits: -over })
    yield { field: `cap:${family}`, bits: -over, left: `at most ${bitsMax}`, right: fields.join(' ') }
  }
  const { fields, bitsMax } = weights.copyable
  const over = isCopied(left, right) ? overCap(capped, fields, bitsMax) : 0
  if (over > 0)
    yield { field: 'cap:copyable', bits: -over, left: 'bore its handle first', right: fields.join(' ') }
}

/** A handle that spells the name is as rare as the name, and a little more for the form it gives it. Names are counted; letters only guessed at. */
function echoOver(evidence: LinkEvidence[], spelt: boolean, { echoBitsMax, formBitsMax }: Weights): number {
  const bits = (name: string) => evidence.find(({ field }) => field === name)?.bits ?? 0
  const [handle, name] = [bits('handle'), bits('name')]
  return spelt && name > 0 ? handle - formBitsMax : Math.min(handle, name) - echoBitsMax
}

function overCap(
  evidence: { field: string; bits: number }[],
  fields: readonly string[],
  bitsMax: number,
): number {
  let sum = 0
  for (const { field, bits } of evidence) if (fields.includes(field)) sum += bits
  return sum - bitsMax
}

/** Fields that do not come of whom one watches and what one writes about. */
const OWN_FIELDS: ReadonlySet<string> = new Set([
  'handle',
  'name',
  'bio',
  'urls',
  'avatar',
  'email',
  'device',
])
const OWN_BITS_MIN = 6

/** Reporters and researchers follow, mention and quote the closed: of them something else must agree. */
const reachesBeyondTheGraph = (waterfall: LinkEvidence[]): boolean =>
  waterfall.some(({ field, bits }) => OWN_FIELDS.has(field) && bits >= OWN_BITS_MIN)
