import type { CasePost, Threat, ThreatFactor, ThreatList, ThreatStanding } from '../model/threat.ts'
import type { ThreatTables } from '../model/threat-tables.ts'
import { currentFactors, isThere } from './factors.ts'
import { gradingOf, isGraver, isHigh } from './grade.ts'

/*
 * One case about danger to people: all that was said and done about it.
 */

export const ACCOUNTS_MAX = 200
/** Posts that are kept with their text, and all that are counted. */
export const POSTS_MAX = 100
export const POST_IDS_MAX = 2_000
export const POST_TEXT_MAX = 500
export const TARGETS_MAX = 64
export const PAGES_MAX = 300
export const NOTES_MAX = 200
export const REFERRALS_MAX = 50
export const ACTS_MAX = 200

export const newCase = (
  id: string,
  { openedAt, openedBy }: Pick<ThreatStanding, 'openedAt' | 'openedBy'>,
): ThreatStanding => ({
  id,
  openedAt,
  openedBy,
  lastAt: Date.parse(openedAt),
  status: 'open',
  mergedInto: null,
  merged: [],
  closed: null,
  codings: [],
  veracity: 'unverified',
  gradings: [],
  round: 1,
  accounts: [],
  posts: [],
  morePosts: [],
  targets: [],
  barred: [],
  clock: null,
  pages: [],
  referrals: [],
  notes: [],
  acts: [],
})

/** Keeps the last `max`. In place. */
export function keep<T>(list: T[], item: T, max: number): void {
  list.push(item)
  if (list.length > max) list.splice(0, list.length - max)
}

export function addOnce<T>(list: T[], item: T, max: number): void {
  if (!list.includes(item) && list.length < max) list.push(item)
}

/** A post edited is the same post with other words. In place. */
export function addPost(standing: ThreatStanding, post: CasePost): void {
  const known = standing.posts.findIndex(({ id }) => id === post.id)
  if (known >= 0) standing.posts[known] = post
  else if (standing.posts.length < POSTS_MAX) standing.posts.push(post)
  else addOnce(standing.morePosts, post.id, POST_IDS_MAX)
}

export const postIds = ({ posts, morePosts }: ThreatStanding): string[] => [
  ...posts.map(({ id }) => id),
  ...morePosts,
]

export const factorNamed = (factors: readonly ThreatFactor[], name: string): ThreatFactor | undefined =>
  factors.find(({ factor }) => factor === name)

/** Which of the two lists it stands on: on both where there is something of each, so that the loud never hides the quiet. (J7) */
export function listsOf(factors: readonly ThreatFactor[]): ThreatList[] {
  const has = (name: string) => isThere(factorNamed(factors, name)?.value ?? 'unknown')
  const quiet = has('leakage') || has('last-resort')
  const loud = ['direct', 'indirect', 'conditional', 'call', 'glorification'].some(has)
  return quiet ? (loud ? ['explicit', 'leakage'] : ['leakage']) : ['explicit']
}

export const isQuiet = (factors: readonly ThreatFactor[]): boolean => !listsOf(factors).includes('explicit')

/** The row of `export threats`. */
export function rowOf(standing: ThreatStanding): Threat {
  const factors = currentFactors(standing.codings)
  const { grade, state } = gradingOf(standing)
  return {
    id: standing.id,
    openedAt: standing.openedAt,
    grade,
    veracity: standing.veracity,
    factors,
    accounts: [...standing.accounts],
    posts: postIds(standing),
    status: standing.status,
    grading: state,
    lists: listsOf(factors),
    protected: standing.targets.length > 0,
    mergedInto: standing.mergedInto,
  }
}

/**
 * Winds the clock after anything changed (C1 to C4): it begins when the grade first calls for one, begins anew when the grade rises, and ends with
 * the case. In place.
 */
export function wind(standing: ThreatStanding, at: string, tables: ThreatTables): void {
  const { grade } = gradingOf(standing)
  const clock = tables.clocks[grade]
  if (clock === undefined || standing.status !== 'open') standing.clock = null
  else if (standing.clock === null || isGraver(grade, standing.clock.grade))
    standing.clock = { grade, since: at, seen: null }
  else standing.clock.grade = grade
}

/** A new post in a case that nobody has looked at for a while calls for a look again. In place. */
export function windAgain(standing: ThreatStanding, at: string, tables: ThreatTables): void {
  const { clock } = standing
  if (clock?.seen == null || !isHigh(clock.grade)) return
  const restMs = tables.clocks[clock.grade]?.humanMs ?? 0
  if (Date.parse(at) - Date.parse(clock.seen.at) > restMs)
    standing.clock = { grade: clock.grade, since: at, seen: null }
}
