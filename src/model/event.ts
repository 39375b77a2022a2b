import { type Static, type TSchema, Type } from 'typebox'
import {
  type AppealDecided,
  type BlindReview,
  type BulkActed,
  type BulkUndone,
  DESK_ACT_SCHEMAS,
  type DeskActType,
  type JobDecided,
  type ProposalAnswered,
} from './desk.ts'
import {
  type OrderAct,
  OrderActSchema,
  type PageReport,
  PageReportSchema,
  type RequestAct,
  RequestActSchema,
  type ThreatAct,
  ThreatActSchema,
} from './desk-event.ts'
import {
  type ErasureOrder,
  ErasureSchema,
  type Exported,
  ExportedSchema,
  HoldExtendedSchema,
  type HoldExtending,
  HoldLiftedSchema,
  type HoldLifting,
  HoldPlacedSchema,
  type HoldPlacing,
  type MediaOutcome,
  MediaOutcomeSchema,
  type Viewed,
  ViewedSchema,
} from './evidence.ts'

/*
 * Every event type of the outside contract as a schema, in one place: types, validation, the CSV mapper's field
 * list and the OpenAPI document all come from here. Bounds are part of the contract (invariant 10).
 */

const text = (maxLength: number, description: string) => Type.String({ maxLength, description })
const id = (description: string) => Type.String({ minLength: 1, maxLength: 512, description })
const optional = <T extends TSchema>(schema: T) => Type.Optional(Type.Union([schema, Type.Null()]))

export const TEXT_LENGTH_MAX = 100_000

export const MediaSchema = Type.Object(
  {
    id: id('The platform’s id of this media item.'),
    url: optional(text(4096, 'Where the bytes can be fetched.')),
    type: optional(text(128, 'MIME type.')),
    sha256: optional(
      Type.String({ pattern: '^[0-9a-fA-F]{64}$', description: 'SHA-256 of the bytes, hex.' }),
    ),
    pdq: optional(Type.String({ pattern: '^[0-9a-fA-F]{64}$', description: 'PDQ hash, 256 bits, hex.' })),
  },
  { description: 'A picture, video or other attachment.' },
)

export const PostSchema = Type.Object(
  {
    id: id('The platform’s id of the post.'),
    text: optional(text(TEXT_LENGTH_MAX, 'What the person wrote, as it was written.')),
    language: optional(text(35, 'The platform’s own language tag (BCP 47).')),
    hashtags: optional(Type.Array(text(256, 'Without the #.'), { maxItems: 256 })),
    mentions: optional(
      Type.Array(text(512, 'Account id, or handle where the platform has no more.'), { maxItems: 256 }),
    ),
    urls: optional(Type.Array(text(4096, 'Absolute URL.'), { maxItems: 256 })),
    media: optional(Type.Array(MediaSchema, { maxItems: 64 })),
    replyTo: optional(id('Id of the post this one answers.')),
    repostOf: optional(id('Id of the post this one passes on.')),
    quoteOf: optional(id('Id of the post this one quotes.')),
  },
  {
    description:
      'A post as the platform knows it. Hashtags, mentions and urls not given are taken from the text.',
  },
)

export const ProfileSchema = Type.Object(
  {
    handle: Type.String({ minLength: 1, maxLength: 512, description: 'The name in the address, without @.' }),
    name: optional(text(2048, 'Display name.')),
    bio: optional(text(20_000, 'What the account says of itself.')),
    location: optional(text(2048, 'As written by the account.')),
    urls: optional(Type.Array(text(4096, 'Absolute URL.'), { maxItems: 64 })),
    avatar: optional(
      Type.Object({
        sha256: optional(Type.String({ pattern: '^[0-9a-fA-F]{64}$' })),
        pdq: optional(Type.String({ pattern: '^[0-9a-fA-F]{64}$' })),
      }),
    ),
    email: optional(text(1024, 'Replaced at the door by a keyed token; never stored.')),
    createdAt: optional(text(64, 'When the account was made, ISO 8601.')),
    followers: optional(Type.Integer({ minimum: 0 })),
    following: optional(Type.Integer({ minimum: 0 })),
    verified: optional(Type.Boolean()),
    language: optional(text(35, 'The account’s interface language (BCP 47).')),
  },
  { description: 'What an account shows of itself.' },
)

