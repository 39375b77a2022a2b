import { parse } from 'csv-parse/sync'
import { sha256 } from '../lib/hash.ts'
import { PROTECTED_KINDS, type ProtectedKind, type ProtectedPerson } from '../model/protected.ts'

/*
 * The register from a file: one line for each person or role, several forms apart by `;`. docs/operate/threats.md shows one.
 */

const COLUMNS = [
  'kind',
  'label',
  'office',
  'names',
  'handles',
  'accounts',
  'roles',
  'organisations',
  'member',
] as const
type Column = (typeof COLUMNS)[number]

export const CSV_BYTES_MAX = 10_000_000
export const PEOPLE_MAX = 20_000
const FORMS_MAX = 50
const FORM_LENGTH_MAX = 200

export interface CsvFault {
  line: number
  reason: string
}
export type PeopleResult = { ok: true; people: ProtectedPerson[] } | { ok: false; faults: CsvFault[] }

/** All or nothing: a file with a line that cannot be read puts nobody in. No fault repeats what a line says. */
export function peopleFrom(csv: string): PeopleResult {
  if (Buffer.byteLength(csv) > CSV_BYTES_MAX)
    return { ok: false, faults: [{ line: 1, reason: 'larger than 10 MB' }] }
  let rows: { record: Record<string, string>; info: { lines: number } }[]
  try {
    rows = parse(csv, {
      columns: true,
      bom: true,
      trim: true,
      info: true,
      skip_empty_lines: true,
      max_record_size: 100_000,
    })
  } catch (error) {
    return {
      ok: false,
      faults: [{ line: lineOf(error), reason: 'not a line of CSV as the first line announces it' }],
    }
  }
  const unknown = Object.keys(rows[0]?.record ?? {}).filter(
    (name) => !(COLUMNS as readonly string[]).includes(name),
  )
  if (unknown.length > 0 || rows.length === 0)
    return {
      ok: false,
      faults: [{ line: 1, reason: `the first line names columns among ${COLUMNS.join(', ')}` }],
    }
  if (rows.length > PEOPLE_MAX)
    return { ok: false, faults: [{ line: PEOPLE_MAX + 2, reason: `more than ${PEOPLE_MAX} entries` }] }
  const faults: CsvFault[] = []
  const people = new Map<string, ProtectedPerson>()
  for (const { record, info } of rows) {
    const result = personFrom(record)
    if (typeof result === 'string') faults.push({ line: info.lines, reason: result })
    else people.set(result.id, result)
  }
  return faults.length > 0
    ? { ok: false, faults: faults.slice(0, 50) }
    : { ok: true, people: [...people.values()] }
}

const lineOf = (error: unknown): number => {
  const { lines } = error as { lines?: number }
  return typeof lines === 'number' ? lines : 1
}

/** An entry, or why it is none. */
export function personFrom(record: Partial<Record<Column, string>>): ProtectedPerson | string {
  const text = (name: Column): string => record[name] ?? ''
  const forms = (name: Column): string[] => [
    ...new Set(
      text(name)
        .split(';')
        .map((form) => form.trim())
        .filter(Boolean),
    ),
  ]
  const kind = text('kind') as ProtectedKind
  const label = text('label')
  const [names, handles, accounts, roles, organisations] = (
    ['names', 'handles', 'accounts', 'roles', 'organisations'] as const
  ).map(forms) as [string[], string[], string[], string[], string[]]
  const all = [...names, ...handles, ...accounts, ...roles, ...organisations]
  if (!PROTECTED_KINDS.includes(kind)) return `the kind is one of ${PROTECTED_KINDS.join(', ')}`
  if (label === '' || label.length > FORM_LENGTH_MAX) return 'the label is missing or too long'
  if (all.length > FORMS_MAX) return `more than ${FORMS_MAX} forms`
  if (all.some((form) => form.length > FORM_LENGTH_MAX))
    return `a form is longer than ${FORM_LENGTH_MAX} characters`
  if (names.some(isTooCommon))
    return 'a name is two words at least, or eight letters: a shorter one matches everybody'
  if (handles.some((handle) => handle.replace(/^@/, '').length < 4))
    return 'a handle has four letters at least'
  if (roles.length > 0 !== organisations.length > 0)
    return 'a role’s words count beside words for the organisation: give both'
  if (names.length + handles.length + accounts.length + roles.length === 0)
    return 'there is nothing to know them by: names, handles, accounts, or roles'
  return {
    id: `pp-${sha256(JSON.stringify([kind, label, text('office')])).slice(0, 16)}`,
    kind,
    label,
    office: text('office') || null,
    names,
    handles,
    accounts,
    roles,
    organisations,
    member: text('member') || null,
  }
}

const isTooCommon = (name: string): boolean => {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length < 2 && [...(words[0] ?? '')].length < 8
}
