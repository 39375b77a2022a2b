import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stillClock } from '../lib/clock.ts'
import { issueLink, LINK_LIFE_MS } from '../people/links.ts'
import { SESSION_IDLE_MS, SESSION_LIFE_MS } from '../people/sessions.ts'
import { invite, recoveryLink } from '../people/staff.ts'
import { linkFor, NO_CONSOLE, SAMPLE_AT, SAMPLE_HOST, sampleHouse, silentLogger } from './samples.ts'
import { createServer } from './server.ts'

const ORIGIN = `http://${SAMPLE_HOST}`
const PASSWORD = 'four plain words here'

/** A server whose clock stands still until told, and a browser that keeps its cookies. */
async function visiting(
  work: (tools: {
    house: ReturnType<typeof sampleHouse>
    clock: ReturnType<typeof stillClock>
    browser(address?: string): ReturnType<typeof newBrowser>
  }) => Promise<void>,
): Promise<void> {
  const clock = stillClock(Date.parse(SAMPLE_AT))
  const house = sampleHouse(clock)
  const app = await createServer(house, { consoleDir: NO_CONSOLE, logger: silentLogger() })
  try {
    await work({ house, clock, browser: (address) => newBrowser(app, address) })
  } finally {
    await app.close()
  }
}

function newBrowser(app: Awaited<ReturnType<typeof createServer>>, address = '203.0.113.7') {
  const jar = new Map<string, string>()
  const ask = async (url: string, payload?: object, more: Record<string, string> = {}) => {
    const headers: Record<string, string> = { origin: ORIGIN, 'x-forwarded-for': address, ...more }
    if (jar.size > 0) headers.cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await app.inject({
      method: payload === undefined ? 'GET' : 'POST',
      url,
      headers,
      ...(payload && { payload }),
    })
    for (const { name, value } of answer.cookies)
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    return answer
  }
  const join = (token: string, name: string, password = PASSWORD) =>
    ask('/v1/join', { token, name, displayName: name.toUpperCase(), password })
  return { ask, jar, join, status: async () => (await ask('/v1/session')).statusCode }
}

test('the first link makes the first administrator, who signs in by name and password from then on (P2)', () =>
  visiting(async ({ house, browser, clock }) => {
    const first = browser()
    assert.equal((await first.ask('/v1/sign-in')).json().first, true)
    const token = await issueLink(house.store, clock)
    const look = await first.ask('/v1/links/look', { token })
    assert.deepEqual([look.json().for, look.json().first], ['new', true])
    const joined = await first.join(token, 'Amal.B')
    assert.equal(joined.statusCode, 200)
    const { person, permissions } = joined.json()
    assert.deepEqual([person.name, person.displayName], ['amal.b', 'AMAL.B'])
    assert.ok(person.roles.includes('administrator') && permissions.includes('people'))
    assert.equal((await first.ask('/v1/sign-in')).json().first, false)
    assert.equal((await first.join(token, 'other')).statusCode, 401, 'it works once')

    const again = browser()
    const answer = await again.ask('/v1/sign-in', { name: ' AMAL.b ', password: PASSWORD })
    assert.equal(answer.statusCode, 200)
    assert.equal(answer.json().person.id, person.id)
    assert.equal(await again.status(), 200)
  }))

test('two who use one link at once: one comes in (P2)', () =>
  visiting(async ({ house, browser, clock }) => {
    const token = await issueLink(house.store, clock)
    const codes = (
      await Promise.all(['amal', 'badr', 'cyra'].map((name) => browser().join(token, name)))
    ).map(({ statusCode }) => statusCode)
    assert.deepEqual(codes.toSorted(), [200, 401, 401])
    assert.equal(house.inside.people.size, 1)
    const mine = await linkFor(house)
    const tries = await Promise.all([1, 2, 3].map(() => browser().ask('/v1/sign-in', { token: mine })))
    assert.deepEqual(tries.map(({ statusCode }) => statusCode).toSorted(), [200, 401, 401])
  }))

test('an invitation gives its roles and no others, whatever is sent with it (P3, P17)', () =>
  visiting(async ({ house, browser }) => {
    const made = await invite(house.people, null, { roles: ['reviewer'], name: 'Badr' })
    assert.ok(made.ok)
    const badr = browser()
    for (const more of [
      { roles: ['administrator'] },
      { id: 'person-1' },
      { status: 'active' },
      { permissions: ['people'] },
    ]) {
      const body: object = {
        token: made.token,
        name: 'badr',
        displayName: 'Badr',
        password: PASSWORD,
        ...more,
      }
      assert.equal((await badr.ask('/v1/join', body)).statusCode, 400, JSON.stringify(more))
    }
    const joined = (await badr.join(made.token, 'badr')).json()
    assert.deepEqual(joined.person.roles, ['reviewer'])
    assert.equal((await badr.ask('/v1/people')).statusCode, 403)
  }))

