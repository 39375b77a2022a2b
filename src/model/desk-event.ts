import { type Static, type TSchema, Type } from 'typebox'
import { PAUSE_GROUNDS, REQUEST_KINDS } from './order.ts'
import { PROTECTED_KINDS, PROTECTED_MATCHES_MAX } from './protected.ts'
import { FACTOR_VALUES, FACTORS, REFERRAL_KINDS, THREAT_GRADES, VERACITIES } from './threat.ts'

/*
 * What people of the threat desk do, as events of ours: the outside door refuses them. Bounds are part of the contract (invariant 10).
 */

const text = (maxLength: number, description: string) => Type.String({ maxLength, description })
const words = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, description })
const id = (description: string) => words(512, description)
const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(Type.Union(values.map((value) => Type.Literal(value))))

/** Who acts. `token` is a keyed token of the same person, so that a case can bar somebody without naming them. */
const actor = {
  by: words(512, 'Who acts. Stays in the house.'),
  token: text(64, 'Keyed token of who acts.'),
  why: text(20_000, 'The grounds.'),
}

export const CodedFactorSchema = Type.Object({
  factor: oneOf(FACTORS),
  value: oneOf(FACTOR_VALUES),
  evidence: text(2_000, 'What it rests on.'),
})
const factors = Type.Array(CodedFactorSchema, { maxItems: FACTORS.length })

export const ProtectedMatchSchema = Type.Object({
  id: id('Keyed token of the entry.'),
  kind: oneOf(PROTECTED_KINDS),
  member: Type.Optional(text(64, 'Keyed token of the desk member it is about.')),
})
const targets = Type.Optional(Type.Array(ProtectedMatchSchema, { maxItems: PROTECTED_MATCHES_MAX }))

export const GivenPostSchema = Type.Object({
  id: id('The platform’s id of the post.'),
  account: id('Who wrote it.'),
  text: Type.Optional(text(100_000, 'What it says.')),
  language: Type.Optional(text(35, 'BCP 47.')),
})
const accounts = Type.Array(id('An account.'), { maxItems: 200 })
const posts = Type.Array(GivenPostSchema, { maxItems: 100 })

export const DisclosedSchema = Type.Array(
  Type.Object({ what: words(500, 'What is handed over.'), why: words(2_000, 'Why it is needed.') }),
  { minItems: 1, maxItems: 50 },
)
export const ReferralDraftSchema = Type.Object({
  to: oneOf(REFERRAL_KINDS),
  recipient: words(500, 'Who gets it.'),
  basis: id('Id of a legal basis of the pack.'),
  disclosed: DisclosedSchema,
  necessity: words(5_000, 'Why it is no more than needed.'),
})

const act = <T extends string, P extends Record<string, TSchema>>(name: T, parts: P) =>
  Type.Object({ do: Type.Literal(name), case: id('Id of the case.'), ...actor, ...parts })
const referral = id('Id of the referral.')

export const ThreatActSchema = Type.Union([
  act('open', { factors, accounts, posts, targets }),
  act('code', { factors, targets }),
  act('grade', { grade: oneOf(THREAT_GRADES) }),
  act('veracity', { veracity: oneOf(VERACITIES) }),
  act('attach', { accounts, posts }),
  act('merge', { into: id('The case that takes this one in.') }),
  act('seen', { page: Type.Optional(id('The page that is acknowledged.')) }),
  act('refer', { referral: ReferralDraftSchema }),
  act('release', { referral }),
  act('withdraw', { referral }),
  act('bundle', {
    referral,
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    bytes: Type.Integer({ minimum: 0 }),
  }),
  act('acknowledged', { referral, reference: words(500, 'The recipient’s own reference.') }),
  act('note', {}),
  act('close', {}),
  act('reopen', {}),
])
export type ThreatAct = Static<typeof ThreatActSchema>

export const PageReportSchema = Type.Object({
  page: id('Id of the page.'),
  about: Type.Object({ kind: oneOf(['threat', 'order']), id: id('The case or order.') }),
  stage: words(64, 'What it is for.'),
  to: words(512, 'Who is called.'),
  /** Of a page that is due: the channels it goes over. Of an outcome: the one that answered. */
  channels: Type.Array(words(64, 'webhook, email'), { minItems: 1, maxItems: 8 }),
  status: oneOf(['due', 'sent', 'failed']),
  detail: text(500, 'What the other side answered.'),
})
export type PageReport = Static<typeof PageReportSchema>

const orderAct = <T extends string, P extends Record<string, TSchema>>(name: T, parts: P) =>
  Type.Object({ do: Type.Literal(name), order: id('Id of the order.'), ...actor, ...parts })
const reference = words(500, 'The authority’s reference, or where it was sent.')

export const OrderActSchema = Type.Union([
  orderAct('seen', { page: Type.Optional(id('The page that is acknowledged.')) }),
  orderAct('verify', { how: words(2_000, 'How the sender was authenticated.') }),
  orderAct('forged', {}),
  orderAct('pause', { ground: oneOf(PAUSE_GROUNDS) }),
  orderAct('resume', {}),
  orderAct('remove', {}),
  orderAct('feedback', { reference }),
  orderAct('scrutiny', { result: oneOf(['upheld', 'infringement']), reference }),
  orderAct('contest', {}),
  orderAct('final', {}),
  orderAct('reinstate', {}),
  orderAct('note', {}),
])
export type OrderAct = Static<typeof OrderActSchema>

const requestAct = <T extends string, P extends Record<string, TSchema>>(name: T, parts: P) =>
  Type.Object({ do: Type.Literal(name), request: id('Id of the request.'), ...actor, ...parts })

export const SenderSchema = Type.Object({
  name: words(500, 'Who asks.'),
  organisation: words(500, 'For whom.'),
  contact: text(500, 'The number or address that the request gives.'),
})

export const RequestActSchema = Type.Union([
  requestAct('receive', {
    kind: oneOf(REQUEST_KINDS),
    sender: SenderSchema,
    says: text(20_000, 'What it says.'),
    account: Type.Optional(id('The account it is about.')),
    post: Type.Optional(id('The post it is about.')),
  }),
  requestAct('call', {
    number: words(100, 'The number that was called.'),
    foundAt: words(500, 'Where it was found, other than in the request.'),
    spokeWith: words(500, 'Who answered.'),
    confirmed: Type.Boolean(),
  }),
  requestAct('release', {
    basis: id('Id of a legal basis of the pack.'),
    disclosed: DisclosedSchema,
    necessity: words(5_000, 'Why it is no more than needed.'),
  }),
  requestAct('preserve', {
    basis: oneOf(['us-2703f', 'court', 'internal']),
    until: Type.Optional(text(40, 'ISO 8601; the basis’ own term without it.')),
  }),
  requestAct('refuse', {}),
])
export type RequestAct = Static<typeof RequestActSchema>
