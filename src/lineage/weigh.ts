import { sha256 } from '../lib/hash.ts'
import type { Millis } from '../model/ids.ts'
import type { Link, LinkEvidence } from '../model/link.ts'
import type { ClosedAccounts } from './closed.ts'
import { COMPARISONS, evidenceOf } from './compare.ts'
import type { Fingerprint } from './fingerprint.ts'
import { quarters } from './rarity.ts'
import {
  AGE,
  COPYABLE,
  ECHO_BITS_MAX,
  FAMILIES,
  GAP,
  type Level,
  bitsOf as levelBits,
  TIER_BITS,
  tierOf,
} from './weights.ts'

/** An account at the moment it is weighed. */
export interface Weighed {
  fingerprint: Fingerprint
  at: Millis
  trigger: string
}

/** Bits of each comparison, in the order of `COMPARISONS`; kept between calls. */
const weighedBits: (number | null)[] = COMPARISONS.map(() => null)

/**
 * Holds an account against one closed account. Null below the tier `possible`. The waterfall's bits add up to the link's:
 * what a family's cap takes away stands there as a line of its own.
 */
export function weighPair(weighed: Weighed, closedAccount: Fingerprint, closed: ClosedAccounts): Link | null {
  // Caps only take away: most pairs end here, before anything is written down.
  if (compareFields(weighed, closedAccount, closed) < TIER_BITS.possible) return null
  return linkOf(weighed, closedAccount, evidenceOfPair(weighed, closedAccount))
}

/** All evidence on a pair, whatever it adds up to. */
export function waterfallOf(
  weighed: Weighed,
  closedAccount: Fingerprint,
  closed: ClosedAccounts,
): LinkEvidence[] {
  compareFields(weighed, closedAccount, closed)
  return evidenceOfPair(weighed, closedAccount)
}

export const bitsOf = (waterfall: LinkEvidence[]): number =>
  waterfall.reduce((sum, { bits }) => sum + bits, 0)

/** Fills `weighedBits` and returns the sum before caps. */
function compareFields(
  { fingerprint, at }: Weighed,
  closedAccount: Fingerprint,
  closed: ClosedAccounts,
): number {
  let sum = 0
  for (let i = 0; i < COMPARISONS.length; i++) {
    const bits = COMPARISONS[i]!.weigh(fingerprint, closedAccount, closed)
    weighedBits[i] = bits === null ? null : quarters(bits)
    sum += weighedBits[i] ?? 0
  }
  return sum + timeBits(fingerprint, closedAccount, at)
}

function evidenceOfPair({ fingerprint, at }: Weighed, closedAccount: Fingerprint): LinkEvidence[] {
  const evidence = [
    ...fieldEvidence(fingerprint, closedAccount),
    ...timeEvidence(fingerprint, closedAccount, at),
  ]
  return [...evidence, ...capEvidence(evidence, fingerprint, closedAccount)]
}

function* fieldEvidence(left: Fingerprint, right: Fingerprint): Generator<LinkEvidence> {
  for (let i = 0; i < COMPARISONS.length; i++) {
    const bits = weighedBits[i]
    if (bits != null) yield evidenceOf(COMPARISONS[i]!, bits, left, right)
  }
}

function linkOf(
  { fingerprint, at, trigger }: Weighed,
  right: Fingerprint,
  waterfall: LinkEvidence[],
): Link | null {
  const bits = bitsOf(waterfall)
  const tier = tierOf(bits)
  if (tier === null) return null
  return {
    id: `link-${sha256(JSON.stringify([fingerprint.account, right.account])).slice(0, 24)}`,
    account: fingerprint.account,
    closedAccount: right.account,
    tier,
    bits,
    at: new Date(at).toISOString(),
    trigger,
    status: 'proposed',
    waterfall,
  }
}

const iso = (at: Millis): string => (Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : String(at))

function timeBits({ createdAt }: Fingerprint, { closedAt }: Fingerprint, at: Millis): number {
  if (createdAt === null) return 0
  const gap = closedAt === null ? 0 : quarters(levelBits(levelAt(GAP, createdAt - closedAt)))
  return gap + quarters(levelBits(levelAt(AGE, at - createdAt)))
}

/** When the account was made, against the closure and against now. */
function* timeEvidence(left: Fingerprint, right: Fingerprint, at: Millis): Generator<LinkEvidence> {
  if (left.createdAt === null) return
  const made = iso(left.createdAt)
  if (right.closedAt !== null) {
    const level = levelAt(GAP, left.createdAt - right.closedAt)
    yield {
      field: 'gap',
      bits: quarters(levelBits(level)),
      left: `${made}, ${level.is}`,
      right: iso(right.closedAt),
    }
  }
  const level = levelAt(AGE, at - left.createdAt)
  yield { field: 'age', bits: quarters(levelBits(level)), left: `${made}, ${level.is}`, right: iso(at) }
}

const levelAt = (levels: readonly (Level & { untilMs: number; is: string })[], ms: Millis) =>
  levels.find(({ untilMs }) => ms <= untilMs) ?? levels.at(-1)!

/** True when the account bore its handle before the closed one bore its own: then the closed one is the copy. */
const isCopy = (left: Fingerprint, right: Fingerprint): boolean =>
  left.handleSince !== null && right.handleSince !== null && left.handleSince < right.handleSince

function* capEvidence(
  evidence: LinkEvidence[],
  left: Fingerprint,
  right: Fingerprint,
): Generator<LinkEvidence> {
  const capped = evidence.map(({ field, bits }) => ({ field, bits }))
  const echo = left.name?.spelt && right.name?.spelt ? echoBits(evidence) : 0
  if (echo > 0) {
    capped.push({ field: 'name', bits: -echo })
    yield { field: 'cap:echo', bits: -echo, left: 'the handle spells the name', right: 'handle name' }
  }
  for (const [family, { fields, bitsMax }] of Object.entries(FAMILIES)) {
    const over = overCap(capped, fields, bitsMax)
    if (over <= 0) continue
    capped.push({ field: fields[0], bits: -over })
    yield { field: `cap:${family}`, bits: -over, left: `at most ${bitsMax}`, right: fields.join(' ') }
  }
  const over = isCopy(left, right) ? overCap(capped, COPYABLE.fields, COPYABLE.bitsMax) : 0
  if (over > 0)
    yield {
      field: 'cap:copyable',
      bits: -over,
      left: 'bore its handle first',
      right: COPYABLE.fields.join(' '),
    }
}

function echoBits(evidence: LinkEvidence[]): number {
  const bits = (name: string) => evidence.find(({ field }) => field === name)?.bits ?? 0
  return Math.min(bits('handle'), bits('name')) - ECHO_BITS_MAX
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
