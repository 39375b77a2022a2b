/** One instruction of a pattern's automaton; the next one follows it unless it says otherwise. */
export type Instruction =
  | { kind: 'take'; test(character: number): boolean }
  | { kind: 'split'; left: number; right: number }
  | { kind: 'jump'; to: number }
  | { kind: 'start' }
  | { kind: 'end' }
  | { kind: 'accept' }

export type Program = Instruction[]

export type ParsedPattern = { ok: true; program: Program } | { ok: false; reason: string }

type Test = (character: number) => boolean

type Tree =
  | { kind: 'take'; test: Test }
  | { kind: 'start' }
  | { kind: 'end' }
  | { kind: 'all'; parts: Tree[] }
  | { kind: 'either'; parts: Tree[] }
  | { kind: 'repeat'; part: Tree; min: number; max: number }

const LENGTH_MAX = 500
const NESTING_MAX = 20
const REPEAT_MAX = 100
const INSTRUCTIONS_MAX = 200

class PatternError extends Error {}

/**
 * The part of RE2's syntax that rules need: literals, `.`, classes, `\d \w \s` and their opposites, groups, alternatives, `* + ? {n,m}`,
 * `^` and `$`, and a leading `(?i)`. Back-references and look-around are no part of it, there or here.
 */
export function parsePattern(source: string): ParsedPattern {
  if (source.length > LENGTH_MAX)
    return { ok: false, reason: `a pattern has at most ${LENGTH_MAX} characters` }
  try {
    const program: Program = []
    emit(new PatternReader(source).read(), program)
    program.push({ kind: 'accept' })
    return { ok: true, program }
  } catch (error) {
    if (error instanceof PatternError) return { ok: false, reason: `invalid pattern: ${error.message}` }
    throw error
  }
}

class PatternReader {
  readonly characters: string[]
  at = 0
  depth = 0
  readonly ignoreCase: boolean

  constructor(source: string) {
    this.ignoreCase = source.startsWith('(?i)')
    this.characters = [...(this.ignoreCase ? source.slice(4) : source)]
  }

  read(): Tree {
    const tree = this.either()
    if (this.at < this.characters.length) throw new PatternError('a closing parenthesis too many')
    return tree
  }

  peek(): string | undefined {
    return this.characters[this.at]
  }

  take(wanted: string): boolean {
    if (this.characters[this.at] !== wanted) return false
    this.at += 1
    return true
  }

  either(): Tree {
    this.depth += 1
    if (this.depth > NESTING_MAX) throw new PatternError(`groups nest deeper than ${NESTING_MAX}`)
    const parts = [this.all()]
    while (this.take('|')) parts.push(this.all())
    this.depth -= 1
    return parts.length === 1 ? parts[0]! : { kind: 'either', parts }
  }

  all(): Tree {
    const parts: Tree[] = []
    while (this.at < this.characters.length && this.peek() !== '|' && this.peek() !== ')')
      parts.push(this.repeated())
    return { kind: 'all', parts }
  }

  repeated(): Tree {
    let part = this.one()
    for (;;) {
      const range = this.range()
      if (range === null) return part
      this.take('?') // a lazy quantifier finds the same texts
      part = { kind: 'repeat', part, min: range.min, max: range.max }
    }
  }

