import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wilson } from './wilson.ts'

test('known intervals', () => {
  const check = (hits: number, of: number, low: number, high: number) => {
    const found = wilson(hits, of)
    assert.ok(Math.abs(found.low - low) < 5e-5, `${hits}/${of}: low ${found.low}, not ${low}`)
    assert.ok(Math.abs(found.high - high) < 5e-5, `${hits}/${of}: high ${found.high}, not ${high}`)
  }
  check(0, 0, 0, 1)
  check(0, 10, 0, 0.2775)
  check(10, 10, 0.7225, 1)
  check(81, 263, 0.2553, 0.3662) // the example of Newcombe 1998, Statistics in Medicine 17, table I
  check(15, 148, 0.0624, 0.1605)
  check(1, 29, 0.0061, 0.1718)
})

test('the interval holds the share, lies between 0 and 1, and mirrors', () => {
  const cases = fc
    .integer({ min: 1, max: 100_000 })
    .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
  fc.assert(
    fc.property(cases, ([hits, of]) => {
      const { low, high } = wilson(hits, of)
      const mirrored = wilson(of - hits, of)
      assert.ok(0 <= low && low <= hits / of && hits / of <= high && high <= 1)
      assert.ok(Math.abs(low - (1 - mirrored.high)) < 1e-9)
    }),
  )
})

test('ten times the sample, a narrower interval', () => {
  const width = (hits: number, of: number) => wilson(hits, of).high - wilson(hits, of).low
  for (const [hits, of] of [
    [0, 7],
    [3, 10],
    [50, 100],
  ] as const)
    assert.ok(width(hits * 10, of * 10) < width(hits, of))
})
