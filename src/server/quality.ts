import type { FastifyInstance } from 'fastify'
import { type Static, type TSchema, Type } from 'typebox'
import { FINDINGS } from '../model/desk.ts'
import { STRATA } from '../review/quality-desk.ts'
import { orNull } from './desk-schemas.ts'
import { personOf } from './gate.ts'
import { standing } from './jobs.ts'
import { ProblemError } from './problem.ts'
import { answers } from './routes.ts'
import { IdParamsSchema } from './schemas.ts'
import type { ServerHouse } from './server.ts'

const AgreementSchema = Type.Object({
  pairs: Type.Integer(),
  observed: Type.Number(),
  kappa: orNull(Type.Number({ description: 'Cohen’s κ.' })),
})
const groups = Type.Array(Type.Object({ value: Type.String(), agreement: AgreementSchema }))
const QualitySchema = Type.Object(
  {
    precision: Type.Array(Type.Object({ rule: Type.String(), precision: Type.Ref('Precision') })),
    drift: Type.Array(
      Type.Object({ rule: Type.String(), recent: Type.Ref('Precision'), before: Type.Ref('Precision') }),
      { description: 'Rules whose last seven days cannot have the precision of the weeks before.' },
    ),
    agreement: Type.Object({ all: AgreementSchema, byPolicy: groups, byLanguage: groups }),
    golden: Type.Array(Type.Object({ person: Type.String(), right: Type.Integer(), of: Type.Integer() })),
    timeToAction: Type.Object({
      jobs: Type.Integer(),
      medianMs: orNull(Type.Number()),
      p90Ms: orNull(Type.Number()),
      late: Type.Integer({ description: 'Past their deadline.' }),
    }),
  },
  { $id: 'Quality' },
)
const SampleSchema = Type.Object(
  {
    sample: orNull(
      Type.String({ description: 'What the finding names; null where there is none left for me.' }),
    ),
    post: orNull(Type.Unknown()),
    account: orNull(Type.Unknown()),
    policies: Type.Array(Type.Unknown()),
    translation: orNull(Type.Unknown()),
  },
  { $id: 'Sample' },
)
const GoldenSchema = Type.Object(
  {
    golden: Type.Array(
      Type.Object({
        decision: Type.String({ minLength: 1, maxLength: 512 }),
        finding: Type.Enum(FINDINGS),
        policy: orNull(Type.String({ maxLength: 64 })),
      }),
      { maxItems: 1_000 },
    ),
  },
  { $id: 'Golden' },
)
export const QUALITY_SCHEMAS: TSchema[] = [QualitySchema, SampleSchema, GoldenSchema]
const DrawBody = Type.Object({ stratum: Type.Optional(Type.Enum(STRATA)) })
const BlindBody = Type.Object({
  finding: Type.Enum(FINDINGS),
  policy: Type.Optional(orNull(Type.String({ maxLength: 64 }))),
  why: Type.String({ minLength: 1, maxLength: 20_000 }),
})
const PROBLEMS = [400, 401, 403, 413, 415]
const TAGS = ['quality']

/** Second looks, agreement, precision, drift. */
export function registerQuality(
  app: FastifyInstance,
  { quality, jobView, status, audit }: ServerHouse,
): void {
  app.route({
    method: 'GET',
    url: '/v1/quality',
    config: { needs: 'senior' },
    schema: {
      summary: 'Precision of rules, agreement of people, drift',
      tags: TAGS,
      response: answers(200, QualitySchema, [401, 403]),
    },
    handler: () => quality.report(),
  })
  app.route<{ Body: Static<typeof DrawBody> }>({
    method: 'POST',
    url: '/v1/quality/samples',
    config: { needs: 'review', by: 'person' },
    schema: {
      summary: 'Draw a decided job to look at again, without its outcome',
      tags: TAGS,
      body: DrawBody,
      response: answers(200, SampleSchema, PROBLEMS),
    },
    handler: async (request) => {
      const { person } = personOf(request)
      const drawn = await quality.draw(person, request.body.stratum ?? 'random')
      const view = drawn === null ? null : await jobView(drawn.job, person)
      if (drawn === null || view === null)
        return { sample: null, post: null, account: null, policies: [], translation: null }
      await audit.viewed(request.visitor!, { kind: 'job', id: drawn.job })
      const { post, account, policies, translation } = view
      // Strikes and decisions would tell what the first one found.
      return {
        sample: drawn.sample,
        post,
        account: { id: account.id, profile: account.profile },
        policies,
        translation,
      }
    },
  })
  app.route<{ Params: Static<typeof IdParamsSchema>; Body: Static<typeof BlindBody> }>({
    method: 'POST',
    url: '/v1/quality/samples/:id/findings',
    config: { needs: 'review', by: 'person' },
    schema: {
      summary: 'Say what I find, unswayed',
      description: 'Changes nothing about the matter: it is counted.',
      tags: TAGS,
      params: IdParamsSchema,
      body: BlindBody,
      response: answers(204, Type.Null(), [...PROBLEMS, 409, 503]),
    },
    handler: async (request, reply) => {
      const { finding, policy = null, why } = request.body
      const found = await standing(status, () =>
        quality.find(personOf(request).person, request.params.id, { finding, policy, why }),
      )
      if (!found)
        throw new ProblemError(409, 'this is no sample of yours', 'POST /v1/quality/samples draws one.')
      return reply.code(204).send()
    },
  })
  app.route({
    method: 'GET',
    url: '/v1/quality/golden',
    config: { needs: 'senior' },
    schema: { summary: 'What all agreed on', tags: TAGS, response: answers(200, GoldenSchema, [401, 403]) },
    handler: async () => ({ golden: await quality.golden() }),
  })
  app.route<{ Body: Static<typeof GoldenSchema> }>({
    method: 'POST',
    url: '/v1/quality/golden',
    config: { needs: 'senior', by: 'person' },
    schema: {
      summary: 'Say what all agreed on',
      tags: TAGS,
      body: GoldenSchema,
      response: answers(200, GoldenSchema, PROBLEMS),
    },
    handler: async ({ body }) => {
      await quality.putGolden(body.golden)
      return body
    },
  })
}
