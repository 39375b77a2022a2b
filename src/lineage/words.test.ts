import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { COMMON_WORDS } from './common-words.ts'
import { rarityBits } from './rarity.ts'
import { phrasesOf, priorOf, wordCode, wordsOf } from './words.ts'

test('words are folded, of two letters at least, and 48 at most', () => {
  assert.deepEqual(wordsOf('The Ríver, rіver! a ٣٤'), ['the', 'river', 'river', '٣٤'])
  assert.equal(wordsOf('word '.repeat(1_000)).length, 48)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
      for (const word of wordsOf(text)) assert.ok(wordCode(word) >= 0 && wordCode(word) < 2 ** 30)
    }),
  )
})

test('G3: a common word is worth less than a rare one before anything was counted', () => {
  const prior = (word: string) => priorOf(wordCode(word))
  assert.ok(prior('and') < prior('tea'))
  assert.ok(prior('tea') < prior('river'))
  assert.ok(prior('river') < prior('estuaries'))
  assert.ok(prior('muhammad') === prior('and'))
  for (const word of COMMON_WORDS) assert.ok(/^\S+$/.test(word), word)
})

test('every run of four words is a phrase', () => {
  const codes = [4, 8, 12, 16, 20]
  assert.equal(phrasesOf(codes).length, 2)
  assert.deepEqual(phrasesOf(codes.slice(0, 3)), [])
  assert.notEqual(phrasesOf([4, 8, 12, 16])[0], phrasesOf([16, 12, 8, 4])[0])
})

test('W2: a value is worth less the more bear it, the prior while nothing is counted, never below zero', () => {
  assert.equal(rarityBits(0, 0, 12), 12)
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (one, other) => {
      const [few, many] = [Math.min(one, other), Math.max(one, other)]
      assert.ok(rarityBits(few, 1_000_000, 12) >= rarityBits(many, 1_000_000, 12))
      assert.ok(rarityBits(many, many, 12) >= 0)
    }),
  )
})
