import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256 } from '../lib/hash.ts'
import type { Campaign, CampaignStanding } from '../model/campaign.ts'
import type { CampaignSuspected } from '../model/event.ts'
import type { Evidence } from './told.ts'

/*
 * What the watch tells of a campaign, and what people decided about it, are kept apart: a telling never takes back a finding, and a
 * finding never hides what is told. What the world sees is made of both. (docs/spec/campaigns.md, V1 to V8)
 */

export type Telling = CampaignSuspected['campaign']

export const newStanding = (): CampaignStanding => ({
  told: null,
  toldAt: 0,
  finding: null,
  dismissedOn: null,
  watched: false,
  joined: 0,
  mergedInto: null,
  given: [],
  acts: [],
})

/** So many that join a watched campaign mean that it stirs. */
export const JOINED_MIN = 3

export function statusOf({ told, finding, watched, mergedInto }: CampaignStanding): Campaign['status'] {
  if (mergedInto !== null) return 'over'
  if (finding === 'dismissed') return 'dismissed'
  if (told?.status === 'over') return 'over'
  if (watched) return 'watched'
  return finding === 'confirmed' ? 'confirmed' : 'suspected'
}

/** Members without those whom people split off. */
export function membersOf({ told, given }: CampaignStanding): Campaign['members'] {
  if (told === null || given.length === 0) return told?.members ?? []
  const gone = new Set(given.map(([account]) => account))
  return told.members.filter(({ account }) => !gone.has(account))
}

/** The row of a campaign that was told. What is dismissed, over or part of another gets no advice. */
export function campaignRow(standing: CampaignStanding & { told: Telling }): Campaign {
  const { told, toldAt } = standing
  const status = statusOf(standing)
  return {
    id: told.id,
    firstSeen: told.firstSeen,
    detectedAt: told.detectedAt ?? new Date(toldAt).toISOString(),
    status,
    degree: told.degree,
    hashtags: told.hashtags,
    urls: told.urls,
    members: membersOf(standing),
    posts: told.posts,
    advice: status === 'over' || status === 'dismissed' ? [] : told.advice,
  }
}

/** Takes in what the watch tells now, in place. True when a campaign that people had found to be one stirs again. */
export function takeTelling(standing: CampaignStanding, telling: Telling, at: number): boolean {
  const before = standing.told
  if (standing.finding === 'dismissed' && isOther(standing, telling)) {
    standing.finding = null
    standing.dismissedOn = null
  }
  if (standing.watched && before !== null) standing.joined += countJoined(before, telling)
  standing.told = telling
  standing.toldAt = at
  const over = telling.status === 'over' || standing.mergedInto !== null
  const awake = before?.status === 'over' && !over && standing.finding !== 'dismissed'
  const stirs = !over && isFound(standing) && (awake || standing.joined >= JOINED_MIN)
  if (stirs) {
    standing.watched = false
    standing.joined = 0
    for (const act of standing.acts) act.began = false
  }
  return stirs
}

const isFound = ({ finding, watched }: CampaignStanding): boolean => finding === 'confirmed' || watched

function countJoined(before: Telling, { members }: Telling): number {
  const known = new Set(before.members.map(({ account }) => account))
  return members.filter(({ account }) => !known.has(account)).length
}

export const evidenceOf = (telling: Telling | null): Partial<Evidence> =>
  (telling?.evidence ?? {}) as Partial<Evidence>

/** A dismissed campaign is looked at again when most of what it is told on was not there then, or when it has become about what is forbidden. */
function isOther({ dismissedOn }: CampaignStanding, telling: Telling): boolean {
  const { traces = [], profile } = evidenceOf(telling)
  if (profile?.concerns === true && dismissedOn?.concerns !== true) return true
  const known = new Set(dismissedOn?.traces)
  return traces.filter(({ key }) => !known.has(key)).length > traces.length / 2
}

/** What a dismissal rests on. */
export function groundsOf(telling: Telling | null): NonNullable<CampaignStanding['dismissedOn']> {
  const { traces = [], profile } = evidenceOf(telling)
  return { traces: traces.map(({ key }) => key), concerns: profile?.concerns ?? false }
}

/** Stands for all that is known of the campaign: whoever decides on less is told to look again. */
export const basisOf = (standing: CampaignStanding): string => sha256(canonicalJson(standing)).slice(0, 24)
