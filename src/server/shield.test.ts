import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { NO_CONSOLE, sampleHouse, sampleServer, silentLogger } from './samples.ts'
import { createServer } from './server.ts'

test('a foreign host name over loopback is not answered', async () => {
  const app = await createServer(sampleHouse(), {
    consoleDir: NO_CONSOLE,
    logger: silentLogger(),
    hosts: ['Holdfast.Example'],
  })
  const check = async (host: string, status: number) =>
    assert.equal((await app.inject({ url: '/health', headers: { host } })).statusCode, status, host)
  for (const host of [
    'localhost',
    'localhost:8474',
    '127.0.0.1:8474',
    '127.9.9.9',
    '[::1]:8474',
    'LOCALHOST',
  ])
    await check(host, 200)
  await check('holdfast.example', 200)
  await check('holdfast.example:443', 200)
  for (const host of [
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '10.0.0.1',
    'a b',
    '[::2]',
  ])
    await check(host, 421)
  await app.close()
})

test('every answer carries the headers that keep a browser from harm, refusals too', async () => {
  const { app } = await sampleServer()
  for (const url of ['/', '/health', '/v1/status', '/v1/openapi.json', '/nowhere', '/assets/none.js']) {
    const { headers } = await app.inject({ url })
    const policy = String(headers['content-security-policy'])
    assert.match(policy, /default-src 'none'/, url)
    assert.match(policy, /script-src 'self'(;|$)/, url)
    assert.match(policy, /style-src 'self'(;|$)/, url)
    assert.match(policy, /frame-ancestors 'none'/, url)
    assert.ok(!/unsafe|\*|data:/.test(policy), `${url}: ${policy}`)
    assert.equal(headers['x-content-type-options'], 'nosniff', url)
    assert.equal(headers['referrer-policy'], 'no-referrer', url)
    assert.equal(headers['x-frame-options'], 'DENY', url)
  }
  await app.close()
})

test('of the page’s folder only what was built is reached', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-page-'))
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'dist', 'index.html'), '<!doctype html><title>Holdfast</title>')
  writeFileSync(join(folder, 'dist', 'sources.sha256'), 'not for strangers')
  writeFileSync(join(folder, 'dist', 'assets', 'index-abc.js'), 'export {}')
  const { app } = await sampleServer(join(folder, 'dist'))
  try {
    const page = await app.inject({ url: '/' })
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /Holdfast/)
    assert.equal(page.headers['cache-control'], 'no-store')
    const script = await app.inject({ url: '/assets/index-abc.js' })
    assert.equal(script.statusCode, 200)
    assert.match(String(script.headers['cache-control']), /immutable/)
    assert.match(String(script.headers['content-type']), /javascript/)
    for (const url of [
      '/assets/../index.html',
      '/assets/..%2f..%2fsecret.txt',
      '/assets/%2e%2e/%2e%2e/secret.txt',
      '/assets/..%5c..%5csecret.txt',
      '/assets//etc/passwd',
      '/sources.sha256',
      '/index.html',
      '/assets/',
      '/assets/none.js',
      '/assets/%00',
    ]) {
      const { statusCode, body } = await app.inject({ url })
      assert.ok(statusCode >= 400 && statusCode < 500, `${url}: ${statusCode}`)
      assert.ok(!/secret|not for strangers|root:/.test(body), `${url} gave ${body}`)
    }
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('without a build the page says what to do', async () => {
  const { app } = await sampleServer()
  const { statusCode, body } = await app.inject({ url: '/' })
  assert.equal(statusCode, 503)
  assert.match(JSON.parse(body).hint, /npm run build/)
  await app.close()
})
