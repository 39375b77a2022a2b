/*
 * kill -9 at any moment, again and again. A platform posts the town's events to a real server, which is killed at moments
 * drawn from a seed and started again on the same data. At the end: no acknowledged event lost, none judged twice, the
 * ledger verifies, a replay reproduces every decision, and the receiver has seen each action of each decision.
 *
 *   npm run test:kill -- --kills 50 --seed 7
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { evidenceId, isPreserved } from '../src/evidence/evidence.ts'
import { seededRandom } from '../src/lib/random.ts'
import { openVault } from '../src/preserve/vault.ts'
import { openSqliteStore } from '../src/store/sqlite/sqlite.ts'
import { generate } from './generate.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    keep: { type: 'boolean', default: false },
  },
})
const kills = Number(values.kills)
const seed = Number(values.seed)
const random = seededRandom(seed)
const folder = mkdtempSync(join(tmpdir(), 'holdfast-kill-'))
const data = join(folder, 'data')
const bin = new URL('../bin/holdfast.js', import.meta.url).pathname

const BATCH = 100
/** A run lives this long after it is ready, at most; the moment of the kill is uniform in it. */
const LIFE_MS_MAX = 700
const READY_MS_MAX = 60_000

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** The platform's end: counts how often each action's id arrived. */
function startReceiver(): Promise<{ server: Server; url: string; seen: Map<string, number> }> {
  const seen = new Map<string, number>()
  const server = createServer((request, response) => {
    const id = String(request.headers['webhook-id'])
    seen.set(id, (seen.get(id) ?? 0) + 1)
    request.resume()
    request.on('end', () =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}'),
    )
  })
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({ server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/actions`, seen }),
    ),
  )
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createTcpServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

interface Running {
  child: ChildProcess
  output(): string
}

function startHoldfast(port: number, webhookUrl: string): Running {
  const args = [
    bin,
    'start',
    '--no-town',
    '--data',
    data,
    '--port',
    String(port),
    '--webhook-url',
    webhookUrl,
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout!.on('data', (chunk) => (output += chunk))
  child.stderr!.on('data', (chunk) => (output += chunk))
  return { child, output: () => output }
}

async function untilReady(port: number, running: Running): Promise<void> {
  const deadline = performance.now() + READY_MS_MAX
  while (performance.now() < deadline) {
    const { exitCode } = running.child
    if (exitCode !== null) throw new Error(`ended with ${exitCode} before it was ready:\n${running.output()}`)
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null)
    if (answer?.ok) return
    await sleep(20)
  }
  throw new Error(`not ready within ${READY_MS_MAX / 1000} s:\n${running.output()}`)
}

/** Posts one batch; true when each event was answered as accepted or duplicate. A killed server answers nothing. */
async function post(port: number, key: string, batch: string[]): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/v1/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: `[${batch.join(',')}]`,
    })
    if (response.status === 429 || response.status === 503) {
      await sleep(200)
      return false
    }
    const { results } = (await response.json()) as { results: { status: string }[] }
    return response.status === 202 && results.every(({ status }) => status !== 'refused')
  } catch {
    return false
  }
}

const exited = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()))

/** A small town with a large network, hours of it in every batch: much is to be decided and sent. */
const TOWN = { seed, events: 10_000_000, people: 200, networkSize: 80, eventsPerSecond: 0.05 }

const batches = (function* () {
  let batch: string[] = []
  for (const line of generate(TOWN)) {
    batch.push(line)
    if (batch.length === BATCH) {
      yield batch
      batch = []
    }
  }
})()

const problems: string[] = []
const say = (ok: boolean, what: string) => {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${what}`)
  if (!ok) problems.push(what)
}

