import type { RuleDraft } from '../draft.ts'
import { contradictionIn } from '../possible.ts'
import { canHoldOn, inferredEvents } from '../reach.ts'
import { RULE_EVENT_TYPES } from '../signals/signal.ts'
import type { Check } from './check.ts'

/** A rule that can never fire protects nobody while it seems to. */
export function everyRuleCanFire(check: Check): void {
  for (const rule of check.draft.rules) {
    if (rule.condition === null || check.spoiled.has(rule.when)) continue
    if (everySignalExists(check, rule)) noContradiction(check, rule)
  }
}

/** False, once reported, where the rule names something that none of its events has. */
function everySignalExists({ existence, report }: Check, rule: RuleDraft): boolean {
  const { ast, signals } = rule.condition!
  const on = rule.on?.map(({ value }) => value) ?? RULE_EVENT_TYPES
  const spot = rule.on?.[0]?.spot ?? rule.when.spot
  const absent = signals.find((signal) => !existence(signal).some((type) => on.includes(type)))
  if (absent !== undefined) {
    report(spot, {
      message: `${absent} does not exist on ${on.join(', ')}: the rule can never fire`,
      hint: `it exists on ${existence(absent).join(', ')}`,
    })
    return false
  }
  if (on.some((type) => canHoldOn(ast, type, existence))) return true
  report(spot, {
    message: 'no event has all the signals the rule names: it can never fire',
    hint: 'split it by event type',
  })
  return false
}

function noContradiction({ existence, reportWithin }: Check, rule: RuleDraft): void {
  const condition = rule.condition!
  const on = rule.on?.map(({ value }) => value) ?? inferredEvents(condition, existence)
  const contradiction = contradictionIn(condition.ast, on)
  if (contradiction === null) return
  reportWithin(rule.when, contradiction.start, {
    message: `the rule can never fire: ${contradiction.reason}`,
    hint: 'two parts of it exclude each other, or one can never hold; write "mode: off" to switch a rule off',
  })
}
