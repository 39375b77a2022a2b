import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatProblems, packFromFiles } from './load.ts'
import { evaluate, type Plan, planOf } from './rules.ts'
import { accountWith, postEvent, profileEvent, readingWith, reportEvent, scopeWith } from './samples.ts'
import { type Scope, UNKNOWN } from './scope.ts'

const POLICIES = 'policies:\n  - { id: tvec2, title: Threat, prose: No threats., precedence: 10 }\n'

function planFor(...texts: string[]): Plan {
  const files = Object.fromEntries([POLICIES, ...texts].map((text, index) => [`${index}.yaml`, text]))
  const result = packFromFiles(files)
  assert.ok(result.ok, result.ok ? '' : formatProblems(result.problems))
  return planOf(result.pack)
}

const rule = (id: string, when: string, { on = 'post.created', mode = 'live', restrict = false } = {}) =>
  `rules:\n  - { id: ${id}, policy: tvec2, on: [${on}], when: ${JSON.stringify(when)}, mode: ${mode}, ` +
  `verdict: ${restrict ? 'restrict' : 'review'}, actions: [${restrict ? 'hide' : 'queue'}] }\n`

const matching = (plan: Plan, scope: Partial<Scope> = {}) =>
  evaluate(plan, scopeWith(scope)).matches.map(({ rule }) => rule.id)
const gaps = (when: string, scope: Partial<Scope> = {}, on = 'post.created') =>
  evaluate(planFor(rule('a', when, { on })), scopeWith(scope)).gaps

test('matches come in the pack’s order, live and shadow, without those that are off', () => {
  const plan = planFor(
    rule('low', 'reading.tvec2 >= 0.5'),
    rule('open', 'post.text != ""'),
    rule('high', 'reading.tvec2 >= 0.9', { mode: 'shadow' }),
    rule('none', 'reading.tvec2 >= 0.1', { mode: 'off' }),
  )
  assert.deepEqual(matching(plan, { reading: readingWith({ tvec2: 0.95 }) }), ['low', 'open', 'high'])
  assert.deepEqual(matching(plan, { reading: readingWith({ tvec2: 0.9 }) }), ['low', 'open', 'high'])
  assert.deepEqual(matching(plan, { reading: readingWith({ tvec2: 0.5 }) }), ['low', 'open'])
  assert.deepEqual(matching(plan, { reading: readingWith({ tvec2: 0.49 }) }), ['open'])
})

test('a match carries the values its condition looked at, cut to size', () => {
  const plan = planFor(
    rule(
      'a',
      'reading.tvec2 >= 0.5 && post.text.contains("x") && account.followers < 5 || post.urls.exists(u, u != "")',
    ),
  )
  const text = `x${'😀'.repeat(10_000)}`
  const urls = Array.from({ length: 100 }, (_, index) => `https://${index}.example/`)
  const { matches } = evaluate(
    plan,
    scopeWith({ event: postEvent({ text, urls }), reading: readingWith({ tvec2: 0.9 }) }),
  )
  const { evidence } = matches[0]!
  assert.equal(evidence['reading.tvec2'], 0.9)
  assert.equal((evidence['post.urls'] as string[]).length, 16)
  assert.equal((evidence['post.text'] as string).length, 200)
  assert.ok((evidence['post.text'] as string).isWellFormed())
  assert.ok(!('account.followers' in evidence), 'what was unknown is no evidence')
  assert.equal(JSON.stringify(JSON.parse(JSON.stringify(evidence))), JSON.stringify(evidence))
})

test('gaps name the unknown signals that mattered, and no others', () => {
  assert.deepEqual(gaps('account.followers < 5'), ['account.followers'])
  assert.deepEqual(gaps('account.followers < 5 && reading.tvec2 >= 0.5'), [], 'false whatever the followers')
  assert.deepEqual(gaps('account.followers < 5 || reading.tvec2 >= 0.001'), [], 'true whatever the followers')
  assert.deepEqual(gaps('(account.followers < 5 || post.text != "") && account.ageHours < 1.0'), [
    'account.ageHours',
  ])
  assert.deepEqual(gaps('!(account.verified) && account.name == "x"'), ['account.name', 'account.verified'])
  assert.deepEqual(gaps('reading.tvec2 >= 0.5', { reading: null }), ['reading.tvec2'])
  assert.deepEqual(gaps('reading.tvec2 >= 0.5', { reading: { ...readingWith(), scores: {} } }), [
    'reading.tvec2',
  ])
  assert.deepEqual(gaps('has(account.followers) && account.followers < 5'), [])
  assert.deepEqual(gaps('tally.x >= 1 || post.text == "x"'.replace('tally.x', 'account.followers')), [
    'account.followers',
  ])
})

