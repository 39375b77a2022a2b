import { isRole, ROLE_NAMES, type Role } from '../model/roles.ts'
import { foldName } from '../people/names.ts'
import { atTheDoor, type DoorOptions, type PeopleDoor, type PersonLine } from './people-door.ts'
import { CommandError, type Tools, UsageError } from './tools.ts'

type Format = 'text' | 'json'

/** `holdfast people`: everybody who works here. */
export async function listPeople(options: DoorOptions & { format: Format }, tools: Tools): Promise<void> {
  const people = await atTheDoor(options, tools, { reading: true, permission: 'people' }, (door) =>
    door.people(),
  )
  if (options.format === 'json') for (const person of people) print(JSON.stringify(person))
  else for (const person of people) print(lineOf(person))
  if (people.length === 0)
    process.stderr.write('Nobody yet: the start of Holdfast prints a link for the first.\n')
}

/** `holdfast people invite`: a one-time link by which somebody joins. */
export async function invitePerson(
  options: DoorOptions & { roles: string; name: string },
  tools: Tools,
): Promise<void> {
  const roles = rolesIn(options.roles)
  print(await writing(options, tools, (door) => door.invite(roles, options.name)))
  process.stderr.write('Makes one person, once, within three days. It is shown this once.\n')
}

export type PersonAct = 'roles' | 'close' | 'reopen' | 'link' | 'sign-out'

/** `holdfast people roles|close|reopen|link|sign-out NAME`. */
export async function actOnPerson(
  act: PersonAct,
  named: string,
  options: DoorOptions & { roles?: string },
  tools: Tools,
): Promise<void> {
  const roles = act === 'roles' ? rolesIn(options.roles ?? '') : []
  await writing(options, tools, async (door) => {
    const { id } = await personNamed(door, named)
    switch (act) {
      case 'roles':
        return print(lineOf(await door.roles(id, roles)))
      case 'close':
        return print(lineOf(await door.close(id)))
      case 'reopen':
        return print(lineOf(await door.reopen(id)))
      case 'link':
        print(await door.link(id))
        return void process.stderr.write(
          'Signs that person in, once, within an hour. They then set a new password.\n',
        )
      case 'sign-out':
        await door.signOut(id)
        return void process.stderr.write('All their sessions have ended.\n')
    }
  })
}

const writing = <T>(options: DoorOptions, tools: Tools, work: (door: PeopleDoor) => Promise<T>): Promise<T> =>
  atTheDoor(options, tools, { reading: false, permission: 'people' }, work)

/** By what they type at sign-in, or by id. */
async function personNamed(door: PeopleDoor, named: string): Promise<PersonLine> {
  const person = (await door.people()).find(({ id, name }) => id === named || name === foldName(named))
  if (person === undefined)
    throw new CommandError(`there is nobody called "${named}"\nholdfast people lists everybody.`)
  return person
}

export function rolesIn(text: string): Role[] {
  const named = text
    .split(',')
    .map((role) => role.trim())
    .filter((role) => role !== '')
  const unknown = named.find((role) => !isRole(role))
  if (unknown !== undefined)
    throw new UsageError(`there is no role "${unknown}"; choose among ${ROLE_NAMES.join(', ')}`)
  return named as Role[]
}

const lineOf = ({ name, displayName, pseudonym, roles, status, lastSignInAt, id }: PersonLine): string =>
  [name, displayName, pseudonym, roles.join(',') || '-', status, lastSignInAt ?? 'never', id].join('\t')

const print = (line: string): void => void process.stdout.write(`${line}\n`)
