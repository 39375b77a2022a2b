import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Event } from './model/event.ts'
import { textOf } from './pipeline.ts'

const base = { id: 'e', at: '2026-01-05T08:00:00.000Z', account: 'a:1' }
const check = (event: Event, text: string | null) => assert.equal(textOf(event)?.text ?? null, text)

test('what is read: a post’s text, a profile’s name and bio, and nothing else', () => {
  const post = {
    id: 'p',
    text: 'good morning',
    language: 'en',
    hashtags: [],
    mentions: [],
    urls: [],
    media: [],
    replyTo: null,
    repostOf: null,
    quoteOf: null,
  }
  check({ ...base, type: 'post.created', post }, 'good morning')
  check(
    { ...base, type: 'account.created', profile: { handle: 'june', name: 'June', bio: 'tomatoes' } },
    'June\ntomatoes',
  )
  check({ ...base, type: 'account.updated', profile: { handle: 'june', bio: 'tomatoes' } }, 'tomatoes')
  check({ ...base, type: 'account.created', profile: { handle: 'june' } }, null)
  check({ ...base, type: 'post.deleted', post: { id: 'p' } }, null)
})
