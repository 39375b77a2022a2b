import { SCORED_POLICIES, type ScoredPolicy } from '../model/policy-id.ts'
import type { Contribution, Scores, Span, SpeechAct, Stance } from '../model/reading.ts'
import { type Head, type Model, sigmoid } from './classifier.ts'
import type { Features } from './features.ts'
import type { Found } from './frames/frames.ts'
import type { Strength, Unit } from './frames/grammar.ts'
import { stands } from './stance.ts'
import type { TermEntry } from './terms.ts'

/** At most this many reasons are given. */
export const CONTRIBUTIONS_MAX = 8
/** Reasons that weigh less say nothing to a reviewer. */
const WEIGHT_MIN = 0.15

/** What a text is worth before anything is known of it, in log-odds. */
const BIAS = -5

/** Log-odds of a frame by itself, where training has not said otherwise. */
const ACT_WORTH: Record<Strength, number> = { strong: 7, fair: 4.8, weak: 2.2 }

/** Priors of named features for violence: training moves them where data speak. */
export const VIOLENCE_PRIORS: Record<string, number> = {
  ...Object.fromEntries(
    (['threat', 'conditional', 'veiled', 'leakage', 'call', 'wish'] as const).flatMap((act) =>
      (['strong', 'fair', 'weak'] as const).map((strength) => [`${strength} ${act}`, ACT_WORTH[strength]]),
    ),
  ),
  'against thing': -5,
  'against you': 0.3,
  'against group': 0.4,
  'against people': 0.3,
  time: 0.3,
  place: 0.2,
  means: 0.2,
  asked: -1,
  'sign reports': -1.2,
  'sign condemns': -1.8,
  'sign jokes': -0.8,
  'sign figurative': -2.5,
  'sign quotes': -1,
}

const HARASSMENT_PRIORS: Record<string, number> = { 'class SLUR': 2, 'class YOU': 0.3 }
export const PRIORS: Record<Head, Record<string, number>> = {
  violence: VIOLENCE_PRIORS,
  harassment: HARASSMENT_PRIORS,
}

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

export interface ToScore {
  model: Model
  language: string
  features: Features
  frames: Found[]
  units: Unit[]
  stance: Stance
  terms: { entry: TermEntry; span: Span }[]
  spanOf(from: number, to: number): Span
}

interface Reason {
  reason: string
  weight: number
  span?: Span
}

/** A probability per policy, and why. */
export function scoresOf(input: ToScore): { scores: Scores; contributions: Contribution[] } {
  const reasons = new Map<ScoredPolicy, Reason[]>()
  const violence = headOf('violence', input)
  const harassment = headOf('harassment', input)
  const scores: Scores = {}
  for (const policy of SCORED_POLICIES) {
    const own = termReasons(policy, input)
    const frames = frameReasons(policy, input)
    const head =
      policy === 'harassment' ? harassment : policy === 'tvec2' || policy === 'tvec8' ? violence : null
    const found = head === null ? [...frames, ...own] : [...head.reasons, ...own]
    let x = (head?.total ?? BIAS + sum(frames)) + sum(own)
    if (policy === 'tvec2' || policy === 'tvec8') x -= elsewhere(policy, input)
    else if (head === null && found.length > 0) x -= stanceCost(input.stance)
    scores[policy] = Math.round(sigmoid(calibrated(x, policy, input)) * 10_000) / 10_000
    reasons.set(policy, found)
  }
  return { scores, contributions: strongest(reasons, scores) }
}

const sum = (reasons: Reason[]): number => reasons.reduce((total, { weight }) => total + weight, 0)

