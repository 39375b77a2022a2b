import { setTimeout as sleep } from 'node:timers/promises'
import { createBreaker } from '../lib/breaker.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import type { OpinionCost } from '../model/reading.ts'
import { createMeter } from './meter.ts'
import type { Attempt, Guarded } from './opinions.ts'
import { createTurns } from './turns.ts'

export interface Limits {
  /** For waiting, connecting, sending and the whole answer together. */
  deadlineMs: number
  /** Questions under way at a time. */
  concurrency: number
  /** Questions waiting at most. */
  queue: number
  /** Past any of them there is no more asking until the hour is over. */
  perHour: OpinionCost
}

/** Attempts at one question: a second one only where the provider itself asked to come again, and only within the deadline. */
const ATTEMPTS_MAX = 2

export interface Task<T> {
  /** Characters that each attempt sends. */
  characters: number
  withinMs?: number
  work(signal: AbortSignal): Promise<Attempt<T>>
}

export interface Guard {
  /** Does the work within the deadline or `withinMs`, whichever ends first. Never rejects. */
  run<T>(task: Task<T>): Promise<Guarded<T>>
  /** This hour's and all cost, and how many questions ended in an answer or a gap since the start. */
  spent(): { hour: OpinionCost; total: OpinionCost; answers: number; gaps: number }
  /** Breaks off what is under way and answers what waits with a gap. */
  close(): void
}

const CLOSING = 'it is being closed'

/**
 * Stands before one provider: a deadline, so many at once, a bounded queue, a breaker and a budget. Whatever stands in the way becomes
 * the reason of a gap. A turn is given back only when the work has ended, also where its answer is no longer waited for, so that there are
 * never more under way than allowed. (docs/spec/opinions.md, Q3 to Q8)
 */
export function createGuard(limits: Limits, { clock, random }: { clock: Clock; random: Random }): Guard {
  const breaker = createBreaker(clock, random)
  const meter = createMeter(limits.perHour, clock)
  const turns = createTurns({ atOnce: limits.concurrency, waitingMax: limits.queue })
  const closing = new AbortController()
  let probing = false
  let questions = 0
  const ended = { answers: 0, gaps: 0 }

  const whyNot = (): string | null => {
    if (closing.signal.aborted) return CLOSING
    const spent = meter.spent()
    if (spent !== null) return spent
    const gate = breaker.gate()
    if (gate === 'open') return `it failed before; it is asked again in ${seconds(breaker.waitMs())}`
    return gate === 'probe' && probing ? 'it failed before; another text is trying it' : null
  }

  const learn = (outcome: Attempt<unknown>): void => {
    questions += 1
    if (outcome.ok || outcome.blame === 'text') breaker.succeeded()
    else {
      breaker.failed(`q${questions}`)
      breaker.pause(outcome.retryAfterMs ?? 0)
    }
  }

  /** Waits for a turn. Once it is ours, whether it is the one that probes is settled in the same breath: there is one probe at a time. */
  const turnOf = async ({ signal, ms }: Deadline): Promise<Turn> => {
    const turn = await turns.take(signal)
    if (turn === 'full') return { ours: false, reason: `${limits.queue} texts wait for it already` }
    const late = closing.signal.aborted ? CLOSING : `no turn within ${Math.round(ms)} ms`
    if (turn === 'late') return { ours: false, reason: late }
    const reason = signal.aborted ? late : whyNot()
    if (reason !== null) {
      turns.give()
      return { ours: false, reason }
    }
    const probe = breaker.gate() === 'probe'
    if (probe) probing = true
    return {
      ours: true,
      end() {
        if (probe) probing = false
        turns.give()
      },
    }
  }

  const run = async <T>(task: Task<T>): Promise<Guarded<T>> => {
    const startedAt = clock.steady()
    const reason = whyNot()
    if (reason !== null) return { ok: false, reason }
    const deadline = createDeadline(
      Math.min(limits.deadlineMs, task.withinMs ?? limits.deadlineMs),
      closing.signal,
    )
    try {
      const turn = await turnOf(deadline)
      if (!turn.ours) return { ok: false, reason: turn.reason }
      const cost: OpinionCost = { requests: 0, characters: 0, tokens: 0 }
      const working = attempts(task, deadline.signal, (spent) => {
        meter.add(spent)
        for (const unit of UNITS) cost[unit] += spent[unit] ?? 0
      }).finally(turn.end)
      const outcome = await Promise.race([working, deadline.passed])
      if (closing.signal.aborted) return { ok: false, reason: CLOSING }
      learn(outcome)
      if (!outcome.ok) return { ok: false, reason: outcome.reason }
      return { ok: true, value: outcome.value, ms: Math.round(clock.steady() - startedAt), cost }
    } finally {
      deadline.clear()
    }
  }

  const counted = async <T>(task: Task<T>): Promise<Guarded<T>> => {
    const answer = await run(task)
    ended[answer.ok ? 'answers' : 'gaps'] += 1
    return answer
  }

  return {
    run: counted,
    spent: () => ({ ...meter.read(), ...ended }),
    close: () => closing.abort(),
  }
}

const UNITS = ['requests', 'characters', 'tokens'] as const

const seconds = (ms: number): string => `${Math.max(1, Math.ceil(ms / 1000))} s`

type Turn = { ours: true; end(): void } | { ours: false; reason: string }

/** One attempt, and one more where it was asked to come again and the deadline lasts that long. */
async function attempts<T>(
  { work, characters }: Task<T>,
  signal: AbortSignal,
  spend: (cost: Partial<OpinionCost>) => void,
): Promise<Attempt<T>> {
  for (let attempt = 1; ; attempt++) {
    spend({ requests: 1, characters })
    const outcome = await attemptOf(work, signal)
    if (outcome.ok) spend({ tokens: outcome.tokens })
    if (outcome.ok || outcome.retryAfterMs === undefined || attempt >= ATTEMPTS_MAX) return outcome
    if (outcome.retryAfterMs > RETRY_AFTER_MS_MAX) return outcome
    try {
      await sleep(outcome.retryAfterMs, undefined, { signal })
    } catch {
      return outcome
    }
  }
}

/** Whoever asks for a longer pause is left alone for that long instead. */
const RETRY_AFTER_MS_MAX = 1_000

/** A provider that throws is a broken program, but not one that may stop the line. Its message may hold anything, so it is not told. */
async function attemptOf<T>(work: Task<T>['work'], signal: AbortSignal): Promise<Attempt<T>> {
  try {
    return await work(signal)
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error
    return { ok: false, reason: `it broke: ${name}`, blame: 'provider' }
  }
}

interface Deadline {
  ms: number
  signal: AbortSignal
  /** Resolves when the time is over or all is being closed. */
  passed: Promise<Attempt<never>>
  clear(): void
}

function createDeadline(ms: number, closing: AbortSignal): Deadline {
  const either = new AbortController()
  const { promise, resolve } = Promise.withResolvers<Attempt<never>>()
  const end = () => {
    resolve({ ok: false, reason: `no answer within ${Math.round(ms)} ms`, blame: 'provider' })
    either.abort()
  }
  const timer = setTimeout(end, Math.max(0, ms))
  closing.addEventListener('abort', end, { once: true })
  if (closing.aborted) end()
  return {
    ms,
    signal: either.signal,
    passed: promise,
    clear() {
      clearTimeout(timer)
      closing.removeEventListener('abort', end)
    },
  }
}
