import { type TSchema, Type } from 'typebox'
import { REASONS, type Reason } from '../campaigns/act-plan.ts'
import { ACTIONS, VERDICTS } from '../model/decision.ts'
import { ENTITY_KINDS } from '../model/entity.ts'
import { CAMPAIGN_ACCOUNTS_MAX, CAMPAIGN_ACTIONS, EVENT_SCHEMAS, TEXT_LENGTH_MAX } from '../model/event.ts'

/*
 * What goes over the wire, as schemas: queries are validated by them, types (api.ts) and the OpenAPI document are made from
 * them. Answers are written by JSON.stringify and held to their schemas by a test, not at run time.
 */

const text = (description: string) => Type.String({ description })
const time = (description: string) => Type.String({ description: `${description}, ISO 8601` })
const count = (description: string) => Type.Integer({ minimum: 0, description })
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const limited = (limitMax: number, standard: number) =>
  Type.Optional(
    Type.Integer({ minimum: 1, maximum: limitMax, default: standard, description: `At most ${limitMax}.` }),
  )

export const BATCH_EVENTS_MAX = 1_000
export const CHECK_TEXTS_MAX = 100
export const BODY_BYTES_MAX = 8 * 1024 * 1024
export const ROWS_MAX = 500
export const ROWS_STANDARD = 100

export const ProblemSchema = Type.Object(
  {
    status: Type.Integer(),
    title: text('The HTTP status in words.'),
    reason: text('What is wrong.'),
    hint: text('What the caller can do about it.'),
    field: Type.Optional(text('Where in the request, as a path.')),
  },
  { $id: 'Problem', description: 'Every answer that is not a success (RFC 9457, with reason and hint).' },
)

/** Any event an outsider may send. One reference per type, so that the document names them. */
export const EVENT_DOCUMENTS = Object.entries(EVENT_SCHEMAS).map(([type, schema]) => ({
  ...schema,
  $id: type,
  title: type,
}))
const EventDocument = Type.Union(EVENT_DOCUMENTS.map(({ $id }) => Type.Ref($id)))

export const EventsBodySchema = Type.Union(
  [EventDocument, Type.Array(EventDocument, { minItems: 1, maxItems: BATCH_EVENTS_MAX })],
  { description: `One event, or up to ${BATCH_EVENTS_MAX}. As application/x-ndjson: one event per line.` },
)

export const EventResultSchema = Type.Object({
  id: orNull(text('The event’s id, null where it could not be read.')),
  status: Type.Enum(['accepted', 'duplicate', 'refused']),
  field: Type.Optional(orNull(text('For a refusal: the field that is wrong.'))),
  reason: Type.Optional(text('For a refusal: why.')),
})

export const EventsAnswerSchema = Type.Object(
  {
    accepted: count('Durable, and judged.'),
    duplicates: count('Known by their id; nothing changed.'),
    refused: count('Not taken.'),
    results: Type.Array(EventResultSchema, { description: 'In the order of the request.' }),
  },
  { $id: 'EventsAnswer' },
)

