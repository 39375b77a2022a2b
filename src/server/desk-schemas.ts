import { type TSchema, Type } from 'typebox'
import { ACTIONS, VERDICTS } from '../model/decision.ts'
import { FINDINGS, PEOPLE_ACTIONS } from '../model/desk.ts'
import { ENTITY_KINDS } from '../model/entity.ts'
import { ROWS_MAX, ROWS_STANDARD } from './schemas.ts'

/* What goes over the wire about jobs, proposals and appeals. */

const text = (description: string) => Type.String({ description })
const millis = (description: string) =>
  Type.Number({ description: `${description}, milliseconds since 1970` })
const count = (description: string) => Type.Integer({ minimum: 0, description })
export const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const limit = Type.Optional(
  Type.Integer({
    minimum: 1,
    maximum: ROWS_MAX,
    default: ROWS_STANDARD,
    description: `At most ${ROWS_MAX}.`,
  }),
)
const idText = (description: string) => Type.String({ minLength: 1, maxLength: 512, description })
const EntitySchema = Type.Object({ kind: Type.Enum(ENTITY_KINDS), id: Type.String() })
const reasons = Type.Array(
  Type.Object({
    what: Type.Enum(['harm', 'done', 'reach', 'deadline', 'waited']),
    points: Type.Number(),
    says: Type.String(),
  }),
  { description: 'Why it stands where it stands: parts of its rank.' },
)

export const JobSchema = Type.Object(
  {
    job: Type.Object({
      id: Type.String(),
      queue: Type.String(),
      at: text('Event time, ISO 8601'),
      decision: text('The decision that made it.'),
      subject: EntitySchema,
      account: Type.String(),
      policy: Type.String(),
      priority: Type.Number(),
      brief: Type.Optional(
        Type.Object({
          worth: Type.Object({ harm: Type.Number(), done: Type.Number(), reach: Type.Number() }),
          followers: orNull(Type.Number()),
          allowanceMs: Type.Number({ description: 'How long it may wait.' }),
          language: orNull(text('BCP 47')),
          severity: Type.Integer({
            minimum: 0,
            maximum: 3,
            description: '0 plain, 1 hateful, 2 violent, 3 graphic.',
          }),
          item: orNull(text('Near-identical texts and equal media have the same.')),
          event: text('The event that led there.'),
          report: Type.Optional(Type.Object({ id: Type.String(), account: Type.String() })),
          notBy: Type.Optional(Type.Array(Type.String(), { description: 'People who may not decide it.' })),
        }),
      ),
    }),
    status: Type.Enum(['open', 'waiting', 'proposed', 'decided', 'withdrawn']),
    openedAt: millis('When it came before the house'),
    deadline: millis('When it should be decided'),
    rank: Type.Number({ description: 'Higher first.' }),
    breached: Type.Boolean({ description: 'Open past its deadline.' }),
    holder: orNull(text('Id of the person who has it.')),
    leaseUntil: orNull(millis('Until when they have it')),
    closed: orNull(
      Type.Object({
        by: orNull(Type.String()),
        event: Type.String(),
        decision: orNull(Type.String()),
        at: Type.String(),
      }),
    ),
    note: orNull(text('What was written when it was handed back or sent to wait.')),
    reasons,
  },
  { $id: 'Job', description: 'A unit of human review with its place in the queue.' },
)

export const JobsQuerySchema = Type.Object({
  queue: Type.Optional(Type.String({ maxLength: 64 })),
  language: Type.Optional(Type.String({ maxLength: 35 })),
  policy: Type.Optional(Type.String({ maxLength: 64 })),
  account: Type.Optional(Type.String({ maxLength: 512 })),
  closed: Type.Optional(Type.Boolean({ description: 'Closed ones, the latest first.' })),
  breached: Type.Optional(Type.Boolean()),
  mine: Type.Optional(Type.Boolean({ description: 'What I have.' })),
  after: Type.Optional(Type.String({ maxLength: 600, description: 'The `next` of a former answer.' })),
  limit,
})
export const JobsAnswerSchema = Type.Object(
  { jobs: Type.Array(Type.Ref('Job')), next: orNull(text('Give as `after` for the following rows.')) },
  { $id: 'JobsAnswer' },
)
export const JobCountsSchema = Type.Object(
  {
    queues: Type.Array(
      Type.Object({
        queue: Type.String(),
        open: count(''),
        claimed: count('Of those: somebody has them, or they wait.'),
        breached: count('Past their deadline.'),
        soonest: orNull(millis('The soonest deadline')),
      }),
    ),
  },
  { $id: 'JobCounts' },
)
export const ExposureSchema = Type.Object(
  {
    points: Type.Number({ description: 'Of the last 24 hours.' }),
    max: Type.Number(),
    items: count(''),
    breakUntil: orNull(millis('Until when nothing is handed out')),
    why: orNull(Type.Enum(['daily', 'stretch'])),
    severityMax: Type.Integer({
      minimum: 0,
      maximum: 3,
      description: 'The hardest that is handed out next.',
    }),
  },
  { $id: 'Exposure' },
)
export const NextBodySchema = Type.Object({
  queues: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 16 })),
})
export const NextAnswerSchema = Type.Object(
  {
    job: orNull(Type.Ref('Job')),
    why: orNull(Type.Enum(['empty', 'break'], { description: 'Why there is none.' })),
    until: orNull(millis('break: until when')),
    exposure: Type.Ref('Exposure'),
  },
  { $id: 'NextAnswer' },
)
export const LeaseAnswerSchema = Type.Object({ leaseUntil: millis('Until when it is yours') })
export const HandBackBodySchema = Type.Object({
  note: Type.Optional(
    orNull(Type.String({ maxLength: 2_000, description: 'For whoever takes it up next.' })),
  ),
})

