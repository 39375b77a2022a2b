import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import type { RawEvent } from '../src/model/event.ts'

const PLAY = new URL('./play.ts', import.meta.url).pathname
const KEY = 'hf_of-this-test'
const SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`

interface Played {
  events: RawEvent[]
  /** Requests, with the batch each brought. */
  requests: { at: number; authorization: string | undefined; batch: RawEvent[] }[]
  child: ChildProcess
  webhook: string
  state: string
  said(): string
  ended: Promise<number | null>
}

type Behave = (nth: number, batch: RawEvent[], response: ServerResponse) => void

const reply = (response: ServerResponse, status: number, body: object, headers: object = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))

const taking: Behave = (_, batch, response) =>
  reply(response, 202, { accepted: batch.length, duplicates: 0, refused: 0, results: [] })

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

/** The town plays against a server that behaves as told; everything it started is gone afterwards. */
async function playing(
  { behave = taking, rate = 400, folder }: { behave?: Behave; rate?: number; folder?: string },
  work: (played: Played) => Promise<void>,
): Promise<void> {
  const home = folder ?? mkdtempSync(join(tmpdir(), 'holdfast-play-'))
  const requests: Played['requests'] = []
  const events: RawEvent[] = []
  const server = createServer(async (request, response) => {
    const batch = JSON.parse(await bodyOf(request)) as RawEvent[]
    requests.push({ at: performance.now(), authorization: request.headers.authorization, batch })
    response.on('finish', () => response.statusCode === 202 && events.push(...batch))
    behave(requests.length, batch, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const state = join(home, 'town.json')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const child = spawn(process.execPath, [PLAY, '--url', url, '--rate', String(rate), '--state', state])
  let said = ''
  child.stderr.on('data', (chunk) => (said += chunk))
  child.stdout.on('data', (chunk) => (said += chunk))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const firstLine = new Promise<string>((resolve) =>
    createInterface({ input: child.stdout }).once('line', resolve),
  )
  child.stdin.on('error', () => {})
  child.stdin.write(`${JSON.stringify({ key: KEY, webhookSecret: SECRET })}\n`)
  try {
    const { webhook } = JSON.parse(await firstLine)
    await work({ events, requests, child, webhook, state, said: () => said, ended })
  } finally {
    child.kill('SIGKILL')
    await ended
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    if (folder === undefined) rmSync(home, { recursive: true, force: true })
  }
}

async function until(holds: () => boolean, ms = 15_000): Promise<void> {
  const end = performance.now() + ms
  while (!holds()) {
    assert.ok(performance.now() < end, `it did not come true within ${ms} ms: ${holds}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function act(url: string, id: string, data: object, secret = SECRET): Promise<number> {
  const body = JSON.stringify({ type: 'action.requested', timestamp: new Date().toISOString(), data })
  const now = new Date()
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, now, body),
    },
  })
  await response.text()
  return response.status
}

const actionOn = (post: { account: string; id: string }, id: string, action = 'hide') => ({
  id,
  action,
  subject: { kind: 'post', id: post.id },
  account: post.account,
  policy: 'tvec8',
})

test('the town posts events of the moment, each once, with its key', () =>
  playing({}, async ({ events, requests }) => {
    await until(() => events.length > 300)
    assert.equal(new Set(events.map(({ id }) => id)).size, events.length)
    assert.ok(requests.every(({ authorization }) => authorization === `Bearer ${KEY}`))
    assert.ok(requests.every(({ batch }) => batch.length <= 1_000))
    const ages = events.map(({ at }) => Math.abs(Date.now() - Date.parse(at)))
    assert.ok(Math.max(...ages) < 60_000, 'times are those of the wall clock')
    assert.ok(events.some(({ type }) => type === 'account.created'))
    assert.ok(events.some(({ type }) => type === 'post.created'))
  }))

test('a busy, halted or absent line is asked again, with the same batch, and not before Retry-After', () =>
  playing(
    {
      behave(nth, batch, response) {
        if (nth === 1) return void reply(response, 429, { reason: 'behind' }, { 'retry-after': '1' })
        if (nth === 2) return void response.destroy()
        if (nth === 3) return void reply(response, 503, { reason: 'halted' })
        taking(nth, batch, response)
      },
    },
    async ({ events, requests, said }) => {
      await until(() => events.length > 100)
      const first = requests[0]!.batch[0]!.id
      assert.deepEqual(
        requests.slice(0, 4).map(({ batch }) => batch[0]!.id),
        [first, first, first, first],
      )
      assert.ok(requests[1]!.at - requests[0]!.at >= 950, 'Retry-After was not kept')
      assert.equal(events[0]!.id, first)
      await until(() => /taken again/.test(said()))
    },
  ))

