import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { tries } from '../scripts/testing/thorough.ts'
import { generate } from '../sim/generate.ts'
import { memoryVault } from './evidence/samples.ts'
import { createDoor } from './intake/door.ts'
import { canonicalJson } from './lib/canonical-json.ts'
import { seededRandom } from './lib/random.ts'
import { createLineageIndex } from './lineage/lineage.ts'
import type { Event } from './model/event.ts'
import { createLine, type Line, LineHalted } from './pipeline.ts'
import { inlineMeasurer } from './reading/measure.ts'
import { replay } from './replay.ts'
import { loadPack } from './rules/load.ts'
import { planOf } from './rules/rules.ts'
import { openSqliteStore, type SqliteOptions } from './store/sqlite/sqlite.ts'
import { type Writing, writeHere } from './store/sqlite/writing.ts'
import type { Store } from './store/store.ts'

const loaded = loadPack(new URL('../policies', import.meta.url).pathname)
assert.ok(loaded.ok)
const { pack } = loaded
const plan = planOf(pack)
const PACK_EVENT: Event = {
  id: 'pack-1',
  type: 'pack.loaded',
  at: '1970-01-01T00:00:00.000Z',
  account: 'holdfast',
  pack: { hash: pack.hash },
}

const door = createDoor({ key: new Uint8Array(32) })

function townEvents(seed: number, count: number): Event[] {
  const events: Event[] = []
  for (const line of generate({ seed, events: count })) {
    const admitted = door.admit(JSON.parse(line))
    assert.ok(admitted.ok, admitted.ok ? '' : `${admitted.field}: ${admitted.reason}`)
    events.push(admitted.event)
  }
  return events
}

interface Rig {
  store: Store
  line: Line
}

async function furnish(data: string, settleEvents: number, options: SqliteOptions = {}): Promise<Rig> {
  const store = await openSqliteStore(data, { settleEvents, ...options })
  const line = createLine({
    store,
    vault: memoryVault(),
    measurer: inlineMeasurer(pack.banks),
    planFor: async () => plan,
    newLineageIndex: createLineageIndex,
    committed() {},
  })
  await line.recover()
  if (line.packInForce() === null) await line.process([PACK_EVENT])
  return { store, line }
}

/** All that the line led to, as one text: decisions, links, jobs' and outbox's ids, what the ledger says of cases and when, in order. */
async function outcomeOf(store: Store): Promise<string> {
  const rows: unknown[] = []
  for await (const decision of store.eachDecision()) rows.push(decision)
  for await (const link of store.eachLink()) rows.push(link)
  for (const row of await store.outbox({ limit: 100_000 })) rows.push(row.entry)
  for await (const { at, kind, body } of store.eachLedgerEntry())
    if (kind === 'threat') rows.push({ at, kind, body })
  return rows.map(canonicalJson).join('\n')
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-line-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('batches are invisible: any split of the stream leads to the same decisions, links and actions', async () => {
  const events = townEvents(11, 3_000)
  const whole = await inFolder(async (folder) => {
    const { store, line } = await furnish(folder, 1_000_000)
    await line.process(events)
    const outcome = await outcomeOf(store)
    await store.close()
    return outcome
  })
  assert.ok(whole.split('\n').length > 20, 'the town led to hardly any decision: this test would see nothing')
  assert.ok(whole.includes('"kind":"threat"'), 'no case came to be: this test would not see when')
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 900 }), fc.integer(), async (sizeMax, seed) => {
      const random = seededRandom(seed)
      const split = await inFolder(async (folder) => {
        const { store, line } = await furnish(folder, 200)
        for (let from = 0; from < events.length; ) {
          const size = 1 + random.below(sizeMax)
          await line.process(events.slice(from, from + size))
          from += size
        }
        const outcome = await outcomeOf(store)
        await store.close()
        return outcome
      })
      assert.equal(split, whole)
    }),
    { numRuns: tries(4, 2) },
  )
})

test('stopping and starting in the middle changes nothing, and a replay reproduces the record', async () => {
  const events = townEvents(12, 3_000)
  await inFolder(async (folder) => {
    const straight = await furnish(join(folder, 'straight'), 1_000_000)
    await straight.line.process(events)
    const broken = join(folder, 'broken')
    for (let from = 0; from < events.length; from += 700) {
      const { store, line } = await furnish(broken, 300)
      await line.process(events.slice(from, from + 700))
      await store.close()
    }
    const { store } = await furnish(broken, 300)
    assert.equal(await outcomeOf(store), await outcomeOf(straight.store))
    const recorded: string[] = []
    for await (const decision of store.eachDecision()) recorded.push(canonicalJson(decision))
    const replayed: string[] = []
    for await (const { judgement } of replay({
      store,
      newLineageIndex: createLineageIndex,
      planFor: async () => plan,
    }))
      for (const decision of judgement.decisions) replayed.push(canonicalJson(decision))
    assert.deepEqual(replayed, recorded)
    await store.close()
    await straight.store.close()
  })
})

