import { compilePattern } from './pattern.ts'
import { CelError, noOverload, type Value } from './value.ts'

/*
 * Functions over text: those of CEL's standard and, of its string extension, the ones that conditions have a use for. Positions count
 * UTF-16 code units, as JavaScript does.
 */

/** Pieces of a text, at most this many: a hostile text of separators must not grow a list without end. */
const PIECES_MAX = 1_000

type Args = readonly Value[]

const onTexts =
  (name: string, apply: (text: string, other: string) => Value) =>
  (args: Args): Value => {
    const [text, other] = args
    if (args.length !== 2 || typeof text !== 'string' || typeof other !== 'string') return noOverload(name)
    return apply(text, other)
  }

const onText =
  (name: string, apply: (text: string) => string) =>
  (args: Args): Value =>
    args.length === 1 && typeof args[0] === 'string' ? apply(args[0]) : noOverload(name)

/** Whole numbers among the arguments past the text, or null where one is something else. */
function positions(args: Args, from: number): number[] | null {
  const rest = args.slice(from)
  return rest.every((arg) => typeof arg === 'bigint') ? rest.map(Number) : null
}

function find(name: string, search: (text: string, part: string, from: number | undefined) => number) {
  return (args: Args): Value => {
    const [text, part] = args
    const places = positions(args, 2)
    if (typeof text !== 'string' || typeof part !== 'string' || places === null || places.length > 1)
      return noOverload(name)
    const [from] = places
    if (from !== undefined && (from < 0 || from >= Math.max(1, text.length)))
      return new CelError(`${name}() is out of range`)
    return BigInt(search(text, part, from))
  }
}

function substring(args: Args): Value {
  const [text] = args
  const places = positions(args, 1)
  if (typeof text !== 'string' || places === null || places.length < 1 || places.length > 2)
    return noOverload('substring')
  const [start, end = text.length] = places as [number, number?]
  if (start < 0 || end > text.length || start > end) return new CelError('substring() is out of range')
  return text.slice(start, end)
}

/** With a limit, the last piece holds what is left; 0 gives none, a negative one all. */
function split(args: Args): Value {
  const [text, separator] = args
  const places = positions(args, 2)
  if (typeof text !== 'string' || typeof separator !== 'string' || places === null || places.length > 1)
    return noOverload('split')
  const limit = places[0] === undefined || places[0] < 0 ? PIECES_MAX : Math.min(places[0], PIECES_MAX)
  const pieces = text.split(separator, limit)
  if (limit === 0 || pieces.length < limit) return pieces
  const taken = pieces.slice(0, -1)
  return [...taken, text.slice(taken.reduce((sum, piece) => sum + piece.length + separator.length, 0))]
}

function join(args: Args): Value {
  const [list, separator = ''] = args
  if (!Array.isArray(list) || typeof separator !== 'string' || args.length > 2) return noOverload('join')
  return list.every((item) => typeof item === 'string') ? list.join(separator) : noOverload('join')
}

/** Unicode's White_Space, which differs from JavaScript's own idea by U+0085 and U+FEFF. */
const BLANKS = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]'
const LEADING_BLANKS = new RegExp(`^${BLANKS}+`)
const BLANK = new RegExp(BLANKS)

/** From the end by hand: a pattern for trailing blanks is quadratic in V8 on a text of nothing but. */
function trim(text: string): string {
  let end = text.length
  while (end > 0 && BLANK.test(text[end - 1]!)) end -= 1
  return text.slice(0, end).replace(LEADING_BLANKS, '')
}

function matches(text: string, pattern: string): Value {
  const compiled = compilePattern(pattern)
  return compiled.ok ? compiled.test(text) : new CelError(compiled.reason)
}

export const TEXT_METHODS: Record<string, (args: Args) => Value> = {
  startsWith: onTexts('startsWith', (text, start) => text.startsWith(start)),
  endsWith: onTexts('endsWith', (text, end) => text.endsWith(end)),
  contains: onTexts('contains', (text, part) => text.includes(part)),
  matches: onTexts('matches', matches),
  lowerAscii: onText('lowerAscii', (text) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())),
  upperAscii: onText('upperAscii', (text) => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())),
  trim: onText('trim', trim),
  indexOf: find('indexOf', (text, part, from) => text.indexOf(part, from)),
  lastIndexOf: find('lastIndexOf', (text, part, from) => text.lastIndexOf(part, from)),
  substring,
  split,
  join,
}
