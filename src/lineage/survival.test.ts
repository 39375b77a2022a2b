import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { kaplanMeier, medianOf, survivalAt } from './survival.ts'

test('V1: the textbook’s example: ends count, unseen ends only while watched', () => {
  // Six accounts: ended after 6, 7 and 10; watched for 9, 11 and 17 without an end.
  const curve = kaplanMeier([
    { ms: 6, ended: true },
    { ms: 7, ended: true },
    { ms: 9, ended: false },
    { ms: 10, ended: true },
    { ms: 11, ended: false },
    { ms: 17, ended: false },
  ])
  assert.deepEqual(
    curve.map(({ ms, survival }) => [ms, Number(survival.toFixed(4))]),
    [
      [6, 0.8333],
      [7, 0.6667],
      [10, 0.4444],
    ],
  )
  assert.equal(medianOf(curve), 10)
  assert.equal(survivalAt(curve, 5), 1)
  assert.equal(survivalAt(curve, 8).toFixed(4), '0.6667')
})

test('V1: with all ends seen it is the plain share that is left; it never rises', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 60 }), (times) => {
      const curve = kaplanMeier(times.map((ms) => ({ ms, ended: true })))
      for (const { ms, survival } of curve) {
        const left = times.filter((time) => time > ms).length / times.length
        assert.ok(Math.abs(survival - left) < 1e-9)
      }
      for (let i = 1; i < curve.length; i++) assert.ok(curve[i]!.survival <= curve[i - 1]!.survival)
    }),
  )
})

test('V1: nobody, and nobody’s end', () => {
  assert.deepEqual(kaplanMeier([]), [])
  assert.equal(medianOf(kaplanMeier([{ ms: 5, ended: false }])), null)
})
