import type { ASTNode } from '@marcbachmann/cel-js'
import { UNKNOWN, type Unknown } from '../scope.ts'
import { type Compiling, type Run, variableAt } from './compile.ts'
import { codePoints } from './functions.ts'

/*
 * Comparisons that nearly all conditions consist of: a measured number against a constant, a text against one or
 * several constants, a list against one. They read the raw value and allocate nothing. What they do not know they leave to the
 * general form, which gives the same answers (compare.property.test.ts holds them to it).
 */

type Comparison = ASTNode & { op: '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' }
type NumberRun<F> = (frame: F) => number | Unknown

export function compileComparison<F>(node: Comparison, context: Compiling<F>): Run<F> | null {
  const [left, right] = node.args
  if (node.op === 'in') return compileMembership(left, right, context)
  const constant = numberLiteral(right)
  if (constant !== null) {
    const measured = numberAt(left, context)
    return measured === null ? null : compareNumber(node.op, measured, constant)
  }
  if (node.op === '==' || node.op === '!=') return compareText(node.op === '==', left, right, context)
  return null
}

/** A literal that a JavaScript number holds exactly. */
export function numberLiteral(node: ASTNode): number | null {
  if (node.op === '-_') {
    const inner = numberLiteral(node.args)
    return inner === null ? null : -inner
  }
  if (node.op !== 'value') return null
  if (typeof node.args === 'number') return node.args
  return typeof node.args === 'bigint' && Number.isSafeInteger(Number(node.args)) ? Number(node.args) : null
}

/** A measured number, or the size of a measured text or list. */
function numberAt<F>(node: ASTNode, context: Compiling<F>): NumberRun<F> | null {
  const variable = variableAt(node, context)
  if (variable !== undefined)
    return variable.kind === 'int' || variable.kind === 'double' ? variable.raw : null
  return sizeAt(node, context)
}

function sizeAt<F>(node: ASTNode, context: Compiling<F>): NumberRun<F> | null {
  const measured =
    node.op === 'call' && node.args[0] === 'size' && node.args[1].length === 1
      ? node.args[1][0]!
      : node.op === 'rcall' && node.args[0] === 'size' && node.args[2].length === 0
        ? node.args[1]
        : null
  const variable = measured === null ? undefined : variableAt(measured, context)
  if (variable?.kind === 'strings') {
    const { raw } = variable
    return (frame) => {
      const list = raw(frame)
      return list === UNKNOWN ? UNKNOWN : list.length
    }
  }
  if (variable?.kind !== 'string') return null
  const { raw } = variable
  return (frame) => {
    const text = raw(frame)
    return text === UNKNOWN ? UNKNOWN : codePoints(text)
  }
}

function compareNumber<F>(op: Comparison['op'], measured: NumberRun<F>, constant: number): Run<F> | null {
  const test = (holds: (value: number) => boolean): Run<F> => {
    return (frame) => {
      const value = measured(frame)
      return value === UNKNOWN ? UNKNOWN : holds(value)
    }
  }
  switch (op) {
    case '==':
      return test((value) => value === constant)
    case '!=':
      return test((value) => value !== constant)
    case '<':
      return test((value) => value < constant)
    case '<=':
      return test((value) => value <= constant)
    case '>':
      return test((value) => value > constant)
    case '>=':
      return test((value) => value >= constant)
    default:
      return null
  }
}

const textLiteral = (node: ASTNode): string | null =>
  node.op === 'value' && typeof node.args === 'string' ? node.args : null

function compareText<F>(same: boolean, left: ASTNode, right: ASTNode, context: Compiling<F>): Run<F> | null {
  const constant = textLiteral(right)
  const variable = variableAt(left, context)
  if (constant === null || variable?.kind !== 'string') return null
  const { raw } = variable
  return (frame) => {
    const value = raw(frame)
    return value === UNKNOWN ? UNKNOWN : (value === constant) === same
  }
}

/** `text in ['a', 'b']` and `'a' in list`. */
function compileMembership<F>(needle: ASTNode, hay: ASTNode, context: Compiling<F>): Run<F> | null {
  const wanted = textLiteral(needle)
  if (wanted !== null) {
    const variable = variableAt(hay, context)
    if (variable?.kind !== 'strings') return null
    const { raw } = variable
    return (frame) => {
      const list = raw(frame)
      return list === UNKNOWN ? UNKNOWN : list.includes(wanted)
    }
  }
  const variable = variableAt(needle, context)
  if (variable?.kind !== 'string' || hay.op !== 'list') return null
  const texts = hay.args.map(textLiteral)
  if (texts.includes(null)) return null
  const { raw } = variable
  const set = new Set(texts)
  return (frame) => {
    const value = raw(frame)
    return value === UNKNOWN ? UNKNOWN : set.has(value)
  }
}
