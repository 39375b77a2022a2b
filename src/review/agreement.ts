import type { FindingRow } from '../model/desk.ts'

/*
 * How far two people agree who looked at the same without knowing of each other, beyond what chance would give (J. Cohen, "A coefficient of agreement
 * for nominal scales", Educational and Psychological Measurement 20, 1960). (docs/spec/review.md, A2)
 */

export interface Agreement {
  pairs: number
  /** Share of pairs that agree. */
  observed: number
  /** Null where chance alone would give all of it, or nothing was looked at twice. */
  kappa: number | null
}

/** Of pairs of answers. */
export function kappaOf(pairs: readonly (readonly [string, string])[]): Agreement {
  const n = pairs.length
  if (n === 0) return { pairs: 0, observed: 0, kappa: null }
  const observed = pairs.filter(([a, b]) => a === b).length / n
  const answers = new Set(pairs.flat())
  let expected = 0
  for (const answer of answers)
    expected +=
      (pairs.filter(([a]) => a === answer).length / n) * (pairs.filter(([, b]) => b === answer).length / n)
  return { pairs: n, observed, kappa: expected >= 1 ? null : (observed - expected) / (1 - expected) }
}

/** What a finding answers: violations of different policies are different answers. */
export const answerOf = ({ finding, policy }: Pick<FindingRow, 'finding' | 'policy'>): string =>
  finding === 'violation' ? `violation ${policy ?? ''}` : finding

export interface Pair {
  first: FindingRow
  second: FindingRow
}

/** Deciding findings with the blind ones of somebody else. */
export function pairsOf(findings: readonly FindingRow[]): Pair[] {
  const first = new Map<string, FindingRow>()
  for (const row of findings)
    if (row.sample === null && row.finding !== 'need-more') first.set(row.decision, row)
  return findings.flatMap((second) => {
    const one = second.sample === null ? undefined : first.get(second.decision)
    return one === undefined || one.by === second.by || second.finding === 'need-more'
      ? []
      : [{ first: one, second }]
  })
}

export function agreementBy(
  pairs: readonly Pair[],
  key: (pair: Pair) => string,
): { value: string; agreement: Agreement }[] {
  const groups = new Map<string, [string, string][]>()
  for (const pair of pairs) {
    const value = key(pair)
    const group = groups.get(value) ?? []
    group.push([answerOf(pair.first), answerOf(pair.second)])
    groups.set(value, group)
  }
  return [...groups]
    .map(([value, group]) => ({ value, agreement: kappaOf(group) }))
    .sort((a, b) => (a.value < b.value ? -1 : 1))
}
