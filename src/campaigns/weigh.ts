import type { Millis } from '../model/ids.ts'
import type { Act } from './acts.ts'
import { type Activity, NEW_BITS_MIN, newBits, onsetOf } from './burst.ts'
import type { Background } from './chance.ts'
import { inOneVoice } from './one-voice.ts'
import { type Profile, profileOf } from './profile.ts'
import type { Repertoire } from './repertoire.ts'
import { type Sign, signsOf } from './script.ts'
import type { Trace, TraceBook } from './trace-book.ts'
import { isOneText, repostKey, type TraceKind } from './traces.ts'

/** From here on a group acts together more than chance allows: so many times the pairs that would have met anyway. */
const ODDS_MIN = 10
/** What is said in one voice was held against crowds, which is more to ask than chance: of chance no more is asked than that it does not explain it all. */
const ODDS_OF_ONE_VOICE_MIN = 1

/** Accounts that act together, with the three answers about them. */
export interface Group {
  accounts: string[]
  acts: Act[]
  traces: Trace[]
  /** Degree of coordination, 0 to 1. */
  degree: number
  /** Pairs of accounts that met, how many would have by chance, and the ratio. */
  pairs: number
  expected: number
  odds: number
  signs: Sign[]
  profile: Profile
}

/** How much a trace that is shared says by itself. Texts are copied, addresses passed round, tags common. */
const WORTH: Record<TraceKind, number> = { text: 1, media: 0.9, url: 0.8, tags: 0.7, tag: 0.7, repost: 0 }
/** Points of script that make a chorus a campaign when nothing is known of its content. */
const POINTS_MIN: Record<TraceKind, number> = { text: 2, media: 2, url: 3, tags: 3, tag: 2, repost: Infinity }
/** How a trace hangs together with a campaign that is known: it is one of its own, or most who left it also left its address or its tag. */
export type Kinship = 'own' | 'url' | 'tag'

/**
 * Whoever posts the text of a known campaign joins it. Under its address and its tag others speak too, also in chorus and against it: of those who say something
 * else there a sign of a script is asked for, and more than that of those who share but the address or the tags.
 */
function pointsNeeded(kind: TraceKind, kin: Kinship | null): number {
  if (kin === null || (kind !== 'text' && kind !== 'media')) return POINTS_MIN[kind]
  return kin === 'own' ? 0 : 1
}

const ACCOUNTS_MIN = 8
/** A chorus of so few is already one if what it says is forbidden. */
const ACCOUNTS_CONCERNING_MIN = 6

/** What a chorus is held against. */
export interface Surroundings {
  background: Background
  stream: Activity
  repertoire: Repertoire
  book: TraceBook
  kin: Kinship | null
  now: Millis
}

/**
 * One trace and all who left it: a campaign if it has begun just now, beyond what chance allows, and its posts are about what we are here for or come
 * from a script. Otherwise null: a chorus, or a phrase that is always about, and nobody's business.
 */
export function weighChorus(trace: Trace, under: readonly Act[], surroundings: Surroundings): Group | null {
  const { background, stream, repertoire, kin, now } = surroundings
  if (trace.kind === 'tag') return underTag(trace, under, surroundings)
  const speaking = under.filter((act) => !act.distant)
  const acts = trace.kind === 'text' ? alike(speaking) : speaking
  const accounts = countAccounts(acts)
  if (accounts < ACCOUNTS_CONCERNING_MIN) return null
  if (kin === null && !isNew(acts, accounts, stream, now)) return null
  const signs = signsOf(acts, background)
  const habits = points(signs) < POINTS_MIN.url ? repertoire.signs(acts, now) : []
  const all = [...habits, ...signs]
  const group = concerning(trace, acts, all, background) ?? scripted(trace, acts, all, background, kin)
  return group !== null && group.odds >= ODDS_MIN ? group : null
}

const isNew = (acts: readonly Act[], accounts: number, stream: Activity, now: Millis): boolean =>
  newBits(onsetOf(acts), accounts, acts.length, stream, now) >= NEW_BITS_MIN

