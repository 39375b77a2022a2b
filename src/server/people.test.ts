import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PERMISSIONS, type Role } from '../model/roles.ts'
import { bearer, cookie, sampleDecision, sampleServer } from './samples.ts'

type Server = Awaited<ReturnType<typeof sampleServer>>

async function asking(
  work: (server: Server & { ask: ReturnType<typeof asker> }) => Promise<void>,
): Promise<void> {
  const server = await sampleServer()
  try {
    await work({ ...server, ask: asker(server) })
  } finally {
    await server.app.close()
  }
}

const asker =
  ({ app }: Server) =>
  (secret: string, url: string, payload?: object) =>
    app.inject({
      method: payload === undefined ? 'GET' : 'POST',
      url,
      ...(secret.startsWith('hf_') ? bearer(secret) : cookie(secret)),
      ...(payload && { payload }),
    })

test('a change of roles holds from the person’s next call on, for their keys too (P15)', () =>
  asking(async ({ ask, signIn }) => {
    const [boss, badr] = [await signIn('administrator'), await signIn('analyst')]
    const key = (
      await ask(badr.secret, '/v1/me/keys', { name: 'script', permissions: ['read', 'check'] })
    ).json()
    const check = async (text: number, read: number) => {
      assert.equal((await ask(key.secret, '/v1/check', { text: 'hello' })).statusCode, text)
      assert.equal((await ask(badr.secret, '/v1/status')).statusCode, read)
      assert.equal((await ask(key.secret, '/v1/status')).statusCode, read)
    }
    const become = (roles: Role[]) => ask(boss.secret, `/v1/people/${badr.person.id}/roles`, { roles })
    await check(200, 200)
    assert.deepEqual((await become(['auditor'])).json().roles, ['auditor'])
    await check(403, 200)
    await become([])
    await check(403, 403)
    await become(['analyst'])
    await check(200, 200)
    assert.equal((await ask(boss.secret, `/v1/people/${badr.person.id}/close`, {})).json().status, 'closed')
    await check(401, 401)
    assert.equal((await ask(boss.secret, `/v1/people/${badr.person.id}/reopen`, {})).statusCode, 200)
    await check(401, 401)
  }))

test('the last administrator can be taken away by nobody, whoever is asked first (P4)', () =>
  asking(async ({ ask, signIn }) => {
    const [one, two] = [await signIn('administrator'), await signIn('administrator')]
    const demote = (id: string) => ask(one.secret, `/v1/people/${id}/roles`, { roles: ['reviewer'] })
    const both = await Promise.all([
      demote(two.person.id),
      ask(one.secret, `/v1/people/${one.person.id}/close`, {}),
    ])
    assert.deepEqual(both.map(({ statusCode }) => statusCode).toSorted(), [200, 409])
    assert.match(both.find(({ statusCode }) => statusCode === 409)!.json().reason, /last administrator/)
    for (const url of ['close', 'roles'])
      assert.equal(
        (await ask(one.secret, `/v1/people/${one.person.id}/${url}`, url === 'roles' ? { roles: [] } : {}))
          .statusCode,
        409,
      )
    assert.equal((await ask(one.secret, '/v1/people')).statusCode, 200)
  }))

test('nobody reaches another’s sessions, keys or profile by naming them (P17)', () =>
  asking(async ({ ask, signIn, key, inside }) => {
    const [mine, theirs] = [await signIn('reviewer'), await signIn('administrator')]
    const made = (await ask(theirs.secret, '/v1/me/keys', { name: 'theirs', permissions: ['read'] })).json()
    const program = [...inside.access.values()].length
    await key('intake')
    assert.ok(inside.access.size > program)
    const check = async (url: string, payload: object, status: number) =>
      assert.equal((await ask(mine.secret, url, payload)).statusCode, status, url)
    await check(`/v1/sessions/${theirs.id}/revoke`, {}, 404)
    await check(`/v1/me/keys/${made.key.id}/revoke`, {}, 404)
    for (const row of inside.access.values())
      if (row.kind === 'key') await check(`/v1/me/keys/${row.id}/revoke`, {}, 404)
    await check(`/v1/keys/${made.key.id}/revoke`, {}, 403)
    await check(`/v1/people/${theirs.person.id}/link`, {}, 403)
    await check(`/v1/people/${mine.person.id}/roles`, { roles: ['administrator'] }, 403)
    assert.equal((await ask(theirs.secret, '/v1/session')).statusCode, 200)
    assert.deepEqual((await ask(mine.secret, '/v1/me/keys')).json().keys, [])
    assert.deepEqual(
      (await ask(mine.secret, '/v1/sessions')).json().sessions.map(({ id }: { id: string }) => id),
      [mine.id],
    )
    assert.equal((await ask(theirs.secret, '/v1/me/keys')).json().keys.length, 1)
  }))

