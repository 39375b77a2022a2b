import type { Profile } from './event.ts'
import type { Millis } from './ids.ts'
import type { LinkTier } from './link.ts'

/** What judgement remembers of an account. A missing field was never sent: rules see `unknown`. */
export interface AccountFacts {
  id: string
  status: 'open' | 'closed' | 'deleted'
  /** Latest profile sent. Null when only acts of the account were seen. */
  profile: Profile | null
  /** When the account was made: `profile.createdAt`, else the time of `account.created`. */
  createdAt: Millis | null
  firstSeenAt: Millis
  lastSeenAt: Millis
  closedAt: Millis | null
  closedFor: string | null
  posts: number
  reports: number
  labels: { name: string; until: Millis | null; decision: string }[]
  strikes: {
    decision: string
    policy: string
    count: number
    at: Millis
    expiresAt: Millis
    /** The closed account whose strike this is, carried over a confirmed link. */
    carriedFrom?: string
  }[]
  /** The strongest standing link to a closed account. */
  lineage: {
    closedAccount: string
    tier: LinkTier
    bits: number
    closedFor: string | null
    generation: number
    /** A person found that the two are one actor. */
    confirmed?: true
  } | null
  /** While a link is confirmed: the strongest one that was proposed, to go back to. */
  lineageBeside?: AccountFacts['lineage']
  /** Accounts that its strikes were carried to over confirmed links, at most 256. */
  carriedTo?: string[]
  /** Closed accounts that people found not to be this one's, the last 128. */
  rejectedLinks?: string[]
  campaign: { id: string; degree: number } | null
  /** Traces of the last of its posts that report, quote or condemn: what it passes on without meaning it. */
  distant?: number[]
  deviceTokens: string[]
  networkTokens: string[]
  /** Languages of its posts and how many, at most 8. */
  languages: Record<string, number>
  /** What `lineage/` remembers besides. */
  trail?: Trail
}

/** What an account can be known by again besides its profile and tokens. Every list is bounded in `lineage/trail.ts`; some 300 bytes in all. */
export interface Trail {
  handle: string | null
  /** Since when it bears the handle, as far as is known. */
  handleSince: Millis | null
  /** When two or more of handle, name, bio and picture last changed at once. */
  madeOverAt?: Millis
  /** The last accounts followed or mentioned. */
  company: string[]
  client?: string
  /** The last hashtags. */
  tags?: string[]
  /** Of the last of its first posts: hashes that near-copies share. */
  texts?: number[]
  /** Of its first posts: how often runs of three letters and marks fall into each of 32 buckets. */
  style?: number[]
  /** Posts in each eighth of the day, UTC. */
  hours?: number[]
}

export interface HashtagFacts {
  burst: number | null
  newAccounts: number | null
  campaign: { id: string; degree: number } | null
}

/** What a brake remembers of one rule: live restrictions per hour of event time. */
export interface BrakeFacts {
  /** Hour (event time, whole hours since 1970) → restrictions let through. At most 48 hours are kept. */
  hours: Record<string, number>
}
