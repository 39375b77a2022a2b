import type { createReturns, Standing } from '../../sim/returns.ts'
import { applyEvent, newAccountFacts } from '../../src/facts/facts.ts'
import { createDoor } from '../../src/intake/door.ts'
import {
  createLineageIndex,
  followLineage,
  isCounted,
  linkAccount,
  newPopulation,
  rememberForLineage,
  takeCensus,
} from '../../src/lineage/lineage.ts'
import type { Event } from '../../src/model/event.ts'
import { timeOf } from '../../src/model/event.ts'
import type { AccountFacts } from '../../src/model/facts.ts'
import { DAY_MS, type Millis } from '../../src/model/ids.ts'
import { LINK_TIERS, type Link, type LinkTier } from '../../src/model/link.ts'

/** What was told of one account: every link, and when. */
export interface Told {
  standing: Standing
  style: string
  generation: number
  /** Accounts that the same actor ran before. */
  own: Set<string>
  signedUpAt: Millis
  firstPostAt: Millis
  links: { at: Millis; links: Link[] }[]
}

/** Runs the platform's events through facts and index, as the line does, and notes what is told of whom. */
export function watch({ events, citizens }: ReturnType<typeof createReturns>): Told[] {
  const door = createDoor({ key: Buffer.from('a key for measuring, 32 bytes ...') })
  const index = createLineageIndex()
  const population = newPopulation()
  const facts = new Map<string, AccountFacts>()
  const told = new Map<string, Told>()
  const runs = new Map<string, string[]>()
  for (const { account, standing, of } of citizens.values())
    if (standing === 'return') runs.set(of!, [...(runs.get(of!) ?? []), account])
  for (const raw of events) {
    const admitted = door.admit(raw)
    if (!admitted.ok) throw new Error(`the platform's own event was refused: ${JSON.stringify(admitted)}`)
    const { event } = admitted
    const at = timeOf(event)
    let known = facts.get(event.account)
    if (known === undefined) facts.set(event.account, (known = newAccountFacts(event.account, at)))
    if (isCounted(event)) takeCensus(population, known, event)
    const before = known.profile
    applyEvent(known, event, at, languageOf(event))
    rememberForLineage(known, event, before)
    followLineage(index, known, event)
    const links = linkAccount(index, population, known, event, at)
    note(told, event, at, links)
  }
  for (const [account, one] of told) {
    const { standing, style, of, generation } = citizens.get(account)!
    Object.assign(one, {
      standing,
      style: style ?? '',
      generation: generation ?? 0,
      own: new Set(of === undefined ? [] : [of, ...(runs.get(of) ?? [])]),
    })
  }
  return [...told.values()]
}

const languageOf = (event: Event): string | null =>
  event.type === 'post.created' ? event.post.language : null

function note(told: Map<string, Told>, event: Event, at: Millis, links: Link[]): void {
  let one = told.get(event.account)
  if (one === undefined) {
    one = {
      standing: 'ordinary',
      style: '',
      generation: 0,
      own: new Set(),
      signedUpAt: at,
      firstPostAt: Number.POSITIVE_INFINITY,
      links: [],
    }
    told.set(event.account, one)
  }
  // A return on an aged account begins when the account is made over, not when it was made.
  if (event.type === 'account.updated') [one.signedUpAt, one.firstPostAt] = [at, Number.POSITIVE_INFINITY]
  if (event.type === 'post.created' && at < one.firstPostAt) one.firstPostAt = at
  if (links.length > 0) one.links.push({ at, links })
}

export const atLeast = (tier: LinkTier, wanted: LinkTier) =>
  LINK_TIERS.indexOf(tier) >= LINK_TIERS.indexOf(wanted)

/** The strongest tier told by a time, of links to the actor's own accounts. */
export function foundBy({ links, own }: Told, until: Millis, tier: LinkTier): boolean {
  return links.some(
    ({ at, links }) =>
      at < until && links.some((link) => own.has(link.closedAccount) && atLeast(link.tier, tier)),
  )
}

export function bestTier({ links }: Told): LinkTier | null {
  let best: LinkTier | null = null
  for (const { links: told } of links)
    for (const { tier } of told) if (best === null || atLeast(tier, best)) best = tier
  return best
}

/** Place of the first account of the same actor in the last list told within a day; 0 where there is none. */
export function rankOf(one: Told): number {
  const last = one.links.filter(({ at }) => at < one.signedUpAt + DAY_MS).at(-1)
  return last === undefined ? 0 : last.links.findIndex(({ closedAccount }) => one.own.has(closedAccount)) + 1
}
