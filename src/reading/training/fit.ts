import { seededRandom } from '../../lib/random.ts'
import { BUCKETS, type Calibration, HEADS, type Head, type Model, sigmoid } from '../classifier.ts'
import { BIAS, gramNorm, PRIORS } from '../score.ts'

/** What a text says to a head: 1 it is, 0 it is not, absent: nobody said. */
export type Labels = Partial<Record<Head, 0 | 1>>

/** One text as numbers. */
export interface Row {
  /** Buckets of its n-grams. */
  grams: Int32Array
  /** Places of its named features in the list of names. */
  named: Int32Array
  /** For the start's calibration; without it, that of no language. */
  language?: string
  labels: Labels
  weight: number
}

export interface Fitted {
  /** `grams[bucket * HEADS.length + head]` */
  grams: Float32Array
  /** Per head, weights by place in `names`. */
  named: Float64Array[]
}

export interface Course {
  /** Where weights start, and what they are drawn back to; what it does not know starts from the grammar's priors. */
  start: Model
  seed: number
  epochs?: number
  /** How slowly weights of n-grams leave a start that knows something: what AdaGrad is told it has seen before. */
  caution?: number
  /** Names whose weights stay as they are. */
  frozen?: readonly string[]
  /** Called after each epoch. */
  progress?(epoch: number, epochs: number): void
}

export const EPOCHS = 5
const WIDTH = HEADS.length
const RATE_GRAMS = 0.15
const RATE_NAMED = 0.03
/** Pull towards the start, per step. */
const PULL_GRAMS = 1e-3
const PULL_NAMED = 2e-3
const EPSILON = 1e-6
/** A text that is right by this much teaches nothing. */
const ERROR_LEAST = 1e-3

const AS_IT_IS: Calibration = { slope: 1, shift: 0 }

/**
 * Logistic regression by stochastic descent with a rate per weight (Duchi et al., AdaGrad, 2011), from a start and drawn back to it. The
 * loss is that of the calibrated probability, which is what rules see. Without a start, named features begin with what the grammar says they
 * are worth. The same rows, start and seed give the same weights.
 */
export function fit(
  rows: readonly Row[],
  names: readonly string[],
  { start, seed, epochs = EPOCHS, caution = 0, frozen = [], progress }: Course,
): Fitted {
  const still = Uint8Array.from(names, (name) => (frozen.includes(name) ? 1 : 0))
  const origin = unpacked(start, names)
  const grams = origin.grams.slice()
  const gramSquares = new Float32Array(grams.length).fill(caution)
  const named = origin.named.map((weights) => weights.slice())
  const namedSquares = named.map(({ length }) => new Float64Array(length))
  const random = seededRandom(seed)
  const order = Int32Array.from(rows, (_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const index of order) step(rows[index]!)
    progress?.(epoch + 1, epochs)
  }
  return { grams, named }

  function step(row: Row): void {
    for (let head = 0; head < WIDTH; head++) {
      const label = row.labels[HEADS[head]!]
      if (label === undefined) continue
      const { slope, shift } = calibrationOf(start, HEADS[head]!, row.language ?? 'und')
      const error = (sigmoid(slope * sumOf(row, head, grams, named) + shift) - label) * row.weight
      if (Math.abs(error) >= ERROR_LEAST) correct(row, head, error)
    }
  }

  function correct({ grams: buckets, named: places }: Row, head: number, error: number): void {
    const own = named[head]!
    const from = origin.named[head]!
    const squares = namedSquares[head]!
    for (const place of places) {
      if (still[place] === 1) continue
      const gradient = error + PULL_NAMED * (own[place]! - from[place]!)
      squares[place]! += gradient * gradient
      own[place]! -= (RATE_NAMED * gradient) / Math.sqrt(squares[place]! / 100 + EPSILON + 0.01)
    }
    const norm = gramNorm(buckets.length)
    for (const bucket of buckets) {
      const at = bucket * WIDTH + head
      const gradient = error * norm + PULL_GRAMS * (grams[at]! - origin.grams[at]!)
      gramSquares[at]! += gradient * gradient
      grams[at]! -= (RATE_GRAMS * gradient) / Math.sqrt(gramSquares[at]! + EPSILON)
    }
  }
}

export const calibrationOf = ({ calibration }: Model, head: Head, language: string): Calibration =>
  calibration[head][language] ?? calibration[head]['und'] ?? AS_IT_IS

/** A model's weights as they are trained. A model without n-grams gives zeros. */
export function unpacked(model: Model, names: readonly string[]): Fitted {
  const grams = new Float32Array(BUCKETS * WIDTH)
  for (let at = 0; at < model.grams.length; at++)
    grams[at] = model.grams[at]! * model.scale[HEADS[at % WIDTH]!]
  const named = HEADS.map((head) =>
    Float64Array.from(names, (name) => model.named[head][name] ?? PRIORS[head][name] ?? 0),
  )
  return { grams, named }
}

/**
 * Fitted weights as a model holds them: a byte per bucket and head. The start's scale is kept, and weights that outgrow it are cut: what was not
 * moved stays what it was to the byte. Names the start knew and no text had are kept.
 */
export function packed(
  { grams, named }: Fitted,
  names: readonly string[],
  start: Pick<Model, 'named' | 'scale'>,
): Pick<Model, 'grams' | 'scale' | 'named'> {
  const bytes = new Int8Array(BUCKETS * WIDTH)
  const scale = {} as Record<Head, number>
  const byName = {} as Record<Head, Record<string, number>>
  HEADS.forEach((head, offset) => {
    let most = 0
    for (let at = offset; at < grams.length; at += WIDTH) most = Math.max(most, Math.abs(grams[at]!))
    scale[head] = start.scale[head] || most / 127
    if (most > 0)
      for (let at = offset; at < grams.length; at += WIDTH) bytes[at] = inByte(grams[at]! / scale[head])
    const own = names.map((name, place): [string, number] => [name, rounded(named[offset]![place]!)])
    byName[head] = { ...start.named[head], ...Object.fromEntries(own) }
  })
  return { grams: bytes, scale, named: byName }
}

const inByte = (x: number): number => Math.max(-127, Math.min(127, Math.round(x)))
const rounded = (x: number): number => Math.round(x * 1000) / 1000

/** Log-odds of a row under fitted weights, before calibration. */
export const oddsOf = (row: Row, head: Head, { grams, named }: Fitted): number =>
  sumOf(row, HEADS.indexOf(head), grams, named)

function sumOf(
  { grams: buckets, named: places }: Row,
  head: number,
  grams: Float32Array,
  named: Float64Array[],
): number {
  let x = BIAS
  for (const place of places) x += named[head]![place]!
  let sum = 0
  for (const bucket of buckets) sum += grams[bucket * WIDTH + head]!
  return x + sum * gramNorm(buckets.length)
}

function shuffle(order: Int32Array, random: ReturnType<typeof seededRandom>): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
}
