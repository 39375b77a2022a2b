import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY_MS } from '../model/ids.ts'
import { stateKey } from '../model/state.ts'
import {
  CAMPAIGN_AT,
  closing,
  type MemoryLine,
  memoryLine,
  postBy,
  profileOf,
  tellingOf,
} from '../server/campaign-samples.ts'
import { ALONE_MAX, BRAKE_PER_HOUR, type Reason } from './act-plan.ts'
import type { Order } from './order.ts'

const who = { campaign: 'c1', by: 'ann', why: 'One text, forty mouths.' }

/** A line on which members have posted and the campaign was told. */
function scene(size = 12): MemoryLine {
  const line = memoryLine()
  for (let i = 0; i < size; i++) {
    const { event, reading } = postBy(`acct:${i}`)
    line.take(event, reading)
  }
  line.take(tellingOf('c1', { size }))
  return line
}

type Parts = Order extends infer O ? (O extends Order ? Omit<O, 'campaign' | 'by' | 'why'> : never) : never
const order = (parts: Parts, over: Partial<typeof who> = {}): Order =>
  ({ ...who, ...over, ...parts }) as Order

async function done(line: MemoryLine, parts: Parts, over: Partial<typeof who> = {}) {
  const outcome = await line.desk.carryOut(order(parts, over))
  assert.ok(outcome?.ok, outcome === undefined ? 'not known' : outcome.ok ? '' : outcome.fault.reason)
  return outcome
}

async function refused(line: MemoryLine, parts: Parts, words: RegExp, over: Partial<typeof who> = {}) {
  const before = JSON.stringify([...line.kept])
  const logged = line.log.length
  const outcome = await line.desk.carryOut(order(parts, over))
  assert.ok(outcome?.ok === false, `${parts.do} was not refused`)
  assert.match(outcome.fault.reason, words)
  assert.ok(outcome.fault.hint.length > 5)
  assert.equal(JSON.stringify([...line.kept]), before, 'a refused order changed something')
  assert.equal(line.log.length, logged, 'a refused order was put on the log')
}

const statusIn = (line: MemoryLine, id = 'c1') => line.campaigns.get(id)?.status
const campaignOf = (line: MemoryLine, account: string) =>
  line.kept.get(stateKey.account(account))?.account?.campaign
const standing = (line: MemoryLine, id = 'c1') => line.kept.get(stateKey.campaign(id))!.campaign!

test('V2: suspected, confirmed, watched, over: a status is made of what was told and what was decided', async () => {
  const line = scene()
  assert.equal(statusIn(line), 'suspected')
  await done(line, { do: 'confirm' })
  assert.equal(statusIn(line), 'confirmed')
  line.take(tellingOf('c1', { minutes: 20 }))
  assert.equal(statusIn(line), 'confirmed', 'a telling took a finding back')
  await done(line, { do: 'act' })
  assert.equal(statusIn(line), 'watched')
  line.take(tellingOf('c1', { minutes: 400, status: 'over' }))
  assert.equal(statusIn(line), 'over')
  assert.deepEqual(line.campaigns.get('c1')?.advice, [])
})

test('V8: a campaign that was found to be one comes before a person when it stirs again', async () => {
  const stirs = async (first: Parts, ...tellings: Parameters<typeof tellingOf>[1][]) => {
    const line = scene()
    await done(line, { do: 'confirm' })
    if (first.do !== 'confirm') await done(line, first)
    const jobs = line.led.jobs.length
    for (const telling of tellings) line.take(tellingOf('c1', telling))
    return [statusIn(line), line.led.jobs.slice(jobs).map(({ queue, subject }) => `${queue} ${subject.id}`)]
  }
  const over = { minutes: 400, status: 'over' }
  assert.deepEqual(await stirs({ do: 'watch' }, over), ['over', []])
  assert.deepEqual(await stirs({ do: 'watch' }, over, { minutes: 900 }), ['confirmed', ['campaigns c1']])
  assert.deepEqual(await stirs({ do: 'confirm' }, over, { minutes: 900 }), ['confirmed', ['campaigns c1']])
  assert.deepEqual(await stirs({ do: 'act' }, { minutes: 20, size: 14 }), ['watched', []])
  assert.deepEqual(await stirs({ do: 'act' }, { minutes: 20, size: 14 }, { minutes: 40, size: 15 }), [
    'confirmed',
    ['campaigns c1'],
  ])
  assert.deepEqual(await stirs({ do: 'confirm' }, { minutes: 20, size: 40 }), ['confirmed', []])
})

