import { SCORED_POLICIES, type ScoredPolicy } from '../model/policy-id.ts'
import type { Contribution, Scores, Span, SpeechAct, Stance } from '../model/reading.ts'
import type { Analysis } from './analysis.ts'
import { HEADS, type Head, type Model, sigmoid } from './classifier.ts'
import { maskOf, type Strength } from './frames/grammar.ts'
import { variantReasons } from './names.ts'
import { stands } from './stance.ts'

const YOU = maskOf('YOU')

/** At most this many reasons are given. */
export const CONTRIBUTIONS_MAX = 8
/** Reasons that weigh less say nothing to a reviewer. */
const WEIGHT_MIN = 0.15
/** A score below this needs no reasons. */
const TOLD_FROM = 0.1

/** What a text is worth before anything is known of it, in log-odds. */
export const BIAS = -5

/** Log-odds of a frame by itself, where training has not said otherwise. */
const ACT_WORTH: Record<Strength, number> = { strong: 7, fair: 4.8, weak: 2.2 }
const STRENGTHS = Object.keys(ACT_WORTH) as Strength[]

/** The policy an act falls under. */
const POLICY_OF_ACT: Record<SpeechAct, ScoredPolicy> = {
  threat: 'tvec2',
  conditional: 'tvec2',
  veiled: 'tvec2',
  leakage: 'tvec2',
  call: 'tvec8',
  wish: 'tvec8',
  praise: 'tvec7',
  recruitment: 'tvec6',
  support: 'tvec4',
  instruction: 'tvec5',
}

/** The head that answers for a policy; null where only terms speak. */
export function headOfPolicy(policy: ScoredPolicy): Head | null {
  switch (policy) {
    case 'tvec2':
    case 'tvec8':
      return 'violence'
    case 'tvec3':
      return null
    default:
      return policy
  }
}

const HELD: Record<string, number> = {
  'sign reports': -1.2,
  'sign condemns': -1.8,
  'sign figurative': -1.5,
  'sign jokes': -0.5,
  asked: -0.7,
}
const OWN: Record<Head, Record<string, number>> = {
  violence: {
    ...HELD,
    'against thing': -5,
    'against you': 0.3,
    'against group': 0.4,
    'against people': 0.3,
    time: 0.3,
    place: 0.2,
    means: 0.2,
  },
  tvec1: HELD,
  tvec4: HELD,
  tvec5: HELD,
  tvec6: HELD,
  tvec7: HELD,
  harassment: { 'class SLUR': 2, 'class YOU': 0.3 },
}

/** Log-odds of named features before training, which moves them where data speak. */
export const PRIORS: Record<Head, Record<string, number>> = Object.fromEntries(
  HEADS.map((head) => [head, { ...OWN[head], ...actPriors(head) }]),
) as Record<Head, Record<string, number>>

function actPriors(head: Head): Record<string, number> {
  const acts = (Object.keys(POLICY_OF_ACT) as SpeechAct[]).filter(
    (act) => headOfPolicy(POLICY_OF_ACT[act]) === head,
  )
  return Object.fromEntries(
    acts.flatMap((act) => STRENGTHS.map((strength) => [`${strength} ${act}`, ACT_WORTH[strength]])),
  )
}

interface Reason {
  reason: string
  weight: number
  span?: Span
}
/** A probability per policy, and why. */
export function scoresOf(
  analysis: Analysis,
  model: Model,
): { scores: Scores; contributions: Contribution[] } {
  const sums = sumsOf(analysis, model)
  const scores: Scores = {}
  const contributions: Contribution[] = []
  for (const policy of SCORED_POLICIES) {
    const head = headOfPolicy(policy)
    const terms = termReasons(policy, analysis)
    let x = head === null ? BIAS : sums[HEADS.indexOf(head)]!
    for (const { weight } of terms) x += weight
    if (head !== null) x = Math.max(x, floorOf(head, analysis))
    x = calibrated(x - elsewhere(policy, analysis), head, analysis.language, model)
    const score = Math.round(sigmoid(x) * 10_000) / 10_000
    scores[policy] = score
    if (score < TOLD_FROM) continue
    const reasons =
      head === null
        ? terms
        : [...terms, ...nameReasons(head, analysis, model), ...wordReasons(head, analysis, model)]
    for (const reason of reasons)
      contributions.push({ policy, ...reason, weight: Math.round(reason.weight * 100) / 100 })
  }
  contributions.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  return { scores, contributions: contributions.slice(0, CONTRIBUTIONS_MAX) }
}

