import type { LinkEvidence } from '../model/link.ts'
import type { ClosedAccounts, CountedField } from './closed.ts'
import { compareHandles, compareNames, OWN, wordBits } from './compare-names.ts'
import { type Bio, type Fingerprint, keyOf } from './fingerprint.ts'
import { pdqDistance, pdqHex } from './picture.ts'
import { rarityBits } from './rarity.ts'
import * as weights from './weights.ts'

/** One field held against another's: bits, or null where either side lacks it. A missing field is worth nothing. */
export interface Comparison {
  field: string
  weigh(left: Fingerprint, right: Fingerprint, closed: ClosedAccounts): number | null
  /** The value as the waterfall shows it. */
  show(fingerprint: Fingerprint): string
}

/** Every comparison, in the order of the waterfall. `right` is the closed account. */
export const COMPARISONS: readonly Comparison[] = [
  {
    field: 'handle',
    weigh: (left, right, closed) => compareHandles(left.handle, right.handle, closed),
    show: ({ handle }) => handle?.raw ?? '',
  },
  { field: 'name', weigh: compareNames, show: ({ name }) => name?.raw ?? '' },
  {
    field: 'bio',
    weigh: (left, right, closed) => compareBios(left.bio, right.bio, closed),
    show: ({ bio }) => bio?.raw ?? '',
  },
  {
    field: 'location',
    weigh: (left, right, closed) => oneValue('place', left.location, right.location, weights.PLACE, closed),
    show: ({ location }) => location ?? '',
  },
  { field: 'urls', weigh: compareUrls, show: ({ urls }) => urls.map(({ raw }) => raw).join(' ') },
  {
    field: 'avatar',
    weigh: compareAvatars,
    show: ({ avatar, pdq }) => avatar ?? (pdq === null ? '' : pdqHex(pdq)),
  },
  {
    field: 'email',
    weigh: (left, right, closed) => oneValue('email', left.email, right.email, weights.EMAIL, closed),
    show: ({ email }) => email ?? '',
  },
  {
    field: 'emailDomain',
    weigh: (left, right, closed) =>
      oneValue('domain', left.emailDomain, right.emailDomain, weights.EMAIL_DOMAIN, closed),
    show: ({ emailDomain }) => emailDomain ?? '',
  },
  {
    field: 'device',
    weigh: (left, right, closed) => anyOf('device', left.devices, right.devices, weights.DEVICE, closed),
    show: ({ devices }) => devices.join(' '),
  },
  {
    field: 'network',
    weigh: (left, right, closed) => anyOf('network', left.networks, right.networks, weights.NETWORK, closed),
    show: ({ networks }) => networks.join(' '),
  },
  { field: 'company', weigh: compareCompany, show: ({ company }) => company.join(' ') },
  {
    field: 'language',
    weigh: (left, right, closed) =>
      oneValue('language', left.language, right.language, weights.LANGUAGE, closed),
    show: ({ language }) => language ?? '',
  },
]

interface ValueWeights {
  same: weights.RareLevel
  differs?: weights.Level
}

/** Agreement by the rarity of the shared value. Never below zero: a shared value does not speak against. */
function valueBits(
  field: CountedField,
  value: string,
  level: weights.RareLevel,
  closed: ClosedAccounts,
): number {
  const others = Math.max(0, closed.count(keyOf(field, value)) - OWN)
  const rarity = rarityBits(others, Math.max(0, closed.total(field) - OWN), level.priorBits)
  return Math.min(level.bitsMax, Math.max(0, Math.log2(level.m) + rarity))
}

function oneValue(
  field: CountedField,
  left: string | null,
  right: string | null,
  { same, differs }: ValueWeights,
  closed: ClosedAccounts,
): number | null {
  if (left === null || right === null) return null
  if (left === right) return valueBits(field, left, same, closed)
  return differs === undefined ? 0 : weights.bitsOf(differs)
}

/** Several values on each side: the rarest shared one counts. */
function anyOf(
  field: CountedField,
  left: readonly string[],
  right: readonly string[],
  { same, differs }: ValueWeights,
  closed: ClosedAccounts,
): number | null {
  if (left.length === 0 || right.length === 0) return null
  let best: number | null = null
  for (const value of left)
    if (right.includes(value)) best = Math.max(best ?? 0, valueBits(field, value, same, closed))
  if (best !== null) return best
  return differs === undefined ? 0 : weights.bitsOf(differs)
}

function compareUrls(left: Fingerprint, right: Fingerprint, closed: ClosedAccounts): number | null {
  const keys = (fingerprint: Fingerprint) => fingerprint.urls.map(({ key }) => key)
  return anyOf('url', keys(left), keys(right), weights.URL, closed)
}

/** Rare words first of all; and runs of words, which strangers do not share by chance. */
function compareBios(left: Bio | null, right: Bio | null, closed: ClosedAccounts): number | null {
  if (left === null || right === null) return null
  const { words, wordShare, phraseBits, phrasesMax, bitsMax, differs } = weights.BIO
  let shared = 0
  for (const code of common(left.codes, right.codes)) shared += wordShare * wordBits(code, closed)
  if (shared === 0) return weights.bitsOf(differs)
  const runs = Math.min(phrasesMax, common(left.phrases, right.phrases).length)
  const bits = Math.min(words.bitsMax, Math.max(0, Math.log2(words.m) + shared)) + phraseBits * runs
  return Math.min(bitsMax, bits)
}

/** Numbers in both of two ascending lists. */
function common(left: readonly number[], right: readonly number[]): number[] {
  const found: number[] = []
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const difference = left[i]! - right[j]!
    if (difference === 0) found.push(left[i]!)
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return found
}

/** The same file, or a copy of the picture; the rarer of the two readings does not count twice. */
function compareAvatars(left: Fingerprint, right: Fingerprint, closed: ClosedAccounts): number | null {
  const same = oneValue('avatar', left.avatar, right.avatar, weights.AVATAR, closed)
  const copy = comparePictures(left.pdq, right.pdq, closed)
  return same === null || copy === null ? (same ?? copy) : Math.max(same, copy)
}

function comparePictures(
  left: Uint32Array | null,
  right: Uint32Array | null,
  closed: ClosedAccounts,
): number | null {
  if (left === null || right === null) return null
  if (pdqDistance(left, right) > weights.AVATAR.copyDistance) return weights.bitsOf(weights.AVATAR.differs)
  const [one, other] = [pdqHex(left), pdqHex(right)]
  // A picture that many bear is common in all its copies: the more frequent of the two hashes tells.
  return Math.min(
    valueBits('pdq', one, weights.AVATAR.copy, closed),
    valueBits('pdq', other, weights.AVATAR.copy, closed),
  )
}

function compareCompany(left: Fingerprint, right: Fingerprint, closed: ClosedAccounts): number | null {
  if (left.company.length === 0 || right.company.length === 0) return null
  const { each, share, bitsMax } = weights.COMPANY
  let bits = 0
  for (const other of left.company)
    if (right.company.includes(other))
      bits += share * valueBits('company', other, { m: 1, priorBits: each.priorBits, bitsMax: 12 }, closed)
  return Math.min(bitsMax, bits)
}

/** The evidence of one comparison, as the waterfall shows it. */
export const evidenceOf = (
  comparison: Comparison,
  bits: number,
  left: Fingerprint,
  right: Fingerprint,
): LinkEvidence => ({
  field: comparison.field,
  bits,
  left: comparison.show(left),
  right: comparison.show(right),
})
