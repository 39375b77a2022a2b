import { Type } from 'typebox'
import { OrderActSchema, RequestActSchema, ThreatActSchema } from '../model/desk-event.ts'
import { OrderSchema } from '../model/event.ts'
import { REFERRAL_KINDS, THREAT_GRADES, THREAT_LISTS, VERACITIES } from '../model/threat.ts'
import { ordersOf } from './acting.ts'

/*
 * The threat desk over HTTP: schemas of what is asked and answered.
 */

const oneOf = (values: readonly string[]) => Type.Enum([...values])
const orNull = (schema: Parameters<typeof Type.Union>[0][number]) => Type.Union([schema, Type.Null()])
const whole = Type.Integer({ minimum: 1, maximum: 500 })
const time = Type.String({ description: 'ISO 8601' })

export const ClockSchema = Type.Object({
  stage: oneOf(['human', 'referral', 'order']),
  since: time,
  dueAt: time,
  metAt: orNull(time),
  state: oneOf(['running', 'alarm', 'missed', 'met', 'met-late']),
})
const clocks = Type.Array(ClockSchema, { description: 'What is due when.' })

export const ThreatsQuerySchema = Type.Object({
  list: Type.Optional(oneOf(THREAT_LISTS)),
  status: Type.Optional(oneOf(['open', 'closed', 'merged'])),
  limit: Type.Optional(whole),
})

const row = {
  id: Type.String(),
  openedAt: time,
  grade: oneOf(THREAT_GRADES),
  veracity: oneOf(VERACITIES),
  status: oneOf(['open', 'closed', 'merged']),
  grading: oneOf(['table', 'second', 'disputed', 'settled']),
  lists: Type.Array(oneOf(THREAT_LISTS)),
  protected: Type.Boolean({ description: 'It is about somebody of the register.' }),
  mergedInto: orNull(Type.String()),
}
const FactorSchema = Type.Object({
  factor: Type.String(),
  value: Type.String(),
  evidence: Type.String(),
  coder: Type.String(),
})
export const ThreatsAnswerSchema = Type.Object({
  threats: Type.Array(
    Type.Object({ ...row, accounts: Type.Integer(), posts: Type.Integer(), lastAt: time, clocks }),
    { description: 'Most urgent first.' },
  ),
})

const anything = (description: string) =>
  Type.Array(Type.Record(Type.String(), Type.Unknown()), { description })
export const ThreatAnswerSchema = Type.Object({
  threat: Type.Object({
    ...row,
    factors: Type.Array(FactorSchema),
    accounts: Type.Array(Type.String()),
    posts: Type.Array(Type.String()),
  }),
  table: oneOf(THREAT_GRADES),
  openedBy: oneOf(['rule', 'report', 'hand']),
  codings: anything('Factors as they were coded, oldest first, with who and when.'),
  gradings: anything('Who found what. Without this round’s where you have still to grade.'),
  round: Type.Integer(),
  blind: Type.Boolean({ description: 'What others found is kept from you until you have graded.' }),
  barred: Type.Boolean({ description: 'The case is about you: you decide nothing in it.' }),
  posts: anything('Posts, with the first 500 characters and a translation where there was one.'),
  accounts: anything('Accounts, with handle, status, strikes, lineage and campaign.'),
  targets: anything('Entries of the register, by keyed token.'),
  clocks,
  pages: anything('Who was called, over what, and what came of it.'),
  unanswered: Type.Boolean({ description: 'All on duty were called, and nobody answered.' }),
  referrals: anything('What was handed over, or is proposed to be.'),
  notes: anything('Notes.'),
  merged: Type.Array(Type.String()),
  closed: orNull(Type.Record(Type.String(), Type.Unknown())),
})

export const threatOrders = ordersOf(ThreatActSchema, ['open', 'bundle'])
export const openOrders = ordersOf({
  ...ThreatActSchema,
  anyOf: ThreatActSchema.anyOf.filter(({ properties }) => properties.do.const === 'open'),
} as unknown as typeof ThreatActSchema)
export const orderOrders = ordersOf(OrderActSchema)
export const requestOrders = ordersOf(RequestActSchema, ['receive'])
export const receiveOrders = ordersOf(RequestActSchema, ['call', 'release', 'preserve', 'refuse'])

