import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { TermBank } from '../model/policy.ts'
import type { Reading, Span } from '../model/reading.ts'
import { fold, foldText, originalSpan } from './fold.ts'
import { inlineMeasurer, type MeasureInput, threadedMeasurer } from './measure.ts'
import { loadModel } from './model-file.ts'
import { createReader } from './reading.ts'

/*
 * Texts made to break a reader, read with banks made to slow it: terms that share long beginnings with each other and with the texts. What
 * reading.property.test.ts holds of short texts is held here of long ones, of many at a time, and of how cost grows.
 */

const entry = (term: string) => ({ term, language: null, weight: 1 })
const banks: TermBank[] = [
  {
    id: 'alike',
    policy: 'tvec7',
    kind: 'terms',
    description: '',
    entries: [
      ...Array.from({ length: 40 }, (_, i) => entry(`${'a '.repeat(i + 1)}b`)),
      ...Array.from({ length: 40 }, (_, i) => entry(`${'kill '.repeat(i + 1)}joy`)),
      ...['a', 'kill', 'iron dawn', 'الفجر الحديدي', 'ذئاب', 'кот', '刀', 'é', 'ﷺ'].map(entry),
    ],
  },
  {
    id: 'entity:salt-banner',
    policy: null,
    kind: 'names',
    description: '',
    entries: [
      { ...entry('salt banner'), stance: 'neutral' },
      { ...entry('salt rats'), stance: 'derogatory' },
      { ...entry('wolves of salt'), stance: 'own' },
    ],
  },
]
const reader = createReader(banks, loadModel())
const read = (text: string, language: string | null = null): Reading => reader.read({ text, language })

/** By name: what is repeated until the text is long enough. */
const HOSTILE: Record<string, string> = {
  'the same letter': 'a',
  'the beginnings of many terms': 'a a a a ',
  'more beginnings of terms': 'kill ',
  'violent words without an end': 'kill them all and shoot every one of you who ',
  'sentences of one word': 'Kill. ',
  'letters apart': 'k i l l ',
  'letters apart by dots': 'k.i.l.l.',
  'digits for letters': 'k1ll 7h3m 4ll ',
  'stretched letters': 'kiiiiiiill',
  'combining marks': '\u0301',
  'letters with many marks': 'a\u0301\u0302\u0303\u0304\u0305',
  'high surrogates alone': '\ud83d',
  'low surrogates alone': '\udc00',
  'surrogates the wrong way round': '\udc00\ud83d',
  'right-to-left overrides': '\u202ellik\u202c ',
  'overrides that never close': '\u202e\u2066',
  'nothing that is seen': '\u200b\u2060\ufeff\u00ad',
  'families of emoji': '👨‍👩‍👧‍👦👍🏽🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  flags: '🇦🇧',
  'mixed scripts': 'kіll кill սill 殺す ฆ่า ',
  'Arabic with tatweel and marks': 'سـَـنـقـتـلـكـم ',
  'Arabic in Latin letters': 'h2tlkom 3la 6ool ',
  Chinese: '殺死他們所有人',
  Thai: 'ฆ่าพวกมันทั้งหมด',
  Hangul: '각',
  'letters that unfold': 'ﷺ',
  'quotation marks that open': '“',
  'quotation marks by turns': '"\'«‹„ ',
  'quoted threats': '"I will kill you" he said, ',
  brackets: '([{<',
  'questions and exclamations': '?!',
  'new lines': '\n',
  hashtags: '#KillThemAll',
  'signs of hashtags': '#',
  mentions: '@someone ',
  'signs of mentions': '@',
  addresses: 'https://x.example/a?b=c&d ',
  'beginnings of addresses': 'http://www.',
  'entities of markup': '&amp;&#x1F52A;&quot',
  numbers: '1234567890 ',
  'nothing but zeros': '\0',
  'control characters': '\u0001\u001b[2J\u0085',
  'private and unassigned': '\ue000\uffff\u0378',
  negations: 'not never no ',
  'names of an entity': 'salt rats wolves of salt banner ',
}
const filled = (unit: string, units: number): string =>
  unit.repeat(Math.ceil(units / unit.length)).slice(0, units)

const ROLES = ['span', 'actor', 'verb', 'target', 'means', 'place', 'time', 'condition'] as const
const spansIn = ({ frames, terms, contributions }: Reading): Span[] => [
  ...frames.flatMap((frame) => ROLES.flatMap((role) => frame[role] ?? [])),
  ...terms.map(({ span }) => span),
  ...contributions.flatMap(({ span }) => span ?? []),
]

/** Every span lies in the original, is not empty, and lists stand in the text's order. */
function checkSpans(text: string, reading: Reading): void {
  for (const { start, end } of spansIn(reading))
    assert.ok(
      Number.isInteger(start) && 0 <= start && start < end && end <= text.length,
      `${start}–${end} of ${text.length}`,
    )
  const starts = reading.frames.map(({ span }) => span.start)
  assert.deepEqual(
    starts,
    starts.toSorted((a, b) => a - b),
    'frames stand in the text’s order',
  )
}

