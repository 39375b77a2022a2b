import { type Row, Unfit } from './cell.ts'
import type { Admitted, Door } from './door.ts'
import type { Fields } from './extra.ts'
import { refusedFor } from './jsonl.ts'
import { type Line, RAW_LENGTH_MAX, textLines } from './lines.ts'
import type { CsvMap, EventMap } from './map.ts'
import { type CsvRecord, createRecords } from './records.ts'

export { loadMap } from './load-map.ts'
export type { CsvMap } from './map.ts'

/**
 * Events out of a file of values, in chunks. Each row leads to as many events as the map says; a row or event that will not do is refused
 * with its line and a reason, and the rest goes on. Without the columns that the map names, the header is refused and nothing is read.
 */
export async function* readCsv(
  input: AsyncIterable<Uint8Array>,
  map: CsvMap,
  door: Door,
): AsyncGenerator<Line[]> {
  const records = createRecords(map.dialect)
  const reader = createReader(map, door)
  for await (const texts of textLines(input)) {
    const lines = records.push(texts).flatMap(reader.read)
    if (lines.length > 0) yield lines
    if (reader.hopeless()) return
  }
  const last = records.end().flatMap(reader.read)
  if (last.length > 0) yield last
}

function createReader(map: CsvMap, door: Door) {
  /** Where each of the map's columns stands in the file; null until the header was read. */
  let order: number[] | null = map.header ? null : map.columns.map((_, index) => index)
  let width = map.columns.length
  let rows = 0
  let hopeless = false
  const firstSights = map.events.map(() => createSights())

  const readHeader = (record: CsvRecord): Line[] => {
    const names = (record.cells ?? []).map((name) => name.trim())
    const missing = map.columns.filter((name) => !names.includes(name))
    const result = headerFault(
      record,
      missing,
      map.columns.filter((name) => names.indexOf(name) !== names.lastIndexOf(name)),
    )
    hopeless = result !== null
    order = map.columns.map((name) => names.indexOf(name))
    width = names.length
    return result === null ? [] : [{ line: record.line, result, raw: record.text.slice(0, RAW_LENGTH_MAX) }]
  }

  const readRow = (record: CsvRecord): Line[] => {
    rows += 1
    const { cells } = record
    if (cells === null) return [refusedRow(record, record.reason!, map)]
    if (cells.length !== width)
      return [refusedRow(record, `the row has ${cells.length} values; the file has ${width} columns`, map)]
    const row: Row = { number: rows, cell: (index) => cells[order![index]!]! }
    const lines: Line[] = []
    map.events.forEach((event, index) => {
      const sights = firstSights[index]!
      const sight = event.once === null ? null : row.cell(event.once)
      if (sight !== null && sights.seen(sight)) return
      const result = admitRow(event, row, door)
      // An event that was refused did not happen yet: a later row may do better.
      if (sight !== null && result.ok) sights.remember(sight)
      lines.push({ line: record.line, result, raw: result.ok ? '' : rawOf(record, row, map) })
    })
    return lines
  }

  return {
    hopeless: () => hopeless,
    read(record: CsvRecord): Line[] {
      if (hopeless) return []
      return order === null ? readHeader(record) : readRow(record)
    },
  }
}

function headerFault({ reason }: CsvRecord, missing: string[], twice: string[]): Admitted | null {
  if (reason !== null) return refusedFor(`the header cannot be read: ${reason}`)
  if (missing.length > 0)
    return refusedFor(`the header lacks ${missing.join(', ')}; the map names these columns`)
  return twice.length > 0 ? refusedFor(`the header names ${twice.join(', ')} more than once`) : null
}

function admitRow({ type, fields }: EventMap, row: Row, door: Door): Admitted {
  const raw: Fields = { type }
  for (const { path, read } of fields) {
    const value = read(row)
    if (value instanceof Unfit) {
      const id = typeof raw['id'] === 'string' ? raw['id'] : null
      return { ok: false, id, field: path.join('.'), reason: value.reason }
    }
    if (value !== undefined) put(raw, path, value)
  }
  return door.admit(raw)
}

function put(into: Fields, path: string[], value: unknown): void {
  let here = into
  for (const step of path.slice(0, -1)) here = (here[step] ??= {}) as Fields
  here[path.at(-1)!] = value
}

const refusedRow = (record: CsvRecord, reason: string, map: CsvMap): Line => ({
  line: record.line,
  result: refusedFor(reason),
  // Which value stands in which column is not known here, so nothing can be withheld from it: better to keep nothing.
  raw: map.secret.length > 0 ? '' : record.text.slice(0, RAW_LENGTH_MAX),
})

function rawOf({ text }: CsvRecord, row: Row, { secret }: CsvMap): string {
  for (const index of secret) {
    const value = row.cell(index)
    if (value === '') continue
    // In a quoted value its quotes stand doubled.
    text = text.replaceAll(value.replaceAll('"', '""'), '[withheld]').replaceAll(value, '[withheld]')
  }
  return text.slice(0, RAW_LENGTH_MAX)
}

/** Values remembered per event with `once`: twice this many at most. One forgotten leads to its event again, whose id is known by then. */
const SIGHTS_MAX = 250_000

function createSights() {
  let young = new Set<string>()
  let old = new Set<string>()
  return {
    seen: (value: string) => young.has(value) || old.has(value),
    remember(value: string) {
      if (young.size >= SIGHTS_MAX) {
        old = young
        young = new Set()
      }
      young.add(value)
    },
  }
}
