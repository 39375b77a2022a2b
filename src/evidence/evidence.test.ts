import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Rig, rigIn } from '../../sim/evidence-rig.ts'

async function inRig(work: (rig: Rig, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-evidence-'))
  const rig = await rigIn(folder)
  try {
    await work(rig, folder)
  } finally {
    await rig.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const looking = { by: 'mara', case: 't-1', via: 'command' }

test('E1, E2: before a restriction the post, its thread, the profile and the reading are in the vault', () =>
  inRig(async ({ say, desk, profile, store }) => {
    await profile('a', { handle: 'wolf', name: 'Wolf', bio: 'of the salt' })
    await say('b', 'root', 'a quiet post')
    await say('b', 'middle', 'an answer', { replyTo: 'root' })
    const decision = await say('a', 'bad', 'restrict me', { replyTo: 'middle' })
    await say('c', 'late', 'an answer that came later', { replyTo: 'bad' })
    const view = await desk.show(decision!, looking)
    assert.equal(view?.fault, null)
    const { snapshot } = view!
    assert.equal(snapshot?.versions[0]?.post.text, 'restrict me')
    assert.deepEqual(
      snapshot?.parents.map(({ post }) => post.id),
      ['middle', 'root'],
    )
    assert.deepEqual(snapshot?.answers, [])
    assert.equal(snapshot?.profile?.bio, 'of the salt')
    assert.notEqual(snapshot?.reading, null)
    assert.deepEqual(snapshot?.gaps, [])
    assert.deepEqual((await store.evidenceList({ limit: 9 })).length, 1)
    assert.deepEqual(
      view?.custody.map(({ kind }) => kind),
      ['evidence', 'decision', 'view'],
    )
  }))

test('E2: a thread is as it stood at the event, whatever batch it came in, also after a start', async () => {
  const texts = ['one', 'restrict me', 'two', 'restrict me too', 'three', 'restrict me at last']
  const snapshotsOf = async (batch: number, reopenAt: number): Promise<(string | undefined)[]> => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-evidence-'))
    let rig = await rigIn(folder)
    try {
      const posts = texts.map((text, i) =>
        rig.post(i % 2 === 0 ? 'a' : 'b', `p${i}`, text, { replyTo: i === 0 ? null : `p${i - 1}` }),
      )
      for (let from = 0; from < posts.length; from += batch) {
        if (from >= reopenAt && from - batch < reopenAt) {
          await rig.close()
          rig = await rigIn(folder)
        }
        await rig.line.process(posts.slice(from, from + batch))
      }
      return (await rig.store.evidenceList({ limit: 9 })).map(({ snapshot }) => snapshot?.sha256)
    } finally {
      await rig.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  const whole = await snapshotsOf(6, 99)
  assert.equal(whole.length, 3)
  assert.equal(new Set(whole).size, 3)
  assert.deepEqual(await snapshotsOf(1, 99), whole)
  assert.deepEqual(await snapshotsOf(2, 2), whole)
  assert.deepEqual(await snapshotsOf(1, 4), whole)
})

test('E1: what is only reviewed, on trial or given back is not preserved', () =>
  inRig(async ({ say, store }) => {
    await say('a', 'p1', 'queue me')
    await say('a', 'p2', 'nothing at all')
    assert.deepEqual(await store.evidenceList({ limit: 9 }), [])
    assert.ok((await store.decisions({ limit: 9 })).length > 0)
  }))

test('E30: who sees a piece of evidence is on the ledger before it is shown', () =>
  inRig(async ({ say, desk, store }) => {
    const decision = await say('a', 'bad', 'restrict me')
    const view = await desk.show(decision!, looking)
    assert.deepEqual(
      (await desk.views({ case: 't-1', limit: 9 })).map(({ by, kind, seen }) => [by, kind, seen]),
      [['mara', 'evidence', view!.evidence.id]],
    )
    assert.equal(await desk.show('nothing', looking), undefined)
    assert.equal((await store.views({ limit: 9 })).length, 1)
    assert.equal(await store.verify(), null)
  }))

test('E24, E15: what is held is not erased; what is erased leaves a tombstone, and the ledger verifies', () =>
  inRig(async ({ say, desk, store, vault }) => {
    const decision = await say('a', 'bad', 'restrict me')
    const [piece] = await store.evidenceList({ limit: 9 })
    const who = { by: 'ben', why: 'asked for' }
    const held = await desk.place({ on: ['a'], basis: 'court', until: null, reference: 'ref 1', ...who })
    assert.ok(held.ok)
    const refused = await desk.erase([decision!], who)
    assert.deepEqual(refused.ok && refused.value, {
      erased: [],
      kept: [{ evidence: piece!.id, account: 'a', holds: [held.value[0]!.id] }],
    })
    assert.equal(await vault.has(piece!.snapshot!.sha256), true)
    await desk.lift(held.value[0]!.id, who)
    const erased = await desk.erase([decision!], who)
    assert.deepEqual(erased.ok && erased.value.erased, [piece!.id])
    assert.equal(await vault.has(piece!.snapshot!.sha256), false)
    const after = await desk.show(piece!.id, looking)
    assert.deepEqual([after?.snapshot, after?.fault], [null, null])
    assert.deepEqual(after?.custody.map(({ kind, body }) => [kind, body['what'] ?? null]).slice(2), [
      ['custody', 'not erased'],
      ['tombstone', null],
      ['view', null],
    ])
    assert.equal(await store.verify(), null)
  }))

test('the vault refuses a wrong key and says which is missing', () =>
  inRig(async ({ say, close, folder }) => {
    await say('a', 'bad', 'restrict me')
    await close()
    writeFileSync(join(folder, 'evidence.key'), `${Buffer.alloc(32, 7).toString('base64')}\n`)
    await assert.rejects(rigIn(folder), /sealed under the key [0-9a-f]{16}, which was not given/)
  }))