export const CheckInputSchema = Type.Object(
  {
    text: Type.String({ maxLength: TEXT_LENGTH_MAX, description: 'What is to be read.' }),
    id: Type.Optional(orNull(Type.String({ maxLength: 512 }))),
    language: Type.Optional(orNull(Type.String({ maxLength: 35, description: 'BCP 47, if known.' }))),
    author: Type.Optional(orNull(Type.String({ maxLength: 512 }))),
  },
  { $id: 'CheckInput' },
)
export const CheckBodySchema = Type.Union(
  [Type.Ref('CheckInput'), Type.Array(Type.Ref('CheckInput'), { minItems: 1, maxItems: CHECK_TEXTS_MAX })],
  { description: `One text, or up to ${CHECK_TEXTS_MAX}. One is answered by one row, a list by a list.` },
)
export const CheckRowSchema = Type.Object(
  {
    id: orNull(Type.String()),
    language: text('BCP 47 primary language, `und` when it could not be told.'),
    scores: Type.Record(Type.String(), Type.Number({ minimum: 0, maximum: 1 }), {
      description: 'Calibrated probability per policy. A policy that is absent was not measured.',
    }),
    stance: text('How the author stands to the violent words.'),
    frames: Type.Array(Type.Unknown(), { description: 'Who is called on to do what to whom.' }),
    terms: Type.Array(Type.Unknown(), { description: 'Bank entries found.' }),
    verdict: Type.Enum(VERDICTS),
    policy: orNull(Type.String()),
    rules: Type.Array(Type.String()),
    contributions: Type.Array(Type.Unknown(), { description: 'Reasons for the scores, strongest first.' }),
    gaps: Type.Array(Type.String(), { description: 'Signals that could not be measured.' }),
    opinions: Type.Optional(
      Type.Array(Type.Unknown(), {
        description: 'Second opinions; absent where nobody was asked or answered.',
      }),
    ),
    translation: Type.Optional(
      Type.Unknown({ description: 'A machine’s translation: engine, from, to, text.' }),
    ),
  },
  { $id: 'CheckRow' },
)

const EntitySchema = Type.Object({
  kind: Type.Enum(ENTITY_KINDS),
  id: Type.String(),
})

const StatementSchema = Type.Object({
  text: text('What was done, on which ground, on which facts, and how to appeal.'),
  decision_visibility: Type.Array(Type.String()),
  decision_account: orNull(Type.String()),
  decision_ground: Type.Enum(['DECISION_GROUND_ILLEGAL_CONTENT', 'DECISION_GROUND_INCOMPATIBLE_CONTENT']),
  ground_reference: Type.String(),
  explanation: Type.String(),
  decision_facts: Type.String(),
  category: Type.String(),
  content_type: Type.Array(Type.String()),
  content_date: Type.String(),
  application_date: Type.String(),
  automated_detection: Type.Enum(['Yes', 'No']),
  automated_decision: Type.Enum([
    'AUTOMATED_DECISION_FULLY',
    'AUTOMATED_DECISION_PARTIALLY',
    'AUTOMATED_DECISION_NOT_AUTOMATED',
  ]),
  source_type: Type.Enum([
    'SOURCE_VOLUNTARY',
    'SOURCE_ARTICLE_16',
    'SOURCE_TRUSTED_FLAGGER',
    'SOURCE_TYPE_OTHER_NOTIFICATION',
  ]),
  puid: Type.String(),
})

export const DecisionSchema = Type.Object(
  {
    id: Type.String(),
    at: time('Event time'),
    event: Type.String(),
    subject: EntitySchema,
    account: Type.String(),
    verdict: Type.Enum(VERDICTS),
    policy: text('The leading policy.'),
    rules: Type.Array(Type.String(), { description: 'The leading one first.' }),
    actions: Type.Array(Type.Enum(ACTIONS)),
    mode: Type.Enum(['live', 'shadow', 'braked']),
    automated: Type.Boolean(),
    pack: text('Hash of the policy pack in force.'),
    gaps: Type.Array(Type.String()),
    why: Type.Array(Type.String(), { description: 'How precedence and brake led here, one sentence each.' }),
    evidence: Type.Record(Type.String(), Type.Unknown()),
    strikes: Type.Number(),
    label: orNull(Type.String()),
    statement: StatementSchema,
  },
  { $id: 'Decision' },
)

export const DecisionsQuerySchema = Type.Object({
  before: Type.Optional(
    Type.String({
      maxLength: 512,
      description: 'Rows older than this decision’s: the `next` of a former answer.',
    }),
  ),
  mode: Type.Optional(Type.Enum(['live', 'shadow', 'braked'])),
  account: Type.Optional(Type.String({ maxLength: 512 })),
  limit: limited(ROWS_MAX, ROWS_STANDARD),
})
export const DecisionsAnswerSchema = Type.Object(
  {
    decisions: Type.Array(Type.Ref('Decision'), { description: 'Newest first.' }),
    next: orNull(text('Give as `before` for older rows; null where there are none.')),
  },
  { $id: 'DecisionsAnswer' },
)