/** A disk that is full at every n-th write to the log, before or after the rows are there. */
function fullAtEvery(n: number, afterwards: boolean): (directory: string) => Writing {
  let appends = 0
  return (directory) => {
    const sound = writeHere(directory)
    const full = () => Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    return {
      ...sound,
      append: async (first, text) => {
        const fails = ++appends % n === 0
        if (fails && !afterwards) throw full()
        const digest = await sound.append(first, text)
        if (fails) throw full()
        return digest
      },
    }
  }
}

test('a write that fails halts the line, with the batch judged meanwhile; recovered, it goes on as if nothing had been', async () => {
  const events = townEvents(16, 3_000)
  await inFolder(async (folder) => {
    const straight = await furnish(join(folder, 'straight'), 1_000_000)
    await straight.line.process(events)
    const whole = await outcomeOf(straight.store)
    await straight.store.close()
    assert.ok(whole.split('\n').length > 20)
    for (const afterwards of [false, true]) {
      const data = join(folder, `failing-${afterwards}`)
      const { store, line } = await furnish(data, 300, { writing: fullAtEvery(5, afterwards) })
      let halts = 0
      for (let from = 0; from < events.length; ) {
        const ahead = [0, 150, 300].map((step) => events.slice(from + step, from + step + 150))
        const answers = await Promise.allSettled(ahead.map((batch) => line.process(batch)))
        if (answers.every(({ status }) => status === 'fulfilled')) from += 450
        else {
          for (const answer of answers)
            if (answer.status === 'rejected')
              assert.ok(answer.reason instanceof LineHalted, String(answer.reason))
          await assert.rejects(line.process(events.slice(0, 1)), LineHalted)
          await line.recover()
          assert.equal(line.halted(), null)
          halts += 1
        }
      }
      assert.ok(halts >= 3, `the line halted ${halts} times: this test would see nothing`)
      assert.equal(await outcomeOf(store), whole)
      assert.equal(await store.verify(), null)
      await store.close()
    }
  })
})

test('the same event twice is a duplicate, in one batch, across batches and after a start', async () => {
  const events = townEvents(13, 50)
  await inFolder(async (folder) => {
    const { store, line } = await furnish(folder, 100)
    const first = await line.process([...events, events[0]!])
    assert.deepEqual([...new Set(first.map(({ status }) => status))], ['accepted', 'duplicate'])
    assert.equal(first.at(-1)!.status, 'duplicate')
    const [left, right] = await Promise.all([line.process(events), line.process(events)])
    assert.ok([...left, ...right].every(({ status }) => status === 'duplicate'))
    await store.close()
    const again = await furnish(folder, 100)
    assert.ok((await again.line.process(events)).every(({ status }) => status === 'duplicate'))
    assert.equal(again.store.position().logged, events.length + 1)
    await again.store.close()
  })
})

test('whatever comes in, the line goes on: mutated events are refused with a reason or judged, never a crash', async () => {
  const lines = [...generate({ seed: 14, events: 2_000 })]
  const random = seededRandom(15)
  await inFolder(async (folder) => {
    const { store, line } = await furnish(folder, 100_000)
    let refused = 0
    let taken = 0
    for (let round = 0; round < MUTATED_EVENTS / 1_000; round++) {
      const batch: Event[] = []
      for (let i = 0; i < 1_000; i++) {
        const admitted = admitText(mutate(random.pick(lines), random))
        if (admitted === null || !admitted.ok) refused += 1
        else batch.push({ ...admitted.event, id: `${round}-${i}-${admitted.event.id}`.slice(0, 512) })
      }
      taken += (await line.process(batch)).length
    }
    assert.ok(
      refused > MUTATED_EVENTS / 20 && taken > MUTATED_EVENTS / 20,
      `${refused} refused, ${taken} taken`,
    )
    assert.equal(await store.verify(), null)
    await store.close()
  })
})

const MUTATED_EVENTS = tries(100_000, 10_000)

function admitText(text: string) {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return null
  }
  return door.admit(raw)
}

const SPICES = [
  '\u0000',
  '\ud800',
  '\u202e',
  '\u0301'.repeat(50),
  '"',
  '\\',
  '{',
  '__proto__',
  'constructor',
  '😀',
  'كلمة',
  '1e999',
  'null',
  '[]',
  '-1',
]

/** One to four small injuries: a byte changed, a piece cut, doubled, moved, or something strange put in. */
function mutate(text: string, random: ReturnType<typeof seededRandom>): string {
  let result = text
  for (let times = 1 + random.below(4); times > 0; times--) {
    const at = random.below(result.length)
    const end = at + random.below(12)
    switch (random.below(5)) {
      case 0:
        result = result.slice(0, at) + String.fromCharCode(random.below(0x250)) + result.slice(at + 1)
        break
      case 1:
        result = result.slice(0, at) + result.slice(end)
        break
      case 2:
        result = result.slice(0, end) + result.slice(at)
        break
      case 3:
        result = result.slice(0, at) + random.pick(SPICES) + result.slice(at)
        break
      default:
        result = result.replace(/:("[^"]*"|\d+|true|false|null)/g, (value) =>
          random.below(12) === 0
            ? `:${random.pick(['null', '-1', '[]', '{}', '""', 'true', '1e308'])}`
            : value,
        )
    }
  }
  return result
}
