import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Event } from '../model/event.ts'
import { OTHER_POLICIES, SCORED_POLICIES } from '../model/policy-id.ts'
import type { Reading, Stance } from '../model/reading.ts'
import { formatProblems, loadPack } from './load.ts'
import { evaluate, planOf } from './rules.ts'
import { accountWith, postEvent, profileEvent, readingWith, reportEvent, scopeWith } from './samples.ts'
import type { Match, Scope } from './scope.ts'
import { STANCES } from './signals/reading.ts'

/* What the default pack promises in docs/rules/README.md, held to it. */

const loaded = loadPack('policies')
assert.ok(loaded.ok, loaded.ok ? '' : formatProblems(loaded.problems))
const { pack } = loaded
const plan = planOf(pack)

const live = (scope: Partial<Scope>): Match[] =>
  evaluate(plan, scopeWith(scope)).matches.filter(({ rule }) => rule.mode === 'live')
const ids = (scope: Partial<Scope>) => live(scope).map(({ rule }) => rule.id)
const actions = (scope: Partial<Scope>) => new Set(live(scope).flatMap(({ rule }) => rule.actions))

const everything = Object.fromEntries(SCORED_POLICIES.map((policy) => [policy, 0.99]))
const linked = accountWith({
  campaign: { id: 'c1', degree: 1 },
  lineage: { closedAccount: 'acct:0', tier: 'certain', bits: 40, closedFor: 'tvec8', generation: 3 },
})
const many = () => 1_000

test('every policy of the taxonomy has its prose and, where it forbids, its ground in law or terms', () => {
  for (const id of [...SCORED_POLICIES, ...OTHER_POLICIES]) {
    const policy = pack.policies.find((one) => one.id === id)
    assert.ok(policy, id)
    assert.ok(policy.prose.length > 40, id)
    assert.equal(policy.violating, id !== 'edsa' && id !== 'tvec0', id)
    assert.equal(policy.ground !== undefined, policy.violating, id)
  }
  const order = pack.policies.map(({ precedence }) => precedence)
  assert.equal(new Set(order).size, order.length, 'two policies of one precedence leave the order to chance')
})

test('an ordinary post, even of a busy account, meets no rule', () => {
  assert.deepEqual(ids({}), [])
  assert.deepEqual(ids({ event: profileEvent({ bio: 'I like trains.' }) }), [])
  assert.deepEqual(ids({ tally: () => 10 }), [])
})

test('what the reader could not read is not passed: a person reads it', () => {
  assert.deepEqual(ids({ reading: null, gaps: [{ signal: 'reading', reason: 'the reader is down' }] }), [
    'unread',
  ])
  assert.deepEqual(ids({ reading: null, event: postEvent({ text: '' }) }), [])
  assert.deepEqual(ids({ reading: null, event: profileEvent({ bio: 'I like trains.' }) }), [])
})

test('no rule closes an account or removes a post by itself', () => {
  for (const { id, actions } of pack.rules)
    for (const action of ['suspend', 'remove'] as const)
      assert.ok(!actions.includes(action), `${id} would ${action}`)
})

test('every restriction has a brake, a description and a person who looks at it', () => {
  for (const rule of pack.rules) {
    assert.ok(rule.description !== '', rule.id)
    if (rule.verdict !== 'restrict') continue
    assert.ok(rule.brake !== null && rule.actions.includes('queue'), rule.id)
  }
})

test('who reports, quotes, condemns, asks, jokes or speaks figuratively is not restricted, whatever the scores', () => {
  const permitted = STANCES.filter((stance): stance is Exclude<Stance, 'asserts'> => stance !== 'asserts')
  for (const stance of permitted)
    for (const event of [postEvent({ mentions: ['acct:2'], hashtags: ['x'] }), profileEvent()]) {
      const found = live({
        event,
        account: linked,
        tally: many,
        reading: readingWith(everything, { stance }),
      })
      const restricting = found.filter(({ rule }) => rule.verdict === 'restrict').map(({ rule }) => rule.id)
      assert.deepEqual(restricting, [], `${stance} on ${event.type}`)
    }
})