const done = { event: Type.String({ description: 'The event of the act.' }) }
export const ThreatDoneSchema = Type.Object({ ...done, view: ThreatAnswerSchema })

export const BasesAnswerSchema = Type.Object({
  bases: Type.Array(
    Type.Object({
      id: Type.String(),
      law: Type.String(),
      to: Type.Array(oneOf(REFERRAL_KINDS)),
      text: Type.String(),
    }),
  ),
})

export const LimitQuerySchema = Type.Object({ limit: Type.Optional(whole) })

const people = Type.Array(Type.Record(Type.String(), Type.Unknown()))
const actor = orNull(Type.Record(Type.String(), Type.Unknown()))
export const OrderAnswerSchema = Type.Object({
  id: Type.String(),
  event: Type.String(),
  kind: Type.String(),
  authority: Type.String(),
  account: Type.String(),
  post: orNull(Type.String()),
  form: Type.Record(Type.String(), Type.Unknown()),
  receivedAt: time,
  status: oneOf(['received', 'verified', 'paused', 'removed', 'reinstated', 'forged']),
  verified: actor,
  pauses: people,
  seen: actor,
  removal: actor,
  feedback: people,
  scrutiny: people,
  reinstatement: actor,
  contested: actor,
  finalAt: orNull(time),
  pages: people,
  notes: people,
  acts: Type.Array(Type.String()),
  clocks,
  unanswered: Type.Boolean(),
})
export const OrdersAnswerSchema = Type.Object({
  orders: Type.Array(OrderAnswerSchema, { description: 'Newest first.' }),
  exposure: Type.Object({
    count: Type.Integer({ description: 'Final orders within twelve months.' }),
    exposed: Type.Boolean({ description: 'Regulation (EU) 2021/784, Art. 5(4).' }),
    since: orNull(time),
  }),
})
export const OrderDoneSchema = Type.Object({ ...done, view: OrderAnswerSchema })
export const OrderFormSchema = Type.Object({
  ...OrderSchema.properties,
  account: Type.String({ minLength: 1, maxLength: 512, description: 'The account it concerns.' }),
})
export const OrderTakenSchema = Type.Object({
  id: Type.String(),
  event: Type.String(),
  status: Type.String(),
})

export const RequestAnswerSchema = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  receivedAt: time,
  sender: Type.Record(Type.String(), Type.Unknown()),
  says: Type.String(),
  account: orNull(Type.String()),
  post: orNull(Type.String()),
  status: oneOf(['received', 'verified', 'refused', 'released', 'preserved']),
  calls: people,
  verified: actor,
  release: actor,
  refusal: actor,
  acts: Type.Array(Type.String()),
})
export const RequestsAnswerSchema = Type.Object({ requests: Type.Array(RequestAnswerSchema) })
export const RequestDoneSchema = Type.Object({ ...done, view: RequestAnswerSchema })

export const ProtectedAnswerSchema = Type.Object({
  people: Type.Array(
    Type.Object({
      id: Type.String(),
      token: Type.String({ description: 'What stands for it in cases.' }),
      kind: Type.String(),
      label: Type.String(),
      office: orNull(Type.String()),
      names: Type.Array(Type.String()),
      handles: Type.Array(Type.String()),
      accounts: Type.Array(Type.String()),
      roles: Type.Array(Type.String()),
      organisations: Type.Array(Type.String()),
      member: orNull(Type.String()),
    }),
  ),
})
export const ProtectedBodySchema = Type.Object({
  csv: Type.String({
    minLength: 1,
    maxLength: 10_000_000,
    description: 'docs/operate/threats.md shows one.',
  }),
})
export const ProtectedPutSchema = Type.Object({
  added: Type.Integer(),
  replaced: Type.Integer(),
  all: Type.Integer(),
})
