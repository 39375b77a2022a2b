import { BUCKETS } from './classifier.ts'
import type { Found, Sentence } from './frames/frames.ts'
import { CLASSES, has, maskOf, type Unit } from './frames/grammar.ts'
import { type Signs, stands } from './stance.ts'
import type { Token } from './tokens.ts'

/** What the linear model looks at: named features by name, hashed n-grams by bucket, each with the unit it came from. */
export interface Features {
  named: Set<string>
  /** Bucket and unit (or -1) in turn. */
  grams: Int32Array
  length: number
}

/** Units looked at; the rest of a very long text adds nothing. */
const UNITS_MAX = 400
const GRAMS_MAX = 24_000

/** Who a person is must not move a score: peoples, faiths, names and handles are one word each to the model. */
const GROUP = maskOf('GROUP')
const NAME = maskOf('NAME')
const HALF = 30

const buffer = new Int32Array(GRAMS_MAX * 2)

export function featuresOf(
  units: Unit[],
  tokens: Token[],
  frames: Found[],
  sentences: Sentence[],
  signs: Signs,
): Features {
  const named = namedOf(units, tokens, frames, sentences, signs)
  const length = gramsOf(units, tokens)
  return { named, grams: buffer, length }
}

function namedOf(
  units: Unit[],
  tokens: Token[],
  frames: Found[],
  sentences: Sentence[],
  signs: Signs,
): Set<string> {
  const named = new Set<string>()
  const set = (name: string) => named.add(name)
  for (const found of frames) {
    const { act, time, place, means } = found.frame
    if (!stands(found)) {
      set(found.frame.negated ? `negated ${act}` : `told ${act}`)
      continue
    }
    set(`${found.strength} ${act}`)
    set(`against ${found.against}`)
    if (time !== undefined) set('time')
    if (place !== undefined) set('place')
    if (means !== undefined) set('means')
    if (sentences[found.sentence]!.asks) set('asked')
  }
  for (const sign of signs.all) set(`sign ${sign}`)
  for (const sign of signs.weak) set(`leans ${sign}`)
  let low = 0
  let high = 0
  for (const unit of units) {
    low |= unit.low
    high |= unit.high
  }
  CLASSES.forEach((name, i) => {
    if (((i < HALF ? low >> i : high >> (i - HALF)) & 1) === 1) set(`class ${name}`)
  })
  addMarks(tokens, set)
  return named
}

function addMarks(tokens: Token[], set: (name: string) => void): void {
  for (const { kind, tagged } of tokens) {
    if (kind === 'question') set('question')
    if (kind === 'open' || kind === 'quote') set('quotation')
    if (kind === 'url') set('link')
    if (kind === 'mention') set('mention')
    if (kind === 'emoji') set('emoji')
    if (tagged) set('hashtag')
  }
}

const SEED = 0x811c9dc5
const PRIME = 0x01000193
const mix = (hash: number, value: number): number => Math.imul(hash ^ value, PRIME)
const bucketOf = (hash: number): number => (hash ^ (hash >>> 15)) & (BUCKETS - 1)

function hashWord(word: string, seed: number): number {
  let hash = seed
  for (let i = 0; i < word.length; i++) hash = mix(hash, word.charCodeAt(i))
  return hash
}

/** Hash of what a unit is to the model: its class where that stands for it, else its word. */
function faceOf(unit: Unit): number {
  if (has(unit, NAME)) return 11
  if (has(unit, GROUP)) return 12
  return hashWord(unit.word, SEED)
}

const CHARS_FROM = 3
const CHARS_TO = 5

function gramsOf(units: Unit[], tokens: Token[]): number {
  let length = 0
  const add = (hash: number, unit: number): void => {
    if (length >= GRAMS_MAX) return
    buffer[length * 2] = bucketOf(hash)
    buffer[length * 2 + 1] = unit
    length++
  }
  let before = 1
  let twoBefore = 1
  const last = Math.min(units.length, UNITS_MAX)
  for (let at = 0; at < last; at++) {
    const unit = units[at]!
    const { kind } = tokens[unit.from]!
    if (kind === 'url' || kind === 'pause' || kind === 'open' || kind === 'close' || kind === 'quote')
      continue
    const face = faceOf(unit)
    add(mix(face, 1), at)
    add(mix(mix(before, face), 2), at)
    add(mix(mix(mix(twoBefore, before), face), 3), at)
    twoBefore = before
    before = face
    if (kind === 'word' && !has(unit, NAME) && !has(unit, GROUP)) addChars(unit.word, at, add)
    addClasses(units, at, last, add)
  }
  addSkeletons(units, tokens, last, add)
  return length
}

