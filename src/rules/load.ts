import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type PackResult, packFromFiles } from './pack.ts'
import type { PackProblem } from './problems.ts'

export { formatProblems, type PackProblem } from './problems.ts'
export { type PackResult, packFromFiles }

/** A pack has at most this many files, of at most this size each, in folders at most this deep. */
export const FILES_MAX = 1_000
export const FILE_BYTES_MAX = 4_000_000
const FOLDERS_DEEP_MAX = 8

/** Reads all `*.yaml` below a directory, and checks them as one pack. What cannot be read is a problem like any other. */
export function loadPack(directory: string): PackResult {
  const files: Record<string, string> = {}
  const problems: PackProblem[] = []
  for (const path of yamlFiles(directory, problems)) {
    const name = relative(directory, path).split(sep).join('/')
    const content = readText(path, name, problems)
    if (content !== null) files[name] = content
  }
  if (problems.length === 0 && Object.keys(files).length === 0)
    problems.push(
      wholeFile(
        directory,
        'no policy files here',
        'a pack is a folder of .yaml files; --policies DIR names it',
      ),
    )
  return problems.length > 0 ? { ok: false, problems } : packFromFiles(files)
}

const wholeFile = (file: string, message: string, hint: string): PackProblem => ({
  file,
  line: 1,
  column: 1,
  message,
  hint,
})

function yamlFiles(directory: string, problems: PackProblem[], depth = 0): string[] {
  const found: string[] = []
  for (const entry of entriesOf(directory, problems)) {
    const path = join(directory, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory() && depth < FOLDERS_DEEP_MAX) found.push(...yamlFiles(path, problems, depth + 1))
    else if (/\.ya?ml$/.test(entry.name)) found.push(path)
    if (found.length <= FILES_MAX) continue
    problems.push(
      wholeFile(directory, `more than ${FILES_MAX} policy files`, 'put rules together into fewer files'),
    )
    return []
  }
  return found.sort()
}

function entriesOf(directory: string, problems: PackProblem[]) {
  try {
    return readdirSync(directory, { withFileTypes: true })
  } catch (error) {
    problems.push(
      wholeFile(directory, `cannot be read: ${codeOf(error)}`, 'is the folder there, and may it be read?'),
    )
    return []
  }
}

function readText(path: string, name: string, problems: PackProblem[]): string | null {
  try {
    if (statSync(path).size <= FILE_BYTES_MAX) return readFileSync(path, 'utf8')
    problems.push(wholeFile(name, `larger than ${FILE_BYTES_MAX / 1_000_000} MB`, 'split it'))
  } catch (error) {
    problems.push(wholeFile(name, `cannot be read: ${codeOf(error)}`, 'may it be read?'))
  }
  return null
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

export interface WatchOptions {
  /** Called with each new state of the folder, good or broken. The caller keeps the old pack when it is broken. */
  onResult(result: PackResult): void
  pollMs?: number
}

/**
 * Looks at the folder every `pollMs` and loads it again once it has changed and then stood still for one look, so that a file half
 * written is not read. Polling, since editors replace files and network folders tell nobody.
 */
export function watchPack(directory: string, { onResult, pollMs = 300 }: WatchOptions): { close(): void } {
  let loaded = fingerprint(directory)
  let before = loaded
  const timer = setInterval(() => {
    const now = fingerprint(directory)
    const settled = now === before
    before = now
    if (!settled || now === loaded) return
    loaded = now
    onResult(loadPack(directory))
  }, pollMs)
  timer.unref()
  return { close: () => clearInterval(timer) }
}

/** Names, sizes, times and inodes: an editor that swaps a file for one of the same size and second is still seen. */
function fingerprint(directory: string): string {
  const parts: string[] = []
  for (const path of yamlFiles(directory, [])) {
    try {
      const { size, mtimeMs, ino } = statSync(path)
      parts.push(`${path}\0${size}\0${mtimeMs}\0${ino}`)
    } catch {
      parts.push(`${path}\0gone`)
    }
  }
  return parts.join('\n')
}
