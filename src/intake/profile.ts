import type { Profile } from '../model/event.ts'
import type { Fields } from './extra.ts'
import { normalMention, normalUrl, once } from './extract.ts'
import { KNOWN_IN } from './known.ts'
import { type Making, NO_PARTS, notATime, type RawProfile } from './making.ts'
import { utcTime } from './time.ts'

/** Fields that were not sent stay absent: a profile sent in part changes only what it names. */
export function profileOf(raw: RawProfile, making: Making): Profile {
  const profile: Profile = { handle: normalMention(raw.handle) || raw.handle.toWellFormed() }
  for (const field of PROFILE_TEXTS) {
    const text = raw[field]
    if (text !== undefined && text !== null) profile[field] = text.toWellFormed()
  }
  if (raw.urls) profile.urls = once(raw.urls, normalUrl)
  if (raw.avatar) profile.avatar = avatarOf(raw.avatar)
  if (raw.email) Object.assign(profile, making.tokens.email(raw.email))
  if (raw.createdAt) profile.createdAt = createdAt(raw.createdAt, making)
  if (typeof raw.followers === 'number') profile.followers = raw.followers + 0
  if (typeof raw.following === 'number') profile.following = raw.following + 0
  if (typeof raw.verified === 'boolean') profile.verified = raw.verified
  const avatar = raw.avatar
    ? [{ name: 'avatar', record: raw.avatar as Fields, known: KNOWN_IN.avatar }]
    : NO_PARTS
  const extra = making.extras.of(raw, KNOWN_IN.profile, avatar)
  if (extra !== undefined) profile.extra = extra
  return profile
}

const PROFILE_TEXTS = ['name', 'bio', 'location', 'language'] as const

function avatarOf({ sha256, pdq }: NonNullable<RawProfile['avatar']>): NonNullable<Profile['avatar']> {
  const avatar: NonNullable<Profile['avatar']> = {}
  if (sha256) avatar.sha256 = sha256.toLowerCase()
  if (pdq) avatar.pdq = pdq.toLowerCase()
  return avatar
}

function createdAt(text: string, making: Making): string {
  const time = utcTime(text, { dateAlone: true })
  if (time === null) making.problem = notATime('profile.createdAt', text)
  return time ?? text
}
