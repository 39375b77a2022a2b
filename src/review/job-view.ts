import type { Clock } from '../lib/clock.ts'
import { type LineageGraph, readLineage } from '../lineage/graph.ts'
import type { Decision } from '../model/decision.ts'
import type { AppealRow, DecisionRecord } from '../model/desk.ts'
import { type Event, hasPost, hasProfile, type Post, type Profile } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { PersonId } from '../model/person.ts'
import type { Policy, Rule } from '../model/policy.ts'
import type { Reading, Span } from '../model/reading.ts'
import { stateKey } from '../model/state.ts'
import type { Plan } from '../rules/rules.ts'
import type { Store, StoredEvent } from '../store/store.ts'
import type { JobDesk, ShownJob } from './job-desk.ts'

/** One span of the original, and what was seen in it. */
export interface Mark extends Span {
  kind: 'reason' | 'term' | 'frame'
  policy: string | null
  says: string
}

/** Posts around one, and what an account did: found by the search index. */
export interface Surroundings {
  thread(post: string): Promise<Neighbour[]>
  timeline(account: string, limit: number): Promise<Neighbour[]>
}
export interface Neighbour {
  event: string
  type: string
  at: string
  account: string
  post: string | null
  text: string
  /** How it stands to the post asked about. */
  relation: 'before' | 'after' | 'itself' | null
}

export interface JobView {
  job: ShownJob
  decision: Decision | null
  /** What it is about. Null where it is withheld, or is no post. */
  post:
    | (Pick<Post, 'id' | 'text' | 'language' | 'hashtags' | 'urls' | 'mentions' | 'media' | 'replyTo'> & {
        at: string
        marks: Mark[]
      })
    | null
  /** Set where the person has looked at the same item before: it is not shown again. */
  withheld: { why: 'seen'; job: string; at: number; decision: Decision | null } | null
  reading:
    | (Pick<Reading, 'language' | 'script' | 'scores' | 'stance' | 'contributions' | 'version'> & {
        opinions: Reading['opinions']
      })
    | null
  translation: (NonNullable<Reading['translation']> & { verified: false; says: string }) | null
  rules: {
    id: string
    description: string
    policy: string
    mode: string
    when: string
    where: string
    evidence: Record<string, unknown>
  }[]
  thread: Neighbour[]
  account: {
    id: string
    profile: Profile | null
    facts: Pick<
      AccountFacts,
      | 'status'
      | 'createdAt'
      | 'firstSeenAt'
      | 'lastSeenAt'
      | 'posts'
      | 'reports'
      | 'languages'
      | 'labels'
      | 'strikes'
      | 'campaign'
      | 'lineage'
      | 'closedFor'
    > | null
    timeline: Neighbour[]
    decisions: Pick<Decision, 'id' | 'at' | 'verdict' | 'policy' | 'actions' | 'mode' | 'automated'>[]
  }
  lineage: LineageGraph | null
  similar: {
    decision: Pick<Decision, 'id' | 'at' | 'verdict' | 'policy' | 'actions' | 'automated'>
    appeal: AppealRow['status'] | null
    standing: DecisionRecord['standing'] | null
  }[]
  policies: Pick<Policy, 'id' | 'title' | 'prose' | 'violating' | 'precedence'>[]
  /** The platform’s own address of it. */
  link: string | null
  report: { id: string; text: string; policy: string | null } | null
  appeal: AppealRow | null
  /** Other open jobs about the same subject. */
  alike: string[]
  gaps: string[]
}

interface Parts {
  store: Pick<Store, 'load' | 'event' | 'decision' | 'decisions' | 'eachLink' | 'account' | 'desk'>
  desk: Pick<JobDesk, 'job'>
  clock: Clock
  plan(): Plan | null
  surroundings: Surroundings
  /** Address of a post or account on the platform, with `{post}` and `{account}`; null where none was given. */
  platformUrl(): Promise<string | null>
}

const TIMELINE_MAX = 50
const SIMILAR_MAX = 8
const MARKS_MAX = 64

