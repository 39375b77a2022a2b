import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { type FindingOrder, type Outcome, queuesFor, type Worker } from '../review/job-desk.ts'
import {
  DecidedAnswerSchema,
  DeskMeSchema,
  DeskProfileSchema,
  FindingOrderSchema,
  HandBackBodySchema,
  JobCountsSchema,
  JobSchema,
  JobsAnswerSchema,
  JobsQuerySchema,
  JobViewSchema,
  LeaseAnswerSchema,
  MacrosSchema,
  NextAnswerSchema,
  NextBodySchema,
  ProposalAnswerBodySchema,
  ProposalsAnswerSchema,
  ProposalsQuerySchema,
} from './desk-schemas.ts'
import { personOf } from './gate.ts'
import { ProblemError } from './problem.ts'
import { answers } from './routes.ts'
import { IdParamsSchema, ROWS_STANDARD } from './schemas.ts'
import type { ServerHouse } from './server.ts'

type Id = Static<typeof IdParamsSchema>

/** Who calls, and which queues their roles open. */
const workerOf = (request: FastifyRequest): Worker => {
  const { person, permissions } = personOf(request)
  return { person, queues: queuesFor(permissions) }
}

const base = { needs: 'review', by: 'person' } as const
const TAGS = ['jobs']
const PROBLEMS = [400, 401, 403]

/** The queue: what is there, who has what. */
export function registerJobs(app: FastifyInstance, house: ServerHouse): void {
  const { jobs } = house
  app.route<{ Querystring: Static<typeof JobsQuerySchema> }>({
    method: 'GET',
    url: '/v1/jobs',
    config: base,
    schema: {
      summary: 'Jobs in the order in which they should be done',
      tags: TAGS,
      querystring: JobsQuerySchema,
      response: answers(200, JobsAnswerSchema, PROBLEMS),
    },
    handler: async (request) => {
      const { limit = ROWS_STANDARD, mine, after, ...filter } = request.query
      const rows = await jobs.list({
        ...filter,
        ...(mine && { holder: personOf(request).person }),
        ...(after !== undefined && { after: placeIn(after) }),
        limit,
      })
      const last = rows.at(-1)
      return {
        jobs: rows,
        next: last === undefined || rows.length < limit ? null : `${last.rank}~${last.job.id}`,
      }
    },
  })
  app.route({
    method: 'GET',
    url: '/v1/jobs/counts',
    config: base,
    schema: {
      summary: 'How many jobs wait in each queue, and how many past their deadline',
      tags: TAGS,
      response: answers(200, JobCountsSchema, [401, 403]),
    },
    handler: async () => ({ queues: await jobs.counts() }),
  })
  app.route<{ Body: Static<typeof NextBodySchema> }>({
    method: 'POST',
    url: '/v1/jobs/next',
    config: base,
    schema: {
      summary: 'Claim the next job that I can and will look at',
      description:
        'By order, my languages, queues and opt-outs; never an item that I was shown before. `break`: enough for now, and nothing is handed out until then.',
      tags: TAGS,
      body: NextBodySchema,
      response: answers(200, NextAnswerSchema, [...PROBLEMS, 413, 415]),
    },
    handler: async (request) => {
      const next = await jobs.next(workerOf(request), request.body.queues)
      return next.job === null ? next : { ...next, why: null, until: null }
    },
  })
  app.route<{ Params: Id }>({
    method: 'GET',
    url: '/v1/jobs/:id',
    config: base,
    schema: {
      summary: 'All that one decision needs',
      description: 'The view is written to the ledger. While I have the job it counts as shown to me.',
      tags: TAGS,
      params: IdParamsSchema,
      response: answers(200, JobViewSchema, [...PROBLEMS, 404]),
    },
    handler: async (request) => {
      const { person, queues } = workerOf(request)
      const view = await house.jobView(request.params.id, person)
      if (view === null || !queues.includes(view.job.job.queue)) throw noJob()
      await house.audit.viewed(request.visitor!, { kind: 'job', id: request.params.id })
      return view
    },
  })
  registerLeases(app, house)
  registerFindings(app, house)
  registerMe(app, house)
  registerMacros(app, house)
}