test('V4: what is dismissed is no campaign for rules, gets no advice, and is not opened again on the same grounds', async () => {
  const line = scene()
  await done(line, { do: 'dismiss' })
  assert.equal(statusIn(line), 'dismissed')
  assert.equal(campaignOf(line, 'acct:3'), null)
  assert.equal(line.kept.get(stateKey.hashtag('greybanner'))?.hashtag?.campaign, null)
  line.take(tellingOf('c1', { minutes: 30, size: 20 }))
  assert.deepEqual([statusIn(line), line.campaigns.get('c1')?.advice], ['dismissed', []])
  assert.equal(campaignOf(line, 'acct:3'), null)
  assert.equal(line.kept.get(stateKey.hashtag('greybanner'))?.hashtag?.burst, 4, 'what was measured stays')
  const { event, reading } = postBy('acct:3', { minutes: 31 })
  assert.deepEqual(line.take(event, reading).decisions, [], 'a rule still saw a campaign')
  await refused(line, { do: 'act' }, /dismissed; only what a person confirmed/)
})

test('V4: on other grounds a dismissed campaign is suspected again, and a reviewer may change their mind', async () => {
  const evidence = tellingOf('c1').campaign.evidence as Record<string, unknown>
  const trace = (key: number) => ({ kind: 'text', key, label: '', accounts: 9 })
  const after = async (over: Record<string, unknown>, concernsBefore = true) => {
    const line = memoryLine()
    const profile = { ...(evidence.profile as object), concerns: concernsBefore }
    line.take(tellingOf('c1', { evidence: { ...evidence, profile } }))
    await done(line, { do: 'dismiss' })
    line.take(tellingOf('c1', { minutes: 60, evidence: { ...evidence, profile, ...over } }))
    return statusIn(line)
  }
  assert.equal(await after({}), 'dismissed')
  assert.equal(await after({ traces: [trace(4_711), trace(2)] }), 'dismissed')
  assert.equal(await after({ traces: [trace(4_711), trace(2), trace(3)] }), 'suspected')
  assert.equal(await after({ profile: { concerns: true } }, false), 'suspected')
  const line = scene()
  await done(line, { do: 'dismiss' })
  await done(line, { do: 'confirm' })
  assert.equal(statusIn(line), 'confirmed')
  assert.deepEqual(campaignOf(line, 'acct:3'), { id: 'c1', degree: 0.95 })
  assert.deepEqual(line.kept.get(stateKey.hashtag('greybanner'))?.hashtag?.campaign, {
    id: 'c1',
    degree: 0.9,
  })
})

test('V5: two campaigns become one, for the watch as well', async () => {
  const line = scene()
  const other = tellingOf('c2', { hashtags: ['Harbour'], minutes: 5, posts: 10 })
  const strangers = [
    { account: 'acct:1', degree: 0.99 },
    { account: 'acct:x', degree: 0.7 },
  ]
  line.take({ ...other, campaign: { ...other.campaign, members: strangers } })
  await done(line, { do: 'merge', into: 'c2' })
  const whole = line.campaigns.get('c2')!
  assert.deepEqual([statusIn(line), statusIn(line, 'c2')], ['over', 'suspected'])
  assert.deepEqual(
    [whole.members.length, whole.members[0], whole.hashtags, whole.posts],
    [13, { account: 'acct:1', degree: 0.99 }, ['Harbour', 'GreyBanner'], 46],
  )
  assert.deepEqual(campaignOf(line, 'acct:3'), { id: 'c2', degree: 0.95 })
  const told = line.log.slice(-2).map(({ event }) => event)
  assert.ok(told.every(({ type }) => type === 'campaign.suspected'))
  const { timeline, traces } = standing(line, 'c2').told!.evidence as {
    timeline: { posts: number[] }
    traces: unknown[]
  }
  assert.deepEqual([timeline.posts, traces.length], [[6, 18, 24, 24], 1])
  line.take(tellingOf('c1', { minutes: 60 }))
  assert.equal(statusIn(line), 'over', 'what is part of another does not rise again')
  assert.equal(campaignOf(line, 'acct:3')?.id, 'c2')
  await refused(line, { do: 'confirm' }, /part of c2/)
  const second = { campaign: 'c2' }
  await refused(line, { do: 'merge', into: 'c1' }, /part of c2/, second)
  await refused(line, { do: 'merge', into: 'c2' }, /into itself/, second)
  await refused(line, { do: 'merge', into: 'c9' }, /not known/, second)
})

