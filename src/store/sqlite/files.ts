import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { StoreError } from '../store.ts'
import { corrupt, lockedBy, storeError } from './errors.ts'
import { CASE, EVENTS, IDS, type Migrations, migrate, refuseNewer, STATES, schemaVersion } from './schema.ts'

export type Connection = Database.Database
export type FileName = 'events.db' | 'case.db' | 'states.db' | 'ids.db'

/** The open files of one store. */
export interface Files {
  directory: string
  readOnly: boolean
  log: Connection
  cases: Connection
  states: Connection
  ids: Connection
  /** A connection of its own for long reads, so that an export neither waits for a commit nor washes out its pages. */
  reader(name: FileName): Connection
  close(): void
}

const SCHEMAS: Record<FileName, Migrations> = {
  'events.db': EVENTS,
  'case.db': CASE,
  'states.db': STATES,
  'ids.db': IDS,
}

/*
 * `synchronous = FULL` waits for the disk at every commit: what was acknowledged survives power loss. States and ids can do
 * without (NORMAL never corrupts them, they may only fall back to an earlier settle), for they are made again from the log.
 * Log rows only ever go to the end, so its write-ahead log is copied early (16 MB) and pauses stay short; the other files are written all over and gain from waiting longer.
 */
const PRAGMAS: Record<FileName, string[]> = {
  'events.db': ['synchronous = FULL', 'cache_size = -16384', 'wal_autocheckpoint = 1000'],
  'case.db': ['synchronous = FULL', 'cache_size = -65536', 'wal_autocheckpoint = 4000'],
  'states.db': ['synchronous = NORMAL', 'cache_size = -65536', 'wal_autocheckpoint = 8000'],
  'ids.db': ['synchronous = NORMAL', 'cache_size = -16384', 'wal_autocheckpoint = 4000'],
}
const PAGE_BYTES: Record<FileName, number> = {
  'events.db': 16_384,
  'case.db': 4096,
  'states.db': 4096,
  'ids.db': 4096,
}
/** A write-ahead log that grew larger than this is cut back after its next copy. */
const WAL_BYTES_MAX = 128 * 1024 * 1024

/** Opens, and where needed creates and migrates, the files of a store. Throws a StoreError. */
export function openFiles(directory: string, readOnly: boolean): Files {
  if (readOnly) refuseMissing(directory)
  else makeDirectory(directory)
  const open: Connection[] = []
  const opened = (name: FileName) => {
    const file = openFile(directory, name, readOnly)
    open.push(file)
    return file
  }
  const closeAll = () => {
    for (const file of open.splice(0).reverse()) {
      if (!file.readonly) leaveReadable(file)
      file.close()
    }
  }
  try {
    if (!readOnly) open.push(takeLock(directory))
    const readers = new Map<FileName, Connection>()
    return {
      directory,
      readOnly,
      log: opened('events.db'),
      cases: opened('case.db'),
      states: opened('states.db'),
      ids: opened('ids.db'),
      reader(name) {
        const known = readers.get(name) ?? openReader(directory, name)
        if (!readers.has(name)) open.push(known)
        readers.set(name, known)
        return known
      },
      close: closeAll,
    }
  } catch (error) {
    closeAll()
    throw error
  }
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true })
  } catch (error) {
    throw storeError(error, directory)
  }
}

function refuseMissing(directory: string): void {
  if (existsSync(join(directory, 'events.db'))) return
  throw new StoreError(
    'other',
    `there is no store in ${directory}`,
    'Name its folder with --data, or run `holdfast start` or `holdfast ingest` first.',
  )
}

/**
 * One process owns a store. The lock is SQLite's own exclusive lock on an empty file: the kernel holds it for as long as
 * the process lives, so it is gone after a kill -9 and cannot be left behind.
 */
function takeLock(directory: string): Connection {
  const path = join(directory, 'owner.lock')
  let lock: Connection | undefined
  try {
    lock = new Database(path, { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock?.close()
    const named = storeError(error, path)
    throw named.code === 'locked' ? lockedBy(directory, error) : named
  }
}

function openFile(directory: string, name: FileName, readOnly: boolean): Connection {
  const path = join(directory, name)
  if (readOnly) {
    const file = openReader(directory, name)
    refuseNewer(schemaVersion(file), name, SCHEMAS[name])
    return file
  }
  let file: Connection | undefined
  try {
    file = new Database(path)
    prepareFile(file, name)
    return file
  } catch (error) {
    file?.close()
    throw storeError(error, path)
  }
}

/** A second connection to a file that `openFiles` has made and migrated, for whoever writes it beside the owner's thread. */
export function openForWriting(directory: string, name: FileName): Connection {
  const path = join(directory, name)
  try {
    const file = new Database(path, { fileMustExist: true })
    for (const pragma of PRAGMAS[name]) file.pragma(pragma)
    file.pragma(`journal_size_limit = ${WAL_BYTES_MAX}`)
    return file
  } catch (error) {
    throw storeError(error, path)
  }
}

function prepareFile(file: Connection, name: FileName): void {
  // Before anything else is asked of it: a newer file must be left as it is, journal mode included.
  refuseNewer(schemaVersion(file), name, SCHEMAS[name])
  file.pragma(`page_size = ${PAGE_BYTES[name]}`)
  const mode = file.pragma('journal_mode = WAL', { simple: true })
  if (mode !== 'wal') throw corrupt(name, `it cannot keep a write-ahead log (journal mode ${String(mode)})`)
  for (const pragma of PRAGMAS[name]) file.pragma(pragma)
  file.pragma(`journal_size_limit = ${WAL_BYTES_MAX}`)
  migrate(file, name, SCHEMAS[name])
}

/**
 * A write-ahead log needs files beside it, which a folder that cannot be written (a backup, a read-only mount) has no place for. So a file
 * that is closed well is left without one. Where a reader still has it open it stays as it is, and all works as before.
 */
function leaveReadable(file: Connection): void {
  try {
    file.pragma('busy_timeout = 0')
    file.pragma('journal_mode = DELETE')
  } catch {
    // Nothing depends on it.
  }
}

function openReader(directory: string, name: FileName): Connection {
  const path = join(directory, name)
  let file: Connection | undefined
  try {
    file = new Database(path, { readonly: true, fileMustExist: true })
    file.prepare('SELECT count(*) FROM sqlite_schema').get()
    return file
  } catch (error) {
    file?.close()
    const code = (error as { code?: string }).code ?? ''
    if (!existsSync(path) || !(code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY')))
      throw storeError(error, path)
    throw new StoreError(
      'read-only',
      `${path} was not closed well and cannot be read where nothing may be written`,
      'Copy the folder to a place you may write, and look there.',
      error,
    )
  }
}
