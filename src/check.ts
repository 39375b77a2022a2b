import { judge } from './judge.ts'
import type { LineageIndex } from './lineage/lineage.ts'
import type { Decision, Verdict } from './model/decision.ts'
import type { PostEvent } from './model/event.ts'
import type { Frame, Reading, Scores, TermMatch } from './model/reading.ts'
import type { Measurer } from './reading/measure.ts'
import type { Plan } from './rules/rules.ts'
import { emptyJudgement, type World } from './world.ts'

/** One text to be read and judged by itself, as an author of whom nothing is known. */
export interface CheckInput {
  id?: string | null
  text: string
  language?: string | null
  author?: string | null
}

/** Line of `holdfast check`; field names are final. */
export interface CheckRow {
  id: string | null
  language: string
  scores: Scores
  stance: string
  frames: Frame[]
  terms: TermMatch[]
  verdict: Verdict
  policy: string | null
  rules: string[]
  contributions: Reading['contributions']
  gaps: string[]
  /** Second opinions and a machine's translation, where there are any. */
  opinions?: Reading['opinions']
  translation?: Reading['translation']
}

/**
 * Reads and judges texts that are not events: nothing is stored, no tally counts them, and each is judged over an empty
 * world. The answer is what the line would conclude of a first post by an unknown account. `noneClosed` is an index without accounts; a post
 * puts none in, so one serves for all.
 */
export async function checkTexts(
  inputs: CheckInput[],
  parts: { measurer: Measurer; plan: Plan; noneClosed: LineageIndex; at: string },
): Promise<CheckRow[]> {
  const texts = inputs.map(({ text, language }) => ({ text, language: language ?? null }))
  const measured = await parts.measurer.measure(texts)
  return inputs.map((input, index) => {
    const { reading, gaps } = measured[index]!
    const event = eventOf(input, index, parts.at)
    const world: World = { plan: parts.plan, states: new Map(), lineage: parts.noneClosed }
    const judgement = emptyJudgement()
    judge({ event, reading, gaps }, world, judgement)
    const decision = judgement.decisions.find(({ mode }) => mode !== 'shadow')
    return rowOf(
      input,
      reading,
      gaps.map(({ signal }) => signal),
      decision,
    )
  })
}

const eventOf = (input: CheckInput, index: number, at: string): PostEvent => ({
  id: `check-${index}`,
  type: 'post.created',
  at,
  account: input.author ?? 'check',
  post: {
    id: input.id ?? `check-${index}`,
    text: input.text,
    language: input.language ?? null,
    hashtags: [],
    mentions: [],
    urls: [],
    media: [],
    replyTo: null,
    repostOf: null,
    quoteOf: null,
  },
})

const rowOf = (
  input: CheckInput,
  reading: Reading | null,
  gaps: string[],
  decision: Decision | undefined,
): CheckRow => ({
  id: input.id ?? null,
  language: reading?.language ?? 'und',
  scores: reading?.scores ?? {},
  stance: reading?.stance ?? 'none',
  frames: reading?.frames ?? [],
  terms: reading?.terms ?? [],
  verdict: decision?.verdict ?? 'allow',
  policy: decision?.policy ?? null,
  rules: decision?.rules ?? [],
  contributions: reading?.contributions ?? [],
  gaps,
  ...(reading?.opinions !== undefined && { opinions: reading.opinions }),
  ...(reading?.translation !== undefined && { translation: reading.translation }),
})