export const SessionSchema = Type.Object(
  {
    ip: optional(text(64, 'Replaced at the door by a keyed token; never stored.')),
    device: optional(text(1024, 'Replaced at the door by a keyed token; never stored.')),
    client: optional(text(256, 'Name of the app or browser family.')),
  },
  { description: 'Where an act came from.' },
)

export const ReportSchema = Type.Object(
  {
    id: id('The platform’s id of the report.'),
    account: optional(id('The account that is reported.')),
    post: optional(id('The post that is reported.')),
    policy: optional(text(64, 'The policy the reporter chose.')),
    text: optional(text(20_000, 'What the reporter wrote.')),
  },
  {
    description:
      'A notice from a person. The event’s `account` is the reporter, whom nothing here counts against.',
  },
)

export const AppealSchema = Type.Object(
  {
    id: id('The platform’s id of the appeal.'),
    decision: id('The decision that is challenged.'),
    text: optional(text(20_000, 'What the person wrote.')),
  },
  { description: 'A challenge to one decision. The event’s `account` is the person who appeals.' },
)

export const OrderSchema = Type.Object(
  {
    id: id('Reference of the order.'),
    kind: optional(text(64, 'removal, information, preservation …')),
    authority: optional(text(512, 'Who ordered it.')),
    post: optional(id('The post it concerns.')),
    text: optional(text(20_000, 'What it says.')),
    memberState: optional(text(64, 'Which state issued it.')),
    urls: optional(Type.Array(text(4096, 'Absolute URL.'), { maxItems: 64 })),
    reasons: optional(Type.Array(text(256, 'incites, solicits, instructs, threatens …'), { maxItems: 16 })),
    issuedAt: optional(text(64, 'When it was issued, ISO 8601.')),
    contact: optional(text(512, 'How it says that the authority is reached. Not to be trusted.')),
    redress: optional(text(2_048, 'Where and until when it can be challenged.')),
    confidential: optional(Type.Boolean({ description: 'The author may not be told yet.' })),
  },
  { description: 'An order from an authority. The event’s `account` is the account it concerns.' },
)

export const CampaignRefSchema = Type.Object({
  id: id('Id of the campaign.'),
  degree: Type.Number({ minimum: 0, maximum: 1, description: 'Degree of coordination.' }),
  status: text(32, 'suspected, confirmed, watched, over, dismissed'),
  hashtags: Type.Array(text(256, ''), { maxItems: 64 }),
  urls: Type.Array(text(4096, ''), { maxItems: 64 }),
  members: Type.Array(Type.Object({ account: id(''), degree: Type.Number() }), { maxItems: 10_000 }),
  firstSeen: text(40, 'ISO 8601'),
  detectedAt: Type.Optional(
    text(40, 'ISO 8601, when it was first told of; the event’s own time where it is absent.'),
  ),
  posts: Type.Integer({ minimum: 0 }),
  advice: Type.Array(text(256, ''), { maxItems: 64 }),
  bursts: Type.Optional(
    Type.Array(Type.Object({ tag: text(256, ''), burst: Type.Number(), newAccounts: Type.Number() }), {
      maxItems: 64,
    }),
  ),
  evidence: Type.Optional(Type.Unknown()),
})

export const ReceiptSchema = Type.Object({
  id: id('Id of the outbox entry.'),
  decision: id('The decision that was carried out.'),
  action: text(32, 'The action.'),
  status: text(32, 'done, failed, dry-run'),
  detail: optional(text(2048, 'What the platform answered.')),
})

export const PackRefSchema = Type.Object({
  hash: id('Hash of the policy pack from here on.'),
  reader: optional(text(128, 'Version of the reader from here on.')),
})

export const LINK_FINDINGS = ['confirmed', 'rejected', 'withdrawn'] as const
export type LinkFinding = (typeof LINK_FINDINGS)[number]

export const LinkReviewSchema = Type.Object({
  closedAccount: id('The closed account of the link.'),
  finding: Type.Union(LINK_FINDINGS.map((finding) => Type.Literal(finding))),
  by: text(512, 'Who found so.'),
  why: text(20_000, 'The grounds.'),
})

