import type { Event, Profile, Session } from '../model/event.ts'
import { hasProfile } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { Millis } from '../model/ids.ts'

/** Tokens and languages kept per account. Older ones make room. */
const TOKENS_MAX = 8
const LANGUAGES_MAX = 8

/**
 * The account an event is about: whom rules look at and whom a decision may fall on. For a report that is the account
 * reported, never the reporter; for all else the event's own account.
 */
export const aboutAccount = (event: Event): string =>
  event.type === 'report.created' && event.report.account ? event.report.account : event.account

/** Facts of an account seen for the first time. What was never sent stays null, so that rules see `unknown`. */
export const newAccountFacts = (id: string, at: Millis): AccountFacts => ({
  id,
  status: 'open',
  profile: null,
  createdAt: null,
  firstSeenAt: at,
  lastSeenAt: at,
  closedAt: null,
  closedFor: null,
  posts: 0,
  reports: 0,
  labels: [],
  strikes: [],
  lineage: null,
  campaign: null,
  deviceTokens: [],
  networkTokens: [],
  languages: {},
})

/** Applies one event to the facts of the account it is about. `language` is the reading's, for posts. */
export function applyEvent(facts: AccountFacts, event: Event, at: Millis, language: string | null): void {
  // A finding of ours about an account is no sign of it.
  if (at > facts.lastSeenAt && event.type !== 'link.reviewed') facts.lastSeenAt = at
  if (hasProfile(event)) rememberProfile(facts, event.profile, event.type === 'account.created' ? at : null)
  if ('session' in event && event.session) rememberSession(facts, event.session)
  switch (event.type) {
    case 'post.created':
      facts.posts += 1
      if (language !== null) rememberLanguage(facts, language)
      return
    case 'report.created':
      facts.reports += 1
      return
    case 'account.closed':
      facts.status = 'closed'
      facts.closedAt = at
      facts.closedFor = event.reason ?? null
      return
    case 'account.reopened':
      facts.status = 'open'
      facts.closedAt = null
      facts.closedFor = null
      return
    case 'account.deleted':
      facts.status = 'deleted'
      forgetPerson(facts)
      return
    default:
      return
  }
}

/** Of an account that was deleted stays that it was there, and what was decided about it. */
function forgetPerson(facts: AccountFacts): void {
  facts.profile = null
  facts.deviceTokens = []
  facts.networkTokens = []
  facts.languages = {}
}

/** A profile sent in part changes only what it names: platforms send what they have. */
function rememberProfile(facts: AccountFacts, profile: Profile, createdAt: Millis | null): void {
  facts.profile = facts.profile === null ? profile : { ...facts.profile, ...profile }
  const stated = profile.createdAt === undefined ? Number.NaN : Date.parse(profile.createdAt)
  if (!Number.isNaN(stated)) facts.createdAt = stated
  else if (createdAt !== null && facts.createdAt === null) facts.createdAt = createdAt
}

function rememberSession(facts: AccountFacts, session: Session): void {
  if (session.deviceToken) rememberToken(facts.deviceTokens, session.deviceToken)
  if (session.ipToken) rememberToken(facts.networkTokens, session.ipToken)
  if (session.networkToken) rememberToken(facts.networkTokens, session.networkToken)
}

function rememberToken(tokens: string[], token: string): void {
  if (tokens.includes(token)) return
  tokens.push(token)
  if (tokens.length > TOKENS_MAX) tokens.shift()
}

function rememberLanguage(facts: AccountFacts, language: string): void {
  const known = Object.hasOwn(facts.languages, language)
  if (!known && Object.keys(facts.languages).length >= LANGUAGES_MAX) return
  facts.languages[language] = (known ? facts.languages[language]! : 0) + 1
}