/** `rank~id`: the id may hold anything. */
function placeIn(after: string): { rank: number; id: string } {
  const cut = after.indexOf('~')
  const rank = Number(after.slice(0, cut))
  if (cut > 0 && Number.isFinite(rank)) return { rank, id: after.slice(cut + 1) }
  throw new ProblemError(
    400,
    'query: after is not the `next` of an answer',
    'Send what the last page said.',
    {
      field: 'after',
    },
  )
}

const noJob = () => new ProblemError(404, 'there is no job with this id', 'GET /v1/jobs lists them.')

/** Claim, sign of life, hand-back. */
function registerLeases(app: FastifyInstance, { jobs }: ServerHouse): void {
  app.route<{ Params: Id }>({
    method: 'POST',
    url: '/v1/jobs/:id/claim',
    config: base,
    schema: {
      summary: 'Claim one job for me alone',
      description:
        'For five minutes; a heartbeat makes it five again. 409: somebody else has it, or it is closed.',
      tags: TAGS,
      params: IdParamsSchema,
      response: answers(200, JobSchema, [...PROBLEMS, 404, 409]),
    },
    handler: async (request) => {
      const claim = await jobs.claim(request.params.id, workerOf(request))
      if (!claim.ok) throw new ProblemError(claim.status, claim.refusal.reason, claim.refusal.hint)
      return claim.job
    },
  })
  app.route<{ Params: Id }>({
    method: 'POST',
    url: '/v1/jobs/:id/heartbeat',
    config: base,
    schema: {
      summary: 'Say that I am still at it',
      tags: TAGS,
      params: IdParamsSchema,
      response: answers(200, LeaseAnswerSchema, [...PROBLEMS, 409]),
    },
    handler: async (request) => {
      const leaseUntil = await jobs.heartbeat(request.params.id, workerOf(request))
      if (leaseUntil === null)
        throw new ProblemError(
          409,
          'you do not have this job any more',
          'Claim it again, or take the next one.',
        )
      return { leaseUntil }
    },
  })
  app.route<{ Params: Id; Body: Static<typeof HandBackBodySchema> }>({
    method: 'POST',
    url: '/v1/jobs/:id/hand-back',
    config: base,
    schema: {
      summary: 'Give a job back to its queue',
      tags: TAGS,
      params: IdParamsSchema,
      body: HandBackBodySchema,
      response: answers(204, Type.Null(), [...PROBLEMS, 409, 413, 415]),
    },
    handler: async (request, reply) => {
      if (!(await jobs.handBack(request.params.id, workerOf(request), request.body.note ?? null)))
        throw new ProblemError(409, 'you do not have this job', 'There is nothing to give back.')
      return reply.code(204).send()
    },
  })
}

/** Findings, and what a second person says to them. */
function registerFindings(app: FastifyInstance, { jobs, status }: ServerHouse): void {
  app.route<{ Params: Id; Body: Static<typeof FindingOrderSchema> }>({
    method: 'POST',
    url: '/v1/jobs/:id/decisions',
    config: base,
    schema: {
      summary: 'Preview, or make, a finding',
      description:
        'Says what would be done, with the statement as the person will read it, unless `preview` is false. The same call again answers the same. 409: the job was decided already, somebody else has it, or the preview’s token no longer holds; nothing was done twice.',
      tags: TAGS,
      params: IdParamsSchema,
      body: FindingOrderSchema,
      response: answers(200, DecidedAnswerSchema, [...PROBLEMS, 404, 409, 413, 415, 429, 503]),
    },
    handler: async (request) => {
      const { preview = true, token, ...order } = request.body
      const how = { preview, ...(token !== undefined && { token }) }
      return answerFor(
        await standing(status, () =>
          jobs.decide(request.params.id, workerOf(request), order as FindingOrder, how),
        ),
      )
    },
  })
  app.route<{ Querystring: Static<typeof ProposalsQuerySchema> }>({
    method: 'GET',
    url: '/v1/proposals',
    config: base,
    schema: {
      summary: 'What waits for a second person, and what became of it',
      tags: TAGS,
      querystring: ProposalsQuerySchema,
      response: answers(200, ProposalsAnswerSchema, PROBLEMS),
    },
    handler: async ({ query: { limit = ROWS_STANDARD, ...filter } }) => ({
      proposals: await jobs.proposals({ ...filter, limit }),
    }),
  })
  app.route<{ Params: Id; Body: Static<typeof ProposalAnswerBodySchema> }>({
    method: 'POST',
    url: '/v1/proposals/:id/answers',
    config: { needs: 'senior', by: 'person' },
    schema: {
      summary: 'Agree, or not, to what another person proposed',
      tags: TAGS,
      params: IdParamsSchema,
      body: ProposalAnswerBodySchema,
      response: answers(200, DecidedAnswerSchema, [...PROBLEMS, 404, 409, 413, 415, 503]),
    },
    handler: async (request) =>
      answerFor(
        await standing(status, () => jobs.answer(request.params.id, workerOf(request), request.body)),
      ),
  })
}

