import { isMap, isScalar, isSeq } from 'yaml'
import { didYouMean } from '../rules/problems.ts'
import {
  asBoolean,
  asList,
  asListed,
  asText,
  asTime,
  asWholeNumber,
  type Convert,
  column,
  constant,
  counted,
  hashed,
  isTimePattern,
  type Read,
  rowNumber,
} from './cell.ts'
import { itemsOf, type MapSource, type Member, memberOf, membersOf, type Node, textOf } from './map-source.ts'
import { utcTime } from './time.ts'
import { type Zone, zoneOf } from './zone.ts'

/** What kind of value a field takes. */
export type FieldKind = 'text' | 'list' | 'number' | 'boolean' | 'time'

export interface MapContext {
  source: MapSource
  columns: string[]
}

const FORMS =
  'a column’s name, { column: … }, { constant: … }, { hash: […] }, { row: true } or { start: …, everySeconds: … }'
const KEYS = {
  column: ['column', 'prefix', 'words', 'split', 'time', 'zone', 'yes', 'no'],
  constant: ['constant'],
  hash: ['hash', 'row', 'prefix'],
  row: ['row', 'prefix'],
  start: ['start', 'everySeconds'],
} as const

/** How a field is filled, or null with a complaint. */
export function readerOf(context: MapContext, node: Node, kind: FieldKind): Read | null {
  const { source } = context
  if (isScalar(node)) return plainColumn(context, node, kind)
  if (!isMap(node)) {
    source.blame(node, 'this says nothing about where the value comes from', `write ${FORMS}`)
    return null
  }
  const written = membersOf(source, node, 'a value')!
  const form = (Object.keys(KEYS) as (keyof typeof KEYS)[]).find((key) =>
    written.some((member) => member.key === key),
  )
  if (form === undefined) {
    source.blame(node, 'this says nothing about where the value comes from', `write ${FORMS}`)
    return null
  }
  const members = membersOf(source, node, `a value with "${form}"`, KEYS[form])!
  switch (form) {
    case 'column':
      return columnReader(context, members, kind)
    case 'constant':
      return constantReader(source, memberOf(members, 'constant'), kind)
    case 'hash':
      return hashReader(context, members)
    case 'row':
      return rowNumber(optionalText(source, members, 'prefix'))
    case 'start':
      return countedReader(source, members)
  }
}

export function columnIndex({ source, columns }: MapContext, node: Node): number | null {
  const name = textOf(source, node, 'a column')
  if (name === null) return null
  const index = columns.indexOf(name)
  if (index >= 0) return index
  source.blame(node, `there is no column "${name}"`, didYouMean(name, columns))
  return null
}

/** Positions of the columns that a checked value is read from. */
export function columnsIn({ columns }: MapContext, node: Node): number[] {
  const hashedNames: unknown = isMap(node) ? node.get('hash') : null
  const names = isSeq(hashedNames) ? (hashedNames.toJSON() as unknown[]) : []
  const name: unknown = isMap(node) ? node.get('column') : isScalar(node) ? node.value : null
  return [...names, name].map((each) => columns.indexOf(String(each))).filter((index) => index >= 0)
}

function plainColumn(context: MapContext, node: Node, kind: FieldKind): Read | null {
  const index = columnIndex(context, node)
  const convert = converter(context.source, [], kind, node)
  return index === null || convert === null ? null : column(index, convert)
}

function columnReader(context: MapContext, members: Member[], kind: FieldKind): Read | null {
  const index = columnIndex(context, memberOf(members, 'column'))
  const convert = converter(context.source, members, kind, memberOf(members, 'column'))
  return index === null || convert === null ? null : column(index, convert)
}

function converter(source: MapSource, members: Member[], kind: FieldKind, node: Node): Convert | null {
  for (const { key, at } of members)
    if (!FITTING[kind].includes(key))
      source.blame(at, `"${key}" does not fit a field that takes ${KIND_WORDS[kind]}`, '')
  switch (kind) {
    case 'number':
      return asWholeNumber
    case 'boolean':
      return asBoolean(words(source, members, 'yes', YES), words(source, members, 'no', NO))
    case 'list': {
      const separator = optionalText(source, members, 'split')
      if (separator !== '') return asList(separator)
      source.blame(
        node,
        'this field takes a list',
        'say what stands between its values, as { column: …, split: "," }',
      )
      return null
    }
    case 'time':
      return timeConverter(source, members)
    case 'text': {
      const listed = memberOf(members, 'words')
      return listed === undefined
        ? asText(optionalText(source, members, 'prefix'))
        : wordsConverter(source, listed)
    }
  }
}

