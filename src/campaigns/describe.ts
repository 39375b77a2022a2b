import type { Millis } from '../model/ids.ts'
import type { Act } from './acts.ts'
import { adviceOn, isOwnTag, type TagUse, tagUse } from './advice.ts'
import { CARRIERS_OF_TRACE_MAX, MEMBERS_MAX, TRACES_OF_CAMPAIGN_MAX } from './bounds.ts'
import { type Activity, burstOf } from './burst.ts'
import type { Background } from './chance.ts'
import { profileOf } from './profile.ts'
import { postsIn, timelineOf } from './timeline.ts'
import { campaignId, type Register, type Told } from './told.ts'
import type { Trace, TraceBook } from './trace-book.ts'
import { isOneText } from './traces.ts'
import type { Group, Kinship } from './weigh.ts'

/*
 * From groups to campaigns: which campaign a group belongs to, whether there is something new to tell, and what is then told.
 */

interface Known {
  register: Register
  book: TraceBook
  background: Background
  stream: Activity
}

export type Due = 'now' | 'later' | 'never'

/** A campaign is told again when it has grown by so much, or after a while if it has grown at all. */
const GROWTH_MIN = 1.25
const SETTLE_MS = 10 * 60_000
/** Without a post for so long it is over. */
const QUIET_MS = 6 * 3_600_000
/** Of a group's accounts, so many must be members for it to be the same campaign; of another campaign's members, so many must be in the group for the two to be one. */
const SAME_SHARE_MIN = 0.3
const ONE_SHARE_MIN = 0.5
const KIN_SHARE_MIN = 0.8
const TAGS_MAX = 16
const URLS_MAX = 16
const CARRIED_SHARE_MIN = 0.15

