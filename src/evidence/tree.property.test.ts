import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { sha256 } from '../lib/hash.ts'
import { treeOver } from './tree.ts'

const hash = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()

/** RFC 9162, 2.1.1, word for word. */
function rootOf(leaves: string[]): Buffer {
  if (leaves.length === 0) return hash()
  if (leaves.length === 1) return hash(Buffer.of(0), Buffer.from(leaves[0]!, 'hex'))
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return hash(Buffer.of(1), rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)))
}

/** RFC 9162, 2.1.3.1, word for word. */
function pathOf(index: number, leaves: string[]): string[] {
  if (leaves.length === 1) return []
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return index < k
    ? [...pathOf(index, leaves.slice(0, k)), rootOf(leaves.slice(k)).toString('hex')]
    : [...pathOf(index - k, leaves.slice(k)), rootOf(leaves.slice(0, k)).toString('hex')]
}

test('L10: root and paths are those of the standard, for any ledger in any chunks', () =>
  fc.assert(
    fc.asyncProperty(
      fc.nat(70),
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.nat(70), { maxLength: 5 }),
      async (size, chunk, wanted) => {
        const leaves = Array.from({ length: size }, (_, i) => sha256(String(i)))
        const chunks = (async function* () {
          for (let from = 0; from < size; from += chunk) yield leaves.slice(from, from + chunk)
        })()
        const seqs = new Set(wanted.filter((index) => index < size).map((index) => index + 1))
        const tree = await treeOver(chunks, seqs)
        assert.equal(tree.size, size)
        assert.equal(tree.root, rootOf(leaves).toString('hex'))
        assert.deepEqual([...tree.paths.keys()].sort(), [...seqs].sort())
        for (const [seq, path] of tree.paths) assert.deepEqual(path, pathOf(seq - 1, leaves))
      },
    ),
  ))
