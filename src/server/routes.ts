import type { FastifyInstance } from 'fastify'
import { type Static, type TSchema, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { CheckInput } from '../check.ts'
import { ProblemError } from './problem.ts'
import {
  CHECK_TEXTS_MAX,
  CheckBodySchema,
  CheckInputSchema,
  DecisionSchema,
  DecisionsAnswerSchema,
  DecisionsQuerySchema,
  IdParamsSchema,
  OutboxAnswerSchema,
  OutboxQuerySchema,
  PoliciesAnswerSchema,
  ResendAnswerSchema,
  ROWS_STANDARD,
  StatusAnswerSchema,
} from './schemas.ts'
import type { ServerHouse } from './server.ts'

/** The `response` of a route's schema: one success and the problems it can answer. */
export const answers = (status: number, schema: TSchema, problems: number[]): Record<number, TSchema> =>
  Object.fromEntries([
    [status, '$id' in schema ? Type.Ref(String(schema.$id)) : schema],
    ...problems.map((problem) => [problem, Type.Ref('Problem')] as const),
  ])

const checkInput = Compile(CheckInputSchema)

/** `POST /v1/check`: reads and judges texts in line; nothing is stored. */
export function registerCheck(app: FastifyInstance, { check }: ServerHouse): void {
  app.route({
    method: 'POST',
    url: '/v1/check',
    config: { needs: 'check' },
    schema: {
      summary: 'Read and judge texts',
      description: 'What the line would conclude of a first post by an unknown account. Nothing is stored.',
      tags: ['check'],
      body: CheckBodySchema,
      response: answers(
        200,
        Type.Union([Type.Ref('CheckRow'), Type.Array(Type.Ref('CheckRow'))]),
        [400, 401, 403, 413, 415, 503],
      ),
    },
    // A union’s own message would only say that nothing matched.
    validatorCompiler: () => () => true,
    handler: async ({ body }) => {
      const rows = await check(inputsOf(body))
      return Array.isArray(body) ? rows : rows[0]
    },
  })
}

function inputsOf(body: unknown): CheckInput[] {
  const inputs = Array.isArray(body) ? body : [body]
  if (inputs.length === 0 || inputs.length > CHECK_TEXTS_MAX)
    throw new ProblemError(
      inputs.length === 0 ? 400 : 413,
      `${inputs.length} texts; 1 to ${CHECK_TEXTS_MAX} can be checked at once`,
      'Send them in several requests.',
    )
  inputs.forEach((input, index) => {
    if (checkInput.Check(input)) return
    const [fault] = checkInput.Errors(input)
    const path = fault?.instancePath.slice(1).replaceAll('/', '.') ?? ''
    throw new ProblemError(
      400,
      `text ${index + 1}: ${fault?.message ?? 'does not fit'}`,
      'Send {"text": "…"}; id, language and author may be given.',
      {
        field: [Array.isArray(body) ? String(index) : '', path].filter(Boolean).join('.') || 'text',
      },
    )
  })
  return inputs
}

/** What screens read: status, policies, decisions. */
export function registerReads(app: FastifyInstance, house: ServerHouse): void {
  const { store } = house
  app.route({
    method: 'GET',
    url: '/v1/status',
    config: { needs: 'read' },
    schema: {
      summary: 'How the line stands, and counts in all',
      tags: ['status'],
      response: answers(200, StatusAnswerSchema, [401, 403]),
    },
    handler: async () => ({ version: house.version, line: house.status(), counts: await store.counts() }),
  })
  app.route({
    method: 'GET',
    url: '/v1/policies',
    config: { needs: 'read' },
    schema: {
      summary: 'The policies in force',
      tags: ['status'],
      response: answers(200, PoliciesAnswerSchema, [401, 403]),
    },
    handler: async () => ({
      policies: house
        .policies()
        .map(({ id, title, prose, precedence, violating }) => ({ id, title, prose, precedence, violating })),
    }),
  })
  app.route<{ Querystring: Static<typeof DecisionsQuerySchema> }>({
    method: 'GET',
    url: '/v1/decisions',
    config: { needs: 'read' },
    schema: {
      summary: 'Decisions, newest first',
      tags: ['decisions'],
      querystring: DecisionsQuerySchema,
      response: answers(200, DecisionsAnswerSchema, [400, 401, 403]),
    },
    handler: async ({ query: { limit = ROWS_STANDARD, ...filter } }) => {
      const decisions = await store.decisions({ ...filter, limit })
      return { decisions, next: decisions.length < limit ? null : decisions.at(-1)!.id }
    },
  })
  app.route<{ Params: Static<typeof IdParamsSchema> }>({
    method: 'GET',
    url: '/v1/decisions/:id',
    config: { needs: 'read' },
    schema: {
      summary: 'One decision',
      tags: ['decisions'],
      params: IdParamsSchema,
      response: answers(200, DecisionSchema, [400, 401, 403, 404]),
    },
    handler: async ({ params, visitor }) => {
      const decision = await store.decision(params.id)
      if (decision === undefined)
        throw new ProblemError(404, 'there is no decision with this id', 'GET /v1/decisions lists them.')
      await house.audit.viewed(visitor!, { kind: 'decision', id: params.id })
      return decision
    },
  })
}

/** Actions on their way to the platform, and those that never arrived. */
export function registerOutbox(app: FastifyInstance, { store, resend }: ServerHouse): void {
  app.route<{ Querystring: Static<typeof OutboxQuerySchema> }>({
    method: 'GET',
    url: '/v1/outbox',
    config: { needs: 'read' },
    schema: {
      summary: 'Actions to the platform, newest first',
      tags: ['outbox'],
      querystring: OutboxQuerySchema,
      response: answers(200, OutboxAnswerSchema, [400, 401, 403]),
    },
    handler: async ({ query: { limit = ROWS_STANDARD, ...filter } }) => ({
      rows: await store.outbox({ ...filter, limit }),
    }),
  })
  app.route<{ Params: Static<typeof IdParamsSchema> }>({
    method: 'POST',
    url: '/v1/outbox/:id/resend',
    config: { needs: 'admin' },
    schema: {
      summary: 'Send a dead letter again',
      description: 'The platform sees the same id as before, so a second delivery is harmless.',
      tags: ['outbox'],
      params: IdParamsSchema,
      response: answers(202, ResendAnswerSchema, [400, 401, 403, 404]),
    },
    handler: async ({ params }, reply) => {
      if (!(await resend(params.id)))
        throw new ProblemError(
          404,
          'there is no dead letter with this id',
          'GET /v1/outbox?status=dead lists them.',
        )
      return reply.code(202).send({ id: params.id, status: 'waiting' })
    },
  })
}
