import type { Decision } from '../api/types.ts'

/** By which means it was found and decided stands in the detail; in a list it would be the same in every row. */
const MEANS = /\s*(?:Automated means found it|Somebody reported it to us)\..*$/s

/** The finding in plain words, as the statement gives it; where there is none, the first sentence of how the decision came about. */
export function reasonOf({ statement, why }: Pick<Decision, 'statement' | 'why'>): string {
  const facts = statement.decision_facts.replace(/^Facts: /, '').replace(MEANS, '')
  return facts === '' ? (why[0] ?? '') : facts
}
