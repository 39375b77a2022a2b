import { speak } from '../../sim/speech.ts'
import { creed, LANGUAGES, type Language } from '../../sim/words/creed.ts'
import { chants } from '../../sim/words/voices.ts'
import type { Random } from '../../src/lib/random.ts'
import type { RawEvent } from '../../src/model/event.ts'
import type { Millis } from '../../src/model/ids.ts'

/*
 * What is put among the town's own talk: campaigns whose truth is known, and crowds that mean no harm. None of the texts is real.
 */

export const CAMPAIGN_KINDS = ['spaced', 'bursting', 'post-and-delete', 'tag-hijack', 'ephemeral'] as const
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number]
export const CAMPAIGN_SIZES = [20, 50, 100, 200, 500] as const
/** What a campaign says: calls of the network, or something that no policy forbids. */
export const CONTENTS = ['forbidden', 'neutral'] as const
export type Content = (typeof CONTENTS)[number]

export const CROWD_KINDS = [
  'breaking news',
  'match',
  'election night',
  'fandom',
  'meme',
  'charity drive',
  'disaster',
] as const
export type CrowdKind = (typeof CROWD_KINDS)[number]

export interface Scene {
  id: string
  kind: CampaignKind | CrowdKind
  size: number
  content: Content | null
  startAt: Millis
  tag: string
  /** Whoever takes part. */
  accounts: Set<string>
  events: RawEvent[]
  /** When its twentieth post came. */
  twentiethAt: Millis
}

