import { systemClock } from '../../src/lib/clock.ts'
import type { Decision } from '../../src/model/decision.ts'
import type { Role } from '../../src/model/roles.ts'
import {
  linkFor,
  SAMPLE_POLICIES,
  type SampleHouse,
  sampleCampaign,
  sampleDecision,
  sampleHouse,
  sampleLink,
  sampleRow,
  sampleStatement,
  sampleStatus,
  silentLogger,
} from '../../src/server/samples.ts'
import { createServer, type ServerOptions } from '../../src/server/server.ts'

const CONSOLE_DIR = new URL('../dist', import.meta.url).pathname

export interface Sample {
  house: SampleHouse
  address: string
  /** Where one browser can sign in, once. */
  welcome(roles?: readonly Role[]): Promise<string>
  close(): Promise<void>
}

/** The real server over a house in memory: for states of the page that a real line seldom shows. */
export async function openSample(more: Partial<ServerOptions> = {}): Promise<Sample> {
  const house = sampleHouse(systemClock)
  const app = await createServer(house, { consoleDir: CONSOLE_DIR, logger: silentLogger(), ...more })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    house,
    address,
    welcome: async (roles) => `${address}/#welcome=${await linkFor(house, roles)}`,
    close: () => app.close(),
  }
}

const KINDS: Partial<Decision>[] = [
  {},
  {
    policy: 'tvec2',
    rules: ['threat-credible'],
    actions: ['hide', 'queue', 'escalate'],
    why: ['Rule threat-credible matched: the text reads as a threat to life that its author means.'],
  },
  { policy: 'tvec6', rules: ['recruitment'], verdict: 'review', actions: ['queue'] },
  {
    policy: 'return',
    rules: ['return-of-closed'],
    verdict: 'review',
    actions: ['queue'],
    subject: { kind: 'account', id: 'acct:902' },
    account: 'acct:902',
    why: [
      'Rule return-of-closed matched: the account is probably run by someone whose earlier account was closed.',
    ],
  },
  { mode: 'shadow', rules: ['trial-young-account-incites'] },
  {
    mode: 'braked',
    verdict: 'review',
    actions: ['queue'],
    why: ['The brake of rule incitement held this back: 100 restrictions in this hour.'],
  },
]

/** Decision number `index` of a house that has seen some of all. */
export const anyDecision = (index: number, at = Date.now()): Decision =>
  sampleDecision(`dec-${index}`, {
    at: new Date(at).toISOString(),
    statement: sampleStatement({ puid: `dec-${index}` }),
    ...KINDS[index % KINDS.length],
  })

/** Fills a house with a past, and goes on living until told to stop. */
export function liveIn({ inside }: SampleHouse, everyMs = 250): () => void {
  let index = 0
  const now = () => new Date().toISOString()
  for (; index < 150; index++) inside.decisions.push(anyDecision(index, Date.now() - (150 - index) * 4_000))
  for (let row = 0; row < 30; row++)
    inside.outbox.push(
      sampleRow(
        `out-${row}`,
        row % 11 === 3 ? { status: 'dead', detail: '404: the post is not there any more' } : {},
      ),
    )
  inside.counts = { ...inside.counts, decisions: 150, jobs: 61, outboxDone: 27, outboxDead: 3 }
  for (const tier of ['possible', 'strong', 'certain'] as const)
    inside.publish({
      kind: 'link',
      link: sampleLink(`link-${tier}`, {
        tier,
        at: now(),
        bits: tier === 'possible' ? 9.6 : 23.4,
        waterfall: WATERFALL,
      }),
    })
  inside.publish({ kind: 'campaign', campaign: sampleCampaign('campaign-1', { detectedAt: now() }) })
  const timer = setInterval(() => {
    const decision = anyDecision(index++)
    inside.decisions.push(decision)
    inside.publish({ kind: 'decision', decision })
    if (index % 3 === 0) inside.publish({ kind: 'enforced', row: sampleRow(`out-live-${index}`) })
    inside.line = sampleStatus({
      eventsPerSecond: Math.round(38 + 10 * Math.sin(index / 9) + (index % 5)),
      position: { logged: 12_480 + index * 10, judged: 12_480 + index * 10, settled: 12_000 },
      startedAt: now(),
      halted: inside.line.halted,
    })
    inside.publish({ kind: 'tick', status: inside.line })
  }, everyMs)
  return () => clearInterval(timer)
}

const WATERFALL = [
  { field: 'handle', bits: 9.1, left: 'grey_banner_8', right: 'grey_banner' },
  { field: 'name', bits: 4.2, left: 'راية رمادية', right: 'راية رمادية' },
  { field: 'device', bits: 8.2, left: 'same token', right: 'same token' },
  { field: 'followed', bits: 3.4, left: '6 in common', right: '8 accounts' },
  { field: 'language', bits: 0.8, left: 'ar', right: 'ar' },
  { field: 'hours', bits: -2.3, left: 'mornings', right: 'evenings' },
]

export const SAMPLE_POLICY = SAMPLE_POLICIES[1]!
