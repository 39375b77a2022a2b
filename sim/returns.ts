import { type Random, seededRandom } from '../src/lib/random.ts'
import type { RawEvent } from '../src/model/event.ts'
import { DAY_MS, type Millis } from '../src/model/ids.ts'
import { type Alias, nextAlias, STYLES, type Style } from './aliases.ts'
import { createIds, hex, type Ids } from './ids.ts'
import { anyLanguage, createPerson, type Person, sessionOf } from './people.ts'
import { speak } from './speech.ts'
import type { Language } from './words/creed.ts'
import { NAME_FIRST, NAME_SECOND } from './words/creed.ts'
import { givenNames } from './words/names.ts'

/*
 * A platform on which accounts are closed and some come back, for measuring lineage alone: what the town shows in a few dozen actors, here in
 * hundreds, with decoys of every kind beside them. The same options, the same events.
 */

export interface ReturnsOptions {
  seed: number
  accounts: number
  closed: number
  returns: number
  startAt: Millis
}

/** Who an account is. Only `return` evades a closure; from `namesake` on, they are decoys. */
export type Standing =
  | 'ordinary'
  | 'closed'
  | 'return'
  | 'namesake' // an innocent of the same name
  | 'fan' // same idol, same picture, same motto as some that were closed
  | 'watcher' // journalists and researchers: follow whom the closed ones follow
  | 'family' // lives behind the same network address
  | 'chorus' // shares a campaign's hashtag and words

export const DECOYS = ['namesake', 'fan', 'watcher', 'family', 'chorus'] as const

export interface Citizen {
  account: string
  standing: Standing
  style?: Style
  /** The closed account whose actor, or whose likeness, this is. */
  of?: string
  /** How many times the actor had come back by then, this return included. */
  generation?: number
}

export interface Returns {
  /** In the order of time. */
  events: RawEvent[]
  citizens: Map<string, Citizen>
}

const HOUR = 3_600_000
/** People are there before the first day, or come in these days; closures begin on the fifth. */
const DAYS = 16
const CLOSURES: readonly [number, number] = [4 * DAY_MS, 11 * DAY_MS]
/** Sizes of what the network shares. */
const POOL = 60
const FRIENDS = 6
const BEACONS = 10
/** Decoys per hundred returns. */
const DECOY_SHARES: Record<(typeof DECOYS)[number], number> = {
  namesake: 0.6,
  fan: 0.6,
  watcher: 0.4,
  family: 0.5,
  chorus: 0.5,
}
const RESERVE_AGE_DAYS = 400

/** One who runs a closed account, and perhaps the next. */
interface Actor {
  /** The first account of the chain. */
  first: string
  alias: Alias
  language: Language
  device: string
  network: string
  email: string
  avatar: { sha256: string; pdq: string }
  bio: string
  beacons: string[]
  tag: string
  /** What this one says again and again, under every account. */
  slogans: string[]
  person: Person
  closedAt: Millis
}

interface Scene {
  random: Random
  ids: Ids
  startAt: Millis
  events: { at: Millis; event: RawEvent }[]
  citizens: Map<string, Citizen>
  /** Accounts that anyone may follow. */
  crowd: string[]
  pool: string[]
}

export function createReturns({ seed, accounts, closed, returns, startAt }: ReturnsOptions): Returns {
  const random = seededRandom(seed)
  const ids = createIds(seed, 77)
  const scene: Scene = { random, ids, startAt, events: [], citizens: new Map(), crowd: [], pool: [] }
  for (let i = 0; i < POOL; i++) scene.pool.push(ids.account())
  const decoys = DECOYS.map((kind) => [kind, Math.round(DECOY_SHARES[kind] * returns)] as const)
  const rest = decoys.reduce((left, [, count]) => left - count, accounts - closed - returns)
  for (let i = 0; i < rest; i++) ordinary(scene)
  const aliases = allAliases(random)
  const actors: Actor[] = []
  for (let i = 0; i < closed; i++) actors.push(closedOne(scene, i < closed / 2 ? (aliases[i] ?? null) : null))
  const comers = actors.slice(0, Math.floor(closed / 2))
  comeBackAll(scene, comers, returns)
  for (const [kind, count] of decoys)
    for (let i = 0; i < count; i++) decoy(scene, kind, actors[random.below(actors.length)]!)
  // Stable by time; what one account does is entered in order.
  scene.events.sort((one, other) => one.at - other.at)
  return { events: scene.events.map(({ event }) => event), citizens: scene.citizens }
}

