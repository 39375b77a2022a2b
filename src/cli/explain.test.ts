import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CheckRow } from '../check.ts'
import { explainPage } from './explain.ts'

const row = (changes: Partial<CheckRow> = {}): CheckRow => ({
  id: null,
  language: 'en',
  scores: { tvec2: 0.93, tvec8: 0.02 },
  stance: 'asserts',
  frames: [{ act: 'threat', span: { start: 0, end: 15 }, target: { start: 12, end: 15 } }],
  terms: [],
  verdict: 'restrict',
  policy: 'tvec2',
  rules: ['threat-credible'],
  contributions: [{ policy: 'tvec2', reason: 'a threat by the author (strong)', weight: 7 }],
  gaps: [],
  ...changes,
})
const TEXT = 'I will kill you tomorrow'
const check = (expected: RegExp, changes: Partial<CheckRow> = {}, text = TEXT) =>
  assert.match(explainPage(text, row(changes), { colour: false }), expected)

test('the page marks what was found and says what follows from it', () => {
  check(/^\[I will kill you\] tomorrow$/m)
  check(/verdict {2}restrict, for tvec2 \(threat-credible\)/)
  check(/tvec2 {7}█{19}· 0\.93/)
  check(/threat: target “you”/)
  check(/tvec2 {7}\+7\.00 {2}a threat by the author/)
})

test('what is small or missing is not shown as a finding', () => {
  assert.doesNotMatch(explainPage(TEXT, row(), { colour: false }), /tvec8/)
  check(/none above 0\.05/, { scores: {}, frames: [], contributions: [] })
  check(/not known\n {2}reading/, { gaps: ['reading'] })
})

test('held frames are said to count for nothing', () => {
  check(/threat \(quoted or reported: counts for nothing\)/, {
    frames: [{ act: 'threat', span: { start: 0, end: 15 }, quoted: true }],
  })
})

test('colour only where it is wanted', () => {
  assert.ok(!explainPage(TEXT, row(), { colour: false }).includes('\x1b'))
  assert.ok(explainPage(TEXT, row(), { colour: true }).includes('\x1b[4mI will kill you\x1b[0m'))
})

test('a text cannot steer the terminal', () => {
  const page = explainPage('\x1b[2J\u202ehello', row({ frames: [] }), { colour: false })
  assert.ok(page.startsWith('\\u{1b}[2J\\u{202e}hello'), page)
})
