import { fnv1a } from '../lib/hash.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { Millis } from '../model/ids.ts'
import { type Handle, takeApart } from './handle.ts'
import { bounded, foldLetters, undoubled } from './letters.ts'
import { isTelling, pdqOf } from './picture.ts'
import { consonantsOf, soundOf } from './sound.ts'
import { phrasesOf, wordCode, wordsOf } from './words.ts'

/** A name as words: `key` is what two names share when they are the same. */
export interface Name {
  raw: string
  key: string
  sound: string | null
  /** True when the account's own handle spells it, be it in another script: then the two are one piece of evidence. */
  spelt: boolean
}

export interface Bio {
  raw: string
  /** Codes of the distinct words, ascending. */
  codes: number[]
  /** The smallest hashes of its runs of four words, ascending: a bottom-k sketch (Broder 1997), the same in copies. */
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
  urls: readonly Address[]
  /** SHA-256 of the picture's file, as 32 characters of one byte. */
  avatar: string | null
  pdq: string | null
  email: string | null
  emailDomain: string | null
  /** Tokens by a hash of 52 bits: of a million addresses no two share one. */
  devices: readonly number[]
  networks: readonly number[]
  /** Whom it follows and mentions, by name as long as it is being weighed, and by key. */
  company: readonly string[]
  companyKeys: readonly number[]
  language: string | null
  client: string | null
  tags: readonly string[]
  /** Hashes that near-copies of its first posts share. */
  texts: readonly number[]
  style: readonly number[]
  hours: readonly number[]
  /** Labelled as press or as one who studies the matter: whom it follows is its work. */
  watcher: boolean
  createdAt: Millis | null
  handleSince: Millis | null
  madeOverAt: Millis | null
  closedAt: Millis | null
}

const NONE: readonly never[] = []
/** Labels of those who watch the network for others: `press`, `edsa`, `press-verified` … */
const WATCHERS = /^(?:press|news|edsa|journalist|researcher)\b/i
const PHRASES_MAX = 4
const SHOWN_LENGTH_MAX = 200
const NAME_LENGTH_MAX = 80
const PLACE_LENGTH_MAX = 80
const URLS_MAX = 6
const LANGUAGE_LENGTH_MAX = 35

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
    urls: profile?.urls === undefined ? NONE : addressesOf(profile.urls),
    avatar: digestOf(profile?.avatar?.sha256),
    pdq: pictureOf(profile?.avatar?.pdq),
    email: profile?.emailToken ?? null,
    emailDomain: profile?.emailDomainToken ?? null,
    devices: facts.deviceTokens.length === 0 ? NONE : facts.deviceTokens.map(tokenHash),
    networks: facts.networkTokens.length === 0 ? NONE : facts.networkTokens.map(tokenHash),
    company: trail === undefined ? NONE : [...trail.company],
    companyKeys: trail === undefined ? NONE : trail.company.map((other) => keyOf('company', other)),
    language: languageOf(facts),
    client: trail?.client ?? null,
    tags: trail?.tags === undefined ? NONE : [...trail.tags],
    texts: trail?.texts === undefined ? NONE : [...trail.texts],
    style: trail?.style === undefined ? NONE : [...trail.style],
    hours: trail?.hours === undefined ? NONE : [...trail.hours],
    watcher: facts.labels.some(({ name }) => WATCHERS.test(name)),
    createdAt: facts.createdAt,
    handleSince: trail?.handleSince ?? facts.createdAt,
    madeOverAt: trail?.madeOverAt ?? null,
    closedAt: facts.closedAt,
  }
}

function nameOf(raw: string, handle: Handle | null): Name | null {
  const shown = bounded(raw, NAME_LENGTH_MAX)
  const words = wordsOf(shown)
  if (words.length === 0) return null
  const spelt = handle !== null && (spells(handle.core, words) || soundsOut(handle.sound, words))
  return { raw: shown, key: words.join(' '), sound: soundOf(words), spelt }
}

/** Letters of a handle that may be left over when the words of a name are taken out: an initial or two. */
const LEFT_OVER_MAX = 2

