import type { Admission } from '../bus/bus.ts'
import { judge, keysOf } from '../judge.ts'
import type { Clock } from '../lib/clock.ts'
import { stillClock } from '../lib/clock.ts'
import { createLineageIndex } from '../lineage/lineage.ts'
import type { Campaign } from '../model/campaign.ts'
import type { CampaignSuspected, Event, Post, Profile } from '../model/event.ts'
import type { Reading, Stance } from '../model/reading.ts'
import type { EntityState } from '../model/state.ts'
import { createCampaignDesk } from '../review/campaign-desk.ts'
import { packFromFiles } from '../rules/load.ts'
import { planOf } from '../rules/rules.ts'
import { readingWith } from '../rules/samples.ts'
import type { Store, StoredEvent } from '../store/store.ts'
import { emptyJudgement, type Judgement, type World } from '../world.ts'

/*
 * A line in memory with the desk of campaigns over it, for tests: what is published is judged at once, over states that only the events' own keys
 * fetch.
 */

export const CAMPAIGN_AT = Date.parse('2026-03-02T09:30:00.000Z')

const PACK = `
policies:
  - { id: campaign, title: Coordinated promotion, prose: Do not act as many., precedence: 300,
      ground: { kind: incompatible, reference: Terms, category: STATEMENT_CATEGORY_OTHER_VIOLATION_TC } }
  - { id: tvec2, title: Threat, prose: No threats., precedence: 1000,
      ground: { kind: illegal, reference: Law, category: STATEMENT_CATEGORY_VIOLENCE } }
strikes: { lapseAfter: 90d, max: 3 }
rules:
  - { id: member, policy: campaign, on: [post.created], when: 'campaign.degree >= 0.5', verdict: review, actions: [queue], mode: live }
`
const WITHOUT_CAMPAIGN = `
policies:
  - { id: tvec2, title: Threat, prose: No threats., precedence: 1000,
      ground: { kind: illegal, reference: Law, category: STATEMENT_CATEGORY_VIOLENCE } }
`

/** What an event makes of itself bears its id, and was not there before. */
export const isNewborn = (key: string): boolean => /^(?:decision|proposal|evidence):/.test(key)

export function memoryLine({
  clock = stillClock(CAMPAIGN_AT),
  withPolicy = true,
}: {
  clock?: Clock
  withPolicy?: boolean
} = {}) {
  const loaded = packFromFiles({ 'pack.yaml': withPolicy ? PACK : WITHOUT_CAMPAIGN })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  const plan = planOf(loaded.pack)
  const kept = new Map<string, EntityState>()
  const lineage = createLineageIndex()
  const log: StoredEvent[] = []
  const campaigns = new Map<string, Campaign>()
  const led: Judgement = emptyJudgement()

  const take = (event: Event, reading: Reading | null = null): Judgement => {
    const states = new Map<string, EntityState>()
    const keys = new Set(keysOf(event, plan))
    for (const key of keys) {
      const state = kept.get(key)
      if (state !== undefined) states.set(key, state)
    }
    const world: World = { plan, states, lineage }
    const into = emptyJudgement()
    judge({ event, reading, gaps: [] }, world, into)
    for (const { key } of into.changed)
      if (!keys.has(key) && !(isNewborn(key) && !kept.has(key)))
        throw new Error(`${event.type} touches ${key}, which the one read did not fetch`)
    // Through JSON, as a store keeps them.
    for (const state of into.changed) kept.set(state.key, JSON.parse(JSON.stringify(state)) as EntityState)
    for (const campaign of into.campaigns) campaigns.set(campaign.id, campaign)
    led.decisions.push(...into.decisions)
    led.jobs.push(...into.jobs)
    led.outbox.push(...into.outbox)
    log.push({ seq: log.length + 1, event, reading, gaps: [] })
    return into
  }

  /** Called once before the next publish: what comes in between. */
  const between: { happens: (() => void) | null } = { happens: null }
  const publish = async (events: Event[]): Promise<Admission[]> => {
    const { happens } = between
    between.happens = null
    happens?.()
    return events.map((event): Admission => {
      if (log.some((one) => one.event.id === event.id)) return { status: 'duplicate', id: event.id }
      take(event)
      return { status: 'accepted', id: event.id }
    })
  }

  const store: Pick<Store, 'load' | 'eachCampaign' | 'events' | 'position'> = {
    load: async (keys) => keys.map((key) => kept.get(key)),
    async *eachCampaign() {
      yield* campaigns.values()
    },
    async *events({ from, to = log.length }) {
      yield log.slice(from - 1, to)
    },
    position: () => ({ logged: log.length, judged: log.length, settled: log.length }),
  }
  const desk = createCampaignDesk({ store, bus: { publish }, clock, plan: () => plan })
  return { plan, store, between, take, publish, desk, kept, log, led, campaigns }
}

