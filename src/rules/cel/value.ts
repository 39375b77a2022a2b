import { UNKNOWN, type Unknown } from '../scope.ts'
import type { Duration, Timestamp } from './time.ts'

/** An unsigned 64-bit integer. Signed ones are `bigint`, doubles are `number`. */
export class Uint {
  readonly value: bigint
  constructor(value: bigint) {
    this.value = value
  }
}

/**
 * An evaluation that failed: a value, not an exception, because `false && error` is false in CEL and a condition over
 * hostile input must never throw.
 */
export class CelError {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

/** A CEL map. Keys that are equal in CEL (`1`, `1u`, `1.0`) are one key. */
export class CelMap {
  readonly entries = new Map<string, { key: Value; value: Value }>()

  static of(pairs: Iterable<readonly [Value, Value]>): CelMap | CelError {
    const map = new CelMap()
    for (const [key, value] of pairs) {
      const name = typeof key === 'number' ? null : keyName(key)
      if (name === null) return new CelError('unsupported key type')
      if (map.entries.has(name)) return new CelError('repeated key')
      map.entries.set(name, { key, value })
    }
    return map
  }

  get(key: Value): Value | undefined {
    const name = keyName(key)
    return name === null ? undefined : this.entries.get(name)?.value
  }

  keys(): Value[] {
    return [...this.entries.values()].map(({ key }) => key)
  }
}

/** What a CEL expression can be worth. */
export type Value =
  | boolean
  | bigint
  | number
  | string
  | null
  | Uint
  | Uint8Array
  | Timestamp
  | Duration
  | readonly Value[]
  | CelMap
  | Unknown
  | CelError

/** True for what is no value to go on with: an error, or something that was not measured. */
export const isBad = (value: Value): value is Unknown | CelError =>
  value === UNKNOWN || value instanceof CelError

/** Of several bad operands: what is unknown outweighs an error, since measuring it might have cured the error. */
export const worse = (left: Value, right: Value): Value =>
  isBad(left) && left !== UNKNOWN && right === UNKNOWN ? right : isBad(left) ? left : right

export const noOverload = (name: string) => new CelError(`no such overload: ${name}`)

const INT_MIN = -(2n ** 63n)
const INT_MAX = 2n ** 63n - 1n
const UINT_MAX = 2n ** 64n - 1n

export const intOf = (value: bigint): bigint | CelError =>
  value < INT_MIN || value > INT_MAX ? new CelError('integer overflow') : value

export const uintOf = (value: bigint): Uint | CelError =>
  value < 0n || value > UINT_MAX ? new CelError('unsigned integer overflow') : new Uint(value)

function keyName(key: Value): string | null {
  switch (typeof key) {
    case 'string':
      return `s${key}`
    case 'boolean':
      return `b${key}`
    case 'bigint':
      return `n${key}`
    case 'number':
      return Number.isInteger(key) ? `n${BigInt(key)}` : `n${key}`
    default:
      return key instanceof Uint ? `n${key.value}` : null
  }
}

/** A number of any of the three kinds, as something JavaScript compares exactly; null for all else. */
export const numberOf = (value: Value): number | bigint | null =>
  typeof value === 'number' || typeof value === 'bigint' ? value : value instanceof Uint ? value.value : null
