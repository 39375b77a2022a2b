import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openProvider, type Provider } from '../../scripts/testing/identity-provider.ts'
import type { Role } from '../model/roles.ts'
import { ownPath } from './oidc.ts'
import { loadOidcSettings, type OidcSettings } from './oidc-settings.ts'
import { NO_CONSOLE, sampleHouse, silentLogger } from './samples.ts'
import { createServer } from './server.ts'

/** A browser that follows the way from us to the provider and back. */
async function signingOn(
  work: (tools: {
    provider: Provider
    house: ReturnType<typeof sampleHouse>
    walk(
      returnTo?: string,
      meddle?: (back: URL, cookie: string) => { back: URL; cookie: string },
    ): Promise<Walked>
  }) => Promise<void>,
  more: Partial<OidcSettings> = {},
): Promise<void> {
  const provider = await openProvider()
  const house = sampleHouse()
  const settings = { issuer: provider.issuer, clientId: 'holdfast', clientSecret: 's3cret', ...more }
  const app = await createServer(house, { consoleDir: NO_CONSOLE, logger: silentLogger(), oidc: settings })
  try {
    await work({
      provider,
      house,
      async walk(returnTo, meddle = (back, cookie) => ({ back, cookie })) {
        const query = returnTo === undefined ? '' : `?returnTo=${encodeURIComponent(returnTo)}`
        const out = await app.inject({ url: `/v1/sign-in/oidc${query}` })
        assert.equal(out.statusCode, 303, out.body)
        const asked = await fetch(String(out.headers.location), { redirect: 'manual' })
        const mine = `hf_oidc=${out.cookies[0]!.value}`
        const { back, cookie } = meddle(new URL(asked.headers.get('location')!), mine)
        const home = await app.inject({ url: `${back.pathname}${back.search}`, headers: { cookie } })
        const secret = home.cookies.find(({ name, value }) => name === 'hf_session' && value !== '')?.value
        const session =
          secret && (await app.inject({ url: '/v1/session', headers: { cookie: `hf_session=${secret}` } }))
        return {
          to: String(home.headers.location),
          flags: String(out.headers['set-cookie']),
          session: session ? session.json() : null,
          replay: () => app.inject({ url: `${back.pathname}${back.search}`, headers: { cookie } }),
        }
      },
    })
  } finally {
    await app.close()
    await provider.close()
  }
}

interface Walked {
  to: string
  flags: string
  // biome-ignore lint/suspicious/noExplicitAny: the schema is held elsewhere
  session: any
  replay(): Promise<{ headers: Record<string, unknown> }>
}

test('who the provider vouches for is let in, with no role until somebody gives one', () =>
  signingOn(async ({ provider, walk }) => {
    provider.says = { sub: 'u-1', preferred_username: 'Amal.B', name: 'Amal B.', groups: ['administrators'] }
    const first = await walk('/decisions?mode=live')
    assert.equal(first.to, '/decisions?mode=live')
    const { person, permissions, method } = first.session
    assert.deepEqual(
      [person.name, person.displayName, person.roles, permissions, method],
      ['amal.b', 'Amal B.', [], [], 'oidc'],
    )
    assert.match(
      first.flags,
      /hf_oidc=[\w-]{43}; Max-Age=300; Path=\/v1\/sign-in\/oidc; HttpOnly; SameSite=Lax/,
    )
    const again = await walk()
    assert.deepEqual([again.to, again.session.person.id], ['/', person.id], 'the same person')
    const [asked] = provider.asked
    assert.ok((asked!.get('code_verifier') ?? '').length >= 43, 'PKCE')
    assert.equal(asked!.get('client_secret'), 's3cret')
  }))

test('roles follow a claim, at each sign-in, by values that are named and no others', () =>
  signingOn(
    async ({ provider, walk, house }) => {
      const roles = async (groups: unknown): Promise<Role[]> => {
        provider.says = { sub: 'u-1', groups }
        return (await walk()).session.person.roles
      }
      assert.deepEqual(await roles(['tns', 'leads', 'cooks', '__proto__']), ['reviewer', 'senior'])
      assert.deepEqual(await roles('tns'), ['reviewer'])
      assert.deepEqual(await roles(undefined), ['auditor'].slice(1))
      assert.deepEqual(await roles([{ admin: true }, 7]), [])
      assert.deepEqual(await roles(['root']), ['administrator'])
      assert.deepEqual(
        await roles(['tns']),
        ['reviewer', 'administrator'],
        'the last administrator stays one',
      )
      assert.ok(house.inside.ledger.some(({ body }) => body.what === 'roles changed' && body.by === 'oidc'))
    },
    { claim: 'groups', roles: { tns: ['reviewer'], leads: ['senior'], root: ['administrator'] } },
  ))

