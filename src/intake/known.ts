import { EVENT_SCHEMAS, EVENT_TYPES, type EventType, MediaSchema, type RawEvent } from '../model/event.ts'
import type { Fields } from './extra.ts'
import { type Invalid, propertiesOf, schemaAt } from './validity.ts'

/*
 * Which fields the contract knows at each level, and which of them are identifiers: read off the schemas.
 */

const namesAt = (type: EventType, ...path: string[]): ReadonlySet<string> =>
  new Set(Object.keys(schemaAt(EVENT_SCHEMAS[type], path).properties ?? {}))

/** Fields of each type's own level, `extra` apart. */
export const KNOWN = Object.fromEntries(
  EVENT_TYPES.map((type) => {
    const names = new Set(Object.keys(propertiesOf(EVENT_SCHEMAS[type])))
    names.delete('extra')
    return [type, names]
  }),
) as unknown as Record<EventType, ReadonlySet<string>>

export const KNOWN_IN = {
  post: namesAt('post.created', 'post'),
  media: new Set(Object.keys(propertiesOf(MediaSchema))),
  profile: namesAt('account.created', 'profile'),
  avatar: namesAt('account.created', 'profile', 'avatar'),
  session: namesAt('session.seen', 'session'),
  report: namesAt('report.created', 'report'),
  appeal: namesAt('appeal.filed', 'appeal'),
  order: namesAt('order.received', 'order'),
}
export const ID_ALONE: ReadonlySet<string> = namesAt('post.deleted', 'post')

const isId = (name: string, { type, minLength }: { type?: string; minLength?: number }): boolean =>
  name !== 'handle' && type === 'string' && minLength === 1

/** Paths of the identifiers of each type, read off its schema. */
const IDS = new Map(EVENT_TYPES.map((type) => [type, idPaths(type)]))

function idPaths(type: EventType): IdPath[] {
  const schema = EVENT_SCHEMAS[type]
  return Object.entries(propertiesOf(schema)).flatMap(([name, { properties }]): IdPath[] => {
    if (isId(name, schemaAt(schema, [name]))) return [[name, null]]
    const inside = Object.keys(properties ?? {}).filter((field) =>
      isId(field, schemaAt(schema, [name, field])),
    )
    return inside.map((field) => [name, field])
  })
}
type IdPath = [name: string, inside: string | null]

/**
 * An id in which a character was lost (half a surrogate pair, or U+FFFD where someone before us could not decode it) is refused: two
 * different ids could have become one, and a decision fall on the wrong account. In prose such characters are kept as U+FFFD.
 */
export function brokenId(raw: RawEvent): Invalid | null {
  for (const [name, inside] of IDS.get(raw.type)!) {
    const holder = (raw as unknown as Fields)[name]
    const id = inside === null ? holder : (holder as Fields)[inside]
    if (typeof id !== 'string' || (id.isWellFormed() && !id.includes('\ufffd'))) continue
    const field = inside === null ? name : `${name}.${inside}`
    return {
      field,
      reason: `${field} holds a character that was lost on the way (U+FFFD or half a surrogate pair)`,
    }
  }
  return null
}
