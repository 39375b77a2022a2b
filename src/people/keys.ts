import type { Clock } from '../lib/clock.ts'
import { sha256 } from '../lib/hash.ts'
import type { Millis } from '../model/ids.ts'
import type { PersonId } from '../model/person.ts'
import { isPermission, PERMISSIONS, type Permission } from '../model/roles.ts'
import type { Store } from '../store/store.ts'
import { accessDraft } from './audit.ts'
import { newRowId, newSecret } from './secrets.ts'

export interface KeyOrder {
  name: string
  permissions: readonly Permission[]
  /** Null for a key that does not lapse. */
  expiresAt: Millis | null
  /** Whose own key it is; null for a program's. */
  person: PersonId | null
  /** Who makes it; null for who has the data folder. */
  by: PersonId | null
}

/** A new key, shown this once; only its hash is kept. */
export async function makeKey(
  store: Pick<Store, 'changeAccess'>,
  clock: Clock,
  { name, permissions, expiresAt, person, by }: KeyOrder,
): Promise<{ id: string; secret: string }> {
  const secret = newSecret('hf_')
  const id = newRowId()
  const scopes = PERMISSIONS.filter((permission) => permissions.includes(permission))
  await store.changeAccess({
    rows: [
      {
        id,
        kind: 'key',
        secretHash: sha256(secret),
        scopes,
        createdAt: clock.now(),
        expiresAt,
        person,
        about: { name, by },
      },
    ],
    ledger: [accessDraft(clock, by, 'key issued', { key: id, permissions: scopes, of: person, expiresAt })],
  })
  return { id, secret }
}

/** A program's key for who has the data folder. Throws on a permission that does not exist. */
export async function issueKey(
  store: Pick<Store, 'changeAccess'>,
  clock: Clock,
  permissions: readonly string[],
  name = 'made on the command line',
): Promise<string> {
  const unknown = permissions.find((permission) => !isPermission(permission))
  if (unknown !== undefined)
    throw new Error(`there is no permission "${unknown}"; choose among ${PERMISSIONS.join(', ')}`)
  const order = {
    name,
    permissions: permissions as Permission[],
    expiresAt: null,
    person: null,
    by: null,
  }
  return (await makeKey(store, clock, order)).secret
}
