import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '../lib/random.ts'
import type { Observed } from './acts.ts'
import { CARRIERS_MAX, TRACES_MAX } from './bounds.ts'
import { campaignEvent, createCampaignWatch, type Finding } from './campaigns.ts'
import {
  CALLS,
  chorus,
  HOUR,
  MESSAGE,
  MINUTE,
  type Put,
  post,
  QUIET,
  reading,
  START,
  sentence,
  smallTalk,
  stream,
} from './samples.ts'
import type { Evidence } from './told.ts'

const NOON = START + 12 * HOUR
const talk = smallTalk(16)
const calls = { from: NOON, lengthMs: 40 * MINUTE, reading: CALLS }

const random = seededRandom(11)
const ownWords = (): string => sentence(random)

const watched = (...parts: Put[][]): Finding[] => createCampaignWatch().observe(stream(...parts))
const last = (findings: Finding[]): Finding['campaign'] => findings.at(-1)!.campaign
const accountsOf = ({ members }: Finding['campaign']): string[] =>
  members.map(({ account }) => account).sort()
const evidenceOf = ({ evidence }: Finding['campaign']): Evidence => evidence as Evidence
const named = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `acct:${name}${i}`).sort()

test('small talk is no campaign', () => {
  assert.deepEqual(watched(talk), [])
})

test('calls in chorus are told of, with those who call and nobody else', () => {
  const findings = watched(talk, chorus({ accounts: 30, ...calls, tags: ['GreyBanner'], times: 2 }))
  const campaign = last(findings)
  assert.deepEqual(accountsOf(campaign), named('c', 30))
  assert.deepEqual(campaign.hashtags, ['GreyBanner'])
  assert.equal(campaign.posts, 60)
  assert.ok(campaign.degree > 0.9)
  const { odds, profile } = evidenceOf(campaign)
  assert.ok(odds > 100)
  assert.deepEqual(profile.policies, { tvec8: profile.forbidden })
})

test('a campaign is told of within minutes after its twentieth post', () => {
  const posts = chorus({ accounts: 200, ...calls, lengthMs: 5 * HOUR - 1 })
  const twentieth = posts.map(({ at }) => at).sort((a, b) => a - b)[19]!
  assert.ok(watched(smallTalk(20), posts)[0]!.at <= twentieth + 2 * MINUTE)
})

test('calls spaced out over a day are told of', () => {
  const findings = watched(smallTalk(30), chorus({ accounts: 40, ...calls, lengthMs: 16 * HOUR }))
  assert.deepEqual(accountsOf(last(findings)), named('c', 40))
})

test('what is deleted stays counted', () => {
  const posts = chorus({ accounts: 30, ...calls, deleteAfterMs: 3 * MINUTE })
  const campaign = last(watched(talk, posts))
  assert.equal(campaign.members.length, 30)
  assert.ok(evidenceOf(campaign).deleted >= 25, `${evidenceOf(campaign).deleted} counted as deleted`)
})

test('a tag pushed with texts of no meaning, all deleted again, is a campaign of those who deleted', () => {
  const lexicon = Array.from({ length: 40 }, (_, i) =>
    chorus({
      name: `d${i}-`,
      accounts: 1,
      from: NOON + i * 20_000,
      lengthMs: 1,
      text: `word${i} thing${i}`,
      tags: ['Trend7'],
      deleteAfterMs: 2 * MINUTE,
      reading: QUIET,
    }),
  ).flat()
  const organic = Array.from({ length: 15 }, (_, i) =>
    post(NOON + 5 * MINUTE + i * 60_000, `acct:o${i}`, ownWords(), {
      tags: ['Trend7'],
    }),
  )
  const campaign = last(watched(talk, lexicon, organic))
  assert.ok(campaign.members.length >= 35)
  assert.ok(accountsOf(campaign).every((account) => account.startsWith('acct:d')))
})

test('fans who say one line in chorus, with one tag and one address, are left alone', () => {
  const fans = {
    accounts: 80,
    from: NOON,
    lengthMs: 2 * HOUR,
    text: 'Stream the new record tonight and vote for them until midnight, every vote counts',
  }
  // They are people of the town, who also speak of other things.
  const lines = chorus({
    ...fans,
    name: 'o',
    tags: ['Vote'],
    urls: ['https://prize.example/vote'],
    reading: QUIET,
  })
  const cheer = Array.from({ length: 25 }, (_, i) =>
    post(NOON + i * 4 * MINUTE, `acct:o${100 + i}`, ownWords(), { tags: ['Vote'], reading: QUIET }),
  )
  assert.deepEqual(watched(talk, lines, cheer), [])
})

