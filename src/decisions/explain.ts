import type { Policy } from '../model/policy.ts'
import type { Proposal } from './propose.ts'

/*
 * Why a decision came out as it did, one sentence each, for reviewers and auditors. Statements to the person concerned are written in
 * statement.ts.
 */

const SENTENCES_MAX = 32

/** Proposals in their order of precedence, the leading one first. */
export function explain(
  proposals: Proposal[],
  policies: ReadonlyMap<string, Policy>,
  gaps: readonly string[],
): string[] {
  return [
    ...proposals.map(proposed),
    leading(proposals, policies),
    ...proposals.flatMap(held),
    ...(gaps.length === 0 ? [] : [`Not known: ${gaps.join(', ')}.`]),
  ].slice(-SENTENCES_MAX)
}

const proposed = ({ match: { rule } }: Proposal): string =>
  `Rule ${rule.id} matched: ${rule.verdict} under ${rule.policy}.`

function leading([first, ...others]: Proposal[], policies: ReadonlyMap<string, Policy>): string {
  const { policy, id } = first!.match.rule
  const rivals = others.filter(({ verdict }) => verdict === first!.verdict)
  const rest = others.length - rivals.length
  const strongest = rest === 0 ? '' : ` ${first!.verdict} is stronger than the verdict of ${rules(rest)}.`
  if (rivals.length === 0) return `${policy} leads, by rule ${id}.${strongest}`
  const precedence = policies.get(policy)?.precedence ?? 0
  const tie = rivals.some(
    ({ match: { rule } }) => (policies.get(rule.policy)?.precedence ?? 0) === precedence,
  )
  const how = tie ? 'and, among equals, its place in the pack' : `over ${rules(rivals.length)}`
  return `${policy} leads by precedence ${precedence} ${how}.${strongest}`
}

const rules = (count: number): string => (count === 1 ? 'one other rule' : `${count} other rules`)

function held({ held, match: { rule } }: Proposal): string[] {
  switch (held) {
    case null:
      return []
    case 'brake':
      return [
        `The brake held rule ${rule.id} back: ${rule.brake?.perHour ?? 0} restrictions in this hour of event time are its limit. A person decides.`,
      ]
    case 'company':
      return [
        `Rule ${rule.id} was held back: it rests on whom the account resembles or keeps company with, and nothing it did itself. A person decides.`,
      ]
  }
}