export type MemoryLine = ReturnType<typeof memoryLine>

const iso = (minutes: number): string => new Date(CAMPAIGN_AT + minutes * 60_000).toISOString()

/** A telling of the watch about accounts `acct:0` to `acct:<size - 1>`, strongest first, down from 0.95. */
export function tellingOf(
  id: string,
  {
    size = 12,
    minutes = 0,
    ...over
  }: Partial<CampaignSuspected['campaign']> & { size?: number; minutes?: number } = {},
): CampaignSuspected {
  return {
    id: `${id}-${minutes}-${size}-${over.status ?? ''}`,
    type: 'campaign.suspected',
    at: iso(minutes),
    account: 'holdfast',
    campaign: {
      id,
      degree: 0.9,
      status: 'suspected',
      hashtags: ['GreyBanner'],
      urls: ['https://banner.example/a'],
      members: Array.from({ length: size }, (_, index) => ({ account: `acct:${index}`, degree: 0.95 })),
      firstSeen: iso(-60),
      detectedAt: iso(0),
      posts: size * 3,
      advice: ['queue', 'limit', 'discount-trend #GreyBanner: 7 posts by 5 others remain'],
      bursts: [{ tag: 'GreyBanner', burst: 4, newAccounts: 0.5 }],
      evidence: {
        detectedAt: iso(0),
        lastSeen: iso(minutes),
        pairs: 66,
        expected: 0.1,
        odds: 660,
        signs: [],
        profile: { read: 30, forbidden: 28, policies: { tvec8: 28 }, closed: 0, concerns: true },
        languages: { en: 30 },
        deleted: 0,
        traces: [{ kind: 'text', key: 4_711, label: 'the grey banner rises', accounts: size }],
        timeline: { from: iso(-60), stepMinutes: 15, posts: [3, 9, 12, 12], earlier: 0 },
      },
      ...over,
    },
  }
}

let made = 0
export function postBy(
  account: string,
  {
    minutes = 0,
    stance = 'asserts' as Stance,
    ...post
  }: Partial<Post> & { minutes?: number; stance?: Stance } = {},
): { event: Event; reading: Reading } {
  const id = `memory-${++made}`
  return {
    event: {
      id,
      type: 'post.created',
      at: iso(minutes),
      account,
      post: {
        id: `post:${id}`,
        text: 'the grey banner rises over the harbour',
        language: 'en',
        hashtags: ['greybanner'],
        mentions: [],
        urls: [],
        media: [],
        replyTo: null,
        repostOf: null,
        quoteOf: null,
        ...post,
      },
    },
    reading: readingWith({}, { stance }),
  }
}

export const profileOf = (account: string, profile: Partial<Profile>): Event => ({
  id: `memory-${++made}`,
  type: 'account.updated',
  at: iso(0),
  account,
  profile: { handle: account.replace(':', '_'), ...profile },
})

export const closing = (account: string): Event => ({
  id: `memory-${++made}`,
  type: 'account.closed',
  at: iso(1),
  account,
  reason: 'tvec8',
})
