import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { sha256 } from '../lib/hash.ts'
import type { OrderOrder, RequestOrder } from '../threats/threat-desk.ts'
import { doneOr } from './acting.ts'
import { personOf } from './gate.ts'
import { standing } from './jobs.ts'
import { ProblemError } from './problem.ts'
import { answers } from './routes.ts'
import { IdParamsSchema, ROWS_STANDARD } from './schemas.ts'
import type { ServerHouse } from './server.ts'
import {
  LimitQuerySchema,
  OrderAnswerSchema,
  OrderDoneSchema,
  OrderFormSchema,
  OrdersAnswerSchema,
  OrderTakenSchema,
  orderOrders,
  RequestAnswerSchema,
  RequestDoneSchema,
  RequestsAnswerSchema,
  receiveOrders,
  requestOrders,
} from './threat-schemas.ts'

type Id = Static<typeof IdParamsSchema>
type Limit = Static<typeof LimitQuerySchema>
const PROBLEMS = [400, 401, 403, 404, 409, 413, 415, 429, 503]
const ORDERS = ['orders']
const REQUESTS = ['requests']
const anyBody = () => () => true

/** Orders of authorities: taken in, and what is done about them. */
export function registerOrders(app: FastifyInstance, house: ServerHouse): void {
  const { threats, audit, status } = house
  app.route<{ Querystring: Limit }>({
    method: 'GET',
    url: '/v1/orders',
    config: { needs: 'threats' },
    schema: {
      summary: 'Orders of authorities, newest first, and whether final ones make the provider exposed',
      tags: ORDERS,
      querystring: LimitQuerySchema,
      response: answers(200, OrdersAnswerSchema, [400, 401, 403]),
    },
    handler: ({ query: { limit = ROWS_STANDARD } }) => threats.orders(limit),
  })
  app.route<{ Body: Static<typeof OrderFormSchema> }>({
    method: 'POST',
    url: '/v1/orders',
    config: { needs: 'threats' },
    schema: {
      summary: 'Take in an order: its hour begins',
      description:
        'The form of Annex I to Regulation (EU) 2021/784. Its sender counts as unverified until somebody verified it.',
      tags: ORDERS,
      body: OrderFormSchema,
      response: answers(202, OrderTakenSchema, [400, 401, 403, 409, 413, 415, 429, 503]),
    },
    handler: async ({ body: { account, ...order } }, reply) => {
      const raw = {
        id: `order-${sha256(order.id).slice(0, 24)}`,
        type: 'order.received',
        at: new Date(house.clock.now()).toISOString(),
        account,
        order,
      }
      const admitted = house.door.admit(raw)
      if (!admitted.ok)
        throw new ProblemError(400, `body: ${admitted.reason}`, 'See /v1/openapi.json.', {
          field: admitted.field ?? 'id',
        })
      const [taken] = await standing(status, () => house.bus.publish([admitted.event]))
      if (taken!.status === 'duplicate')
        throw new ProblemError(409, 'this order was taken in before', 'Its hour runs from then.')
      return reply.code(202).send({ id: order.id, event: admitted.event.id, status: 'received' })
    },
  })
  app.route<{ Params: Id }>({
    method: 'GET',
    url: '/v1/orders/:id',
    config: { needs: 'threats' },
    schema: {
      summary: 'One order with its clock and what was done',
      tags: ORDERS,
      params: IdParamsSchema,
      response: answers(200, OrderAnswerSchema, [400, 401, 403, 404]),
    },
    handler: async (request) => {
      const { id } = request.params
      const found = await threats.order(id)
      if (found === undefined)
        throw new ProblemError(404, 'there is no order with this id', 'GET /v1/orders lists them.')
      await audit.viewed(request.visitor!, { kind: 'case', id: `order:${id}` })
      return found
    },
  })
  app.route<{ Params: Id }>({
    method: 'POST',
    url: '/v1/orders/:id/acts',
    config: { needs: 'threats', by: 'person' },
    schema: {
      summary: 'Verify, pause, carry out, report, reinstate …',
      description:
        'Nothing is removed for a sender who was not verified. 409: it may not be done, and nothing was.',
      tags: ORDERS,
      params: IdParamsSchema,
      body: orderOrders.schema,
      response: answers(200, OrderDoneSchema, PROBLEMS),
    },
    validatorCompiler: anyBody,
    handler: async (request) => {
      const order = {
        ...orderOrders.checked(request.body),
        order: request.params.id,
      } as unknown as OrderOrder
      return doneOr(await standing(status, () => threats.actOnOrder(order, personOf(request).person)))
    },
  })
}

/** What others ask of us. */
export function registerRequests(app: FastifyInstance, { threats, audit, status }: ServerHouse): void {
  app.route<{ Querystring: Limit }>({
    method: 'GET',
    url: '/v1/requests',
    config: { needs: 'threats' },
    schema: {
      summary: 'Requests from outside, newest first',
      tags: REQUESTS,
      querystring: LimitQuerySchema,
      response: answers(200, RequestsAnswerSchema, [400, 401, 403]),
    },
    handler: async ({ query: { limit = ROWS_STANDARD } }) => ({ requests: await threats.requests(limit) }),
  })
  app.route<{ Params: Id }>({
    method: 'GET',
    url: '/v1/requests/:id',
    config: { needs: 'threats' },
    schema: {
      summary: 'One request with its call-backs',
      tags: REQUESTS,
      params: IdParamsSchema,
      response: answers(200, RequestAnswerSchema, [400, 401, 403, 404]),
    },
    handler: async (request) => {
      const found = await threats.request(request.params.id)
      if (found === undefined)
        throw new ProblemError(404, 'there is no request with this id', 'GET /v1/requests lists them.')
      await audit.viewed(request.visitor!, { kind: 'case', id: request.params.id })
      return found
    },
  })
  app.route({
    method: 'POST',
    url: '/v1/requests',
    config: { needs: 'threats', by: 'person' },
    schema: {
      summary: 'Take in a request',
      tags: REQUESTS,
      body: receiveOrders.schema,
      response: answers(200, RequestDoneSchema, PROBLEMS),
    },
    validatorCompiler: anyBody,
    handler: async (request) => {
      const order = { ...receiveOrders.checked(request.body), request: '' } as unknown as RequestOrder
      return doneOr(await standing(status, () => threats.actOnRequest(order, personOf(request).person)))
    },
  })
  app.route<{ Params: Id }>({
    method: 'POST',
    url: '/v1/requests/:id/acts',
    config: { needs: 'threats', by: 'person' },
    schema: {
      summary: 'Call back, release, preserve or refuse',
      description:
        'A request is verified by a call to a number found independently; the number it gives itself is refused. Two different people release.',
      tags: REQUESTS,
      params: IdParamsSchema,
      body: requestOrders.schema,
      response: answers(200, RequestDoneSchema, PROBLEMS),
    },
    validatorCompiler: anyBody,
    handler: async (request) => {
      const order = {
        ...requestOrders.checked(request.body),
        request: request.params.id,
      } as unknown as RequestOrder
      return doneOr(await standing(status, () => threats.actOnRequest(order, personOf(request).person)))
    },
  })
}