const ShortDecision = Type.Object({
  id: Type.String(),
  at: Type.String(),
  verdict: Type.Enum(VERDICTS),
  policy: Type.String(),
  actions: Type.Array(Type.Enum(ACTIONS)),
  automated: Type.Boolean(),
})
const NeighbourSchema = Type.Object({
  event: Type.String(),
  type: Type.String(),
  at: Type.String(),
  account: Type.String(),
  post: orNull(Type.String()),
  text: Type.String(),
  relation: orNull(Type.Enum(['before', 'after', 'itself'])),
})

export const AppealSchema = Type.Object(
  {
    id: Type.String(),
    decision: text('The decision that is challenged.'),
    account: Type.String(),
    subject: EntitySchema,
    policy: Type.String(),
    text: text('What the person wrote. Hostile until shown otherwise.'),
    event: Type.String(),
    filedAt: Type.String(),
    status: Type.Enum(['open', 'upheld', 'overturned']),
    notBy: Type.Array(Type.String(), { description: 'Who may not hear it.' }),
    heardBy: orNull(Type.String()),
    heardAt: orNull(Type.String()),
    answer: orNull(text('The decision that answered it.')),
    why: orNull(text('For colleagues and auditors.')),
    undone: Type.Array(
      Type.Object({
        what: Type.Enum([
          'visibility',
          'strikes',
          'carried-strikes',
          'label',
          'link',
          'brake',
          'job',
          'decision',
        ]),
        of: Type.String(),
        says: Type.String(),
      }),
      { description: 'What was taken back.' },
    ),
  },
  { $id: 'Appeal' },
)

export const JobViewSchema = Type.Object(
  {
    job: Type.Ref('Job'),
    decision: orNull(Type.Ref('Decision')),
    post: orNull(
      Type.Object({
        id: Type.String(),
        text: Type.String(),
        language: orNull(Type.String()),
        hashtags: Type.Array(Type.String()),
        urls: Type.Array(Type.String()),
        mentions: Type.Array(Type.String()),
        media: Type.Array(Type.Unknown()),
        replyTo: orNull(Type.String()),
        at: Type.String(),
        marks: Type.Array(
          Type.Object({
            start: Type.Integer(),
            end: Type.Integer(),
            kind: Type.Enum(['reason', 'term', 'frame']),
            policy: orNull(Type.String()),
            says: Type.String(),
          }),
          { description: 'Spans of the original text, in UTF-16 units; they may overlap.' },
        ),
      }),
    ),
    withheld: orNull(
      Type.Object(
        {
          why: Type.Literal('seen'),
          job: Type.String(),
          at: millis('When they saw it'),
          decision: orNull(Type.Ref('Decision')),
        },
        { description: 'This person has looked at the same item before; it is not shown again.' },
      ),
    ),
    reading: orNull(Type.Unknown()),
    translation: orNull(
      Type.Object({
        engine: Type.String(),
        from: Type.String(),
        to: Type.String(),
        text: Type.String(),
        verified: Type.Literal(false),
        says: Type.String(),
      }),
    ),
    rules: Type.Array(
      Type.Object({
        id: Type.String(),
        description: Type.String(),
        policy: Type.String(),
        mode: Type.String(),
        when: text('Its condition, in CEL.'),
        where: text('File and line.'),
        evidence: Type.Record(Type.String(), Type.Unknown()),
      }),
    ),
    thread: Type.Array(NeighbourSchema),
    account: Type.Object({
      id: Type.String(),
      profile: orNull(Type.Unknown()),
      facts: orNull(Type.Unknown()),
      timeline: Type.Array(NeighbourSchema),
      decisions: Type.Array(Type.Intersect([ShortDecision, Type.Object({ mode: Type.String() })])),
    }),
    lineage: orNull(Type.Unknown({ description: 'As GET /v1/lineage/:id.' })),
    similar: Type.Array(
      Type.Object({
        decision: ShortDecision,
        appeal: orNull(Type.Enum(['open', 'upheld', 'overturned'])),
        standing: orNull(Type.Enum(['stands', 'overturned'])),
      }),
    ),
    policies: Type.Array(
      Type.Object({
        id: Type.String(),
        title: Type.String(),
        prose: Type.String(),
        violating: Type.Boolean(),
        precedence: Type.Number(),
      }),
      { description: 'The one it came under first.' },
    ),
    link: orNull(text('The platform’s own address.')),
    report: orNull(Type.Object({ id: Type.String(), text: Type.String(), policy: orNull(Type.String()) })),
    appeal: orNull(Type.Ref('Appeal')),
    alike: Type.Array(Type.String(), { description: 'Other open jobs about the same subject.' }),
    gaps: Type.Array(Type.String()),
  },
  { $id: 'JobView' },
)

