import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TSchema, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { closing, postBy, tellingOf } from './campaign-samples.ts'
import { bearer, cookie, sampleServer } from './samples.ts'
import {
  CampaignAnswerSchema,
  CampaignOrderAnswerSchema,
  CampaignProposalSchema,
  CampaignSchema,
  CampaignsAnswerSchema,
  ProblemSchema,
} from './schemas.ts'

type Server = Awaited<ReturnType<typeof sampleServer>>
type Ask = (
  url: string,
  schema: TSchema,
  payload?: unknown,
  // biome-ignore lint/suspicious/noExplicitAny: the schema was held against it
) => Promise<{ status: number; answer: any }>

// The document names what it refers to; here it is put in.
const View = Type.Object({ ...CampaignAnswerSchema.properties, campaign: CampaignSchema })
const Answer = Type.Object({ ...CampaignOrderAnswerSchema.properties, proposal: CampaignProposalSchema })

/** A server over a campaign of twelve, asked by a key that may review. */
async function asking(work: (ask: Ask, server: Server) => Promise<void>): Promise<void> {
  const server = await sampleServer()
  const { memory } = server.inside
  for (let i = 0; i < 12; i++) {
    const { event, reading } = postBy(`acct:${i}`)
    memory.take(event, reading)
  }
  memory.take(tellingOf('c1'))
  const credential = bearer(await server.key('review'))
  await work(async (url, schema, payload) => {
    const response = await server.app.inject({
      url,
      ...credential,
      ...(payload === undefined ? {} : { method: 'POST', payload: payload as object }),
    })
    const answer = response.json()
    const problem = response.statusCode >= 400
    const check = Compile(problem ? ProblemSchema : schema)
    assert.ok(check.Check(answer), `${url} does not keep to its schema: ${response.body.slice(0, 400)}`)
    return { status: response.statusCode, answer }
  }, server)
  await server.app.close()
}

const ACTS = '/v1/campaigns/c1/acts'
const who = { by: 'ann', why: 'One text, forty mouths.' }

test('campaigns are listed without their members, and shown with them', () =>
  asking(async (ask) => {
    const { answer } = await ask('/v1/campaigns', CampaignsAnswerSchema)
    assert.deepEqual([answer.campaigns[0].id, answer.campaigns[0].members], ['c1', 12])
    assert.deepEqual(
      (await ask('/v1/campaigns?status=dismissed', CampaignsAnswerSchema)).answer.campaigns,
      [],
    )
    assert.equal((await ask('/v1/campaigns?status=loud', CampaignsAnswerSchema)).answer.field, 'status')
    const { answer: view } = await ask('/v1/campaigns/c1', View)
    assert.deepEqual([view.campaign.members.length, view.evidence.odds], [12, 660])
    assert.equal((await ask('/v1/campaigns/none', View)).status, 404)
  }))

test('an act is previewed, carried out by its token, shown, and undone as a whole', () =>
  asking(async (ask, { inside: { memory } }) => {
    const confirmed = await ask(ACTS, Answer, { do: 'confirm', ...who, preview: false })
    assert.deepEqual([confirmed.status, confirmed.answer.done], [200, true])
    const logged = memory.log.length
    const { answer: preview } = await ask(ACTS, Answer, { do: 'act', ...who })
    assert.deepEqual([preview.done, preview.event, preview.proposal.accounts.count], [false, null, 12])
    assert.equal(memory.log.length, logged, 'a preview was put on the log')
    memory.take(closing('acct:4'))
    const order = { do: 'act', ...who, preview: false, token: preview.proposal.token }
    const late = await ask(ACTS, Answer, order)
    assert.equal(late.status, 409)
    assert.match(late.answer.reason, /no longer do what the preview said/)
    const again = await ask(ACTS, Answer, { ...order, preview: true })
    assert.deepEqual(again.answer.proposal.leftOut.reasons, { 'not-open': 1 })
    const { answer: done } = await ask(ACTS, Answer, { ...order, token: again.answer.proposal.token })
    assert.equal(memory.led.outbox.filter(({ action }) => action === 'limit').length, 11)
    const { answer: view } = await ask('/v1/campaigns/c1', View)
    assert.deepEqual([view.campaign.status, view.acts[0].event], ['watched', done.event])
    const undone = await ask(ACTS, Answer, { do: 'undo', ...who, act: done.event, preview: false })
    assert.equal(undone.status, 200)
    assert.equal(memory.led.outbox.filter(({ action }) => action === 'restore').length, 12)
    assert.deepEqual((await ask('/v1/campaigns/c1', View)).answer.acts, [])
  }))

