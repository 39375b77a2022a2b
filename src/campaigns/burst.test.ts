import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Activity, burstOf, NEW_BITS_MIN, newBits, onsetOf, SLOT_MS, slotOf } from './burst.ts'
import { HOUR, MINUTE, START } from './samples.ts'

/** So many accounts in each quarter of an hour, over `hours` before `to`. */
function steady(activity: Activity, to: number, hours: number, each: number): Activity {
  for (let at = to - hours * HOUR; at < to; at += SLOT_MS) for (let i = 0; i < each; i++) activity.add(at)
  return activity
}

const NOON = START + 36 * HOUR
const stream = steady(new Activity(), NOON + SLOT_MS, 30, 100)

test('what goes on as ever is no burst (B2)', () => {
  assert.ok(burstOf(steady(new Activity(), NOON + SLOT_MS, 30, 4), stream, NOON) < 1)
})

test('what comes from nothing is one', () => {
  assert.ok(burstOf(steady(new Activity(), NOON + SLOT_MS, 0.5, 20), stream, NOON) > 8)
})

test('one loud account is one account in every quarter of an hour (B1)', () => {
  const loud = new Activity()
  let before: number | undefined
  for (let at = NOON - HOUR; at < NOON; at += 1_000) {
    loud.add(at, before)
    before = at
  }
  assert.equal(loud.between(0, slotOf(NOON)), 4)
  assert.ok(burstOf(loud, stream, NOON) < 2)
})

test('when all the stream doubles, what doubles with it is no burst', () => {
  const busy = steady(steady(new Activity(), NOON + SLOT_MS, 30, 100), NOON + SLOT_MS, 0.5, 100)
  const own = steady(steady(new Activity(), NOON + SLOT_MS, 30, 10), NOON + SLOT_MS, 0.5, 10)
  assert.ok(burstOf(own, busy, NOON) < 1.5)
  assert.ok(burstOf(own, stream, NOON) > 2)
})

test('what comes every evening is no burst in the evening', () => {
  const evening = new Activity()
  for (const day of [NOON - 24 * HOUR, NOON])
    for (let at = day - HOUR; at < day + HOUR; at += SLOT_MS) for (let i = 0; i < 20; i++) evening.add(at)
  assert.ok(burstOf(evening, stream, NOON) < 2)
})

test('counts that come out of order are the same counts', () => {
  const times = [3, 1, 2, 1, 9, 0].map((slot) => NOON + slot * SLOT_MS)
  const one = new Activity()
  const other = new Activity()
  for (const at of times) one.add(at)
  for (const at of [...times].reverse()) other.add(at)
  assert.deepEqual(one, other)
})

test('a phrase that people say all day is not new, one that has just begun is (B3)', () => {
  const acts = (from: number, to: number) =>
    Array.from({ length: 30 }, (_, i) => ({ account: `a${i}`, at: from + ((to - from) * i) / 30, nth: 0 }))
  const bits = (from: number) => newBits(onsetOf(acts(from, NOON)), 30, 30, stream, NOON)
  assert.ok(bits(NOON - 24 * HOUR) < NEW_BITS_MIN)
  assert.ok(bits(NOON - 10 * HOUR) > NEW_BITS_MIN)
  assert.ok(bits(NOON - 10 * MINUTE) > 100)
  const stray = [{ account: 'stray', at: NOON - 24 * HOUR, nth: 0 }, ...acts(NOON - HOUR, NOON)]
  assert.ok(newBits(onsetOf(stray), 31, 31, stream, NOON) > NEW_BITS_MIN)
})

test('in a small place a push is new though it is most of what is said (B3)', () => {
  const push = (place: Activity, posts: number, accounts: number, at: number) => {
    const acts = Array.from({ length: posts }, (_, i) => {
      const act = { account: `a${i % accounts}`, at: at + i * MINUTE, nth: place.in(slotOf(at + i * MINUTE)) }
      place.add(act.at)
      return act
    })
    return newBits(onsetOf(acts), accounts, posts, place, at + posts * MINUTE)
  }
  const quiet = new Activity()
  for (let i = 0; i < 12; i++) quiet.add(NOON - (26 - 2 * i) * HOUR)
  assert.ok(push(quiet, 14, 6, NOON) > NEW_BITS_MIN)
  const justBegun = new Activity()
  assert.ok(push(justBegun, 14, 6, NOON) < NEW_BITS_MIN, 'nothing is new where nothing was before')
})

test('what is new is told to the post, within a quarter of an hour (B3)', () => {
  const lively = new Activity()
  const voices = (first: number) => {
    const acts = []
    for (let i = 0; i < 600; i++) {
      if (i >= first && i % 10 === 0)
        acts.push({ account: `a${i}`, at: NOON + i * 1_000, nth: lively.in(slotOf(NOON + i * 1_000)) })
      lively.add(NOON + i * 1_000)
    }
    return newBits(onsetOf(acts), acts.length, acts.length, lively, NOON + 600_000)
  }
  assert.ok(voices(0) < NEW_BITS_MIN)
  assert.ok(voices(400) > NEW_BITS_MIN)
})
