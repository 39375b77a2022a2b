import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { retryAfter } from './answer.ts'
import type { Enforced } from './enforce.ts'
import { receiverOf } from './receiver.ts'
import { entryOf } from './samples.ts'
import { webhookEnforcer } from './webhook.ts'

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const TIMEOUT_MS = 150

interface Call {
  headers: Record<string, string>
  body: string
  url: string
}

type Behaviour = (request: IncomingMessage, response: ServerResponse, nth: number) => void

async function withReceiver(
  behave: Behaviour,
  work: (url: string, calls: Call[], server: Server) => Promise<void>,
): Promise<void> {
  const calls: Call[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    calls.push({ headers: request.headers as Record<string, string>, body, url: request.url! })
    behave(request, response, calls.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?key=hidden`, calls, server)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

async function ask(url: string, id = 'out-1'): Promise<Enforced> {
  const enforcer = webhookEnforcer({ url, secret: SECRET, timeoutMs: TIMEOUT_MS })
  try {
    return await enforcer.enforce(entryOf(id), new AbortController().signal)
  } finally {
    await enforcer.close()
  }
}

const check = (behave: Behaviour, status: Enforced['status'], detail: RegExp) =>
  withReceiver(behave, async (url) => {
    const enforced = await ask(url)
    assert.equal(enforced.status, status, enforced.detail)
    assert.match(enforced.detail, detail)
  })

const answering =
  (status: number, body = '', headers: Record<string, string> = {}): Behaviour =>
  (_request, response) =>
    response.writeHead(status, headers).end(body)

test('an action arrives signed, as the library that receivers use verifies, and says all they need (O4)', () =>
  withReceiver(answering(204), async (url, calls) => {
    assert.deepEqual(await ask(url), { status: 'done', detail: '204' })
    const [call] = calls
    const verified = new Webhook(SECRET).verify(call!.body, call!.headers) as Record<string, unknown>
    const { id, decision, action, subject, account, policy, label, statement, at } = entryOf('out-1')
    assert.deepEqual(verified, {
      type: 'action.requested',
      timestamp: at,
      data: { id, decision, action, subject, account, policy, label, statement, at },
    })
    assert.equal(call!.headers['webhook-id'], 'out-1')
    assert.throws(() => new Webhook(SECRET).verify(call!.body.replace('hide', 'restore'), call!.headers))
  }))

test('the same action twice is the same id and the same bytes', () =>
  withReceiver(answering(500), async (url, calls) => {
    await ask(url)
    await ask(url)
    assert.equal(calls[0]!.body, calls[1]!.body)
    assert.equal(calls[0]!.headers['webhook-id'], calls[1]!.headers['webhook-id'])
  }))

test('a whole 2xx is done, whatever it says (O5)', async () => {
  await check(
    answering(200, '{"ok":true}', { 'content-type': 'application/json' }),
    'done',
    /^200: \{"ok":true\}$/,
  )
  await check(answering(202, '\u0000\ufffd nonsense \n\n here'), 'done', /^202: /)
  await check(answering(200, 'x'.repeat(1_000_000)), 'done', /^200: x{300}$/)
})

test('a receiver that lies is not believed (O6)', async () => {
  await check(
    answering(200, '<p>Sign in</p>', { 'content-type': 'text/html; charset=utf-8' }),
    'retry',
    /web page/,
  )
  await check(answering(200, '\n<!DOCTYPE html><title>Sign in</title>'), 'retry', /web page/)
  await check(
    (_request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('{"ok":')
      setTimeout(() => response.destroy(), 5)
    },
    'retry',
    /broke off/,
  )
})

test('what concerns one action is refused at once, what concerns the receiver is asked again (O7, O8)', async () => {
  for (const status of [400, 404, 405, 409, 410, 413, 422])
    await check(answering(status, 'no'), 'refused', new RegExp(`^${status}: no$`))
  for (const status of [401, 403, 408, 425, 429, 500, 502, 503, 504])
    await check(answering(status, 'later'), 'retry', new RegExp(`^${status}: later$`))
})

test('a redirect is not followed (O8)', () =>
  withReceiver(
    (_request, response) => response.writeHead(302, { location: '/elsewhere' }).end(),
    async (url, calls) => {
      const enforced = await ask(url)
      assert.equal(enforced.status, 'retry')
      assert.match(enforced.detail, /redirect/)
      assert.equal(calls.length, 1)
    },
  ))

test('a receiver that hangs, drips or hangs up is asked again (O8)', async () => {
  await check(() => {}, 'retry', /no answer within 150 ms/)
  await check(
    (_request, response) => {
      response.writeHead(200)
      const dripping = setInterval(() => response.write('.'), 10)
      response.on('close', () => clearInterval(dripping))
    },
    'retry',
    /no answer within 150 ms/,
  )
  await check((request) => request.socket.destroy(), 'retry', /closed the connection/)
  await check((request) => request.socket.end('this is not HTTP\r\n\r\n'), 'retry', /could not be asked/)
})

test('nobody at the address is asked again, and said so', async () => {
  let address = ''
  await withReceiver(answering(200), async (url) => {
    address = url
  })
  assert.match((await ask(address)).detail, /nobody listens/)
})

test('Retry-After is heard in seconds and as a date', async () => {
  await withReceiver(answering(429, '', { 'retry-after': '7' }), async (url) => {
    assert.deepEqual(await ask(url), { status: 'retry', detail: '429', retryAfterMs: 7_000 })
  })
  const now = Date.UTC(2014, 8, 7, 21, 0, 0)
  assert.equal(retryAfter('Sun, 07 Sep 2014 21:00:30 GMT', now), 30_000)
  assert.equal(retryAfter('Sun, 07 Sep 2014 20:00:30 GMT', now), 0)
  assert.equal(retryAfter('soon', now), null)
  assert.equal(retryAfter(undefined, now), null)
})

test('a stop breaks off what is under way', () =>
  withReceiver(
    () => {},
    async (url) => {
      const enforcer = webhookEnforcer({ url, secret: SECRET, timeoutMs: 60_000 })
      const stop = new AbortController()
      const enforced = enforcer.enforce(entryOf('out-1'), stop.signal)
      setTimeout(() => stop.abort(), 20)
      assert.equal((await enforced).status, 'retry')
      await enforcer.close()
    },
  ))

test('a kept connection that the receiver closed meanwhile costs no attempt', () =>
  withReceiver(answering(200), async (url, calls, server) => {
    const enforcer = webhookEnforcer({ url, secret: SECRET, timeoutMs: 2_000 })
    const never = new AbortController().signal
    assert.equal((await enforcer.enforce(entryOf('out-1'), never)).status, 'done')
    const closing = enforcer.enforce(entryOf('out-2'), never)
    server.closeIdleConnections()
    assert.equal((await closing).status, 'done')
    assert.ok(calls.length >= 2)
    await enforcer.close()
  }))

test('http goes to this machine alone, unless allowed', () => {
  const reject = (url: string, reason: RegExp) =>
    assert.throws(() => receiverOf({ url, secret: SECRET }), reason)
  reject('http://platform.example/hook', /use https/)
  reject('http://127.0.0.1.example/hook', /use https/)
  reject('ftp://platform.example/hook', /https/)
  reject('file:///etc/passwd', /https/)
  reject('platform', /not a URL/)
  for (const url of [
    'https://platform.example/',
    'http://localhost:8080/',
    'http://127.0.0.1/',
    'http://[::1]:80/',
  ])
    assert.ok(receiverOf({ url, secret: SECRET }).name.startsWith('webhook '))
  assert.ok(receiverOf({ url: 'http://platform.example/hook', secret: SECRET, insecure: true }))
})

test('neither password nor query nor secret is ever named', () => {
  const { name, url, authorization } = receiverOf({
    url: 'https://me:p%40ss@platform.example/hook?key=abc#x',
    secret: SECRET,
  })
  assert.equal(name, 'webhook https://platform.example/hook')
  assert.equal(url.href, 'https://platform.example/hook?key=abc')
  assert.equal(authorization.authorization, `Basic ${Buffer.from('me:p@ss').toString('base64')}`)
  for (const secret of [
    'topsecret',
    'whsec_c2hvcnQ=',
    'whsec_',
    `whsec_${Buffer.alloc(65).toString('base64')}`,
  ])
    assert.throws(
      () => receiverOf({ url: 'https://me:pass@platform.example/', secret }),
      ({ message }: Error) => {
        // `whsec_` alone is a prefix that the message may explain; what follows it is the secret.
        const bytes = secret.replace(/^whsec_/, '')
        const silent = bytes === '' || !message.includes(bytes)
        return (
          /24 to 64 bytes/.test(message) && silent && !message.includes('pass@') && !message.includes(':pass')
        )
      },
    )
})
