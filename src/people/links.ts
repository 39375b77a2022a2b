import type { Clock } from '../lib/clock.ts'
import { sha256 } from '../lib/hash.ts'
import { HOUR_MS, type Millis } from '../model/ids.ts'
import type { AccessRow, PersonId } from '../model/person.ts'
import { ROLE_NAMES, type Role } from '../model/roles.ts'
import type { Store } from '../store/store.ts'
import { accessDraft } from './audit.ts'
import { newRowId, newSecret } from './secrets.ts'

export const LINK_LIFE_MS = HOUR_MS / 4

/** What a one-time link does: lets a new person in with these roles, or one who is here already. */
export type LinkOrder =
  | { for: 'new'; roles: readonly Role[]; name: string; by: PersonId | null; lifeMs: number }
  | { for: 'person'; person: PersonId; by: PersonId | null; lifeMs: number }

/** The token of a new one-time link; only its hash is kept. */
export async function makeLink(
  store: Pick<Store, 'changeAccess'>,
  clock: Clock,
  order: LinkOrder,
): Promise<{ id: string; token: string; expiresAt: Millis }> {
  const token = newSecret()
  const id = newRowId()
  const expiresAt = clock.now() + order.lifeMs
  const { by } = order
  const [person, about]: [PersonId | null, AccessRow['about']] =
    order.for === 'new' ? [null, { name: order.name, roles: [...order.roles], by }] : [order.person, { by }]
  await store.changeAccess({
    rows: [
      {
        id,
        kind: 'link',
        secretHash: sha256(token),
        scopes: [],
        createdAt: clock.now(),
        expiresAt,
        person,
        about,
      },
    ],
    ledger: [accessDraft(clock, by, 'link issued', { link: id, of: person, roles: about.roles ?? null })],
  })
  return { id, token, expiresAt }
}

/** For the first person of an installation, who may do all that a person can. */
export const issueLink = async (store: Pick<Store, 'changeAccess'>, clock: Clock): Promise<string> =>
  (await makeLink(store, clock, { for: 'new', roles: ROLE_NAMES, name: '', by: null, lifeMs: LINK_LIFE_MS }))
    .token

/** Links being redeemed at this moment, so that two requests at once cannot both use one. One process owns a store. */
const underWay = new Set<string>()

/** Does `work` with a link that nobody else is using at this moment, or answers null. */
export async function withLink<T>(link: AccessRow, work: () => Promise<T>): Promise<T | null> {
  if (underWay.has(link.id)) return null
  underWay.add(link.id)
  try {
    return await work()
  } finally {
    underWay.delete(link.id)
  }
}

export const isOfLink = (row: AccessRow | undefined): row is AccessRow => row?.kind === 'link'
