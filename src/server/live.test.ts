import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stillClock } from '../lib/clock.ts'
import { issueKey } from '../people/keys.ts'
import type { StreamMessage } from './api.ts'
import { CLIENTS_MAX } from './live.ts'
import {
  NO_CONSOLE,
  SAMPLE_AT,
  sampleCampaign,
  sampleDecision,
  sampleHouse,
  sampleLink,
  sampleStatus,
  signInTo,
  silentLogger,
} from './samples.ts'
import { createServer } from './server.ts'

const CLOCK_AT = Date.parse(SAMPLE_AT)

async function listening(
  work: (tools: {
    house: ReturnType<typeof sampleHouse>
    clock: ReturnType<typeof stillClock>
    join(headers: Record<string, string>): Promise<Joined>
    admin(): Promise<Record<string, string>>
    address: string
  }) => Promise<void>,
): Promise<void> {
  const clock = stillClock(CLOCK_AT)
  const house = sampleHouse(clock)
  const app = await createServer(house, { consoleDir: NO_CONSOLE, logger: silentLogger() })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const joined: Joined[] = []
  try {
    await work({
      house,
      clock,
      address,
      admin: async () => ({ authorization: `Bearer ${await issueKey(house.store, clock, ['read'])}` }),
      async join(headers) {
        const one = await joinStream(address, headers)
        joined.push(one)
        return one
      },
    })
  } finally {
    for (const one of joined) one.leave()
    await app.close()
  }
}

interface Joined {
  status: number
  messages: StreamMessage[]
  /** True when the server ended the stream. */
  ended(): boolean
  leave(): void
}

async function joinStream(address: string, headers: Record<string, string>): Promise<Joined> {
  const leaving = new AbortController()
  const response = await fetch(`${address}/v1/live`, { headers, signal: leaving.signal })
  const messages: StreamMessage[] = []
  let over = false
  const read = async () => {
    let text = ''
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk
      const frames = text.split('\n\n')
      text = frames.pop()!
      for (const frame of frames) if (frame.startsWith('data: ')) messages.push(JSON.parse(frame.slice(6)))
    }
    over = true
  }
  read().catch(() => {})
  return { status: response.status, messages, ended: () => over, leave: () => leaving.abort() }
}

