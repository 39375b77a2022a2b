import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { actAtDesk } from '../threats/desk-acts.ts'
import { KEY } from '../threats/desk-samples.ts'
import { pageId } from '../threats/pages.ts'
import { acknowledgePath } from '../threats/watch.ts'
import { bearer, cookie, sampleServer } from './samples.ts'
import {
  OrderDoneSchema,
  OrdersAnswerSchema,
  RequestDoneSchema,
  RequestsAnswerSchema,
  ThreatAnswerSchema,
  ThreatDoneSchema,
  ThreatsAnswerSchema,
} from './threat-schemas.ts'

async function desk() {
  const server = await sampleServer()
  const { danger } = server.inside
  const person = async () => cookie((await server.signIn('threat-desk')).secret)
  const ask = async (who: object, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) => {
    const response = await server.app.inject({ ...who, method, url, ...(payload && { payload }) })
    return {
      status: response.statusCode,
      // biome-ignore lint/suspicious/noExplicitAny: what is asked for is held against its schema
      answer: response.body === '' ? null : (response.json() as any),
      response,
    }
  }
  const keeps = (schema: TSchema, answer: unknown) => {
    const check = Compile(schema)
    assert.ok(check.Check(answer), JSON.stringify([...check.Errors(answer)].slice(0, 3)))
  }
  return { ...server, danger, person, ask, keeps }
}

test('cases are listed, shown, and shown under the name of who looked', async () => {
  const { app, danger, person, ask, keeps, inside } = await desk()
  const { id } = danger.say({ post: 'p1' })
  const mira = await person()
  const list = await ask(mira, 'GET', '/v1/threats?list=explicit')
  keeps(ThreatsAnswerSchema, list.answer)
  assert.deepEqual(
    list.answer.threats.map((row: { id: string }) => row.id),
    [id],
  )
  assert.deepEqual((await ask(mira, 'GET', '/v1/threats?list=leakage')).answer.threats, [])
  const shown = await ask(mira, 'GET', `/v1/threats/${id}`)
  keeps(ThreatAnswerSchema, shown.answer)
  assert.ok(
    inside.ledger.some(({ kind, body }) => kind === 'viewed' && body.id === id && body.person !== null),
  )
  assert.equal((await ask(mira, 'GET', '/v1/threats/t-none')).status, 404)
  await app.close()
})

test('nobody without the permission comes near, and no program decides', async () => {
  const { app, danger, ask, key, signIn } = await desk()
  const { id } = danger.say({ post: 'p1' })
  const admin = cookie((await signIn('administrator', 'reviewer')).secret)
  for (const url of ['/v1/threats', `/v1/threats/${id}`, '/v1/protected', '/v1/orders', '/v1/requests'])
    assert.equal((await ask(admin, 'GET', url)).status, 403, url)
  const program = bearer(await key('threats'))
  assert.equal((await ask(program, 'GET', '/v1/threats')).status, 200)
  for (const url of [`/v1/threats/${id}/acts`, '/v1/threats'])
    assert.equal((await ask(program, 'POST', url, { do: 'note', why: 'x' })).status, 403, url)
  assert.equal((await ask(program, 'GET', '/v1/protected')).status, 403)
  await app.close()
})

test('two people grade, the second without seeing the first', async () => {
  const { app, danger, person, ask, keeps } = await desk()
  const { id } = danger.say({ post: 'p1' })
  const [mira, sol] = [await person(), await person()]
  const acts = `/v1/threats/${id}/acts`
  const first = await ask(mira, 'POST', acts, { do: 'grade', grade: 'low', why: 'a play is rehearsed' })
  assert.equal(first.status, 200, first.response.body)
  keeps(ThreatDoneSchema, first.answer)
  const seen = (await ask(sol, 'GET', `/v1/threats/${id}`)).answer
  assert.deepEqual([seen.blind, seen.gradings, seen.threat.grading], [true, [], 'second'])
  const again = await ask(mira, 'POST', acts, { do: 'grade', grade: 'low', why: 'again' })
  assert.deepEqual([again.status, again.answer.reason], [409, 'a second grade is somebody else’s'])
  const second = await ask(sol, 'POST', acts, { do: 'grade', grade: 'low', why: 'the same play' })
  assert.deepEqual([second.answer.view.threat.grade, second.answer.view.threat.grading], ['low', 'settled'])
  await app.close()
})

test('an act that does not fit is told by its field; who acts is not the body’s to say', async () => {
  const { app, danger, person, ask } = await desk()
  const { id } = danger.say({ post: 'p1' })
  const mira = await person()
  const check = async (payload: object, status: number, field: string) => {
    const { status: got, answer } = await ask(mira, 'POST', `/v1/threats/${id}/acts`, payload)
    assert.deepEqual([got, answer.field], [status, field])
  }
  await check({ do: 'explode', why: '' }, 400, 'do')
  await check({ do: 'bundle', why: '' }, 400, 'do')
  await check({ do: 'grade', grade: 'worst', why: '' }, 400, 'grade')
  await check({ do: 'grade', why: '' }, 400, 'grade')
  const body = { do: 'note', why: 'hello', by: 'somebody else', token: 'x', case: 't-other' }
  const { answer } = await ask(mira, 'POST', `/v1/threats/${id}/acts`, body)
  assert.notEqual(answer.view.notes[0].by, 'somebody else')
  const opened = await ask(mira, 'POST', '/v1/threats', {
    do: 'open',
    why: 'by telephone',
    accounts: ['acct:9'],
    posts: [],
    factors: [{ factor: 'target', value: 'present', evidence: 'the caller named her' }],
  })
  assert.equal(opened.status, 200, opened.response.body)
  assert.equal(opened.answer.view.openedBy, 'hand')
  await app.close()
})

