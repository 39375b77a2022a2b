import type { Bus } from '../bus/bus.ts'
import { QUEUES } from '../decisions/jobs.ts'
import { type Reason, reasonsFor } from '../decisions/rank.ts'
import { type Foreseen, foresee, touchesOf, trialRoom } from '../desk/order.ts'
import { timeOfAct } from '../desk/stream-now.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import type { Clock } from '../lib/clock.ts'
import { sha256 } from '../lib/hash.ts'
import type { Decision } from '../model/decision.ts'
import type { FindingKind, JobDecided, PeopleAction, ProposalRow } from '../model/desk.ts'
import { entityKey } from '../model/entity.ts'
import type { DeskAct } from '../model/event.ts'
import { DAY_MS, HOUR_MS } from '../model/ids.ts'
import type { PersonId } from '../model/person.ts'
import { stateKey } from '../model/state.ts'
import type { Plan } from '../rules/rules.ts'
import type { DeskProfile, JobQuery, JobRow, QueueCount } from '../store/desk.ts'
import type { Store } from '../store/store.ts'
import { takeReviewAct } from './acts.ts'
import { type Exposure, exposureOf } from './care.ts'
import { answerFault } from './proposals.ts'

/** How long a claim holds without a sign of life. Pages say that they live every minute. */
export const LEASE_MS = 5 * 60_000

export interface Parts {
  store: Pick<Store, 'load' | 'events' | 'position' | 'decision' | 'desk'>
  bus: Pick<Bus, 'publish'>
  clock: Clock
  /** Of the pack in force; null before the first. */
  plan(): Plan | null
}

/** Who works at the desk, and in which queues their roles let them. */
export interface Worker {
  person: PersonId
  queues: readonly string[]
}

/** A job with why it stands where it stands. */
export interface ShownJob extends Omit<JobRow, 'rank'> {
  rank: number
  breached: boolean
  reasons: Reason[]
}

export interface FindingOrder {
  finding: FindingKind
  policy?: string | null
  actions?: PeopleAction[]
  label?: string | null
  link?: string | null
  why: string
  says?: string
  /** Whether other open jobs about the same subject are answered as well. */
  alone?: boolean
  waitHours?: number
}

export interface Refusal {
  reason: string
  hint: string
}
export type Outcome =
  | {
      ok: true
      done: boolean
      waits: boolean
      event: string | null
      decision: string | null
      foreseen: Foreseen
    }
  | { ok: false; conflict: boolean; refusal: Refusal; row?: JobRow }

export type Next =
  | { job: ShownJob; exposure: Exposure }
  | { job: null; why: 'empty' | 'break'; until: number | null; exposure: Exposure }

/**
 * Where people decide about jobs. Claims and what was shown are its own small writes; every finding is an event on the bus, and what it would do is
 * weighed by the same fold that will do it. (docs/spec/review.md)
 */
export interface JobDesk {
  list(query: Omit<JobQuery, 'now'>): Promise<ShownJob[]>
  counts(): Promise<QueueCount[]>
  next(worker: Worker, queues?: readonly string[]): Promise<Next>
  claim(
    id: string,
    worker: Worker,
  ): Promise<{ ok: true; job: ShownJob } | { ok: false; status: 404 | 409; refusal: Refusal }>
  heartbeat(id: string, worker: Worker): Promise<number | null>
  handBack(id: string, worker: Worker, note: string | null): Promise<boolean>
  job(id: string): Promise<ShownJob | undefined>
  decide(
    id: string,
    worker: Worker,
    order: FindingOrder,
    how: { preview: boolean; token?: string },
  ): Promise<Outcome | undefined>
  proposals(query: { status?: ProposalRow['status']; limit: number }): Promise<ProposalRow[]>
  answer(id: string, worker: Worker, answer: { approve: boolean; why: string }): Promise<Outcome | undefined>
  exposure(person: PersonId): Promise<Exposure>
  profile(person: PersonId): Promise<DeskProfile>
  putProfile(profile: DeskProfile): Promise<void>
}

