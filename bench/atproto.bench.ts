import { generate } from '../sim/generate.ts'
import { eventsOf } from '../src/intake/atproto/events.ts'
import { decodeFrame } from '../src/intake/atproto/frame.ts'
import { createMemory } from '../src/intake/atproto/memory.ts'
import { blob, commitFrame, type Written } from '../src/intake/atproto/samples.ts'
import { createDoor } from '../src/intake/door.ts'
import { median, type Row } from './bench.ts'

const COMMITS = 20_000
/** Nodes of the tree that come with each commit as its proof: a repository of some thousand records has about so many on a path. */
const NODES = 5

/**
 * Frames of a relay, decoded, their blocks verified, mapped and admitted, on one thread; nothing is stored. Of a hundred commits some
 * forty are likes and blocks that are passed over, as on the public network most are. CPU time counts, not the clock.
 */
export async function benchAtproto({ rounds, seed }: { rounds: number; seed: number }): Promise<Row[]> {
  const frames = framesOf(seed)
  const door = createDoor({ key: new Uint8Array(32) })
  const all: number[] = []
  const decoding: number[] = []
  let events = 0
  for (let round = 0; round <= rounds; round++) {
    const memory = createMemory(async () => undefined)
    events = 0
    const whole = cpuOf(() => {
      for (const frame of frames) {
        const decoded = decodeFrame(frame)
        if (!decoded.ok) throw new Error(decoded.reason)
        for (const raw of eventsOf(decoded.message, memory).raws) if (door.admit(raw).ok) events += 1
      }
    })
    const decode = cpuOf(() => {
      for (const frame of frames) decodeFrame(frame)
    })
    // The first round is the compiler's.
    if (round === 0) continue
    all.push(COMMITS / whole)
    decoding.push(COMMITS / decode)
  }
  const row = (what: string, values: number[], note: string): Row => ({
    what,
    value: Math.round(median(values)),
    unit: 'commits/s of CPU',
    low: Math.round(Math.min(...values)),
    high: Math.round(Math.max(...values)),
    note,
  })
  const bytes = frames.reduce((sum, { length }) => sum + length, 0) / COMMITS
  const kind = `frames of ${Math.round(bytes)} bytes, ${((100 * events) / COMMITS).toFixed(0)} events from 100`
  return [
    row('atproto: decode, verify, map and admit', all, kind),
    row('atproto: decode and verify alone', decoding, kind),
  ]
}

function cpuOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}

function framesOf(seed: number): Uint8Array[] {
  const texts: string[] = []
  for (const line of generate({ seed, events: COMMITS })) {
    const { post } = JSON.parse(line)
    if (typeof post?.text === 'string') texts.push(post.text)
  }
  return Array.from({ length: COMMITS }, (_, index) =>
    commitFrame([written(index, texts[index % texts.length]!)], {
      seq: index + 1,
      nodes: NODES,
      did: `did:plc:account${String(index % 5_000).padStart(17, '0')}`,
    }),
  )
}

function written(index: number, text: string): Written {
  const subject = { uri: `at://did:plc:somebody/app.bsky.feed.post/${index}`, cid: 'bafyexample' }
  const createdAt = '2026-01-05T08:00:00.000Z'
  const part = index % 100
  if (part < 40) return { path: `app.bsky.feed.like/${index}`, record: { subject, createdAt } }
  if (part < 75) {
    const images = part < 50 ? [{ alt: 'a picture', image: blob(text) }] : null
    const embed = images && { embed: { $type: 'app.bsky.embed.images', images } }
    const facets = [
      {
        index: { byteStart: 0, byteEnd: 4 },
        features: [{ $type: 'app.bsky.richtext.facet#tag', tag: 'town' }],
      },
    ]
    return {
      path: `app.bsky.feed.post/${index}`,
      record: { text, langs: ['en'], createdAt, facets, ...embed },
    }
  }
  if (part < 85) return { path: `app.bsky.feed.repost/${index}`, record: { subject, createdAt } }
  if (part < 95)
    return {
      path: `app.bsky.graph.follow/${index}`,
      record: { subject: `did:plc:somebody${index % 1_000}`, createdAt },
    }
  return {
    path: 'app.bsky.actor.profile/self',
    record: { displayName: `Reader ${index}`, description: text },
  }
}