test('P5: the link of a page asks first, acknowledges once, and is good for nothing else', async () => {
  const { app, danger, ask } = await desk()
  const { id } = danger.say({ post: 'p1' })
  const page = pageId('threat', id, 'human-begun-1', 'mira')
  actAtDesk(
    {
      id: 'due',
      type: 'threat.paged',
      at: new Date(0).toISOString(),
      account: 'holdfast',
      page: {
        page,
        about: { kind: 'threat', id },
        stage: 'human-begun-1',
        to: 'mira',
        channels: ['email'],
        status: 'due',
        detail: '',
      },
    },
    danger.room,
  )
  const url = acknowledgePath('threat', id, page, KEY)
  const asked = await app.inject({ url })
  assert.equal(asked.statusCode, 200)
  assert.match(asked.body, /<form method="post">/)
  assert.match(String(asked.headers['content-security-policy']), /form-action 'self'/)
  assert.ok(!asked.body.includes(id))
  assert.equal(danger.room.cases.get(id)!.clock!.seen, null)
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const answered = await app.inject({ url, method: 'POST', headers: form, payload: '' })
  assert.equal(answered.statusCode, 200, answered.body)
  assert.equal(danger.room.cases.get(id)!.clock!.seen!.by, 'mira')
  assert.match((await app.inject({ url })).body, /Acknowledged/)
  assert.equal((await app.inject({ url: url.replace(/token=.*/, 'token=guess') })).statusCode, 404)
  assert.equal((await ask({}, 'GET', `/v1/threats/${id}`)).status, 401)
  await app.close()
})

test('the register over HTTP: put in, looked at, taken out, each on the ledger', async () => {
  const { app, person, ask, house } = await desk()
  const mira = await person()
  const csv = 'kind,label,names\nwitness,A witness,Ann Example\n'
  assert.deepEqual((await ask(mira, 'POST', '/v1/protected', { csv })).answer, {
    added: 1,
    replaced: 0,
    all: 1,
  })
  const bad = await ask(mira, 'POST', '/v1/protected', { csv: `${csv}staff,X,Tom\n` })
  assert.deepEqual([bad.status, bad.answer.field], [400, 'csv'])
  const [entry] = (await ask(mira, 'GET', '/v1/protected')).answer.people
  assert.equal(entry.label, 'A witness')
  assert.equal((await ask(mira, 'DELETE', `/v1/protected/${entry.id}`)).status, 204)
  assert.equal((await ask(mira, 'DELETE', `/v1/protected/${entry.id}`)).status, 404)
  const { ledger } = house.register as unknown as { ledger: { body: { what: string } }[] }
  assert.deepEqual(
    ledger.map(({ body }) => body.what),
    ['put', 'looked', 'removed'],
  )
  await app.close()
})

test('orders over HTTP: the hour, a forged one, and what makes a provider exposed', async () => {
  const { app, danger, person, ask, keeps } = await desk()
  await danger.order('o1')
  const mira = await person()
  const acts = (payload: object) => ask(mira, 'POST', '/v1/orders/o1/acts', { why: 'because', ...payload })
  const early = await acts({ do: 'remove' })
  assert.deepEqual([early.status, early.answer.reason], [409, 'its sender is not verified'])
  keeps(OrderDoneSchema, (await acts({ do: 'verify', how: 'called back' })).answer)
  assert.equal((await acts({ do: 'remove' })).answer.view.status, 'removed')
  await acts({ do: 'final' })
  const list = (await ask(mira, 'GET', '/v1/orders')).answer
  keeps(OrdersAnswerSchema, list)
  assert.equal((await ask(mira, 'GET', '/v1/orders/none')).status, 404)
  assert.equal((await ask(mira, 'POST', '/v1/orders/none/acts', { do: 'seen', why: '' })).status, 404)
  await app.close()
})

test('requests over HTTP: nothing is released before a call-back and two people', async () => {
  const { app, person, ask, keeps } = await desk()
  const [mira, sol] = [await person(), await person()]
  const sender = { name: 'Officer', organisation: 'Example police', contact: '+1 555 0100' }
  const taken = await ask(mira, 'POST', '/v1/requests', {
    do: 'receive',
    why: 'by mail',
    kind: 'emergency-disclosure',
    sender,
    says: 'All you have.',
  })
  keeps(RequestDoneSchema, taken.answer)
  const { id } = taken.answer.view
  const acts = (who: object, payload: object) =>
    ask(who, 'POST', `/v1/requests/${id}/acts`, { why: '', ...payload })
  const release = {
    do: 'release',
    basis: 'us-2702-b-8',
    disclosed: [{ what: 'The post', why: 'It says where.' }],
    necessity: 'Nothing else is.',
  }
  assert.equal((await acts(mira, release)).status, 409)
  const call = { do: 'call', foundAt: 'the police’s own site', spokeWith: 'the desk', confirmed: true }
  assert.equal((await acts(mira, { ...call, number: '0015550100' })).status, 409)
  assert.equal((await acts(mira, { ...call, number: '+1 555 0999' })).answer.view.status, 'verified')
  assert.equal((await acts(mira, release)).answer.view.status, 'verified')
  assert.equal((await acts(mira, release)).status, 409)
  assert.equal((await acts(sol, release)).answer.view.status, 'released')
  keeps(RequestsAnswerSchema, (await ask(mira, 'GET', '/v1/requests')).answer)
  await app.close()
})
