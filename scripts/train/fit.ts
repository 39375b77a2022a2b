import { seededRandom } from '../../src/lib/random.ts'
import { BUCKETS, HEADS, type Head, sigmoid } from '../../src/reading/classifier.ts'
import { BIAS, gramNorm, PRIORS } from '../../src/reading/score.ts'
import type { Labels } from './texts.ts'

/** One text as numbers. */
export interface Row {
  grams: Int32Array
  named: Int32Array
  labels: Labels
  weight: number
}

export interface Fitted {
  /** `grams[bucket * HEADS.length + head]` */
  grams: Float32Array
  /** Per head, weights by place in `names`. */
  named: Float64Array[]
}

const WIDTH = HEADS.length
const EPOCHS = 5
const RATE_GRAMS = 0.15
const RATE_NAMED = 0.03
/** Pull towards nothing for n-grams, towards the prior for named features, per step. */
const PULL_GRAMS = 1e-3
const PULL_NAMED = 2e-3
const EPSILON = 1e-6

/**
 * Logistic regression by stochastic descent with a rate per weight (Duchi et al., AdaGrad, 2011). Named features start from, and are drawn
 * back to, what the grammar says they are worth. The same rows and seed give the same weights.
 */
export function fit(rows: Row[], names: string[], seed: number): Fitted {
  const grams = new Float32Array(BUCKETS * WIDTH)
  const gramSquares = new Float32Array(BUCKETS * WIDTH)
  const priors = HEADS.map((head) => Float64Array.from(names, (name) => PRIORS[head][name] ?? 0))
  const named = priors.map((prior) => prior.slice())
  const namedSquares = named.map(({ length }) => new Float64Array(length))
  const random = seededRandom(seed)
  // What a clear frame is worth is the grammar's to say: sets that do not label threats would talk it down.
  const pinned = names.map((name) => /^(strong|fair|against) /.test(name))
  const order = Int32Array.from(rows, (_, i) => i)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random)
    for (const index of order) step(rows[index]!)
  }
  return { grams, named }

  function step({ grams: buckets, named: places, labels, weight }: Row): void {
    const norm = gramNorm(buckets.length)
    for (let head = 0; head < WIDTH; head++) {
      const label = labels[HEADS[head]!]
      if (label === undefined) continue
      let x = BIAS
      for (const place of places) x += named[head]![place]!
      let sum = 0
      for (const bucket of buckets) sum += grams[bucket * WIDTH + head]!
      const error = (sigmoid(x + sum * norm) - label) * weight
      if (Math.abs(error) < 1e-3) continue
      const own = named[head]!
      const squares = namedSquares[head]!
      for (const place of places) {
        if (pinned[place]) continue
        const gradient = error + PULL_NAMED * (own[place]! - priors[head]![place]!)
        squares[place]! += gradient * gradient
        own[place]! -= (RATE_NAMED * gradient) / Math.sqrt(squares[place]! / 100 + EPSILON + 0.01)
      }
      for (const bucket of buckets) {
        const at = bucket * WIDTH + head
        const gradient = error * norm + PULL_GRAMS * grams[at]!
        gramSquares[at]! += gradient * gradient
        grams[at]! -= (RATE_GRAMS * gradient) / Math.sqrt(gramSquares[at]! + EPSILON)
      }
    }
  }
}

function shuffle(order: Int32Array, random: ReturnType<typeof seededRandom>): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
}

/** Log-odds of a row under fitted weights. */
export function oddsOf({ grams: buckets, named: places }: Row, head: Head, { grams, named }: Fitted): number {
  const offset = HEADS.indexOf(head)
  let x = BIAS
  for (const place of places) x += named[offset]![place]!
  let sum = 0
  for (const bucket of buckets) sum += grams[bucket * WIDTH + offset]!
  return x + sum * gramNorm(buckets.length)
}
