import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  type ParsedNode,
  parseDocument,
  type Scalar,
} from 'yaml'
import { didYouMean } from '../rules/problems.ts'
import type { MapProblem } from './map.ts'

export type Node = ParsedNode | null | undefined

/** Anything that can say where it stands. */
interface Placed {
  range?: readonly number[] | null
}

/** A mapping file while it is read: its tree, and what was found wrong so far. Reading goes on, so that all is told at once. */
export interface MapSource {
  root: Node
  problems: MapProblem[]
  blame(node: Placed | null | undefined, message: string, hint: string): void
}

export function openMapSource(text: string): MapSource {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' })
  const problems: MapProblem[] = []
  const blameAt = (offset: number, message: string, hint: string) => {
    const { line, col } = lines.linePos(Math.min(offset, text.length))
    problems.push({ line: Math.max(1, line), column: Math.max(1, col), message, hint })
  }
  for (const { pos, message } of document.errors)
    blameAt(pos[0], message.split('\n', 1)[0]!, 'check indentation, colons and quotes')
  return {
    root: document.contents,
    problems,
    blame: (node, message, hint) => blameAt(node?.range?.[0] ?? 0, message, hint),
  }
}

export interface Member {
  key: string
  at: Scalar
  value: Node
}

/** The members of a mapping, or null with a complaint. With `known`, other keys are complained about and left out. */
export function membersOf(
  source: MapSource,
  node: Node,
  what: string,
  known?: readonly string[],
): Member[] | null {
  if (!isMap(node)) {
    source.blame(node, `${what} must be a mapping`, 'write it as lines of  name: value')
    return null
  }
  const members = (node.items as Pair<Scalar, Node>[])
    .filter(({ key }) => isScalar(key))
    .map(({ key, value }) => ({ key: String(key.value), at: key, value }))
  return members.filter(({ key, at }) => {
    if (known === undefined || known.includes(key)) return true
    source.blame(at, `${what} has no "${key}"`, didYouMean(key, known))
    return false
  })
}

export const memberOf = (members: readonly Member[], key: string): Node =>
  members.find((member) => member.key === key)?.value

export function itemsOf(source: MapSource, node: Node, what: string): ParsedNode[] {
  if (isSeq(node)) return node.items as ParsedNode[]
  source.blame(node, `${what} must be a list`, 'write it as [one, two] or as lines that begin with -')
  return []
}

/** A scalar's value as text, or null with a complaint. Numbers and words such as `yes` count as they are written. */
export function textOf(source: MapSource, node: Node, what: string): string | null {
  if (isScalar(node) && node.value !== null) return String(node.source ?? node.value)
  source.blame(node, `${what} must be one value`, 'put it in quotes if it holds : or #')
  return null
}

export function flagOf(source: MapSource, node: Node, what: string, otherwise: boolean): boolean {
  if (node === undefined) return otherwise
  if (isScalar(node) && typeof node.value === 'boolean') return node.value
  source.blame(node, `${what} must be true or false`, 'leave it out for what is usual')
  return otherwise
}