export function createTelling({ register, book, background, stream }: Known) {
  /** Whether there is something to tell of a group: at once, in a while if nothing more comes, or not at all. */
  function due(group: Group, now: Millis, kin?: Told): Due {
    const known = kin ?? campaignOf(group)
    if (known === undefined) return 'now'
    return register.isAhead(known.id) ? 'never' : isNews(known, group, now)
  }

  /** Tells of a group: a new campaign, or one that has grown or stirs again. */
  function tell(group: Group, now: Millis, kin?: Told): Told[] {
    const known = kin ?? campaignOf(group)
    const taken = known === undefined ? [] : takenInBy(known, group)
    const told = describe(group, known, taken, now)
    register.put(told)
    const ended = taken.map((other) => end(other, now, told.id))
    return [...ended, told]
  }

  /** Campaigns that have been quiet are over. They stay known: what stirs again is the same campaign. */
  function rest(now: Millis): Told[] {
    return [...register.all]
      .filter(
        ({ id, status, lastSeen }) =>
          status !== 'over' && status !== 'dismissed' && lastSeen <= now - QUIET_MS && !register.isAhead(id),
      )
      .filter((told) => lastActOf(told) <= now - QUIET_MS)
      .map((told) => end(told, now))
  }

  /** A campaign goes on between two tellings: its latest post is in the book. */
  function lastActOf({ lastSeen, members, evidence }: Told): Millis {
    let last = lastSeen
    for (const { key } of evidence.traces)
      for (const [account, acts] of book.page(key)?.carriers ?? [])
        if (members.has(account)) last = Math.max(last, acts.at(-1)!.at)
    return last
  }

  function end(told: Told, now: Millis, mergedInto?: string): Told {
    const ended: Told = {
      ...told,
      status: 'over',
      toldAt: after(told, now),
      advice: [],
      bursts: told.bursts.map((burst) => ({ ...burst, burst: 0 })),
      evidence: mergedInto === undefined ? told.evidence : { ...told.evidence, mergedInto, traces: [] },
    }
    register.put(ended)
    return ended
  }

  /** The campaign that a trace belongs to, or with whose address or tag most of its acts come. */
  function kinOf(page: Trace, acts: readonly Act[]): { told: Told; by: Kinship } | null {
    const own = register.ofTrace(page.key)
    if (own !== undefined) return { told: own, by: 'own' }
    if (page.kind !== 'text') return null
    for (const by of ['url', 'tag'] as const) {
      const told = carriedBy(acts, by === 'url' ? ({ urls }) => urls : ({ tags }) => tags)
      if (told !== undefined) return { told, by }
    }
    return null
  }

  function carriedBy(acts: readonly Act[], keysOf: (act: Act) => readonly number[]): Told | undefined {
    const counts = new Map<Told, number>()
    for (const act of acts) {
      let told: Told | undefined
      for (const key of keysOf(act)) told ??= register.ofTrace(key)
      if (told !== undefined) counts.set(told, (counts.get(told) ?? 0) + 1)
    }
    for (const [told, count] of counts) if (count >= KIN_SHARE_MIN * acts.length) return told
    return undefined
  }

  function campaignOf(group: Group): Told | undefined {
    for (const { key } of group.traces) {
      const told = register.ofTrace(key)
      if (told !== undefined) return told
    }
    let best: Told | undefined
    let most = Math.max(3, SAME_SHARE_MIN * group.accounts.length) - 1e-9
    for (const told of register.all) {
      if (told.evidence.mergedInto !== undefined) continue
      const common = overlap(group.accounts, told.members)
      // In a small place a large campaign has some of everybody: a third of a group is then no more than chance.
      const much = common >= ONE_SHARE_MIN * group.accounts.length
      if (common > most && (much || common >= SAME_SHARE_MIN * told.members.size)) {
        best = told
        most = common
      }
    }
    return best
  }

  const takenInBy = (known: Told, group: Group): Told[] =>
    [...register.all].filter(
      (other) =>
        other !== known &&
        other.status === 'suspected' &&
        !register.isAhead(other.id) &&
        overlap(group.accounts, other.members) >= ONE_SHARE_MIN * other.members.size,
    )

  function isNews(known: Told, group: Group, now: Millis): Due {
    if (known.status === 'dismissed') return 'never'
    if (known.status === 'over') return group.acts.some(({ at }) => at > known.lastSeen) ? 'now' : 'never'
    const joining = group.accounts.length - overlap(group.accounts, known.members)
    if (joining === 0) return 'never'
    const grown = known.members.size + joining >= GROWTH_MIN * known.members.size
    return grown || now >= known.toldAt + SETTLE_MS ? 'now' : 'later'
  }

  function describe(group: Group, known: Told | undefined, taken: readonly Told[], now: Millis): Told {
    const members = membersOf(group, known, taken)
    const traces = tracesOf(group, known, taken)
    const acts = actsOf(traces, group, members, now)
    const before = known?.evidence.timeline ?? null
    const timeline = timelineOf(acts, before, now)
    const degree = round2(Math.max(group.degree, known?.degree ?? 0))
    const use = tagsOf(acts, members, now)
    const firstAct = Math.min(...acts.map(({ at }) => at))
    const firstSeen = Math.min(firstAct, ...[known, ...taken].map((told) => told?.firstSeen ?? firstAct))
    const concerns = group.profile.concerns || (known?.evidence.profile.concerns ?? false)
    const lastSeen = Math.max(known?.lastSeen ?? firstAct, ...acts.map(({ at }) => at))
    const { pairs, expected, odds } = strongest(group, known)
    const signs = signsOf(group, known)
    return {
      id: known?.id ?? campaignId(group.traces[0]!.key, firstSeen),
      status: known === undefined || known.status === 'over' ? 'suspected' : known.status,
      degree,
      firstSeen,
      lastSeen,
      toldAt: after(known, now),
      hashtags: use.map(({ tag }) => tag),
      urls: urlsOf(traces, members, acts.length),
      members,
      posts: postsIn(timeline),
      advice: adviceOn(use, { concerns, degree, signs }),
      bursts: use.map(({ tag, page }) => ({
        tag,
        burst: burstOf(page.activity, stream, now),
        newAccounts: newShare(page),
      })),
      evidence: {
        detectedAt: known?.evidence.detectedAt ?? new Date(now).toISOString(),
        lastSeen: new Date(lastSeen).toISOString(),
        pairs,
        expected,
        odds,
        signs,
        profile: { ...profileOf(acts, background), concerns },
        languages: languagesOf(acts),
        deleted: acts.filter((act) => act.deleted).length,
        traces: [...new Set([...use.filter(isOwnTag).map(({ page }) => page), ...traces])]
          .slice(0, TRACES_OF_CAMPAIGN_MAX)
          .map(({ kind, key, label, carriers }) => ({ kind, key, label, accounts: carriers.size })),
        timeline,
      },
    }
  }

  /** The campaign's traces that are still in the book, the group's first. */
  function tracesOf(group: Group, known: Told | undefined, taken: readonly Told[]): Trace[] {
    const traces = new Set(group.traces)
    for (const told of [known, ...taken])
      for (const { key } of told?.evidence.traces ?? []) {
        const page = book.page(key)
        if (page !== undefined && page.kind !== 'tag') traces.add(page)
      }
    return [...traces].slice(0, TRACES_OF_CAMPAIGN_MAX)
  }

  /** What members posted under the campaign's traces in the last day. */
  function actsOf(
    traces: readonly Trace[],
    group: Group,
    members: ReadonlyMap<string, number>,
    now: Millis,
  ): Act[] {
    const acts = new Set(group.acts)
    for (const trace of traces)
      for (const act of book.actsOf(trace, now)) if (members.has(act.account) && !act.distant) acts.add(act)
    return [...acts]
  }

  function membersOf(group: Group, known: Told | undefined, taken: readonly Told[]): Map<string, number> {
    const degrees = new Map<string, number>(known?.members)
    for (const { members } of taken)
      for (const [account, degree] of members)
        degrees.set(account, Math.max(degree, degrees.get(account) ?? 0))
    const own = new Map<string, number>()
    for (const { account } of group.acts) own.set(account, (own.get(account) ?? 0) + 1)
    for (const account of group.accounts) {
      const share = Math.min(1, (own.get(account) ?? 1) / Math.max(1, background.postsOf(account)))
      const degree = round2(group.degree * (0.7 + 0.3 * share))
      degrees.set(account, Math.max(degree, degrees.get(account) ?? 0))
    }
    const sorted = [...degrees].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    return new Map(sorted.slice(0, MEMBERS_MAX))
  }

  /** The tags that the members' posts carry, most used first, with who else uses them. */
  function tagsOf(
    acts: readonly Act[],
    members: ReadonlyMap<string, number>,
    now: Millis,
  ): (TagUse & { page: Trace })[] {
    const counts = new Map<number, number>()
    for (const { tags } of acts) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
    const own = new Set(acts)
    const wordings = commonestTexts(acts)
    const belongs = (act: Act): boolean =>
      own.has(act) || (members.has(act.account) && wordings.some((wording) => isOneText(wording, act.sketch)))
    const found: (TagUse & { page: Trace })[] = []
    for (const [tag, count] of [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
      if (found.length === TAGS_MAX || count < 3 || count < CARRIED_SHARE_MIN * acts.length) break
      const page = book.page(tag)
      if (page !== undefined)
        found.push({ ...tagUse(page, book.actsOf(page, now), belongs, CARRIERS_OF_TRACE_MAX), page })
    }
    return found
  }

  function urlsOf(traces: readonly Trace[], members: ReadonlyMap<string, number>, posts: number): string[] {
    return traces
      .filter(
        ({ kind, carriers }) =>
          kind === 'url' && overlap(carriers.keys(), members) >= CARRIED_SHARE_MIN * posts,
      )
      .map(({ label }) => label)
      .slice(0, URLS_MAX)
  }

  function newShare({ carriers }: Trace): number {
    let fresh = 0
    for (const account of carriers.keys()) if (background.isNew(account)) fresh++
    return round2(fresh / Math.max(1, carriers.size))
  }

  return { due, tell, rest, kinOf }
}

/** No two tellings of one campaign are of one moment: the later one stands, and the log must know which it is. */
const after = (told: Told | undefined, now: Millis): Millis => Math.max(now, (told?.toldAt ?? 0) + 1)

/** Sketches of what the acts say, the commonest first. */
function commonestTexts(acts: readonly Act[]): number[] {
  const counts = new Map<number, number>()
  for (const { sketch } of acts) counts.set(sketch, (counts.get(sketch) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, WORDINGS_MAX)
    .map(([sketch]) => sketch)
}
const WORDINGS_MAX = 8

/** The evidence with the larger odds stands; a small group does not weaken a large one. */
function strongest(group: Group, known: Told | undefined): { pairs: number; expected: number; odds: number } {
  const { pairs, expected, odds } = group
  if (known !== undefined && known.evidence.pairs > pairs) return known.evidence
  return { pairs, expected: significant(expected), odds: significant(odds) }
}

function signsOf(group: Group, known: Told | undefined): Told['evidence']['signs'] {
  const names = new Set(group.signs.map(({ name }) => name))
  return [...group.signs, ...(known?.evidence.signs ?? []).filter(({ name }) => !names.has(name))]
}

function languagesOf(acts: readonly Act[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { language } of acts) if (language !== null) counts[language] = (counts[language] ?? 0) + 1
  return counts
}

function overlap(accounts: Iterable<string>, members: ReadonlyMap<string, number>): number {
  let common = 0
  for (const account of accounts) if (members.has(account)) common++
  return common
}

const round2 = (value: number): number => Math.round(value * 100) / 100
/** Three digits: so that the event says what a person can read, and no more. */
const significant = (value: number): number => Number(value.toPrecision(3))
