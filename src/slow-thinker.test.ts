import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BusFull } from './bus/bus.ts'
import { WINDOW_MS } from './campaigns/campaigns.ts'
import type { Event } from './model/event.ts'
import { createSlowThinker } from './slow-thinker.ts'
import type { StoredEvent } from './store/store.ts'
import { emptyJudgement } from './world.ts'

const START = Date.parse('2026-01-05T08:00:00.000Z')
const WORDS = 'every lantern on the long bridge shall be lit again before the river turns'.split(' ')

/** One post; those with `chorus` share a text and a set of tags, as a script would post them. */
function stored(seq: number, at: number, chorus: boolean): StoredEvent {
  const text = chorus
    ? 'the grey banner rises over the old harbour tonight and every one of us stands below it #grey #harbour'
    : `${WORDS[seq % 13]} ${WORDS[(seq * 7) % 13]} ${WORDS[(seq * 5) % 13]} number ${seq}`
  const event: Event = {
    id: `e${seq}`,
    type: 'post.created',
    at: new Date(at).toISOString(),
    account: chorus ? `acct:c${seq % 40}` : `acct:o${seq % 300}`,
    post: {
      id: `p${seq}`,
      text,
      language: 'en',
      hashtags: chorus ? ['grey', 'harbour'] : [],
      mentions: [],
      urls: [],
      media: [],
      replyTo: null,
      repostOf: null,
      quoteOf: null,
    },
  }
  return { seq, event, reading: null, gaps: [] }
}

/** An hour of ordinary talk in which forty accounts post one text again and again. */
const stream = (from = 1): StoredEvent[] =>
  Array.from({ length: 2_000 }, (_, i) => stored(from + i, START + i * 1_800, i > 800 && i % 4 === 0))

/** A log that grows only when told, and a bus that keeps what it is told. */
function bench(log: StoredEvent[], refusals = 0) {
  const told: Event[] = []
  const complaints: string[] = []
  let left = refusals
  const thinker = createSlowThinker({
    store: {
      position: () => ({ logged: log.length, judged: log.length, settled: log.length }),
      async *eachCampaign() {},
      load: async (keys) => keys.map(() => undefined),
      async *events({ from, to = log.length, chunk = 100 }) {
        for (let at = from - 1; at < to; at += chunk) yield log.slice(at, Math.min(at + chunk, to))
      },
    },
    bus: {
      async publish(events) {
        if (left-- > 0) throw new BusFull(0)
        told.push(...events)
        return events.map(({ id }) => ({ status: 'accepted' as const, id }))
      },
    },
    complain: (message) => complaints.push(message),
  })
  return { thinker, told, complaints }
}

const commit = (events: StoredEvent[]) => ({ events, judgement: emptyJudgement() })
const idsOf = (events: Event[]) => events.map(({ id }) => id)

test('what is in the log is read after a start, and told once', async () => {
  const { thinker, told, complaints } = bench(stream())
  await thinker.begin()
  await thinker.settled()
  assert.ok(told.length > 0, 'the chorus was not noticed: this test would see nothing')
  assert.equal(new Set(idsOf(told)).size, told.length)
  assert.deepEqual(complaints, [])
})

test('a start is not kept waiting: others get their turns while the log is read', async () => {
  const { thinker } = bench(stream())
  let turns = 0
  let ended = false
  const count = () => {
    turns += 1
    if (!ended) setImmediate(count)
  }
  setImmediate(count)
  await thinker.begin()
  await thinker.settled()
  ended = true
  assert.ok(turns >= 2_000 / 250, `${turns} turns`)
})

test('batches that come while the log is still read are read in their turn: the findings are the same', async () => {
  const all = stream()
  const whole = bench(all)
  await whole.thinker.begin()
  await whole.thinker.settled()
  const log: StoredEvent[] = all.slice(0, 700)
  const grown = bench(log)
  await grown.thinker.begin()
  for (let from = 700; from < all.length; from += 150) {
    const batch = all.slice(from, from + 150)
    log.push(...batch)
    grown.thinker.committed(commit(batch))
    if (from % 300 === 0) await new Promise(setImmediate)
  }
  await grown.thinker.settled()
  assert.deepEqual(idsOf(grown.told), idsOf(whole.told))
})

test('a line that is behind is told later; nothing is dropped', async () => {
  const calm = bench(stream())
  await calm.thinker.begin()
  await calm.thinker.settled()
  const busy = bench(stream(), 3)
  await busy.thinker.begin()
  await busy.thinker.settled()
  assert.deepEqual(idsOf(busy.told), idsOf(calm.told))
  assert.deepEqual(busy.complaints, [])
})

test('only the last window of the log is read again', async () => {
  const old = stream()
  const late = stream(old.length + 1).map(({ seq, event, ...rest }) => ({
    ...rest,
    seq,
    event: { ...event, at: new Date(Date.parse(event.at) + 3 * WINDOW_MS).toISOString() },
  }))
  const log = [...old, ...late]
  const read: number[] = []
  const { thinker } = bench(log)
  const spying = createSlowThinker({
    store: {
      position: () => ({ logged: log.length, judged: log.length, settled: log.length }),
      async *eachCampaign() {},
      load: async (keys) => keys.map(() => undefined),
      async *events({ from, to = log.length }) {
        if (to > from) read.push(from)
        yield log.slice(from - 1, to)
      },
    },
    bus: { publish: async () => [] },
    complain: (message) => assert.fail(message),
  })
  await spying.begin()
  await spying.settled()
  assert.deepEqual(read, [old.length + 1])
  await thinker.stop()
})

test('a stop in the middle of reading ends it', async () => {
  const { thinker, told } = bench(stream())
  await thinker.begin()
  await thinker.stop()
  const before = told.length
  await thinker.settled()
  assert.equal(told.length, before)
})
