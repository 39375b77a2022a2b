import { SCORED_POLICIES, type ScoredPolicy } from '../model/policy-id.ts'
import type { Scores } from '../model/reading.ts'

/** A member of parsed JSON by its own name; never one that JavaScript keeps for itself. */
export const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined

export const isShare = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 1

/** 4 places, so that a score survives JSON unchanged. */
export const roundScore = (score: number): number => Math.round(score * 10_000) / 10_000

export const isScored = (policy: string): policy is ScoredPolicy =>
  (SCORED_POLICIES as readonly string[]).includes(policy)

/** What a provider calls things → the policies they speak of. */
export type PolicyMap = Readonly<Record<string, readonly ScoredPolicy[]>>

export const policiesOf = (map: PolicyMap): ReadonlySet<ScoredPolicy> => new Set(Object.values(map).flat())

/** The highest score among a policy's names, for the policies asked about; those without any are left out. */
export function scoresFrom(
  map: PolicyMap,
  asked: ReadonlySet<string>,
  scoreOf: (name: string) => unknown,
): Scores {
  const scores: Scores = {}
  for (const [name, policies] of Object.entries(map)) {
    const score = scoreOf(name)
    if (!isShare(score)) continue
    for (const policy of policies)
      if (asked.has(policy)) scores[policy] = Math.max(scores[policy] ?? 0, roundScore(score))
  }
  return scores
}
