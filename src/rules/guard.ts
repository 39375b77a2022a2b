import type { ASTNode } from '@marcbachmann/cel-js'
import { groupOf } from './catalogue.ts'
import type { Names } from './cel/compile.ts'
import { comparisonIn } from './comparison.ts'
import { type Scope, UNKNOWN, type Unknown } from './scope.ts'

/**
 * `signal >= least` as a part of a condition's outermost `&&`: below it the condition is false whatever the rest says, for
 * in CEL a false part outweighs unknowns and errors.
 */
export interface Guard {
  signal: string
  least: number
  raw(scope: Scope): number | Unknown
}

/**
 * Groups by how rarely their numbers are high, best first. Opinions are mostly unknown, and an unknown keeps no rule from running. Tallies
 * last: they cost most to read.
 */
const PREFERRED = ['reading', 'hashtag', 'campaign', 'lineage', 'account', 'opinion', 'translation', 'tally']

/** The most selective guard of a condition, or null where it has none. */
export function guardOf(ast: ASTNode, names: Names<Scope>): Guard | null {
  let best: Guard | null = null
  for (const part of conjuncts(ast)) {
    const guard = guardIn(part, names)
    if (guard !== null && (best === null || isBetter(guard, best))) best = guard
  }
  return best
}

const conjuncts = (node: ASTNode): ASTNode[] => (node.op === '&&' ? node.args.flatMap(conjuncts) : [node])

function guardIn(node: ASTNode, names: Names<Scope>): Guard | null {
  const comparison = comparisonIn(node)
  if (comparison?.kind !== 'number' || !['>', '>=', '=='].includes(comparison.op)) return null
  const variable = names(comparison.signal)
  if (variable === undefined || (variable.kind !== 'double' && variable.kind !== 'int')) return null
  return { signal: comparison.signal, least: comparison.constant, raw: variable.raw }
}

function isBetter(left: Guard, right: Guard): boolean {
  const a = PREFERRED.indexOf(groupOf(left.signal))
  const b = PREFERRED.indexOf(groupOf(right.signal))
  return a === b ? left.least > right.least : a < b
}

/** Rules that wait behind one signal, lowest threshold first: one look at the signal tells how many need to run. */
export interface GuardedRules<R> {
  raw(scope: Scope): number | Unknown
  least: Float64Array
  rules: R[]
}

/** Sorts rules by their guards; those without one are `open` and always run. */
export function behindGuards<R extends { guard: Guard | null }>(
  rules: R[],
): { guarded: GuardedRules<R>[]; open: R[] } {
  const bySignal = new Map<string, R[]>()
  const open: R[] = []
  for (const rule of rules) {
    if (rule.guard === null) {
      open.push(rule)
      continue
    }
    const waiting = bySignal.get(rule.guard.signal)
    if (waiting === undefined) bySignal.set(rule.guard.signal, [rule])
    else waiting.push(rule)
  }
  const guarded = [...bySignal.values()].map((waiting): GuardedRules<R> => {
    const sorted = [...waiting].sort((a, b) => a.guard!.least - b.guard!.least)
    return {
      raw: sorted[0]!.guard!.raw,
      least: Float64Array.from(sorted, ({ guard }) => guard!.least),
      rules: sorted,
    }
  })
  return { guarded, open }
}

/** How many of the rules behind a guard have to run: all of them where the signal is unknown. */
export function admitted<R>({ raw, least, rules }: GuardedRules<R>, scope: Scope): number {
  const value = raw(scope)
  if (value === UNKNOWN) return rules.length
  let count = 0
  while (count < least.length && least[count]! <= value) count += 1
  return count
}
