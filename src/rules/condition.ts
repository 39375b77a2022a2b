import { type ASTNode, Environment, type ErrorLocation } from '@marcbachmann/cel-js'
import { SIGNALS } from './catalogue.ts'
import { pathOf } from './cel/compile.ts'
import { FUNCTIONS, METHODS } from './cel/functions.ts'
import { compilePattern } from './cel/pattern.ts'
import { didYouMean } from './problems.ts'
import type { SignalType } from './signals/signal.ts'
import type { Fault } from './source.ts'

/** A condition that parses, names only what there is, and is worth true or false. */
export interface Condition {
  source: string
  ast: ASTNode
  /** Signals and tallies it names, sorted. */
  signals: string[]
}

/** A fault with the characters of the condition it is about. */
export interface ConditionFault extends Fault {
  start: number
}

export type ConditionResult = { ok: true; condition: Condition } | { ok: false; faults: ConditionFault[] }

/** Parses and checks conditions against the catalogue and the tallies of one pack. */
export type ConditionParser = (source: string) => ConditionResult

export const AST_NODES_MAX = 1_000
export const AST_DEPTH_MAX = 40

export const MACROS = ['has', 'all', 'exists', 'exists_one', 'map', 'filter', 'bind']

export function conditionParser(tallies: ReadonlyMap<string, 'count' | 'distinct' | 'top'>): ConditionParser {
  const types = new Map<string, SignalType>([...SIGNALS].map(([name, { type }]) => [name, type]))
  for (const [name, kind] of tallies) types.set(`tally.${name}`, kind === 'top' ? 'list<TopEntry>' : 'int')
  const environment = environmentFor(types)
  return (source) => {
    let ast: ASTNode
    try {
      ast = environment.parse(source).ast
    } catch (error) {
      return { ok: false, faults: [syntaxFault(error)] }
    }
    const names = namesIn(ast)
    const faults = [...unknownNames(names, types), ...unknownCalls(ast), ...badPatterns(ast)]
    if (faults.length === 0) faults.push(...typeFaults(environment, source))
    if (faults.length > 0) return { ok: false, faults }
    return {
      ok: true,
      condition: { source, ast, signals: [...new Set(names.map(({ path }) => path))].sort() },
    }
  }
}

/** One CEL type per group of signals, so that the checker knows each field. */
function environmentFor(types: Map<string, SignalType>): Environment {
  const environment = new Environment({ limits: { maxAstNodes: AST_NODES_MAX, maxDepth: AST_DEPTH_MAX } })
  environment.registerType({ name: 'TopEntry', schema: { value: 'string', count: 'int' } })
  const groups = new Map<string, Record<string, string>>([['tally', Object.create(null)]])
  for (const [name, type] of types) {
    const [group, field] = name.split('.', 2) as [string, string]
    const schema = groups.get(group) ?? Object.create(null)
    schema[field] = type
    groups.set(group, schema)
  }
  for (const [group, schema] of groups) {
    const typeName = `Holdfast_${group}`
    environment.registerType({ name: typeName, schema })
    environment.registerVariable(group, typeName)
  }
  return environment
}

interface Name {
  path: string
  start: number
}

/** Calls `visit` for every node; `locals` are the variables of the macros around it. */
export function walk(
  node: ASTNode,
  visit: (node: ASTNode, locals: ReadonlySet<string>) => boolean,
  locals: ReadonlySet<string> = new Set(),
): void {
  if (!visit(node, locals)) return
  for (const [child, inner] of childrenOf(node, locals)) walk(child, visit, inner)
}

export function childrenOf(node: ASTNode, locals: ReadonlySet<string>): [ASTNode, ReadonlySet<string>][] {
  const same = (nodes: ASTNode[]): [ASTNode, ReadonlySet<string>][] => nodes.map((child) => [child, locals])
  switch (node.op) {
    case 'value':
    case 'id':
      return []
    case '.':
    case '.?':
      return same([node.args[0]])
    case 'call':
      return same(node.args[1])
    case 'rcall':
      return childrenOfMethod(node.args, locals)
    case 'list':
      return same(node.args)
    case 'map':
      return same(node.args.flat())
    case '!_':
    case '-_':
      return same([node.args])
    default:
      return same(node.args)
  }
}

/** The variable of `list.exists(x, …)` is no name to look up, and hides such a name in the body. */
function childrenOfMethod(
  [name, receiver, args]: [string, ASTNode, ASTNode[]],
  locals: ReadonlySet<string>,
): [ASTNode, ReadonlySet<string>][] {
  const variable = MACROS.includes(name) && args.length > 1 && args[0]!.op === 'id' ? args[0]!.args : null
  if (variable === null) return [receiver, ...args].map((child) => [child, locals])
  const inner = new Set(locals).add(variable)
  const body = args.slice(1).map((child): [ASTNode, ReadonlySet<string>] => [child, inner])
  if (name !== 'bind') return [[receiver, locals], ...body]
  return [[args[1]!, locals], ...body.slice(1)]
}