/** A question that is likelier a threat or a call than not is none: `who will be man enough to …`. */
const MEANT_FROM = 0.5
/** Words of reporting in what is far likelier meant than not leave open whose words they are: a person looks. */
const OPEN_FROM = 0.7

/** The stance that scores leave: signs in single words do not outweigh the whole text. */
export function meant(stance: Stance, { harassment: _, ...scores }: Scores): Stance {
  const most = Math.max(scores.tvec2 ?? 0, scores.tvec8 ?? 0)
  if (stance === 'asks') return most >= MEANT_FROM ? 'asserts' : stance
  if (stance === 'reports') return Math.max(...Object.values(scores)) >= OPEN_FROM ? 'none' : stance
  return stance
}

/** Long texts have more n-grams, not more meaning. */
export const gramNorm = (length: number): number => 1 / Math.sqrt(length + 60)

const WIDTH: 7 = HEADS.length

/** Log-odds per head: the bias, named features, n-grams. */
function sumsOf({ features: { named, grams, length } }: Analysis, model: Model): Float64Array {
  const sums = new Float64Array(WIDTH)
  if (model.grams.length > 0) addGrams(grams, length, model.grams, sums)
  const weights = namedWeights(model)
  const bias = weights.get('bias')
  const norm = gramNorm(length)
  for (let head = 0; head < WIDTH; head++)
    sums[head] = sums[head]! * norm * model.scale[HEADS[head]!] + BIAS + (bias?.[head] ?? 0)
  for (const name of named) {
    const own = weights.get(name)
    if (own === undefined) continue
    for (let head = 0; head < WIDTH; head++) sums[head]! += own[head]!
  }
  return sums
}

/** A variable for each head: a loop over heads inside a loop over n-grams costs three times as much. */
function addGrams(grams: Int32Array, length: number, weights: Int8Array, sums: Float64Array): void {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let e = 0
  let f = 0
  let g = 0
  for (let i = 0; i < length; i++) {
    const at = grams[i * 2]! * WIDTH
    a += weights[at]!
    b += weights[at + 1]!
    c += weights[at + 2]!
    d += weights[at + 3]!
    e += weights[at + 4]!
    f += weights[at + 5]!
    g += weights[at + 6]!
  }
  sums.set([a, b, c, d, e, f, g])
}

const namedByModel = new WeakMap<Model, ReadonlyMap<string, Float64Array>>()

/** What each named feature is worth to each head: as learned, else its prior. */
function namedWeights(model: Model): ReadonlyMap<string, Float64Array> {
  const known = namedByModel.get(model)
  if (known !== undefined) return known
  const names = new Set(
    HEADS.flatMap((head) => [...Object.keys(model.named[head]), ...Object.keys(PRIORS[head])]),
  )
  const weights = new Map(
    [...names].map((name) => [
      name,
      Float64Array.from(HEADS, (head) => model.named[head][name] ?? PRIORS[head][name] ?? 0),
    ]),
  )
  namedByModel.set(model, weights)
  return weights
}

function nameReasons(head: Head, { features, frames }: Analysis, model: Model): Reason[] {
  const weights = namedWeights(model)
  const offset = HEADS.indexOf(head)
  const reasons: Reason[] = []
  for (const name of features.named) {
    const weight = weights.get(name)?.[offset] ?? 0
    if (Math.abs(weight) < WEIGHT_MIN) continue
    const span = frames.find((found) => `${found.strength} ${found.frame.act}` === name && stands(found))
      ?.frame.span
    reasons.push({ reason: inWords(name), weight, ...(span && { span }) })
  }
  return reasons
}

/** Words whose n-grams speak, as reasons: worked out only where somebody will read them. */
function wordReasons(head: Head, { features, units, spanOf }: Analysis, model: Model): Reason[] {
  if (model.grams.length === 0) return []
  const byUnit = new Float64Array(units.length)
  const offset = HEADS.indexOf(head)
  for (let i = 0; i < features.length; i++)
    byUnit[features.grams[i * 2 + 1]!]! += model.grams[features.grams[i * 2]! * WIDTH + offset]!
  const factor = model.scale[head] * gramNorm(features.length)
  const reasons: Reason[] = []
  byUnit.forEach((sum, at) => {
    const weight = sum * factor
    if (Math.abs(weight) < WEIGHT_MIN) return
    const { from, to, word } = units[at]!
    reasons.push({ reason: `“${word}” and the words beside it`, weight, span: spanOf(from, to) })
  })
  return reasons
}

