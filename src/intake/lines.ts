import type { Admitted } from './door.ts'

/** What became of one line of a file. A row of CSV can lead to several. Line numbers count from 1. */
export interface Line {
  line: number
  result: Admitted
  /** The line as it was read, at most `RAW_LENGTH_MAX` characters of it where it was refused. */
  raw: string
}

export interface TextLine {
  line: number
  /** Without its end of line. Empty where the line was overlong. */
  text: string
  /** The beginning of a line that is longer than `LINE_BYTES_MAX`. */
  overlong: string | null
}

/** Longest line taken, in bytes of UTF-8: a post of 100,000 escaped characters with all its lists fits. */
export const LINE_BYTES_MAX = 2 * 1024 * 1024
/** Characters that are kept of a refused line. */
export const RAW_LENGTH_MAX = 4_096
/** Lines come in chunks of at least so many while there is more to read, and at most so many. */
export const CHUNK_LINES = { min: 1_000, max: 4_000 }
/** A stream that pauses is not waited for: what came so far goes on after this long. */
const LINGER_MS = 20

const NEWLINE = 0x0a

/**
 * Bytes of UTF-8 as lines, in chunks. LF or CRLF ends a line, the last needs none; a byte order mark is left off; bytes that are not UTF-8
 * become U+FFFD. A line over `LINE_BYTES_MAX` is passed over, however long it is, and holds at most that much memory.
 */
export async function* textLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine[]> {
  const splitter = createSplitter()
  const chunks = input[Symbol.asyncIterator]()
  let next = chunks.next()
  try {
    for (;;) {
      const chunk = await next
      if (chunk.done) break
      splitter.push(chunk.value)
      next = chunks.next()
      // Whoever reads us may stop before asking for it.
      next.catch(() => {})
      if (splitter.ready() < CHUNK_LINES.min && (await comesWithin(next, LINGER_MS))) continue
      yield* splitter.take()
    }
    splitter.end()
    yield* splitter.take()
  } finally {
    await chunks.return?.()
  }
}

async function comesWithin(next: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, ms, false)
  })
  try {
    return await Promise.race([next.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}

function createSplitter() {
  let lines: TextLine[] = []
  let count = 0
  /** Bytes of the line under way. */
  let pending: Uint8Array[] = []
  let pendingBytes = 0
  let passedOver: string | null = null

  const add = (text: string) => {
    count += 1
    const shown = count === 1 ? text.replace(/^\ufeff/, '') : text
    const tooLong = shown.length > LINE_BYTES_MAX / 3 && Buffer.byteLength(shown) > LINE_BYTES_MAX
    lines.push(
      tooLong
        ? { line: count, text: '', overlong: shown.slice(0, RAW_LENGTH_MAX) }
        : { line: count, text: shown.endsWith('\r') ? shown.slice(0, -1) : shown, overlong: null },
    )
  }

  const keep = (bytes: Uint8Array) => {
    if (bytes.length === 0 || passedOver !== null) return
    pending.push(bytes)
    pendingBytes += bytes.length
    if (pendingBytes <= LINE_BYTES_MAX) return
    passedOver = decode(pending).slice(0, RAW_LENGTH_MAX)
    pending = []
    pendingBytes = 0
  }

  const finishPassedOver = () => {
    count += 1
    lines.push({ line: count, text: '', overlong: passedOver })
    passedOver = null
  }

  return {
    ready: () => lines.length,
    push(chunk: Uint8Array) {
      let from = 0
      if (passedOver !== null) {
        from = chunk.indexOf(NEWLINE) + 1
        if (from === 0) return
        finishPassedOver()
      }
      const end = chunk.lastIndexOf(NEWLINE)
      if (end < from) return keep(chunk.subarray(from))
      const whole = decode([...pending, chunk.subarray(from, end)])
      pending = []
      pendingBytes = 0
      for (const text of whole.split('\n')) add(text)
      keep(chunk.subarray(end + 1))
    },
    end() {
      if (passedOver !== null) finishPassedOver()
      else if (pendingBytes > 0) add(decode(pending))
    },
    *take(): Generator<TextLine[]> {
      const taken = lines
      lines = []
      for (let from = 0; from < taken.length; from += CHUNK_LINES.max)
        yield taken.length <= CHUNK_LINES.max ? taken : taken.slice(from, from + CHUNK_LINES.max)
    },
  }
}

const decode = (parts: Uint8Array[]): string =>
  (parts.length === 1 ? asBuffer(parts[0]!) : Buffer.concat(parts)).toString('utf8')

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
