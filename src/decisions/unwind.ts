import { type LineageIndex, reviewLink } from '../lineage/lineage.ts'
import type { ActionKind } from '../model/decision.ts'
import type { DecisionRecord, Undone } from '../model/desk.ts'
import type { Event } from '../model/event.ts'
import type { AccountFacts, BrakeFacts } from '../model/facts.ts'
import type { Link } from '../model/link.ts'
import type { PopulationState } from '../model/population.ts'
import { releaseBrake } from './brake.ts'
import { IN_HOUSE } from './propose.ts'

/*
 * Taking a decision back whole. One function says what it reached and undoes it, so that what is shown is what is done.
 * (docs/spec/appeals.md, U1 to U9)
 */

/** What a decision can have reached. All of it is changed in place. */
export interface Reach {
  account(id: string): AccountFacts | undefined
  brake(rule: string): BrakeFacts | undefined
  index: LineageIndex
  population: PopulationState | null
}

export interface Unwound {
  undone: Undone[]
  links: Link[]
  /** Whether something went to the platform that it must take back. */
  restore: boolean
}

const TOLD_ONLY: ReadonlySet<ActionKind> = new Set<ActionKind>(['restore', 'notify'])

/** What of a decision is with the platform. */
export const outside = ({ actions }: Pick<DecisionRecord, 'actions'>): ActionKind[] =>
  actions.filter((action) => !IN_HOUSE.has(action) && !TOLD_ONLY.has(action))

export function unwind(record: DecisionRecord, reach: Reach, event: Event): Unwound {
  const account = reach.account(record.account)
  const link = withdrawLink(record, reach, event)
  return {
    undone: [
      ...visibility(record),
      ...strikes(record, account),
      ...carried(record, account, reach),
      ...label(record, account),
      ...link.undone,
      ...brakes(record, reach),
    ],
    links: link.links,
    restore: outside(record).length > 0,
  }
}

function visibility(record: DecisionRecord): Undone[] {
  return outside(record).map((action) => ({
    what: 'visibility',
    of: record.subject.id,
    says: `${action} of ${record.subject.kind} ${record.subject.id} is taken back at the platform`,
  }))
}

function strikes(record: DecisionRecord, account: AccountFacts | undefined): Undone[] {
  const count = dropStrikes(account, record.id)
  return count === 0 ? [] : [{ what: 'strikes', of: record.account, says: `${strikesOf(count)} taken off` }]
}

/** What was carried over a confirmed link to whoever came back. */
function carried(record: DecisionRecord, account: AccountFacts | undefined, reach: Reach): Undone[] {
  return (account?.carriedTo ?? []).flatMap((id): Undone[] => {
    const count = dropStrikes(reach.account(id), record.id)
    return count === 0
      ? []
      : [{ what: 'carried-strikes', of: id, says: `${strikesOf(count)} that it had carried over taken off` }]
  })
}

const strikesOf = (count: number): string => (count === 1 ? '1 strike' : `${count} strikes`)

function dropStrikes(account: AccountFacts | undefined, decision: string): number {
  if (account === undefined) return 0
  let count = 0
  account.strikes = account.strikes.filter((strike) => {
    if (strike.decision !== decision) return true
    count += strike.count
    return false
  })
  return count
}

function label(record: DecisionRecord, account: AccountFacts | undefined): Undone[] {
  const before = account?.labels.length ?? 0
  if (account !== undefined) account.labels = account.labels.filter(({ decision }) => decision !== record.id)
  return (account?.labels.length ?? 0) === before
    ? []
    : [{ what: 'label', of: record.account, says: `label ${record.label} taken off` }]
}

/** As if it had not been confirmed: R2 of docs/spec/lineage.md. */
function withdrawLink(
  record: DecisionRecord,
  { account, index, population }: Reach,
  event: Event,
): { undone: Undone[]; links: Link[] } {
  const facts = account(record.account)
  if (record.link === null || facts === undefined) return { undone: [], links: [] }
  const closed = account(record.link)
  const standing = facts.lineage?.confirmed && facts.lineage.closedAccount === record.link
  if (!standing) {
    // Taken back meanwhile, with the closure it rested on: nothing of it is left to be found.
    if (closed !== undefined) rememberCarried(closed, facts)
    return { undone: [], links: [] }
  }
  // What was proposed beside it goes on from where it stood: weighed again it would be worth what today's crowd makes it.
  const beside = facts.lineageBeside ?? null
  const links = reviewLink({
    index,
    population,
    facts,
    closed,
    event: {
      id: event.id,
      type: 'link.reviewed',
      at: event.at,
      account: record.account,
      link: { closedAccount: record.link, finding: 'withdrawn', by: '', why: '' },
    },
  })
  facts.lineage = beside
  if (facts.status === 'closed') index.add(facts)
  if (closed !== undefined) rememberCarried(closed, facts)
  return {
    undone: [
      {
        what: 'link',
        of: record.account,
        says: `link to ${record.link} no longer confirmed, and what it carried over taken back`,
      },
    ],
    links,
  }
}

const CARRIED_TO_MAX = 256

/** Keeps, with the closed account, to whom its strikes were carried: who takes one of them back must find them. In place. */
export function rememberCarried(closed: AccountFacts, facts: AccountFacts): void {
  const others = (closed.carriedTo ?? []).filter((id) => id !== facts.id)
  const carries = facts.strikes.some(({ carriedFrom }) => carriedFrom === closed.id)
  const left = carries ? [...others, facts.id].slice(-CARRIED_TO_MAX) : others
  if (left.length > 0) closed.carriedTo = left
  else delete closed.carriedTo
}

function brakes(record: DecisionRecord, reach: Reach): Undone[] {
  return record.braked.flatMap((rule): Undone[] => {
    const brake = reach.brake(rule)
    if (brake === undefined) return []
    releaseBrake(brake, record.at, 1)
    return [{ what: 'brake', of: rule, says: `one restriction given back to the hour of rule ${rule}` }]
  })
}
