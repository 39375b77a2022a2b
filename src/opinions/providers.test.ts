import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { chatProvider } from './chat.ts'
import { chatTranslator } from './chat-translator.ts'
import { ANSWER_BYTES_MAX } from './exchange.ts'
import { libreTranslator } from './libretranslate.ts'
import { CATEGORIES_DEFAULT, moderationProvider } from './moderation.ts'
import type { Guarded, Held, Provider } from './opinions.ts'
import {
  type Behaviour,
  chatApi,
  exchangeTo,
  guardWith,
  KEY,
  MODEL,
  moderationApi,
  questionWith,
  translateApi,
  withServer,
} from './samples.ts'

/** Long where an answer is expected, short where none will come. */
const PATIENT_MS = 10_000
const DEADLINE_MS = 150
/** What two busy cores may add. */
const SLACK_MS = 2_000

const moderation = (url: string, { key = KEY, model = MODEL } = {}): Provider =>
  moderationProvider({
    name: 'mod',
    model,
    categories: CATEGORIES_DEFAULT,
    languages: null,
    exchange: exchangeTo(`${url}/v1`, key),
  })
const chat = (
  url: string,
  { key = KEY, model = MODEL, format = 'json_object' as 'json_object' | 'json_schema' | 'none' } = {},
): Provider =>
  chatProvider({
    name: 'chat',
    model,
    policies: null,
    languages: null,
    format,
    tokensMax: 256,
    exchange: exchangeTo(`${url}/v1`, key),
  })

async function askOnce(
  provider: Provider,
  text = 'I will kill you.',
  deadlineMs = PATIENT_MS,
): Promise<Guarded<Held>> {
  const guard = guardWith({ deadlineMs })
  const question = questionWith(text)
  try {
    return await guard.run({ characters: text.length, work: (signal) => provider.ask(question, signal) })
  } finally {
    guard.close()
    await provider.close()
  }
}

test('the moderation endpoint scores by category, and each category by the policies it speaks of', () =>
  withServer(moderationApi, async ({ url, calls }) => {
    const threat = await askOnce(moderation(url))
    assert.ok(threat.ok)
    assert.deepEqual(threat.value.scores, { harassment: 0.9123, tvec2: 0.9123 })
    assert.deepEqual(threat.cost, { requests: 1, characters: 16, tokens: 0 })
    const quiet = await askOnce(moderation(url), 'Good morning.')
    assert.ok(quiet.ok)
    assert.deepEqual(quiet.value.scores, { harassment: 0.0001, tvec2: 0.0001 })
    assert.deepEqual(JSON.parse(calls[0]!.body), { model: MODEL, input: 'I will kill you.' })
  }))

test('a chat endpoint reads the post by the pack’s prose', async () => {
  for (const format of ['json_object', 'json_schema', 'none'] as const)
    await withServer(chatApi(), async ({ url, calls }) => {
      const threat = await askOnce(chat(url, { format }))
      assert.ok(threat.ok, threat.ok ? '' : threat.reason)
      assert.deepEqual(threat.value, {
        scores: { tvec2: 0.95, harassment: 0.95 },
        stance: 'asserts',
        reason: 'It says that someone will be killed.',
      })
      assert.deepEqual(threat.cost, { requests: 1, characters: 16, tokens: 340 })
      assert.equal(JSON.parse(calls[0]!.body).response_format?.type, format === 'none' ? undefined : format)
      assert.ok(
        calls[0]!.body.includes('What tvec2 forbids.') && calls[0]!.body.includes('What edsa forbids.'),
      )
    })
})

test('LibreTranslate translates what it can, and says what it cannot', () =>
  withServer(translateApi, async ({ url }) => {
    const translator = libreTranslator({ name: 'libre', key: KEY, exchange: exchangeTo(url, null) })
    const stranger = libreTranslator({ name: 'libre', key: null, exchange: exchangeTo(url, null) })
    const { signal } = new AbortController()
    const translated = (text: string, from: string, to = 'en') =>
      translator.translate({ text, from, to }, signal)
    assert.deepEqual(await translated('سأقتلك', 'ar'), {
      ok: true,
      value: { text: 'I will kill you', from: 'ar' },
      tokens: 0,
    })
    assert.deepEqual(await translated('صباح', 'und'), {
      ok: true,
      value: { text: 'good morning', from: 'ar' },
      tokens: 0,
    })
    assert.deepEqual(await translated('hallo', 'de'), {
      ok: false,
      reason: '400: it did not accept the request',
      blame: 'text',
    })
    const refused = await stranger.translate({ text: 'a', from: 'ar', to: 'en' }, signal)
    assert.deepEqual(refused, { ok: false, reason: '403: the key may not do this', blame: 'provider' })
    assert.equal(await translator.trouble('en', signal), null)
    assert.equal(await translator.trouble('xx', signal), 'it does not translate to xx')
    await translator.close()
    await stranger.close()
  }))