function answerFor(outcome: Outcome | undefined) {
  if (outcome === undefined) throw noJob()
  if (!outcome.ok) throw new ProblemError(409, outcome.refusal.reason, outcome.refusal.hint)
  const { done, waits, event, decision, foreseen } = outcome
  return { done, waits, event, decision, foreseen }
}

/** A line that is halted takes nothing: told as such, to be sent again. */
export async function standing<T>(status: ServerHouse['status'], work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { halted } = status()
    if (halted === null) throw error
    throw new ProblemError(503, `the line is halted: ${halted}`, 'Send it again later: nothing was done.', {
      retryAfterSeconds: 5,
    })
  }
}

const MACROS = 'desk.macros'

/** Findings that are made often, as data that seniors keep. */
function registerMacros(app: FastifyInstance, { store }: ServerHouse): void {
  app.route({
    method: 'GET',
    url: '/v1/macros',
    config: { needs: 'review' },
    schema: {
      summary: 'Findings that are made often',
      tags: TAGS,
      response: answers(200, MacrosSchema, [401, 403]),
    },
    handler: async () => ({ macros: JSON.parse((await store.meta(MACROS)) ?? '[]') as unknown[] }),
  })
  app.route<{ Body: Static<typeof MacrosSchema> }>({
    method: 'POST',
    url: '/v1/macros',
    config: { needs: 'senior', by: 'person' },
    schema: {
      summary: 'Keep these as the findings that are made often',
      tags: TAGS,
      body: MacrosSchema,
      response: answers(200, MacrosSchema, [...PROBLEMS, 413, 415]),
    },
    handler: async ({ body }) => {
      await store.setMeta(MACROS, JSON.stringify(body.macros))
      return { macros: body.macros }
    },
  })
}

/** My languages, queues, opt-outs and exposure. */
function registerMe(app: FastifyInstance, { jobs }: ServerHouse): void {
  const me = async (request: FastifyRequest) => {
    const { person, queues } = workerOf(request)
    const [{ languages, queues: own, without, dailyMax }, exposure] = await Promise.all([
      jobs.profile(person),
      jobs.exposure(person),
    ])
    return { profile: { languages, queues: own, without, dailyMax }, exposure, queues }
  }
  app.route({
    method: 'GET',
    url: '/v1/desk/me',
    config: base,
    schema: {
      summary: 'What I look at, and how much I have',
      tags: TAGS,
      response: answers(200, DeskMeSchema, [401, 403]),
    },
    handler: me,
  })
  app.route<{ Body: Static<typeof DeskProfileSchema> }>({
    method: 'POST',
    url: '/v1/desk/me',
    config: base,
    schema: {
      summary: 'Say what I look at',
      tags: TAGS,
      body: DeskProfileSchema,
      response: answers(200, DeskMeSchema, [...PROBLEMS, 413, 415]),
    },
    handler: async (request) => {
      const { languages, queues, without, dailyMax } = request.body
      await jobs.putProfile({ person: personOf(request).person, languages, queues, without, dailyMax })
      return me(request)
    },
  })
}