export function createJobDesk({ store, bus, clock, plan }: Parts): JobDesk {
  const { desk } = store

  const shown = (row: JobRow): ShownJob => {
    const now = clock.now()
    const { brief, policy, priority } = row.job
    const worth = brief?.worth ?? { harm: priority, done: 0, reach: 0 }
    return {
      ...row,
      leaseUntil: row.holder !== null && (row.leaseUntil ?? 0) > now ? row.leaseUntil : null,
      holder: (row.leaseUntil ?? 0) > now ? row.holder : null,
      breached: row.closed === null && row.deadline < now,
      reasons: reasonsFor(
        { worth, followers: brief?.followers ?? null },
        { policy, openedAt: row.openedAt, deadline: row.deadline, now },
      ),
    }
  }

  const profile = async (person: PersonId): Promise<DeskProfile> =>
    (await desk.deskProfile(person)) ?? { person, languages: [], queues: [], without: [], dailyMax: null }

  const exposure = async (person: PersonId): Promise<Exposure> => {
    const now = clock.now()
    const { dailyMax } = await profile(person)
    return exposureOf(await desk.shownSince(person, now - DAY_MS), now, dailyMax)
  }

  const next = async (worker: Worker, asked?: readonly string[]): Promise<Next> => {
    const now = clock.now()
    const { person } = worker
    const [own, seen] = await Promise.all([profile(person), exposure(person)])
    if (seen.breakUntil !== null) return { job: null, why: 'break', until: seen.breakUntil, exposure: seen }
    const may = worker.queues.filter((queue) => own.queues.length === 0 || own.queues.includes(queue))
    const wants = {
      person,
      queues: may.filter((queue) => asked === undefined || asked.includes(queue)),
      languages: own.languages,
      without: own.without,
      now,
      until: now + LEASE_MS,
    }
    // Something easier first, after several hard ones; if there is nothing else, the work goes on.
    const row =
      (await desk.claimNext({ ...wants, severityMax: seen.severityMax })) ??
      (seen.severityMax === 3 ? null : await desk.claimNext({ ...wants, severityMax: 3 }))
    return row === null
      ? { job: null, why: 'empty', until: null, exposure: seen }
      : { job: shown(row), exposure: seen }
  }

  const actFor = async (
    row: JobRow,
    worker: Worker,
    order: FindingOrder,
  ): Promise<(DeskAct & { type: 'job.decided' }) | null> => {
    const origin = await store.decision(row.job.decision)
    const alike = order.alone ? [] : await sameMatter(row)
    const [standing] = await store.load([stateKey.job(row.job.id)])
    const madeAt = clock.now()
    const review = reviewOf({ row, origin, alike, order, by: worker.person, madeAt })
    review.touches = await touchesOf(store, {
      decisions: [row.job.decision],
      keys: [
        stateKey.job(row.job.id),
        ...review.also.map(stateKey.job),
        stateKey.account(row.job.account),
        ...(review.link === null ? [] : [stateKey.account(review.link)]),
      ],
    })
    const { touches: _, madeAt: made, until: _until, ...said } = review
    const round = [standing?.job?.round ?? 0, standing?.job?.proposal ?? null]
    const again = order.finding === 'need-more' ? made : null
    return {
      id: `job-${sha256(canonicalJson([row.job.id, round, again, said])).slice(0, 32)}`,
      type: 'job.decided',
      at: await timeOfAct(store, row.job.at),
      account: row.job.account,
      review,
    }
  }

  /** Open jobs that ask the same about the same subject, and that nobody has at this moment. */
  const sameMatter = async (row: JobRow): Promise<JobRow[]> => {
    const now = clock.now()
    const rows = await desk.jobsAbout({ subject: entityKey(row.job.subject) })
    return rows
      .filter(({ job, holder, leaseUntil }) => {
        const held = holder !== null && holder !== row.holder && (leaseUntil ?? 0) > now
        return job.id !== row.job.id && job.queue !== 'appeals' && !held
      })
      .slice(0, ALIKE_MAX)
  }

  const decide: JobDesk['decide'] = async (id, worker, order, { preview, token }) => {
    const row = await desk.job(id)
    const inForce = plan()
    if (row === undefined || inForce === null) return undefined
    const refusal = orderFault(row, worker, order, inForce, clock.now())
    if (refusal !== null) return { ok: false, conflict: row.closed !== null, refusal, row }
    const act = await actFor(row, worker, order)
    if (act === null) return undefined
    const effects = takeReviewAct(act, await trialRoom(store, act.review.touches, inForce))
    const foreseen = foresee(effects)
    if (effects.desk.length === 0) {
      const after = await outcomeOf(act, foreseen)
      return after ?? { ok: false, conflict: true, refusal: OVERTAKEN, row }
    }
    if (preview)
      return {
        ok: true,
        done: false,
        waits: foreseen.needsSecond !== null,
        event: null,
        decision: null,
        foreseen,
      }
    if (token !== undefined && token !== foreseen.token)
      return { ok: false, conflict: true, refusal: CHANGED, row }
    await bus.publish([act])
    return (
      (await outcomeOf(act, foreseen)) ?? {
        ok: false,
        conflict: true,
        refusal: OVERTAKEN,
        row: (await desk.job(id))!,
      }
    )
  }

  /** What became of the act: done, waiting for a second person, or null where another one came first. */
  const outcomeOf = async (
    act: DeskAct & { type: 'job.decided' },
    foreseen: Foreseen,
  ): Promise<Outcome | null> => {
    const [state, pending] = await store.load([stateKey.job(act.review.job.id), stateKey.proposal(act.id)])
    const standing = state?.job
    if (act.review.finding === 'need-more')
      return { ok: true, done: true, waits: false, event: act.id, decision: null, foreseen }
    if (standing?.decided === act.id) {
      const closed = (await desk.job(act.review.job.id))?.closed
      return {
        ok: true,
        done: true,
        waits: false,
        event: act.id,
        decision: closed?.decision ?? null,
        foreseen,
      }
    }
    if (standing?.proposal === act.id && pending?.proposal?.status === 'waiting')
      return { ok: true, done: true, waits: true, event: act.id, decision: null, foreseen }
    return null
  }

  const answer: JobDesk['answer'] = async (id, worker, { approve, why }) => {
    const inForce = plan()
    const [state] = await store.load([stateKey.proposal(id)])
    const proposal = state?.proposal
    if (proposal === undefined || inForce === null) return undefined
    const madeAt = new Date(clock.now()).toISOString()
    const refusal = answerFault(proposal, { by: worker.person, madeAt })
    if (refusal !== null) return { ok: false, conflict: true, refusal }
    const { review } = proposal.act
    const touches = await touchesOf(store, {
      decisions: proposal.act.type === 'job.decided' ? [proposal.act.review.job.decision] : [],
      keys: [stateKey.proposal(id), ...review.touches],
    })
    const act: DeskAct = {
      id: `answer-${sha256(canonicalJson([id, worker.person, approve])).slice(0, 32)}`,
      type: 'proposal.answered',
      at: await timeOfAct(store, new Date(0).toISOString()),
      account: proposal.account,
      review: { by: worker.person, why, madeAt, touches, proposal: id, approve },
    }
    const foreseen = foresee(takeReviewAct(act, await trialRoom(store, touches, inForce)))
    await bus.publish([act])
    const row = await desk.proposal(id)
    if (row?.second !== worker.person) return { ok: false, conflict: true, refusal: OVERTAKEN }
    const job = row.job === null ? undefined : await desk.job(row.job)
    return {
      ok: true,
      done: approve,
      waits: false,
      event: act.id,
      decision: job?.closed?.decision ?? null,
      foreseen,
    }
  }

  return {
    list: async (query) => (await desk.jobs({ ...query, now: clock.now() })).map(shown),
    counts: () => desk.jobCounts(clock.now()),
    next,
    async claim(id, { person, queues }) {
      const now = clock.now()
      const row = await desk.job(id)
      if (row === undefined || !queues.includes(row.job.queue))
        return { ok: false, status: 404, refusal: UNKNOWN }
      const claim = await desk.claim(id, { person, now, until: now + LEASE_MS })
      if (claim.ok) return { ok: true, job: shown(claim.row) }
      return { ok: false, status: claim.why === 'unknown' ? 404 : 409, refusal: CLAIMS[claim.why] }
    },
    async heartbeat(id, { person }) {
      const now = clock.now()
      const until = now + LEASE_MS
      return (await desk.extend(id, { person, now, until })) ? until : null
    },
    handBack: (id, { person }, note) => desk.handBack(id, person, note),
    async job(id) {
      const row = await desk.job(id)
      return row && shown(row)
    },
    decide,
    proposals: (query) => desk.proposals({ ...query, now: clock.now() }),
    answer,
    exposure,
    profile,
    putProfile: (own) => desk.putDeskProfile(own),
  }
}

