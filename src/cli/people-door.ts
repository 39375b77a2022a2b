import { systemClock } from '../lib/clock.ts'
import type { AccessRow, Person } from '../model/person.ts'
import type { Permission, Role } from '../model/roles.ts'
import { makeKey, revoke } from '../people/keys.ts'
import { createPeopleDesk, type PeopleDesk } from '../people/people.ts'
import type { Outcome } from '../people/refusal.ts'
import {
  changeRoles,
  closePerson,
  invite,
  recoveryLink,
  reopenPerson,
  signOutEverywhere,
} from '../people/staff.ts'
import { asking, type Where } from './remote-desk.ts'
import { CommandError, type Tools } from './tools.ts'

/** Somebody as the commands show them; times as ISO 8601. */
export interface PersonLine {
  id: string
  name: string
  displayName: string
  pseudonym: string
  roles: Role[]
  status: Person['status']
  lastSignInAt: string | null
}
export interface KeyLine {
  id: string
  name: string
  permissions: Permission[]
  person: string | null
  expiresAt: string | null
  usedAt: string | null
}

/** What the commands do about people and keys: in a data folder that nobody owns at the moment, or through a server that runs. */
export interface PeopleDoor {
  people(): Promise<PersonLine[]>
  invite(roles: Role[], name: string): Promise<string>
  roles(id: string, roles: Role[]): Promise<PersonLine>
  close(id: string): Promise<PersonLine>
  reopen(id: string): Promise<PersonLine>
  /** The address of a link by which somebody who is here signs in once. */
  link(id: string): Promise<string>
  signOut(id: string): Promise<void>
  keys(): Promise<KeyLine[]>
  makeKey(order: { name: string; permissions: Permission[]; days: number | null }): Promise<string>
  revokeKey(id: string): Promise<void>
}

export interface DoorOptions extends Where {
  data: string
  host: string
  port: number
}

/** Works at the door that the options name, and closes it. `reading` needs no folder for itself. */
export async function atTheDoor<T>(
  options: DoorOptions,
  tools: Tools,
  { reading, permission }: { reading: boolean; permission: Permission },
  work: (door: PeopleDoor) => Promise<T>,
): Promise<T> {
  if (options.url !== undefined) return work(remoteDoor(options, permission))
  const store = await tools.openStore(options.data, { readOnly: reading })
  try {
    return await work(localDoor(createPeopleDesk(store, systemClock), options))
  } finally {
    await store.close()
  }
}

function localDoor(desk: PeopleDesk, { host, port }: Pick<DoorOptions, 'host' | 'port'>): PeopleDoor {
  const { store, clock } = desk
  const address = (token: string) => `http://${host}:${port}/#welcome=${token}`
  return {
    people: async () => (await store.people()).map(personLine),
    invite: async (roles, name) => address(did(await invite(desk, null, { roles, name })).token),
    roles: async (id, roles) => personLine(did(await changeRoles(desk, null, id, roles)).person),
    close: async (id) => personLine(did(await closePerson(desk, null, id)).person),
    reopen: async (id) => personLine(did(await reopenPerson(desk, null, id)).person),
    link: async (id) => address(did(await recoveryLink(desk, null, id)).token),
    signOut: async (id) => void (await signOutEverywhere(desk, null, id)),
    keys: async () => (await store.accessRows({ kind: 'key' })).map(keyLine),
    async makeKey({ name, permissions, days }) {
      const expiresAt = days === null ? null : clock.now() + days * 86_400_000
      return (await makeKey(store, clock, { name, permissions, expiresAt, person: null, by: null })).secret
    },
    revokeKey: async (id) => void did(await revoke(desk, null, { kind: 'key', id })),
  }
}

function remoteDoor(where: Where, permission: Permission): PeopleDoor {
  const ask = asking(where, permission)
  const get = async <T>(path: string) => (await ask(path)) as T
  const post = async <T>(path: string, body: object = {}) => (await ask(path, body)) as T
  const about = (id: string, what: string) => `/v1/people/${encodeURIComponent(id)}/${what}`
  return {
    people: async () => (await get<{ people: PersonLine[] }>('/v1/people')).people,
    invite: async (roles, name) =>
      (await post<{ url: string }>('/v1/people/invitations', { roles, name })).url,
    roles: (id, roles) => post(about(id, 'roles'), { roles }),
    close: (id) => post(about(id, 'close')),
    reopen: (id) => post(about(id, 'reopen')),
    link: async (id) => (await post<{ url: string }>(about(id, 'link'))).url,
    signOut: (id) => post(about(id, 'sign-out')),
    keys: async () => (await get<{ keys: KeyLine[] }>('/v1/keys')).keys,
    makeKey: async (order) => (await post<{ secret: string }>('/v1/keys', order)).secret,
    revokeKey: (id) => post(`/v1/keys/${encodeURIComponent(id)}/revoke`),
  }
}

function did<T>(outcome: Outcome<T>): { ok: true } & T {
  if (outcome.ok) return outcome
  throw new CommandError(`${outcome.reason}\n${outcome.hint}`)
}

const timeOrNull = (at: number | null | undefined): string | null =>
  at == null ? null : new Date(at).toISOString()

const personLine = ({
  id,
  name,
  displayName,
  pseudonym,
  roles,
  status,
  lastSignInAt,
}: Person): PersonLine => ({
  ...{ id, name, displayName, pseudonym, roles, status },
  lastSignInAt: timeOrNull(lastSignInAt),
})

const keyLine = ({ id, scopes, person, expiresAt, about }: AccessRow): KeyLine => ({
  ...{ id, name: about.name ?? '', permissions: scopes, person },
  expiresAt: timeOrNull(expiresAt),
  usedAt: timeOrNull(about.usedAt),
})