  range(): { min: number; max: number } | null {
    if (this.take('*')) return { min: 0, max: Infinity }
    if (this.take('+')) return { min: 1, max: Infinity }
    if (this.take('?')) return { min: 0, max: 1 }
    const written = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.characters.slice(this.at, this.at + 12).join(''))
    if (written === null) return null
    this.at += written[0].length
    const min = Number(written[1])
    const max = written[2] === undefined ? min : written[3] === '' ? Infinity : Number(written[3])
    if (min > REPEAT_MAX || (max !== Infinity && max > REPEAT_MAX) || max < min)
      throw new PatternError(`a repetition counts to ${REPEAT_MAX} at most`)
    return { min, max }
  }

  one(): Tree {
    const character = this.characters[this.at++]!
    switch (character) {
      case '(':
        return this.group()
      case '[':
        return { kind: 'take', test: this.set() }
      case '.':
        return { kind: 'take', test: (code) => code !== 10 }
      case '^':
        return { kind: 'start' }
      case '$':
        return { kind: 'end' }
      case '*':
      case '+':
      case '?':
        throw new PatternError(`nothing to repeat before ${character}`)
      case '\\':
        return this.escaped()
      default:
        return { kind: 'take', test: this.literal(character) }
    }
  }

  group(): Tree {
    if (this.take('?') && !this.take(':')) throw new PatternError('only (…) and (?:…) are known')
    const inner = this.either()
    if (!this.take(')')) throw new PatternError('a group is not closed')
    return inner
  }

  escaped(): Tree {
    const character = this.characters[this.at++]
    if (character === undefined) throw new PatternError('it ends in a backslash')
    return { kind: 'take', test: classOf(character) ?? this.literal(escapeOf(character)) }
  }

  literal(character: string): Test {
    const code = character.codePointAt(0)!
    if (!this.ignoreCase) return (other) => other === code
    const cases = new Set([code, ...caseVariants(character)])
    return (other) => cases.has(other)
  }

  set(): Test {
    const negated = this.take('^')
    const tests: Test[] = []
    let first = true
    while (first || this.peek() !== ']') {
      if (this.at >= this.characters.length) throw new PatternError('a set is not closed')
      tests.push(this.setMember())
      first = false
    }
    this.at += 1
    return negated ? (code) => !tests.some((test) => test(code)) : (code) => tests.some((test) => test(code))
  }

  setMember(): Test {
    const low = this.setCharacter()
    if (typeof low === 'function') return low
    const ranged = this.peek() === '-' && this.characters[this.at + 1] !== ']'
    if (!ranged) return this.literal(low)
    this.at += 1
    const high = this.setCharacter()
    if (typeof high === 'function' || this.at > this.characters.length)
      throw new PatternError('a range has no end')
    return this.between(low.codePointAt(0)!, high.codePointAt(0)!)
  }

  between(from: number, to: number): Test {
    if (from > to) throw new PatternError('a range runs backwards')
    const inside: Test = (code) => code >= from && code <= to
    if (!this.ignoreCase) return inside
    return (code) => inside(code) || caseVariants(String.fromCodePoint(code)).some(inside)
  }

  setCharacter(): string | Test {
    const character = this.characters[this.at++] ?? ''
    if (character === '') throw new PatternError('a set is not closed')
    if (character !== '\\') return character
    const escaped = this.characters[this.at++]
    if (escaped === undefined) throw new PatternError('it ends in a backslash')
    return classOf(escaped) ?? escapeOf(escaped)
  }
}

const caseVariants = (character: string): number[] => [
  character.toLowerCase().codePointAt(0)!,
  character.toUpperCase().codePointAt(0)!,
]

const isDigit: Test = (code) => code >= 48 && code <= 57
const isWord: Test = (code) =>
  isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95
const isSpace: Test = (code) => code === 32 || (code >= 9 && code <= 13 && code !== 11)
const not =
  (test: Test): Test =>
  (code) =>
    !test(code)

const CLASSES = new Map<string, Test>([
  ['d', isDigit],
  ['D', not(isDigit)],
  ['w', isWord],
  ['W', not(isWord)],
  ['s', isSpace],
  ['S', not(isSpace)],
])
const classOf = (character: string): Test | undefined => CLASSES.get(character)

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' }

function escapeOf(character: string): string {
  if (Object.hasOwn(ESCAPES, character)) return ESCAPES[character]!
  if (/[A-Za-z0-9]/.test(character)) throw new PatternError(`\\${character} is not known`)
  return character
}

/** Thompson's construction. */
function emit(tree: Tree, program: Program): void {
  if (program.length > INSTRUCTIONS_MAX) throw new PatternError('it repeats too much')
  switch (tree.kind) {
    case 'all':
      for (const part of tree.parts) emit(part, program)
      return
    case 'either':
      emitEither(tree.parts, program)
      return
    case 'repeat':
      emitRepeat(tree.part, tree.min, tree.max, program)
      return
    default:
      program.push(tree)
  }
}

function emitEither(parts: Tree[], program: Program): void {
  const jumps: { kind: 'jump'; to: number }[] = []
  parts.forEach((part, index) => {
    const last = index === parts.length - 1
    const split = { kind: 'split' as const, left: program.length + 1, right: 0 }
    if (!last) program.push(split)
    emit(part, program)
    if (last) return
    const jump = { kind: 'jump' as const, to: 0 }
    program.push(jump)
    jumps.push(jump)
    split.right = program.length
  })
  for (const jump of jumps) jump.to = program.length
}

function emitRepeat(part: Tree, min: number, max: number, program: Program): void {
  for (let i = 0; i < min; i++) emit(part, program)
  if (max === Infinity) {
    const split = { kind: 'split' as const, left: program.length + 1, right: 0 }
    program.push(split)
    emit(part, program)
    program.push({ kind: 'jump', to: split.left - 1 })
    split.right = program.length
    return
  }
  for (let i = min; i < max; i++) {
    const split = { kind: 'split' as const, left: program.length + 1, right: 0 }
    program.push(split)
    emit(part, program)
    split.right = program.length
  }
}
