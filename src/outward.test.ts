import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openCommandLine } from '../scripts/testing/command-line.ts'
import { generate } from '../sim/generate.ts'
import { EXPORTS } from './cli/export.ts'

/*
 * No reviewer's name leaves the system. The real program, a person with a name found nowhere else who decides, and everything that goes out:
 * webhooks, exports of every kind, statements, what the platform's own key reads. (docs/spec/access.md, P1)
 */

const WHO = { name: 'zephyrine.q', displayName: 'Zéphyrine Quillfeather', password: 'four plain words here' }
const NAMES = /zephyrine|Zéphyrine|Quillfeather/i
const EVENTS = 4_000
const BATCH = 500
const READY_MS_MAX = 60_000

/** A platform that takes every action and keeps what it was sent. */
async function openPlatform() {
  const bodies: string[] = []
  const server = createServer(async (request, response) => {
    let body = JSON.stringify(request.headers)
    for await (const chunk of request) body += chunk
    bodies.push(body)
    response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { bodies, url: `http://127.0.0.1:${port}/actions`, close: () => server.close() }
}

async function start(data: string, webhook: string): Promise<{ child: ChildProcess; output: string }> {
  const bin = new URL('../bin/holdfast.js', import.meta.url).pathname
  const args = [
    bin,
    'start',
    '--no-town',
    '--data',
    data,
    '--port',
    '0',
    '--threads',
    '1',
    '--webhook-url',
    webhook,
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const deadline = performance.now() + READY_MS_MAX
  while (!output.includes('Ctrl-C stops cleanly')) {
    assert.ok(child.exitCode === null && performance.now() < deadline, `Holdfast did not come up:\n${output}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { child, output }
}

// biome-ignore lint/suspicious/noExplicitAny: shapes are held by the server's own tests
type Answer = any

test('no name of who decides goes out, in any row of any kind (P1)', { timeout: 300_000 }, async () => {
  const data = mkdtempSync(join(tmpdir(), 'holdfast-outward-'))
  const platform = await openPlatform()
  const { child, output } = await start(data, platform.url)
  const line = openCommandLine()
  try {
    const address = /listening on (\S+)/.exec(output)![1]!
    const intake = /intake key +(\S+)/.exec(output)![1]!
    const token = /#welcome=(\S+)/.exec(output)![1]!
    let cookie = ''
    const ask = async (
      path: string,
      body?: object,
      authorization?: string,
    ): Promise<{ status: number; answer: Answer; cookies: string[] }> => {
      const response = await fetch(`${address}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          ...(authorization ? { authorization: `Bearer ${authorization}` } : { cookie, origin: address }),
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      return {
        status: response.status,
        answer: text === '' ? null : JSON.parse(text),
        cookies: response.headers.getSetCookie(),
      }
    }
    const joined = await ask('/v1/join', { token, ...WHO })
    assert.equal(joined.status, 200, JSON.stringify(joined.answer))
    cookie = joined.cookies.map((one) => one.split(';')[0]).join('; ')
    const { id: person, pseudonym } = joined.answer.person

    const events = [...generate({ seed: 5, events: EVENTS })].map((row) => JSON.parse(row))
    for (let at = 0; at < events.length; at += BATCH)
      assert.equal((await ask('/v1/events', events.slice(at, at + BATCH), intake)).status, 202)

    // Decides what she is given: the first with an action that reaches the platform and a statement that reaches a person.
    let decided = 0
    for (let tries = 0; tries < 40 && decided < 3; tries++) {
      const { answer: next } = await ask('/v1/jobs/next', {})
      if (next.job === null) break
      const url = `/v1/jobs/${encodeURIComponent(next.job.job.id)}`
      await ask(url)
      const order = {
        finding: 'violation',
        policy: 'tvec8',
        actions: ['hide'],
        why: 'It calls on others to hurt people.',
        preview: false,
      }
      const { status, answer } = await ask(`${url}/decisions`, order)
      if (status === 200 && answer.done !== false) decided += 1
      else await ask(`${url}/hand-back`, { why: 'unsure' })
    }
    assert.ok(decided > 0, 'nothing was decided: the test would prove nothing')

    const reader = (await ask('/v1/keys', { name: 'the platform', permissions: ['read', 'metrics'] })).answer
      .secret
    const outward: [what: string, text: string][] = []
    for (const path of ['/v1/decisions?limit=500', '/v1/outbox?limit=500', '/v1/status', '/v1/policies'])
      outward.push([path, JSON.stringify((await ask(path, undefined, reader)).answer)])
    const deadline = performance.now() + 20_000
    while (performance.now() < deadline && (await ask('/v1/status')).answer.counts.outboxWaiting > 0)
      await new Promise((resolve) => setTimeout(resolve, 100))
    outward.push(['webhooks', platform.bodies.join('\n')])
    assert.ok(
      platform.bodies.some((body) => body.includes('hide')),
      'nothing reached the platform',
    )
    for (const kind of EXPORTS)
      for (const format of ['jsonl', 'csv']) {
        const ended = line.holdfast(['export', kind, '--format', format, '--data', data])
        assert.equal(ended.code, 0, ended.err)
        outward.push([`export ${kind} ${format}`, ended.out])
      }
    const { evidence } = (await ask('/v1/evidence')).answer
    assert.ok(evidence.length > 0, 'nothing was preserved: no bundle could be looked through')
    const bundle = await fetch(`${address}/v1/evidence/export`, {
      method: 'POST',
      headers: { cookie, origin: address, 'content-type': 'application/json' },
      body: JSON.stringify({
        on: evidence.slice(0, 20).map(({ id }: Answer) => id),
        why: 'for an authority',
      }),
    })
    const archive = Buffer.from(await bundle.arrayBuffer()).toString('utf8')
    assert.equal(bundle.status, 200, archive.slice(0, 300))
    outward.push(['evidence bundle', archive])
    for (const [what, text] of outward) {
      assert.ok(text.length > 0, what)
      assert.doesNotMatch(text, NAMES, what)
      assert.ok(!text.includes(pseudonym), `${what} holds the pseudonym`)
    }
    const ledger = outward.find(([what]) => what === 'export ledger jsonl')![1]
    assert.ok(ledger.includes(person), 'her decisions are among what was looked through')
    // What affected people and the platform read does not even say that it was the same person twice.
    for (const [what, text] of outward.filter(([what]) => /webhooks|statements/.test(what)))
      assert.ok(!text.includes(person), `${what} holds the person’s id`)
    // And inside it is known who did it.
    const audit = JSON.stringify((await ask('/v1/audit?limit=500')).answer)
    assert.match(audit, NAMES)
    assert.ok(audit.includes(person))
  } finally {
    child.kill('SIGINT')
    await new Promise((resolve) => child.once('exit', resolve))
    platform.close()
    await line.close()
    rmSync(data, { recursive: true, force: true })
  }
})