const MEGABYTE = 1_000_000
const LONG: Record<string, string> = {
  'a bit of everything': Object.values(HOSTILE)
    .map((unit) => filled(unit, Math.ceil(MEGABYTE / Object.keys(HOSTILE).length)))
    .join(''),
  '10,000 marks on one letter': `kill a${filled('\u0301', 10_000)} kill`,
}
for (const name of [
  'the same letter',
  'combining marks',
  'high surrogates alone',
  'families of emoji',
  'nothing but zeros',
])
  LONG[name] = filled(HOSTILE[name]!, MEGABYTE)

test('a post of a megabyte of anything is read, and every span lies in it, in order', () => {
  for (const [name, text] of Object.entries(LONG)) {
    const reading = read(text)
    checkSpans(text, reading)
    for (const [policy, score] of Object.entries(reading.scores))
      assert.ok(score >= 0 && score <= 1, `${name}: ${policy} is ${score}`)
    assert.ok(JSON.stringify(reading).length < 200_000, `${name}: a reading has bounds of its own`)
  }
})

/* Four times the text, in two doublings: linear cost is 4 times, quadratic 16. */
const SHORT = 32_768
const DOUBLINGS = 2
const GROWTH_MAX = 9
/** A busy machine can slow one measurement; it does not slow the same one every time. */
const ATTEMPTS = 4
/** Differences below this say more of the clock than of the reader. */
const MICROSECONDS_LEAST = 3_000

function costOf(text: string): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < 2; i++) {
    const before = process.cpuUsage().user
    read(text)
    best = Math.min(best, process.cpuUsage().user - before)
  }
  return Math.max(best, MICROSECONDS_LEAST)
}

const costsOf = (unit: string): number[] =>
  Array.from({ length: DOUBLINGS + 1 }, (_, i) => costOf(filled(unit, SHORT << i)))

test('twice the text costs about twice', () => {
  for (const [name, unit] of Object.entries(HOSTILE)) {
    read(filled(unit, SHORT))
    const attempts: number[][] = []
    let growth = Number.POSITIVE_INFINITY
    while (growth >= GROWTH_MAX && attempts.length < ATTEMPTS) {
      const costs = costsOf(unit)
      growth = costs.at(-1)! / costs[0]!
      attempts.push(costs)
    }
    assert.ok(
      growth < GROWTH_MAX,
      `${name}: ${attempts.join(' | ')} µs for ${SHORT} units and twice as many each`,
    )
  }
})

/** Pieces of all of the above, cut anywhere, joined by anything. */
const piece = fc.oneof(
  fc
    .tuple(fc.constantFrom(...Object.values(HOSTILE)), fc.integer({ min: 1, max: 40 }))
    .map(([unit, times]) => unit.repeat(times)),
  fc.constantFrom(
    'I will kill you tomorrow',
    'اقتلوهم جميعا',
    'je vais vous tuer',
    '"they should die" she wrote',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const hostileText = fc
  .tuple(fc.array(piece, { maxLength: 12 }), fc.constantFrom('', ' ', '\n', '\u202e', '"'), fc.nat(400))
  .map(([pieces, between, cut]) => pieces.join(between).slice(cut % 7))
const RUNS = { numRuns: 250 }

test('folding is idempotent, and its way back leads into the original, forwards', () => {
  const law = (text: string) => {
    const folded = fold(text)
    assert.equal(foldText(folded.text), folded.text)
    let before = 0
    for (let at = 0; at < folded.text.length; at++) {
      const { start, end } = originalSpan(folded, at, at + 1)
      assert.ok(before <= start && start < end && end <= text.length, `${at}: ${start}–${end}`)
      before = start
    }
  }
  for (const unit of Object.values(HOSTILE)) law(filled(unit, 3_000))
  fc.assert(fc.property(hostileText, law), RUNS)
})

test('the same text gives the same bytes, whatever was read before, and its spans lie in it', () =>
  fc.assert(
    fc.property(hostileText, fc.constantFrom(null, 'en', 'ar', 'fr', 'xx', ''), (text, language) => {
      const once = read(text, language)
      checkSpans(text, once)
      read('Nous allons tous vous tuer. k1ll')
      assert.equal(
        JSON.stringify(createReader(banks, loadModel()).read({ text, language })),
        JSON.stringify(once),
      )
    }),
    { numRuns: 40 },
  ))

const inputsOf = (texts: (string | null)[]): MeasureInput[] =>
  texts.map((text) => (text === null ? null : { text, language: null }))

test('how a batch is split changes nothing, in one thread or in several', async () => {
  const inline = inlineMeasurer(banks)
  const threaded = await threadedMeasurer(banks, { threads: 2 })
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(hostileText), { minLength: 1, maxLength: 150 }),
        fc.array(fc.nat(150), { maxLength: 4 }),
        async (texts, cuts) => {
          const inputs = inputsOf(texts)
          const whole = await inline.measure(inputs)
          const places = [0, ...cuts.toSorted((a, b) => a - b), inputs.length]
          const parts = await Promise.all(
            places.slice(1).map((to, i) => threaded.measure(inputs.slice(places[i], to))),
          )
          assert.equal(JSON.stringify(parts.flat()), JSON.stringify(whole))
        },
      ),
      { numRuns: 12 },
    )
  } finally {
    await threaded.close()
  }
})
