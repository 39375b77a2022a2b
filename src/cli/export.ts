import type { Store } from '../store/store.ts'
import { type Tools, UsageError } from './tools.ts'

export const EXPORTS = ['decisions', 'links', 'campaigns', 'threats', 'statements', 'ledger'] as const
export type ExportKind = (typeof EXPORTS)[number]

/** Columns of the CSV form, so that an empty export still has its header. Nested values are JSON in their cell. */
const COLUMNS: Record<ExportKind, string[]> = {
  decisions: 'id at subject account verdict policy rules actions mode automated pack gaps statement'.split(
    ' ',
  ),
  links: 'account closedAccount tier bits at trigger status waterfall'.split(' '),
  campaigns: 'id firstSeen detectedAt status degree hashtags urls members posts advice'.split(' '),
  threats: 'id openedAt grade veracity factors accounts posts'.split(' '),
  statements: [],
  ledger: 'seq at kind hash previous body'.split(' '),
}

/** `holdfast export KIND`: rows on standard output, in the order they were made. */
export async function exportRows(
  kind: string,
  options: { data: string; format: string },
  tools: Tools,
): Promise<void> {
  if (!EXPORTS.includes(kind as ExportKind))
    throw new UsageError(`cannot export "${kind}"; choose one of ${EXPORTS.join(', ')}`)
  if (options.format !== 'jsonl' && options.format !== 'csv') throw new UsageError('--format is jsonl or csv')
  const store = await tools.openStore(options.data)
  try {
    const write = options.format === 'csv' ? csvWriter(COLUMNS[kind as ExportKind]) : jsonlWriter()
    for await (const row of rowsOf(kind as ExportKind, store, tools)) await write.row(row)
    await write.end()
  } finally {
    await store.close()
  }
}

async function* rowsOf(kind: ExportKind, store: Store, tools: Tools): AsyncGenerator<object> {
  switch (kind) {
    case 'decisions':
      return yield* store.eachDecision()
    case 'links':
      return yield* store.eachLink()
    case 'campaigns':
      return yield* store.eachCampaign()
    case 'threats':
      return yield* store.eachThreat()
    case 'ledger':
      return yield* store.eachLedgerEntry()
    case 'statements':
      for await (const decision of store.eachDecision())
        if (decision.mode === 'live' && decision.verdict === 'restrict') yield tools.statementRow(decision)
  }
}

interface RowWriter {
  row(row: object): Promise<void>
  end(): Promise<void>
}

const FLUSH_LENGTH = 1 << 16

/** Buffers writes and waits where the reader at the other end of the pipe is slow. */
function buffered(): { write(text: string): Promise<void>; end(): Promise<void> } {
  let buffer = ''
  const flush = () =>
    new Promise<void>((resolve, reject) => {
      const text = buffer
      buffer = ''
      process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
    })
  return {
    async write(text) {
      buffer += text
      if (buffer.length > FLUSH_LENGTH) await flush()
    },
    end: flush,
  }
}

function jsonlWriter(): RowWriter {
  const out = buffered()
  return { row: (row) => out.write(`${JSON.stringify(row)}\n`), end: () => out.end() }
}

function csvWriter(known: string[]): RowWriter {
  const out = buffered()
  let columns: string[] | null = known.length > 0 ? known : null
  let headed = false
  const head = async () => {
    if (columns !== null && !headed) await out.write(`${columns.map(csvCell).join(',')}\r\n`)
    headed = columns !== null
  }
  return {
    async row(row) {
      columns ??= Object.keys(row)
      await head()
      const record = row as Record<string, unknown>
      await out.write(`${columns.map((column) => csvCell(record[column])).join(',')}\r\n`)
    },
    async end() {
      await head()
      await out.end()
    },
  }
}

/**
 * RFC 4180, and safe to open in a spreadsheet: content is hostile, and a cell that begins like a formula would run there,
 * so it gets a leading apostrophe (OWASP, CSV injection).
 */
export function csvCell(value: unknown): string {
  const text =
    value === null || value === undefined
      ? ''
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
