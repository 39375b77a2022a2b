import type { LedgerEntry, LedgerKind } from '../model/ledger.ts'
import type { Person } from '../model/person.ts'
import { foldName } from '../people/names.ts'
import type { LedgerQuery } from '../store/store.ts'
import { CommandError, type Tools } from './tools.ts'

interface AuditOptions {
  data: string
  person?: string
  kind?: string
  limit: number
  format: 'text' | 'json'
}

const PAGE = 500

/** `holdfast audit`: who did and saw what, newest first, with the names that the ledger does not hold. Works while the server runs. */
export async function audit(options: AuditOptions, tools: Tools): Promise<void> {
  const store = await tools.openStore(options.data)
  try {
    const people = new Map((await store.people()).map((person) => [person.id, person]))
    const query = {
      ...personIn(options.person, people),
      ...(options.kind && { kind: options.kind as LedgerKind }),
    }
    let left = options.limit
    let before: number | undefined
    while (left > 0) {
      const limit = Math.min(PAGE, left)
      const rows = await store.ledgerActs({ ...query, limit, ...(before !== undefined && { before }) })
      for (const entry of rows) process.stdout.write(`${lineOf(entry, people, options.format)}\n`)
      if (rows.length < limit) return
      left -= rows.length
      before = rows.at(-1)!.seq
    }
  } finally {
    await store.close()
  }
}

function personIn(
  named: string | undefined,
  people: ReadonlyMap<string, Person>,
): Pick<LedgerQuery, 'person'> {
  if (named === undefined) return {}
  const person = people.get(named) ?? [...people.values()].find(({ name }) => name === foldName(named))
  if (person === undefined)
    throw new CommandError(`there is nobody called "${named}"\nholdfast people lists everybody.`)
  return { person: person.id }
}

function lineOf(
  { seq, at, kind, hash, body }: LedgerEntry,
  people: ReadonlyMap<string, Person>,
  format: AuditOptions['format'],
): string {
  const { person: id = null, ...rest } = body
  const who = typeof id === 'string' ? people.get(id) : undefined
  const by = who === undefined ? null : { id: who.id, name: who.name, pseudonym: who.pseudonym }
  if (format === 'json') return JSON.stringify({ seq, at, kind, hash, by: by ?? id, ...rest })
  return [seq, at, by?.name ?? id ?? '-', kind, JSON.stringify(rest)].join('\t')
}
