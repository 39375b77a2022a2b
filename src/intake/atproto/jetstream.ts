import {
  COLLECTIONS,
  type Decoded,
  type Fields,
  FRAME_BYTES_MAX,
  isDid,
  isFields,
  isPlace,
  undecoded,
} from './message.ts'

/**
 * One frame of Jetstream, version 1. Its records come as JSON, without the blocks that would prove them: they are believed as far as
 * the service is.
 */
export function decodeJetstream(text: string): Decoded {
  if (text.length > FRAME_BYTES_MAX)
    return undecoded(`the frame is longer than ${FRAME_BYTES_MAX} characters`)
  const body = parsed(text)
  if (body === null) return undecoded('the frame is not a JSON object')
  const { time_us: seq, did } = body
  if (!isPlace(seq)) return undecoded('the frame has no time_us')
  if (!isDid(did)) return undecoded('the frame names no account', seq)
  const at = isoOf(seq)
  if (at === null) return undecoded('the time_us of the frame is no time', seq)
  const place = { seq, did, at }
  switch (body['kind']) {
    case 'commit':
      return commitOf(place, body['commit'])
    case 'identity':
      return identityOf(place, body['identity'])
    case 'account':
      return accountOf(place, body['account'])
    default:
      return { ok: true, message: { kind: 'unknown', name: String(body['kind']).slice(0, 128), seq } }
  }
}

type Place = { seq: number; did: string; at: string }

function commitOf(place: Place, commit: unknown): Decoded {
  if (!isFields(commit)) return undecoded('the frame has no commit', place.seq)
  const { rev, operation: action, collection, rkey, record } = commit
  if (typeof rev !== 'string' || typeof collection !== 'string' || typeof rkey !== 'string')
    return undecoded('the commit names no revision or no record', place.seq)
  if (action !== 'create' && action !== 'update' && action !== 'delete')
    return undecoded('the commit has no operation', place.seq)
  const given = action !== 'delete' && isFields(record) ? record : null
  const fault = action !== 'delete' && given === null ? 'there is no record' : null
  const ops = [{ action, collection, rkey, record: given, fault } as const]
  return { ok: true, message: { ...place, kind: 'commit', rev, ops, tooBig: false } }
}

/** Identity and account frames carry the time their relay gave them, by which they are the same event as in the relay's own stream. */
function identityOf(place: Place, identity: unknown): Decoded {
  if (!isFields(identity)) return undecoded('the frame has no identity', place.seq)
  const { handle } = identity
  const message = { ...place, ...relayTime(identity), kind: 'identity' } as const
  return { ok: true, message: { ...message, handle: typeof handle === 'string' ? handle : null } }
}

function accountOf(place: Place, account: unknown): Decoded {
  if (!isFields(account) || typeof account['active'] !== 'boolean')
    return undecoded('the frame does not say if the account is active', place.seq)
  const { active, status } = account
  const message = { ...place, ...relayTime(account), kind: 'account', active } as const
  return { ok: true, message: { ...message, status: typeof status === 'string' ? status : null } }
}

const relayTime = ({ time }: Fields): { at?: string } => (typeof time === 'string' ? { at: time } : {})

function parsed(text: string): Fields | null {
  try {
    const body: unknown = JSON.parse(text)
    return isFields(body) ? body : null
  } catch {
    return null
  }
}

function isoOf(microseconds: number): string | null {
  const time = new Date(microseconds / 1_000)
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}

/** What a Jetstream is asked for: it sends no more than what becomes events. */
export const WANTED: readonly string[] = Object.values(COLLECTIONS)
