import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Compared, compare, mcnemar, shareWords, tableOf } from './compare.ts'

/** `times` texts of one kind, found before and after as said. */
const texts = (
  times: number,
  violating: boolean,
  before: boolean,
  after: boolean,
  language = 'en',
): Compared[] =>
  Array.from({ length: times }, () => ({
    group: violating ? 'tvec2' : 'permitted',
    language,
    violating,
    before,
    after,
  }))

test('a model is better, not better, or there were too few to say', () => {
  const check = (compared: Compared[], conclusion: string, why: RegExp) => {
    const result = compare(compared)
    assert.equal(result.conclusion, conclusion, result.why)
    assert.match(result.why, why)
  }
  const steady = [...texts(60, true, true, true), ...texts(60, false, false, false)]
  check([], 'too few to say', /0 violating and 0 permitted/)
  check(texts(500, true, false, true), 'too few to say', /500 violating and 0 permitted/)
  check(
    [...texts(19, true, false, true), ...texts(60, false, false, false)],
    'too few to say',
    /19 violating/,
  )
  check(steady, 'not better', /both decide the same/)
  check([...steady, ...texts(5, true, false, true)], 'too few to say', /too few differences/)
  check([...steady, ...texts(6, true, false, true)], 'better', /6 texts are right that were wrong, 0 wrong/)
  check(
    [...steady, ...texts(6, true, true, false)],
    'not better',
    /0 texts are right that were wrong, 6 wrong/,
  )
  check([...steady, ...texts(9, true, false, true), ...texts(7, true, true, false)], 'not better', /p = 0.8/)
  // However much more it finds, false alarms that are no accident make it no better.
  check(
    [...steady, ...texts(50, true, false, true), ...texts(10, false, false, true)],
    'not better',
    /raises false alarms: 10 permitted texts more, 0 fewer/,
  )
})

test('the test is exact', () => {
  const check = (won: number, lost: number, p: number) =>
    assert.ok(Math.abs(mcnemar(won, lost) - p) < 1e-9, `${won}, ${lost}: ${mcnemar(won, lost)}`)
  check(0, 0, 1)
  check(1, 1, 1)
  check(6, 0, 2 / 64)
  check(0, 5, 2 / 32)
  check(8, 2, (2 * (1 + 10 + 45)) / 1024)
  assert.ok(mcnemar(60_000, 50_000) < 1e-6, 'large counts do not overflow')
  assert.ok(mcnemar(50_000, 50_000) > 0.99)
})

test('the table counts every group, all languages first', () => {
  const compared = [
    ...texts(2, true, false, true, 'fr'),
    ...texts(3, true, true, true, 'ar'),
    ...texts(4, false, true, false, 'fr'),
  ]
  const rows = tableOf(compared).map(({ group, language, of, before, after }) => [
    group,
    language,
    of,
    before,
    after,
  ])
  assert.deepEqual(rows, [
    ['tvec2', 'all', 5, 3, 5],
    ['tvec2', 'ar', 3, 3, 3],
    ['tvec2', 'fr', 2, 0, 2],
    ['permitted', 'all', 4, 4, 0],
    ['permitted', 'fr', 4, 4, 0],
  ])
  assert.equal(shareWords(5, 10), '50.0 % (23.7–76.3)')
  assert.equal(shareWords(0, 0), '–')
})
