import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ActionKind, Decision, Job } from '../model/decision.ts'
import { HOUR_MS } from '../model/ids.ts'
import { AT, accountWith, postEvent, profileEvent, reportEvent } from '../rules/samples.ts'
import type { Match } from '../rules/scope.ts'
import { deciding, matchOf, reviewOf } from './samples.ts'

const only = (matches: Match[], parts: Parameters<typeof deciding>[1] = {}): Decision => {
  const { decisions } = deciding(matches, parts)
  assert.equal(decisions.length, 1)
  return decisions[0]!
}

test('D2, D3: the strongest verdict decides, then the policy of highest precedence, then the pack’s order', () => {
  const check = (matches: Match[], verdict: string, policy: string, rules: string[]) => {
    const decision = only(matches)
    assert.deepEqual([decision.verdict, decision.policy, decision.rules], [verdict, policy, rules])
  }
  const praise = matchOf({ id: 'praise', policy: 'tvec7', actions: ['limit'] })
  const news = matchOf({ id: 'news', policy: 'edsa', verdict: 'allow', actions: [], strikes: 0, brake: null })
  check([matchOf()], 'restrict', 'tvec2', ['threat'])
  check([reviewOf(), praise], 'restrict', 'tvec7', ['praise', 'look'])
  check([praise, matchOf()], 'restrict', 'tvec2', ['threat', 'praise'])
  check([matchOf({ id: 'first' }), matchOf({ id: 'second' })], 'restrict', 'tvec2', ['first', 'second'])
  check([news, reviewOf()], 'review', 'tvec2', ['look', 'news'])
  check([news], 'allow', 'edsa', ['news'])
})

test('D4: actions are those of all rules, each once', () => {
  const check = (matches: Match[], actions: ActionKind[], label: string | null = null) => {
    const decision = only(matches)
    assert.deepEqual(decision.actions, actions)
    assert.equal(decision.label, label)
  }
  check([matchOf()], ['queue', 'hide'])
  check(
    [matchOf(), matchOf({ actions: ['limit', 'hide', 'escalate'] })],
    ['queue', 'escalate', 'limit', 'hide'],
  )
  check(
    [matchOf({ actions: ['label', 'hide'], label: 'violent' }), reviewOf()],
    ['queue', 'label', 'hide'],
    'violent',
  )
  check(
    [
      reviewOf({ actions: ['label'], label: 'later' }),
      matchOf({ actions: ['hide', 'label'], label: 'first' }),
    ],
    ['label', 'hide'],
    'first',
  )
})

test('D5: why names the rules, the precedence that decided, and what was not known', () => {
  const { why } = only([reviewOf(), matchOf({ id: 'praise', policy: 'tvec7' }), matchOf()], {
    gaps: ['account.followers'],
  })
  assert.deepEqual(why, [
    'Rule threat matched: restrict under tvec2.',
    'Rule praise matched: restrict under tvec7.',
    'Rule look matched: review under tvec2.',
    'tvec2 leads by precedence 1000 over one other rule. restrict is stronger than the verdict of one other rule.',
    'Not known: account.followers.',
  ])
  const tied = only([matchOf({ id: 'a' }), matchOf({ id: 'b' })]).why
  assert.ok(
    tied.includes('tvec2 leads by precedence 1000 and, among equals, its place in the pack.'),
    tied.join('\n'),
  )
})

test('D1: what is on trial is recorded by itself and does nothing', () => {
  const trial = matchOf({
    id: 'trial',
    mode: 'shadow',
    strikes: 2,
    actions: ['suspend', 'queue', 'label'],
    label: 'x',
  })
  const { decisions, jobs, outbox, account, brakes } = deciding([trial])
  assert.deepEqual(
    decisions.map(({ mode, verdict, actions, strikes }) => ({ mode, verdict, actions, strikes })),
    [{ mode: 'shadow', verdict: 'restrict', actions: ['queue', 'label', 'suspend'], strikes: 0 }],
  )
  assert.deepEqual([jobs, outbox, account.strikes, account.labels, brakes], [[], [], [], [], {}])

  const alone = deciding([matchOf()])
  const beside = deciding([matchOf(), trial])
  assert.deepEqual(beside.decisions[0], alone.decisions[0])
  assert.deepEqual([beside.jobs, beside.outbox], [alone.jobs, alone.outbox])
  assert.deepEqual(beside.decisions[1], decisions[0])
})

