import type { AnyEventType } from '../model/event.ts'
import { accountSignals, profileSignals } from './signals/account.ts'
import { entitySignals } from './signals/entity.ts'
import { campaignSignals, hashtagSignals, lineageSignals } from './signals/network.ts'
import { opinionSignals, translationSignals } from './signals/opinion.ts'
import { eventSignals, postSignals, reportSignals } from './signals/post.ts'
import { readingSignals } from './signals/reading.ts'
import { POST_EVENTS, PROFILE_EVENTS, type Signal } from './signals/signal.ts'
import { threatSignals } from './signals/threat.ts'

/** Every signal a condition may name, but for `tally.<name>`, which a pack declares itself. */
export const CATALOGUE: readonly Signal[] = [
  ...eventSignals,
  ...accountSignals,
  ...profileSignals,
  ...postSignals,
  ...readingSignals,
  ...entitySignals,
  ...opinionSignals,
  ...translationSignals,
  ...threatSignals,
  ...reportSignals,
  ...lineageSignals,
  ...campaignSignals,
  ...hashtagSignals,
]

export const SIGNALS: ReadonlyMap<string, Signal> = new Map(CATALOGUE.map((signal) => [signal.name, signal]))

export const groupOf = (signal: string): string => signal.split('.', 1)[0]!

/**
 * Events that a rule without `on` is taken to be about, by the groups of signals it names: their common ones. A text is
 * read of profiles too, but who writes a rule on `reading` means posts unless `profile` stands beside it.
 */
export const USUAL_EVENTS: Record<string, readonly AnyEventType[]> = {
  event: [...PROFILE_EVENTS, ...POST_EVENTS],
  account: [...PROFILE_EVENTS, ...POST_EVENTS],
  lineage: [...PROFILE_EVENTS, 'post.created'],
  campaign: POST_EVENTS,
  profile: PROFILE_EVENTS,
  post: POST_EVENTS,
  reading: POST_EVENTS,
  entity: POST_EVENTS,
  opinion: POST_EVENTS,
  translation: POST_EVENTS,
  threat: POST_EVENTS,
  hashtag: POST_EVENTS,
  report: ['report.created'],
}

/**
 * What a person wrote or was seen to do, as against whom they resemble or keep company with. An automatic closure needs one
 * of these (invariant 5). A machine's translation is not what they wrote.
 */
export const CONTENT_GROUPS: ReadonlySet<string> = new Set([
  'reading',
  'opinion',
  'post',
  'profile',
  'report',
  'tally',
])
