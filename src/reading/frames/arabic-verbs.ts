import { type Mask, maskOf } from './grammar.ts'

/*
 * How an Arabic word is taken apart: who does it, when, what, and to whom; or a noun with what is written onto it. Stems of verbs
 * stand in the grammar under `~`, as they follow the sign of the person: `سنقتلكم` is `س` `ن` `~قتل` `كم`.
 */

type Known = (stem: string) => Mask | undefined

const HARM = maskOf('HARM')
const HARD = maskOf('HARD')
const HARMED = maskOf('HARMED')
const HARMING = maskOf('HARMING')
const OLD_HARMED = maskOf('HARMED OLD')
const DONE_HARD = maskOf('OLD')
const I = maskOf('I')
const WE = maskOf('WE')
const WILL = maskOf('WILL')
const LET = maskOf('LET')
const MUST = maskOf('MUST')
const YOU = maskOf('YOU')
const THEM = maskOf('THEM')
const ME = maskOf('RIGHT')
const OWNED = maskOf('BODY KIN PLACE')
/** Words of grammar take nothing before or after them: `كما` is not `ما`. */
const GRAMMATICAL = maskOf('NOT IF WILL LET I WE YOU THEM ASK WISH GREET MUST OF ADV ALL')
const PASSIVE = maskOf('HARMED DIE')

/** What stands at a verb's end for its object. Longest first. */
const OBJECTS: [string, Mask][] = [
  ['كموا', YOU],
  ['كم', YOU],
  ['كن', YOU],
  ['كو', YOU],
  ['هم', THEM],
  ['هن', THEM],
  ['هما', THEM],
  ['ها', THEM],
  ['ني', ME],
  ['نا', ME],
  ['ك', YOU],
  ['ه', THEM],
]

const FRONT = /^[وف]?(?=.{3})/
/** What makes a first person's verb a plan: سـ of the standard, حـ هـ of Egypt, بـ of the Gulf, غـ of Morocco, لـ of an oath. */
const FIRST = /^(س|ح|ه|ب|غ|ل|عم|كن)?([ان])(.{2,7})$/
const BARE_FUTURE = /^([حهب])(.{2,7})$/
const OTHERS = /^(س|ح|ه|ب|ل)?([يت])(.{2,8})$/
const NOUN = /^[وف]?(?:لل|[بكل]?(?:ال)?)(.{2,})$/

/** These are verbs only behind the sign of a person; bare they are other words. */
const NEVER_BARE: ReadonlySet<string> = new Set(
  'عدم بيد غتال غتل غتصب دوس صفي فني طهر محي محو مسح قضي نهي هجم قتحم موت طلع شق'.split(' '),
)
/** With `ا` these are the past before they are an order. */
/** With many as doers and an object these tell what was done; orders begin with `ا`. */
const TOLD: ReadonlySet<string> = new Set('قتل ضرب ذبح دمر قصف شنق طعن عذب غتصب هاجم'.split(' '))
/** Of what only hurts, these done to somebody are violence. */
const HARD_DONE: ReadonlySet<string> = new Set(['ضرب', 'علق'])
const PAST_IN_ALEF: ReadonlySet<string> = new Set('غتال غتصب قتحم'.split(' '))

interface Verb {
  stem: string
  object: Mask | null
  plural: boolean
  /** The n of an oath: `لأقتلنّك`. */
  sworn: boolean
  /** What the stem does: HARM or HARD. */
  does: Mask
}

export function analyse(word: string, known: Known): Mask[] | null {
  const code = word.charCodeAt(0)
  if (word.length < 3 || word.length > 16) return null
  if (code < 0x80) return inLatin(word, known)
  if (code < 0x600 || code > 0x6ff) return null
  return (
    verb(word.replace(FRONT, ''), known) ?? (FRONT.test(word) ? verb(word, known) : null) ?? noun(word, known)
  )
}

