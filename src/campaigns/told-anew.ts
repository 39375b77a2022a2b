import { MEMBERS_MAX, TRACES_OF_CAMPAIGN_MAX } from './bounds.ts'
import type { Telling } from './standing.ts'
import { evidenceOf } from './standing.ts'
import type { Timeline } from './timeline.ts'
import type { Evidence } from './told.ts'

/*
 * Campaigns that people joined or divided are told anew, as the watch itself would tell them: so the watch learns of it from the log, and
 * what it sees next belongs where people put it. (docs/spec/campaigns.md, V5, V6)
 */

const HASHTAGS_MAX = 64
const ADVICE_MAX = 64

/** The one that is taken in ends; the other has the members, hashtags, posts and traces of both. Each trace counts once. */
export function mergedTellings(part: Telling, whole: Telling): [part: Telling, whole: Telling] {
  const evidence = evidenceOf(part)
  return [
    {
      ...part,
      status: 'over',
      advice: [],
      ...(part.evidence !== undefined && { evidence: { ...evidence, mergedInto: whole.id, traces: [] } }),
    },
    {
      ...whole,
      degree: Math.max(part.degree, whole.degree),
      hashtags: union(whole.hashtags, part.hashtags).slice(0, HASHTAGS_MAX),
      urls: union(whole.urls, part.urls).slice(0, HASHTAGS_MAX),
      members: mergedMembers(whole.members, part.members),
      firstSeen: part.firstSeen < whole.firstSeen ? part.firstSeen : whole.firstSeen,
      posts: part.posts + whole.posts,
      advice: union(whole.advice, part.advice).slice(0, ADVICE_MAX),
      ...(whole.evidence !== undefined && { evidence: mergedEvidence(evidenceOf(whole), evidence) }),
    },
  ]
}

const union = (left: string[], right: string[]): string[] => [...new Set([...left, ...right])]

function mergedMembers(left: Telling['members'], right: Telling['members']): Telling['members'] {
  const degrees = new Map(left.map(({ account, degree }) => [account, degree]))
  for (const { account, degree } of right) degrees.set(account, Math.max(degree, degrees.get(account) ?? 0))
  return [...degrees]
    .map(([account, degree]) => ({ account, degree }))
    .sort((a, b) => b.degree - a.degree || (a.account < b.account ? -1 : 1))
    .slice(0, MEMBERS_MAX)
}

function mergedEvidence(whole: Partial<Evidence>, part: Partial<Evidence>): Partial<Evidence> {
  const traces = new Map((whole.traces ?? []).map((trace) => [trace.key, trace]))
  for (const trace of part.traces ?? []) if (!traces.has(trace.key)) traces.set(trace.key, trace)
  return {
    ...whole,
    traces: [...traces.values()].slice(0, TRACES_OF_CAMPAIGN_MAX),
    languages: summed(whole.languages ?? {}, part.languages ?? {}),
    deleted: (whole.deleted ?? 0) + (part.deleted ?? 0),
    ...(whole.timeline !== undefined && {
      timeline: part.timeline === undefined ? whole.timeline : mergedTimelines(whole.timeline, part.timeline),
    }),
  }
}

function summed(left: Record<string, number>, right: Record<string, number>): Record<string, number> {
  const sums = new Map(Object.entries(left))
  for (const [name, count] of Object.entries(right)) sums.set(name, (sums.get(name) ?? 0) + count)
  return Object.fromEntries(sums)
}

/** Slot by slot. Of timelines that do not share their step, the other's posts are only counted. */
function mergedTimelines(left: Timeline, right: Timeline): Timeline {
  const stepMs = left.stepMinutes * 60_000
  if (right.stepMinutes !== left.stepMinutes) return { ...left, earlier: left.earlier + total(right) }
  const [from, other] = [Date.parse(left.from), Date.parse(right.from)]
  const start = Math.min(from, other)
  const posts: number[] = []
  for (const { at, counts } of [
    { at: from, counts: left.posts },
    { at: other, counts: right.posts },
  ]) {
    const offset = Math.round((at - start) / stepMs)
    counts.forEach((count, index) => {
      posts[offset + index] = (posts[offset + index] ?? 0) + count
    })
  }
  const dense = Array.from(posts, (count) => count ?? 0)
  const kept = dense.slice(-SLOTS_MAX)
  const cut = dense.slice(0, dense.length - kept.length)
  return {
    from: new Date(start + cut.length * stepMs).toISOString(),
    stepMinutes: left.stepMinutes,
    posts: kept,
    earlier: left.earlier + right.earlier + cut.reduce((sum, count) => sum + count, 0),
  }
}
/** A week of quarter hours, as the watch keeps. */
const SLOTS_MAX = 7 * 24 * 4

const total = ({ posts, earlier }: Timeline): number => posts.reduce((sum, count) => sum + count, earlier)

/**
 * The part that goes is a campaign of its own: of its hashtags, addresses and posts no more is known than that they are the whole's. Its traces
 * stay with the whole, for a trace belongs to one campaign; what the part does next, the watch knows by its members.
 */
export function splitTellings(
  whole: Telling,
  accounts: readonly string[],
  id: string,
  at: string,
): [rest: Telling, part: Telling] {
  const going = new Set(accounts)
  const evidence = evidenceOf(whole)
  return [
    { ...whole, members: whole.members.filter(({ account }) => !going.has(account)) },
    {
      ...whole,
      id,
      status: 'suspected',
      members: whole.members.filter(({ account }) => going.has(account)),
      detectedAt: at,
      advice: [],
      bursts: [],
      ...(whole.evidence !== undefined && {
        evidence: { ...evidence, detectedAt: at, traces: [], pairs: 0, expected: 0, odds: 0 },
      }),
    },
  ]
}
