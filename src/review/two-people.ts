import type { PeopleAction } from '../model/desk.ts'
import type { AccountFacts } from '../model/facts.ts'

/*
 * What one person alone may not do (invariant 7; docs/spec/review.md, T1 to T6).
 */

/** Whoever reaches so many is closed by two. */
export const FOLLOWERS_ALONE_MAX = 100_000
/** Subjects that one person alone acts on in bulk. */
export const BULK_ALONE_MAX = 50
/** A proposal that nobody answered by then lapses. */
export const PROPOSAL_LIFE_MS = 72 * 3_600_000

const PRESS: ReadonlySet<string> = new Set(['press', 'news', 'journalist', 'edsa', 'researcher'])

/** Why two people must agree to do this to the account, or null. */
export function needsSecond(
  actions: readonly PeopleAction[],
  facts: AccountFacts | undefined,
  at: number,
): string | null {
  if (!actions.includes('suspend') || facts === undefined) return null
  if (facts.profile?.verified === true) return 'the account is verified'
  if ((facts.profile?.followers ?? 0) >= FOLLOWERS_ALONE_MAX)
    return `the account reaches ${FOLLOWERS_ALONE_MAX.toLocaleString('en-US')} people or more`
  const press = facts.labels.find(({ name, until }) => PRESS.has(name) && (until === null || until > at))
  return press === undefined ? null : `the account is labelled ${press.name}`
}
