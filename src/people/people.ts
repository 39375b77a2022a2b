import type { Clock } from '../lib/clock.ts'
import type { Person } from '../model/person.ts'
import type { Store } from '../store/store.ts'
import { accessDraft } from './audit.ts'
import { isOfLink, personFrom, withLink } from './links.ts'
import { newPersonId, newPseudonym } from './secrets.ts'
import { type Arrival, type Begun, beginSession } from './sessions.ts'
import { findAccess } from './visitor.ts'

/** What of the store has to do with people. */
export type PeopleStore = Pick<
  Store,
  'access' | 'accessRows' | 'changeAccess' | 'person' | 'personNamed' | 'people' | 'ledgerActs' | 'record'
>

/** Trades a link's token for a session. Null for a token that is unknown, used or lapsed. */
export async function redeemLink(
  store: PeopleStore,
  clock: Clock,
  token: string,
  arrival: Omit<Arrival, 'method'> = {},
): Promise<(Begun & { person: Person }) | null> {
  const link = await findAccess(store, clock, token)
  if (!isOfLink(link)) return null
  return withLink(link, async () => {
    const known = link.person === null ? undefined : await store.person(link.person)
    if (link.person !== null && known?.status !== 'active') return null
    const pseudonym = newPseudonym()
    const person =
      known ??
      personFrom(link, {
        id: newPersonId(),
        pseudonym,
        name: pseudonym.toLowerCase(),
        displayName: link.about.name || pseudonym,
        now: clock.now(),
      })
    await store.changeAccess({
      people: [person],
      drop: [link.id],
      ledger: known
        ? []
        : [accessDraft(clock, person.id, 'person joined', { link: link.id, roles: person.roles })],
    })
    return { ...(await beginSession(store, clock, person, { ...arrival, method: 'link' })), person }
  })
}
