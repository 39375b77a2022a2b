import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseBank } from '../banks/banks.ts'
import { systemClock } from '../lib/clock.ts'
import type { TermBank } from '../model/policy.ts'
import type { TermMatch } from '../model/reading.ts'
import { readingWith } from '../rules/samples.ts'
import { excerptOf, focusOf } from './excerpt.ts'
import { glossedText, glossesOf } from './gloss.ts'
import { libreTranslator } from './libretranslate.ts'
import { type Inquiry, type Provider, type Question, TEXT_LENGTH_MAX } from './opinions.ts'
import { createPanel, type Desk } from './panel.ts'
import {
  exchangeTo,
  guardWith,
  KEY,
  policyWith,
  providerWith,
  threatens,
  translateApi,
  withServer,
} from './samples.ts'

const bank: TermBank = {
  id: 'calls-ar',
  policy: 'tvec8',
  kind: 'terms',
  description: 'Calls to violence, Arabic',
  entries: [
    { term: 'سأقتلك', language: 'ar', weight: 3, gloss: 'I will kill you' },
    { term: 'اقتل', language: 'ar', weight: 3 },
  ],
}
const TEXT = 'سأقتلك غدا'
const term = (text: string, start: number, end: number): TermMatch => ({
  bank: 'calls-ar',
  term: text,
  policy: 'tvec8',
  span: { start, end },
})

const inquiryWith = (parts: Partial<Inquiry> = {}): Inquiry => ({
  text: TEXT,
  language: 'ar',
  policies: [policyWith('tvec2'), policyWith('tvec8')],
  permitted: [],
  terms: [term('سأقتلك', 0, 6)],
  banks: [bank],
  focus: 0,
  ...parts,
})

/** Remembers what it was shown. */
function listening(name: string, languages: string[] | null): { provider: Provider; shown: Question[] } {
  const shown: Question[] = []
  const ask: Provider['ask'] = async (question) => {
    shown.push(question)
    const scores = Object.fromEntries(
      question.policies.map(({ id }) => [id, threatens(question.text) ? 0.9 : 0.1]),
    )
    return { ok: true, value: { scores }, tokens: 0 }
  }
  return { provider: providerWith(ask, { name, languages: languages && new Set(languages) }), shown }
}

const panelOf = (providers: Provider[], desk: Desk | null, deadlineMs = 10_000) =>
  createPanel({
    seats: providers.map((provider) => ({ provider, guard: guardWith({ deadlineMs: 10_000 }) })),
    desk,
    deadlineMs,
    clock: systemClock,
  })
const deskAt = (url: string, key = KEY): Desk => ({
  to: 'en',
  engine: {
    translator: libreTranslator({ name: 'libre', key, exchange: exchangeTo(url, null) }),
    guard: guardWith({ deadlineMs: 10_000 }),
  },
})

test('who reads the language sees the original, the others a translation, and each opinion says which (Q10)', () =>
  withServer(translateApi, async ({ url }) => {
    const polyglot = listening('polyglot', null)
    const english = listening('english', ['en'])
    const panel = panelOf([polyglot.provider, english.provider], deskAt(url))
    const { opinions, translation, gaps } = await panel.consult(inquiryWith())
    assert.deepEqual(gaps, [])
    const bill = (name: string, characters: number) => ({
      name,
      cost: { requests: 1, characters, tokens: 0 },
      answers: 1,
      gaps: 0,
    })
    assert.deepEqual(panel.bills(), [bill('polyglot', 10), bill('english', 19), bill('libre', 10)])
    assert.deepEqual(translation, { engine: 'libre', from: 'ar', to: 'en', text: 'I will kill you غدا' })
    assert.deepEqual(
      opinions.map(({ provider, basis, scores }) => [provider, basis, scores]),
      [
        ['polyglot', 'original', { tvec2: 0.1, tvec8: 0.1 }],
        ['english', 'translation', { tvec2: 0.9, tvec8: 0.9 }],
      ],
    )
    assert.deepEqual(
      polyglot.shown.map(({ text, basis }) => [text, basis]),
      [[TEXT, 'original']],
    )
    assert.deepEqual(
      english.shown.map(({ text, language, basis }) => [text, language, basis]),
      [['I will kill you غدا', 'en', 'translation']],
    )
    await panel.close()
  }))