const ALIKE_MAX = 100
const WAIT_HOURS = 4

interface Reviewing {
  row: JobRow
  origin: Decision | undefined
  alike: JobRow[]
  order: FindingOrder
  by: PersonId
  madeAt: number
}

function reviewOf({ row, origin, alike, order, by, madeAt }: Reviewing): JobDecided {
  const { job } = row
  const violation = order.finding === 'violation'
  const reports = [row, ...alike].flatMap(({ job: { brief } }) => (brief?.report ? [brief.report] : []))
  return {
    by,
    why: order.why,
    madeAt: new Date(madeAt).toISOString(),
    touches: [],
    job: {
      id: job.id,
      queue: job.queue,
      decision: job.decision,
      event: job.brief?.event ?? origin?.event ?? job.decision,
      policy: job.policy,
      subject: job.subject,
      account: job.account,
      rules: origin?.rules ?? [],
      language: job.brief?.language ?? null,
      date: origin?.statement.content_date ?? job.at,
      reports,
    },
    also: alike.map(({ job: { id } }) => id),
    finding: order.finding,
    policy: violation ? (order.policy ?? job.policy) : null,
    actions: violation ? [...new Set(order.actions ?? [])] : [],
    label: violation ? (order.label ?? null) : null,
    link: violation ? (order.link ?? null) : null,
    says: order.says ?? '',
    until:
      order.finding === 'need-more'
        ? new Date(madeAt + (order.waitHours ?? WAIT_HOURS) * HOUR_MS).toISOString()
        : null,
  }
}