test('V6: a part that is split off is a campaign of its own, and stays one', async () => {
  const line = scene()
  await done(line, { do: 'confirm' })
  await done(line, { do: 'split', accounts: ['acct:1', 'acct:2'] })
  const [, part] = [...line.campaigns.keys()]
  assert.deepEqual(
    line.campaigns.get(part!)?.members.map(({ account }) => account),
    ['acct:1', 'acct:2'],
  )
  assert.equal(statusIn(line, part), 'confirmed')
  assert.equal(campaignOf(line, 'acct:1')?.id, part)
  line.take(tellingOf('c1', { minutes: 90 }))
  assert.equal(line.campaigns.get('c1')?.members.length, 10)
  assert.equal(campaignOf(line, 'acct:1')?.id, part)
  await refused(line, { do: 'split', accounts: ['acct:1'] }, /not a member/)
  await refused(line, { do: 'split', accounts: [] }, /more than nobody/)
})

test('V9: acting on all is one case, a limit for each member, and a discount with what honestly remains', async () => {
  const line = scene()
  await done(line, { do: 'confirm' })
  const { event } = await done(line, { do: 'act' })
  const { decisions, jobs, outbox } = line.led
  assert.equal(outbox.filter(({ action }) => action === 'limit').length, 12)
  const [tag] = outbox.filter(({ action }) => action === 'discount-trend')
  assert.deepEqual(tag?.subject, { kind: 'hashtag', id: 'GreyBanner' })
  assert.match(tag!.statement.text, /7 posts by 5 others remain/)
  assert.deepEqual(
    jobs.map(({ queue, subject }) => [queue, subject.kind]),
    [['campaigns', 'campaign']],
  )
  const limit = decisions.find(({ subject }) => subject.id === 'acct:0')!
  assert.deepEqual(
    [limit.verdict, limit.actions, limit.mode, limit.automated, limit.rules, limit.policy, limit.event],
    ['restrict', ['limit'], 'live', false, [], 'campaign', event],
  )
  assert.match(limit.why[0]!, /A reviewer found campaign c1 .*forty mouths/)
  assert.equal(limit.statement.automated_decision, 'AUTOMATED_DECISION_NOT_AUTOMATED')
  assert.match(
    limit.statement.text,
    /^Your account is shown to fewer people\..*A person took the decision.*appeal/s,
  )
  assert.doesNotMatch(JSON.stringify(decisions), /\bann\b/, 'a reviewer is named outside')
  assert.equal(new Set(decisions.map(({ id }) => id)).size, decisions.length)
})