export interface Place {
  random: Random
  startAt: Millis
  /** Accounts that live in the town by then. */
  residents: readonly string[]
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

interface Said {
  at: Millis
  account: string
  text: string
  tags: string[]
  url: string | null
  language: string
  deletedAfter?: Millis
}

export interface CampaignWish {
  id: string
  kind: CampaignKind
  size: number
  content: Content
  /** Which of the network's lines it says: no two campaigns of a world say the same. */
  number: number
  /** A tag that others use at the time: what a hijack goes for. */
  crowdTag: string
}

/**
 * A campaign: one message in one to three languages, a few words changed, posted once or twice by each account. Spaced-out ones speak through accounts of
 * the town that lent themselves to it, over half a day; the others through accounts of their own. Ephemeral ones take accounts of the town too, and each posts words drawn from a
 * list under the tag, once, within minutes, and deletes them minutes later.
 */
export function campaignScene(wish: CampaignWish, place: Place): Scene {
  const { random } = place
  const tag = `${random.pick(['Rise', 'Stand', 'Banner', 'Signal', 'March'])}${random.pick(['Of', 'For', 'With'])}${random.pick(['Salt', 'Tide', 'Flint', 'Ember', 'Heron'])}${random.below(1_000)}`
  const lent = wish.kind === 'spaced' || wish.kind === 'tag-hijack' || wish.kind === 'ephemeral'
  const accounts = lent ? sample(place.residents, wish.size, random) : ownAccounts(wish)
  const url = random.next() < 0.5 ? `https://${tag.toLowerCase()}.example/${random.below(1_000)}` : null
  const message = messageOf(wish, random)
  const lexicon = wish.kind === 'ephemeral' || (wish.kind === 'post-and-delete' && random.next() < 0.5)
  const said: Said[] = []
  for (const account of accounts) {
    const language = message.languages[random.below(message.languages.length)]!
    const most = wish.kind === 'ephemeral' ? 1 : 2
    for (let times = 1 + random.below(most); times > 0; times--)
      said.push({
        at: place.startAt + random.next() * durationOf(wish.kind, random),
        account,
        text: lexicon ? lexiconText(random) : dressed(message.text(language), language, random),
        tags: wish.kind === 'tag-hijack' ? [wish.crowdTag, tag] : [tag],
        url: lexicon ? null : url,
        language,
        ...((wish.kind === 'post-and-delete' || wish.kind === 'ephemeral') && random.next() < 0.85
          ? { deletedAfter: MINUTE * (1 + random.next() * 7) }
          : {}),
      })
  }
  return sceneOf(wish.id, wish.kind, wish.content, tag, said, place)
}

function durationOf(kind: CampaignKind, random: Random): Millis {
  switch (kind) {
    case 'spaced':
      return (8 + random.next() * 4) * HOUR
    case 'bursting':
      return (4 + random.next() * 6) * MINUTE
    case 'post-and-delete':
      return (5 + random.next() * 40) * MINUTE
    case 'tag-hijack':
      return (1 + random.next()) * HOUR
    case 'ephemeral':
      return (1 + random.next() * 4) * MINUTE
  }
}

const ownAccounts = ({ id, size }: CampaignWish): string[] =>
  Array.from({ length: size }, (_, i) => `acct:${id}-${i}`)

interface Message {
  languages: Language[]
  text(language: Language): string
}

function messageOf({ content, number }: CampaignWish, random: Random): Message {
  const languages = LANGUAGES.filter(() => random.next() < 0.6)
  if (languages.length === 0) languages.push('en')
  if (content === 'forbidden') {
    const lines = [...creed.incitement, ...creed.praise, ...creed.recruitment]
    const line = lines[number % lines.length]!
    return { languages, text: (language) => line[language].replace('[n]', '3') }
  }
  const said = neutralLine(random)
  return { languages: ['en'], text: () => said }
}

/** Two sentences of the town’s small talk: nothing that a policy forbids, and not said by anybody else. */
const neutralLine = (random: Random): string =>
  `${speak('en', 'talk', random)} ${speak('en', 'talk', random)}`

const dressed = (core: string, language: Language, random: Random): string =>
  speak(language, 'push', random, { core })

const WORDS =
  'lamp river stone apple window carpet thunder silver paper garden bottle engine feather mirror basket candle ladder button anchor pillow'.split(
    ' ',
  )
const lexiconText = (random: Random): string =>
  Array.from({ length: 3 + random.below(5) }, () => random.pick(WORDS)).join(' ')

/** A crowd of the town's own people under one tag, quick to come and slow to go. */
export function crowdScene(id: string, kind: CrowdKind, size: number, place: Place): Scene {
  const { random } = place
  const tag = `${kind.split(' ')[0]!.replace(/^./, (letter) => letter.toUpperCase())}${random.pick(['Harrow', 'Quint', 'Marsa', 'Carrick', 'Montcerf'])}${random.below(1_000)}`
  const speech = crowdSpeech(kind, random)
  const length = crowdLength(kind)
  const said: Said[] = []
  for (const account of sample(place.residents, size, random)) {
    const language = random.next() < 0.6 ? 'en' : random.pick(LANGUAGES)
    for (let times = 1 + (random.next() < 0.25 ? 1 + random.below(3) : 0); times > 0; times--) {
      const { text, url } = speech(language)
      const at = place.startAt + Math.min(1, (random.next() + random.next() ** 3) / 1.6) * length
      const deleted = random.next() < 0.02 ? { deletedAfter: 5 * MINUTE } : {}
      said.push({ at, account, text, tags: [tag], url, language, ...deleted })
    }
  }
  return sceneOf(id, kind, null, tag, said, place)
}

function crowdLength(kind: CrowdKind): Millis {
  switch (kind) {
    case 'breaking news':
    case 'meme':
      return HOUR
    case 'match':
      return 2 * HOUR
    case 'fandom':
      return 3 * HOUR
    case 'election night':
    case 'charity drive':
    case 'disaster':
      return 5 * HOUR
  }
}

type Speech = (language: Language) => { text: string; url: string | null }

function crowdSpeech(kind: CrowdKind, random: Random): Speech {
  const slug = random.below(100_000)
  const or =
    (share: number, copied: Speech, own: Speech): Speech =>
    (language) =>
      (random.next() < share ? copied : own)(language)
  const fixed =
    (text: string, url: string | null = null): Speech =>
    () => ({ text, url })
  const free =
    (symbol: string): Speech =>
    (language) => ({ text: speak(language, symbol, random), url: null })
  switch (kind) {
    case 'breaking news': {
      const url = `https://courier.example/news/${slug}`
      const headline = `${random.pick(['Fire at the old mill', 'Train stuck on the river bridge', 'Mayor resigns after the harbour vote', 'Knife attack near the market, one man held'])} in ${random.pick(['Lower Quint', 'Harrowmere', 'Carrick'])}, police ask people to stay away ${random.pick(['until evening', 'from the centre', 'for now'])}`
      return or(0.45, fixed(headline, url), free('storm'))
    }
    case 'match':
      return free('match')
    case 'election night':
      return or(
        0.1,
        fixed('I voted today and so should you, the polls are open until eight tonight'),
        free('talk'),
      )
    case 'fandom':
      return or(copied(random), chant('fans', random), free('talk'))
    case 'meme':
      return or(copied(random), meme(random), free('talk'))
    case 'charity drive':
      return or(copied(random), chant('charity', random), free('talk'))
    case 'disaster': {
      const warning = `Official warning: the river rises until ${4 + random.below(6)} in the morning, leave cellars and low streets now, do not drive through water`
      return or(0.25, fixed(warning), free('storm'))
    }
  }
}

/** Some drives have an official text that most copy; none has one that all copy. */
const copied = (random: Random): number => 0.6 + random.next() * 0.2

function chant(circle: 'fans' | 'charity', random: Random): Speech {
  const line = random.below(chants[circle].en.length)
  const url = `https://${circle}.example/${random.below(10_000)}`
  return (language) => {
    const core = chants[circle][language][line]!.replace('[n]', String(100 + random.below(900)))
    return { text: speak(language, 'cheer', random, { core }), url }
  }
}

function meme(random: Random): Speech {
  const thing = random.pick(['kettle', 'umbrella', 'toaster', 'bicycle pump'])
  const place = random.pick(['Harrowmere', 'Carrick', 'Lower Quint'])
  return () => ({
    text: `Nobody: absolutely nobody in ${place}: my ${random.pick(['mother', 'cat', 'landlord', 'neighbour', 'boss'])} at three in the morning with a ${thing} and a plan`,
    url: null,
  })
}

function sceneOf(
  id: string,
  kind: Scene['kind'],
  content: Content | null,
  tag: string,
  said: Said[],
  { startAt }: Place,
): Scene {
  said.sort((a, b) => a.at - b.at)
  return {
    id,
    kind,
    content,
    startAt,
    tag,
    size: new Set(said.map(({ account }) => account)).size,
    accounts: new Set(said.map(({ account }) => account)),
    events: said.flatMap((each, i) => eventsOf(each, `${id}-${i}`)),
    twentiethAt: said[Math.min(19, said.length - 1)]!.at,
  }
}

function eventsOf({ at, account, text, tags, url, language, deletedAfter }: Said, id: string): RawEvent[] {
  const post = {
    id: `post:${id}`,
    text: [text, ...tags.map((tag) => `#${tag}`), ...(url === null ? [] : [url])].join(' '),
    language,
    hashtags: tags,
    urls: url === null ? [] : [url],
  }
  const created: RawEvent = { id: `event:${id}`, type: 'post.created', at: iso(at), account, post }
  if (deletedAfter === undefined) return [created]
  return [
    created,
    {
      id: `event:${id}-gone`,
      type: 'post.deleted',
      at: iso(at + deletedAfter),
      account,
      post: { id: post.id },
    },
  ]
}

const iso = (at: Millis): string => new Date(at).toISOString()

function sample(list: readonly string[], size: number, random: Random): string[] {
  const chosen = new Set<string>()
  for (let tries = 0; chosen.size < Math.min(size, list.length) && tries < size * 20; tries++)
    chosen.add(random.pick(list))
  return [...chosen]
}