export const CAMPAIGN_FINDINGS = ['confirm', 'dismiss', 'watch', 'merge', 'split'] as const
export type CampaignFinding = (typeof CAMPAIGN_FINDINGS)[number]
/** What people may do about a campaign as a whole. `label` stays in the house and goes to the platform as well. */
export const CAMPAIGN_ACTIONS = ['queue', 'label', 'limit', 'discount-trend'] as const
export type CampaignAction = (typeof CAMPAIGN_ACTIONS)[number]
/** Accounts that one act, or one campaign, can name. */
export const CAMPAIGN_ACCOUNTS_MAX = 2_000

/** What every act of people on a campaign says. */
const campaignReview = {
  campaign: id('Id of the campaign.'),
  by: Type.String({ minLength: 1, maxLength: 512, description: 'Who acts. Stays in the house.' }),
  why: Type.String({ minLength: 1, maxLength: 20_000, description: 'The grounds.' }),
  basis: text(
    64,
    'What the campaign was when it was looked at: if it is not that any more, nothing is done.',
  ),
  madeAt: text(40, 'When it was decided by the clock on the wall, ISO 8601.'),
}
const accounts = Type.Array(id(''), { maxItems: CAMPAIGN_ACCOUNTS_MAX })
const tags = Type.Array(text(256, ''), { maxItems: 64 })

export const CampaignReviewSchema = Type.Object({
  ...campaignReview,
  finding: Type.Union(CAMPAIGN_FINDINGS.map((finding) => Type.Literal(finding))),
  accounts,
  hashtags: tags,
  into: optional(id('The campaign that takes this one in, or that is split off.')),
})
export const CampaignActSchema = Type.Object({
  ...campaignReview,
  second: optional(text(512, 'The second person, where two must agree.')),
  actions: Type.Array(Type.Union(CAMPAIGN_ACTIONS.map((action) => Type.Literal(action)))),
  accounts,
  tags: Type.Array(
    Type.Object({ tag: text(256, ''), remaining: text(256, 'What honestly remains without the campaign.') }),
    {
      maxItems: 64,
    },
  ),
  leftOut: Type.Array(Type.Object({ account: id(''), reason: text(64, '') }), {
    maxItems: CAMPAIGN_ACCOUNTS_MAX,
  }),
})
export const CampaignUndoSchema = Type.Object({
  ...campaignReview,
  act: id('The event of the act that is taken back.'),
  accounts,
  tags,
})

export const WeightsRefSchema = Type.Object({
  version: text(128, 'Name of these weights.'),
  values: Type.Unknown({ description: 'The weights themselves, as in a weights file.' }),
  by: Type.Array(text(512, 'Who accepted them.'), { minItems: 2, maxItems: 8 }),
  why: text(20_000, 'The grounds.'),
})

const EXTRA = Type.Optional(
  Type.Record(Type.String(), Type.Unknown(), {
    description: 'Fields this version does not know, kept as they came.',
  }),
)

const base = <T extends string>(type: T) => ({
  id: id('Unique for ever: the same id again is a duplicate and changes nothing.'),
  type: Type.Literal(type),
  at: Type.String({ maxLength: 40, description: 'When it happened on the platform, ISO 8601 with offset.' }),
  account: id('Who did it (for account events and orders: whom it is about).'),
  extra: EXTRA,
})

const withProfile = { profile: ProfileSchema, session: optional(SessionSchema) }
const withPost = { post: PostSchema, session: optional(SessionSchema) }