export const OutboxRowSchema = Type.Object(
  {
    entry: Type.Object({
      id: text('Idempotency key of the action.'),
      at: time('Event time'),
      decision: Type.String(),
      action: Type.Enum(ACTIONS),
      subject: EntitySchema,
      account: Type.String(),
      policy: Type.String(),
      label: orNull(Type.String()),
      statement: StatementSchema,
      restores: Type.Optional(text('Of a restore: the decision that is taken back.')),
    }),
    status: Type.Enum(['waiting', 'done', 'dead']),
    attempts: count('Times the platform was asked.'),
    nextAt: Type.Number({ description: 'When it is tried next, milliseconds since 1970.' }),
    detail: orNull(text('What the platform last answered, or why it could not be asked.')),
  },
  { $id: 'OutboxRow' },
)
export const OutboxQuerySchema = Type.Object({
  status: Type.Optional(Type.Enum(['waiting', 'done', 'dead'])),
  limit: limited(ROWS_MAX, ROWS_STANDARD),
})
export const OutboxAnswerSchema = Type.Object(
  { rows: Type.Array(Type.Ref('OutboxRow'), { description: 'Newest first.' }) },
  { $id: 'OutboxAnswer' },
)

export const LineStatusSchema = Type.Object({
  eventsPerSecond: Type.Number({ description: 'Over the last whole second.' }),
  eventsPerSecondMinute: Type.Number({ description: 'Mean over the last minute.' }),
  depth: count('Events accepted at the door and not yet judged.'),
  position: Type.Object({ logged: count(''), judged: count(''), settled: count('') }),
  pack: orNull(text('Hash of the policy pack in force.')),
  rules: Type.Object({ live: count(''), shadow: count('') }),
  reader: text('Version of the reader.'),
  halted: orNull(text('Why the line stands still, or null.')),
  startedAt: time('When this process started'),
  town: Type.Boolean({ description: 'True while a simulated town posts.' }),
})
export const StatusAnswerSchema = Type.Object(
  {
    version: Type.String(),
    line: LineStatusSchema,
    counts: Type.Object({
      events: count(''),
      decisions: count(''),
      jobs: count(''),
      outboxWaiting: count(''),
      outboxDead: count(''),
      outboxDone: count(''),
      accounts: count(''),
    }),
  },
  { $id: 'StatusAnswer' },
)

export const PoliciesAnswerSchema = Type.Object(
  {
    policies: Type.Array(
      Type.Object({
        id: Type.String(),
        title: Type.String(),
        prose: text('Plain language, for the person a decision is about.'),
        precedence: Type.Number(),
        violating: Type.Boolean({ description: 'False for what is recorded and never acted on.' }),
      }),
    ),
  },
  { $id: 'PoliciesAnswer' },
)

