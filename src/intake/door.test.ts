import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EVENT_TYPES, INNER_EVENT_TYPES, TEXT_LENGTH_MAX } from '../model/event.ts'
import { createDoor } from './door.ts'
import { EXTRA_DEPTH_MAX, EXTRA_LENGTH_MAX } from './extra.ts'
import { door, LEAST, raw, rawPost, rawProfile, T } from './samples.ts'

function admitted(value: unknown): Record<string, unknown> {
  const result = door.admit(value)
  return result.ok
    ? (result.event as unknown as Record<string, unknown>)
    : assert.fail(`refused: ${result.field}: ${result.reason}`)
}

function refused(value: unknown, field: string | null, reason: RegExp): void {
  const result = door.admit(value)
  if (result.ok) assert.fail(`admitted: ${JSON.stringify(value)}`)
  assert.equal(result.field, field, result.reason)
  assert.match(result.reason, reason)
}

const post = (fields: object) => admitted(rawPost(fields))['post'] as Record<string, unknown>
const profile = (fields: object) => admitted(rawProfile(fields))['profile'] as Record<string, unknown>

test('every type is admitted with the least it needs', () => {
  assert.deepEqual(Object.keys(LEAST), EVENT_TYPES)
  for (const type of EVENT_TYPES) {
    const event = admitted(raw(type))
    assert.deepEqual([event['type'], event['at'], event['account']], [type, T, 'acct:1'], type)
    assert.equal('extra' in event, false, type)
  }
})

test('a post past the door has all its lists, and null for what was not sent', () => {
  assert.deepEqual(admitted(rawPost()), {
    id: 'e-1',
    at: T,
    account: 'acct:1',
    type: 'post.created',
    post: {
      id: 'post:1',
      text: '',
      language: null,
      hashtags: [],
      mentions: [],
      urls: [],
      media: [],
      replyTo: null,
      repostOf: null,
      quoteOf: null,
    },
  })
})

test('a profile sent in part stays in part', () => {
  assert.deepEqual(profile({ bio: 'writes', followers: 0, verified: false, name: null }), {
    handle: 'reader_one',
    bio: 'writes',
    followers: 0,
    verified: false,
  })
})

test('a type that is not known is refused, with the nearest that is', () => {
  refused(raw('post.create'), 'type', /type "post\.create" is not known; did you mean "post\.created"\?/)
  refused(raw('like.created'), 'type', /not known/)
  refused(raw('__proto__'), 'type', /not known/)
  refused({ ...raw('post.created'), type: 7 }, 'type', /must be a string, not 7/)
  refused({ id: 'e-1' }, 'type', /type is missing; known are account\.created/)
})

test('types that Holdfast writes itself are not taken from outside', () => {
  assert.ok(INNER_EVENT_TYPES.length > 0)
  for (const type of INNER_EVENT_TYPES) refused(raw(type), 'type', /written by Holdfast itself/)
})

test('what is no object is no event', () => {
  refused(null, null, /an event is a JSON object, not null/)
  refused([1, 2], null, /not a list of 2/)
  refused('x'.repeat(100), null, /not one of 100/)
  refused(undefined, null, /not nothing/)
})

test('a field that will not do is named with its path, what it must be and what it is', () => {
  refused({ ...raw('post.created'), id: '' }, 'id', /id must be a string of 1 to 512 characters, not ""/)
  refused({ ...raw('post.created'), account: 9 }, 'account', /account must be a string of 1 to 512/)
  refused(rawPost({ id: undefined }), 'post.id', /post\.id is missing: it must be a string of 1 to 512/)
  refused(
    rawPost({ text: 7 }),
    'post.text',
    /post\.text must be a string of at most 100000 characters, not 7/,
  )
  refused(rawPost({ hashtags: 'a' }), 'post.hashtags', /a list of at most 256 values, not "a"/)
  refused(rawPost({ hashtags: ['a', 4] }), 'post.hashtags.1', /not 4/)
  refused(rawPost({ media: [{ id: 'm' }, {}] }), 'post.media.1.id', /post\.media\.1\.id is missing/)
  refused(
    rawPost({ media: [{ id: 'm', sha256: 'ff' }] }),
    'post.media.0.sha256',
    /64 hexadecimal digits, not "ff"/,
  )
  refused(rawProfile({ followers: -1 }), 'profile.followers', /a whole number of 0 or more, not -1/)
  refused(rawProfile({ followers: 1.5 }), 'profile.followers', /not 1\.5/)
  refused(rawProfile({ verified: 'yes' }), 'profile.verified', /true or false, not "yes"/)
  refused(raw('post.created', { post: null }), 'post', /post is missing: it must be an object/)
  refused(raw('follow.created', { target: undefined }), 'target', /target is missing/)
  refused(raw('appeal.filed', { appeal: { id: 'a' } }), 'appeal.decision', /is missing/)
})

