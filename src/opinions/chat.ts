import { SCORED_POLICIES, type ScoredPolicy } from '../model/policy-id.ts'
import { chatAnswerOf } from './chat-answer.ts'
import type { Exchange } from './exchange.ts'
import type { Attempt, Held, Provider } from './opinions.ts'
import { promptOf } from './prompt.ts'
import { memberOf } from './scores.ts'

/** How a server is told that JSON is wanted. Some know no such thing and refuse the whole request. */
export const CHAT_FORMATS = ['json_object', 'json_schema', 'none'] as const
export type ChatFormat = (typeof CHAT_FORMATS)[number]

export interface ChatOptions {
  name: string
  model: string
  policies: ReadonlySet<ScoredPolicy> | null
  languages: ReadonlySet<string> | null
  format: ChatFormat
  /** Tokens of an answer at most, thinking included. */
  tokensMax: number
  exchange: Exchange
}

/** An OpenAI-compatible `POST /chat/completions` that reads posts by the pack's own prose (made for policy-reading models such as gpt-oss-safeguard). */
export const chatProvider = ({
  name,
  model,
  policies,
  languages,
  format,
  tokensMax,
  exchange,
}: ChatOptions): Provider => ({
  name,
  model,
  policies: policies ?? new Set(SCORED_POLICIES),
  languages,
  async ask(question, signal) {
    const { system, user } = promptOf(question)
    const asked = question.policies.map(({ id }) => id)
    const request = {
      model,
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ],
      temperature: 0,
      max_tokens: tokensMax,
      ...responseFormat(format, 'opinion', schemaOf(asked)),
    }
    const answered = await exchange.post('/chat/completions', request, signal)
    return answered.ok ? heldIn(answered.body, asked) : answered
  },
  async close() {
    exchange.close()
  },
})

function heldIn(body: unknown, asked: readonly string[]): Attempt<Held> {
  const answer = chatAnswerOf(body, asked)
  // A post can be written so that the model answers nonsense; that must not make the provider look broken for all others.
  if (!answer.ok) return { ok: false, reason: answer.reason, blame: 'text' }
  return { ok: true, value: answer.held, tokens: tokensIn(body) }
}

/** As the server counts them; 0 where it does not. */
export function tokensIn(body: unknown): number {
  const tokens = memberOf(memberOf(body, 'usage'), 'total_tokens')
  return Number.isSafeInteger(tokens) && (tokens as number) >= 0 ? (tokens as number) : 0
}

export function responseFormat(
  format: ChatFormat,
  name: string,
  schema: object,
): { response_format?: unknown } {
  switch (format) {
    case 'none':
      return {}
    case 'json_object':
      return { response_format: { type: 'json_object' } }
    case 'json_schema':
      return { response_format: { type: 'json_schema', json_schema: { name, strict: true, schema } } }
  }
}

const schemaOf = (asked: readonly string[]) => ({
  type: 'object',
  additionalProperties: false,
  required: ['scores', 'stance', 'reason'],
  properties: {
    scores: {
      type: 'object',
      additionalProperties: false,
      required: asked,
      properties: Object.fromEntries(asked.map((policy) => [policy, { type: 'number' }])),
    },
    stance: { type: 'string' },
    reason: { type: 'string' },
  },
})
