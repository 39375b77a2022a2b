import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvCell } from './export.ts'

const check = (value: unknown, expected: string) => assert.equal(csvCell(value), expected)

test('cells follow RFC 4180', () => {
  check('plain', 'plain')
  check('a,b', '"a,b"')
  check('say "no"', '"say ""no"""')
  check('two\nlines', '"two\nlines"')
  check(null, '')
  check(['a', 'b'], '"[""a"",""b""]"')
  check(0.5, '0.5')
  check(-3, '-3')
})

test('content that a spreadsheet would run is disarmed', () => {
  check('=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`)
  check('@sum', `'@sum`)
  check('+1', `'+1`)
  check('-1+1', `'-1+1`)
})