test('V11: who is left out, and why, is said to each', async () => {
  const line = memoryLine()
  const check = async (account: string, reason: Reason | null) => {
    const proposal = await line.desk.weigh(order({ do: 'act', actions: ['limit'], except: ['acct:7'] }))
    const found = proposal!.leftOut.samples.find((sample) => sample.account === account)?.reason ?? null
    assert.equal(found, reason, account)
  }
  const say = (account: string, parts: Parameters<typeof postBy>[1] = {}) => {
    const { event, reading } = postBy(account, parts)
    line.take(event, reading)
  }
  for (let i = 0; i < 10; i++) say(`acct:${i}`)
  say('acct:1', { stance: 'condemns' })
  say('acct:2', { stance: 'reports', text: 'They write again.', hashtags: ['GREYBANNER'] })
  say('acct:3', { stance: 'quotes', hashtags: [], urls: ['https://www.banner.example/a/'] })
  say('acct:4', {
    stance: 'condemns',
    text: 'What a storm that was on the coast today',
    hashtags: ['weather'],
  })
  line.take(closing('acct:5'))
  line.take(profileOf('acct:6', { verified: true }))
  line.take(profileOf('acct:8', { followers: 250_000 }))
  const telling = tellingOf('c1', { size: 10 })
  telling.campaign.members[9]!.degree = 0.4
  line.take(telling)
  await done(line, { do: 'confirm' })
  await check('acct:0', null)
  await check('acct:1', 'distant')
  await check('acct:2', 'distant')
  await check('acct:3', 'distant')
  await check('acct:4', null)
  await check('acct:5', 'not-open')
  await check('acct:6', 'stands-for-itself')
  await check('acct:7', 'asked')
  await check('acct:8', 'stands-for-itself')
  await check('acct:9', 'low-degree')
  await done(line, { do: 'act', actions: ['limit', 'label'], except: ['acct:7'] })
  assert.deepEqual(
    line.led.outbox.map(({ account, action }) => `${account} ${action}`),
    ['acct:0 label', 'acct:0 limit', 'acct:4 label', 'acct:4 limit'],
  )
  const proposal = await line.desk.weigh(order({ do: 'act', actions: ['limit'] }))
  assert.deepEqual(proposal!.leftOut.reasons, {
    'acted-on': 2,
    distant: 3,
    'not-open': 1,
    'stands-for-itself': 2,
    'low-degree': 1,
  })
  assert.equal(proposal!.accounts.count, 1)
  const labels = line.kept.get(stateKey.account('acct:0'))!.account!.labels
  assert.deepEqual(
    labels.map(({ name, until }) => [name, Math.round((until! - CAMPAIGN_AT) / DAY_MS)]),
    [['coordinated', 90]],
  )
})

test('V12: above so many accounts two people must agree, and two are two', async () => {
  const line = scene(ALONE_MAX + 1)
  await done(line, { do: 'confirm' })
  await refused(line, { do: 'act' }, /two people must agree/)
  await refused(line, { do: 'act', second: 'ann' }, /the second person is the first/)
  await refused(line, { do: 'act', second: '  ＡNN ' }, /the second person is the first/)
  await refused(line, { do: 'act', second: ' ' }, /the second person is the first/)
  await done(line, { do: 'act', second: 'ben' })
  assert.equal(line.led.outbox.filter(({ action }) => action === 'limit').length, ALONE_MAX + 1)
})

test('V12: several small acts by one person are one large one', async () => {
  const line = scene(ALONE_MAX + 10)
  await done(line, { do: 'confirm' })
  const rest = Array.from({ length: 20 }, (_, index) => `acct:${index}`)
  await done(line, { do: 'act', actions: ['limit'], except: rest })
  await refused(line, { do: 'act', actions: ['limit'] }, /two people must agree/)
  await done(line, { do: 'act', actions: ['limit'], second: 'ben' })
})

test('V13: past the brake accounts are held back to the one case', async () => {
  const line = scene(BRAKE_PER_HOUR + 5)
  await done(line, { do: 'confirm' })
  const proposal = await line.desk.weigh(order({ do: 'act', actions: ['limit'], second: 'ben' }))
  assert.deepEqual([proposal!.accounts.count, proposal!.heldBack.count], [BRAKE_PER_HOUR, 5])
  assert.equal(line.kept.get('rule:acts-on-campaigns'), undefined, 'a preview used the brake')
  await done(line, { do: 'act', actions: ['limit'], second: 'ben' })
  const { outbox, jobs, decisions } = line.led
  assert.deepEqual([outbox.length, jobs.length], [BRAKE_PER_HOUR, 1])
  assert.equal(decisions.filter(({ mode, verdict }) => mode === 'braked' && verdict === 'review').length, 5)
})

