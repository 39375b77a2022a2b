import type { ASTNode } from '@marcbachmann/cel-js'
import type { AnyEventType } from '../model/event.ts'
import type { TallySpec } from '../model/policy.ts'
import { groupOf, SIGNALS, USUAL_EVENTS } from './catalogue.ts'
import { pathOf } from './cel/compile.ts'
import { type Condition, walk } from './condition.ts'
import { POST_EVENTS, RULE_EVENT_TYPES } from './signals/signal.ts'

/** Event types on which a tally by this entity has somebody to count for. */
export const TALLY_EVENTS: Record<TallySpec['by'], readonly AnyEventType[]> = {
  account: RULE_EVENT_TYPES,
  hashtag: POST_EVENTS,
  url: POST_EVENTS,
  target: [...POST_EVENTS, 'follow.created', 'follow.removed', 'report.created'],
}

/** Events that feed a tally which does not say so itself. */
export const FED_BY: Record<string, readonly AnyEventType[]> = {
  post: ['post.created'],
  report: ['report.created'],
  follow: ['follow.created'],
  account: ['account.created'],
}

/** On which event types a signal or tally can have a value. */
export type Existence = (signal: string) => readonly AnyEventType[]

export function existenceWith(tallies: ReadonlyMap<string, TallySpec['by']>): Existence {
  return (signal) => {
    const by = signal.startsWith('tally.') ? tallies.get(signal.slice('tally.'.length)) : undefined
    return by === undefined ? (SIGNALS.get(signal)?.on ?? []) : TALLY_EVENTS[by]
  }
}

/**
 * Whether a condition can hold on an event type at all: a part that names what the type does not have stays unknown, and an `&&` with
 * such a part never becomes true. Errs on the side of yes.
 */
export function canHoldOn(node: ASTNode, type: AnyEventType, existence: Existence): boolean {
  const exists = (signal: string) => existence(signal).includes(type)
  switch (node.op) {
    case '&&':
      return node.args.every((part) => canHoldOn(part, type, existence))
    case '||':
      return node.args.some((part) => canHoldOn(part, type, existence))
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'in':
    case 'id':
    case '.':
      return pathsIn(node).every(exists)
    default: {
      const signals = pathsIn(node)
      return signals.length === 0 || signals.some(exists)
    }
  }
}

/** Signals that a part of a condition names; macros' own variables are none. */
export function pathsIn(node: ASTNode): string[] {
  const paths: string[] = []
  walk(node, (inner, locals) => {
    const path = pathOf(inner)
    if (path === null) return true
    if (!locals.has(path.split('.', 1)[0]!)) paths.push(path)
    return false
  })
  return paths
}

/** The events a rule without `on` is about: those its signals usually share, else those on which it can hold at all. */
export function inferredEvents({ ast, signals }: Condition, existence: Existence): AnyEventType[] {
  const usual = (signal: string) => USUAL_EVENTS[groupOf(signal)] ?? existence(signal)
  const holding = (type: AnyEventType) => canHoldOn(ast, type, existence)
  const shared = RULE_EVENT_TYPES.filter((type) => signals.every((signal) => usual(signal).includes(type)))
  const found = shared.filter(holding)
  return found.length > 0 && signals.length > 0 ? found : RULE_EVENT_TYPES.filter(holding)
}
