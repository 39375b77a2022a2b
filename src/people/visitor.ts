import type { Clock } from '../lib/clock.ts'
import { sha256 } from '../lib/hash.ts'
import type { Millis } from '../model/ids.ts'
import type { AccessRow, PersonId } from '../model/person.ts'
import { type Permission, permissionsOf, type Role } from '../model/roles.ts'
import type { Store } from '../store/store.ts'
import { SECRET_LENGTH_MAX } from './secrets.ts'

/** Who is calling, as of this call: a change of roles is seen by the next one. */
export interface Visitor {
  /** Of the key or session that opened the door. */
  id: string
  kind: 'key' | 'session'
  /** Stable id of the person who acts, by session or by a key of their own; null for a program's key. */
  person: PersonId | null
  roles: readonly Role[]
  permissions: readonly Permission[]
  expiresAt: Millis | null
  /** The row that opened the door. */
  row: AccessRow
}

/** A visitor who is somebody. */
export type PersonVisitor = Visitor & { person: PersonId }

export const mayDo = ({ permissions }: Pick<Visitor, 'permissions'>, permission: Permission): boolean =>
  permissions.includes(permission)

/** The visitor a secret belongs to, or null. A key opens only as a key, a session only as a session, and neither for who has left. */
export async function visitorOf(
  store: Pick<Store, 'access' | 'person'>,
  clock: Clock,
  { kind, secret }: { kind: Visitor['kind']; secret: string },
): Promise<Visitor | null> {
  const row = await findAccess(store, clock, secret)
  if (row === undefined || row.kind !== kind) return null
  const { id, scopes, person: personId, expiresAt } = row
  if (personId === null)
    return kind === 'key' ? { id, kind, person: null, roles: [], permissions: scopes, expiresAt, row } : null
  const person = await store.person(personId)
  if (person?.status !== 'active') return null
  const { roles } = person
  const theirs = permissionsOf(roles)
  // A person's own key never reaches further than the person, today.
  const permissions = kind === 'session' ? theirs : scopes.filter((permission) => theirs.includes(permission))
  return { id, kind, person: personId, roles, permissions, expiresAt, row }
}

/** The row of a secret that is still good. */
export async function findAccess(
  store: Pick<Store, 'access'>,
  clock: Clock,
  secret: string,
): Promise<AccessRow | undefined> {
  if (secret.length > SECRET_LENGTH_MAX) return undefined
  const row = await store.access(sha256(secret), clock.now())
  // A link or session from the future: the clock was set back, and it would live for as long again. Keys without an end do not lapse.
  if (row?.expiresAt != null && row.createdAt > clock.now() + CLOCK_SLACK_MS) return undefined
  return row
}
/** Clocks are nudged by seconds all the time. */
const CLOCK_SLACK_MS = 5 * 60_000
