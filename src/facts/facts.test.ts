import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Event } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import { aboutAccount, applyEvent, newAccountFacts } from './facts.ts'

const AT = '2026-01-05T08:00:00.000Z'
const TIME = Date.parse(AT)
const base = { id: 'e', at: AT, account: 'a:1' }

function after(...events: Event[]): AccountFacts {
  const facts = newAccountFacts('a:1', TIME)
  for (const event of events) applyEvent(facts, event, Date.parse(event.at), 'en')
  return facts
}

test('what was never sent stays unknown', () => {
  const facts = after({ ...base, type: 'follow.created', target: 'a:2' })
  assert.equal(facts.profile, null)
  assert.equal(facts.createdAt, null)
})

test('a profile sent in part changes only what it names', () => {
  const facts = after(
    { ...base, type: 'account.created', profile: { handle: 'june', bio: 'tomatoes', followers: 3 } },
    { ...base, type: 'account.updated', profile: { handle: 'june_b', followers: 4 } },
  )
  assert.deepEqual(facts.profile, { handle: 'june_b', bio: 'tomatoes', followers: 4 })
})

test('an account is as old as its profile says, else as its sign-up', () => {
  const stated = after({
    ...base,
    type: 'account.created',
    profile: { handle: 'x', createdAt: '2020-02-03T00:00:00Z' },
  })
  assert.equal(stated.createdAt, Date.parse('2020-02-03T00:00:00Z'))
  assert.equal(after({ ...base, type: 'account.created', profile: { handle: 'x' } }).createdAt, TIME)
  assert.equal(after({ ...base, type: 'account.updated', profile: { handle: 'x' } }).createdAt, null)
})

test('closing and reopening leave no trace but the status', () => {
  const closed = after({ ...base, type: 'account.closed', reason: 'tvec8' })
  assert.deepEqual([closed.status, closed.closedAt, closed.closedFor], ['closed', TIME, 'tvec8'])
  const open = after(
    { ...base, type: 'account.closed', reason: 'tvec8' },
    { ...base, type: 'account.reopened' },
  )
  assert.deepEqual(open, after({ ...base, type: 'account.reopened' }))
})

test('a report is about the account reported, never about its reporter', () => {
  const report: Event = { ...base, type: 'report.created', report: { id: 'r', account: 'a:9' } }
  assert.equal(aboutAccount(report), 'a:9')
  assert.equal(aboutAccount({ ...base, type: 'report.created', report: { id: 'r', post: 'p' } }), 'a:1')
})

test('tokens and languages are kept to a bound', () => {
  const facts = newAccountFacts('a:1', TIME)
  for (let i = 0; i < 50; i++) {
    const event: Event = {
      ...base,
      type: 'session.seen',
      session: { ipToken: `ip${i}`, deviceToken: `d${i}` },
    }
    applyEvent(facts, event, TIME, null)
  }
  assert.deepEqual([facts.networkTokens.length, facts.deviceTokens.length], [8, 8])
  assert.equal(facts.deviceTokens.at(-1), 'd49')
})

test('a language named like a property of every object is counted like any other', () => {
  const facts = newAccountFacts('a:1', TIME)
  const post = {
    id: 'p',
    text: '',
    language: null,
    hashtags: [],
    mentions: [],
    urls: [],
    media: [],
    replyTo: null,
    repostOf: null,
    quoteOf: null,
  }
  applyEvent(facts, { ...base, type: 'post.created', post }, TIME, 'constructor')
  assert.equal(facts.languages['constructor'], 1)
})
