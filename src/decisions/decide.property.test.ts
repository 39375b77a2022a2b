import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from '../lib/canonical-json.ts'
import type { BrakeFacts } from '../model/facts.ts'
import { DAY_MS, HOUR_MS } from '../model/ids.ts'
import { accountWith, postEvent } from '../rules/samples.ts'
import { passBrake } from './brake.ts'
import { quotable } from './quote.ts'
import { deciding, matchOf, reviewOf } from './samples.ts'
import { liveStrikes, strike } from './strikes.ts'

const START = Date.parse('2014-09-07T00:00:00.000Z')

test('D8: in no hour more than the brake allows, in whatever order events come', () => {
  const times = fc.array(
    fc.oneof(fc.nat(3), fc.nat(70), fc.nat(5_000)).map((hour) => START + hour * HOUR_MS + 7),
    {
      maxLength: 400,
      size: 'max',
    },
  )
  fc.assert(
    fc.property(times, fc.nat(4), (times, perHour) => {
      let brake: BrakeFacts = { hours: {} }
      const passed = new Map<number, number>()
      for (const [index, time] of times.entries()) {
        if (!passBrake(brake, time, perHour)) continue
        const hour = Math.floor(time / HOUR_MS)
        passed.set(hour, (passed.get(hour) ?? 0) + 1)
        assert.ok(passed.get(hour)! <= perHour)
        assert.ok(Object.keys(brake.hours).length <= 48)
        if (index % 7 === 0) brake = JSON.parse(JSON.stringify(brake)) as BrakeFacts
      }
    }),
  )
})

test('D8: as long as 48 hours hold all, a brake lets through as much as it may', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(47), { maxLength: 200, size: 'max' }), fc.nat(3), (hours, perHour) => {
      const brake: BrakeFacts = { hours: {} }
      const passed = hours.filter((hour) => passBrake(brake, START + hour * HOUR_MS, perHour))
      for (let hour = 0; hour < 48; hour++) {
        const asked = hours.filter((one) => one === hour).length
        assert.equal(passed.filter((one) => one === hour).length, Math.min(asked, perHour))
      }
    }),
  )
})

test('K2, K3, K6: strikes at a time are those counted one by one, while 64 hold them', () => {
  const act = fc.record({ day: fc.nat(400), count: fc.integer({ min: 1, max: 3 }), id: fc.nat(80) })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), fc.nat(400), (acts, day) => {
      const account = accountWith()
      const rules = { lapseAfterMs: 90 * DAY_MS, max: 3 }
      const first = new Map<number, (typeof acts)[number]>()
      for (const one of acts) {
        if (!first.has(one.id)) first.set(one.id, one)
        strike(
          account,
          { id: `d${one.id}`, policy: 'tvec2', strikes: one.count },
          START + one.day * DAY_MS,
          rules,
        )
      }
      const at = START + day * DAY_MS
      let counted = 0
      for (const one of first.values()) if (START + one.day * DAY_MS + 90 * DAY_MS > at) counted += one.count
      assert.equal(liveStrikes(account.strikes, at), counted)
    }),
  )
})

test('K6: never more than 64 marks, and those that lapse last are kept', () => {
  const account = accountWith()
  for (let i = 0; i < 200; i++)
    strike(account, { id: `d${i}`, policy: 'tvec2', strikes: 1 }, START + ((i * 37) % 200), {
      lapseAfterMs: 10,
      max: 3,
    })
  assert.deepEqual(
    account.strikes.map(({ at }) => at - START).sort((left, right) => left - right),
    Array.from({ length: 64 }, (_, i) => 136 + i),
  )
})

test('D1, D6: deciding is a function of what it is given, and what is on trial changes nothing of the rest', () => {
  const rule = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    policy: fc.constantFrom('tvec2', 'tvec7', 'edsa'),
    mode: fc.constantFrom('live' as const, 'shadow' as const),
    strikes: fc.nat(3),
    brake: fc.constantFrom(null, { perHour: 0 }, { perHour: 1 }),
    restricts: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.uniqueArray(rule, { minLength: 1, selector: ({ id }) => id }), (rules) => {
      const matches = rules.map(({ restricts, ...parts }) =>
        restricts ? matchOf(parts) : reviewOf({ ...parts, strikes: 0 }),
      )
      const all = deciding(matches)
      assert.equal(canonicalJson(deciding(structuredClone(matches))), canonicalJson(all))
      const live = matches.filter(({ rule }) => rule.mode === 'live')
      if (live.length === 0) return
      const alone = deciding(live)
      const withoutTrial = { ...all, decisions: all.decisions.filter(({ mode }) => mode !== 'shadow') }
      assert.equal(canonicalJson(withoutTrial), canonicalJson(alone))
    }),
  )
})

test('D17: whatever a text holds, a quotation is one short line of visible letters', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), fc.string({ maxLength: 600 })),
      (text) => {
        const quote = quotable(`${text}\u202e\u0000\n“x” @someone a@b.example +49 170 1234567`)
        assert.ok(quote.length <= 201 && quote.isWellFormed())
        assert.doesNotMatch(quote, /[\p{Cc}"“”]|(?![\u200c\u200d])\p{Cf}|@[\p{L}\p{N}]|\d[\d ]{7,}\d/u)
      },
    ),
  )
})

test('D14 to D18: whatever is decided, the statement is whole and within its bounds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), fc.boolean(), (text, restricts) => {
      const description = 'x'.repeat(text.length % 1_000)
      const match = restricts ? matchOf({ description }) : reviewOf({ description })
      for (const { statement } of deciding([match], { event: postEvent({ text }) }).decisions) {
        assert.ok(statement.text.isWellFormed() && statement.text.length < 6_000)
        assert.ok(statement.decision_facts.length <= 5_000 && statement.explanation.length <= 2_000)
        assert.match(statement.puid, /^[a-zA-Z0-9_-]{1,500}$/)
        assert.match(statement.content_date, /^\d{4}-\d{2}-\d{2}$/)
      }
    }),
  )
})