test('V10: a preview does nothing, and its token holds as long as it would do the same', async () => {
  const line = scene()
  await done(line, { do: 'confirm' })
  const before = JSON.stringify([[...line.kept], line.log.length])
  const first = await line.desk.weigh(order({ do: 'act' }))
  assert.equal(JSON.stringify([[...line.kept], line.log.length]), before)
  assert.deepEqual([first!.accounts.count, first!.accounts.samples.length, first!.tags.length], [12, 10, 1])
  line.take(closing('acct:2'))
  const late = await line.desk.carryOut(order({ do: 'act' }), first!.token)
  assert.ok(late?.ok === false)
  assert.match(late.fault.reason, /no longer do what the preview said/)
  const outcome = await line.desk.carryOut(order({ do: 'act' }), late.proposal.token)
  assert.ok(outcome?.ok)
  assert.deepEqual(outcome.proposal.accounts.count, 11)
})

test('V7: what a person decided on what had changed meanwhile does nothing', async () => {
  const line = scene()
  await done(line, { do: 'confirm' })
  await done(line, { do: 'act' })
  const act = line.log.find(({ event }) => event.type === 'campaign.acted')!.event
  const again = line.take({ ...act, id: 'copied' })
  assert.deepEqual([again.decisions, again.outbox, again.campaigns], [[], [], []])
})

test('V7: an event that was made by hand acts on nobody whom the guards protect', async () => {
  const line = scene()
  line.take(closing('acct:1'))
  await done(line, { do: 'confirm' })
  await done(line, { do: 'act', actions: ['queue'] })
  const act = line.log.find(({ event }) => event.type === 'campaign.acted')!.event
  assert.ok(act.type === 'campaign.acted')
  const { basisOf } = await import('./standing.ts')
  const review = {
    ...act.review,
    basis: basisOf(standing(line)),
    actions: ['limit' as const],
    accounts: ['acct:0', 'acct:1', 'acct:stranger', 'acct:0'],
  }
  const { outbox } = line.take({ ...act, id: 'by-hand', review })
  assert.deepEqual(
    outbox.map(({ account }) => account),
    ['acct:0'],
  )
})

test('V7: a telling that comes at that very moment is weighed too, unless the order goes by a preview', async () => {
  const line = scene()
  await done(line, { do: 'confirm' })
  line.between.happens = () => line.take(tellingOf('c1', { minutes: 9, size: 14 }))
  const { proposal } = await done(line, { do: 'act', actions: ['limit'] })
  assert.equal(proposal.accounts.count, 14)
  const other = scene()
  await done(other, { do: 'confirm' })
  const preview = (await other.desk.weigh(order({ do: 'act' })))!
  other.between.happens = () => other.take(tellingOf('c1', { minutes: 9, size: 14 }))
  const outcome = await other.desk.carryOut(order({ do: 'act' }), preview.token)
  assert.ok(outcome?.ok === false)
  assert.match(outcome.fault.reason, /no longer do what the preview said/)
  assert.deepEqual(other.led.outbox, [])
})

test('V7: a merge that is overtaken to the end tells nobody of it', async () => {
  const line = scene()
  line.take(tellingOf('c2', { minutes: 5 }))
  let minutes = 10
  const again = () => {
    line.take(tellingOf('c1', { minutes: minutes++ }))
    line.between.happens = again
  }
  line.between.happens = again
  const outcome = await line.desk.carryOut(order({ do: 'merge', into: 'c2' }))
  assert.ok(outcome?.ok === false)
  assert.match(outcome.fault.reason, /changed at that very moment/)
  assert.deepEqual([statusIn(line), standing(line, 'c2').told!.posts], ['suspected', 36])
})

