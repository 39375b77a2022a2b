import type { Millis } from '../model/ids.ts'
import type { Act } from './acts.ts'
import { type Activity, NEW_BITS_MIN, newBits, onsetOf } from './burst.ts'
import type { Background } from './chance.ts'
import { type Profile, profileOf } from './profile.ts'
import type { Repertoire } from './repertoire.ts'
import { type Sign, signsOf } from './script.ts'
import type { Trace } from './trace-book.ts'
import type { TraceKind } from './traces.ts'

/** From here on a group acts together more than chance allows: so many times the pairs that would have met anyway. */
const ODDS_MIN = 10

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
  kin: Kinship | null
  now: Millis
}

/**
 * One trace and all who left it: a campaign if it has begun just now, beyond what chance allows, and its posts are about what we are here for or come
 * from a script. Otherwise null: a chorus, or a phrase that is always about, and nobody's business.
 */
export function weighChorus(
  trace: Trace,
  under: readonly Act[],
  { background, stream, repertoire, kin, now }: Surroundings,
): Group | null {
  const speaking = under.filter((act) => !act.distant)
  const acts = trace.kind === 'text' ? alike(speaking) : speaking
  const accounts = countAccounts(acts)
  if (accounts < ACCOUNTS_CONCERNING_MIN) return null
  if (kin === null && newBits(onsetOf(acts), accounts, acts.length, stream, now) < NEW_BITS_MIN) return null
  const signs = signsOf(acts, background)
  const habits = points(signs) < POINTS_MIN.url ? repertoire.signs(acts, now) : []
  const all = [...habits, ...signs]
  const group = concerning(trace, acts, all, background) ?? scripted(trace, acts, all, background, kin)
  return group !== null && group.odds >= ODDS_MIN ? group : null
}

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
  if (trace.kind === 'tag' || trace.kind === 'repost') return null
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
  // Under a tag anybody may speak: only who deletes with the others is one of them.
  if (trace.kind === 'tag') return deletedTogether(trace, acts, background)
  if (countAccounts(acts) < ACCOUNTS_MIN) return null
  if (points(signs) < pointsNeeded(trace.kind, kin)) return null
  return groupOf(trace, acts, signs, profileOf(acts, background), background)
}

function deletedTogether(trace: Trace, acts: Act[], background: Background): Group | null {
  const taking = deletedWith(acts, background)
  if (countAccounts(taking) < ACCOUNTS_MIN) return null
  const signs = signsOf(taking, background)
  const points = signs.reduce((sum, sign) => sum + sign.points, 0)
  return points < POINTS_MIN.tag
    ? null
    : groupOf(trace, taking, signs, profileOf(taking, background), background)
}

const DELETED_SHARE_UNDER_TAG_MIN = 0.2
function deletedWith(acts: Act[], background: Background): Act[] {
  const deleted = acts.filter((act) => act.deleted)
  const share = deleted.length / acts.length
  return share >= Math.max(DELETED_SHARE_UNDER_TAG_MIN, 5 * background.shares().deleted) ? deleted : []
}

function groupOf(trace: Trace, acts: Act[], signs: Sign[], profile: Profile, background: Background): Group {
  const accounts = [...new Set(acts.map(({ account }) => account))]
  const pairs = (accounts.length * (accounts.length - 1)) / 2
  const chance = background.pairChance(trace.kind, (acts.length * (acts.length - 1)) / 2)
  const expected = expectedPairs(accounts, chance, background)
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
