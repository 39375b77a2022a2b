import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markdown, percent, share } from './table.ts'

test('shares are written so that small ones can be told apart', () => {
  const check = (value: number, expected: string) => assert.equal(percent(value), expected)
  check(0, '0 %')
  check(1, '100 %')
  check(0.0021, '0.21 %')
  check(0.0999, '9.99 %')
  check(0.5, '50.0 %')
  check(0.9994, '99.9 %')
})

test('a share comes with its interval, and of nothing there is none', () => {
  assert.equal(share(0, 0), '–')
  assert.equal(share(0, 10), '0 % (0.00 to 27.8)')
  assert.equal(share(81, 263), '30.8 % (25.5 to 36.6)')
})

test('a table lines up, numbers to the right', () => {
  const table = markdown({
    columns: ['set', 'n'],
    rows: [
      ['news', 7599],
      ['a|b', 12],
    ],
  })
  assert.equal(
    table,
    ['| set  |     n |', '|------|------:|', '| news | 7,599 |', '| a\\|b |    12 |'].join('\n'),
  )
})

test('a table without rows still has its head', () => {
  assert.equal(markdown({ columns: ['set'], rows: [] }), '| set |\n|-----|')
})
