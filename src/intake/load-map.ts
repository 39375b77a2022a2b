import { readFileSync } from 'node:fs'
import { EVENT_SCHEMAS, EVENT_TYPES, type EventType } from '../model/event.ts'
import { didYouMean } from '../rules/problems.ts'
import type { Read } from './cell.ts'
import type { CsvMap, EventMap, MapProblem } from './map.ts'
import {
  flagOf,
  itemsOf,
  type Member,
  memberOf,
  membersOf,
  type Node,
  openMapSource,
  textOf,
} from './map-source.ts'
import { columnIndex, columnsIn, type FieldKind, type MapContext, readerOf } from './map-value.ts'
import { propertiesOf, schemaAt } from './validity.ts'
import { isWithheldName } from './withhold.ts'

export type LoadedMap = { ok: true; map: CsvMap } | { ok: false; problems: MapProblem[] }

const SETTINGS = ['columns', 'header', 'delimiter', 'quotes', 'events']

/** Reads a mapping file and checks it whole: every unknown field, column and setting is named with its place and a hint. docs/operate/intake.md */
export function loadMap(file: string): LoadedMap {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const message = `cannot read the map: ${(error as NodeJS.ErrnoException).code}`
    return { ok: false, problems: [{ line: 1, column: 1, message, hint: 'give the path of a YAML file' }] }
  }
  return parseMap(text)
}

export function parseMap(text: string): LoadedMap {
  const source = openMapSource(text)
  if (source.problems.length > 0) return { ok: false, problems: source.problems }
  const members = membersOf(source, source.root, 'a map', SETTINGS) ?? []
  const columns = columnsOf({ source, columns: [] }, memberOf(members, 'columns'))
  const context: MapContext = { source, columns }
  const events = itemsOf(source, memberOf(members, 'events'), '"events"').map((node) =>
    eventMap(context, node),
  )
  if (events.length === 0 && source.problems.length === 0)
    source.blame(source.root, 'no event comes of a row', 'name at least one under events')
  const map: CsvMap = {
    dialect: {
      delimiter: delimiterOf(context, memberOf(members, 'delimiter')),
      quotes: flagOf(source, memberOf(members, 'quotes'), '"quotes"', true),
    },
    header: flagOf(source, memberOf(members, 'header'), '"header"', true),
    columns,
    events: events.filter((event) => event !== null).map(({ event }) => event),
    secret: secretColumns(
      columns,
      events.flatMap((event) => event?.secret ?? []),
    ),
  }
  const problems = source.problems.sort((a, b) => a.line - b.line || a.column - b.column)
  return problems.length === 0 ? { ok: true, map } : { ok: false, problems }
}

function columnsOf({ source }: MapContext, node: Node): string[] {
  const names: string[] = []
  for (const item of itemsOf(source, node, '"columns"')) {
    const name = textOf(source, item, 'a column')
    if (name === null) continue
    if (names.includes(name))
      source.blame(item, `the column "${name}" is named twice`, 'name each column once')
    names.push(name)
  }
  return names
}

function delimiterOf({ source }: MapContext, node: Node): string {
  if (node === undefined) return ','
  const value: unknown = 'value' in node! ? node.value : null
  if (typeof value === 'string' && value.length === 1 && value !== '"' && value !== '\n' && value !== '\r')
    return value
  source.blame(node, '"delimiter" must be one character', 'as ";" or "\\t"')
  return ','
}