/** The schema of each event type an outsider may send, by its `type`. */
export const EVENT_SCHEMAS = {
  'account.created': Type.Object({ ...base('account.created'), ...withProfile }),
  'account.updated': Type.Object({ ...base('account.updated'), ...withProfile }),
  'account.closed': Type.Object({
    ...base('account.closed'),
    reason: optional(text(64, 'Policy id of the closure.')),
  }),
  'account.reopened': Type.Object({ ...base('account.reopened') }),
  'account.deleted': Type.Object({ ...base('account.deleted') }),
  'post.created': Type.Object({ ...base('post.created'), ...withPost }),
  'post.edited': Type.Object({ ...base('post.edited'), ...withPost }),
  'post.deleted': Type.Object({
    ...base('post.deleted'),
    post: Type.Object({ id: id('The post that is gone.') }),
  }),
  'follow.created': Type.Object({ ...base('follow.created'), target: id('The account that is followed.') }),
  'follow.removed': Type.Object({ ...base('follow.removed'), target: id('The account no longer followed.') }),
  'session.seen': Type.Object({ ...base('session.seen'), session: SessionSchema }),
  'report.created': Type.Object({ ...base('report.created'), report: ReportSchema }),
  'appeal.filed': Type.Object({ ...base('appeal.filed'), appeal: AppealSchema }),
  'order.received': Type.Object({ ...base('order.received'), order: OrderSchema }),
} as const

/** Events that desks and slow thinkers of ours put back. The outside door refuses them. */
export const INNER_EVENT_SCHEMAS = {
  'campaign.suspected': Type.Object({ ...base('campaign.suspected'), campaign: CampaignRefSchema }),
  'action.receipt': Type.Object({ ...base('action.receipt'), receipt: ReceiptSchema }),
  'pack.loaded': Type.Object({ ...base('pack.loaded'), pack: PackRefSchema }),
  'link.reviewed': Type.Object({ ...base('link.reviewed'), link: LinkReviewSchema }),
  'weights.accepted': Type.Object({ ...base('weights.accepted'), weights: WeightsRefSchema }),
  'campaign.reviewed': Type.Object({ ...base('campaign.reviewed'), review: CampaignReviewSchema }),
  'campaign.acted': Type.Object({ ...base('campaign.acted'), review: CampaignActSchema }),
  'campaign.undone': Type.Object({ ...base('campaign.undone'), review: CampaignUndoSchema }),
  'threat.acted': Type.Object({ ...base('threat.acted'), act: ThreatActSchema }),
  'threat.paged': Type.Object({ ...base('threat.paged'), page: PageReportSchema }),
  'order.acted': Type.Object({ ...base('order.acted'), act: OrderActSchema }),
  'request.acted': Type.Object({ ...base('request.acted'), act: RequestActSchema }),
  'evidence.media': Type.Object({ ...base('evidence.media'), media: MediaOutcomeSchema }),
  'evidence.erased': Type.Object({ ...base('evidence.erased'), erasure: ErasureSchema }),
  'evidence.exported': Type.Object({ ...base('evidence.exported'), exported: ExportedSchema }),
  'hold.placed': Type.Object({ ...base('hold.placed'), hold: HoldPlacedSchema }),
  'hold.extended': Type.Object({ ...base('hold.extended'), hold: HoldExtendedSchema }),
  'hold.lifted': Type.Object({ ...base('hold.lifted'), hold: HoldLiftedSchema }),
  'desk.viewed': Type.Object({ ...base('desk.viewed'), view: ViewedSchema }),
  'job.decided': Type.Object({ ...base('job.decided'), review: DESK_ACT_SCHEMAS['job.decided'] }),
  'proposal.answered': Type.Object({
    ...base('proposal.answered'),
    review: DESK_ACT_SCHEMAS['proposal.answered'],
  }),
  'appeal.decided': Type.Object({ ...base('appeal.decided'), review: DESK_ACT_SCHEMAS['appeal.decided'] }),
  'bulk.acted': Type.Object({ ...base('bulk.acted'), review: DESK_ACT_SCHEMAS['bulk.acted'] }),
  'bulk.undone': Type.Object({ ...base('bulk.undone'), review: DESK_ACT_SCHEMAS['bulk.undone'] }),
  'review.blind': Type.Object({ ...base('review.blind'), review: DESK_ACT_SCHEMAS['review.blind'] }),
} as const

export type EventType = keyof typeof EVENT_SCHEMAS
export type InnerEventType = keyof typeof INNER_EVENT_SCHEMAS
export type AnyEventType = EventType | InnerEventType
export const EVENT_TYPES = Object.keys(EVENT_SCHEMAS) as EventType[]
export const INNER_EVENT_TYPES = Object.keys(INNER_EVENT_SCHEMAS) as InnerEventType[]

