import type { ASTNode } from '@marcbachmann/cel-js'
import { childrenOf, MACROS } from '../condition.ts'
import { LIST_MAX } from '../signals/signal.ts'
import type { Check } from './check.ts'

/** Steps a condition may take at the very most. At some 30 ns each, about 6 ms for the worst of events. */
const STEPS_MAX = 200_000

/** Loops over lists multiply: a stranger who fills every list must not stop the line. */
export function everyConditionEndsSoon({ draft, report }: Check): void {
  const conditions = [
    ...draft.rules.map(({ when, condition }) => ({ at: when.spot, condition })),
    ...draft.tallies.map(({ where, spot, condition }) => ({ at: where?.spot ?? spot, condition })),
  ]
  for (const { at, condition } of conditions) {
    const steps = condition === null ? 0 : stepsOf(condition.ast)
    if (steps > STEPS_MAX)
      report(at, {
        message: `the condition can take ${Math.round(steps).toLocaleString('en-US')} steps, more than ${STEPS_MAX.toLocaleString('en-US')}`,
        hint: 'loops within loops multiply; ask each list by itself',
      })
  }
}

/** Every node is a step; the body of a loop counts once for each element its list can have. */
export function stepsOf(node: ASTNode): number {
  const loops =
    node.op === 'rcall' && MACROS.includes(node.args[0]) && node.args[0] !== 'bind' && node.args[2].length > 1
  if (!loops) return childrenOf(node, NO_LOCALS).reduce((sum, [child]) => sum + stepsOf(child), 1)
  const [, receiver, body] = node.args
  return 1 + stepsOf(receiver) + LIST_MAX * body.reduce((sum, part) => sum + stepsOf(part), 0)
}

const NO_LOCALS: ReadonlySet<string> = new Set()
