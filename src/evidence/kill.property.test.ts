import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { tries } from '../../scripts/testing/thorough.ts'
import { type Rig, rigIn } from '../../sim/evidence-rig.ts'
import type { Enforcer } from '../enforce/enforce.ts'
import { createRounds } from '../enforce/rounds.ts'
import { seededRandom } from '../lib/random.ts'
import type { OutboxEntry } from '../model/decision.ts'
import { createMediaKeeper } from '../preserve/media.ts'
import type { Store } from '../store/store.ts'
import { evidenceId } from './evidence.ts'
import type { Vault } from './vault.ts'

/*
 * A process that is killed between any two of its steps: before and after each write to log, case data and vault, each event of the preserver, each action. What is on disk then is
 * copied and opened anew, as after kill -9. The law: whenever an action goes out, its decision, its evidence and all bytes that are said to be kept are there. (E3, E4)
 */

const SEEDS = Number(process.env['SEEDS'] ?? tries(200, 40))
const FIRST = Number(process.env['SEED'] ?? 1)

class Killed extends Error {}

/** Counts steps, and ends the world at one of them: from then on nothing happens any more. */
function createFate(killAt: number) {
  let steps = 0
  let dead = false
  const step = () => {
    steps += 1
    if (dead || steps === killAt) {
      dead = true
      throw new Killed()
    }
  }
  return {
    steps: () => steps,
    dead: () => dead,
    around:
      <A extends unknown[], T>(work: (...given: A) => Promise<T>) =>
      async (...given: A): Promise<T> => {
        step()
        const answer = await work(...given)
        step()
        return answer
      },
  }
}
type Fate = ReturnType<typeof createFate>

const mortal = ({ around }: Fate) => ({
  store: (store: Store): Store => ({
    ...store,
    commit: around(store.commit),
    outboxUpdate: around(store.outboxUpdate),
  }),
  vault: (vault: Vault): Vault => ({ ...vault, keep: around(vault.keep), receive: around(vault.receive) }),
  writing: (writing: Parameters<NonNullable<NonNullable<Parameters<typeof rigIn>[1]>['writing']>>[0]) => ({
    ...writing,
    append: around(writing.append),
  }),
})

/** What a platform would see, and what was there when it saw it. */
function watching(rig: Rig, seen: Set<string>, fate: Fate, wrong: string[]): Enforcer {
  return {
    name: 'watching',
    enforce: fate.around(async (entry: OutboxEntry) => {
      await look(rig, entry).catch((error) => wrong.push(error.message))
      seen.add(entry.id)
      return { status: 'done', detail: 'ok' } as const
    }),
    async close() {},
  }
}

/** What has to be on disk at the moment an action is seen. */
async function look(rig: Rig, entry: OutboxEntry): Promise<void> {
  const { store, vault } = rig
  assert.ok(await store.decision(entry.decision), 'an action without its decision')
  const evidence = await store.evidence(evidenceId(entry.decision))
  assert.ok(evidence?.snapshot, 'an action without its evidence')
  const kinds = (await store.ledgerAbout(evidence.id, 99)).map(({ kind }) => kind)
  assert.ok(
    kinds.includes('evidence') && kinds.includes('decision'),
    'an action before the ledger knows of it',
  )
  assert.ok(await wholeIn(vault, evidence.snapshot.sha256), 'a snapshot that is not there')
  for (const { status, sha256 } of evidence.media) {
    assert.notEqual(status, 'wanted', 'an action that did not wait for its media')
    if (status === 'kept') assert.ok(await wholeIn(vault, sha256!), 'media that are not there')
  }
}

async function wholeIn(vault: Vault, sha256: string): Promise<boolean> {
  for await (const _ of vault.read(sha256));
  return true
}