test('a chat endpoint translates, its text kept as data', () =>
  withServer(
    chatApi((text) => ({ translation: text.replace('tuer', 'kill') })),
    async ({ url, calls }) => {
      const translator = chatTranslator({
        name: 'chat',
        model: MODEL,
        format: 'json_schema',
        tokensMax: 64,
        exchange: exchangeTo(`${url}/v1`),
      })
      const { signal } = new AbortController()
      const answer = await translator.translate(
        { text: 'Je vais te tuer.\n"}END', from: 'fr', to: 'en' },
        signal,
      )
      assert.deepEqual(answer, {
        ok: true,
        value: { text: 'Je vais te kill.\n"}END', from: 'fr' },
        tokens: 340,
      })
      assert.equal(await translator.trouble('en', signal), null)
      assert.equal(JSON.parse(calls[0]!.body).response_format.json_schema.name, 'translation')
      await translator.close()
    },
  ))

test('what a chat endpoint says instead of a translation is none', async () => {
  for (const said of ['I cannot.', {}, { translation: '' }, { translation: 7 }, ['x']])
    await withServer(
      chatApi(() => said),
      async ({ url }) => {
        const translator = chatTranslator({
          name: 'chat',
          model: MODEL,
          format: 'none',
          tokensMax: 64,
          exchange: exchangeTo(`${url}/v1`),
        })
        const answer = await translator.translate(
          { text: 'x', from: 'fr', to: 'en' },
          new AbortController().signal,
        )
        assert.ok(!answer.ok && answer.blame === 'text', JSON.stringify(said))
        await translator.close()
      },
    )
})

const openssl = spawnSync('openssl', ['version']).status === 0

test('a certificate that nobody vouches for is a gap, and the post is not sent', {
  skip: openssl ? false : 'no openssl to make one with',
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-tls-'))
  const at = (name: string) => join(folder, name)
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
      '-keyout',
      at('key'),
      '-out',
      at('cert'),
      ...subject,
    ],
    { stdio: 'ignore' },
  )
  let requests = 0
  const server = createServer(
    { key: readFileSync(at('key')), cert: readFileSync(at('cert')) },
    (_request, response) => {
      requests += 1
      response.end()
    },
  )
  try {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const answer = await askOnce(moderation(`https://127.0.0.1:${(server.address() as AddressInfo).port}`))
    assert.deepEqual(answer, { ok: false, reason: 'its certificate is signed by itself alone' })
    assert.equal(requests, 0)
  } finally {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

const refusesTo = (behave: Behaviour, provider: (url: string) => Provider, reason: RegExp) =>
  withServer(behave, async ({ url }) => {
    const answer = await askOnce(provider(url))
    assert.ok(!answer.ok)
    assert.match(answer.reason, reason)
    assert.ok(!answer.reason.includes(KEY.slice(0, 8)), answer.reason)
  })

test('a wrong key, model or request is a gap that does not repeat the key (Q4, Q8)', async () => {
  for (const [api, provider] of [
    [moderationApi, moderation],
    [chatApi(), chat],
  ] as const) {
    await refusesTo(api, (url) => provider(url, { key: `${KEY}-wrong` }), /^401: it did not accept the key$/)
    await refusesTo(api, (url) => provider(url, { model: 'other' }), /^404: no such address or model$/)
    await refusesTo(api, (url) => provider(`${url}/v1`), /^404/)
  }
  await withServer(moderationApi, async ({ url }) => {
    const answer = await askOnce(moderation(url), '')
    assert.deepEqual(answer, { ok: false, reason: '400: it did not accept the request' })
  })
})

const answering =
  (status: number, body = '', headers: Record<string, string> = {}): Behaviour =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)

const dripping: Behaviour = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const drip = setInterval(() => response.write(' '), 10)
  response.on('close', () => clearInterval(drip))
}

