import { type Static, Type } from 'typebox'
import type { Entity } from './entity.ts'
import type { Profile } from './event.ts'
import type { Millis } from './ids.ts'
import type { PolicyId } from './policy-id.ts'
import type { Gap } from './signal.ts'

/*
 * What is preserved before a restriction goes out, what forbids its deletion, and who saw it. Bytes are never here: they lie in the vault, under
 * their SHA-256. (docs/spec/evidence.md)
 */

/** How long it is kept, and how far it reaches: a matter that was escalated is kept longer. */
export const EVIDENCE_CLASSES = ['threat', 'restriction'] as const
export type EvidenceClass = (typeof EVIDENCE_CLASSES)[number]

/**
 * `wanted`: its bytes are being fetched, and no action goes out before that has come to an end; `kept`; `gap`: they could not be had, for the
 * reason given.
 */
export type MediaStatus = 'wanted' | 'kept' | 'gap'

export interface EvidenceMedia {
  /** The platform's id. */
  id: string
  url: string | null
  status: MediaStatus
  /** Of the bytes kept, lower-case hex; before, what the platform says of them. */
  sha256: string | null
  bytes: number | null
  /** As the platform, or else the server that sent it, says. Never believed, never acted on. */
  type: string | null
  /** The beginning alone is kept: it was longer than the bound. */
  cut: boolean
  /** The platform named another SHA-256 than that of the bytes that came. */
  differs: boolean
  reason: string | null
  attempts: number
  /** A gap that is still being tried again. It holds nothing up. */
  again: boolean
}

/** One piece of evidence: what was preserved before one decision's actions. */
export interface Evidence {
  /** Derived from the decision's. */
  id: string
  decision: string
  event: string
  /** Event time of the decision, ISO 8601. */
  at: string
  subject: Entity
  account: string
  policy: PolicyId
  class: EvidenceClass
  /** The post, its thread, profile and reading as they were, as one file in the vault. Null in a row that changes only other parts. */
  snapshot: Snapshot | null
  media: EvidenceMedia[]
  /** Set when its bytes were deleted: what is left is this row. */
  erased: Erasure | null
}

export interface Snapshot {
  sha256: string
  bytes: number
  /** What of it was not known, in words. */
  gaps: string[]
}

export interface Erasure {
  at: string
  basis: ErasureBasis
  by: string
  why: string
}

/** What judgement knows of a decision whose evidence is to be preserved, as it was at that moment. */
export interface Capture {
  evidence: Evidence
  profile: Profile | null
  standing: {
    status: string
    createdAt: Millis | null
    firstSeenAt: Millis
    posts: number
    strikes: number
  } | null
  /** Of the post the decision is about, where the event itself does not carry it. */
  post: string | null
  gaps: Gap[]
}

/** Whom a hold covers: one piece of evidence, or all of an account, what is still to come included. */
export interface HoldScope {
  kind: 'evidence' | 'account'
  id: string
}
export const scopeKey = ({ kind, id }: HoldScope): string => `${kind}:${id}`

/** Forbids deletion while it lives: from its event on, until `until`, or until a person lifts it. */
export interface Hold {
  id: string
  basis: HoldBasis
  scope: HoldScope
  placedAt: string
  /** ISO 8601; null: until it is lifted. */
  until: string | null
  by: string
  why: string
  /** Of the request or order it rests on. */
  reference: string | null
  extended: { at: string; until: string | null; by: string; why: string }[]
  lifted: { at: string; by: string; why: string } | null
}

/** Somebody saw something that not everybody sees. */
export interface View {
  /** Id of its event. */
  id: string
  at: string
  by: string
  /** What kind of thing: `evidence`, `media`, `bundle`, `threat`, `protected` … */
  kind: string
  /** Which one. */
  seen: string
  /** The case it was looked at for. */
  case: string | null
  /** How: `page`, `command`, `export`. */
  via: string
}

