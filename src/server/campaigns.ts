import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import type { Order } from '../campaigns/order.ts'
import { unlessHalted } from './halted.ts'
import { ProblemError } from './problem.ts'
import { answers } from './routes.ts'
import {
  CampaignAnswerSchema,
  CampaignOrderAnswerSchema,
  CampaignOrderSchema,
  CampaignsAnswerSchema,
  CampaignsQuerySchema,
  IdParamsSchema,
  ROWS_STANDARD,
} from './schemas.ts'
import type { ServerHouse } from './server.ts'

type Body = Static<typeof CampaignOrderSchema> & { by: string }

/** Campaigns, and what people decide about them. */
export function registerCampaigns(app: FastifyInstance, { campaigns, status, audit }: ServerHouse): void {
  app.route<{ Querystring: Static<typeof CampaignsQuerySchema> }>({
    method: 'GET',
    url: '/v1/campaigns',
    config: { needs: 'review' },
    schema: {
      summary: 'Campaigns, newest first',
      tags: ['campaigns'],
      querystring: CampaignsQuerySchema,
      response: answers(200, CampaignsAnswerSchema, [400, 401, 403]),
    },
    handler: async ({ query: { limit = ROWS_STANDARD, ...filter } }) => {
      const rows = await campaigns.list({ ...filter, limit })
      return { campaigns: rows.map((row) => ({ ...row, members: row.members.length })) }
    },
  })
  app.route<{ Params: Static<typeof IdParamsSchema> }>({
    method: 'GET',
    url: '/v1/campaigns/:id',
    config: { needs: 'review' },
    schema: {
      summary: 'One campaign with its members, its evidence and what was done about it',
      tags: ['campaigns'],
      params: IdParamsSchema,
      response: answers(200, CampaignAnswerSchema, [400, 401, 403, 404]),
    },
    handler: async ({ params, visitor }) => {
      const view = known(await campaigns.show(params.id))
      await audit.viewed(visitor!, { kind: 'campaign', id: params.id })
      return view
    },
  })
  app.route<{ Params: Static<typeof IdParamsSchema>; Body: Static<typeof CampaignOrderSchema> }>({
    method: 'POST',
    url: '/v1/campaigns/:id/acts',
    config: { needs: 'review' },
    schema: {
      summary: 'Preview, or carry out, what a person decides about a campaign',
      description:
        'Says what would be done unless `preview` is false. An act on all members leaves out whom the guards protect and is taken back as a whole by `undo`. 409: it may not be done, or the campaign changed meanwhile; nothing was done.',
      tags: ['campaigns'],
      params: IdParamsSchema,
      body: CampaignOrderSchema,
      response: answers(200, CampaignOrderAnswerSchema, [400, 401, 403, 404, 409, 413, 415, 429, 503]),
    },
    handler: async ({ params, body, visitor }) => {
      // A person signs with their own id, whatever the body says; a program says for whom it speaks.
      const by = visitor?.person ?? needed(body.by, 'by')
      if (visitor?.person != null && body.second != null) throw claimed()
      const order = orderOf(params.id, { ...body, by })
      if (body.preview !== false)
        return { done: false, event: null, proposal: known(await campaigns.weigh(order)) }
      const outcome = known(await unlessHalted(() => campaigns.carryOut(order, body.token), status))
      if (!outcome.ok) throw new ProblemError(409, outcome.fault.reason, outcome.fault.hint)
      return { done: true, event: outcome.event, proposal: outcome.proposal }
    },
  })
}

function known<T>(found: T | undefined): T {
  if (found !== undefined) return found
  throw new ProblemError(404, 'there is no campaign with this id', 'GET /v1/campaigns lists them.')
}

/** What one kind of order needs besides who and why. */
function orderOf(campaign: string, body: Body): Order {
  const { by, why } = body
  const head = { campaign, by, why }
  switch (body.do) {
    case 'confirm':
    case 'dismiss':
    case 'watch':
      return { ...head, do: body.do }
    case 'merge':
      return { ...head, do: 'merge', into: needed(body.into, 'into') }
    case 'split':
      return { ...head, do: 'split', accounts: needed(body.accounts, 'accounts') }
    case 'act': {
      const { actions, except, second = null } = body
      return { ...head, do: 'act', second, ...(actions && { actions }), ...(except && { except }) }
    }
    case 'undo':
      return { ...head, do: 'undo', act: needed(body.act, 'act') }
  }
}

/** A person who is signed in speaks for themselves: that somebody else agrees is for somebody else to say. */
const claimed = () =>
  new ProblemError(
    409,
    'a second person agrees by themselves, not by your word',
    'Leave accounts out, or have two people act by holdfast campaigns act --second.',
    { field: 'second' },
  )

function needed<T>(value: T | undefined, field: string): T {
  if (value !== undefined) return value
  throw new ProblemError(
    400,
    `body: ${field} is needed for this`,
    'See /v1/openapi.json for what is expected.',
    {
      field,
    },
  )
}
