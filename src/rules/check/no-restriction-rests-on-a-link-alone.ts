import type { ASTNode } from '@marcbachmann/cel-js'
import type { ActionKind } from '../../model/decision.ts'
import { CONTENT_GROUPS, groupOf } from '../catalogue.ts'
import { pathsIn } from '../reach.ts'
import { restsOn } from '../rests-on.ts'
import type { Check } from './check.ts'

const TAKING: readonly ActionKind[] = ['suspend', 'remove', 'hide', 'limit']
const COMPANY_GROUPS: readonly string[] = ['lineage', 'campaign', 'hashtag']

/**
 * Whom an account resembles and whom it keeps company with may bring it before a person, never before a machine that takes something
 * away (invariant 5). Every way for the condition to be true has to pass something the account itself said or did.
 */
export function noRestrictionRestsOnALinkAlone({ draft, report }: Check): void {
  for (const { condition, actions, when } of draft.rules) {
    const taking = actions?.find(({ value }) => TAKING.includes(value))
    if (condition === null || taking === undefined) continue
    const keepsCompany = condition.signals.some((signal) => COMPANY_GROUPS.includes(groupOf(signal)))
    if (keepsCompany && !restsOn(condition.ast, isContent))
      report(when.spot, {
        message: `"${taking.value}" would rest on a link or a graph alone`,
        hint: 'add what the account itself wrote or did, or queue it: "verdict: review", "actions: [queue]"',
      })
  }
}

const isContent = (part: ASTNode): boolean =>
  pathsIn(part).some((signal) => CONTENT_GROUPS.has(groupOf(signal)))
