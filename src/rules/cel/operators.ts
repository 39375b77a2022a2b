import { UNKNOWN } from '../scope.ts'
import { Duration, durationOf, Timestamp, timestampOf } from './time.ts'
import {
  CelError,
  CelMap,
  intOf,
  isBad,
  noOverload,
  numberOf,
  Uint,
  uintOf,
  type Value,
  worse,
} from './value.ts'

/** CEL equality: numbers across their kinds, lists and maps by content; different kinds are unequal, never an error. */
export function equals(left: Value, right: Value): boolean | CelError | typeof UNKNOWN {
  if (isBad(left) || isBad(right)) return worse(left, right) as CelError | typeof UNKNOWN
  if (typeof left === 'string' || typeof left === 'boolean' || left === null) return left === right
  const a = numberOf(left)
  // biome-ignore lint/suspicious/noDoubleEquals: a bigint and a double of the same size are equal in CEL
  if (a !== null) return a == (numberOf(right) ?? Number.NaN)
  if (left instanceof Timestamp) return right instanceof Timestamp && left.nanos === right.nanos
  if (left instanceof Duration) return right instanceof Duration && left.nanos === right.nanos
  if (left instanceof Uint8Array) return right instanceof Uint8Array && compareBytes(left, right) === 0
  if (left instanceof CelMap) return right instanceof CelMap && sameMap(left, right)
  if (Array.isArray(left)) return Array.isArray(right) && sameList(left, right)
  return false
}

const sameList = (left: Value[], right: Value[]): boolean =>
  left.length === right.length && left.every((value, index) => equals(value, right[index]!) === true)

function sameMap(left: CelMap, right: CelMap): boolean {
  if (left.entries.size !== right.entries.size) return false
  for (const [name, { value }] of left.entries) {
    const other = right.entries.get(name)
    if (other === undefined || equals(value, other.value) !== true) return false
  }
  return true
}

function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const shorter = Math.min(left.length, right.length)
  for (let i = 0; i < shorter; i++) if (left[i] !== right[i]) return left[i]! - right[i]!
  return left.length - right.length
}

export type Ordering = '<' | '<=' | '>' | '>='
type Ordered = number | bigint | string | boolean

const holds = (op: Ordering, a: Ordered, b: Ordered): boolean =>
  op === '<' ? a < b : op === '<=' ? a <= b : op === '>' ? a > b : a >= b

/** Text compares by UTF-16 code unit, a whole number with a double as doubles do, false before true. */
export function order(op: Ordering, left: Value, right: Value): Value {
  if (isBad(left) || isBad(right)) return worse(left, right)
  const a = numberOf(left)
  const b = numberOf(right)
  if (a !== null && b !== null)
    return typeof a === typeof b ? holds(op, a, b) : holds(op, Number(a), Number(b))
  if (typeof left === 'string' && typeof right === 'string') return holds(op, left, right)
  if (typeof left === 'boolean' && typeof right === 'boolean') return holds(op, left, right)
  if (left instanceof Timestamp && right instanceof Timestamp) return holds(op, left.nanos, right.nanos)
  if (left instanceof Duration && right instanceof Duration) return holds(op, left.nanos, right.nanos)
  if (left instanceof Uint8Array && right instanceof Uint8Array)
    return holds(op, compareBytes(left, right), 0)
  return noOverload(op)
}

export type Arithmetic = '+' | '-' | '*' | '/' | '%'

export function calculate(op: Arithmetic, left: Value, right: Value): Value {
  if (isBad(left) || isBad(right)) return worse(left, right)
  if (typeof left === 'number' && typeof right === 'number') return ofDoubles(op, left, right)
  if (typeof left === 'bigint' && typeof right === 'bigint') {
    const result = ofIntegers(op, left, right)
    return typeof result === 'bigint' ? intOf(result) : result
  }
  if (left instanceof Uint && right instanceof Uint) {
    const result = ofIntegers(op, left.value, right.value)
    return typeof result === 'bigint' ? uintOf(result) : result
  }
  if (op === '+') return join(left, right)
  return op === '-' ? subtractTimes(left, right) : noOverload(op)
}

function ofDoubles(op: Arithmetic, left: number, right: number): Value {
  switch (op) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    case '%':
      return noOverload('double % double')
  }
}

function ofIntegers(op: Arithmetic, left: bigint, right: bigint): bigint | CelError {
  switch (op) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return right === 0n ? new CelError('division by zero') : left / right
    case '%':
      return right === 0n ? new CelError('modulus by zero') : left % right
  }
}

function join(left: Value, right: Value): Value {
  if (typeof left === 'string' && typeof right === 'string') return left + right
  if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right]
  if (left instanceof Uint8Array && right instanceof Uint8Array) return Uint8Array.of(...left, ...right)
  if (left instanceof Timestamp && right instanceof Duration) return timestampOf(left.nanos + right.nanos)
  if (left instanceof Duration && right instanceof Timestamp) return timestampOf(left.nanos + right.nanos)
  if (left instanceof Duration && right instanceof Duration) return durationOf(left.nanos + right.nanos)
  return noOverload('+')
}

function subtractTimes(left: Value, right: Value): Value {
  if (left instanceof Timestamp && right instanceof Timestamp) return durationOf(left.nanos - right.nanos)
  if (left instanceof Timestamp && right instanceof Duration) return timestampOf(left.nanos - right.nanos)
  if (left instanceof Duration && right instanceof Duration) return durationOf(left.nanos - right.nanos)
  return noOverload('-')
}

export function negate(value: Value): Value {
  if (isBad(value)) return value
  if (typeof value === 'number') return -value
  return typeof value === 'bigint' ? intOf(-value) : noOverload('-')
}

/** `needle in hay`, for lists and maps' keys. */
export function contains(hay: Value, needle: Value): Value {
  if (isBad(hay) || isBad(needle)) return worse(needle, hay)
  if (hay instanceof CelMap) return hay.get(needle) !== undefined
  if (!Array.isArray(hay)) return noOverload('in')
  return hay.some((value) => equals(value, needle) === true)
}

/** `value.field` and `value[index]`. */
export function select(from: Value, key: Value): Value {
  if (isBad(from) || isBad(key)) return worse(from, key)
  if (from instanceof CelMap) {
    const found = from.get(key)
    return found === undefined ? new CelError('no such key') : found
  }
  if (!Array.isArray(from)) return noOverload('[]')
  const index = Number(numberOf(key) ?? Number.NaN)
  if (!Number.isInteger(index)) return new CelError('invalid index')
  return index >= 0 && index < from.length ? (from[index] as Value) : new CelError('index out of bounds')
}

/** `left && right` with errors and unknowns absorbed: false wins, then unknown, then the error. */
export function and(left: Value, right: Value): Value {
  if (left === false || right === false) return false
  return undecided(left, right, true)
}

export function or(left: Value, right: Value): Value {
  if (left === true || right === true) return true
  return undecided(left, right, false)
}

function undecided(left: Value, right: Value, neutral: boolean): Value {
  if (left === neutral && right === neutral) return neutral
  if (left === UNKNOWN || right === UNKNOWN) return UNKNOWN
  if (left instanceof CelError) return left
  if (right instanceof CelError) return right
  return noOverload(neutral ? '&&' : '||')
}