async function until(holds: () => boolean, ms = 3_000): Promise<void> {
  const end = performance.now() + ms
  while (!holds()) {
    assert.ok(performance.now() < end, `it did not come true within ${ms} ms: ${holds}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

test('who listens is told what happens, in order', () =>
  listening(async ({ house, join, admin }) => {
    const { messages, status } = await join(await admin())
    assert.equal(status, 200)
    house.inside.publish({ kind: 'tick', status: sampleStatus() })
    house.inside.publish({ kind: 'decision', decision: sampleDecision('d-1') })
    house.inside.publish({ kind: 'decision', decision: sampleDecision('d-2') })
    await until(() => messages.length === 3)
    assert.deepEqual(
      messages.map((message) => (message.kind === 'decision' ? message.decision.id : message.kind)),
      ['tick', 'd-1', 'd-2'],
    )
  }))

test('more than a page can show is counted, not sent', () =>
  listening(async ({ house, join, admin }) => {
    const { messages } = await join(await admin())
    for (let index = 0; index < 130; index++)
      house.inside.publish({ kind: 'decision', decision: sampleDecision(`d-${index}`) })
    await until(() => messages.some(({ kind }) => kind === 'skipped'))
    assert.deepEqual(messages.at(-1), { kind: 'skipped', of: 'decision', count: 80 })
    assert.equal(messages.length, 51)
    const [first] = messages
    assert.equal(first?.kind === 'decision' && first.decision.id, 'd-80', 'the newest are kept')
  }))

test('who joins late is told of late links and campaigns, and of a refused pack until it is mended', () =>
  listening(async ({ house, join, admin }) => {
    const { publish } = house.inside
    for (let index = 0; index < 40; index++) publish({ kind: 'link', link: sampleLink(`link-${index}`) })
    publish({ kind: 'campaign', campaign: sampleCampaign('c-1') })
    publish({ kind: 'decision', decision: sampleDecision('d-1') })
    publish({ kind: 'pack', hash: 'sha256:1', ok: false, problems: 'rules.yaml:3:7: no such tally' })
    const first = await join(await admin())
    await until(() => first.messages.length >= 32)
    const count = (messages: StreamMessage[], kind: string) =>
      messages.filter((message) => message.kind === kind).length
    assert.deepEqual(
      ['link', 'campaign', 'decision', 'pack'].map((kind) => count(first.messages, kind)),
      [30, 1, 0, 1],
    )
    publish({ kind: 'pack', hash: 'sha256:2', ok: true })
    const second = await join(await admin())
    await until(() => second.messages.length >= 31)
    assert.equal(count(second.messages, 'pack'), 0)
  }))

test('a text with line ends, or of another script, arrives as it was', () =>
  listening(async ({ house, join, admin }) => {
    const { messages } = await join(await admin())
    const text = 'one\ntwo\r\n\ndata: {"kind":"tick"}\n\n \u2028 مرحبا \u202e'
    house.inside.publish({ kind: 'pack', hash: 'sha256:1', ok: false, problems: text })
    await until(() => messages.length === 1)
    assert.deepEqual(messages, [{ kind: 'pack', hash: 'sha256:1', ok: false, problems: text }])
  }))

test('a session that signs out hears no more, and one that lapses neither', () =>
  listening(async ({ house, clock, address, join, admin }) => {
    const session = () => signInTo(house, ['reviewer'])
    const [leaving, lapsing] = [await session(), await session()]
    const streams = [
      await join({ cookie: `hf_session=${leaving.secret}` }),
      await join({ cookie: `hf_session=${lapsing.secret}` }),
      await join(await admin()),
    ]
    const headers = { cookie: `hf_session=${leaving.secret}`, origin: address }
    assert.equal((await fetch(`${address}/v1/sign-out`, { method: 'POST', headers })).status, 204)
    await until(() => streams[0]!.ended())
    assert.equal(streams[1]!.ended(), false)
    clock.set(lapsing.expiresAt + 1)
    house.inside.publish({ kind: 'decision', decision: sampleDecision('d-1') })
    await until(() => streams[1]!.ended())
    assert.equal(streams[1]!.messages.length, 0)
    assert.equal(streams[2]!.ended(), false, 'a key does not lapse')
  }))

test('so many pages may listen and no more; who leaves makes room', () =>
  listening(async ({ join, admin }) => {
    const headers = await admin()
    const streams = await Promise.all(Array.from({ length: CLIENTS_MAX }, () => join(headers)))
    assert.ok(streams.every(({ status }) => status === 200))
    assert.equal((await join(headers)).status, 503)
    streams[0]!.leave()
    let status = 503
    for (let tries = 0; status === 503 && tries < 100; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 10))
      status = (await join(headers)).status
    }
    assert.equal(status, 200)
  }))

test('a close of the server ends the streams and forgets its listener', async () => {
  const house = sampleHouse()
  const app = await createServer(house, { consoleDir: NO_CONSOLE, logger: silentLogger() })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const key = await issueKey(house.store, house.clock, ['read'])
  const stream = await joinStream(address, { authorization: `Bearer ${key}` })
  await app.close()
  await until(() => stream.ended())
  assert.equal(house.inside.listeners(), 0)
})

test('who is let in no more, or may no longer read, hears no more (P10)', () =>
  listening(async ({ house, clock, address, join }) => {
    const [boss, closed, demoted, elsewhere] = [
      await signInTo(house, ['administrator']),
      await signInTo(house, ['reviewer']),
      await signInTo(house, ['reviewer']),
      await signInTo(house, ['reviewer']),
    ]
    const hear = (secret: string) => join({ cookie: `hf_session=${secret}` })
    const streams = [await hear(closed.secret), await hear(demoted.secret), await hear(elsewhere.secret)]
    const act = (path: string, body: object) =>
      fetch(`${address}/v1/people/${path}`, {
        method: 'POST',
        headers: { cookie: `hf_session=${boss.secret}`, origin: address, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    assert.equal((await act(`${closed.person.id}/close`, {})).status, 200)
    assert.equal((await act(`${demoted.person.id}/roles`, { roles: [] })).status, 200)
    await until(() => streams[0]!.ended() && streams[1]!.ended())
    assert.equal(streams[2]!.ended(), false)
    // Taken away where nobody tells the streams, as by single sign-on: found out within seconds.
    house.inside.people.get(elsewhere.person.id)!.roles = []
    clock.set(clock.now() + 5_000)
    house.inside.publish({ kind: 'decision', decision: sampleDecision('d-1') })
    await until(() => streams[2]!.ended())
    assert.deepEqual(streams[2]!.messages, [])
  }))
