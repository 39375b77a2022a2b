import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256 } from '../lib/hash.ts'
import type { CampaignSuspected, Event, PostEvent } from '../model/event.ts'
import { timeOf } from '../model/event.ts'
import type { Millis } from '../model/ids.ts'
import type { Reading } from '../model/reading.ts'
import { type Act, isDistant, type Observed, policyOf, RecentPosts } from './acts.ts'
import { Activity, MEMORY_MS, NEW_BITS_MIN, newBits, slotOf, Voices } from './burst.ts'
import { Background } from './chance.ts'
import { circlesAround } from './circles.ts'
import { Meetings, metUnder, weighPair } from './co-action.ts'
import { createTelling } from './describe.ts'
import { EPOCH_MS, SPAN_MS } from './epochs.ts'
import { Repertoire } from './repertoire.ts'
import { StreamTime } from './stream-time.ts'
import { Register, rowOf, type Told, toldOf } from './told.ts'
import { type Trace, TraceBook } from './trace-book.ts'
import { hashText, type TraceKeys, type TraceKind, tracesOf } from './traces.ts'
import { weighChorus } from './weigh.ts'

/*
 * The watch over campaigns: many hands, one voice. It asks three questions and keeps the answers apart.
 *
 *   burst.ts      Is something bursting over its own baseline?
 *   co-action.ts  Are these accounts acting together more than chance allows? (chance.ts, cluster.ts, circles.ts; script.ts tells a script from a chorus)
 *   profile.ts    Is it about what we are here for?
 *
 * It sees committed events, in their order, and nothing else: no clock, no chance, no store. What it remembers is the last day of the stream, within the
 * bounds of bounds.ts, and what it told.
 */

/** How much of the log before its end must be fed again after a start: so long as it must listen, and a day in which to tell. */
export const WINDOW_MS: Millis = 3 * SPAN_MS + EPOCH_MS
/** What is remembered of a day was itself measured by the day before it: by what was usual then. */
const LISTENS_MS: Millis = MEMORY_MS + SPAN_MS

/** A campaign as it stands at a moment of the stream. */
export interface Finding {
  at: Millis
  campaign: CampaignSuspected['campaign']
}

export interface CampaignWatch {
  /** Findings in order. They depend on the sequence of events alone, not on how it was cut into batches. */
  observe(events: readonly Observed[]): Finding[]
  /** How full the memory is: never past bounds.ts. */
  size(): { traces: number; carriers: number; actors: number }
}

/** Traces that changed are weighed when a minute of the stream has passed, or when so many have changed. */
const LOOK_EVERY_MS = 60_000
const CHANGED_MAX = 512
/** A trace that so many accounts have left is looked at once without waiting: in a rush a minute is long. */
const AT_ONCE_ACCOUNTS = 20
const CIRCLES_EVERY_MS = 5 * 60_000
const STIRRED_MAX = 2_000
/** Fewer accounts are no campaign, whatever they do. */
const ACCOUNTS_MIN = 6
/** Occasions from which a pair is worth a look at its circle. */
const OCCASIONS_MIN = 2
/** From here on a text is said in chorus. */
const CHORUS_MIN = 5
/** From here on it can be told whether a text is always about. */
const STOCK_MIN = 8

/** A campaign as it was last told. */
export type Telling = Pick<CampaignSuspected, 'at' | 'campaign'>

/**
 * A watch that reads on from somewhere in the log. `told`: what the log ever told of campaigns, each as it was told last, be it before `from` or after: those that were known by then are
 * the same campaigns still (R3).
 */
