import type { SpeechAct, Stance } from '../../model/reading.ts'
import { elisionEnd, type Token } from '../tokens.ts'

/*
 * The shape that every language's grammar shares. A grammar gives words their classes and says, in short lines over those
 * classes, how people threaten, call for violence, report and condemn. `english.ts` is the one to read first.
 */

/** What a word can be to a frame. Words may be several things at once: an Arabic verb carries who, when and whom. */
export const CLASSES = [
  // people
  'I', // the author
  'WE', // the author's side
  'YOU', // the addressed
  'THEM', // pronouns for others
  'ALL', // all, every, each
  'OF', // owns or joins: of the, my, your, these
  'PEOPLE', // kinds of people that violence is turned on: officers, traitors, families
  'GROUP', // peoples, faiths, origins, movements
  'NAME', // mentions and what stands for a person
  'BODY', // throat, head, blood
  'KIN', // family, children
  // violence
  'HARM', // do it: kill, burn
  'HARMED', // done: killed, burned
  'HARMING', // doing: killing
  'HARD', // could be violence: fight, hit, destroy, remove
  'RAPE',
  'BEAT', // hurt with hands and feet
  'DIE',
  'DEAD', // dead, a death
  'WEAPON',
  'SLAY', // nouns: massacre, execution
  // grammar
  'WILL', // going to, shall
  'MUST', // should, need to, deserve to
  'LET', // let us, time to
  'WANT', // want to, would love to
  'BE',
  'NOT',
  'IF',
  'TIME',
  'PLACE',
  'GO',
  // other acts
  'PRAISE', // glory, well done
  'HERO', // who is praised: martyr, fighter
  'CAUSE', // what is joined: jihad, our ranks, the movement
  'JOIN',
  'SEND', // donate, send
  'AID', // money, arms, shelter
  'MAKE', // build, mix
  'BOMB', // explosive things that are made
  'WISH', // may, hope, wish
  'WATCH', // wait and see, watch out
  'GREET', // urgings: rise, wake up
  // stance
  'SAY', // said, reported, according to
  'NEWS', // police, court, minister: who reports are about
  'SHUN', // condemn, disgusting, never again
  'ASK', // who, why, should we
  'JOKE', // lol, haha
  'PLAY', // game, film, match, exam, recipe: where violence is a figure
  'BEAST', // animals, food, germs: what may be killed
  'THING', // lights, process, time, mood: what is killed as a figure
  'ADV', // words that may stand in between
  'SLUR', // words of contempt
  'RIGHT', // rights, peace, love: what counter-speech speaks for
  'LAW', // law, trial, history, book
  'OLD', // past: ago, in 1914, was
] as const
export type Class = (typeof CLASSES)[number]

const HALF = 30
const bitOf = new Map<string, number>(CLASSES.map((name, i) => [name, i]))

/** A set of classes as two 30-bit halves. */
export interface Mask {
  low: number
  high: number
}

export function maskOf(names: string): Mask {
  const mask = { low: 0, high: 0 }
  for (const name of names.split(' ').filter(Boolean)) {
    const bit = bitOf.get(name)
    if (bit === undefined) throw new Error(`there is no class ${name}`)
    if (bit < HALF) mask.low |= 1 << bit
    else mask.high |= 1 << (bit - HALF)
  }
  return mask
}

export type Role = 'actor' | 'verb' | 'target' | 'means' | 'place' | 'time' | 'condition'
/** How much a frame says by itself. `weak` frames only add to other evidence. */
export type Strength = 'strong' | 'fair' | 'weak'

/** One way to do an act, as a line: `actor=I|WE WILL ADV* verb=HARM target=YOU|PEOPLE`. */
export interface Way {
  act: SpeechAct
  strength: Strength
  line: string
}

/** A line that tells where the author stands, wherever in a sentence it is found. */
export interface Sign {
  stance: Stance
  line: string
  /** Written with `~` before it: counts only where nothing in the text stands as meant. */
  weak: boolean
}

