import pino from 'pino'
import { createAppealDesk } from '../appeals/appeal-desk.ts'
import { BusFull } from '../bus/bus.ts'
import { createEvidenceDesk } from '../evidence/desk.ts'
import { memoryVault } from '../evidence/samples.ts'
import { type Clock, stillClock } from '../lib/clock.ts'
import { seededRandom } from '../lib/random.ts'
import type { Campaign } from '../model/campaign.ts'
import type { Decision, OutboxEntry, Statement } from '../model/decision.ts'
import type { Event } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Link } from '../model/link.ts'
import type { AccessRow, Person } from '../model/person.ts'
import type { Policy } from '../model/policy.ts'
import { ROLE_NAMES, type Role } from '../model/roles.ts'
import { stateKey } from '../model/state.ts'
import { createAudit } from '../people/audit.ts'
import { enterByLink } from '../people/enter.ts'
import { issueKey } from '../people/keys.ts'
import { LINK_LIFE_MS, makeLink } from '../people/links.ts'
import { createPeopleDesk, type PeopleStore } from '../people/people.ts'
import { newPersonId, newPseudonym } from '../people/secrets.ts'
import { createBulkDesk } from '../review/bulk-desk.ts'
import { createJobDesk } from '../review/job-desk.ts'
import { createLinkDesk } from '../review/link-desk.ts'
import { createQualityDesk } from '../review/quality-desk.ts'
import { createRulesDesk } from '../review/rules-desk.ts'
import type { DeskStore } from '../store/desk.ts'
import { emptySearch } from '../store/search.ts'
import type { OutboxRow, StoreCounts } from '../store/store.ts'
import { deskLine, memoryRegister } from '../threats/desk-samples.ts'
import type { LineStatus, LiveMessage } from './api.ts'
import { type MemoryLine, memoryLine } from './campaign-samples.ts'
import { createServer, type ServerHouse } from './server.ts'

/*
 * A small whole house in memory for the tests of the server and of the page: it keeps what it is given and says what it is told to say.
 */

export const SAMPLE_AT = '2026-03-02T09:30:00.000Z'

export interface SampleHouse extends ServerHouse {
  /** What tests look at and turn. */
  inside: {
    taken: Event[]
    access: Map<string, AccessRow>
    people: Map<string, Person>
    ledger: Pick<LedgerEntry, 'at' | 'kind' | 'body'>[]
    decisions: Decision[]
    outbox: OutboxRow[]
    links: Link[]
    accounts: Map<string, AccountFacts>
    line: LineStatus
    counts: StoreCounts
    meta: Map<string, string>
    /** When true, the next publish finds the line behind. */
    full: boolean
    /** What the desk of campaigns stands over. */
    memory: MemoryLine
    /** What the threat desk stands over. */
    danger: ReturnType<typeof deskLine>
    publish(message: LiveMessage): void
    listeners(): number
  }
}

