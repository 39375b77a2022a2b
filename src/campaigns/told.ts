import { sha256 } from '../lib/hash.ts'
import type { CampaignSuspected } from '../model/event.ts'
import type { Millis } from '../model/ids.ts'
import { CAMPAIGNS_MAX, MEMBERS_MAX, TRACES_OF_CAMPAIGN_MAX } from './bounds.ts'
import type { Sign } from './script.ts'
import type { Timeline } from './timeline.ts'
import type { TraceKind } from './traces.ts'

export type Status = CampaignSuspected['campaign']['status']

/** What a campaign event carries beside the row: why it is thought coordinated. Plain JSON; a reviewer reads it, and the watch after a start. */
export interface Evidence {
  detectedAt: string
  lastSeen: string
  /** Pairs of members that acted together, how many would have by chance, and the ratio. */
  pairs: number
  expected: number
  odds: number
  signs: Sign[]
  profile: {
    read: number
    forbidden: number
    policies: Record<string, number>
    closed: number
    concerns: boolean
  }
  /** Language → posts, of the last day. */
  languages: Record<string, number>
  deleted: number
  traces: { kind: TraceKind; key: number; label: string; accounts: number }[]
  timeline: Timeline
  /** The campaign that took this one in. */
  mergedInto?: string
}

/** A campaign as it was last told. Between two tellings nothing here changes. */
export interface Told {
  id: string
  status: Status
  degree: number
  firstSeen: Millis
  lastSeen: Millis
  toldAt: Millis
  hashtags: string[]
  urls: string[]
  /** Account → degree, strongest first. */
  members: Map<string, number>
  posts: number
  advice: string[]
  bursts: { tag: string; burst: number; newAccounts: number }[]
  evidence: Evidence
}

/** What is known of campaigns: exactly what was told of them, so that the log alone brings it back. */
export class Register {
  readonly #campaigns = new Map<string, Told>()
  readonly #byTrace = new Map<number, string>()
  readonly #ahead = new Set<string>()

  /** What was told before the part of the log that is read. `ahead`: what it says stands further on in it, and holds only from there. */
  recall(told: Told, ahead: boolean): void {
    this.put(told)
    if (ahead) this.#ahead.add(told.id)
  }

  /** Known to be one, and not yet how it stands: of it nothing is told until the log has said. */
  isAhead(id: string): boolean {
    return this.#ahead.has(id)
  }

  get all(): Iterable<Told> {
    return this.#campaigns.values()
  }

  get(id: string): Told | undefined {
    return this.#campaigns.get(id)
  }

  ofTrace(key: number): Told | undefined {
    const id = this.#byTrace.get(key)
    return id === undefined ? undefined : this.#campaigns.get(id)
  }

  put(told: Told): void {
    this.#drop(told.id)
    this.#campaigns.set(told.id, told)
    for (const { key } of told.evidence.traces) this.#byTrace.set(key, told.id)
    if (this.#campaigns.size > CAMPAIGNS_MAX) this.#drop(this.#campaigns.keys().next().value!)
  }

  /** What the log says was told: by us before a stop, or by a reviewer since. The later of two tellings stands. */
  learn(told: Told): void {
    const known = this.#campaigns.get(told.id)
    if (known === undefined || known.toldAt < told.toldAt || this.#ahead.has(told.id)) this.put(told)
  }

  #drop(id: string): void {
    const told = this.#campaigns.get(id)
    if (told === undefined) return
    this.#campaigns.delete(id)
    this.#ahead.delete(id)
    for (const { key } of told.evidence.traces) if (this.#byTrace.get(key) === id) this.#byTrace.delete(key)
  }
}

/** An id that follows from what the campaign was first known by. */
export const campaignId = (key: number, firstSeen: Millis): string =>
  `campaign-${sha256(`${key}:${firstSeen}`).slice(0, 12)}`

/** The row an event carries. */
export function rowOf(told: Told): CampaignSuspected['campaign'] {
  return {
    id: told.id,
    degree: told.degree,
    status: told.status,
    hashtags: told.hashtags,
    urls: told.urls,
    members: [...told.members].slice(0, MEMBERS_MAX).map(([account, degree]) => ({ account, degree })),
    firstSeen: new Date(told.firstSeen).toISOString(),
    detectedAt: told.evidence.detectedAt,
    posts: told.posts,
    advice: told.advice,
    bursts: told.bursts,
    evidence: { ...told.evidence, traces: told.evidence.traces.slice(0, TRACES_OF_CAMPAIGN_MAX) },
  }
}

/** The other way round. Null where the event carries no evidence of ours. */
export function toldOf({ at, campaign }: Pick<CampaignSuspected, 'at' | 'campaign'>): Told | null {
  const evidence = campaign.evidence as Evidence | undefined
  if (evidence?.timeline === undefined || !Array.isArray(evidence.traces)) return null
  return {
    id: campaign.id,
    status: campaign.status,
    degree: campaign.degree,
    firstSeen: Date.parse(campaign.firstSeen),
    lastSeen: Date.parse(evidence.lastSeen),
    toldAt: Date.parse(at),
    hashtags: campaign.hashtags,
    urls: campaign.urls,
    members: new Map(campaign.members.map(({ account, degree }) => [account, degree])),
    posts: campaign.posts,
    advice: campaign.advice,
    bursts: campaign.bursts ?? [],
    evidence,
  }
}
