import type { Store } from '../store.ts'
import type { CaseFile } from './case-file.ts'
import type { Connection } from './files.ts'

/** The part of a store where the installation keeps its own small things: values, packs. */
export type Shelf = Pick<Store, 'meta' | 'setMeta' | 'pack' | 'putPack'>

export function openShelf(db: Connection, write: CaseFile['write']): Shelf {
  const getMeta = db.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck()
  const putMeta = db.prepare(
    'INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  const getPack = db.prepare<[string], string>('SELECT files FROM packs WHERE hash = ?').pluck()
  const putPack = db.prepare('INSERT OR IGNORE INTO packs VALUES (?, ?)')

  return {
    meta: async (name) => getMeta.get(name),
    setMeta: async (name, value) => write(() => void putMeta.run(name, value)),
    pack: async (hash) => getPack.get(hash),
    putPack: async (hash, files) => write(() => void putPack.run(hash, files)),
  }
}
