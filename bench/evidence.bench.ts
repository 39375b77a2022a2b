import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { rigIn } from '../sim/evidence-rig.ts'
import { generate } from '../sim/generate.ts'
import { captureOf } from '../src/evidence/evidence.ts'
import { createPreserver } from '../src/evidence/preserve.ts'
import { memoryVault } from '../src/evidence/samples.ts'
import { verifyBundle } from '../src/evidence/verify.mjs'
import { createDoor } from '../src/intake/door.ts'
import { createLineageIndex } from '../src/lineage/lineage.ts'
import { type Event, hasPost } from '../src/model/event.ts'
import { HOUR_MS } from '../src/model/ids.ts'
import { createLine } from '../src/pipeline.ts'
import { openVault } from '../src/preserve/vault.ts'
import { inlineMeasurer } from '../src/reading/measure.ts'
import { loadPack } from '../src/rules/load.ts'
import { planOf } from '../src/rules/rules.ts'
import { sampleDecision } from '../src/store/samples.ts'
import { openSqliteStore } from '../src/store/sqlite/sqlite.ts'
import type { Row } from './bench.ts'

const EVENTS = 20_000
const BATCH = 1_000
const ITEMS = 1_000
const MEDIA_BYTES = 200_000

/** CPU of the whole process, in microseconds: other work on the machine counts little. */
const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** What preserving costs the line when one post in a hundred is restricted; and how fast a bundle is written and verified. */
export async function benchEvidence(options: { seed: number; events?: number }): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-bench-evidence-'))
  try {
    return [
      ...(await capture(join(folder, 'capture'), options)),
      ...(await exporting(join(folder, 'export'))),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function capture(
  folder: string,
  { seed, events: count = EVENTS }: { seed: number; events?: number },
): Promise<Row[]> {
  const loaded = loadPack(new URL('../policies', import.meta.url).pathname)
  if (!loaded.ok) throw new Error('the default pack does not load')
  const plan = planOf(loaded.pack)
  const store = await openSqliteStore(join(folder, 'data'))
  const line = createLine({
    store,
    vault: memoryVault(),
    measurer: inlineMeasurer(loaded.pack.banks),
    planFor: async () => plan,
    newLineageIndex: createLineageIndex,
    committed() {},
  })
  await line.recover()
  const at = new Date(0).toISOString()
  await line.process([
    { id: 'pack-1', type: 'pack.loaded', at, account: 'holdfast', pack: { hash: plan.pack.hash } } as Event,
  ])
  const door = createDoor({ key: new Uint8Array(32) })
  const events = [...generate({ seed, events: count })].map((text) => {
    const admitted = door.admit(JSON.parse(text))
    if (!admitted.ok) throw new Error(admitted.reason)
    return admitted.event
  })
  const startedAt = cpu()
  for (let from = 0; from < events.length; from += BATCH) await line.process(events.slice(from, from + BATCH))
  const whole = (cpu() - startedAt) / events.length

  const vault = openVault({ folder: join(folder, 'evidence'), keys: { file: join(folder, 'evidence.key') } })
  const preserver = createPreserver(store, vault)
  let [spent, captures] = [0, 0]
  for await (const run of store.events({ from: 1, chunk: BATCH })) {
    const wanted = run
      .filter(({ event, seq }) => hasPost(event) && seq % 100 < 2)
      .slice(0, Math.ceil(run.length / 100))
      .map(({ event }) => {
        const post = hasPost(event) ? event.post.id : ''
        const decision = sampleDecision(`d-${event.id}`, {
          event: event.id,
          subject: { kind: 'post', id: post },
          account: event.account,
        })
        return captureOf(decision, event, undefined, [])
      })
    captures += wanted.length
    const before = cpu()
    await preserver.preserve(run, wanted)
    spent += cpu() - before
  }
  await vault.close()
  await store.close()
  const preserving = spent / events.length
  return [
    { what: 'the line, CPU per event', value: whole, unit: 'µs' },
    {
      what: `preserving, CPU per event (${captures} of ${events.length} restricted)`,
      value: preserving,
      unit: 'µs',
    },
    {
      what: 'preserving, share of the line',
      value: (100 * preserving) / whole,
      unit: '%',
      note: 'wanted: 5 at most',
    },
  ]
}

async function exporting(folder: string): Promise<Row[]> {
  const rig = await rigIn(folder)
  try {
    for (let from = 0; from < ITEMS; from += 100) {
      // The brake lets through a hundred an hour.
      rig.clock.set(rig.clock.now() + HOUR_MS)
      await rig.publish(
        ...Array.from({ length: 100 }, (_, i) => {
          const nth = from + i
          const media = [{ id: `m${nth}`, url: `https://media.example/${nth}`, type: 'image/jpeg' }]
          return rig.post('a', `p${nth}`, `restrict me ${nth}`, {
            media,
            replyTo: nth === 0 ? null : `p${nth - 1}`,
          })
        }),
      )
    }
    for await (const { id, account } of rig.store.eachEvidence()) {
      const source = (async function* () {
        yield Buffer.alloc(MEDIA_BYTES, id)
      })()
      const { sha256, bytes } = await rig.vault.receive({ evidence: id, account }, source, MEDIA_BYTES)
      const media = {
        evidence: id,
        index: 0,
        items: [],
        status: 'kept' as const,
        sha256,
        bytes,
        type: null,
        cut: false,
        reason: null,
        attempts: 1,
        again: false,
      }
      await rig.publish({
        id: `media-${id}`,
        type: 'evidence.media',
        at: new Date(rig.clock.now()).toISOString(),
        account: 'holdfast',
        media,
      })
    }
    globalThis.gc?.()
    const path = join(folder, 'case.tar')
    const resting = process.memoryUsage().rss
    let peak = resting
    const watching = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss)
    }, 20)
    const [startedAt, cpuAt] = [performance.now(), cpu()]
    const made = await rig.desk.export(['a'], { by: 'bench', why: 'bench', via: 'bench' })
    if (!made.ok) throw new Error(made.reason)
    await pipeline(Readable.from(made.value.chunks), createWriteStream(path))
    const [wallMs, cpuMs] = [performance.now() - startedAt, (cpu() - cpuAt) / 1000]
    clearInterval(watching)
    const megabytes = statSync(path).size / 1e6
    const [verifyAt, verifyCpuAt] = [performance.now(), cpu()]
    verifyBundle(path)
    const [verifyMs, verifyCpuMs] = [performance.now() - verifyAt, (cpu() - verifyCpuAt) / 1000]
    return [
      {
        what: `export of ${made.value.evidence} items, ${megabytes.toFixed(0)} MB`,
        value: wallMs / 1000,
        unit: 's',
        note: `${(cpuMs / 1000).toFixed(1)} s of CPU; wanted: under 30 s`,
      },
      { what: 'memory that grew meanwhile, at its peak', value: (peak - resting) / 1e6, unit: 'MB' },
      {
        what: 'verify a bundle',
        value: megabytes / (verifyMs / 1000),
        unit: 'MB/s',
        note: `${(megabytes / (verifyCpuMs / 1000)).toFixed(0)} MB per second of CPU; wanted: 200`,
      },
    ]
  } finally {
    await rig.close()
  }
}
