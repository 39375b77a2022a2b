import { createHash } from 'node:crypto'

/** Where an entry stands under a tree head: the hashes beside its way up, from the bottom. */
export interface TreeProof {
  size: number
  /** Lower-case hex. */
  root: string
  /** By the entry's number. */
  paths: Map<number, string[]>
}

interface Subtree {
  hash: Buffer
  size: number
  /** Ways up of the wanted leaves in it, so far. */
  paths: string[][]
}

const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)
const hashOf = (...parts: Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/**
 * The head of a tree over the hashes of ledger entries, and the way up of those wanted (the Merkle tree of RFC 9162, 2.1, whose leaves are the 32 bytes of
 * each hash). So a few entries can be shown to be in the ledger without any of the others. Memory grows with the wanted entries alone. (docs/spec/ledger.md, L10)
 */
export async function treeOver(
  hashes: AsyncIterable<string[]>,
  wanted: ReadonlySet<number>,
): Promise<TreeProof> {
  const paths = new Map<number, string[]>()
  const trees: Subtree[] = []
  let size = 0
  for await (const chunk of hashes)
    for (const hash of chunk) {
      size += 1
      const own: string[][] = []
      if (wanted.has(size)) {
        const path: string[] = []
        paths.set(size, path)
        own.push(path)
      }
      trees.push({ hash: hashOf(LEAF, Buffer.from(hash, 'hex')), size: 1, paths: own })
      while (trees.length > 1 && trees.at(-1)!.size === trees.at(-2)!.size) join(trees)
    }
  while (trees.length > 1) join(trees)
  return { size, root: (trees[0]?.hash ?? hashOf()).toString('hex'), paths }
}

/** The last two become one; each is the step beside the other's leaves. */
function join(trees: Subtree[]): void {
  const [right, left] = [trees.pop()!, trees.pop()!]
  for (const path of left.paths) path.push(right.hash.toString('hex'))
  for (const path of right.paths) path.push(left.hash.toString('hex'))
  trees.push({
    hash: hashOf(NODE, left.hash, right.hash),
    size: left.size + right.size,
    paths: [...left.paths, ...right.paths],
  })
}
