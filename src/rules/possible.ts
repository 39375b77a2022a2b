import type { ASTNode } from '@marcbachmann/cel-js'
import type { AnyEventType } from '../model/event.ts'
import { SIGNALS } from './catalogue.ts'
import { compile } from './cel/compile.ts'
import { type Comparison, comparisonIn, negatedOp } from './comparison.ts'
import { pathsIn } from './reach.ts'

/*
 * Whether a condition can be true at all. Each way through its `||` is followed, and what the comparisons on the way say of
 * one signal is narrowed until nothing is left or the way is at its end. Sound, not complete: "never" is certain, "perhaps" is not.
 */

/** Ways through a condition that are followed; past it the condition counts as possible. */
const WAYS_MAX = 2_000

interface NumberRange {
  low: number
  high: number
  lowOpen: boolean
  highOpen: boolean
}

/** What is known on one way: per signal the numbers, or the texts, that are left. */
interface Known {
  numbers: ReadonlyMap<string, NumberRange>
  texts: ReadonlyMap<string, { only: ReadonlySet<string> | null; never: ReadonlySet<string> }>
}

export interface Impossible {
  start: number
  reason: string
}

/** The first contradiction, when every way through the condition meets one; null when it may hold. */
export function contradictionIn(ast: ASTNode, on: readonly AnyEventType[]): Impossible | null {
  const texts = new Map([['event.type', { only: new Set<string>(on), never: new Set<string>() }]])
  const search: Search = { ways: 0, first: null }
  if (possible([ast], { numbers: new Map(), texts }, search)) return null
  return search.first ?? { start: 0, reason: 'it is always false' }
}

interface Search {
  ways: number
  first: Impossible | null
}

function possible(pending: ASTNode[], known: Known, search: Search): boolean {
  if (pending.length === 0) return true
  search.ways += 1
  if (search.ways > WAYS_MAX) return true
  const next = pending.find(({ op }) => op !== '||') ?? pending[0]!
  const rest = pending.filter((node) => node !== next)
  switch (next.op) {
    case '&&':
      return possible([...next.args, ...rest], known, search)
    case '||':
      return next.args.some((way) => possible([way, ...rest], known, search))
    case '!_':
      return possibleNegation(next.args, rest, known, search)
    default:
      return possibleAtom(next, false, rest, known, search)
  }
}

/** De Morgan's laws for `!(a && b)` and `!(a || b)` are left out: nobody writes them to contradict himself. */
function possibleNegation(inner: ASTNode, rest: ASTNode[], known: Known, search: Search): boolean {
  if (inner.op === '!_') return possible([inner.args, ...rest], known, search)
  if (inner.op === '&&' || inner.op === '||') return possible(rest, known, search)
  return possibleAtom(inner, true, rest, known, search)
}

function possibleAtom(
  node: ASTNode,
  negated: boolean,
  rest: ASTNode[],
  known: Known,
  search: Search,
): boolean {
  const comparison = comparisonIn(node)
  if (comparison !== null && SIGNALS.has(comparison.signal)) {
    const narrowed = narrow(known, negated ? negation(comparison) : comparison)
    if (narrowed !== null) return possible(rest, narrowed, search)
    search.first ??= { start: node.start, reason: `nothing is left for ${comparison.signal} to be` }
    return false
  }
  if (comparison === null && pathsIn(node).length === 0 && isNever(node, negated)) {
    search.first ??= { start: node.start, reason: 'this part is always false' }
    return false
  }
  return possible(rest, known, search)
}

/** A part that names no signal has one value for ever; loops' own variables aside, it can be computed now. */
const isNever = (node: ASTNode, negated: boolean): boolean => {
  const value = compile<null>(node, () => undefined)(null)
  return typeof value === 'boolean' && value === negated
}

function negation(comparison: Comparison): Comparison | null {
  if (comparison.kind === 'number') return { ...comparison, op: negatedOp(comparison.op) }
  if (comparison.kind === 'text') return { ...comparison, op: comparison.op === '==' ? '!=' : '==' }
  return null
}

/** What is known with one comparison more, or null when nothing is left. */
function narrow(known: Known, comparison: Comparison | null): Known | null {
  if (comparison === null || comparison.kind === 'member') return known
  if (comparison.kind === 'number') return narrowNumber(known, comparison)
  const before = known.texts.get(comparison.signal) ?? { only: null, never: new Set<string>() }
  if (comparison.kind === 'text' && comparison.op === '!=') {
    const never = new Set(before.never).add(comparison.constant)
    return withText(known, comparison.signal, before.only, never)
  }
  const wanted = comparison.kind === 'among' ? comparison.constants : [comparison.constant]
  const only = new Set(wanted.filter((text) => before.only?.has(text) ?? true))
  return withText(known, comparison.signal, only, before.never)
}

function withText(
  known: Known,
  signal: string,
  only: ReadonlySet<string> | null,
  never: ReadonlySet<string>,
): Known | null {
  const left = only ?? SIGNALS.get(signal)?.values ?? null
  if (left !== null && [...left].every((text) => never.has(text))) return null
  return { ...known, texts: new Map(known.texts).set(signal, { only, never }) }
}

function narrowNumber(known: Known, { signal, op, constant }: Comparison & { kind: 'number' }): Known | null {
  const [least, most] = SIGNALS.get(signal)?.range ?? [-Infinity, Infinity]
  const before = known.numbers.get(signal) ?? { low: least, high: most, lowOpen: false, highOpen: false }
  const range = { ...before }
  const raise = (open: boolean) => {
    if (constant > range.low || (constant === range.low && open))
      Object.assign(range, { low: constant, lowOpen: open })
  }
  const lower = (open: boolean) => {
    if (constant < range.high || (constant === range.high && open))
      Object.assign(range, { high: constant, highOpen: open })
  }
  if (op === '>=' || op === '>' || op === '==') raise(op === '>')
  if (op === '<=' || op === '<' || op === '==') lower(op === '<')
  const whole = SIGNALS.get(signal)?.type === 'int'
  return isEmpty(range, whole) ? null : { ...known, numbers: new Map(known.numbers).set(signal, range) }
}

function isEmpty({ low, high, lowOpen, highOpen }: NumberRange, whole: boolean): boolean {
  if (low > high || (low === high && (lowOpen || highOpen))) return true
  if (!whole) return false
  const first = lowOpen ? Math.floor(low) + 1 : Math.ceil(low)
  const last = highOpen ? Math.ceil(high) - 1 : Math.floor(high)
  return first > last
}