/** An event as an outsider writes it, before the door has replaced what must not be kept. */
export type RawEvent = { [T in EventType]: Static<(typeof EVENT_SCHEMAS)[T]> }[EventType]

export type Media = Static<typeof MediaSchema>

/** A post past the door: lists are always there, what was unknown is in `extra`. */
export interface Post {
  id: string
  text: string
  language: string | null
  hashtags: string[]
  mentions: string[]
  urls: string[]
  media: Media[]
  replyTo: string | null
  repostOf: string | null
  quoteOf: string | null
  extra?: Record<string, unknown>
}

/** Keyed tokens in place of what must not be stored. Equal inputs give equal tokens within one installation. */
export interface Session {
  ipToken?: string
  /** Of the surrounding network: /24 for IPv4, /48 for IPv6. */
  networkToken?: string
  deviceToken?: string
  client?: string
  extra?: Record<string, unknown>
}

/** A profile past the door. Absent fields are fields the platform did not send. */
export interface Profile {
  handle: string
  name?: string
  bio?: string
  location?: string
  urls?: string[]
  avatar?: { sha256?: string; pdq?: string }
  /** Of the canonical form (lower case, no dots or +suffix where the provider ignores them). */
  emailToken?: string
  emailDomainToken?: string
  createdAt?: string
  followers?: number
  following?: number
  verified?: boolean
  language?: string
  extra?: Record<string, unknown>
}

interface EventBase<T extends AnyEventType> {
  id: string
  type: T
  /** ISO 8601 in UTC with milliseconds: `2014-09-07T21:14:03.000Z`. */
  at: string
  account: string
  extra?: Record<string, unknown>
}

export interface AccountEvent extends EventBase<'account.created' | 'account.updated'> {
  profile: Profile
  session?: Session
}
export interface AccountClosed extends EventBase<'account.closed'> {
  reason?: string
}
export interface AccountStatusEvent extends EventBase<'account.reopened' | 'account.deleted'> {}
export interface PostEvent extends EventBase<'post.created' | 'post.edited'> {
  post: Post
  session?: Session
}
export interface PostDeleted extends EventBase<'post.deleted'> {
  post: { id: string }
}
export interface FollowEvent extends EventBase<'follow.created' | 'follow.removed'> {
  target: string
}
export interface SessionSeen extends EventBase<'session.seen'> {
  session: Session
}
export interface ReportCreated extends EventBase<'report.created'> {
  report: Static<typeof ReportSchema>
}
export interface AppealFiled extends EventBase<'appeal.filed'> {
  appeal: Static<typeof AppealSchema>
}
export interface OrderReceived extends EventBase<'order.received'> {
  order: Static<typeof OrderSchema>
}
export interface CampaignSuspected extends EventBase<'campaign.suspected'> {
  campaign: Static<typeof CampaignRefSchema>
}
export interface ActionReceipt extends EventBase<'action.receipt'> {
  receipt: Static<typeof ReceiptSchema>
}
export interface PackLoaded extends EventBase<'pack.loaded'> {
  pack: Static<typeof PackRefSchema>
}
/** The event's `account` is the one that is linked. */
export interface LinkReviewed extends EventBase<'link.reviewed'> {
  link: { closedAccount: string; finding: LinkFinding; by: string; why: string }
}
export interface WeightsAccepted extends EventBase<'weights.accepted'> {
  weights: { version: string; values: unknown; by: string[]; why: string }
}
/** What a person found about a campaign. Its `account` is the house's own. */
export interface CampaignReviewed extends EventBase<'campaign.reviewed'> {
  review: Omit<Static<typeof CampaignReviewSchema>, 'finding'> & { finding: CampaignFinding }
}
/** What people did about all of a campaign at once: whom it may fall on, and who was left out for what reason. */
export interface CampaignActed extends EventBase<'campaign.acted'> {
  review: Omit<Static<typeof CampaignActSchema>, 'actions'> & { actions: CampaignAction[] }
}
export interface CampaignUndone extends EventBase<'campaign.undone'> {
  review: Static<typeof CampaignUndoSchema>
}
/** What became of one attempt to fetch the bytes of a media item that is evidence. */
export interface EvidenceMediaFetched extends EventBase<'evidence.media'> {
  media: MediaOutcome
}
export interface EvidenceErased extends EventBase<'evidence.erased'> {
  erasure: ErasureOrder
}
export interface EvidenceExported extends EventBase<'evidence.exported'> {
  exported: Exported
}
export interface HoldPlaced extends EventBase<'hold.placed'> {
  hold: HoldPlacing
}
export interface HoldExtended extends EventBase<'hold.extended'> {
  hold: HoldExtending
}
export interface HoldLifted extends EventBase<'hold.lifted'> {
  hold: HoldLifting
}
/** Somebody saw evidence, or whatever else is need-to-know. */
export interface DeskViewed extends EventBase<'desk.viewed'> {
  view: Viewed
}
/** What people and the preserver do about evidence. Its `account` is the house's own. */
export type EvidenceAct =
  | EvidenceMediaFetched
  | EvidenceErased
  | EvidenceExported
  | HoldPlaced
  | HoldExtended
  | HoldLifted
  | DeskViewed
