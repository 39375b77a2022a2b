import type { Millis } from '../model/ids.ts'
import type { AccessRow, Passkey, Person } from '../model/person.ts'
import type { Role } from '../model/roles.ts'
import { accessDraft } from './audit.ts'
import { begin, type Doorstep, type Entry, SPENT } from './enter.ts'
import { isOfLink, withLink } from './links.ts'
import { cleanDisplayName, DISPLAY_NAME_LENGTH_MAX, foldName, nameFault } from './names.ts'
import { passwordFault } from './password.ts'
import { hasAdministrator, type PeopleDesk } from './people.ts'
import { type Outcome, type Refusal, refused } from './refusal.ts'
import { newPersonId, newPseudonym } from './secrets.ts'
import { findAccess } from './visitor.ts'

/** What a one-time link is for. Looking does not use it up. */
export type LinkView =
  | { for: 'person'; displayName: string; expiresAt: Millis }
  | { for: 'new'; name: string; roles: Role[]; first: boolean; expiresAt: Millis }

export async function lookAtLink(
  { store, clock }: PeopleDesk,
  token: string,
): Promise<Outcome<{ link: LinkView }>> {
  const row = await findAccess(store, clock, token)
  if (!isOfLink(row)) return SPENT
  const expiresAt = row.expiresAt!
  if (row.person !== null) {
    const person = await store.person(row.person)
    if (person?.status !== 'active') return SPENT
    return { ok: true, link: { for: 'person', displayName: person.displayName, expiresAt } }
  }
  const { name = '', roles = [] } = row.about
  return { ok: true, link: { for: 'new', name, roles, first: !(await hasAdministrator(store)), expiresAt } }
}

export interface Joining {
  token: string
  name: string
  displayName: string
  /** One of both at least: nobody comes in who could not come again. */
  password?: string
  passkey?: { id: string; passkey: Passkey }
}

/** Makes a person of who holds an invitation, and signs them in. */
export async function join(desk: PeopleDesk, joining: Joining, doorstep: Doorstep): Promise<Outcome<Entry>> {
  const { store, clock, passwords } = desk
  const link = await findAccess(store, clock, joining.token)
  if (!isOfLink(link) || link.person !== null) return SPENT
  const [name, displayName] = [foldName(joining.name), cleanDisplayName(joining.displayName)]
  const fault = joiningFault({ ...joining, name, displayName })
  if (fault !== null) return fault
  const password = joining.password === undefined ? null : await passwords.hash(joining.password)
  const entry = await withLink(link, () =>
    desk.inTurn(async () => {
      if ((await findAccess(store, clock, joining.token)) === undefined) return SPENT
      if ((await store.personNamed(name)) !== undefined)
        return refused('conflict', 'somebody has this name already', 'Choose another.', { field: 'name' })
      const person = newPerson(link, {
        id: joining.passkey?.id ?? newPersonId(),
        name,
        displayName,
        password,
        passkeys: joining.passkey === undefined ? [] : [joining.passkey.passkey],
        createdAt: clock.now(),
      })
      await store.changeAccess({
        people: [person],
        drop: [link.id],
        ledger: [accessDraft(clock, person.id, 'person joined', { link: link.id, roles: person.roles })],
      })
      const method = password === null ? 'passkey' : 'password'
      return begin(desk, person, { ...doorstep, method })
    }),
  )
  return entry ?? SPENT
}

function joiningFault({ name, displayName, password, passkey }: Joining): Refusal | null {
  const invalid = (field: string, reason: string) =>
    refused('invalid', reason, 'Change it and send it again.', { field })
  const inName = nameFault(name)
  if (inName !== null) return invalid('name', inName)
  if (displayName === '' || displayName.length > DISPLAY_NAME_LENGTH_MAX)
    return invalid('displayName', `a display name has 1 to ${DISPLAY_NAME_LENGTH_MAX} characters`)
  if (password === undefined)
    return passkey === undefined ? invalid('password', 'a password or a passkey is needed') : null
  const inPassword = passwordFault(password, name)
  return inPassword === null ? null : invalid('password', inPassword)
}

type Given = Pick<Person, 'id' | 'name' | 'displayName' | 'password' | 'passkeys' | 'createdAt'>

const newPerson = ({ about }: Pick<AccessRow, 'about'>, given: Given): Person => ({
  pseudonym: newPseudonym(),
  roles: about.roles ?? [],
  status: 'active',
  invitedBy: about.by ?? null,
  subject: null,
  lastSignInAt: null,
  ...given,
})