test('V5, V6: a merge or split that was cut off before it was told is told when it is ordered again', async () => {
  const check = async (parts: Parts, other: () => string | undefined, members: number) => {
    line.between.happens = () => {
      line.between.happens = () => {
        throw new Error('the process ends')
      }
    }
    await assert.rejects(line.desk.carryOut(order(parts)), /the process ends/)
    const half = line.campaigns.get(other() ?? '')?.members.length ?? 0
    assert.ok(half < members)
    const outcome = await done(line, parts)
    assert.equal(outcome.event, null)
    assert.equal(line.campaigns.get(other()!)?.members.length, members)
  }
  const line = scene()
  await check({ do: 'split', accounts: ['acct:1', 'acct:2'] }, () => standing(line).given[0]?.[1], 2)
  const strangers = Array.from({ length: 5 }, (_, index) => ({ account: `acct:s${index}`, degree: 0.9 }))
  line.take(tellingOf('c2', { minutes: 5, members: strangers }))
  await check({ do: 'merge', into: 'c2' }, () => 'c2', 15)
})

test('V14: undone, everybody is restored, and nothing can be undone twice', async () => {
  const line = scene()
  await done(line, { do: 'confirm' })
  const event = (await done(line, { do: 'act', actions: ['limit', 'label', 'discount-trend', 'queue'] }))
    .event!
  await refused(line, { do: 'dismiss' }, /was acted on/)
  await refused(line, { do: 'merge', into: 'c1' }, /was acted on/)
  const preview = await line.desk.weigh(order({ do: 'undo', act: event }))
  assert.deepEqual([preview!.accounts.count, preview!.tags.length], [12, 1])
  const before = line.led.outbox.length
  await done(line, { do: 'undo', act: event })
  const restored = line.led.outbox.slice(before)
  assert.deepEqual([...new Set(restored.map(({ action }) => action))], ['restore'])
  assert.equal(restored.length, 13)
  const limited = line.led.outbox.slice(0, before).map(({ decision }) => decision)
  assert.deepEqual([...new Set(limited)].sort(), restored.map(({ restores }) => restores).sort())
  assert.match(restored[0]!.statement.text, /^The restriction of your account was lifted\./)
  assert.match(restored.at(-1)!.statement.text, /hashtag GreyBanner count for the trends as before/)
  assert.equal(statusIn(line), 'confirmed')
  await refused(line, { do: 'undo', act: event }, /no such act that stands/)
  await refused(line, { do: 'undo', act: 'nothing' }, /no such act that stands/)
})

test('V3: an act has a person and grounds, a campaign that is known, and a policy to cite', async () => {
  const line = scene()
  await refused(line, { do: 'confirm' }, /who acts/, { by: ' ' })
  await refused(line, { do: 'confirm' }, /why/, { why: '' })
  await refused(line, { do: 'act' }, /suspected; only what a person confirmed/)
  await done(line, { do: 'confirm' })
  await refused(line, { do: 'confirm' }, /confirmed already/)
  await refused(line, { do: 'act', actions: [] }, /nothing to do/)
  assert.equal(await line.desk.carryOut(order({ do: 'confirm' }, { campaign: 'none' })), undefined)
  const bare = memoryLine({ withPolicy: false })
  bare.take(tellingOf('c1'))
  await done(bare, { do: 'confirm' })
  await refused(bare, { do: 'act' }, /no policy "campaign"/)
})

test('the desk lists the newest first and shows one with its evidence and acts', async () => {
  const line = scene()
  for (let i = 2; i < 9; i++)
    line.take(tellingOf(`c${i}`, { detectedAt: new Date(CAMPAIGN_AT + i * 1000).toISOString() }))
  await done(line, { do: 'confirm' })
  const { event } = await done(line, { do: 'act', actions: ['queue'] })
  const ids = async (query: Parameters<MemoryLine['desk']['list']>[0]) =>
    (await line.desk.list(query)).map(({ id }) => id)
  assert.deepEqual(await ids({ limit: 2 }), ['c8', 'c7'])
  assert.deepEqual(await ids({ limit: 9, status: 'watched' }), ['c1'])
  const view = (await line.desk.show('c1'))!
  assert.equal((view.evidence as { odds: number }).odds, 660)
  assert.deepEqual(
    view.acts.map((act) => act.event),
    [event],
  )
  assert.equal(await line.desk.show('none'), undefined)
})
