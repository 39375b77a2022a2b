import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sharedRun, sharedRuns } from './runs.ts'

/** Some longer than the 32 places of a number. */
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 16 }),
  fc.string({ unit: fc.constantFrom('a', 'b', 'ق'), maxLength: 40 }),
)

test('the longest shared run is in both, and none longer is', () => {
  fc.assert(
    fc.property(word, word, (left, right) => {
      const run = sharedRun(left, right)
      assert.ok(left.includes(run) && right.includes(run))
      for (let i = 0; i + run.length + 1 <= left.length; i++)
        assert.ok(!right.includes(left.slice(i, i + run.length + 1)))
      assert.equal(run, sharedRun(right, left))
    }),
    { numRuns: 500 },
  )
})

test('G5: words that changed places are found, none counted twice', () => {
  const check = (left: string, right: string, ...runs: string[]) =>
    assert.deepEqual(sharedRuns(left, right), runs)
  check('^greencastle$', '^castlegreen$', 'castle', 'green')
  check('^abcabc$', '^abc$', '^abc')
  check('^ab$', '^ba$')
  check('x'.repeat(32), 'x'.repeat(32), 'x'.repeat(32))
})

test('G5: the runs are what one finds by taking out the longest again and again', () =>
  fc.assert(
    fc.property(word, word, (left, right) => {
      const runs: string[] = []
      let [one, other] = [left, right]
      while (runs.length < 3 && sharedRun(one, other).length >= 3) {
        const run = sharedRun(one, other)
        runs.push(run)
        one = one.replace(run, '1')
        other = other.replace(run, '2')
      }
      assert.deepEqual(sharedRuns(left, right), runs)
    }),
    { numRuns: 1_000 },
  ))