export const HOLD_BASES = ['tco', 'us-2703f', 'court', 'internal'] as const
export type HoldBasis = (typeof HOLD_BASES)[number]
export const ERASURE_BASES = ['retention', 'account-deleted', 'request'] as const
export type ErasureBasis = (typeof ERASURE_BASES)[number]

/** Pieces of evidence that one erasure or one export can name. */
export const EVIDENCE_NAMED_MAX = 2_000

const id = Type.String({ minLength: 1, maxLength: 512 })
const person = Type.String({ minLength: 1, maxLength: 512, description: 'Who acts. Stays in the house.' })
const grounds = Type.String({ minLength: 1, maxLength: 20_000, description: 'The grounds.' })
const time = Type.String({ maxLength: 40, description: 'ISO 8601' })
const hash = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256, lower-case hex.' })
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const named = Type.Array(id, { maxItems: EVIDENCE_NAMED_MAX })
const scope = Type.Object({ kind: Type.Union([Type.Literal('evidence'), Type.Literal('account')]), id })

/** What became of one attempt at one media item. */
export const MediaOutcomeSchema = Type.Object({
  evidence: id,
  index: Type.Integer({ minimum: 0, maximum: 63 }),
  /** All of its media, for evidence whose event did not carry them. */
  items: Type.Array(
    Type.Object({
      id,
      url: orNull(Type.String({ maxLength: 4096 })),
      type: orNull(Type.String({ maxLength: 128 })),
      sha256: orNull(hash),
    }),
    { maxItems: 64 },
  ),
  status: Type.Union([Type.Literal('kept'), Type.Literal('gap')]),
  sha256: orNull(hash),
  bytes: orNull(Type.Integer({ minimum: 0 })),
  type: orNull(Type.String({ maxLength: 128 })),
  cut: Type.Boolean(),
  reason: orNull(Type.String({ maxLength: 512 })),
  attempts: Type.Integer({ minimum: 0 }),
  again: Type.Boolean(),
})
export const ErasureSchema = Type.Object({
  evidence: Type.Array(Type.Object({ id, account: id }), { minItems: 1, maxItems: EVIDENCE_NAMED_MAX }),
  basis: Type.Union(ERASURE_BASES.map((basis) => Type.Literal(basis))),
  by: person,
  why: grounds,
})
export const HoldPlacedSchema = Type.Object({
  id,
  basis: Type.Union(HOLD_BASES.map((basis) => Type.Literal(basis))),
  scope,
  until: orNull(time),
  by: person,
  why: grounds,
  reference: orNull(Type.String({ maxLength: 512 })),
})
export const HoldExtendedSchema = Type.Object({ id, scope, until: orNull(time), by: person, why: grounds })
export const HoldLiftedSchema = Type.Object({ id, scope, by: person, why: grounds })
export const ExportedSchema = Type.Object({
  evidence: named,
  by: person,
  why: grounds,
  /** SHA-256 of the bundle's manifest. */
  manifest: hash,
  /** Head of the tree over the ledger when it was made, and how many entries it covers. */
  tree: Type.Object({ size: Type.Integer({ minimum: 0 }), root: hash }),
})
export const ViewedSchema = Type.Object({
  by: person,
  kind: Type.String({ minLength: 1, maxLength: 64 }),
  seen: id,
  case: orNull(id),
  via: Type.String({ maxLength: 64 }),
})

export type MediaOutcome = Static<typeof MediaOutcomeSchema>
export type ErasureOrder = Omit<Static<typeof ErasureSchema>, 'basis'> & { basis: ErasureBasis }
export type HoldPlacing = Omit<Static<typeof HoldPlacedSchema>, 'basis'> & { basis: HoldBasis }
export type HoldExtending = Static<typeof HoldExtendedSchema>
export type HoldLifting = Static<typeof HoldLiftedSchema>
export type Exported = Static<typeof ExportedSchema>
export type Viewed = Static<typeof ViewedSchema>
