import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sampleLink } from '../../../src/server/samples.ts'
import type { LinkEvidence } from '../api/types.ts'
import { fieldName, valuesOf } from './evidence-words.ts'
import { namesOf, waterfallOf } from './waterfall-shape.ts'

const evidence = (field: string, bits: number, left = 'a', right = 'b'): LinkEvidence => ({
  field,
  bits,
  left,
  right,
})

test('each bar begins where the one before it ended, and what speaks against comes last', () => {
  const { steps, zero, total, weightless } = waterfallOf({
    bits: 8,
    waterfall: [evidence('hours', -2), evidence('handle', 6), evidence('bio', 0), evidence('device', 4)],
  })
  assert.deepEqual(
    steps.map(({ evidence: { field }, from, width, against }) => [field, from, width, against]),
    [
      ['handle', 0, 60, false],
      ['device', 60, 40, false],
      ['hours', 80, 20, true],
    ],
  )
  assert.equal(zero, 0)
  assert.deepEqual([total.from, total.width, total.against], [0, 80, false])
  assert.deepEqual(weightless, ['bio'])
})

test('whatever the evidence, no bar leaves the frame', () => {
  const bits = fc.double({ min: -60, max: 60, noNaN: true })
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 30 }), bits, (list, sum) => {
      const { steps, zero, total } = waterfallOf({
        bits: sum,
        waterfall: list.map((bits) => evidence('handle', bits)),
      })
      for (const { from, width } of [...steps, total])
        assert.ok(from >= 0 && width > 0 && from + width <= 101, `${from} ${width}`)
      assert.ok(zero >= 0 && zero <= 100)
    }),
  )
})

test('accounts are called by their names where names are known', () => {
  assert.deepEqual(namesOf(sampleLink('l-1')), { before: 'lone_wolf5', now: 'lone_wolf7' })
  assert.deepEqual(namesOf(sampleLink('l-1', { waterfall: [] })), { before: 'acct:123', now: 'acct:900' })
})

test('tokens are not shown, what they have in common is', () => {
  const check = (one: LinkEvidence, ...values: string[]) => assert.deepEqual(valuesOf(one), values)
  check(evidence('device', 16, 'tokenA', 'tokenA'), 'the same')
  check(evidence('email', 0, 'tokenA', 'tokenB'), 'none the same')
  check(evidence('network', 6, 'a b', 'b c d'), '1 of 2 the same')
  check(evidence('company', 2.5, 'acct:1 acct:2', 'acct:3'), 'many the same')
  check(evidence('avatar', 7, 'e060', 'e060'), 'the same')
  check(evidence('gap', 3, '2026-01-01T00:00:00Z, within an hour', '2026-01-01T00:00:00Z'), 'within an hour')
  check(evidence('handle', 3, 'x_8', 'x_7'), 'x_8', 'x_7')
  check(evidence('language', 1, 'ar', 'ar'), 'ar')
  check(evidence('cap:identity', -5, 'at most 23', 'handle name'), 'at most 23: Handle, Name')
  assert.equal(fieldName('something-new'), 'something-new')
})
