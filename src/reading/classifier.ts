import { sha256 } from '../lib/hash.ts'

/** What is learned: whether a text threatens or calls for violence, and whether it insults. */
export const HEADS = ['violence', 'harassment'] as const
export type Head = (typeof HEADS)[number]

/** Hashed n-grams share this many weights per head. A power of two. */
export const BUCKETS = 1 << 18

/** A linear model: weights in log-odds for hashed n-grams and for named features. Immutable. */
export interface Model {
  version: string
  grams: Record<Head, { weights: Int8Array; scale: number }>
  named: Record<Head, Record<string, number>>
  /** Per language: log-odds become `slope * x + shift`. `und` for the rest. */
  calibration: Record<Head, Record<string, { slope: number; shift: number }>>
}

export const emptyModel = (): Model => ({
  version: 'none',
  grams: { violence: noGrams(), harassment: noGrams() },
  named: { violence: {}, harassment: {} },
  calibration: { violence: {}, harassment: {} },
})
const noGrams = () => ({ weights: new Int8Array(BUCKETS), scale: 0 })

interface Header {
  format: 1
  buckets: number
  scale: Record<Head, number>
  named: Model['named']
  calibration: Model['calibration']
}

const NEW_LINE = 0x0a

/** One line of JSON, then a byte per bucket and head. */
export function serializeModel(model: Model): Uint8Array {
  const header: Header = {
    format: 1,
    buckets: BUCKETS,
    scale: { violence: model.grams.violence.scale, harassment: model.grams.harassment.scale },
    named: model.named,
    calibration: model.calibration,
  }
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`)
  const bytes = new Uint8Array(line.length + HEADS.length * BUCKETS)
  bytes.set(line)
  HEADS.forEach((head, i) => {
    const { weights } = model.grams[head]
    bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, BUCKETS), line.length + i * BUCKETS)
  })
  return bytes
}

export function parseModel(bytes: Uint8Array): Model {
  const end = bytes.indexOf(NEW_LINE)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as Header
  if (header.format !== 1 || header.buckets !== BUCKETS || bytes.length !== end + 1 + HEADS.length * BUCKETS)
    throw new Error('the reader’s weights are of another version than its code; run `npm run train`')
  const grams = (i: number) =>
    new Int8Array(bytes.slice(end + 1 + i * BUCKETS, end + 1 + (i + 1) * BUCKETS).buffer)
  return {
    version: sha256(bytes).slice(0, 12),
    grams: {
      violence: { weights: grams(0), scale: header.scale.violence },
      harassment: { weights: grams(1), scale: header.scale.harassment },
    },
    named: header.named,
    calibration: header.calibration,
  }
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
export const logit = (p: number): number => Math.log(p / (1 - p))
