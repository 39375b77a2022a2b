import { parse } from 'csv-parse/sync'
import { LINE_BYTES_MAX, type TextLine } from './lines.ts'

/** How a file of values is written. */
export interface Dialect {
  /** One character. */
  delimiter: string
  /** False where quotes are letters like any other. */
  quotes: boolean
}

/** A row as it was read: its values, or why they could not be told apart. `text` is what stands in the file. */
export interface CsvRecord {
  line: number
  text: string
  cells: string[] | null
  reason: string | null
}

/** A quoted value may hold line breaks. One that is not closed after so many lines was never meant to be one. */
export const RECORD_LINES_MAX = 1_000

interface Records {
  push(lines: TextLine[]): CsvRecord[]
  end(): CsvRecord[]
}

/**
 * Rows of CSV (RFC 4180) out of lines. A broken row costs that row alone: where a quote is never closed, its line is refused and reading
 * goes on with the next, so that one bad line does not swallow the file.
 */
export function createRecords(dialect: Dialect): Records {
  let found: CsvRecord[] = []
  /** Lines of the record under way: it has an open quote. */
  let open: Scanned[] = []
  let openLength = 0

  const take = (scanned: Scanned): void => {
    const { line } = scanned
    if (line.overlong !== null)
      return void found.push(refused(line, `the line is longer than ${LINE_BYTES_MAX} bytes`))
    if (open.length === 0 && !mayOpen(line.text, dialect)) {
      if (line.text !== '')
        found.push({
          line: line.line,
          text: line.text,
          cells: line.text.split(dialect.delimiter),
          reason: null,
        })
      return
    }
    const stillOpen = leavesOpen(scanned, open.length > 0, dialect.delimiter)
    open.push(scanned)
    openLength += line.text.length
    if (!stillOpen) {
      found.push({
        line: open[0]!.line.line,
        text: open.map(({ line }) => line.text).join('\n'),
        cells: null,
        reason: null,
      })
      open = []
      openLength = 0
    } else if (open.length > RECORD_LINES_MAX || openLength > LINE_BYTES_MAX) giveUp()
  }

  const giveUp = (): void => {
    const [first, ...rest] = open
    open = []
    openLength = 0
    if (first === undefined) return
    found.push(
      refused(first.line, 'a quote is opened here and not closed; double the quotes inside a quoted value'),
    )
    for (const scanned of rest) take(scanned)
  }

  const taken = (): CsvRecord[] => {
    const records = found
    found = []
    readQuoted(records, dialect)
    return records
  }

  return {
    push(lines) {
      for (const line of lines) take({ line, opened: null, closed: null })
      return taken()
    },
    end() {
      while (open.length > 0) giveUp()
      return taken()
    },
  }
}

const mayOpen = (text: string, { quotes }: Dialect): boolean => quotes && text.includes('"')

const refused = ({ line, text, overlong }: TextLine, reason: string): CsvRecord => ({
  line,
  text: overlong ?? text,
  cells: null,
  reason,
})

/**
 * A line with what was found out about it: whether it ends inside a quote, when it began in one (`opened`) and when not (`closed`). A file full of
 * quotes that never close takes every line many times; its text is looked through at most twice.
 */
interface Scanned {
  line: TextLine
  opened: boolean | null
  closed: boolean | null
}

function leavesOpen(scanned: Scanned, quoted: boolean, delimiter: string): boolean {
  const side = quoted ? 'opened' : 'closed'
  scanned[side] ??= endsInQuote(scanned.line.text, quoted, delimiter)
  return scanned[side]
}

/** Whether a line ends inside a quoted value. Only where a value begins does a quote open one. */
function endsInQuote(text: string, quoted: boolean, delimiter: string): boolean {
  let at = 0
  for (;;) {
    if (!quoted) {
      if (text[at] === '"') {
        quoted = true
        at += 1
        continue
      }
    } else {
      const quote = text.indexOf('"', at)
      if (quote < 0) return true
      at = quote + (text[quote + 1] === '"' ? 2 : 1)
      if (text[quote + 1] === '"') continue
      quoted = false
    }
    const next = text.indexOf(delimiter, at)
    if (next < 0) return false
    at = next + 1
  }
}

/** Rows without a quote were split where they stood; the others are read by csv-parse, together when all are well, else one by one. */
function readQuoted(records: CsvRecord[], dialect: Dialect): void {
  const quoted = records.filter(({ cells, reason }) => cells === null && reason === null)
  if (quoted.length === 0) return
  const together = parsed(quoted.map(({ text }) => text).join('\n'), dialect)
  if (Array.isArray(together) && together.length === quoted.length)
    quoted.forEach((record, index) => {
      record.cells = together[index]!
    })
  else for (const record of quoted) readAlone(record, dialect)
}

function readAlone(record: CsvRecord, dialect: Dialect): void {
  const rows = parsed(record.text, dialect)
  if (Array.isArray(rows) && rows.length === 1) record.cells = rows[0]!
  else record.reason = Array.isArray(rows) ? 'the row falls apart into several' : rows
}

function parsed(text: string, { delimiter }: Dialect): string[][] | string {
  try {
    return parse(text, { delimiter, record_delimiter: '\n', relax_column_count: true })
  } catch (error) {
    return REASONS[(error as { code?: string }).code ?? ''] ?? 'the row is not CSV'
  }
}

/** csv-parse's own messages quote the value, which may be what must not be kept. */
const REASONS: Record<string, string> = {
  INVALID_OPENING_QUOTE:
    'a quote stands inside a value that is not quoted; quote the value and double the quotes inside it',
  CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quote; double the quotes inside a quoted value',
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened here and not closed; double the quotes inside a quoted value',
}