/** Why an order may not be, or null. */
function orderFault(
  row: JobRow,
  worker: Worker,
  order: FindingOrder,
  { policies }: Plan,
  now: number,
): Refusal | null {
  if (!worker.queues.includes(row.job.queue))
    return {
      reason: `the queue ${row.job.queue} is not yours`,
      hint: `You work in ${worker.queues.join(', ') || 'none'}.`,
    }
  if (row.job.queue === 'appeals')
    return {
      reason: 'appeals are heard, not decided like other jobs',
      hint: 'POST /v1/appeals/:id/decisions',
    }
  if (row.closed !== null)
    return { reason: 'this job was decided already', hint: 'Nothing was done twice. Take the next one.' }
  if (row.holder !== null && row.holder !== worker.person && (row.leaseUntil ?? 0) > now)
    return { reason: 'somebody else has this job', hint: 'Take the next one.' }
  if (row.job.brief?.notBy?.includes(worker.person))
    return { reason: 'you took part in what this is about', hint: 'Somebody else decides it.' }
  if (order.finding !== 'violation') return null
  const policy = policies.get(order.policy ?? row.job.policy)
  if (policy?.violating !== true)
    return {
      reason: `${order.policy ?? row.job.policy} is no policy that can be violated`,
      hint: 'GET /v1/policies lists them.',
    }
  if (order.actions?.includes('label') && !order.label)
    return { reason: 'the action label needs a label', hint: 'Say which.' }
  if (row.job.subject.kind === 'account' && order.actions?.some((action) => action === 'remove'))
    return { reason: 'an account is not removed but suspended', hint: 'Use suspend.' }
  return null
}

const UNKNOWN: Refusal = { reason: 'there is no job with this id', hint: 'GET /v1/jobs lists them.' }
const CLAIMS = {
  unknown: UNKNOWN,
  taken: { reason: 'somebody else has this job', hint: 'Take the next one, or wait for the lease to end.' },
  closed: { reason: 'this job was decided already', hint: 'Take the next one.' },
  barred: { reason: 'you took part in what this is about', hint: 'Somebody else decides it.' },
} as const satisfies Record<string, Refusal>
const OVERTAKEN: Refusal = {
  reason: 'it was decided, or proposed, by somebody else at that very moment',
  hint: 'Nothing was done twice. Look again.',
}
const CHANGED: Refusal = {
  reason: 'it would no longer do what the preview said',
  hint: 'Look at the new preview, and order again with its token.',
}

/** Queues that each permission opens. */
export const queuesFor = (permissions: readonly string[]): string[] =>
  QUEUES.filter((queue) => {
    if (queue === 'appeals') return permissions.includes('appeals')
    if (queue === 'threats') return permissions.includes('threats') || permissions.includes('senior')
    return permissions.includes('review')
  })
