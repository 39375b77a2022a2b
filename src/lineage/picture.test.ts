import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isTelling, pdqDistance, pdqHex, pdqOf, pdqPieces } from './picture.ts'

const hash = fc
  .array(fc.integer({ min: 0, max: 15 }), { minLength: 64, maxLength: 64 })
  .map((digits) => digits.map((digit) => digit.toString(16)).join(''))

test('a hash is read and written back; anything else is none', () => {
  fc.assert(fc.property(hash, (hex) => assert.equal(pdqHex(pdqOf(hex)!), hex)))
  for (const hex of ['', 'abc', 'g'.repeat(64), '0'.repeat(63), '0'.repeat(65)])
    assert.equal(pdqOf(hex), null)
})

test('distance counts the bits that differ', () => {
  fc.assert(
    fc.property(hash, fc.uniqueArray(fc.nat(255), { maxLength: 40 }), (hex, flipped) => {
      const left = pdqOf(hex)!
      const units = Array.from({ length: 16 }, (_, i) => left.charCodeAt(i))
      for (const bit of flipped) units[bit >> 4]! ^= 1 << (bit & 15)
      const right = String.fromCharCode(...units)
      assert.equal(pdqDistance(left, right), flipped.length)
      // Fewer flips than pieces leave one piece whole: such a copy is always found.
      if (flipped.length < 16) {
        const pieces = new Set(pdqPieces(left))
        assert.ok(pdqPieces(right).some((piece) => pieces.has(piece)))
      }
    }),
  )
})

test('G8: a flat picture tells nothing', () => {
  assert.ok(!isTelling(pdqOf('0'.repeat(64))!))
  assert.ok(!isTelling(pdqOf('f'.repeat(64))!))
  assert.ok(isTelling(pdqOf('5a'.repeat(32))!))
})