test('a text in the house’s language is not translated', () =>
  withServer(translateApi, async ({ url, calls }) => {
    const english = listening('english', ['en'])
    const panel = panelOf([english.provider], deskAt(url))
    const { opinions, translation } = await panel.consult(
      inquiryWith({ text: 'I will kill you', language: 'en', terms: [] }),
    )
    assert.equal(translation, null)
    assert.equal(opinions[0]!.basis, 'original')
    assert.equal(calls.length, 0)
    await panel.close()
  }))

test('a translation that fails is a gap of the translation, and glosses stand in for the reviewer alone (Q10)', () =>
  withServer(translateApi, async ({ url }) => {
    const english = listening('english', ['en'])
    const panel = panelOf([english.provider], deskAt(url, 'wrong'))
    const { opinions, translation, gaps } = await panel.consult(inquiryWith())
    assert.deepEqual(opinions, [])
    assert.deepEqual(english.shown, [], 'a gloss is not shown to a provider')
    assert.deepEqual(translation, {
      engine: 'gloss',
      from: 'ar',
      to: 'en',
      text: 'سأقتلك [I will kill you] غدا',
    })
    const reason = 'english: libre: 403: the key may not do this'
    assert.deepEqual(gaps, [
      { signal: 'translation.tvec2', reason },
      { signal: 'translation.tvec8', reason },
    ])
    await panel.close()
  }))

test('a translator that hangs leaves the opinions on the original alone, and all ends in time (Q3)', () =>
  withServer(
    () => {},
    async ({ url }) => {
      const polyglot = listening('polyglot', null)
      const english = listening('english', ['en'])
      const panel = panelOf([polyglot.provider, english.provider], deskAt(url), 300)
      const startedAt = performance.now()
      const { opinions, gaps } = await panel.consult(inquiryWith())
      assert.ok(performance.now() - startedAt < 2_300)
      assert.deepEqual(
        opinions.map(({ provider }) => provider),
        ['polyglot'],
      )
      assert.deepEqual(
        gaps.map(({ signal }) => signal),
        ['translation.tvec2', 'translation.tvec8'],
      )
      assert.match(gaps[0]!.reason, /^english: libre: no answer within \d+ ms$/)
      await panel.close()
    },
  ))

test('a language that nobody reads is a gap that says so', async () => {
  const english = listening('english', ['en'])
  const { gaps, translation } = await panelOf([english.provider], null).consult(inquiryWith())
  assert.equal(translation, null)
  assert.deepEqual(gaps[0], { signal: 'opinion.tvec2', reason: 'nobody asked reads the language "ar"' })
  const glossed = await panelOf([english.provider], { to: 'en', engine: null }).consult(inquiryWith())
  assert.equal(glossed.translation!.engine, 'gloss')
  assert.equal(glossed.gaps.length, 2)
})

test('trying says of each whether it answers', () =>
  withServer(translateApi, async ({ url }) => {
    const broken = providerWith(
      async () => ({ ok: false, reason: '401: it did not accept the key', blame: 'provider' }),
      { name: 'broken' },
    )
    const strange = providerWith(async () => assert.fail(), { name: 'strange', policies: ['tvec3'] })
    const panel = panelOf([listening('good', null).provider, broken, strange], deskAt(url))
    const trials = await panel.tryAll([policyWith('tvec2')])
    assert.deepEqual(
      trials.map(({ name, ok }) => [name, ok]),
      [
        ['good', true],
        ['broken', false],
        ['strange', false],
        ['libre', true],
      ],
    )
    assert.match(trials[0]!.detail, /answers in \d+ ms: tvec2 0.1 for a harmless text$/)
    assert.equal(trials[1]!.detail, '401: it did not accept the key')
    await panel.close()
    const [closed] = await panel.tryAll([policyWith('tvec2')])
    assert.equal(closed!.ok, false)
  }))

