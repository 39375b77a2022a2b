import type { Post } from '../model/event.ts'
import { TAGS_OF_POST_MAX } from './bounds.ts'

/*
 * What a post leaves that another account may leave too: its own words, an address, a set of tags, a picture, the post it passes on.
 * Everything is hashed in one walk over the text; nothing is cut out or kept.
 */

export type TraceKind = 'text' | 'url' | 'tags' | 'tag' | 'media' | 'repost'

/** A trace by its keys, 32 bits each. A text has two: two near-identical texts share at least one of them, mostly. */
export interface TraceKeys {
  kind: TraceKind
  keys: readonly number[]
  /** Of a text: see `isOneText`. */
  sketch?: number
  /** What a person would be shown of it; belongs to the post. */
  shown: string | readonly string[]
}

const TEXT_LENGTH_MAX = 1_024
const WORDS_MAX = 96
/** A text of fewer own words may be the same by chance: a cheer, a greeting, a wish. */
export const OWN_WORDS_MIN = 6
const URLS_MAX = 4
const MEDIA_MAX = 4

/** The traces of a post, at most eighteen. */
export function tracesOf(post: Post): TraceKeys[] {
  const { text, urls, hashtags, media, repostOf } = post
  const traces: TraceKeys[] = []
  if (repostOf !== null)
    return [{ kind: 'repost', keys: [repostKey(hashText(repostOf, 7))], shown: repostOf }]
  const keys = textKeys(text)
  if (keys !== null) traces.push({ kind: 'text', keys, sketch: sketched, shown: text })
  for (let i = 0; i < urls.length && i < URLS_MAX; i++)
    traces.push({ kind: 'url', keys: [urlKey(urls[i]!)], shown: urls[i]! })
  if (hashtags.length >= 2) traces.push({ kind: 'tags', keys: [tagsKey(hashtags)], shown: hashtags })
  for (let i = 0; i < hashtags.length && i < TAGS_OF_POST_MAX; i++)
    traces.push({ kind: 'tag', keys: [tagKey(hashtags[i]!)], shown: hashtags[i]! })
  for (let i = 0; i < media.length && i < MEDIA_MAX; i++) {
    const hash = media[i]!.sha256 ?? media[i]!.pdq
    if (hash) traces.push({ kind: 'media', keys: [hashText(hash.toLowerCase(), 4)], shown: media[i]!.id })
  }
  return traces
}

/** The trace of passing on a post, by the hash of its id as `Act.post` has it. */
export const repostKey = (post: number): number => mixed(post ^ 0x9e3779b1)

/** FNV-1a with a seed per kind; the low bits are mixed, for tables use them. */
export function hashText(text: string, seed: number): number {
  let state = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193)
  return mixed(state)
}

/** Finalizer of MurmurHash3 (Appleby, public domain). */
function mixed(state: number): number {
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}

const SCHEME = /^[a-z]+:\/\/(?:www\.)?/i

const urlKey = (url: string): number =>
  hashText(
    url
      .slice(0, TEXT_LENGTH_MAX)
      .replace(SCHEME, '')
      .replace(/[#].*$/, '')
      .replace(/\/+$/, ''),
    2,
  )

/** A tag of 10,000 characters is told from another by its beginning. */
const tagKey = (tag: string): number => hashText(tag.slice(0, 128).toLowerCase(), 5)

/** Tags in their order: a script repeats it, people do not. */
function tagsKey(tags: readonly string[]): number {
  let state = 3
  for (const tag of tags.slice(0, 16)) state = mixed(state ^ hashText(tag.slice(0, 128).toLowerCase(), 3))
  return state >>> 0
}

const words = new Int32Array(WORDS_MAX)
/** The sketch of the text whose keys were made last. */
let sketched = 0

/**
 * Two min-hash keys over the runs of three own words (Broder 1997), or null for too few words and for a text that passes
 * another's on. Addresses, mentions, tags, numbers, signs and pictures in the text do not count: they are what a script varies.
 */
function textKeys(text: string): [number, number] | null {
  if (text.startsWith('RT @')) return null
  const count = ownWords(text)
  if (count < OWN_WORDS_MIN) return null
  let first = 0xffffffff
  let second = first
  let third = first
  let fourth = first
  for (let i = 0; i + 2 < count; i++) {
    const run = mixed(words[i]! ^ Math.imul(words[i + 1]!, 0x9e3779b1) ^ Math.imul(words[i + 2]!, 0x85ebca77))
    first = Math.min(first, run)
    second = Math.min(second, Math.imul(run, 0x2c1b3c6d) >>> 0)
    third = Math.min(third, Math.imul(run, 0x297a2d39) >>> 0)
    fourth = Math.min(fourth, Math.imul(run, 0x165667b1) >>> 0)
  }
  // The high bits of a minimum are all nought; its low ones tell it from another.
  sketched = ((first & 0xff) << 24) | ((second & 0xff) << 16) | ((third & 0xff) << 8) | (fourth & 0xff)
  return [mixed(first ^ Math.imul(second, 31)), mixed(third ^ Math.imul(fourth, 37))]
}

/**
 * Whether two sketches are of near-identical texts: two of the four minima behind the keys at least, eight bits of each, are the same. Of texts that have nine tenths of their
 * runs in common 996 of 1,000 are so; of others one in ten thousand. 0 stands for a text that is too short, and is like none.
 */
export function isOneText(one: number, other: number): boolean {
  if (one === 0 || other === 0) return false
  const apart = one ^ other
  let alike = 0
  for (let shift = 0; shift < 32; shift += 8) if (((apart >>> shift) & 0xff) === 0) alike++
  return alike >= 2
}

/** Hashes the own words of a text into `words` and returns how many. Scripts without spaces count by the letter. */
function ownWords(text: string): number {
  const end = Math.min(text.length, TEXT_LENGTH_MAX)
  let count = 0
  let at = 0
  while (at < end && count < WORDS_MAX) {
    const code = text.charCodeAt(at)
    if (code === AT || code === HASH) at = wordEnd(text, at + 1, end)
    else if (!isLetter(code)) at++
    else if (isIdeograph(code)) {
      words[count++] = code
      at++
    } else {
      const from = at
      at = wordEnd(text, at, end)
      if (text.startsWith('://', at)) at = spaceAfter(text, at, end)
      else words[count++] = wordHash(text, from, at)
    }
  }
  return count
}

const AT = 0x40
const HASH = 0x23

function wordEnd(text: string, at: number, end: number): number {
  while (at < end && isWordPart(text.charCodeAt(at))) at++
  return at
}

function spaceAfter(text: string, at: number, end: number): number {
  while (at < end && text.charCodeAt(at) > 0x20) at++
  return at
}

function wordHash(text: string, from: number, to: number): number {
  let state = 0x811c9dc5
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    state = Math.imul(state ^ (code >= 0x41 && code <= 0x5a ? code | 0x20 : code), 0x01000193)
  }
  return state
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
/** Letters of all scripts, roughly: what is not a sign, a space, a number, an emoji or an invisible character. */
const isLetter = (code: number): boolean =>
  code < 0x80
    ? (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
    : code >= 0xc0 &&
      !(code >= 0x2000 && code <= 0x2e7f) &&
      !(code >= 0x3000 && code <= 0x303f) &&
      code < 0xd800
const isWordPart = (code: number): boolean =>
  isLetter(code) || isDigit(code) || code === 0x27 || code === 0x5f
const isIdeograph = (code: number): boolean => code >= 0x2e80 && code < 0xac00
