import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Meddling, type SoftwareKey, softwareKey } from '../../scripts/testing/software-key.ts'
import { stillClock } from '../lib/clock.ts'
import { issueLink } from '../people/links.ts'
import { NO_CONSOLE, SAMPLE_AT, sampleHouse, silentLogger } from './samples.ts'
import { createServer } from './server.ts'

const ORIGIN = 'https://desk.example'

// biome-ignore lint/suspicious/noExplicitAny: the schemas are held elsewhere
type Json = any

interface Tools {
  house: ReturnType<typeof sampleHouse>
  clock: ReturnType<typeof stillClock>
  post(
    url: string,
    payload?: object,
    cookie?: string,
  ): Promise<{ statusCode: number; json(): Json; cookie: string }>
  /** Somebody who joined by this key: their id and cookie. */
  joined(key: SoftwareKey, name: string): Promise<{ id: string; cookie: string }>
  signIn(key: SoftwareKey, meddling?: Meddling): Promise<number>
}

async function visiting(work: (tools: Tools) => Promise<void>): Promise<void> {
  const clock = stillClock(Date.parse(SAMPLE_AT))
  const house = sampleHouse(clock)
  const app = await createServer(house, {
    consoleDir: NO_CONSOLE,
    logger: silentLogger(),
    origin: ORIGIN,
    hosts: ['desk.example'],
  })
  const post: Tools['post'] = async (url, payload = {}, cookie = '') => {
    const headers = { host: 'desk.example', origin: ORIGIN, ...(cookie && { cookie }) }
    const answer = await app.inject({ method: 'POST', url, payload, headers })
    const kept = answer.cookies.find(({ name }) => name === 'hf_session')
    if (kept !== undefined) assert.equal(kept.secure, true, 'an https page has secure cookies')
    return { statusCode: answer.statusCode, json: () => answer.json(), cookie: `hf_session=${kept?.value}` }
  }
  const tools: Tools = {
    house,
    clock,
    post,
    async joined(key, name) {
      const who = { token: await issueLink(house.store, clock), name, displayName: name }
      const { id, options } = (await post('/v1/join/passkey/options', who)).json()
      const answer = await post('/v1/join', { ...who, passkey: { id, response: key.create(options) } })
      assert.equal(answer.statusCode, 200, JSON.stringify(answer.json()))
      return { id: answer.json().person.id, cookie: answer.cookie }
    },
    async signIn(key, meddling) {
      const { id, options } = (await post('/v1/sign-in/passkey/options')).json()
      const answer = await post('/v1/sign-in/passkey', { id, response: key.get(options, meddling) })
      return answer.statusCode
    },
  }
  try {
    await work(tools)
  } finally {
    await app.close()
  }
}

test('a passkey joins and signs in, and knows nothing of a password', () =>
  visiting(async ({ joined, signIn, house, post }) => {
    const key = softwareKey(ORIGIN)
    const { id } = await joined(key, 'amal')
    assert.equal(await signIn(key), 200)
    const [passkey] = house.inside.people.get(id)!.passkeys
    assert.deepEqual([passkey!.host, passkey!.counter, passkey!.usedAt !== null], ['desk.example', 2, true])
    const guess = await post('/v1/sign-in', { name: 'amal', password: 'null null null null' })
    assert.equal(guess.statusCode, 401)
  }))

test('what was signed for another page, without its person, for another question, or by a copy opens nothing', () =>
  visiting(async ({ joined, signIn, house, clock, post }) => {
    const key = softwareKey(ORIGIN)
    const { id } = await joined(key, 'amal')
    const other = softwareKey(ORIGIN)
    const badr = await joined(other, 'badr')
    const check = async (what: string, meddling: Meddling, by = key) =>
      assert.equal(await signIn(by, meddling), 401, what)
    await check('another origin', { origin: 'https://desk.example.evil.example' })
    await check('another host', { host: 'evil.example' })
    await check('nobody there', { unverified: true })
    await check('another question', { challenge: Buffer.from('made up').toString('base64url') })
    await check('another person', { userHandle: Buffer.from(badr.id).toString('base64url') })
    await check('a person who is none', { userHandle: Buffer.from('__proto__').toString('base64url') })
    await check('nobody’s key', {}, softwareKey(ORIGIN))
    assert.equal(await signIn(key), 200)
    await check('an older count, as a copied key has', { counter: 1 })

    const { id: asked, options } = (await post('/v1/sign-in/passkey/options')).json()
    const response = key.get(options)
    assert.equal((await post('/v1/sign-in/passkey', { id: asked, response })).statusCode, 200)
    assert.equal(
      (await post('/v1/sign-in/passkey', { id: asked, response })).statusCode,
      401,
      'a second time',
    )
    const late = (await post('/v1/sign-in/passkey/options')).json()
    clock.set(clock.now() + 5 * 60_000 + 1)
    const slow = await post('/v1/sign-in/passkey', { id: late.id, response: key.get(late.options) })
    assert.equal(slow.statusCode, 401, 'too late')
    for (const nonsense of [
      null,
      7,
      'x',
      [],
      {},
      { id: 1, response: null },
      { response: { userHandle: {} } },
    ]) {
      const again = (await post('/v1/sign-in/passkey/options')).json()
      const answer = await post('/v1/sign-in/passkey', { id: again.id, response: nonsense })
      assert.ok(answer.statusCode === 401 || answer.statusCode === 400, JSON.stringify(nonsense))
    }
    house.inside.people.get(id)!.status = 'closed'
    await check('who has left', {})
  }))

test('a second passkey is added by its person, and the last way in is not removed', () =>
  visiting(async ({ joined, signIn, post }) => {
    const [first, second] = [softwareKey(ORIGIN), softwareKey(ORIGIN)]
    const { cookie } = await joined(first, 'amal')
    const mallory = await joined(softwareKey(ORIGIN), 'mallory')
    const ask = async () => (await post('/v1/me/passkeys/options', {}, cookie)).json()
    const stolen = await ask()
    const theft = { id: stolen.id, response: second.create(stolen.options), name: 'mine' }
    assert.equal(
      (await post('/v1/me/passkeys', theft, mallory.cookie)).statusCode,
      401,
      'a question of somebody else',
    )
    const { id, options } = await ask()
    const added = await post(
      '/v1/me/passkeys',
      { id, response: second.create(options), name: 'laptop' },
      cookie,
    )
    assert.deepEqual(
      added.json().passkeys.map(({ name }: { name: string }) => name),
      ['first', 'laptop'],
    )
    assert.equal(await signIn(second), 200)
    const forged = await ask()
    const foreign = softwareKey(ORIGIN).create(forged.options, { origin: 'https://evil.example' })
    assert.equal(
      (await post('/v1/me/passkeys', { id: forged.id, response: foreign, name: 'x' }, cookie)).statusCode,
      400,
    )
    const [one, two] = added.json().passkeys
    assert.equal((await post(`/v1/me/passkeys/${one.id}/remove`, {}, cookie)).statusCode, 200)
    assert.equal(await signIn(first), 401)
    assert.equal((await post(`/v1/me/passkeys/${two.id}/remove`, {}, cookie)).statusCode, 409)
    assert.equal((await post('/v1/me/passkeys/none/remove', {}, cookie)).statusCode, 404)
  }))
