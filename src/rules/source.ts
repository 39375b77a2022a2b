import { type Document, isScalar, LineCounter, type ParsedNode, parseDocument, Scalar } from 'yaml'
import type { PackProblem } from './problems.ts'

/** A file of the pack, parsed, that can say where something in it stands. */
export interface Source {
  file: string
  text: string
  root: ParsedNode | null
  lines: LineCounter
}

/** A place in a source, as an offset into its text. */
export interface Spot {
  source: Source
  offset: number
}

export interface Fault {
  message: string
  hint: string
}

export const problemAt = ({ source, offset }: Spot, { message, hint }: Fault): PackProblem => {
  const { line, col } = source.lines.linePos(Math.min(offset, source.text.length))
  return { file: source.file, line: Math.max(1, line), column: Math.max(1, col), message, hint }
}

/** Parses one file. YAML's own errors become problems; aliases are refused, since a few of them can unfold without end. */
export function parseSource(file: string, text: string): { source: Source; problems: PackProblem[] } {
  const lines = new LineCounter()
  const document: Document.Parsed = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const source: Source = { file, text, root: document.contents, lines }
  const problems = document.errors.map((error) =>
    problemAt(
      { source, offset: error.pos[0] },
      {
        message: yamlMessage(error.message),
        hint: YAML_HINTS[error.code] ?? YAML_HINT,
      },
    ),
  )
  return { source, problems }
}

const yamlMessage = (message: string): string => message.split('\n', 1)[0]!

const YAML_HINT =
  'check indentation and colons; a condition that begins with ! > | * & or a quote needs quotes around it'

const YAML_HINTS: Record<string, string> = {
  DUPLICATE_KEY: 'each key stands once; remove or rename one of the two',
  TAB_AS_INDENT: 'indent with spaces',
  MISSING_CHAR: 'a quote or bracket is not closed',
  MULTIPLE_DOCS: 'one file holds one document; split it',
  BAD_INDENT: 'align this line with its neighbours',
}

export const spotOf = (source: Source, node: { range?: [number, number, number] | null } | null): Spot => ({
  source,
  offset: node?.range?.[0] ?? 0,
})

/**
 * The spot of character `index` of a text's value. What a scalar means and how it is written differ (quotes, escapes, indentation,
 * folded lines), so both are walked together: a character of the value is the next such character of the writing.
 */
export function spotWithin(source: Source, node: ParsedNode, index: number): Spot {
  const start = node.range?.[0] ?? 0
  if (!isScalar(node) || typeof node.value !== 'string') return { source, offset: start }
  let offset = bodyStart(source.text, start, node.type)
  const end = node.range?.[1] ?? source.text.length
  for (let i = 0; i <= Math.min(index, node.value.length - 1); i++) {
    const found = nextWritten(source.text, offset, end, node.value[i]!)
    if (i === Math.min(index, node.value.length - 1)) offset = found + Math.max(0, index - i)
    else offset = found + 1
  }
  return { source, offset: Math.min(offset, Math.max(start, end)) }
}

function bodyStart(text: string, start: number, type: Scalar.Type | undefined): number {
  if (type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE) return start + 1
  const block = type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED
  return block ? text.indexOf('\n', start) + 1 : start
}

/** Where `character` is written next, or `from` where it is written in some other way (an escape). */
function nextWritten(text: string, from: number, end: number, character: string): number {
  const blank = /\s/.test(character)
  for (let at = from; at < end; at++) {
    if (text[at] === character || (blank && /\s/.test(text[at]!))) return at
    if (!/[\s\\']/.test(text[at]!)) return from
  }
  return from
}
