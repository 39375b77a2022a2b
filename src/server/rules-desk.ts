import type { FastifyInstance } from 'fastify'
import { type Static, type TSchema, Type } from 'typebox'
import { FILE_LENGTH_MAX, type Refusal } from '../review/rules-desk.ts'
import type { PackProblem } from '../rules/problems.ts'
import { orNull } from './desk-schemas.ts'
import { personOf } from './gate.ts'
import { ProblemError } from './problem.ts'
import { answers } from './routes.ts'
import { IdParamsSchema } from './schemas.ts'
import type { ServerHouse } from './server.ts'

const text = (description: string) => Type.String({ description })
const PrecisionSchema = Type.Object(
  {
    right: Type.Integer({ description: 'Of those that people looked at.' }),
    wrong: Type.Integer(),
    share: orNull(Type.Number()),
    low: Type.Number({ description: 'Wilson, 95 %.' }),
    high: Type.Number(),
  },
  { $id: 'Precision' },
)
const ProblemsSchema = Type.Array(
  Type.Object({
    file: Type.String(),
    line: Type.Integer(),
    column: Type.Integer(),
    message: Type.String(),
    hint: Type.String(),
  }),
)
const RulesAnswerSchema = Type.Object(
  {
    hash: orNull(text('Of the pack as it lies in the folder; null where it does not load.')),
    files: Type.Record(Type.String(), Type.String()),
    rules: Type.Array(
      Type.Object({
        id: Type.String(),
        policy: Type.String(),
        mode: Type.String(),
        verdict: Type.String(),
        actions: Type.Array(Type.String()),
        description: Type.String(),
        when: Type.String(),
        where: Type.Object({ file: Type.String(), line: Type.Integer() }),
        brake: orNull(Type.Object({ perHour: Type.Number() })),
        decisions: Type.Record(Type.String(), Type.Integer(), { description: 'Mode → how many it led.' }),
        precision: Type.Ref('Precision'),
      }),
    ),
    versions: Type.Array(
      Type.Object({ hash: Type.String(), at: Type.String(), by: orNull(Type.String()), why: Type.String() }),
      { description: 'Oldest first; the last one is in force.' },
    ),
  },
  { $id: 'RulesAnswer' },
)
const ChangesSchema = Type.Record(
  Type.String({ maxLength: 256 }),
  orNull(Type.String({ maxLength: FILE_LENGTH_MAX })),
  { description: 'Path → new content, or null to delete. Other files stay as they are.' },
)
const CheckedSchema = Type.Object(
  { ok: Type.Boolean(), hash: orNull(Type.String()), problems: ProblemsSchema },
  { $id: 'RulesChecked' },
)
const RunSchema = Type.Object(
  {
    id: Type.String(),
    hash: Type.String(),
    since: orNull(Type.String()),
    status: Type.Enum(['running', 'done', 'failed']),
    startedAt: Type.String(),
    report: orNull(Type.Unknown({ description: 'Per rule what would be gained, lost and the same.' })),
    samples: Type.Array(
      Type.Object({
        rule: Type.String(),
        change: Type.Enum(['gained', 'lost']),
        event: Type.String(),
        text: Type.String(),
      }),
    ),
    fault: orNull(Type.String()),
  },
  { $id: 'BacktestRun' },
)
const ForceAnswerSchema = Type.Object({ hash: Type.String() }, { $id: 'RulesInForce' })
export const RULES_SCHEMAS: TSchema[] = [
  PrecisionSchema,
  RulesAnswerSchema,
  CheckedSchema,
  RunSchema,
  ForceAnswerSchema,
]

const CheckBody = Type.Object({ files: ChangesSchema })
const BacktestBody = Type.Object({
  files: ChangesSchema,
  days: Type.Optional(
    orNull(
      Type.Integer({ minimum: 1, maximum: 3_650, description: 'Only what was decided in the last days.' }),
    ),
  ),
})
const why = Type.String({ minLength: 1, maxLength: 2_000 })
const ForceBody = Type.Object({ files: ChangesSchema, why })
const BackBody = Type.Object({ hash: Type.String({ minLength: 1, maxLength: 128 }), why })