/** True when a handle is a name's words in any order, or some of them with initials. */
function spells(core: string, words: readonly string[]): boolean {
  let rest = core
  for (const word of [...words].sort((one, other) => other.length - one.length)) {
    const letters = undoubled(word)
    if (letters.length >= LEFT_OVER_MAX) rest = rest.replace(letters, '')
  }
  return rest !== core && rest.length <= LEFT_OVER_MAX
}

/** The same by consonants, for a name in another script; run together, a handle keeps consonants that the name's words lose. */
function soundsOut(handle: string | null, words: readonly string[]): boolean {
  if (handle === null) return false
  const runs = words.map(consonantsOf).sort((one, other) => other.length - one.length)
  let rest = handle
  for (const run of runs) if (run.length >= LEFT_OVER_MAX) rest = rest.replace(run, '')
  return rest !== handle && rest.length <= LEFT_OVER_MAX
}

function bioOf(raw: string): Bio | null {
  const codes = wordsOf(raw).map(wordCode)
  if (codes.length === 0) return null
  return {
    raw: bounded(raw, SHOWN_LENGTH_MAX),
    codes: ascending(codes),
    phrases: ascending(phrasesOf(codes)).slice(0, PHRASES_MAX),
  }
}

const ascending = (numbers: number[]): number[] => [...new Set(numbers)].sort((one, other) => one - other)

const placeOf = (raw: string): string | null => wordsOf(bounded(raw, PLACE_LENGTH_MAX)).join(' ') || null

function addressesOf(urls: readonly string[]): readonly Address[] {
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

const DIGEST_BYTES = 32

/** A digest in a third of the space of its digits, or null for what is none. */
function digestOf(hex: string | undefined): string | null {
  if (hex === undefined) return null
  const bytes = Buffer.from(hex, 'hex')
  return bytes.length === DIGEST_BYTES ? bytes.toString('latin1') : null
}

export const digestHex = (digest: string): string => Buffer.from(digest, 'latin1').toString('hex')

/** The fingerprint as it is kept of a closed account, of which there may be millions: without what only pages show at length. */
export function compact(fingerprint: Fingerprint): Fingerprint {
  const { bio, handle } = fingerprint
  return {
    ...fingerprint,
    handle: handle === null ? null : { ...handle, counter: '' },
    bio: bio === null ? null : { ...bio, raw: bounded(bio.raw, KEPT_LENGTH_MAX) },
    company: NONE,
  }
}

export const tokenHash = (token: string): number =>
  (fnv1a(token) & 0x3ffffff) * 0x4000000 + (fnv1a(token, 0x9747b28c) & 0x3ffffff)

const KEPT_LENGTH_MAX = 40

/** A flat picture's hash says nothing: it is near too many others. */
function pictureOf(hex: string | undefined): string | null {
  if (hex === undefined) return null
  const pdq = pdqOf(hex)
  return pdq !== null && isTelling(pdq) ? pdq : null
}

/** The language most of its posts are in, else the one of its profile; primary subtag. */
function languageOf({ languages, profile }: AccountFacts): string | null {
  let most: string | null = null
  for (const [language, posts] of Object.entries(languages))
    if (language !== 'und' && (most === null || posts > languages[most]!)) most = language
  return bounded((most ?? profile?.language)?.split('-')[0]?.toLowerCase() ?? '', LANGUAGE_LENGTH_MAX) || null
}

/** Codes of a name's words, in order. */
export const codesOf = ({ key }: Name): number[] => key.split(' ').map(wordCode)

/** A token's hash as a posting's key. */
export const hashKey = (field: 'device' | 'network', hash: number): number =>
  (Math.imul((hash % 0x40000000) ^ Math.floor(hash / 0x40000000), 0x9e3779b1) ^ FIELD_SEEDS[field]!) &
  0x3fffffff

/** A value of a field as a posting's key, below 2^30. */
export const keyOf = (field: string, value: string): number =>
  fnv1a(value, FIELD_SEEDS[field] ?? fnv1a(field)) & 0x3fffffff

const FIELD_SEEDS: Record<string, number> = Object.assign(
  Object.create(null),
  Object.fromEntries(
    [
      'core',
      'number',
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
      'client',
      'tag',
    ].map((field) => [field, fnv1a(field)]),
  ),
)
