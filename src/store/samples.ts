import type { Campaign } from '../model/campaign.ts'
import type { Decision, Job, OutboxEntry, Statement } from '../model/decision.ts'
import type { Event } from '../model/event.ts'
import type { Evidence, EvidenceMedia, Hold, View } from '../model/evidence.ts'
import type { Link } from '../model/link.ts'
import type { Person } from '../model/person.ts'
import type { Reading } from '../model/reading.ts'
import type { EntityState } from '../model/state.ts'
import type { Threat } from '../model/threat.ts'
import type { Commit, StoredEvent } from './store.ts'

/*
 * Small whole values for the tests of stores: each is named by a number or an id, and the same name gives the same value.
 */

const AT = '2014-09-07T21:14:03.000Z'

export const sampleEvent = (id: string, account = 'acct:1'): Event => ({
  id,
  type: 'post.created',
  at: AT,
  account,
  post: {
    id: `post:${id}`,
    text: `words of ${id}`,
    language: null,
    hashtags: ['news'],
    mentions: [],
    urls: [],
    media: [],
    replyTo: null,
    repostOf: null,
    quoteOf: null,
  },
})

export const sampleReading: Reading = {
  language: 'en',
  script: 'Latn',
  scores: { tvec2: 0.0312, tvec8: 0.97 },
  stance: 'asserts',
  frames: [{ act: 'call', span: { start: 0, end: 5 }, negated: true }],
  terms: [],
  contributions: [],
  version: '1-test',
}

/** Every third event has no text, every fourth a gap. */
export const sampleStored = (seq: number, id = `e${seq}`): StoredEvent => ({
  seq,
  event: sampleEvent(id),
  reading: seq % 3 === 0 ? null : sampleReading,
  gaps: seq % 4 === 0 ? [{ signal: 'reading.tvec2', reason: 'model: no answer within 800 ms' }] : [],
})

const statement: Statement = {
  text: 'The post was hidden.',
  decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'],
  decision_account: null,
  decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
  ground_reference: 'terms 4',
  explanation: 'It calls for violence.',
  decision_facts: 'One post.',
  category: 'STATEMENT_CATEGORY_VIOLENCE',
  content_type: ['CONTENT_TYPE_TEXT'],
  content_date: '2014-09-07',
  application_date: '2014-09-07',
  automated_detection: 'Yes',
  automated_decision: 'AUTOMATED_DECISION_FULLY',
  source_type: 'SOURCE_VOLUNTARY',
  puid: 'p1',
}

export const sampleDecision = (id: string, over: Partial<Decision> = {}): Decision => ({
  id,
  at: AT,
  event: 'e1',
  subject: { kind: 'post', id: 'post:e1' },
  account: 'acct:1',
  verdict: 'restrict',
  policy: 'tvec8',
  rules: ['incitement'],
  actions: ['hide'],
  mode: 'live',
  automated: true,
  pack: 'sha256:0',
  gaps: [],
  why: [],
  evidence: { 'reading.tvec8': 0.97 },
  strikes: 1,
  label: null,
  statement,
  ...over,
})

export const sampleJob = (id: string): Job => ({
  id,
  queue: 'violence',
  at: AT,
  decision: 'd1',
  subject: { kind: 'post', id: 'post:e1' },
  account: 'acct:1',
  policy: 'tvec8',
  priority: 5,
})

export const sampleOutbox = (id: string): OutboxEntry => ({
  id,
  at: AT,
  decision: 'd1',
  action: 'hide',
  subject: { kind: 'post', id: 'post:e1' },
  account: 'acct:1',
  policy: 'tvec8',
  label: null,
  statement,
})

export const sampleLink = (id: string, bits = 12): Link => ({
  id,
  account: 'acct:2',
  closedAccount: 'acct:1',
  tier: 'strong',
  bits,
  at: AT,
  trigger: 'account.created',
  status: 'proposed',
  waterfall: [{ field: 'handle', bits, left: 'wolf_2', right: 'wolf_1' }],
})