test('where nobody says anything but the given line, an app speaks through lent accounts (C4, T5)', () => {
  const lent = {
    accounts: 60,
    name: 'o',
    lengthMs: 10 * HOUR,
    from: NOON,
    text: 'The lantern levy must fall before spring, ask the council who signed the paper in March',
    tags: ['Levy'],
    reading: QUIET,
  }
  const findings = watched(smallTalk(24), chorus(lent))
  const campaign = last(findings)
  assert.equal(campaign.members.length, 60)
  assert.deepEqual(campaign.advice, ['queue'], 'a tag is not discounted on this alone')
  assert.ok(evidenceOf(campaign).signs.some(({ name }) => name === 'one-voice'))
  const twentieth = chorus(lent).toSorted((a, b) => a.at - b.at)[19]!.at
  assert.ok(findings[0]!.at <= twentieth + 10 * MINUTE)
})

test('a drive that copies somebody everybody passes on is no app; one that passes itself on is (C6)', () => {
  const text = 'The lantern levy must fall before spring, ask the council who signed the paper in March'
  const shared = { name: 'o', lengthMs: 2 * HOUR, tags: ['Levy'], reading: QUIET }
  const official = post(NOON, 'acct:council', text, { id: 'call', tags: ['Levy'], reading: QUIET })
  const copies = chorus({ accounts: 40, from: NOON + MINUTE, text, ...shared })
  const passedOnBy = (first: number) =>
    Array.from({ length: 20 }, (_, i) =>
      post(NOON + (1 + i) * MINUTE, `acct:o${first + i}`, '', { repostOf: 'call' }),
    )
  assert.deepEqual(watched(smallTalk(24), [official], copies, passedOnBy(100)), [])
  const own = watched(smallTalk(24), [official], copies, passedOnBy(0))
  assert.ok(evidenceOf(last(own)).signs.some(({ name }) => name === 'one-voice'))
  assert.ok(
    watched(smallTalk(24), [official], copies).length > 0,
    'a line that nobody passes on has no source',
  )
})

test('one account that says everything its own way does not hide an app, nor does one make a crowd an app', () => {
  const lent = { accounts: 60, name: 'o', lengthMs: 2 * HOUR, from: NOON, tags: ['Levy'], reading: QUIET }
  const text = 'The lantern levy must fall before spring, ask the council who signed the paper in March'
  const loud = (name: string, said: () => string) =>
    Array.from({ length: 40 }, (_, i) =>
      post(NOON + i * 2 * MINUTE, `acct:${name}`, said(), { tags: ['Levy'], reading: QUIET }),
    )
  assert.ok(watched(smallTalk(24), chorus({ ...lent, text }), loud('loud', ownWords)).length > 0)
  const crowd = Array.from({ length: 60 }, (_, i) =>
    post(NOON + i * MINUTE, `acct:o${i}`, ownWords(), { tags: ['Levy'], reading: QUIET }),
  )
  assert.deepEqual(
    watched(
      smallTalk(24),
      crowd,
      loud('loud', () => text),
    ),
    [],
  )
})

test('fans who share a line or two, and other things each with a friend of their own, are no circle (C3)', () => {
  const random = seededRandom(5)
  const evening = START + 27 * HOUR
  const said = (account: string, text: string) =>
    post(evening + random.below(90) * MINUTE, account, text, { reading: QUIET })
  const lines = [ownWords(), ownWords()]
  const fans = Array.from({ length: 12 }, (_, i) => [
    ...lines.map((line) => said(`acct:fan${i}`, line)),
    ...[ownWords(), ownWords()].flatMap((remark) => [
      said(`acct:fan${i}`, remark),
      said(`acct:friend${i}`, remark),
    ]),
  ]).flat()
  assert.deepEqual(watched(smallTalk(30), fans), [])
})

test('a circle that says many things together, two or three of it at a time, is told (C3)', () => {
  const random = seededRandom(6)
  const puts = Array.from({ length: 40 }, (_, i) => {
    const text = ownWords()
    const first = random.below(10)
    return [0, 1 + random.below(4), 5 + random.below(4)].map((step) =>
      post(NOON + (3 * i + step) * MINUTE, `acct:w${(first + step) % 10}`, text, { reading: QUIET }),
    )
  }).flat()
  const campaign = last(watched(talk, puts))
  assert.ok(accountsOf(campaign).length >= 5 && accountsOf(campaign).every((who) => who.startsWith('acct:w')))
  assert.match(evidenceOf(campaign).signs[0]!.says, /accounts posted the same again and again/)
})

test('a headline passed on by hundreds within the hour is left alone', () => {
  const text = 'Fire at the old mill in Harrow, police ask people to stay away until evening'
  const news = chorus({
    accounts: 300,
    name: 'o',
    from: NOON,
    lengthMs: HOUR,
    text,
    urls: ['https://courier.example/1'],
    reading: reading({ tvec2: 0.6 }, 'reports'),
  })
  assert.deepEqual(watched(talk, news), [])
})

