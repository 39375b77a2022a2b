import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Hold, HoldBasis } from '../model/evidence.ts'
import { sampleEvidence, sampleHold } from '../store/samples.ts'
import { endOf, extendingFault, extensionOf, isLive, placingFault } from './hold.ts'
import { dueOf, parseRetention, RETENTION_STANDARD } from './retention.ts'

const AT = '2026-08-31T10:00:00.000Z'
const day = (days: number, from = AT) => new Date(Date.parse(from) + days * 86_400_000).toISOString()

test('E20 to E23: each basis ends where its law says', () => {
  const check = (basis: HoldBasis, expected: string | null) => assert.equal(endOf(basis, AT, null), expected)
  // Six months from 31 August is the last day of February.
  check('tco', '2027-02-28T10:00:00.000Z')
  check('us-2703f', '2026-11-29T10:00:00.000Z')
  check('court', null)
  check('internal', null)
  assert.equal(endOf('tco', '2026-01-15T00:00:00.000Z', null), '2026-07-15T00:00:00.000Z')
  assert.equal(endOf('court', AT, '2027-01-01'), '2027-01-01T00:00:00.000Z')
})

test('a hold is placed only as its law gives it', () => {
  const check = (
    basis: HoldBasis,
    until: string | null,
    reference: string | null,
    expected: RegExp | null,
  ) => {
    const order = {
      id: 'h',
      basis,
      scope: { kind: 'account' as const, id: 'a' },
      until,
      by: 'b',
      why: 'w',
      reference,
    }
    const fault = placingFault(order, AT)
    if (expected === null) assert.equal(fault, null)
    else assert.match(fault ?? '', expected)
  }
  check('tco', null, null, null)
  check('tco', day(300), null, null)
  check('tco', day(100), null, /before that of Regulation \(EU\) 2021\/784/)
  check('us-2703f', null, 'letter', null)
  check('us-2703f', null, null, /names the request/)
  check('us-2703f', day(91), 'letter', /gives 90 days/)
  check('us-2703f', day(89), 'letter', /the term there is the least/)
  check('court', null, 'order 7', null)
  check('court', null, '  ', /names the request or order/)
  check('internal', day(10), null, null)
  check('internal', null, null, /names its end/)
  check('internal', day(-1), null, /passed already/)
  check('internal', 'soon', null, /no time/)
})

test('E21, E27: extending makes it longer, as often and as far as its law gives', () => {
  const hold = (over: Partial<Hold>): Hold => sampleHold('h', { placedAt: AT, ...over })
  const us = hold({ basis: 'us-2703f', until: day(90) })
  const once = { at: AT, until: day(90), by: 'b', why: 'w' }
  const check = (of: Hold, until: string | null, at: string, expected: RegExp | null) => {
    const fault = extendingFault(of, { until }, at)
    if (expected === null) assert.equal(fault, null)
    else assert.match(fault ?? '', expected)
  }
  assert.equal(extensionOf(us, null), day(180))
  check(us, day(180), day(89), null)
  check(us, day(181), day(89), /by 90 days at most/)
  check(us, null, day(89), /has an end/)
  check(us, day(180), day(90), /has lapsed/)
  check({ ...us, extended: [once] }, day(200), day(89), /once only/)
  check(us, day(80), day(1), /not last longer/)
  check(hold({ until: null }), day(9), AT, /until it is lifted already/)
  check(
    hold({ basis: 'internal', until: day(5), lifted: { at: AT, by: 'b', why: 'w' } }),
    day(9),
    AT,
    /was lifted/,
  )
  check(hold({ basis: 'internal', until: day(5) }), null, AT, null)
})

test('a hold lives until its end, and before it was placed', () => {
  const hold = sampleHold('h', { until: day(1) })
  const check = (at: string, expected: boolean) => assert.equal(isLive(hold, Date.parse(at)), expected)
  check(day(-400), true)
  check(day(0.5), true)
  check(day(1), false)
})

test('E16: what is due, and on which ground', () => {
  const check = (
    of: 'threat' | 'restriction',
    days: number,
    deletedDays: number | null,
    expected: string | null,
  ) => {
    const evidence = sampleEvidence('v', { at: AT, class: of })
    const deleted = deletedDays === null ? null : Date.parse(day(deletedDays))
    assert.equal(dueOf(evidence, deleted, RETENTION_STANDARD, Date.parse(day(days)))?.basis ?? null, expected)
  }
  check('restriction', 199, null, null)
  check('restriction', 200, null, 'retention')
  check('threat', 700, null, null)
  check('threat', 730, null, 'retention')
  check('threat', 300, 50, 'account-deleted')
  check('threat', 249, 50, null)
  check('restriction', 200, 150, 'retention')
})

test('a file of retention says what it changes, and is refused with a reason', () => {
  const check = (text: string, expected: RegExp | number) => {
    const parsed = parseRetention(text)
    if (typeof expected === 'number') assert.equal(parsed.ok && parsed.retention.days.threat, expected)
    else assert.match(parsed.ok ? '' : parsed.reason, expected)
  }
  check('threat: 90', 90)
  check('account-deleted: 7', 730)
  check('threats: 90', /there is no class "threats"/)
  check('threat: 0', /whole number of days/)
  check('threat: 1.5', /whole number of days/)
  check('threat: [', /no YAML/)
  check('- a', /no list/)
})