function eventMap(context: MapContext, node: Node): { event: EventMap; secret: number[] } | null {
  const { source } = context
  const members = membersOf(source, node, 'an event')
  const typeNode = members === null ? null : memberOf(members, 'type')
  if (members === null) return null
  const type = typeNode === undefined ? null : textOf(source, typeNode, '"type"')
  if (type === null || !(EVENT_TYPES as string[]).includes(type)) {
    source.blame(
      typeNode ?? node,
      type === null ? 'an event needs a type' : `type "${type}" is not known`,
      didYouMean(type ?? '', EVENT_TYPES),
    )
    return null
  }
  const onceNode = memberOf(members, 'once')
  const fields = members.filter(({ key }) => key !== 'type' && key !== 'once')
  const read = fields
    .map((field) => fieldMap(context, type as EventType, field))
    .filter((field) => field !== null)
  missingFields(context, type as EventType, fields, node)
  const event: EventMap = {
    type: type as EventType,
    once: onceNode === undefined ? null : columnIndex(context, onceNode),
    fields: read,
  }
  return { event, secret: read.flatMap(({ path, columns }) => (isSecret(path) ? columns : [])) }
}

interface FieldMap {
  path: string[]
  read: Read
  /** Positions of the columns it is read from. */
  columns: number[]
}

function fieldMap(context: MapContext, type: EventType, { key, at, value }: Member): FieldMap | null {
  const path = key.split('.')
  const kind = kindOf(type, path)
  if (kind === null) {
    context.source.blame(at, `${type} has no field "${key}"`, fieldHint(type, key))
    return null
  }
  const read = readerOf(context, value, kind)
  return read === null ? null : { path, read, columns: columnsIn(context, value) }
}

/** What a field takes, or null where the type has no such field or CSV cannot fill it. */
function kindOf(type: EventType, path: string[]): FieldKind | null {
  if (isExtra(path)) return 'text'
  const schema = schemaAt(EVENT_SCHEMAS[type], path)
  if (path.at(-1) === 'at' || path.at(-1) === 'createdAt') return 'time'
  switch (schema.type) {
    case 'string':
      return 'text'
    case 'integer':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'array':
      return schema.items?.type === 'string' ? 'list' : null
    default:
      return null
  }
}

/** `extra.x`, `post.extra.x`, `profile.extra.x`, `session.extra.x`: what the contract does not know, kept. */
const isExtra = (path: string[]): boolean =>
  /^(?:(?:post|profile|session)\.)?extra\.[\w-]{1,64}$/.test(path.join('.')) && path.at(-1) !== '__proto__'

const isSecret = (path: string[]): boolean => isWithheldName(path.at(-1)!)

const secretColumns = (columns: string[], fed: number[]): number[] => [
  ...new Set([...fed, ...columns.flatMap((name, index) => (isWithheldName(name) ? [index] : []))]),
]

function missingFields({ source }: MapContext, type: EventType, fields: Member[], node: Node): void {
  const named = new Set(fields.map(({ key }) => key))
  for (const field of requiredOf(type))
    if (!named.has(field)) source.blame(node, `${type} needs ${field}`, `add  ${field}: …  to this event`)
}

function requiredOf(type: EventType): string[] {
  const schema = EVENT_SCHEMAS[type] as unknown as { required: string[] }
  return schema.required
    .filter((name) => name !== 'type')
    .flatMap((name) => {
      const inside = schemaAt(EVENT_SCHEMAS[type], [name]) as { required?: string[]; type?: string }
      return inside.type === 'object' ? (inside.required ?? []).map((field) => `${name}.${field}`) : [name]
    })
}

function fieldHint(type: EventType, key: string): string {
  const near = didYouMean(key, fieldsOf(type))
  return near === '' ? `unknown fields may be kept as extra.${key.replace(/.*\./, '')}` : near
}

/** All fields of a type that CSV can fill. */
export function fieldsOf(type: EventType): string[] {
  const walk = (path: string[]): string[] => {
    const { properties } = schemaAt(EVENT_SCHEMAS[type], path)
    if (properties !== undefined && path.at(-1) !== 'extra')
      return Object.keys(properties).flatMap((name) => walk([...path, name]))
    return kindOf(type, path) === null ? [] : [path.join('.')]
  }
  return Object.keys(propertiesOf(EVENT_SCHEMAS[type]))
    .filter((name) => name !== 'type')
    .flatMap((name) => walk([name]))
}
