import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryVault } from '../evidence/samples.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { systemClock } from '../lib/clock.ts'
import { createLineageIndex } from '../lineage/lineage.ts'
import type { Event } from '../model/event.ts'
import { createLine } from '../pipeline.ts'
import type { Measurer } from '../reading/measure.ts'
import { type ReplayOptions, replay } from '../replay.ts'
import { packFromFiles } from '../rules/load.ts'
import { planOf } from '../rules/rules.ts'
import { AT, postEvent, readingWith } from '../rules/samples.ts'
import { openSqliteStore } from '../store/sqlite/sqlite.ts'
import type { Store } from '../store/store.ts'
import { BAND_DEFAULT } from './band.ts'
import { createPanel } from './panel.ts'
import { guardWith, providerWith, threatens } from './samples.ts'
import { withSecondOpinion } from './second-opinion.ts'

const packed = packFromFiles({
  'x.yaml': `policies:
  - { id: tvec2, title: Threat, prose: No threats., precedence: 1, ground: { kind: illegal, reference: law, category: STATEMENT_CATEGORY_VIOLENCE } }
rules:
  - { id: agreed, policy: tvec2, on: [post.created], when: opinion.asked && opinion.tvec2 >= 0.8, verdict: review, actions: [queue], mode: live }
  - { id: undecided, policy: tvec2, on: [post.created], when: reading.tvec2 >= 0.4 && opinion.asked, verdict: review, actions: [queue], mode: live }
`,
})
assert.ok(packed.ok)
const plan = planOf(packed.pack)

/** Our own reader: open on everything. */
const reader: Measurer = {
  version: 'reader',
  measure: async (inputs) =>
    inputs.map((input) => ({ reading: input && readingWith({ tvec2: 0.5 }), gaps: [] })),
  reload: async () => {},
  close: async () => {},
}

const posts = (count: number): Event[] =>
  Array.from(
    { length: count },
    (_, n) =>
      ({
        ...postEvent({ id: `post:${n}`, text: `${['kill', 'hello', 'odd'][n % 3]} ${n}` }),
        id: `e${n}`,
        at: new Date(AT + n * 1_000).toISOString(),
        account: `acct:${n % 5}`,
      }) as Event,
  )

async function decisionsOf(store: Store): Promise<string[]> {
  const rows: string[] = []
  for await (const decision of store.eachDecision()) rows.push(canonicalJson(decision))
  return rows
}

async function replayed(store: Store, options: Partial<ReplayOptions>): Promise<string[]> {
  const rows: string[] = []
  const runs = replay({ store, newLineageIndex: createLineageIndex, planFor: async () => plan, ...options })
  for await (const { judgement } of runs) rows.push(...judgement.decisions.map(canonicalJson))
  return rows
}

test('what was answered is recorded with the event: a replay asks nobody and decides the same (Q12)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-opinions-'))
  try {
    let asked = 0
    const provider = providerWith(async ({ text, policies }) => {
      asked += 1
      if (text.includes('odd')) return { ok: false, reason: 'no sense', blame: 'text' }
      const scores = Object.fromEntries(policies.map(({ id }) => [id, threatens(text) ? 0.9 : 0.1]))
      return { ok: true, value: { scores }, tokens: 1 }
    })
    const panel = createPanel({
      seats: [{ provider, guard: guardWith({ deadlineMs: 5_000, queue: 1_000 }) }],
      desk: null,
      deadlineMs: 5_000,
      clock: systemClock,
    })
    const store = await openSqliteStore(folder)
    const measurer = withSecondOpinion(reader, panel, { band: BAND_DEFAULT, plan: () => line.plan() })
    const line = createLine({
      store,
      vault: memoryVault(),
      measurer,
      planFor: async () => plan,
      newLineageIndex: createLineageIndex,
      committed() {},
    })
    await line.recover()
    const pack = {
      id: 'pack-1',
      type: 'pack.loaded',
      at: new Date(0).toISOString(),
      account: 'holdfast',
      pack: { hash: plan.pack.hash },
    } as Event
    await line.process([pack])
    const events = posts(60)
    for (let from = 0; from < events.length; from += 7) await line.process(events.slice(from, from + 7))
    assert.equal(asked, 60)

    const decided = await decisionsOf(store)
    assert.equal(decided.length, 60, 'one decision for each post')
    assert.equal(decided.filter((row) => row.includes('"agreed"')).length, 20)
    assert.equal(
      decided.filter((row) => row.includes('"gaps":["opinion.tvec2"]')).length,
      20,
      'a gap is named',
    )
    const gaps: string[] = []
    for await (const chunk of store.events({ from: 1 }))
      for (const one of chunk) gaps.push(...one.gaps.map(({ signal, reason }) => `${signal} ${reason}`))
    assert.deepEqual([...new Set(gaps)], ['opinion.tvec2 second: no sense'])

    assert.deepEqual(await replayed(store, {}), decided, 'by the record')
    assert.deepEqual(
      await replayed(store, { measurer: reader, instead: plan }),
      decided,
      'read anew by our own reader',
    )
    assert.equal(asked, 60, 'nobody was asked again')
    await measurer.close()
    await store.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
