import { sha256 } from '../lib/hash.ts'

/** What is learned by itself. Threats (`tvec2`) and calls (`tvec8`) are one question to the model; which it is, frames tell. */
export const HEADS = ['violence', 'tvec1', 'tvec4', 'tvec5', 'tvec6', 'tvec7', 'harassment'] as const
export type Head = (typeof HEADS)[number]

/** Hashed n-grams share this many weights per head. A power of two. */
export const BUCKETS = 1 << 20

/** From log-odds to log-odds: `slope * x + shift`. */
export interface Calibration {
  slope: number
  shift: number
}

/** A linear model: weights in log-odds for hashed n-grams and for named features. Immutable. */
export interface Model {
  version: string
  /** `grams[bucket * HEADS.length + head] * scale[head]` */
  grams: Int8Array
  scale: Record<Head, number>
  named: Record<Head, Record<string, number>>
  /** Per language; `und` for the rest. */
  calibration: Record<Head, Record<string, Calibration>>
}

const byHead = <T>(value: () => T) =>
  Object.fromEntries(HEADS.map((head) => [head, value()])) as Record<Head, T>

/** Knows nothing: the grammar's priors decide. */
export const emptyModel = (): Model => ({
  version: 'none',
  grams: new Int8Array(0),
  scale: byHead(() => 0),
  named: byHead(() => ({})),
  calibration: byHead(() => ({})),
})

const FORMAT = 2
interface Header extends Pick<Model, 'scale' | 'named' | 'calibration'> {
  format: number
  heads: readonly Head[]
  buckets: number
}

const NEW_LINE = 0x0a

/** One line of JSON, then a byte per bucket and head. */
export function serializeModel({ grams, scale, named, calibration }: Omit<Model, 'version'>): Uint8Array {
  const header: Header = { format: FORMAT, heads: HEADS, buckets: BUCKETS, scale, named, calibration }
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`)
  const bytes = new Uint8Array(line.length + grams.length)
  bytes.set(line)
  bytes.set(new Uint8Array(grams.buffer, grams.byteOffset, grams.length), line.length)
  return bytes
}

/** The model in a file's bytes. Throws where they are of another version than the code. */
export function parseModel(bytes: Uint8Array): Model {
  const end = bytes.indexOf(NEW_LINE)
  const { format, heads, buckets, ...model } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(0, end)),
  ) as Header
  const grams = new Int8Array(new Uint8Array(bytes.subarray(end + 1)).buffer)
  const fits =
    format === FORMAT &&
    buckets === BUCKETS &&
    heads.join() === HEADS.join() &&
    grams.length === BUCKETS * HEADS.length
  if (!fits) throw new Error('the reader’s weights are of another version than its code: run `npm run train`')
  return { version: sha256(bytes).slice(0, 12), grams, ...model }
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
