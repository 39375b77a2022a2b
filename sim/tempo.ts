import type { Millis } from '../src/model/ids.ts'

/** A range to draw from, uniformly. */
export type Range = readonly [from: Millis, to: Millis]

/** How fast the town's stories run. */
export interface Tempo {
  /** The network's first accounts come within this long. */
  arriveMs: Millis
  leaderGapMs: Range
  followerGapMs: Range
  /** Null: the platform closes, not the town. Else an account is closed this long after its last straw. */
  closeMs: Range | null
  /** Forbidden posts until the last straw. */
  strawsMin: number
  strawsMax: number
  /** From closure to return the first time; each further time it takes `returnGrowth` as long, up to `returnMaxMs`. */
  returnMs: Range
  returnGrowth: number
  returnMaxMs: Millis
  campaign: { firstMs: Millis; everyMs: Millis; spreadMs: Millis }
  crowd: { firstMs: Millis; everyMs: Millis; spreadMs: Millis; sizeMax: number }
  /** How long after a post others answer, report or write about it. */
  answerMs: Range
  /** Share of the mean rate by hour of the day, or null for the same all day. */
  rhythm: readonly number[] | null
}

const SECOND = 1_000
const MINUTE = 60_000
const HOUR = 3_600_000

/** For files: the town closes accounts by itself, and its stories run over days. */
export const DAYS: Tempo = {
  arriveMs: 3 * HOUR,
  leaderGapMs: [15 * MINUTE, 80 * MINUTE],
  followerGapMs: [60 * MINUTE, 6 * HOUR],
  closeMs: [5 * MINUTE, 60 * MINUTE],
  strawsMin: 3,
  strawsMax: 8,
  returnMs: [20 * MINUTE, 6 * HOUR],
  returnGrowth: 1.15,
  returnMaxMs: 24 * HOUR,
  campaign: { firstMs: 5 * HOUR, everyMs: 7 * HOUR, spreadMs: 90 * MINUTE },
  crowd: { firstMs: 2 * HOUR, everyMs: 4 * HOUR, spreadMs: 2 * HOUR, sizeMax: 120 },
  answerMs: [1 * MINUTE, 90 * MINUTE],
  // Hours in UTC, mean 1: a town that sleeps at three and talks at nine in the evening.
  rhythm: [
    0.55, 0.4, 0.3, 0.25, 0.3, 0.45, 0.7, 0.95, 1.05, 1.1, 1.1, 1.15, 1.25, 1.2, 1.1, 1.1, 1.15, 1.25, 1.4,
    1.55, 1.65, 1.6, 1.35, 1.1,
  ],
}

/** For the demo: within three minutes a watcher sees a threat, a closure, a return and a campaign. */
export const MINUTES: Tempo = {
  arriveMs: 20 * SECOND,
  leaderGapMs: [7 * SECOND, 18 * SECOND],
  followerGapMs: [40 * SECOND, 150 * SECOND],
  closeMs: null,
  strawsMin: 3,
  strawsMax: 8,
  returnMs: [15 * SECOND, 40 * SECOND],
  returnGrowth: 1.5,
  returnMaxMs: 15 * MINUTE,
  campaign: { firstMs: 65 * SECOND, everyMs: 150 * SECOND, spreadMs: 45 * SECOND },
  crowd: { firstMs: 40 * SECOND, everyMs: 110 * SECOND, spreadMs: 50 * SECOND, sizeMax: 60 },
  answerMs: [4 * SECOND, 40 * SECOND],
  rhythm: null,
}

export const TEMPOS = { days: DAYS, minutes: MINUTES } as const
