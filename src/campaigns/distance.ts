import type { Campaign } from '../model/campaign.ts'
import type { Post } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { Reading } from '../model/reading.ts'
import { isDistant } from './acts.ts'
import { evidenceOf, type Telling } from './standing.ts'
import { tracesOf } from './traces.ts'

/** Traces of distant posts remembered per account; the oldest make room. */
export const DISTANT_MAX = 32

/** Remembers, in place, the traces of a post that reports, quotes or condemns. */
export function rememberDistance(facts: AccountFacts, post: Post, reading: Reading | null): void {
  if (!isDistant(reading)) return
  const known = new Set(facts.distant)
  for (const { keys } of tracesOf(post))
    for (const key of keys) {
      // Seen again, it is remembered for longer.
      known.delete(key)
      known.add(key)
    }
  if (known.size > 0) facts.distant = [...known].slice(-DISTANT_MAX)
}

/** All traces a campaign is known by: what it rests on, its hashtags and its addresses. */
export function tracesOfCampaign(telling: Telling, { hashtags, urls }: Pick<Campaign, 'hashtags' | 'urls'>) {
  const keys = new Set((evidenceOf(telling).traces ?? []).map(({ key }) => key))
  const add = (parts: Partial<Post>) => {
    for (const trace of tracesOf({ ...NOTHING, ...parts })) for (const key of trace.keys) keys.add(key)
  }
  for (const tag of hashtags) add({ hashtags: [tag] })
  for (const url of urls) add({ urls: [url] })
  return keys
}

/** It reported, quoted or condemned under one of the campaign's traces. */
export const keptDistance = ({ distant }: AccountFacts, traces: ReadonlySet<number>): boolean =>
  distant?.some((key) => traces.has(key)) ?? false

const NOTHING: Post = {
  id: '',
  text: '',
  language: null,
  hashtags: [],
  mentions: [],
  urls: [],
  media: [],
  replyTo: null,
  repostOf: null,
  quoteOf: null,
}
