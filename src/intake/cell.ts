import { sha256 } from '../lib/hash.ts'
import { isoOf, isReal, parseIso, type WallTime, wallMs } from './time.ts'
import { quoted } from './validity.ts'
import type { Zone } from './zone.ts'

/*
 * From the values of one row to the value of one field.
 */

/** One row: its number counts from 1 after the header, and `cell` gives a value by the position of its column in the map. */
export interface Row {
  number: number
  cell(index: number): string
}

/** Why a field could not be filled from a row. */
export class Unfit {
  readonly reason: string
  constructor(reason: string) {
    this.reason = reason
  }
}

/** `undefined` where the row has nothing for the field. */
export type Read = (row: Row) => unknown

/** What one value becomes: `Unfit` where it is not what it should be. Never asked about an empty value. */
export type Convert = (value: string) => unknown

export const constant =
  (value: unknown): Read =>
  () =>
    value

/** An empty value is an absent one. */
export const column =
  (index: number, convert: Convert): Read =>
  (row) => {
    const value = row.cell(index)
    return value === '' ? undefined : convert(value)
  }

export const rowNumber =
  (prefix: string): Read =>
  (row) =>
    prefix + row.number

/** 128 bits of SHA-256 over the named values, each with its length, so that moving a letter from one to the next changes the id. */
export const hashed =
  (indexes: readonly number[], withRow: boolean, prefix: string): Read =>
  (row) => {
    let text = withRow ? `${row.number};` : ''
    for (const index of indexes) {
      const value = row.cell(index)
      text += `${value.length}:${value}`
    }
    return prefix + sha256(text).slice(0, HASH_HEX)
  }
const HASH_HEX = 32

/** A made-up time for files that have none: `start` and so many seconds more per row. */
export const counted =
  (startMs: number, everySeconds: number): Read =>
  (row) =>
    isoOf(startMs + (row.number - 1) * everySeconds * 1000) ??
    new Unfit('the made-up time of this row is past the year 2100')

export const asText =
  (prefix: string): Convert =>
  (value) =>
    prefix + value

export const asWholeNumber: Convert = (value) =>
  /^\s*-?\d{1,15}\s*$/.test(value) ? Number(value) : new Unfit(`${quoted(value)} is not a whole number`)

export const asBoolean =
  (yes: ReadonlySet<string>, no: ReadonlySet<string>): Convert =>
  (value) => {
    const word = value.trim().toLowerCase()
    if (yes.has(word)) return true
    return no.has(word)
      ? false
      : new Unfit(`${quoted(value)} is neither of ${[...yes].join(', ')} nor of ${[...no].join(', ')}`)
  }

export const asList =
  (separator: string): Convert =>
  (value) =>
    value
      .split(separator)
      .map((item) => item.trim())
      .filter((item) => item !== '')

/** A word that is not listed leaves the field absent. */
export const asListed =
  (words: ReadonlyMap<string, string>): Convert =>
  (value) =>
    words.get(value.trim())

export type TimeFormat = 'iso' | 'seconds' | 'milliseconds'

/** `zone` is where a time without offset was read off a clock; null refuses such times. */
export function asTime(format: string, zone: Zone | null): Convert {
  if (format === 'seconds') return asEpoch(1000)
  if (format === 'milliseconds') return asEpoch(1)
  return format === 'iso' ? asIso(zone) : asPattern(format, zone ?? (() => 0))
}

const asEpoch =
  (unitMs: number): Convert =>
  (value) => {
    const moment = /^\s*\d{1,14}(\.\d+)?\s*$/.test(value) ? isoOf(Math.floor(Number(value) * unitMs)) : null
    return (
      moment ??
      new Unfit(`${quoted(value)} is not a number of ${unitMs === 1 ? 'milliseconds' : 'seconds'} since 1970`)
    )
  }

const asIso =
  (zone: Zone | null): Convert =>
  (value) => {
    const parsed = parseIso(value.trim())
    if (parsed === null) return new Unfit(`${quoted(value)} is not an ISO 8601 time`)
    if (parsed.offsetMs === null && zone === null)
      return new Unfit(`${quoted(value)} names no offset; say in the map which zone it is in, as zone: UTC`)
    return moment(wallMs(parsed.wall), parsed.offsetMs === null ? zone! : () => parsed.offsetMs!, value)
  }

const TOKENS: Record<string, keyof WallTime> = {
  YYYY: 'year',
  MM: 'month',
  DD: 'day',
  HH: 'hour',
  mm: 'minute',
  ss: 'second',
  SSS: 'ms',
}

const TOKEN = /YYYY|MM|DD|HH|mm|SSS|ss/g

/** True for a pattern that names year, month and day: less is no time. */
export const isTimePattern = (pattern: string): boolean =>
  ['YYYY', 'MM', 'DD'].every((token) => pattern.split(token).length === 2) &&
  (pattern.match(TOKEN) ?? []).every((token, at, all) => all.indexOf(token) === at)

function asPattern(pattern: string, zone: Zone): Convert {
  const names = (pattern.match(TOKEN) ?? []).map((token) => TOKENS[token]!)
  const literal = pattern.split(TOKEN).map((text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  const widths = (pattern.match(TOKEN) ?? []).map((token) => `(\\d{${token.length}})`)
  const shape = new RegExp(`^${literal.map((text, index) => text + (widths[index] ?? '')).join('')}$`)
  return (value) => {
    const match = shape.exec(value.trim())
    if (match === null) return new Unfit(`${quoted(value)} is not a time of the form ${pattern}`)
    const wall: WallTime = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0, ms: 0 }
    names.forEach((name, index) => {
      wall[name] = Number(match[index + 1])
    })
    return isReal(wall) ? moment(wallMs(wall), zone, value) : new Unfit(`${quoted(value)} is not a time`)
  }
}

const moment = (wall: number, zone: Zone, value: string): unknown =>
  isoOf(wall - zone(wall)) ?? new Unfit(`${quoted(value)} is not a time between 1970 and 2100`)
