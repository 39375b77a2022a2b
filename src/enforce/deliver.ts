import { setTimeout as sleep } from 'node:timers/promises'
import { ATTEMPTS_MAX } from '../lib/back-off.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import type { OutboxEntry } from '../model/decision.ts'
import type { ActionReceipt } from '../model/event.ts'
import type { Millis } from '../model/ids.ts'
import type { OutboxRow, Store } from '../store/store.ts'
import { DRY_RUN } from './dry-run.ts'
import type { Enforcer } from './enforce.ts'
import { createRounds } from './rounds.ts'

export interface DeliveryOptions {
  store: Pick<Store, 'outboxDue' | 'outboxPutOff' | 'outboxUpdate' | 'outbox'>
  enforcer: Enforcer
  clock: Clock
  /** For jitter. */
  random: Random
  /** Whether what the entry rests on is durable; until then it waits, and what follows for its account with it. */
  mayGo?(entry: OutboxEntry): Promise<boolean>
  /** An entry came to its end: `done` or `dead`. What it returns is waited for before the next round, and must not reject. */
  onSettled?(row: OutboxRow): void | Promise<void>
  /** The store did not answer. Delivery goes on by itself. */
  onTrouble?(message: string): void
  attemptsMax?: number
  /** Accounts that are served at a time. */
  concurrency?: number
  /** How often the outbox is looked at when nobody calls `wake`. */
  pollMs?: number
}

export interface Delivery {
  start(): void
  /** There may be something new in the outbox. */
  wake(): void
  /** Resolves when nothing is due any more, when the receiver is let alone, or after `timeoutMs`. */
  drain(timeoutMs: number): Promise<void>
  /** Breaks off what is under way, which will be delivered again, and closes the enforcer. */
  stop(): Promise<void>
  /** Makes a dead entry wait again with all its attempts. False where no dead entry has this id. */
  resend(id: string): Promise<boolean>
}

const CONCURRENCY = 8
const POLL_MS = 1_000
const DRAIN_LOOK_MS = 20

/**
 * Brings what waits in the outbox to the platform: at least once, in order per account, with back-off, a breaker for a receiver that is
 * down, and dead letters for what was refused or tried too often. The rules are in docs/spec/outbox.md.
 */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { store, enforcer, clock, pollMs = POLL_MS } = options
  const stopping = new AbortController()
  const rounds = createRounds({
    attemptsMax: ATTEMPTS_MAX,
    concurrency: enforcer.accountsAtOnce ?? CONCURRENCY,
    onSettled: () => {},
    mayGo: async () => true,
    ...options,
    stopping: stopping.signal,
  })
  const bell = createBell()
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    let remembered = false
    while (!stopping.signal.aborted) {
      let sent = 0
      try {
        if (!remembered) await rounds.remember()
        remembered = true
        sent = await rounds.round()
      } catch (error) {
        options.onTrouble?.(`the outbox could not be read or written: ${(error as Error).message}`)
      }
      if (sent === 0) await bell.heardWithin(Math.max(1, Math.min(pollMs, rounds.waitMs() || pollMs)))
    }
  }

  return {
    start() {
      running ??= run()
    },
    wake: bell.ring,
    async drain(timeoutMs) {
      const until = clock.steady() + timeoutMs
      while (clock.steady() < until && rounds.waitMs() === 0) {
        if ((await store.outboxDue(clock.now(), 1)).length === 0) return
        bell.ring()
        await sleep(DRAIN_LOOK_MS)
      }
    },
    async stop() {
      stopping.abort()
      bell.ring()
      await running
      await enforcer.close()
    },
    async resend(id) {
      if ((await findDead(store, id)) === undefined) return false
      await store.outboxUpdate(id, {
        status: 'waiting',
        attempts: 0,
        nextAt: 0,
        detail: 'sent again by hand',
      })
      bell.ring()
      return true
    },
  }
}

/** Rung while nobody listens, it is heard at once by whoever listens next. */
function createBell() {
  let rung = Promise.withResolvers<void>()
  return {
    ring: () => rung.resolve(),
    async heardWithin(ms: number): Promise<void> {
      const heard = new AbortController()
      await Promise.race([rung.promise, sleep(ms, undefined, { signal: heard.signal }).catch(() => {})])
      heard.abort()
      rung = Promise.withResolvers()
    },
  }
}

/** Looks through ever more of the newest dead entries, since the port finds none by its id. */
async function findDead(store: Pick<Store, 'outbox'>, id: string): Promise<OutboxRow | undefined> {
  for (let limit = 100; ; limit *= 10) {
    const dead = await store.outbox({ status: 'dead', limit })
    const row = dead.find(({ entry }) => entry.id === id)
    if (row !== undefined || dead.length < limit) return row
  }
}

/**
 * What came of an action, as an event for the ledger. `at`: when it was settled, in milliseconds. The id follows from entry and outcome: the
 * same outcome told twice is a duplicate and changes nothing.
 */
export function receiptEvent({ entry, status, detail }: OutboxRow, at: Millis): ActionReceipt {
  const outcome = status === 'dead' ? 'failed' : detail?.startsWith(DRY_RUN) ? 'dry-run' : 'done'
  return {
    id: `receipt-${entry.id}-${outcome}`,
    type: 'action.receipt',
    at: new Date(at).toISOString(),
    account: entry.account,
    receipt: { id: entry.id, decision: entry.decision, action: entry.action, status: outcome, detail },
  }
}
