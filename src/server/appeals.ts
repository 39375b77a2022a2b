import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import {
  AppealAnswerSchema,
  AppealsAnswerSchema,
  AppealsQuerySchema,
  HeardAnswerSchema,
  HearingOrderSchema,
  PublicAppealBodySchema,
  PublicAppealSchema,
} from './desk-schemas.ts'
import { personOf } from './gate.ts'
import { standing } from './jobs.ts'
import { ProblemError } from './problem.ts'
import { answers } from './routes.ts'
import { IdParamsSchema, ROWS_STANDARD } from './schemas.ts'
import type { ServerHouse } from './server.ts'

type Id = Static<typeof IdParamsSchema>
const TAGS = ['appeals']

/** Appeals as those who hear them see them. */
export function registerAppeals(app: FastifyInstance, { appeals, audit, status }: ServerHouse): void {
  app.route<{ Querystring: Static<typeof AppealsQuerySchema> }>({
    method: 'GET',
    url: '/v1/appeals',
    config: { needs: 'appeals', by: 'person' },
    schema: {
      summary: 'Appeals, newest first',
      tags: TAGS,
      querystring: AppealsQuerySchema,
      response: answers(200, AppealsAnswerSchema, [400, 401, 403]),
    },
    handler: async ({ query: { limit = ROWS_STANDARD, ...filter } }) => ({
      appeals: await appeals.list({ ...filter, limit }),
    }),
  })
  app.route<{ Params: Id }>({
    method: 'GET',
    url: '/v1/appeals/:id',
    config: { needs: 'appeals', by: 'person' },
    schema: {
      summary: 'One appeal with the decision and what became of it',
      tags: TAGS,
      params: IdParamsSchema,
      response: answers(200, AppealAnswerSchema, [400, 401, 403, 404]),
    },
    handler: async (request) => {
      const found = await appeals.show(request.params.id)
      if (found === undefined) throw noAppeal()
      await audit.viewed(request.visitor!, { kind: 'appeal', id: request.params.id })
      return found
    },
  })
  app.route<{ Params: Id; Body: Static<typeof HearingOrderSchema> }>({
    method: 'POST',
    url: '/v1/appeals/:id/decisions',
    config: { needs: 'appeals', by: 'person' },
    schema: {
      summary: 'Preview, or make, the decision on an appeal',
      description:
        'Only by somebody who took no part in what is challenged. Overturning takes back all that it had brought about, and says what. 409: it may not be done, or something changed meanwhile; nothing was done.',
      tags: TAGS,
      params: IdParamsSchema,
      body: HearingOrderSchema,
      response: answers(200, HeardAnswerSchema, [400, 401, 403, 404, 409, 413, 415, 429, 503]),
    },
    handler: async (request) => {
      const { preview = true, token, ...order } = request.body
      const how = { preview, ...(token !== undefined && { token }) }
      const heard = await standing(status, () =>
        appeals.hear(request.params.id, personOf(request).person, order, how),
      )
      if (heard === undefined) throw noAppeal()
      if (!heard.ok) throw new ProblemError(409, heard.refusal.reason, heard.refusal.hint)
      const { done, event, decision, undone, foreseen } = heard
      return { done, event, decision, undone, foreseen }
    },
  })
  registerPublic(app, { appeals, status })
}

const noAppeal = () => new ProblemError(404, 'there is no appeal with this id', 'GET /v1/appeals lists them.')

const PUBLIC_PER_MINUTE_MAX = 20

/** For the person a decision is about, by the signed link in their statement. No account of ours is needed. */
function registerPublic(
  app: FastifyInstance,
  { appeals, status }: Pick<ServerHouse, 'appeals' | 'status'>,
): void {
  app.route<{ Body: Static<typeof PublicAppealBodySchema> }>({
    method: 'POST',
    url: '/v1/public/appeal',
    config: { needs: 'nothing', rateLimit: { max: PUBLIC_PER_MINUTE_MAX, timeWindow: '1 minute' } },
    bodyLimit: 96 * 1024,
    schema: {
      summary: 'File an appeal, or see how it stands, by the link in a statement',
      description:
        'The link is good for six months and for one decision. Without a text nothing is filed. Filing again changes nothing.',
      tags: TAGS,
      security: [],
      body: PublicAppealBodySchema,
      response: answers(200, PublicAppealSchema, [400, 404, 409, 413, 415, 429, 503]),
    },
    handler: async ({ body }) => {
      const text = body.text?.trim() ?? ''
      if (text === '') return known(await appeals.look(body.token))
      const filed = known(await standing(status, () => appeals.file(body.token, text)))
      if (!filed.ok) throw new ProblemError(409, filed.refusal.reason, filed.refusal.hint)
      return filed.appeal
    },
  })
}

function known<T>(found: T | null): T {
  if (found !== null) return found
  throw new ProblemError(
    404,
    'this link is not one of ours, or has lapsed',
    'Use the whole link as it stands in the statement. It is good for six months.',
  )
}
