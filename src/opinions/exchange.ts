import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { Address } from './address.ts'
import type { Failure } from './opinions.ts'

export type Exchanged = { ok: true; body: unknown } | Failure

/** Speaks JSON with one address. What it says of a failure holds neither key nor post nor anything the other side wrote. */
export interface Exchange {
  post(path: string, body: unknown, signal: AbortSignal): Promise<Exchanged>
  get(path: string, signal: AbortSignal): Promise<Exchanged>
  close(): void
}

/** Bytes of an answer, at most. A longer one is not read to its end. */
export const ANSWER_BYTES_MAX = 262_144
/** A pause that a provider asks for is heeded up to this. */
const QUIET_MS_MAX = 3_600_000

interface Answer {
  status: number
  type: string
  retryAfter: string | undefined
  body: Buffer
}

export function createExchange(
  address: Address,
  { connectionsMax, authorization }: { connectionsMax: number; authorization: string | null },
): Exchange {
  const agent = new (address.secure ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: connectionsMax })
  const headers = {
    accept: 'application/json',
    'accept-encoding': 'identity',
    'user-agent': 'holdfast',
    ...(authorization !== null && { authorization }),
  }
  const speak = async (method: 'GET' | 'POST', path: string, body: string | null, signal: AbortSignal) => {
    const url = new URL(address.url)
    url.pathname = url.pathname.replace(/\/+$/, '') + path
    const options = { method, agent, signal, headers: { ...headers, ...(body !== null && CONTENT_TYPE) } }
    try {
      return meaningOf(await onceMoreIfStale(url, options, body))
    } catch (error) {
      return error instanceof BadAnswer ? atFault(error.message) : atFault(faultOf(error))
    }
  }
  return {
    post: (path, body, signal) => speak('POST', path, JSON.stringify(body), signal),
    get: (path, signal) => speak('GET', path, null, signal),
    close: () => agent.destroy(),
  }
}

const CONTENT_TYPE = { 'content-type': 'application/json' }

const atFault = (reason: string, retryAfterMs?: number): Failure => ({
  ok: false,
  reason,
  blame: 'provider',
  ...(retryAfterMs !== undefined && { retryAfterMs }),
})

/** Of the 4xx those that speak of rights, address or load, not of this one text. */
const ABOUT_THE_PROVIDER = new Set([401, 402, 403, 404, 405, 407, 408, 421, 425, 429])

/** What an answer means (docs/spec/opinions.md, Q4 and Q6). */
function meaningOf({ status, type, retryAfter, body }: Answer): Exchanged {
  if (status >= 300 && status < 400)
    return atFault(`${status}: redirects are not followed; give its own address`)
  if (status < 200 || status >= 300) {
    const reason = `${status}${WORDS[status] ?? ''}`
    if (status < 500 && !ABOUT_THE_PROVIDER.has(status)) return { ok: false, reason, blame: 'text' }
    return atFault(reason, status === 429 || status === 503 ? quietMs(retryAfter) : undefined)
  }
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type))
    return atFault('the answer is not JSON by its content type')
  try {
    return { ok: true, body: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) }
  } catch {
    return atFault('the answer is not JSON')
  }
}

const WORDS: Record<number, string> = {
  400: ': it did not accept the request',
  401: ': it did not accept the key',
  402: ': the account is not paid up',
  403: ': the key may not do this',
  404: ': no such address or model',
  413: ': the text is too long for it',
  422: ': it did not accept the request',
  429: ': too many requests',
}

/** Seconds (RFC 9110, 10.2.3); a date would need the other side's clock and is left out. */
function quietMs(header: string | undefined): number | undefined {
  if (header === undefined || !/^\s*\d{1,7}(?:\.\d+)?\s*$/.test(header)) return undefined
  return Math.min(QUIET_MS_MAX, Math.ceil(Number(header) * 1000))
}

/** An answer that cannot be one. Its message is ours. */
class BadAnswer extends Error {}
class StaleConnection extends Error {}

/** A kept connection that the other side closed meanwhile has carried no question: it is asked once more on a new one. */
async function onceMoreIfStale(url: URL, options: RequestOptions, body: string | null): Promise<Answer> {
  try {
    return await exchange(url, options, body)
  } catch (error) {
    if (!(error instanceof StaleConnection)) throw error
    return exchange(url, { ...options, agent: false }, body)
  }
}

function exchange(url: URL, options: RequestOptions, body: string | null): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options)
    request.on('error', (error: NodeJS.ErrnoException) => {
      const stale = request.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
      reject(stale ? new StaleConnection('the kept connection was closed', { cause: error }) : error)
    })
    request.on('response', (response) => readAnswer(response).then(resolve, reject))
    if (body !== null) request.setHeader('content-length', Buffer.byteLength(body))
    request.end(body ?? undefined)
  })
}

function readAnswer(response: IncomingMessage): Promise<Answer> {
  const { statusCode: status = 0, headers } = response
  const encoding = headers['content-encoding']
  return new Promise((resolve, reject) => {
    const refuse = (reason: string) => {
      reject(new BadAnswer(reason))
      response.destroy()
    }
    if (encoding !== undefined && encoding !== 'identity')
      return refuse('the answer is compressed, which was not asked for')
    const chunks: Buffer[] = []
    let bytes = 0
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > ANSWER_BYTES_MAX) return refuse(`the answer is longer than ${ANSWER_BYTES_MAX} bytes`)
      chunks.push(chunk)
    })
    response.on('end', () => {
      if (!response.complete) return refuse('the answer broke off')
      resolve({
        status,
        type: headers['content-type'] ?? '',
        retryAfter: headers['retry-after'],
        body: Buffer.concat(chunks),
      })
    })
    response.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.name === 'AbortError' ? error : new BadAnswer('the answer broke off')),
    )
  })
}

function faultOf(error: unknown): string {
  const { code, name } = error as NodeJS.ErrnoException
  const words = code === undefined ? undefined : FAULTS[code]
  return words ?? `it could not be asked: ${code ?? name}`
}

const FAULTS: Record<string, string> = {
  ECONNREFUSED: 'nobody listens at its address',
  ECONNRESET: 'it closed the connection without an answer',
  ENOTFOUND: 'its host name is not known',
  EAI_AGAIN: 'its host name could not be looked up',
  ETIMEDOUT: 'it could not be reached in time',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself alone',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by an authority that is not known here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by an authority that is not known here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by an authority that is not known here',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
}
