import { readFileSync, statSync } from 'node:fs'
import { CSV_BYTES_MAX, peopleFrom } from '../threats/people-csv.ts'
import { openRegister, type Register, RegisterSealed } from '../threats/register.ts'
import { CommandError, type Tools, UsageError } from './tools.ts'

export interface ProtectedOptions {
  data: string
  by?: string
  format: 'text' | 'json'
}

/** `holdfast protected import FILE | list | remove ID`: who is protected. Each look and each change is on the ledger. */
export async function protectedPeople(
  what: string,
  subject: string | undefined,
  options: ProtectedOptions,
  tools: Tools,
): Promise<void> {
  const { by } = options
  if (by === undefined || by.trim() === '')
    throw new UsageError('--by NAME says who looks: it stands on the ledger')
  if (!['import', 'list', 'remove'].includes(what))
    throw new UsageError(`protected takes import, list or remove, not "${what}"`)
  if (what !== 'list' && subject === undefined)
    throw new UsageError(what === 'import' ? 'import needs a file' : 'remove needs the id of an entry')
  const people = what === 'import' ? peopleIn(subject!) : []
  await atTheRegister(options, tools, async (register) => {
    switch (what) {
      case 'import': {
        const { added, replaced, all } = await register.put(people, by)
        process.stderr.write(`${added} added, ${replaced} replaced, ${all} in all.\n`)
        return
      }
      case 'remove':
        if (!(await register.remove(subject!, by))) throw new CommandError('there is no entry with this id')
        process.stderr.write('It is out.\n')
        return
      default:
        for (const person of await register.look(by))
          process.stdout.write(
            `${options.format === 'json' ? JSON.stringify(person) : [person.id, person.kind, person.label, person.office ?? ''].join('\t')}\n`,
          )
    }
  })
}

async function atTheRegister(
  { data }: ProtectedOptions,
  tools: Tools,
  work: (register: Register) => Promise<void>,
): Promise<void> {
  const store = await tools.openStore(data, { readOnly: false })
  try {
    const clock = { now: () => Date.now(), steady: () => performance.now() }
    await work(await openRegister({ store, key: tools.installationKey(data), clock }))
  } catch (error) {
    if (error instanceof RegisterSealed)
      throw new CommandError(`${error.message}. Put installation.key back that it was sealed with.`)
    throw error
  } finally {
    await store.close()
  }
}

function peopleIn(path: string) {
  let csv: string
  try {
    if (statSync(path).size > CSV_BYTES_MAX) throw new CommandError(`${path}: larger than 10 MB`)
    csv = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof CommandError) throw error
    throw new CommandError(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
  const read = peopleFrom(csv)
  if (read.ok) return read.people
  const lines = read.faults.map(({ line, reason }) => `${path}:${line}: ${reason}`)
  throw new CommandError([...lines, 'Nobody was put in.'].join('\n'))
}
