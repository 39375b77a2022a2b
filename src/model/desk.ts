import { type Static, type TSchema, Type } from 'typebox'
import { ACTIONS, type ActionKind } from './decision.ts'
import type { Entity } from './entity.ts'
import type { Millis } from './ids.ts'
import type { PolicyId } from './policy-id.ts'

/*
 * What people decide at the desk, as events carry it and judgement remembers it. (docs/spec/review.md, docs/spec/appeals.md)
 */

export const FINDINGS = ['no-violation', 'violation', 'edsa', 'escalate', 'need-more'] as const
export type FindingKind = (typeof FINDINGS)[number]

/** What a person may order about a subject. `escalate` and `need-more` are findings of their own. */
export const PEOPLE_ACTIONS = [
  'label',
  'limit',
  'hide',
  'remove',
  'suspend',
  'warn',
] as const satisfies readonly ActionKind[]
export type PeopleAction = (typeof PEOPLE_ACTIONS)[number]

/** Subjects of one act in bulk. */
export const BULK_SUBJECTS_MAX = 500
/** States that one act of the desk may touch. */
export const TOUCHES_MAX = 4_000

const id = (description: string) => Type.String({ minLength: 1, maxLength: 512, description })
const text = (maxLength: number, description: string) => Type.String({ maxLength, description })
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const entity = Type.Object({ kind: Type.String({ maxLength: 16 }), id: id('') })

/** What every act of a person at the desk says. */
const act = {
  by: id('Who acts: a person’s id. Stays in the house.'),
  why: Type.String({
    minLength: 1,
    maxLength: 20_000,
    description: 'The grounds, for colleagues and auditors.',
  }),
  madeAt: text(40, 'When it was decided by the clock on the wall, ISO 8601.'),
  touches: Type.Array(Type.String({ maxLength: 600 }), {
    maxItems: TOUCHES_MAX,
    description: 'Every state that carrying it out may touch: what the one read fetches.',
  }),
}
const says = text(2_000, 'For the person concerned, in the statement of reasons.')
const actions = Type.Array(Type.Union(PEOPLE_ACTIONS.map((action) => Type.Literal(action))), { maxItems: 6 })

/** The part of a job that judging a finding about it needs. */
const JobRefSchema = Type.Object({
  id: id('Id of the job.'),
  queue: text(64, ''),
  decision: id('The decision that made the job.'),
  event: id('The event that it is about.'),
  policy: text(64, ''),
  subject: entity,
  account: id(''),
  rules: Type.Array(text(128, ''), { maxItems: 64, description: 'Rules that led there.' }),
  language: orNull(text(35, '')),
  date: text(40, 'When what it is about was written or done, ISO 8601.'),
  reports: Type.Array(Type.Object({ id: id(''), account: id('Who reported it.') }), { maxItems: 100 }),
})

export const JobDecidedSchema = Type.Object({
  ...act,
  job: JobRefSchema,
  also: Type.Array(id('Other open jobs about the same subject, which this one answers as well.'), {
    maxItems: 100,
  }),
  finding: Type.Union(FINDINGS.map((finding) => Type.Literal(finding))),
  policy: orNull(text(64, 'Of a violation: which.')),
  actions,
  label: orNull(text(128, 'What the action `label` puts on.')),
  link: orNull(id('A closed account that this one is found to continue.')),
  says,
  until: orNull(text(40, 'need-more: when it comes back, ISO 8601.')),
})

export const ProposalAnsweredSchema = Type.Object({
  ...act,
  proposal: id('Id of the proposal.'),
  approve: Type.Boolean(),
})

export const AppealDecidedSchema = Type.Object({
  ...act,
  decision: id('The decision that was challenged.'),
  finding: Type.Union([Type.Literal('upheld'), Type.Literal('overturned')]),
  says,
  jobs: Type.Array(id('Open jobs that the decision led to.'), { maxItems: 100 }),
  rests: Type.Array(
    Type.Object({ decision: id(''), account: id(''), subject: entity, policy: text(64, '') }),
    {
      maxItems: 100,
      description: 'Later decisions that rest on it: a person looks at each again.',
    },
  ),
})

