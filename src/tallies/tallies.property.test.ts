import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { HOUR_MS } from '../model/ids.ts'
import type { TallySpec } from '../model/policy.ts'
import type { TallyState } from '../model/state.ts'
import type { TopEntry } from '../rules/scope.ts'
import { addToTally, mergeTallies, readTally } from './tallies.ts'
import { countersFor } from './top.ts'
import { windowOf } from './window.ts'

interface Act {
  time: number
  value: string
}

const START = Date.parse('2014-09-07T21:14:03.000Z')

const anySpec = fc.record({
  kind: fc.constantFrom('count', 'distinct', 'top'),
  overMs: fc.constantFrom(60_000, 61_237, HOUR_MS, 24 * HOUR_MS, 90 * 24 * HOUR_MS),
})
const specOf = ({ kind, overMs }: Pick<TallySpec, 'kind' | 'overMs'>): TallySpec => ({
  name: 'a',
  kind,
  of: 'account',
  by: 'hashtag',
  overMs,
  where: null,
  ...(kind === 'top' && { k: 12 }),
})

/** Times in windows after the start: most within one window, some far away. */
const actsOver = (overMs: number, values = 12): fc.Arbitrary<Act[]> =>
  fc.array(
    fc.record({
      time: fc
        .oneof(
          { weight: 5, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
          { weight: 1, arbitrary: fc.double({ min: 0, max: 4, noNaN: true }) },
        )
        .map((windows) => START + Math.floor(windows * overMs)),
      value: fc.nat(values - 1).map((n) => `value-${n}`),
    }),
    { maxLength: 80 },
  )
const anyStream = anySpec.chain((shape) =>
  fc.record({ spec: fc.constant(specOf(shape)), acts: actsOver(shape.overMs) }),
)

const countIn = (spec: TallySpec, acts: Act[], into?: TallyState): TallyState | undefined =>
  acts.reduce<TallyState | undefined>(
    (state, { time, value }) => addToTally(spec, state, time, value),
    into && structuredClone(into),
  )

const inOrder = (acts: Act[]): Act[] => [...acts].sort((left, right) => left.time - right.time)

/** What a value would be without buckets and sketches, over the acts between two times. */
function plainly(spec: TallySpec, acts: Act[], after: number, until: number): number | TopEntry[] {
  const within = acts.filter(({ time }) => time > after && time <= until)
  if (spec.kind === 'count') return within.length
  const counts = new Map<string, number>()
  for (const { value } of within) counts.set(value, (counts.get(value) ?? 0) + 1)
  if (spec.kind === 'distinct') return counts.size
  return [...counts].map(([value, count]) => ({ value, count }))
}

const sizeOf = (value: number | TopEntry[], of: string): number =>
  typeof value === 'number' ? value : (value.find((entry) => entry.value === of)?.count ?? 0)

test('T1, T3: a value holds its window, and nothing further than two widths outside it', () => {
  fc.assert(
    fc.property(anyStream, ({ spec, acts }) => {
      const { widthMs } = windowOf(spec)
      let state: TallyState | undefined
      const before: Act[] = []
      for (const act of inOrder(acts)) {
        state = addToTally(spec, state, act.time, act.value)
        before.push(act)
        const value = readTally(spec, state, act.time)
        const least = plainly(spec, before, act.time - spec.overMs, act.time)
        const most = plainly(spec, before, act.time - spec.overMs - 2 * widthMs, act.time)
        assert.ok(sizeOf(value, act.value) >= sizeOf(least, act.value))
        assert.ok(sizeOf(value, act.value) <= sizeOf(most, act.value))
      }
    }),
  )
})

test('T5: a value asked for up to a quarter of a window late is whole; older events change nothing', () => {
  fc.assert(
    fc.property(anyStream, fc.nat(100), ({ spec, acts }, percent) => {
      if (acts.length === 0) return
      const { widthMs, reach, held } = windowOf(spec)
      const state = countIn(spec, acts)
      const newest = Math.max(...acts.map(({ time }) => time))
      const at = newest - Math.floor(((held - reach) * widthMs * percent) / 100)
      const value = readTally(spec, state, at)
      const least = plainly(spec, acts, at - spec.overMs, at)
      const most = plainly(spec, acts, at - spec.overMs - 2 * widthMs, at + widthMs)
      for (const { value: of } of acts) {
        assert.ok(sizeOf(value, of) >= sizeOf(least, of))
        assert.ok(sizeOf(value, of) <= sizeOf(most, of))
      }
      const old = addToTally(spec, structuredClone(state), newest - (held + 1) * widthMs, 'value-0')
      assert.deepEqual(old, state)
    }),
  )
})

test('T6: the same events in any order lead to the same state', () => {
  fc.assert(
    fc.property(
      anyStream.chain(({ spec, acts }) =>
        fc.record({
          spec: fc.constant(spec),
          acts: fc.constant(acts),
          shuffled: fc.shuffledSubarray(acts, { minLength: acts.length }),
        }),
      ),
      ({ spec, acts, shuffled }) => {
        assert.deepEqual(canonical(countIn(spec, shuffled)), canonical(countIn(spec, acts)))
      },
    ),
  )
})

/** The values of a `top` stand in the order of their first coming; which is first is no part of what it says. */
function canonical(state: TallyState | undefined): unknown {
  if (state === undefined || !('top' in state)) return state
  const { top } = state as { top: { bucket: number; values: string[]; counts: number[] }[] }
  return top.map(({ bucket, values, counts }) => ({
    bucket,
    pairs: values.map((value, i) => `${value} ${counts[i]}`).sort(),
  }))
}

test('reading in between changes nothing of what is read later', () => {
  fc.assert(
    fc.property(anyStream, ({ spec, acts }) => {
      let state: TallyState | undefined
      for (const { time, value } of acts) {
        state = addToTally(spec, state, time, value)
        for (const at of [time, acts[0]!.time]) {
          const fresh = JSON.parse(JSON.stringify(state)) as TallyState
          assert.deepEqual(readTally(spec, state, at), readTally(spec, fresh, at))
        }
      }
    }),
  )
})

test('T7: merging gives what either has seen, in any order and grouping', () => {
  const three = anySpec.chain((shape) =>
    fc.record({
      spec: fc.constant(specOf(shape)),
      parts: fc.tuple(actsOver(shape.overMs), actsOver(shape.overMs), actsOver(shape.overMs)),
    }),
  )
  fc.assert(
    fc.property(three, ({ spec, parts }) => {
      const [a, b, c] = parts.map((acts) => countIn(spec, acts))
      const before = JSON.stringify([a, b, c])
      const whole = canonical(countIn(spec, parts.flat()))
      const merge = (left: TallyState | undefined, right: TallyState | undefined) =>
        mergeTallies(spec, left, right)
      assert.deepEqual(canonical(merge(merge(a, b), c)), whole)
      assert.deepEqual(canonical(merge(a, merge(b, c))), whole)
      assert.deepEqual(canonical(merge(c, merge(b, a))), whole)
      assert.equal(JSON.stringify([a, b, c]), before, 'merging changed what it merged')
    }),
  )
})

test('T6, T7, T8: sketches of many values merge like small sets, and do not depend on order', () => {
  const spec = specOf({ kind: 'distinct', overMs: HOUR_MS })
  fc.assert(
    fc.property(actsOver(HOUR_MS, 12), fc.integer({ min: 60, max: 700 }), fc.nat(), (acts, many, seed) => {
      const crowd = Array.from({ length: many }, (_, i) => ({
        time: START + (i % 3),
        value: `v${i * 7 + seed}`,
      }))
      const whole = countIn(spec, [...acts, ...crowd])
      assert.deepEqual(countIn(spec, [...crowd, ...acts]), whole)
      assert.deepEqual(mergeTallies(spec, countIn(spec, acts), countIn(spec, crowd)), whole)
    }),
    { numRuns: 40 },
  )
})

test('T9: a top list is never too high, and too low by no more than its error', () => {
  const spec = { ...specOf({ kind: 'top', overMs: HOUR_MS }), k: 3 }
  const skewed = fc.array(
    fc.oneof(
      fc.nat(3).map((n) => `common-${n}`),
      fc.nat(5_000).map((n) => `rare-${n}`),
    ),
    { minLength: 100, maxLength: 1_500, size: 'max' },
  )
  fc.assert(
    fc.property(skewed, fc.nat(1_500), (values, cut) => {
      const acts = values.map((value, i) => ({ time: START + i, value }))
      const merged = mergeTallies(spec, countIn(spec, acts.slice(0, cut)), countIn(spec, acts.slice(cut)))
      for (const state of [countIn(spec, acts), merged]) {
        const error = values.length / (countersFor(3) + 1)
        const list = readTally({ ...spec, k: 100 }, state, START + values.length) as TopEntry[]
        for (const { value, count } of plainly(spec, acts, 0, Number.MAX_SAFE_INTEGER) as TopEntry[]) {
          const told = sizeOf(list, value)
          assert.ok(told <= count, `${value}: ${told} told, ${count} true`)
          assert.ok(told >= count - error, `${value}: ${told} told, ${count} true, error ${error}`)
        }
      }
    }),
    { numRuns: 30 },
  )
})

test('T11: a state comes back equal from JSON, and goes on as if it had never left', () => {
  const stranger = fc.record({
    time: fc.nat(2 * HOUR_MS).map((ms) => START + ms),
    value: fc.string({ unit: 'binary' }),
  })
  fc.assert(
    fc.property(
      fc.constantFrom<TallySpec['kind']>('count', 'distinct', 'top'),
      fc.array(stranger, { maxLength: 60 }),
      fc.array(stranger, { maxLength: 60 }),
      (kind, first, second) => {
        const spec = specOf({ kind, overMs: HOUR_MS })
        const state = countIn(spec, first)
        if (state === undefined) return
        const stored = JSON.parse(JSON.stringify(state)) as TallyState
        assert.deepEqual(stored, state)
        assert.deepEqual(countIn(spec, second, stored), countIn(spec, second, state))
      },
    ),
  )
})
