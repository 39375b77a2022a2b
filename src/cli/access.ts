import { isPermission, PERMISSIONS } from '../model/roles.ts'
import { type Tools, UsageError } from './tools.ts'

/** `holdfast access key|link`: a new key for a program, or a new one-time link for a person. The secret is shown once. */
export async function access(
  what: string,
  options: { data: string; scopes: string; host: string; port: number },
  tools: Tools,
): Promise<void> {
  if (what !== 'key' && what !== 'link') throw new UsageError(`access takes key or link, not "${what}"`)
  const scopes = options.scopes.split(',').map((scope) => scope.trim())
  const unknown = scopes.find((scope) => !isPermission(scope))
  if (unknown !== undefined)
    throw new UsageError(`there is no permission "${unknown}"; choose among ${PERMISSIONS.join(', ')}`)
  const store = await tools.openStore(options.data, { readOnly: false })
  try {
    if (what === 'key') {
      process.stdout.write(`${await tools.issueKey(store, scopes)}\n`)
      process.stderr.write(`A key for ${scopes.join(', ')}. It is shown this once; only its hash is kept.\n`)
    } else {
      process.stdout.write(
        `http://${options.host}:${options.port}/#welcome=${await tools.issueLink(store)}\n`,
      )
      process.stderr.write('Signs one person in, once, within 15 minutes.\n')
    }
  } finally {
    await store.close()
  }
}
