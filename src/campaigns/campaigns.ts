import { createHash } from 'node:crypto'
import { canonicalJson } from '../lib/canonical-json.ts'
import type { CampaignSuspected, Event } from '../model/event.ts'
import { hasPost, timeOf } from '../model/event.ts'
import type { Millis } from '../model/ids.ts'
import { EPOCH_MS, SPAN_MS } from './epochs.ts'
import { StreamTime } from './stream-time.ts'
import { tracesOf } from './traces.ts'

/** How much of the log before its end must be fed again after a start. */
export const WINDOW_MS: Millis = SPAN_MS + EPOCH_MS

/** A campaign as it stood when it was told. */
export interface Finding {
  at: Millis
  campaign: CampaignSuspected['campaign']
}

export interface CampaignWatch {
  /** Findings in order. They depend on the sequence of events alone, not on how it was cut into batches. */
  observe(events: readonly { event: Event }[]): Finding[]
}

/** Texts that are followed at once, at most. */
const TEXTS_MAX = 20_000
const ACCOUNTS_MAX = 1_000
const ACCOUNTS_MIN = 5
/** So often an account must have repeated the text, on average: a crowd that says a thing once is a crowd. */
const REPEATS_MIN = 2

interface Chorus {
  key: number
  posts: number
  firstAt: Millis
  lastAt: Millis
  accounts: Map<string, number>
  tags: Set<string>
  urls: Set<string>
  toldAt: number
}

export function createCampaignWatch(): CampaignWatch {
  const time = new StreamTime()
  const choruses = new Map<number, Chorus>()

  const follow = (key: number, at: Millis): Chorus => {
    const known = choruses.get(key)
    const chorus =
      known !== undefined && known.lastAt > at - SPAN_MS
        ? known
        : {
            key,
            posts: 0,
            firstAt: at,
            lastAt: at,
            accounts: new Map(),
            tags: new Set<string>(),
            urls: new Set<string>(),
            toldAt: 0,
          }
    choruses.delete(key)
    choruses.set(key, chorus)
    if (choruses.size > TEXTS_MAX) choruses.delete(choruses.keys().next().value!)
    return chorus
  }

  const take = (event: Event, into: Finding[]): void => {
    const now = time.pass(timeOf(event))
    if (!hasPost(event) || event.type !== 'post.created') return
    for (const trace of tracesOf(event.post)) {
      if (trace.kind !== 'text') continue
      const chorus = follow(trace.keys[0]!, now)
      chorus.posts++
      chorus.lastAt = now
      if (chorus.accounts.size < ACCOUNTS_MAX || chorus.accounts.has(event.account))
        chorus.accounts.set(event.account, (chorus.accounts.get(event.account) ?? 0) + 1)
      for (const tag of event.post.hashtags) if (chorus.tags.size < 16) chorus.tags.add(tag.slice(0, 256))
      for (const url of event.post.urls) if (chorus.urls.size < 16) chorus.urls.add(url.slice(0, 4096))
      const accounts = chorus.accounts.size
      if (accounts < ACCOUNTS_MIN || chorus.posts < REPEATS_MIN * accounts || accounts < 2 * chorus.toldAt)
        continue
      chorus.toldAt = accounts
      into.push(findingOf(chorus, now))
    }
  }

  return {
    observe(events) {
      const findings: Finding[] = []
      for (const { event } of events) take(event, findings)
      return findings
    },
  }
}

function findingOf(chorus: Chorus, at: Millis): Finding {
  const most = Math.max(...chorus.accounts.values())
  return {
    at,
    campaign: {
      id: `campaign-${(chorus.key >>> 0).toString(16)}-${Math.floor(chorus.firstAt / EPOCH_MS)}`,
      degree: 0.5,
      status: 'suspected',
      hashtags: [...chorus.tags],
      urls: [...chorus.urls],
      members: [...chorus.accounts].map(([account, posts]) => ({ account, degree: posts / most })),
      firstSeen: new Date(chorus.firstAt).toISOString(),
      posts: chorus.posts,
      advice: ['queue'],
    },
  }
}

/** The finding as an event. Its id follows from what it says: the same finding made again is a duplicate. */
export function campaignEvent({ at, campaign }: Finding): CampaignSuspected {
  const digest = createHash('sha256').update(canonicalJson(campaign)).digest('hex').slice(0, 24)
  return {
    id: `${campaign.id}-${digest}`,
    type: 'campaign.suspected',
    at: new Date(at).toISOString(),
    account: 'holdfast',
    campaign,
  }
}
