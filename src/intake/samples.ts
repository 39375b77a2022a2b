import { createDoor, type Door } from './door.ts'
import type { Line } from './lines.ts'

/*
 * What the tests of the door share.
 */

export const KEY = new Uint8Array(32).fill(7)
export const door: Door = createDoor({ key: KEY })

const AT = '2014-09-07T21:14:03Z'
export const T = '2014-09-07T21:14:03.000Z'

/** One of every type that outsiders may send, with what it must have and no more. */
export const LEAST: Record<string, Record<string, unknown>> = {
  'account.created': { profile: { handle: 'reader_one' } },
  'account.updated': { profile: { handle: 'reader_one' } },
  'account.closed': {},
  'account.reopened': {},
  'account.deleted': {},
  'post.created': { post: { id: 'post:1' } },
  'post.edited': { post: { id: 'post:1' } },
  'post.deleted': { post: { id: 'post:1' } },
  'follow.created': { target: 'acct:2' },
  'follow.removed': { target: 'acct:2' },
  'session.seen': { session: {} },
  'report.created': { report: { id: 'report:1' } },
  'appeal.filed': { appeal: { id: 'appeal:1', decision: 'decision:1' } },
  'order.received': { order: { id: 'order:1' } },
}

/** A raw event of a type, with the fields given laid over the least it needs. */
export const raw = (type: string, fields: object = {}): Record<string, unknown> => ({
  id: 'e-1',
  type,
  at: AT,
  account: 'acct:1',
  ...LEAST[type],
  ...fields,
})

export const rawPost = (post: object = {}, fields: object = {}) =>
  raw('post.created', { post: { id: 'post:1', ...post }, ...fields })

export const rawProfile = (profile: object = {}, fields: object = {}) =>
  raw('account.created', { profile: { handle: 'reader_one', ...profile }, ...fields })

/** A text as a stream of bytes, cut into pieces of `size`. */
export async function* bytesOf(text: string | Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

export async function gathered(lines: AsyncIterable<Line[]>): Promise<Line[]> {
  const all: Line[] = []
  for await (const chunk of lines) all.push(...chunk)
  return all
}

/** What became of each line, in a word: its event's id, or why it was refused. */
export const fates = (lines: Line[]): string[] =>
  lines.map(({ line, result }) => `${line} ${result.ok ? result.event.id : result.reason}`)
