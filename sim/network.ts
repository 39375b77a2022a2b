import { type Actor, createActor, firstAccount, nextAccount, reserveAccount } from './actors.ts'
import { disguise } from './disguise.ts'
import { type Person, sessionOf } from './people.ts'
import { speak } from './speech.ts'
import { draw, type PostParts, type Stage } from './stage.ts'
import { markOf, type PostKind } from './truth.ts'
import { answer } from './watchers.ts'
import { type CreedKind, creed, NETWORK_TAGS } from './words/creed.ts'

/** One violent-extremist network: it speaks, campaigns, is closed and comes back. */
export interface Network {
  /** An account is closed. Whoever ran it returns after a while. */
  closed(account: string): void
}

const RESERVE_SHARE = 0.3
const BEACONS = 8
const DISGUISE_SHARE = 0.22
const DELETED_SHARE = 0.2

/** What a network account says, and how often. Null stands for small talk. */
const SAYINGS: readonly (CreedKind | null)[] = [
  'threat',
  'threat',
  'threat',
  'incitement',
  'incitement',
  'incitement',
  'incitement',
  'praise',
  'praise',
  'recruitment',
  'support',
  'branded',
  null,
  null,
]

export function createNetwork(stage: Stage, size: number): Network {
  const { random, tempo } = stage
  const runners = new Map<string, Actor>()
  const actors: Actor[] = []
  for (let index = 0; index < size; index++) {
    const actor = createActor(stage, index)
    actors.push(actor)
    stage.later([0, tempo.arriveMs], () => arrive(stage, actor, runners))
  }
  holdCampaigns(stage, actors)
  return {
    closed(account) {
      const actor = runners.get(account)
      if (actor === undefined) return
      runners.delete(account)
      actor.generation += 1
      actor.account = null
      actor.lastClosed = account
      actor.posted = 0
      const wait = draw(random, tempo.returnMs) * tempo.returnGrowth ** (actor.generation - 1)
      stage.later(Math.min(wait, tempo.returnMaxMs), () => comeBack(stage, actor, runners))
    },
  }
}

function arrive(stage: Stage, actor: Actor, runners: Map<string, Actor>): void {
  const { random } = stage
  if (random.next() < RESERVE_SHARE) {
    actor.reserve = reserveAccount(stage, actor)
    signUp(stage, actor.reserve, 'account.updated')
    idle(stage, actor, actor.reserve)
  }
  actor.beacons = beaconsOf(stage)
  const person = firstAccount(stage, actor)
  signUp(stage, person, 'account.created')
  run(stage, actor, person, runners)
}

function comeBack(stage: Stage, actor: Actor, runners: Map<string, Actor>): void {
  const { person, renamed } = nextAccount(stage, actor)
  person.returnOf = actor.lastClosed!
  signUp(stage, person, renamed ? 'account.updated' : 'account.created')
  run(stage, actor, person, runners)
  if (stage.random.next() < 0.6)
    stage.later(
      stage.tempo.answerMs,
      () => actor.account === person && preach(stage, actor, person, 'comeback'),
    )
}

/** The profile reaches the platform. For one who returns, this is what is forbidden: evading a closure. */
function signUp(stage: Stage, person: Person, type: 'account.created' | 'account.updated'): void {
  const mark = person.returnOf === undefined ? undefined : { policy: 'return', permitted: false }
  stage.moveIn(person)
  stage.emit(person, { type, profile: { ...person.profile }, session: sessionOf(person) }, mark)
}

function run(stage: Stage, actor: Actor, person: Person, runners: Map<string, Actor>): void {
  actor.account = person
  runners.set(person.account, actor)
  for (const target of actor.beacons)
    if (stage.random.next() < 0.8)
      stage.later(stage.tempo.answerMs, () => stage.emit(person, { type: 'follow.created', target }))
  live(stage, actor, person)
}

/** Accounts that all of the network follow, reporters among them: whom one follows proves nothing alone. */
function beaconsOf(stage: Stage): string[] {
  const beacons = new Set<string>()
  for (const reporter of stage.cast('reporter').slice(0, 2)) beacons.add(reporter.account)
  for (let i = 0; i < BEACONS; i++) {
    const person = stage.anyone()
    if (person !== null) beacons.add(person.account)
  }
  return [...beacons]
}

/** Posts from time to time for as long as the account is open. */
function live(stage: Stage, actor: Actor, person: Person): void {
  const { random, tempo } = stage
  stage.later(actor.part === 'leader' ? tempo.leaderGapMs : tempo.followerGapMs, () => {
    if (actor.account !== person) return
    const saying = random.pick(SAYINGS)
    if (saying === null || (actor.part === 'follower' && random.next() < 0.5)) chat(stage, person)
    else preach(stage, actor, person, saying)
    live(stage, actor, person)
  })
}

