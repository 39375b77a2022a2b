import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { takeApart } from './handle.ts'
import { bounded, foldLetters, undoubled } from './letters.ts'
import { gramsOf } from './spelling.ts'

const core = (raw: string, expected: string) => assert.equal(takeApart(raw).core, expected, raw)
const counter = (raw: string, expected: string) => assert.equal(takeApart(raw).counter, expected, raw)
const anyText = fc.string({ unit: 'binary', maxLength: 300 })

test('G1: separators, capitals and doubled letters are not part of a handle’s core', () => {
  core('river_watch', 'riverwatch')
  core('River.Watch', 'riverwatch')
  core('_rriver__watch_', 'riverwatch')
  core('RIVERWatch', 'riverwatch')
})

test('G1: counters and words that say "again" come off both ends, and are remembered', () => {
  for (const raw of [
    'riverwatch8',
    'riverwatch_8',
    'riverwatch_III',
    'riverwatch_new',
    'the_real_riverwatch2',
  ])
    core(raw, 'riverwatch')
  core('أبو_نور_٣', 'ابونور')
  counter('riverwatch_8', '8')
  counter('the_riverwatch_new_2', 'the new 2')
  counter('riverwatch', '')
})

test('G1: a handle that is nothing but a counter stays whole', () => {
  core('12345', '12345')
  core('new_7', 'new7')
  core('x', 'x')
})

test('G2: look-alikes of other alphabets and digits amid letters fold to letters', () => {
  core('rіvеr_wаtсh', 'riverwatch') // four Cyrillic letters
  core('ｒｉｖｅｒwatch', 'riverwatch')
  core('r1verw4tch', 'riverwatch')
  core('ríverwåtch', 'riverwatch')
  core('ri\u200bver\u00adwatch', 'riverwatch')
})

test('G3: a handle of nothing but common words is worth no more than they are', () => {
  const bits = (raw: string, expected: number | null) =>
    assert.equal(takeApart(raw).commonBits, expected, raw)
  bits('john_smith', 10)
  bits('johnsmith', 10)
  bits('john_smith_83', 10)
  bits('moohammed', 5)
  bits('john_riverwatch', null)
  bits('abu_noor', null)
})

test('B1: any string can be taken apart, and the parts are bounded', () => {
  fc.assert(
    fc.property(anyText, (raw) => {
      const handle = takeApart(raw)
      assert.ok(handle.core.length <= 256 && gramsOf(handle.core).length <= 64)
      assert.ok(handle.raw.isWellFormed() && handle.raw.length <= 64)
      for (const gram of gramsOf(handle.core)) assert.ok(gram >= 0 && gram < 2 ** 30)
      assert.ok(handle.sound === null || (handle.sound.length >= 3 && handle.sound.length <= 24))
    }),
  )
})

test('B1: empty, invisible and picture handles have a core, which may be empty', () => {
  for (const raw of ['', '\u200b', '\ud800', '🔥🔥', '___', 'ـــ'])
    assert.equal(typeof takeApart(raw).core, 'string')
  core('', '')
  core('\u200b\u200d', '')
})

test('folding twice changes nothing, and doubled letters are single after', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = foldLetters(text)
      assert.equal(foldLetters(once), once)
      assert.equal(undoubled(undoubled(once)), undoubled(once))
    }),
    { numRuns: 500 },
  )
})

test('a text is cut to its bound and never ends in half a letter', () => {
  assert.equal(bounded('river', 3), 'riv')
  assert.equal(bounded('a😀', 2), 'a\ufffd')
  assert.ok(bounded('\ud800', 8).isWellFormed())
})
