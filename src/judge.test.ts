import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge, keysOf } from './judge.ts'
import { canonicalJson } from './lib/canonical-json.ts'
import { createLineageIndex } from './lineage/lineage.ts'
import type { CampaignSuspected, Event, Post } from './model/event.ts'
import { HOUR_MS } from './model/ids.ts'
import type { Reading } from './model/reading.ts'
import { stateKey } from './model/state.ts'
import { formatProblems, packFromFiles } from './rules/load.ts'
import { type Plan, planOf } from './rules/rules.ts'
import { AT, postEvent, profileEvent, readingWith } from './rules/samples.ts'
import { emptyJudgement, type Judgement, type World } from './world.ts'

const PACK = `
policies:
  - { id: tvec2, title: Threat, prose: No threats., precedence: 10,
      ground: { kind: illegal, reference: Law, category: STATEMENT_CATEGORY_VIOLENCE } }
  - { id: return, title: Return, prose: No coming back., precedence: 5,
      ground: { kind: incompatible, reference: Terms, category: STATEMENT_CATEGORY_OTHER_VIOLATION_TC } }
tallies:
  threats_1h: { count: post, by: account, over: 1h, where: reading.tvec2 >= 0.5 }
  tag_posts_1h: { count: post, by: hashtag, over: 1h }
  tag_accounts_1h: { distinct: account, by: hashtag, over: 1h }
`

const rule = (id: string, when: string, rest = 'verdict: review, actions: [queue]', on = 'post.created') =>
  `  - { id: ${id}, policy: tvec2, on: [${on}], when: ${JSON.stringify(when)}, mode: live, ${rest} }\n`

function planWith(...rules: string[]): Plan {
  const result = packFromFiles({ 'pack.yaml': PACK, 'rules.yaml': `rules:\n${rules.join('')}` })
  assert.ok(result.ok, result.ok ? '' : formatProblems(result.problems))
  return planOf(result.pack)
}

const worldOf = (plan: Plan): World => ({ plan, states: new Map(), lineage: createLineageIndex() })

interface Given {
  event: Event
  reading?: Reading | null
}

function judgeAll(world: World, given: Given[]): Judgement {
  const into = emptyJudgement()
  for (const { event, reading = null } of given) judge({ event, reading, gaps: [] }, world, into)
  return into
}

let made = 0
const at = (minutes: number) => new Date(AT + minutes * 60_000).toISOString()
const post = (account: string, minutes: number, parts: Partial<Post> = {}, tvec2 = 0): Given => ({
  event: {
    ...postEvent({ id: `post:${++made}`, ...parts }),
    id: `e${made}`,
    account,
    at: at(minutes),
  } as Event,
  reading: readingWith({ tvec2 }),
})
const rulesOf = ({ decisions }: Judgement) => decisions.map(({ rules }) => rules.join(' '))

test('a rule sees the event it judges, and what the events before it did', () => {
  const plan = planWith(rule('second', 'tally.threats_1h >= 2'), rule('third-post', 'account.posts == 3'))
  const world = worldOf(plan)
  const given = [
    post('a', 0, {}, 0.9),
    post('b', 1, {}, 0.9),
    post('a', 2),
    post('a', 3, {}, 0.9),
    post('a', 70, {}, 0.9),
  ]
  assert.deepEqual(rulesOf(judgeAll(world, given)), ['second third-post'])
})

test('strikes of one event are there for the next', () => {
  const plan = planWith(
    rule('threat', 'reading.tvec2 >= 0.8', 'verdict: restrict, actions: [hide, queue], strikes: 1'),
    rule('struck', 'account.strikes >= 1 && reading.tvec2 < 0.8'),
  )
  const judgement = judgeAll(worldOf(plan), [post('a', 0), post('a', 1, {}, 0.9), post('a', 2), post('b', 3)])
  assert.deepEqual(rulesOf(judgement), ['threat', 'struck'])
})

test('tallies by hashtag count whoever posts, and the largest of several tags speaks', () => {
  const plan = planWith(rule('busy', 'tally.tag_posts_1h >= 3 && tally.tag_accounts_1h == 2'))
  const given = [
    post('a', 0, { hashtags: ['One'] }),
    post('b', 1, { hashtags: ['one'] }),
    post('a', 2, { hashtags: ['two'] }),
    post('a', 3, { hashtags: ['two', 'ONE'] }),
  ]
  assert.deepEqual(rulesOf(judgeAll(worldOf(plan), given)), ['busy'])
})

test('a brake holds across events, per hour of event time', () => {
  const plan = planWith(
    rule(
      'threat',
      'reading.tvec2 >= 0.8',
      'verdict: restrict, actions: [hide, queue], brake: { perHour: 1 }',
    ),
  )
  const minutes = (HOUR_MS - (AT % HOUR_MS)) / 60_000
  const given = [0, 1, minutes].map((minute, index) => post(`acct:${index}`, minute, {}, 0.9))
  const { decisions, outbox } = judgeAll(worldOf(plan), given)
  assert.deepEqual(
    decisions.map(({ mode }) => mode),
    ['live', 'braked', 'live'],
  )
  assert.equal(outbox.length, 2)
})

