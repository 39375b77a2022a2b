import type { CountedField } from './closed.ts'
import { compareHandles, compareNames, type Finding, wordBits } from './compare-names.ts'
import { type Bio, digestHex, type Fingerprint, hashKey, keyOf } from './fingerprint.ts'
import { agreed, type Grounds, rarityOf, valueBits } from './grounds.ts'
import { pdqDistance, pdqHex } from './picture.ts'
import { type Level, levelBits, type RareLevel } from './weights.ts'
import { hoursBits, styleCosine } from './writing.ts'

/** One field held against another's; null where either side lacks it. A missing field is worth nothing. */
export interface Comparison {
  field: string
  compare(left: Fingerprint, right: Fingerprint, grounds: Grounds): Finding | null
  /** The value as the waterfall shows it. */
  show(fingerprint: Fingerprint): string
}

/** Every comparison, in the order of the waterfall. `right` is the closed account. */
export const COMPARISONS: readonly Comparison[] = [
  {
    field: 'handle',
    compare: (left, right, grounds) => compareHandles(left.handle, right.handle, grounds),
    show: ({ handle }) => handle?.raw ?? '',
  },
  { field: 'name', compare: compareNames, show: ({ name }) => name?.raw ?? '' },
  {
    field: 'bio',
    compare: (left, right, grounds) => compareBios(left.bio, right.bio, grounds),
    show: ({ bio }) => bio?.raw ?? '',
  },
  {
    field: 'location',
    compare: (left, right, grounds) =>
      oneValue('place', left.location, right.location, grounds.weights.fields.location, grounds),
    show: ({ location }) => location ?? '',
  },
  { field: 'urls', compare: compareUrls, show: ({ urls }) => urls.map(({ raw }) => raw).join(' ') },
  {
    field: 'avatar',
    compare: compareAvatars,
    show: ({ avatar, pdq }) => (avatar !== null ? digestHex(avatar) : pdq === null ? '' : pdqHex(pdq)),
  },
  {
    field: 'email',
    compare: (left, right, grounds) =>
      oneValue('email', left.email, right.email, grounds.weights.fields.email, grounds),
    show: ({ email }) => email ?? '',
  },
  {
    field: 'emailDomain',
    compare: (left, right, grounds) =>
      oneValue('domain', left.emailDomain, right.emailDomain, grounds.weights.fields.emailDomain, grounds),
    show: ({ emailDomain }) => emailDomain ?? '',
  },
  {
    field: 'device',
    compare: (left, right, grounds) =>
      anyOf('device', left.devices, right.devices, grounds.weights.fields.device, grounds),
    show: ({ devices }) => devices.map(shownToken).join(' '),
  },
  {
    field: 'network',
    compare: (left, right, grounds) =>
      anyOf('network', left.networks, right.networks, grounds.weights.fields.network, grounds),
    show: ({ networks }) => networks.map(shownToken).join(' '),
  },
  {
    field: 'client',
    compare: (left, right, grounds) =>
      oneValue('client', left.client, right.client, grounds.weights.fields.client, grounds),
    show: ({ client }) => client ?? '',
  },
  {
    field: 'company',
    compare: (left, right, grounds) =>
      someOf('company', left.companyKeys, right.companyKeys, grounds.weights.fields.company.some, grounds),
    show: ({ company, companyKeys }) =>
      company.length > 0
        ? company.join(' ')
        : companyKeys.length === 0
          ? ''
          : `${companyKeys.length} accounts`,
  },
  {
    field: 'tags',
    compare: (left, right, grounds) =>
      someOf(
        'tag',
        keysOf('tag', left.tags),
        keysOf('tag', right.tags),
        grounds.weights.fields.tags.some,
        grounds,
      ),
    show: ({ tags }) => tags.join(' '),
  },
  {
    field: 'texts',
    compare: compareTexts,
    show: ({ texts }) => (texts.length === 0 ? '' : `${texts.length} marks of its first posts`),
  },
  {
    field: 'style',
    compare: compareStyles,
    show: ({ style }) => (style.length === 0 ? '' : 'runs of three characters in its first posts'),
  },
  { field: 'hours', compare: compareHours, show: ({ hours }) => hours.join(' ') },
  {
    field: 'language',
    compare: (left, right, grounds) =>
      oneValue('language', left.language, right.language, grounds.weights.fields.language, grounds),
    show: ({ language }) => language ?? '',
  },
]

interface ValueWeights {
  same: RareLevel
  differs?: Level
}

const differing = (level: Level | undefined): Finding => ({
  level: 'differs',
  bits: level === undefined ? 0 : levelBits(level),
})

function oneValue(
  field: CountedField,
  left: string | null,
  right: string | null,
  { same, differs }: ValueWeights,
  grounds: Grounds,
): Finding | null {
  if (left === null || right === null) return null
  if (left !== right) return differing(differs)
  return { level: 'same', bits: valueBits(field, left, same, grounds) }
}

/** A token as a page shows it: the same for the same, and nothing to anyone else. */
const shownToken = (hash: number): string => hash.toString(36)

/** Several tokens on each side: the rarest shared one counts. */
function anyOf(
  field: 'device' | 'network',
  left: readonly number[],
  right: readonly number[],
  { same, differs }: ValueWeights,
  grounds: Grounds,
): Finding | null {
  if (left.length === 0 || right.length === 0) return null
  let best: number | null = null
  for (const hash of left)
    if (right.includes(hash))
      best = Math.max(best ?? 0, agreed(same, rarityOf(field, hashKey(field, hash), same.priorBits, grounds)))
  return best === null ? differing(differs) : { level: 'same', bits: best }
}

