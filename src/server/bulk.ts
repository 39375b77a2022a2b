import type { FastifyInstance } from 'fastify'
import { type Static, type TSchema, Type } from 'typebox'
import { PEOPLE_ACTIONS } from '../model/desk.ts'
import { orNull } from './desk-schemas.ts'
import { personOf } from './gate.ts'
import { standing } from './jobs.ts'
import { ProblemError } from './problem.ts'
import { answers } from './routes.ts'
import { IdParamsSchema } from './schemas.ts'
import { SearchQuerySchema } from './search.ts'
import type { ServerHouse } from './server.ts'

const why = Type.String({ minLength: 1, maxLength: 20_000 })
const OrderSchema = Type.Object(
  {
    query: SearchQuerySchema,
    on: Type.Enum(['post', 'account'], { description: 'What of each hit it falls on.' }),
    policy: Type.String({ maxLength: 64 }),
    actions: Type.Array(Type.Enum(PEOPLE_ACTIONS), { minItems: 1, maxItems: PEOPLE_ACTIONS.length }),
    label: Type.Optional(orNull(Type.String({ minLength: 1, maxLength: 128 }))),
    why,
    says: Type.Optional(Type.String({ maxLength: 2_000 })),
    except: Type.Optional(
      Type.Array(Type.String({ maxLength: 512 }), {
        maxItems: 500,
        description: 'Accounts that are left out.',
      }),
    ),
    preview: Type.Optional(
      Type.Boolean({ default: true, description: 'Send false, with the preview’s token, to have it done.' }),
    ),
    token: Type.Optional(Type.String({ maxLength: 64 })),
  },
  { $id: 'BulkOrder' },
)
const RowSchema = Type.Object(
  {
    id: Type.String(),
    bulk: Type.String(),
    part: Type.Integer(),
    parts: Type.Integer(),
    by: Type.String(),
    second: orNull(Type.String()),
    why: Type.String(),
    at: Type.String(),
    policy: Type.String(),
    actions: Type.Array(Type.String()),
    done: Type.Integer(),
    leftOut: Type.Array(Type.Object({ account: Type.String(), reason: Type.String() })),
    decisions: Type.Array(Type.String()),
    status: Type.Enum(['done', 'undone', 'waiting']),
  },
  { $id: 'Bulk' },
)
const OutcomeSchema = Type.Object(
  {
    done: Type.Boolean(),
    waits: Type.Boolean({ description: 'For a second person: GET /v1/proposals.' }),
    bulk: Type.String(),
    preview: Type.Object({
      found: Type.Integer(),
      more: Type.Boolean({ description: 'More was found than one act can name (500).' }),
      taken: Type.Object({
        count: Type.Integer(),
        samples: Type.Array(Type.Object({ account: Type.String(), subject: Type.String() })),
      }),
      leftOut: Type.Object({
        count: Type.Integer(),
        reasons: Type.Record(Type.String(), Type.Integer()),
        samples: Type.Array(Type.Object({ account: Type.String(), reason: Type.String() })),
      }),
      needsSecond: Type.Boolean(),
      token: Type.String(),
    }),
    rows: Type.Array(Type.Ref('Bulk')),
  },
  { $id: 'BulkOutcome' },
)
const ListSchema = Type.Object({ bulks: Type.Array(Type.Ref('Bulk')) }, { $id: 'Bulks' })
const UndoBody = Type.Object({ why })
const UndoneSchema = Type.Object({ undone: Type.Integer() }, { $id: 'BulkUndone' })
export const BULK_SCHEMAS: TSchema[] = [OrderSchema, RowSchema, OutcomeSchema, ListSchema, UndoneSchema]

const TAGS = ['bulk']

/** Acts on all that a search finds. */
export function registerBulk(app: FastifyInstance, { bulk, status }: ServerHouse): void {
  app.route<{ Body: Static<typeof OrderSchema> }>({
    method: 'POST',
    url: '/v1/bulk',
    config: { needs: 'senior', by: 'person' },
    schema: {
      summary: 'Preview, or carry out, one act on all that a search finds',
      description:
        'At most 500 at once. Above 50 a second person must agree. 409: it would no longer do what the preview said; nothing was done.',
      tags: TAGS,
      body: OrderSchema,
      response: answers(200, OutcomeSchema, [400, 401, 403, 409, 413, 415, 503]),
    },
    handler: async (request) => {
      const { preview = true, token = '', ...order } = request.body
      const { person } = personOf(request)
      const outcome = await standing(status, () =>
        preview ? bulk.weigh(order, person) : bulk.carryOut(order, person, token),
      )
      if (!outcome.ok) throw new ProblemError(409, outcome.refusal.reason, outcome.refusal.hint)
      const { done, waits, bulk: id, preview: seen, rows } = outcome
      return { done, waits, bulk: id, preview: seen, rows }
    },
  })
  app.route({
    method: 'GET',
    url: '/v1/bulk',
    config: { needs: 'senior' },
    schema: {
      summary: 'Acts in bulk, newest first',
      tags: TAGS,
      response: answers(200, ListSchema, [401, 403]),
    },
    handler: async () => ({ bulks: await bulk.list(100) }),
  })
  app.route<{ Params: Static<typeof IdParamsSchema>; Body: Static<typeof UndoBody> }>({
    method: 'POST',
    url: '/v1/bulk/:id/undo',
    config: { needs: 'senior', by: 'person' },
    schema: {
      summary: 'Take an act in bulk back as one',
      tags: TAGS,
      params: IdParamsSchema,
      body: UndoBody,
      response: answers(200, UndoneSchema, [400, 401, 403, 404, 409, 413, 415, 503]),
    },
    handler: async (request) => {
      const undone = await standing(status, () =>
        bulk.undo(request.params.id, personOf(request).person, request.body.why),
      )
      if (undone === undefined)
        throw new ProblemError(404, 'there is no act in bulk with this id', 'GET /v1/bulk lists them.')
      if (!undone.ok) throw new ProblemError(409, undone.refusal.reason, undone.refusal.hint)
      return { undone: undone.undone }
    },
  })
}
