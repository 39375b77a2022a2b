import { PAUSE_MS_MAX, pauseMs } from '../lib/back-off.ts'
import { createBreaker } from '../lib/breaker.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import type { OutboxEntry } from '../model/decision.ts'
import type { Millis } from '../model/ids.ts'
import type { OutboxRow, Store } from '../store/store.ts'
import type { Enforced, Enforcer } from './enforce.ts'
import { arrange, type Lane } from './lanes.ts'

/** Rows looked at per round. */
const WINDOW = 1_000
/** An account is served no longer than this per round, so that one with many slow actions does not hold up the others. */
const LANE_MS_MAX = 2_000
/** Waiting rows looked through at the start for those that a former run tried already. */
const REMEMBERED_MAX = 20_000
const DETAIL_LENGTH_MAX = 500
/** How soon an action is looked at again whose evidence is not whole yet. It was not tried, and loses no attempt. */
const EVIDENCE_LOOK_MS = 250

export interface RoundOptions {
  store: Pick<Store, 'outboxDue' | 'outboxPutOff' | 'outboxUpdate'>
  enforcer: Enforcer
  clock: Clock
  random: Random
  attemptsMax: number
  /** Accounts that are served at a time. */
  concurrency: number
  mayGo(entry: OutboxEntry): Promise<boolean>
  /** A round ends when all that it settled has been told: so little waits to be told. */
  onSettled(row: OutboxRow): void | Promise<void>
  stopping: AbortSignal
}

/** Serving what is due, round by round. One round at a time. */
export interface Rounds {
  /** After a start, before the first round: finds the accounts whose order rests on what a former run tried. */
  remember(): Promise<void>
  /** Serves what is due, once. Resolves to how many entries were sent, 0 while the receiver is let alone. */
  round(): Promise<number>
  /** How long the receiver is let alone. */
  waitMs(): Millis
}

export function createRounds(options: RoundOptions): Rounds {
  const { store, clock, random, stopping } = options
  const breaker = createBreaker(clock, random)
  /** Accounts with an action that was tried and waits: until when. What follows must not overtake it. */
  const blocked = new Map<string, Millis>()
  const telling: Promise<void>[] = []
  const settle = settling({
    ...options,
    onSettled(row) {
      const told = options.onSettled(row)
      if (told) telling.push(told)
    },
  })
  const maySend = () => !stopping.aborted && breaker.gate() === 'closed'

  async function probe(lane: Lane | undefined): Promise<number> {
    if (lane === undefined) return 0
    await serve(lane, 1)
    return breaker.gate() === 'closed' ? 1 : 0
  }

  async function serveAll(lanes: Lane[]): Promise<number> {
    let next = 0
    let sent = 0
    const serveNext = async (): Promise<void> => {
      while (next < lanes.length && maySend()) sent += await serve(lanes[next++]!, Number.POSITIVE_INFINITY)
    }
    const workers = Array.from({ length: Math.min(options.concurrency, lanes.length) }, serveNext)
    // No round begins before all of this one has ended, also where the store failed one of them.
    const failed = (await Promise.allSettled(workers)).find(({ status }) => status === 'rejected')
    if (failed?.status === 'rejected') throw failed.reason
    return sent
  }

  /** One account's actions, one after the other; what follows one that must wait waits with it. Resolves to how many were sent. */
  async function serve({ account, rows, whole }: Lane, sentMax: number): Promise<number> {
    const startedAt = clock.steady()
    for (const [index, row] of rows.entries()) {
      const go = index === 0 || (maySend() && clock.steady() - startedAt < LANE_MS_MAX)
      if (index >= sentMax || !go) return index
      if (!(await options.mayGo(row.entry))) {
        const until = clock.now() + EVIDENCE_LOOK_MS
        blocked.set(account, until)
        for (const later of rows.slice(index)) await park(later, until)
        return index
      }
      const enforced = await ask(options.enforcer, row, stopping)
      // What a stop broke off has not been tried.
      if (stopping.aborted && enforced.status === 'retry') return index
      learn(row, enforced)
      const until = await settle(row, enforced)
      if (until === null) continue
      blocked.set(account, until)
      for (const later of rows.slice(index + 1)) await park(later, until)
      return index + 1
    }
    if (whole) blocked.delete(account)
    return rows.length
  }

  function learn({ entry }: OutboxRow, enforced: Enforced): void {
    if (enforced.status !== 'retry') breaker.succeeded()
    else {
      breaker.failed(entry.id)
      breaker.pause(Math.min(enforced.retryAfterMs ?? 0, PAUSE_MS_MAX))
    }
  }

  const park = ({ entry, attempts, detail }: OutboxRow, nextAt: Millis): Promise<void> =>
    store.outboxUpdate(entry.id, { status: 'waiting', attempts, nextAt, detail })

  /** What waits longer than any pause lasts was put off by a clock that has been set back since: it is due now. */
  const remember = async (): Promise<void> => {
    const latest = clock.now() + PAUSE_MS_MAX
    blocked.clear()
    for (const row of await store.outboxPutOff(REMEMBERED_MAX)) {
      if (row.nextAt > latest) await park(row, 0)
      else blocked.set(row.entry.account, Math.max(row.nextAt, blocked.get(row.entry.account) ?? 0))
    }
  }

  let lastNow = Number.NEGATIVE_INFINITY
  const setBack = (): boolean => {
    const before = lastNow
    lastNow = clock.now()
    return lastNow < before
  }

  return {
    waitMs: breaker.waitMs,
    remember,
    async round() {
      if (setBack()) await remember()
      const gate = breaker.gate()
      if (gate === 'open') return 0
      const rows = await store.outboxDue(clock.now(), WINDOW)
      const { lanes, parked } = arrange(rows, blocked, rows.length < WINDOW)
      for (const { row, until } of parked) await park(row, until)
      try {
        return await (gate === 'probe' ? probe(lanes[0]) : serveAll(lanes))
      } finally {
        await Promise.all(telling.splice(0))
      }
    },
  }
}

async function ask(enforcer: Enforcer, { entry }: OutboxRow, stopping: AbortSignal): Promise<Enforced> {
  try {
    return await enforcer.enforce(entry, stopping)
  } catch (error) {
    return { status: 'retry', detail: `the enforcer failed: ${(error as Error).message}` }
  }
}

/** Writes down what came of an attempt. Resolves to when the entry is tried again, or null when it has come to its end. */
function settling({ store, clock, random, attemptsMax, onSettled }: RoundOptions) {
  return async (
    { entry, attempts: before, nextAt }: OutboxRow,
    enforced: Enforced,
  ): Promise<Millis | null> => {
    const attempts = before + 1
    const detail = enforced.detail.slice(0, DETAIL_LENGTH_MAX).toWellFormed()
    if (enforced.status === 'retry' && attempts < attemptsMax) {
      const again = clock.now() + pauseMs(attempts, random, enforced.retryAfterMs)
      await store.outboxUpdate(entry.id, { status: 'waiting', attempts, nextAt: again, detail })
      return again
    }
    const status = enforced.status === 'done' ? 'done' : 'dead'
    await store.outboxUpdate(entry.id, { status, attempts, nextAt, detail })
    onSettled({ entry, status, attempts, nextAt, detail })
    return null
  }
}
