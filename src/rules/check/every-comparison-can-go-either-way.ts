import { SIGNALS } from '../catalogue.ts'
import { type Comparison, comparisonIn } from '../comparison.ts'
import { type Condition, walk } from '../condition.ts'
import type { Written } from '../fields.ts'
import { didYouMean } from '../problems.ts'
import type { Fault } from '../source.ts'
import type { Check } from './check.ts'

/** A probability is never above 1, and a stance is never "assert": such a comparison is a slip of the pen. */
export function everyComparisonCanGoEitherWay(check: Check): void {
  for (const { when, condition } of check.draft.rules) inspect(check, when, condition)
  for (const { where, condition } of check.draft.tallies) if (where !== null) inspect(check, where, condition)
}

function inspect({ reportWithin }: Check, text: Written<string>, condition: Condition | null): void {
  if (condition === null) return
  walk(condition.ast, (node) => {
    const comparison = comparisonIn(node)
    const fault = comparison === null ? null : faultOf(comparison)
    if (fault !== null) reportWithin(text, comparison!.start, fault)
    return true
  })
}

function faultOf(comparison: Comparison): Fault | null {
  const signal = SIGNALS.get(comparison.signal)
  if (signal === undefined) return null
  if (comparison.kind === 'number') return outOfRange(comparison, signal.range)
  const words = comparison.kind === 'among' ? comparison.constants : [comparison.constant]
  const wrong = signal.values && words.find((word) => !signal.values!.includes(word))
  if (wrong === undefined) return null
  return { message: `${signal.name} is never "${wrong}"`, hint: didYouMean(wrong, signal.values!) }
}

function outOfRange(
  { signal, constant, op }: Comparison & { kind: 'number' },
  range: readonly [number, number] | undefined,
): Fault | null {
  if (range === undefined) return null
  const [least, most] = range
  const beyond =
    constant > most ||
    constant < least ||
    (constant === most && op === '>') ||
    (constant === least && op === '<')
  if (!beyond) return null
  const limits = most === Infinity ? `is ${least} or more` : `lies between ${least} and ${most}`
  return {
    message: `${signal} ${limits}: "${op} ${constant}" never changes`,
    hint: most === 1 ? 'probabilities are written 0.8, not 80' : 'choose a number it can reach',
  }
}
