import type { Act } from './acts.ts'
import { type Background, QUIET_POSTS_MAX } from './chance.ts'

/*
 * Fans and givers to charity say one thing in chorus, and mean it. What tells a script from a chorus is how it is said: again and again, spaced out by a timer, all at
 * once, deleted soon after, by accounts that do nothing else. Each sign is weighed by itself and named; no single weak one is enough.
 */

export interface Sign {
  name:
    | 'repeats'
    | 'deletes'
    | 'at-once'
    | 'by-timer'
    | 'nothing-else'
    | 'new-accounts'
    | 'same-circle'
    | 'one-voice'
  points: number
  /** For a person: what was seen, with its numbers. */
  says: string
}

const AT_ONCE_MS = 10 * 60_000
const AT_ONCE_ACCOUNTS_MIN = 15
const AT_ONCE_SHARE_MIN = 0.6
const TIMER_ACTS_MIN = 20
/** Gaps between posts that come by chance vary as much as their mean; a timer's vary less. */
const TIMER_VARIATION_MAX = 0.4
const REPEATS_MIN = 2
const REPEAT_WITHIN_MS = 3 * 60 * 60_000
const DELETED_MIN = 4
const DELETED_SHARE_MIN = 0.12
const TIMES_BACKGROUND_MIN = 4
const NOTHING_ELSE_SHARE_MIN = 0.7
const NEW_SHARE_MIN = 0.5

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** The signs that a group's posts under one trace show, strongest first. `acts` are of at least one account. */
export function signsOf(acts: readonly Act[], background: Background): Sign[] {
  const byAccount = new Map<string, number>()
  for (const { account } of acts) byAccount.set(account, (byAccount.get(account) ?? 0) + 1)
  const accounts = [...byAccount.keys()]
  const signs = [
    repeats(acts, accounts.length),
    deletes(acts, background),
    atOnce(acts, accounts.length),
    byTimer(acts),
    nothingElse(accounts, background),
    newAccounts(accounts, background),
  ]
  return signs.filter((sign) => sign !== null).sort((a, b) => b.points - a.points)
}

/** The same once more on another day is loyalty; the same again within hours is a script. */
function repeats(acts: readonly Act[], accounts: number): Sign | null {
  const lastAt = new Map<string, number>()
  let again = 0
  for (const { account, at } of [...acts].sort((a, b) => a.at - b.at)) {
    if (at - (lastAt.get(account) ?? Number.NEGATIVE_INFINITY) <= REPEAT_WITHIN_MS) again++
    lastAt.set(account, at)
  }
  const each = 1 + again / accounts
  if (each < REPEATS_MIN) return null
  return {
    name: 'repeats',
    points: 2,
    says: `each account posts it ${each.toFixed(1)} times, hours apart at most`,
  }
}

function deletes(acts: readonly Act[], background: Background): Sign | null {
  const deleted = acts.filter((act) => act.deleted).length
  const share = deleted / acts.length
  const usual = background.shares().deleted
  if (deleted < DELETED_MIN || share < DELETED_SHARE_MIN || share < TIMES_BACKGROUND_MIN * usual) return null
  const says = `${percent(share)} of the posts are deleted again, ${percent(usual)} are usual`
  return { name: 'deletes', points: share >= 2 * DELETED_SHARE_MIN ? 2 : 1, says }
}

function atOnce(acts: readonly Act[], accounts: number): Sign | null {
  const times = acts.map(({ at }) => at).sort((a, b) => a - b)
  let most = 0
  let from = 0
  for (let to = 0; to < times.length; to++) {
    while (times[to]! - times[from]! >= AT_ONCE_MS) from++
    most = Math.max(most, to - from + 1)
  }
  if (accounts < AT_ONCE_ACCOUNTS_MIN || most < AT_ONCE_SHARE_MIN * acts.length) return null
  return { name: 'at-once', points: 1, says: `${most} of ${acts.length} posts come within ten minutes` }
}

function byTimer(acts: readonly Act[]): Sign | null {
  if (acts.length < TIMER_ACTS_MIN) return null
  const times = acts.map(({ at }) => at).sort((a, b) => a - b)
  const gaps = times.slice(1).map((time, i) => time - times[i]!)
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  if (mean === 0) return null
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length
  const variation = Math.sqrt(variance) / mean
  if (variation > TIMER_VARIATION_MAX) return null
  const says = `posts come every ${Math.round(mean / 1_000)} seconds, more evenly than people post`
  return { name: 'by-timer', points: 2, says }
}

function nothingElse(accounts: readonly string[], background: Background): Sign | null {
  const share =
    accounts.filter((account) => background.postsOf(account) <= QUIET_POSTS_MAX).length / accounts.length
  const usual = background.shares().fromQuiet
  if (share < NOTHING_ELSE_SHARE_MIN || share < TIMES_BACKGROUND_MIN * usual) return null
  return {
    name: 'nothing-else',
    points: 1,
    says: `${percent(share)} of the accounts post hardly anything else`,
  }
}

function newAccounts(accounts: readonly string[], background: Background): Sign | null {
  const share = accounts.filter(background.isNew).length / accounts.length
  const usual = background.shares().fromNew
  if (share < NEW_SHARE_MIN || share < TIMES_BACKGROUND_MIN * usual) return null
  return {
    name: 'new-accounts',
    points: 1,
    says: `${percent(share)} of the accounts were made within the last day`,
  }
}
