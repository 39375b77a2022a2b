import type { OutboxEntry } from '../model/decision.ts'

/** What the platform made of one action. `retry` is for a world that did not answer; `refused` never gets better. */
export type Enforced =
  | { status: 'done'; detail: string }
  | { status: 'retry'; detail: string; retryAfterMs?: number }
  | { status: 'refused'; detail: string }

/**
 * Talks to one platform. Called at least once per outbox entry, possibly again after a crash: the entry's id is the
 * idempotency key, and the receiver must treat a second call with the same id as done.
 */
export interface Enforcer {
  readonly name: string
  /** Accounts it is good to serve at a time; without it few, so that a platform is not overrun. */
  readonly accountsAtOnce?: number
  enforce(entry: OutboxEntry, signal: AbortSignal): Promise<Enforced>
  close(): Promise<void>
}
