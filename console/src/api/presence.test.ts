import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPresence } from './presence.ts'

test('what waits goes on when its person is back', async () => {
  const presence = createPresence()
  presence.arrived('amal')
  const [first, second] = [presence.waitForReturn('ended'), presence.waitForReturn('ended')]
  assert.equal(presence.away(), 'ended')
  assert.equal(presence.arrived('amal'), 'same')
  assert.deepEqual([await first, await second, presence.away()], [true, true, null])
})

test('what one person began is not done for another', async () => {
  const presence = createPresence()
  presence.arrived('amal')
  const waiting = presence.waitForReturn('ended')
  assert.equal(presence.arrived('badr'), 'other')
  assert.equal(await waiting, false)
  assert.equal(presence.person(), 'badr')
})

test('before anybody came, and after somebody left, nobody is waited for', async () => {
  const presence = createPresence()
  assert.equal(await presence.waitForReturn('ended'), false)
  presence.arrived('amal')
  const waiting = presence.waitForReturn('fresh')
  presence.left()
  assert.equal(await waiting, false)
  assert.equal(await presence.waitForReturn('ended'), false)
})

test('a session that ended says more than one that is not fresh', () => {
  const presence = createPresence()
  let told = 0
  presence.subscribe(() => (told += 1))
  presence.arrived('amal')
  void presence.waitForReturn('fresh')
  assert.equal(presence.away(), 'fresh')
  void presence.waitForReturn('ended')
  void presence.waitForReturn('fresh')
  assert.equal(presence.away(), 'ended')
  assert.equal(told, 3, 'one dialog, however many wait')
})
