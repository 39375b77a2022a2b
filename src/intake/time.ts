/*
 * Times as platforms write them, brought to one form: ISO 8601 in UTC with milliseconds.
 */

const YEAR_FIRST = 1970
const YEAR_LAST = 2100
const EARLIEST = Date.UTC(YEAR_FIRST, 0, 1)
const LATEST = Date.UTC(YEAR_LAST + 1, 0, 1) - 1

/** A moment on some clock on a wall, before its zone is known. Fields as people write them: months count from 1. */
export interface WallTime {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  ms: number
}

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)? ?([Zz]|[+-]\d\d(?::?\d\d)?)?$/
const CANONICAL_LENGTH = '2014-09-07T21:14:03.000Z'.length
const SECONDS_LENGTH = '2014-09-07T21:14:03Z'.length

/** ISO 8601 taken apart. `offsetMs` is null where the text names no zone, `dateOnly` true where it has no time of day. */
export function parseIso(
  text: string,
): { wall: WallTime; offsetMs: number | null; dateOnly: boolean } | null {
  const match = ISO.exec(text)
  if (match === null) return null
  const [, year, month, day, hour, minute, second, fraction, zone] = match
  const wall = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    ms: fraction === undefined ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3)),
  }
  const offsetMs = zone === undefined ? null : offsetOf(zone)
  return Number.isNaN(offsetMs) || !isReal(wall) ? null : { wall, offsetMs, dateOnly: hour === undefined }
}

/** `Z`, `+02`, `+0200` or `+02:00` in milliseconds; NaN where no clock on earth is that far off (RFC 3339 allows a day, zones use 14 h). */
export function offsetOf(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = zone.length > 3 ? Number(zone.slice(-2)) : 0
  if (hours > 14 || minutes > 59) return Number.NaN
  return (zone[0] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

/** False for the thirtieth of February and for 24:00; a leap second has no place in POSIX time and is refused too. */
export const isReal = ({ year, month, day, hour, minute, second }: WallTime): boolean =>
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  (day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate()) &&
  hour < 24 &&
  minute < 60 &&
  second < 60

export const wallMs = ({ year, month, day, hour, minute, second, ms }: WallTime): number =>
  Date.UTC(year, month - 1, day, hour, minute, second, ms)

/** The canonical form, or null outside the years 1970 to 2100. */
export const isoOf = (ms: number): string | null =>
  ms >= EARLIEST && ms <= LATEST ? new Date(ms).toISOString() : null

/**
 * A time with zone as `2014-09-07T21:14:03.000Z`; fractions past the millisecond are cut. Null for what is no time, names no zone, or
 * lies outside 1970 to 2100. A date alone counts as its first moment in UTC where `dateAlone` allows it.
 */
export function utcTime(text: string, { dateAlone = false } = {}): string | null {
  const parsed = parseIso(text)
  if (parsed === null) return null
  const { wall, offsetMs, dateOnly } = parsed
  if (dateOnly ? !dateAlone : offsetMs === null) return null
  // Most platforms send UTC already: what is there is kept, which costs a third of making it anew.
  if (text[10] === 'T' && /\dZ$/.test(text) && wall.year >= YEAR_FIRST && wall.year <= YEAR_LAST) {
    if (text.length === CANONICAL_LENGTH) return text.replace(',', '.')
    if (text.length === SECONDS_LENGTH) return `${text.slice(0, -1)}.000Z`
  }
  return isoOf(wallMs(wall) - (offsetMs ?? 0))
}
