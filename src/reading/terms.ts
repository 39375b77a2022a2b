import type { NameStance } from '../model/listed-entity.ts'
import type { TermBank } from '../model/policy.ts'
import { foldText } from './fold.ts'

/** A bank's term as it was found: which one, and where in the folded text (end exclusive). */
export interface TermHit {
  entry: TermEntry
  start: number
  end: number
}

export interface TermEntry {
  bank: string
  term: string
  policy: string | null
  language: string | null
  /** In log-odds. */
  weight: number
  /** Of a listed entity's name: who calls it so. */
  stance?: NameStance
}

export interface Terms {
  /** Hits in order of their end; where terms lie within one another, all of them, at most `HITS_MAX`. Linear in the length. */
  find(folded: string): TermHit[]
  /** How many states the automaton has. */
  size: number
}

/** More hits than this in one text add nothing. */
export const HITS_MAX = 64

const ROOT = 0
/** The class of all that parts words. Runs of it count as one. */
const GAP = 1
const CLASSES_MAX = 4_096

/**
 * One automaton over all terms (Aho and Corasick, 1975), its moves in two arrays of integers (Aoe's double array, 1989): the move
 * from state s on class c leads to `base[s] + c` where `check` says s. Tens of thousands of terms cost as much per character
 * as one. Text is seen as classes of characters, so that rows stay small whatever the scripts.
 */
export function buildTerms(banks: TermBank[]): Terms {
  const classes = new Uint16Array(0x10000)
  const patterns = patternsOf(banks)
  const count = assignClasses(patterns, classes)
  const trie = trieOf(patterns, classes)
  const { base, check, stateOf } = packed(trie, count)
  const { fail, output } = linked(trie, stateOf, base.length)
  const find = (folded: string): TermHit[] => {
    const hits: TermHit[] = []
    let state = ROOT
    let before = GAP
    for (let at = 0; at <= folded.length; at++) {
      const known = at === folded.length ? GAP : classes[folded.charCodeAt(at)]!
      const kind = known === 0 ? classOf(folded.charCodeAt(at), classes) : known
      if (kind === GAP && before === GAP) continue
      before = kind
      let next = base[state]! + kind
      while (check[next] !== state && state !== ROOT) {
        state = fail[state]!
        next = base[state]! + kind
      }
      state = check[next] === state ? next : ROOT
      if (output[state]! >= 0) collect(patterns, trie, output, state, folded, at, hits)
      if (hits.length >= HITS_MAX) break
    }
    return hits.slice(0, HITS_MAX)
  }
  return { find, size: trie.first.length }
}

interface Pattern {
  /** Words apart by single spaces, a space at the end where a word must end there. */
  units: string
  entry: TermEntry
  /** Written in one word, which counts in hashtags only. */
  joined: boolean
}