/** Under a tag anybody may speak: only who deletes with the others is one of them, and who says the given lines where nobody says anything else. */
function underTag(
  trace: Trace,
  under: readonly Act[],
  { background, stream, book, kin, now }: Surroundings,
): Group | null {
  const speaking = under.filter((act) => !act.distant)
  if (kin === null && !isNew(speaking, countAccounts(speaking), stream, now)) return null
  const group = deletedTogether(trace, speaking, background)
  if (group !== null && group.odds >= ODDS_MIN) return group
  const voice = saidInOneVoice(trace, speaking, book, background)
  return voice !== null && voice.odds >= ODDS_OF_ONE_VOICE_MIN ? voice : null
}

function saidInOneVoice(
  trace: Trace,
  under: readonly Act[],
  book: TraceBook,
  background: Background,
): Group | null {
  const voice = inOneVoice(trace.label, under)
  if (voice === null || hasVisibleSource(voice.acts, under, book)) return null
  const texts = textsOf(voice.acts, book)
  const signs = [voice.sign, ...signsOf(voice.acts, background)]
  const group = groupOf(texts[0] ?? trace, voice.acts, signs, profileOf(voice.acts, background), background)
  return { ...group, traces: [...texts, trace] }
}

/**
 * A drive copies somebody everybody can see: the first who said the line is passed on by people who do not say it themselves. An app's lines come from nowhere. Who says the line too
 * does not count, lest an app's accounts make themselves a source.
 */
function hasVisibleSource(voice: readonly Act[], under: readonly Act[], book: TraceBook): boolean {
  const saying = new Set(voice.map(({ account }) => account))
  const sketches = [...new Set(voice.map(({ sketch }) => sketch))].slice(0, WORDINGS_MAX)
  const first = under
    .filter(({ sketch }) => sketches.some((wording) => isOneText(wording, sketch)))
    .reduce<Act | null>((known, act) => (known === null || act.at < known.at ? act : known), null)
  if (first === null) return false
  let passing = 0
  for (const account of book.page(repostKey(first.post))?.carriers.keys() ?? [])
    if (!saying.has(account)) passing++
  return passing >= Math.max(PASSING_MIN, PASSING_SHARE_MIN * saying.size)
}
const PASSING_MIN = 5
const WORDINGS_MAX = 64
const PASSING_SHARE_MIN = 0.2

/** The pages of the texts that the acts have, the commonest first. */
function textsOf(acts: readonly Act[], book: TraceBook): Trace[] {
  const counts = new Map<number, number>()
  for (const { content, second } of acts)
    for (const key of [content, second]) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, TEXTS_MAX)
    .map(([key]) => book.page(key))
    .filter((page) => page !== undefined)
}
const TEXTS_MAX = 16

/** So many of the texts under one key must share the other too: else it is a phrase that many use, and not one text. */
const ALIKE_MIN = 3
const ALIKE_SHARE_MIN = 0.15

function alike(acts: Act[]): Act[] {
  const counts = new Map<number, number>()
  for (const { content, second } of acts)
    for (const key of [content, second]) counts.set(key, (counts.get(key) ?? 0) + 1)
  const needed = Math.max(ALIKE_MIN, ALIKE_SHARE_MIN * acts.length)
  return acts.filter(({ content, second }) => counts.get(content)! >= needed && counts.get(second)! >= needed)
}

function concerning(trace: Trace, acts: Act[], signs: Sign[], background: Background): Group | null {
  if (trace.kind === 'repost') return null
  const profile = profileOf(acts, background)
  if (!profile.concerns) return null
  // Of those who share an address or tags, only they take part whose own post says what the others say.
  const taking =
    trace.kind === 'text' || trace.kind === 'media' ? acts : acts.filter(({ policy }) => policy != null)
  if (countAccounts(taking) < ACCOUNTS_CONCERNING_MIN) return null
  return groupOf(trace, taking, signs, profile, background)
}

