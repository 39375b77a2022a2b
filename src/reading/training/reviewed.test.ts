import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HEADS } from '../classifier.ts'
import { isHeldOut, labelsForHeads, parseReviewed, REVIEWED_TEXT_MAX } from './reviewed.ts'

const parsed = (value: unknown) => parseReviewed(typeof value === 'string' ? value : JSON.stringify(value))

function reviewed(value: Record<string, unknown>) {
  const result = parsed({ text: 'some words', ...value })
  assert.ok(result.ok, JSON.stringify(result))
  return result.reviewed
}

test('a line that cannot be used says what is wrong with it', () => {
  const check = (value: unknown, reason: RegExp) => {
    const result = parsed(value)
    assert.match(result.ok ? 'taken' : result.reason, reason)
  }
  check('{"text":', /^not JSON$/)
  check('[]', /not an object/)
  check('null', /not an object/)
  check({ violating: true }, /text is missing/)
  check({ text: '  ', violating: true }, /text is missing/)
  check({ text: 'x'.repeat(REVIEWED_TEXT_MAX + 1), violating: true }, /longer than 100000/)
  check({ text: 'x' }, /neither labels nor violating/)
  check({ text: 'x', labels: {} }, /neither labels nor violating/)
  check({ text: 'x', violating: 'yes' }, /violating is true or false/)
  check({ text: 'x', labels: ['tvec2'] }, /labels is no object/)
  check({ text: 'x', labels: { tvec9: true } }, /labels names "tvec9", which is none of tvec1,/)
  check({ text: 'x', labels: { __proto__: true, constructor: true } }, /labels names "constructor"/)
  check({ text: 'x', labels: { tvec2: 1 } }, /labels.tvec2 is true or false/)
  check({ text: 'x', labels: { tvec2: true }, violating: false }, /violate a policy and to be permitted/)
  check({ text: 'x', labels: { tvec2: true, edsa: true } }, /violate a policy and to be permitted/)
  check({ text: 'x', labels: { edsa: true }, violating: true }, /said to violate and to be permitted/)
  check({ text: 'x', violating: true, language: 'English' }, /language is no tag/)
  check({ text: 'x', violating: true, stance: 'neutral' }, /stance is none of asserts/)
})

test('what reviewers found says something to some heads, and nothing to the others', () => {
  const check = (value: Record<string, unknown>, expected: Record<string, 0 | 1>, violating: boolean) => {
    const row = reviewed(value)
    assert.deepEqual(labelsForHeads(row), expected, JSON.stringify(value))
    assert.equal(row.violating, violating)
  }
  const nothing = Object.fromEntries(HEADS.map((head) => [head, 0 as const]))
  check({ labels: { tvec2: true } }, { violence: 1 }, true)
  check({ labels: { tvec8: true } }, { violence: 1 }, true)
  check({ labels: { tvec2: false, tvec8: true } }, { violence: 1 }, true)
  check({ labels: { tvec8: true, tvec2: false } }, { violence: 1 }, true)
  check({ labels: { tvec2: false } }, { violence: 0 }, false)
  check({ labels: { tvec6: true, harassment: false } }, { tvec6: 1, harassment: 0 }, true)
  check({ labels: { tvec3: true } }, {}, true)
  check({ violating: false }, nothing, false)
  check({ violating: false, language: null, labels: null, stance: null }, nothing, false)
  check({ labels: { edsa: true } }, nothing, false)
  check({ labels: { edsa: true, tvec2: false } }, nothing, false)
  check({ violating: true }, {}, true)
})

test('near copies of one post lie on one side, and a fifth of all texts measures', () => {
  const check = (left: string, right: string) => assert.equal(isHeldOut(left), isHeldOut(right), left)
  for (let i = 0; i < 40; i++) {
    const text = `number ${'abcdefgh'[i % 8]} of the ${'klmnopqrst'[i % 10]} words that somebody wrote here`
    check(text, `@someone ${text.toUpperCase()} https://example.org/${i}`)
    check(text, `${text} and more`)
  }
  const words = Array.from(
    { length: 2_000 },
    (_, i) => `text ${i.toString(26).replaceAll(/\d/g, 'z')} q${String.fromCharCode(97 + (i % 26))}`,
  )
  const held =
    new Set(words).size === 0 ? 0 : [...new Set(words)].filter(isHeldOut).length / new Set(words).size
  assert.ok(held > 0.12 && held < 0.28, `${held}`)
})
