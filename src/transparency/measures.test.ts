import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Decision } from '../model/decision.ts'
import { bucketsOf, countDecision, HOURS_MAX, type Measures, topOf } from './measures.ts'

const decided = (at: string, rest: Partial<Decision> = {}): Decision =>
  ({
    at,
    verdict: 'review',
    mode: 'live',
    policy: 'tvec8',
    rules: ['incites'],
    automated: true,
    ...rest,
  }) as Decision

const measured = (...decisions: Decision[]): Measures => {
  const measures: Measures = new Map()
  for (const decision of decisions) countDecision(measures, decision)
  return measures
}

test('decisions are counted in the stretch that they fell in, and empty stretches are there', () => {
  const measures = measured(
    decided('2026-03-02T09:10:00Z'),
    decided('2026-03-02T09:50:00Z', { verdict: 'restrict' }),
    decided('2026-03-02T11:00:00Z', { mode: 'braked' }),
    decided('2026-03-02T11:59:59Z', { mode: 'shadow', verdict: 'restrict' }),
    decided('2026-03-01T11:00:00Z'),
  )
  const until = Date.parse('2026-03-02T11:30:00Z')
  assert.deepEqual(bucketsOf(measures, { until, hours: 3, step: 1 }), [
    { at: '2026-03-02T09:00:00.000Z', review: 1, restrict: 1, shadow: 0, braked: 0 },
    { at: '2026-03-02T10:00:00.000Z', review: 0, restrict: 0, shadow: 0, braked: 0 },
    { at: '2026-03-02T11:00:00.000Z', review: 1, restrict: 0, shadow: 1, braked: 1 },
  ])
  const days = bucketsOf(measures, { until, hours: 48, step: 24 })
  assert.deepEqual(
    days.map(({ review, restrict }) => [review, restrict]),
    [
      [1, 0],
      [2, 1],
    ],
  )
})

test('what a rule on trial would have done is in no policy’s count', () => {
  const measures = measured(
    decided('2026-03-02T09:10:00Z'),
    decided('2026-03-02T09:10:00Z', { policy: 'tvec2', rules: ['threat'] }),
    decided('2026-03-02T09:20:00Z', { policy: 'tvec2', rules: ['threat'] }),
    decided('2026-03-02T09:20:00Z', { mode: 'shadow', rules: ['trial'] }),
  )
  const within = { until: Date.parse('2026-03-02T09:30:00Z'), hours: 1 }
  assert.deepEqual(topOf(measures, 'policies', within), [
    { name: 'tvec2', count: 2 },
    { name: 'tvec8', count: 1 },
  ])
  assert.deepEqual(
    topOf(measures, 'rules', within).map(({ name }) => name),
    ['threat', 'incites'],
  )
})

test('hours and names are bounded', () => {
  const measures: Measures = new Map()
  const start = Date.parse('2026-01-01T00:00:00Z')
  for (let hour = 0; hour < HOURS_MAX + 50; hour++)
    countDecision(measures, decided(new Date(start + hour * 3_600_000).toISOString()))
  assert.equal(measures.size, HOURS_MAX)
  for (let name = 0; name < 200; name++)
    countDecision(measures, decided('2026-01-01T00:00:00Z', { policy: `p-${name}` }))
  const hour = measures.get(start / 3_600_000)
  assert.ok(hour === undefined || Object.keys(hour.policies).length <= 65)
})
