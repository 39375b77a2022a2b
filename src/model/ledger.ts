/**
 * One entry of the append-only, hash-chained ledger. `hash` = SHA-256, hex, over the canonical JSON of
 * `{seq, at, kind, previous, body}` (keys sorted, no white space). The first entry's `previous` is 64 zeros.
 */
export interface LedgerEntry {
  seq: number
  /** Event time for what judgement wrote, wall time for what operators did. */
  at: string
  kind: LedgerKind
  hash: string
  previous: string
  body: Record<string, unknown>
}

/** `events` seals a run of the event log by a digest; the others carry their object. */
export type LedgerKind =
  | 'installed'
  | 'events'
  | 'decision'
  | 'link'
  | 'campaign'
  | 'receipt'
  | 'pack'
  | 'review'
  | 'weights'
  | 'evidence'
  | 'custody'
  | 'hold'
  | 'view'
  | 'tombstone'
  | 'access'
  | 'viewed'
  | 'threat'

export const FIRST_PREVIOUS = '0'.repeat(64)

/** What is to stand on the ledger, before it is numbered and chained. `about`: ids it can be found by; not part of what is hashed. */
export interface LedgerNote {
  at: string
  kind: LedgerKind
  body: Record<string, unknown>
  about?: string[]
}