test('a missing field that stands there under another name is pointed at', () => {
  refused(rawProfile({ handle: undefined, Handle: 'x' }), 'profile.handle', /is it what you call "Handle"\?/)
  refused({ ...raw('post.created'), account: undefined, acount: 'a' }, 'account', /what you call "acount"/)
})

test('the id of a refused event is passed on, cut where it is overlong', () => {
  const id = (value: unknown) => {
    const result = door.admit(value)
    return result.ok ? assert.fail() : result.id
  }
  assert.equal(id({ id: 'e-9' }), 'e-9')
  assert.equal(id({ id: 9 }), null)
  assert.equal(id({ id: 'x'.repeat(9_000) })?.length, 512)
})

test('an id in which a character was lost is refused: two could have become one', () => {
  refused({ ...raw('post.created'), account: 'acct:\ud800' }, 'account', /lost on the way/)
  refused(rawPost({ id: 'post:\ufffd' }), 'post.id', /lost on the way/)
  refused(rawPost({ replyTo: '\udc00' }), 'post.replyTo', /lost on the way/)
  refused(raw('report.created', { report: { id: 'r', post: 'p\ufffd' } }), 'report.post', /lost/)
  assert.equal(post({ text: 'half \ud83d a pair' })['text'], 'half \ufffd a pair')
})

test('a time is brought to UTC with milliseconds, and refused without its offset', () => {
  const at = (text: string) => admitted({ ...raw('account.closed'), at: text })['at']
  assert.equal(at('2014-09-07T23:14:03+02:00'), T)
  assert.equal(at('2014-09-07 21:14:03.0009Z'), T)
  refused({ ...raw('account.closed'), at: '2014-09-07T21:14:03' }, 'at', /ISO 8601 with offset/)
  refused({ ...raw('account.closed'), at: '2014-02-30T00:00:00Z' }, 'at', /not a time/)
  refused({ ...raw('account.closed'), at: 1410124443 }, 'at', /at must be a string of at most 40/)
  refused(rawProfile({ createdAt: 'last year' }), 'profile.createdAt', /not a time/)
  assert.equal(profile({ createdAt: '2014-09-07' })['createdAt'], '2014-09-07T00:00:00.000Z')
})

test('unknown fields are kept in extra, at the level where they stood', () => {
  const event = admitted(
    rawPost(
      { sensitive: true, media: [{ id: 'm', blurhash: 'LKO2' }], extra: { likes: 3 } },
      { server: 'eu-1', session: { client: 'web', locale: 'en' } },
    ),
  )
  assert.deepEqual(event['extra'], { server: 'eu-1' })
  const kept = event['post'] as Record<string, unknown>
  assert.deepEqual(kept['extra'], { sensitive: true, 'media.0.blurhash': 'LKO2', likes: 3 })
  assert.deepEqual(event['session'], { client: 'web', extra: { locale: 'en' } })
  assert.deepEqual(profile({ avatar: { sha256: 'A'.repeat(64), blurhash: 'x' } }), {
    handle: 'reader_one',
    avatar: { sha256: 'a'.repeat(64) },
    extra: { 'avatar.blurhash': 'x' },
  })
  assert.deepEqual(admitted(raw('report.created', { report: { id: 'r', via: 'app' } }))['extra'], {
    'report.via': 'app',
  })
  assert.deepEqual(admitted(raw('post.deleted', { post: { id: 'p', by: 'author' } }))['extra'], {
    'post.by': 'author',
  })
})

test('a field called __proto__ is a field like any other', () => {
  const event = admitted(
    JSON.parse(JSON.stringify(raw('account.closed')).replace('{', '{"__proto__":{"admin":true},')),
  )
  assert.deepEqual(Object.keys(event['extra'] as object), ['__proto__'])
  assert.equal((event as { admin?: boolean }).admin, undefined)
})

test('unknown fields are bounded, in size and in depth', () => {
  refused(
    { ...raw('account.closed'), blob: 'x'.repeat(EXTRA_LENGTH_MAX) },
    'extra',
    /unknown fields together must not exceed 16384/,
  )
  const nested = (depth: number) => {
    let value: unknown = 1
    for (let i = 0; i < depth; i++) value = { a: value }
    return { ...raw('account.closed'), tree: value }
  }
  admitted(nested(EXTRA_DEPTH_MAX))
  refused(nested(EXTRA_DEPTH_MAX + 1), 'extra', /nested deeper than 16 levels/)
})

