import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Compile } from 'typebox/compile'
import { closedAccount, openAccount } from '../lineage/samples.ts'
import type { LinkReviewed } from '../model/event.ts'
import { LinksAnswerSchema, ReviewAnswerSchema } from './links.ts'
import { bearer, cookie, sampleLink, sampleServer } from './samples.ts'

const REVIEW = '/v1/links/acct:900/review'
const finding = { closedAccount: 'acct:123', finding: 'confirmed', by: 'ann', why: 'one device, one voice' }

async function asking(credential: 'review' | 'read') {
  const server = await sampleServer()
  const { links, accounts } = server.inside
  accounts.set('acct:900', openAccount('acct:900'))
  accounts.set('acct:123', closedAccount('acct:123'))
  accounts.set('acct:7', openAccount('acct:7'))
  links.push(
    sampleLink('l-1'),
    sampleLink('l-2', { account: 'acct:901', at: '2026-03-02T09:31:00.000Z', status: 'rejected' }),
    sampleLink('l-3', { account: 'acct:902', at: '2026-03-02T09:32:00.000Z', tier: 'possible' }),
  )
  const key = bearer(await server.key(credential))
  const ask = async (url: string, payload?: object) => {
    const response = await server.app.inject({
      url,
      ...key,
      ...(payload && { method: 'POST' as const, payload }),
    })
    return { status: response.statusCode, answer: response.json() }
  }
  return { server, ask }
}

test('links are listed, told last first, by account, tier and status, page by page', async () => {
  const { server, ask } = await asking('read')
  const listed = async (query: string) => {
    const { status, answer } = await ask(`/v1/links${query}`)
    assert.equal(status, 200, JSON.stringify(answer))
    assert.ok(Compile(LinksAnswerSchema).Check(answer))
    return [answer.links.map(({ id }: { id: string }) => id), answer.next]
  }
  assert.deepEqual(await listed(''), [['l-3', 'l-2', 'l-1'], null])
  assert.deepEqual(await listed('?account=acct:901'), [['l-2'], null])
  assert.deepEqual(await listed('?status=rejected'), [['l-2'], null])
  assert.deepEqual(await listed('?tier=possible'), [['l-3'], null])
  assert.deepEqual(await listed('?limit=2'), [['l-3', 'l-2'], 'l-2'])
  assert.deepEqual(await listed('?limit=2&before=l-2'), [['l-1'], null])
  assert.equal((await ask('/v1/links?tier=sure')).status, 400)
  assert.equal((await ask('/v1/links?limit=501')).status, 400)
  await server.app.close()
})

test('R6: a finding goes on the bus with who and why, and is answered with its event', async () => {
  const { server, ask } = await asking('review')
  for (const what of ['confirmed', 'rejected', 'withdrawn'] as const) {
    const { status, answer } = await ask(REVIEW, { ...finding, finding: what })
    assert.equal(status, 200, JSON.stringify(answer))
    assert.ok(Compile(ReviewAnswerSchema).Check(answer))
    const event = server.inside.taken.at(-1) as LinkReviewed
    assert.deepEqual(
      [event.id, event.type, event.account, event.link],
      [answer.event, 'link.reviewed', 'acct:900', { ...finding, finding: what }],
    )
  }
  await server.app.close()
})

test('a person who is signed in finds as themselves, whatever the body says', async () => {
  const { server } = await asking('review')
  const { secret } = await server.signIn()
  const answer = await server.app.inject({
    method: 'POST',
    url: REVIEW,
    payload: finding,
    ...cookie(secret),
  })
  assert.equal(answer.statusCode, 200, answer.body)
  const { by } = (server.inside.taken.at(-1) as LinkReviewed).link
  assert.notEqual(by, 'ann')
  assert.ok(server.inside.people.has(by))
  await server.app.close()
})

test('what cannot be found is refused with a reason, and nothing is put on the bus', async () => {
  const { server, ask } = await asking('review')
  const refused = async (payload: object, status: number, words: RegExp, url = REVIEW) => {
    const { status: told, answer } = await ask(url, payload)
    assert.equal(told, status, JSON.stringify(answer))
    assert.match(`${answer.reason} ${answer.hint}`, words)
  }
  const { by: _, ...nobody } = finding
  await refused(nobody, 400, /by is needed/)
  await refused({ ...finding, why: '' }, 400, /fewer than 1/)
  await refused({ ...finding, why: '   ' }, 400, /pattern/)
  await refused({ ...finding, finding: 'sure' }, 400, /finding|allowed|equal/)
  await refused({ ...finding, closedAccount: 'acct:7' }, 409, /not a closed account/)
  await refused({ ...finding, closedAccount: 'acct:900' }, 409, /itself/)
  await refused({ ...finding, closedAccount: 'acct:0' }, 404, /nothing is known/)
  await refused(finding, 404, /nothing is known/, '/v1/links/acct:0/review')
  server.inside.line.halted = 'the disk is full'
  await refused(finding, 503, /halted/)
  assert.deepEqual(server.inside.taken, [])
  await server.app.close()
})