export interface Grammar {
  language: string
  /**
   * Classes (a list apart by spaces) → words and phrases, apart by commas. `I + WILL` reads a word as two: `I'll`.
   */
  words: Record<string, string>
  /** Parts of lines with a name, written `<name>` in lines. */
  parts: Record<string, string>
  ways: [SpeechAct, Strength, ...string[]][]
  signs: [Stance, ...string[]][]
  /** Common words by which the language is told. */
  common: string
  /** Classes of a word that no list has: endings and prefixes. Null where it says nothing. */
  analyse?: (word: string, known: (stem: string) => Mask | undefined) => Mask[] | null
}

/** A word or phrase of the text with its classes. */
export interface Unit extends Mask {
  word: string
  /** A mark that parts clauses. */
  parts: boolean
  /** Tokens from (inclusive) and to (exclusive). */
  from: number
  to: number
}

interface Element extends Mask {
  /** All classes are needed, rather than any. */
  all: boolean
  not: boolean
  words: Set<string> | null
  any: boolean
  /** Takes no unit: a clause must begin here. */
  begins: boolean
  min: number
  max: number
  role: Role | null
}

export interface Line<T> {
  of: T
  elements: Element[]
  source: string
  /** For each element that cannot be left out and names only classes: the classes, one of which a sentence must have. */
  needs: Mask[]
  /** The line itself speaks of not doing: a negation within it denies nothing. */
  denies: boolean
  /** The sentence for which `possible` was answered last. */
  asked: number
  possible: boolean
}

const ELEMENT = /^(?:([a-z]+)=)?(!?)(.+?)(\?|\*|\+)?$/u
const REPEAT_MAX = 3
const GAP_MAX = 4

/** `^` is the beginning of a clause, `_` any one word, `..` a gap of up to four. `A|b` any of, `A&B` both, `?` perhaps, `*` up to three, `+` one to three. */
export function parseLine<T>(source: string, of: T): Line<T> {
  const elements = source.split(' ').filter(Boolean).map(parseElement)
  if (elements.length > ELEMENTS_MAX) throw new Error(`more than ${ELEMENTS_MAX} elements: ${source}`)
  const needs = elements.filter(({ min, any, not, words }) => min > 0 && !any && !not && words === null)
  return { of, elements, source, needs, denies: source.includes('NOT'), asked: 0, possible: false }
}

function parseElement(source: string): Element {
  const [, role = null, not, body, quantity] = ELEMENT.exec(source)!
  const gap = body === '..'
  const begins = body === '^'
  const all = body!.includes('&')
  const names = body!.split(/[|&]/)
  const classes = names.filter((name) => bitOf.has(name))
  const words = names.filter((name) => !bitOf.has(name) && name !== '_' && !gap && !begins)
  if (words.some((word) => /^[A-Z]{2,}$/.test(word))) throw new Error(`unknown class in ${source}`)
  const [min, max] = gap
    ? [0, GAP_MAX]
    : quantity === '?'
      ? [0, 1]
      : quantity === '*'
        ? [0, REPEAT_MAX]
        : quantity === '+'
          ? [1, REPEAT_MAX]
          : [1, 1]
  return {
    ...maskOf(classes.join(' ')),
    all,
    not: not === '!',
    words: words.length > 0 ? new Set(words) : null,
    any: gap || body === '_',
    begins,
    min: begins ? 0 : min,
    max: begins ? 0 : max,
    role: role as Role | null,
  }
}

const matches = (element: Element, unit: Unit): boolean => {
  if (element.any) return true
  const low = element.low & unit.low
  const high = element.high & unit.high
  const hit = element.all
    ? low === element.low && high === element.high
    : low !== 0 || high !== 0 || element.words?.has(unit.word) === true
  return hit !== element.not
}

/** Whether a clause begins at a unit: nothing stands before it, or only what parts or calls. */
function begins(units: Unit[], at: number): boolean {
  const before = units[at - 1]
  return before === undefined || before.parts || has(before, OPENER)
}

const OPENER = maskOf('GREET NAME')

/** Where a line was found: units from and to, and the units of its roles. */
export interface Match<T> {
  line: Line<T>
  from: number
  to: number
  roles: Partial<Record<Role, { from: number; to: number }>>
}

/** Elements tried for one line at one place; past it the line counts as not found there. Keeps every text linear. */
const STEPS_MAX = 400

