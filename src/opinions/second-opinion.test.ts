import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from '../lib/canonical-json.ts'
import { stillClock, systemClock } from '../lib/clock.ts'
import type { Reading, Scores } from '../model/reading.ts'
import type { Measured, MeasureInput, Measurer } from '../reading/measure.ts'
import { packFromFiles } from '../rules/load.ts'
import { planOf } from '../rules/rules.ts'
import { readingWith } from '../rules/samples.ts'
import { BAND_DEFAULT, type Band, openPolicies } from './band.ts'
import { chatProvider } from './chat.ts'
import type { Opinions, Question } from './opinions.ts'
import { createPanel, type Seat } from './panel.ts'
import { REMEMBERED_MAX, REMEMBERED_MS, rememberAnswers } from './remember.ts'
import { chatApi, exchangeTo, guardWith, MODEL, providerWith, threatens, withServer } from './samples.ts'
import { withSecondOpinion } from './second-opinion.ts'

const packed = (rules: string) => {
  const policies = ['tvec2', 'tvec7', 'tvec8', 'harassment'].map(
    (id) => `  - { id: ${id}, title: ${id}, prose: No ${id}., precedence: 1 }`,
  )
  const result = packFromFiles({
    'x.yaml': `policies:\n${policies.join('\n')}\n  - { id: edsa, title: e, prose: Permitted., precedence: 1, violating: false }\n${rules}`,
  })
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problems))
  return planOf(result.pack)
}
const rule = (id: string, when: string, mode = 'live') =>
  `  - { id: ${id}, policy: tvec2, on: [post.created], when: '${when}', verdict: review, actions: [queue], mode: ${mode} }`
const plan = packed(
  [
    'tallies:',
    "  t: { count: post, by: account, over: 1h, where: 'translation.tvec8 >= 0.5' }",
    'rules:',
    rule('a', 'opinion.asked && opinion.tvec2 >= 0.8'),
    rule('b', 'tally.t >= 3', 'shadow'),
    rule('c', 'opinion.tvec7 >= 0.5', 'off'),
  ].join('\n'),
)

const open = (scores: Scores, expected: string[], band: Band = BAND_DEFAULT) =>
  assert.deepEqual(openPolicies(plan, { ...readingWith(), scores }, band), expected)

test('a verdict is open where our score lies in the band, the upper end left out (Q1)', () => {
  open({ tvec2: 0.2999 }, [])
  open({ tvec2: 0.3 }, ['tvec2'])
  open({ tvec2: 0.7999 }, ['tvec2'])
  open({ tvec2: 0.8 }, [])
  open({}, [], BAND_DEFAULT)
  open({ tvec2: 0.5, tvec8: 0.5 }, ['tvec2', 'tvec8'])
  const own: Band = { ...BAND_DEFAULT, policies: { tvec2: { from: 0.1, to: 0.2 } } }
  open({ tvec2: 0.15, tvec8: 0.15 }, ['tvec2'], own)
  open({ tvec2: 0.5, tvec8: 0.5 }, ['tvec8'], own)
})

test('nobody is asked about what no running rule and no kept tally looks at (Q2)', () => {
  open({ tvec2: 0.5, tvec7: 0.5, tvec8: 0.5, harassment: 0.5 }, ['tvec2', 'tvec8'])
  const blind = packed(`rules:\n${rule('a', 'reading.tvec2 >= 0.5')}`)
  assert.deepEqual(openPolicies(blind, readingWith({ tvec2: 0.5 }), BAND_DEFAULT), [])
})

/** A measurer whose scores stand in the text: `tvec2 0.5 …`. */
const scripted = (): Measurer => ({
  version: 'scripted',
  measure: async (inputs) =>
    inputs.map((input) => (input === null ? { reading: null, gaps: [] } : scriptedReading(input.text))),
  reload: async () => {},
  close: async () => {},
})
function scriptedReading(text: string): Measured {
  const [policy, score, language = 'en'] = text.split(' ')
  return {
    reading: readingWith({ [policy!]: Number(score) }, { language }),
    gaps: [{ signal: 'reading.tvec3', reason: 'x' }],
  }
}

const seatOf = (seat: Partial<Seat> & Pick<Seat, 'provider'>): Seat => ({
  guard: guardWith({ queue: 10_000, deadlineMs: 5_000 }),
  ...seat,
})
const panelOf = (...seats: Seat[]): Opinions =>
  createPanel({ seats, desk: null, deadlineMs: 5_000, clock: systemClock })

/** An answer that depends on the question alone. */
const answerTo = ({ text, policies }: Question) => ({
  ok: true as const,
  value: {
    scores: Object.fromEntries(policies.map(({ id }) => [id, threatens(text) ? 0.9 : 0.1])),
    stance: 'asserts' as const,
  },
  tokens: 7,
})

