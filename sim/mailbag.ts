import { pauseMs } from '../src/lib/back-off.ts'
import type { Random } from '../src/lib/random.ts'
import type { RawEvent } from '../src/model/event.ts'

/** Events that may wait here. While it is full the town stands still. */
export const BAG_MAX = 4_000
const BATCH_MAX = 200
/** The longest pause is 1 s × 2 ^ (this − 1): a demo that was cut off should be back within seconds. */
const PAUSE_STEP_MAX = 4
const RETRY_AFTER_MS_MAX = 30_000
const REQUEST_MS_MAX = 20_000

export interface MailbagOptions {
  /** Where Holdfast listens, without a path. */
  url: string
  key: string
  random: Random
  /** Told in words that hold neither key nor text. */
  complain(message: string): void
  /** A wait that a stop can break off. */
  pause?(ms: number, signal: AbortSignal): Promise<void>
}

/** Brings events to `POST /v1/events`, in order, until it is stopped. */
export interface Mailbag {
  /** False when the bag is full; the event is not taken then. */
  put(event: RawEvent): boolean
  size(): number
  /** How many were answered as accepted or duplicate. */
  brought(): number
  /** Rejects when it makes no sense to go on: the key is not known. Resolves after a stop. */
  run(signal: AbortSignal): Promise<void>
}

type Outcome =
  | { kind: 'taken'; refused: number; reason: string | null }
  | { kind: 'wait'; ms: number | null; why: string }
  | { kind: 'dropped'; why: string }
  | { kind: 'barred'; why: string }

export function createMailbag(options: MailbagOptions): Mailbag {
  const { random, complain, pause = pauseFor } = options
  let waiting: RawEvent[] = []
  let brought = 0
  let failures = 0
  let wake: (() => void) | null = null

  const filled = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const done = () => {
        signal.removeEventListener('abort', done)
        wake = null
        resolve()
      }
      wake = done
      signal.addEventListener('abort', done)
    })

  async function bring(signal: AbortSignal): Promise<void> {
    const batch = waiting.slice(0, BATCH_MAX)
    const outcome = await post(batch, options, signal)
    if (signal.aborted) return
    switch (outcome.kind) {
      case 'barred':
        throw new Error(outcome.why)
      case 'wait':
        // Told once, not at every attempt: a stop of an hour would fill the log.
        if (failures++ === 0) complain(`${outcome.why}; trying again`)
        return pause(outcome.ms ?? pauseMs(Math.min(failures, PAUSE_STEP_MAX), random), signal)
      case 'dropped':
        complain(`${batch.length} events dropped: ${outcome.why}`)
        break
      case 'taken':
        if (failures > 0) complain('the events are taken again')
        if (outcome.refused > 0) complain(`${outcome.refused} events refused: ${outcome.reason}`)
        brought += batch.length - outcome.refused
    }
    failures = 0
    waiting = waiting.slice(batch.length)
  }

  return {
    put(event) {
      if (waiting.length >= BAG_MAX) return false
      waiting.push(event)
      wake?.()
      return true
    },
    size: () => waiting.length,
    brought: () => brought,
    async run(signal) {
      while (!signal.aborted) {
        if (waiting.length === 0) await filled(signal)
        else await bring(signal)
      }
    },
  }
}

async function post(batch: RawEvent[], { url, key }: MailbagOptions, signal: AbortSignal): Promise<Outcome> {
  try {
    const response = await fetch(`${url}/v1/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(batch),
      signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_MS_MAX)]),
    })
    return await outcomeOf(response)
  } catch (error) {
    return { kind: 'wait', ms: null, why: `no answer (${faultOf(error)})` }
  }
}

async function outcomeOf(response: Response): Promise<Outcome> {
  const answer = (await response.json()) as {
    reason?: string
    refused?: number
    results?: { reason?: string }[]
  }
  switch (response.status) {
    case 202: {
      const reason = answer.results?.find((result) => result.reason !== undefined)?.reason ?? null
      return { kind: 'taken', refused: answer.refused ?? 0, reason }
    }
    case 401:
    case 403:
      return { kind: 'barred', why: `the key is not taken: ${answer.reason}` }
    case 400:
    case 413:
    case 415:
      // The same bytes would be answered in the same way for ever.
      return { kind: 'dropped', why: `${response.status}: ${answer.reason}` }
    default:
      return { kind: 'wait', ms: retryAfterMs(response.headers), why: `${response.status}: ${answer.reason}` }
  }
}

function retryAfterMs(headers: Headers): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1_000, RETRY_AFTER_MS_MAX) : null
}

const faultOf = (error: unknown): string => {
  const { cause, name } = error as Error & { cause?: { code?: string } }
  return cause?.code ?? name
}

/** Resolves after `ms`, or at once when the signal says stop. */
export function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
}
