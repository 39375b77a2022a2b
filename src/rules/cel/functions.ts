import { CONVERSIONS } from './convert.ts'
import { TEXT_METHODS } from './text-functions.ts'
import { Duration, durationPart, Timestamp, timestampPart } from './time.ts'
import { CelError, CelMap, isBad, noOverload, type Value } from './value.ts'

/** A function over values that are all good: unknowns and errors are dealt with before it is called. */
export type CelFunction = (args: readonly Value[]) => Value

function size([value]: readonly Value[]): Value {
  if (typeof value === 'string') return BigInt(codePoints(value))
  if (value instanceof Uint8Array) return BigInt(value.length)
  if (value instanceof CelMap) return BigInt(value.entries.size)
  return Array.isArray(value) ? BigInt(value.length) : noOverload('size')
}

/** Code points, not code units, without building a list of them. */
export function codePoints(text: string): number {
  let count = text.length
  for (let i = 0; i < text.length - 1; i++) {
    const pair = (text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00
    if (pair) {
      count -= 1
      i += 1
    }
  }
  return count
}

function timePart(name: string): CelFunction {
  return ([value, zone]) => {
    if (value instanceof Duration && zone === undefined) return durationPart(value, name)
    if (!(value instanceof Timestamp)) return noOverload(name)
    if (zone !== undefined && typeof zone !== 'string') return noOverload(name)
    return timestampPart(value, name, zone ?? null)
  }
}

const TIME_PARTS = [
  'getFullYear',
  'getMonth',
  'getDate',
  'getDayOfMonth',
  'getDayOfWeek',
  'getDayOfYear',
  'getHours',
  'getMinutes',
  'getSeconds',
  'getMilliseconds',
]

/** Functions in the form `f(x)`. */
export const FUNCTIONS: ReadonlyMap<string, CelFunction> = new Map<string, CelFunction>([
  ['size', size],
  ...Object.entries(CONVERSIONS).map(([name, convert]): [string, CelFunction] => [
    name,
    ([value]) => convert(value!),
  ]),
])

/** Functions in the form `x.f(…)`; `x` is the first argument. */
export const METHODS: ReadonlyMap<string, CelFunction> = new Map<string, CelFunction>([
  ['size', size],
  ...Object.entries(TEXT_METHODS),
  ...TIME_PARTS.map((name): [string, CelFunction] => [name, timePart(name)]),
])

/** Calls a function: an unknown argument makes the call unknown, else the first error is its result. */
export function call(apply: CelFunction, args: readonly Value[]): Value {
  let bad: Value | undefined
  for (const arg of args) if (isBad(arg) && (bad === undefined || !(arg instanceof CelError))) bad = arg
  return bad === undefined ? apply(args) : bad
}