export const BulkActedSchema = Type.Object({
  ...act,
  bulk: id('What the parts of one act in bulk have in common.'),
  part: Type.Integer({ minimum: 0 }),
  parts: Type.Integer({ minimum: 1 }),
  subjects: Type.Array(Type.Object({ subject: entity, account: id('') }), { maxItems: BULK_SUBJECTS_MAX }),
  policy: text(64, ''),
  actions,
  label: orNull(text(128, '')),
  says,
})
export const BulkUndoneSchema = Type.Object({
  ...act,
  bulk: id(''),
  part: Type.Integer({ minimum: 0 }),
  decisions: Type.Array(id('The decisions that are taken back.'), { maxItems: BULK_SUBJECTS_MAX }),
})

/** A second person’s finding about a matter that was decided, made without seeing the first. Changes nothing. */
export const BlindReviewSchema = Type.Object({
  ...act,
  sample: id('Which sample it answers.'),
  decision: id('The decision that was looked at again.'),
  under: text(64, 'The policy it was brought under.'),
  rules: Type.Array(text(128, ''), { maxItems: 64 }),
  language: orNull(text(35, '')),
  finding: Type.Union(FINDINGS.map((finding) => Type.Literal(finding))),
  policy: orNull(text(64, '')),
})

/** Acts of people at the desk, by event type. */
export const DESK_ACT_SCHEMAS = {
  'job.decided': JobDecidedSchema,
  'proposal.answered': ProposalAnsweredSchema,
  'appeal.decided': AppealDecidedSchema,
  'bulk.acted': BulkActedSchema,
  'bulk.undone': BulkUndoneSchema,
  'review.blind': BlindReviewSchema,
} as const
export type DeskActType = keyof typeof DESK_ACT_SCHEMAS

type Typed<T, F> = Omit<T, keyof F> & F
export type JobDecided = Typed<
  Static<typeof JobDecidedSchema>,
  {
    finding: FindingKind
    actions: PeopleAction[]
    job: Typed<Static<typeof JobRefSchema>, { subject: Entity }>
  }
>
export type JobRef = JobDecided['job']
export type ProposalAnswered = Static<typeof ProposalAnsweredSchema>
export type AppealDecided = Typed<
  Static<typeof AppealDecidedSchema>,
  {
    finding: AppealFinding
    rests: { decision: string; account: string; subject: Entity; policy: PolicyId }[]
  }
>
export type AppealFinding = 'upheld' | 'overturned'
export type BulkActed = Typed<
  Static<typeof BulkActedSchema>,
  { actions: PeopleAction[]; subjects: { subject: Entity; account: string }[] }
>
export type BulkUndone = Static<typeof BulkUndoneSchema>
export type BlindReview = Typed<Static<typeof BlindReviewSchema>, { finding: FindingKind }>

/**
 * What judgement remembers of a decision that fell on somebody, under `decision:<id>`: all that is needed to take it back whole, and who may not hear
 * its appeal.
 */
export interface DecisionRecord {
  id: string
  at: Millis
  event: string
  subject: Entity
  account: string
  policy: PolicyId
  actions: ActionKind[]
  /** All rules that led there, and those whose brake counted it. */
  rules: string[]
  braked: string[]
  strikes: number
  label: string | null
  /** The closed account whose link it confirmed. */
  link: string | null
  language: string | null
  reports: { id: string; account: string }[]
  /** People who took part. Empty for what rules decided. */
  by: string[]
  /** The act in bulk it belongs to. */
  bulk?: string
  /** Decisions about the same matter that it confirms, or that confirm it: they fall together. */
  with: string[]
  standing: 'stands' | 'overturned'
  appeal: { id: string; at: Millis; account: string; finding: AppealFinding | null; by: string | null } | null
}