/** Everything that one decision needs, on one screen. Null for a job that is not there. (docs/spec/review.md, V1 to V6) */
export function createJobView(parts: Parts): (id: string, person: PersonId) => Promise<JobView | null> {
  const { store, desk, clock, plan, surroundings } = parts

  return async (id, person) => {
    const job = await desk.job(id)
    if (job === undefined) return null
    const origin = await store.event(job.job.brief?.event ?? '')
    const decision = (await store.decision(job.job.decision)) ?? null
    const about = await contentOf(job, origin, decision, store)
    const withheld = await withheldFrom(job, person, store)
    if (withheld === null && about !== null && holds(job, person)) await showTo(job, person, parts)
    const account = (await store.account(job.job.account))?.account ?? null
    return {
      job,
      decision,
      ...(withheld === null ? contentView(about) : { post: null, reading: null, translation: null }),
      withheld,
      rules: rulesOf(decision, plan()),
      thread:
        about !== null && hasPost(about.event) && withheld === null
          ? await surroundings.thread(about.event.post.id)
          : [],
      account: {
        id: job.job.account,
        profile: account?.profile ?? null,
        facts: account === null ? null : factsOf(account),
        timeline: withheld === null ? await surroundings.timeline(job.job.account, TIMELINE_MAX) : [],
        decisions: (await store.decisions({ account: job.job.account, limit: TIMELINE_MAX })).map(shortOf),
      },
      lineage:
        account?.lineage == null && job.job.queue !== 'returns'
          ? null
          : ((await readLineage(store, job.job.account)) ?? null),
      similar: await similarTo(job, decision, store),
      policies: policiesOf(decision, plan()),
      link: linkTo(await parts.platformUrl(), about?.event ?? null, job),
      report: reportOf(origin?.event ?? null),
      appeal: job.job.queue === 'appeals' ? ((await store.desk.appealOf(job.job.decision)) ?? null) : null,
      alike: (await store.desk.jobsAbout({ subject: `${job.job.subject.kind}:${job.job.subject.id}` }))
        .map((row) => row.job.id)
        .filter((other) => other !== id),
      gaps: [
        ...(decision?.gaps ?? []),
        ...(about === null ? ['content: nothing is known of what it is about'] : []),
      ],
    }
  }

  function holds(job: ShownJob, person: PersonId): boolean {
    return job.holder === person && (job.leaseUntil ?? 0) > clock.now()
  }
}

/** The event whose content is judged: of a report, what was reported. */
async function contentOf(
  { job }: ShownJob,
  origin: StoredEvent | undefined,
  decision: Decision | null,
  store: Parts['store'],
): Promise<StoredEvent | null> {
  if (origin !== undefined && (hasPost(origin.event) || hasProfile(origin.event))) return origin
  if (job.subject.kind === 'post') {
    for (const past of await store.decisions({ account: job.account, limit: 200 })) {
      if (past.subject.id !== job.subject.id || past.id === decision?.id) continue
      const event = await store.event(past.event)
      if (event !== undefined && hasPost(event.event)) return event
    }
  }
  return null
}

/** The same known item is not shown twice to a person, other than for the same job. */
async function withheldFrom(
  job: ShownJob,
  person: PersonId,
  store: Parts['store'],
): Promise<JobView['withheld']> {
  const item = job.job.brief?.item
  if (item == null) return null
  const before = await store.desk.shownBefore(person, item, job.job.id)
  if (before === undefined) return null
  const earlier = await store.desk.job(before.job)
  const decision =
    earlier?.closed?.decision == null ? null : ((await store.decision(earlier.closed.decision)) ?? null)
  return { why: 'seen', job: before.job, at: before.at, decision }
}

async function showTo(job: ShownJob, person: PersonId, { store, clock }: Parts): Promise<void> {
  const severity = job.job.brief?.severity ?? 0
  const item = job.job.brief?.item ?? `j-${job.job.id}`
  await store.desk.show({ person, item, job: job.job.id, severity, at: clock.now() })
}

function contentView(about: StoredEvent | null): Pick<JobView, 'post' | 'reading' | 'translation'> {
  if (about === null) return { post: null, reading: null, translation: null }
  const { event, reading } = about
  const read =
    reading === null
      ? null
      : {
          language: reading.language,
          script: reading.script,
          scores: reading.scores,
          stance: reading.stance,
          contributions: reading.contributions,
          version: reading.version,
          opinions: reading.opinions,
        }
  return { post: postOf(event, reading), reading: read, translation: translationOf(reading) }
}

function postOf(event: Event, reading: Reading | null): JobView['post'] {
  if (!hasPost(event)) return null
  const { id, text, language, hashtags, urls, mentions, media, replyTo } = event.post
  return {
    id,
    text,
    language,
    hashtags,
    urls,
    mentions,
    media,
    replyTo,
    at: event.at,
    marks: marksOf(reading),
  }
}

