import { EXTRACTED_MAX, extract, HASHTAG_LENGTH_MAX, MENTION_LENGTH_MAX, URL_LENGTH_MAX } from '../extract.ts'
import { utcTime } from '../time.ts'
import { blobOf, carriedBy, listOf, uriOf } from './embed.ts'
import { type Fields, isFields } from './message.ts'

/** A post of `app.bsky.feed.post` as the door takes posts. What the door would refuse is left for it to refuse. */
export function postOf(id: string, record: Fields): Fields {
  const { text, langs, reply, embed, createdAt } = record
  const carried = carriedBy(embed)
  const marked = markedIn(record)
  const written = extract(typeof text === 'string' ? text : '')
  return {
    id,
    text: text ?? '',
    language: Array.isArray(langs) && typeof langs[0] === 'string' ? langs[0].slice(0, 35) : null,
    // Marks are what clients link; words that were left unmarked were written all the same.
    hashtags: bounded([...marked.hashtags, ...written.hashtags], HASHTAG_LENGTH_MAX),
    // A mark names the account for good, where the text has but its handle of the day.
    mentions: bounded(marked.mentions.length > 0 ? marked.mentions : written.mentions, MENTION_LENGTH_MAX),
    urls: bounded([...marked.urls, ...carried.urls, ...written.urls], URL_LENGTH_MAX),
    media: carried.media,
    replyTo: isFields(reply) ? uriOf(reply['parent']) : null,
    quoteOf: carried.quoteOf,
    ...(typeof createdAt === 'string' && { claimedAt: createdAt.slice(0, 64) }),
  }
}

/** What the facets of a post mark, and the tags beside its text. */
function markedIn({ facets, tags }: Fields) {
  const marked = { hashtags: [] as string[], mentions: [] as string[], urls: [] as string[] }
  if (Array.isArray(tags)) for (const tag of tags) if (typeof tag === 'string') marked.hashtags.push(tag)
  for (const facet of listOf(facets))
    for (const feature of listOf(facet['features'])) {
      const { tag, did, uri } = feature
      switch (feature['$type']) {
        case 'app.bsky.richtext.facet#tag':
          if (typeof tag === 'string') marked.hashtags.push(tag)
          break
        case 'app.bsky.richtext.facet#mention':
          if (typeof did === 'string') marked.mentions.push(did)
          break
        case 'app.bsky.richtext.facet#link':
          if (typeof uri === 'string') marked.urls.push(uri)
          break
      }
    }
  return marked
}

/** An overlong mark is passed over rather than refused: it must not hide the post that bears it. */
const bounded = (values: string[], lengthMax: number): string[] => {
  const kept = new Set(values.filter((value) => value.length <= lengthMax))
  return kept.size <= EXTRACTED_MAX ? [...kept] : [...kept].slice(0, EXTRACTED_MAX)
}

/** A profile record as the door takes profiles; one that was deleted leaves them empty. */
export function profileOf(handle: string, record: Fields | null): Fields {
  const { displayName, description, website, avatar, createdAt } = record ?? {}
  const picture = blobOf(avatar)
  return {
    handle,
    name: displayName ?? '',
    bio: description ?? '',
    urls: typeof website === 'string' ? bounded([website], URL_LENGTH_MAX) : [],
    ...(picture?.sha256 !== undefined && { avatar: { sha256: picture.sha256 } }),
    // Clients write it: what is no time is no reason to lose the profile.
    ...(typeof createdAt === 'string' && isTime(createdAt) && { createdAt }),
  }
}

const isTime = (text: string): boolean => utcTime(text) !== null