/** Names of the network, in both scripts, each borne once. */
function allAliases(random: Random): Alias[] {
  const pairs = [
    ...NAME_FIRST.flatMap((first) => NAME_SECOND.map((second) => [first, second] as const)),
    ...NAME_FIRST.flatMap((first) =>
      NAME_FIRST.filter((one) => one !== first).map((second) => [first, second] as const),
    ),
    ...givenNames.ar.flatMap((given) =>
      NAME_SECOND.map((second) => [{ latin: given.handle, arabic: given.shown }, second] as const),
    ),
  ]
  const aliases = pairs.map(([one, other]) => ({
    latin: `${one.latin}_${other.latin}`,
    arabic: `${one.arabic}_${other.arabic}`,
  }))
  for (let i = aliases.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    ;[aliases[i], aliases[j]] = [aliases[j]!, aliases[i]!]
  }
  return aliases
}

function put(scene: Scene, at: Millis, person: Person, act: object): void {
  const whole = Math.floor(at)
  const event = {
    id: scene.ids.event(whole),
    at: new Date(whole).toISOString(),
    account: person.account,
    ...act,
  }
  scene.events.push({ at: whole, event: event as RawEvent })
}

function signUp(scene: Scene, at: Millis, person: Person, citizen: Omit<Citizen, 'account'>): void {
  scene.citizens.set(person.account, { account: person.account, ...citizen })
  const type = person.profile.createdAt === undefined ? 'account.created' : 'account.updated'
  put(scene, at, person, { type, profile: { ...person.profile }, session: sessionOf(person) })
}

function say(scene: Scene, at: Millis, person: Person, text: string, parts: object = {}): void {
  const post = { id: scene.ids.post(), text, language: person.language, ...parts }
  put(scene, at, person, { type: 'post.created', post, session: sessionOf(person) })
}

function befriend(scene: Scene, at: Millis, person: Person, targets: readonly string[]): void {
  targets.forEach((target, i) => {
    put(scene, at + (i + 1) * 40_000, person, { type: 'follow.created', target })
  })
}

/** When somebody is awake: most have their hours. */
const waking = (scene: Scene, day: number): Millis =>
  scene.startAt + day * DAY_MS + (7 + scene.random.next() * 16) * HOUR

function ordinary(scene: Scene): void {
  const { random, ids } = scene
  const old = random.next() < 0.5
  const person = createPerson({ role: 'ordinary', ids, random, now: scene.startAt, old })
  const at = waking(scene, random.below(old ? 3 : DAYS))
  signUp(scene, at, person, { standing: 'ordinary' })
  if (scene.crowd.length < 20_000) scene.crowd.push(person.account)
  dailyLife(scene, at, person, random.below(3), random.below(4))
}

function dailyLife(scene: Scene, at: Millis, person: Person, posts: number, follows: number): void {
  const { random } = scene
  const targets = Array.from({ length: follows }, () =>
    anyOf(scene, random.next() < 0.01 ? scene.pool : scene.crowd),
  )
  befriend(scene, at, person, targets)
  for (let i = 0; i < posts; i++)
    say(scene, at + (i + 1) * (1 + random.next()) * HOUR, person, speak(person.language, 'talk', random))
}

const anyOf = (scene: Scene, list: readonly string[]): string =>
  list[Math.floor(list.length * scene.random.next() ** 2)]!

/** A picture copied again by a platform: another file, a few bits of its hash off. */
function copyOf(avatar: Actor['avatar'], random: Random): Actor['avatar'] {
  if (random.next() < 0.5) return avatar
  const digits = [...avatar.pdq]
  for (let i = random.below(7); i > 0; i--) {
    const at = random.below(64)
    digits[at] = (Number.parseInt(digits[at]!, 16) ^ (1 << random.below(4))).toString(16)
  }
  return { sha256: hex(random, 64), pdq: digits.join('') }
}

