import { sha256 } from '../../lib/hash.ts'
import { uriOf } from './embed.ts'
import { ownName } from './handle.ts'
import type { Memory } from './memory.ts'
import { COLLECTIONS, type Fields, isDid, type Message, type Op } from './message.ts'
import { postOf, profileOf } from './record.ts'

type Of<K extends Message['kind']> = Extract<Message, { kind: K }>

/** Why nothing came of a message, or of a part of it. Each is counted, and the counts are shown. */
export type Passed =
  | 'records of other kinds'
  | 'records refused'
  | 'accounts paused'
  | 'accounts open as before'
  | 'identities without a handle'
  | 'follows ended that were not seen'
  | 'commits too big to be told'
  | 'repositories to be read anew'
  | 'messages of other kinds'

export interface Mapped {
  /** Raw events, for the door. */
  raws: Fields[]
  passed: Passed[]
  /** What was refused, in words. */
  faults: string[]
}

/** Accounts whose standing must be known before the message can be mapped. */
export const accountsIn = (message: Message): string[] => {
  if (message.kind === 'identity' || message.kind === 'account') return [message.did]
  return message.kind === 'commit' && message.ops.some(({ collection }) => collection === COLLECTIONS.profile)
    ? [message.did]
    : []
}

/**
 * The events of one message. Their ids derive from what the protocol itself calls unique (account, revision and path; or account and
 * time), so that the same message read again, from this service or another, is known as a duplicate.
 */
export function eventsOf(message: Message, memory: Memory, sharedDomains: readonly string[] = []): Mapped {
  const into: Mapped = { raws: [], passed: [], faults: [] }
  switch (message.kind) {
    case 'commit':
      if (message.tooBig) into.passed.push('commits too big to be told')
      for (const op of message.ops) addOp(op, message, memory, into)
      break
    case 'identity':
      addIdentity(message, sharedDomains, memory, into)
      break
    case 'account':
      addAccount(message, memory, into)
      break
    case 'sync':
      into.passed.push('repositories to be read anew')
      break
    case 'unknown':
      into.passed.push('messages of other kinds')
      break
    case 'info':
    case 'error':
      break
  }
  return into
}

function addOp(op: Op, commit: Of<'commit'>, memory: Memory, into: Mapped): void {
  const { did, rev, at } = commit
  const path = `${op.collection}/${op.rkey}`
  if (op.fault !== null) {
    into.passed.push('records refused')
    into.faults.push(`at://${did}/${path}: ${op.fault}`)
    return
  }
  const base = { id: idOf(did, rev, path), at, account: did }
  const uri = `at://${did}/${path}`
  switch (op.collection) {
    case COLLECTIONS.post:
      into.raws.push(postEvent(op, base, uri))
      return
    case COLLECTIONS.repost:
      into.raws.push(repostEvent(op, base, uri))
      return
    case COLLECTIONS.profile: {
      const profile = profileOf(memory.of(did).handle ?? did, op.record)
      into.raws.push({ ...base, type: 'account.updated', profile })
      return
    }
    case COLLECTIONS.follow:
      addFollow(op, { base, uri }, memory, into)
      return
    default:
      into.passed.push('records of other kinds')
  }
}

const POST_TYPES = { create: 'post.created', update: 'post.edited', delete: 'post.deleted' } as const

const postEvent = ({ action, record }: Op, base: Fields, uri: string): Fields => ({
  ...base,
  type: POST_TYPES[action],
  post: record === null ? { id: uri } : postOf(uri, record),
})

const repostEvent = ({ action, record }: Op, base: Fields, uri: string): Fields => ({
  ...base,
  type: POST_TYPES[action],
  post: record === null ? { id: uri } : { id: uri, repostOf: uriOf(record['subject']) },
})

function addFollow(op: Op, { base, uri }: { base: Fields; uri: string }, memory: Memory, into: Mapped): void {
  if (op.record !== null) {
    const target = op.record['subject']
    into.raws.push({ ...base, type: 'follow.created', target })
    if (isDid(target)) memory.follows.put(uri, target)
    return
  }
  const target = memory.follows.of(uri)
  if (target === undefined) into.passed.push('follows ended that were not seen')
  else into.raws.push({ ...base, type: 'follow.removed', target })
}

function addIdentity(
  { did, at, handle }: Of<'identity'>,
  sharedDomains: readonly string[],
  memory: Memory,
  into: Mapped,
): void {
  // `handle.invalid` stands for a handle that no longer leads to its account.
  if (handle === null || handle === '' || handle === 'handle.invalid') {
    into.passed.push('identities without a handle')
    return
  }
  const name = ownName(handle, sharedDomains)
  memory.of(did).handle = name
  const id = idOf(did, at, `identity/${handle}`)
  into.raws.push({
    id,
    type: 'account.updated',
    at,
    account: did,
    profile: { handle: name, ...(name !== handle && { wholeHandle: handle }) },
  })
}

function addAccount({ did, at, active, status }: Of<'account'>, memory: Memory, into: Mapped): void {
  const type = statusType(active, status, memory.of(did).closed)
  if (type === null) {
    into.passed.push(active ? 'accounts open as before' : 'accounts paused')
    return
  }
  memory.of(did).closed = type === 'account.closed'
  into.raws.push({ id: idOf(did, at, `account/${status ?? 'active'}`), type, at, account: did })
}

/** Every account is told to be active time and again: only one that was closed is reopened. */
function statusType(active: boolean, status: string | null, closed: boolean): string | null {
  if (active) return closed ? 'account.reopened' : null
  switch (status) {
    case 'takendown':
    case 'suspended':
      return 'account.closed'
    case 'deleted':
      return 'account.deleted'
    default:
      return null
  }
}

const ID_LENGTH_MAX = 512
function idOf(did: string, when: string, what: string): string {
  const id = `atproto:${did}:${when}:${what}`
  return id.length <= ID_LENGTH_MAX ? id : `atproto:${sha256(id)}`
}
