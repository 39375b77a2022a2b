import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { editsBetween } from './edits.ts'

/** Some longer than the 32 places of a number. */
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('a', 'b', 'ق', '\ud83d'), maxLength: 40 }),
)

test('letters added, lost, changed or swapped are one edit each', () => {
  const edits = (left: string, right: string, expected: number) =>
    assert.equal(editsBetween(left, right, 4), expected, `${left} ${right}`)
  edits('river', 'river', 0)
  edits('river', 'rivr', 1)
  edits('river', 'riiver', 1)
  edits('river', 'riber', 1)
  edits('river', 'rievr', 1)
  edits('', 'abc', 3)
  edits('river', 'watch', 5)
})

test('edits are the same both ways, zero only between equals, and one more than asked for at most', () => {
  fc.assert(
    fc.property(word, word, fc.nat(40), (left, right, editsMax) => {
      const edits = editsBetween(left, right, editsMax)
      assert.equal(edits, editsBetween(right, left, editsMax))
      assert.equal(edits === 0, left === right)
      assert.ok(edits <= editsMax + 1)
      assert.equal(edits, Math.min(editsMax + 1, plainEdits(left, right)))
    }),
    { numRuns: 1_000 },
  )
})

/** The textbook's recursion, to hold the fast one against. */
function plainEdits(left: string, right: string): number {
  const memo = new Map<string, number>()
  const edits = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j
    const key = `${i},${j}`
    const known = memo.get(key)
    if (known !== undefined) return known
    let least = Math.min(
      edits(i - 1, j) + 1,
      edits(i, j - 1) + 1,
      edits(i - 1, j - 1) + (left[i - 1] === right[j - 1] ? 0 : 1),
    )
    if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
      least = Math.min(least, edits(i - 2, j - 2) + 1)
    memo.set(key, least)
    return least
  }
  return edits(left.length, right.length)
}

test('B1: longer texts than the tables hold are "more", not a crash', () => {
  assert.equal(editsBetween('a'.repeat(400), 'a'.repeat(399), 2), 3)
})
