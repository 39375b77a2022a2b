import type { Condition } from '../condition.ts'
import type { Written } from '../fields.ts'
import type { Check } from './check.ts'

/** Syntax, names and types. What passes is parsed from here on. */
export function everyConditionMakesSense(check: Check): void {
  for (const tally of check.draft.tallies)
    tally.condition = tally.where === null ? null : parsed(check, tally.where)
  for (const rule of check.draft.rules) rule.condition = parsed(check, rule.when)
  for (const { where, condition } of check.draft.tallies) {
    const other = condition?.signals.find((signal) => signal.startsWith('tally.'))
    if (where !== null && other !== undefined)
      check.report(where.spot, {
        message: `a tally cannot lean on another (${other})`,
        hint: 'put the comparison into the rule instead',
      })
  }
}

function parsed({ parse, reportWithin }: Check, text: Written<string>): Condition | null {
  const result = parse(text.value)
  if (result.ok) return result.condition
  for (const { start, message, hint } of result.faults) reportWithin(text, start, { message, hint })
  return null
}
