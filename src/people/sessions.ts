import type { Clock } from '../lib/clock.ts'
import { sha256 } from '../lib/hash.ts'
import { HOUR_MS, type Millis } from '../model/ids.ts'
import type { AccessRow, Person, PersonId, SignInMethod } from '../model/person.ts'
import type { Store } from '../store/store.ts'
import { accessDraft } from './audit.ts'
import { newRowId, newSecret } from './secrets.ts'

/** A shift: after it everybody signs in again. */
export const SESSION_LIFE_MS = 12 * HOUR_MS
/** Without an act of the person, or a sign that somebody types or clicks. */
export const SESSION_IDLE_MS = HOUR_MS
/** A session's end is moved at most so often. */
const TOUCH_EVERY_MS = 60_000
/** What must be done by the person and not by whoever found the screen unlocked asks for a sign-in not older than this. */
export const FRESH_MS = HOUR_MS / 4
/** The oldest go first. */
const SESSIONS_PER_PERSON_MAX = 20

/** Where a session begins. */
export interface Arrival {
  method: SignInMethod
  /** What the browser calls itself. */
  agent?: string
  address?: string
  /** Id of the session that the same browser still had: it ends where the new one begins, so that none is carried over a sign-in. */
  former?: string
}

export interface Begun {
  id: string
  secret: string
  /** When it ends if nothing is done; acts move it, up to `endsAt`. */
  expiresAt: Millis
  endsAt: Millis
  createdAt: Millis
  method: SignInMethod
}

const AGENT_LENGTH_MAX = 200

type SessionStore = Pick<Store, 'changeAccess' | 'access' | 'accessRows'>

/** A new session for a person, whose row is written with it. */
export async function beginSession(
  store: SessionStore,
  clock: Clock,
  person: Person,
  { method, agent, address, former }: Arrival,
): Promise<Begun> {
  const now = clock.now()
  const secret = newSecret()
  const id = newRowId()
  const endsAt = now + SESSION_LIFE_MS
  const expiresAt = now + SESSION_IDLE_MS
  const others = await store.accessRows({ kind: 'session', person: person.id })
  const overfull = others.slice(0, Math.max(0, others.length + 1 - SESSIONS_PER_PERSON_MAX))
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
          endsAt,
          usedAt: now,
          ...(agent !== undefined && { agent: agent.slice(0, AGENT_LENGTH_MAX) }),
          ...(address !== undefined && { address }),
        },
      },
    ],
    drop: [...(former === undefined ? [] : [former]), ...overfull.map((row) => row.id)],
    lapsed: now,
    ledger: [accessDraft(clock, person.id, 'signed in', { session: id, method })],
  })
  return { id, secret, expiresAt, endsAt, createdAt: now, method }
}

/** Moves a session's end after an act of its person. Nothing where it ended meanwhile. */
export async function touchSession(store: SessionStore, clock: Clock, row: AccessRow): Promise<void> {
  const now = clock.now()
  const { usedAt = 0, endsAt = now } = row.about
  if (now - usedAt < TOUCH_EVERY_MS) return
  const current = await store.access(row.secretHash, now)
  if (current === undefined) return
  const expiresAt = Math.min(endsAt, now + SESSION_IDLE_MS)
  await store.changeAccess({
    rows: [{ ...current, expiresAt, about: { ...current.about, usedAt: now } }],
    ledger: [],
  })
}

export const endSession = (
  store: Pick<Store, 'changeAccess'>,
  clock: Clock,
  { id, person }: { id: string; person: PersonId | null },
): Promise<void> =>
  store.changeAccess({
    drop: [id],
    ledger: [accessDraft(clock, person, 'signed out', { session: id })],
  })

export const liveSessions = async (
  store: SessionStore,
  clock: Clock,
  person: PersonId,
): Promise<AccessRow[]> =>
  (await store.accessRows({ kind: 'session', person })).filter(
    ({ expiresAt }) => expiresAt !== null && expiresAt > clock.now(),
  )