/** What a unit is first of all, where it is several things: the rarer and the more telling comes first. */
const FACES =
  'HARM RAPE HARMED HARMING SLAY DIE DEAD BOMB WEAPON HERO CAUSE BODY KIN NAME GROUP BEAST THING PLAY NEWS LAW SHUN SAY JOKE RIGHT WISH PRAISE WATCH JOIN SEND MAKE AID PEOPLE SLUR BEAT HARD MUST LET WILL WANT IF NOT I WE YOU THEM TIME PLACE ASK OLD GO GREET BE ALL'
    .split(' ')
    .map((name) => maskOf(name))
/** Faces that stand between others without changing what is said. */
const FACE_START = FACES.length + 1
const FACE_ASKS = FACES.length + 2
const facesKnown = new Map<number, number>()
const FACES_KNOWN_MAX = 10_000

function classFace({ low, high }: Unit): number {
  if (low === 0 && high === 0) return 0
  const key = high * 0x40000000 + low
  const known = facesKnown.get(key)
  if (known !== undefined) return known
  let face = 0
  for (let i = 0; i < FACES.length && face === 0; i++)
    if ((low & FACES[i]!.low) !== 0 || (high & FACES[i]!.high) !== 0) face = i + 1
  if (facesKnown.size >= FACES_KNOWN_MAX) facesKnown.clear()
  facesKnown.set(key, face)
  return face
}

/** The classes of a sentence in their order, words that have none left out: what crosses languages, and what no list of phrases foresees. */
const SKELETON_GAP = 5

function addSkeletons(
  units: Unit[],
  tokens: Token[],
  last: number,
  add: (hash: number, unit: number) => void,
): void {
  let one = FACE_START
  let two = 0
  let three = 0
  let since = 0
  for (let at = 0; at < last; at++) {
    const unit = units[at]!
    const { kind } = tokens[unit.from]!
    if (kind === 'stop' || kind === 'question') {
      if (kind === 'question') {
        add(mix(mix(mix(SEED, one), FACE_ASKS), 21), at)
        add(mix(mix(mix(mix(SEED, two), one), FACE_ASKS), 22), at)
      }
      one = FACE_START
      two = 0
      three = 0
      since = 0
      continue
    }
    if (kind === 'pause' || kind === 'open' || kind === 'close' || kind === 'quote' || kind === 'url')
      continue
    const face = classFace(unit)
    if (face === 0) {
      if (kind === 'word') {
        const word = hashWord(unit.word, SEED)
        if (since < 2) add(mix(mix(word, one), 31), at)
        const after = at + 1 < last ? classFace(units[at + 1]!) : 0
        if (after !== 0) add(mix(mix(word, after), 32), at)
        if (since < 2 && after !== 0) add(mix(mix(mix(SEED, one), after), 33), at)
      }
      since++
      continue
    }
    if (since > SKELETON_GAP) {
      one = 0
      two = 0
      three = 0
    }
    since = 0
    add(mix(mix(mix(SEED, one), face), 21), at)
    if (two !== 0) add(mix(mix(mix(mix(SEED, two), one), face), 22), at)
    if (three !== 0) add(mix(mix(mix(mix(mix(SEED, three), two), one), face), 23), at)
    three = two
    two = one
    one = face
  }
}

function addChars(word: string, at: number, add: (hash: number, unit: number) => void): void {
  const padded = `^${word}$`
  for (let start = 0; start + CHARS_FROM <= padded.length; start++) {
    let hash = SEED
    for (let size = 1; size <= CHARS_TO && start + size <= padded.length; size++) {
      hash = mix(hash, padded.charCodeAt(start + size - 1))
      if (size >= CHARS_FROM) add(mix(hash, 4), at)
    }
  }
}

/** Pairs of classes within this many units: what crosses from one language to another. */
const WINDOW = 4
const STRENGTH_OF_CLASS = maskOf(
  'HARM HARMED HARMING HARD DIE DEAD WEAPON SLAY WILL MUST LET WANT NOT IF WISH PRAISE SHUN SAY YOU THEM GROUP PEOPLE PLAY BEAST THING SLUR I WE ALL',
)

function addClasses(
  units: Unit[],
  at: number,
  last: number,
  add: (hash: number, unit: number) => void,
): void {
  const { low, high } = units[at]!
  const ownLow = low & STRENGTH_OF_CLASS.low
  const ownHigh = high & STRENGTH_OF_CLASS.high
  if (ownLow === 0 && ownHigh === 0) return
  const own = mix(mix(SEED, ownLow), ownHigh)
  for (let next = at + 1; next < Math.min(last, at + 1 + WINDOW); next++) {
    const otherLow = units[next]!.low & STRENGTH_OF_CLASS.low
    const otherHigh = units[next]!.high & STRENGTH_OF_CLASS.high
    if (otherLow === 0 && otherHigh === 0) continue
    add(mix(mix(mix(own, otherLow), otherHigh), 5), at)
    add(mix(mix(mix(mix(own, otherLow), otherHigh), next - at), 6), at)
  }
}
