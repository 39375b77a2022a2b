import type { Profile } from '../../model/event.ts'
import { hasProfile } from '../../model/event.ts'
import { HOUR_MS } from '../../model/ids.ts'
import { type Scope, UNKNOWN, type Unknown } from '../scope.ts'
import {
  COUNT,
  count,
  decimal,
  LIST_MAX,
  PROFILE_EVENTS,
  RULE_EVENT_TYPES,
  type Signal,
  text,
  texts,
  truth,
} from './signal.ts'

/** A profile field of the latest profile sent. What the platform never sent stays unknown. */
const known =
  <T>(take: (profile: Profile) => T | undefined) =>
  ({ account }: Scope): T | Unknown =>
    account.profile === null ? UNKNOWN : (take(account.profile) ?? UNKNOWN)

const ageHours = ({ account, time }: Scope): number | Unknown =>
  account.createdAt === null ? UNKNOWN : Math.max(0, (time - account.createdAt) / HOUR_MS)

const liveStrikes = ({ account, time }: Scope): number => {
  let sum = 0
  for (const strike of account.strikes) if (strike.expiresAt > time) sum += strike.count
  return sum
}

const NO_LABELS: string[] = []
/** Each name once, however many decisions put it on. */
const liveLabels = ({ account, time }: Scope): string[] => {
  if (account.labels.length === 0) return NO_LABELS
  const live = account.labels.filter(({ until }) => until === null || until > time)
  return [...new Set(live.map(({ name }) => name))].slice(0, LIST_MAX)
}

/** An open account is closed for nothing: a known absence. A closed one whose reason was not sent is a gap. */
const closedFor = ({ account }: Scope): string | Unknown =>
  account.status === 'closed' ? (account.closedFor ?? UNKNOWN) : ''

const on = RULE_EVENT_TYPES

/** Facts of the account an event is about. For a report that is the account reported, never the reporter. */
export const accountSignals: Signal[] = [
  text({ name: 'account.id', on, doc: 'The platform’s id of the account.' }, ({ account }) => account.id),
  text(
    { name: 'account.handle', on, doc: 'Handle, without @.' },
    known(({ handle }) => handle),
  ),
  text(
    { name: 'account.name', on, doc: 'Display name.' },
    known(({ name }) => name),
  ),
  text(
    { name: 'account.bio', on, doc: 'What the account says of itself.' },
    known(({ bio }) => bio),
  ),
  text(
    { name: 'account.location', on, doc: 'Location as the account writes it.' },
    known(({ location }) => location),
  ),
  decimal(
    { name: 'account.ageHours', on, doc: 'Hours since the account was made, in event time.', range: COUNT },
    ageHours,
  ),
  count(
    { name: 'account.followers', on, doc: 'Followers, as last sent.' },
    known(({ followers }) => followers),
  ),
  count(
    { name: 'account.following', on, doc: 'Accounts it follows, as last sent.' },
    known(({ following }) => following),
  ),
  truth(
    { name: 'account.verified', on, doc: 'Whether the platform has verified it.' },
    known(({ verified }) => verified),
  ),
  text(
    { name: 'account.status', on, doc: 'Whether it is open.', values: ['open', 'closed', 'deleted'] },
    ({ account }) => account.status,
  ),
  text(
    { name: 'account.closedFor', on, doc: 'Policy it was closed for; empty while it is open.' },
    closedFor,
  ),
  count(
    { name: 'account.posts', on, doc: 'Posts seen from it, this one included.' },
    ({ account }) => account.posts,
  ),
  count({ name: 'account.reports', on, doc: 'Reports against it.' }, ({ account }) => account.reports),
  count({ name: 'account.strikes', on, doc: 'Strikes against it that have not lapsed.' }, liveStrikes),
  texts({ name: 'account.labels', on, doc: 'Labels on it that have not ended.' }, liveLabels),
]

const sent =
  <T>(take: (profile: Profile) => T | undefined) =>
  ({ event }: Scope): T | Unknown =>
    hasProfile(event) ? (take(event.profile) ?? UNKNOWN) : UNKNOWN

/** The profile as this very event sent it. */
export const profileSignals: Signal[] = [
  text(
    { name: 'profile.handle', on: PROFILE_EVENTS, doc: 'Handle in this event.' },
    sent(({ handle }) => handle),
  ),
  text(
    { name: 'profile.name', on: PROFILE_EVENTS, doc: 'Display name in this event.' },
    sent(({ name }) => name),
  ),
  text(
    { name: 'profile.bio', on: PROFILE_EVENTS, doc: 'Bio in this event.' },
    sent(({ bio }) => bio),
  ),
  texts(
    { name: 'profile.urls', on: PROFILE_EVENTS, doc: 'Addresses in this event’s profile.' },
    sent(({ urls }) => urls),
  ),
  text(
    { name: 'profile.language', on: PROFILE_EVENTS, doc: 'Interface language in this event.' },
    sent(({ language }) => language),
  ),
]
