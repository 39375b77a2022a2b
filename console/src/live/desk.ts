import type { Campaign, Decision, LineStatus, Link, OutboxRow, StreamMessage } from '../api/types.ts'

/* What lies on the desk: the pure part of the live screen. Every list has a bound; the newest come first. */

export const DECISIONS_MAX = 1_000
const LINKS_MAX = 100
const CAMPAIGNS_MAX = 60
const ACTIONS_MAX = 120
/** Five minutes, one tick a second. */
export const TICKS_MAX = 300

export interface Desk {
  line: LineStatus | null
  /** Events per second, oldest first. A gap of the connection is a null. */
  ticks: (number | null)[]
  decisions: Decision[]
  /** Decisions that came faster than the stream tells them. */
  skipped: number
  links: Link[]
  campaigns: Campaign[]
  /** Actions whose outcome is known. */
  actions: OutboxRow[]
  /** The last change of policies: null when nothing changed since the page opened. */
  pack: { hash: string; ok: boolean; problems: string } | null
}

export const emptyDesk: Desk = {
  line: null,
  ticks: [],
  decisions: [],
  skipped: 0,
  links: [],
  campaigns: [],
  actions: [],
  pack: null,
}

/** Lays messages on the desk, in the order in which they came. */
export function lay(desk: Desk, messages: readonly StreamMessage[]): Desk {
  const next = { ...desk }
  const decisions: Decision[] = []
  for (const message of messages)
    switch (message.kind) {
      case 'tick':
        next.line = message.status
        next.ticks = [...next.ticks, message.status.eventsPerSecond].slice(-TICKS_MAX)
        break
      case 'decision':
        decisions.unshift(message.decision)
        break
      case 'skipped':
        if (message.of === 'decision') next.skipped += message.count
        break
      case 'link':
        next.links = withNewest(next.links, message.link, LINKS_MAX)
        break
      case 'campaign':
        next.campaigns = withNewest(next.campaigns, message.campaign, CAMPAIGNS_MAX)
        break
      case 'enforced':
        next.actions = withAction(next.actions, message.row)
        break
      case 'pack':
        next.pack = { hash: message.hash, ok: message.ok, problems: message.problems ?? '' }
    }
  if (decisions.length > 0) next.decisions = merged(decisions, desk.decisions).slice(0, DECISIONS_MAX)
  return next
}

/** Adds what was fetched below what the stream brought. */
export const withOlder = (desk: Desk, older: readonly Decision[]): Desk => ({
  ...desk,
  decisions: merged(desk.decisions, older).slice(0, DECISIONS_MAX),
})

/** Starts the list of decisions anew from what was fetched, keeping what the stream brought since. */
export const withFetched = (desk: Desk, fetched: readonly Decision[], since: readonly Decision[]): Desk => ({
  ...desk,
  skipped: 0,
  decisions: merged(since, fetched).slice(0, DECISIONS_MAX),
})

export const withActions = (desk: Desk, rows: readonly OutboxRow[]): Desk => ({
  ...desk,
  actions: rows.toReversed().reduce(withAction, desk.actions),
})

/** The connection broke: the chart shows a hole, not a line through it. */
export const withGap = (desk: Desk): Desk =>
  desk.ticks.at(-1) == null ? desk : { ...desk, ticks: [...desk.ticks, null].slice(-TICKS_MAX) }

function merged(first: readonly Decision[], second: readonly Decision[]): Decision[] {
  const known = new Map<string, Decision>()
  for (const decision of [...first, ...second]) if (!known.has(decision.id)) known.set(decision.id, decision)
  return [...known.values()]
}

function withNewest<T extends { id: string }>(list: readonly T[], item: T, max: number): T[] {
  return [item, ...list.filter(({ id }) => id !== item.id)].slice(0, max)
}

function withAction(rows: readonly OutboxRow[], row: OutboxRow): OutboxRow[] {
  return [row, ...rows.filter(({ entry }) => entry.id !== row.entry.id)].slice(0, ACTIONS_MAX)
}
