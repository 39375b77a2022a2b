import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { InjectOptions } from 'fastify'
import { PERMISSIONS, type Permission, permissionsOf, ROLE_NAMES } from '../model/roles.ts'
import type { Need } from './gate.ts'
import { PAGE_SCREENS } from './page.ts'
import { bearer, cookie, sampleServer } from './samples.ts'

/**
 * What each route needs. A route that is not here fails the test: nobody opens a door without writing it down. `+ person` where a
 * program’s key does not do.
 */
const NEEDS: Record<string, Need | `${Permission} + person`> = {
  'GET /v1/threats': 'threats',
  'GET /v1/threats/bases': 'threats',
  'GET /v1/threats/:id': 'threats + person',
  'POST /v1/threats': 'threats + person',
  'POST /v1/threats/:id/acts': 'threats + person',
  'GET /v1/orders': 'threats',
  'POST /v1/orders': 'threats',
  'GET /v1/orders/:id': 'threats',
  'POST /v1/orders/:id/acts': 'threats + person',
  'GET /v1/requests': 'threats',
  'POST /v1/requests': 'threats + person',
  'GET /v1/requests/:id': 'threats',
  'POST /v1/requests/:id/acts': 'threats + person',
  'GET /v1/protected': 'threats + person',
  'POST /v1/protected': 'threats + person',
  'DELETE /v1/protected/:id': 'threats + person',
  'GET /v1/pages/:kind/:id/:page/acknowledge': 'nothing',
  'POST /v1/pages/:kind/:id/:page/acknowledge': 'nothing',
  'GET /': 'nothing',
  'GET /v1/overview': 'read',
  ...Object.fromEntries(
    PAGE_SCREENS.flatMap((screen) => [`GET /${screen}`, `GET /${screen}/*`]).map((route) => [
      route,
      'nothing',
    ]),
  ),
  'GET /assets/*': 'nothing',
  ...Object.fromEntries(
    PAGE_SCREENS.flatMap((screen) => [
      [`GET /${screen}`, 'nothing' as const],
      [`GET /${screen}/*`, 'nothing' as const],
    ]),
  ),
  'GET /health': 'nothing',
  'GET /v1/openapi.json': 'nothing',
  'GET /v1/sign-in': 'nothing',
  'POST /v1/sign-in': 'nothing',
  'POST /v1/sign-in/passkey': 'nothing',
  'GET /v1/sign-in/oidc': 'nothing',
  'GET /v1/sign-in/oidc/callback': 'nothing',
  'POST /v1/sign-in/passkey/options': 'nothing',
  'POST /v1/links/look': 'nothing',
  'POST /v1/join': 'nothing',
  'POST /v1/join/passkey/options': 'nothing',
  'POST /v1/events': 'intake',
  'POST /v1/check': 'check',
  'GET /v1/status': 'read',
  'GET /v1/policies': 'read',
  'GET /v1/decisions': 'read',
  'GET /v1/decisions/:id': 'read',
  'GET /v1/outbox': 'read',
  'GET /v1/evidence': 'evidence',
  'GET /v1/evidence/:id': 'evidence',
  'GET /v1/evidence/:id/media/:index': 'evidence',
  'GET /v1/evidence/views': 'audit',
  'GET /v1/evidence/holds': 'evidence',
  'POST /v1/evidence/holds': 'evidence',
  'POST /v1/evidence/holds/:id/extend': 'evidence',
  'POST /v1/evidence/holds/:id/lift': 'evidence',
  'POST /v1/evidence/retain': 'evidence',
  'POST /v1/evidence/erase': 'evidence',
  'POST /v1/evidence/export': 'evidence',
  'GET /v1/lineage/:id': 'read',
  'GET /v1/links': 'read',
  'POST /v1/links/:id/review': 'review',
  'GET /v1/live': 'read',
  'POST /v1/outbox/:id/resend': 'admin',
  'GET /v1/session': 'session',
  'POST /v1/session/alive': 'session',
  'POST /v1/sign-out': 'session',
  'GET /v1/sessions': 'session',
  'POST /v1/sessions/:id/revoke': 'session',
  'POST /v1/sessions/revoke-others': 'session',
  'GET /v1/colleagues': 'session',
  'GET /v1/me': 'session',
  'POST /v1/me': 'session',
  'POST /v1/me/password': 'session',
  'POST /v1/me/passkeys': 'session',
  'POST /v1/me/passkeys/options': 'session',
  'POST /v1/me/passkeys/:id/remove': 'session',
  'GET /v1/me/keys': 'session',
  'POST /v1/me/keys': 'session',
  'POST /v1/me/keys/:id/revoke': 'session',
  'GET /v1/people': 'people',
  'POST /v1/people/invitations': 'people',
  'POST /v1/people/invitations/:id/withdraw': 'people',
  'POST /v1/people/:id/roles': 'people',
  'POST /v1/people/:id/close': 'people',
  'POST /v1/people/:id/reopen': 'people',
  'POST /v1/people/:id/link': 'people',
  'POST /v1/people/:id/sign-out': 'people',
  'GET /v1/keys': 'admin',
  'POST /v1/keys': 'admin',
  'POST /v1/keys/:id/revoke': 'admin',
  'GET /v1/audit': 'audit',
  'GET /v1/campaigns': 'review',
  'GET /v1/campaigns/:id': 'review',
  'POST /v1/campaigns/:id/acts': 'review',
  'GET /metrics': 'metrics',
  'GET /v1/jobs': 'review + person',
  'GET /v1/jobs/counts': 'review + person',
  'POST /v1/jobs/next': 'review + person',
  'GET /v1/jobs/:id': 'review + person',
  'POST /v1/jobs/:id/claim': 'review + person',
  'POST /v1/jobs/:id/heartbeat': 'review + person',
  'POST /v1/jobs/:id/hand-back': 'review + person',
  'POST /v1/jobs/:id/decisions': 'review + person',
  'GET /v1/proposals': 'review + person',
  'POST /v1/proposals/:id/answers': 'senior + person',
  'GET /v1/desk/me': 'review + person',
  'POST /v1/desk/me': 'review + person',
  'GET /v1/appeals': 'appeals + person',
  'GET /v1/appeals/:id': 'appeals + person',
  'POST /v1/appeals/:id/decisions': 'appeals + person',
  'POST /v1/public/appeal': 'nothing',
  'GET /v1/search': 'review',
  'GET /v1/search/top': 'review',
  'GET /v1/search/series': 'review',
  'GET /v1/searches': 'review + person',
  'POST /v1/searches': 'review + person',
  'POST /v1/bulk': 'senior + person',
  'GET /v1/bulk': 'senior',
  'POST /v1/bulk/:id/undo': 'senior + person',
  'GET /v1/quality': 'senior',
  'POST /v1/quality/samples': 'review + person',
  'POST /v1/quality/samples/:id/findings': 'review + person',
  'GET /v1/quality/golden': 'senior',
  'POST /v1/quality/golden': 'senior + person',
  'GET /v1/macros': 'review',
  'POST /v1/macros': 'senior + person',
  'GET /v1/rules': 'rules',
  'POST /v1/rules/check': 'rules',
  'POST /v1/rules/backtests': 'rules',
  'GET /v1/rules/backtests/:id': 'rules',
  'POST /v1/rules/versions': 'rules + person',
  'POST /v1/rules/roll-back': 'rules + person',
}