test('what an event of this type cannot have is no gap', () => {
  assert.deepEqual(
    gaps('profile.bio == "x" || reading.tvec2 >= 0.5', {}, 'post.created, account.created'),
    [],
  )
})

test('a condition that fails is named by its rule', () => {
  assert.deepEqual(gaps('10 / account.reports > 1'), ['rule:a'])
})

test('known absence is a value: no link, no campaign, no strikes', () => {
  const plan = planFor(
    rule(
      'a',
      'lineage.bits == 0.0 && lineage.tier == "none" && lineage.closedFor == "" && lineage.generation == 0',
    ),
    rule('b', 'campaign.id == "" && campaign.degree == 0.0 && hashtag.burst == 0.0'),
    rule('c', 'account.strikes == 0 && account.labels == [] && account.closedFor == ""'),
  )
  assert.deepEqual(matching(plan), ['a', 'b', 'c'])
  assert.deepEqual(evaluate(plan, scopeWith()).gaps, [])
})

test('strikes and labels lapse by event time', () => {
  const plan = planFor(rule('a', 'account.strikes >= 2'), rule('b', '"watched" in account.labels'))
  const strike = (expiresAt: number) => ({ decision: 'd', policy: 'tvec2', count: 2, at: 0, expiresAt })
  const label = (until: number | null) => ({ name: 'watched', until, decision: 'd' })
  const { time } = scopeWith()
  assert.deepEqual(
    matching(plan, { account: accountWith({ strikes: [strike(time + 1)], labels: [label(null)] }) }),
    ['a', 'b'],
  )
  assert.deepEqual(
    matching(plan, { account: accountWith({ strikes: [strike(time)], labels: [label(time)] }) }),
    [],
  )
})

test('negated frames say nothing', () => {
  const plan = planFor(rule('a', '"threat" in reading.acts'), rule('b', 'reading.hasTime'))
  const span = { start: 0, end: 1 }
  const frames = (negated: boolean) => [{ act: 'threat' as const, span, time: span, negated }]
  assert.deepEqual(matching(plan, { reading: readingWith({}, { frames: frames(false) }) }), ['a', 'b'])
  assert.deepEqual(matching(plan, { reading: readingWith({}, { frames: frames(true) }) }), [])
})

const TALLIES = `tallies:
  posts: { count: post, by: account, over: 1h }
  loud: { count: post, by: account, over: 1h, where: account.followers > 100 }
  tags: { distinct: account, by: hashtag, over: 1h }
  named: { distinct: account, by: target, over: 1h, on: [post.created], where: reading.harassment >= 0.5 }
  reporters: { distinct: account, by: target, over: 1h, on: [report.created] }
  hosts: { top: url, by: account, over: 1h, k: 3 }
  idle: { count: follow, by: account, over: 1h }
`

test('tallies are counted by the events that feed them, and only those that rules read', () => {
  const plan = planFor(
    TALLIES,
    rule('a', 'tally.posts > 1 || tally.tags > 1 || tally.named > 1'),
    rule('b', 'tally.reporters > 2', { on: 'report.created' }),
  )
  assert.deepEqual(
    plan.talliesFor('post.created').map(({ spec }) => spec.name),
    ['posts', 'tags', 'named'],
  )
  assert.deepEqual(
    plan.talliesFor('report.created').map(({ spec }) => spec.name),
    ['reporters'],
  )
  assert.deepEqual(plan.talliesFor('follow.created'), [])
})