function marksOf(reading: Reading | null): Mark[] {
  if (reading === null) return []
  const marks: Mark[] = [
    ...reading.contributions.flatMap(({ policy, reason, span }) =>
      span === undefined ? [] : [{ ...span, kind: 'reason' as const, policy, says: reason }],
    ),
    ...reading.terms.map(({ span, bank, policy }) => ({
      ...span,
      kind: 'term' as const,
      policy,
      says: `in the bank ${bank}`,
    })),
    ...reading.frames.map(({ span, act, negated, quoted }) => ({
      ...span,
      kind: 'frame' as const,
      policy: null,
      says: [act, ...(negated ? ['negated'] : []), ...(quoted ? ['quoted'] : [])].join(', '),
    })),
  ]
  return marks.sort((a, b) => a.start - b.start || b.end - a.end).slice(0, MARKS_MAX)
}

function translationOf(reading: Reading | null): JobView['translation'] {
  if (reading?.translation === undefined) return null
  const { translation } = reading
  return { ...translation, verified: false, says: `By ${translation.engine}; not verified by a speaker.` }
}

function rulesOf(decision: Decision | null, plan: Plan | null): JobView['rules'] {
  if (decision === null) return []
  const known = new Map<string, Rule>(plan?.pack.rules.map((rule) => [rule.id, rule]))
  return decision.rules.map((id) => {
    const rule = known.get(id)
    return {
      id,
      description: rule?.description ?? 'No longer in the pack in force.',
      policy: rule?.policy ?? decision.policy,
      mode: rule?.mode ?? 'off',
      when: rule?.when ?? '',
      where: rule === undefined ? '' : `${rule.where.file}:${rule.where.line}`,
      evidence: decision.evidence,
    }
  })
}

const factsOf = ({
  status,
  createdAt,
  firstSeenAt,
  lastSeenAt,
  posts,
  reports,
  languages,
  labels,
  strikes,
  campaign,
  lineage,
  closedFor,
}: AccountFacts): NonNullable<JobView['account']['facts']> => ({
  status,
  createdAt,
  firstSeenAt,
  lastSeenAt,
  posts,
  reports,
  languages,
  labels,
  strikes,
  campaign,
  lineage,
  closedFor,
})

const shortOf = ({ id, at, verdict, policy, actions, mode, automated }: Decision) => ({
  id,
  at,
  verdict,
  policy,
  actions,
  mode,
  automated,
})

/** What people found under the same policy, by the same leading rule first; and how appeals on it ended. */
async function similarTo(
  job: ShownJob,
  decision: Decision | null,
  store: Parts['store'],
): Promise<JobView['similar']> {
  const rows = await store.desk.findings({ limit: 400 })
  const near = rows.filter(
    ({ under, job: other, sample }) => under === job.job.policy && other !== job.job.id && sample === null,
  )
  const similar: JobView['similar'] = []
  for (const { job: other } of near) {
    if (similar.length >= SIMILAR_MAX || other === null) break
    const closed = (await store.desk.job(other))?.closed?.decision
    const found = closed == null ? undefined : await store.decision(closed)
    if (found === undefined || found.id === decision?.id) continue
    const record = (await store.load([stateKey.decision(found.id)]))[0]?.decision
    const appeal = await store.desk.appealOf(found.id)
    const { id, at, verdict, policy, actions, automated } = found
    similar.push({
      decision: { id, at, verdict, policy, actions, automated },
      appeal: appeal?.status ?? null,
      standing: record?.standing ?? null,
    })
  }
  return similar
}

function policiesOf(decision: Decision | null, plan: Plan | null): JobView['policies'] {
  const cited = new Set([decision?.policy, 'edsa'])
  const policies = plan?.pack.policies ?? []
  return [...policies]
    .sort((a, b) => Number(cited.has(b.id)) - Number(cited.has(a.id)) || b.precedence - a.precedence)
    .map(({ id, title, prose, violating, precedence }) => ({ id, title, prose, violating, precedence }))
}

/** By the template; or where the platform itself sent the address. Only the web’s own schemes: what a stranger wrote is not followed. */
export function linkTo(
  template: string | null,
  event: Event | null,
  { job }: Pick<ShownJob, 'job'>,
): string | null {
  const own = event !== null && hasPost(event) ? event.post.extra?.url : undefined
  if (typeof own === 'string' && /^https:\/\//.test(own) && URL.canParse(own)) return own
  if (template === null) return null
  const filled = template
    .replaceAll('{post}', encodeURIComponent(job.subject.kind === 'post' ? job.subject.id : ''))
    .replaceAll('{account}', encodeURIComponent(job.account))
  return /^https?:\/\//.test(filled) && URL.canParse(filled) ? filled : null
}

const reportOf = (event: Event | null): JobView['report'] =>
  event?.type === 'report.created'
    ? { id: event.report.id, text: event.report.text ?? '', policy: event.report.policy ?? null }
    : null
