import { CID } from 'multiformats/cid'
import { cut } from '../extract.ts'
import { type Fields, isFields } from './message.ts'

/** What a post carries beside its text. */
export interface Carried {
  media: { id: string; type?: string; sha256?: string; alt?: string }[]
  urls: string[]
  quoteOf: string | null
}

/** Pictures, a video, a link card, a quoted post, or a quoted post with one of the others. */
export function carriedBy(embed: unknown): Carried {
  const carried: Carried = { media: [], urls: [], quoteOf: null }
  if (isFields(embed)) gather(embed, carried)
  return carried
}

function gather(embed: Fields, carried: Carried): void {
  switch (embed['$type']) {
    case 'app.bsky.embed.images':
      for (const image of listOf(embed['images'])) addMedia(image['image'], image['alt'], carried)
      return
    case 'app.bsky.embed.video':
      addMedia(embed['video'], embed['alt'], carried)
      return
    case 'app.bsky.embed.external':
      addCard(embed['external'], carried)
      return
    case 'app.bsky.embed.record':
      carried.quoteOf = uriOf(embed['record'])
      return
    case 'app.bsky.embed.recordWithMedia':
      if (isFields(embed['record'])) carried.quoteOf = uriOf(embed['record']['record'])
      // What stands beside a quoted post is no quoted post again.
      if (isFields(embed['media']) && embed['media']['$type'] !== embed['$type'])
        gather(embed['media'], carried)
      return
  }
}

function addCard(card: unknown, carried: Carried): void {
  if (!isFields(card)) return
  if (typeof card['uri'] === 'string') carried.urls.push(card['uri'])
  addMedia(card['thumb'], null, carried)
}

function addMedia(blob: unknown, alt: unknown, { media }: Carried): void {
  const found = blobOf(blob)
  if (found === null || media.length >= MEDIA_MAX) return
  media.push(typeof alt === 'string' && alt !== '' ? { ...found, alt: cut(alt, ALT_LENGTH_MAX) } : found)
}
const MEDIA_MAX = 64
const ALT_LENGTH_MAX = 2_000

const RAW = 0x55
const SHA_256 = 0x12

/** A blob's CID is the SHA-256 of its bytes, so that a known picture is known before anybody fetches it. */
export function blobOf(blob: unknown): { id: string; type?: string; sha256?: string } | null {
  if (!isFields(blob)) return null
  const cid = cidOf(blob['ref'])
  if (cid === null) return null
  const type = blob['mimeType']
  const { code, digest } = cid.multihash
  return {
    id: cid.toString(),
    ...(typeof type === 'string' && { type: type.slice(0, TYPE_LENGTH_MAX) }),
    ...(cid.code === RAW && code === SHA_256 && { sha256: Buffer.from(digest).toString('hex') }),
  }
}
const TYPE_LENGTH_MAX = 128

/** A link is a CID in CBOR, and `{"$link": …}` in JSON. */
function cidOf(ref: unknown): CID | null {
  const cid = CID.asCID(ref)
  if (cid !== null) return cid
  if (!isFields(ref) || typeof ref['$link'] !== 'string') return null
  try {
    return CID.parse(ref['$link'])
  } catch {
    return null
  }
}

/** The address of a record that is pointed at. */
export const uriOf = (reference: unknown): string | null =>
  isFields(reference) && typeof reference['uri'] === 'string' && reference['uri'].length <= ID_LENGTH_MAX
    ? reference['uri'] || null
    : null
const ID_LENGTH_MAX = 512

/** The objects of a list; whatever else stands in it is passed over. */
export const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : [])
