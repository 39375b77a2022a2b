import type { TermBank } from '../../model/policy.ts'
import { createAnalyser } from '../analysis.ts'
import { HEADS, type Head, type Model, serializeModel } from '../classifier.ts'
import { calibrationOf, fit, packed, type Row } from './fit.ts'
import { labelsForHeads, type Reviewed } from './reviewed.ts'

/** A head learns where at least so many texts say yes, and so many no. */
export const EACH_CLASS_LEAST = 10
/** N-grams of all texts together: what fits in some 250 MB. */
export const GRAMS_MAX = 60_000_000

const SEED = 1
/** See `Course.caution`: a few hundred reviewed texts must not undo what a hundred thousand have taught. */
const CAUTION = 0.2
/** The model's own leaning, beside what it sees in a text. */
const BIAS_NAME = 'bias'

export interface Lesson {
  banks: TermBank[]
  start: Model
  progress?(step: 'reading' | 'learning', done: number, total: number): void
}

export type Learned =
  | {
      ok: true
      /** The weights file. What was learnt has to weigh more by so many log-odds in these languages before it counts. */
      bytes(raised: Raised): Uint8Array
      heads: Head[]
      trained: number
      classes: Classes
    }
  | { ok: false; reason: string; classes: Classes }

/** Log-odds by language. */
export type Raised = Readonly<Record<string, number>>

/** Per head: how many texts said yes, and how many no. */
export type Classes = Record<Head, { yes: number; no: number }>

/**
 * Teaches a model reviewed decisions, beginning with the weights of another one, whose calibration stays: thresholds of the pack keep their
 * meaning. Words are learnt, in n-grams; what grammar and frames are worth stays as it is: it holds in all languages, while a platform's queue
 * shows a few, and other shares of each kind than its stream. Heads of which too little was said are left as they were. The same texts in the same order give the same bytes.
 */
export function learn(texts: readonly Reviewed[], { banks, start, progress }: Lesson): Learned {
  const labels = texts.map(labelsForHeads)
  const classes = classesOf(labels)
  const heads = HEADS.filter(
    (head) => classes[head].yes >= EACH_CLASS_LEAST && classes[head].no >= EACH_CLASS_LEAST,
  )
  if (heads.length === 0) return { ok: false, reason: whyNothing(classes), classes }
  const names: string[] = []
  const placeOf = places(names)
  const analyse = createAnalyser(banks)
  const rows: Row[] = []
  let grams = 0
  for (const [index, { text, language }] of texts.entries()) {
    progress?.('reading', index, texts.length)
    const own = Object.fromEntries(
      heads.flatMap((head) => (labels[index]![head] === undefined ? [] : [[head, labels[index]![head]!]])),
    )
    if (Object.keys(own).length === 0) continue
    const analysis = analyse({ text, language })
    const { features } = analysis
    grams += features.length
    if (grams > GRAMS_MAX)
      return {
        ok: false,
        reason: `more text than fits: the first ${index} rows alone fill the room; give fewer`,
        classes,
      }
    rows.push({
      // Buckets and units in turn; the buffer is used again for the next text.
      grams: Int32Array.from({ length: features.length }, (_, i) => features.grams[i * 2]!),
      named: Int32Array.from([BIAS_NAME, ...features.named], placeOf),
      language: analysis.language,
      labels: own,
      weight: 1,
    })
  }
  const fitted = fit(rows, names, {
    start,
    seed: SEED,
    caution: CAUTION,
    frozen: names,
    progress: (epoch, epochs) => progress?.('learning', epoch, epochs),
  })
  const weights = packed(fitted, names, start)
  const bytes = (raised: Raised): Uint8Array =>
    serializeModel({ ...weights, calibration: calibrationWith(raised, heads, start) })
  return { ok: true, bytes, heads, trained: rows.length, classes }
}

function calibrationWith(raised: Raised, heads: Head[], start: Model): Model['calibration'] {
  const calibration = { ...start.calibration }
  for (const head of heads)
    for (const [language, by] of Object.entries(raised)) {
      const { slope, shift } = calibrationOf(start, head, language)
      calibration[head] = { ...calibration[head], [language]: { slope, shift: shift - by } }
    }
  return calibration
}

function places(names: string[]): (name: string) => number {
  const known = new Map<string, number>()
  return (name) => {
    const place = known.get(name)
    if (place !== undefined) return place
    known.set(name, names.length)
    names.push(name)
    return names.length - 1
  }
}

function classesOf(labels: ReturnType<typeof labelsForHeads>[]): Classes {
  const classes = Object.fromEntries(HEADS.map((head) => [head, { yes: 0, no: 0 }])) as Classes
  for (const own of labels)
    for (const head of HEADS) {
      if (own[head] === 1) classes[head].yes++
      if (own[head] === 0) classes[head].no++
    }
  return classes
}

function whyNothing(classes: Classes): string {
  const least = `at least ${EACH_CLASS_LEAST} texts that fall under one policy and ${EACH_CLASS_LEAST} that do not are needed to learn from`
  const yes = Object.values(classes).reduce((sum, { yes }) => sum + yes, 0)
  const no = Math.max(...Object.values(classes).map(({ no }) => no))
  if (yes === 0 && no === 0) return `no text says under which policy it falls; ${least}`
  if (yes === 0) return `all ${no} texts are permitted, so there is one class only; ${least}`
  if (no === 0) return `all texts violate, so there is one class only; ${least}`
  const most = HEADS.reduce((a, b) => (classes[b].yes > classes[a].yes ? b : a))
  return `too few texts: the policy with most has ${classes[most].yes} that fall under it and ${classes[most].no} that do not; ${least}`
}