test('a match under one tag, everybody in their own words, is left alone', () => {
  const match = smallTalk(2, 9, 12_000).map(({ at, event }, i) =>
    post(at - START + NOON, event.account, (event as { post: { text: string } }).post.text, {
      id: `m${i}`,
      tags: ['Final'],
    }),
  )
  assert.deepEqual(watched(talk, match), [])
})

test('a phrase that people say all day is no campaign, whatever a reader takes it for', () => {
  const phrase = chorus({ accounts: 60, name: 'o', from: START, lengthMs: 16 * HOUR, reading: CALLS })
  assert.deepEqual(watched(talk, phrase), [])
})

test('who quotes and condemns the calls is no member', () => {
  const condemning = chorus({
    accounts: 20,
    name: 'k',
    ...calls,
    reading: reading({ tvec8: 0.95 }, 'condemns'),
  })
  const campaign = last(watched(talk, chorus({ accounts: 30, ...calls }), condemning))
  assert.deepEqual(accountsOf(campaign), named('c', 30))
})

test('whom the posts mention or answer is dragged in by nothing', () => {
  const victims = Array.from({ length: 30 }, (_, i) =>
    post(NOON - HOUR + i * MINUTE, `acct:v${i}`, ownWords(), {
      id: `v${i}`,
      reading: QUIET,
    }),
  )
  const attack = Array.from({ length: 30 }, (_, i) =>
    chorus({
      name: `c${i}-`,
      accounts: 1,
      from: NOON + i * MINUTE,
      lengthMs: 1,
      mentions: [`acct:v${i}`],
      replyTo: `v${i}`,
      reading: CALLS,
    }),
  ).flat()
  const campaign = last(watched(talk, victims, attack))
  assert.equal(campaign.members.length, 30)
  assert.ok(accountsOf(campaign).every((account) => account.startsWith('acct:c')))
})

test('people who use the campaign’s tag and address in their own words are no members', () => {
  const tagged = { tags: ['GreyBanner'], urls: ['https://banner.example/1'] }
  const others = Array.from({ length: 25 }, (_, i) =>
    post(NOON + HOUR + i * MINUTE, `acct:o${i}`, ownWords(), { ...tagged, reading: QUIET }),
  )
  const campaign = last(watched(talk, chorus({ accounts: 30, ...calls, ...tagged }), others))
  assert.deepEqual(accountsOf(campaign), named('c', 30))
})

test('a tag that lives on the campaign is to be discounted, with what honestly remains', () => {
  const others = Array.from({ length: 4 }, (_, i) =>
    post(NOON + 20 * MINUTE + i, `acct:o${i}`, ownWords(), { tags: ['GreyBanner'], reading: QUIET }),
  )
  const campaign = last(watched(talk, chorus({ accounts: 60, ...calls, tags: ['GreyBanner'] }), others))
  assert.deepEqual(campaign.advice, [
    'queue',
    'limit',
    'discount-trend #GreyBanner: 4 posts by 4 others remain',
  ])
})

test('a tag that was others’ before is not discounted', () => {
  const crowd = Array.from({ length: 60 }, (_, i) =>
    post(NOON - HOUR + i * MINUTE, `acct:o${i}`, ownWords(), {
      tags: ['Final'],
      reading: QUIET,
    }),
  )
  const campaign = last(watched(talk, crowd, chorus({ accounts: 200, ...calls, tags: ['Final'] })))
  assert.deepEqual(campaign.advice, ['queue', 'limit'])
})

test('of a neutral chorus only a script makes a campaign', () => {
  const text = 'The lantern levy must fall before spring, ask the council who signed the paper in March'
  const neutral = { from: NOON, lengthMs: 8 * HOUR, text, reading: QUIET }
  assert.deepEqual(watched(smallTalk(24), chorus({ accounts: 60, name: 'o', ...neutral })), [])
  const again = watched(smallTalk(24), chorus({ accounts: 30, ...neutral, lengthMs: HOUR, times: 4 }))
  const { hashtags: _, ...campaign } = last(again)
  assert.equal(campaign.members.length, 30)
  assert.ok(!campaign.advice.includes('limit'), 'nothing in it is forbidden')
  assert.ok(evidenceOf(last(again)).signs.some(({ name }) => name === 'repeats'))
})

test('a post that is edited again and again is one post', () => {
  const text = 'The lantern levy must fall before spring, ask the council who signed the paper in March'
  const once = chorus({ accounts: 30, name: 'o', from: NOON, lengthMs: 4 * HOUR, text, reading: QUIET })
  const edits = once.flatMap(({ at, event, reading }) =>
    [1, 2, 3].map(
      (time): Put => ({
        at: at + time * MINUTE,
        reading,
        event: {
          ...event,
          id: `${event.id}-${time}`,
          type: 'post.edited',
          at: new Date(at + time * MINUTE).toISOString(),
        } as Put['event'],
      }),
    ),
  )
  assert.deepEqual(watched(smallTalk(20), once, edits), [])
})

