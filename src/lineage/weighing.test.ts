import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEvent, newAccountFacts } from '../facts/facts.ts'
import type { AccountEvent, Event, Post, Profile } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import { followLineage, linkAccount, newPopulation, rememberForLineage, takeCensus } from './lineage.ts'
import { CLOSED_AT, closedAccount, DAY, HOUR, indexOf, NOW, openAccount, strangers } from './samples.ts'

const FACE: Partial<Profile> = {
  handle: 'kestrel_lantern',
  name: 'Kestrel Lantern',
  bio: 'salt marsh poems, tide tables and lanterns for the long night',
  avatar: { pdq: '5a3c'.repeat(16) },
}
const COMPANY = Array.from({ length: 16 }, (_, i) => `friend:${i}`)
const parent = closedAccount('old', FACE, {
  deviceTokens: ['d'],
  trail: { handle: 'kestrel_lantern', handleSince: CLOSED_AT - 30 * DAY, company: COMPANY },
})

/** Runs events of one account through facts and index, as the line does, and says at which of them it was linked. */
function linkedAt(events: Event[], index = indexOf([...strangers(800), parent])): string[] {
  const population = newPopulation()
  const facts = newAccountFacts('new', Date.parse(events[0]!.at))
  const told: string[] = []
  for (const event of events) {
    takeCensus(population, facts, event)
    const before = facts.profile
    applyEvent(facts, event, Date.parse(event.at), 'en')
    rememberForLineage(facts, event, before)
    followLineage(index, facts, event)
    if (linkAccount(index, population, facts, event, Date.parse(event.at)).length > 0) told.push(event.id)
  }
  return told
}

const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString()
const post = (id: string, minutes: number, text = 'good evening'): Event => ({
  id,
  type: 'post.created',
  at: at(minutes),
  account: 'new',
  post: {
    id,
    text,
    language: null,
    hashtags: [],
    mentions: [],
    urls: [],
    media: [],
    replyTo: null,
    repostOf: null,
    quoteOf: null,
  } satisfies Post,
})
const signUp = (profile: Partial<Profile>, session = {}): AccountEvent => ({
  id: 'sign-up',
  type: 'account.created',
  at: at(0),
  account: 'new',
  profile: { handle: 'new', ...profile },
  session,
})
const follow = (n: number): Event => ({
  id: `follow-${n}`,
  type: 'follow.created',
  at: at(n),
  account: 'new',
  target: COMPANY[n]!,
})

test('A1: weighed at sign-up, at the first three posts, and not after', () => {
  const posts = [1, 2, 3, 4, 5].map((n) => post(`post-${n}`, n))
  assert.deepEqual(linkedAt([signUp(FACE), ...posts]), ['sign-up', 'post-1', 'post-2', 'post-3'])
})

test('A1: weighed again when the profile changes, and when company has grown', () => {
  const change: Event = { ...signUp(FACE), id: 'change', type: 'account.updated', at: at(60) }
  const told = linkedAt([
    signUp({ handle: 'wholly_other' }),
    ...[4, 5, 6, 7].map((n) => post(`post-${n}`, n)),
    change,
  ])
  assert.deepEqual(told, ['change'])
  const follows = Array.from({ length: 12 }, (_, n) => follow(n))
  const withDevice = linkedAt([signUp({ handle: 'wholly_other' }, { deviceToken: 'd' }), ...follows])
  assert.ok(
    withDevice.every((id) => ['sign-up', 'follow-2', 'follow-5', 'follow-9'].includes(id)),
    withDevice.join(' '),
  )
  assert.ok(withDevice.includes('follow-9'), 'device and company together are a link')
})

test('A1: a closed account is not weighed', () => {
  const closing: Event = { id: 'closing', type: 'account.closed', at: at(1), account: 'new' }
  const change: Event = { ...signUp(FACE), id: 'change', type: 'account.updated', at: at(2) }
  assert.deepEqual(linkedAt([signUp({ handle: 'wholly_other' }), closing, change]), [])
})

test('G7: an old account made over after the closure is told by that, and its age is not held against it', () => {
  const old: Event = {
    id: 'old-days',
    type: 'account.updated',
    at: new Date(CLOSED_AT - HOUR).toISOString(),
    account: 'new',
    profile: {
      handle: 'garden_shed',
      name: 'Garden Shed',
      createdAt: new Date(CLOSED_AT - 900 * DAY).toISOString(),
    },
  }
  const over: Event = { ...signUp(FACE), id: 'over', type: 'account.updated' }
  assert.deepEqual(linkedAt([old, over]), ['over'])
  const index = indexOf([...strangers(800), parent])
  const facts = openAccount('new', FACE, { createdAt: CLOSED_AT - 900 * DAY })
  const evidence = (madeOverAt: number | undefined) =>
    index
      .examinePair(
        {
          facts: {
            ...facts,
            trail: {
              handle: 'kestrel_lantern',
              handleSince: NOW,
              company: [],
              ...(madeOverAt && { madeOverAt }),
            },
          },
          at: NOW,
          trigger: 'account.updated',
          population: null,
        },
        'old',
      )!
      .link.waterfall.filter(({ field }) => ['change', 'gap', 'age'].includes(field))
      .map(({ field }) => field)
  assert.deepEqual(evidence(NOW), ['change'])
  assert.deepEqual(evidence(undefined), ['gap', 'age'])
  assert.deepEqual(evidence(CLOSED_AT - DAY), ['gap', 'age'])
})

