import type { ASTNode } from '@marcbachmann/cel-js'
import { numberLiteral } from './cel/compare.ts'
import { pathOf } from './cel/compile.ts'

export type ComparisonOp = '==' | '!=' | '<' | '<=' | '>' | '>='

/** A signal against constants, in whichever order it was written. */
export type Comparison =
  | { kind: 'number'; signal: string; op: ComparisonOp; constant: number; start: number }
  | { kind: 'text'; signal: string; op: '==' | '!='; constant: string; start: number }
  | { kind: 'among'; signal: string; constants: string[]; start: number }
  | { kind: 'member'; signal: string; constant: string; start: number }

const TURNED: Record<ComparisonOp, ComparisonOp> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

const NEGATED: Record<ComparisonOp, ComparisonOp> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
}

export const negatedOp = (op: ComparisonOp): ComparisonOp => NEGATED[op]

/** What a node compares, or null where it is no comparison of a signal with constants. */
export function comparisonIn(node: ASTNode): Comparison | null {
  switch (node.op) {
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const [left, right] = node.args
      return compared(left, node.op, right) ?? compared(right, TURNED[node.op], left)
    }
    case 'in':
      return membership(node.args)
    default:
      return null
  }
}

function compared(measured: ASTNode, op: ComparisonOp, constant: ASTNode): Comparison | null {
  const signal = pathOf(measured)
  if (signal === null) return null
  const number = numberLiteral(constant)
  if (number !== null) return { kind: 'number', signal, op, constant: number, start: constant.start }
  const text = textIn(constant)
  if (text === null || (op !== '==' && op !== '!=')) return null
  return { kind: 'text', signal, op, constant: text, start: constant.start }
}

const textIn = (node: ASTNode): string | null =>
  node.op === 'value' && typeof node.args === 'string' ? node.args : null

function membership([needle, hay]: [ASTNode, ASTNode]): Comparison | null {
  const wanted = textIn(needle)
  const list = pathOf(hay)
  if (wanted !== null && list !== null)
    return { kind: 'member', signal: list, constant: wanted, start: needle.start }
  const signal = pathOf(needle)
  if (signal === null || hay.op !== 'list') return null
  const constants = hay.args.map(textIn)
  if (!constants.every((text) => text !== null)) return null
  return { kind: 'among', signal, constants, start: hay.start }
}