const why = Type.String({
  minLength: 1,
  maxLength: 20_000,
  description: 'The grounds, for colleagues and auditors.',
})
const says = Type.Optional(
  Type.String({
    maxLength: 2_000,
    description: 'For the person concerned: becomes part of the statement of reasons.',
  }),
)
const preview = Type.Optional(
  Type.Boolean({ default: true, description: 'Only says what would be done. Send false to have it done.' }),
)
const token = Type.Optional(
  Type.String({ maxLength: 64, description: 'Of a preview: it is done only if it would still do the same.' }),
)

export const FindingOrderSchema = Type.Object(
  {
    finding: Type.Enum(FINDINGS),
    policy: Type.Optional(
      orNull(Type.String({ maxLength: 64, description: 'violation: which; without it, the job’s.' })),
    ),
    actions: Type.Optional(Type.Array(Type.Enum(PEOPLE_ACTIONS), { maxItems: PEOPLE_ACTIONS.length })),
    label: Type.Optional(orNull(Type.String({ minLength: 1, maxLength: 128 }))),
    link: Type.Optional(orNull(idText('The closed account that this one is found to continue.'))),
    why,
    says,
    alone: Type.Optional(
      Type.Boolean({ description: 'Leaves other open jobs about the same subject open.' }),
    ),
    waitHours: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 168, description: 'need-more: when it comes back.' }),
    ),
    preview,
    token,
  },
  { $id: 'FindingOrder' },
)
export const ForeseenSchema = Type.Object(
  {
    decisions: Type.Array(
      Type.Object({
        verdict: Type.String(),
        policy: Type.String(),
        actions: Type.Array(Type.String()),
        strikes: Type.Number(),
        subject: Type.String(),
        account: Type.String(),
      }),
    ),
    statement: orNull(text('As the person will read it.')),
    outbox: Type.Array(
      Type.Object({
        action: Type.String(),
        subject: Type.String(),
        account: Type.String(),
        restores: orNull(Type.String()),
      }),
      { description: 'What goes to the platform.' },
    ),
    says: Type.Array(Type.String()),
    jobs: Type.Array(Type.Object({ queue: Type.String(), subject: Type.String() })),
    closes: Type.Array(Type.String(), { description: 'Jobs that are answered.' }),
    needsSecond: orNull(text('Why another person must agree.')),
    token: text('Stands for all of this.'),
  },
  { $id: 'Foreseen' },
)
export const DecidedAnswerSchema = Type.Object(
  {
    done: Type.Boolean({ description: 'False for a preview.' }),
    waits: Type.Boolean({ description: 'Nothing is done before another person agrees.' }),
    event: orNull(Type.String()),
    decision: orNull(text('The decision it became.')),
    foreseen: Type.Ref('Foreseen'),
  },
  { $id: 'DecidedAnswer' },
)

export const ProposalSchema = Type.Object(
  {
    id: Type.String(),
    kind: Type.Enum(['decision', 'bulk']),
    reason: text('Why two people must agree.'),
    account: Type.String(),
    subject: EntitySchema,
    policy: orNull(Type.String()),
    actions: Type.Array(Type.Enum(ACTIONS)),
    subjects: count('On how many it falls.'),
    job: orNull(Type.String()),
    by: text('The first person.'),
    why: Type.String(),
    madeAt: Type.String(),
    expiresAt: Type.String(),
    status: Type.Enum(['waiting', 'approved', 'rejected', 'expired']),
    second: orNull(text('The second person.')),
    secondWhy: orNull(Type.String()),
    answeredAt: orNull(Type.String()),
  },
  { $id: 'Proposal' },
)
export const ProposalsQuerySchema = Type.Object({
  status: Type.Optional(Type.Enum(['waiting', 'approved', 'rejected', 'expired'])),
  limit,
})
export const ProposalsAnswerSchema = Type.Object(
  { proposals: Type.Array(Type.Ref('Proposal'), { description: 'Newest first.' }) },
  { $id: 'ProposalsAnswer' },
)
export const ProposalAnswerBodySchema = Type.Object({ approve: Type.Boolean(), why })

