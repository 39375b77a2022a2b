import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sha256 } from '../../lib/hash.ts'
import { door } from '../samples.ts'
import { eventsOf, type Mapped } from './events.ts'
import { decodeFrame } from './frame.ts'
import { decodeJetstream } from './jetstream.ts'
import { createMemory, type Memory } from './memory.ts'
import type { Decoded, Fields } from './message.ts'
import { AT, accountFrame, blob, commitFrame, DID, frame, identityFrame, post, postFrame } from './samples.ts'

const OTHER = 'did:plc:other5exampleexample3'
const freshMemory = () => createMemory(async () => undefined)

const mapped = (decoded: Decoded, memory: Memory = freshMemory()): Mapped =>
  decoded.ok ? eventsOf(decoded.message, memory) : assert.fail(decoded.reason)

/** Whatever is mapped must be what the door takes. */
function eventsIn(bytes: Uint8Array, memory: Memory = freshMemory()): Fields[] {
  return mapped(decodeFrame(bytes), memory).raws.map((raw) => {
    const result = door.admit(raw)
    return result.ok ? (result.event as unknown as Fields) : assert.fail(`${result.field}: ${result.reason}`)
  })
}
const postIn = (record: Fields) => {
  const [event] = eventsIn(commitFrame([{ path: 'app.bsky.feed.post/a', record }], { seq: 1 }))
  return event!['post'] as Fields
}
const facet = (feature: Fields) => ({ index: { byteStart: 0, byteEnd: 1 }, features: [feature] })
const picks = (record: Fields, expected: Fields) => {
  const found = postIn(record)
  for (const [name, value] of Object.entries(expected)) assert.deepEqual(found[name], value, name)
}

test('a post becomes a post, at the service’s time and not at the one its author claims', () => {
  const [event] = eventsIn(postFrame(1, 'Good #morning', { rev: 'r1' }))
  assert.deepEqual(event, {
    id: `atproto:${DID}:r1:app.bsky.feed.post/post1`,
    at: AT,
    account: DID,
    type: 'post.created',
    post: {
      id: `at://${DID}/app.bsky.feed.post/post1`,
      text: 'Good #morning',
      language: null,
      hashtags: ['morning'],
      mentions: [],
      urls: [],
      media: [],
      replyTo: null,
      repostOf: null,
      quoteOf: null,
      extra: { claimedAt: '2026-01-05T07:59:59.000Z' },
    },
  })
})

test('facets name hashtags, accounts and addresses; what was left unmarked in the text counts as well', () => {
  picks(
    post('@one.example look www.… #plain', {
      langs: ['en', 'fr'],
      tags: ['beside'],
      facets: [
        facet({ $type: 'app.bsky.richtext.facet#tag', tag: 'marked' }),
        facet({ $type: 'app.bsky.richtext.facet#mention', did: OTHER }),
        facet({ $type: 'app.bsky.richtext.facet#link', uri: 'https://news.example/whole' }),
      ],
    }),
    {
      language: 'en',
      hashtags: ['beside', 'marked', 'plain'],
      mentions: [OTHER],
      urls: ['https://news.example/whole'],
    },
  )
  picks(post('hello @one.example'), { mentions: ['one.example'] })
})

test('a mark too long to keep does not hide the post that bears it', () =>
  picks(
    post('seen', {
      facets: [
        facet({ $type: 'app.bsky.richtext.facet#tag', tag: 'x'.repeat(300) }),
        facet({ $type: 'app.bsky.richtext.facet#link', uri: `https://${'x'.repeat(5_000)}` }),
        'none',
        { features: 7 },
      ],
      reply: { parent: { uri: `at://${'x'.repeat(600)}` } },
    }),
    { text: 'seen', hashtags: [], urls: [], replyTo: null },
  ))

test('pictures come with the hash of their bytes, which their CID is', () => {
  const images = [{ alt: 'a lamp', image: blob('bytes of a picture') }]
  const { media } = postIn(post('', { embed: { $type: 'app.bsky.embed.images', images } })) as {
    media: Fields[]
  }
  assert.equal(media.length, 1)
  assert.equal(media[0]!['type'], 'image/jpeg')
  assert.match(String(media[0]!['id']), /^bafkrei/)
  assert.equal(media[0]!['sha256'], sha256('bytes of a picture'))
})