test('a name that somebody here has gives nobody their account (P5)', () =>
  signingOn(async ({ provider, walk, house }) => {
    provider.says = { sub: 'u-1', preferred_username: 'amal' }
    const amal = (await walk()).session.person
    provider.says = { sub: 'u-2', preferred_username: 'amal' }
    const other = (await walk()).session.person
    assert.notEqual(other.id, amal.id)
    assert.notEqual(other.name, 'amal')
    house.inside.people.get(amal.id)!.status = 'closed'
    provider.says = { sub: 'u-1', preferred_username: 'amal' }
    assert.deepEqual(await walk().then(({ to, session }) => [to, session]), ['/#refused', null])
  }))

test('an answer that was begun elsewhere, or meddled with, or is not for us, signs nobody in', () =>
  signingOn(async ({ provider, walk, house }) => {
    const check = async (
      meddle: (back: URL, cookie: string) => { back: URL; cookie: string },
      what: string,
    ) => {
      const { to, session } = await walk('/', meddle)
      assert.deepEqual([to, session], ['/#refused', null], what)
    }
    await check((back) => ({ back, cookie: '' }), 'another browser')
    await check((back) => ({ back, cookie: 'hf_oidc=made-up' }), 'a made-up cookie')
    await check((back, cookie) => {
      back.searchParams.set('state', 'other')
      return { back, cookie }
    }, 'another state')
    await check((back, cookie) => {
      back.searchParams.set('code', 'stolen')
      return { back, cookie }
    }, 'another code')
    for (const [what, says] of Object.entries({
      'another nonce': { nonce: 'other' },
      'another audience': { aud: 'somebody-else' },
      'another issuer': { iss: 'https://elsewhere.example' },
      lapsed: { exp: 1_000_000_000 },
      'no subject': { sub: undefined },
    })) {
      provider.says = { sub: 'u-1', ...says }
      await check((back, cookie) => ({ back, cookie }), what)
    }
    assert.equal(house.inside.people.size, 0)
    provider.says = { sub: 'u-1' }
    const good = await walk()
    assert.notEqual(good.session, null)
    assert.equal((await good.replay()).headers['location'], '/#refused', 'an answer is taken once')
  }))

test('a provider that does not answer leads back to the door', async () => {
  const settings = { issuer: 'http://127.0.0.1:1', clientId: 'holdfast', clientSecret: null }
  const app = await createServer(sampleHouse(), {
    consoleDir: NO_CONSOLE,
    logger: silentLogger(),
    oidc: settings,
  })
  const answer = await app.inject({ url: '/v1/sign-in/oidc' })
  assert.deepEqual([answer.statusCode, answer.headers.location], [303, '/#refused'])
  await app.close()
})

test('the way back is a path of ours, whatever is asked for', () => {
  const check = (wanted: string | undefined, path: string) => assert.equal(ownPath(wanted), path, wanted)
  check('/decisions?mode=live', '/decisions?mode=live')
  check('/', '/')
  check(undefined, '/')
  for (const hostile of [
    '',
    'decisions',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    '/.//evil.example',
    '/x/..//evil.example',
    '/%2e//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/a\\..\\\\evil.example',
    '/\u2028/evil.example',
  ])
    check(hostile, '/')
})

test('settings say what is wrong with them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-oidc-'))
  try {
    const file = join(folder, 'oidc.yaml')
    const check = (text: string, fault: RegExp | null) => {
      writeFileSync(file, text)
      const loaded = loadOidcSettings(file)
      if (fault === null) assert.equal(loaded.ok, true, JSON.stringify(loaded))
      else assert.match(loaded.ok ? '' : loaded.reason, fault)
    }
    const good = 'issuer: https://id.example\nclientId: holdfast\n'
    check(good, null)
    check(`${good}claim: groups\nroles: { leads: [senior] }\n`, null)
    check(`${good}roles: { leads: [senior] }\n`, /claim/)
    check(`${good}claim: groups\nroles: { leads: [king] }\n`, /roles\.leads/)
    check(`${good}clientSecretFile: ${join(folder, 'none')}\n`, /clientSecretFile/)
    check(`${good}secret: x\n`, /secret: is not known/)
    check('issuer: http://id.example\nclientId: holdfast\n', /https/)
    check('issuer: http://127.0.0.1:9\nclientId: holdfast\n', null)
    check('- nothing', /object/)
    check('{', /cannot be read/)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
