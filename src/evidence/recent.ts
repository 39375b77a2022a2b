import { fnv1a } from '../lib/hash.ts'
import { type Event, hasPost } from '../model/event.ts'
import type { Seq } from '../model/ids.ts'

/** Posts that are remembered by where they stand in the log: 11 MB in all. */
export const RECENT_POSTS = 131_072

/** Where posts stand that may belong to a thread. Hashes may agree by chance: whoever reads the log looks again. */
export interface Recent {
  add(seq: Seq, event: Event): void
  /** Versions of a post, newest first. */
  versions(post: string, max: number): Seq[]
  /** Posts that answer, quote or pass on this one, newest first. */
  answers(post: string, max: number): Seq[]
  /** An account's posts, newest first. */
  by(account: string, max: number): Seq[]
}

/** Which posts were among the last `size`: three chains of typed numbers, so that a post costs three hashes and no garbage. */
export function createRecent(size = RECENT_POSTS): Recent {
  const seqs = new Float64Array(size)
  const chains = { post: createChain(size), answer: createChain(size), account: createChain(size) }
  let count = 0

  const found = (chain: Chain, id: string, max: number): Seq[] =>
    chain.find(fnv1a(id), max, count).map((at) => seqs[at % size]!)
  return {
    add(seq, event) {
      if (!hasPost(event)) return
      const { id, replyTo, quoteOf, repostOf } = event.post
      seqs[count % size] = seq
      chains.post.put(count, fnv1a(id))
      const answered = replyTo ?? quoteOf ?? repostOf
      chains.answer.put(count, answered === null ? null : fnv1a(answered))
      chains.account.put(count, fnv1a(event.account))
      count += 1
    },
    versions: (post, max) => found(chains.post, post, max),
    answers: (post, max) => found(chains.answer, post, max),
    by: (account, max) => found(chains.account, account, max),
  }
}

interface Chain {
  put(at: number, hash: number | null): void
  /** Places of this hash, newest first, none older than the last `size` before `count`. */
  find(hash: number, max: number, count: number): number[]
}

/** Places by hash: buckets point at the newest, each at the one before it. What was overwritten ends the walk. */
function createChain(size: number): Chain {
  const heads = new Float64Array(size).fill(-1)
  const before = new Float64Array(size)
  const hashes = new Uint32Array(size)
  return {
    put(at, hash) {
      before[at % size] = -1
      if (hash === null) return
      const bucket = hash % size
      hashes[at % size] = hash
      before[at % size] = heads[bucket]!
      heads[bucket] = at
    },
    find(hash, max, count) {
      const places: number[] = []
      for (let at = heads[hash % size]!; at >= 0 && at >= count - size && places.length < max; ) {
        if (hashes[at % size] === hash) places.push(at)
        const next = before[at % size]!
        if (next >= at) break
        at = next
      }
      return places
    },
  }
}
