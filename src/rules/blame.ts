import type { ASTNode } from '@marcbachmann/cel-js'
import type { AnyEventType } from '../model/event.ts'
import { compile, type Names, type Run } from './cel/compile.ts'
import { CelError, isBad } from './cel/value.ts'
import { pathsIn } from './reach.ts'
import { type Scope, UNKNOWN } from './scope.ts'

/** Adds what kept a condition from being decided for this event: unknown signals that mattered. */
export type Blame = (scope: Scope, into: Set<string>) => void

interface Used {
  name: string
  on: readonly AnyEventType[]
}

/**
 * Follows an undecided condition down to the parts that left it so, as CEL's sets of unknowns do: beside a true part of an `||`, or a
 * false one of an `&&`, an unknown does not matter. Compiled when first needed: most conditions are always decided.
 */
export function blameOf(ast: ASTNode, names: Names<Scope>, used: readonly Used[]): Blame {
  let compiled: Blame | null = null
  return (scope, into) => {
    compiled ??= compileBlame(ast, names, new Map(used.map(({ name, on }) => [name, on])))
    compiled(scope, into)
  }
}

function compileBlame(
  node: ASTNode,
  names: Names<Scope>,
  events: ReadonlyMap<string, readonly AnyEventType[]>,
): Blame {
  const inner = (part: ASTNode) => compileBlame(part, names, events)
  switch (node.op) {
    case '&&':
    case '||':
      return blameParts(node.args.map((part) => ({ run: compile(part, names), blame: inner(part) })))
    case '!_':
      return inner(node.args)
    case '?:': {
      const [test, left, right] = node.args.map((part) => ({ run: compile(part, names), blame: inner(part) }))
      return (scope, into) => {
        const value = test!.run(scope)
        const guilty = isBad(value) ? test! : value === true ? left! : right!
        guilty.blame(scope, into)
      }
    }
    default:
      return blameLeaf(node, names, events)
  }
}

const blameParts =
  (parts: { run: Run<Scope>; blame: Blame }[]): Blame =>
  (scope, into) => {
    for (const { run, blame } of parts) if (isBad(run(scope))) blame(scope, into)
  }

/** What an event of this type cannot have is no gap. */
function blameLeaf(
  node: ASTNode,
  names: Names<Scope>,
  events: ReadonlyMap<string, readonly AnyEventType[]>,
): Blame {
  const run = compile(node, names)
  const signals = pathsIn(node).map((name) => ({ name, variable: names(name), on: events.get(name) ?? [] }))
  return (scope, into) => {
    if (run(scope) instanceof CelError) return
    for (const { name, variable, on } of signals)
      if (variable?.raw(scope) === UNKNOWN && on.includes(scope.event.type)) into.add(name)
  }
}