function namesIn(ast: ASTNode): Name[] {
  const names: Name[] = []
  walk(ast, (node, locals) => {
    const path = pathOf(node)
    if (path === null) return true
    if (!locals.has(path.split('.', 1)[0]!)) names.push({ path, start: node.start })
    return false
  })
  return names
}

function unknownNames(names: Name[], types: ReadonlyMap<string, SignalType>): ConditionFault[] {
  return names
    .filter(({ path }) => !types.has(path))
    .map(({ path, start }) => ({ start, ...unknownName(path, types) }))
}

function unknownName(path: string, types: ReadonlyMap<string, SignalType>): Fault {
  const [group, field] = path.split('.', 2) as [string, string | undefined]
  const peers = [...types.keys()].filter((name) => name.startsWith(`${group}.`))
  if (group === 'tally' && field !== undefined)
    return {
      message: `unknown tally "${field}"`,
      hint: didYouMean(path, peers) || 'declare it under tallies:',
    }
  if (peers.length > 0 && field === undefined)
    return {
      message: `"${group}" is a group of signals, not a signal`,
      hint: `write ${group}.something: ${peers.slice(0, 6).join(', ')} …`,
    }
  const hint = didYouMean(path, peers.length > 0 ? peers : types.keys())
  return {
    message: `unknown signal "${path.slice(0, 80)}"`,
    hint: hint || 'docs/rules/README.md lists all signals',
  }
}

function unknownCalls(ast: ASTNode): ConditionFault[] {
  const faults: ConditionFault[] = []
  walk(ast, (node) => {
    if (node.op !== 'call' && node.op !== 'rcall') return true
    const [name] = node.args
    const known = [...(node.op === 'call' ? FUNCTIONS : METHODS).keys(), ...MACROS]
    if (!known.includes(name))
      faults.push({
        start: node.start,
        message: `unknown function "${name.slice(0, 80)}"`,
        hint: didYouMean(name, known) || 'docs/rules/cel.md lists all functions',
      })
    return true
  })
  return faults
}

/** A pattern is compiled when the pack is loaded, so it must be there to be compiled. */
function badPatterns(ast: ASTNode): ConditionFault[] {
  const faults: ConditionFault[] = []
  walk(ast, (node) => {
    if (node.op !== 'rcall' || node.args[0] !== 'matches') return true
    const pattern = node.args[2][0]
    if (pattern?.op !== 'value' || typeof pattern.args !== 'string') {
      faults.push({
        start: (pattern ?? node).start,
        message: 'matches() takes a pattern written out',
        hint: "for example account.handle.matches('^[a-z]+[0-9]{4}$')",
      })
      return true
    }
    const compiled = compilePattern(pattern.args)
    if (!compiled.ok)
      faults.push({
        start: pattern.start,
        message: compiled.reason,
        hint: 'docs/rules/cel.md lists what patterns may hold',
      })
    return true
  })
  return faults
}

interface CelFailure {
  code: string
  summary: string
  range?: { start: number }
  node?: ErrorLocation
}

/** What the library throws, recognised by shape: its errors are classes, but a broken program's are too. */
const isFailure = (error: unknown): error is CelFailure =>
  error instanceof Error && 'code' in error && 'summary' in error && typeof error.summary === 'string'

function syntaxFault(error: unknown): ConditionFault {
  if (!isFailure(error)) throw error
  const message =
    error.code === 'limit_exceeded'
      ? `the condition is too large: ${error.summary}`
      : `not CEL: ${error.summary}`
  return {
    start: error.range?.start ?? 0,
    message,
    hint: SYNTAX_HINTS[error.code] ?? 'write it like reading.tvec2 >= 0.8 && reading.stance == "asserts"',
  }
}

const SYNTAX_HINTS: Record<string, string> = {
  unterminated_string: 'a text needs a quote at both ends',
  limit_exceeded: 'split it into several rules',
  unexpected_character: 'CEL writes && for and, || for or, == for equals',
}

function typeFaults(environment: Environment, source: string): ConditionFault[] {
  const checked = environment.check(source)
  if (checked.valid && checked.type === 'bool') return []
  if (checked.valid) {
    const hint = `compare it with something: it is a ${checked.type}`
    return [{ start: 0, message: 'a condition must be true or false', hint }]
  }
  const { error } = checked
  if (!isFailure(error)) return [{ start: 0, message: 'the condition does not check', hint: '' }]
  return [
    { start: error.range?.start ?? 0, message: `types do not fit: ${error.summary}`, hint: typeHint(error) },
  ]
}

function typeHint({ code, summary }: CelFailure): string {
  if (/double (==|!=) int|int (==|!=) double|double [-+*/] int|int [-+*/] double/.test(summary))
    return 'write the whole number with a decimal point, 1.0 for 1'
  if (/string (==|!=|<|>|<=|>=) (int|double)/.test(summary)) return 'put quotes around the text'
  if (code === 'heterogeneous_list_element') return 'all elements of a list are of one kind: 1.0 beside 0.5'
  if (/list<string>/.test(summary)) return "ask a list with 'x' in list, or list.exists(x, …)"
  return 'docs/rules/README.md gives the type of every signal'
}
