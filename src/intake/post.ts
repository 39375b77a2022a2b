import type { Media, Post } from '../model/event.ts'
import type { Fields, Part } from './extra.ts'
import { extract, lowerCase, normalHashtag, normalMention, normalUrl, once } from './extract.ts'
import { KNOWN_IN } from './known.ts'
import { type Making, NO_PARTS, type RawPost } from './making.ts'

/** A post past the door: lists are always there, and what was not given is taken from the text. */
export function postOf(raw: RawPost, making: Making): Post {
  const text = raw.text?.toWellFormed() ?? ''
  const found = raw.hashtags && raw.mentions && raw.urls ? null : extract(text)
  const post: Post = {
    id: raw.id,
    text,
    language: raw.language?.toWellFormed() ?? null,
    hashtags: once(raw.hashtags ?? found!.hashtags, normalHashtag, lowerCase),
    mentions: once(raw.mentions ?? found!.mentions, normalMention, lowerCase),
    urls: once(raw.urls ?? found!.urls, normalUrl),
    media: raw.media ? raw.media.map(mediaOf) : [],
    replyTo: raw.replyTo ?? null,
    repostOf: raw.repostOf ?? null,
    quoteOf: raw.quoteOf ?? null,
  }
  const extra = making.extras.of(raw, KNOWN_IN.post, raw.media ? raw.media.map(mediaPart) : NO_PARTS)
  if (extra !== undefined) post.extra = extra
  return post
}

const mediaPart = (record: Fields, index: number): Part => ({
  name: `media.${index}`,
  record,
  known: KNOWN_IN.media,
})

function mediaOf({ id, url, type, sha256, pdq }: Media): Media {
  const media: Media = { id: id.toWellFormed() }
  if (url) media.url = normalUrl(url)
  if (type) media.type = type.toWellFormed()
  if (sha256) media.sha256 = sha256.toLowerCase()
  if (pdq) media.pdq = pdq.toLowerCase()
  return media
}
