import { OTHER_POLICIES, SCORED_POLICIES } from '../../model/policy-id.ts'
import { didYouMean } from '../problems.ts'
import type { Check } from './check.ts'

/** A decision must be able to say which policy it rests on (invariant 2). */
export function everyPolicyIsDeclared({ draft, policies, report }: Check): void {
  const builtIn: readonly string[] = [...SCORED_POLICIES, ...OTHER_POLICIES]
  for (const { policy } of draft.rules) {
    if (policies.has(policy.value)) continue
    const hint = builtIn.includes(policy.value)
      ? 'declare it under policies: with a title, prose and precedence'
      : didYouMean(policy.value, policies)
    report(policy.spot, { message: `unknown policy "${policy.value}"`, hint })
  }
  for (const { bank, spot } of draft.banks)
    if (bank.policy !== null && !policies.has(bank.policy))
      report(spot, {
        message: `bank "${bank.id}" names an unknown policy "${bank.policy}"`,
        hint: didYouMean(bank.policy, policies),
      })
}
