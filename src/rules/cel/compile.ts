import type { ASTNode } from '@marcbachmann/cel-js'
import { UNKNOWN, type Unknown } from '../scope.ts'
import { compileComparison } from './compare.ts'
import { call, FUNCTIONS, METHODS } from './functions.ts'
import { compileMacro } from './macros.ts'
import { and, calculate, contains, equals, negate, or, order, select } from './operators.ts'
import { CelError, CelMap, intOf, isBad, noOverload, Uint, type Value } from './value.ts'

/** A compiled expression: a plain function of the frame it runs in. It neither throws nor keeps the frame. */
export type Run<F> = (frame: F) => Value

/**
 * A name that expressions may use. `raw` is what hot comparisons read directly; whole numbers arrive there as JavaScript
 * numbers, which is why `kind` tells `int` from `double`.
 */
export type Variable<F> =
  | { kind: 'int' | 'double'; raw(frame: F): number | Unknown }
  | { kind: 'string'; raw(frame: F): string | Unknown }
  | { kind: 'bool'; raw(frame: F): boolean | Unknown }
  | { kind: 'strings'; raw(frame: F): readonly string[] | Unknown }
  | { kind: 'value'; raw(frame: F): Value }

/** What a dotted path (`reading.tvec2`) stands for, or undefined where it stands for nothing. */
export type Names<F> = (path: string) => Variable<F> | undefined

/** A variable of a macro (`list.exists(x, …)`): written before its body runs. CEL has no recursion, so one cell suffices. */
export interface Cell {
  value: Value
}

export interface Compiling<F> {
  names: Names<F>
  cells: Map<string, Cell>
}

export const compile = <F>(ast: ASTNode, names: Names<F>): Run<F> =>
  compileNode(ast, { names, cells: new Map() })

/** One node of CEL's syntax tree to a function. */
export function compileNode<F>(node: ASTNode, context: Compiling<F>): Run<F> {
  switch (node.op) {
    case 'value':
      return constant(literal(node.args))
    case 'id':
    case '.':
      return compileName(node, context)
    case '[]':
      return binary(node.args, context, select)
    case '&&':
      return compileAnd(node.args, context)
    case '||':
      return compileOr(node.args, context)
    case '!_':
      return compileNot(node.args, context)
    case '-_':
      return compileNegation(node.args, context)
    case '?:':
      return compileChoice(node.args, context)
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'in':
      return compileComparison(node, context) ?? compileRelation(node, context)
    case '+':
    case '-':
    case '*':
    case '/':
    case '%': {
      const { op } = node
      return binary(node.args, context, (left, right) => calculate(op, left, right))
    }
    case 'list':
      return compileList(node.args, context)
    case 'map':
      return compileMap(node.args, context)
    case 'call':
    case 'rcall':
      return compileMacro(node, context) ?? compileCall(node, context)
    default:
      return constant(new CelError(`not supported: ${node.op}`))
  }
}

const constant = <F>(value: Value): Run<F> => {
  return () => value
}

/** The parser's literals, as our values. Its unsigned integers are objects of a class that it keeps to itself. */
export function literal(value: unknown): Value {
  if (typeof value === 'bigint') return intOf(value)
  if (value === null || value instanceof Uint8Array || typeof value !== 'object') return value as Value
  return new Uint(BigInt(String(value)))
}

/** `a.b.c` where a is a name, else null: field of something computed. */
export function pathOf(node: ASTNode): string | null {
  if (node.op === 'id') return node.args
  if (node.op !== '.') return null
  const parent = pathOf(node.args[0])
  return parent === null ? null : `${parent}.${node.args[1]}`
}

const rootOf = (path: string): string => path.split('.', 1)[0]!

/** The variable a node names, unless a macro's own variable hides it. */
export function variableAt<F>(node: ASTNode, { names, cells }: Compiling<F>): Variable<F> | undefined {
  const path = pathOf(node)
  return path === null || cells.has(rootOf(path)) ? undefined : names(path)
}

function compileName<F>(node: ASTNode & { op: 'id' | '.' }, context: Compiling<F>): Run<F> {
  const variable = variableAt(node, context)
  if (variable !== undefined) return valueIn(variable)
  if (node.op === '.') {
    const from = compileNode(node.args[0], context)
    const key = node.args[1]
    return (frame) => select(from(frame), key)
  }
  const cell = context.cells.get(node.args)
  return cell === undefined ? constant(new CelError(`unknown name: ${node.args}`)) : () => cell.value
}

