import type { Event } from '../model/event.ts'
import { hasPost, hasProfile } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { Millis } from '../model/ids.ts'
import type { Link } from '../model/link.ts'
import { Candidates } from './candidates.ts'
import { ClosedAccounts, type ClosedFacts } from './closed.ts'
import { fingerprintOf } from './fingerprint.ts'
import { bitsOf, waterfallOf, weighPair } from './weigh.ts'

export { rememberForLineage } from './trail.ts'

/** Links told of one account at one event, at most. */
export const LINKS_MAX = 5
/** Posts after which an account is weighed no more until it changes its profile. */
const FIRST_POSTS = 3

/**
 * The closed accounts, and who has come back as whom. Held in memory, rebuilt from the store on start; two indexes over the same
 * accounts answer alike, in whatever order they were filled (docs/spec/lineage.md).
 */
export interface LineageIndex {
  readonly size: number
  /** Takes a closed account in, or takes it in again as it is now. */
  add(facts: AccountFacts): void
  /** Forgets an account that is open again or deleted. */
  remove(account: string): void
  /** What is known of a closed account besides its match. */
  factsOf(account: string): ClosedFacts | undefined
  /**
   * Links to closed accounts, strongest first, at most 5, never to itself. Reads at most 768 entries of the inverted index and weighs at
   * most 32 accounts, however many are closed (`candidates.ts`). `trigger` is the event's type.
   */
  weigh(facts: AccountFacts, at: Millis, trigger: string): Link[]
  /** Bits of every candidate, linked or not: for measuring and learning. */
  scores(facts: AccountFacts, at: Millis): { closedAccount: string; bits: number }[]
}

export function createLineageIndex(): LineageIndex {
  const closed = new ClosedAccounts()
  const candidates = new Candidates(closed)
  return {
    get size() {
      return closed.size
    },
    add: (facts) => closed.add(facts),
    remove: (account) => closed.remove(account),
    factsOf: (account) => closed.find(account)?.facts,
    weigh(facts, at, trigger) {
      if (closed.size === 0) return []
      const weighed = { fingerprint: fingerprintOf(facts), at, trigger }
      const links: Link[] = []
      for (const slot of candidates.find(weighed.fingerprint)) {
        const other = closed.at(slot).fingerprint
        const link = other.account === facts.id ? null : weighPair(weighed, other, closed)
        if (link !== null) links.push(link)
      }
      return links.sort(strongestFirst).slice(0, LINKS_MAX)
    },
    scores(facts, at) {
      const weighed = { fingerprint: fingerprintOf(facts), at, trigger: '' }
      return candidates.find(weighed.fingerprint).map((slot) => {
        const { fingerprint } = closed.at(slot)
        const bits = bitsOf(waterfallOf(weighed, fingerprint, closed))
        return { closedAccount: fingerprint.account, bits }
      })
    },
  }
}

function strongestFirst(one: Link, other: Link): number {
  if (one.bits !== other.bits) return other.bits - one.bits
  return one.closedAccount < other.closedAccount ? -1 : 1
}

/** True for the events at which an account is weighed: sign-up, profile change, its first three posts. */
const weighsOn = (event: Event, facts: AccountFacts): boolean =>
  hasProfile(event) || (event.type === 'post.created' && facts.posts <= FIRST_POSTS)

/**
 * Weighs an open account where the event calls for it, and remembers its strongest link in `facts.lineage`. Returns the links
 * told, strongest first. Call after the facts and the index took the event.
 */
export function linkAccount(index: LineageIndex, facts: AccountFacts, event: Event, at: Millis): Link[] {
  if (facts.status !== 'open' || event.account !== facts.id || !weighsOn(event, facts)) return []
  const links = index.weigh(facts, at, event.type)
  const strongest = links[0]
  if (strongest === undefined) return []
  const closed = index.factsOf(strongest.closedAccount)
  facts.lineage = {
    closedAccount: strongest.closedAccount,
    tier: strongest.tier,
    bits: strongest.bits,
    closedFor: closed?.closedFor ?? null,
    generation: (closed?.lineage?.generation ?? 0) + 1,
  }
  return links
}

/**
 * Keeps the index in step with the log. Call after the facts took the event. A closed account that still changes (a late
 * profile, a session) is taken in again, so that an index rebuilt from the facts is the same.
 */
export function followLineage(index: LineageIndex, facts: AccountFacts, event: Event): void {
  if (event.type === 'account.reopened' || event.type === 'account.deleted') index.remove(facts.id)
  else if (facts.status === 'closed' && changesFingerprint(event)) index.add(facts)
}

const changesFingerprint = (event: Event): boolean =>
  hasProfile(event) ||
  hasPost(event) ||
  event.type === 'account.closed' ||
  event.type === 'session.seen' ||
  event.type === 'follow.created'