test('glosses stand behind their terms, longest first, and none within another', () => {
  const check = (text: string, terms: TermMatch[], expected: string | null) =>
    assert.equal(glossedText({ text, language: 'ar', terms, banks: [bank] }, 'en')?.text ?? null, expected)
  check('a سأقتلك b', [term('سأقتلك', 2, 8)], 'a سأقتلك [I will kill you] b')
  check('اقتل', [term('اقتل', 0, 4)], 'اقتل [tvec8: Calls to violence, Arabic]')
  check('سأقتلك', [term('اقتل', 1, 5), term('سأقتلك', 0, 6)], 'سأقتلك [I will kill you]')
  check('quiet', [], null)
  check('x', [{ ...term('x', 0, 1), bank: 'gone' }], null)
  check('short', [term('سأقتلك', 2, 80)], null)
  assert.deepEqual(glossesOf([term('سأقتلك', 2, 8)], [bank]), [
    {
      span: { start: 2, end: 8 },
      term: 'سأقتلك',
      bank: 'calls-ar',
      policy: 'tvec8',
      says: 'I will kill you',
    },
  ])
  const many = Array.from({ length: 5_000 }, (_, n) => term('اقتل', n * 2, n * 2 + 1))
  assert.equal(glossesOf(many, [bank]).length, 64)
  const long = glossedText({ text: 'x'.repeat(50_000), language: 'ar', terms: many, banks: [bank] }, 'en')
  assert.equal(long!.text.length, TEXT_LENGTH_MAX)
})

test('a bank entry may say what its term means', () => {
  const parsed = (gloss: unknown) =>
    parseBank({ id: 'calls-ar', kind: 'terms', entries: [{ term: 'سأقتلك', language: 'ar', gloss }] })
  const good = parsed(' I will kill you ')
  assert.ok(good.ok)
  assert.equal(good.bank.entries[0]!.gloss, 'I will kill you')
  for (const gloss of ['', ' ', 7, null, 'x'.repeat(201)]) {
    const bad = parsed(gloss)
    assert.ok(!bad.ok)
    assert.deepEqual(bad.path, ['entries', 0, 'gloss'])
  }
})

test('an excerpt holds what the reading found, however much is written around it (Q9)', () => {
  const padding = 'a quiet word. '.repeat(10_000)
  const text = `${padding}I will kill you.${padding}`
  const excerpt = excerptOf(text, padding.length, TEXT_LENGTH_MAX)
  assert.equal(excerpt.length, TEXT_LENGTH_MAX)
  assert.ok(excerpt.includes('I will kill you.'))
  const span = { start: 7, end: 9 }
  const reason = { policy: 'tvec2' as const, reason: 'x', weight: 2, span }
  assert.equal(
    focusOf(
      readingWith({}, { contributions: [{ ...reason, weight: -1, span: { start: 1, end: 2 } }, reason] }),
    ),
    7,
  )
  assert.equal(focusOf(readingWith({}, { frames: [{ act: 'threat', span: { start: 5, end: 6 } }] })), 5)
  assert.equal(focusOf(readingWith()), 0)
})

test('an excerpt of any text is bounded and well formed, and the whole of a short one', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.nat(90),
      fc.integer({ min: 2, max: 60 }),
      (text, focus, lengthMax) => {
        const excerpt = excerptOf(text, focus, lengthMax)
        assert.ok(excerpt.length <= lengthMax && excerpt.isWellFormed())
        if (text.length <= lengthMax) assert.equal(excerpt, text.toWellFormed())
        else assert.ok(text.toWellFormed().includes(excerpt) || !text.isWellFormed())
      },
    ),
  )
})
