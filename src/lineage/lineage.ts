import type { Event } from '../model/event.ts'
import { hasPost, hasProfile } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { Millis } from '../model/ids.ts'
import type { Link } from '../model/link.ts'
import type { PopulationState } from '../model/population.ts'
import { Candidates } from './candidates.ts'
import { ClosedAccounts, LINEAGE_MAX } from './closed.ts'
import { type Fingerprint, fingerprintOf } from './fingerprint.ts'
import { type Grounds, groundsBeside, groundsOf } from './grounds.ts'
import { kinOf } from './kin.ts'
import type { Examined, LineageIndex, Weighing } from './lineage-index.ts'
import { lineageFrom } from './standing.ts'
import { describePair, levelsOf, sumOf, waterfallOf, weighPair } from './weigh.ts'
import { SHIPPED, type Weights } from './weights.ts'

export { isCounted, takeCensus } from './census.ts'
export type { Examined, LineageIndex, Weighing } from './lineage-index.ts'
export { newPopulation } from './population.ts'
export { reviewLink, settleLineage } from './review.ts'
export { rememberForLineage } from './trail.ts'
export { parseWeights, SHIPPED, type Weights } from './weights.ts'

/** Links told of one account at one event, at most. */
export const LINKS_MAX = 5
/** Posts after which an account is weighed no more until it changes its profile. */
const FIRST_POSTS = 3
/** It is also weighed when it follows its third, sixth … account: a new name keeps old company. */
const COMPANIES: ReadonlySet<number> = new Set([3, 6, 10, 15])

export function createLineageIndex(weights: Weights = SHIPPED): LineageIndex {
  const closed = new ClosedAccounts()
  const candidates = new Candidates(closed)
  let inForce = weights
  const groundsFor = ({ population }: Weighing) => groundsOf(inForce, closed, population)
  /** `known` holds what was found in this weighing: the accounts of one actor, if they are all there, stand on the same grounds. */
  const besides = (grounds: Grounds, account: string, known?: Map<string, Grounds>): Grounds => {
    const found = known?.get(account)
    if (found !== undefined) return found
    const kin = kinOf(closed, account)
    if (kin === null) return grounds
    const here = groundsBeside(grounds, kin)
    if (kin.accounts.length < LINEAGE_MAX) for (const each of kin.accounts) known?.set(each, here)
    return here
  }
  const weighedOf = ({ facts, at, trigger }: Weighing) => ({ fingerprint: fingerprintOf(facts), at, trigger })

  const examined = (weighing: Weighing, right: Fingerprint): Examined => {
    const weighed = weighedOf(weighing)
    const grounds = besides(groundsFor(weighing), right.account)
    return {
      closedAccount: right.account,
      bits: sumOf(waterfallOf(weighed, right, grounds)),
      levels: levelsOf(weighed, right, grounds),
    }
  }

  return {
    get size() {
      return closed.size
    },
    get weights() {
      return inForce
    },
    set weights(next) {
      inForce = next
    },
    add: (facts) => closed.add(facts),
    remove: (account) => closed.remove(account),
    factsOf: (account) => closed.factsOf(account),
    weigh(weighing) {
      if (closed.size === 0) return []
      const weighed = weighedOf(weighing)
      const grounds = groundsFor(weighing)
      const links: Link[] = []
      const known = new Map<string, Grounds>()
      for (const slot of candidates.find(weighed.fingerprint)) {
        if (isRuledOut(weighing.facts, closed.accountAt(slot))) continue
        const other = closed.at(slot)
        const here = closed.isAlone(slot) ? grounds : besides(grounds, other.account, known)
        const link = weighPair(weighed, other, here)
        if (link !== null) links.push(link)
      }
      return links.sort(strongestFirst).slice(0, LINKS_MAX)
    },
    examine(weighing) {
      const { facts } = weighing
      return candidates
        .find(fingerprintOf(facts))
        .filter((slot) => !isRuledOut(facts, closed.accountAt(slot)))
        .map((slot) => closed.at(slot))
        .map((right) => examined(weighing, right))
    },
    examinePair(weighing, closedAccount) {
      const right = closed.find(closedAccount)
      if (right === undefined) return undefined
      const grounds = besides(groundsFor(weighing), closedAccount)
      const link = describePair(weighedOf(weighing), right, grounds)
      return { ...examined(weighing, right), link }
    },
  }
}

/** Nobody is linked to themselves, nor to an account that a person found to be another's. */
const isRuledOut = ({ id, rejectedLinks }: AccountFacts, closedAccount: string): boolean =>
  closedAccount === id || rejectedLinks?.includes(closedAccount) === true

function strongestFirst(one: Link, other: Link): number {
  if (one.bits !== other.bits) return other.bits - one.bits
  return one.closedAccount < other.closedAccount ? -1 : 1
}

/** True for the events at which an account is weighed: sign-up, profile change, its first posts, and some of those it follows. */
function weighsOn(event: Event, facts: AccountFacts): boolean {
  if (hasProfile(event)) return true
  if (event.type === 'post.created') return facts.posts <= FIRST_POSTS
  return event.type === 'follow.created' && COMPANIES.has(facts.trail?.company.length ?? 0)
}

/**
 * Weighs an open account where the event calls for it, and remembers its strongest link in `facts.lineage`. Returns the links
 * told, strongest first. Call after the facts and the index took the event.
 */
export function linkAccount(
  index: LineageIndex,
  population: PopulationState | null,
  facts: AccountFacts,
  event: Event,
  at: Millis,
): Link[] {
  if (facts.status !== 'open' || event.account !== facts.id || !weighsOn(event, facts)) return []
  const links = index.weigh({ facts, at, trigger: event.type, population })
  if (links.length === 0) return []
  const proposed = lineageFrom(index, links)
  const { lineage } = facts
  if (!lineage?.confirmed) {
    facts.lineage = proposed
    return links
  }
  facts.lineageBeside = proposed
  return links.map((link) =>
    link.closedAccount === lineage.closedAccount ? { ...link, status: 'confirmed' } : link,
  )
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
