import type { Event } from '../model/event.ts'
import { hasPost, hasProfile } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'

/** Accounts followed or mentioned that are remembered of each account. Newer ones make room for themselves. */
export const COMPANY_MAX = 16

/**
 * Remembers what linking needs beyond the general facts: since when the account bears its handle, and whom it keeps
 * company with. Call after the facts took the event; touches `facts.trail` alone.
 */
export function rememberForLineage(facts: AccountFacts, event: Event): void {
  if (event.account !== facts.id) return
  if (hasProfile(event)) rememberHandle(facts, event.profile.handle, event.at)
  else if (event.type === 'follow.created') keepCompany(facts, event.target)
  else if (hasPost(event))
    for (const mention of event.post.mentions.slice(0, COMPANY_MAX)) keepCompany(facts, mention)
}

function rememberHandle(facts: AccountFacts, handle: string, at: string): void {
  const trail = (facts.trail ??= { handle: null, handleSince: null, company: [] })
  if (trail.handle === handle) return
  // A handle that was there when the account was first seen may be as old as the account.
  trail.handleSince = trail.handle === null ? facts.createdAt : Date.parse(at)
  trail.handle = handle
}

function keepCompany(facts: AccountFacts, other: string): void {
  if (other === facts.id) return
  const { company } = (facts.trail ??= { handle: null, handleSince: null, company: [] })
  if (company.includes(other)) return
  company.push(other)
  if (company.length > COMPANY_MAX) company.shift()
}