/** Elements of one line at most: `parseLine` refuses longer ones. */
const ELEMENTS_MAX = 64
/** Where each element of the line being tried ended, and how many steps that took. One line is tried at a time. */
const ends = new Int32Array(ELEMENTS_MAX)
let steps = 0

/** The line at unit `at` of a sentence that ends before `end`; or null. Longer repeats are tried first. */
export function matchAt<T>(line: Line<T>, units: Unit[], at: number, end: number): Match<T> | null {
  const { elements } = line
  steps = 0
  if (!fits(elements, units, end, 0, at)) return null
  const roles: Match<T>['roles'] = {}
  elements.forEach(({ role }, index) => {
    const from = index === 0 ? at : ends[index - 1]!
    const to = ends[index]!
    if (role === null || to === from) return
    const before = roles[role]
    roles[role] = before === undefined ? { from, to } : { from: before.from, to }
  })
  return { line, from: at, to: ends[elements.length - 1]!, roles }
}

function fits(elements: Element[], units: Unit[], end: number, index: number, from: number): boolean {
  if (index === elements.length) return true
  const element = elements[index]!
  if (element.begins && !begins(units, from)) return false
  let to = from
  while (to - from < element.max && to < end && matches(element, units[to]!)) to++
  for (; to - from >= element.min; to--) {
    if (++steps > STEPS_MAX) return false
    ends[index] = to
    if (fits(elements, units, end, index + 1, to)) return true
  }
  return false
}

/** A grammar made ready: words looked up, lines sorted by what they begin with. */
export interface Compiled {
  language: string
  words: Map<string, Mask[]>
  phrases: Map<string, { words: string[]; masks: Mask[] }[]>
  ways: Index<Way>
  signs: Index<Sign>
  common: ReadonlySet<string>
  /** Words that lines name. */
  named: ReadonlySet<string>
  analyse: (word: string) => Mask[] | null
  /** Whether `analyse` may find anything. */
  analyses: boolean
}

/** Lines by the class or the word they can begin with, so that most are never tried. */
interface Index<T> {
  byBit: Line<T>[][]
  byWord: Map<string, Line<T>[]>
  anywhere: Line<T>[]
  /** Lines that need none of the charged classes, by themselves: what is tried in a quiet sentence. Null within itself. */
  quiet: Index<T> | null
}

export function compile(grammar: Grammar, normal: (text: string) => string): Compiled {
  const words: Compiled['words'] = new Map()
  const phrases: Compiled['phrases'] = new Map()
  for (const [classes, list] of Object.entries(grammar.words)) {
    const masks = classes.split('+').map((part) => maskOf(part.trim()))
    for (const entry of list.split(/[,\n]/)) {
      const parts = normal(entry.trim()).split(/\s+/).filter(Boolean).flatMap(elided)
      if (parts.length === 1) words.set(parts[0]!, joined(words.get(parts[0]!), masks))
      if (parts.length < 2) continue
      const known = phrases.get(parts[0]!) ?? []
      const same = known.find((phrase) => phrase.words.join(' ') === parts.join(' '))
      if (same === undefined) known.push({ words: parts, masks })
      else same.masks = joined(same.masks, masks)
      phrases.set(parts[0]!, known)
    }
  }
  for (const known of phrases.values()) known.sort((a, b) => b.words.length - a.words.length)
  const whole = (line: string) =>
    normalLine(
      line.replace(/<([a-z]+)>/g, (_, name) => partOf(grammar, name)),
      normal,
    )
  const ways = grammar.ways.flatMap(([act, strength, ...lines]) =>
    lines.map((line) => parseLine(whole(line), { act, strength, line })),
  )
  const signs = grammar.signs.flatMap(([stance, ...lines]) =>
    lines.map((line) =>
      parseLine(whole(line.replace(/^~ /, '')), { stance, line, weak: line.startsWith('~') }),
    ),
  )
  const known = (stem: string) => words.get(stem)?.[0]
  for (const line of ways)
    line.denies ||= line.elements.some((element) =>
      [...(element.words ?? [])].some((word) => words.get(word)?.some((mask) => has(mask, NOT))),
    )
  return {
    language: grammar.language,
    words,
    phrases,
    named: new Set(
      [...ways, ...signs].flatMap(({ elements }) => elements.flatMap(({ words }) => [...(words ?? [])])),
    ),
    ways: indexOf(ways),
    signs: indexOf(signs),
    common: new Set(
      grammar.common
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(normal),
    ),
    analyses: grammar.analyse !== undefined,
    analyse: grammar.analyse ? remembered((word) => grammar.analyse!(word, known)) : () => null,
  }
}

