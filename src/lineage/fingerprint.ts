import { fnv1a } from '../lib/hash.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { Millis } from '../model/ids.ts'
import { type Handle, takeApart } from './handle.ts'
import { bounded, foldLetters, undoubled } from './letters.ts'
import { isTelling, pdqOf } from './picture.ts'
import { soundOf } from './sound.ts'
import { phrasesOf, wordCode, wordsOf } from './words.ts'

/** A name as words: `key` is what two names share when they are the same. */
export interface Name {
  raw: string
  key: string
  codes: number[]
  sound: string | null
  /** True when the account's own handle spells it: then the two are one piece of evidence. */
  spelt: boolean
}

export interface Bio {
  raw: string
  /** Codes of the distinct words, ascending. */
  codes: number[]
  /** Hashes of its runs of four words, ascending. */
  phrases: number[]
}

export interface Address {
  raw: string
  /** Host and path, without scheme, `www.`, query and fragment. */
  key: string
}

/** What an account can be known by again. Null and empty fields were not sent, and are worth nothing. */
export interface Fingerprint {
  account: string
  handle: Handle | null
  name: Name | null
  bio: Bio | null
  location: string | null
  urls: Address[]
  avatar: string | null
  pdq: Uint32Array | null
  email: string | null
  emailDomain: string | null
  devices: readonly string[]
  networks: readonly string[]
  company: readonly string[]
  language: string | null
  createdAt: Millis | null
  handleSince: Millis | null
  closedAt: Millis | null
}

const SHOWN_LENGTH_MAX = 200
const NAME_LENGTH_MAX = 80
const PLACE_LENGTH_MAX = 80
const URLS_MAX = 6

/** Takes the fingerprint of an account: everything bounded, nothing of the facts is changed or kept but strings. */
export function fingerprintOf(facts: AccountFacts): Fingerprint {
  const { profile, trail } = facts
  const handle = profile?.handle ? takeApart(profile.handle) : null
  return {
    account: facts.id,
    handle,
    name: profile?.name ? nameOf(profile.name, handle) : null,
    bio: profile?.bio ? bioOf(profile.bio) : null,
    location: profile?.location ? placeOf(profile.location) : null,
    urls: profile?.urls === undefined ? [] : addressesOf(profile.urls),
    avatar: profile?.avatar?.sha256?.toLowerCase() ?? null,
    pdq: pictureOf(profile?.avatar?.pdq),
    email: profile?.emailToken ?? null,
    emailDomain: profile?.emailDomainToken ?? null,
    devices: [...facts.deviceTokens],
    networks: [...facts.networkTokens],
    company: trail === undefined ? [] : [...trail.company],
    language: languageOf(facts),
    createdAt: facts.createdAt,
    handleSince: trail?.handleSince ?? facts.createdAt,
    closedAt: facts.closedAt,
  }
}

function nameOf(raw: string, handle: Handle | null): Name | null {
  const shown = bounded(raw, NAME_LENGTH_MAX)
  const words = wordsOf(shown)
  if (words.length === 0) return null
  const letters = undoubled(words.join(''))
  const spelt = handle !== null && (handle.core.includes(letters) || letters.includes(handle.core))
  return { raw: shown, key: words.join(' '), codes: words.map(wordCode), sound: soundOf(words), spelt }
}

function bioOf(raw: string): Bio | null {
  const codes = wordsOf(raw).map(wordCode)
  if (codes.length === 0) return null
  return {
    raw: bounded(raw, SHOWN_LENGTH_MAX),
    codes: ascending(codes),
    phrases: ascending(phrasesOf(codes)),
  }
}

const ascending = (numbers: number[]): number[] => [...new Set(numbers)].sort((one, other) => one - other)

const placeOf = (raw: string): string | null => wordsOf(bounded(raw, PLACE_LENGTH_MAX)).join(' ') || null

function addressesOf(urls: readonly string[]): Address[] {
  const found: Address[] = []
  for (const raw of urls.slice(0, URLS_MAX)) {
    const key = addressKey(raw)
    if (key !== '' && !found.some((address) => address.key === key))
      found.push({ raw: bounded(raw, SHOWN_LENGTH_MAX), key })
  }
  return found
}

const addressKey = (raw: string): string =>
  foldLetters(bounded(raw, SHOWN_LENGTH_MAX))
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')

/** A flat picture's hash says nothing: it is near too many others. */
function pictureOf(hex: string | undefined): Uint32Array | null {
  if (hex === undefined) return null
  const pdq = pdqOf(hex)
  return pdq !== null && isTelling(pdq) ? pdq : null
}

/** The language most of its posts are in, else the one of its profile; primary subtag. */
function languageOf({ languages, profile }: AccountFacts): string | null {
  let most: string | null = null
  for (const [language, posts] of Object.entries(languages))
    if (language !== 'und' && (most === null || posts > languages[most]!)) most = language
  return (most ?? profile?.language)?.split('-')[0]?.toLowerCase() || null
}

/** A value of a field as a posting's key, below 2^30. */
export const keyOf = (field: string, value: string): number =>
  fnv1a(value, FIELD_SEEDS[field] ?? fnv1a(field)) & 0x3fffffff

const FIELD_SEEDS: Record<string, number> = Object.assign(
  Object.create(null),
  Object.fromEntries(
    [
      'core',
      'gram',
      'sound',
      'name',
      'place',
      'url',
      'avatar',
      'pdq',
      'email',
      'domain',
      'device',
      'network',
      'company',
      'language',
    ].map((field) => [field, fnv1a(field)]),
  ),
)