test('what a text may be at most is part of the contract', () => {
  admitted(rawPost({ text: 'x'.repeat(TEXT_LENGTH_MAX) }))
  refused(rawPost({ text: 'x'.repeat(TEXT_LENGTH_MAX + 1) }), 'post.text', /not one of 100001/)
  refused(rawPost({ hashtags: new Array(257).fill('a') }), 'post.hashtags', /not a list of 257/)
})

test('hashtags, mentions and urls that were not given are taken from the text', () => {
  const text = 'See #Quiet and #quiet, @desk_two: https://news.example/a.'
  const { hashtags, mentions, urls } = post({ text })
  assert.deepEqual(
    { hashtags, mentions, urls },
    { hashtags: ['Quiet'], mentions: ['desk_two'], urls: ['https://news.example/a'] },
  )
})

test('a list that was given stands, even when it is empty', () => {
  const { hashtags, mentions } = post({ text: '#a @b', hashtags: [], mentions: ['@C'] })
  assert.deepEqual({ hashtags, mentions }, { hashtags: [], mentions: ['C'] })
  assert.deepEqual(post({ text: '#a', hashtags: ['#One', '＃one', ' ', 'two'] })['hashtags'], ['One', 'two'])
})

test('e-mail, address and device become tokens, and stand nowhere in what is kept', () => {
  const secret = { email: 'Some.One+tag@Gmail.com', ip: '203.0.113.77', device: 'handset-90-A7' }
  const event = admitted(
    rawProfile(
      {
        email: secret.email,
        note: `write to ${secret.email}`,
        contact: { phone: { last_ip: secret.ip }, other: secret.device },
        [`key ${secret.device}`]: 1,
        backup_email: 'other.person@mail.example',
      },
      {
        session: { ip: secret.ip, device: secret.device, client: `app ${secret.device}` },
        forwarded: `for=${secret.ip}`,
        trace: ['2001:db8::7', 'plain'],
      },
    ),
  )
  const kept = JSON.stringify(event)
  for (const value of [...Object.values(secret), 'other.person', '2001:db8'])
    assert.ok(!kept.toLowerCase().includes(value.toLowerCase()), `${value} in ${kept}`)
  assert.deepEqual(Object.keys(event['session'] as object), [
    'ipToken',
    'networkToken',
    'deviceToken',
    'client',
  ])
  const { emailToken, emailDomainToken } = event['profile'] as Record<string, string>
  assert.match(emailToken!, /^[\w-]{22}$/)
  assert.match(emailDomainToken!, /^[\w-]{22}$/)
})

test('equal inputs give equal tokens under one key, and others under another', () => {
  const token = (key: number, email: string) => {
    const result = createDoor({ key: new Uint8Array(32).fill(key) }).admit(rawProfile({ email }))
    return result.ok && result.event.type === 'account.created'
      ? result.event.profile.emailToken
      : assert.fail()
  }
  assert.equal(token(1, 'a.b@gmail.com'), token(1, 'AB+x@googlemail.com'))
  assert.notEqual(token(1, 'a.b@gmail.com'), token(2, 'a.b@gmail.com'))
  assert.notEqual(token(1, 'a.b@mail.example'), token(1, 'ab@mail.example'))
})

test('a reason repeats at most the beginning of what was sent', () => {
  const result = door.admit({ ...raw('account.closed'), at: `x${'y'.repeat(39)}`, type: 'z'.repeat(5_000) })
  assert.ok(!result.ok && result.reason.length < 500)
})

test('a handle loses its @, and stays what it is where nothing else is left', () => {
  assert.equal(profile({ handle: '@Reader' })['handle'], 'Reader')
  assert.equal(profile({ handle: '@' })['handle'], '@')
})

test('a reason does not repeat what must not be kept', () => {
  const reason = (value: unknown) => {
    const result = door.admit(value)
    return result.ok ? assert.fail() : result.reason
  }
  assert.doesNotMatch(reason(raw('session.seen', { session: { device: 35_209_900 } })), /35209900/)
  assert.doesNotMatch(
    reason(raw('session.seen', { session: { ip: '203.0.113.77'.padEnd(65, '0') } })),
    /203\.0/,
  )
  assert.doesNotMatch(reason(rawProfile({ email: ['some@one.example'] })), /some@/)
})