function scripted(
  trace: Trace,
  acts: Act[],
  signs: Sign[],
  background: Background,
  kin: Kinship | null,
): Group | null {
  if (countAccounts(acts) < ACCOUNTS_MIN) return null
  if (points(signs) < pointsNeeded(trace.kind, kin)) return null
  return groupOf(trace, acts, signs, profileOf(acts, background), background)
}

function deletedTogether(trace: Trace, acts: Act[], background: Background): Group | null {
  const taking = deletedWith(acts, background)
  const accounts = countAccounts(taking)
  if (accounts < ACCOUNTS_MIN) return null
  const signs = signsOf(taking, background)
  if (points(signs) < POINTS_MIN.tag) return null
  const group = groupOf(trace, taking, signs, profileOf(taking, background), background)
  // That all use one tag is not what is surprising, but that all delete: by chance two accounts do so as often as deletions are usual, twice.
  const usual = Math.max(USUAL_DELETED_MIN, background.shares().deleted)
  const under = countAccounts(acts)
  const expected = ((under * (under - 1)) / 2) * usual ** 2
  const odds = group.pairs / Math.max(expected, 1e-6)
  return { ...group, expected, odds, degree: degreeOf(accounts, group.pairs, expected) * WORTH.tag }
}
/** Where next to nothing was seen deleted, that much counts as usual. */
const USUAL_DELETED_MIN = 0.01

const DELETED_SHARE_UNDER_TAG_MIN = 0.2
function deletedWith(acts: Act[], background: Background): Act[] {
  const deleted = acts.filter((act) => act.deleted)
  const share = deleted.length / acts.length
  return share >= Math.max(DELETED_SHARE_UNDER_TAG_MIN, 5 * background.shares().deleted) ? deleted : []
}

function groupOf(trace: Trace, acts: Act[], signs: Sign[], profile: Profile, background: Background): Group {
  const accounts = [...new Set(acts.map(({ account }) => account))]
  const chance = background.pairChance(trace.kind, (acts.length * (acts.length - 1)) / 2)
  const weighed = withoutLoud(accounts, chance, background)
  const pairs = (weighed.length * (weighed.length - 1)) / 2
  const expected = expectedPairs(weighed, chance, background)
  return {
    accounts,
    acts,
    traces: [trace],
    degree: degreeOf(accounts.length, pairs, expected) * WORTH[trace.kind],
    pairs,
    expected,
    odds: pairs / Math.max(expected, 1e-6),
    signs,
    profile,
  }
}

/**
 * An account that posts so much that chance alone would have it meet everybody here proves nothing, and disproves nothing: else one flood of a campaign's text would make all of
 * it look like chance. It stays a member.
 */
function withoutLoud(accounts: string[], chance: number, background: Background): string[] {
  const posts = accounts.map((account) => background.postsOf(account))
  const middle = [...posts].sort((a, b) => a - b)[posts.length >> 1]!
  return accounts.filter((_, i) => chance * posts[i]! * middle < 1)
}

/** How many pairs among these accounts would meet in a day by chance, as much as they post, their meetings under this trace left out. */
export function expectedPairs(accounts: readonly string[], chance: number, background: Background): number {
  let sum = 0
  let squares = 0
  for (const account of accounts) {
    const posts = background.postsOf(account)
    sum += posts
    squares += posts * posts
  }
  return chance * ((sum * sum - squares) / 2)
}

/** The share of meetings that chance does not explain, held back while the accounts are few. */
export const degreeOf = (accounts: number, pairs: number, expected: number): number =>
  Math.max(0, 1 - expected / Math.max(1, pairs)) * (1 - 2 ** (-accounts / 6))

const points = (signs: readonly Sign[]): number => signs.reduce((sum, sign) => sum + sign.points, 0)

function countAccounts(acts: readonly Act[]): number {
  return new Set(acts.map(({ account }) => account)).size
}
