import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Done } from '../evidence/desk.ts'
import { HOLD_BASES } from '../model/evidence.ts'
import { unlessHalted } from './halted.ts'
import { ProblemError } from './problem.ts'
import { answers } from './routes.ts'
import { IdParamsSchema, ROWS_MAX, ROWS_STANDARD } from './schemas.ts'
import type { ServerHouse } from './server.ts'

const id = Type.String({ minLength: 1, maxLength: 512 })
const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: ROWS_MAX, default: ROWS_STANDARD }))
const by = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 512,
    description: 'For a program: for whom it speaks. A person signs with their own id.',
  }),
)
const why = Type.String({ minLength: 1, maxLength: 20_000, description: 'The grounds.' })
const until = Type.Optional(
  Type.Union([Type.String({ maxLength: 40, description: 'ISO 8601' }), Type.Null()]),
)
const on = Type.Array(id, {
  minItems: 1,
  maxItems: 100,
  description: 'Evidence, decisions, accounts or threat cases.',
})
/** Rows as the store keeps them: their fields stand in docs/spec/evidence.md. */
const rows = (name: string) => Type.Object({ [name]: Type.Array(Type.Unknown()) })
const One = Type.Record(Type.String(), Type.Unknown())

const ListQuery = Type.Object({
  account: Type.Optional(id),
  erased: Type.Optional(Type.Boolean()),
  before: Type.Optional(id),
  limit,
})
const LookQuery = Type.Object({ case: Type.Optional(id), by })
const ViewsQuery = Type.Object({
  seen: Type.Optional(id),
  case: Type.Optional(id),
  by: Type.Optional(id),
  kind: Type.Optional(id),
  before: Type.Optional(id),
  limit,
})
const HoldsQuery = Type.Object({
  all: Type.Optional(Type.Boolean({ description: 'Those that ended as well.' })),
})
const PlaceBody = Type.Object({
  on,
  basis: Type.Union(HOLD_BASES.map((basis) => Type.Literal(basis))),
  until,
  reference: Type.Optional(Type.Union([Type.String({ maxLength: 512 }), Type.Null()])),
  by,
  why,
})
const ExtendBody = Type.Object({ until, by, why })
const LiftBody = Type.Object({ by, why })
const RetainBody = Type.Object({ dryRun: Type.Optional(Type.Boolean({ default: true })), by })
const NamedBody = Type.Object({ on, by, why })
const MediaParams = Type.Object({ id, index: Type.Integer({ minimum: 0, maximum: 63 }) })

/** Who acts: a person under their own id, or whom a program names. */
function actor({ visitor }: FastifyRequest, named: string | undefined): string {
  const who = visitor?.person ?? named
  if (who !== undefined) return who
  throw new ProblemError(400, 'body: by is needed for this', 'Say for whom the program speaks.', {
    field: 'by',
  })
}
/** Who looks. A program that names nobody is named by its key. */
const looker = ({ visitor }: FastifyRequest, named: string | undefined): string =>
  visitor?.person ?? named ?? `key ${visitor?.id ?? ''}`

const missing = (): ProblemError =>
  new ProblemError(404, 'there is no such evidence', 'GET /v1/evidence lists what there is.')

function done<T>(outcome: Done<T>): T {
  if (outcome.ok) return outcome.value
  throw new ProblemError(409, outcome.reason, outcome.hint)
}

const PROBLEMS = [400, 401, 403, 404, 409, 413, 415, 429, 503]