/** A clear frame that its author means is worth this much at least, whatever stands around it. */
const FLOOR = 1.6

function floorOf(head: Head, { frames, stance }: Analysis): number {
  if (stance !== 'asserts') return Number.NEGATIVE_INFINITY
  const clear = frames.some(
    (found) =>
      found.strength === 'strong' &&
      stands(found) &&
      found.against !== 'thing' &&
      headOfPolicy(POLICY_OF_ACT[found.frame.act]) === head,
  )
  return clear ? FLOOR : Number.NEGATIVE_INFINITY
}

/** What a policy loses where the acts that were found fall under its neighbour. */
const ELSEWHERE = 6
/** What a call loses where the text says nothing of whether it is one or a threat. */
const UNSAID = 1.5
/** What praise, recruitment and the like lose where no frame says so. */
const UNFRAMED = 1

/** Threats and calls are one question to the model; acts tell whose answer it is. The others' words are only known from invented texts. */
function elsewhere(policy: ScoredPolicy, { frames, units }: Analysis): number {
  if (policy === 'harassment') return 0
  if (policy !== 'tvec2' && policy !== 'tvec8')
    return frames.some((found) => stands(found) && POLICY_OF_ACT[found.frame.act] === policy) ? 0 : UNFRAMED
  const standing = frames.filter(stands)
  const acts = new Set(
    standing.filter(({ strength }) => strength !== 'weak').map(({ frame }) => POLICY_OF_ACT[frame.act]),
  )
  if (acts.has(policy)) return 0
  if (acts.has(policy === 'tvec2' ? 'tvec8' : 'tvec2')) return ELSEWHERE
  const addressed = units.some(({ high, low }) => (low & YOU.low) !== 0 || (high & YOU.high) !== 0)
  return addressed === (policy === 'tvec2') ? 0 : UNSAID
}

function termReasons(policy: ScoredPolicy, { terms, stance }: Analysis): Reason[] {
  if (terms.length === 0) return []
  const reasons = new Map<string, Reason>()
  for (const { entry, span } of terms) {
    if (entry.policy !== policy || reasons.has(entry.term)) continue
    const weight = entry.weight * termShare(stance)
    reasons.set(entry.term, { reason: `the term “${entry.term}” of the bank ${entry.bank}`, weight, span })
  }
  return [...reasons.values(), ...variantReasons(policy, terms)]
}

/** How much of a term's worth is left where the author does not speak for himself. */
function termShare(stance: Stance): number {
  switch (stance) {
    case 'asserts':
    case 'none':
      return 1
    case 'asks':
    case 'jokes':
      return 0.6
    case 'reports':
    case 'quotes':
    case 'condemns':
    case 'figurative':
      return 0.3
  }
}

function calibrated(x: number, head: Head | null, language: string, { calibration }: Model): number {
  if (head === null) return x
  const known = calibration[head][language] ?? calibration[head]['und']
  return known === undefined ? x : known.slope * x + known.shift
}

const ACT_WORDS: Record<SpeechAct, string> = {
  threat: 'a threat by the author',
  conditional: 'a threat on a condition',
  veiled: 'a veiled threat',
  leakage: 'a hint at something about to happen',
  call: 'a call on others to commit violence',
  wish: 'a wish that people come to harm',
  praise: 'praise of violence or its doers',
  recruitment: 'an attempt to recruit',
  support: 'asking for or offering support',
  instruction: 'instruction in means of violence',
}

function inWords(name: string): string {
  const [kind, rest = ''] = name.split(/ (.*)/)
  switch (kind) {
    case 'strong':
    case 'fair':
    case 'weak':
      return `${ACT_WORDS[rest as SpeechAct]} (${kind})`
    case 'told':
      return `${ACT_WORDS[rest as SpeechAct]}, quoted or reported`
    case 'negated':
      return `${ACT_WORDS[rest as SpeechAct]}, denied by the grammar`
    case 'against':
      return `directed against ${rest}`
    case 'sign':
    case 'leans':
      return `signs that the author ${rest}`
    case 'class':
      return `a word of the kind ${rest.toLowerCase()}`
    default:
      return name
  }
}