test('a batch that can never be taken is dropped, and the next goes on', () =>
  playing(
    {
      behave: (nth, batch, response) =>
        nth === 1 ? reply(response, 400, { reason: 'no' }) : taking(nth, batch, response),
    },
    async ({ events, requests, said }) => {
      await until(() => events.length > 50)
      assert.notEqual(events[0]!.id, requests[0]!.batch[0]!.id)
      await until(() => /dropped: 400: no/.test(said()))
    },
  ))

test('a key that is not taken ends the town with a word, not with a storm of calls', () =>
  playing(
    { behave: (_, __, response) => reply(response, 401, { reason: 'a key is needed' }) },
    async ({ ended, requests, said }) => {
      assert.equal(await ended, 1)
      assert.equal(requests.length, 1)
      assert.match(said(), /the key is not taken/)
      assert.ok(!said().includes(KEY) && !said().includes(SECRET), 'a secret was logged')
    },
  ))

test('signed actions are carried out once; all else is turned away', () =>
  playing({}, async ({ events, webhook, said }) => {
    const posts = () =>
      events.flatMap((event) =>
        event.type === 'post.created' ? [{ account: event.account, id: event.post.id }] : [],
      )
    await until(() => posts().length > 20)
    const post = posts()[0]!
    assert.equal(await act(webhook, 'out-1', actionOn(post, 'out-1')), 200)
    assert.equal(await act(webhook, 'out-1', actionOn(post, 'out-1')), 200)
    const stranger = `whsec_${Buffer.alloc(32, 1).toString('base64')}`
    assert.equal(await act(webhook, 'out-2', actionOn(post, 'out-2'), stranger), 401)
    assert.equal((await fetch(webhook, { method: 'POST', body: '{}' })).status, 401)
    assert.equal((await fetch(webhook)).status, 404)
    assert.equal((await fetch(webhook, { method: 'POST', body: 'x'.repeat(300_000) })).status, 413)
    assert.equal(await act(webhook, 'out-3', actionOn(post, 'out-3', 'suspend')), 200)
    await until(() =>
      events.some(({ type, account }) => type === 'account.closed' && account === post.account),
    )
    assert.equal(
      await act(webhook, 'out-4', {
        ...actionOn(post, 'out-4'),
        subject: { kind: 'account', id: post.account },
      }),
      404,
    )
    assert.ok(!said().includes(SECRET))
  }))

test('the next start goes on with ids that were never used, also after a kill', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-play-'))
  const seen = new Set<string>()
  const stages: number[] = []
  try {
    for (const end of ['SIGTERM', 'SIGKILL', 'SIGTERM'] as const)
      await playing({ folder }, async ({ events, child, ended, state }) => {
        await until(() => events.length > 50)
        child.kill(end)
        await ended
        for (const { id } of events) {
          assert.ok(!seen.has(id), `${id} came twice`)
          seen.add(id)
        }
        stages.push(JSON.parse(readFileSync(state, 'utf8')).stage)
      })
    assert.deepEqual(stages, [1, 2, 3])
    writeFileSync(join(folder, 'town.json'), '{"version":1,"se')
    await playing({ folder }, async ({ events }) => {
      await until(() => events.length > 50)
      assert.ok(events.every(({ id }) => !seen.has(id)))
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('it ends within a second when its standard input closes and when it is told to', async () => {
  const check = (stop: (child: ChildProcess) => void, behave?: Behave) =>
    playing(behave === undefined ? {} : { behave }, async ({ child, ended, requests }) => {
      await until(() => requests.length > 0)
      const before = performance.now()
      stop(child)
      assert.equal(await ended, 0)
      assert.ok(performance.now() - before < 1_000, `${performance.now() - before} ms`)
    })
  await check((child) => child.stdin!.end())
  await check((child) => void child.kill('SIGTERM'))
  // Also while a request is under way that is never answered.
  await check(
    (child) => void child.kill('SIGTERM'),
    () => {},
  )
})
