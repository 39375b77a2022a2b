import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { ThreatOrder } from '../threats/threat-desk.ts'
import { doneOr } from './acting.ts'
import { personOf } from './gate.ts'
import { standing } from './jobs.ts'
import { ProblemError } from './problem.ts'
import { answers } from './routes.ts'
import { IdParamsSchema, ROWS_STANDARD } from './schemas.ts'
import type { ServerHouse } from './server.ts'
import {
  BasesAnswerSchema,
  openOrders,
  ThreatAnswerSchema,
  ThreatDoneSchema,
  ThreatsAnswerSchema,
  ThreatsQuerySchema,
  threatOrders,
} from './threat-schemas.ts'

type Id = Static<typeof IdParamsSchema>
const TAGS = ['threats']
const PROBLEMS = [400, 401, 403, 404, 409, 413, 415, 429, 503]

/** Cases about danger to people, and what is decided about them. Each look at one is written down before it is answered. */
export function registerThreats(app: FastifyInstance, { threats, audit, status }: ServerHouse): void {
  app.route<{
    Querystring: { list?: 'explicit' | 'leakage'; status?: 'open' | 'closed' | 'merged'; limit?: number }
  }>({
    method: 'GET',
    url: '/v1/threats',
    config: { needs: 'threats' },
    schema: {
      summary: 'Cases, most urgent first',
      description:
        'Ask for `explicit` and for `leakage` apart: each has its own order and bound, so that the loud never hides the quiet.',
      tags: TAGS,
      querystring: ThreatsQuerySchema,
      response: answers(200, ThreatsAnswerSchema, [400, 401, 403]),
    },
    handler: async ({ query: { limit = ROWS_STANDARD, ...filter } }) => ({
      threats: await threats.list({ ...filter, limit }),
    }),
  })
  app.route({
    method: 'GET',
    url: '/v1/threats/bases',
    config: { needs: 'threats' },
    schema: {
      summary: 'Legal bases to hand something over on',
      tags: TAGS,
      response: answers(200, BasesAnswerSchema, [401, 403]),
    },
    handler: async () => ({ bases: threats.bases() }),
  })
  app.route<{ Params: Id }>({
    method: 'GET',
    url: '/v1/threats/:id',
    config: { needs: 'threats', by: 'person' },
    schema: {
      summary: 'One case with its factors, gradings, posts, accounts, clocks and referrals',
      tags: TAGS,
      params: IdParamsSchema,
      response: answers(200, ThreatAnswerSchema, [400, 401, 403, 404]),
    },
    handler: async (request) => {
      const { id } = request.params
      const found = await threats.show(id, personOf(request).person)
      if (found === undefined)
        throw new ProblemError(404, 'there is no case with this id', 'GET /v1/threats lists them.')
      await audit.viewed(request.visitor!, { kind: 'threat', id })
      return found
    },
  })
  const act = async (request: FastifyRequest, order: ThreatOrder) =>
    doneOr(await standing(status, () => threats.act(order, personOf(request).person)))
  app.route({
    method: 'POST',
    url: '/v1/threats',
    config: { needs: 'threats', by: 'person' },
    schema: {
      summary: 'Open a case by hand',
      tags: TAGS,
      body: openOrders.schema,
      response: answers(200, ThreatDoneSchema, PROBLEMS),
    },
    validatorCompiler: () => () => true,
    handler: (request) =>
      act(request, { ...openOrders.checked(request.body), case: '' } as unknown as ThreatOrder),
  })
  app.route<{ Params: Id }>({
    method: 'POST',
    url: '/v1/threats/:id/acts',
    config: { needs: 'threats', by: 'person' },
    schema: {
      summary: 'Do something about a case',
      description:
        'Code factors, grade, say how true it is, merge, refer, release, close. A high grade takes two people or a third; a referral takes two. 409: it may not be done, and nothing was.',
      tags: TAGS,
      params: IdParamsSchema,
      body: threatOrders.schema,
      response: answers(200, ThreatDoneSchema, PROBLEMS),
    },
    // The union’s own message would only say that nothing matched.
    validatorCompiler:
      ({ httpPart }) =>
      (value: unknown) =>
        httpPart === 'body' || (value !== null && typeof value === 'object'),
    handler: (request) =>
      act(request, {
        ...threatOrders.checked(request.body),
        case: request.params.id,
      } as unknown as ThreatOrder),
  })
}
