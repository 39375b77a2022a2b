import { CelError } from './value.ts'

const NANOS = 1_000_000_000n
/** Years 1 to 9999, as CEL bounds them. */
const SECONDS_MIN = -62_135_596_800n
const SECONDS_MAX = 253_402_300_799n
const DURATION_MAX = 315_576_000_000n * NANOS

/** A moment, in whole nanoseconds since 1970, UTC. */
export class Timestamp {
  readonly nanos: bigint
  constructor(nanos: bigint) {
    this.nanos = nanos
  }
}

/** A span of time in whole nanoseconds. */
export class Duration {
  readonly nanos: bigint
  constructor(nanos: bigint) {
    this.nanos = nanos
  }
}

export const timestampOf = (nanos: bigint): Timestamp | CelError =>
  nanos < SECONDS_MIN * NANOS || nanos >= (SECONDS_MAX + 1n) * NANOS
    ? new CelError('timestamp out of range')
    : new Timestamp(nanos)

export const durationOf = (nanos: bigint): Duration | CelError =>
  nanos < -DURATION_MAX || nanos > DURATION_MAX ? new CelError('duration out of range') : new Duration(nanos)

export const timestampOfMillis = (millis: number): Timestamp =>
  new Timestamp(BigInt(Math.trunc(millis)) * 1_000_000n)

const RFC3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/

export function parseTimestamp(text: string): Timestamp | CelError {
  const parts = RFC3339.exec(text)
  const millis = parts === null ? Number.NaN : Date.parse(`${parts[1]}${parts[3]}`)
  if (parts === null || Number.isNaN(millis)) return new CelError('timestamp() takes RFC 3339 text')
  return timestampOf(BigInt(millis) * 1_000_000n + BigInt((parts[2] ?? '').padEnd(9, '0')))
}

const UNIT_NANOS: Record<string, number> = { h: 3.6e12, m: 6e10, s: 1e9, ms: 1e6, us: 1e3, µs: 1e3, ns: 1 }
const DURATION_PART = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)/gy

/** `1h30m`, `-1.5s`, `0`: the form that Go and CEL share. Fractions below a nanosecond are dropped. */
export function parseDuration(text: string): Duration | CelError {
  const sign = text.startsWith('-') ? -1n : 1n
  const body = text.replace(/^[+-]/, '')
  if (body === '0') return new Duration(0n)
  let nanos = 0n
  let end = 0
  for (const part of body.slice(0, 64).matchAll(DURATION_PART)) {
    nanos += nanosOf(part[1]!, UNIT_NANOS[part[2]!]!)
    end = part.index + part[0].length
  }
  if (end === 0 || end !== body.length) return new CelError('duration() takes text such as 1h30m')
  return durationOf(sign * nanos)
}

/** Whole part exactly, fraction in tenths of a nano: durations of years keep their nanoseconds. */
function nanosOf(amount: string, unit: number): bigint {
  const [whole = '0', fraction = ''] = amount.split('.')
  const scale = 10n ** BigInt(fraction.length)
  return BigInt(whole || '0') * BigInt(unit) + (BigInt(fraction || '0') * BigInt(unit)) / scale
}

const fractionOf = (nanos: bigint): string =>
  nanos === 0n ? '' : `.${nanos.toString().padStart(9, '0').replace(/0+$/, '')}`

export function formatTimestamp({ nanos }: Timestamp): string {
  const seconds = floorDiv(nanos, NANOS)
  const whole = new Date(Number(seconds) * 1000).toISOString().slice(0, 19)
  return `${whole}${fractionOf(nanos - seconds * NANOS)}Z`
}

export function formatDuration({ nanos }: Duration): string {
  const size = nanos < 0n ? -nanos : nanos
  return `${nanos < 0n ? '-' : ''}${size / NANOS}${fractionOf(size % NANOS)}s`
}

const floorDiv = (left: bigint, right: bigint): bigint => {
  const quotient = left / right
  return left % right < 0n ? quotient - 1n : quotient
}

const ZONE = /^(?:UTC|Z|([+-]?)(\d\d):(\d\d))$/

/**
 * Parts of a moment in UTC or at a fixed offset (`+02:00`). Named zones are refused: their tables differ between machines
 * and years, and the same event must be judged alike for ever.
 */
export function timestampPart({ nanos }: Timestamp, part: string, zone: string | null): bigint | CelError {
  const offset = zone === null ? 0 : zoneMillis(zone)
  if (offset === null) return new CelError('a zone is UTC or an offset such as +02:00')
  const millis = floorDiv(nanos, 1_000_000n)
  const date = new Date(Number(millis) + offset)
  const found = datePart(date, part)
  return found === null ? new CelError(`no such part of a timestamp: ${part}`) : BigInt(found)
}

function zoneMillis(zone: string): number | null {
  const found = ZONE.exec(zone)
  if (found === null) return null
  if (found[2] === undefined) return 0
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) * 60_000
}

function datePart(date: Date, part: string): number | null {
  switch (part) {
    case 'getFullYear':
      return date.getUTCFullYear()
    case 'getMonth':
      return date.getUTCMonth()
    case 'getDate':
      return date.getUTCDate()
    case 'getDayOfMonth':
      return date.getUTCDate() - 1
    case 'getDayOfWeek':
      return date.getUTCDay()
    case 'getDayOfYear':
      return Math.floor(
        (date.getTime() - new Date(0).setUTCFullYear(date.getUTCFullYear(), 0, 1)) / 86_400_000,
      )
    case 'getHours':
      return date.getUTCHours()
    case 'getMinutes':
      return date.getUTCMinutes()
    case 'getSeconds':
      return date.getUTCSeconds()
    case 'getMilliseconds':
      return date.getUTCMilliseconds()
    default:
      return null
  }
}

export function durationPart({ nanos }: Duration, part: string): bigint | CelError {
  switch (part) {
    case 'getHours':
      return nanos / (3_600n * NANOS)
    case 'getMinutes':
      return nanos / (60n * NANOS)
    case 'getSeconds':
      return nanos / NANOS
    case 'getMilliseconds':
      return (nanos / 1_000_000n) % 1000n
    default:
      return new CelError(`no such part of a duration: ${part}`)
  }
}
