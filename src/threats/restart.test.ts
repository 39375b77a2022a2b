import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openDesks } from '../desks.ts'
import { evidenceDesk, holdOn, openHouse } from '../house.ts'
import { stillClock } from '../lib/clock.ts'
import { seededRandom } from '../lib/random.ts'
import { stateKey } from '../model/state.ts'
import { dutyOf, tellingPager } from './desk-samples.ts'
import { createWatch } from './watch.ts'

/*
 * The desk over a real store that is closed and opened again.
 */

const AT = Date.parse('2026-01-05T08:00:00Z')
const post = (id: string, account: string, minute: number, text: string) => ({
  id,
  type: 'post.created',
  at: new Date(AT + minute * 60_000).toISOString(),
  account,
  post: { id: `post:${id}`, text, language: 'en' },
})
const THREAT = 'We will kill every one of you at the office tomorrow morning.'

async function opened(data: string) {
  const clock = stillClock(AT)
  const house = await openHouse({ data, policies: 'policies', threads: 1 })
  const evidence = evidenceDesk(house, {})
  const pager = tellingPager()
  const duty = dutyOf([pager])
  const { threats } = openDesks(house, { clock, key: house.key, duty, hold: holdOn(evidence) })
  const watch = createWatch({
    store: house.store,
    bus: house.bus,
    clock,
    random: seededRandom(1),
    duty,
    plan: () => house.line.plan(),
    key: house.key,
    complain: (message) => assert.fail(message),
  })
  const tell = async (...raw: unknown[]) => {
    const events = raw.map((one) => {
      const admitted = house.admit(one)
      return admitted.ok ? admitted.event : assert.fail(admitted.reason)
    })
    await house.bus.publish(events)
  }
  const rows = async () => {
    const found = []
    for await (const row of house.store.eachThreat()) found.push(row)
    return found
  }
  return { clock, house, evidence, pager, desk: threats, watch, tell, rows }
}

test('J2, P3: over a restart a case takes in what comes, and whoever was called is not called anew', async () => {
  const data = mkdtempSync(join(tmpdir(), 'holdfast-restart-'))
  try {
    const first = await opened(data)
    await first.tell(post('p1', 'a1', 0, THREAT))
    await first.watch.look()
    await first.watch.idle()
    assert.deepEqual(
      first.pager.got.map(({ to }) => to),
      ['mira'],
    )
    const [{ id }] = (await first.rows()) as unknown as [{ id: string }]
    await first.watch.stop()
    await first.house.close()

    const second = await opened(data)
    await second.watch.look()
    await second.watch.idle()
    assert.equal(second.pager.got.length, 0)
    await second.tell(post('p2', 'a1', 1, 'Tomorrow at noon I will shoot the clerk at the station.'))
    const rows = await second.rows()
    assert.deepEqual(
      rows.map((row) => [row.id, row.posts]),
      [[id, ['post:p1', 'post:p2']]],
    )
    assert.ok((await second.desk.act({ do: 'note', case: id, why: 'seen' }, 'mira')).ok)
    await second.watch.stop()
    await second.house.close()
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
})

test('T4: what an order removed is preserved and held for six months', async () => {
  const data = mkdtempSync(join(tmpdir(), 'holdfast-order-'))
  try {
    const { tell, desk, evidence, house, watch } = await opened(data)
    const order = { id: 'o1', kind: 'removal', authority: 'Office', post: 'post:p1' }
    await tell(post('p1', 'a1', 0, 'Nothing in particular.'), {
      id: 'order',
      type: 'order.received',
      at: new Date(AT).toISOString(),
      account: 'a1',
      order,
    })
    const act = { order: 'o1', why: 'because' }
    assert.ok((await desk.actOnOrder({ ...act, do: 'verify', how: 'called back' }, 'mira')).ok)
    const removed = await desk.actOnOrder({ ...act, do: 'remove' }, 'sol')
    assert.ok(removed.ok)
    const { decision } = removed.view.removal!
    const [kept] = (await evidence.list({ limit: 10 })).filter((one) => one.decision === decision)
    assert.ok(kept !== undefined, 'what was removed is preserved')
    const [hold] = await evidence.holds({ live: true })
    assert.deepEqual([hold!.basis, hold!.reference, hold!.scope.id], ['tco', 'o1', kept.id])
    const [state] = await house.store.load([stateKey.order('o1')])
    assert.equal(state!.order!.status, 'removed')
    await watch.stop()
    await house.close()
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
})
