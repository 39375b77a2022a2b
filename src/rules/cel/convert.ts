import {
  Duration,
  formatDuration,
  formatTimestamp,
  parseDuration,
  parseTimestamp,
  Timestamp,
  timestampOf,
} from './time.ts'
import { CelError, intOf, noOverload, Uint, uintOf, type Value } from './value.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })
const encoder = new TextEncoder()

/** Conversions between kinds, by the name of the target. Each returns an error value where the source does not fit. */
export const CONVERSIONS: Record<string, (value: Value) => Value> = {
  dyn: (value) => value,
  int: toInt,
  uint: toUint,
  double: toDouble,
  string: toText,
  bool: toBool,
  bytes: (value) =>
    typeof value === 'string'
      ? encoder.encode(value)
      : value instanceof Uint8Array
        ? value
        : noOverload('bytes'),
  timestamp: toTimestamp,
  duration: (value) =>
    value instanceof Duration
      ? value
      : typeof value === 'string'
        ? parseDuration(value)
        : noOverload('duration'),
}

function toInt(value: Value): Value {
  if (typeof value === 'bigint') return value
  if (value instanceof Uint) return intOf(value.value)
  if (typeof value === 'number') return wholeOf(value, 2 ** 63)
  if (typeof value === 'string' && /^-?\d{1,19}$/.test(value)) return intOf(BigInt(value))
  if (value instanceof Timestamp) return value.nanos / 1_000_000_000n
  return typeof value === 'string' ? new CelError('int() takes digits') : noOverload('int')
}

/** Doubles at the very edge do not fit: CEL leaves ±2^63 itself out on both sides. */
const wholeOf = (value: number, limit: number): Value =>
  Number.isFinite(value) && Math.abs(value) < limit
    ? BigInt(Math.trunc(value))
    : new CelError('integer overflow')

function toUint(value: Value): Value {
  if (value instanceof Uint) return value
  if (typeof value === 'bigint') return uintOf(value)
  if (typeof value === 'number')
    return Number.isFinite(value) && value >= 0 && value < 2 ** 64
      ? uintOf(BigInt(Math.trunc(value)))
      : new CelError('unsigned integer overflow')
  if (typeof value === 'string' && /^\d{1,20}$/.test(value)) return uintOf(BigInt(value))
  return typeof value === 'string' ? new CelError('uint() takes digits') : noOverload('uint')
}

const DOUBLE_TEXT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const SPECIAL_DOUBLES: Record<string, number> = {
  NaN: Number.NaN,
  Inf: Infinity,
  '+Inf': Infinity,
  '-Inf': -Infinity,
  Infinity: Infinity,
  '-Infinity': -Infinity,
}

function toDouble(value: Value): Value {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Uint) return Number(value.value)
  if (typeof value !== 'string') return noOverload('double')
  if (Object.hasOwn(SPECIAL_DOUBLES, value)) return SPECIAL_DOUBLES[value]!
  return DOUBLE_TEXT.test(value) ? Number(value) : new CelError('double() takes a number')
}

function toText(value: Value): Value {
  switch (typeof value) {
    case 'string':
      return value
    case 'boolean':
    case 'bigint':
      return String(value)
    case 'number':
      return value === Infinity ? '+Inf' : value === -Infinity ? '-Inf' : String(value)
    default:
      return objectToText(value)
  }
}

function objectToText(value: Value): Value {
  if (value instanceof Uint) return String(value.value)
  if (value instanceof Timestamp) return formatTimestamp(value)
  if (value instanceof Duration) return formatDuration(value)
  if (!(value instanceof Uint8Array)) return noOverload('string')
  try {
    return decoder.decode(value)
  } catch {
    return new CelError('bytes are not UTF-8')
  }
}

const TRUTHS = new Set(['1', 't', 'true', 'TRUE', 'True'])
const FALSEHOODS = new Set(['0', 'f', 'false', 'FALSE', 'False'])

function toBool(value: Value): Value {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string') return noOverload('bool')
  return TRUTHS.has(value) ? true : FALSEHOODS.has(value) ? false : new CelError('bool() takes true or false')
}

function toTimestamp(value: Value): Value {
  if (value instanceof Timestamp) return value
  if (typeof value === 'bigint') return timestampOf(value * 1_000_000_000n)
  return typeof value === 'string' ? parseTimestamp(value) : noOverload('timestamp')
}
