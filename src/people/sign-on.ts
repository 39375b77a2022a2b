import type { Person } from '../model/person.ts'
import { ROLE_NAMES, type Role } from '../model/roles.ts'
import { accessDraft } from './audit.ts'
import { begin, type Doorstep, type Entry } from './enter.ts'
import { cleanDisplayName, DISPLAY_NAME_LENGTH_MAX, foldName, nameFault } from './names.ts'
import { isAdministrator, PEOPLE_MAX, type PeopleDesk } from './people.ts'
import { type Outcome, type Refusal, refused } from './refusal.ts'
import { newPersonId, newPseudonym } from './secrets.ts'

/** Who an identity provider says that somebody is. */
export interface SignOn {
  issuer: string
  sub: string
  /** What they are called there; null where it does not say. */
  name: string | null
  displayName: string | null
  /** Their roles by what the provider says of them; null where it says nothing and administrators give roles. */
  roles: readonly Role[] | null
  /** Roles of somebody new, where `roles` is null. */
  newcomer: readonly Role[]
}

/**
 * Lets in whom the identity provider vouches for, and makes a person of who was never here. Nobody is joined to an account that was here
 * before by a name alone: names can be chosen. What the provider says of roles holds from each sign-in on, but never takes the last
 * administrator away.
 */
export const enterBySignOn = (
  desk: PeopleDesk,
  signOn: SignOn,
  doorstep: Doorstep,
): Promise<Outcome<Entry>> =>
  desk.inTurn(async () => {
    const { store, clock } = desk
    const everybody = await store.people()
    const known = everybody.find(
      ({ subject }) => subject?.issuer === signOn.issuer && subject.sub === signOn.sub,
    )
    if (known?.status === 'closed') return LEFT
    if (known === undefined && everybody.length >= PEOPLE_MAX) return FULL
    const before = known ?? newcomer(signOn, everybody, clock.now())
    const person = { ...before, roles: rolesFor(before, signOn, everybody) }
    const ledger =
      known === undefined
        ? [accessDraft(clock, person.id, 'person joined', { by: 'oidc', roles: person.roles })]
        : []
    if (known !== undefined && String(known.roles) !== String(person.roles))
      ledger.push(
        accessDraft(clock, null, 'roles changed', {
          of: person.id,
          before: known.roles,
          after: person.roles,
          by: 'oidc',
        }),
      )
    await store.changeAccess({ people: [person], ledger })
    return begin(desk, person, { ...doorstep, method: 'oidc' })
  })

function rolesFor(person: Person, { roles }: SignOn, everybody: Person[]): Role[] {
  if (roles === null) return person.roles
  const given = ROLE_NAMES.filter((role) => roles.includes(role))
  const isLast =
    isAdministrator(person) && !everybody.some((other) => other.id !== person.id && isAdministrator(other))
  return isLast && !given.includes('administrator') ? [...given, 'administrator'] : given
}

function newcomer(
  { issuer, sub, name, displayName, roles, newcomer }: SignOn,
  everybody: Person[],
  now: number,
): Person {
  const pseudonym = newPseudonym()
  const wanted = foldName(name ?? '')
  const taken = new Set(everybody.map((person) => person.name))
  const fallback = pseudonym.toLowerCase()
  const shown = cleanDisplayName(displayName ?? name ?? '').slice(0, DISPLAY_NAME_LENGTH_MAX)
  return {
    id: newPersonId(),
    pseudonym,
    name: nameFault(wanted) === null && !taken.has(wanted) ? wanted : fallback,
    displayName: shown || pseudonym,
    roles: ROLE_NAMES.filter((role) => (roles ?? newcomer).includes(role)),
    status: 'active',
    createdAt: now,
    invitedBy: null,
    password: null,
    passkeys: [],
    subject: { issuer, sub },
    lastSignInAt: null,
  }
}

const LEFT: Refusal = refused('forbidden', 'this person has left', 'An administrator can let them in again.')
const FULL: Refusal = refused('conflict', `${PEOPLE_MAX} people are the most`, 'Nobody more can join.')
