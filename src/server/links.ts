import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { LINK_TIERS } from '../model/link.ts'
import { unlessHalted } from './halted.ts'
import { ProblemError } from './problem.ts'
import { answers } from './routes.ts'
import { IdParamsSchema, ROWS_MAX, ROWS_STANDARD } from './schemas.ts'
import type { ServerHouse } from './server.ts'

const id = (description: string) => Type.String({ minLength: 1, maxLength: 512, description })
const Status = Type.Enum(['proposed', 'confirmed', 'rejected'])
const Tier = Type.Enum([...LINK_TIERS])

export const LinkRowSchema = Type.Object({
  id: Type.String(),
  account: Type.String({ description: 'The later account.' }),
  closedAccount: Type.String(),
  tier: Tier,
  bits: Type.Number(),
  at: Type.String({ description: 'Event time, ISO 8601' }),
  trigger: Type.String({ description: 'Type of the event at which it was weighed.' }),
  status: Status,
  waterfall: Type.Array(
    Type.Object({ field: Type.String(), bits: Type.Number(), left: Type.String(), right: Type.String() }),
  ),
})

export const LinksAnswerSchema = Type.Object({
  links: Type.Array(LinkRowSchema),
  next: Type.Union([Type.String(), Type.Null()], {
    description: 'Send as `before` for those told earlier; null at the end.',
  }),
})

const LinksQuerySchema = Type.Object(
  {
    account: Type.Optional(id('Only links of this account.')),
    closedAccount: Type.Optional(id('Only links to this closed account.')),
    tier: Type.Optional(Tier),
    status: Type.Optional(Status),
    before: Type.Optional(id('`next` of the answer before.')),
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: ROWS_MAX,
        default: ROWS_STANDARD,
        description: `At most ${ROWS_MAX}.`,
      }),
    ),
  },
  { additionalProperties: false },
)

const ReviewBodySchema = Type.Object(
  {
    closedAccount: id('The closed account of the pair.'),
    finding: Type.Enum(['confirmed', 'rejected', 'withdrawn'], {
      description: 'withdrawn takes an earlier finding back, with all it brought.',
    }),
    by: Type.Optional(
      id('With a program’s key: for whom it speaks. A person who is signed in finds as themselves.'),
    ),
    why: Type.String({ minLength: 1, maxLength: 20_000, pattern: '\\S', description: 'The grounds.' }),
  },
  { additionalProperties: false },
)

export const ReviewAnswerSchema = Type.Object({
  event: Type.String({ description: 'The finding’s own event, as the ledger names it.' }),
  link: Type.Union([LinkRowSchema, Type.Null()], { description: 'The link as it stands after it.' }),
})

/** Links to closed accounts, and what people find about them. */
export function registerLinks(app: FastifyInstance, { links, status }: ServerHouse): void {
  app.route<{ Querystring: Static<typeof LinksQuerySchema> }>({
    method: 'GET',
    url: '/v1/links',
    config: { needs: 'read' },
    schema: {
      summary: 'Links between accounts and closed ones, told last first',
      tags: ['lineage'],
      querystring: LinksQuerySchema,
      response: answers(200, LinksAnswerSchema, [400, 401, 403]),
    },
    handler: async ({ query: { limit = ROWS_STANDARD, ...query } }) => {
      const rows = await links.list({ ...query, limit })
      return { links: rows, next: rows.length < limit ? null : rows.at(-1)!.id }
    },
  })
  app.route<{ Params: Static<typeof IdParamsSchema>; Body: Static<typeof ReviewBodySchema> }>({
    method: 'POST',
    url: '/v1/links/:id/review',
    config: { needs: 'review' },
    schema: {
      summary: 'Confirm or reject a link of this account, or take a finding back',
      description:
        'A confirmed link carries history and strikes over; a rejected pair is never proposed again. 409: the other account is not closed; nothing was done.',
      tags: ['lineage'],
      params: IdParamsSchema,
      body: ReviewBodySchema,
      response: answers(200, ReviewAnswerSchema, [400, 401, 403, 404, 409, 413, 415, 429, 503]),
    },
    handler: async ({ params, body: { closedAccount, finding, why, ...body }, visitor }) => {
      // A person signs with their own id, whatever the body says; a program says for whom it speaks.
      const by = visitor?.person ?? body.by
      if (by === undefined || by.trim() === '')
        throw new ProblemError(400, 'body: by is needed for this', 'Say for whom the program speaks.', {
          field: 'by',
        })
      const order = { account: params.id, closedAccount, finding, by, why }
      const outcome = await unlessHalted(() => links.review(order), status)
      if (!outcome.ok) throw new ProblemError(outcome.known ? 409 : 404, outcome.reason, outcome.hint)
      return { event: outcome.event, link: outcome.link }
    },
  })
}
