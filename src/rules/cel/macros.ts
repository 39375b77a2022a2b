import type { ASTNode } from '@marcbachmann/cel-js'
import { UNKNOWN } from '../scope.ts'
import { type Cell, type Compiling, compileNode, type Run, variableAt } from './compile.ts'
import { and, or, select } from './operators.ts'
import { CelError, CelMap, isBad, noOverload, type Value } from './value.ts'

type Call = ASTNode & { op: 'call' | 'rcall' }

/** `has`, `all`, `exists`, `exists_one`, `map`, `filter` and `cel.bind`; null for every other call. */
export function compileMacro<F>(node: Call, context: Compiling<F>): Run<F> | null {
  if (node.op === 'call') return node.args[0] === 'has' ? compileHas(node.args[1][0]!, context) : null
  const [name, receiver, args] = node.args
  if (name === 'bind' && receiver.op === 'id' && receiver.args === 'cel') return compileBind(args, context)
  if (args[0]?.op !== 'id' || args.length < 2) return null
  const loop = loopOver(receiver, args[0].args, context)
  switch (name) {
    case 'all':
      return compileFold(loop, args[1]!, true, and)
    case 'exists':
      return compileFold(loop, args[1]!, false, or)
    case 'exists_one':
      return compileOne(loop, args[1]!)
    case 'filter':
      return compileList(loop, args[1]!, null)
    case 'map':
      return args.length === 3 ? compileList(loop, args[1]!, args[2]!) : compileList(loop, null, args[1]!)
    default:
      return null
  }
}

/** `has(x.y)`: whether y was measured, for a signal; whether x has the key y, for a map. */
function compileHas<F>(node: ASTNode, context: Compiling<F>): Run<F> {
  if (node.op !== '.') return () => new CelError('has() takes a field')
  const variable = variableAt(node, context)
  if (variable !== undefined) return (frame) => variable.raw(frame) !== UNKNOWN
  const from = compileNode(node.args[0], context)
  const key = node.args[1]
  return (frame) => {
    const value = from(frame)
    if (isBad(value)) return value
    return value instanceof CelMap ? !(select(value, key) instanceof CelError) : noOverload('has')
  }
}

function compileBind<F>([name, bound, body]: ASTNode[], context: Compiling<F>): Run<F> | null {
  if (name?.op !== 'id' || bound === undefined || body === undefined) return null
  const value = compileNode(bound, context)
  const cell: Cell = { value: null }
  const run = compileNode(body, within(context, name.args, cell))
  return (frame) => {
    cell.value = value(frame)
    return run(frame)
  }
}

const within = <F>({ names, cells }: Compiling<F>, name: string, cell: Cell): Compiling<F> => ({
  names,
  cells: new Map(cells).set(name, cell),
})

interface Loop<F> {
  range: Run<F>
  cell: Cell
  body: Compiling<F>
}

function loopOver<F>(receiver: ASTNode, name: string, context: Compiling<F>): Loop<F> {
  const cell: Cell = { value: null }
  return { range: compileNode(receiver, context), cell, body: within(context, name, cell) }
}

const itemsOf = (value: Value): readonly Value[] | null =>
  Array.isArray(value) ? value : value instanceof CelMap ? value.keys() : null

/** `all` and `exists`: a long `&&` or `||`, which stops as soon as the answer is certain. */
function compileFold<F>(
  { range, cell, body }: Loop<F>,
  test: ASTNode,
  neutral: boolean,
  join: (left: Value, right: Value) => Value,
): Run<F> {
  const run = compileNode(test, body)
  return (frame) => {
    const list = range(frame)
    if (isBad(list)) return list
    const items = itemsOf(list)
    if (items === null) return noOverload('a loop')
    let result: Value = neutral
    for (const item of items) {
      cell.value = item
      result = join(result, run(frame))
      if (result === !neutral) break
    }
    return result
  }
}

function compileOne<F>({ range, cell, body }: Loop<F>, test: ASTNode): Run<F> {
  const run = compileNode(test, body)
  return (frame) => {
    const list = range(frame)
    if (isBad(list)) return list
    const items = itemsOf(list)
    if (items === null) return noOverload('a loop')
    let count = 0
    for (const item of items) {
      cell.value = item
      const found = run(frame)
      if (typeof found !== 'boolean') return isBad(found) ? found : noOverload('exists_one')
      if (found) count += 1
    }
    return count === 1
  }
}

/** `filter` keeps items, `map` changes them; with both it does so to those kept. */
function compileList<F>(
  { range, cell, body }: Loop<F>,
  test: ASTNode | null,
  change: ASTNode | null,
): Run<F> {
  const keeps = test === null ? null : compileNode(test, body)
  const changes = change === null ? null : compileNode(change, body)
  return (frame) => {
    const list = range(frame)
    if (isBad(list)) return list
    const items = itemsOf(list)
    if (items === null) return noOverload('a loop')
    const result: Value[] = []
    for (const item of items) {
      cell.value = item
      const kept = keeps === null ? true : keeps(frame)
      if (typeof kept !== 'boolean') return isBad(kept) ? kept : noOverload('filter')
      if (!kept) continue
      const value = changes === null ? item : changes(frame)
      if (isBad(value)) return value
      result.push(value)
    }
    return result
  }
}
