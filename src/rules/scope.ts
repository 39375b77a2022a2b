import type { Event } from '../model/event.ts'
import type { AccountFacts, HashtagFacts } from '../model/facts.ts'
import type { Millis } from '../model/ids.ts'
import type { ListedEntity } from '../model/listed-entity.ts'
import type { Rule } from '../model/policy.ts'
import type { Reading } from '../model/reading.ts'
import type { Gap } from '../model/signal.ts'

/** A value that could not be measured, as conditions see it (CEL's `unknown`). Never equal to zero, false or ''. */
export const UNKNOWN: unique symbol = Symbol('unknown')
export type Unknown = typeof UNKNOWN

export interface TopEntry {
  value: string
  count: number
}

/** All that a condition can look at for one event. One object per batch, refilled per event: conditions keep no reference. */
export interface Scope {
  event: Event
  /** Event time in milliseconds. */
  time: Millis
  /** Facts of the event's account after the event itself has been applied to them. */
  account: AccountFacts
  /** Facts of the hashtags the post carries; empty for other events. */
  hashtags: HashtagFacts[]
  reading: Reading | null
  /** The pack's entity list, by id. */
  entities: ReadonlyMap<string, ListedEntity>
  gaps: Gap[]
  /**
   * A tally's value over its window ending at the event's time, this event included. Where the event touches several
   * entities (two hashtags), the largest count, or the first entity's top list. UNKNOWN for a name or entity the event lacks.
   */
  tally(name: string): number | TopEntry[] | Unknown
}

/** A rule whose condition held for one event. */
export interface Match {
  rule: Rule
  /** Signals the condition looked at, with their values: `{ 'reading.tvec2': 0.97 }`. */
  evidence: Record<string, unknown>
}
