import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FindingRow } from '../model/desk.ts'
import { agreementBy, kappaOf, pairsOf } from './agreement.ts'

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

test('A2: kappa of the table that is in every textbook', () => {
  // 20 both yes, 15 both no, 5 and 10 apart: observed 0.7, by chance 0.5.
  const { pairs, observed, kappa } = kappaOf([
    ...times(20, ['yes', 'yes'] as const),
    ...times(5, ['yes', 'no'] as const),
    ...times(10, ['no', 'yes'] as const),
    ...times(15, ['no', 'no'] as const),
  ])
  assert.equal(pairs, 50)
  assert.equal(observed, 0.7)
  assert.ok(Math.abs(kappa! - 0.4) < 1e-9)
})

test('A2: kappa is 1 only where all agree, never more, and nothing where nobody can differ', () => {
  assert.equal(kappaOf([]).kappa, null)
  assert.equal(kappaOf(times(9, ['yes', 'yes'] as const)).kappa, null)
  const answer = fc.constantFrom('a', 'b', 'c')
  fc.assert(
    fc.property(fc.array(fc.tuple(answer, answer), { minLength: 1, maxLength: 40 }), (pairs) => {
      const { kappa, observed } = kappaOf(pairs)
      if (kappa === null) return
      assert.ok(kappa <= 1 + 1e-9)
      assert.equal(Math.abs(kappa - 1) < 1e-9, observed === 1)
    }),
  )
})

const finding = (
  decision: string,
  by: string,
  sample: string | null,
  over: Partial<FindingRow> = {},
): FindingRow => ({
  id: `${decision}-${by}`,
  at: '',
  madeAt: '',
  decision,
  job: null,
  by,
  finding: 'violation',
  policy: 'tvec8',
  under: 'tvec8',
  language: 'en',
  sample,
  ...over,
})

test('A1: a pair is two people; who looks again at their own is none, and another policy is another answer', () => {
  const pairs = pairsOf([
    finding('d1', 'ann', null),
    finding('d1', 'bob', 's1'),
    finding('d2', 'ann', null),
    finding('d2', 'ann', 's2'),
    finding('d3', 'ann', null, { language: 'ar' }),
    finding('d3', 'eve', 's3', { policy: 'tvec7', language: 'ar' }),
    finding('d4', 'eve', 's4'),
  ])
  assert.equal(pairs.length, 2)
  assert.deepEqual(
    agreementBy(pairs, ({ first }) => first.language ?? '').map(({ value, agreement }) => [
      value,
      agreement.observed,
    ]),
    [
      ['ar', 0],
      ['en', 1],
    ],
  )
})