/** Several values on each side, by key, each shared one adding a share of its rarity. Nothing shared says nothing. */
function someOf(
  field: CountedField,
  left: readonly number[],
  right: readonly number[],
  level: RareLevel,
  grounds: Grounds,
): Finding | null {
  if (left.length === 0 || right.length === 0) return null
  let rarity = 0
  for (const key of left)
    if (right.includes(key)) rarity += level.share! * rarityOf(field, key, level.priorBits, grounds)
  return rarity === 0 ? differing(undefined) : { level: 'some', bits: agreed(level, rarity) }
}

const keysOf = (field: CountedField, values: readonly string[]): readonly number[] =>
  values.length === 0 ? NONE : values.map((value) => keyOf(field, value))
const NONE: readonly number[] = []

function compareUrls(left: Fingerprint, right: Fingerprint, grounds: Grounds): Finding | null {
  if (left.urls.length === 0 || right.urls.length === 0) return null
  const { same, differs } = grounds.weights.fields.urls
  let best: number | null = null
  for (const { key } of left.urls)
    if (right.urls.some((other) => other.key === key))
      best = Math.max(best ?? 0, valueBits('url', key, same, grounds))
  return best === null ? differing(differs) : { level: 'same', bits: best }
}

/** Rare words first of all; and runs of words, which strangers do not share unless everybody has them. */
function compareBios(left: Bio | null, right: Bio | null, grounds: Grounds): Finding | null {
  if (left === null || right === null) return null
  const { words, phrases, differs } = grounds.weights.fields.bio
  const shared = inBoth(left.codes, right.codes).map((code) => wordBits(code, grounds))
  if (shared.length === 0) return differing(differs)
  const copied = inBoth(left.phrases, right.phrases).map((phrase) =>
    rarityOf('phrase', phrase, phrases.priorBits, grounds),
  )
  const sum = fading(shared, words.share!)
  if (copied.length === 0) return { level: 'words', bits: agreed(words, sum) }
  // All shared phrases are one fact, the same text, which is as rare as its rarest phrase, and so are the words in it.
  const rarest = Math.max(...copied)
  const bits = Math.max(agreed(phrases, rarest), agreed(words, Math.min(sum, rarest + BESIDE_BITS_MAX)))
  return { level: 'phrases', bits }
}

/** What words beside a shared phrase may add to it. */
const BESIDE_BITS_MAX = 2

/** Words of one text hang together: the rarest counts whole, each further one the `share` of the one before. */
function fading(bits: number[], share: number): number {
  let [sum, part] = [0, 1]
  for (const one of bits.sort((left, right) => right - left)) {
    sum += part * one
    part *= share
  }
  return sum
}

/** Numbers in both of two ascending lists. */
function inBoth(left: readonly number[], right: readonly number[]): number[] {
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
function compareAvatars(left: Fingerprint, right: Fingerprint, grounds: Grounds): Finding | null {
  const same = oneValue('avatar', left.avatar, right.avatar, grounds.weights.fields.avatar, grounds)
  const copy = comparePictures(left.pdq, right.pdq, grounds)
  if (same === null || copy === null) return same ?? copy
  return copy.bits > same.bits ? copy : same
}

function comparePictures(left: string | null, right: string | null, grounds: Grounds): Finding | null {
  if (left === null || right === null) return null
  const { copy, differs } = grounds.weights.fields.avatar
  if (pdqDistance(left, right) > copy.distanceMax!) return differing(differs)
  // A picture that many bear is common in all its copies: the more frequent of the two hashes tells.
  const bits = Math.min(valueBits('pdq', left, copy, grounds), valueBits('pdq', right, copy, grounds))
  return { level: 'copy', bits }
}

/** Near-copies of first posts, by the hashes they share: what a whole chorus posts is worth little. */
function compareTexts(left: Fingerprint, right: Fingerprint, grounds: Grounds): Finding | null {
  if (left.texts.length === 0 || right.texts.length === 0) return null
  const { some } = grounds.weights.fields.texts
  const shared = left.texts
    .filter((text) => right.texts.includes(text))
    .map((text) => rarityOf('text', text, some.priorBits, grounds))
  const rarity = fading(shared, some.share!)
  return rarity === 0 ? differing(undefined) : { level: 'some', bits: agreed(some, rarity) }
}

function compareStyles(left: Fingerprint, right: Fingerprint, { weights, closed }: Grounds): Finding | null {
  if (left.language !== right.language) return null
  const cosine = styleCosine(left.style, right.style, closed.style)
  if (cosine === null) return null
  const levels = weights.levels.style
  const at = levels.findIndex(({ cosineMin }) => cosine >= cosineMin)
  const level = levels[at < 0 ? levels.length - 1 : at]!
  return { level: level.is, bits: levelBits(level) }
}

function compareHours(left: Fingerprint, right: Fingerprint, { weights, closed }: Grounds): Finding | null {
  const bits = hoursBits(left.hours, right.hours, closed.hours)
  if (bits === null) return null
  const { bitsMax } = weights.hours
  return { level: bits > 0 ? 'alike' : 'differs', bits: Math.max(-bitsMax, Math.min(bitsMax, bits)) }
}