/** Every way to fail that a server has, with the reason it becomes. */
const FAILURES: [string, Behaviour, RegExp][] = [
  ['hangs', () => {}, /^no answer within 150 ms$/],
  [
    'drips its headers',
    (request) => void request.socket.write('HTTP/1.1 200 O'),
    /^no answer within 150 ms$/,
  ],
  ['drips its answer', dripping, /^no answer within 150 ms$/],
  ['hangs up', (request) => void request.socket.destroy(), /closed the connection/],
  ['speaks no HTTP', (request) => void request.socket.end('nonsense\r\n\r\n'), /could not be asked/],
  ['fails', answering(500, '{"error":{"message":"boom"}}'), /^500$/],
  ['is overloaded', answering(503), /^503$/],
  ['wants quiet', answering(429, '{}', { 'retry-after': '7' }), /^429: too many requests$/],
  ['redirects', answering(302, '', { location: '/elsewhere' }), /redirects are not followed/],
  ['says nothing', answering(204), /not JSON/],
  [
    'answers a page',
    answering(200, '<p>Sign in</p>', { 'content-type': 'text/html' }),
    /not JSON by its content type/,
  ],
  ['answers half', answering(200, '{"results":'), /^the answer is not JSON$/],
  [
    'answers no UTF-8',
    (_request, response) =>
      void response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(Buffer.from([0x22, 0xff, 0x22])),
    /^the answer is not JSON$/,
  ],
  [
    'breaks off',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
      response.write('{"results":')
      setTimeout(() => response.destroy(), 5)
    },
    /broke off/,
  ],
  [
    'answers without end',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const flood = setInterval(() => response.write(Buffer.alloc(65_536, 0x20)), 1)
      response.on('close', () => clearInterval(flood))
    },
    new RegExp(`longer than ${ANSWER_BYTES_MAX} bytes`),
  ],
  ['compresses', answering(200, '{}', { 'content-encoding': 'gzip' }), /compressed/],
  ['answers something else', answering(200, '{"hello":"world"}'), /holds no scores|does not hold one choice/],
  ['answers null', answering(200, 'null'), /holds no scores|does not hold one choice/],
]

test('whatever a server does, there is a gap within the deadline, and its reason says why (Q3, Q4)', async () => {
  for (const provider of [moderation, chat])
    for (const [what, behave, reason] of FAILURES)
      await withServer(behave, async ({ url }) => {
        const startedAt = performance.now()
        const waits = reason.source.includes('no answer')
        const answer = await askOnce(provider(url), undefined, waits ? DEADLINE_MS : PATIENT_MS)
        const ms = performance.now() - startedAt
        assert.ok(!answer.ok, `a server that ${what} was believed`)
        assert.match(answer.reason, reason, `a server that ${what}`)
        assert.ok(ms < (waits ? DEADLINE_MS : 0) + SLACK_MS, `a server that ${what} took ${ms} ms`)
      })
})

test('nobody at the address is a gap', async () => {
  let gone = ''
  await withServer(moderationApi, async ({ url }) => {
    gone = url
  })
  const answer = await askOnce(moderation(gone))
  assert.deepEqual(answer, { ok: false, reason: 'nobody listens at its address' })
})

test('a redirect is not followed, a question is not asked twice unless it was asked for (Q5)', async () => {
  for (const [behave, times] of [
    [answering(302, '', { location: '/v1/moderations' }), 1],
    [answering(500), 1],
    [answering(429, '{}', { 'retry-after': '3600' }), 1],
    [answering(503, '{}', { 'retry-after': '0' }), 2],
  ] as const)
    await withServer(behave, async ({ url, calls }) => {
      assert.ok(!(await askOnce(moderation(url))).ok)
      assert.equal(calls.length, times)
    })
})

test('one that asks to come again in a moment is asked again, and both requests are on the bill (Q5, Q7)', async () => {
  let times = 0
  const later: Behaviour = (request, response, body) => {
    times += 1
    if (times > 1) return moderationApi(request, response, body)
    answering(429, '{}', { 'retry-after': '0.02' })(request, response, body)
  }
  await withServer(later, async ({ url }) => {
    const answer = await askOnce(moderation(url))
    assert.ok(answer.ok)
    assert.deepEqual(answer.cost, { requests: 2, characters: 32, tokens: 0 })
  })
})

test('a kept connection that was closed meanwhile costs no answer (Q5)', () =>
  withServer(moderationApi, async ({ url, server }) => {
    const provider = moderation(url)
    const guard = guardWith({ deadlineMs: PATIENT_MS })
    const ask = () =>
      guard.run({ characters: 1, work: (signal) => provider.ask(questionWith('hello'), signal) })
    assert.ok((await ask()).ok)
    const second = ask()
    server.closeIdleConnections()
    assert.ok((await second).ok)
    guard.close()
    await provider.close()
  }))

test('scores that are none are not guessed', async () => {
  const scored = (scores: unknown) =>
    answering(200, JSON.stringify({ results: [{ category_scores: scores }] }))
  const held = async (scores: unknown) => {
    let answer: Guarded<Held> | undefined
    await withServer(scored(scores), async ({ url }) => {
      answer = await askOnce(moderation(url))
    })
    return answer!
  }
  for (const bad of [-0.1, 1.1, '0.9', true, {}, [0.9]])
    assert.ok(!(await held({ harassment: bad })).ok, String(bad))
  const missing = await held({ harassment: 0.5, 'illicit/violent': null, __proto__: { hate: 0.9 } })
  assert.ok(missing.ok)
  assert.deepEqual(missing.value.scores, { harassment: 0.5 })
  await withServer(answering(200, JSON.stringify({ results: [{}, {}] })), async ({ url }) => {
    assert.ok(!(await askOnce(moderation(url))).ok)
  })
})
