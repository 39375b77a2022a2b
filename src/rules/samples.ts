import type { AnyEventType, Event, Post, Profile } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { Reading, Scores } from '../model/reading.ts'
import type { Scope } from './scope.ts'

/*
 * Scopes for tests: a post by an account of which little is known. Every part can be put in.
 */

export const AT = Date.parse('2014-09-07T21:14:03.000Z')

const quietScores: Scores = {
  tvec1: 0.01,
  tvec2: 0.01,
  tvec3: 0.01,
  tvec4: 0.01,
  tvec5: 0.01,
  tvec6: 0.01,
  tvec7: 0.01,
  tvec8: 0.01,
  harassment: 0.01,
}

/** A reading of a quiet text, with these scores and parts in place of its own. */
export const readingWith = (scores: Scores = {}, parts: Partial<Reading> = {}): Reading => ({
  language: 'en',
  script: 'Latn',
  scores: { ...quietScores, ...scores },
  stance: 'asserts',
  frames: [],
  terms: [],
  contributions: [],
  version: 'test',
  ...parts,
})

export const accountWith = (parts: Partial<AccountFacts> = {}): AccountFacts => ({
  id: 'acct:1',
  status: 'open',
  profile: null,
  createdAt: null,
  firstSeenAt: AT,
  lastSeenAt: AT,
  closedAt: null,
  closedFor: null,
  posts: 1,
  reports: 0,
  labels: [],
  strikes: [],
  lineage: null,
  campaign: null,
  deviceTokens: [],
  networkTokens: [],
  languages: {},
  ...parts,
})

const head = <T extends AnyEventType>(type: T) => ({
  id: 'e1',
  type,
  at: new Date(AT).toISOString(),
  account: 'acct:1',
})

export const postEvent = (parts: Partial<Post> = {}): Event => ({
  ...head('post.created'),
  post: {
    id: 'post:1',
    text: 'Good morning.',
    language: null,
    hashtags: [],
    mentions: [],
    urls: [],
    media: [],
    replyTo: null,
    repostOf: null,
    quoteOf: null,
    ...parts,
  },
})

export const profileEvent = (parts: Partial<Profile> = {}): Event => ({
  ...head('account.created'),
  profile: { handle: 'someone', ...parts },
})

export const reportEvent = (account = 'acct:1', reporter = 'acct:9', policy?: string): Event => ({
  ...head('report.created'),
  account: reporter,
  report: { id: 'r1', account, ...(policy === undefined ? {} : { policy }) },
})

export const scopeWith = (parts: Partial<Scope> = {}): Scope => ({
  event: postEvent(),
  time: AT,
  account: accountWith(),
  hashtags: [],
  reading: readingWith(),
  entities: new Map(),
  gaps: [],
  tally: () => 0,
  ...parts,
})