export function sampleHouse(clock: Clock = stillClock(Date.parse(SAMPLE_AT))): SampleHouse {
  const listeners = new Set<(message: LiveMessage) => void>()
  const inside: SampleHouse['inside'] = {
    taken: [],
    access: new Map(),
    people: new Map(),
    ledger: [],
    decisions: [],
    outbox: [],
    links: [],
    accounts: new Map(),
    line: sampleStatus(),
    counts: sampleCounts(),
    meta: new Map(),
    full: false,
    memory: memoryLine({ clock }),
    danger: deskLine({ clock }),
    publish: (message) => {
      for (const listener of listeners) listener(message)
    },
    listeners: () => listeners.size,
  }
  const store = storeOver(inside)
  const bus = busInto(inside)
  return {
    inside,
    clock,
    version: '0.0.0-sample',
    bus,
    store,
    people: createPeopleDesk(store, clock, CHEAP),
    audit: createAudit(store, clock),
    door: { admit: admitSample },
    check: async (inputs) => inputs.map(({ id, text }) => sampleCheckRow(id ?? null, text)),
    status: () => inside.line,
    policies: () => SAMPLE_POLICIES,
    campaigns: inside.memory.desk,
    evidence: emptyEvidenceDesk(bus, clock),
    links: createLinkDesk({ store, bus, clock }),
    ...emptyDesks(clock, inside.memory),
    threats: inside.danger.desk,
    register: memoryRegister(clock),
    live: {
      subscribe(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
    async resend(id) {
      const row = inside.outbox.find(({ entry, status }) => entry.id === id && status === 'dead')
      if (row === undefined) return false
      row.status = 'waiting'
      return true
    },
  }
}

/** Desks at which nothing lies: what a desk does is tested over a real store. */
function emptyDesks(
  clock: Clock,
  memory: MemoryLine,
): Pick<ServerHouse, 'jobs' | 'jobView' | 'appeals' | 'rules' | 'bulk' | 'quality' | 'search'> {
  const empty = new Proxy({} as DeskStore, {
    get: (_, name) => async () =>
      /^(?:job|appeal|proposal|deskProfile|shownBefore|appealOf)$/.test(String(name))
        ? undefined
        : name === 'claimNext'
          ? null
          : name === 'claim'
            ? { ok: false, why: 'unknown', row: null }
            : [],
  })
  const store = {
    ...memory.store,
    decision: async () => undefined,
    decisions: async () => [],
    async *eachLink() {},
    desk: empty,
  }
  const parts = { store, bus: { publish: memory.publish }, clock, plan: () => memory.plan }
  const key = new Uint8Array(32)
  const rules = createRulesDesk({
    store: {
      ...store,
      event: async () => undefined,
      meta: async () => undefined,
      setMeta: async () => {},
      pack: async () => undefined,
      putPack: async () => {},
      decisionsByRule: async () => [],
    },
    folder: { read: async () => ({}), write: async () => {} },
    backtest: async () => ({ rules: [], decisions: { recorded: 0, replayed: 0, identical: 0, changed: 0 } }),
    clock,
  })
  return {
    rules,
    search: emptySearch(),
    bulk: createBulkDesk({ ...parts, search: emptySearch() }),
    quality: createQualityDesk({
      ...parts,
      store: { ...store, meta: async () => undefined, setMeta: async () => {} },
      random: seededRandom(1),
    }),
    jobs: createJobDesk(parts),
    jobView: async () => null,
    appeals: createAppealDesk({ ...parts, key }),
  }
}

const busInto = (inside: SampleHouse['inside']): ServerHouse['bus'] => ({
  async publish(events) {
    if (inside.full) throw new BusFull(3)
    if (inside.line.halted !== null) throw new Error(inside.line.halted)
    return events.map((event) => {
      if (inside.taken.some(({ id }) => id === event.id)) return { status: 'duplicate', id: event.id }
      inside.taken.push(event)
      return { status: 'accepted', id: event.id }
    })
  },
})

const peopleOver = (inside: SampleHouse['inside']): PeopleStore => ({
  async access(secretHash, now) {
    const rows = [...inside.access.values()]
    return rows.find((row) => row.secretHash === secretHash && (row.expiresAt ?? now + 1) > now)
  },
  accessRows: async ({ kind, person }) =>
    [...inside.access.values()].filter(
      (row) => row.kind === kind && (person === undefined || row.person === person),
    ),
  async changeAccess({ people = [], rows = [], drop = [], lapsed = -1, ledger }) {
    for (const person of people) inside.people.set(person.id, structuredClone(person))
    for (const row of inside.access.values())
      if ((row.expiresAt ?? lapsed + 1) <= lapsed) inside.access.delete(row.id)
    for (const id of drop) inside.access.delete(id)
    for (const row of rows) inside.access.set(row.id, structuredClone(row))
    inside.ledger.push(...ledger)
  },
  person: async (id) => structuredClone(inside.people.get(id)),
  personNamed: async (name) => [...inside.people.values()].find((person) => person.name === name),
  people: async () => [...inside.people.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  record: async (drafts) => void inside.ledger.push(...drafts),
  meta: async (name) => inside.meta.get(name),
  setMeta: async (name, value) => void inside.meta.set(name, value),
  ledgerActs: async ({ before = Infinity, kind, person, limit }) =>
    inside.ledger
      .map((entry, index) => ({ ...entry, seq: index + 1, hash: '', previous: '' }))
      .filter((entry) => entry.seq < before && (kind === undefined || entry.kind === kind))
      .filter(({ body }) => person === undefined || body.person === person)
      .toReversed()
      .slice(0, limit),
})

/** Nothing was preserved in this house. */
const emptyEvidenceDesk = (bus: ServerHouse['bus'], clock: Clock): ServerHouse['evidence'] => {
  const none = async () => undefined
  async function* nothing() {}
  const store = {
    evidence: none,
    evidenceList: async () => [],
    eachEvidence: nothing,
    eachThreat: nothing,
    hold: none,
    eachHold: nothing,
    views: async () => [],
    ledgerAbout: async () => [],
    ledgerHashes: nothing,
    decision: none,
    account: none,
    load: async () => [],
  }
  return createEvidenceDesk({ store, vault: memoryVault(), bus, clock })
}

const storeOver = (inside: SampleHouse['inside']): ServerHouse['store'] => ({
  ...peopleOver(inside),
  counts: async () => inside.counts,
  async *eachLink() {
    yield* inside.links
  },
  async *eachCampaign() {},
  account: async (id) => {
    const account = inside.accounts.get(id)
    return account === undefined ? undefined : { key: stateKey.account(id), account, tallies: {} }
  },
  decision: async (id) => inside.decisions.find((decision) => decision.id === id),
  async decisions({ before, mode, account, limit }) {
    const newest = inside.decisions.toReversed()
    const from = before === undefined ? 0 : newest.findIndex(({ id }) => id === before) + 1
    return newest
      .slice(from)
      .filter((decision) => mode === undefined || decision.mode === mode)
      .filter((decision) => account === undefined || decision.account === account)
      .slice(0, limit)
  },
  outbox: async ({ status, limit }) =>
    inside.outbox
      .toReversed()
      .filter((row) => status === undefined || row.status === status)
      .slice(0, limit),
})

function admitSample(raw: unknown): ReturnType<ServerHouse['door']['admit']> {
  if (raw === null || typeof raw !== 'object')
    return { ok: false, id: null, field: null, reason: 'not an object' }
  const { id, type } = raw as Record<string, unknown>
  if (typeof id !== 'string') return { ok: false, id: null, field: 'id', reason: 'id is needed' }
  if (type !== 'post.created') return { ok: false, id, field: 'type', reason: 'no such type' }
  return { ok: true, event: raw as Event }
}

const sampleCheckRow = (id: string | null, text: string) => ({
  id,
  language: 'en',
  scores: { tvec2: text.includes('kill') ? 0.97 : 0.01 },
  stance: 'asserts',
  frames: [],
  terms: [],
  verdict: 'allow' as const,
  policy: null,
  rules: [],
  contributions: [],
  gaps: [],
})

export const sampleStatus = (over: Partial<LineStatus> = {}): LineStatus => ({
  eventsPerSecond: 40,
  eventsPerSecondMinute: 38.5,
  depth: 0,
  position: { logged: 12_480, judged: 12_480, settled: 12_000 },
  pack: `sha256:${'3f9a'.repeat(16)}`,
  rules: { live: 14, shadow: 3 },
  reader: '1.0-8d21c0',
  halted: null,
  startedAt: SAMPLE_AT,
  town: true,
  ...over,
})

export const sampleCounts = (over: Partial<StoreCounts> = {}): StoreCounts => ({
  events: 12_480,
  decisions: 0,
  jobs: 0,
  outboxWaiting: 0,
  outboxDead: 0,
  outboxDone: 0,
  accounts: 903,
  ...over,
})

export const SAMPLE_POLICIES: Policy[] = [
  ['tvec2', 'Credible threat to life', 1000],
  ['tvec8', 'Incitement', 900],
  ['tvec6', 'Recruitment', 800],
  ['return', 'Evading a closure', 500],
].map(([id, title, precedence]) => ({
  id: String(id),
  title: String(title),
  prose: `What is forbidden under “${title}”, in plain words.`,
  precedence: Number(precedence),
  violating: true,
}))

export const sampleStatement = (over: Partial<Statement> = {}): Statement => ({
  text: 'Your post was hidden because it calls on others to hurt people. You can appeal within six months.',
  decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'],
  decision_account: null,
  decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
  ground_reference: 'Regulation (EU) 2021/784, Art. 2(7)(a)',
  explanation: 'The post calls on others to hurt people.',
  decision_facts: 'One post of 2 March 2026.',
  category: 'STATEMENT_CATEGORY_VIOLENCE',
  content_type: ['CONTENT_TYPE_TEXT'],
  content_date: '2026-03-02',
  application_date: '2026-03-02',
  automated_detection: 'Yes',
  automated_decision: 'AUTOMATED_DECISION_FULLY',
  source_type: 'SOURCE_VOLUNTARY',
  puid: 'dec-1',
  ...over,
})

export const sampleDecision = (id: string, over: Partial<Decision> = {}): Decision => ({
  id,
  at: SAMPLE_AT,
  event: `event-of-${id}`,
  subject: { kind: 'post', id: `post:${id}` },
  account: 'acct:123',
  verdict: 'restrict',
  policy: 'tvec8',
  rules: ['repeated-incitement'],
  actions: ['hide', 'queue'],
  mode: 'live',
  automated: true,
  pack: `sha256:${'3f9a'.repeat(16)}`,
  gaps: [],
  why: ['Rule repeated-incitement matched: three posts in 24 hours call on others to hurt people.'],
  evidence: { 'reading.tvec8': 0.94, 'reading.stance': 'asserts', 'tally.inciting_posts_24h': 3 },
  strikes: 1,
  label: null,
  statement: sampleStatement({ puid: id }),
  ...over,
})

export const sampleRow = (
  id: string,
  over: Partial<OutboxRow> = {},
  entry: Partial<OutboxEntry> = {},
): OutboxRow => ({
  entry: {
    id,
    at: SAMPLE_AT,
    decision: `decision-of-${id}`,
    action: 'hide',
    subject: { kind: 'post', id: `post:${id}` },
    account: 'acct:123',
    policy: 'tvec8',
    label: null,
    statement: sampleStatement(),
    ...entry,
  },
  status: 'done',
  attempts: 1,
  nextAt: 0,
  detail: 'HTTP 200',
  ...over,
})

export const sampleLink = (id: string, over: Partial<Link> = {}): Link => ({
  id,
  account: 'acct:900',
  closedAccount: 'acct:123',
  tier: 'strong',
  bits: 17.3,
  at: SAMPLE_AT,
  trigger: 'account.created',
  status: 'proposed',
  waterfall: [
    { field: 'handle', bits: 9.1, left: 'lone_wolf7', right: 'lone_wolf5' },
    { field: 'device', bits: 8.2, left: 'token', right: 'token' },
  ],
  ...over,
})

export const sampleCampaign = (id: string, over: Partial<Campaign> = {}): Campaign => ({
  id,
  firstSeen: '2026-03-02T09:00:00.000Z',
  detectedAt: SAMPLE_AT,
  status: 'suspected',
  degree: 0.82,
  hashtags: ['example_tag'],
  urls: [],
  members: Array.from({ length: 14 }, (_, index) => ({ account: `acct:${index}`, degree: 0.8 })),
  posts: 96,
  advice: ['discount #example_tag from the trends'],
  ...over,
})

export const silentLogger = () => pino({ level: 'silent' })

/** There is no page: its routes answer that it was not built. */
export const NO_CONSOLE = new URL('./no-page-here/', import.meta.url).pathname
export const SAMPLE_HOST = 'localhost:80'

/** The real server over a sample house, and credentials for it. Close it at the end. */
export async function sampleServer(consoleDir = NO_CONSOLE) {
  const house = sampleHouse()
  const app = await createServer(house, { consoleDir, logger: silentLogger() })
  await app.ready()
  return {
    house,
    inside: house.inside,
    app,
    key: (...scopes: string[]) => issueKey(house.store, house.clock, scopes),
    /** Signs somebody with all roles in, once. */
    link: () => linkFor(house),
    /** A person with these roles, or all of them, and the secret of their session. */
    signIn: (...roles: Role[]) => signInTo(house, roles.length === 0 ? ROLE_NAMES : roles),
  }
}

/** So that a test waits for no password. */
const CHEAP = { N: 2 ** 4, r: 8, p: 1 }

/** The token of a link by which somebody with these roles signs in. */
export async function linkFor({ store, clock }: SampleHouse, roles: readonly Role[] = ROLE_NAMES) {
  const id = newPersonId()
  const person: Person = {
    ...{ id, pseudonym: newPseudonym(), name: id, displayName: `Sample ${roles[0]}`, roles: [...roles] },
    ...{ status: 'active', createdAt: clock.now(), invitedBy: null, lastSignInAt: null },
    ...{ password: null, passkeys: [], subject: null },
  }
  await store.changeAccess({ people: [person], ledger: [] })
  return (await makeLink(store, clock, { for: 'person', person: id, by: null, lifeMs: LINK_LIFE_MS })).token
}

export async function signInTo(house: SampleHouse, roles: readonly Role[]) {
  const entry = await enterByLink(house.people, await linkFor(house, roles), {})
  if (!entry.ok) throw new Error(entry.reason)
  return entry
}

export const bearer = (key: string) => ({ headers: { authorization: `Bearer ${key}` } })
export const cookie = (secret: string, origin: string | null = `http://${SAMPLE_HOST}`) => ({
  headers: { cookie: `hf_session=${secret}`, ...(origin === null ? {} : { origin }) },
})