/** What was preserved, holds on it, and who saw it. Whoever is shown something is on the ledger before they are. */
export function registerEvidence(app: FastifyInstance, { evidence: desk, status }: ServerHouse): void {
  const act = <T>(work: () => Promise<T>) => unlessHalted(work, status)
  const common = { tags: ['evidence'] }

  app.route<{ Querystring: Static<typeof ListQuery> }>({
    method: 'GET',
    url: '/v1/evidence',
    config: { needs: 'evidence' },
    schema: {
      ...common,
      summary: 'What was preserved, newest first',
      querystring: ListQuery,
      response: answers(200, rows('evidence'), [400, 401, 403]),
    },
    handler: async ({ query: { limit = ROWS_STANDARD, ...filter } }) => ({
      evidence: await desk.list({ ...filter, limit }),
    }),
  })
  app.route<{ Params: Static<typeof IdParamsSchema>; Querystring: Static<typeof LookQuery> }>({
    method: 'GET',
    url: '/v1/evidence/:id',
    config: { needs: 'evidence' },
    schema: {
      ...common,
      summary: 'One piece of evidence with its snapshot, holds and custody; logged',
      params: IdParamsSchema,
      querystring: LookQuery,
      response: answers(200, One, PROBLEMS),
    },
    handler: async (request) => {
      const { params, query } = request as typeof request & { params: { id: string } }
      const looking = { by: looker(request, query.by), case: query.case ?? null, via: 'http' }
      const view = await act(() => desk.show(params.id, looking))
      if (view === undefined) throw missing()
      return view
    },
  })
  app.route<{ Params: Static<typeof MediaParams>; Querystring: Static<typeof LookQuery> }>({
    method: 'GET',
    url: '/v1/evidence/:id/media/:index',
    config: { needs: 'evidence' },
    schema: {
      ...common,
      summary: 'The bytes of one media item; logged',
      description: 'Always as application/octet-stream, to be saved: nothing here shows or runs them.',
      params: MediaParams,
      querystring: LookQuery,
      response: answers(200, Type.String({ description: 'The bytes.' }), PROBLEMS),
    },
    handler: async (request, reply) => {
      const { params, query } = request
      const looking = { by: looker(request, query.by), case: query.case ?? null, via: 'http' }
      const media = await act(() => desk.media(params.id, params.index, looking))
      if (media === undefined) throw missing()
      return reply
        .type('application/octet-stream')
        .header('content-length', media.size)
        .header('content-disposition', 'attachment; filename="media.bin"')
        .header('content-security-policy', "sandbox; default-src 'none'")
        .send(Readable.from(media.bytes))
    },
  })
  app.route<{ Querystring: Static<typeof ViewsQuery> }>({
    method: 'GET',
    url: '/v1/evidence/views',
    config: { needs: 'audit' },
    schema: {
      ...common,
      summary: 'Who saw what, newest first',
      querystring: ViewsQuery,
      response: answers(200, rows('views'), [400, 401, 403]),
    },
    handler: async ({ query: { limit = ROWS_STANDARD, ...filter } }) => ({
      views: await desk.views({ ...filter, limit }),
    }),
  })
  app.route<{ Querystring: Static<typeof HoldsQuery> }>({
    method: 'GET',
    url: '/v1/evidence/holds',
    config: { needs: 'evidence' },
    schema: {
      ...common,
      summary: 'Holds that forbid deletion',
      querystring: HoldsQuery,
      response: answers(200, rows('holds'), [400, 401, 403]),
    },
    handler: async ({ query }) => ({ holds: await desk.holds({ live: query.all !== true }) }),
  })
  app.route<{ Body: Static<typeof PlaceBody> }>({
    method: 'POST',
    url: '/v1/evidence/holds',
    config: { needs: 'evidence' },
    schema: {
      ...common,
      summary: 'Place holds',
      description: '409: the law named does not give it; nothing was done.',
      body: PlaceBody,
      response: answers(200, rows('holds'), PROBLEMS),
    },
    handler: async (request) => {
      const { by: named, until: end = null, reference = null, ...order } = request.body
      const hold = { ...order, until: end, reference, by: actor(request, named) }
      return { holds: done(await act(() => desk.place(hold))) }
    },
  })
  app.route<{ Params: Static<typeof IdParamsSchema>; Body: Static<typeof ExtendBody> }>({
    method: 'POST',
    url: '/v1/evidence/holds/:id/extend',
    config: { needs: 'evidence' },
    schema: {
      ...common,
      summary: 'Make a hold last longer',
      params: IdParamsSchema,
      body: ExtendBody,
      response: answers(200, One, PROBLEMS),
    },
    handler: async (request) => {
      const { by: named, until: end = null, why: grounds } = request.body
      return done(
        await act(() =>
          desk.extend(request.params.id, { until: end, why: grounds, by: actor(request, named) }),
        ),
      )
    },
  })
  app.route<{ Params: Static<typeof IdParamsSchema>; Body: Static<typeof LiftBody> }>({
    method: 'POST',
    url: '/v1/evidence/holds/:id/lift',
    config: { needs: 'evidence' },
    schema: {
      ...common,
      summary: 'Lift a hold',
      params: IdParamsSchema,
      body: LiftBody,
      response: answers(200, One, PROBLEMS),
    },
    handler: async (request) =>
      done(
        await act(() =>
          desk.lift(request.params.id, { why: request.body.why, by: actor(request, request.body.by) }),
        ),
      ),
  })
  app.route<{ Body: Static<typeof RetainBody> }>({
    method: 'POST',
    url: '/v1/evidence/retain',
    config: { needs: 'evidence' },
    schema: {
      ...common,
      summary: 'Delete what its time is over for; without `dryRun: false` only say what would go',
      body: RetainBody,
      response: answers(200, One, PROBLEMS),
    },
    handler: async (request) =>
      act(() => desk.retain({ dryRun: request.body.dryRun !== false, by: actor(request, request.body.by) })),
  })
  app.route<{ Body: Static<typeof NamedBody> }>({
    method: 'POST',
    url: '/v1/evidence/erase',
    config: { needs: 'evidence' },
    schema: {
      ...common,
      summary: 'Erase evidence; what is held stays, and is named',
      body: NamedBody,
      response: answers(200, One, PROBLEMS),
    },
    handler: async (request) => {
      const { on: ids, why: grounds, by: named } = request.body
      return done(await act(() => desk.erase(ids, { why: grounds, by: actor(request, named) })))
    },
  })
  app.route<{ Body: Static<typeof NamedBody> }>({
    method: 'POST',
    url: '/v1/evidence/export',
    config: { needs: 'evidence' },
    schema: {
      ...common,
      summary: 'One archive that a stranger can verify offline; logged',
      description: 'A tar archive, streamed. Where it breaks off it does not verify.',
      body: NamedBody,
      response: answers(200, Type.String({ description: 'The archive.' }), PROBLEMS),
    },
    handler: async (request, reply) => {
      const { on: ids, why: grounds, by: named } = request.body
      const order = { why: grounds, by: actor(request, named), via: 'http' }
      const { chunks } = done(await act(() => desk.export(ids, order)))
      return reply
        .type('application/x-tar')
        .header('content-disposition', 'attachment; filename="evidence.tar"')
        .send(Readable.from(chunks))
    },
  })
}