function headOf(
  head: Head,
  { model, features, units, spanOf, frames }: ToScore,
): { total: number; reasons: Reason[] } {
  const reasons: Reason[] = []
  let total = BIAS
  for (const name of features.named.keys()) {
    const weight = model.named[head][name] ?? PRIORS[head][name] ?? 0
    total += weight
    if (Math.abs(weight) >= WEIGHT_MIN) {
      const span =
        head === 'violence'
          ? frames.find((found) => `${found.strength} ${found.frame.act}` === name)?.frame.span
          : undefined
      reasons.push({ reason: inWords(name), weight, ...(span && { span }) })
    }
  }
  const { weights, scale } = model.grams[head]
  if (scale === 0) return { total, reasons }
  const byUnit = new Float32Array(units.length)
  const norm = gramNorm(features.length)
  for (let i = 0; i < features.length; i++) {
    const weight = weights[features.grams[i * 2]!]! * scale * norm
    byUnit[features.grams[i * 2 + 1]!]! += weight
    total += weight
  }
  const quiet = total < QUIET
  if (!quiet)
    byUnit.forEach((weight, at) => {
      if (Math.abs(weight) < WEIGHT_MIN) return
      const { from, to, word } = units[at]!
      reasons.push({ reason: `the word “${word}” and its neighbours`, weight, span: spanOf(from, to) })
    })
  return { total, reasons }
}

/** Log-odds below which nobody asks why. */
const QUIET = -3

/** Long texts have more n-grams, not more meaning. */
export const gramNorm = (length: number): number => (length === 0 ? 0 : 1 / Math.sqrt(length + 60))

/** What a policy loses where the acts that were found fall under its neighbour. */
const ELSEWHERE = 4

function elsewhere(policy: ScoredPolicy, { frames }: ToScore): number {
  const acts = frames.filter(stands).map(({ frame }) => POLICY_OF_ACT[frame.act])
  const own = acts.includes(policy)
  const other = acts.includes(policy === 'tvec2' ? 'tvec8' : 'tvec2')
  return other && !own ? ELSEWHERE : 0
}

function frameReasons(policy: ScoredPolicy, { frames }: ToScore): Reason[] {
  const best = new Map<SpeechAct, Reason>()
  for (const found of frames) {
    const { act, span } = found.frame
    if (POLICY_OF_ACT[act] !== policy || !stands(found)) continue
    const reason = { reason: inWords(`${found.strength} ${act}`), weight: ACT_WORTH[found.strength], span }
    if ((best.get(act)?.weight ?? 0) < reason.weight) best.set(act, reason)
  }
  return [...best.values()]
}

function termReasons(policy: ScoredPolicy, { terms }: ToScore): Reason[] {
  const best = new Map<string, Reason>()
  for (const { entry, span } of terms)
    if (entry.policy === policy && !best.has(entry.term))
      best.set(entry.term, {
        reason: `the term “${entry.term}” of the bank ${entry.bank}`,
        weight: entry.weight,
        span,
      })
  return [...best.values()]
}

function stanceCost(stance: Stance): number {
  switch (stance) {
    case 'asserts':
    case 'none':
      return 0
    case 'asks':
    case 'jokes':
      return 1.5
    case 'reports':
    case 'quotes':
    case 'condemns':
    case 'figurative':
      return 3
  }
}

function calibrated(x: number, policy: ScoredPolicy, { model, language }: ToScore): number {
  const head: Head = policy === 'harassment' ? 'harassment' : 'violence'
  if (policy !== 'harassment' && policy !== 'tvec2' && policy !== 'tvec8') return x
  const known = model.calibration[head][language] ?? model.calibration[head]['und']
  return known === undefined ? x : known.slope * x + known.shift
}

function strongest(reasons: Map<ScoredPolicy, Reason[]>, scores: Scores): Contribution[] {
  const all: Contribution[] = []
  for (const [policy, list] of reasons)
    if ((scores[policy] ?? 0) >= TOLD_FROM)
      for (const reason of list) all.push({ policy, ...reason, weight: round(reason.weight) })
  all.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  return all.slice(0, CONTRIBUTIONS_MAX)
}

/** A score below this needs no reasons. */
const TOLD_FROM = 0.1
const round = (weight: number): number => Math.round(weight * 100) / 100

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
      return `signs that the author ${rest}`
    case 'class':
      return `a word of the kind ${rest.toLowerCase()}`
    default:
      return name
  }
}
