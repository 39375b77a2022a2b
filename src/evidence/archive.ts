import { sha256, sha256Stream } from '../lib/hash.ts'
import { headerOf } from './verify.mjs'

/** A file of a bundle: its length is known before its bytes are. */
export interface ArchiveFile {
  name: string
  bytes: number
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

export interface ListedFile {
  name: string
  bytes: number
  sha256: string
}

const BLOCK = 512
/** What a ustar header can say. */
const FILE_BYTES_MAX = 8 ** 11 - 1
export const NAME_MAX = 100

export const textFile = (name: string, text: string): ArchiveFile => {
  const content = Buffer.from(text, 'utf8')
  return { name, bytes: content.length, content: [content] }
}

/**
 * Writes files as a tar archive (POSIX ustar) in the one form that `verify.mjs` accepts: no owner, no time, zeros as padding, two empty blocks at the end. So that
 * no byte of it can be changed unseen. The last files are made from what came before: `close` is asked when all are written.
 */
export async function* archive(
  files: AsyncIterable<ArchiveFile>,
  close: (listed: ListedFile[]) => AsyncIterable<ArchiveFile>,
): AsyncGenerator<Uint8Array> {
  const listed: ListedFile[] = []
  for await (const file of files) {
    const written: { sha256: string } = { sha256: '' }
    yield* entry(file, written)
    listed.push({ name: file.name, bytes: file.bytes, ...written })
  }
  for await (const file of close(listed)) yield* entry(file, { sha256: '' })
  yield Buffer.alloc(2 * BLOCK)
}

async function* entry(
  { name, bytes, content }: ArchiveFile,
  written: { sha256: string },
): AsyncGenerator<Uint8Array> {
  if (name.length > NAME_MAX || bytes > FILE_BYTES_MAX) throw new Error(`${name} does not fit an archive`)
  const hash = sha256Stream()
  let count = 0
  yield headerOf(name, bytes)
  for await (const chunk of content) {
    hash.update(chunk)
    count += chunk.length
    yield chunk
  }
  // A header that was written cannot be taken back: an archive that would be wrong is broken off.
  if (count !== bytes) throw new Error(`${name} has ${count} bytes, not ${bytes}`)
  if (bytes % BLOCK > 0) yield Buffer.alloc(BLOCK - (bytes % BLOCK))
  written.sha256 = hash.digest('hex')
}

/** What ends a bundle: the manifest's hash, and the seal's own, so that which of the two was changed can be told. */
export function sealOf(manifest: string, timestamp: Uint8Array | null): string {
  const lines = ['holdfast bundle 1', `manifest ${sha256(manifest)}`]
  if (timestamp !== null) lines.push(`timestamp ${sha256(timestamp)}`)
  const said = `${lines.join('\n')}\n`
  return `${said}seal ${sha256(said)}\n`
}
