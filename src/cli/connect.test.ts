import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openCommandLine } from '../../scripts/testing/command-line.ts'
import { openRelay } from '../intake/atproto/relay.ts'
import { postFrame } from '../intake/atproto/samples.ts'
import { openSqliteStore } from '../store/sqlite/sqlite.ts'

/*
 * A stream as an operator follows it: the real program, killed in the middle, and a service that goes on from the cursor it is given.
 */

const folder = mkdtempSync(join(tmpdir(), 'holdfast-connect-'))
const data = join(folder, 'data')
const line = openCommandLine()
after(async () => {
  await line.close()
  rmSync(folder, { recursive: true, force: true })
})

const POSTS = 6_000

function connect(address: string): { child: ChildProcess; said: () => string } {
  const bin = join(import.meta.dirname, '../../bin/holdfast.js')
  const args = ['connect', 'atproto', '--service', address, '--data', data, '--threads', '1']
  const child = spawn(process.execPath, [bin, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (said += chunk))
  return { child, said: () => said }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
async function until(what: () => Promise<boolean>, said: () => string): Promise<void> {
  const deadline = performance.now() + 60_000
  while (!(await what())) {
    if (performance.now() > deadline) assert.fail(`not in time: ${said()}`)
    await pause(50)
  }
}

/** What is durable, seen from outside; null before there is a store. */
async function durable(): Promise<{ logged: number; cursor: number | null } | null> {
  try {
    const store = await openSqliteStore(data, { readOnly: true })
    const { logged } = store.position()
    const names = await Promise.all(cursorNames.map((name) => store.meta(name)))
    const cursor = names.find((value) => value !== undefined)
    await store.close()
    return { logged, cursor: cursor === undefined ? null : Number(cursor) }
  } catch {
    return null
  }
}
const cursorNames: string[] = []

async function postsKept(): Promise<string[]> {
  const store = await openSqliteStore(data, { readOnly: true })
  const texts: string[] = []
  for await (const chunk of store.events({ from: 1 }))
    for (const { event } of chunk) if (event.type === 'post.created') texts.push(event.post.text)
  await store.close()
  return texts
}

test('killed in the middle of a stream and started again, it loses nothing and doubles nothing', async () => {
  const relay = await openRelay(async (socket, cursor) => {
    for (let seq = (cursor ?? 0) + 1; seq <= POSTS; seq++) {
      if (socket.readyState !== socket.OPEN) return
      socket.send(postFrame(seq, `Good morning ${seq}`))
      // So slowly that the kill falls into the middle.
      if (seq % 100 === 0) await pause(10)
    }
  })
  cursorNames.push(`cursor:atproto:${new URL(relay.address).host}/`)
  try {
    const first = connect(relay.address)
    await until(async () => ((await durable())?.cursor ?? 0) > 500, first.said)
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')
    const left = (await durable())!
    assert.ok(left.cursor !== null && left.cursor < POSTS, `killed too late: ${left.cursor}`)
    const second = connect(relay.address)
    await until(async () => (await durable())?.cursor === POSTS, second.said)
    second.child.kill('SIGINT')
    const [code] = await once(second.child, 'exit')
    assert.equal(code, 0, second.said())
    assert.deepEqual(relay.cursors, [null, left.cursor])
    assert.match(second.said(), /stopped; the same command goes on after 6000/)
    assert.deepEqual(
      await postsKept(),
      Array.from({ length: POSTS }, (_, index) => `Good morning ${index + 1}`),
    )
  } finally {
    await relay.close()
  }
})

test('wrong use is said before anything is opened', () => {
  const check = (args: string[], words: RegExp) => {
    const run = line.holdfast(['connect', ...args, '--data', join(folder, 'none')])
    assert.equal(run.code, 2, run.err)
    assert.match(run.err, words)
  }
  check(['atproto'], /--service/)
  check(['elsewhere', '--service', 'wss://relay.example'], /connect knows atproto, not elsewhere/)
  check(['atproto', '--service', 'relay.example'], /--service takes an address/)
  check(['atproto', '--service', 'wss://relay.example', '--from', 'now'], /--from takes a cursor/)
})
