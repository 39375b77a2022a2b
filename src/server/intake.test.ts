import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { InjectOptions } from 'fastify'
import { Compile } from 'typebox/compile'
import type { EventsAnswer, Problem } from './api.ts'
import { bearer, sampleServer } from './samples.ts'
import { BATCH_EVENTS_MAX, BODY_BYTES_MAX, EventsAnswerSchema, ProblemSchema } from './schemas.ts'

const post = (id: string) => ({
  id,
  type: 'post.created',
  at: '2026-03-02T09:00:00Z',
  account: 'acct:1',
  post: { id: `post:${id}`, text: 'good morning' },
})
const posts = (count: number) => Array.from({ length: count }, (_, index) => post(`e-${index}`))
const [isAnswer, isProblem] = [Compile(EventsAnswerSchema), Compile(ProblemSchema)]

type Body =
  | { json: unknown }
  | { lines: string }
  | { raw: string | Buffer; type?: string; headers?: Record<string, string> }

/** Sends one batch to a server of its own and hands over the answer, held to its schema. */
async function send(
  body: Body,
  look: (
    answer: { status: number; body: EventsAnswer & Problem; headers: Record<string, unknown> },
    server: Awaited<ReturnType<typeof sampleServer>>,
  ) => void,
  prepare: (server: Awaited<ReturnType<typeof sampleServer>>) => void = () => {},
): Promise<void> {
  const server = await sampleServer()
  prepare(server)
  const { authorization } = bearer(await server.key('intake')).headers
  const type = 'lines' in body ? 'application/x-ndjson' : 'type' in body ? body.type : 'application/json'
  const options: InjectOptions = {
    method: 'POST',
    url: '/v1/events',
    headers: {
      authorization,
      ...(type === undefined ? {} : { 'content-type': type }),
      ...('raw' in body ? body.headers : {}),
    },
    payload: 'json' in body ? JSON.stringify(body.json) : 'lines' in body ? body.lines : body.raw,
  }
  const response = await server.app.inject(options)
  const answer: unknown = response.json()
  const right = response.statusCode === 202 ? isAnswer : isProblem
  assert.ok(right.Check(answer), `${response.statusCode}: ${response.body.slice(0, 300)}`)
  look(
    { status: response.statusCode, body: answer as EventsAnswer & Problem, headers: response.headers },
    server,
  )
  await server.app.close()
}

const refused = (body: Body, status: number, reason: RegExp) =>
  send(body, (answer, { inside }) => {
    assert.equal(answer.status, status, JSON.stringify(answer.body).slice(0, 200))
    assert.match(answer.body.reason, reason)
    assert.equal(inside.taken.length, 0, 'something was taken all the same')
  })

test('a batch is answered event by event, in its own order, with 202', () =>
  send(
    { json: [post('e-1'), { id: 'e-2', type: 'no.such' }, 7, post('e-1'), post('e-3')] },
    ({ status, body }, { inside }) => {
      assert.equal(status, 202)
      assert.deepEqual(
        body.results.map(({ id, status }) => [id, status]),
        [
          ['e-1', 'accepted'],
          ['e-2', 'refused'],
          [null, 'refused'],
          ['e-1', 'duplicate'],
          ['e-3', 'accepted'],
        ],
      )
      assert.deepEqual(body.results[1], {
        id: 'e-2',
        status: 'refused',
        field: 'type',
        reason: 'no such type',
      })
      assert.deepEqual([body.accepted, body.duplicates, body.refused], [2, 1, 2])
      assert.deepEqual(
        inside.taken.map(({ id }) => id),
        ['e-1', 'e-3'],
      )
    },
  ))

test('one event alone is a batch of one', () =>
  send({ json: post('e-1') }, ({ status, body }) => {
    assert.equal(status, 202)
    assert.deepEqual(body.results, [{ id: 'e-1', status: 'accepted' }])
  }))

test('lines are a batch too; a line that is not JSON is refused by its number, and repeats nothing of it', () =>
  send(
    { lines: `${JSON.stringify(post('e-1'))}\n\n{"secret-token\n${JSON.stringify(post('e-2'))}\n` },
    ({ status, body }) => {
      assert.equal(status, 202)
      assert.deepEqual(
        body.results.map(({ status }) => status),
        ['accepted', 'refused', 'accepted'],
      )
      assert.match(body.results[1]!.reason!, /^line 3 is not JSON/)
      assert.ok(!body.results[1]!.reason!.includes('secret-token'))
    },
  ))

test('a thousand events are taken at once, one more is not', async () => {
  await send({ json: posts(BATCH_EVENTS_MAX) }, ({ status, body }) => {
    assert.equal(status, 202)
    assert.equal(body.accepted, BATCH_EVENTS_MAX)
  })
  await refused({ json: posts(BATCH_EVENTS_MAX + 1) }, 413, /1001 events; 1000 are the most/)
  const lines = posts(BATCH_EVENTS_MAX + 1).map((event) => JSON.stringify(event))
  await refused({ lines: lines.join('\n') }, 413, /1001 events/)
})

test('a body that holds no event, or cannot be read, is refused whole', async () => {
  await refused({ json: [] }, 400, /empty/)
  await refused({ lines: '\n\n' }, 400, /empty/)
  await refused({ raw: '' }, 400, /empty/)
  await refused({ raw: '[{"id":' }, 400, /not JSON/)
  await refused({ raw: Buffer.from([0x5b, 0xff, 0xfe, 0x5d]) }, 400, /not UTF-8/)
  await refused({ raw: '[]', type: 'text/plain' }, 415, /content type/)
  await refused({ raw: '[]', headers: { 'content-encoding': 'gzip' } }, 415, /compressed/)
  await refused({ raw: `["${'x'.repeat(BODY_BYTES_MAX)}"]` }, 413, /larger than/)
})

test('a byte order mark and hostile members harm nobody', async () => {
  await send({ raw: `\ufeff${JSON.stringify([post('e-1')])}` }, ({ body }) => assert.equal(body.accepted, 1))
  await send({ raw: '[{"__proto__":{"id":"x"},"constructor":1}]' }, ({ body }) => {
    assert.deepEqual(
      body.results.map(({ status }) => status),
      ['refused'],
    )
    assert.equal(({} as { id?: string }).id, undefined)
  })
})

test('when the line is behind nothing is taken, and the sender is told when to come again', () =>
  send(
    { json: posts(3) },
    ({ status, body, headers }, { inside }) => {
      assert.equal(status, 429)
      assert.equal(headers['retry-after'], '3')
      assert.match(body.hint, /Retry-After/)
      assert.equal(inside.taken.length, 0)
    },
    ({ inside }) => {
      inside.full = true
    },
  ))

test('when the line is halted the answer says why', () =>
  send(
    { json: posts(1) },
    ({ status, body, headers }) => {
      assert.equal(status, 503)
      assert.match(body.reason, /halted: the disk is full/)
      assert.equal(headers['retry-after'], '5')
    },
    ({ inside }) => {
      inside.line = { ...inside.line, halted: 'the disk is full' }
    },
  ))

test('what nobody foresaw is answered without a word of the inside', () =>
  send(
    { json: posts(1) },
    ({ status, body }) => {
      assert.equal(status, 500)
      assert.ok(!JSON.stringify(body).includes('/home/secret'), JSON.stringify(body))
    },
    ({ house }) => {
      house.bus.publish = async () => {
        throw new Error('ENOENT /home/secret')
      }
    },
  ))