test('a body takes what it names and nothing else (P17)', () =>
  asking(async ({ ask, signIn, inside }) => {
    const badr = await signIn('reviewer')
    const before = JSON.stringify(inside.people.get(badr.person.id))
    for (const more of [
      { roles: ['administrator'] },
      { id: 'person-1' },
      { status: 'closed' },
      { password: 'x' },
      { subject: null },
    ]) {
      assert.equal((await ask(badr.secret, '/v1/me', { displayName: 'Badr', ...more })).statusCode, 400)
      const key = { name: 'k', permissions: ['read'], ...more }
      assert.equal((await ask(badr.secret, '/v1/me/keys', key)).statusCode, 400, JSON.stringify(more))
    }
    const polluted = JSON.parse('{"displayName":"Badr","__proto__":{"roles":["administrator"]}}')
    assert.ok([200, 400].includes((await ask(badr.secret, '/v1/me', polluted)).statusCode))
    assert.deepEqual(inside.people.get(badr.person.id)!.roles, ['reviewer'])
    assert.equal(
      JSON.stringify({ ...inside.people.get(badr.person.id), displayName: badr.person.displayName }),
      before,
    )
  }))

test('nobody makes a key that does more than they may (P16)', () =>
  asking(async ({ ask, signIn, key }) => {
    const [boss, badr] = [await signIn('administrator'), await signIn('reviewer')]
    const check = async (secret: string, url: string, permissions: string[], status: number) =>
      assert.equal(
        (await ask(secret, url, { name: 'k', permissions })).statusCode,
        status,
        `${url} ${permissions}`,
      )
    await check(badr.secret, '/v1/me/keys', ['review'], 201)
    await check(badr.secret, '/v1/me/keys', ['review', 'senior'], 403)
    await check(badr.secret, '/v1/me/keys', ['intake'], 403)
    await check(badr.secret, '/v1/me/keys', ['everything'], 400)
    await check(badr.secret, '/v1/me/keys', [], 400)
    await check(boss.secret, '/v1/keys', ['intake', 'check', 'metrics', 'read'], 201)
    for (const permission of ['threats', 'evidence', 'audit', 'review'])
      await check(boss.secret, '/v1/keys', [permission], 403)
    const program = await key('admin')
    await check(program, '/v1/keys', ['admin', 'intake'], 201)
    await check(program, '/v1/keys', ['people'], 403)
    const tooLong = { name: 'k', permissions: ['review'], days: 400 }
    assert.equal((await ask(badr.secret, '/v1/me/keys', tooLong)).statusCode, 400)
  }))

test('keys are listed with what they may and when they were used, and end when revoked or lapsed', () =>
  asking(async ({ ask, signIn, app }) => {
    const boss = await signIn('administrator')
    const made = (
      await ask(boss.secret, '/v1/keys', { name: 'the platform', permissions: ['intake', 'read'], days: 30 })
    ).json()
    assert.match(made.secret, /^hf_[\w-]{43}$/)
    assert.equal((await ask(made.secret, '/v1/status')).statusCode, 200)
    const { keys } = (await ask(boss.secret, '/v1/keys')).json()
    const [row] = keys.filter(({ id }: { id: string }) => id === made.key.id)
    assert.deepEqual(
      [row.name, row.permissions, row.person, row.by],
      ['the platform', ['intake', 'read'], null, boss.person.id],
    )
    assert.ok(row.usedAt !== null && row.expiresAt !== null)
    assert.ok(!JSON.stringify(keys).includes('ecretHash'), 'hashes stay inside')
    assert.equal((await ask(boss.secret, `/v1/keys/${made.key.id}/revoke`, {})).statusCode, 204)
    assert.equal((await app.inject({ url: '/v1/status', ...bearer(made.secret) })).statusCode, 401)
  }))

test('one ends other sessions of one’s own, and a new password ends them all', () =>
  asking(async ({ ask, signIn, house, inside }) => {
    const here = await signIn('reviewer')
    const { beginSession } = await import('../people/sessions.ts')
    const elsewhere = () =>
      beginSession(house.store, house.clock, inside.people.get(here.person.id)!, {
        method: 'password',
        agent: 'a phone',
      })
    const [one, two] = [await elsewhere(), await elsewhere()]
    const list = async () =>
      (await ask(here.secret, '/v1/sessions')).json().sessions.map(({ id }: { id: string }) => id)
    assert.equal((await list()).length, 3)
    assert.equal((await ask(here.secret, `/v1/sessions/${one.id}/revoke`, {})).statusCode, 204)
    assert.equal((await ask(one.secret, '/v1/session')).statusCode, 401)
    assert.equal(
      (await ask(here.secret, '/v1/me/password', { next: 'four plain words here' })).statusCode,
      204,
    )
    assert.equal((await ask(two.secret, '/v1/session')).statusCode, 401)
    assert.deepEqual(await list(), [here.id])
    await elsewhere()
    assert.equal((await ask(here.secret, '/v1/sessions/revoke-others', {})).statusCode, 204)
    assert.deepEqual(await list(), [here.id])
  }))

