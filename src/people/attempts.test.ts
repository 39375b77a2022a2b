import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stillClock } from '../lib/clock.ts'
import { createAttempts, networkOf } from './attempts.ts'

const START = Date.UTC(2026, 2, 2)
const stranger = { name: 'amal', address: '203.0.113.7', device: null }
const known = { ...stranger, device: 'd1' }

test('after five tries each costs twice the wait, up to five minutes', () => {
  const clock = stillClock(START)
  const attempts = createAttempts(clock)
  for (let tries = 0; tries < 5; tries++) assert.equal(attempts.take(stranger), 0)
  const waits: number[] = []
  for (let tries = 0; tries < 12; tries++) {
    const wait = attempts.take(stranger)
    waits.push(wait)
    clock.set(clock.now() + wait * 1000 - 1)
    assert.equal(attempts.take(stranger), 1, 'not a moment before')
    clock.set(clock.now() + 1)
    assert.equal(attempts.take(stranger), 0)
  }
  assert.deepEqual(waits, [2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300])
})

test('a thousand tries at once are a thousand tries (P12)', () => {
  const attempts = createAttempts(stillClock(START))
  const allowed = Array.from({ length: 1000 }, () => attempts.take(stranger)).filter((wait) => wait === 0)
  assert.equal(allowed.length, 5)
})

test('what strangers try does not keep out who signed in from there before (P13)', () => {
  const clock = stillClock(START)
  const attempts = createAttempts(clock)
  for (let hour = 0; hour < 48; hour++)
    for (let minute = 0; minute < 60; minute++) {
      attempts.take({ ...stranger, address: `203.0.113.${minute}` })
      clock.set(clock.now() + 60_000)
    }
  assert.ok(attempts.take(stranger) > 0 || attempts.take(stranger) > 0)
  assert.equal(attempts.take(known), 0)
  for (let tries = 0; tries < 4; tries++) attempts.take(known)
  assert.equal(attempts.take(known), 2, 'a stolen device is slowed down, too')
})

test('a stranger waits five minutes at most, however long others have tried', () => {
  const clock = stillClock(START)
  const attempts = createAttempts(clock)
  for (let tries = 0; tries < 500; tries++) {
    const wait = attempts.take({ ...stranger, address: `203.0.113.${tries}` })
    assert.ok(wait <= 300)
    clock.set(clock.now() + wait * 1000)
  }
})

test('success forgets the tries of that name and device, and no others', () => {
  const attempts = createAttempts(stillClock(START))
  for (let tries = 0; tries < 5; tries++) attempts.take(stranger)
  attempts.succeeded(known)
  assert.ok(attempts.take(stranger) > 0)
  attempts.succeeded(stranger)
  assert.equal(attempts.take(stranger), 0)
})

test('one address gets fifty tries in a quarter of an hour, whatever the names', () => {
  const clock = stillClock(START)
  const attempts = createAttempts(clock)
  const waits = Array.from({ length: 60 }, (_, index) =>
    attempts.take({ ...stranger, name: `name-${index}` }),
  )
  assert.deepEqual(waits.slice(0, 50), Array(50).fill(0))
  assert.ok(waits.slice(50).every((wait) => wait > 0 && wait <= 900))
  assert.equal(attempts.take({ ...known, name: 'other' }), 0, 'a known device there goes on')
  clock.set(clock.now() + 15 * 60_000 + 1)
  assert.equal(attempts.take({ ...stranger, name: 'again' }), 0)
})

test('an IPv6 network counts as one', () => {
  const check = (address: string, network: string) => assert.equal(networkOf(address), network, address)
  check('203.0.113.7', '203.0.113.7')
  check('::ffff:203.0.113.7', '203.0.113.7')
  check('2001:db8:1:2:3:4:5:6', '2001:db8:1:2')
  check('2001:db8:1:2::9', '2001:db8:1:2')
  check('::1', '0:0:0:0')
})
