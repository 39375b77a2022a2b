import type { ParsedNode } from 'yaml'
import type { PolicyId } from '../../model/policy-id.ts'
import type { ConditionParser } from '../condition.ts'
import type { PackDraft } from '../draft.ts'
import type { Written } from '../fields.ts'
import type { PackProblem } from '../problems.ts'
import type { Existence } from '../reach.ts'
import { type Fault, problemAt, type Spot, spotWithin } from '../source.ts'

/** What a validator gets: the draft, what it needs to know of names, and where to report. */
export interface Check {
  draft: PackDraft
  policies: ReadonlySet<PolicyId>
  existence: Existence
  parse: ConditionParser
  report(spot: Spot, fault: Fault): void
  /** Texts something was found in already: what follows from a slip need not be told as well. */
  spoiled: Set<Written<string>>
  /** Reports at character `index` of a text's value. */
  reportWithin(text: Written<string>, index: number, fault: Fault): void
}

export const checkOf = (
  draft: PackDraft,
  names: Pick<Check, 'policies' | 'existence' | 'parse'>,
  problems: PackProblem[],
): Check => {
  const spoiled = new Set<Written<string>>()
  return {
    draft,
    ...names,
    spoiled,
    report: (spot, fault) => problems.push(problemAt(spot, fault)),
    reportWithin(text, index, fault) {
      spoiled.add(text)
      problems.push(problemAt(spotWithin(text.spot.source, text.node as ParsedNode, index), fault))
    },
  }
}
