import assert from 'node:assert/strict'
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttp } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Role } from '../model/roles.ts'
import { ownPath } from './oidc.ts'
import { loadOidcSettings, type OidcSettings } from './oidc-settings.ts'
import { NO_CONSOLE, sampleHouse, silentLogger } from './samples.ts'
import { createServer } from './server.ts'

const key = generateKeyPairSync('rsa', { modulusLength: 2048 })
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

interface Provider {
  issuer: string
  /** What it says of whoever signs in next, and how it misbehaves. */
  says: Record<string, unknown>
  /** What the token endpoint was asked, newest last. */
  asked: URLSearchParams[]
  close(): Promise<unknown>
}

/** A whole identity provider on loopback: discovery, keys, authorization with PKCE, tokens signed by RS256. */
async function openProvider(): Promise<Provider> {
  const codes = new Map<string, URLSearchParams>()
  const provider: Provider = { issuer: '', says: { sub: 'u-1' }, asked: [], close: async () => {} }
  const server = createHttp(async (request, response) => {
    const url = new URL(request.url!, provider.issuer)
    const json = (status: number, value: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(200, {
          issuer: provider.issuer,
          authorization_endpoint: `${provider.issuer}/authorize`,
          token_endpoint: `${provider.issuer}/token`,
          jwks_uri: `${provider.issuer}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
        })
      case '/jwks':
        return json(200, {
          keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }],
        })
      case '/authorize': {
        const code = randomBytes(12).toString('hex')
        codes.set(code, url.searchParams)
        const back = new URL(url.searchParams.get('redirect_uri')!)
        back.searchParams.set('code', code)
        back.searchParams.set('state', url.searchParams.get('state')!)
        return response.writeHead(302, { location: back.href }).end()
      }
      case '/token': {
        let body = ''
        for await (const chunk of request) body += chunk
        const form = new URLSearchParams(body)
        provider.asked.push(form)
        const asked = codes.get(form.get('code') ?? '')
        codes.delete(form.get('code') ?? '')
        const challenge = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url')
        if (asked?.get('code_challenge') !== challenge) return json(400, { error: 'invalid_grant' })
        const now = Math.floor(Date.now() / 1000)
        const claims = {
          iss: provider.issuer,
          aud: asked.get('client_id'),
          iat: now,
          exp: now + 60,
          nonce: asked.get('nonce'),
          ...provider.says,
        }
        const unsigned = `${encode({ alg: 'RS256', kid: 'k1' })}.${encode(claims)}`
        const signature = createSign('RSA-SHA256').update(unsigned).sign(key.privateKey, 'base64url')
        return json(200, { access_token: 'a', token_type: 'Bearer', id_token: `${unsigned}.${signature}` })
      }
    }
    return json(404, {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  provider.close = () => new Promise((resolve) => server.close(resolve))
  return provider
}

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
