import { DAY_MS, HOUR_MS, type Millis } from '../model/ids.ts'
import type { AccessRow, Person, PersonId } from '../model/person.ts'
import { ROLE_NAMES, type Role } from '../model/roles.ts'
import { accessDraft } from './audit.ts'
import { makeLink } from './links.ts'
import { cleanDisplayName, DISPLAY_NAME_LENGTH_MAX } from './names.ts'
import { isAdministrator, PEOPLE_MAX, type PeopleDesk } from './people.ts'
import { noSuchPerson, type Outcome, refused } from './refusal.ts'

/*
 * Who works here, and as what. `by` is who decides it; null is whoever has the data folder.
 */

export const INVITATION_LIFE_MS = 3 * DAY_MS
export const RECOVERY_LIFE_MS = HOUR_MS

type By = PersonId | null
export interface MadeLink {
  id: string
  token: string
  expiresAt: Millis
}

/** A link by which somebody new joins with these roles. `name` says whom it is for, and is proposed to them. */
export async function invite(
  { store, clock }: PeopleDesk,
  by: By,
  { roles, name, lifeMs = INVITATION_LIFE_MS }: { roles: readonly Role[]; name: string; lifeMs?: number },
): Promise<Outcome<MadeLink>> {
  if ((await store.people()).length >= PEOPLE_MAX)
    return refused('conflict', `${PEOPLE_MAX} people are the most`, 'Nobody more can be invited.')
  const whom = cleanDisplayName(name).slice(0, DISPLAY_NAME_LENGTH_MAX)
  return {
    ok: true,
    ...(await makeLink(store, clock, { for: 'new', roles: inOrder(roles), name: whom, by, lifeMs })),
  }
}

/** A link by which somebody who is here, and can no longer sign in, does so once. */
export async function recoveryLink(
  { store, clock }: PeopleDesk,
  by: By,
  id: PersonId,
): Promise<Outcome<MadeLink>> {
  const person = await store.person(id)
  if (person === undefined) return noSuchPerson()
  if (person.status !== 'active') return refused('conflict', 'this person has left', 'Reopen them first.')
  return {
    ok: true,
    ...(await makeLink(store, clock, { for: 'person', person: id, by, lifeMs: RECOVERY_LIFE_MS })),
  }
}

/** Takes effect with the person's next call. Nobody can take the last administrator away, themselves included. */
export const changeRoles = (desk: PeopleDesk, by: By, id: PersonId, roles: readonly Role[]) =>
  change(desk, id, (person) => {
    const next = inOrder(roles)
    const ledger = accessDraft(desk.clock, by, 'roles changed', { of: id, before: person.roles, after: next })
    return { person: { ...person, roles: next }, ledger }
  })

/** Ends all sessions and keys of a person and lets them in no more. What they did stays theirs. */
export const closePerson = (desk: PeopleDesk, by: By, id: PersonId) =>
  change(desk, id, (person) => ({
    person: { ...person, status: 'closed' },
    ledger: accessDraft(desk.clock, by, 'person closed', { of: id }),
    ends: true,
  }))

/** They sign in again as before; sessions and keys of before stay ended. */
export const reopenPerson = (desk: PeopleDesk, by: By, id: PersonId) =>
  change(desk, id, (person) => ({
    person: { ...person, status: 'active' },
    ledger: accessDraft(desk.clock, by, 'person reopened', { of: id }),
  }))

/** Ends a person's sessions everywhere. */
export const signOutEverywhere = (desk: PeopleDesk, by: By, id: PersonId, except?: string) =>
  desk.inTurn(async () => {
    const rows = await desk.store.accessRows({ kind: 'session', person: id })
    const drop = rows.map((row) => row.id).filter((session) => session !== except)
    await desk.store.changeAccess({
      drop,
      ledger: drop.map((session) => accessDraft(desk.clock, by, 'session revoked', { of: id, session })),
    })
    return drop
  })

interface Change {
  person: Person
  ledger: ReturnType<typeof accessDraft>
  ends?: boolean
}

const change = (
  desk: PeopleDesk,
  id: PersonId,
  work: (person: Person) => Change,
): Promise<Outcome<{ person: Person }>> =>
  desk.inTurn(async () => {
    const { store } = desk
    const everybody = await store.people()
    const before = everybody.find((person) => person.id === id)
    if (before === undefined) return noSuchPerson()
    const { person, ledger, ends = false } = work(before)
    const others = everybody.filter((other) => other.id !== id)
    if (isAdministrator(before) && ![...others, person].some(isAdministrator))
      return refused(
        'conflict',
        'this is the last administrator',
        'Make somebody else administrator first; without one nobody could.',
      )
    await store.changeAccess({
      people: [person],
      drop: ends ? await secretsOf(desk, id) : [],
      ledger: [ledger],
    })
    return { ok: true, person }
  })

/** Ids of all by which a person comes in. */
async function secretsOf({ store }: PeopleDesk, person: PersonId): Promise<string[]> {
  const rows: AccessRow[] = []
  for (const kind of ['session', 'key', 'link'] as const)
    rows.push(...(await store.accessRows({ kind, person })))
  return rows.map(({ id }) => id)
}

const inOrder = (roles: readonly Role[]): Role[] => ROLE_NAMES.filter((role) => roles.includes(role))
