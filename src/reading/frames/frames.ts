import type { Frame, Span } from '../../model/reading.ts'
import { type Folded, originalSpan } from '../fold.ts'
import type { Token } from '../tokens.ts'
import {
  type Compiled,
  findAll,
  has,
  type Match,
  maskOf,
  type Role,
  type Sign,
  type Strength,
  type Unit,
  type Way,
} from './grammar.ts'

/** A frame as the grammar found it: the public part, and what scoring asks of it. */
export interface Found {
  frame: Frame
  strength: Strength
  /** Units from (inclusive) and to (exclusive). */
  from: number
  to: number
  sentence: number
  /** What the target is, as far as words tell. */
  against: Against
}

export type Against = 'you' | 'people' | 'group' | 'them' | 'name' | 'nobody' | 'thing'

/** Units from (inclusive) and to (exclusive), and whether it asks. */
export interface Sentence {
  from: number
  to: number
  asks: boolean
  signs: Sign[]
}

/** Frames and signs kept of one text. */
export const FRAMES_MAX = 24
const SIGNS_MAX = 64
/** A sentence longer than this is read in parts. */
const SENTENCE_MAX = 120

const NOT = maskOf('NOT')
const THING = maskOf('THING PLAY BEAST')
const TARGETS: [Against, ReturnType<typeof maskOf>][] = [
  ['you', maskOf('YOU')],
  ['group', maskOf('GROUP')],
  ['people', maskOf('PEOPLE KIN')],
  ['name', maskOf('NAME')],
  ['them', maskOf('THEM BODY')],
]

export function sentencesOf(units: Unit[], tokens: Token[]): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  for (let at = 0; at <= units.length; at++) {
    const kind = at < units.length ? tokens[units[at]!.from]!.kind : 'stop'
    const ends = kind === 'stop' || kind === 'question'
    if (!ends && at - from < SENTENCE_MAX) continue
    if (at > from) sentences.push({ from, to: at, asks: kind === 'question', signs: [] })
    from = ends ? at + 1 : at
  }
  return sentences
}

/** Finds frames and signs of one language in a text's sentences. Signs are put on the sentences. */
export function framesOf(
  grammar: Compiled,
  units: Unit[],
  sentences: Sentence[],
  quotes: Uint8Array,
  tokens: Token[],
  folded: Folded,
): Found[] {
  const found: Found[] = []
  sentences.forEach((sentence, index) => {
    const signs: Match<Sign>[] = []
    findAll(grammar.signs, units, sentence.from, sentence.to, signs)
    for (const { line } of signs.slice(0, SIGNS_MAX))
      if (!sentence.signs.includes(line.of)) sentence.signs.push(line.of)
    const ways: Match<Way>[] = []
    findAll(grammar.ways, units, sentence.from, sentence.to, ways)
    for (const match of best(ways)) {
      if (found.length >= FRAMES_MAX) return
      found.push(foundOf(match, units, index, sentence, quotes, tokens, folded))
    }
  })
  return found
}

const RANK: Record<Strength, number> = { strong: 3, fair: 2, weak: 1 }

/** Where ways overlap, the stronger stands, then the longer, then the first. */
function best(ways: Match<Way>[]): Match<Way>[] {
  const order = [...ways].sort(
    (a, b) =>
      RANK[b.line.of.strength] - RANK[a.line.of.strength] ||
      b.to - b.from - (a.to - a.from) ||
      a.from - b.from,
  )
  const kept: Match<Way>[] = []
  for (const way of order) {
    if (kept.length >= FRAMES_MAX) break
    if (!kept.some((other) => way.from < other.to && other.from < way.to)) kept.push(way)
  }
  return kept.sort((a, b) => a.from - b.from)
}