const FITTING: Record<FieldKind, string[]> = {
  text: ['column', 'prefix', 'words'],
  list: ['column', 'split'],
  number: ['column'],
  boolean: ['column', 'yes', 'no'],
  time: ['column', 'time', 'zone'],
}
const KIND_WORDS: Record<FieldKind, string> = {
  text: 'text',
  list: 'a list',
  number: 'a whole number',
  boolean: 'true or false',
  time: 'a time',
}
const YES = ['true', 'yes', '1', 't', 'y']
const NO = ['false', 'no', '0', 'f', 'n']

function words(source: MapSource, members: Member[], key: string, usual: string[]): Set<string> {
  const node = memberOf(members, key)
  if (node === undefined) return new Set(usual)
  const listed = itemsOf(source, node, `"${key}"`).map((item) => textOf(source, item, 'a word'))
  return new Set(listed.filter((word) => word !== null).map((word) => word.toLowerCase()))
}

function wordsConverter(source: MapSource, node: Node): Convert | null {
  const members = membersOf(source, node, '"words"')
  if (members === null) return null
  return asListed(new Map(members.map(({ key, value }) => [key, textOf(source, value, 'a word') ?? ''])))
}

function timeConverter(source: MapSource, members: Member[]): Convert | null {
  const format = optionalText(source, members, 'time') || 'iso'
  const zoneNode = memberOf(members, 'zone')
  const zone = zoneNode === undefined ? null : zoneIn(source, zoneNode)
  const epoch = format === 'seconds' || format === 'milliseconds'
  if (format !== 'iso' && !epoch && !isTimePattern(format)) {
    source.blame(memberOf(members, 'time'), `"${format}" is not a form of time`, TIME_HINT)
    return null
  }
  if (format !== 'iso' && !epoch && zoneNode === undefined) {
    source.blame(memberOf(members, 'time'), 'such a time names no zone', 'say which it is in, as zone: UTC')
    return null
  }
  return asTime(format, zone)
}
const TIME_HINT =
  'write iso, seconds, milliseconds, or a pattern of YYYY MM DD and HH mm ss SSS, as "YYYY-MM-DD HH:mm:ss"'

function zoneIn(source: MapSource, node: Node): Zone | null {
  const name = textOf(source, node, '"zone"')
  const zone = name === null ? null : zoneOf(name)
  if (zone === null)
    source.blame(
      node,
      `"${name}" is not a zone`,
      'write UTC, an offset such as +02:00, or a name such as Europe/Paris',
    )
  return zone
}

function constantReader(source: MapSource, node: Node, kind: FieldKind): Read | null {
  const value: unknown = isScalar(node) ? node.value : node?.toJSON()
  if (FITS[kind](value)) return constant(value)
  source.blame(node, `this field takes ${KIND_WORDS[kind]}`, kind === 'time' ? 'as 2014-09-07T21:14:03Z' : '')
  return null
}

const FITS: Record<FieldKind, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string',
  list: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  number: (value) => Number.isSafeInteger(value),
  boolean: (value) => typeof value === 'boolean',
  time: (value) => typeof value === 'string' && utcTime(value) !== null,
}

function hashReader(context: MapContext, members: Member[]): Read | null {
  const { source } = context
  const named = itemsOf(source, memberOf(members, 'hash'), '"hash"').map((item) => columnIndex(context, item))
  if (named.some((index) => index === null)) return null
  const withRow = members.some(({ key }) => key === 'row')
  if (named.length === 0 && !withRow) {
    source.blame(
      memberOf(members, 'hash'),
      'a hash of nothing is the same for every row',
      'name the columns that tell rows apart',
    )
    return null
  }
  return hashed(named as number[], withRow, optionalText(source, members, 'prefix'))
}

function countedReader(source: MapSource, members: Member[]): Read | null {
  const start = utcTime(optionalText(source, members, 'start'))
  const every = Number(optionalText(source, members, 'everySeconds'))
  if (start !== null && every > 0) return counted(Date.parse(start), every)
  source.blame(
    memberOf(members, start === null ? 'start' : 'everySeconds') ?? memberOf(members, 'start'),
    start === null ? '"start" must be a time with offset' : '"everySeconds" must be a number above 0',
    'as { start: "2020-01-01T00:00:00Z", everySeconds: 1 }',
  )
  return null
}

function optionalText(source: MapSource, members: Member[], key: string): string {
  const node = memberOf(members, key)
  return node === undefined ? '' : (textOf(source, node, `"${key}"`) ?? '')
}
