import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { OFFERED_MAX, Postings } from './postings.ts'

/** Ascending, as slots are here ordered by their number. */
function offeredOf(postings: Postings, key: number): number[] {
  const into = new Int32Array(OFFERED_MAX)
  return [...into.subarray(0, postings.offered(postings.held(key), into))].sort((a, b) => a - b)
}

const KEYS = 7
const step = fc.record({ key: fc.nat(KEYS - 1), slot: fc.nat(40), add: fc.boolean() })

test('I1: postings hold what a plain map of sets would', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const postings = new Postings((slot, other) => slot - other)
      const plain = Array.from({ length: KEYS }, () => new Set<number>())
      for (const { key, slot, add } of steps) {
        if (add === plain[key]!.has(slot)) continue
        if (add) {
          postings.add(key, slot)
          plain[key]!.add(slot)
        } else {
          postings.remove(key, slot)
          plain[key]!.delete(slot)
        }
      }
      for (let key = 0; key < KEYS; key++) {
        assert.equal(postings.count(key), plain[key]!.size)
        assert.deepEqual(
          [...offeredOf(postings, key)].sort((a, b) => a - b),
          [...plain[key]!].sort((a, b) => a - b),
        )
      }
    }),
  )
})

test('C2: the last of a long list are the same in whatever order it was filled, asked in between or not', () => {
  const slots = Array.from({ length: 4 * OFFERED_MAX }, (_, slot) => slot)
  const order = fc.shuffledSubarray(slots, { minLength: slots.length })
  fc.assert(
    fc.property(
      order,
      fc.uniqueArray(fc.nat(slots.length - 1), { maxLength: slots.length }),
      (filled, gone) => {
        const postings = new Postings((slot, other) => slot - other)
        filled.forEach((slot, index) => {
          postings.add(1, slot)
          if (index % 97 === 0) offeredOf(postings, 1)
        })
        for (const slot of gone) postings.remove(1, slot)
        // Taken in again, as a closed account is that still changes.
        for (const slot of gone.slice(0, 20)) postings.add(1, slot)
        offeredOf(postings, 1)
        const kept = slots.filter((slot) => !gone.slice(20).includes(slot))
        assert.deepEqual(offeredOf(postings, 1), kept.slice(-OFFERED_MAX))
        assert.equal(postings.count(1), kept.length)
      },
    ),
    { numRuns: 60 },
  )
})

test('removing what is not there changes nothing', () => {
  const postings = new Postings((slot, other) => slot - other)
  postings.remove(1, 1)
  postings.add(1, 2)
  postings.remove(1, 1)
  assert.deepEqual(offeredOf(postings, 1), [2])
  postings.remove(1, 2)
  assert.deepEqual(offeredOf(postings, 1), [])
})
