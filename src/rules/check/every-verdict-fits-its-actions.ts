import type { ActionKind } from '../../model/decision.ts'
import type { RuleDraft } from '../draft.ts'
import type { Written } from '../fields.ts'
import type { Check } from './check.ts'

/** What only looks, as against what takes something from somebody. */
const LOOKING: readonly ActionKind[] = ['queue', 'escalate', 'label', 'discount-trend']

/** A restriction does something, and nothing is done without one: rules say plainly how far they go. */
export function everyVerdictFitsItsActions({ draft, report }: Check): void {
  for (const rule of draft.rules) {
    if (rule.actions === null) continue
    fitsVerdict(rule, rule.actions, report)
    const labels = rule.actions.find(({ value }) => value === 'label')
    if (labels !== undefined && rule.label === null)
      report(labels.spot, {
        message: 'the action "label" needs a label',
        hint: 'add "label: name-of-the-label"',
      })
    if (labels === undefined && rule.label !== null)
      report(rule.label.spot, {
        message: '"label" is given but the rule does not put it on',
        hint: 'add label to its actions',
      })
  }
}

function fitsVerdict(
  { verdict, spot, strikes }: RuleDraft,
  actions: Written<ActionKind>[],
  report: Check['report'],
): void {
  const restricting = actions.find(({ value }) => !LOOKING.includes(value))
  switch (verdict.value) {
    case 'allow':
      if (actions.length > 0)
        report(actions[0]!.spot, {
          message: 'a rule that allows has no actions',
          hint: 'remove them, or choose review or restrict',
        })
      break
    case 'review':
      if (actions.length === 0)
        report(verdict.spot, {
          message: 'a review without an action reaches nobody',
          hint: 'add "actions: [queue]"',
        })
      if (restricting !== undefined)
        report(restricting.spot, {
          message: `"${restricting.value}" restricts, but the verdict is review`,
          hint: 'write "verdict: restrict", or leave the action out',
        })
      break
    case 'restrict':
      if (restricting === undefined)
        report(spot, {
          message: 'a rule that restricts needs an action that does',
          hint: 'add hide, limit, warn, remove or suspend, or write "verdict: review"',
        })
      break
  }
  if (strikes !== null && strikes.value > 0 && verdict.value !== 'restrict')
    report(strikes.spot, {
      message: 'strikes come with restrictions only',
      hint: 'write "verdict: restrict", or leave strikes out',
    })
}
