import type { Clock } from '../lib/clock.ts'
import { sha256 } from '../lib/hash.ts'
import { DAY_MS, type Millis } from '../model/ids.ts'
import type { AccessRow, PersonId } from '../model/person.ts'
import { isPermission, PERMISSIONS, type Permission } from '../model/roles.ts'
import type { Store } from '../store/store.ts'
import { accessDraft } from './audit.ts'
import type { PeopleDesk } from './people.ts'
import { type Outcome, refused } from './refusal.ts'
import { newRowId, newSecret } from './secrets.ts'
import type { Visitor } from './visitor.ts'

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

/** A key's secret is shown this once; only its hash is kept. */
export interface MadeKey {
  row: AccessRow
  secret: string
}

export const KEY_DAYS_MAX = 3_650
/** A person's own key ends at the latest a year on. */
export const OWN_KEY_DAYS_MAX = 366
export const KEYS_MAX = 1_000

export async function makeKey(
  store: Pick<Store, 'changeAccess'>,
  clock: Clock,
  { name, permissions, expiresAt, person, by }: KeyOrder,
): Promise<MadeKey> {
  const secret = newSecret('hf_')
  const row: AccessRow = {
    id: newRowId(),
    kind: 'key',
    secretHash: sha256(secret),
    scopes: PERMISSIONS.filter((permission) => permissions.includes(permission)),
    createdAt: clock.now(),
    expiresAt,
    person,
    about: { name, by },
  }
  await store.changeAccess({
    rows: [row],
    ledger: [
      accessDraft(clock, by, 'key issued', { key: row.id, permissions: row.scopes, of: person, expiresAt }),
    ],
  })
  return { row, secret }
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
  const order = { name, permissions: permissions as Permission[], expiresAt: null, person: null, by: null }
  return (await makeKey(store, clock, order)).secret
}

/** What programs do and no person's role holds: whoever makes keys may give it. */
const PROGRAMS: readonly Permission[] = ['intake', 'check', 'metrics']

/** A key for a program, which may do no more than its maker, or for the maker's own scripts. */
export async function orderKey(
  { store, clock }: PeopleDesk,
  by: Pick<Visitor, 'person' | 'permissions'>,
  order: { name: string; permissions: readonly Permission[]; days: number | null; own: boolean },
): Promise<Outcome<MadeKey>> {
  const { name, permissions, days, own } = order
  const beyond = permissions.find(
    (permission) => !by.permissions.includes(permission) && (own || !PROGRAMS.includes(permission)),
  )
  if (beyond !== undefined)
    return refused('forbidden', `you may not do ${beyond} yourself`, 'Name only what you may do.', {
      field: 'permissions',
    })
  if (own && (days === null || days > OWN_KEY_DAYS_MAX))
    return refused('invalid', `a key of your own ends within ${OWN_KEY_DAYS_MAX} days`, 'Send fewer days.', {
      field: 'days',
    })
  if ((await store.accessRows({ kind: 'key' })).length >= KEYS_MAX)
    return refused('conflict', `${KEYS_MAX} keys are the most`, 'Revoke those that nobody uses.')
  const expiresAt = days === null ? null : clock.now() + days * DAY_MS
  const person = own ? by.person : null
  return {
    ok: true,
    ...(await makeKey(store, clock, { name, permissions, expiresAt, person, by: by.person })),
  }
}

/** Ends a key or session at once. With `owner`, only one of theirs: another's is as good as none. */
export const revoke = (
  { store, clock, inTurn }: PeopleDesk,
  by: PersonId | null,
  { kind, id, owner }: { kind: 'key' | 'session'; id: string; owner?: PersonId },
): Promise<Outcome<{ row: AccessRow }>> =>
  inTurn(async () => {
    const rows = await store.accessRows({ kind, ...(owner !== undefined && { person: owner }) })
    const row = rows.find((one) => one.id === id)
    if (row === undefined)
      return refused('missing', `there is no ${kind} with this id`, `GET /v1/${kind}s lists them.`)
    const what = kind === 'key' ? 'key revoked' : 'session revoked'
    await store.changeAccess({
      drop: [id],
      ledger: [accessDraft(clock, by, what, { [kind]: id, of: row.person })],
    })
    return { ok: true, row }
  })

/** When a key was last used is written down at most so often. */
const NOTE_EVERY_MS = 5 * 60_000

export async function noteKeyUse(
  store: Pick<Store, 'access' | 'changeAccess'>,
  clock: Clock,
  row: AccessRow,
): Promise<void> {
  const now = clock.now()
  if (now - (row.about.usedAt ?? 0) < NOTE_EVERY_MS) return
  const current = await store.access(row.secretHash, now)
  if (current === undefined) return
  await store.changeAccess({ rows: [{ ...current, about: { ...current.about, usedAt: now } }], ledger: [] })
}
