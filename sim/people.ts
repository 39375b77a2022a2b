import type { Random } from '../src/lib/random.ts'
import type { RawEvent } from '../src/model/event.ts'
import type { Millis } from '../src/model/ids.ts'
import { DAY_MS } from '../src/model/ids.ts'
import { hex, type Ids, privateAddress } from './ids.ts'
import { speak } from './speech.ts'
import type { Role } from './truth.ts'
import { LANGUAGES, type Language } from './words/creed.ts'
import { givenNames, type Named, surnames } from './words/names.ts'

export type RawProfile = Extract<RawEvent, { type: 'account.created' }>['profile']

/** How somebody writes, whatever the subject. */
export interface Manners {
  lowerCase: boolean
  /** Put behind every third post or so. */
  emoji: string
  tagShare: number
}

/** An account and whoever runs it. */
export interface Person {
  account: string
  role: Role
  language: Language
  profile: RawProfile
  device: string
  ip: string
  client: string
  manners: Manners
  /** The latest post that still stands. */
  last: { post: string; text: string } | null
  /** The closed account whose actor runs this one. */
  returnOf?: string
}

const EMOJI = [
  '',
  '',
  '',
  '🙂',
  '☕',
  '🌿',
  '😅',
  '🎶',
  '🐈',
  '⚽',
  '🌧️',
  '📚',
  '🙃',
  '🥐',
  '🌞',
  '💛',
  '😂',
  '✨',
]
const CLIENTS = ['web', 'web', 'Rookery for Android', 'Rookery for iOS', 'Nest 3', 'Twig']
const MAIL_HOSTS = ['post.example', 'mail.example', 'inbox.example', 'lettre.example', 'bareed.example']

/** Half of the town writes English, a quarter Arabic, a quarter French. */
export function anyLanguage(random: Random): Language {
  const draw = random.next()
  return LANGUAGES[draw < 0.5 ? 0 : draw < 0.75 ? 1 : 2]!
}

export interface NewPerson {
  role: Role
  ids: Ids
  random: Random
  now: Millis
  language?: Language
  handle?: string
  name?: string
  /** An account that was made long before the town's first event. */
  old?: boolean
}

/** A new inhabitant with a profile, a device, an address and habits. */
export function createPerson(wish: NewPerson): Person {
  const { random, role } = wish
  const language = wish.language ?? anyLanguage(random)
  const given = random.pick(givenNames[language])
  const surname = random.pick(surnames[language])
  const handle = wish.handle ?? handleFrom(given, surname, random)
  const profile: RawProfile = {
    handle,
    name: wish.name ?? `${given.shown} ${surname.shown}`,
    bio: bioOf(role, language, random),
    language,
    email: `${handle.replace(/[^a-z0-9_]/gi, '') || 'user'}${random.below(1_000)}@${random.pick(MAIL_HOSTS)}`,
    followers: reach(random, role),
    following: 3 + random.below(300),
    verified: role === 'staff' || role === 'reporter',
  }
  if (random.next() < 0.7) profile.avatar = { sha256: hex(random, 64), pdq: hex(random, 64) }
  if (wish.old) profile.createdAt = new Date(wish.now - (60 + random.below(3_000)) * DAY_MS).toISOString()
  return {
    account: wish.ids.account(),
    role,
    language,
    profile,
    device: `device-${hex(random, 16)}`,
    ip: privateAddress(random),
    client: random.pick(CLIENTS),
    manners: {
      lowerCase: language !== 'ar' && random.next() < 0.15,
      emoji: random.pick(EMOJI),
      tagShare: random.next() * 0.3,
    },
    last: null,
  }
}

function handleFrom(given: Named, surname: Named, random: Random): string {
  const [first, second] = [given.handle, surname.handle]
  const number = random.next() < 0.6 ? String(random.below(10_000)) : ''
  switch (random.below(6)) {
    case 0:
      return `${first}.${second}${number}`
    case 1:
      return `${first}_${second}${number}`
    case 2:
      return `${first[0]}${second}${number}`
    case 3:
      return `${second}${first}${number}`
    case 4:
      return `the_${first}${random.below(10_000)}`
    default:
      return `${first}${second}${number}`
  }
}

/** Followers, heavy-tailed: most have few, reporters and staff have many. */
function reach(random: Random, role: Role): number {
  const base = role === 'reporter' || role === 'staff' ? 4_000 : 20
  const draw = random.next()
  return Math.floor(base / (1 - draw * 0.999))
}

const ROLE_BIOS: Partial<Record<Role, Record<Language, string>>> = {
  reporter: {
    en: 'Reporter. Tips welcome, messages open.',
    fr: 'Journaliste. Vos informations sont les bienvenues.',
    ar: 'صحفية. أرحب برسائلكم.',
  },
  staff: {
    en: 'Works at Rookery, safety and support.',
    fr: 'Travaille chez Rookery, sécurité et aide.',
    ar: 'أعمل في روكري، السلامة والدعم.',
  },
  victim: { en: 'Moderator at Rookery.', fr: 'Modératrice chez Rookery.', ar: 'مشرفة في روكري.' },
  researcher: {
    en: 'Studies violent extremism online.',
    fr: 'Étudie l’extrémisme violent en ligne.',
    ar: 'باحث في التطرف العنيف على الإنترنت.',
  },
  fan: { en: 'Velvet Tram forever.', fr: 'Velvet Tram pour toujours.', ar: 'فلفت ترام إلى الأبد.' },
  charity: {
    en: 'Volunteer at Ashcombe animal shelter.',
    fr: 'Bénévole au refuge d’Ashcombe.',
    ar: 'متطوع في ملجأ آشكوم للحيوانات.',
  },
}

function bioOf(role: Role, language: Language, random: Random): string {
  const own = speak(language, 'bio', random)
  const trade = ROLE_BIOS[role]?.[language]
  return trade === undefined ? own : `${trade} ${own}`
}

export const sessionOf = ({ ip, device, client }: Person) => ({ ip, device, client })
