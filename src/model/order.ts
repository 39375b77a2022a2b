import type { Page } from './threat.ts'

/** Grounds on which the hour of a removal order pauses: Regulation (EU) 2021/784, Art. 3(7) and (8). */
export const PAUSE_GROUNDS = ['force-majeure', 'manifest-error', 'insufficient-information'] as const
export type PauseGround = (typeof PAUSE_GROUNDS)[number]

export const ORDER_STATUSES = ['received', 'verified', 'paused', 'removed', 'reinstated', 'forged'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

/** All that judgement remembers of an order from an authority. */
export interface OrderStanding {
  id: string
  event: string
  kind: string
  authority: string
  account: string
  post: string | null
  /** The fields of the form (Annex I), as they were received. */
  form: Record<string, unknown>
  receivedAt: string
  status: OrderStatus
  /** Sender authenticated: by whom of us, and how. */
  verified: { by: string; how: string; at: string } | null
  pauses: { ground: PauseGround; why: string; by: string; from: string; until: string | null }[]
  seen: { by: string; at: string } | null
  removal: { by: string; at: string; decision: string } | null
  /** Annex II or III sent to the authority. */
  feedback: { by: string; at: string; what: string; reference: string }[]
  scrutiny: { by: string; at: string; result: 'upheld' | 'infringement'; reference: string }[]
  reinstatement: { by: string; at: string; decision: string } | null
  /** Scrutiny was asked for (Art. 4). It stops no clock. */
  contested: { by: string; why: string; at: string } | null
  finalAt: string | null
  pages: Page[]
  notes: { by: string; text: string; at: string }[]
  acts: string[]
}

export const REQUEST_KINDS = ['emergency-disclosure', 'preservation', 'removal-order', 'information'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/** An inbound request whose sender has to be verified before anything leaves the house. */
export interface RequestStanding {
  id: string
  kind: RequestKind
  receivedAt: string
  sender: { name: string; organisation: string; contact: string }
  says: string
  account: string | null
  post: string | null
  status: 'received' | 'verified' | 'refused' | 'released' | 'preserved'
  /** Calls to a number found independently of the request. */
  calls: {
    by: string
    at: string
    number: string
    foundAt: string
    spokeWith: string
    confirmed: boolean
  }[]
  verified: { by: string; at: string } | null
  release: {
    basis: string
    disclosed: { what: string; why: string }[]
    necessity: string
    by: string[]
    releasedAt: string | null
  } | null
  refusal: { by: string; why: string; at: string } | null
  acts: string[]
}