const asked = (facts: AccountFacts, closed: AccountFacts) =>
  indexOf([...strangers(800), closed]).examinePair(
    { facts, at: NOW, trigger: 'account.created', population: null },
    closed.id,
  )!

const bits = ({ link }: ReturnType<typeof asked>, ...fields: string[]) =>
  link.waterfall.filter(({ field }) => fields.includes(field)).reduce((sum, one) => sum + one.bits, 0)

test('N5: of press and those who study the matter, something besides their company must agree', () => {
  const texts = [11, 12, 13, 14]
  const trail = { handle: 'ines_calder', handleSince: NOW, company: COMPANY, texts, tags: ['rarest'] }
  const closed = closedAccount(
    'old',
    { handle: 'quillon', language: 'en' },
    { networkTokens: ['n'], trail: { ...trail, handle: 'quillon' } },
  )
  const watcher = (name: string | null) =>
    openAccount(
      'new',
      { handle: 'ines_calder', language: 'en' },
      {
        networkTokens: ['n'],
        trail,
        labels: name === null ? [] : [{ name, until: null, decision: 'd' }],
      },
    )
  const index = indexOf([...strangers(800), closed])
  assert.ok(
    index.links(watcher(null)).length > 0,
    'company, words and address alone can make a link of anyone else',
  )
  for (const label of ['press', 'edsa', 'press-verified', 'Researcher'])
    assert.deepEqual(index.links(watcher(label)), [], label)
  const same = { ...watcher('press'), deviceTokens: ['phone'] }
  const owner = { ...closed, deviceTokens: ['phone'] }
  assert.ok(indexOf([...strangers(800), owner]).links(same).length > 0)
})

test('W5: a handle that spells its name, in any order or script, adds little to it', () => {
  const pair = (handle: string, name: string, otherHandle: string) =>
    asked(openAccount('new', { handle, name }), closedAccount('old', { handle: otherHandle, name }))
  for (const [handle, name, other] of [
    ['vantresca_ines', 'Ines Vantresca', 'vantrescaines884'],
    ['ivantresca', 'Ines Vantresca', 'i_vantresca7'],
    ['alsidritareq', 'طارق السدري', 'alsidri_tareq99'],
  ] as const) {
    const examined = pair(handle, name, other)
    const [both, alone] = [
      bits(examined, 'handle', 'name', 'cap:echo', 'cap:identity'),
      bits(examined, 'name'),
    ]
    assert.ok(both <= alone + 4, `${handle}: ${both} against ${alone}`)
  }
  const free = asked(
    openAccount('new', { handle: 'quillon_marsh2', name: 'Ines Vantresca' }),
    closedAccount('old', { handle: 'quillon_marsh', name: 'Ines Vantresca' }),
  )
  assert.equal(bits(free, 'cap:echo'), 0)
})

test('W6: a bio that many have is worth little, however many words it has', () => {
  const bio = 'all opinions are my own and retweets are not endorsement of any harbour cat'
  const many = Array.from({ length: 300 }, (_, i) => closedAccount(`m:${i}`, { handle: `m${i}x${i}`, bio }))
  const index = indexOf([...strangers(800), ...many])
  const examined = index.examinePair(
    { facts: openAccount('new', { bio }), at: NOW, trigger: 'account.created', population: null },
    'm:7',
  )!
  assert.ok(bits(examined, 'bio') < 3, String(bits(examined, 'bio')))
  const rare = asked(
    openAccount('new', { bio: FACE.bio! }),
    closedAccount('old', { handle: 'q', bio: FACE.bio! }),
  )
  assert.ok(bits(rare, 'bio') > 8)
})

test('G6: near-copies of posts and the hours they come at are remembered to a bound', () => {
  const facts = newAccountFacts('new', NOW)
  for (let i = 0; i < 60; i++) {
    const event = post(
      `p${i}`,
      i * 30,
      `number ${i} of many words that go on and on until the evening comes ${i} times`,
    )
    applyEvent(facts, event, NOW, 'en')
    rememberForLineage(facts, event)
  }
  const trail = facts.trail!
  assert.ok(trail.texts!.length <= 16 && trail.style!.length === 32 && trail.hours!.length === 8)
  assert.equal(
    trail.hours!.reduce((sum, count) => sum + count, 0),
    60,
  )
  assert.ok(
    JSON.stringify(trail).length < 700,
    `${JSON.stringify(trail).length} characters are kept of every account`,
  )
})