test('a name that is taken, or no name, or a weak password is refused and the link goes on working', () =>
  visiting(async ({ house, browser, clock }) => {
    await browser().join(await issueLink(house.store, clock), 'amal')
    const token = await issueLink(house.store, clock)
    const check = async (name: string, password: string, status: number, field: string) => {
      const answer = await browser().join(token, name, password)
      assert.deepEqual([answer.statusCode, answer.json().field], [status, field], name)
    }
    await check('AMAL', PASSWORD, 409, 'name')
    await check('a b', PASSWORD, 400, 'name')
    await check('<script>', PASSWORD, 400, 'name')
    await check('badr', 'short', 400, 'password')
    await check('badr', 'x'.repeat(300), 400, 'password')
    assert.equal((await browser().join(token, 'badr')).statusCode, 200)
  }))

test('the cookies are out of reach of scripts and of other sites, and travel by TLS where there is any', () =>
  visiting(async ({ house, browser }) => {
    const enter = async (more: Record<string, string>) => {
      const answer = await browser().ask('/v1/sign-in', { token: await linkFor(house) }, more)
      return answer.headers['set-cookie'] as string[]
    }
    const [session, device] = await enter({})
    assert.match(session!, /^hf_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/)
    assert.match(device!, /^hf_device=[\w.-]+; Max-Age=31536000; Path=\/v1\/; HttpOnly; SameSite=Strict$/)
    for (const one of await enter({ 'x-forwarded-proto': 'https' })) assert.match(one, /; Secure/)
  }))

test('a session ends after an hour without an act, and after a shift whatever is done (P7)', () =>
  visiting(async ({ house, browser, clock }) => {
    const somebody = browser()
    await somebody.ask('/v1/sign-in', { token: await linkFor(house) })
    const start = clock.now()
    for (
      ;
      clock.now() < start + SESSION_LIFE_MS - SESSION_IDLE_MS / 2;
      clock.set(clock.now() + SESSION_IDLE_MS / 2)
    ) {
      assert.equal(await somebody.status(), 200, `after ${(clock.now() - start) / 60_000} minutes`)
      assert.equal((await somebody.ask('/v1/session/alive', {})).statusCode, 204)
    }
    clock.set(start + SESSION_LIFE_MS)
    assert.equal(await somebody.status(), 401, 'the shift is over')

    const idle = browser()
    await idle.ask('/v1/sign-in', { token: await linkFor(house) })
    clock.set(clock.now() + SESSION_IDLE_MS / 2)
    assert.equal(await idle.status(), 200, 'reading is possible')
    clock.set(clock.now() + SESSION_IDLE_MS / 2)
    assert.equal(await idle.status(), 401, 'and is no act')
  }))

test('links lapse, and a clock that is set back lengthens nothing (P2, P7)', () =>
  visiting(async ({ house, browser, clock }) => {
    const late = await linkFor(house)
    const early = await linkFor(house)
    const somebody = browser()
    await somebody.ask('/v1/sign-in', { token: await linkFor(house) })
    clock.set(clock.now() - 60_000)
    assert.equal(await somebody.status(), 200)
    clock.set(clock.now() - SESSION_LIFE_MS)
    assert.equal(await somebody.status(), 401)
    assert.equal((await browser().ask('/v1/sign-in', { token: early })).statusCode, 401)
    clock.set(Date.parse(SAMPLE_AT) + LINK_LIFE_MS)
    assert.equal((await browser().ask('/v1/sign-in', { token: late })).statusCode, 401)
  }))

test('each sign-in begins a new session, and the one the browser had is over (P6)', () =>
  visiting(async ({ house, browser }) => {
    const somebody = browser()
    await somebody.ask('/v1/sign-in', { token: await linkFor(house, ['reviewer']) })
    const before = somebody.jar.get('hf_session')!
    await somebody.ask('/v1/sign-in', { token: await linkFor(house, ['senior']) })
    assert.notEqual(somebody.jar.get('hf_session'), before)
    const stolen = browser()
    stolen.jar.set('hf_session', before)
    assert.equal(await stolen.status(), 401)
    const planted = browser()
    planted.jar.set('hf_session', 'a-session-an-attacker-chose')
    await planted.ask('/v1/sign-in', { token: await linkFor(house) })
    assert.notEqual(planted.jar.get('hf_session'), 'a-session-an-attacker-chose')
  }))

