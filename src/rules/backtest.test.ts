import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareDecisions, type DecisionTrace } from './backtest.ts'

const trace = (id: string, rules: string[], digest = 'same'): DecisionTrace => ({
  id,
  event: `event-${id}`,
  mode: 'live',
  rules,
  digest,
})

test('a rule keeps, gains and loses decisions, each with samples from the start of the stream', () => {
  const recorded = [
    trace('1', ['a', 'b']),
    trace('2', ['a']),
    trace('3', ['a']),
    trace('4', ['a']),
    trace('5', ['a']),
  ]
  const replayed = [trace('1', ['a', 'c'], 'other'), trace('2', ['a']), trace('6', ['c'])]
  assert.deepEqual(compareDecisions(recorded, replayed, { samplesMax: 2 }), {
    decisions: { recorded: 5, replayed: 3, identical: 1, changed: 1 },
    rules: [
      { rule: 'a', same: 2, gained: 0, lost: 3, samples: { gained: [], lost: ['event-3', 'event-4'] } },
      { rule: 'b', same: 0, gained: 0, lost: 1, samples: { gained: [], lost: ['event-1'] } },
      { rule: 'c', same: 0, gained: 2, lost: 0, samples: { gained: ['event-1', 'event-6'], lost: [] } },
    ],
  })
})

const traces = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 30 }).map(String),
    event: fc.string(),
    mode: fc.constantFrom('live' as const, 'shadow' as const),
    rules: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
    digest: fc.constantFrom('x', 'y'),
  }),
  { selector: ({ id }) => id },
)

test('what one way is gained is lost the other way, and a record against itself changes nothing', () => {
  fc.assert(
    fc.property(traces, traces, (recorded, replayed) => {
      const forth = compareDecisions(recorded, replayed)
      const back = compareDecisions(replayed, recorded)
      assert.deepEqual(
        forth.rules.map(({ rule, gained, lost, same }) => [rule, gained, lost, same]),
        back.rules.map(({ rule, gained, lost, same }) => [rule, lost, gained, same]),
      )
      const same = compareDecisions(recorded, recorded)
      assert.equal(same.decisions.identical, recorded.length)
      assert.ok(same.rules.every(({ gained, lost }) => gained + lost === 0))
    }),
  )
})
