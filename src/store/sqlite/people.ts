import type { Millis } from '../../model/ids.ts'
import type { LedgerEntry } from '../../model/ledger.ts'
import type { AccessRow, Person } from '../../model/person.ts'
import type { AccessChange, LedgerQuery, Store } from '../store.ts'
import type { CaseFile } from './case-file.ts'
import type { Connection } from './files.ts'
import { LEDGER_ACTS } from './schema.ts'

/** The part of a store that knows who may come in, and what people did. */
export type PeopleShelf = Pick<
  Store,
  'changeAccess' | 'access' | 'accessRows' | 'person' | 'personNamed' | 'people' | 'ledgerActs'
>

interface Row {
  id: string
  kind: AccessRow['kind']
  secret_hash: string
  scopes: string
  created_at: Millis
  expires_at: Millis | null
  person: string | null
  about: string
}

export function openPeople(db: Connection, record: CaseFile['record']): PeopleShelf {
  const putPerson = db.prepare(
    'INSERT INTO people VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, value = excluded.value',
  )
  const putRow = db.prepare('INSERT OR REPLACE INTO access VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const dropRow = db.prepare('DELETE FROM access WHERE id = ?')
  const dropLapsed = db.prepare('DELETE FROM access WHERE expires_at <= ?')
  const bySecret = db.prepare<[string, Millis], Row>(
    'SELECT * FROM access WHERE secret_hash = ? AND (expires_at IS NULL OR expires_at > ?)',
  )
  const ofKind = db.prepare<[string], Row>('SELECT * FROM access WHERE kind = ? ORDER BY created_at, id')
  const ofPerson = db.prepare<[string, string], Row>(
    'SELECT * FROM access WHERE kind = ? AND person = ? ORDER BY created_at, id',
  )
  const personText = (where: string) =>
    db.prepare<[string], string>(`SELECT value FROM people WHERE ${where} = ?`).pluck()
  const byId = personText('id')
  const byName = personText('name')
  const all = db.prepare<[], string>('SELECT value FROM people ORDER BY name').pluck()

  const apply = ({ people = [], rows = [], drop = [], lapsed }: AccessChange): void => {
    for (const person of people) putPerson.run(person.id, person.name, JSON.stringify(person))
    if (lapsed !== undefined) dropLapsed.run(lapsed)
    for (const id of drop) dropRow.run(id)
    for (const { id, kind, secretHash, scopes, createdAt, expiresAt, person, about } of rows)
      putRow.run(
        id,
        kind,
        secretHash,
        JSON.stringify(scopes),
        createdAt,
        expiresAt,
        person,
        JSON.stringify(about),
      )
  }

  return {
    changeAccess: async (change) => record(change.ledger, () => apply(change)),
    async access(secretHash, now) {
      const row = bySecret.get(secretHash, now)
      return row && accessOf(row)
    },
    accessRows: async ({ kind, person }) =>
      (person === undefined ? ofKind.all(kind) : ofPerson.all(kind, person)).map(accessOf),
    person: async (id) => personOf(byId.get(id)),
    personNamed: async (name) => personOf(byName.get(name)),
    people: async () => all.all().map((text) => JSON.parse(text) as Person),
    ledgerActs: async (query) => ledgerFor(db, query),
  }
}

const personOf = (text: string | undefined): Person | undefined =>
  text === undefined ? undefined : (JSON.parse(text) as Person)

const accessOf = (row: Row): AccessRow => ({
  id: row.id,
  kind: row.kind,
  secretHash: row.secret_hash,
  scopes: JSON.parse(row.scopes) as AccessRow['scopes'],
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  person: row.person,
  about: JSON.parse(row.about) as AccessRow['about'],
})

function ledgerFor(db: Connection, { before, kind, person, limit }: LedgerQuery): LedgerEntry[] {
  const where = [LEDGER_ACTS]
  const values: (string | number)[] = []
  const and = (condition: string, value: string | number) => {
    where.push(condition)
    values.push(value)
  }
  if (before !== undefined) and('seq < ?', before)
  if (kind !== undefined) and('kind = ?', kind)
  if (person !== undefined) and("body ->> '$.person' = ?", person)
  return db
    .prepare<unknown[], Omit<LedgerEntry, 'body'> & { body: string }>(
      `SELECT seq, at, kind, hash, previous, body FROM ledger WHERE ${where.join(' AND ')} ORDER BY seq DESC LIMIT ?`,
    )
    .all(...values, limit)
    .map((row) => ({ ...row, body: JSON.parse(row.body) as LedgerEntry['body'] }))
}