/** Arabic as it is written in Latin letters and digits: consonants stay, short vowels go; ق is spoken and written as `2` or `9`. */
const LATIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '2': 'ق',
    '3': 'ع',
    '5': 'خ',
    '6': 'ط',
    '7': 'ح',
    '8': 'غ',
    '9': 'ق',
    b: 'ب',
    t: 'ت',
    j: 'ج',
    g: 'ج',
    d: 'د',
    r: 'ر',
    z: 'ز',
    s: 'س',
    sh: 'ش',
    kh: 'خ',
    gh: 'غ',
    th: 'ث',
    dh: 'ذ',
    f: 'ف',
    q: 'ق',
    k: 'ك',
    l: 'ل',
    m: 'م',
    n: 'ن',
    h: 'ه',
    w: 'و',
    y: 'ي',
  }),
)
const VOWELS: ReadonlySet<string> = new Set('aeiou')
/** Letters that stand for two in Latin; the other one is tried after. */
const EMPHATIC: [string, string][] = [
  ['د', 'ض'],
  ['ت', 'ط'],
  ['س', 'ص'],
]
const ROOT_MIN = 4

function inLatin(word: string, known: Known): Mask[] | null {
  const bare = consonantsOf(word)
  if (bare === null || bare.length < ROOT_MIN) return null
  const plain = verb(bare, known)
  if (plain !== null) return plain
  for (const [letter, other] of EMPHATIC) {
    const found = bare.includes(letter) ? verb(bare.replace(letter, other), known) : null
    if (found !== null) return found
  }
  return null
}

function consonantsOf(word: string): string | null {
  let out = ''
  let before = ''
  for (let at = 0; at < word.length; ) {
    const two = LATIN.get(word.slice(at, at + 2))
    const letter = two ?? LATIN.get(word[at]!)
    if (letter !== undefined) {
      // A letter twice is one that is spoken long.
      if (letter !== before) out += letter
      before = letter
      at += two === undefined ? 1 : 2
      continue
    }
    if (!VOWELS.has(word[at]!)) return null
    if (at === 0) out += 'ا'
    before = ''
    at++
  }
  return out
}

/** Ways to take a verb's end apart: object, sign of the plural, the n of an oath. */
function endings(word: string, known: Known): Verb | null {
  const whole = verbOf(word, null, known)
  if (whole !== null) return whole
  for (const [ending, object] of OBJECTS) {
    if (!word.endsWith(ending) || word.length - ending.length < 2) continue
    const verb = verbOf(word.slice(0, -ending.length), object, known)
    if (verb !== null) return verb
  }
  return null
}

function verbOf(word: string, object: Mask | null, known: Known): Verb | null {
  const does = doesOf(word, known)
  if (does !== null) return { stem: word, object, plural: false, sworn: false, does }
  for (const ending of ['ون', 'وا', 'و', 'ن']) {
    if (!word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length)
    const does = doesOf(stem, known)
    if (does !== null) return { stem, object, plural: ending !== 'ن', sworn: ending === 'ن', does }
  }
  return null
}

function doesOf(stem: string, known: Known): Mask | null {
  const own = known(`~${stem}`)
  return own === undefined ? null : own.low & HARD.low || own.high & HARD.high ? HARD : HARM
}

const withObject = (masks: Mask[], { object }: Verb): Mask[] => (object === null ? masks : [...masks, object])
/** Done to somebody: only real violence counts as such. */
const done = ({ does }: Verb): Mask => (does === HARD ? DONE_HARD : HARMED)

function verb(word: string, known: Known): Mask[] | null {
  return firstPerson(word, known) ?? otherPerson(word, known) ?? bareFuture(word, known) ?? past(word, known)
}