/** What people decide at the desk. The event's `account` is the one it is about, or the house's own. */
export type DeskAct =
  | (EventBase<'job.decided'> & { review: JobDecided })
  | (EventBase<'proposal.answered'> & { review: ProposalAnswered })
  | (EventBase<'appeal.decided'> & { review: AppealDecided })
  | (EventBase<'bulk.acted'> & { review: BulkActed })
  | (EventBase<'bulk.undone'> & { review: BulkUndone })
  | (EventBase<'review.blind'> & { review: BlindReview })
/** Acts of people on campaigns. */
export type CampaignReview = CampaignReviewed | CampaignActed | CampaignUndone

/** What people of the threat desk do, and whom they were called by. Their `account` is the house's own. */
export interface ThreatActed extends EventBase<'threat.acted'> {
  act: ThreatAct
}
export interface ThreatPaged extends EventBase<'threat.paged'> {
  page: PageReport
}
export interface OrderActed extends EventBase<'order.acted'> {
  act: OrderAct
}
export interface RequestActed extends EventBase<'request.acted'> {
  act: RequestAct
}
export type DeskEvent = ThreatActed | ThreatPaged | OrderActed | RequestActed

/** Something that happened, as the line carries and stores it: immutable, JSON round-trips unchanged. */
export type Event =
  | AccountEvent
  | AccountClosed
  | AccountStatusEvent
  | PostEvent
  | PostDeleted
  | FollowEvent
  | SessionSeen
  | ReportCreated
  | AppealFiled
  | OrderReceived
  | CampaignSuspected
  | ActionReceipt
  | PackLoaded
  | LinkReviewed
  | WeightsAccepted
  | CampaignReview
  | DeskEvent
  | EvidenceAct
  | DeskAct

/** True for events whose text a reader can read. */
export const hasPost = (event: Event): event is PostEvent =>
  event.type === 'post.created' || event.type === 'post.edited'

export const isCampaignReview = (event: Event): event is CampaignReview =>
  event.type === 'campaign.reviewed' || event.type === 'campaign.acted' || event.type === 'campaign.undone'

export const isDeskEvent = (event: Event): event is DeskEvent =>
  event.type === 'threat.acted' ||
  event.type === 'threat.paged' ||
  event.type === 'order.acted' ||
  event.type === 'request.acted'

const EVIDENCE_ACTS: ReadonlySet<string> = new Set<EvidenceAct['type']>([
  'evidence.media',
  'evidence.erased',
  'evidence.exported',
  'hold.placed',
  'hold.extended',
  'hold.lifted',
  'desk.viewed',
])
export const isEvidenceAct = (event: Event): event is EvidenceAct => EVIDENCE_ACTS.has(event.type)
const DESK_ACTS: ReadonlySet<string> = new Set<DeskActType>(Object.keys(DESK_ACT_SCHEMAS) as DeskActType[])
export const isDeskAct = (event: Event): event is DeskAct => DESK_ACTS.has(event.type)

export const hasProfile = (event: Event): event is AccountEvent =>
  event.type === 'account.created' || event.type === 'account.updated'

/** The event's time in milliseconds. Events past the door always carry a parseable time. */
export const timeOf = (event: Event): number => Date.parse(event.at)