/** An account that is going to be closed: one of the network under `alias`, or, without one, somebody like anybody. */
function closedOne(scene: Scene, alias: Alias | null): Actor {
  const { random, ids, startAt } = scene
  const language =
    alias === null ? anyLanguage(random) : random.next() < 0.6 ? 'ar' : random.next() < 0.6 ? 'en' : 'fr'
  const made = createPerson({
    role: 'ordinary',
    ids,
    random,
    now: startAt,
    language,
    old: random.next() < 0.3,
    ...(alias === null
      ? {}
      : {
          handle: alias.latin,
          name: random.next() < 0.7 ? alias.arabic.replaceAll('_', ' ') : alias.latin.replaceAll('_', ' '),
        }),
  })
  const beacons: string[] = []
  while (beacons.length < BEACONS) beacons.push(anyOf(scene, scene.pool))
  for (let i = 0; i < FRIENDS; i++) beacons.push(anyOf(scene, scene.crowd))
  const actor: Actor = {
    first: made.account,
    alias: alias ?? { latin: made.profile.handle, arabic: made.profile.name! },
    language,
    device: made.device,
    network: made.ip.split('.').slice(0, 3).join('.'),
    email: made.profile.email!,
    avatar: { sha256: hex(random, 64), pdq: hex(random, 64) },
    bio: alias === null ? made.profile.bio! : speak(language, 'sectBio', random),
    beacons: [...new Set(beacons)],
    tag: `tag${random.below(40)}`,
    slogans: [0, 1, 2].map(() => speak(language, 'talk', random)),
    person: made,
    closedAt: startAt + CLOSURES[0] + random.next() * (CLOSURES[1] - CLOSURES[0]),
  }
  if (alias !== null) Object.assign(made.profile, { bio: actor.bio, avatar: actor.avatar })
  else if (random.next() < 0.08)
    Object.assign(made.profile, { bio: `${MOTTOS[language]}. Velvet Tram.`, avatar: IDOL })
  const at = waking(scene, random.below(3))
  signUp(scene, at, made, { standing: 'closed' })
  befriend(scene, at, made, alias === null ? actor.beacons.slice(-FRIENDS) : actor.beacons)
  preach(scene, at + HOUR, actor, made, 4 + random.below(8), 5 * HOUR)
  put(scene, actor.closedAt, made, {
    type: 'account.closed',
    reason: alias === null ? 'harassment' : 'tvec8',
  })
  return actor
}

function preach(
  scene: Scene,
  from: Millis,
  actor: Actor,
  person: Person,
  posts: number,
  everyMs: Millis,
): void {
  const { random } = scene
  for (let i = 0; i < posts; i++) {
    const hashtags = random.next() < 0.6 ? [actor.tag] : []
    const mentions = random.next() < 0.3 ? [random.pick(actor.beacons)] : []
    const draw = random.next()
    const text =
      draw < 0.2
        ? random.pick(actor.slogans)
        : draw < 0.25
          ? MOTTOS[actor.language]
          : speak(actor.language, 'talk', random)
    say(scene, from + (i + random.next()) * everyMs, person, text, {
      hashtags,
      mentions,
    })
  }
}

const GENERATIONS_MAX = 5
const CHAIN_SHARE = 0.12

/** Most come back once; some are closed again and again. So many returns in all. */
function comeBackAll(scene: Scene, comers: readonly Actor[], returns: number): void {
  const { random } = scene
  let made = 0
  for (let i = 0; made < returns; i++) {
    let actor = comers[i % comers.length]!
    const generations = random.next() < CHAIN_SHARE ? 2 + random.below(GENERATIONS_MAX - 1) : 1
    for (let generation = 1; generation <= generations && made < returns; generation++) {
      const { person, at } = comeBack(scene, actor, generation)
      made++
      if (generation === generations) break
      const closedAt = at + (1.2 + random.next()) * DAY_MS
      put(scene, closedAt, person, { type: 'account.closed', reason: 'return' })
      actor = { ...actor, person, closedAt }
    }
  }
}

