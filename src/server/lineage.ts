import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { readLineage } from '../lineage/graph.ts'
import { LINK_TIERS } from '../model/link.ts'
import { ProblemError } from './problem.ts'
import { answers } from './routes.ts'
import { IdParamsSchema } from './schemas.ts'
import type { ServerHouse } from './server.ts'

const orNull = <T extends ReturnType<typeof Type.Number> | ReturnType<typeof Type.String>>(schema: T) =>
  Type.Union([schema, Type.Null()])

const NodeSchema = Type.Object({
  account: Type.String(),
  handle: orNull(Type.String()),
  status: Type.String({ description: 'open, closed, deleted or unknown' }),
  createdAt: orNull(Type.Number({ description: 'Milliseconds since 1970' })),
  closedAt: orNull(Type.Number({ description: 'Milliseconds since 1970' })),
  closedFor: orNull(Type.String({ description: 'Policy id' })),
  generation: Type.Integer({ minimum: 0, description: 'How many times the actor had come back by then.' }),
})

const EdgeSchema = Type.Object({
  account: Type.String({ description: 'The later account.' }),
  closedAccount: Type.String(),
  tier: Type.Union(LINK_TIERS.map((tier) => Type.Literal(tier))),
  bits: Type.Number(),
  at: Type.String({ description: 'Event time, ISO 8601' }),
  status: Type.String({ description: 'proposed, confirmed or rejected' }),
  waterfall: Type.Array(
    Type.Object({ field: Type.String(), bits: Type.Number(), left: Type.String(), right: Type.String() }),
  ),
  standing: Type.Boolean({ description: 'The link its account stands by: the chain goes this way.' }),
})

const LineageAnswerSchema = Type.Object({
  account: Type.String(),
  nodes: Type.Array(NodeSchema),
  edges: Type.Array(EdgeSchema),
  cut: Type.Boolean({ description: 'More accounts belong to it than are shown.' }),
})

/** Who came back as whom, around one account. */
export function registerLineage(app: FastifyInstance, { store, audit }: ServerHouse): void {
  app.route<{ Params: Static<typeof IdParamsSchema> }>({
    method: 'GET',
    url: '/v1/lineage/:id',
    config: { needs: 'read' },
    schema: {
      summary: 'The accounts one actor probably ran, as a graph',
      description:
        'Nodes are accounts, edges links with what they rest on. At most 200 accounts, nearest first.',
      tags: ['lineage'],
      params: IdParamsSchema,
      response: answers(200, LineageAnswerSchema, [400, 401, 403, 404]),
    },
    handler: async ({ params, visitor }) => {
      const graph = await readLineage(store, params.id)
      if (graph === undefined)
        throw new ProblemError(
          404,
          'nothing is known of this account',
          'Ids are those of the platform’s own events.',
        )
      await audit.viewed(visitor!, { kind: 'account', id: params.id })
      return graph
    },
  })
}
