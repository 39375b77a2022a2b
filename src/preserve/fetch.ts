import { lookup as dnsLookup, type LookupAddress } from 'node:dns'
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublic } from './address.ts'

/** What came of asking for a media item. `again`: it may go better another time. */
export type Fetched =
  | { ok: true; body: AsyncIterable<Uint8Array>; type: string | null; remark: string | null }
  | { ok: false; reason: string; again: boolean }

export interface FetchLimits {
  /** Redirects that are followed. Each is looked at as if it were the first. */
  hopsMax: number
  /** Without a byte for so long, it is given up. */
  idleMs: number
  /** For all of it: finding, connecting, redirects, and the last byte. */
  totalMs: number
}
export const FETCH_LIMITS: FetchLimits = { hopsMax: 5, idleMs: 10_000, totalMs: 60_000 }

export interface FetchWorld {
  limits?: FetchLimits
  /** Which addresses may be spoken to. Tests speak to this machine. */
  mayReach?(address: string): boolean
  /** Hosts of the platform's own network, by name, that may be asked although they are not public. */
  trusted?: ReadonlySet<string>
  /** Names → addresses. */
  resolve?(name: string): Promise<LookupAddress[]>
}

/** Why nothing came, and whether to ask again. Its words hold nothing the other side wrote. */
class Unfetched extends Error {
  readonly again: boolean
  constructor(reason: string, again: boolean) {
    super(reason)
    this.again = again
  }
}

/**
 * Asks for the bytes at an address that a post names. The name is resolved once, every address it has must be public, and the connection goes to one of those and to no other;
 * so does each redirect. Bytes are handed on as they were sent: nothing is unpacked. The body throws an Unfetched when it breaks off. (docs/spec/evidence.md, E6, E7)
 */
export async function fetchMedia(url: string, signal: AbortSignal, world: FetchWorld = {}): Promise<Fetched> {
  const limits = world.limits ?? FETCH_LIMITS
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(limits.totalMs)])
  try {
    return await follow(url, deadline, limits, world)
  } catch (error) {
    const { message, again } = unfetched(error, deadline, limits)
    return { ok: false, reason: message, again }
  }
}

async function follow(
  first: string,
  deadline: AbortSignal,
  limits: FetchLimits,
  world: FetchWorld,
): Promise<Fetched> {
  let url = checked(first)
  for (let hops = 0; ; hops++) {
    const response = await ask(url, deadline, limits, world)
    const { statusCode: status = 0, headers } = response
    if (status >= 300 && status < 400 && headers.location !== undefined) {
      response.destroy()
      if (hops >= limits.hopsMax) throw new Unfetched(`more than ${limits.hopsMax} redirects`, false)
      url = checked(headers.location, url)
      continue
    }
    if (status !== 200) {
      response.destroy()
      throw new Unfetched(`HTTP ${status}`, status !== 404 && status !== 410 && status !== 451)
    }
    return {
      ok: true,
      body: bodyOf(response, deadline, limits),
      type: typeOf(response),
      remark: remarkOf(response),
    }
  }
}

/** An address that may be asked at all: http or https, without a user's name. */
function checked(text: string, base?: URL): URL {
  const url = URL.parse(text, base?.href)
  if (url === null) throw new Unfetched('the address is no URL', false)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new Unfetched('the address is neither http nor https', false)
  if (url.username !== '' || url.password !== '')
    throw new Unfetched('the address holds a user or password', false)
  return url
}

function ask(
  url: URL,
  deadline: AbortSignal,
  limits: FetchLimits,
  world: FetchWorld,
): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const mayReach = world.trusted?.has(host) ? () => true : (world.mayReach ?? isPublic)
  if (isIP(host) !== 0 && !mayReach(host)) throw refusedAddress()
  const options: RequestOptions = {
    signal: deadline,
    agent: false,
    lookup: pinned(world.resolve ?? resolveName, mayReach),
    maxHeaderSize: 16_384,
    headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'holdfast' },
  }
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, (response) => {
    // What the socket says is what counts, whatever was resolved.
    const { remoteAddress } = response.socket
    if (remoteAddress !== undefined && mayReach(remoteAddress)) resolve(response)
    else {
      response.destroy()
      reject(refusedAddress())
    }
  })
  request.setTimeout(limits.idleMs, () => request.destroy(new Unfetched(silent(limits), true)))
  request.on('error', reject)
  request.end()
  return promise
}

const refusedAddress = (): Unfetched =>
  new Unfetched('refused: it leads into a network that is not public', false)
const silent = ({ idleMs }: FetchLimits): string => `no byte within ${idleMs} ms`

/** One look at the names: all that it finds must be allowed, and what it finds is what is connected to. */
function pinned(
  resolve: (name: string) => Promise<LookupAddress[]>,
  mayReach: (address: string) => boolean,
): LookupFunction {
  return (name, options, told) => {
    resolve(name).then(
      (found) => {
        if (found.length === 0 || !found.every(({ address }) => mayReach(address)))
          return told(
            found.length === 0 ? new Unfetched('its name leads nowhere', true) : refusedAddress(),
            [],
          )
        if (options.all) told(null, found)
        else told(null, found[0]!.address, found[0]!.family)
      },
      () => told(new Unfetched('its name cannot be found', true), []),
    )
  }
}

const resolveName = (name: string): Promise<LookupAddress[]> =>
  new Promise((resolve, reject) =>
    dnsLookup(name, { all: true }, (error, found) => (error === null ? resolve(found) : reject(error))),
  )

async function* bodyOf(
  response: IncomingMessage,
  deadline: AbortSignal,
  limits: FetchLimits,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of response) yield chunk as Uint8Array
    if (!response.complete) throw new Unfetched('the answer broke off', true)
  } catch (error) {
    throw unfetched(error, deadline, limits)
  } finally {
    response.destroy()
  }
}

/** As the server says, which proves nothing. */
const typeOf = ({ headers }: IncomingMessage): string | null =>
  (headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase().slice(0, 128) || null

/** What a reader has to know of the bytes. They are kept as they were sent: packed ones stay packed. */
function remarkOf({ headers }: IncomingMessage): string | null {
  const encoding = headers['content-encoding']
  if (encoding === undefined || encoding === 'identity') return null
  return `kept packed, as it was sent (${encoding.replace(/[^\w, -]/g, '').slice(0, 40)})`
}

function unfetched(error: unknown, deadline: AbortSignal, { totalMs }: FetchLimits): Unfetched {
  if (error instanceof Unfetched) return error
  if (deadline.aborted) return new Unfetched(`not done within its time (${totalMs} ms at most)`, true)
  const code = String((error as NodeJS.ErrnoException | null)?.code ?? 'unknown')
  const broke = code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE'
  return new Unfetched(
    broke
      ? 'the connection broke off'
      : `it could not be asked (${code.replace(/[^\w-]/g, '').slice(0, 40)})`,
    true,
  )
}