/** The actor's next account. Most come at once, some after days; some are bought ready and only renamed. */
function comeBack(scene: Scene, actor: Actor, generation: number): { person: Person; at: Millis } {
  const { random, ids, startAt } = scene
  const style = styleOf(random)
  const soon = random.next()
  const wait =
    soon < 0.65
      ? (0.2 + random.next() * 18) * HOUR
      : soon < 0.85
        ? (1 + random.next() * 2) * DAY_MS
        : (2 + random.next() * 3) * DAY_MS
  const at = actor.closedAt + wait
  const { handle, name } = nextAlias(actor.alias, style, random)
  const fresh = style === 'newGraph' || style === 'newAvatar'
  const likeness = fresh ? 0.25 : 0.6
  const person = createPerson({
    role: 'ordinary',
    ids,
    random,
    now: startAt,
    language: actor.language,
    old: style === 'aged',
  })
  const citizen = { standing: 'return', style, of: actor.first, generation } as const
  if (style === 'aged') {
    person.profile.createdAt = new Date(
      startAt - (60 + random.below(RESERVE_AGE_DAYS)) * DAY_MS,
    ).toISOString()
    signUp(scene, waking(scene, random.below(3)), person, citizen)
    if (random.next() < 0.5) say(scene, waking(scene, 3), person, speak(actor.language, 'talk', random))
  }
  dress(scene, actor, person, likeness, style)
  person.profile = { ...person.profile, handle, name }
  if (style === 'aged')
    put(scene, at, person, {
      type: 'account.updated',
      profile: { ...person.profile },
      session: sessionOf(person),
    })
  else signUp(scene, at, person, citizen)
  const kept = actor.beacons.filter(() => random.next() < (style === 'newGraph' ? 0.85 : 0.7))
  befriend(scene, at + 60_000, person, kept)
  const quiet = random.next() < 0.5 ? 20 * 60_000 : 3 * HOUR
  preach(scene, at + 60_000 + quiet * (0.5 + random.next()), actor, person, 3 + random.below(5), 2 * HOUR)
  return { person, at }
}

function styleOf(random: Random): Style {
  let draw = random.next()
  for (const [style, share] of STYLES) {
    draw -= share
    if (draw < 0) return style
  }
  return STYLES[0]![0]
}

/** Puts the actor's own marks on an account, each with some likelihood. */
function dress(scene: Scene, actor: Actor, person: Person, likeness: number, style: Style): void {
  const { random } = scene
  const { profile } = person
  if (style === 'newAvatar' || random.next() < likeness) profile.avatar = copyOf(actor.avatar, random)
  profile.bio = random.next() < likeness ? actor.bio : speak(actor.language, 'sectBio', random)
  if (random.next() < 0.7) person.client = actor.person.client
  if (random.next() < likeness) person.device = actor.device
  if (random.next() < likeness) person.ip = `${actor.network}.${1 + random.below(254)}`
  if (random.next() < 0.1) profile.email = actor.email
}

function decoy(scene: Scene, kind: (typeof DECOYS)[number], actor: Actor): void {
  const { random, ids, startAt } = scene
  const at = actor.closedAt + random.next() * 3 * DAY_MS
  const person = createPerson({
    role: 'ordinary',
    ids,
    random,
    now: startAt,
    language: actor.language,
    old: random.next() < 0.3,
  })
  likeThe(scene, kind, actor, person)
  signUp(scene, at, person, { standing: kind, of: actor.person.account })
  const follows = kind === 'watcher' ? actor.beacons.filter(() => random.next() < 0.8) : []
  befriend(scene, at, person, follows)
  if (kind === 'chorus' || kind === 'fan')
    for (let i = 0; i < 4; i++)
      say(scene, at + (2 + i) * HOUR, person, `${MOTTOS[actor.language]} #${actor.tag}`, {
        hashtags: [actor.tag],
      })
  dailyLife(scene, at + 3 * HOUR, person, random.below(3), random.below(4))
}

const MOTTOS: Record<Language, string> = {
  en: 'Sing it from the bridge tonight, all of us together',
  fr: 'On le chante ce soir depuis le pont, tous ensemble',
  ar: 'نغنيها الليلة من فوق الجسر كلنا معا',
}
const IDOL = { sha256: '1d'.repeat(32), pdq: '96a5c33c5a69'.repeat(6).slice(0, 64) }

function likeThe(scene: Scene, kind: (typeof DECOYS)[number], actor: Actor, person: Person): void {
  const { random } = scene
  switch (kind) {
    case 'namesake':
      Object.assign(person.profile, {
        handle: `${actor.alias.latin}${random.pick(['', '_'])}${random.below(1_000)}`,
        name: actor.person.profile.name,
      })
      return
    case 'fan':
      Object.assign(person.profile, { avatar: IDOL, bio: `${MOTTOS[actor.language]}. Velvet Tram.` })
      return
    case 'family':
      person.ip = `${actor.network}.${1 + random.below(254)}`
      if (random.next() < 0.1) person.device = actor.device
      return
    case 'watcher':
    case 'chorus':
      return
  }
}