test('D6: the same again gives the same bytes, and ids differ by event, subject and mode', () => {
  const text = (id: string) =>
    JSON.stringify(deciding([matchOf(), reviewOf()], { event: { ...postEvent(), id } }))
  assert.equal(text('e1'), text('e1'))
  const ids = [
    only([matchOf()]),
    only([matchOf()], { event: { ...postEvent(), id: 'e2' } }),
    only([matchOf()], { event: postEvent({ id: 'post:2' }) }),
    only([matchOf({ mode: 'shadow' })]),
    only([matchOf({ brake: { perHour: 0 } })]),
  ].map(({ id }) => id)
  assert.equal(new Set(ids).size, ids.length)
  for (const id of ids) assert.match(id, /^[A-Za-z0-9_-]{1,64}$/)
})

test('a decision is about the post, the profile’s account, or whom a report is about', () => {
  const check = (event: Parameters<typeof only>[1], subject: string) => {
    const { subject: found } = only([matchOf()], event)
    assert.equal(`${found.kind} ${found.id}`, subject)
  }
  check({ event: postEvent() }, 'post post:1')
  check({ event: profileEvent() }, 'account acct:1')
  check({ event: reportEvent('acct:7') }, 'account acct:7')
  const report = reportEvent('acct:7')
  assert.ok(report.type === 'report.created')
  check({ event: { ...report, report: { ...report.report, post: 'post:9' } } }, 'post post:9')
})

test('D8, D9: past its brake a rule only brings a person to look', () => {
  const brakes = {}
  const match = matchOf({ brake: { perHour: 2 }, actions: ['hide', 'escalate'] })
  const modes = [0, 0, 0, HOUR_MS].map((later) => {
    const { decisions, jobs, outbox, account } = deciding([match], { time: AT + later }, brakes)
    const { mode, verdict, actions, strikes } = decisions[0]!
    return {
      mode,
      verdict,
      actions,
      strikes,
      jobs: jobs.length,
      outbox: outbox.length,
      marks: account.strikes.length,
    }
  })
  const live = {
    mode: 'live',
    verdict: 'restrict',
    actions: ['escalate', 'hide'],
    strikes: 1,
    jobs: 1,
    outbox: 1,
    marks: 1,
  }
  const braked = {
    mode: 'braked',
    verdict: 'review',
    actions: ['queue', 'escalate'],
    strikes: 0,
    jobs: 1,
    outbox: 0,
    marks: 0,
  }
  assert.deepEqual(modes, [live, live, braked, live])
  const { why, statement } = deciding([match], {}, brakes).decisions[0]!
  assert.ok(
    why.some((line) => line.startsWith('The brake held rule threat back: 2 restrictions')),
    why.join('\n'),
  )
  assert.match(statement.text, /^Nothing was restricted/)
})

test('D9: a rule that is held back does not hold back another', () => {
  const { decisions, outbox } = deciding([
    matchOf({ brake: { perHour: 0 } }),
    matchOf({ id: 'praise', policy: 'tvec7', actions: ['limit'] }),
  ])
  const { mode, verdict, policy, rules, actions } = decisions[0]!
  assert.deepEqual(
    { mode, verdict, policy, rules, actions },
    {
      mode: 'live',
      verdict: 'restrict',
      policy: 'tvec7',
      rules: ['praise', 'threat'],
      actions: ['queue', 'limit'],
    },
  )
  assert.deepEqual(
    outbox.map(({ action }) => action),
    ['limit'],
  )
})

test('D10: nothing is taken away on a link, a campaign or a hashtag alone', () => {
  const check = (evidence: Match['evidence'], mode: Decision['mode']) => {
    const decision = only([matchOf({ actions: ['suspend'] }, evidence)])
    assert.equal(decision.mode, mode, JSON.stringify(evidence))
    assert.equal(decision.actions.includes('suspend'), mode === 'live')
  }
  check({ 'lineage.tier': 'certain' }, 'braked')
  check({ 'lineage.tier': 'certain', 'account.status': 'open' }, 'braked')
  check({ 'campaign.degree': 1, 'hashtag.burst': 9 }, 'braked')
  check({ 'lineage.tier': 'certain', 'reading.tvec2': 0.97 }, 'live')
  check({ 'reading.tvec2': 0.97 }, 'live')
})

test('D11: jobs go to the queue of those who know the matter', () => {
  const check = (match: Match, parts: Parameters<typeof deciding>[1], queue: string | null) =>
    assert.equal(deciding([match], parts).jobs[0]?.queue ?? null, queue)
  check(reviewOf(), {}, 'threats')
  check(reviewOf({ policy: 'tvec7' }), {}, 'content')
  check(reviewOf({ policy: 'tvec7', actions: ['escalate'] }), {}, 'threats')
  check(reviewOf({ policy: 'tvec7' }), { event: reportEvent('acct:7') }, 'reports')
  check(matchOf({ actions: ['hide'] }), {}, null)
})