const NOT = maskOf('NOT')

const normalLine = (line: string, normal: (text: string) => string): string =>
  line
    .split(' ')
    .map((part) =>
      part
        .split(/([|&?*+=!^])/)
        .map((piece) => (bitOf.has(piece) ? piece : normal(piece)))
        .join(''),
    )
    .join(' ')

/** Words as the tokeniser parts them. */
function elided(word: string): string[] {
  const cut = elisionEnd(word)
  return cut > 0 && cut < word.length ? [word.slice(0, cut), word.slice(cut)] : [word]
}

function partOf({ parts, language }: Grammar, name: string): string {
  const part = parts[name]
  if (part === undefined) throw new Error(`the grammar of ${language} has no part <${name}>`)
  return part
}

/** A word of two lists is both at once; one that is read as several words stays so. */
function joined(before: Mask[] | undefined, masks: Mask[]): Mask[] {
  if (before === undefined || masks.length > 1) return masks
  if (before.length > 1) return before
  return [{ low: before[0]!.low | masks[0]!.low, high: before[0]!.high | masks[0]!.high }]
}

/** Analysed words are remembered, up to this many; then forgotten all at once. */
const REMEMBERED_MAX = 20_000

function remembered(analyse: (word: string) => Mask[] | null): (word: string) => Mask[] | null {
  const known = new Map<string, Mask[] | null>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const masks = analyse(word)
    if (known.size >= REMEMBERED_MAX) known.clear()
    known.set(word, masks)
    return masks
  }
}

/** Classes without which a sentence is quiet. */
const CHARGED = maskOf(
  'HARM HARMED HARMING HARD RAPE BEAT DIE DEAD WEAPON SLAY PRAISE HERO CAUSE JOIN SEND MAKE WATCH PLAY SHUN SAY JOKE',
)

const isWithin = (mask: Mask, whole: Mask): boolean =>
  (mask.low & ~whole.low) === 0 && (mask.high & ~whole.high) === 0

function indexOf<T>(lines: Line<T>[]): Index<T> {
  const needsNone = lines.filter(({ needs }) => !needs.some((mask) => isWithin(mask, CHARGED)))
  return { ...sorted(lines), quiet: sorted(needsNone) }
}

function sorted<T>(lines: Line<T>[]): Index<T> {
  const index: Index<T> = {
    quiet: null,
    byBit: Array.from({ length: 2 * HALF }, () => []),
    byWord: new Map(),
    anywhere: [],
  }
  for (const line of lines) {
    const firsts: Element[] = []
    for (const element of line.elements) {
      firsts.push(element)
      if (element.min > 0) break
    }
    if (firsts.some(({ any, not }) => any || not)) {
      index.anywhere.push(line)
      continue
    }
    for (const { low, high, words } of firsts) {
      for (let bit = 0; bit < HALF; bit++) {
        if (low & (1 << bit)) put(index.byBit[bit]!, line)
        if (high & (1 << bit)) put(index.byBit[bit + HALF]!, line)
      }
      for (const word of words ?? []) {
        const known = index.byWord.get(word) ?? []
        put(known, line)
        index.byWord.set(word, known)
      }
    }
  }
  return index
}

const put = <T>(lines: T[], line: T): void => {
  if (!lines.includes(line)) lines.push(line)
}

/** All places in a sentence where lines of an index are found. */
export function findAll<T>(
  index: Index<T>,
  units: Unit[],
  from: number,
  end: number,
  found: Match<T>[],
): void {
  const classes = classesIn(units, from, end)
  const own = index.quiet !== null && !has(classes, CHARGED) ? index.quiet : index
  const search: Search<T> = { index: own, units, end, found, has: classes }
  sentence++
  for (let at = from; at < end; at++) {
    const { word, low, high } = units[at]!
    tryAll(own.anywhere, at, search)
    const byWord = own.byWord.get(word)
    if (byWord !== undefined) tryAll(byWord, at, search)
    if (low !== 0) eachBit(low, 0, at, search)
    if (high !== 0) eachBit(high, HALF, at, search)
  }
}