/** An account in reserve chats now and then, so that it looks lived in. */
function idle(stage: Stage, actor: Actor, person: Person): void {
  stage.later(stage.tempo.followerGapMs, () => {
    if (actor.reserve !== person) return
    chat(stage, person)
    idle(stage, actor, person)
  })
}

const chat = (stage: Stage, person: Person) =>
  stage.post(person, speak(person.language, 'talk', stage.random), markOf('benign'))

function preach(stage: Stage, actor: Actor, person: Person, kind: CreedKind): void {
  const { random } = stage
  const said = random.pick(creed[kind])
  const core = said[person.language].replace('[n]', String(actor.generation + 1))
  const plain = speak(person.language, 'sermon', random, { core })
  const disguised = random.next() < DISGUISE_SHARE
  const tags = tagsOf(person, random.next() < 0.5 ? 1 : 2)
  const parts: PostParts = { hashtags: tags }
  let text = disguised ? disguise(plain, random) : plain
  if (kind === 'threat') text = aimed(stage, text, parts)
  if (kind === 'branded') parts.urls = [`https://salt-media.example/${random.below(100_000)}`]
  text = [text, ...tags.map((tag) => `#${tag}`), ...(parts.urls ?? [])].join(' ')
  const post = stage.post(person, text, { ...markOf(kind), ...(disguised ? { disguised } : {}) }, parts)
  answer(stage, { kind, post, person, said, language: person.language, tag: tags[0]! })
  countStraw(stage, actor, person, kind)
}

const tagsOf = (person: Person, count: number): string[] => NETWORK_TAGS[person.language].slice(0, count)

/** Threats are often sent to somebody's face: one of the site's staff is mentioned. */
function aimed(stage: Stage, text: string, parts: PostParts): string {
  const { random } = stage
  const staff = stage.cast(random.next() < 0.5 ? 'staff' : 'victim')
  if (staff.length === 0 || random.next() < 0.5) return text
  const target = random.pick(staff)
  parts.mentions = [target.account]
  return `@${target.profile.handle} ${text}`
}

/** In a town that closes accounts by itself: too many forbidden posts, and the account's end is near. */
function countStraw(stage: Stage, actor: Actor, person: Person, kind: PostKind): void {
  const { random, tempo } = stage
  actor.posted += 1
  if (tempo.closeMs === null || actor.posted !== actor.straws) return
  stage.close(person.account, stage.now() + draw(random, tempo.closeMs), markOf(kind).policy ?? 'tvec8')
}

/** Once in a while all who have an account post one text, each almost in the same words, not all at once. */
function holdCampaigns(stage: Stage, actors: readonly Actor[]): void {
  const { random, tempo } = stage
  let round = 0
  const hold = () => {
    round += 1
    const kind = random.pick(['incitement', 'praise', 'recruitment', 'incitement'] as const)
    const number = random.below(creed[kind].length)
    const campaign = `campaign-${round}`
    const url = `https://salt-media.example/${kind}/${random.below(1_000)}`
    const withUrl = random.next() < 0.7
    for (const actor of actors)
      for (let times = 1 + random.below(2); times > 0; times--)
        stage.later([0, tempo.campaign.spreadMs], () => {
          const person = actor.account
          if (person !== null)
            push({ stage, actor, person, kind, number, campaign, url: withUrl ? url : null })
        })
    stage.later([tempo.campaign.everyMs * 0.8, tempo.campaign.everyMs * 1.2], hold)
  }
  stage.later(tempo.campaign.firstMs, hold)
}

interface Push {
  stage: Stage
  actor: Actor
  person: Person
  kind: 'incitement' | 'praise' | 'recruitment'
  number: number
  campaign: string
  url: string | null
}

function push({ stage, actor, person, kind, number, campaign, url }: Push): void {
  const { random } = stage
  const core = creed[kind][number]![person.language]
  const tags = tagsOf(person, 2)
  const words = [speak(person.language, 'push', random, { core }), ...tags.map((tag) => `#${tag}`)]
  if (url !== null) words.push(url)
  const mark = { ...markOf(kind), campaign }
  const post = stage.post(
    person,
    words.join(' '),
    mark,
    url === null ? { hashtags: tags } : { hashtags: tags, urls: [url] },
  )
  countStraw(stage, actor, person, kind)
  if (random.next() < DELETED_SHARE)
    stage.later(stage.tempo.answerMs, () => {
      if (actor.account === person) stage.emit(person, { type: 'post.deleted', post: { id: post } })
    })
}