/** A run until all is done, or the world ends. */
async function live(rig: Rig, fate: Fate, seed: number, seen: Set<string>): Promise<void> {
  const random = seededRandom(seed)
  const wrong: string[] = []
  const clock = { now: () => rig.clock.now(), steady: () => rig.clock.now() }
  const keeper = createMediaKeeper({
    store: rig.store,
    vault: rig.vault,
    bus: rig.bus,
    clock,
    random,
    deadlineMs: 2_000,
    fetch: fate.around(async (url: string) => {
      if (url.endsWith('gone')) return { ok: false, reason: 'HTTP 404', again: false } as const
      if (url.endsWith('busy')) return { ok: false, reason: 'HTTP 503', again: true } as const
      const body = (async function* () {
        yield Buffer.from(`bytes of ${url}`)
      })()
      return { ok: true, body, type: 'image/jpeg', remark: null } as const
    }),
  })
  const rounds = createRounds({
    store: rig.store,
    enforcer: watching(rig, seen, fate, wrong),
    clock,
    random,
    attemptsMax: 3,
    concurrency: 2,
    mayGo: async ({ decision }) => !(await rig.store.evidencePending(decision)),
    onSettled: () => {},
    stopping: new AbortController().signal,
  })
  await rounds.remember()
  /** Looked at after every round, so that nothing found wrong is lost with the world. */
  const deliver = async () => {
    await rounds.round()
    assert.deepEqual(wrong, [])
  }
  // What the platform was never told was taken it sends again: all of it, in any batches.
  const posts = postsOf(rig, seed)
  for (let from = 0; from < posts.length; ) {
    const count = 1 + random.below(4)
    await rig.publish(...posts.slice(from, from + count))
    from += count
    await keeper.round()
    await deliver()
  }
  for (let i = 0; i < 40 && (await rig.store.counts()).outboxWaiting > 0; i++) {
    rig.clock.set(rig.clock.now() + 1_000)
    await keeper.round()
    await deliver()
  }
  if (!fate.dead()) assert.equal((await rig.store.counts()).outboxWaiting, 0, 'an action that never went out')
}

function postsOf(rig: Rig, seed: number) {
  const random = seededRandom(seed + 1_000_000)
  const kinds = ['fine', 'gone', 'busy']
  return Array.from({ length: 7 }, (_, i) => {
    const media =
      random.below(2) === 0
        ? []
        : [{ id: `m${i}`, url: `https://media.example/${seed}/${i}/${kinds[random.below(3)]}` }]
    const text = ['quiet', 'restrict me', 'restrict and escalate me'][random.below(3)]!
    const post = rig.post(`a${random.below(3)}`, `p${i}`, text, {
      media,
      replyTo: i === 0 ? null : `p${i - 1}`,
    })
    return { ...post, at: new Date(Date.parse('2026-03-02T09:30:00.000Z') + i).toISOString() }
  })
}

/** Lives, is killed at a step drawn from the seed, and lives again on what was on disk. */
async function liveTwice(seed: number, template: string, folder: string, stepsMax: number): Promise<number> {
  const seen = new Set<string>()
  const first = join(folder, 'first')
  const second = join(folder, 'second')
  cpSync(template, first, { recursive: true })
  const fate = createFate(1 + seededRandom(seed + 7).below(stepsMax))
  const rig = await rigIn(first, mortal(fate)).catch((error) => {
    if (fate.dead()) return null
    throw error
  })
  const problems: unknown[] = []
  if (rig !== null) await live(rig, fate, seed, seen).catch((error) => problems.push(error))
  const found = problems.find((error) => error instanceof assert.AssertionError)
  if (found ?? (!fate.dead() && problems.length > 0)) throw found ?? problems[0]
  mkdirSync(second)
  cpSync(first, second, { recursive: true })
  await rig?.close().catch(() => {})
  const after = createFate(0)
  const again = await rigIn(second)
  try {
    await live(again, after, seed, seen)
    const outbox = await again.store.outbox({ limit: 100 })
    assert.ok(
      outbox.every(({ entry, status }) => status === 'done' && seen.has(entry.id)),
      'an action that was never seen',
    )
    assert.equal(await again.store.verify(), null)
    assert.equal(await again.vault.check(), null)
    return outbox.length
  } finally {
    await again.close()
  }
}

test(`E3, E4: no action before its evidence, killed between every two steps (${SEEDS} seeds from ${FIRST})`, async () => {
  // What counts is what was written, not what survives a loss of power: where there is one, a folder in memory will do.
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'holdfast-evidence-kill-'))
  try {
    const template = join(folder, 'template')
    await (await rigIn(template)).close()
    // How many steps a whole life has, so that every one of them is drawn.
    const whole = createFate(0)
    const counted = join(folder, 'counted')
    cpSync(template, counted, { recursive: true })
    const rig = await rigIn(counted, mortal(whole))
    await live(rig, whole, FIRST, new Set())
    await rig.close()
    assert.ok(whole.steps() > 30, `only ${whole.steps()} steps: this test would see little`)
    let actions = 0
    for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
      const place = join(folder, String(seed))
      mkdirSync(place)
      try {
        actions += await liveTwice(seed, template, place, whole.steps())
      } catch (error) {
        throw new Error(`seed ${seed}: ${(error as Error).message}`, { cause: error })
      }
      rmSync(place, { recursive: true, force: true })
    }
    assert.ok(actions > SEEDS, `${actions} actions in all`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
