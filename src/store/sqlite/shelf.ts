import type { Millis } from '../../model/ids.ts'
import type { AccessRow, Store } from '../store.ts'
import type { CaseFile } from './case-file.ts'
import type { Connection } from './files.ts'

/** The part of a store where the installation keeps its own small things: values, packs, keys. */
export type Shelf = Pick<
  Store,
  'meta' | 'setMeta' | 'pack' | 'putPack' | 'putAccess' | 'access' | 'dropAccess'
>

interface Row {
  id: string
  kind: AccessRow['kind']
  secret_hash: string
  scopes: string
  created_at: Millis
  expires_at: Millis | null
}

export function openShelf(db: Connection, write: CaseFile['write']): Shelf {
  const getMeta = db.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck()
  const putMeta = db.prepare(
    'INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  const getPack = db.prepare<[string], string>('SELECT files FROM packs WHERE hash = ?').pluck()
  const putPack = db.prepare('INSERT OR IGNORE INTO packs VALUES (?, ?)')
  const putAccess = db.prepare('INSERT OR REPLACE INTO access VALUES (?, ?, ?, ?, ?, ?)')
  const getAccess = db.prepare<[string, Millis], Row>(
    'SELECT * FROM access WHERE secret_hash = ? AND (expires_at IS NULL OR expires_at > ?)',
  )
  const dropAccess = db.prepare('DELETE FROM access WHERE id = ?')

  return {
    meta: async (name) => getMeta.get(name),
    setMeta: async (name, value) => write(() => void putMeta.run(name, value)),
    pack: async (hash) => getPack.get(hash),
    putPack: async (hash, files) => write(() => void putPack.run(hash, files)),
    putAccess: async ({ id, kind, secretHash, scopes, createdAt, expiresAt }) =>
      write(() => void putAccess.run(id, kind, secretHash, JSON.stringify(scopes), createdAt, expiresAt)),
    access: async (secretHash, now) => {
      const row = getAccess.get(secretHash, now)
      return row && accessOf(row)
    },
    dropAccess: async (id) => write(() => void dropAccess.run(id)),
  }
}

const accessOf = (row: Row): AccessRow => ({
  id: row.id,
  kind: row.kind,
  secretHash: row.secret_hash,
  scopes: JSON.parse(row.scopes) as string[],
  createdAt: row.created_at,
  expiresAt: row.expires_at,
})
