import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stillClock } from '../lib/clock.ts'
import { PERMISSIONS } from '../model/roles.ts'
import { issueLink, LINK_LIFE_MS } from '../people/links.ts'
import { SESSION_LIFE_MS } from '../people/sessions.ts'
import { cookie, NO_CONSOLE, SAMPLE_HOST, sampleHouse, sampleServer, silentLogger } from './samples.ts'
import { createServer } from './server.ts'

type Server = Awaited<ReturnType<typeof sampleServer>>

const trade = ({ app }: Pick<Server, 'app'>, token: unknown, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/v1/sign-in', payload: { token }, headers })

/** What `set-cookie` says, by attribute. */
const cookieOf = (header: unknown): Map<string, string> =>
  new Map(
    String(header)
      .split('; ')
      .map((part) => [part.split('=')[0]!, part.split('=').slice(1).join('=')]),
  )

test('a link signs one person in, once', async () => {
  const server = await sampleServer()
  const token = await server.link()
  const first = await trade(server, token)
  assert.equal(first.statusCode, 200)
  assert.deepEqual(
    first.json().scopes,
    [...PERMISSIONS].filter((permission) => permission !== 'intake'),
  )
  const second = await trade(server, token)
  assert.equal(second.statusCode, 401)
  assert.match(second.json().reason, /used already/)
  assert.ok(!second.body.includes(token), 'an answer repeats no secret')
  const secret = cookieOf(first.headers['set-cookie']).get('hf_session')!
  assert.equal((await server.app.inject({ url: '/v1/status', ...cookie(secret) })).statusCode, 200)
  await server.app.close()
})

test('two who use one link at once: one comes in', async () => {
  const server = await sampleServer()
  const token = await server.link()
  const codes = (await Promise.all([trade(server, token), trade(server, token), trade(server, token)])).map(
    ({ statusCode }) => statusCode,
  )
  assert.deepEqual(codes.toSorted(), [200, 401, 401])
  await server.app.close()
})

test('the cookie is out of reach of scripts and of other sites', async () => {
  const server = await sampleServer()
  const plain = cookieOf((await trade(server, await server.link())).headers['set-cookie'])
  assert.ok(plain.has('HttpOnly') && !plain.has('Secure'))
  assert.equal(plain.get('SameSite'), 'Strict')
  assert.equal(plain.get('Path'), '/')
  assert.equal(plain.get('Max-Age'), String(SESSION_LIFE_MS / 1000))
  const proxied = await trade(server, await server.link(), { 'x-forwarded-proto': 'https' })
  assert.ok(cookieOf(proxied.headers['set-cookie']).has('Secure'))
  await server.app.close()
})

test('links and sessions lapse', async () => {
  const clock = stillClock(Date.UTC(2026, 2, 2))
  const house = sampleHouse(clock)
  const app = await createServer(house, { consoleDir: NO_CONSOLE, logger: silentLogger() })
  const late = await issueLink(house.store, clock)
  clock.set(clock.now() + LINK_LIFE_MS)
  assert.equal((await trade({ app }, late)).statusCode, 401)
  const answer = await trade({ app }, await issueLink(house.store, clock))
  const credential = cookie(cookieOf(answer.headers['set-cookie']).get('hf_session')!)
  const status = async () => (await app.inject({ url: '/v1/session', ...credential })).statusCode
  assert.equal(await status(), 200)
  clock.set(clock.now() + SESSION_LIFE_MS)
  assert.equal(await status(), 401)
  await app.close()
})

test('a clock that is set back makes no link or session live longer', async () => {
  const clock = stillClock(Date.UTC(2026, 2, 2))
  const house = sampleHouse(clock)
  const app = await createServer(house, { consoleDir: NO_CONSOLE, logger: silentLogger() })
  const early = await issueLink(house.store, clock)
  const answer = await trade({ app }, await issueLink(house.store, clock))
  const credential = cookie(cookieOf(answer.headers['set-cookie']).get('hf_session')!)
  const status = async () => (await app.inject({ url: '/v1/session', ...credential })).statusCode
  clock.set(clock.now() - 60_000)
  assert.equal(await status(), 200)
  clock.set(clock.now() - SESSION_LIFE_MS)
  assert.equal(await status(), 401)
  assert.equal((await trade({ app }, early)).statusCode, 401)
  await app.close()
})

test('who signs out is out, and the cookie goes', async () => {
  const server = await sampleServer()
  const { secret } = await server.signIn()
  const out = await server.app.inject({ method: 'POST', url: '/v1/sign-out', ...cookie(secret) })
  assert.equal(out.statusCode, 204)
  assert.match(String(out.headers['set-cookie']), /hf_session=;.*Expires=Thu, 01 Jan 1970/)
  assert.equal((await server.app.inject({ url: '/v1/session', ...cookie(secret) })).statusCode, 401)
  await server.app.close()
})

test('another site signs nobody in', async () => {
  const server = await sampleServer()
  const token = await server.link()
  assert.equal((await trade(server, token, { origin: 'https://elsewhere.example' })).statusCode, 403)
  assert.equal((await trade(server, token, { origin: 'null' })).statusCode, 403)
  assert.equal((await trade(server, token, { origin: `http://${SAMPLE_HOST}` })).statusCode, 200)
  await server.app.close()
})

test('a token that cannot be one is refused before it is looked for', async () => {
  const server = await sampleServer()
  const check = async (payload: unknown, code: number) =>
    assert.equal((await trade(server, payload)).statusCode, code, JSON.stringify(payload)?.slice(0, 60))
  await check('', 400)
  await check('x'.repeat(129), 400)
  await check(7, 400)
  await check({ $gt: '' }, 400)
  await check(await server.key('admin'), 401)
  await server.app.close()
})

test('guessing is slowed down', async () => {
  const server = await sampleServer()
  const codes: number[] = []
  for (let tries = 0; tries < 12; tries++) codes.push((await trade(server, `guess-${tries}`)).statusCode)
  assert.deepEqual(codes.slice(0, 10), Array(10).fill(401))
  assert.deepEqual(codes.slice(10), [429, 429])
  await server.app.close()
})

test('an administrator invites another person; the ledger knows of it, the secret does not stand there', async () => {
  const server = await sampleServer()
  const { secret } = await server.signIn()
  const made = await server.app.inject({ method: 'POST', url: '/v1/links', ...cookie(secret) })
  assert.equal(made.statusCode, 201)
  const { token } = made.json()
  assert.equal((await trade(server, token)).statusCode, 200)
  const written = JSON.stringify(server.inside.ledger)
  assert.match(written, /link issued/)
  assert.match(written, /signed in/)
  assert.ok(!written.includes(token) && !written.includes(secret))
  assert.ok(
    ![...server.inside.access.values()].some((row) => JSON.stringify(row).includes(secret)),
    'only hashes are kept',
  )
  await server.app.close()
})
