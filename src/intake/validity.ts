import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { EVENT_SCHEMAS, EVENT_TYPES, type EventType, INNER_EVENT_TYPES } from '../model/event.ts'
import { didYouMean, nearestTo } from '../rules/problems.ts'
import { type Fields, isFields } from './extra.ts'
import { isWithheldName } from './withhold.ts'

/*
 * Does a value keep the contract of its event type, and where not, which field and what to do about it. The schemas of the model are the
 * only source: what is said here is read off them.
 */

export interface Invalid {
  field: string | null
  reason: string
}

const validators = new Map(EVENT_TYPES.map((type) => [type as string, Compile(EVENT_SCHEMAS[type])]))
const inner = new Set<string>(INNER_EVENT_TYPES)
/** Characters of a value from outside that a reason repeats. */
const QUOTED_LENGTH_MAX = 60

export function invalidity(raw: unknown): Invalid | null {
  if (!isFields(raw)) return { field: null, reason: `an event is a JSON object, not ${kindOf(raw)}` }
  const type = raw['type']
  const validator = typeof type === 'string' ? validators.get(type) : undefined
  if (validator === undefined) return unknownType(type)
  return validator.Check(raw) ? null : explain(type as EventType, validator.Errors(raw), raw)
}

function unknownType(type: unknown): Invalid {
  if (type === undefined || type === null)
    return { field: 'type', reason: `type is missing; ${knownTypes('')}` }
  if (typeof type !== 'string') return { field: 'type', reason: `type must be a string, not ${kindOf(type)}` }
  if (inner.has(type))
    return {
      field: 'type',
      reason: `type ${quoted(type)} is written by Holdfast itself and not taken from outside`,
    }
  return { field: 'type', reason: `type ${quoted(type)} is not known; ${knownTypes(type)}` }
}

const knownTypes = (type: string): string => didYouMean(type, EVENT_TYPES)

type SchemaError = { keyword: string; instancePath: string; params: object }

/** The first fault that is one: where null is allowed too, that the value is not null is none. */
function explain(type: EventType, errors: SchemaError[], raw: Fields): Invalid {
  const told = errors.find(({ instancePath }) => !isUnionPath(errors, instancePath)) ?? errors[0]
  if (told === undefined) return { field: null, reason: `the event does not keep the contract of ${type}` }
  const path = told.instancePath.split('/').slice(1).map(unescaped)
  if (told.keyword === 'required') {
    const missing = (told.params as { requiredProperties: string[] }).requiredProperties[0]!
    return missingField([...path, missing], at(raw, path), EVENT_SCHEMAS[type])
  }
  const field = path.join('.')
  const value = at(raw, path)
  if (value === undefined || value === null)
    return missingField(path, at(raw, path.slice(0, -1)), EVENT_SCHEMAS[type])
  return {
    field,
    reason: `${field} must be ${wanted(schemaAt(EVENT_SCHEMAS[type], path))}, not ${shown(path, value)}`,
  }
}

/** What was sent instead. Reasons are kept: of what must not be kept they tell the kind alone. */
const shown = (path: string[], value: unknown): string =>
  path.some(isWithheldName) ? `a ${Array.isArray(value) ? 'list' : typeof value} such as this` : kindOf(value)

/** Of nested faults the innermost speaks: `post.media.0.id` rather than `post.media`. */
const isUnionPath = (errors: SchemaError[], path: string): boolean =>
  errors.some((error) => error.instancePath.startsWith(`${path}/`))

function missingField(path: string[], holder: unknown, schema: TSchema): Invalid {
  const field = path.join('.')
  const known = Object.keys(propertiesOf(schemaAt(schema, path.slice(0, -1))))
  const strangers = isFields(holder)
    ? Object.keys(holder)
        .filter((key) => !known.includes(key))
        .slice(0, 64)
    : []
  const meant = nearestTo(path.at(-1)!, strangers)
  const hint = meant === null ? '' : `; is it what you call ${quoted(meant)}?`
  return { field, reason: `${field} is missing: it must be ${wanted(schemaAt(schema, path))}${hint}` }
}

interface AnySchema {
  type?: string
  const?: unknown
  properties?: Record<string, AnySchema>
  items?: AnySchema
  anyOf?: AnySchema[]
  minLength?: number
  maxLength?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  pattern?: string
}

/** The schema without its `null`. */
const inhabited = (schema: AnySchema): AnySchema =>
  schema.anyOf?.find(({ type }) => type !== 'null') ?? schema

export const propertiesOf = (schema: TSchema): Record<string, AnySchema> =>
  inhabited(schema as AnySchema).properties ?? {}

export function schemaAt(schema: TSchema, path: string[]): AnySchema {
  let here = inhabited(schema as AnySchema)
  for (const step of path) {
    const next = here.properties?.[step] ?? here.items
    if (next === undefined) return {}
    here = inhabited(next)
  }
  return here
}

/** What a schema asks for, in words. */
export function wanted(schema: AnySchema): string {
  switch (schema.type) {
    case 'string':
      return wantedText(schema)
    case 'array':
      return `a list of at most ${schema.maxItems} values`
    case 'integer':
      return `a whole number of ${schema.minimum} or more`
    case 'number':
      return 'a number'
    case 'boolean':
      return 'true or false'
    default:
      return 'an object'
  }
}

function wantedText({ pattern, minLength, maxLength }: AnySchema): string {
  if (pattern === HEX_64) return '64 hexadecimal digits'
  return minLength
    ? `a string of ${minLength} to ${maxLength} characters`
    : `a string of at most ${maxLength} characters`
}
const HEX_64 = '^[0-9a-fA-F]{64}$'

function at(raw: unknown, path: string[]): unknown {
  for (const step of path) {
    if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, step)) return undefined
    raw = (raw as Fields)[step]
  }
  return raw
}

const unescaped = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~')

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return `a list of ${value.length}`
  switch (typeof value) {
    case 'string':
      return value.length > QUOTED_LENGTH_MAX ? `one of ${value.length}` : quoted(value)
    case 'object':
      return 'an object'
    case 'undefined':
      return 'nothing'
    default:
      return String(value).slice(0, QUOTED_LENGTH_MAX)
  }
}

export const quoted = (value: string): string =>
  value.length > QUOTED_LENGTH_MAX
    ? `${JSON.stringify(value.slice(0, QUOTED_LENGTH_MAX))} …`
    : JSON.stringify(value)
