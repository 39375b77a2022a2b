import { setTimeout as sleep } from 'node:timers/promises'
import type { Event } from '../model/event.ts'

/** What became of one event at the door. `accepted` means durable. */
export type Admission =
  | { status: 'accepted'; id: string }
  | { status: 'duplicate'; id: string }
  | { status: 'refused'; id: string | null; reason: string }

/** The line takes no more for now; nothing of this call was taken. */
export class BusFull extends Error {
  readonly retryAfterSeconds: number
  constructor(retryAfterSeconds: number) {
    super(`the line is behind; try again in ${retryAfterSeconds} s`)
    this.name = 'BusFull'
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/**
 * Carries events from the edges to the line. Order per account is kept; between accounts it is not promised.
 * `publish` resolves when the events are durable, in the order given, and throws BusFull instead of queueing past its bound.
 */
export interface Bus {
  publish(events: Event[]): Promise<Admission[]>
  /** Events accepted by `publish` and not yet judged. */
  depth(): number
  /** Where the line takes its batches from. Called once. The handler resolves when the batch is durable. */
  consume(handler: (events: Event[]) => Promise<Admission[]>): void
  /** Takes no more, finishes what was taken. */
  close(): Promise<void>
}

const PATIENT_TRIES_MAX = 20

/**
 * For what the house tells itself (campaigns, receipts): where the line is behind it waits, as long as it is asked to, and tries
 * again. Throws BusFull after 20 tries, and whatever else `publish` throws at once. The caller bounds how much waits.
 */
export async function publishPatiently({ publish }: Pick<Bus, 'publish'>, events: Event[]): Promise<void> {
  for (let tries = 1; ; tries++)
    try {
      await publish(events)
      return
    } catch (error) {
      if (!(error instanceof BusFull) || tries === PATIENT_TRIES_MAX) throw error
      await sleep(error.retryAfterSeconds * 1_000, undefined, { ref: false })
    }
}
