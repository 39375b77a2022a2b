import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { Webhook } from 'standardwebhooks'
import { type Clock, systemClock } from '../lib/clock.ts'
import type { OutboxEntry } from '../model/decision.ts'
import { type Answer, meaningOf } from './answer.ts'
import type { Enforced, Enforcer } from './enforce.ts'
import { type Receiver, receiverOf } from './receiver.ts'

export interface WebhookOptions {
  /** Where actions are sent: https, or http on this machine alone unless `insecure`. User and password become basic authorization. */
  url: string
  /** `whsec_` and 24 to 64 bytes in base64, shared with the receiver. */
  secret: string
  /** For connecting, sending and the whole answer together. */
  timeoutMs: number
  /** Allows http to other machines. */
  insecure?: boolean
  /** Connections at a time. */
  connectionsMax?: number
  clock?: Clock
}

/** Bytes of an answer that are read; the rest is not waited for. */
const ANSWER_BYTES_MAX = 16_384
const CONNECTIONS_MAX = 16

/**
 * Sends actions as signed webhooks (Standard Webhooks 1.0.0): `webhook-id` is the outbox entry's, the same at every attempt, so that a receiver
 * can tell a second call from a new action. Throws a WebhookError for an address or secret that will not do. docs/operate/webhooks.md
 */
export function webhookEnforcer(options: WebhookOptions): Enforcer {
  const receiver = receiverOf(options)
  const signer = new Webhook(options.secret)
  const { clock = systemClock, timeoutMs } = options
  const agent = new (receiver.secure ? HttpsAgent : HttpAgent)({
    keepAlive: true,
    maxSockets: options.connectionsMax ?? CONNECTIONS_MAX,
  })
  return {
    name: receiver.name,
    async enforce(entry, signal) {
      const now = clock.now()
      const body = bodyOf(entry)
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'holdfast',
        'webhook-id': entry.id,
        'webhook-timestamp': String(Math.floor(now / 1000)),
        'webhook-signature': signer.sign(entry.id, new Date(now), body),
        ...receiver.authorization,
      }
      return withDeadline(signal, timeoutMs, async (either) => {
        const answer = await post(receiver, { headers, agent, signal: either }, body)
        return meaningOf(answer, clock.now())
      })
    },
    async close() {
      agent.destroy()
    },
  }
}

async function withDeadline(
  signal: AbortSignal,
  timeoutMs: number,
  ask: (either: AbortSignal) => Promise<Enforced>,
): Promise<Enforced> {
  const either = new AbortController()
  let late = false
  const timer = setTimeout(() => {
    late = true
    either.abort()
  }, timeoutMs)
  const stop = () => either.abort()
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  try {
    return await ask(either.signal)
  } catch (error) {
    return { status: 'retry', detail: late ? `no answer within ${timeoutMs} ms` : faultOf(error) }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}

/** The same bytes at every attempt. docs/operate/webhooks.md describes each field to receivers. */
export function bodyOf({
  id,
  decision,
  action,
  subject,
  account,
  policy,
  label,
  statement,
  at,
  restores,
  notice,
  appeal,
}: OutboxEntry): string {
  const data = {
    id,
    decision,
    action,
    subject,
    account,
    policy,
    label,
    statement,
    at,
    restores,
    notice,
    appeal,
  }
  return JSON.stringify({ type: 'action.requested', timestamp: at, data })
}

/** One exchange. A connection kept open that the receiver closed meanwhile is no answer of the receiver's: it is tried once more on a new one. */
async function post(receiver: Receiver, options: RequestOptions, body: string): Promise<Answer> {
  try {
    return await exchange(receiver, options, body)
  } catch (error) {
    if (!(error instanceof StaleConnection)) throw error
    return exchange(receiver, { ...options, agent: false }, body)
  }
}

class StaleConnection extends Error {}

function exchange({ url, secure }: Receiver, options: RequestOptions, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = (secure ? httpsRequest : httpRequest)(url, { ...options, method: 'POST' })
    request.on('error', (error: NodeJS.ErrnoException) => {
      const stale = request.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
      reject(stale ? new StaleConnection('the kept connection was closed', { cause: error }) : error)
    })
    request.on('response', (response) => readAnswer(response).then(resolve, reject))
    request.setHeader('content-length', Buffer.byteLength(body))
    request.end(body)
  })
}

function readAnswer(response: IncomingMessage): Promise<Answer> {
  const { statusCode: status = 0, headers } = response
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const answered = (whole: boolean) =>
      resolve({
        status,
        headers,
        body: Buffer.concat(chunks).subarray(0, ANSWER_BYTES_MAX).toString('utf8'),
        whole,
      })
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes < ANSWER_BYTES_MAX) return
      // The status has been said, and what it was said with is long enough.
      answered(true)
      response.destroy()
    })
    response.on('end', () => answered(response.complete))
    response.on('error', (error: NodeJS.ErrnoException) =>
      error.name === 'AbortError' ? reject(error) : answered(false),
    )
  })
}

function faultOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  const words = code === undefined ? undefined : FAULTS[code]
  return words ?? `the receiver could not be asked: ${code ?? message}`
}

const FAULTS: Record<string, string> = {
  ECONNREFUSED: 'nobody listens at the receiver’s address',
  ECONNRESET: 'the receiver closed the connection without an answer',
  ENOTFOUND: 'the receiver’s host name is not known',
  EAI_AGAIN: 'the receiver’s host name could not be looked up',
  ETIMEDOUT: 'the receiver could not be reached in time',
}

export { WebhookError } from './receiver.ts'