const quote = { uri: `at://${OTHER}/app.bsky.feed.post/q`, cid: 'x' }
test('videos, cards, quotes, and quotes with media are what they carry', () => {
  picks(post('', { embed: { $type: 'app.bsky.embed.record', record: quote } }), { quoteOf: quote.uri })
  const card = { uri: 'https://news.example/a', title: 't', description: 'd', thumb: blob('thumb') }
  const external = { $type: 'app.bsky.embed.external', external: card }
  picks(post('', { embed: external }), { urls: [card.uri] })
  const both = { $type: 'app.bsky.embed.recordWithMedia', record: { record: quote }, media: external }
  picks(post('', { embed: both }), { urls: [card.uri], quoteOf: quote.uri })
  const video = { $type: 'app.bsky.embed.video', video: blob('film', 'video/mp4') }
  assert.equal((postIn(post('', { embed: video }))['media'] as Fields[])[0]!['type'], 'video/mp4')
  // A quote within a quote within a quote has no bottom.
  picks(post('', { embed: { ...both, media: both } }), { urls: [] })
})

test('replies, reposts, follows, edits and deletions', () => {
  const uri = (path: string) => `at://${DID}/${path}`
  picks(post('', { reply: { root: quote, parent: quote } }), { replyTo: quote.uri })
  const memory = freshMemory()
  const check = (
    path: string,
    action: 'create' | 'update' | 'delete',
    record: Fields | null,
    expected: Fields,
  ) => {
    const bytes = commitFrame([{ path, action, ...(record && { record }) }], { seq: 1 })
    const [event] = eventsIn(bytes, memory)
    for (const [name, value] of Object.entries(expected)) {
      const [part, field] = name.split('.')
      const found = field === undefined ? event![part!] : (event![part!] as Fields)[field]
      assert.deepEqual(found, value, `${path} ${action}: ${name}`)
    }
  }
  const repost = 'app.bsky.feed.repost/r'
  check(repost, 'create', { subject: quote }, { type: 'post.created', 'post.repostOf': quote.uri })
  check(repost, 'delete', null, { type: 'post.deleted', 'post.id': uri(repost) })
  const follow = 'app.bsky.graph.follow/f'
  check(follow, 'create', { subject: OTHER }, { type: 'follow.created', target: OTHER })
  check(follow, 'delete', null, { type: 'follow.removed', target: OTHER })
  const path = 'app.bsky.feed.post/p'
  check(path, 'update', post('changed'), { type: 'post.edited', 'post.text': 'changed' })
  check(path, 'delete', null, { type: 'post.deleted', 'post.id': uri(path) })
})

test('a profile is known by the handle told last, by the house’s, or by its DID', async () => {
  const record = { displayName: 'One', description: 'writes', createdAt: 'no time', avatar: blob('face') }
  const bytes = commitFrame([{ path: 'app.bsky.actor.profile/self', record }], { seq: 2 })
  const profile = (memory: Memory) => eventsIn(bytes, memory)[0]!['profile'] as Fields
  const memory = createMemory(async () => ({ handle: 'house.example', closed: false }))
  assert.equal(profile(freshMemory())['handle'], DID)
  await memory.prepare([DID])
  assert.equal(profile(memory)['handle'], 'house.example')
  const [renamed] = eventsIn(identityFrame(1, 'new.example'), memory)
  assert.deepEqual([renamed!['type'], renamed!['profile']], ['account.updated', { handle: 'new.example' }])
  const { avatar, ...rest } = profile(memory)
  assert.deepEqual(rest, { handle: 'new.example', name: 'One', bio: 'writes', urls: [] })
  assert.match((avatar as { sha256: string }).sha256, /^[\da-f]{64}$/)
  const gone = commitFrame([{ path: 'app.bsky.actor.profile/self', action: 'delete' }], { seq: 3 })
  assert.equal((eventsIn(gone, memory)[0]!['profile'] as Fields)['bio'], '')
})