test('what may not be done is said in the preview, and refused with reason and hint', () =>
  asking(async (ask, { inside: { memory } }) => {
    const { answer } = await ask(ACTS, Answer, { do: 'act', ...who })
    assert.match(answer.proposal.fault.reason, /suspected/)
    const refused = await ask(ACTS, Answer, { do: 'act', ...who, preview: false })
    assert.deepEqual([refused.status, refused.answer.hint], [409, 'Confirm it first.'])
    assert.equal((await ask('/v1/campaigns/none/acts', Answer, { do: 'confirm', ...who })).status, 404)
    assert.equal(memory.led.outbox.length, 0)
  }))

test('a body that does not fit is refused with its field', () =>
  asking(async (ask) => {
    const check = async (body: unknown, field: string) => {
      const { status, answer } = await ask(ACTS, Answer, body)
      assert.deepEqual([status, answer.field], [400, field], JSON.stringify(answer))
    }
    await check({ do: 'confirm', by: 'ann' }, 'why')
    await check({ do: 'confirm', why: 'x' }, 'by')
    await check({ ...who, do: 'burn' }, 'do')
    await check({ ...who, do: 'merge' }, 'into')
    await check({ ...who, do: 'split' }, 'accounts')
    await check({ ...who, do: 'undo' }, 'act')
    await check({ ...who, do: 'act', actions: ['suspend'] }, 'actions.0')
    await check({ ...who, do: 'act', preview: 'no' }, 'preview')
    await check({ ...who, do: 'split', accounts: Array.from({ length: 2_001 }, () => 'a') }, 'accounts')
  }))

test('only who may review sees members and decides, and a page only from its own origin', () =>
  asking(async (_ask, { app, key, signIn }) => {
    const check = async (status: number, options: { headers: Record<string, string> }) => {
      for (const url of ['/v1/campaigns', '/v1/campaigns/c1'])
        assert.equal((await app.inject({ url, ...options })).statusCode, status, url)
      const payload = { do: 'confirm', ...who }
      assert.equal((await app.inject({ method: 'POST', url: ACTS, payload, ...options })).statusCode, status)
    }
    await check(401, { headers: {} })
    await check(403, bearer(await key('read', 'intake', 'check', 'metrics')))
    await check(200, bearer(await key('review')))
    await check(403, bearer(await key('admin')))
    const { secret } = await signIn()
    await check(200, cookie(secret))
    const stranger = await app.inject({
      method: 'POST',
      url: ACTS,
      payload: { do: 'confirm', ...who },
      ...cookie(secret, 'https://elsewhere.example'),
    })
    assert.equal(stranger.statusCode, 403)
  }))

test('a finding is signed by who is signed in, whatever the body says; a program says for whom it speaks', () =>
  asking(async (ask, { app, signIn, inside: { memory } }) => {
    const { secret, person } = await signIn('reviewer')
    const order = { do: 'confirm', by: 'somebody else', why: 'One text, forty mouths.', preview: false }
    const answer = await app.inject({ method: 'POST', url: ACTS, payload: order, ...cookie(secret) })
    assert.equal(answer.statusCode, 200)
    const written = JSON.stringify(memory.log)
    assert.ok(written.includes(person.id) && !written.includes('somebody else'))
    const act = { do: 'act', why: 'x', second: 'a colleague who knows of nothing' }
    const alone = await app.inject({ method: 'POST', url: ACTS, payload: act, ...cookie(secret) })
    assert.deepEqual([alone.statusCode, alone.json().field], [409, 'second'])
    const nameless = await ask(ACTS, Answer, { do: 'watch', why: 'x' })
    assert.deepEqual([nameless.status, nameless.answer.field], [400, 'by'])
  }))