async function main(): Promise<void> {
  console.log(`seed ${seed}, ${kills} kills`)
  const receiver = await startReceiver()
  const port = await freePort()
  const acknowledged: string[] = []
  let key = ''
  let pending: string[] | null = null
  for (let round = 0; round <= kills; round++) {
    const running = startHoldfast(port, receiver.url)
    const last = round === kills
    try {
      // Some kills fall into the start itself: into the opening of the store and the folding of the log.
      const early = !last && round > 0 && random.next() < 0.15
      if (early) {
        await sleep(random.below(1_200))
      } else {
        await untilReady(port, running)
        key ||= /\b(hf_[\w-]+)/.exec(running.output())?.[1] ?? ''
        const until = performance.now() + (last ? 500 : random.below(LIFE_MS_MAX))
        if (!last) setTimeout(() => running.child.kill('SIGKILL'), until - performance.now())
        while (performance.now() < until && running.child.signalCode === null) {
          pending ??= batches.next().value as string[]
          if (await post(port, key, pending)) {
            for (const line of pending) acknowledged.push(JSON.parse(line).id)
            pending = null
          }
        }
      }
      if (last) await drained(receiver.seen, running)
    } finally {
      running.child.kill(last ? 'SIGTERM' : 'SIGKILL')
      await exited(running.child)
    }
    if (round % 10 === 0)
      console.log(
        `  ${round} kills, ${acknowledged.length} events acknowledged, ${receiver.seen.size} actions arrived`,
      )
  }
  receiver.server.close()
  await examine(acknowledged, receiver.seen)
}

/** Waits until no new action has arrived for a while. */
async function drained(seen: Map<string, number>, running: Running): Promise<void> {
  let before = -1
  for (let i = 0; i < 60 && (before !== seen.size || i < 4); i++) {
    before = seen.size
    await sleep(500)
    if (running.child.exitCode !== null) throw new Error(`ended by itself:\n${running.output()}`)
  }
}

async function examine(acknowledged: string[], seen: Map<string, number>): Promise<void> {
  const store = await openSqliteStore(data)
  const logged = new Map<string, number>()
  for await (const chunk of store.events({ from: 1 }))
    for (const { event } of chunk) logged.set(event.id, (logged.get(event.id) ?? 0) + 1)
  const lost = acknowledged.filter((id) => !logged.has(id))
  const twice = [...logged].filter(([, times]) => times > 1)
  say(
    lost.length === 0,
    `no acknowledged event lost (${acknowledged.length} acknowledged, ${logged.size} logged)`,
  )
  say(twice.length === 0, 'no event stands in the log twice')
  const decisions = new Set<string>()
  let decided = 0
  for await (const decision of store.eachDecision()) {
    decided += 1
    decisions.add(`${decision.event} ${decision.subject.id} ${decision.mode}`)
  }
  say(decisions.size === decided && decided > 0, `none judged twice (${decided} decisions)`)
  const vault = openVault({
    folder: join(data, 'evidence'),
    keys: { file: join(data, 'evidence.key') },
    readOnly: true,
  })
  const bare: string[] = []
  let pieces = 0
  for await (const decision of store.eachDecision()) {
    if (!isPreserved(decision)) continue
    pieces += 1
    const evidence = await store.evidence(evidenceId(decision.id))
    const there = evidence?.snapshot != null && (await vault.has(evidence.snapshot.sha256))
    if (!there || (await store.evidencePending(decision.id))) bare.push(decision.id)
  }
  say(bare.length === 0 && pieces > 0, `no action without its evidence (${pieces} pieces of evidence)`)
  const damage = await vault.check()
  say(damage === null, `the vault verifies${damage === null ? '' : `: ${damage.where}: ${damage.what}`}`)
  await vault.close()
  const fault = await store.verify()
  say(fault === null, `the ledger verifies${fault === null ? '' : `: ${fault.where}: ${fault.what}`}`)
  const outbox = await store.outbox({ limit: 10_000_000 })
  const missing = outbox.filter(({ entry }) => !seen.has(entry.id))
  say(
    missing.length === 0 && outbox.length > 0,
    `each action arrived (${outbox.length} actions, ${[...seen.values()].reduce((a, b) => a + b, 0)} deliveries)`,
  )
  say(
    outbox.every(({ status }) => status === 'done'),
    'each action has its receipt',
  )
  await store.close()
  const backtest = spawnSync(process.execPath, [bin, 'backtest', '--data', data], { encoding: 'utf8' })
  say(backtest.status === 0, 'a replay reproduces every decision')
  if (backtest.status !== 0) console.log(backtest.stdout.slice(0, 2_000), backtest.stderr.slice(0, 2_000))
}

try {
  await main()
} catch (error) {
  problems.push(String(error))
  console.error(error)
} finally {
  if (values.keep || problems.length > 0) console.log(`data kept in ${folder}`)
  else rmSync(folder, { recursive: true, force: true })
}
console.log(`${problems.length === 0 ? 'passed' : 'failed'}, seed ${seed}`)
// After a failure the receiver may still listen, which would keep the process for ever.
process.exit(problems.length === 0 ? 0 : 1)