export function createCampaignWatch(told: readonly Telling[] = [], from: Millis = 0): CampaignWatch {
  const time = new StreamTime()
  const background = new Background()
  const stream = new Activity()
  const voices = new Voices()
  const book = new TraceBook()
  const meetings = new Meetings()
  const repertoire = new Repertoire()
  const posts = new RecentPosts()
  const register = new Register()
  recall(told, from, register)
  const telling = createTelling({ register, book, background, stream })
  const changed = new Set<number>()
  /** Pages with something to tell that can wait a while. */
  const waiting = new Set<number>()
  const stirred = new Set<string>()
  /** The minute of the stream that was last looked at, and the five minutes. */
  let lookedAt = Number.NEGATIVE_INFINITY
  let circledAt = Number.NEGATIVE_INFINITY
  /** A watch that was not there from the first event must first remember all that it can before it may speak. */
  let silentUntil: Millis | null = null

  function take({ seq, event, reading }: Observed, into: Told[]): void {
    // What was told is not of the stream, and moves no time: it may come back late, or after a stop not at all.
    if (event.type === 'campaign.suspected') {
      const known = toldOf(event)
      if (known !== null) register.learn(known)
      return
    }
    const at = timeOf(event)
    const now = time.pass(at)
    silentUntil ??= seq === undefined || seq <= 1 ? Number.NEGATIVE_INFINITY : now + LISTENS_MS
    background.roll(now)
    const minute = Math.floor(now / LOOK_EVERY_MS)
    if (minute > lookedAt || changed.size >= CHANGED_MAX) {
      lookedAt = minute
      look(now, into)
    }
    switch (event.type) {
      case 'post.created':
      case 'post.edited':
        enter(event, reading ?? null, Math.min(at, now), now, into)
        return
      case 'post.deleted':
        erase(event.post.id)
        return
      case 'account.created':
        if (isMadeLately(event, now)) background.created(event.account)
        return
      case 'account.closed':
        background.closed(event.account)
        return
    }
  }

  /** `at`: the post's own time, at the latest the stream's. */
  function enter(event: PostEvent, reading: Reading | null, at: Millis, now: Millis, into: Told[]): void {
    if (at <= now - SPAN_MS) return
    const traces = tracesOf(event.post)
    const act = actOf(event, reading, traces, at, stream.in(slotOf(at)))
    background.post(act.account)
    if (voices.counts(hashText(act.account, 8), at)) stream.add(at)
    posts.add(act)
    let met: Map<string, Act> | null = null
    const rushing: number[] = []
    for (const trace of traces)
      for (const key of trace.keys) {
        const page = book.enter(trace, key, act, now)
        if (page === null || act.distant || isAlwaysAbout(page, now)) continue
        if (key === trace.keys[0]) background.met(page.kind, othersUnder(page, act))
        if (page.kind === 'text' && page.carriers.size >= CHORUS_MIN) repertoire.note(act)
        for (const other of metUnder(page, act)) (met ??= new Map()).set(other.account, other)
        if (!isWorthALook(page)) continue
        changed.add(key)
        if (page.carriers.size === AT_ONCE_ACCOUNTS && page.activity.total() === AT_ONCE_ACCOUNTS)
          rushing.push(key)
      }
    for (const key of rushing) weighPage(key, now, into)
    if (met !== null) for (const other of met.values()) meet(act, other)
  }

  /** A phrase that people say all day is no meeting, and not what chance is measured by. */
  function isAlwaysAbout({ key, kind, carriers, activity }: Trace, now: Millis): boolean {
    if (kind !== 'text' || carriers.size < STOCK_MIN || register.ofTrace(key) !== undefined) return false
    return newBits(activity.onset(), carriers.size, activity.total(), stream, now) < NEW_BITS_MIN
  }

  function meet(act: Act, other: Act): void {
    const pair = meetings.note(act, other)
    if (pair.occasions.length < OCCASIONS_MIN || stirred.size >= STIRRED_MAX) return
    stirred.add(pair.a)
    stirred.add(pair.b)
  }

  /** What is deleted stays counted, as deleted. */
  function erase(post: string): void {
    background.deletion()
    const act = posts.find(post)
    if (act === undefined || act.deleted) return
    act.deleted = true
    for (const tag of act.tags) if ((book.page(tag)?.carriers.size ?? 0) >= ACCOUNTS_MIN) changed.add(tag)
  }

  function look(now: Millis, into: Told[]): void {
    const keys = new Set([...waiting, ...changed])
    waiting.clear()
    changed.clear()
    for (const key of keys) weighPage(key, now, into)
    const circle = Math.floor(now / CIRCLES_EVERY_MS)
    if (circle <= circledAt && stirred.size < STIRRED_MAX) return
    circledAt = circle
    weighCircles(now, into)
    if (!isSilent(now)) into.push(...telling.rest(now))
  }

  const isSilent = (now: Millis): boolean => now < silentUntil!

  function weighPage(key: number, now: Millis, into: Told[]): void {
    const page = book.page(key)
    if (page === undefined) return
    const acts = book.actsOf(page, now)
    const kin = telling.kinOf(page, acts)
    const group = weighChorus(page, acts, { background, stream, repertoire, book, kin: kin?.by ?? null, now })
    if (group === null) return
    const due = telling.due(group, now, kin?.told)
    if (due === 'later' && waiting.size < CHANGED_MAX) waiting.add(key)
    if (due === 'now' && !isSilent(now)) into.push(...telling.tell(group, now, kin?.told))
  }

  function weighCircles(now: Millis, into: Told[]): void {
    const around = [...stirred].filter((account) => hasCompany(account, now))
    stirred.clear()
    if (around.length === 0) return
    for (const group of circlesAround(around, meetings, background, book, now)) {
      const due = telling.due(group, now)
      if (due === 'later') stirred.add(group.accounts[0]!)
      if (due === 'now' && !isSilent(now)) into.push(...telling.tell(group, now))
    }
  }

  function hasCompany(account: string, now: Millis): boolean {
    for (const pair of meetings.pairsOf(account)) if (weighPair(pair, background, now) > 0) return true
    return false
  }

  return {
    observe(events) {
      const told: Told[] = []
      for (const event of events) take(event, told)
      return told.map((each) => ({ at: each.toldAt, campaign: rowOf(each) }))
    },
    size: () => ({ ...book.size, actors: meetings.size }),
  }
}