/** What judgement remembers of a job that people had a hand in, under `job:<id>`. An open job that nobody decided has no state. */
export interface JobStanding {
  /** The event that decided it. */
  decided: string | null
  /** The proposal that waits for a second person. */
  proposal: string | null
  /** How many proposals about it came to nothing. */
  round: number
}

/** A decision that waits for a second person, under `proposal:<id>`. The id is that of the first person’s event. */
export interface Proposal {
  id: string
  /** The whole act, to be carried out as it was proposed. */
  act: { type: 'job.decided'; review: JobDecided } | { type: 'bulk.acted'; review: BulkActed }
  account: string
  reason: string
  by: string
  at: Millis
  expiresAt: Millis
  status: 'waiting' | 'approved' | 'rejected' | 'expired'
  second: string | null
}

/** What judging people’s acts changes at the desk: rows of the store, beside decisions and outbox, in the same transaction. */
export type DeskRow =
  | {
      kind: 'job'
      id: string
      status: 'decided' | 'withdrawn' | 'waiting' | 'proposed' | 'open'
      /** The event that led to it. */
      event: string
      at: string
      by: string | null
      decision: string | null
      /** waiting, proposed: when it may be taken up again by itself. */
      until: Millis | null
      note: string | null
    }
  | { kind: 'appeal'; row: AppealRow }
  | { kind: 'proposal'; row: ProposalRow }
  | { kind: 'outcome'; row: OutcomeRow }
  | { kind: 'finding'; row: FindingRow }
  | { kind: 'bulk'; row: BulkRow }

export interface AppealRow {
  /** Derived from the decision: there is one appeal for each. */
  id: string
  decision: string
  account: string
  subject: Entity
  policy: PolicyId
  text: string
  /** The event that filed it. */
  event: string
  filedAt: string
  status: 'open' | 'upheld' | 'overturned'
  /** Who may not hear it. */
  notBy: string[]
  heardBy: string | null
  heardAt: string | null
  /** The decision that answered it. */
  answer: string | null
  why: string | null
  undone: Undone[]
}

/** One thing that was taken back. */
export interface Undone {
  what: 'visibility' | 'strikes' | 'carried-strikes' | 'label' | 'link' | 'brake' | 'job' | 'decision'
  of: string
  says: string
}

export interface ProposalRow {
  id: string
  kind: 'decision' | 'bulk'
  reason: string
  account: string
  subject: Entity
  policy: PolicyId | null
  actions: ActionKind[]
  /** Subjects that it falls on. */
  subjects: number
  job: string | null
  by: string
  why: string
  madeAt: string
  expiresAt: string
  status: Proposal['status']
  second: string | null
  secondWhy: string | null
  answeredAt: string | null
}

/** Whether a rule was right, once somebody looked. */
export interface OutcomeRow {
  /** Unique: who found it about which rule and decision. */
  id: string
  at: string
  decision: string
  rule: string
  policy: PolicyId
  language: string | null
  outcome: 'right' | 'wrong'
  source: 'review' | 'appeal' | 'blind'
}

/** What a person found, for measures of agreement and time. */
export interface FindingRow {
  /** The event’s id. */
  id: string
  at: string
  madeAt: string
  decision: string
  job: string | null
  by: string
  finding: FindingKind
  policy: PolicyId | null
  /** Of the matter as it came: the policy it was brought under. */
  under: PolicyId
  language: string | null
  /** The sample that it answers; null for the deciding finding. */
  sample: string | null
}

export interface BulkRow {
  /** Bulk and part. */
  id: string
  bulk: string
  part: number
  parts: number
  by: string
  second: string | null
  why: string
  at: string
  policy: PolicyId
  actions: ActionKind[]
  done: number
  leftOut: { account: string; reason: string }[]
  decisions: string[]
  status: 'done' | 'undone' | 'waiting'
}

/** Two people are two: not one name written in two ways. */
export const isOther = (one: string, other: string): boolean =>
  nameOf(one) !== nameOf(other) && nameOf(other) !== ''
const nameOf = (name: string): string => name.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')

export const knownAction = (action: string): action is ActionKind =>
  (ACTIONS as readonly string[]).includes(action)