test('D12: priority grows with harm, with what was done already and with reach', () => {
  const job = (match: Match, followers?: number): Job =>
    deciding([match], {
      account: accountWith({ profile: { handle: 'x', ...(followers !== undefined && { followers }) } }),
    }).jobs[0]!
  const check = (expected: number, match: Match, followers?: number) =>
    assert.equal(job(match, followers).priority, expected)
  check(700, reviewOf({ policy: 'tvec7' }))
  check(700, reviewOf({ policy: 'tvec7' }), 0)
  check(800, matchOf({ policy: 'tvec7' }))
  check(1_000, reviewOf())
  check(1_500, reviewOf({ actions: ['escalate'] }))
  check(1_010, reviewOf(), 1)
  check(1_199, reviewOf(), 1_000_000)
  check(1_300, reviewOf(), 1e15)
})

test('D13: what the platform has to do goes to the outbox, and nothing else', () => {
  const actions: ActionKind[] = ['queue', 'escalate', 'hide', 'label']
  const { decisions, outbox, account } = deciding([matchOf({ actions, label: 'violent' })])
  const { id, statement } = decisions[0]!
  assert.deepEqual(
    outbox.map((entry) => [entry.id, entry.action, entry.label]),
    [
      [`${id}.label`, 'label', 'violent'],
      [`${id}.hide`, 'hide', 'violent'],
    ],
  )
  assert.ok(outbox.every((entry) => entry.decision === id && entry.statement === statement))
  assert.deepEqual(account.labels, [{ name: 'violent', until: AT + 90 * 24 * HOUR_MS, decision: id }])
  assert.deepEqual(deciding([reviewOf()]).outbox, [])
})

test('D13: each decision puts on a label of its own, at most four of one name, and 32 in all are kept', () => {
  const account = accountWith()
  const label = (name: string, time: number) =>
    deciding([reviewOf({ actions: ['label'], label: name })], {
      account,
      time,
      event: { ...postEvent(), id: `${name}-${time}` },
    })
  label('a', AT)
  label('a', AT + 5)
  label('a', AT + 2)
  const ends = () => account.labels.map(({ until }) => until! - 90 * 24 * HOUR_MS - AT)
  assert.deepEqual(ends(), [0, 5, 2])
  for (const later of [7, 8, 9]) label('a', AT + later)
  assert.deepEqual(ends(), [2, 7, 8, 9], 'a label that is put on all day pushes out no other')
  for (let i = 0; i < 40; i++) label(`b${i}`, AT + i)
  assert.equal(account.labels.length, 32)
  assert.equal(account.labels.at(-1)!.name, 'b39')
})

test('K1: one act is one mark: the most that a rule asks for, and none of a review', () => {
  const check = (matches: Match[], strikes: number) => {
    const { decisions, account } = deciding(matches)
    assert.equal(decisions[0]!.strikes, strikes)
    assert.equal(
      account.strikes.reduce((sum, { count }) => sum + count, 0),
      strikes,
    )
  }
  check([matchOf()], 1)
  check([matchOf(), matchOf({ id: 'b', strikes: 2 })], 2)
  check([matchOf({ strikes: 0 })], 0)
  check([reviewOf()], 0)
  check([matchOf({ brake: { perHour: 0 }, strikes: 5 }), matchOf({ id: 'b' })], 1)
})

test('K4, K5: the strike that reaches the limit brings one job about the account, and closes nothing', () => {
  const account = accountWith()
  const strike = (n: number, later = 0) =>
    deciding([matchOf()], { account, time: AT + later, event: { ...postEvent(), id: `e${n}` } })
  const accountJobs = (n: number, later = 0) =>
    strike(n, later).jobs.filter(({ queue }) => queue === 'accounts')
  assert.deepEqual(
    [1, 2, 3, 3, 4].map((n) => accountJobs(n).length),
    [0, 0, 1, 0, 0],
  )
  assert.equal(account.strikes.length, 4)
  const lapsed = 91 * 24 * HOUR_MS
  assert.deepEqual(
    [5, 6, 7, 8].map((n) => accountJobs(n, lapsed).length),
    [0, 0, 1, 0],
  )
  const again = deciding([matchOf()], {
    account: accountWith({ strikes: account.strikes.slice(0, 2) }),
    event: { ...postEvent(), id: 'e9' },
  })
  const [job] = again.jobs.filter(({ queue }) => queue === 'accounts')
  assert.deepEqual(job?.subject, { kind: 'account', id: 'acct:1' })
  assert.ok(again.decisions[0]!.why.at(-1)!.startsWith('The account has reached 3 strikes'))
  assert.ok(again.outbox.every(({ action }) => action === 'hide'))
})
