import type { Random } from '../src/lib/random.ts'
import { type Name, nextHandle, nextShownName, type ReturnStyle } from './disguise.ts'
import { hex, privateAddress } from './ids.ts'
import { createPerson, type Person } from './people.ts'
import { speak } from './speech.ts'
import type { Stage } from './stage.ts'
import { type Language, NAME_FIRST, NAME_SECOND } from './words/creed.ts'

/** Leaders speak; followers repeat in campaigns and seldom speak for themselves. */
export type Part = 'leader' | 'follower'

/** One of the network, over all the accounts it ever ran. */
export interface Actor {
  name: Name
  part: Part
  language: Language
  device: string
  network: string
  avatar: { sha256: string; pdq: string }
  bio: string
  /** How many accounts were closed. */
  generation: number
  account: Person | null
  lastClosed: string | null
  /** Aged accounts in reserve, made under harmless names. At most one. */
  reserve: Person | null
  /** Whom its accounts follow: accounts that are there to stay. */
  beacons: string[]
  /** Forbidden posts of the present account. */
  posted: number
  straws: number
}

/** Actor number `index` of the network. Names are distinct up to their 432 combinations. */
export function createActor(stage: Stage, index: number): Actor {
  const { random, tempo } = stage
  const first = NAME_FIRST[index % NAME_FIRST.length]!
  const second = NAME_SECOND[(index * 7 + Math.floor(index / NAME_FIRST.length)) % NAME_SECOND.length]!
  const language = languageOf(random)
  return {
    name: { latin: `${first.latin}_${second.latin}`, arabic: `${first.arabic}_${second.arabic}` },
    part: index % 5 === 0 ? 'leader' : 'follower',
    language,
    device: `device-${hex(random, 16)}`,
    network: privateAddress(random).split('.').slice(0, 3).join('.'),
    avatar: { sha256: hex(random, 64), pdq: hex(random, 64) },
    bio: speak(language, 'sectBio', random),
    generation: 0,
    account: null,
    lastClosed: null,
    reserve: null,
    beacons: [],
    posted: 0,
    straws: tempo.strawsMin + random.below(tempo.strawsMax - tempo.strawsMin + 1),
  }
}

function languageOf(random: Random): Language {
  const draw = random.next()
  return draw < 0.5 ? 'ar' : draw < 0.8 ? 'en' : 'fr'
}

/** The first account under the actor's own name. */
export function firstAccount(stage: Stage, actor: Actor): Person {
  const shown = actor.name.arabic.replaceAll('_', ' ')
  return dress(stage, actor, createPerson(newcomer(stage, actor, actor.name.latin, shown)), 1)
}

/** An account under a harmless name that waits until it is needed. */
export function reserveAccount(stage: Stage, actor: Actor): Person {
  const { random, ids } = stage
  const person = createPerson({
    role: 'network',
    ids,
    random,
    now: stage.now(),
    language: actor.language,
    old: true,
  })
  if (random.next() < 0.4) person.device = actor.device
  return person
}

export interface Comeback {
  person: Person
  style: ReturnStyle
  /** An account that was there already and is renamed, rather than a new one. */
  renamed: boolean
}

/** The account under which a closed actor goes on. */
export function nextAccount(stage: Stage, actor: Actor): Comeback {
  const { random } = stage
  const style = styleOf(actor, random)
  const handle = nextHandle(actor.name, style, actor.generation, random)
  const shown = nextShownName(actor.name, style, actor.generation, random)
  const aged = style === 'aged' ? actor.reserve : null
  const likeness = style === 'new' ? 0.25 : 0.6
  if (aged === null)
    return {
      person: dress(stage, actor, createPerson(newcomer(stage, actor, handle, shown)), likeness),
      style,
      renamed: false,
    }
  actor.reserve = null
  aged.profile = { ...aged.profile, handle, name: shown, bio: actor.bio }
  if (random.next() < 0.5) aged.profile.avatar = actor.avatar
  return { person: aged, style, renamed: true }
}

function styleOf(actor: Actor, random: Random): ReturnStyle {
  if (actor.reserve !== null && random.next() < 0.5) return 'aged'
  const draw = random.next()
  if (draw < 0.35) return 'suffix'
  if (draw < 0.55) return 'lookalike'
  if (draw < 0.75) return 'respelt'
  if (draw < 0.9) return 'script'
  return 'new'
}

const newcomer = (stage: Stage, actor: Actor, handle: string, name: string) => ({
  role: 'network' as const,
  ids: stage.ids,
  random: stage.random,
  now: stage.now(),
  language: actor.language,
  handle,
  name,
})

/** Puts the actor's own marks on an account, each with some likelihood: picture, bio, device, network. */
function dress(stage: Stage, actor: Actor, person: Person, likeness: number): Person {
  const { random } = stage
  if (random.next() < likeness) person.profile.avatar = actor.avatar
  if (random.next() < likeness) person.profile.bio = actor.bio
  else person.profile.bio = speak(actor.language, 'sectBio', random)
  if (random.next() < likeness) person.device = actor.device
  if (random.next() < likeness) person.ip = `${actor.network}.${1 + random.below(254)}`
  person.profile.followers = random.below(400)
  person.profile.verified = false
  person.manners.lowerCase = false
  return person
}
