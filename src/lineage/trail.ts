import type { Event, PostEvent, Profile } from '../model/event.ts'
import { hasPost, hasProfile } from '../model/event.ts'
import type { AccountFacts, Trail } from '../model/facts.ts'
import type { Millis } from '../model/ids.ts'
import { bounded } from './letters.ts'
import { addToStyle, textMarks } from './writing.ts'

/** Accounts followed or mentioned that are remembered of each account. Newer ones make room for themselves. */
export const COMPANY_MAX = 16
export const TAGS_MAX = 8
export const TEXTS_MAX = 16
/** Posts whose wording is looked at: the first ones, which is when a return is to be known. */
export const WRITING_POSTS_MAX = 16
const HOURS_POSTS_MAX = 500
const TAG_LENGTH_MAX = 64
const CLIENT_LENGTH_MAX = 64
const EIGHTHS = 8

/**
 * Remembers what linking needs beyond the general facts: since when the account bears its handle, whom it keeps
 * company with, how it writes. Call after the facts took the event; touches `facts.trail` alone. `before` is the profile as it was.
 */
export function rememberForLineage(facts: AccountFacts, event: Event, before: Profile | null = null): void {
  if (event.account !== facts.id) return
  if (event.type === 'account.deleted') {
    delete facts.trail
    return
  }
  if (hasProfile(event)) rememberFace(facts, event.profile, before, Date.parse(event.at))
  if ('session' in event && event.session?.client) rememberClient(facts, event.session.client)
  if (event.type === 'follow.created') keepCompany(facts, event.target)
  else if (hasPost(event)) rememberPost(facts, event)
}

const trailOf = (facts: AccountFacts): Trail =>
  (facts.trail ??= { handle: null, handleSince: null, company: [] })

function rememberFace(facts: AccountFacts, profile: Profile, before: Profile | null, at: Millis): void {
  const trail = trailOf(facts)
  if (before !== null && changes(before, profile) >= 2) trail.madeOverAt = at
  const { handle } = profile
  if (trail.handle === handle) return
  // A handle that was there when the account was first seen may be as old as the account.
  trail.handleSince = trail.handle === null ? (facts.createdAt ?? at) : at
  trail.handle = handle
}

/** How many of the marks that people go by an event changes. What it does not name stays as it was. */
function changes(before: Profile, after: Profile): number {
  const changed = (one: string | undefined, other: string | undefined) => other !== undefined && one !== other
  let count = 0
  if (changed(before.handle, after.handle)) count++
  if (changed(before.name, after.name)) count++
  if (changed(before.bio, after.bio)) count++
  if (changed(before.avatar?.pdq ?? before.avatar?.sha256, after.avatar?.pdq ?? after.avatar?.sha256)) count++
  return count
}

function rememberClient(facts: AccountFacts, client: string): void {
  trailOf(facts).client = bounded(client, CLIENT_LENGTH_MAX)
}

function keepCompany(facts: AccountFacts, other: string): void {
  if (other === facts.id) return
  putLast(trailOf(facts).company, other, COMPANY_MAX)
}

function rememberPost(facts: AccountFacts, event: PostEvent): void {
  const { mentions, hashtags, text } = event.post
  for (const mention of mentions.slice(0, COMPANY_MAX)) keepCompany(facts, mention)
  for (const tag of hashtags.slice(0, TAGS_MAX))
    putLast((trailOf(facts).tags ??= []), bounded(tag.toLowerCase(), TAG_LENGTH_MAX), TAGS_MAX)
  if (event.type !== 'post.created') return
  if (facts.posts <= HOURS_POSTS_MAX) countHour(trailOf(facts), event.at)
  if (facts.posts > WRITING_POSTS_MAX || text === '') return
  const trail = trailOf(facts)
  for (const mark of textMarks(text)) putLast((trail.texts ??= []), mark, TEXTS_MAX)
  addToStyle((trail.style ??= []), text)
}

function countHour(trail: Trail, at: string): void {
  trail.hours ??= new Array(EIGHTHS).fill(0)
  trail.hours[Math.floor(new Date(at).getUTCHours() / (24 / EIGHTHS))]! += 1
}

function putLast<T>(list: T[], value: T, lengthMax: number): void {
  if (list.includes(value)) return
  list.push(value)
  if (list.length > lengthMax) list.shift()
}
