import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bench, storeContract } from '../contract.ts'
import { openSqliteStore, type SqliteOptions } from './sqlite.ts'
import { writeHere } from './writing.ts'

/**
 * A store in a folder of its own. A crash is a copy of the folder as it lies while the store is open: all that a killed process
 * leaves behind.
 */
async function bench(options: SqliteOptions): Promise<Bench> {
  const root = mkdtempSync(join(tmpdir(), 'holdfast-store-'))
  let life = 0
  const directory = () => join(root, String(life))
  let store = await openSqliteStore(directory(), options)
  return {
    store,
    async reopen() {
      await store.close()
      store = await openSqliteStore(directory(), options)
      return store
    },
    async crash() {
      const killed = store
      cpSync(directory(), join(root, String(++life)), { recursive: true })
      store = await openSqliteStore(directory(), options)
      await killed.close()
      return store
    },
    async cleanup() {
      await store.close()
      rmSync(root, { recursive: true })
    },
  }
}

storeContract('sqlite, writing on a thread', () => bench({}))
storeContract('sqlite that settles early and holds few states, writing on a thread', () =>
  bench({ settleEvents: 7, cacheStates: 3 }),
)
storeContract('sqlite that settles early and holds few states', () =>
  bench({ settleEvents: 7, cacheStates: 3, writing: writeHere }),
)
