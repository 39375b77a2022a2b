import { decodeFrame } from './frame.ts'
import { decodeJetstream, WANTED } from './jetstream.ts'
import { type Decoded, undecoded } from './message.ts'

/** Where a stream comes from, and how it is read. */
export interface Source {
  /** Under which the cursor is kept: another service has places of its own. */
  name: string
  /** The address to go on from a place; null for what comes from now on. */
  url(cursor: number | null): string
  decode(piece: Uint8Array | string): Decoded
  /** Whether places count messages, or are times in microseconds. */
  places: 'numbers' | 'microseconds'
}

/** Null where the address is none that could be connected to. */
export function sourceOf(service: string, jetstream: boolean): Source | null {
  const base = baseOf(service)
  if (base === null) return null
  return jetstream ? jetstreamSource(base) : relaySource(base)
}

const SOCKETS: Record<string, string> = { 'http:': 'ws:', 'https:': 'wss:', 'ws:': 'ws:', 'wss:': 'wss:' }

function baseOf(service: string): URL | null {
  if (!URL.canParse(service)) return null
  const url = new URL(service)
  const socket = SOCKETS[url.protocol]
  if (socket === undefined || url.hostname === '' || url.username !== '' || url.search !== '') return null
  return new URL(`${socket}//${url.host}${url.pathname.replace(/\/+$/, '')}`)
}

function relaySource(base: URL): Source {
  return {
    name: `atproto:${base.host}${base.pathname}`,
    places: 'numbers',
    url(cursor) {
      const url = below(base, 'xrpc/com.atproto.sync.subscribeRepos')
      if (cursor !== null) url.searchParams.set('cursor', String(cursor))
      return url.href
    },
    decode: (piece) =>
      typeof piece === 'string'
        ? undecoded('text came where frames were expected: is this a Jetstream?')
        : decodeFrame(piece),
  }
}

/** Jetstream asks for a cursor a little back from where one stopped; what comes twice is known by its id. */
const REWIND_MICROSECONDS = 2_000_000

function jetstreamSource(base: URL): Source {
  return {
    name: `jetstream:${base.host}${base.pathname}`,
    places: 'microseconds',
    url(cursor) {
      const url = below(base, 'subscribe')
      for (const collection of WANTED) url.searchParams.append('wantedCollections', collection)
      if (cursor !== null) url.searchParams.set('cursor', String(Math.max(0, cursor - REWIND_MICROSECONDS)))
      return url.href
    },
    decode: (piece) =>
      typeof piece === 'string'
        ? decodeJetstream(piece)
        : undecoded('bytes came where text was expected: is this a relay or a PDS?'),
  }
}

const below = (base: URL, path: string): URL => new URL(`${base.pathname.replace(/\/+$/, '')}/${path}`, base)
