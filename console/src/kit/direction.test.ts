import assert from 'node:assert/strict'
import { test } from 'node:test'
import { directionOf } from './direction.ts'

const check = (text: string, direction: string) => assert.equal(directionOf(text), direction)

test('a post runs as its own words do, whatever is named before them', () => {
  check('Good morning', 'ltr')
  check('صباح الخير', 'rtl')
  check('@lina.k4050 صباح الخير', 'rtl')
  check('https://example.org/a 12 صباح', 'rtl')
  check('#صباح good morning', 'ltr')
  check('שלום', 'rtl')
  check('@lina https://example.org', 'auto')
  check('', 'auto')
})
