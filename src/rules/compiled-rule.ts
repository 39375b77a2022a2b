import type { AnyEventType } from '../model/event.ts'
import type { Rule } from '../model/policy.ts'
import { type Blame, blameOf } from './blame.ts'
import { compile, type Names, type Run, type Variable } from './cel/compile.ts'
import { Duration, formatDuration, formatTimestamp, Timestamp } from './cel/time.ts'
import { CelMap, Uint, type Value } from './cel/value.ts'
import type { Condition } from './condition.ts'
import { type Guard, guardOf } from './guard.ts'
import type { Existence } from './reach.ts'
import { type Scope, UNKNOWN } from './scope.ts'

/** A rule, ready to run. */
export interface CompiledRule {
  rule: Rule
  /** Place in the pack: matches come out in this order. */
  index: number
  condition: Condition
  /** True, false, unknown, or an error, which counts as unknown. */
  run: Run<Scope>
  /** A part of the condition that is cheap to test and without which it cannot hold. */
  guard: Guard | null
  /** Names what kept the condition from being decided. */
  blame: Blame
  signals: { name: string; variable: Variable<Scope>; on: readonly AnyEventType[] }[]
}

export function compileRule(
  rule: Rule,
  index: number,
  condition: Condition,
  names: Names<Scope>,
  existence: Existence,
): CompiledRule {
  const { ast, signals } = condition
  const used = signals.map((name) => ({ name, variable: names(name)!, on: existence(name) }))
  return {
    rule,
    index,
    condition,
    run: compile(ast, names),
    guard: guardOf(ast, names),
    blame: blameOf(ast, names, used),
    signals: used,
  }
}

const TEXT_KEPT_MAX = 200
const ITEMS_KEPT_MAX = 16

/** Values of all signals a condition names, as plain JSON: what a decision keeps of why. Long ones are cut. */
export function evidenceOf({ signals }: CompiledRule, scope: Scope): Record<string, unknown> {
  const evidence: Record<string, unknown> = {}
  for (const { name, variable } of signals) {
    const value = variable.raw(scope)
    if (value !== UNKNOWN) evidence[name] = plain(value as Value)
  }
  return evidence
}

function plain(value: Value): unknown {
  if (typeof value === 'string') return cut(value)
  if (typeof value === 'bigint') return Number(value)
  if (Array.isArray(value)) return value.slice(0, ITEMS_KEPT_MAX).map(plain)
  if (value instanceof CelMap)
    return Object.fromEntries(
      [...value.entries.values()].map((entry) => [String(entry.key), plain(entry.value)]),
    )
  if (value instanceof Timestamp) return formatTimestamp(value)
  if (value instanceof Duration) return formatDuration(value)
  return value instanceof Uint ? Number(value.value) : value
}

/** Cut without leaving half a character behind. */
const cut = (text: string): string =>
  text.length <= TEXT_KEPT_MAX ? text : `${text.slice(0, TEXT_KEPT_MAX).replace(/[\ud800-\udbff]$/, '')}…`