test('who signs out is out, and the cookie goes', () =>
  visiting(async ({ house, browser }) => {
    const somebody = browser()
    await somebody.ask('/v1/sign-in', { token: await linkFor(house) })
    const secret = somebody.jar.get('hf_session')!
    const out = await somebody.ask('/v1/sign-out', {})
    assert.equal(out.statusCode, 204)
    assert.equal(somebody.jar.has('hf_session'), false)
    somebody.jar.set('hf_session', secret)
    assert.equal(await somebody.status(), 401)
  }))

test('another site signs nobody in or out (P8)', () =>
  visiting(async ({ house, browser }) => {
    const token = await linkFor(house)
    const check = async (origin: string, status: number) =>
      assert.equal((await browser().ask('/v1/sign-in', { token }, { origin })).statusCode, status, origin)
    await check('https://elsewhere.example', 403)
    await check('null', 403)
    await check(ORIGIN, 200)
    const somebody = browser()
    await somebody.ask('/v1/sign-in', { token: await linkFor(house) })
    const foreign = { origin: 'https://elsewhere.example' }
    assert.equal((await somebody.ask('/v1/sign-out', {}, foreign)).statusCode, 403)
    assert.equal((await somebody.ask('/v1/me', { displayName: 'Mallory' }, foreign)).statusCode, 403)
    assert.equal(await somebody.status(), 200)
  }))

test('a body that is none of ours is refused before anything is looked for', () =>
  visiting(async ({ browser }) => {
    const check = async (payload: object, status: number) =>
      assert.equal(
        (await browser().ask('/v1/sign-in', payload)).statusCode,
        status,
        JSON.stringify(payload).slice(0, 60),
      )
    await check({ token: '' }, 400)
    await check({ token: 'x'.repeat(129) }, 400)
    await check({ token: 7 }, 400)
    await check({ token: { $gt: '' } }, 400)
    await check({ name: ['amal'], password: PASSWORD }, 400)
    await check({ name: 'amal', password: { $ne: null } }, 400)
    await check({ name: 'amal', password: PASSWORD, token: 'x' }, 400)
    await check({ name: 'amal', password: PASSWORD, admin: true }, 400)
    await check({}, 400)
    await check({ name: "amal' OR 1=1 --", password: PASSWORD }, 401)
    await check({ name: '__proto__', password: PASSWORD }, 401)
  }))

test('a name nobody has is answered as a wrong password is (P11)', () =>
  visiting(async ({ house, browser, clock }) => {
    await browser().join(await issueLink(house.store, clock), 'amal')
    const closed = (await browser().join(await issueLink(house.store, clock), 'badr')).json()
    house.inside.people.get(closed.person.id)!.status = 'closed'
    const answers = []
    for (const name of ['amal', 'badr', 'nobody']) {
      const { statusCode, body, cookies } = await browser(`198.51.100.${name.length}`).ask('/v1/sign-in', {
        name,
        password: 'not the password at all',
      })
      answers.push(JSON.stringify({ statusCode, body, cookies }))
    }
    assert.deepEqual(new Set(answers).size, 1, answers.join('\n'))
    assert.match(answers[0]!, /do not fit together/)
  }))

test('guessing a password is slowed down; who signed in from there before is not, and a link always helps (P12, P13)', () =>
  visiting(async ({ house, browser, clock }) => {
    const amal = browser('192.0.2.1')
    const { person } = (await amal.join(await issueLink(house.store, clock), 'amal')).json()
    await amal.ask('/v1/sign-out', {})
    const guess = (address: string) =>
      browser(address).ask('/v1/sign-in', { name: 'amal', password: 'a guess of a password' })
    const codes = []
    for (let tries = 0; tries < 8; tries++) codes.push((await guess(`203.0.113.${tries}`)).statusCode)
    assert.deepEqual(codes, [401, 401, 401, 401, 401, 429, 429, 429])
    const held = await browser('198.51.100.1').ask('/v1/sign-in', { name: 'amal', password: PASSWORD })
    assert.equal(held.statusCode, 429, 'the right password is no way to find out')
    assert.ok(Number(held.headers['retry-after']) > 0)

    assert.equal((await amal.ask('/v1/sign-in', { name: 'amal', password: PASSWORD })).statusCode, 200)
    const link = await recoveryLink(house.people, null, person.id)
    assert.ok(link.ok)
    assert.equal((await browser('198.51.100.1').ask('/v1/sign-in', { token: link.token })).statusCode, 200)
    clock.set(clock.now() + 5 * 60_000)
    const later = await browser('198.51.100.1').ask('/v1/sign-in', { name: 'amal', password: PASSWORD })
    assert.equal(later.statusCode, 200)
  }))

