import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WebSocket } from 'ws'
import { type Admission, BusFull } from '../../bus/bus.ts'
import { stillClock } from '../../lib/clock.ts'
import type { Event } from '../../model/event.ts'
import { door } from '../samples.ts'
import { followAtproto, newTally, type Ports, type Refusal, sourceOf } from './atproto.ts'
import { openRelay } from './relay.ts'
import { AT, commitFrame, DID, frame, post, postFrame } from './samples.ts'

interface Kept {
  ids: Set<string>
  events: Event[]
  cursor: number | null
  said: string[]
  refusals: Refusal[]
}
const nothingKept = (cursor: number | null = null): Kept => ({
  ids: new Set(),
  events: [],
  cursor,
  said: [],
  refusals: [],
})

/** A house that keeps what it is given, and knows it again. */
const portsOver = (kept: Kept): Ports => ({
  admit: door.admit,
  async publish(events) {
    return events.map((event): Admission => {
      if (kept.ids.has(event.id)) return { status: 'duplicate', id: event.id }
      kept.ids.add(event.id)
      kept.events.push(event)
      return { status: 'accepted', id: event.id }
    })
  },
  recall: async () => undefined,
  cursor: {
    read: async () => kept.cursor,
    async write(place) {
      kept.cursor = place
    },
  },
  refuse: (refusals) => void kept.refusals.push(...refusals),
  say: (text) => void kept.said.push(text),
  clock: stillClock(Date.parse(AT)),
  pauseMs: () => 5,
  settings: { stallMs: 5_000, waitingBytesMax: 1_000_000 },
})

/** Follows what `serve` sends until `enough` says so. */
async function follow(
  serve: (socket: WebSocket, cursor: number | null, connection: number) => void,
  kept: Kept,
  enough: () => boolean,
  {
    from = null,
    jetstream = false,
    ...over
  }: Partial<Ports> & { from?: number | null; jetstream?: boolean } = {},
) {
  const relay = await openRelay(serve)
  const ending = new AbortController()
  const tally = newTally()
  const source = sourceOf(relay.address, jetstream)!
  const done = followAtproto({ source, from, tally }, { ...portsOver(kept), ...over }, ending.signal)
  try {
    const deadline = performance.now() + 10_000
    while (!enough()) {
      if (performance.now() > deadline) assert.fail(`not enough in time: ${JSON.stringify(kept.said)}`)
      await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 5))])
    }
  } finally {
    ending.abort()
    await done.finally(() => relay.close())
  }
  return { tally, cursors: relay.cursors }
}

const posts = (socket: WebSocket, from: number, to: number) => {
  for (let seq = from; seq <= to; seq++) socket.send(postFrame(seq, `post ${seq}`))
}
const textsOf = ({ events }: Kept) =>
  events.map((event) => (event.type === 'post.created' ? event.post.text : event.type))
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `post ${from + index}`)

test('what comes is durable, in order, and the cursor follows it', async () => {
  const kept = nothingKept()
  const { tally, cursors } = await follow(
    (socket) => posts(socket, 1, 1_200),
    kept,
    () => kept.cursor === 1_200,
  )
  assert.deepEqual(textsOf(kept), numbers(1, 1_200))
  assert.deepEqual(cursors, [null])
  assert.deepEqual([tally.accepted, tally.duplicates, tally.refused, tally.missing], [1_200, 0, 0, 0])
  assert.deepEqual(kept.said, [])
})

test('a connection that breaks is opened again after the last durable place', async () => {
  const kept = nothingKept()
  const serve = (socket: WebSocket, cursor: number | null) => {
    const from = (cursor ?? 0) + 1
    posts(socket, from, Math.min(30, from + 9))
    if (from < 30) socket.close()
  }
  const { cursors } = await follow(serve, kept, () => kept.cursor === 30)
  assert.deepEqual(textsOf(kept), numbers(1, 30))
  assert.deepEqual(cursors, [null, 10, 20])
  assert.match(kept.said[0]!, /the service closed the connection; connecting again in/)
})

test('a service that says nothing is given up, and asked again', async () => {
  const kept = nothingKept()
  const serve = (socket: WebSocket, cursor: number | null) =>
    posts(socket, (cursor ?? 0) + 1, (cursor ?? 0) + 1)
  const settings = { stallMs: 100, waitingBytesMax: 1_000_000 }
  await follow(serve, kept, () => kept.cursor === 3, { settings })
  assert.deepEqual(textsOf(kept), numbers(1, 3))
  assert.match(kept.said[0]!, /has said nothing for too long/)
})

test('what is sent again is known, and a jump back is said aloud', async () => {
  const kept = nothingKept()
  const serve = (socket: WebSocket) => {
    posts(socket, 1, 10)
    posts(socket, 4, 12)
  }
  const { tally } = await follow(serve, kept, () => kept.cursor === 12)
  assert.deepEqual(textsOf(kept), numbers(1, 12))
  assert.equal(tally.duplicates, 7)
  assert.match(kept.said.join('\n'), /jumps back by 7 to 4/)
})

test('a cursor that is too old is said aloud with the size of the gap', async () => {
  const kept = nothingKept(5)
  const serve = (socket: WebSocket) => {
    socket.send(frame({ op: 1, t: '#info' }, { name: 'OutdatedCursor', message: 'cursor is too old' }))
    posts(socket, 100, 101)
    posts(socket, 105, 105)
  }
  const { tally, cursors } = await follow(serve, kept, () => kept.cursor === 105)
  assert.deepEqual(cursors, [5])
  assert.equal(tally.missing, 94 + 3)
  assert.deepEqual(kept.said, [
    'the service says OutdatedCursor: cursor is too old',
    'GAP: the cursor is 5, the stream begins at 100: 94 numbers are missing',
    '3 numbers are missing before 105',
  ])
})