test('a campaign that falls silent is over, and the same one stirs again', () => {
  const later = chorus({ accounts: 30, ...calls, from: NOON + 24 * HOUR, tags: ['GreyBanner'] })
  const findings = watched(smallTalk(40), chorus({ accounts: 30, ...calls, tags: ['GreyBanner'] }), later)
  const told = findings.map(({ campaign: { id, status } }) => `${id} ${status}`)
  const { id } = findings[0]!.campaign
  assert.ok(told.includes(`${id} over`))
  assert.equal(told.at(-1), `${id} suspected`)
  assert.deepEqual(new Set(findings.map(({ campaign }) => campaign.id)), new Set([id]))
})

test('one loud account is neither a burst nor a campaign', () => {
  const loud = Array.from({ length: 100_000 }, (_, i) =>
    post(NOON + i * 100, 'acct:loud', MESSAGE, { id: `l${i}`, tags: ['Mine'], reading: CALLS }),
  )
  assert.deepEqual(watched(talk, loud), [])
  const campaign = last(watched(talk, loud, chorus({ accounts: 30, ...calls })))
  assert.equal(campaign.members.length, 31, 'it joins those who call, as one of them')
})

test('clocks that run ahead and posts that come late move nothing', () => {
  const skewed = Array.from(
    { length: 40 },
    (_, i): Put => ({
      ...post(START + 400 * 24 * HOUR, `acct:s${i}`, ownWords()),
      at: NOON - 2 * HOUR + i * 5 * MINUTE,
    }),
  )
  const late = chorus({ accounts: 30, ...calls, name: 'late', from: START - 60 * HOUR }).map((put) => ({
    ...put,
    at: NOON + HOUR,
  }))
  const findings = watched(talk, skewed, late, chorus({ accounts: 30, ...calls }))
  assert.deepEqual(accountsOf(last(findings)), named('c', 30))
  assert.ok(findings.every(({ at }) => at < START + 17 * HOUR))
})

test('memory stays within its bounds under a flood of tags, and a tag of 10,000 letters is one of them', () => {
  const watch = createCampaignWatch()
  const tag = 'x'.repeat(10_000)
  for (let round = 0; round < 36; round++) {
    const events: Observed[] = []
    for (let i = 0; i < 2_000; i++) {
      const n = round * 1_000 + (i >> 1)
      const put = post(
        START + n * 36,
        `acct:f${i % 2}-${n}`,
        `text ${n} of a flood with six own words at least`,
        { tags: [`tag${n}`, tag] },
      )
      events.push({ event: put.event, reading: null })
    }
    watch.observe(events)
  }
  const { traces, carriers } = watch.size()
  assert.ok(traces > TRACES_MAX / 2, `only ${traces}: the flood was none`)
  assert.ok(traces <= TRACES_MAX && carriers <= CARRIERS_MAX)
})

test('a million tags in an hour hide nobody: memory stays within its bounds, and a campaign among them is told', () => {
  const watch = createCampaignWatch()
  const findings = watch.observe(stream(talk.filter(({ at }) => at < NOON)))
  const calling = chorus({ accounts: 30, ...calls }).sort((a, b) => a.at - b.at)
  let next = 0
  for (let from = 0; from < 125_000; from += 5_000) {
    const events: Observed[] = []
    for (let i = from; i < from + 5_000; i++) {
      const at = NOON + (i * HOUR) / 125_000
      const tags = Array.from({ length: 8 }, (_, place) => `t${8 * i + place}`)
      const { event, reading } = post(at, `acct:f${i % 100}`, 'hello', { tags, reading: QUIET })
      for (; next < calling.length && calling[next]!.at <= at; next++) events.push(calling[next]!)
      events.push({ event, reading })
    }
    findings.push(...watch.observe(events))
  }
  const { traces, carriers } = watch.size()
  assert.ok(traces <= TRACES_MAX && carriers <= CARRIERS_MAX)
  assert.deepEqual(accountsOf(last(findings)), named('c', 30))
})

test('events are not changed, and the same finding is the same event', () => {
  const events = stream(talk, chorus({ accounts: 30, ...calls }))
  const before = JSON.stringify(events)
  const [first] = createCampaignWatch().observe(events)
  assert.equal(JSON.stringify(events), before)
  const [again] = createCampaignWatch().observe(events)
  assert.deepEqual(campaignEvent(first!), campaignEvent(again!))
  assert.equal(campaignEvent(first!).account, 'holdfast')
})