function valueIn<F>(variable: Variable<F>): Run<F> {
  if (variable.kind !== 'int') return variable.raw
  const { raw } = variable
  return (frame) => {
    const value = raw(frame)
    return value === UNKNOWN ? UNKNOWN : BigInt(value)
  }
}

function binary<F>(
  [left, right]: [ASTNode, ASTNode],
  context: Compiling<F>,
  apply: (left: Value, right: Value) => Value,
): Run<F> {
  const a = compileNode(left, context)
  const b = compileNode(right, context)
  return (frame) => apply(a(frame), b(frame))
}

function compileAnd<F>([left, right]: [ASTNode, ASTNode], context: Compiling<F>): Run<F> {
  const a = compileNode(left, context)
  const b = compileNode(right, context)
  return (frame) => {
    const first = a(frame)
    return first === false ? false : and(first, b(frame))
  }
}

function compileOr<F>([left, right]: [ASTNode, ASTNode], context: Compiling<F>): Run<F> {
  const a = compileNode(left, context)
  const b = compileNode(right, context)
  return (frame) => {
    const first = a(frame)
    return first === true ? true : or(first, b(frame))
  }
}

function compileNot<F>(operand: ASTNode, context: Compiling<F>): Run<F> {
  const run = compileNode(operand, context)
  return (frame) => {
    const value = run(frame)
    return typeof value === 'boolean' ? !value : isBad(value) ? value : noOverload('!')
  }
}

/** The smallest integer is written as the negation of a literal that would itself be too large. */
function compileNegation<F>(operand: ASTNode, context: Compiling<F>): Run<F> {
  if (operand.op === 'value' && typeof operand.args === 'bigint') return constant(intOf(-operand.args))
  const run = compileNode(operand, context)
  return (frame) => negate(run(frame))
}

function compileChoice<F>([test, left, right]: [ASTNode, ASTNode, ASTNode], context: Compiling<F>): Run<F> {
  const condition = compileNode(test, context)
  const whenTrue = compileNode(left, context)
  const whenFalse = compileNode(right, context)
  return (frame) => {
    const value = condition(frame)
    if (value === true) return whenTrue(frame)
    if (value === false) return whenFalse(frame)
    return isBad(value) ? value : noOverload('?:')
  }
}

function compileRelation<F>(
  node: ASTNode & { op: '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' },
  context: Compiling<F>,
): Run<F> {
  switch (node.op) {
    case '==':
      return binary(node.args, context, equals)
    case '!=':
      return binary(node.args, context, differs)
    case 'in':
      return binary(node.args, context, (needle, hay) => contains(hay, needle))
    default: {
      const { op } = node
      return binary(node.args, context, (left, right) => order(op, left, right))
    }
  }
}

function differs(left: Value, right: Value): Value {
  const same = equals(left, right)
  return typeof same === 'boolean' ? !same : same
}

function compileList<F>(elements: ASTNode[], context: Compiling<F>): Run<F> {
  const runs = elements.map((element) => compileNode(element, context))
  return (frame) => {
    const values = runs.map((run) => run(frame))
    return firstBad(values) ?? values
  }
}

function compileMap<F>(entries: [ASTNode, ASTNode][], context: Compiling<F>): Run<F> {
  const runs = entries.map(
    ([key, value]) => [compileNode(key, context), compileNode(value, context)] as const,
  )
  return (frame) => {
    const pairs = runs.map(([key, value]) => [key(frame), value(frame)] as const)
    return firstBad(pairs.flat()) ?? CelMap.of(pairs)
  }
}

const firstBad = (values: readonly Value[]): Value | undefined =>
  values.find((value) => value === UNKNOWN) ?? values.find(isBad)

function compileCall<F>(node: ASTNode & { op: 'call' | 'rcall' }, context: Compiling<F>): Run<F> {
  const [name] = node.args
  const operands = node.op === 'call' ? node.args[1] : [node.args[1], ...node.args[2]]
  const apply = (node.op === 'call' ? FUNCTIONS : METHODS).get(name)
  if (apply === undefined) return constant(new CelError(`unknown function: ${name}`))
  const runs = operands.map((operand) => compileNode(operand, context))
  return (frame) =>
    call(
      apply,
      runs.map((run) => run(frame)),
    )
}