const CAMPAIGN_STATUSES = ['suspected', 'confirmed', 'watched', 'over', 'dismissed'] as const
const MemberSchema = Type.Object({
  account: Type.String(),
  degree: Type.Number({ description: 'Degree of its coordination, 0 to 1.' }),
})
const campaignFields = {
  id: Type.String(),
  firstSeen: time('When its first post was seen'),
  detectedAt: time('When it was first told of'),
  status: Type.Enum(CAMPAIGN_STATUSES),
  degree: Type.Number({ description: 'Degree of coordination, 0 to 1.' }),
  hashtags: Type.Array(Type.String()),
  urls: Type.Array(Type.String()),
  posts: count('Posts in all.'),
  advice: Type.Array(Type.String(), { description: 'What the watch advises.' }),
}
export const CampaignSchema = Type.Object(
  { ...campaignFields, members: Type.Array(MemberSchema, { description: 'Strongest first.' }) },
  { $id: 'Campaign', description: 'Coordinated activity by many accounts as one object.' },
)
export const CampaignsQuerySchema = Type.Object({
  status: Type.Optional(Type.Enum(CAMPAIGN_STATUSES)),
  limit: limited(ROWS_MAX, ROWS_STANDARD),
})
export const CampaignsAnswerSchema = Type.Object(
  {
    campaigns: Type.Array(Type.Object({ ...campaignFields, members: count('How many members it has.') }), {
      description: 'Newest first.',
    }),
  },
  { $id: 'CampaignsAnswer' },
)
export const CampaignAnswerSchema = Type.Object(
  {
    campaign: Type.Ref('Campaign'),
    evidence: Type.Record(Type.String(), Type.Unknown(), { description: 'Why it is thought coordinated.' }),
    mergedInto: orNull(text('The campaign that it is part of.')),
    given: Type.Array(Type.Array(Type.String()), {
      description: 'Accounts that were split off, each with the campaign it belongs to.',
    }),
    acts: Type.Array(
      Type.Object({
        event: text('What `act` names to undo it.'),
        at: Type.Number({ description: 'Event time, milliseconds since 1970.' }),
        accounts: Type.Array(Type.String()),
        tags: Type.Array(Type.String()),
        alone: Type.Boolean({ description: 'One person decided it.' }),
      }),
      { description: 'Acts on all members that stand.' },
    ),
  },
  { $id: 'CampaignAnswer' },
)

const accountList = (description: string) =>
  Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 512 }), {
      maxItems: CAMPAIGN_ACCOUNTS_MAX,
      description,
    }),
  )
const person = (description: string) => Type.String({ minLength: 1, maxLength: 512, description })
export const CampaignOrderSchema = Type.Object(
  {
    do: Type.Enum(['confirm', 'dismiss', 'watch', 'merge', 'split', 'act', 'undo']),
    by: Type.Optional(
      person(
        'With a program’s key: for whom it speaks. A person who is signed in decides as themselves. Stays in the house: no statement names a reviewer.',
      ),
    ),
    why: Type.String({ minLength: 1, maxLength: 20_000, description: 'The grounds.' }),
    preview: Type.Optional(
      Type.Boolean({
        default: true,
        description: 'Only says what would be done. Send false to have it done.',
      }),
    ),
    token: Type.Optional(
      Type.String({
        maxLength: 64,
        description: 'Of a preview: it is done only if it would still do the same.',
      }),
    ),
    into: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 512,
        description: 'merge: the campaign that takes this one in.',
      }),
    ),
    accounts: accountList('split: the accounts that become a campaign of their own.'),
    actions: Type.Optional(
      Type.Array(Type.Enum(CAMPAIGN_ACTIONS), {
        maxItems: CAMPAIGN_ACTIONS.length,
        description: 'act: what is done; without it, what the watch advises.',
      }),
    ),
    except: accountList('act: members that are left out.'),
    second: Type.Optional(orNull(person('act: the second person, where two must agree.'))),
    act: Type.Optional(
      Type.String({ minLength: 1, maxLength: 512, description: 'undo: the act that is taken back.' }),
    ),
  },
  { $id: 'CampaignOrder' },
)
const sampledOf = <T extends TSchema>(of: T) =>
  ({
    count: count('How many in all.'),
    samples: Type.Array(of, { description: 'At most ten, from among all.' }),
  }) as const
