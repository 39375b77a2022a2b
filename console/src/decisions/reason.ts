import type { Decision } from '../api/types.ts'

/** The finding in plain words, as the statement gives it; where there is none, the first sentence of how the decision came about. */
export function reasonOf({ statement, why }: Pick<Decision, 'statement' | 'why'>): string {
  const facts = statement.decision_facts.replace(/^Facts: /, '')
  return facts === '' ? (why[0] ?? '') : facts
}
