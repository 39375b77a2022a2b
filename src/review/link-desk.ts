import type { Bus } from '../bus/bus.ts'
import type { Clock } from '../lib/clock.ts'
import { sha256 } from '../lib/hash.ts'
import type { LinkFinding, LinkReviewed } from '../model/event.ts'
import type { Link, LinkTier } from '../model/link.ts'
import type { Store } from '../store/store.ts'

interface Parts {
  store: Pick<Store, 'eachLink' | 'account'>
  bus: Pick<Bus, 'publish'>
  clock: Clock
}

/** What a person found about a pair. `by` and `why` stay on the ledger. */
export interface LinkOrder {
  account: string
  closedAccount: string
  finding: LinkFinding
  by: string
  why: string
}

export interface LinksQuery {
  /** Links of this account, to whichever closed one. */
  account?: string
  closedAccount?: string
  tier?: LinkTier
  status?: Link['status']
  /** Told before this row, which the answer before ended with. */
  before?: string
  limit: number
}

export type LinkOutcome =
  | { ok: true; event: string; link: Link | null }
  | { ok: false; known: boolean; reason: string; hint: string }

/** Where people look at links and say what they found. It reads what is stored and puts events on the bus; nothing is done here. */
export interface LinkDesk {
  /** Told last first, at most `limit`; every stored link is read once. */
  list(query: LinksQuery): Promise<Link[]>
  review(order: LinkOrder): Promise<LinkOutcome>
}

export function createLinkDesk({ store, bus, clock }: Parts): LinkDesk {
  const linkOf = async (account: string, closedAccount: string): Promise<Link | null> => {
    for await (const link of store.eachLink())
      if (link.account === account && link.closedAccount === closedAccount) return link
    return null
  }
  return {
    async list({ before, limit, ...wanted }) {
      const rows: Link[] = []
      for await (const link of store.eachLink()) {
        if (!isWanted(link, wanted)) continue
        rows.push(link)
        if (before === undefined && rows.length >= 2 * limit) keepNewest(rows, limit)
      }
      rows.sort(newestFirst)
      const from = before === undefined ? 0 : rows.findIndex(({ id }) => id === before) + 1
      return rows.slice(from, from + limit)
    },
    async review(order) {
      const fault = await faultIn(order, store)
      if (fault !== null) return fault
      const event = findingEvent(order, clock.now())
      const [admission] = await bus.publish([event])
      if (admission?.status !== 'accepted')
        return refused(true, `the finding was not taken: ${JSON.stringify(admission)}`, 'Send it again.')
      return { ok: true, event: event.id, link: await linkOf(order.account, order.closedAccount) }
    },
  }
}

const isWanted = (link: Link, { account, closedAccount, tier, status }: Omit<LinksQuery, 'limit'>): boolean =>
  (account === undefined || link.account === account) &&
  (closedAccount === undefined || link.closedAccount === closedAccount) &&
  (tier === undefined || link.tier === tier) &&
  (status === undefined || link.status === status)

function newestFirst(one: Link, other: Link): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1
  return one.id < other.id ? -1 : 1
}

function keepNewest(rows: Link[], limit: number): void {
  rows.sort(newestFirst)
  rows.length = Math.min(rows.length, limit)
}

const refused = (known: boolean, reason: string, hint: string): LinkOutcome & { ok: false } => ({
  ok: false,
  known,
  reason,
  hint,
})

/** A link ties an account to a closed one: where that is not so, a finding would be taken and change nothing. */
async function faultIn(
  { account, closedAccount }: LinkOrder,
  store: Parts['store'],
): Promise<(LinkOutcome & { ok: false }) | null> {
  const ids = 'Ids are those of the platform’s own events.'
  if (account === closedAccount)
    return refused(true, 'an account is not linked to itself', 'Name the closed account.')
  const [here, there] = [await store.account(account), await store.account(closedAccount)]
  if (here?.account === undefined) return refused(false, `nothing is known of an account ${account}`, ids)
  if (there?.account === undefined)
    return refused(false, `${closedAccount} is not a closed account: nothing is known of it`, ids)
  if (there.account.status !== 'closed')
    return refused(
      true,
      `${closedAccount} is not a closed account`,
      'A link to an account that is open again no longer stands.',
    )
  return null
}

function findingEvent({ account, closedAccount, finding, by, why }: LinkOrder, now: number): LinkReviewed {
  const at = new Date(now).toISOString()
  const id = `review-${sha256(JSON.stringify([account, closedAccount, finding, by, at])).slice(0, 24)}`
  return { id, type: 'link.reviewed', at, account, link: { closedAccount, finding, by, why } }
}