test('auditors see who did and saw what, by name, page by page; nobody else does (P19)', () =>
  asking(async ({ ask, signIn, inside }) => {
    const [auditor, badr] = [await signIn('auditor'), await signIn('reviewer')]
    inside.decisions.push(sampleDecision('dec-1'))
    assert.equal((await ask(badr.secret, '/v1/decisions/dec-1')).statusCode, 200)
    assert.equal((await ask(badr.secret, '/v1/decisions/none')).statusCode, 404)
    const all = (await ask(auditor.secret, `/v1/audit?person=${badr.person.id}`)).json()
    assert.deepEqual(
      all.entries.map(({ kind, body }: { kind: string; body: { what?: string; id?: string } }) => [
        kind,
        body.what ?? body.id,
      ]),
      [
        ['viewed', 'dec-1'],
        ['access', 'signed in'],
      ],
    )
    const { displayName, name, pseudonym } = badr.person
    assert.deepEqual(all.people[badr.person.id], { displayName, name, pseudonym })
    const first = (await ask(auditor.secret, '/v1/audit?limit=1')).json()
    const second = (await ask(auditor.secret, `/v1/audit?limit=1&before=${first.next}`)).json()
    assert.equal(second.entries[0].seq, first.entries[0].seq - 1)
    assert.equal((await ask(auditor.secret, '/v1/audit?kind=viewed')).json().entries.length, 1)
    assert.equal((await ask(auditor.secret, '/v1/audit?who=badr')).statusCode, 400)
    for (const role of ['administrator', 'senior', 'reviewer'] as const)
      assert.equal((await ask((await signIn(role)).secret, '/v1/audit')).statusCode, 403, role)
  }))

test('colleagues know each other’s names; programs do not', () =>
  asking(async ({ ask, signIn, key }) => {
    const badr = await signIn('reviewer')
    const { people } = (await ask(badr.secret, '/v1/colleagues')).json()
    assert.deepEqual(Object.keys(people[0]).sort(), ['displayName', 'id', 'pseudonym'])
    const program = await key(...PERMISSIONS)
    assert.equal((await ask(program, '/v1/colleagues')).statusCode, 403)
    const own = (await ask(badr.secret, '/v1/me/keys', { name: 'k', permissions: ['read'] })).json().secret
    assert.equal((await ask(own, '/v1/colleagues')).statusCode, 403)
    assert.equal((await ask(own, '/v1/me')).statusCode, 403)
  }))

test('names that would run, hide or turn text come back as data, and are kept without what is invisible', () =>
  asking(async ({ ask, signIn }) => {
    const badr = await signIn('reviewer')
    const hostile = [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "'-alert(1)-'",
      'javascript:alert(1)',
      '{{constructor.constructor("x")()}}',
      '<svg/onload=alert(1)>',
      '\u202eabc\u2066',
      'a\u0000b\u200bc',
      '=HYPERLINK("http://x")',
    ]
    for (const displayName of hostile) {
      const answer = await ask(badr.secret, '/v1/me', { displayName })
      assert.equal(answer.statusCode, 200, displayName)
      assert.match(String(answer.headers['content-type']), /^application\/json/)
      assert.equal(answer.headers['x-content-type-options'], 'nosniff')
      assert.equal(answer.json().displayName, displayName.replaceAll(/[\u0000\u200b\u202e\u2066]/g, ''))
    }
    for (const displayName of ['\u200b\u200b', '   ', 'x'.repeat(81)])
      assert.equal((await ask(badr.secret, '/v1/me', { displayName })).statusCode, 400)
  }))

test('an invitation can be taken back, and a link for somebody who lost their way in lets in only them', () =>
  asking(async ({ ask, signIn, app }) => {
    const [boss, badr] = [await signIn('administrator'), await signIn('reviewer')]
    const made = (
      await ask(boss.secret, '/v1/people/invitations', { roles: ['senior'], name: 'Cyra' })
    ).json()
    assert.match(made.url, /\/#welcome=[\w-]{43}$/)
    const { invitations } = (await ask(boss.secret, '/v1/people')).json()
    assert.deepEqual(
      invitations.map(({ id, name, roles }: { id: string; name: string; roles: string[] }) => [
        id,
        name,
        roles,
      ]),
      [[made.id, 'Cyra', ['senior']]],
    )
    assert.equal((await ask(boss.secret, `/v1/people/invitations/${made.id}/withdraw`, {})).statusCode, 204)
    const look = (token: string) => app.inject({ method: 'POST', url: '/v1/links/look', payload: { token } })
    assert.equal((await look(made.token)).statusCode, 401)
    const help = (await ask(boss.secret, `/v1/people/${badr.person.id}/link`, {})).json()
    const entered = await app.inject({ method: 'POST', url: '/v1/sign-in', payload: { token: help.token } })
    assert.equal(entered.json().person.id, badr.person.id)
    const secret = entered.cookies.find(({ name }) => name === 'hf_session')!.value
    assert.equal(
      (await ask(secret, '/v1/me/password', { next: 'five plain words are here' })).statusCode,
      204,
    )
    assert.equal((await ask(boss.secret, '/v1/people/nobody/link', {})).statusCode, 404)
  }))
