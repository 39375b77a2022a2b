import type { CampaignSuspected } from './event.ts'
import type { Millis } from './ids.ts'

/** Coordinated activity by many accounts as one object. Row of `export campaigns`; field names are final. */
export interface Campaign {
  id: string
  firstSeen: string
  detectedAt: string
  status: 'suspected' | 'confirmed' | 'watched' | 'over' | 'dismissed'
  degree: number
  hashtags: string[]
  urls: string[]
  members: { account: string; degree: number }[]
  posts: number
  advice: string[]
}

/** What was done about all of a campaign at once, while it stands. */
export interface CampaignAct {
  /** The event of the act; what it decided follows from it. */
  event: string
  at: Millis
  /** Accounts that were restricted or labelled, and hashtags that were discounted. */
  accounts: string[]
  tags: string[]
  /** One person decided it. */
  alone: boolean
  /** Restrictions counted at the brake. */
  braked: number
  /** The watch that still goes on began with it. */
  began: boolean
}

/**
 * What judgement remembers of a campaign: what the watch last told of it, and what people decided. The row is made of both
 * (docs/spec/campaigns.md, V1). Some 50 bytes per member.
 */
export interface CampaignStanding {
  /** Null until the watch, or a person who split it off, has told of it. */
  told: CampaignSuspected['campaign'] | null
  toldAt: Millis
  finding: 'confirmed' | 'dismissed' | null
  /** What it rested on when it was dismissed. */
  dismissedOn: { traces: number[]; concerns: boolean } | null
  watched: boolean
  /** Accounts that joined since it is watched. */
  joined: number
  mergedInto: string | null
  /** Accounts that people split off, and the campaigns they belong to. */
  given: [account: string, campaign: string][]
  acts: CampaignAct[]
}
