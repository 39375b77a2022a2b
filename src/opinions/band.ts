import { SCORED_POLICIES, type ScoredPolicy } from '../model/policy-id.ts'
import type { Reading } from '../model/reading.ts'
import type { Plan } from '../rules/rules.ts'

/** From `from` on, and below `to`, our own score leaves the verdict open. */
export interface Bounds {
  from: number
  to: number
}

export interface Band extends Bounds {
  /** Bounds of their own for some policies. */
  policies: Partial<Record<ScoredPolicy, Bounds>>
}

/** From where the default pack's lowest reviews begin to where its restrictions do. */
export const BAND_DEFAULT: Band = { from: 0.3, to: 0.8, policies: {} }

/**
 * The policies about which a second opinion is worth its price: our own score lies in the band, and some running rule or tally of the plan
 * names the opinion. A score that is missing is a gap, and opens nothing. Pure. (docs/spec/opinions.md, Q1 and Q2)
 */
export function openPolicies(plan: Plan, { scores }: Reading, band: Band): ScoredPolicy[] {
  const named = policiesNamed(plan)
  return SCORED_POLICIES.filter((policy) => {
    const score = scores[policy]
    const { from, to } = band.policies[policy] ?? band
    return score !== undefined && score >= from && score < to && named.has(policy)
  })
}

const namedBy = new WeakMap<Plan, ReadonlySet<ScoredPolicy>>()

/** Policies whose `opinion` or `translation` signal a running rule or a kept tally looks at. */
export function policiesNamed(plan: Plan): ReadonlySet<ScoredPolicy> {
  let named = namedBy.get(plan)
  if (named === undefined) {
    const signals = new Set<string>()
    for (const { rules, tallies } of plan.tables.values()) {
      for (const { condition } of rules) for (const signal of condition.signals) signals.add(signal)
      for (const tally of tallies) for (const signal of tally.signals) signals.add(signal)
    }
    named = new Set(
      SCORED_POLICIES.filter(
        (policy) => signals.has(`opinion.${policy}`) || signals.has(`translation.${policy}`),
      ),
    )
    namedBy.set(plan, named)
  }
  return named
}