const TAGS = ['rules']
const PROBLEMS = [400, 401, 403, 413, 415]
const BODY_BYTES = 8 * 1024 * 1024

/** Rules: read, checked, tried, put in force, taken back. */
export function registerRules(app: FastifyInstance, { rules }: ServerHouse): void {
  app.route({
    method: 'GET',
    url: '/v1/rules',
    config: { needs: 'rules' },
    schema: {
      summary: 'The policy pack’s files, its rules with their precision, and its versions',
      tags: TAGS,
      response: answers(200, RulesAnswerSchema, [401, 403]),
    },
    handler: () => rules.show(),
  })
  app.route<{ Body: Static<typeof CheckBody> }>({
    method: 'POST',
    url: '/v1/rules/check',
    config: { needs: 'rules' },
    bodyLimit: BODY_BYTES,
    schema: {
      summary: 'Check a draft: every problem with line and column',
      tags: TAGS,
      body: CheckBody,
      response: answers(200, CheckedSchema, PROBLEMS),
    },
    handler: async ({ body }) => {
      const checked = await rules.check(body.files)
      return checked.ok
        ? { ok: true, hash: checked.hash, problems: [] }
        : { ok: false, hash: null, problems: checked.problems }
    },
  })
  app.route<{ Body: Static<typeof BacktestBody> }>({
    method: 'POST',
    url: '/v1/rules/backtests',
    config: { needs: 'rules' },
    bodyLimit: BODY_BYTES,
    schema: {
      summary: 'Try a draft on what was logged, in a process of its own',
      description: 'One at a time. GET /v1/rules/backtests/:id says how it went.',
      tags: TAGS,
      body: BacktestBody,
      response: answers(202, RunSchema, [...PROBLEMS, 409]),
    },
    handler: async ({ body }, reply) => {
      const started = await rules.startBacktest(body.files, body.days ?? null)
      if (!started.ok) throw refused(started)
      return reply.code(202).send(started.run)
    },
  })
  app.route<{ Params: Static<typeof IdParamsSchema> }>({
    method: 'GET',
    url: '/v1/rules/backtests/:id',
    config: { needs: 'rules' },
    schema: {
      summary: 'How a backtest went',
      tags: TAGS,
      params: IdParamsSchema,
      response: answers(200, RunSchema, [400, 401, 403, 404]),
    },
    handler: async ({ params }) => {
      const run = rules.run(params.id)
      if (run === undefined)
        throw new ProblemError(
          404,
          'there is no backtest with this id',
          'They are kept until the next start.',
        )
      return run
    },
  })
  app.route<{ Body: Static<typeof ForceBody> }>({
    method: 'POST',
    url: '/v1/rules/versions',
    config: { needs: 'rules', by: 'person' },
    bodyLimit: BODY_BYTES,
    schema: {
      summary: 'Put a draft in force',
      description:
        'What can act differently from what is in force needs a finished backtest of these very files. Rules in shadow, and rules taken out of force, do not.',
      tags: TAGS,
      body: ForceBody,
      response: answers(200, ForceAnswerSchema, [...PROBLEMS, 409]),
    },
    handler: async (request) => {
      const done = await rules.putInForce(request.body.files, personOf(request).person, request.body.why)
      if (!done.ok) throw refused(done)
      return { hash: done.hash }
    },
  })
  app.route<{ Body: Static<typeof BackBody> }>({
    method: 'POST',
    url: '/v1/rules/roll-back',
    config: { needs: 'rules', by: 'person' },
    schema: {
      summary: 'Put a former version in force again',
      tags: TAGS,
      body: BackBody,
      response: answers(200, ForceAnswerSchema, [...PROBLEMS, 409]),
    },
    handler: async (request) => {
      const done = await rules.rollBack(request.body.hash, personOf(request).person, request.body.why)
      if (!done.ok) throw refused(done)
      return { hash: done.hash }
    },
  })
}

function refused({ refusal, problems = [] }: { refusal: Refusal; problems?: PackProblem[] }): ProblemError {
  const [first] = problems
  const place = first === undefined ? '' : ` ${first.file}:${first.line}:${first.column}: ${first.message}`
  return new ProblemError(409, `${refusal.reason}.${place}`.replace(/\.$/, ''), refusal.hint)
}
