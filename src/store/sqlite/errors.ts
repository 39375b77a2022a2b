import { StoreError } from '../store.ts'

const HINTS: Record<Exclude<StoreError['code'], 'newer-schema'>, string> = {
  'disk-full':
    'Free some space on that disk; the line goes on by itself from where it stopped. Nothing acknowledged is lost.',
  'read-only':
    'Give the user that runs Holdfast the right to write there, or choose another folder with --data.',
  corrupt:
    'Stop Holdfast, keep a copy of the folder, check the disk, and bring the folder back from its last backup. `holdfast verify` names what is damaged.',
  locked: 'Another Holdfast runs on this folder. Stop it first, or choose another folder with --data.',
  other: 'See the cause; if the disk is sound, starting again is safe.',
}

/** Turns what the disk or SQLite threw into words an operator can act on. A StoreError passes unchanged. */
export function storeError(error: unknown, file: string): StoreError {
  if (error instanceof StoreError) return error
  const code = kindOf(codeOf(error))
  return new StoreError(code, `${file}: ${wordsFor(code, error)}`, HINTS[code], error)
}

/** The same for what SQLite threw; whatever else was thrown passes unchanged. */
export const diskError = (error: unknown, file: string): unknown =>
  codeOf(error).startsWith('SQLITE_') ? storeError(error, file) : error

/** A store whose parts contradict each other, or the disk's own checksums. */
export const corrupt = (file: string, what: string, cause?: unknown): StoreError =>
  new StoreError('corrupt', `${file} is damaged: ${what}`, HINTS.corrupt, cause)

export const lockedBy = (directory: string, cause: unknown): StoreError =>
  new StoreError('locked', `${directory} is in use by another process`, HINTS.locked, cause)

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

function kindOf(code: string): Exclude<StoreError['code'], 'newer-schema'> {
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full'
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return 'read-only'
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'corrupt'
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'locked'
  return 'other'
}

function wordsFor(code: StoreError['code'], error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  switch (code) {
    case 'disk-full':
      return 'the disk is full'
    case 'read-only':
      return 'cannot be written'
    case 'corrupt':
      return `is damaged (${said})`
    case 'locked':
      return 'is in use by another process'
    default:
      return `could not be read or written (${said})`
  }
}
