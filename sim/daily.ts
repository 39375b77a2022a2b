import type { Random } from '../src/lib/random.ts'
import { hex } from './ids.ts'
import { type Person, sessionOf } from './people.ts'
import { speak } from './speech.ts'
import type { PostParts, Stage } from './stage.ts'
import { markOf } from './truth.ts'

/*
 * Daily life: what ordinary people do, each act with its share of a thousand.
 */

/** False when there was nothing to do it with: nobody to follow, no post to answer. */
type Doing = (stage: Stage, person: Person) => boolean

const SHARES: readonly [perMille: number, Doing][] = [
  [620, chat],
  [120, reply],
  [85, follow],
  [65, seen],
  [30, repost],
  [22, changeProfile],
  [16, takeDown],
  [12, edit],
  [15, unfollow],
  [10, complain],
  [5, seen],
]

const doings: readonly Doing[] = SHARES.flatMap(([perMille, doing]) => Array<Doing>(perMille).fill(doing))

/** One act of one person; for want of anything else, small talk. */
export function act(stage: Stage, person: Person): void {
  if (!stage.random.pick(doings)(stage, person)) chat(stage, person)
}

const FIGURE_SHARE = 0.06
const URL_HOSTS = [
  'recettes.example',
  'kitchen.example',
  'news.example',
  'matbakh.example',
  'photos.example',
  'trains.example',
  'library.example',
]

function chat(stage: Stage, person: Person): boolean {
  const { random } = stage
  const figure = random.next() < FIGURE_SHARE
  const text = mannered(person, speak(person.language, figure ? 'figure' : 'talk', random), random)
  const parts: PostParts = {}
  const full = decorated(stage, person, text, parts)
  person.last = {
    post: stage.post(person, full, markOf(figure ? 'figurative' : 'benign'), parts),
    text: full,
  }
  return true
}

/** A person's way with capitals, full stops and emoji. */
function mannered({ manners }: Person, text: string, random: Random): string {
  const cased = manners.lowerCase ? text.toLowerCase() : text
  return manners.emoji !== '' && random.next() < 0.35 ? `${cased} ${manners.emoji}` : cased
}

/** Hashtags, a mention, a link, a picture: each now and then. */
function decorated(stage: Stage, person: Person, text: string, parts: PostParts): string {
  const { random } = stage
  if (random.next() < 0.06) {
    const other = stage.anyone()
    if (other !== null && other !== person) {
      parts.mentions = [other.account]
      text = `${text} @${other.profile.handle}`
    }
  }
  if (random.next() < person.manners.tagShare) {
    const tags = [speak(person.language, 'tag', random)]
    if (random.next() < 0.3) tags.push(speak(person.language, 'tag', random))
    parts.hashtags = tags
    for (const tag of tags) text += ` #${tag}`
  }
  if (random.next() < 0.05) {
    const url = `https://${random.pick(URL_HOSTS)}/${random.below(10_000_000).toString(36)}`
    parts.urls = [url]
    text += ` ${url}`
  }
  if (random.next() < 0.05)
    parts.media = [{ id: `media:${hex(random, 12)}`, type: 'image/jpeg', sha256: hex(random, 64) }]
  return text
}

function reply(stage: Stage, person: Person): boolean {
  const to = stage.anyPost()
  if (to === null || to.person === person) return false
  const text = `@${to.person.profile.handle} ${mannered(person, speak(person.language, 'reply', stage.random), stage.random)}`
  stage.post(person, text, markOf('benign'), { replyTo: to.post, mentions: [to.person.account] })
  return true
}

function repost(stage: Stage, person: Person): boolean {
  const of = stage.anyPost()
  if (of === null || of.person === person) return false
  stage.emit(
    person,
    { type: 'post.created', post: { id: stage.ids.post(), repostOf: of.post } },
    markOf('benign'),
  )
  return true
}

function follow(stage: Stage, person: Person): boolean {
  const other = stage.anyone()
  if (other === null || other === person) return false
  stage.emit(person, { type: 'follow.created', target: other.account })
  return true
}

function unfollow(stage: Stage, person: Person): boolean {
  const other = stage.anyone()
  if (other === null || other === person) return false
  stage.emit(person, { type: 'follow.removed', target: other.account })
  return true
}

function seen(stage: Stage, person: Person): boolean {
  stage.emit(person, { type: 'session.seen', session: sessionOf(person) })
  return true
}

function changeProfile(stage: Stage, person: Person): boolean {
  const { random } = stage
  const profile = person.profile
  switch (random.below(3)) {
    case 0:
      profile.bio = speak(person.language, 'bio', random)
      break
    case 1:
      profile.avatar = { sha256: hex(random, 64), pdq: hex(random, 64) }
      break
    default:
      profile.followers = (profile.followers ?? 0) + random.below(30)
  }
  stage.emit(person, { type: 'account.updated', profile: { ...profile }, session: sessionOf(person) })
  return true
}

function takeDown(stage: Stage, person: Person): boolean {
  if (person.last === null) return false
  stage.emit(person, { type: 'post.deleted', post: { id: person.last.post } })
  person.last = null
  return true
}

function edit(stage: Stage, person: Person): boolean {
  if (person.last === null) return false
  const { post, text } = person.last
  const changed = `${text} – ${speak(person.language, 'end', stage.random)}`
  person.last = { post, text }
  stage.emit(
    person,
    { type: 'post.edited', post: { id: post, text: changed, language: person.language } },
    markOf('benign'),
  )
  return true
}

/** A report that points at somebody harmless, as most do. */
function complain(stage: Stage, person: Person): boolean {
  const about = stage.anyPost()
  if (about === null || about.person === person) return false
  const report = {
    id: stage.ids.report(),
    account: about.person.account,
    post: about.post,
    policy: 'harassment',
  }
  stage.emit(person, { type: 'report.created', report })
  return true
}