test('a domain that everybody has is no part of a handle', () => {
  const memory = freshMemory()
  const profile = (handle: string) => {
    const decoded = decodeFrame(identityFrame(1, handle))
    const { raws } = decoded.ok ? eventsOf(decoded.message, memory, ['town.example']) : assert.fail()
    return raws[0]!['profile']
  }
  const whole = 'Kestrel.Town.example'
  assert.deepEqual(profile(whole), { handle: 'Kestrel', wholeHandle: whole })
  assert.equal(memory.of(DID).handle, 'Kestrel')
  for (const own of ['kestrel.example', 'town.example', '.town.example', 'kestreltown.example'])
    assert.deepEqual(profile(own), { handle: own })
})

test('an account is closed, reopened once, and deleted; a pause of its owner’s is none of these', () => {
  const memory = freshMemory()
  const types = (active: boolean, status?: string) =>
    eventsIn(accountFrame(1, active, status), memory).map(({ type }) => type)
  assert.deepEqual(types(true), [])
  assert.deepEqual(types(false, 'deactivated'), [])
  assert.deepEqual(types(false, 'takendown'), ['account.closed'])
  assert.deepEqual(types(true), ['account.reopened'])
  assert.deepEqual(types(true), [])
  assert.deepEqual(types(false, 'suspended'), ['account.closed'])
  assert.deepEqual(types(false, 'deleted'), ['account.deleted'])
})

test('what becomes no event is counted by its reason', () => {
  const check = (bytes: Uint8Array, expected: string[]) => {
    const { raws, passed } = mapped(decodeFrame(bytes))
    assert.deepEqual([raws, passed], [[], expected])
  }
  const one = (path: string, fields = {}) => commitFrame([{ path, ...fields }], { seq: 1 })
  check(one('com.example.game/a', { record: { x: 1 } }), ['records of other kinds'])
  check(one('app.bsky.feed.post/a', { record: post('x'), lying: true }), ['records refused'])
  check(one('app.bsky.graph.follow/a', { action: 'delete' }), ['follows ended that were not seen'])
  check(identityFrame(1, 'handle.invalid'), ['identities without a handle'])
  check(frame({ op: 1, t: '#sync' }, { seq: 1, did: DID, time: AT }), ['repositories to be read anew'])
  check(frame({ op: 1, t: '#later' }, { seq: 1 }), ['messages of other kinds'])
})

test('Jetstream’s frames lead to the same events, ids and all', () => {
  const time_us = Date.parse(AT) * 1_000
  const commit = {
    rev: 'r1',
    operation: 'create',
    collection: 'app.bsky.feed.post',
    rkey: 'post1',
    record: post('Good #morning'),
  }
  const same = (body: Fields, bytes: Uint8Array) =>
    assert.deepEqual(
      mapped(decodeJetstream(JSON.stringify({ did: DID, time_us, ...body }))).raws,
      mapped(decodeFrame(bytes)).raws,
    )
  same({ kind: 'commit', commit }, postFrame(1, 'Good #morning', { rev: 'r1' }))
  same(
    { kind: 'identity', identity: { did: DID, handle: 'a.example', seq: 5, time: AT } },
    identityFrame(5, 'a.example'),
  )
  same(
    { kind: 'account', account: { active: false, status: 'takendown', did: DID, seq: 6, time: AT } },
    accountFrame(6, false, 'takendown'),
  )
  const removed = { rev: 'r2', operation: 'delete', collection: 'app.bsky.feed.post', rkey: 'a' }
  same(
    { kind: 'commit', commit: removed },
    commitFrame([{ path: 'app.bsky.feed.post/a', action: 'delete' }], { seq: 1, rev: 'r2' }),
  )
})

test('a frame of Jetstream that will not do is refused with its reason', () => {
  const check = (text: string, reason: RegExp) => {
    const decoded = decodeJetstream(text)
    assert.match(decoded.ok ? 'believed' : decoded.reason, reason)
  }
  check('not JSON', /not a JSON object/)
  check('{"did":"x"}', /no time_us/)
  check('{"time_us":1,"did":"x"}', /no account/)
  check(
    JSON.stringify({ time_us: 1, did: DID, kind: 'commit', commit: { rev: 'a' } }),
    /no revision or no record/,
  )
  check(JSON.stringify({ time_us: 9e15, did: DID, kind: 'commit' }), /no time|no commit/)
})