export const CampaignProposalSchema = Type.Object(
  {
    campaign: Type.String(),
    do: Type.String(),
    status: Type.Enum(CAMPAIGN_STATUSES),
    fault: orNull(Type.Object({ reason: text('Why it may not be done.'), hint: text('What would help.') })),
    says: text('What it does, in one sentence.'),
    actions: Type.Array(Type.Enum(CAMPAIGN_ACTIONS)),
    accounts: Type.Object(sampledOf(MemberSchema), {
      description: 'Accounts that are acted on, or restored.',
    }),
    heldBack: Type.Object(sampledOf(MemberSchema), {
      description: 'Accounts that the brake holds back to a review.',
    }),
    leftOut: Type.Object(
      {
        ...sampledOf(
          Type.Object({ ...MemberSchema.properties, reason: Type.Enum(Object.keys(REASONS) as Reason[]) }),
        ),
        reasons: Type.Record(Type.String(), Type.Integer(), { description: 'Reason → how many.' }),
      },
      { description: 'Members that are left out, and why.' },
    ),
    tags: Type.Array(
      Type.Object({ tag: Type.String(), remaining: text('What honestly remains without the campaign.') }),
    ),
    needsSecond: Type.Boolean({ description: 'So many accounts that two people must agree.' }),
    token: text('Stands for all of this.'),
  },
  { $id: 'CampaignProposal' },
)
export const CampaignOrderAnswerSchema = Type.Object(
  {
    done: Type.Boolean({ description: 'False for a preview.' }),
    event: orNull(text('The event of the act: what undoes it names it.')),
    proposal: Type.Ref('CampaignProposal'),
  },
  { $id: 'CampaignOrderAnswer' },
)

export const OverviewQuerySchema = Type.Object({
  hours: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 24 * 92,
      default: 24,
      description: 'How far back, in hours of event time.',
    }),
  ),
})
const namedCounts = (description: string) =>
  Type.Array(Type.Object({ name: Type.String(), count: Type.Integer() }), { description })
export const OverviewAnswerSchema = Type.Object(
  {
    hours: Type.Integer(),
    stepHours: Type.Integer({ description: 'How long each bucket is.' }),
    until: time('Time of the newest decision'),
    buckets: Type.Array(
      Type.Object({
        at: time('When it begins'),
        review: count('Sent to people.'),
        restrict: count('Something was done at once.'),
        shadow: count('By rules on trial; nothing was done.'),
        braked: count('Held back by a brake.'),
      }),
      { description: 'Oldest first; empty ones are there, too.' },
    ),
    policies: namedCounts('Decisions by leading policy, the most first.'),
    rules: namedCounts('Decisions by leading rule, the most first.'),
    returns: Type.Object({
      tiers: Type.Record(Type.String(), Type.Integer(), { description: 'Links by tier.' }),
      accounts: count('Accounts that came back and whose beginning is known.'),
      survival: Type.Array(
        Type.Object({ ms: Type.Number(), survival: Type.Number(), atRisk: Type.Integer() }),
        { description: 'Share of them still open after so many milliseconds (Kaplan–Meier).' },
      ),
    }),
    campaigns: Type.Record(Type.String(), Type.Integer(), { description: 'Campaigns by status.' }),
  },
  { $id: 'OverviewAnswer' },
)

export const IdParamsSchema = Type.Object({ id: Type.String({ minLength: 1, maxLength: 512 }) })
export const ResendAnswerSchema = Type.Object({ id: Type.String(), status: Type.Literal('waiting') })

/** Schemas the document names, so that each is written once. */
export const NAMED_SCHEMAS: TSchema[] = [
  ...EVENT_DOCUMENTS,
  ProblemSchema,
  EventsAnswerSchema,
  CheckInputSchema,
  CheckRowSchema,
  DecisionSchema,
  DecisionsAnswerSchema,
  OutboxRowSchema,
  OutboxAnswerSchema,
  StatusAnswerSchema,
  PoliciesAnswerSchema,
  CampaignSchema,
  CampaignsAnswerSchema,
  CampaignAnswerSchema,
  CampaignOrderSchema,
  CampaignProposalSchema,
  CampaignOrderAnswerSchema,
  OverviewAnswerSchema,
]