test('every route is let through by what it needs, and by nothing else (P14)', async () => {
  const { app, signIn, key } = await sampleServer()
  const routes = routesOf(app.printRoutes())
  assert.deepEqual([...routes].sort(), Object.keys(NEEDS).sort())

  for (const route of routes) {
    const [method, path] = route.split(' ') as ['GET' | 'POST', string]
    const [needs, by] = NEEDS[route]!.split(' + ') as [Need, 'person' | undefined]
    const url = path.replace(':id', 'x').replace('*', 'x')
    const status = async (credential: InjectOptions) => {
      // The stream would never end: 401 and 403 are told before it begins, and that is all that is asked here.
      const controller = new AbortController()
      const asking = app.inject({
        method,
        url,
        ...credential,
        signal: controller.signal,
        payloadAsStream: true,
      })
      const { statusCode, headers } = await asking
      // What is sent is never taken for a page, whatever it holds.
      assert.equal(headers['x-content-type-options'], 'nosniff', route)
      if (path.startsWith('/v1/'))
        assert.doesNotMatch(String(headers['content-type'] ?? ''), /html|svg|xml|javascript/, route)
      controller.abort()
      return statusCode
    }
    const isOpen = (code: number) => code !== 401 && code !== 403
    const check = async (who: string, credential: InjectOptions, open: boolean) => {
      const code = await status(credential)
      assert.equal(
        open ? isOpen(code) : code === 401 || code === 403 || code === 429,
        true,
        `${route} by ${who}: ${code}`,
      )
    }
    const open = needs === 'nothing'
    await check('nobody', {}, open)
    await check('a wrong key', bearer('hf_wrong'), open)
    const suffices = (permissions: readonly Permission[]) =>
      open || permissions.some((permission) => permission === needs)
    for (const permission of PERMISSIONS)
      await check(
        `a program’s key for ${permission}`,
        bearer(await key(permission)),
        suffices([permission]) && by === undefined,
      )
    for (const role of ROLE_NAMES)
      await check(
        `a person as ${role}`,
        cookie((await signIn(role)).secret),
        needs === 'session' || suffices(permissionsOf([role])),
      )
    await check('a key as cookie', cookie(await key(...PERMISSIONS)), open)
    await check('a session as key', bearer((await signIn()).secret), open)
    await check('somebody with all roles', cookie((await signIn()).secret), open || needs !== 'intake')
    await check(
      'a session from another site',
      cookie((await signIn()).secret, 'https://elsewhere.example'),
      open || method === 'GET',
    )
    await check('a session without origin', cookie((await signIn()).secret, null), open || method === 'GET')
  }
  await app.close()
})

