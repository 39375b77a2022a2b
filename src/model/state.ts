import type { CampaignStanding } from './campaign.ts'
import type { DecisionRecord, JobStanding, Proposal } from './desk.ts'
import type { Evidence, Hold, HoldScope } from './evidence.ts'
import { scopeKey } from './evidence.ts'
import type { AccountFacts, BrakeFacts, HashtagFacts } from './facts.ts'
import type { OrderStanding, RequestStanding } from './order.ts'
import type { PopulationState } from './population.ts'
import type { DeskStanding, ThreatStanding } from './threat.ts'

/** A tally's memory: plain JSON, whose shape belongs to `tallies/`. */
export type TallyState = object

/**
 * All that judgement remembers of one entity: one row of the store. Judgement receives it, changes it in place
 * and names it in the commit. Plain JSON: a round trip through the store changes nothing.
 */
export interface EntityState {
  /** `account:acct:1`, `hashtag:news`, `url:https://…`, `target:acct:5`, `rule:incitement`, `campaign:campaign-1`. */
  key: string
  account?: AccountFacts
  hashtag?: HashtagFacts
  brake?: BrakeFacts
  campaign?: CampaignStanding
  threat?: ThreatStanding
  order?: OrderStanding
  request?: RequestStanding
  /** Only under the key `threat-desk`: what it has open. */
  desk?: DeskStanding
  /** Under `evidence:<id>`: what was preserved. Its snapshot stands in the row alone. */
  evidence?: Evidence
  /** Under `holds:<scope>`: what forbids deletion there, lifted and lapsed ones included. */
  holds?: Hold[]
  /** Under `decision:<id>`: a decision that fell on somebody, and what it did. */
  decision?: DecisionRecord
  /** Under `job:<id>`. */
  job?: JobStanding
  /** Under `proposal:<id>`. */
  proposal?: Proposal
  /** Only under the key `installation`: what is in force at this point of the stream. */
  installation?: { pack: string; weights?: unknown }
  /** Only under the key `population`: how common values are among all accounts. */
  population?: PopulationState
  /** Tally name → state. */
  tallies: Record<string, TallyState>
}

export const INSTALLATION_KEY = 'installation'
export const DESK_KEY = 'threat-desk'

export const stateKey = {
  account: (id: string) => `account:${id}`,
  hashtag: (tag: string) => `hashtag:${tag}`,
  url: (url: string) => `url:${url}`,
  target: (id: string) => `target:${id}`,
  rule: (id: string) => `rule:${id}`,
  campaign: (id: string) => `campaign:${id}`,
  threat: (id: string) => `threat:${id}`,
  order: (id: string) => `order:${id}`,
  request: (id: string) => `request:${id}`,
  evidence: (id: string) => `evidence:${id}`,
  holds: (scope: HoldScope) => `holds:${scopeKey(scope)}`,
  decision: (id: string) => `decision:${id}`,
  job: (id: string) => `job:${id}`,
  proposal: (id: string) => `proposal:${id}`,
}
