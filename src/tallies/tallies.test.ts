import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '../lib/random.ts'
import { HOUR_MS } from '../model/ids.ts'
import type { TallySpec } from '../model/policy.ts'
import type { TallyState } from '../model/state.ts'
import type { TopEntry } from '../rules/scope.ts'
import { addToTally, mergeTallies, readTally } from './tallies.ts'
import { countersFor } from './top.ts'
import { windowOf } from './window.ts'

const NOON = Date.parse('2014-09-07T12:00:00.000Z')
const MINUTE_MS = 60_000

const spec = (kind: TallySpec['kind'], overMs = HOUR_MS, k?: number): TallySpec => ({
  name: 'a',
  kind,
  of: 'account',
  by: 'hashtag',
  overMs,
  where: null,
  ...(k !== undefined && { k }),
})

const add = (tally: TallySpec, acts: [minute: number, value: string | null][]): TallyState | undefined =>
  acts.reduce<TallyState | undefined>(
    (state, [minute, value]) => addToTally(tally, state, NOON + minute * MINUTE_MS, value),
    undefined,
  )

test('a count over an hour slides by the minute', () => {
  const tally = spec('count')
  const state = add(tally, [
    [0, null],
    [0.5, null],
    [30, null],
    [59, null],
  ])
  const check = (minute: number, expected: number) =>
    assert.equal(readTally(tally, state, NOON + minute * MINUTE_MS), expected, `minute ${minute}`)
  check(59, 4)
  check(60, 4)
  check(61, 2)
  check(90, 2)
  check(91, 1)
  check(120, 0)
  check(10_000, 0)
  check(-1, 0)
})

test('what was never counted is 0, or an empty list', () => {
  assert.equal(readTally(spec('count'), undefined, NOON), 0)
  assert.equal(readTally(spec('distinct'), undefined, NOON), 0)
  assert.deepEqual(readTally(spec('top'), undefined, NOON), [])
})

test('T4: an event without the value that is recorded changes nothing', () => {
  for (const kind of ['distinct', 'top'] as const) {
    const tally = spec(kind)
    assert.deepEqual(add(tally, [[0, 'a'], [1, null]]), add(tally, [[0, 'a']])) // biome-ignore format: one row
  }
})

test('distinct counts each value once, however often and in whichever buckets it came', () => {
  const tally = spec('distinct')
  const check = (acts: [number, string][], minute: number, expected: number) =>
    assert.equal(readTally(tally, add(tally, acts), NOON + minute * MINUTE_MS), expected)
  check([[0, 'a'], [1, 'a'], [30, 'a']], 30, 1) // biome-ignore format: one row
  check([[0, 'a'], [1, 'b'], [30, 'a']], 30, 2) // biome-ignore format: one row
  check([[0, 'a'], [30, 'b']], 80, 1) // biome-ignore format: one row
  check([[0, '__proto__'], [0, 'constructor'], [0, '']], 0, 3) // biome-ignore format: one row
})

test('top gives the most frequent values of the window, equals by name', () => {
  const tally = spec('top', HOUR_MS, 2)
  const state = add(tally, [
    [0, 'old'],
    [0, 'old'],
    [0, 'old'],
    [75, 'b'],
    [76, 'a'],
    [77, '__proto__'],
    [78, '__proto__'],
  ])
  assert.deepEqual(readTally(tally, state, NOON + 79 * MINUTE_MS), [
    { value: '__proto__', count: 2 },
    { value: 'a', count: 1 },
  ])
})

test('long values are kept by their beginning and a hash, so that they stay different', () => {
  const tally = spec('top')
  const long = 'x'.repeat(5_000)
  const list = readTally(tally, add(tally, [[0, `${long}1`], [0, `${long}2`]]), NOON) as TopEntry[] // biome-ignore format: one row
  assert.equal(list.length, 2)
  for (const { value } of list) assert.ok(value.length <= 128)
})

test('T8: a sketch of many values is right within its error', () => {
  const tally = spec('distinct')
  let squares = 0
  let runs = 0
  for (const many of [100, 300, 1_000, 1_300, 2_000, 10_000, 100_000])
    for (let seed = 0; seed < (many > 5_000 ? 4 : 20); seed++) {
      let state: TallyState | undefined
      for (let i = 0; i < many; i++) state = addToTally(tally, state, NOON, `acct:${seed}-${i}`)
      const error = (readTally(tally, state, NOON) as number) / many - 1
      assert.ok(Math.abs(error) < 4.5 * 0.046, `${many} values, seed ${seed}: off by ${error}`)
      squares += error * error
      runs += 1
    }
  const standard = Math.sqrt(squares / runs)
  assert.ok(standard < 0.055, `standard error ${standard}`)
})

const crowd = (tally: TallySpec, value: (i: number) => string): TallyState => {
  const random = seededRandom(5)
  let state: TallyState = addToTally(tally, undefined, NOON, value(0))
  for (let i = 1; i < 100_000; i++)
    state = addToTally(tally, state, NOON + Math.floor((random.next() + i / 50_000) * tally.overMs), value(i))
  return state
}

test('T11: a hundred thousand values in every bucket there is stay within the stated size', () => {
  const check = (tally: TallySpec, charsMax: number, value = (i: number) => `acct:${i}`) => {
    const state = crowd(tally, value)
    const size = JSON.stringify(state).length
    assert.ok(size <= charsMax, `${tally.kind}: ${size} characters`)
    const twice = JSON.stringify(
      mergeTallies(
        tally,
        state,
        crowd(tally, (i) => value(i + 100_000)),
      ),
    ).length
    assert.ok(twice <= charsMax, `${tally.kind}, merged: ${twice} characters`)
  }
  check(spec('count', MINUTE_MS), 2_000)
  check(spec('count', 90 * 24 * HOUR_MS), 2_000)
  check(spec('distinct', MINUTE_MS), 26_000)
  check(spec('distinct', 24 * HOUR_MS), 26_000)
  const long = (i: number) => `${i}${'x'.repeat(400)}`
  check(spec('top', HOUR_MS), 9 * countersFor(10) * 145, long)
  check(spec('top', HOUR_MS, 100), 9 * countersFor(100) * 145, long)
})

test('T2: buckets are whole milliseconds, and together never shorter than the window', () => {
  for (const kind of ['count', 'distinct', 'top'] as const)
    for (const overMs of [60_000, 60_001, HOUR_MS + 7, 90 * 24 * HOUR_MS]) {
      const { widthMs, reach } = windowOf(spec(kind, overMs))
      assert.ok(Number.isInteger(widthMs) && widthMs * reach >= overMs && widthMs * reach < overMs + reach)
    }
})

test('an event seldom makes more than a few bytes', () => {
  const state = add(spec('count', 24 * HOUR_MS), [[0, null]])
  assert.ok(JSON.stringify(state).length < 30)
})
