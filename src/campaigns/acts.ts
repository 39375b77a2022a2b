import type { Event } from '../model/event.ts'
import type { Millis } from '../model/ids.ts'
import type { Reading, Stance } from '../model/reading.ts'
import { RECENT_POST_BITS } from './bounds.ts'
import { hashText } from './traces.ts'

/** An event as the watch is given it: what the log holds. */
export interface Observed {
  seq?: number
  event: Event
  reading?: Reading | null
}

/** What is kept of a post: who and when, what it was held to be, and whether it still stands. No text, no event. */
export interface Act {
  account: string
  /** Its own time, never later than the stream's. */
  at: Millis
  /** How many posts of the stream had come in its quarter of an hour before it. */
  nth: number
  /** Hash of its id, by which a deletion finds it. */
  post: number
  /** Hash of what it says: two acts of one content are one occasion. */
  content: number
  /** The text's other key: near-identical texts share both, mostly; texts that have a phrase in common share one by luck. */
  second: number
  /** Of its words, by which near-identical texts are known that share no key (traces.ts, `isOneText`); 0 for none. */
  sketch: number
  tags: readonly number[]
  urls: readonly number[]
  language: string | null
  deleted: boolean
  /** The policy it most probably breaks; null for none, undefined where it was not read. */
  policy: string | null | undefined
  /** It reports, quotes or condemns: whoever does so acts with nobody. */
  distant: boolean
}

/** From here on a text counts as forbidden for the profile. One text decides nothing. */
const SCORE_MIN = 0.5
const DISTANT: readonly Stance[] = ['reports', 'quotes', 'condemns']

export const isDistant = (reading: Reading | null | undefined): boolean =>
  reading != null && DISTANT.includes(reading.stance)

/** The policy with the highest score, if it is high enough. `undefined` where nothing was measured: a gap is not a zero. */
export function policyOf(reading: Reading | null | undefined): string | null | undefined {
  if (reading == null) return undefined
  let policy: string | null | undefined
  let most = SCORE_MIN
  for (const [name, score] of Object.entries(reading.scores)) {
    policy ??= null
    if (score >= most && name.startsWith('tvec')) {
      policy = name
      most = score
    }
  }
  return policy
}

/** The latest posts by their id, so that a deletion marks what it deletes. A newer post takes the cell of an older. */
export class RecentPosts {
  readonly #cells: (Act | undefined)[] = new Array(1 << RECENT_POST_BITS)

  add(act: Act): void {
    this.#cells[cellOf(act.post)] = act
  }

  find(post: string): Act | undefined {
    const key = hashText(post, 7)
    const act = this.#cells[cellOf(key)]
    return act?.post === key ? act : undefined
  }
}

const cellOf = (key: number): number => key & ((1 << RECENT_POST_BITS) - 1)