test('a tally says whom an event counts for and what it records', () => {
  const plan = planFor(
    TALLIES,
    rule('a', 'tally.tags > 1 || tally.named > 1 || tally.loud > 1 || size(tally.hosts) > 1'),
    rule('b', 'tally.reporters > 2', { on: 'report.created' }),
  )
  const [loud, tags, named, hosts] = plan.talliesFor('post.created')
  const tagged = postEvent({
    hashtags: ['News', 'NEWS', '__proto__'],
    mentions: ['a', 'b', 'a'],
    urls: ['https://x.example/'],
  })
  assert.deepEqual(tags!.keys(tagged), ['hashtag:news', 'hashtag:__proto__'])
  assert.deepEqual(named!.keys(tagged), ['target:a', 'target:b'])
  assert.deepEqual(
    [named!.value(tagged), hosts!.value(tagged), loud!.value(tagged)],
    ['acct:1', 'https://x.example/', null],
  )
  const [reporters] = plan.talliesFor('report.created')
  assert.deepEqual(
    [reporters!.keys(reportEvent('acct:7')), reporters!.value(reportEvent('acct:7'))],
    [['target:acct:7'], 'acct:9'],
  )
  const crowd = postEvent({ mentions: Array.from({ length: 100 }, (_, index) => `m${index}`) })
  assert.equal(named!.keys(crowd).length, 16)
  assert.equal(loud!.where(scopeWith()), UNKNOWN, 'followers were never sent')
  assert.equal(named!.where(scopeWith({ reading: readingWith({ harassment: 0.9 }) })), true)
  assert.equal(named!.where(scopeWith({ reading: readingWith({ harassment: 0.1 }) })), false)
  assert.equal(hosts!.where(scopeWith()), false, 'nothing to record')
  assert.equal(reporters!.where(scopeWith()), false, 'a post does not feed it')
})

test('a tally fed by one event can be read on another', () => {
  const plan = planFor(
    'tallies:\n  reports: { count: report, by: account, over: 24h }\n',
    rule('a', 'tally.reports >= 2 && post.text != ""'),
  )
  assert.deepEqual(
    plan.talliesFor('post.created').map(({ spec }) => spec.name),
    ['reports'],
  )
  assert.deepEqual(matching(plan, { tally: () => 2 }), ['a'])
  assert.deepEqual(
    plan.talliesFor('report.created').map(({ keys }) => keys(reportEvent('acct:7'))),
    [['account:acct:7']],
  )
})

test('a tally is read once per event, and what is unknown of it stays unknown', () => {
  const plan = planFor(
    TALLIES,
    rule('a', 'tally.posts >= 3'),
    rule('b', 'tally.posts >= 5'),
    rule('c', 'tally.hosts.exists(h, h.value == "x" && h.count > 1)'),
  )
  let reads = 0
  const tally = (name: string) => {
    reads += 1
    return name === 'posts' ? 4 : [{ value: 'x', count: 2 }]
  }
  assert.deepEqual(matching(plan, { tally }), ['a', 'c'])
  assert.equal(reads, 2)
  assert.deepEqual(evaluate(plan, scopeWith({ tally: () => UNKNOWN })).gaps, ['tally.hosts', 'tally.posts'])
})

test('state keys are those that can matter, each once', () => {
  const plan = planFor(
    TALLIES,
    rule('a', 'tally.tags > 1', { restrict: true }),
    rule('b', 'reading.tvec2 > 0.5', { restrict: true, mode: 'shadow' }),
    rule('c', 'reading.tvec2 > 0.5', { on: 'account.created' }),
  )
  const tagged = postEvent({ hashtags: ['x', 'X'], urls: ['https://x.example/'], mentions: ['acct:5'] })
  assert.deepEqual(plan.stateKeys(tagged).sort(), ['account:acct:1', 'hashtag:x', 'rule:a'])
  assert.deepEqual(plan.stateKeys(profileEvent()), ['account:acct:1'])
  assert.deepEqual(plan.stateKeys(reportEvent('acct:7')), ['account:acct:7'])
})

test('text is read for the events whose rules or tallies look at it', () => {
  const plan = planFor(
    TALLIES,
    rule('a', 'tally.named > 1'),
    rule('b', 'profile.bio == "x"', { on: 'account.created' }),
  )
  assert.equal(plan.readsText('post.created'), true)
  assert.equal(plan.readsText('post.edited'), false)
  assert.equal(plan.readsText('account.created'), false)
  assert.equal(plan.readsText('pack.loaded'), false)
})

test('a rule is not run on events that cannot meet it', () => {
  const plan = planFor(
    rule('a', 'profile.bio == "x" && reading.tvec2 >= 0.5', { on: 'post.created, account.created' }),
  )
  assert.deepEqual(plan.rulesFor('post.created'), [])
  assert.equal(plan.rulesFor('account.created').length, 1)
})

test('an event that no rule can be about meets no rule', () => {
  const plan = planFor(rule('a', 'reading.tvec2 >= 0.5'))
  const event = {
    id: 'e',
    type: 'pack.loaded' as const,
    at: '2014-01-01T00:00:00.000Z',
    account: 'x',
    pack: { hash: 'h' },
  }
  assert.deepEqual(evaluate(plan, scopeWith({ event })), { matches: [], gaps: [] })
})
