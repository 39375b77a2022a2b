import type { Scores } from '../model/reading.ts'
import { STANCES } from '../rules/signals/reading.ts'
import { type Held, REASON_LENGTH_MAX } from './opinions.ts'
import { isScored, isShare, memberOf, roundScore } from './scores.ts'

export type ChatAnswer = { ok: true; held: Held } | { ok: false; reason: string }

/** Characters of a message that are looked at. */
const CONTENT_LENGTH_MAX = 20_000

const refused = (reason: string): { ok: false; reason: string } => ({ ok: false, reason })

/**
 * Reads the body of `POST /chat/completions`. Strict: one whole message that is one JSON object with a score from 0 to 1 for every policy asked
 * about. All else is a gap: whatever was made of the post, an answer that does not fit the question is not an opinion.
 */
export function chatAnswerOf(body: unknown, asked: readonly string[]): ChatAnswer {
  const answer = objectIn(body)
  return answer.ok ? heldIn(answer.object, asked) : answer
}

/** The one JSON object that a whole answer consists of. */
export function objectIn(body: unknown): { ok: true; object: object } | { ok: false; reason: string } {
  const choices = memberOf(body, 'choices')
  if (!Array.isArray(choices) || choices.length !== 1) return refused('the answer does not hold one choice')
  const finish = memberOf(choices[0], 'finish_reason')
  if (finish === 'length') return refused('the answer was cut at its length')
  if (finish === 'content_filter') return refused('it would not read the text')
  const message = memberOf(choices[0], 'message')
  if (typeof memberOf(message, 'refusal') === 'string') return refused('it would not read the text')
  const content = memberOf(message, 'content')
  if (typeof content !== 'string') return refused('the answer holds no text')
  if (content.length > CONTENT_LENGTH_MAX) return refused('the answer is too long')
  const value = parsed(unfenced(content.trim()))
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refused('the answer is not one JSON object')
  return { ok: true, object: value }
}

function heldIn(object: object, asked: readonly string[]): ChatAnswer {
  const scores: Scores = {}
  for (const policy of asked) {
    const score = memberOf(memberOf(object, 'scores'), policy)
    if (!isShare(score)) return refused(`the answer has no score from 0 to 1 for ${policy}`)
    if (isScored(policy)) scores[policy] = roundScore(score)
  }
  const stance = STANCES.find((one) => one === memberOf(object, 'stance'))
  if (stance === undefined && memberOf(object, 'stance') !== undefined)
    return refused('the answer has a stance that is none')
  const reason = memberOf(object, 'reason')
  const words = typeof reason === 'string' ? plainText(reason, REASON_LENGTH_MAX) : ''
  return {
    ok: true,
    held: { scores, ...(stance !== undefined && { stance }), ...(words !== '' && { reason: words }) },
  }
}

/** Many models wrap JSON into a fence of Markdown, whatever they are told. Only one around the whole is taken off. */
const unfenced = (content: string): string =>
  /^```(?:json)?\s*\n([\s\S]*)\n\s*```$/.exec(content)?.[1] ?? content

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What others wrote, as one bounded line: no control characters, nothing invisible, nothing that turns the direction of writing. */
export function plainText(text: string, lengthMax: number): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  return line.length <= lengthMax ? line : `${line.slice(0, lengthMax - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