export const DeskProfileSchema = Type.Object(
  {
    languages: Type.Array(Type.String({ maxLength: 35 }), {
      maxItems: 32,
      description: 'BCP 47; none for all.',
    }),
    queues: Type.Array(Type.String({ maxLength: 64 }), {
      maxItems: 16,
      description: 'None for all that roles allow.',
    }),
    without: Type.Array(Type.String({ maxLength: 64 }), {
      maxItems: 64,
      description: 'Policies not looked at.',
    }),
    dailyMax: orNull(
      Type.Integer({
        minimum: 1,
        maximum: 160,
        description: 'Exposure points a day, if fewer than the house’s.',
      }),
    ),
  },
  { $id: 'DeskProfile' },
)
export const DeskMeSchema = Type.Object(
  {
    profile: Type.Ref('DeskProfile'),
    exposure: Type.Ref('Exposure'),
    queues: Type.Array(Type.String(), { description: 'Queues that my roles open.' }),
  },
  { $id: 'DeskMe' },
)

export const MacrosSchema = Type.Object(
  {
    macros: Type.Array(
      Type.Object({
        id: Type.String({ minLength: 1, maxLength: 64 }),
        title: Type.String({ minLength: 1, maxLength: 128 }),
        finding: Type.Enum(FINDINGS),
        policy: orNull(Type.String({ maxLength: 64 })),
        actions: Type.Array(Type.Enum(PEOPLE_ACTIONS), { maxItems: PEOPLE_ACTIONS.length }),
        label: orNull(Type.String({ maxLength: 128 })),
        why: Type.String({ maxLength: 2_000 }),
        says: Type.String({ maxLength: 2_000 }),
      }),
      { maxItems: 200 },
    ),
  },
  { $id: 'Macros', description: 'Findings that are made often, as data.' },
)

export const AppealsQuerySchema = Type.Object({
  status: Type.Optional(Type.Enum(['open', 'upheld', 'overturned'])),
  account: Type.Optional(Type.String({ maxLength: 512 })),
  limit,
})
export const AppealsAnswerSchema = Type.Object(
  { appeals: Type.Array(Type.Ref('Appeal'), { description: 'Newest first.' }) },
  { $id: 'AppealsAnswer' },
)
export const AppealAnswerSchema = Type.Object(
  {
    appeal: Type.Ref('Appeal'),
    decision: orNull(Type.Ref('Decision')),
    answer: orNull(Type.Ref('Decision')),
  },
  { $id: 'AppealAnswer' },
)
export const HearingOrderSchema = Type.Object(
  { finding: Type.Enum(['upheld', 'overturned']), why, says, preview, token },
  { $id: 'HearingOrder' },
)
export const HeardAnswerSchema = Type.Object(
  {
    done: Type.Boolean(),
    event: orNull(Type.String()),
    decision: orNull(Type.String()),
    undone: AppealSchema.properties.undone,
    foreseen: Type.Ref('Foreseen'),
  },
  { $id: 'HeardAnswer' },
)
export const PublicAppealSchema = Type.Object(
  {
    decision: text('Its number.'),
    at: text('When it was taken, ISO 8601'),
    statement: text('The statement of reasons.'),
    until: millis('Until when an appeal can be filed'),
    status: Type.Enum(['none', 'open', 'upheld', 'overturned']),
    filedAt: orNull(Type.String()),
    answer: orNull(text('What the person was told.')),
  },
  { $id: 'PublicAppeal' },
)
export const PublicAppealBodySchema = Type.Object({
  token: Type.String({ minLength: 1, maxLength: 1_024, description: 'What stands in the link.' }),
  text: Type.Optional(
    Type.String({
      maxLength: 20_000,
      description: 'Why the decision is wrong. Without it, nothing is filed: the answer says how it stands.',
    }),
  ),
})

export const DESK_SCHEMAS: TSchema[] = [
  JobSchema,
  JobsAnswerSchema,
  JobCountsSchema,
  ExposureSchema,
  NextAnswerSchema,
  AppealSchema,
  JobViewSchema,
  FindingOrderSchema,
  ForeseenSchema,
  DecidedAnswerSchema,
  ProposalSchema,
  ProposalsAnswerSchema,
  DeskProfileSchema,
  DeskMeSchema,
  MacrosSchema,
  AppealsAnswerSchema,
  AppealAnswerSchema,
  HearingOrderSchema,
  HeardAnswerSchema,
  PublicAppealSchema,
]
