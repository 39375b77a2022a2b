import type { Millis } from '../model/ids.ts'
import type { Act } from './acts.ts'
import { ACTORS_MAX, OCCASIONS_OF_PAIR_MAX, PAIRS_OF_ACTOR_MAX, SLACK } from './bounds.ts'
import { type Background, surpriseBits } from './chance.ts'
import { SPAN_MS } from './epochs.ts'
import type { Trace } from './trace-book.ts'
import type { TraceKind } from './traces.ts'

/*
 * The second question: are these accounts acting together more than chance allows? Two accounts meet when they leave the same trace within the time in
 * which that kind of trace means something. To say the same thing once is nothing: what counts is on how many different
 * contents two accounts met, against how often two accounts that post as much would meet by chance.
 */

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Within how long a shared trace is a meeting, and among how many accounts it still tells anything: what all share proves nothing. */
const MEETING: Record<TraceKind, { withinMs: Millis; accountsMax: number }> = {
  text: { withinMs: SPAN_MS, accountsMax: 1_000 },
  media: { withinMs: SPAN_MS, accountsMax: 200 },
  url: { withinMs: 6 * HOUR, accountsMax: 60 },
  tags: { withinMs: 2 * HOUR, accountsMax: 60 },
  tag: { withinMs: 2 * MINUTE, accountsMax: 40 },
  repost: { withinMs: MINUTE, accountsMax: 60 },
}

/** Accounts whose latest act under the trace counts as a meeting with `act`. */
export function metUnder(trace: Trace, act: Act): Act[] {
  const { withinMs, accountsMax } = MEETING[trace.kind]
  if (trace.carriers.size > accountsMax) return []
  return trace.recent.filter(
    (other) =>
      other.account !== act.account &&
      !other.distant &&
      (trace.kind !== 'text' || (other.content === act.content && other.second === act.second)) &&
      Math.abs(act.at - other.at) <= withinMs,
  )
}

interface Occasion {
  content: number
  at: Millis
}

/** Two accounts and the different contents on which they met. */
export interface Pair {
  a: string
  b: string
  occasions: Occasion[]
}

export class Meetings {
  /** Account → other account → what they share. Both sides hold the same pair. */
  readonly #actors = new Map<string, Map<string, Pair>>()

  get size(): number {
    return this.#actors.size
  }

  /** Notes that two acts met. Returns the pair. */
  note(one: Act, other: Act): Pair {
    const pair = this.#pairOf(one.account, other.account)
    const known = pair.occasions.find(({ content }) => content === one.content)
    if (known !== undefined) known.at = Math.max(known.at, one.at)
    else pair.occasions.push({ content: one.content, at: one.at })
    if (pair.occasions.length > OCCASIONS_OF_PAIR_MAX) pair.occasions.shift()
    return pair
  }

  pairsOf(account: string): Iterable<Pair> {
    return this.#actors.get(account)?.values() ?? []
  }

  #pairOf(a: string, b: string): Pair {
    const ofA = this.#pairsOf(a)
    const ofB = this.#pairsOf(b)
    const pair = ofA.get(b) ?? { a, b, occasions: [] }
    this.#keep(ofA, b, pair, a)
    this.#keep(ofB, a, pair, b)
    return pair
  }

  #pairsOf(account: string): Map<string, Pair> {
    const pairs = this.#actors.get(account) ?? new Map<string, Pair>()
    this.#actors.delete(account)
    this.#actors.set(account, pairs)
    if (this.#actors.size > ACTORS_MAX + SLACK) this.#dropActors(SLACK)
    return pairs
  }

  #keep(pairs: Map<string, Pair>, other: string, pair: Pair, own: string): void {
    pairs.delete(other)
    pairs.set(other, pair)
    if (pairs.size <= PAIRS_OF_ACTOR_MAX) return
    const oldest = pairs.keys().next().value!
    pairs.delete(oldest)
    this.#actors.get(oldest)?.delete(own)
  }

  #dropActors(count: number): void {
    for (const [account, pairs] of this.#actors) {
      if (count-- === 0) return
      for (const other of pairs.keys()) this.#actors.get(other)?.delete(account)
      this.#actors.delete(account)
    }
  }
}

export const otherOf = (pair: Pair, account: string): string => (pair.a === account ? pair.b : pair.a)

/** Different contents on which a pair must have met, whatever the odds: to say one thing together is nothing. */
const OCCASIONS_MIN = 2
/** One in a million. */
const SURPRISE_BITS_MIN = 20

/** The surprise, in bits, at how often a pair met within the last day: 0 where that is no more than chance allows. Most pairs met once, and are asked nothing else. */
export function weighPair(pair: Pair, background: Background, now: Millis): number {
  let met = 0
  for (const { at } of pair.occasions) if (at > now - SPAN_MS) met++
  if (met < OCCASIONS_MIN) return 0
  const expected = background.postsOf(pair.a) * background.postsOf(pair.b) * background.pairChance('text')
  const bits = surpriseBits(met, expected)
  return bits >= SURPRISE_BITS_MIN ? bits : 0
}