const WORD = /[\p{L}\p{M}\p{N}']+/gu

function patternsOf(banks: TermBank[]): Pattern[] {
  const patterns: Pattern[] = []
  for (const { id, policy, entries } of banks)
    for (const { term, language, weight, stance } of entries) {
      const entry: TermEntry = { bank: id, term, policy, language, weight, ...(stance && { stance }) }
      const words = foldText(term).match(WORD) ?? []
      if (words.length === 0) continue
      patterns.push({ units: words.join(' '), entry, joined: false })
      if (words.length > 1) patterns.push({ units: words.join(''), entry, joined: true })
    }
  return patterns
}

const LETTER = /[\p{L}\p{M}\p{N}']/u
/** Letters that no term has: of one class, which every term fails on. */
const STRANGE = 2

function classOf(unit: number, classes: Uint16Array): number {
  const kind = LETTER.test(String.fromCharCode(unit)) || (unit >= 0xd800 && unit <= 0xdfff) ? STRANGE : GAP
  classes[unit] = kind
  return kind
}

function assignClasses(patterns: Pattern[], classes: Uint16Array): number {
  let count = STRANGE + 1
  classes[0x20] = GAP
  for (const { units } of patterns)
    for (let i = 0; i < units.length; i++) {
      const unit = units.charCodeAt(i)
      if (classes[unit] === 0 && count < CLASSES_MAX) classes[unit] = count++
    }
  return count
}

/** Nodes with their children as linked lists: small to build, read once. */
interface Trie {
  first: number[]
  next: number[]
  kind: number[]
  depth: number[]
  /** Head of each node's list of patterns, and the rest of each list. */
  ends: number[]
  sameEnd: number[]
}

function trieOf(patterns: Pattern[], classes: Uint16Array): Trie {
  const trie: Trie = { first: [-1], next: [-1], kind: [0], depth: [0], ends: [-1], sameEnd: [] }
  patterns.forEach(({ units }, index) => {
    let node = ROOT
    for (let i = 0; i < units.length; i++) node = childOf(trie, node, classes[units.charCodeAt(i)]!)
    trie.sameEnd[index] = trie.ends[node]!
    trie.ends[node] = index
  })
  return trie
}

function childOf(trie: Trie, node: number, kind: number): number {
  for (let child = trie.first[node]!; child >= 0; child = trie.next[child]!)
    if (trie.kind[child] === kind) return child
  const child = trie.first.length
  trie.first.push(-1)
  trie.next.push(trie.first[node]!)
  trie.kind.push(kind)
  trie.depth.push(trie.depth[node]! + 1)
  trie.ends.push(-1)
  trie.first[node] = child
  return child
}

/** Where slots are taken to this share, no more places are looked for. */
const DENSE = 0.9

/**
 * Places every node's children side by side where all their slots are free. Looking begins behind what is densely taken, so that
 * building stays near linear; a tenth of the slots is given up for it.
 */
function packed(trie: Trie, classes: number) {
  let base = new Int32Array(trie.first.length * 2 + classes * 4)
  let check = new Int32Array(base.length).fill(-1)
  const stateOf = new Int32Array(trie.first.length)
  check[ROOT] = -2
  let from = 1
  for (const node of breadthFirst(trie)) {
    const kinds: number[] = []
    for (let child = trie.first[node]!; child >= 0; child = trie.next[child]!) kinds.push(trie.kind[child]!)
    if (kinds.length === 0) continue
    kinds.sort((a, b) => a - b)
    const least = kinds[0]!
    let slot = Math.max(from, least)
    let taken = 0
    const start = slot
    for (; ; slot++) {
      while (slot + classes >= check.length) {
        base = grown(base, 0)
        check = grown(check, -1)
      }
      if (check[slot] !== -1) taken++
      else if (kinds.every((kind) => check[slot - least + kind] === -1)) break
    }
    if (taken >= DENSE * (slot - start + 1)) from = slot
    const state = stateOf[node]!
    base[state] = slot - least
    for (let child = trie.first[node]!; child >= 0; child = trie.next[child]!) {
      const place = slot - least + trie.kind[child]!
      check[place] = state
      stateOf[child] = place
    }
  }
  return { base, check, stateOf }
}

function grown(before: Int32Array<ArrayBuffer>, fill: number): Int32Array<ArrayBuffer> {
  const after = new Int32Array(before.length * 2).fill(fill)
  after.set(before)
  return after
}

function breadthFirst(trie: Trie): number[] {
  const order = [ROOT]
  for (let at = 0; at < order.length; at++)
    for (let child = trie.first[order[at]!]!; child >= 0; child = trie.next[child]!) order.push(child)
  return order
}

/** For each state: where to go on when nothing fits, and the nearest node (itself included) at which a pattern ends. */
function linked(trie: Trie, stateOf: Int32Array, size: number) {
  const fail = new Int32Array(size)
  const output = new Int32Array(size).fill(-1)
  const failNode = new Int32Array(trie.first.length)
  for (const node of breadthFirst(trie)) {
    output[stateOf[node]!] =
      trie.ends[node]! >= 0 ? node : node === ROOT ? -1 : output[stateOf[failNode[node]!]!]!
    for (let child = trie.first[node]!; child >= 0; child = trie.next[child]!) {
      failNode[child] = node === ROOT ? ROOT : failOf(trie, failNode, node, trie.kind[child]!)
      fail[stateOf[child]!] = stateOf[failNode[child]!]!
    }
  }
  // The next shorter pattern that ends at the same place, by node.
  const shorter = new Int32Array(trie.first.length).fill(-1)
  for (const node of breadthFirst(trie)) if (node !== ROOT) shorter[node] = output[stateOf[failNode[node]!]!]!
  Object.assign(trie, { shorter })
  return { fail, output }
}

function failOf(trie: Trie, failNode: Int32Array, node: number, kind: number): number {
  for (let at = failNode[node]!; ; at = failNode[at]!) {
    for (let child = trie.first[at]!; child >= 0; child = trie.next[child]!)
      if (trie.kind[child] === kind) return child
    if (at === ROOT) return ROOT
  }
}

function collect(
  patterns: Pattern[],
  trie: Trie,
  output: Int32Array,
  state: number,
  text: string,
  at: number,
  hits: TermHit[],
): void {
  const { shorter } = trie as Trie & { shorter: Int32Array }
  for (let node = output[state]!; node >= 0; node = shorter[node]!)
    for (let index = trie.ends[node]!; index >= 0; index = trie.sameEnd[index]!) {
      const { entry, units, joined } = patterns[index]!
      const end = at + 1
      const start = startOf(text, end, units)
      if (joined ? isHashtag(text, start, end) : isWhole(text, start, end)) hits.push({ entry, start, end })
    }
}

/** Where a pattern that ends at `end` began: runs of what parts words count as one unit. */
function startOf(text: string, end: number, units: string): number {
  let at = end
  for (let i = units.length - 1; i >= 0; i--) {
    at--
    if (units[i] === ' ') while (at > 0 && !isLetter(text, at - 1)) at--
  }
  return at
}

const isLetter = (text: string, at: number): boolean => at >= 0 && at < text.length && LETTER.test(text[at]!)

const isHashtag = (text: string, start: number, end: number): boolean =>
  text[start - 1] === '#' && !isLetter(text, end)

/** Scripts that write words without spaces: a term may stand anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u
const ARABIC = /\p{Script=Arabic}/u
/** What Arabic writes onto the front of a word (and, so, by, for, like, the) and onto its end (whose). */
const ARABIC_FRONT = /^[وف]?(?:[بكل]?(?:ال)?|لل)$/
const ARABIC_BACK = /^(?:ي|ك|ه|ها|هم|هن|كم|كن|نا|ات|ين|ون|وا|ة)?$/
const AFFIX_MAX = 4

function isWhole(text: string, start: number, end: number): boolean {
  const first = text[start]!
  if (UNSPACED.test(first)) return true
  const front = affix(text, start, -1)
  const back = affix(text, end, 1)
  if (front === '' && back === '') return true
  if (!ARABIC.test(first)) return front === '' && back === "'s"
  return ARABIC_FRONT.test(front) && ARABIC_BACK.test(back)
}

/** Letters that touch a place, up to a few more than any affix has. */
function affix(text: string, at: number, step: 1 | -1): string {
  let letters = ''
  for (let i = step === 1 ? at : at - 1; letters.length <= AFFIX_MAX && isLetter(text, i); i += step)
    letters = step === 1 ? letters + text[i]! : text[i]! + letters
  return letters
}
