import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Frame, Span } from '../model/reading.ts'
import { foldText } from './fold.ts'
import { readText } from './samples.ts'

/** Texts as attackers write them: words that matter between all that breaks readers. */
const piece = fc.oneof(
  fc.constantFrom(
    'I will kill you',
    'they should all be shot',
    'سنقتلكم',
    'اقتلوهم',
    'je vais te tuer',
    'k.i.l.l',
    'k1ll',
    '"',
    '\u202e',
    '\ud800',
    '\udc00',
    '👨‍👩‍👧',
    '\u0301',
    'ﷺ',
    '#KillThemAll',
    '@name',
    'https://x.example/a',
    '\0',
    '।',
    'İ',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const anyText = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(' '))

const property = (law: (text: string) => void) => fc.assert(fc.property(anyText, law), { numRuns: 400 })

test('folding twice changes nothing', () =>
  property((text) => assert.equal(foldText(foldText(text)), foldText(text))))

const ROLES = ['span', 'actor', 'verb', 'target', 'means', 'place', 'time', 'condition'] as const
const spansOf = (frame: Frame): Span[] => ROLES.flatMap((role) => frame[role] ?? [])

test('every span lies in the original and is not empty', () =>
  property((text) => {
    const { frames, terms, contributions } = readText(text)
    const spans = [
      ...frames.flatMap(spansOf),
      ...terms.map(({ span }) => span),
      ...contributions.flatMap(({ span }) => span ?? []),
    ]
    for (const { start, end } of spans)
      assert.ok(0 <= start && start < end && end <= text.length, `${start}–${end}`)
  }))

test('the same text read twice gives the same bytes, whatever was read in between', () =>
  property((text) => {
    const once = JSON.stringify(readText(text))
    readText('We will find you. هقتلك')
    assert.equal(JSON.stringify(readText(text)), once)
  }))

test('scores are probabilities that survive JSON', () =>
  property((text) => {
    const { scores } = readText(text)
    for (const score of Object.values(scores)) {
      assert.ok(score >= 0 && score <= 1)
      assert.equal(JSON.parse(JSON.stringify(score)), score)
    }
  }))

/* Time grows with the length and no faster: twice the text may cost about twice, never four times. */
const UNITS = 60_000
const timeOf = (text: string): number => {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < 3; i++) {
    const { user } = process.cpuUsage()
    readText(text)
    best = Math.min(best, process.cpuUsage().user - user)
  }
  return best
}
const HOSTILE: Record<string, string> = {
  'one endless word': 'a',
  'words that may be violence': 'kill all the people who should be shot if you ',
  'letters apart': 'k i l l ',
  'letters apart by marks': 'k.i.l.l.',
  leetspeak: 'k1ll th3m 4ll ',
  'stretched letters': 'kiiiiill looool ',
  'combining marks': 'a\u0301\u0302\u0303',
  'lone surrogates': '\ud800a\udc00',
  'direction marks': '\u202eab\u202c',
  'quotation marks': '“a ” " ',
  emoji: '👨‍👩‍👧👍🏽',
  Arabic: 'سنقتلكم جميعا يا ',
  hashtags: '#aB_c',
  entities: '&quot;&amp',
  'ligatures that unfold': 'ﷺ',
}
for (const [name, unit] of Object.entries(HOSTILE))
  test(`time is linear: ${name}`, () => {
    const text = unit.repeat(Math.ceil(UNITS / unit.length))
    readText(text)
    const short = timeOf(text)
    const long = timeOf(text + text)
    assert.ok(long < short * 3.2 + 30_000, `${short} µs for one, ${long} µs for two`)
  })

test('a post of a megabyte, and nothing but binary, are read', () => {
  assert.equal(typeof readText('word '.repeat(200_000)).scores.tvec2, 'number')
  const binary = Array.from({ length: 60_000 }, (_, i) => String.fromCharCode((i * 7919) % 0x10000)).join('')
  assert.equal(typeof readText(binary).scores.tvec2, 'number')
  assert.equal(typeof readText(`a${'\u0301'.repeat(10_000)}`).scores.tvec2, 'number')
})