/** Which sentence is being searched, so that each line is asked once for each whether it can be there. */
let sentence = 0

interface Search<T> {
  index: Index<T>
  units: Unit[]
  end: number
  found: Match<T>[]
  /** Classes that the sentence has. */
  has: Mask
}

function classesIn(units: Unit[], from: number, end: number): Mask {
  const mask = { low: 0, high: 0 }
  for (let at = from; at < end; at++) {
    mask.low |= units[at]!.low
    mask.high |= units[at]!.high
  }
  return mask
}

function eachBit<T>(half: number, base: number, at: number, search: Search<T>): void {
  for (let rest = half; rest !== 0; rest &= rest - 1) {
    const bit = 31 - Math.clz32(rest & -rest)
    tryAll(search.index.byBit[base + bit]!, at, search)
  }
}

function tryAll<T>(lines: Line<T>[], at: number, { units, end, found, has: classes }: Search<T>): void {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (line.asked !== sentence) {
      line.asked = sentence
      line.possible = isPossible(line.needs, classes)
    }
    if (!line.possible) continue
    const match = matchAt(line, units, at, end)
    if (match !== null) found.push(match)
  }
}

/** Whether a sentence of these classes has all that a line cannot do without. */
function isPossible(needs: Mask[], { low, high }: Mask): boolean {
  for (let i = 0; i < needs.length; i++) {
    const need = needs[i]!
    if ((need.low & low) === 0 && (need.high & high) === 0) return false
  }
  return true
}

/** Words of a text with their classes, phrases joined. Marks are units without classes. */
export function unitsOf(tokens: Token[], grammar: Compiled): Unit[] {
  const units: Unit[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!
    const phrase = token.kind === 'word' ? phraseAt(tokens, at, grammar) : null
    const to = at + (phrase?.words.length ?? 1)
    const parts = token.kind !== 'word' && PARTING.has(token.kind)
    for (const { low, high } of phrase?.masks ?? masksOf(token, grammar))
      units.push({ word: token.word, low, high, parts, from: at, to })
    at = to
  }
  return units
}

const PARTING: ReadonlySet<string> = new Set([
  'stop',
  'question',
  'pause',
  'colon',
  'open',
  'close',
  'quote',
  'emoji',
  'url',
])

function phraseAt(tokens: Token[], at: number, grammar: Compiled) {
  const { word } = tokens[at]!
  const phrases =
    grammar.phrases.get(word) ?? (mayBeJoined(word) ? grammar.phrases.get(word.slice(1)) : undefined)
  if (phrases === undefined) return null
  return (
    phrases.find(({ words }) =>
      words.every(
        (word, i) => tokens[at + i]?.word === word || (i === 0 && isJoined(tokens[at]!.word, word)),
      ),
    ) ?? null
  )
}

const WAW = 'و'.charCodeAt(0)
const FA = 'ف'.charCodeAt(0)
const mayBeJoined = (word: string): boolean => word.charCodeAt(0) === WAW || word.charCodeAt(0) === FA
/** Arabic writes `and` and `so` onto the word that follows. */
const isJoined = (written: string, word: string): boolean =>
  written.length === word.length + 1 && (written[0] === 'و' || written[0] === 'ف') && written.endsWith(word)

const NOTHING: Mask[] = [{ low: 0, high: 0 }]
const NAMED = [maskOf('NAME')]
const AT_TIME = [maskOf('TIME')]
const CLOCK = /[:.]|am$|pm$|h\d*$/

function masksOf(token: Token, grammar: Compiled): Mask[] {
  switch (token.kind) {
    case 'word':
      return grammar.words.get(token.word) ?? grammar.analyse(token.word) ?? NOTHING
    case 'mention':
      return NAMED
    case 'number':
      return CLOCK.test(token.word) ? AT_TIME : NOTHING
    default:
      return NOTHING
  }
}

export const has = (unit: Mask, mask: Mask): boolean =>
  (unit.low & mask.low) !== 0 || (unit.high & mask.high) !== 0
