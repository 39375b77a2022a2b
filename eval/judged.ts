import { type CheckRow, checkTexts } from '../src/check.ts'
import { createLineageIndex } from '../src/lineage/lineage.ts'
import type { Verdict } from '../src/model/decision.ts'
import type { Measurer } from '../src/reading/measure.ts'
import type { Plan } from '../src/rules/rules.ts'

/** What the policy pack concludes of one text, as a first post by an account of which nothing is known. */
export interface Judged {
  verdict: Verdict
  policy: string | null
  stance: string
  /** The highest score of all policies, and of those about violence alone. */
  highest: number
}

/** Texts judged together; bounds what is held in memory. */
const CHUNK = 1_024
/** Event time of every judgement: nothing in a verdict depends on when it was measured. */
const noneClosed = createLineageIndex()
const AT = '2020-01-01T00:00:00.000Z'

/**
 * Judges texts as `holdfast check` does, in order, without a language tag: the reader has to tell the language itself. Two chunks are under way
 * at a time, so that one is read while the other is judged.
 */
export async function judgeAll(
  texts: string[],
  parts: { measurer: Measurer; plan: Plan },
): Promise<Judged[]> {
  const judged: Judged[] = new Array(texts.length)
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < texts.length) {
      const from = next
      next += CHUNK
      const inputs = texts.slice(from, from + CHUNK).map((text) => ({ text }))
      const rows = await checkTexts(inputs, { ...parts, noneClosed, at: AT })
      rows.forEach((row, index) => {
        judged[from + index] = judgedOf(row)
      })
    }
  }
  await Promise.all([lane(), lane()])
  return judged
}

function judgedOf({ verdict, policy, stance, scores, gaps }: CheckRow): Judged {
  // A gap is not a zero: a text that was not read was not measured, and a table that hid it would lie.
  if (gaps.includes('reading')) throw new Error(`a text was not read: ${gaps.join(', ')}`)
  return { verdict, policy, stance, highest: Math.max(0, ...Object.values(scores)) }
}

export const isFound = ({ verdict }: Judged): boolean => verdict !== 'allow'
export const isRestricted = ({ verdict }: Judged): boolean => verdict === 'restrict'