/** `أقتلهم` is the author's and `اقتلهم` an order; folded they are one. An object of the third person, or many, makes it an order. */
function firstPerson(word: string, known: Known): Mask[] | null {
  const parts = FIRST.exec(word)
  if (parts === null) return null
  const [, plan, person, rest] = parts
  const found = endings(rest!, known)
  if (found === null) return passive(plan, rest!, known)
  if (found.object === ME) return [done(found)]
  const open = plan === undefined && person === 'ا'
  if (open && PAST_IN_ALEF.has(found.stem)) return withObject([HARMED], found)
  if (plan === 'ل' && person === 'ا' && found.plural) return [done(found)]
  if (open && found.object === null && !found.plural) return [found.does]
  if (open && found.object !== YOU) return withObject([LET, found.does], found)
  const who = person === 'ا' ? I : WE
  return withObject(plan === undefined ? [who, found.does] : [who, WILL, found.does], found)
}

function otherPerson(word: string, known: Known): Mask[] | null {
  const parts = OTHERS.exec(word)
  if (parts === null) return null
  const [, plan, person, rest] = parts
  const found = endings(rest!, known)
  if (found === null) return passive(plan, rest!, known)
  if (found.object === ME) return [done(found)]
  if (plan === 'ل' && person === 'ي') return withObject([MUST, found.does], found)
  if (person === 'ت' && found.plural && found.object !== null) return withObject([found.does], found)
  return withObject([done(found)], found)
}

const FUTURE: ReadonlySet<string | undefined> = new Set(['س', 'ح', 'ه'])

/** `ينقتل`, `هيتفجر`, `انذبح`: it is done to them; what begins with the future is announced. */
function passive(plan: string | undefined, rest: string, known: Known): Mask[] | null {
  if (rest[0] !== 'ن' && rest[0] !== 'ت') return null
  const found = verbOf(rest.slice(1), null, known)
  if (found === null || (found.does === HARD && !HARD_DONE.has(found.stem))) return null
  return FUTURE.has(plan) ? [WILL, PASSIVE] : [PASSIVE]
}

function bareFuture(word: string, known: Known): Mask[] | null {
  const parts = BARE_FUTURE.exec(word)
  if (parts === null) return null
  const found = endings(parts[2]!, known)
  if (found === null || found.plural) return null
  if (found.object === null && NEVER_BARE.has(found.stem)) return null
  if (found.object === YOU) return [I, WILL, found.does, YOU]
  if (found.object === null && found.does === HARD) return parts[1] === 'ب' ? [HARD] : [I, WILL, HARD]
  return parts[1] === 'ه' && found.object !== ME ? withObject([I, WILL, found.does], found) : null
}

/** `قتلناك`: we did it, or shall when something is not done. */
const WE_DID = /^(.{2,5})نا(ك|كم|كن|ه|هم|هن|ها)$/

function past(word: string, known: Known): Mask[] | null {
  const ours = WE_DID.exec(word)
  if (ours !== null) {
    const does = doesOf(ours[1]!, known)
    if (does === HARM) return ours[2]!.startsWith('ك') ? [WE, HARM, YOU] : [HARMED, THEM]
  }
  const found = endings(word, known)
  if (found === null || found.sworn) return null
  if (NEVER_BARE.has(found.stem) && (found.object === null || !found.plural)) return null
  if (found.plural && found.object !== null && found.object !== YOU)
    return withObject(TOLD.has(found.stem) ? [done(found)] : [LET, found.does], found)
  if (found.object === null) return [found.does === HARD ? DONE_HARD : found.plural ? OLD_HARMED : HARMED]
  return withObject([found.does === HARD ? HARD : HARMING], found)
}