export const sampleCampaign = (id: string, posts = 3): Campaign => ({
  id,
  firstSeen: AT,
  detectedAt: AT,
  status: 'suspected',
  degree: 0.8,
  hashtags: ['news'],
  urls: [],
  members: [{ account: 'acct:1', degree: 0.9 }],
  posts,
  advice: [],
})

export const sampleThreat = (id: string, grade: Threat['grade'] = 'medium'): Threat => ({
  id,
  openedAt: AT,
  grade,
  veracity: 'unverified',
  factors: [{ factor: 'target', value: 'present', evidence: 'names the office', coder: 'machine' }],
  accounts: ['acct:1'],
  posts: ['post:e1'],
  status: 'open',
  grading: 'table',
  lists: ['explicit'],
  protected: false,
  mergedInto: null,
})

export const sampleMedia = (over: Partial<EvidenceMedia> = {}): EvidenceMedia => ({
  id: 'm1',
  url: 'https://media.example/m1',
  status: 'kept',
  sha256: 'a'.repeat(64),
  bytes: 3,
  type: 'image/jpeg',
  cut: false,
  differs: false,
  reason: null,
  attempts: 1,
  again: false,
  ...over,
})

export const sampleEvidence = (id: string, over: Partial<Evidence> = {}): Evidence => ({
  id,
  decision: `decision-of-${id}`,
  event: 'e1',
  at: AT,
  subject: { kind: 'post', id: 'post:e1' },
  account: 'acct:1',
  policy: 'tvec8',
  class: 'restriction',
  snapshot: { sha256: 'b'.repeat(64), bytes: 400, gaps: [] },
  media: [],
  erased: null,
  ...over,
})

export const sampleHold = (id: string, over: Partial<Hold> = {}): Hold => ({
  id,
  basis: 'court',
  scope: { kind: 'account', id: 'acct:1' },
  placedAt: AT,
  until: null,
  by: 'someone',
  why: 'an order',
  reference: 'ref 1',
  extended: [],
  lifted: null,
  ...over,
})

export const sampleView = (id: string, over: Partial<View> = {}): View => ({
  id,
  at: AT,
  by: 'someone',
  kind: 'evidence',
  seen: 'v1',
  case: null,
  via: 'page',
  ...over,
})

export const sampleAccount = (id: string, status: 'open' | 'closed' = 'open', posts = 1): EntityState => ({
  key: `account:${id}`,
  account: {
    id,
    status,
    profile: { handle: id },
    createdAt: null,
    firstSeenAt: 1,
    lastSeenAt: 2,
    closedAt: status === 'closed' ? 2 : null,
    closedFor: null,
    posts,
    reports: 0,
    labels: [],
    strikes: [],
    lineage: null,
    campaign: null,
    deviceTokens: [],
    networkTokens: [],
    languages: { en: posts },
  },
  tallies: { 'posts~1': { counts: [posts] } },
})

/** A commit of these events that judges them all and leads to nothing, but for what `over` says. */
export const sampleCommit = (events: StoredEvent[], over: Partial<Commit> = {}): Commit => ({
  through: events.at(-1)?.seq ?? 0,
  events,
  decisions: [],
  jobs: [],
  outbox: [],
  links: [],
  campaigns: [],
  threats: [],
  evidence: [],
  holds: [],
  views: [],
  ledger: [],
  states: [],
  ...over,
})

/** Events `first..last` in order. */
export const sampleRun = (first: number, last: number): StoredEvent[] =>
  Array.from({ length: last - first + 1 }, (_, index) => sampleStored(first + index))

export async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const row of rows) list.push(row)
  return list
}

export const samplePerson = (id: string, name: string): Person => ({
  id,
  pseudonym: `R-${id}`,
  name,
  displayName: name,
  roles: ['reviewer'],
  status: 'active',
  createdAt: 1,
  invitedBy: null,
  password: null,
  passkeys: [],
  subject: null,
  lastSignInAt: null,
})