/** `METHOD path` of every route, without the HEAD twins that follow their GET. Each line of the tree goes on where its parent ended. */
function routesOf(tree: string): Set<string> {
  const found = new Set<string>()
  const pathTo: string[] = []
  for (const [, indent, part, methods] of tree.matchAll(
    /^((?:│ {3}| {4})*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/gm,
  )) {
    const depth = indent!.length / 4
    pathTo.splice(depth, pathTo.length, (pathTo[depth - 1] ?? '') + part)
    for (const method of methods?.split(', ') ?? [])
      if (method !== 'HEAD' && method !== 'OPTIONS') found.add(`${method} ${pathTo[depth]}`)
  }
  return found
}

test('a route that does not say what it needs keeps the server from starting', async () => {
  const { app } = await sampleServer()
  assert.throws(
    () => app.get('/v1/forgotten', async () => 'open to all'),
    /already listening|does not say what it needs/,
  )
  await app.close()
})

test('calls that know no secret are slowed down, those that know one are not', async () => {
  const { app, key } = await sampleServer()
  const good = await key('read')
  const codes = []
  for (let index = 0; index < 25; index++)
    codes.push((await app.inject({ url: '/v1/status', ...bearer('hf_guess') })).statusCode)
  assert.equal(codes[0], 401)
  const last = await app.inject({ url: '/v1/status', ...bearer('hf_guess') })
  assert.equal(last.statusCode, 429)
  assert.ok(Number(last.headers['retry-after']) > 0)
  assert.equal((await app.inject({ url: '/v1/status', ...bearer(good) })).statusCode, 200)
  await app.close()
})

test('hostile credentials are refused like any other', async () => {
  const { app } = await sampleServer()
  const check = async (authorization: string) =>
    assert.equal(
      (await app.inject({ url: '/v1/status', headers: { authorization } })).statusCode,
      401,
      authorization.slice(0, 40),
    )
  await check('')
  await check('Bearer')
  await check('Bearer  ')
  await check(`Bearer ${'x'.repeat(10_000)}`)
  await check('Basic aGY6aGY=')
  await check('Bearer __proto__')
  await app.close()
})
