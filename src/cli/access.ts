import { isPermission, PERMISSIONS, type Permission } from '../model/roles.ts'
import { atTheDoor, type DoorOptions, type KeyLine } from './people-door.ts'
import { type Tools, UsageError } from './tools.ts'

export interface AccessOptions extends DoorOptions {
  scopes: string
  name: string
  days?: number
  format: 'text' | 'json'
}

/** `holdfast access key|keys|revoke|link`: keys for programs, and the link that makes the first administrator. Secrets are shown once. */
export async function access(
  what: string,
  id: string | undefined,
  options: AccessOptions,
  tools: Tools,
): Promise<void> {
  switch (what) {
    case 'key':
      return makeKey(options, tools)
    case 'keys':
      return listKeys(options, tools)
    case 'revoke':
      return revokeKey(id, options, tools)
    case 'link':
      return firstLink(options, tools)
    default:
      throw new UsageError(`access takes key, keys, revoke or link, not "${what}"`)
  }
}

async function makeKey(options: AccessOptions, tools: Tools): Promise<void> {
  const permissions = permissionsIn(options.scopes)
  const { name, days = null } = options
  const secret = await atTheDoor(options, tools, { reading: false, permission: 'admin' }, (door) =>
    door.makeKey({ name, permissions, days }),
  )
  process.stdout.write(`${secret}\n`)
  process.stderr.write(`A key for ${permissions.join(', ')}. It is shown this once; only its hash is kept.\n`)
}

async function listKeys(options: AccessOptions, tools: Tools): Promise<void> {
  const keys = await atTheDoor(options, tools, { reading: true, permission: 'admin' }, (door) => door.keys())
  for (const key of keys)
    process.stdout.write(`${options.format === 'json' ? JSON.stringify(key) : lineOf(key)}\n`)
}

async function revokeKey(id: string | undefined, options: AccessOptions, tools: Tools): Promise<void> {
  if (id === undefined) throw new UsageError('access revoke needs the id of a key; access keys lists them')
  await atTheDoor(options, tools, { reading: false, permission: 'admin' }, (door) => door.revokeKey(id))
  process.stderr.write('It opens nothing any more.\n')
}

async function firstLink(options: AccessOptions, tools: Tools): Promise<void> {
  if (options.url !== undefined)
    throw new UsageError('a link for somebody new is made by holdfast people invite --url …')
  const store = await tools.openStore(options.data, { readOnly: false })
  try {
    const token = await tools.issueLink(store)
    process.stdout.write(`http://${options.host}:${options.port}/#welcome=${token}\n`)
    process.stderr.write('Makes one administrator, once, within 15 minutes.\n')
  } finally {
    await store.close()
  }
}

function permissionsIn(text: string): Permission[] {
  const named = text.split(',').map((scope) => scope.trim())
  const unknown = named.find((scope) => !isPermission(scope))
  if (unknown !== undefined)
    throw new UsageError(`there is no permission "${unknown}"; choose among ${PERMISSIONS.join(', ')}`)
  return named as Permission[]
}

const lineOf = ({ id, name, permissions, person, expiresAt, usedAt }: KeyLine): string =>
  [
    id,
    name,
    permissions.join(','),
    person ?? 'program',
    expiresAt === null ? 'does not lapse' : `until ${expiresAt}`,
    usedAt === null ? 'not used' : `used ${usedAt}`,
  ].join('\t')
