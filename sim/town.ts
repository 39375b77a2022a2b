import { seededRandom } from '../src/lib/random.ts'
import type { RawEvent } from '../src/model/event.ts'
import type { Millis } from '../src/model/ids.ts'
import { createAgenda } from './agenda.ts'
import { gatherCrowds } from './crowds.ts'
import { act } from './daily.ts'
import { createIds } from './ids.ts'
import { createNetwork } from './network.ts'
import { type Person, sessionOf } from './people.ts'
import { createResidents } from './residents.ts'
import { createRing } from './ring.ts'
import { type Act, draw, type RawPost, type Stage, type Standing } from './stage.ts'
import { TEMPOS } from './tempo.ts'
import type { Made, Mark, Truth } from './truth.ts'

export interface TownOptions {
  seed: number
  /** How many ordinary people live here when the town is full. */
  people: number
  /** How many actors the violent-extremist network has. */
  networkSize: number
  /** Event time of the first event. */
  startAt: Millis
  /** Mean rate of daily life; the network and crowds come on top. */
  eventsPerSecond: number
  /** `days` (default): for files, closes network accounts by itself. `minutes`: for the demo, listens to a platform. */
  tempo?: keyof typeof TEMPOS
  /** Times shown on events, where they are not the town's own. */
  clock?: () => Millis
  /** Another stage of the same seed shares no id with it. Default 0. */
  stage?: number
}

/** A seeded world with a true answer for every account and post. Endless; the same options, the same events. */
export interface Town {
  next(): Made
  /** The town's own time: that of the latest event. */
  now(): Millis
  /** What the platform did: the account is closed at `at`, and whoever of the network ran it returns later under another. */
  closeAccount(account: string, at: Millis, reason: string): void
  /** What the platform did: nobody sees the post any more, so nobody answers it. */
  hide(post: string): void
}

/** Posts of late that people answer. */
const RECENT_MAX = 512
/** Posts of late that the platform hid. */
const HIDDEN_MAX = 512
/** So many come before daily life begins; after that, this share of acts is an arrival until the town is full. */
const FIRST_ARRIVALS = 30
const ARRIVAL_SHARE = 0.06
const LEAVING_SHARE = 0.0005

export function createTown(options: TownOptions): Town {
  const random = seededRandom(options.seed)
  const tempo = TEMPOS[options.tempo ?? 'days']
  const ids = createIds(options.seed, options.stage ?? 0)
  const agenda = createAgenda()
  const residents = createResidents(random, ids)
  const recents = createRing<Standing>(RECENT_MAX)
  const hidden = createRing<string>(HIDDEN_MAX)
  let made: Made[] = []
  let taken = 0
  let now = options.startAt
  let nextActAt = options.startAt
  const clock = options.clock ?? (() => Math.floor(now))

  const stage: Stage = {
    random,
    ids,
    tempo,
    now: () => now,
    later: (wait, happen) =>
      agenda.enter(now + (typeof wait === 'number' ? wait : draw(random, wait)), happen),
    emit(person, act, mark) {
      const at = clock()
      const id = ids.event(at)
      const event = stamped(id, new Date(at).toISOString(), person.account, act)
      made.push({ event, truth: truthOf(id, person, mark) })
    },
    post(person, text, mark, parts) {
      const post: RawPost = { id: ids.post(), text, language: person.language }
      if (parts !== undefined) Object.assign(post, parts)
      stage.emit(person, { type: 'post.created', post }, mark)
      if (mark.permitted) recents.add({ post: post.id, person })
      return post.id
    },
    anyPost: () => recents.any(random),
    anyone: residents.anyone,
    cast: residents.cast,
    isOpen: (person) => residents.get(person.account) === person,
    isShown: (post) => !hidden.has(post),
    moveIn: residents.moveIn,
    close: closeAccount,
  }
  const network = createNetwork(stage, options.networkSize)
  gatherCrowds(stage)

  function closeAccount(account: string, at: Millis, reason: string): void {
    agenda.enter(Math.max(at, now), () => {
      const person = residents.moveOut(account)
      if (person === undefined) return
      stage.emit(person, { type: 'account.closed', reason })
      network.closed(account)
    })
  }

  /** One act of daily life: somebody comes, somebody leaves, or somebody does what people do. */
  function liveOn(): void {
    const count = residents.count()
    if (count < FIRST_ARRIVALS || (count < options.people && random.next() < ARRIVAL_SHARE)) arrive()
    else actOrLeave(residents.anyone()!)
  }

  function actOrLeave(person: Person): void {
    if (random.next() < LEAVING_SHARE && person.role === 'ordinary') {
      residents.moveOut(person.account)
      stage.emit(person, { type: 'account.deleted' })
    } else act(stage, person)
  }

  function arrive(): void {
    const person = residents.newcomer(now)
    stage.moveIn(person)
    const type = person.profile.createdAt === undefined ? 'account.created' : 'account.updated'
    stage.emit(person, { type, profile: { ...person.profile }, session: sessionOf(person) })
  }

  /** Moves time on to whatever comes first: a planned act, or one of daily life. */
  function advance(): void {
    const plannedAt = agenda.nextAt()
    if (plannedAt <= nextActAt) {
      now = plannedAt
      agenda.take()()
      return
    }
    now = nextActAt
    nextActAt += gap()
    liveOn()
  }

  /** Time to the next act of daily life: exponential, with the rate of the hour. */
  function gap(): Millis {
    const hour = Math.floor(now / 3_600_000) % 24
    const rate = options.eventsPerSecond * (tempo.rhythm?.[hour] ?? 1)
    return (-Math.log(1 - random.next()) * 1_000) / rate
  }

  return {
    next() {
      while (taken === made.length) {
        made = []
        taken = 0
        advance()
      }
      return made[taken++]!
    },
    now: () => now,
    closeAccount,
    hide(post) {
      hidden.add(post)
      recents.drop((standing) => standing.post === post)
    },
  }
}

/** Puts id, time and account on an act. Written out by kind: this runs for every event, and spreading objects would cost more than all else. */
function stamped(id: string, at: string, account: string, act: Act): RawEvent {
  switch (act.type) {
    case 'post.created':
    case 'post.edited':
      return { id, type: act.type, at, account, post: act.post }
    case 'account.created':
    case 'account.updated':
      return { id, type: act.type, at, account, profile: act.profile, session: act.session }
    case 'account.closed':
      return { id, type: act.type, at, account, reason: act.reason }
    case 'follow.created':
    case 'follow.removed':
      return { id, type: act.type, at, account, target: act.target }
    case 'session.seen':
      return { id, type: act.type, at, account, session: act.session }
    default: {
      const { type, ...rest } = act
      return { id, type, at, account, ...rest } as RawEvent
    }
  }
}

function truthOf(event: string, person: Person, mark: Mark | undefined): Truth {
  const truth: Truth = { event, account: person.account, role: person.role, permitted: true }
  if (person.returnOf !== undefined) truth.returnOf = person.returnOf
  return mark === undefined ? truth : Object.assign(truth, mark)
}