test('a link or a campaign by itself only queues', () => {
  const events: Event[] = [postEvent(), profileEvent()]
  for (const event of events) {
    const found = actions({ event, account: linked, tally: many })
    assert.ok(
      [...found].every((action) => action === 'queue' || action === 'discount-trend'),
      [...found].join(),
    )
  }
  assert.deepEqual(ids({ event: profileEvent(), account: linked }), ['return-of-closed'])
  assert.deepEqual(ids({ account: { ...linked, posts: 6 } }), [])
})

const check = (scores: Record<string, number>, expected: string[], scope: Partial<Scope> = {}) =>
  assert.deepEqual(ids({ reading: readingWith(scores), ...scope }).sort(), expected.sort())

test('each kind of text meets its rules', () => {
  check({ tvec2: 0.9 }, ['threat-credible', 'threat-possible'])
  check({ tvec2: 0.6 }, ['threat-possible'])
  check({ tvec8: 0.9 }, ['incitement', 'incitement-possible'])
  check({ tvec8: 0.9 }, ['incitement', 'incitement-possible', 'incitement-repeated'], {
    tally: (name) => (name === 'inciting_posts_24h' ? 3 : 0),
  })
  check({ tvec7: 0.9 }, ['praise'])
  check({ tvec7: 0.9 }, ['praise', 'praise-as-a-habit'], {
    tally: (name) => (name === 'praising_posts_7d' ? 5 : 0),
  })
  check({ tvec6: 0.6 }, ['recruitment'])
  check({ tvec4: 0.6 }, ['material-support'])
  check({ tvec3: 0.9 }, ['tactics', 'tactics-possible'])
  check({ tvec5: 0.9 }, ['instructions', 'instructions-possible'])
  check({ tvec1: 0.6 }, ['branded-content'])
  check({ harassment: 0.9 }, ['harassment-strong'], { event: postEvent({ mentions: ['acct:2'] }) })
  check({ harassment: 0.6 }, ['harassment-dogpile'], { tally: (name) => (name === 'harassers_1h' ? 10 : 0) })
  check({ tvec7: 0.9 }, ['praise', 'campaign-and-violating', 'campaign-possibly-violating'], {
    account: accountWith({ campaign: { id: 'c', degree: 0.7 } }),
  })
})

test('a threat with a time and a place goes to the threat desk', () => {
  const span = { start: 0, end: 1 }
  const reading = readingWith({ tvec2: 0.6 }, { frames: [{ act: 'threat', span, time: span, place: span }] })
  assert.deepEqual(ids({ reading }).sort(), ['threat-possible', 'threat-time-and-place'])
  assert.ok(actions({ reading }).has('escalate'))
})

test('reports count by the people who report, never against them', () => {
  const event = reportEvent('acct:7', 'acct:9')
  assert.deepEqual(ids({ event, reading: null, tally: () => 3 }), ['reported-by-several'])
  assert.deepEqual(ids({ event: reportEvent('acct:7', 'acct:9', 'tvec2'), reading: null, tally: () => 1 }), [
    'reported-as-threat',
  ])
})

test('a hashtag flooded by few brings a person to look', () => {
  const tally = (name: string) => ({ hashtag_posts_1h: 300, hashtag_accounts_1h: 5, posts_1h: 40 })[name] ?? 0
  assert.deepEqual(ids({ event: postEvent({ hashtags: ['x'] }), tally }), ['hashtag-flood'])
})

test('without second opinions no rule on them fires or leaves a gap, and with them a person looks, no more', () => {
  const reading = readingWith(Object.fromEntries(SCORED_POLICIES.map((policy) => [policy, 0.4])))
  const evaluated = (opinions: Reading['opinions']) =>
    evaluate(plan, scopeWith({ reading: opinions === undefined ? reading : { ...reading, opinions } }))
  const onOpinions = ({ rule }: Match) => /\b(?:opinion|translation)\./.test(rule.when)
  const alone = evaluated(undefined)
  assert.deepEqual(alone.matches.filter(onOpinions), [])
  assert.deepEqual(alone.gaps, [])
  for (const basis of ['original', 'translation'] as const) {
    const cost = { requests: 1, characters: 1, tokens: 1 }
    const opinion = { provider: 'p', model: 'm', basis, asked: [], scores: everything, ms: 1, cost }
    const asked = evaluated([opinion]).matches.filter(onOpinions)
    assert.ok(asked.length >= 2, basis)
    assert.ok(
      asked.every(({ rule }) => rule.verdict === 'review' && rule.actions.join() === 'queue'),
      basis,
    )
  }
})