test('a service whose numbers begin anew is read from its oldest, and nothing comes twice', async () => {
  const kept = nothingKept(900)
  const serve = (socket: WebSocket, cursor: number | null) => {
    if (cursor === 0) posts(socket, 1, 3)
    else socket.send(frame({ op: -1 }, { error: 'FutureCursor', message: 'cursor in the future' }))
  }
  const { cursors } = await follow(serve, kept, () => kept.cursor === 3)
  assert.deepEqual(cursors, [900, 0])
  assert.deepEqual(textsOf(kept), numbers(1, 3))
})

test('lies, oversized records and unknown things cost only themselves, and are named', async () => {
  const kept = nothingKept()
  const path = 'app.bsky.feed.post/a'
  const serve = (socket: WebSocket) => {
    socket.send(commitFrame([{ path, record: post('lie'), lying: true }], { seq: 1 }))
    socket.send(commitFrame([{ path, record: post('x'.repeat(1_000_001)) }], { seq: 2 }))
    socket.send(commitFrame([{ path: 'com.example.game/a', record: { x: 1 } }], { seq: 3 }))
    socket.send(Buffer.from('no frame at all'))
    socket.send('text')
    socket.send(commitFrame([{ path, record: { text: 7 } }], { seq: 4 }))
    posts(socket, 5, 5)
  }
  const { tally } = await follow(serve, kept, () => kept.cursor === 5, {
    settings: { stallMs: 5_000, waitingBytesMax: 10_000_000 },
  })
  assert.deepEqual(textsOf(kept), ['post 5'])
  assert.equal(tally.refused, 5)
  assert.equal(tally.passed.get('records of other kinds'), 1)
  const reasons = kept.refusals.map(({ place, reason }) => `${place} ${reason}`).join('\n')
  assert.match(reasons, /^1 at:.*not those its CID stands for$/m)
  assert.match(reasons, /^2 at:.*longer than 1000000 bytes$/m)
  assert.match(reasons, /^null the frame is not two CBOR objects$/m)
  assert.match(reasons, /^null text came where frames were expected/m)
  assert.match(reasons, /^4 post\.text must be a string/m)
})

test('a line that is full is waited for, and the cursor waits with it', async () => {
  const kept = nothingKept()
  let refusals = 0
  const inner = portsOver(kept).publish
  const publish = async (events: Event[]) => {
    if (refusals++ < 3) throw new BusFull(0.01)
    assert.equal(kept.cursor === null || kept.cursor < 20, true)
    return inner(events)
  }
  await follow(
    (socket) => posts(socket, 1, 20),
    kept,
    () => kept.cursor === 20,
    { publish },
  )
  assert.deepEqual(textsOf(kept), numbers(1, 20))
})

test('a line that is behind lets go of the stream rather than hold it all, and loses nothing', async () => {
  const kept = nothingKept()
  const inner = portsOver(kept).publish
  const publish = async (events: Event[]) => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    return inner(events)
  }
  const serve = (socket: WebSocket, cursor: number | null) => posts(socket, (cursor ?? 0) + 1, 400)
  const settings = { stallMs: 5_000, waitingBytesMax: 50_000 }
  const { cursors } = await follow(serve, kept, () => kept.cursor === 400, { publish, settings })
  assert.deepEqual(textsOf(kept), numbers(1, 400))
  assert.ok(cursors.length > 1, 'it held everything at once')
  assert.match(kept.said.join('\n'), /the line is behind the stream/)
})

test('a line that breaks ends it, with the cursor where it was durable', async () => {
  const kept = nothingKept(3)
  const publish = async () => {
    throw new Error('the disk is full')
  }
  await assert.rejects(
    follow(
      (socket) => posts(socket, 4, 8),
      kept,
      () => false,
      { publish },
    ),
    /the disk is full/,
  )
  assert.equal(kept.cursor, 3)
})

test('Jetstream is read the same way, a little back from its cursor, and a long silence after it is said', async () => {
  const start = Date.parse(AT) * 1_000
  const kept = nothingKept(start)
  const line = (place: number) => {
    const record = post(`post ${place}`)
    const commit = {
      rev: `r${place}`,
      operation: 'create',
      collection: 'app.bsky.feed.post',
      rkey: 'a',
      record,
    }
    return JSON.stringify({ did: DID, time_us: start + 3_600_000_000 + place, kind: 'commit', commit })
  }
  const serve = (socket: WebSocket) => {
    for (let place = 1; place <= 5; place++) socket.send(line(place))
  }
  const { cursors } = await follow(serve, kept, () => kept.events.length === 5, { jetstream: true })
  assert.deepEqual(textsOf(kept), numbers(1, 5))
  assert.deepEqual(cursors, [start - 2_000_000])
  assert.match(kept.said[0]!, /GAP: the stream begins 3600 s after the cursor/)
})

test('addresses that are none are known as such', () => {
  for (const none of ['relay.example', 'ftp://relay.example', 'wss://me:word@relay.example', ''])
    assert.equal(sourceOf(none, false), null, none)
  assert.equal(
    sourceOf('https://relay.example/', false)?.url(7),
    'wss://relay.example/xrpc/com.atproto.sync.subscribeRepos?cursor=7',
  )
  assert.match(
    sourceOf('http://127.0.0.1:1/js', true)!.url(null),
    /^ws:\/\/127\.0\.0\.1:1\/js\/subscribe\?wanted/,
  )
})