test('an account that comes back is linked before the rules look', () => {
  const plan = planWith(
    rule(
      'return',
      'lineage.tier in ["strong", "certain"]',
      'verdict: review, actions: [queue]',
      'account.created',
    ),
  )
  const profile = {
    handle: 'storm_of_the_north',
    name: 'Storm of the North',
    bio: 'We never left. The north wind carries our word.',
    emailToken: 'mail-1',
    avatar: { sha256: 'a'.repeat(64) },
    urls: ['https://north.example/word'],
  }
  const created = (account: string, day: number, handle: string): Event =>
    ({ ...profileEvent({ ...profile, handle }), id: `new-${account}`, account, at: at(day * 1_440) }) as Event
  const closed: Event = {
    id: 'closed',
    type: 'account.closed',
    at: at(1_440),
    account: 'old',
    reason: 'tvec2',
  }
  const judgement = judgeAll(worldOf(plan), [
    { event: created('old', 0, 'storm_of_the_north') },
    { event: closed },
    { event: created('new', 2, 'storm_of_the_north2') },
  ])
  const [link] = judgement.links
  assert.ok(link !== undefined, 'no link was found')
  assert.deepEqual([link.account, link.closedAccount], ['new', 'old'])
  assert.deepEqual(
    judgement.decisions.map(({ account, rules }) => [account, rules[0]]),
    [['new', 'return']],
  )
})

const suspected = (id: string, members: string[]): CampaignSuspected => ({
  id,
  type: 'campaign.suspected',
  at: at(5),
  account: 'holdfast',
  campaign: {
    id: 'c1',
    degree: 0.7,
    status: 'suspected',
    hashtags: ['Tag'],
    urls: [],
    members: members.map((account) => ({ account, degree: 0.9 })),
    firstSeen: at(0),
    posts: 9,
    advice: [],
    bursts: [{ tag: 'Tag', burst: 4, newAccounts: 0.5 }],
  },
})

test('a campaign is told to its members and its hashtags, and rules see it from then on', () => {
  const plan = planWith(
    rule('member', 'campaign.degree >= 0.5 && post.text != ""'),
    rule('tagged', 'hashtag.burst >= 3.0 && post.text != ""'),
  )
  const world = worldOf(plan)
  const event = suspected('s1', ['a', 'b'])
  const judgement = judgeAll(world, [
    post('a', 0),
    { event },
    post('a', 6),
    post('c', 7),
    post('c', 8, { hashtags: ['tag'] }),
  ])
  assert.deepEqual(rulesOf(judgement), ['member', 'tagged'])
  assert.deepEqual(
    judgement.campaigns.map(({ id, status, detectedAt }) => [id, status, detectedAt]),
    [['c1', 'suspected', at(5)]],
  )
  assert.equal(world.states.get(stateKey.account('b'))?.account?.campaign?.id, 'c1')
})

test('a pack that comes into force is remembered by the installation', () => {
  const world = worldOf(planWith(rule('any', 'post.text != ""')))
  const event: Event = {
    id: 'p1',
    type: 'pack.loaded',
    at: at(0),
    account: 'holdfast',
    pack: { hash: 'sha256:1' },
  }
  const { changed } = judgeAll(world, [{ event }])
  assert.deepEqual([...changed].find(({ installation }) => installation !== undefined)?.installation, {
    pack: 'sha256:1',
  })
})

test('an escalated decision opens a threat case; one on trial does not', () => {
  const plan = planWith(
    rule('threat', 'reading.tvec2 >= 0.8', 'verdict: review, actions: [queue, escalate]'),
    rule('trial', 'post.text != ""', 'verdict: review, actions: [escalate]').replace(
      'mode: live',
      'mode: shadow',
    ),
  )
  const { threats, decisions } = judgeAll(worldOf(plan), [post('a', 0), post('b', 1, {}, 0.9)])
  assert.equal(decisions.length, 3)
  assert.deepEqual(
    threats.map(({ accounts, grade }) => [accounts, grade]),
    [[['b'], 'medium']],
  )
})

test('what is judged touches no state that the one read does not fetch', () => {
  const plan = planWith(
    rule('threat', 'reading.tvec2 >= 0.8', 'verdict: restrict, actions: [hide, queue]'),
    rule('busy', 'tally.tag_posts_1h >= 2 && tally.threats_1h >= 0 && hashtag.burst >= 0.0'),
  )
  const world = worldOf(plan)
  const given = [
    post('a', 0, { hashtags: ['X', 'y'] }, 0.9),
    { event: suspected('s1', ['a', 'z']) },
    post('z', 6, { hashtags: ['tag'] }, 0.9),
  ]
  const into = emptyJudgement()
  for (const { event, reading = null } of given) {
    const fetched = new Set(keysOf(event, plan))
    const changed = new Set<string>()
    const one = emptyJudgement()
    judge({ event, reading, gaps: [] }, world, one)
    for (const { key } of one.changed) changed.add(key)
    assert.deepEqual(
      // What is preserved for a decision that is made only now was never stored.
      [...changed].filter((key) => !fetched.has(key) && !/^(?:evidence|decision):/.test(key)),
      [],
      event.type,
    )
    into.decisions.push(...one.decisions)
  }
  assert.ok(into.decisions.length >= 2)
})

test('the same events over the same world lead to the same judgement, to the byte', () => {
  const plan = planWith(
    rule(
      'threat',
      'reading.tvec2 >= 0.8',
      'verdict: restrict, actions: [hide, label, queue, escalate], label: violent, strikes: 2',
    ),
    rule('busy', 'tally.tag_accounts_1h >= 2'),
  )
  const given = Array.from({ length: 60 }, (_, i) =>
    post(`a${i % 7}`, i, { hashtags: [`t${i % 3}`] }, (i % 5) / 4),
  )
  const text = () => {
    const world = worldOf(plan)
    const { changed, ...rest } = judgeAll(world, given)
    return canonicalJson({ ...rest, changed: [...changed] })
  }
  assert.equal(text(), text())
})
