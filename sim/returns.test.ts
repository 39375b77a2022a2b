import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDoor } from '../src/intake/door.ts'
import { createReturns, DECOYS } from './returns.ts'

const options = { seed: 5, accounts: 1_500, closed: 80, returns: 30, startAt: Date.UTC(2026, 0, 5) }
const platform = createReturns(options)

test('the same options, the same events; another seed, others', () => {
  assert.deepEqual(createReturns(options).events, platform.events)
  assert.notDeepEqual(createReturns({ ...options, seed: 6 }).events[0], platform.events[0])
})

test('events come in the order of time, and the door takes every one', () => {
  const door = createDoor({ key: Buffer.from('a key for measuring, 32 bytes ...') })
  let last = ''
  const ids = new Set<string>()
  for (const event of platform.events) {
    assert.ok(event.at >= last)
    last = event.at
    const admitted = door.admit(event)
    assert.ok(admitted.ok, JSON.stringify(admitted))
    ids.add(event.id)
  }
  assert.equal(ids.size, platform.events.length)
})

test('every return comes after the closure of an account that was closed, and every kind of decoy is there', () => {
  const closedAt = new Map<string, string>()
  for (const event of platform.events)
    if (event.type === 'account.closed') closedAt.set(event.account, event.at)
  const lastProfileAt = new Map<string, string>()
  for (const event of platform.events)
    if (event.type === 'account.created' || event.type === 'account.updated')
      lastProfileAt.set(event.account, event.at)
  const citizens = [...platform.citizens.values()]
  const returns = citizens.filter(({ standing }) => standing === 'return')
  assert.equal(returns.length, 30)
  for (const { account, of } of returns) assert.ok(lastProfileAt.get(account)! > closedAt.get(of!)!)
  assert.equal(citizens.filter(({ standing }) => standing === 'closed').length, 80)
  for (const kind of DECOYS)
    assert.ok(
      citizens.some(({ standing }) => standing === kind),
      kind,
    )
})
