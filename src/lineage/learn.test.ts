import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '../lib/random.ts'
import type { Finding } from './compare-names.ts'
import { type Example, learn, tryOn } from './learn.ts'
import { parseWeights, SHIPPED } from './weights.ts'

const random = seededRandom(11)

/** Pairs of one actor keep their device in nine of ten; strangers hardly ever share one. */
function example(account: string, is: Example['is'], same: boolean): Example {
  const levels = new Map<string, Finding>()
  const keeps = random.next() < (same ? 0.9 : 0.002)
  levels.set('device', keeps ? { level: 'same', bits: 15 } : { level: 'differs', bits: -1 })
  levels.set(
    'name',
    random.next() < (same ? 0.8 : 0.01) ? { level: 'same', bits: 12 } : { level: 'differs', bits: -1.1 },
  )
  levels.set(
    'handle',
    random.next() < (same ? 0.5 : 0.01) ? { level: 'same', bits: 14 } : { level: 'differs', bits: -1.5 },
  )
  return { account, levels, is }
}

const examples = (count: number, labelled: boolean): Example[] =>
  Array.from({ length: count }, (_, i) => {
    const same = i % 3 === 0
    const is = labelled ? (same ? 'confirmed' : 'rejected') : 'candidate'
    return i % 3 === 2 ? example(`a:${i}`, 'stranger', false) : example(`a:${i}`, is, same)
  })

const m = (weights: typeof SHIPPED, field: 'device' | 'name', level: 'same' | 'differs') =>
  weights.fields[field][level].m

test('E1: m is learnt from confirmed links', () => {
  const { weights, changes } = learn(examples(3_000, true), SHIPPED)
  assert.ok(Math.abs(m(weights, 'device', 'same') - 0.9) < 0.05, String(m(weights, 'device', 'same')))
  assert.ok(Math.abs(m(weights, 'device', 'differs') - 0.1) < 0.05)
  assert.ok(Math.abs(m(weights, 'name', 'same') - 0.8) < 0.06)
  assert.ok(changes.some(({ entry, name }) => entry === 'device: same' && name === 'm'))
})

test('E2: m is learnt without a single finding, by expectation and maximisation', () => {
  const { weights } = learn(examples(3_000, false), SHIPPED)
  assert.ok(m(weights, 'device', 'same') > 0.75, String(m(weights, 'device', 'same')))
})

test('E3: what was learnt is weights that can be read, and does no worse on pairs it has not seen', () => {
  const { weights } = learn(examples(3_000, true), SHIPPED)
  const parsed = parseWeights(JSON.parse(JSON.stringify({ ...weights, version: 'learnt' })))
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.reason)
  const holdout = examples(600, true)
  assert.ok(tryOn(holdout, SHIPPED, weights).likelihood >= tryOn(holdout, SHIPPED, SHIPPED).likelihood)
})

test('E1: with nothing seen nothing changes', () => {
  assert.deepEqual(learn([], SHIPPED), { weights: SHIPPED, changes: [] })
})

test('weights that are not whole are refused with the place', () => {
  const refused = (path: string, value: unknown, reason: RegExp) => {
    const weights = JSON.parse(JSON.stringify(SHIPPED))
    const names = path.split('.')
    const inside = names.slice(0, -1).reduce((within, name) => within[name], weights)
    if (value === undefined) delete inside[names.at(-1)!]
    else inside[names.at(-1)!] = value
    const parsed = parseWeights(weights)
    assert.ok(!parsed.ok && reason.test(parsed.reason), parsed.ok ? 'taken' : parsed.reason)
  }
  refused('fields.handle.same.m', undefined, /fields\.handle\.same\.m: is missing/)
  refused('fields.handle.same.m', 0, /fields\.handle\.same\.m: must be more than 0/)
  refused('fields.handle.same.m', '0.5', /must be a number/)
  refused('fields.hat', { same: { m: 1 } }, /fields\.hat: is not known/)
  refused('levels.gap', [], /levels\.gap: must be a list of 6/)
  refused('tiers.strong', 99, /tiers: must rise/)
  for (const value of [null, 1, 'x', [], undefined]) assert.equal(parseWeights(value).ok, false)
})
