import { STRIKES_KEPT_MAX } from '../decisions/strikes.ts'
import type { LinkReviewed } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { Link } from '../model/link.ts'
import type { PopulationState } from '../model/population.ts'
import type { LineageIndex } from './lineage-index.ts'
import { lineageFrom } from './standing.ts'

/** Closed accounts that people found not to be an account's own; the oldest finding makes room. */
export const REJECTED_MAX = 128

export interface Reviewing {
  index: LineageIndex
  population: PopulationState | null
  /** The account that is linked. Changed in place. */
  facts: AccountFacts
  /** The account it is linked to, as far as it is known. */
  closed: AccountFacts | undefined
  event: LinkReviewed
}

/**
 * What a person found about a link. Returns the links as they stand after it; none where the finding has no ground: the other account is not
 * closed, or is the same. (docs/spec/lineage.md, R1 to R5)
 */
export function reviewLink(reviewing: Reviewing): Link[] {
  const { index, facts, closed, event } = reviewing
  if (closed === undefined || closed.id === facts.id) return []
  const link = index.examinePair(weighingOf(reviewing), closed.id)?.link
  if (link === undefined) return []
  switch (event.link.finding) {
    case 'confirmed':
      confirm(facts, closed, link)
      break
    case 'rejected':
      drop(facts, closed.id)
      facts.rejectedLinks = [...without(facts.rejectedLinks, closed.id), closed.id].slice(-REJECTED_MAX)
      break
    case 'withdrawn':
      drop(facts, closed.id)
      forgive(facts, closed.id)
      break
  }
  const status = event.link.finding === 'withdrawn' ? 'proposed' : event.link.finding
  const others = facts.lineage === null ? weighAgain(reviewing) : []
  if (facts.status === 'closed') index.add(facts)
  return [
    { ...link, at: event.at, status },
    ...others.filter(({ closedAccount }) => closedAccount !== closed.id),
  ]
}

/** As the account last was: a finding made a year later does not make it a year older. */
const weighingOf = ({ facts, population, event }: Reviewing) => ({
  facts,
  at: facts.lastSeenAt,
  trigger: event.type,
  population,
})

/** An account has one parent: confirming another takes back what the former one brought. */
function confirm(facts: AccountFacts, closed: AccountFacts, { tier, bits }: Link): void {
  const { lineage } = facts
  if (lineage?.confirmed && lineage.closedAccount !== closed.id) takeBack(facts)
  forgive(facts, closed.id)
  if (!facts.lineage?.confirmed) facts.lineageBeside = facts.lineage
  facts.lineage = {
    closedAccount: closed.id,
    tier,
    bits,
    closedFor: closed.closedFor,
    generation: (closed.lineage?.generation ?? 0) + 1,
    confirmed: true,
  }
  carryStrikes(facts, closed)
}

/** The closed account's own strikes count for its actor. What was carried to it is not carried on: it came by another link. */
function carryStrikes(facts: AccountFacts, closed: AccountFacts): void {
  const carried = closed.strikes
    .filter(({ carriedFrom, decision }) => carriedFrom === undefined && !hasStrike(facts, decision))
    .map((strike) => ({ ...strike, carriedFrom: closed.id }))
  const room = Math.max(0, STRIKES_KEPT_MAX - facts.strikes.length)
  if (room > 0) facts.strikes.push(...carried.slice(-room))
}

const hasStrike = ({ strikes }: AccountFacts, decision: string): boolean =>
  strikes.some((strike) => strike.decision === decision)

/** The link to this account no longer stands. */
function drop(facts: AccountFacts, closedAccount: string): void {
  if (facts.lineage?.closedAccount !== closedAccount) return
  if (facts.lineage.confirmed) takeBack(facts)
  if (facts.lineage?.closedAccount === closedAccount) facts.lineage = null
}

/** Undoes a confirmation: the strikes it carried go, and the account's link is again the one that was proposed. */
function takeBack(facts: AccountFacts): void {
  const from = facts.lineage?.closedAccount
  facts.strikes = facts.strikes.filter(({ carriedFrom }) => carriedFrom === undefined || carriedFrom !== from)
  facts.lineage = facts.lineageBeside ?? null
  delete facts.lineageBeside
}

function forgive(facts: AccountFacts, closedAccount: string): void {
  const left = without(facts.rejectedLinks, closedAccount)
  if (left.length > 0) facts.rejectedLinks = left
  else delete facts.rejectedLinks
}

const without = (list: readonly string[] | undefined, value: string): string[] =>
  (list ?? []).filter((one) => one !== value)

function weighAgain(reviewing: Reviewing): Link[] {
  const { index, facts } = reviewing
  if (facts.status !== 'open') return []
  const links = index.weigh(weighingOf(reviewing))
  facts.lineage = lineageFrom(index, links)
  return links
}

/**
 * A link rests on a closure. When the closed account is open again or gone, all that the link brought is taken back, at the linked account's next
 * event and before any rule sees it.
 */
export function settleLineage(index: LineageIndex, facts: AccountFacts): void {
  if (facts.lineageBeside && index.factsOf(facts.lineageBeside.closedAccount) === undefined)
    facts.lineageBeside = null
  if (facts.lineage === null || index.factsOf(facts.lineage.closedAccount) !== undefined) return
  if (facts.lineage.confirmed) takeBack(facts)
  else facts.lineage = null
  if (facts.status === 'closed') index.add(facts)
}
