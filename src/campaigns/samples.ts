import { type Random, seededRandom } from '../lib/random.ts'
import type { Event, Post } from '../model/event.ts'
import type { Millis } from '../model/ids.ts'
import type { Reading } from '../model/reading.ts'
import type { Observed } from './acts.ts'

/*
 * Streams for tests: two days of small talk, and what is put into them.
 */

export const START: Millis = Date.parse('2026-01-05T00:00:00.000Z')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

/** An event of a stream that is not yet in order. */
export interface Put {
  at: Millis
  event: Event
  reading: Reading | null
}

let made = 0

export interface PostWish {
  id?: string
  tags?: string[]
  urls?: string[]
  mentions?: string[]
  replyTo?: string
  repostOf?: string
  media?: Post['media']
  reading?: Reading
}

export function post(at: Millis, account: string, text: string, wish: PostWish = {}): Put {
  const id = wish.id ?? `p${made++}`
  const {
    tags = [],
    urls = [],
    mentions = [],
    replyTo = null,
    repostOf = null,
    media = [],
    reading = null,
  } = wish
  return {
    at,
    reading,
    event: {
      id: `e-${id}`,
      type: 'post.created',
      at: new Date(at).toISOString(),
      account,
      post: {
        id,
        text: [text, ...tags.map((tag) => `#${tag}`), ...urls].join(' '),
        language: 'en',
        hashtags: tags,
        mentions,
        urls,
        media,
        replyTo,
        repostOf,
        quoteOf: null,
      },
    },
  }
}

export function deletion(at: Millis, account: string, id: string): Put {
  return {
    at,
    reading: null,
    event: { id: `gone-${id}`, type: 'post.deleted', at: new Date(at).toISOString(), account, post: { id } },
  }
}

export function reading(scores: Reading['scores'], stance: Reading['stance'] = 'asserts'): Reading {
  return {
    language: 'en',
    script: 'Latn',
    scores,
    stance,
    frames: [],
    terms: [],
    contributions: [],
    version: 'sample',
  }
}

export const CALLS = reading({ tvec8: 0.95 })
export const QUIET = reading({ tvec8: 0.01, tvec2: 0.02 })

const WORDS =
  'every lantern on the long bridge shall be lit before river turns grey harbour keeps its old bell for fog and herring market opens late when snow lies deep over roofs'.split(
    ' ',
  )
/** Fourteen words in no order: nobody else says it. */
export const sentence = (random: Random): string =>
  Array.from({ length: 14 }, () => random.pick(WORDS)).join(' ')

/** Ordinary people who each say something of their own, one post every `everyMs`. */
export function smallTalk(hours: number, seed = 1, everyMs = 20_000, people = 400): Put[] {
  const random = seededRandom(seed)
  const puts: Put[] = []
  for (let at = START; at < START + hours * HOUR; at += everyMs)
    puts.push(post(at, `acct:o${random.below(people)}`, sentence(random), { reading: QUIET }))
  return puts
}

export const MESSAGE =
  'Brothers of the grey banner, rise tonight against those who close our voices, let none of them rest'

export interface ChorusWish extends Omit<PostWish, 'id'> {
  accounts: number
  from: Millis
  lengthMs: Millis
  name?: string
  text?: string
  /** Posts of each account, the first two of three once more by default. */
  times?: number
  deleteAfterMs?: Millis
  seed?: number
}

/** Accounts that all say one thing, at times drawn by chance. */
export function chorus(wish: ChorusWish): Put[] {
  const {
    accounts,
    from,
    lengthMs,
    name = 'c',
    text = MESSAGE,
    times = 1,
    deleteAfterMs,
    seed = 7,
    ...rest
  } = wish
  const random = seededRandom(seed)
  const puts: Put[] = []
  for (let i = 0; i < accounts; i++)
    for (let time = 0; time < times; time++) {
      const at = Math.round(from + random.next() * lengthMs)
      const id = `${name}-${i}-${time}-${from}`
      puts.push(post(at, `acct:${name}${i}`, text, { ...rest, id }))
      if (deleteAfterMs !== undefined) puts.push(deletion(at + deleteAfterMs, `acct:${name}${i}`, id))
    }
  return puts
}

/** As the log would hold them: in the order of their times, numbered. */
export function stream(...parts: Put[][]): Observed[] {
  return parts
    .flat()
    .sort((a, b) => a.at - b.at)
    .map(({ event, reading }, i) => ({ seq: i + 1, event, reading }))
}
