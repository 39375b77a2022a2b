import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { kaplanMeier, type Lifetime } from '../lineage/survival.ts'
import { LINK_TIERS } from '../model/link.ts'
import type { Store } from '../store/store.ts'
import { bucketsOf, countDecision, type Measures, topOf } from '../transparency/measures.ts'
import { answers } from './routes.ts'
import { OverviewAnswerSchema, OverviewQuerySchema } from './schemas.ts'
import type { ServerHouse } from './server.ts'

type OverviewStore = Pick<Store, 'decisions' | 'eachLink' | 'eachCampaign' | 'account'>

const PAGE_ROWS = 500
/** Decisions that one look takes in; those of a former look are not looked at again. */
const DECISIONS_MAX = 400_000
const RETURNS_MAX = 2_000
/** Answers are made anew at most so often. */
const FRESH_MS = 10_000
const POINTS_MAX = 200

/** Keeps the counts, and adds what was decided since it last looked. */
export function createCounting(store: Pick<Store, 'decisions'>): () => Promise<Measures> {
  const measures: Measures = new Map()
  let newest: string | null = null
  let looking: Promise<Measures> | null = null

  async function look(): Promise<Measures> {
    let first: string | null = null
    let before: string | undefined
    for (let taken = 0; taken < DECISIONS_MAX; taken += PAGE_ROWS) {
      const page = await store.decisions({ limit: PAGE_ROWS, ...(before === undefined ? {} : { before }) })
      first ??= page[0]?.id ?? null
      const known = page.findIndex(({ id }) => id === newest)
      for (const decision of known === -1 ? page : page.slice(0, known)) countDecision(measures, decision)
      if (known !== -1 || page.length < PAGE_ROWS) break
      before = page.at(-1)!.id
    }
    newest = first ?? newest
    return measures
  }
  return () => {
    looking ??= look().finally(() => {
      looking = null
    })
    return looking
  }
}

/** How long accounts that came back lasted, by the links that are at least strong and were not rejected. */
async function returnsOf(store: OverviewStore, now: number) {
  const tiers: Record<string, number> = {}
  const lifetimes = new Map<string, Lifetime>()
  for await (const { account, tier, status } of store.eachLink()) {
    if (status === 'rejected') continue
    tiers[tier] = (tiers[tier] ?? 0) + 1
    if (LINK_TIERS.indexOf(tier) < LINK_TIERS.indexOf('strong') || lifetimes.size >= RETURNS_MAX) continue
    const facts = (await store.account(account))?.account
    if (facts?.createdAt == null) continue
    const end = facts.closedAt ?? now
    lifetimes.set(account, { ms: Math.max(0, end - facts.createdAt), ended: facts.closedAt !== null })
  }
  const curve = kaplanMeier([...lifetimes.values()])
  const step = Math.ceil(curve.length / POINTS_MAX)
  return {
    tiers,
    accounts: lifetimes.size,
    survival: curve.filter((_, index) => index % step === 0 || index === curve.length - 1),
  }
}

async function campaignsOf(store: OverviewStore) {
  const statuses: Record<string, number> = {}
  for await (const { status } of store.eachCampaign()) statuses[status] = (statuses[status] ?? 0) + 1
  return statuses
}

/** Counts over time for whoever oversees the house. */
export function registerOverview(app: FastifyInstance, house: ServerHouse): void {
  const { store, clock } = house
  const counting = createCounting(store)
  const kept = new Map<number, { madeAt: number; answer: Promise<unknown> }>()

  async function answerFor(hours: number): Promise<Static<typeof OverviewAnswerSchema>> {
    const [measures, [latest]] = await Promise.all([counting(), store.decisions({ limit: 1 })])
    // A stream that is being read in from last year ends last year.
    const until = latest === undefined ? clock.now() : Math.min(clock.now(), Date.parse(latest.at))
    const step = hours <= 48 ? 1 : hours <= 24 * 14 ? 6 : 24
    return {
      hours,
      stepHours: step,
      until: new Date(until).toISOString(),
      buckets: bucketsOf(measures, { until, hours, step }),
      policies: topOf(measures, 'policies', { until, hours }),
      rules: topOf(measures, 'rules', { until, hours }),
      returns: await returnsOf(store, until),
      campaigns: await campaignsOf(store),
    }
  }

  app.route<{ Querystring: Static<typeof OverviewQuerySchema> }>({
    method: 'GET',
    url: '/v1/overview',
    config: { needs: 'read' },
    schema: {
      summary: 'Counts over time: decisions, policies, rules, returns and how long they last',
      description:
        'In event time, up to the newest decision. At most a quarter back. Made anew every ten seconds.',
      tags: ['status'],
      querystring: OverviewQuerySchema,
      response: answers(200, OverviewAnswerSchema, [400, 401, 403]),
    },
    handler: async ({ query: { hours = 24 } }) => {
      const before = kept.get(hours)
      if (before !== undefined && clock.now() - before.madeAt < FRESH_MS) return before.answer
      const answer = answerFor(hours)
      if (kept.size > 8) kept.clear()
      kept.set(hours, { madeAt: clock.now(), answer })
      answer.catch(() => kept.delete(hours))
      return answer
    },
  })
}
