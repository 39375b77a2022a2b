import { decode, decodeOptions } from '@ipld/dag-cbor'
import { decodeFirst } from 'cborg'
import { commitOf } from './commit.ts'
import { type Decoded, type Fields, FRAME_BYTES_MAX, isDid, isFields, isPlace, undecoded } from './message.ts'

/**
 * One frame of `com.atproto.sync.subscribeRepos`: two CBOR objects, a header and a body. Never throws; what cannot be believed is
 * refused with the reason. https://atproto.com/specs/event-stream
 */
export function decodeFrame(bytes: Uint8Array): Decoded {
  if (bytes.length > FRAME_BYTES_MAX) return undecoded(`the frame is longer than ${FRAME_BYTES_MAX} bytes`)
  const parts = partsOf(bytes)
  if (parts === null) return undecoded('the frame is not two CBOR objects')
  const { header, body } = parts
  if (header['op'] === -1) return told('error', body['error'], body['message'])
  const type = header['t']
  if (header['op'] !== 1 || typeof type !== 'string')
    return undecoded('the header names neither an error nor a type')
  return type === '#info' ? told('info', body['name'], body['message']) : messageOf(type, body)
}

function partsOf(bytes: Uint8Array): { header: Fields; body: Fields } | null {
  try {
    const [header, rest] = decodeFirst(bytes, decodeOptions)
    const body: unknown = decode(rest)
    return isFields(header) && isFields(body) ? { header, body } : null
  } catch {
    return null
  }
}

function messageOf(type: string, body: Fields): Decoded {
  const seq = isPlace(body['seq']) ? body['seq'] : null
  const did = type === '#commit' ? body['repo'] : body['did']
  const at = body['time']
  switch (type) {
    case '#commit':
    case '#identity':
    case '#account':
    case '#sync':
      if (seq === null) return undecoded(`${type} has no seq`)
      if (!isDid(did)) return undecoded(`${type} names no account`, seq)
      if (typeof at !== 'string') return undecoded(`${type} has no time`, seq)
      break
    default:
      return { ok: true, message: { kind: 'unknown', name: type.slice(0, NAME_LENGTH_MAX), seq } }
  }
  const base = { seq, did, at }
  switch (type) {
    case '#commit':
      return commitOf(base, body)
    case '#identity':
      return { ok: true, message: { ...base, kind: 'identity', handle: textOr(body['handle']) } }
    case '#account':
      if (typeof body['active'] !== 'boolean') return undecoded('#account does not say if it is active', seq)
      return {
        ok: true,
        message: { ...base, kind: 'account', active: body['active'], status: textOr(body['status']) },
      }
    case '#sync':
      return { ok: true, message: { ...base, kind: 'sync' } }
  }
}

const NAME_LENGTH_MAX = 128
const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const told = (kind: 'info' | 'error', name: unknown, text: unknown): Decoded => ({
  ok: true,
  message: {
    kind,
    name: (textOr(name) ?? 'unnamed').slice(0, NAME_LENGTH_MAX),
    text: (textOr(text) ?? '').slice(0, TEXT_LENGTH_MAX),
  },
})
const TEXT_LENGTH_MAX = 512
