import type { Event, Profile, Session } from '../model/event.ts'
import { hasProfile } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { PopulationState } from '../model/population.ts'
import { valuesOf } from './closed.ts'
import { fingerprintOf, hashKey, keyOf, tokenHash } from './fingerprint.ts'
import { countField, countRun, countValue } from './population.ts'
import { contextsOf, gramsOf } from './spelling.ts'
import { COMPANY_MAX, WRITING_POSTS_MAX } from './trail.ts'
import { textMarks } from './writing.ts'

/** Tokens of one kind that are counted of one account. */
const TOKENS_MAX = 8

/** True for events that may tell something of an account that was not known: those after which the census has changed. */
export const isCounted = (event: Event): boolean =>
  hasProfile(event) ||
  event.type === 'follow.created' ||
  event.type === 'post.created' ||
  ('session' in event && event.session !== undefined)

/**
 * Counts what an event tells of an account for the first time, so that it is known how common a name is. Every account is counted once in each field,
 * with the first value it bore: nobody makes a name common by changing to it and back. `before` are the facts without the event.
 */
export function takeCensus(population: PopulationState, before: AccountFacts, event: Event): void {
  if (event.account !== before.id) return
  if (hasProfile(event)) countProfile(population, before, event.profile)
  if ('session' in event && event.session) countSession(population, before, event.session)
  if (event.type === 'follow.created') countCompany(population, before, event.target)
  if (event.type === 'post.created' && before.posts < WRITING_POSTS_MAX)
    countTexts(population, before, event.post.text)
}

function countProfile(population: PopulationState, before: AccountFacts, profile: Profile): void {
  const fresh = freshOf(before.profile, profile)
  if (fresh === null) return
  const nothing = { deviceTokens: [], networkTokens: [], languages: {}, trail: undefined }
  const fingerprint = fingerprintOf({ ...before, ...nothing, profile: fresh } as unknown as AccountFacts)
  const fields = new Set<string>()
  for (const { field, key } of valuesOf(fingerprint)) {
    if (field === 'email' || field === 'piece') continue
    countValue(population, key)
    fields.add(field)
  }
  for (const field of fields) countField(population, field)
  if (fingerprint.handle === null) return
  for (const gram of gramsOf(fingerprint.handle.core)) countRun(population, gram)
  for (const context of contextsOf(fingerprint.handle.core)) countRun(population, context)
}

/** The fields that were not known before, or null for none. */
function freshOf(before: Profile | null, profile: Profile): Profile | null {
  if (before === null) return profile
  const known = before as unknown as Record<string, unknown>
  const fresh = Object.entries(profile).filter(([field]) => known[field] === undefined)
  return fresh.length === 0 ? null : ({ handle: '', ...Object.fromEntries(fresh) } as Profile)
}

function countSession(population: PopulationState, before: AccountFacts, session: Session): void {
  const { deviceTokens, networkTokens, trail } = before
  const { deviceToken, ipToken, networkToken, client } = session
  if (deviceToken) countToken(population, 'device', deviceTokens, deviceToken)
  if (ipToken) countToken(population, 'network', networkTokens, ipToken)
  if (networkToken) countToken(population, 'network', networkTokens, networkToken)
  if (client && trail?.client === undefined) countOne(population, 'client', client, true)
}

function countToken(
  population: PopulationState,
  field: 'device' | 'network',
  known: readonly string[],
  token: string,
): void {
  if (known.includes(token) || known.length >= TOKENS_MAX) return
  countValue(population, hashKey(field, tokenHash(token)))
  if (known.length === 0) countField(population, field)
}

function countCompany(population: PopulationState, { trail }: AccountFacts, target: string): void {
  const company = trail?.company ?? []
  if (company.includes(target) || company.length >= COMPANY_MAX) return
  countOne(population, 'company', target, company.length === 0)
}

function countTexts(population: PopulationState, { trail }: AccountFacts, text: string): void {
  const known = trail?.texts ?? []
  const fresh = textMarks(text).filter((mark) => !known.includes(mark))
  for (const mark of fresh) countValue(population, mark)
  if (known.length === 0 && fresh.length > 0) countField(population, 'text')
}

function countOne(
  population: PopulationState,
  field: 'client' | 'company',
  value: string,
  isFirst: boolean,
): void {
  countValue(population, keyOf(field, value))
  if (isFirst) countField(population, field)
}
