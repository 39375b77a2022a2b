import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compilePattern } from './pattern.ts'

function check(pattern: string, matching: string[], other: string[]) {
  const compiled = compilePattern(pattern)
  assert.ok(compiled.ok, compiled.ok ? '' : compiled.reason)
  for (const text of matching)
    assert.equal(compiled.test(text), true, `${pattern} in ${JSON.stringify(text)}`)
  for (const text of other)
    assert.equal(compiled.test(text), false, `${pattern} not in ${JSON.stringify(text)}`)
}

test('patterns find what they say', () => {
  check('abc', ['abc', 'xabcx'], ['ab', 'acb', ''])
  check('^abc$', ['abc'], ['xabc', 'abcx', ''])
  check('', ['', 'x'], [])
  check('^$', [''], ['x'])
  check('a|bc|', ['', 'zzz'], [])
  check('^(a|bc)+$', ['a', 'bca', 'aabc'], ['', 'b', 'abcab'])
  check('^[a-z]+_?[0-9]{2,4}$', ['lion_12', 'lion1234'], ['lion_1', 'lion12345', 'Lion12'])
  check('^\\d{3}-\\w+\\s\\S\\D$', ['123-ab c-'], ['12-ab c-', '123-ab c1'])
  check('[^a-c]', ['d'], ['abc'])
  check('^[]a-]+$', [']', 'a-'], ['b'])
  check('(?i)lion', ['LION', 'LiOn'], ['loin'])
  check('^.$', ['😀', 'é'], ['\n', 'ab'])
  check('^a{0}b$', ['b'], ['ab'])
  check('\\.\\*\\\\', ['.*\\'], ['xx'])
  check('الأسد', ['هو الأسد'], ['أسد'])
})

test('what a pattern may not hold is refused with a reason', () => {
  for (const bad of [
    '(',
    ')',
    'a)',
    '[a',
    '*a',
    'a{200}',
    'a{3,2}',
    '\\',
    '\\1',
    '(?=a)',
    '(?<n>a)',
    '[b-a]',
    '('.repeat(30),
    'a'.repeat(600),
    '((a{50}){50})',
  ])
    assert.equal(compilePattern(bad).ok, false, bad)
})

/** Pieces that mean the same in JavaScript's own patterns. */
const piece = fc.constantFrom(
  'a',
  'b',
  '.',
  '[ab]',
  '[^a]',
  '(a|b)',
  '(ab)?',
  'a*',
  '(b+)',
  '(?:a|bb)*',
  'a{1,2}',
  '^',
  '$',
  '|',
)

test('patterns agree with JavaScript’s where both know the syntax', () => {
  const law = fc.property(
    fc.array(piece, { maxLength: 6 }),
    fc.stringMatching(/^[abc]{0,8}$/),
    (pieces, text) => {
      const source = pieces.join('')
      const compiled = compilePattern(source)
      assert.ok(compiled.ok, source)
      assert.equal(compiled.test(text), new RegExp(source).test(text), `${source} in ${text}`)
    },
  )
  fc.assert(law, { numRuns: 3_000 })
})

test('texts made to take for ever take no longer than others', () => {
  for (const pattern of ['^(a+)+$', '(a|a)*b', '(a|b)*a(a|b){12}c', '^(.*)*x$']) {
    const compiled = compilePattern(pattern)
    assert.ok(compiled.ok)
    assert.equal(compiled.test(`${'a'.repeat(19_999)}!`), false)
  }
})
