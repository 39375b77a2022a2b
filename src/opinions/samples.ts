import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { systemClock } from '../lib/clock.ts'
import { seededRandom } from '../lib/random.ts'
import type { Policy } from '../model/policy.ts'
import { SCORED_POLICIES, type ScoredPolicy } from '../model/policy-id.ts'
import { addressOf } from './address.ts'
import { createExchange, type Exchange } from './exchange.ts'
import { createGuard, type Guard, type Limits } from './guard.ts'
import type { Attempt, Held, Provider, Question } from './opinions.ts'

/*
 * Servers for tests, each speaking one API as its public documentation describes it and refusing what the real one refuses. They read a text by
 * a rule of their own: who writes "kill" threatens.
 */

export const KEY = 'test-key-0123456789abcdef'
export const MODEL = 'reader-1'

export type Behaviour = (request: IncomingMessage, response: ServerResponse, body: string) => void

export interface Call {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

export interface Serving {
  url: string
  calls: Call[]
  server: Server
  /** Highest number of requests under way at a time so far. */
  atOnceMost(): number
}

export async function withServer(
  behave: Behaviour,
  work: (serving: Serving) => Promise<void>,
): Promise<void> {
  const calls: Call[] = []
  let under = 0
  let most = 0
  const server = createServer(async (request, response) => {
    under += 1
    most = Math.max(most, under)
    response.on('close', () => {
      under -= 1
    })
    let body = ''
    try {
      for await (const chunk of request) body += chunk
    } catch {
      return
    }
    calls.push({ method: request.method!, url: request.url!, headers: request.headers, body })
    behave(request, response, body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await work({ url, calls, server, atOnceMost: () => most })
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

const json = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) =>
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
    .end(JSON.stringify(body))

const openAiError = (response: ServerResponse, status: number, code: string | null, message: string) =>
  json(response, status, { error: { message, type: 'invalid_request_error', param: null, code } })

/** What both endpoints ask first: method and path, key, content type, JSON. Undefined once it has been refused. */
function admitted(
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  path: string,
): Record<string, unknown> | undefined {
  if (request.method !== 'POST' || request.url !== path) {
    openAiError(response, 404, 'unknown_url', `Unknown request URL: ${request.method} ${request.url}`)
    return undefined
  }
  if (request.headers.authorization !== `Bearer ${KEY}`) {
    openAiError(
      response,
      401,
      'invalid_api_key',
      `Incorrect API key provided: ${request.headers.authorization}`,
    )
    return undefined
  }
  if (!/^application\/json/.test(request.headers['content-type'] ?? '')) {
    openAiError(response, 415, 'unsupported_content_type', 'Unsupported content type')
    return undefined
  }
  try {
    return JSON.parse(body)
  } catch {
    openAiError(response, 400, null, 'We could not parse the JSON body of your request.')
    return undefined
  }
}

const CATEGORY_NAMES = [
  'harassment',
  'harassment/threatening',
  'hate',
  'hate/threatening',
  'illicit',
  'illicit/violent',
  'self-harm',
  'self-harm/intent',
  'self-harm/instructions',
  'sexual',
  'sexual/minors',
  'violence',
  'violence/graphic',
]

export const threatens = (text: string): boolean => /\bkill\b/i.test(text)

/** `POST /v1/moderations`. */
export const moderationApi: Behaviour = (request, response, body) => {
  const asked = admitted(request, response, body, '/v1/moderations')
  if (asked === undefined) return
  const { input, model } = asked
  if (typeof input !== 'string' || input === '')
    return void openAiError(response, 400, 'invalid_type', "Invalid type for 'input'")
  if (model !== MODEL)
    return void openAiError(response, 404, 'model_not_found', `The model '${model}' does not exist`)
  const scores = Object.fromEntries(CATEGORY_NAMES.map((name) => [name, 0.000123456]))
  if (threatens(input))
    Object.assign(scores, { 'harassment/threatening': 0.912345, violence: 0.99, harassment: 0.4 })
  const flags = Object.fromEntries(CATEGORY_NAMES.map((name) => [name, scores[name]! > 0.5]))
  json(response, 200, {
    id: 'modr-1',
    model,
    results: [
      {
        flagged: Object.values(flags).some(Boolean),
        categories: flags,
        category_scores: scores,
        category_applied_input_types: Object.fromEntries(CATEGORY_NAMES.map((name) => [name, ['text']])),
      },
    ],
  })
}

/** `POST /v1/chat/completions`, with a model that finds post and policies where they were put. `say` can answer something else instead. */
export const chatApi =
  (say: (text: string, policies: string[]) => unknown = sayAsked): Behaviour =>
  (request, response, body) => {
    const asked = admitted(request, response, body, '/v1/chat/completions')
    if (asked === undefined) return
    const { model, messages, response_format: format, max_tokens: tokens, temperature } = asked
    if (model !== MODEL)
      return void openAiError(response, 404, 'model_not_found', `The model '${model}' does not exist`)
    if (!Array.isArray(messages) || messages.length === 0 || !messages.every(isMessage))
      return void openAiError(
        response,
        400,
        null,
        "'messages' must be a list of messages with role and content",
      )
    if (tokens !== undefined && !(Number.isInteger(tokens) && (tokens as number) > 0))
      return void openAiError(response, 400, 'integer_below_min_value', "Invalid 'max_tokens'")
    if (
      temperature !== undefined &&
      !(typeof temperature === 'number' && temperature >= 0 && temperature <= 2)
    )
      return void openAiError(response, 400, null, "Invalid 'temperature'")
    const said = messages.map(({ content }) => content).join('\n')
    if ((format as { type?: string } | undefined)?.type === 'json_object' && !/json/i.test(said))
      return void openAiError(response, 400, null, "'messages' must contain the word 'json' in some form")
    const system = messages.find(({ role }) => role === 'system')?.content ?? ''
    const user = messages.find(({ role }) => role === 'user')?.content ?? ''
    const policies = [...system.matchAll(/^## (\w+): /gm)].map(([, id]) => id!)
    const [, , post] = /^BEGIN (\w+)\n(.*)\nEND \1$/m.exec(user) ?? []
    const content = say(post === undefined ? '' : JSON.parse(post).text, policies)
    json(response, 200, {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1,
      model,
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: typeof content === 'string' ? content : JSON.stringify(content),
            refusal: null,
          },
          finish_reason: 'stop',
        },
      ],
      usage: { prompt_tokens: 300, completion_tokens: 40, total_tokens: 340 },
    })
  }

const isMessage = (message: unknown): message is { role: string; content: string } => {
  const { role, content } = (message ?? {}) as Record<string, unknown>
  return (
    typeof role === 'string' && ['system', 'user', 'assistant'].includes(role) && typeof content === 'string'
  )
}

export const sayAsked = (text: string, policies: string[]) => ({
  scores: Object.fromEntries(policies.map((id) => [id, threatens(text) ? 0.95 : 0.02])),
  stance: threatens(text) ? 'asserts' : 'none',
  reason: threatens(text) ? 'It says that someone will be killed.' : 'Nothing is threatened.',
})

const LANGUAGES: Record<string, string[]> = { en: ['ar', 'en', 'fr'], ar: ['en'], fr: ['en'] }
const WORDS: Record<string, string> = { سأقتلك: 'I will kill you', صباح: 'good morning', tuer: 'kill' }

/** LibreTranslate's `POST /translate` and `GET /languages`, with a key that is asked for. */
export const translateApi: Behaviour = (request, response, body) => {
  if (request.method === 'GET' && request.url === '/languages')
    return void json(
      response,
      200,
      Object.entries(LANGUAGES).map(([code, targets]) => ({ code, name: code, targets })),
    )
  if (request.method !== 'POST' || request.url !== '/translate')
    return void json(response, 404, { error: 'Not found' })
  const { q, source, target, format = 'text', api_key } = JSON.parse(body)
  if (api_key !== KEY) return void json(response, 403, { error: 'Invalid API key' })
  const missing = Object.entries({ q, source, target }).find(([, value]) => !value)
  if (missing !== undefined)
    return void json(response, 400, { error: `Invalid request: missing ${missing[0]} parameter` })
  if (format !== 'text' && format !== 'html')
    return void json(response, 400, { error: `${format} format is not supported` })
  const from = source === 'auto' ? (/[\u0600-\u06ff]/.test(q) ? 'ar' : 'en') : source
  if (LANGUAGES[from] === undefined) return void json(response, 400, { error: `${from} is not supported` })
  if (LANGUAGES[target] === undefined)
    return void json(response, 400, { error: `${target} is not supported` })
  if (!LANGUAGES[from].includes(target))
    return void json(response, 400, { error: `${target} is not available from ${from}` })
  const translatedText = q
    .split(' ')
    .map((word: string) => WORDS[word] ?? word)
    .join(' ')
  json(response, 200, {
    translatedText,
    ...(source === 'auto' && { detectedLanguage: { confidence: 90, language: from } }),
  })
}

export const limitsWith = (parts: Partial<Limits> = {}): Limits => ({
  deadlineMs: 150,
  concurrency: 4,
  queue: 64,
  perHour: { requests: 1_000_000, characters: 1_000_000_000, tokens: 1_000_000_000 },
  ...parts,
})

export const guardWith = (parts: Partial<Limits> = {}, clock = systemClock): Guard =>
  createGuard(limitsWith(parts), { clock, random: seededRandom(1) })

export function exchangeTo(url: string, key: string | null = KEY): Exchange {
  const checked = addressOf(url, { insecure: false })
  if (!checked.ok) throw new Error(checked.message)
  return createExchange(checked.address, {
    connectionsMax: 8,
    authorization: key === null ? null : `Bearer ${key}`,
  })
}

export const policyWith = (id: string, violating = true): Policy => ({
  id,
  title: `Title of ${id}`,
  prose: `What ${id} forbids.`,
  precedence: 1,
  violating,
})

export const questionWith = (text: string, parts: Partial<Question> = {}): Question => ({
  text,
  language: 'en',
  basis: 'original',
  policies: [policyWith('tvec2'), policyWith('harassment')],
  permitted: [policyWith('edsa', false)],
  ...parts,
})

/** A provider without a world: for what is tested behind it. */
export const providerWith = (
  ask: (question: Question, signal: AbortSignal) => Promise<Attempt<Held>>,
  parts: Partial<Pick<Provider, 'name' | 'languages'>> & { policies?: readonly ScoredPolicy[] } = {},
): Provider => ({
  name: parts.name ?? 'second',
  model: MODEL,
  policies: new Set(parts.policies ?? SCORED_POLICIES),
  languages: parts.languages ?? null,
  ask,
  close: async () => {},
})