/** A noun without what is written onto it: and, by, for, the, and whose. Whose it is stays with body, family and home. */
function noun(word: string, known: Known): Mask[] | null {
  const bare = NOUN.exec(word)
  if (bare === null) return null
  for (const stem of [bare[1]!, word.replace(/^[وف]/, '')]) {
    const own = known(stem)
    if (own !== undefined && isNoun(own)) return [own]
    for (const ending of NOUN_ENDINGS) {
      if (!stem.endsWith(ending)) continue
      const short = stem.slice(0, -ending.length)
      if (short.length < 2) continue
      const found = known(short) ?? known(`${short}ه`) ?? known(`${short}ا`) ?? marked(short, known)
      if (found !== undefined && isNoun(found)) return [owned(found, ending)]
    }
  }
  return null
}
const isNoun = ({ low, high }: Mask): boolean =>
  (low & ~GRAMMATICAL.low) !== 0 || (high & ~GRAMMATICAL.high) !== 0
const NOUN_ENDINGS = ['هم', 'كم', 'كن', 'ها', 'نا', 'هن', 'ين', 'ون', 'ات', 'يه', 'ك', 'ه', 'ي']

/** Before an ending ta marbuta is written open: `اسلحتكم`. */
const marked = (short: string, known: Known): Mask | undefined =>
  short.length > 2 && short.endsWith('ت') ? known(`${short.slice(0, -1)}ه`) : undefined

function owned(mask: Mask, ending: string): Mask {
  if (!ending.startsWith('ك') || ((mask.low & OWNED.low) === 0 && (mask.high & OWNED.high) === 0)) return mask
  return { low: mask.low | YOU.low, high: mask.high | YOU.high }
}

/** Letters that Latin spelling does not tell apart, and those it leaves out or writes in many ways. */
const ALIKE: ReadonlyMap<string, string> = new Map([
  ['ص', 'س'],
  ['ث', 'س'],
  ['ض', 'د'],
  ['ذ', 'د'],
  ['ظ', 'ز'],
  ['ط', 'ت'],
])
const LOOSE: ReadonlySet<string> = new Set('اأإآءئؤويىة')
const SKELETON_MIN = 3
const PRAISE = maskOf('PRAISE GREET ADV')
const NOT = maskOf('NOT')
/** Egypt denies around the verb: `ma…sh`. */
const DENIED = /^ma.{2,}sh$/
const LATIN_ENDINGS = [
  'hom',
  'hon',
  'kom',
  'kon',
  'ein',
  'een',
  'in',
  'ak',
  'ek',
  'ik',
  'ko',
  'on',
  'o',
  'i',
  'et',
  'at',
  'ha',
  'na',
]

const skeletonOf = (arabic: string): string =>
  [...arabic]
    .filter((letter) => !LOOSE.has(letter))
    .map((letter) => ALIKE.get(letter) ?? letter)
    .join('')
    .replace(/ه$/, '')

/** A reader of listed Arabic words in Latin letters: by their consonants, of which there must be three. */
export function spelledIn(words: Record<string, string>): (word: string) => Mask[] | null {
  const bySkeleton = new Map<string, Mask[]>()
  for (const [classes, list] of Object.entries(words)) {
    if (classes.includes('+')) continue
    const mask = maskOf(classes)
    if ((mask.low & PRAISE.low) !== 0 || (mask.high & PRAISE.high) !== 0) continue
    for (const entry of list.split(/[,\n]/)) {
      const skeleton = skeletonOf(entry.trim())
      if (skeleton.length < SKELETON_MIN || /[^\u0621-\u064a]/.test(skeleton) || bySkeleton.has(skeleton))
        continue
      bySkeleton.set(skeleton, [mask])
    }
  }
  const lookUp = (word: string): Mask[] | null => {
    const arabic = consonantsOf(word)
    return arabic === null ? null : (bySkeleton.get(skeletonOf(arabic)) ?? null)
  }
  return (word) => {
    if (word.charCodeAt(0) >= 0x80 || word.length < 4 || word.length > 16) return null
    if (DENIED.test(word)) return [NOT]
    const whole = lookUp(word)
    if (whole !== null) return whole
    for (const ending of LATIN_ENDINGS) {
      const found = word.endsWith(ending) ? lookUp(word.slice(0, -ending.length)) : null
      if (found !== null) return found
    }
    return null
  }
}
