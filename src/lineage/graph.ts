import type { AccountFacts } from '../model/facts.ts'
import type { Millis } from '../model/ids.ts'
import type { Link } from '../model/link.ts'

/** One account of a lineage, as far as it is known. */
export interface LineageNode {
  account: string
  handle: string | null
  status: AccountFacts['status'] | 'unknown'
  createdAt: Millis | null
  closedAt: Millis | null
  closedFor: string | null
  generation: number
}

/** Who came back as whom: `account` is the later one. */
export type LineageEdge = Pick<
  Link,
  'account' | 'closedAccount' | 'tier' | 'bits' | 'at' | 'status' | 'waterfall'
> & {
  /** The strongest standing link of its account: the chain goes this way. */
  standing: boolean
}

export interface LineageGraph {
  account: string
  nodes: LineageNode[]
  edges: LineageEdge[]
  /** True when more belongs to it than is shown. */
  cut: boolean
}

export const NODES_MAX = 200

/**
 * The accounts that standing links tie to one: its forebears, what else came of them, and so on, at most 200; with the other
 * links told of each. `factsOf` gives what is known of an account. Accounts nearest to the one asked for come first.
 */
export function lineageGraph(
  account: string,
  links: readonly Link[],
  factsOf: (account: string) => AccountFacts | undefined,
): LineageGraph {
  const byAccount = grouped(links, ({ account }) => account)
  const byClosed = grouped(links, ({ closedAccount }) => closedAccount)
  const seen = new Set([account])
  const edges: LineageEdge[] = []
  let cut = false
  for (const here of seen) {
    for (const link of byAccount.get(here) ?? [])
      edges.push({ ...link, standing: isStanding(link, factsOf(link.account)) })
    const near = [...(byAccount.get(here) ?? []), ...(byClosed.get(here) ?? [])]
    for (const link of near) {
      if (!isStanding(link, factsOf(link.account))) continue
      for (const next of [link.account, link.closedAccount])
        if (seen.size < NODES_MAX) seen.add(next)
        else cut ||= !seen.has(next)
    }
  }
  // Links that were told and do not stand are shown with their other end, which belongs to no one here.
  const shown = new Set([...seen, ...edges.map(({ closedAccount }) => closedAccount)])
  return { account, nodes: [...shown].map((id) => nodeOf(id, factsOf(id))), edges, cut }
}

const isStanding = ({ closedAccount, status }: Link, facts: AccountFacts | undefined): boolean =>
  status !== 'rejected' && facts?.lineage?.closedAccount === closedAccount

function nodeOf(account: string, facts: AccountFacts | undefined): LineageNode {
  return {
    account,
    handle: facts?.profile?.handle ?? null,
    status: facts?.status ?? 'unknown',
    createdAt: facts?.createdAt ?? null,
    closedAt: facts?.closedAt ?? null,
    closedFor: facts?.closedFor ?? null,
    generation: facts?.lineage?.generation ?? 0,
  }
}

function grouped(links: readonly Link[], keyOf: (link: Link) => string): Map<string, Link[]> {
  const groups = new Map<string, Link[]>()
  for (const link of links) {
    const group = groups.get(keyOf(link))
    if (group === undefined) groups.set(keyOf(link), [link])
    else group.push(link)
  }
  return groups
}

/** Where links and accounts can be read: a store, or a part of one. */
export interface LineageSource {
  eachLink(): AsyncIterable<Link>
  account(id: string): Promise<{ account?: AccountFacts } | undefined>
}

/** The lineage of an account as it is stored, or undefined for an account of which nothing is known. Reads every link once. */
export async function readLineage(source: LineageSource, account: string): Promise<LineageGraph | undefined> {
  if ((await source.account(account))?.account === undefined) return undefined
  const links: Link[] = []
  for await (const link of source.eachLink()) links.push(link)
  const facts = new Map<string, AccountFacts>()
  for (const id of connected(account, links)) {
    const known = (await source.account(id))?.account
    if (known !== undefined) facts.set(id, known)
  }
  return lineageGraph(account, links, (id) => facts.get(id))
}

/** Whom links tie to an account at all, standing or not, at most some hundreds. */
function connected(account: string, links: readonly Link[]): Set<string> {
  const byEither = new Map<string, Set<string>>()
  for (const { account: one, closedAccount: other } of links)
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      byEither.set(from, (byEither.get(from) ?? new Set()).add(to))
  const found = new Set([account])
  for (const here of found)
    for (const next of byEither.get(here) ?? []) if (found.size < 2 * NODES_MAX) found.add(next)
  return found
}
