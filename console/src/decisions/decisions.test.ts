import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ACTIONS, type ActionKind, type Decision } from '../../../src/model/decision.ts'
import { sampleDecision, sampleStatement } from '../../../src/server/samples.ts'
import { texts } from '../texts/texts.ts'
import { fits, NO_FILTER } from './filter.ts'
import { splitAt } from './held.ts'
import { reasonOf } from './reason.ts'

const list = (...ids: string[]): Decision[] => ids.map((id) => sampleDecision(id))
const idsOf = (decisions: readonly Decision[]): string[] => decisions.map(({ id }) => id)

test('while somebody reads, what is new waits above and what is older is shown below', () => {
  const check = (now: Decision[], kept: Decision[], shown: string[], fresh: string[]) => {
    const split = splitAt(now, kept)
    assert.deepEqual([idsOf(split.list), idsOf(split.fresh)], [shown, fresh])
  }
  check(list('d', 'c', 'b', 'a'), list('b', 'a'), ['b', 'a'], ['d', 'c'])
  check(list('b', 'a', 'older'), list('b', 'a'), ['b', 'a', 'older'], [])
  // So much came that what is read has left the desk.
  check(list('z', 'y'), list('b', 'a'), ['b', 'a'], ['z', 'y'])
})

test('a filter leaves through what fits in every respect', () => {
  const decision = sampleDecision('d', { mode: 'shadow', verdict: 'review', policy: 'tvec6' })
  const check = (filter: Partial<typeof NO_FILTER>, expected: boolean) =>
    assert.equal(fits(decision, { ...NO_FILTER, ...filter }), expected, JSON.stringify(filter))
  check({}, true)
  check({ mode: 'shadow' }, true)
  check({ mode: 'shadow', policy: 'tvec6', verdict: 'review' }, true)
  check({ mode: 'live' }, false)
  check({ mode: 'shadow', verdict: 'restrict' }, false)
})

test('a decision is said in one sentence', () => {
  const check = (over: Partial<Decision>, sentence: string) =>
    assert.equal(texts.decisions.sentence(sampleDecision('d', over)), sentence)
  check({}, 'Post hidden and sent to a reviewer')
  check(
    { actions: ['queue', 'escalate', 'hide'] },
    'Post hidden, passed to the threat desk and sent to a reviewer',
  )
  check({ actions: ['limit', 'hide'] }, 'Post hidden and account limited')
  check({ subject: { kind: 'account', id: 'a' }, actions: ['suspend'] }, 'Account closed')
  check({ mode: 'shadow', actions: ['hide'] }, 'Post would be hidden')
  check({ mode: 'braked', actions: ['queue'] }, 'Post held back by the brake: sent to a reviewer')
  check({ actions: [] }, 'Post noted, nothing done')
})

test('every action has a word of its own', () => {
  const said = ACTIONS.map((action: ActionKind) => texts.outbox.action(action, 'account'))
  assert.equal(new Set(said).size, ACTIONS.length)
  assert.ok(said.every((words) => !words.includes('undefined')))
})

test('the reason is the finding in plain words', () => {
  const check = (decision_facts: string, why: string[], reason: string) =>
    assert.equal(reasonOf({ statement: sampleStatement({ decision_facts }), why }), reason)
  check(
    'Facts: The text reads as a threat. Automated means found it. A person decides.',
    ['Rule x.'],
    'The text reads as a threat.',
  )
  check('Facts: Three people reported it. Somebody reported it to us.', [], 'Three people reported it.')
  check('', ['Rule x matched.'], 'Rule x matched.')
  check('', [], '')
})
