import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TSchema, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { bearer, sampleDecision, sampleRow, sampleServer } from './samples.ts'
import {
  CHECK_TEXTS_MAX,
  CheckRowSchema,
  DecisionSchema,
  OutboxRowSchema,
  PoliciesAnswerSchema,
  ProblemSchema,
  ROWS_MAX,
  StatusAnswerSchema,
} from './schemas.ts'

type Server = Awaited<ReturnType<typeof sampleServer>>

/** A server with three decisions and three actions, and a way to ask it as an administrator. */
async function asking(work: (ask: Ask, server: Server) => Promise<void>): Promise<void> {
  const server = await sampleServer()
  const { inside, app } = server
  inside.decisions.push(
    sampleDecision('d-1'),
    sampleDecision('d-2', { mode: 'shadow', account: 'acct:7' }),
    sampleDecision('d-3', { label: 'watched' }),
  )
  inside.outbox.push(
    sampleRow('o-1'),
    sampleRow('o-2', { status: 'dead', detail: '404: gone' }),
    sampleRow('o-3', { status: 'waiting', attempts: 0, detail: null }),
  )
  const credential = bearer(await server.key('read', 'check', 'admin'))
  await work(async (url, schema, payload) => {
    const response = await app.inject({
      url,
      ...credential,
      ...(payload === undefined ? {} : { method: 'POST', payload: payload as object }),
    })
    const answer = response.json()
    const problem = response.statusCode >= 400
    assert.ok(
      Compile(problem ? ProblemSchema : schema).Check(answer),
      `${url} does not keep to its schema: ${response.body.slice(0, 300)}`,
    )
    if (problem) assert.match(String(response.headers['content-type']), /^application\/problem\+json/)
    return { status: response.statusCode, answer }
  }, server)
  await app.close()
}

type Ask = (
  url: string,
  schema: TSchema,
  payload?: unknown,
  // biome-ignore lint/suspicious/noExplicitAny: the schema was held against it
) => Promise<{ status: number; answer: any }>

const Decisions = Type.Object({
  decisions: Type.Array(DecisionSchema),
  next: Type.Union([Type.String(), Type.Null()]),
})
const Rows = Type.Object({ rows: Type.Array(OutboxRowSchema) })

test('status and policies keep to their schemas', () =>
  asking(async (ask) => {
    const { answer } = await ask('/v1/status', StatusAnswerSchema)
    assert.equal(answer.counts.accounts, 903)
    assert.equal(answer.line.rules.live, 14)
    const { answer: policies } = await ask('/v1/policies', PoliciesAnswerSchema)
    assert.equal(policies.policies[0].id, 'tvec2')
  }))

test('decisions come newest first, page by page, and by mode and account', () =>
  asking(async (ask) => {
    const ids = async (query: string) => {
      const { answer } = await ask(`/v1/decisions${query}`, Decisions)
      return [answer.decisions.map(({ id }: { id: string }) => id), answer.next]
    }
    assert.deepEqual(await ids(''), [['d-3', 'd-2', 'd-1'], null])
    assert.deepEqual(await ids('?limit=2'), [['d-3', 'd-2'], 'd-2'])
    assert.deepEqual(await ids('?limit=2&before=d-2'), [['d-1'], null])
    assert.deepEqual(await ids('?mode=shadow'), [['d-2'], null])
    assert.deepEqual(await ids('?account=acct:7'), [['d-2'], null])
    assert.equal((await ask('/v1/decisions/d-1', DecisionSchema)).answer.id, 'd-1')
    assert.equal((await ask('/v1/decisions/none', DecisionSchema)).status, 404)
  }))

test('a query that makes no sense is refused with its field', () =>
  asking(async (ask) => {
    const check = async (url: string, field: string) => {
      const { status, answer } = await ask(url, Decisions)
      assert.equal(status, 400, url)
      assert.equal(answer.field, field, url)
    }
    await check('/v1/decisions?limit=0', 'limit')
    await check(`/v1/decisions?limit=${ROWS_MAX + 1}`, 'limit')
    await check('/v1/decisions?limit=many', 'limit')
    await check('/v1/decisions?mode=loud', 'mode')
    await check('/v1/outbox?status=lost', 'status')
    await check(`/v1/decisions?account=${'a'.repeat(600)}`, 'account')
  }))

test('actions are shown by status, and a dead letter can be sent again once', () =>
  asking(async (ask, { inside }) => {
    const { answer } = await ask('/v1/outbox?status=dead', Rows)
    assert.deepEqual(
      answer.rows.map(({ entry }: { entry: { id: string } }) => entry.id),
      ['o-2'],
    )
    assert.equal((await ask('/v1/outbox', Rows)).answer.rows.length, 3)
    const again = Type.Object({ id: Type.String(), status: Type.Literal('waiting') })
    assert.equal((await ask('/v1/outbox/o-2/resend', again, {})).status, 202)
    assert.equal(inside.outbox[1]!.status, 'waiting')
    assert.equal((await ask('/v1/outbox/o-2/resend', again, {})).status, 404)
    assert.equal((await ask('/v1/outbox/o-1/resend', again, {})).status, 404)
  }))

test('a check answers one with one and a list with a list', () =>
  asking(async (ask) => {
    const one = await ask('/v1/check', CheckRowSchema, { text: 'I will kill you', id: '7' })
    assert.deepEqual([one.status, one.answer.id, one.answer.scores.tvec2], [200, '7', 0.97])
    const list = await ask('/v1/check', Type.Array(CheckRowSchema), [{ text: 'a' }, { text: 'b', id: 'b' }])
    assert.deepEqual(
      list.answer.map(({ id }: { id: string | null }) => id),
      [null, 'b'],
    )
  }))

test('a check names the text and the field that do not fit', () =>
  asking(async (ask) => {
    const check = async (body: unknown, status: number, field: string | undefined) => {
      const { status: code, answer } = await ask('/v1/check', CheckRowSchema, body)
      assert.equal(code, status, JSON.stringify(answer))
      assert.equal(answer.field, field)
    }
    await check({}, 400, 'text')
    await check([{ text: 'a' }, { text: 7 }], 400, '1.text')
    await check({ text: 'a', language: 'x'.repeat(40) }, 400, 'language')
    await check([], 400, undefined)
    await check(
      Array.from({ length: CHECK_TEXTS_MAX + 1 }, () => ({ text: 'a' })),
      413,
      undefined,
    )
  }))

test('what is not there, and a method that is not meant, are said in the same form', () =>
  asking(async (ask) => {
    assert.equal((await ask('/v1/nowhere', Type.Unknown())).status, 404)
    assert.equal((await ask('/v1/status', Type.Unknown(), {})).status, 404)
    assert.equal((await ask(`/v1/decisions/${'x'.repeat(600)}`, Type.Unknown())).status, 414)
  }))