const measurerWith = (opinions: Opinions, measurer = scripted()) =>
  withSecondOpinion(measurer, opinions, { band: BAND_DEFAULT, plan: () => plan })
const inputOf = (text: string): MeasureInput => ({ text, language: null })

test('only what is open is asked, and the answer stands in the reading (Q12)', async () => {
  const asked: Question[] = []
  const provider = providerWith(async (question) => {
    asked.push(question)
    return answerTo(question)
  })
  const measurer = measurerWith(panelOf(seatOf({ provider })))
  const [open, sure, quiet, nothing] = await measurer.measure(
    ['tvec2 0.5 en kill', 'tvec2 0.9', 'tvec2 0.1'].map(inputOf).concat(null),
  )
  assert.deepEqual(
    asked.map(({ text, policies, permitted }) => [
      text,
      policies.map(({ id }) => id),
      permitted.map(({ id }) => id),
    ]),
    [['tvec2 0.5 en kill', ['tvec2'], ['edsa']]],
  )
  const { opinions, ...rest } = open!.reading!
  assert.deepEqual(rest, scriptedReading('tvec2 0.5').reading, 'our own reading stays as it was')
  assert.deepEqual(
    opinions!.map(({ ms, ...one }) => one),
    [
      {
        provider: 'second',
        model: MODEL,
        basis: 'original',
        asked: ['tvec2'],
        scores: { tvec2: 0.9 },
        stance: 'asserts',
        cost: { requests: 1, characters: 17, tokens: 7 },
      },
    ],
  )
  assert.deepEqual(open!.gaps, [{ signal: 'reading.tvec3', reason: 'x' }])
  for (const one of [sure, quiet]) assert.equal(one!.reading!.opinions, undefined)
  assert.deepEqual(nothing, { reading: null, gaps: [] })
  assert.equal(measurer.version, 'scripted')
  await measurer.close()
})

test('what nobody answers is a gap with its signal and its reason, and all that was there stays (Q12)', async () => {
  const provider = providerWith(async () => ({ ok: false, reason: '500', blame: 'provider' }))
  const silent = providerWith(async () => ({ ok: true, value: { scores: {} }, tokens: 0 }), {
    name: 'silent',
  })
  const measurer = measurerWith(panelOf(seatOf({ provider }), seatOf({ provider: silent })))
  const [one] = await measurer.measure([inputOf('tvec8 0.5')])
  assert.deepEqual(one!.gaps, [
    { signal: 'reading.tvec3', reason: 'x' },
    { signal: 'opinion.tvec8', reason: 'second: 500; silent: it did not say' },
  ])
  await measurer.close()
})

test('without a plan, or where nobody answers for what is open, nobody is asked and nothing is missing (Q2)', async () => {
  const never = async () => assert.fail('asked')
  const other = panelOf(seatOf({ provider: providerWith(never, { policies: ['tvec5'] }) }))
  const [one] = await measurerWith(other).measure([inputOf('tvec2 0.5')])
  assert.deepEqual(one, scriptedReading('tvec2 0.5'))
  const early = withSecondOpinion(scripted(), panelOf(seatOf({ provider: providerWith(never) })), {
    band: BAND_DEFAULT,
    plan: () => null,
  })
  assert.deepEqual(await early.measure([inputOf('tvec2 0.5')]), [scriptedReading('tvec2 0.5')])
})

const withoutPrice = (measured: Measured[]): string =>
  canonicalJson(
    measured.map(({ reading, gaps }) => ({
      gaps,
      reading: reading && { ...reading, opinions: reading.opinions?.map(({ ms, cost, ...one }) => one) },
    })),
  )

const texts = fc.array(
  fc
    .tuple(
      fc.constantFrom('tvec2', 'tvec7', 'tvec8'),
      fc.constantFrom('0.1', '0.3', '0.5', '0.9'),
      fc.constantFrom('kill', 'hello', 'breaks', 'odd'),
      fc.nat(9),
    )
    .map(([policy, score, word, n]) => `${policy} ${score} en ${word} ${n}`),
  { minLength: 1, maxLength: 40 },
)