/** Those that were first told of later will be found again, or told by the log in their turn. */
function recall(tellings: readonly Telling[], from: Millis, register: Register): void {
  for (const telling of tellings) {
    const told = toldOf(telling)
    if (told === null || Date.parse(told.evidence.detectedAt) >= from) continue
    register.recall(told, told.toldAt >= from)
  }
}

/** A tag that very many use is looked at when posts under it are deleted (`erase`), and no more for what is said there. */
function isWorthALook({ kind, carriers: { size } }: Trace): boolean {
  if (kind === 'tag') return size >= VOICES_MIN && size <= VOICES_MAX
  return size >= ACCOUNTS_MIN && kind !== 'repost'
}
const VOICES_MIN = 10
const VOICES_MAX = 512

/** How many accounts met this act under the page. Of texts that have but a phrase in common, as many as among the last ones are really alike. */
function othersUnder({ kind, carriers, recent }: Trace, act: Act): number {
  const others = carriers.size - 1
  if (kind !== 'text') return others
  let alike = 0
  for (const { content, second, account } of recent)
    if (account !== act.account && content === act.content && second === act.second) alike++
  return (others * alike) / Math.max(1, recent.length - 1)
}

function actOf(
  event: PostEvent,
  reading: Reading | null,
  traces: readonly TraceKeys[],
  at: Millis,
  nth: number,
): Act {
  const policy = policyOf(reading)
  return {
    account: event.account,
    at,
    nth,
    post: hashText(event.post.id, 7),
    content: traces[0]?.keys[0] ?? 0,
    second: traces[0]?.keys[1] ?? 0,
    sketch: traces[0]?.sketch ?? 0,
    tags: keysOf(traces, 'tag'),
    urls: keysOf(traces, 'url'),
    language: reading?.language ?? event.post.language,
    deleted: false,
    policy,
    distant: isDistant(reading),
  }
}

function keysOf(traces: readonly TraceKeys[], kind: TraceKind): number[] {
  const found: number[] = []
  for (const trace of traces) if (trace.kind === kind) found.push(trace.keys[0]!)
  return found
}

/** An account that says it was made long ago is old, though it is new here. */
function isMadeLately(event: Event & { profile?: { createdAt?: string } }, now: Millis): boolean {
  const at = Date.parse(event.profile?.createdAt ?? event.at)
  return !(at < now - SPAN_MS)
}

/**
 * The finding as an event. Its id follows from what is told: when, of which campaign, in which state, of whom, with how many posts. The same finding made again after a start is a
 * duplicate, though the degree be rounded otherwise or the evidence name another of the texts that are all alike.
 */
export function campaignEvent({ at, campaign }: Finding): CampaignSuspected {
  const { id, status, posts, hashtags, urls } = campaign
  const members = campaign.members.map(({ account }) => account).sort()
  const digest = sha256(canonicalJson({ at, id, status, posts, hashtags, urls, members })).slice(0, 24)
  return {
    id: `${id}-${digest}`,
    type: 'campaign.suspected',
    at: new Date(at).toISOString(),
    account: 'holdfast',
    campaign,
  }
}
