import { closeSync, openSync, writeSync } from 'node:fs'
import { type Line, RAW_LENGTH_MAX } from './lines.ts'
import { withholdFrom, withholdFromLine } from './withhold.ts'

/** Bytes one run adds to the file at most. What is refused past it is counted, not kept. */
const BYTES_MAX = 256 * 1024 * 1024

export interface RefusedFile {
  write(source: string, lines: Line[]): void
  close(): void
}

/**
 * Appends refused lines to a file of JSON lines, `{file, line, field, reason, raw}`, readable by its owner alone and made when the first line
 * comes. `raw` is bounded, and e-mails, addresses and devices in it are withheld. Throws when the disk refuses.
 */
export function openRefusedFile(path: string, bytesMax = BYTES_MAX): RefusedFile {
  let file: number | null = null
  let written = 0
  const append = (text: string) => {
    file ??= openSync(path, 'a', 0o600)
    writeSync(file, text)
    written += Buffer.byteLength(text)
  }
  return {
    write(source, lines) {
      if (written >= bytesMax || lines.every(({ result }) => result.ok)) return
      append(lines.map((line) => entry(source, line)).join(''))
      if (written >= bytesMax)
        append(
          entryOf({
            file: source,
            reason: `further refused lines are not kept: this run wrote ${written} bytes`,
          }),
        )
    },
    close() {
      if (file !== null) closeSync(file)
      file = null
    },
  }
}

function entry(file: string, { line, result, raw }: Line): string {
  if (result.ok) return ''
  const { field } = result
  // A reason may quote the value that would not do.
  const reason = withholdFrom(result.reason, (kind) => `[${kind}]`)
  return entryOf({ file, line, field, reason, raw: withholdFromLine(raw.slice(0, RAW_LENGTH_MAX)) })
}

const entryOf = (fields: object): string => `${JSON.stringify(fields)}\n`
