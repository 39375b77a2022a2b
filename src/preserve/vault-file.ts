import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { VaultError } from '../evidence/vault.ts'

export type Connection = Database.Database

/** Steps of the file's schema, oldest first. Steps that were released never change. */
const STEPS = [
  `
  CREATE TABLE files (
    file INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    bytes INTEGER NOT NULL,
    pieces INTEGER NOT NULL,
    key TEXT NOT NULL,
    salt BLOB NOT NULL
  );
  CREATE TABLE pieces (file INTEGER NOT NULL, place INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (file, place));
  CREATE TABLE owners (evidence TEXT NOT NULL, sha256 TEXT NOT NULL, account TEXT NOT NULL, PRIMARY KEY (evidence, sha256)) WITHOUT ROWID;
  CREATE INDEX owners_file ON owners (sha256);
  CREATE TABLE marks (hold TEXT PRIMARY KEY, scope TEXT NOT NULL, until INTEGER, lifted INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX marks_scope ON marks (scope);`,
]

/**
 * The vault's own file, in a folder of its own beside the case data. Commits wait for the disk; what is deleted is overwritten with zeros. Throws
 * a VaultError.
 */
export function openVaultFile(folder: string, readOnly: boolean): Connection {
  const path = join(folder, 'vault.db')
  if (readOnly && !existsSync(path))
    throw new VaultError('missing', `there is no vault in ${folder}`, 'Nothing was preserved there yet.')
  let db: Connection | undefined
  try {
    if (!readOnly) mkdirSync(folder, { recursive: true, mode: 0o700 })
    db = new Database(path, { readonly: readOnly, fileMustExist: readOnly })
    if (readOnly) refuseOther(db, path)
    else prepare(db, path)
    return db
  } catch (error) {
    db?.close()
    throw vaultError(error, path)
  }
}

/**
 * Closed well it needs no file beside it, so that it can be read in a folder that may not be written (a backup, a read-only mount). Where
 * somebody still reads it, it stays as it is.
 */
export function closeVaultFile(db: Connection): void {
  try {
    if (!db.readonly) {
      db.pragma('busy_timeout = 0')
      db.pragma('journal_mode = DELETE')
    }
  } catch {
    // Nothing depends on it.
  }
  db.close()
}

function prepare(db: Connection, path: string): void {
  refuseNewer(db, path)
  db.pragma('page_size = 16384')
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('secure_delete = ON')
  db.pragma('cache_size = -16384')
  db.pragma('journal_size_limit = 67108864')
  for (let step = version(db); step < STEPS.length; step++)
    db.transaction(() => {
      db.exec(STEPS[step]!)
      db.pragma(`user_version = ${step + 1}`)
    })()
}

const version = (db: Connection): number => Number(db.pragma('user_version', { simple: true }))

function refuseNewer(db: Connection, path: string): void {
  if (version(db) > STEPS.length)
    throw new VaultError(
      'newer',
      `${path} was written by a newer Holdfast`,
      'Run the newer version. Nothing was changed.',
    )
}

function refuseOther(db: Connection, path: string): void {
  refuseNewer(db, path)
  if (version(db) < STEPS.length)
    throw new VaultError(
      'newer',
      `${path} was written by an older Holdfast`,
      'Start this Holdfast on the folder once.',
    )
}

/** Turns what the disk or SQLite threw into words; a VaultError passes unchanged. */
export function vaultError(error: unknown, path: string): VaultError {
  if (error instanceof VaultError) return error
  const code = String((error as { code?: unknown })?.code ?? '')
  const message = error instanceof Error ? error.message : String(error)
  if (/CORRUPT|NOTADB/.test(code))
    return new VaultError(
      'damaged',
      `${path} is damaged (${message})`,
      'Keep a copy of it, check the disk, and bring it back from its last backup.',
      error,
    )
  const full = /FULL|ENOSPC|EDQUOT/.test(code)
  return new VaultError(
    'disk',
    full ? `${path}: the disk is full` : `${path} could not be read or written (${message})`,
    full
      ? 'Free some space; until then nothing is decided, for nothing may go out before its evidence is kept.'
      : 'See that the folder is there and may be written.',
    error,
  )
}
