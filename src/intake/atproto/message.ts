/*
 * What a relay, a PDS or a Jetstream tells, in one shape, whichever of them it came from.
 */

export interface Op {
  action: 'create' | 'update' | 'delete'
  collection: string
  rkey: string
  /** Null where the collection is passed over, where nothing is left of the record, or where it was refused. */
  record: Record<string, unknown> | null
  /** Why the record was not believed. */
  fault: string | null
}

interface FromAccount {
  /** Where this message stands in the service's stream: its `seq`, or Jetstream's microseconds. */
  seq: number
  did: string
  /** When the service heard of it, as it says; never what the client wrote into the record. */
  at: string
}

export type Message =
  | (FromAccount & { kind: 'commit'; rev: string; ops: Op[]; tooBig: boolean })
  | (FromAccount & { kind: 'identity'; handle: string | null })
  | (FromAccount & { kind: 'account'; active: boolean; status: string | null })
  | (FromAccount & { kind: 'sync' })
  | { kind: 'info'; name: string; text: string }
  | { kind: 'error'; name: string; text: string }
  | { kind: 'unknown'; name: string; seq: number | null }

export type Decoded = { ok: true; message: Message } | { ok: false; seq: number | null; reason: string }

export const undecoded = (reason: string, seq: number | null = null): Decoded => ({ ok: false, seq, reason })

/** The collections that become events; all others are passed over and counted. */
export const COLLECTIONS = {
  profile: 'app.bsky.actor.profile',
  post: 'app.bsky.feed.post',
  repost: 'app.bsky.feed.repost',
  follow: 'app.bsky.graph.follow',
} as const
const KNOWN: ReadonlySet<string> = new Set(Object.values(COLLECTIONS))
export const isKnown = (collection: string): boolean => KNOWN.has(collection)

/** The protocol's own bound for one message of an event stream. */
export const FRAME_BYTES_MAX = 5_000_000
/** The protocol's own bound for one record. */
export const RECORD_BYTES_MAX = 1_000_000
/** The protocol's own bound for the operations of one commit. */
export const OPS_MAX = 200

export type Fields = Record<string, unknown>
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isPlace = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
export const isDid = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= DID_LENGTH_MAX && /^did:[a-z]+:[\w.:%-]+$/.test(value)
const DID_LENGTH_MAX = 256