function foundOf(
  { line, from, to, roles }: Match<Way>,
  units: Unit[],
  index: number,
  sentence: Sentence,
  quotes: Uint8Array,
  tokens: Token[],
  folded: Folded,
): Found {
  const spanOf = ({ from, to }: { from: number; to: number }): Span =>
    originalSpan(folded, tokens[units[from]!.from]!.start, tokens[units[to - 1]!.to - 1]!.end)
  const frame: Frame = { act: line.of.act, span: spanOf({ from, to }) }
  for (const role of Object.keys(roles) as Role[]) frame[role] = spanOf(roles[role]!)
  addCircumstances(frame, units, sentence, { from, to }, spanOf)
  if (frame.act === 'threat') addCondition(frame, units, sentence, { from, to }, spanOf)
  if (isNegated(units, sentence.from, from, to, line.denies)) frame.negated = true
  if (quotes[units[from]!.from] === 1) frame.quoted = true
  return {
    frame,
    strength: line.of.strength,
    from,
    to,
    sentence: index,
    against: againstOf(units, roles, from, to),
  }
}

/** A negation shortly before the frame, or within it where the way itself does not speak of one. */
const NEGATED_BEFORE = 4
/** What a negation does not reach beyond: `I am not violent but …`. Folded, as words of a text are. */
const PARTS_DENIAL: ReadonlySet<string> = new Set(
  ', : but yet still however mais pourtant aber doch sondern pero sino لكن ولكن بس انما'.split(' '),
)

function isNegated(units: Unit[], start: number, from: number, to: number, denies: boolean): boolean {
  for (let at = from - 1; at >= Math.max(start, from - NEGATED_BEFORE); at--) {
    if (PARTS_DENIAL.has(units[at]!.word)) break
    if (has(units[at]!, NOT)) return true
  }
  return !denies && units.slice(from, to).some((unit) => has(unit, NOT))
}

const IF = maskOf('IF')

/** A threat on a condition is another act; the condition is what stands from its word on, up to the threat or the sentence's end. */
function addCondition(
  frame: Frame,
  units: Unit[],
  sentence: Sentence,
  own: { from: number; to: number },
  spanOf: (range: { from: number; to: number }) => Span,
): void {
  for (let at = sentence.from; at < sentence.to; at++) {
    if (!has(units[at]!, IF) || (at >= own.from && at < own.to)) continue
    frame.act = 'conditional'
    frame.condition = spanOf({ from: at, to: at < own.from ? own.from : sentence.to })
    return
  }
}

const CIRCUMSTANCES: ['time' | 'place' | 'means', ReturnType<typeof maskOf>][] = [
  ['time', maskOf('TIME')],
  ['place', maskOf('PLACE')],
  ['means', maskOf('WEAPON')],
]

/** Time, place and means stand anywhere in the frame's sentence. */
function addCircumstances(
  frame: Frame,
  units: Unit[],
  sentence: Sentence,
  own: { from: number; to: number },
  spanOf: (range: { from: number; to: number }) => Span,
): void {
  for (const [role, mask] of CIRCUMSTANCES) {
    if (frame[role] !== undefined) continue
    for (let at = sentence.from; at < sentence.to; at++) {
      if (!has(units[at]!, mask)) continue
      frame[role] = spanOf({ from: at, to: at + 1 })
      if (at >= own.from) break
    }
  }
}

function againstOf(units: Unit[], roles: Match<Way>['roles'], from: number, to: number): Against {
  const range = roles.target ?? { from, to }
  for (const [against, mask] of TARGETS)
    for (let at = range.from; at < range.to; at++) if (has(units[at]!, mask)) return against
  for (let at = from; at < Math.min(to + 1, units.length); at++) if (has(units[at]!, THING)) return 'thing'
  return 'nobody'
}

/** For each token, 1 where it stands between quotation marks. Unclosed marks quote nothing, unless they open the whole rest. */
export function quotesOf(tokens: Token[]): Uint8Array {
  const quoted = new Uint8Array(tokens.length)
  let open = -1
  let mark: Token['kind'] | null = null
  for (let at = 0; at < tokens.length; at++) {
    const { kind, word } = tokens[at]!
    const paired = open >= 0 && REVERSED[tokens[open]!.word] === word
    const closes = open >= 0 && (paired || kind === 'close' || (kind === 'quote' && mark !== null))
    if (closes) {
      quoted.fill(1, open + 1, at)
      open = -1
      mark = null
    } else if (kind === 'open' || kind === 'quote' || (kind === 'close' && word in REVERSED)) {
      open = at
      mark = kind
    }
  }
  return quoted
}

/** German and its neighbours close with what others open with. */
const REVERSED: Record<string, string> = { '„': '“', '‚': '‘', '»': '«', '›': '‹' }