test('given the same answers, how texts are batched changes nothing (Q12)', async () => {
  const ask = async (question: Question) => {
    if (question.text.includes('breaks')) throw new Error('x')
    if (question.text.includes('odd'))
      return { ok: false, reason: 'the answer is not one JSON object', blame: 'text' } as const
    return answerTo(question)
  }
  // No breaker in between: whom it leaves alone depends on what failed before.
  const open: Seat['guard'] = {
    async run({ work }) {
      const outcome = await work(new AbortController().signal).catch(() => ({
        ok: false as const,
        reason: 'broke',
      }))
      return outcome.ok
        ? { ok: true, value: outcome.value, ms: 1, cost: { requests: 1, characters: 1, tokens: 1 } }
        : { ok: false, reason: outcome.reason }
    },
    spent: () => assert.fail(),
    close() {},
  }
  const fresh = () =>
    measurerWith(rememberAnswers(panelOf({ provider: providerWith(ask), guard: open }), systemClock))
  await fc.assert(
    fc.asyncProperty(
      texts,
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      async (all, sizes) => {
        const whole = await fresh().measure(all.map(inputOf))
        const measurer = fresh()
        const split: Measured[] = []
        for (let from = 0, i = 0; from < all.length; i++) {
          const to = from + sizes[i % sizes.length]!
          split.push(...(await measurer.measure(all.slice(from, to).map(inputOf))))
          from = to
        }
        assert.equal(withoutPrice(split), withoutPrice(whole))
        assert.ok(
          whole.every(
            ({ reading }, i) =>
              reading !== null &&
              (reading.opinions !== undefined) === /(tvec2|tvec8) 0.[35].*(kill|hello)/.test(all[i]!),
          ),
        )
      },
    ),
    { numRuns: 60 },
  )
})

test('the same text from many accounts is asked about once, and what is remembered costs nothing (Q7)', async () => {
  const clock = stillClock(0)
  let asked = 0
  let fails = false
  const provider = providerWith(async (question) => {
    asked += 1
    return fails ? { ok: false, reason: 'no', blame: 'text' } : answerTo(question)
  })
  const measurer = measurerWith(rememberAnswers(panelOf(seatOf({ provider })), clock))
  const many = await measurer.measure(Array.from({ length: 50 }, () => inputOf('tvec2 0.5')))
  assert.equal(asked, 1)
  const costs = many.map(({ reading }) => reading!.opinions![0]!.cost.requests)
  assert.deepEqual([costs[0], Math.max(...costs.slice(1))], [1, 0])
  clock.set(REMEMBERED_MS - 1)
  await measurer.measure([inputOf('tvec2 0.5')])
  assert.equal(asked, 1)
  clock.set(REMEMBERED_MS)
  fails = true
  await measurer.measure([inputOf('tvec2 0.5')])
  fails = false
  const [again] = await measurer.measure([inputOf('tvec2 0.5')])
  assert.equal(asked, 3, 'a gap is not remembered')
  assert.equal(again!.reading!.opinions!.length, 1)
  for (let n = 0; n < REMEMBERED_MAX; n++) await measurer.measure([inputOf(`tvec2 0.5 en ${n}`)])
  await measurer.measure([inputOf('tvec2 0.5')])
  assert.equal(asked, 3 + REMEMBERED_MAX + 1, 'the oldest is forgotten')
})

test('a batch over a real server is through within the deadline, whatever the server does (Q3)', () =>
  withServer(
    (request, response, body) => {
      if (!body.includes('hang')) chatApi()(request, response, body)
    },
    async ({ url, atOnceMost }) => {
      const provider = chatProvider({
        name: 'chat',
        model: MODEL,
        policies: null,
        languages: null,
        format: 'json_object',
        tokensMax: 64,
        exchange: exchangeTo(`${url}/v1`),
      })
      const seat: Seat = { provider, guard: guardWith({ concurrency: 3, queue: 20, deadlineMs: 1_000 }) }
      const measurer = measurerWith(
        createPanel({ seats: [seat], desk: null, deadlineMs: 1_200, clock: systemClock }),
      )
      const startedAt = performance.now()
      const all = await measurer.measure(
        Array.from({ length: 100 }, (_, n) => inputOf(`tvec2 0.5 en ${n % 10 === 9 ? 'hang' : 'kill'} ${n}`)),
      )
      assert.ok(performance.now() - startedAt < 3_500)
      assert.ok(atOnceMost() <= 3, `${atOnceMost()} at once`)
      const answered = all.filter(({ reading }) => reading!.opinions !== undefined)
      const missing = all.filter(({ gaps }) => gaps.some(({ signal }) => signal === 'opinion.tvec2'))
      assert.equal(answered.length + missing.length, 100)
      assert.ok(
        answered.length > 0 && missing.length >= 77,
        `${answered.length} answered, ${missing.length} missing`,
      )
      assert.ok(answered.every(({ reading }) => reading!.opinions![0]!.scores.tvec2 === 0.95))
      await measurer.close()
    },
  ))

test('a reading with opinions survives JSON unchanged, as the record keeps it', async () => {
  const measurer = measurerWith(
    panelOf(seatOf({ provider: providerWith(async (question) => answerTo(question)) })),
  )
  const [one] = await measurer.measure([inputOf('tvec2 0.5')])
  const reading: Reading = one!.reading!
  assert.deepEqual(JSON.parse(JSON.stringify(reading)), reading)
})
