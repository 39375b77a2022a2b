import type { Clock } from '../lib/clock.ts'
import { sha256 } from '../lib/hash.ts'
import { HOUR_MS, type Millis } from '../model/ids.ts'
import type { Person, SignInMethod } from '../model/person.ts'
import type { Store } from '../store/store.ts'
import { accessDraft } from './audit.ts'
import { newRowId, newSecret } from './secrets.ts'
import type { Visitor } from './visitor.ts'

/** A shift: after it everybody signs in again. */
export const SESSION_LIFE_MS = 12 * HOUR_MS

/** Where a session begins. */
export interface Arrival {
  method: SignInMethod
  /** What the browser calls itself. */
  agent?: string
  address?: string
  /** The session that the same browser still had: it ends where the new one begins, so that none is ever carried over a sign-in. */
  former?: string
}

export interface Begun {
  id: string
  secret: string
  expiresAt: Millis
}

const AGENT_LENGTH_MAX = 200

/** A new session for a person, whose row is written with it. */
export async function beginSession(
  store: Pick<Store, 'changeAccess'>,
  clock: Clock,
  person: Person,
  { method, agent, address, former }: Arrival,
): Promise<Begun> {
  const now = clock.now()
  const secret = newSecret()
  const id = newRowId()
  const expiresAt = now + SESSION_LIFE_MS
  await store.changeAccess({
    people: [{ ...person, lastSignInAt: now }],
    rows: [
      {
        id,
        kind: 'session',
        secretHash: sha256(secret),
        scopes: [],
        createdAt: now,
        expiresAt,
        person: person.id,
        about: {
          method,
          ...(agent !== undefined && { agent: agent.slice(0, AGENT_LENGTH_MAX) }),
          ...(address !== undefined && { address }),
        },
      },
    ],
    ...(former !== undefined && { drop: [former] }),
    lapsed: now,
    ledger: [accessDraft(clock, person.id, 'signed in', { session: id, method })],
  })
  return { id, secret, expiresAt }
}

export const endSession = (
  store: Pick<Store, 'changeAccess'>,
  clock: Clock,
  { id, person }: Pick<Visitor, 'id' | 'person'>,
): Promise<void> =>
  store.changeAccess({
    drop: [id],
    ledger: [accessDraft(clock, person, 'signed out', { session: id })],
  })