test('a mark of somebody else, or one that was made up, is no known browser', () =>
  visiting(async ({ house, browser, clock }) => {
    const { person } = (await browser().join(await issueLink(house.store, clock), 'amal')).json()
    const mallory = browser()
    await mallory.join(await issueLink(house.store, clock), 'mallory')
    const mark = mallory.jar.get('hf_device')!
    const check = async (forged: string) => {
      const codes = []
      for (let tries = 0; tries < 7; tries++) {
        const one = browser(`203.0.113.${tries}`)
        one.jar.set('hf_device', forged)
        codes.push(
          (await one.ask('/v1/sign-in', { name: 'amal', password: 'a guess of a password' })).statusCode,
        )
      }
      assert.ok(codes.includes(429), `${forged}: ${codes}`)
      clock.set(clock.now() + 2 * 3_600_000)
    }
    await check(mark)
    await check(mark.replace(/^[^.]+/, person.id))
    await check(`${person.id}.x.y`)
    await check('...')
  }))

test('a password hashed at yesterday’s cost is hashed anew at sign-in', () =>
  visiting(async ({ house, browser, clock }) => {
    const { person } = (await browser().join(await issueLink(house.store, clock), 'amal')).json()
    const row = house.inside.people.get(person.id)!
    const { createPasswords } = await import('../people/password.ts')
    row.password = await createPasswords({ N: 8, r: 8, p: 1 }).hash(PASSWORD)
    assert.equal((await browser().ask('/v1/sign-in', { name: 'amal', password: PASSWORD })).statusCode, 200)
    assert.match(house.inside.people.get(person.id)!.password!, /^scrypt\$16\$/)
    assert.equal((await browser().ask('/v1/sign-in', { name: 'amal', password: PASSWORD })).statusCode, 200)
  }))

test('the ledger knows of each sign-in, and of none of the secrets (P18)', () =>
  visiting(async ({ house, browser, clock }) => {
    const token = await issueLink(house.store, clock)
    const amal = browser()
    await amal.join(token, 'amal')
    await browser().ask('/v1/sign-in', { name: 'amal', password: 'hunter2 hunter2 hunter2' })
    await browser().ask('/v1/sign-in', { name: 'my-password-in-the-wrong-field', password: 'x' })
    await amal.ask('/v1/sign-out', {})
    const said = house.inside.ledger.map(({ body }) => body.what)
    assert.deepEqual(said, [
      'link issued',
      'person joined',
      'signed in',
      'sign-in failed',
      'sign-in failed',
      'signed out',
    ])
    const kept = JSON.stringify([
      house.inside.ledger,
      [...house.inside.access.values()],
      [...house.inside.people.values()],
    ])
    for (const secret of [token, PASSWORD, 'hunter2', 'my-password-in'])
      assert.ok(!kept.includes(secret), `${secret} is kept`)
    const { cookies } = await browser().ask('/v1/sign-in', { name: 'amal', password: PASSWORD })
    assert.ok(
      !JSON.stringify([...house.inside.access.values()]).includes(cookies[0]!.value),
      'only hashes are kept',
    )
  }))

test('what needs the person and not their screen asks for a fresh sign-in (P9)', () =>
  visiting(async ({ house, browser, clock }) => {
    const somebody = browser()
    await somebody.ask('/v1/sign-in', { token: await linkFor(house) })
    const key = { name: 'script', permissions: ['read'] }
    assert.equal((await somebody.ask('/v1/me/keys', key)).statusCode, 201)
    clock.set(clock.now() + 16 * 60_000)
    for (const [url, body] of [
      ['/v1/me/keys', key],
      ['/v1/me/password', { next: PASSWORD }],
      ['/v1/me/passkeys/options', {}],
      ['/v1/people/invitations', { roles: ['administrator'] }],
    ] as const) {
      const answer = await somebody.ask(url, body)
      assert.deepEqual([answer.statusCode, /fresh/.test(answer.json().reason)], [401, true], url)
    }
    assert.equal(await somebody.status(), 200, 'the session goes on')
    assert.equal((await somebody.ask('/v1/me', { displayName: 'Amal' })).statusCode, 200)
  }))

test('one network makes thirty calls at the door in a minute', () =>
  visiting(async ({ browser }) => {
    const guess = (address: string) => browser(address).ask('/v1/links/look', { token: 'a-guess-of-a-token' })
    const codes: number[] = []
    for (let tries = 0; tries < 32; tries++) codes.push((await guess('2001:db8:1:2::1')).statusCode)
    assert.deepEqual(codes, [...Array(30).fill(401), 429, 429])
    assert.equal((await guess('2001:db8:1:2::ffff')).statusCode, 429, 'the same network')
    assert.equal((await guess('203.0.113.9')).statusCode, 401)
  }))
