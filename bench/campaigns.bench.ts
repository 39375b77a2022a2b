import { createTown } from '../sim/town.ts'
import type { Observed } from '../src/campaigns/acts.ts'
import { createCampaignWatch } from '../src/campaigns/campaigns.ts'
import type { Event, RawEvent } from '../src/model/event.ts'
import { median, type Row } from './bench.ts'

const WARM_UP = 100_000
const ROUNDS = 5
const POSTS = 100_000
/** Fifty million posts a week, as the town makes them: three of four events are posts. */
const EVENTS_PER_SECOND = 110
const CHUNK = 10_000
const SAMPLES = 10

/**
 * The watch alone, on one core, over posts of a large town with a network that campaigns: how many it takes in a second of processor time (other work on the machine does not count) once its memory is full of a day,
 * and what it holds. With `--events` as many posts as are asked for, memory sampled ten times on the way.
 */
export function benchCampaigns({ posts, seed }: { posts: number | null; seed: number }): Row[] {
  const town = createTown({
    seed,
    people: 50_000,
    networkSize: 400,
    startAt: Date.UTC(2026, 0, 5, 6),
    eventsPerSecond: EVENTS_PER_SECOND,
  })
  const watch = createCampaignWatch()
  let seq = 0
  const feed = (wanted: number): number => {
    let spent = 0
    for (let done = 0; done < wanted; ) {
      const chunk: Observed[] = []
      let taken = 0
      while (taken < CHUNK) {
        const { event } = town.next()
        if (event.type === 'post.created') taken++
        chunk.push({ seq: ++seq, event: asStored(event), reading: null })
      }
      const startedAt = process.cpuUsage()
      watch.observe(chunk)
      const { user, system } = process.cpuUsage(startedAt)
      spent += (user + system) / 1_000
      done += taken
    }
    return wanted / (spent / 1_000)
  }
  feed(WARM_UP)
  const rates = Array.from({ length: ROUNDS }, () => feed(POSTS))
  const rows: Row[] = [
    {
      what: 'campaigns, one core',
      value: Math.round(median(rates)),
      unit: 'posts/s',
      low: Math.round(Math.min(...rates)),
      high: Math.round(Math.max(...rates)),
      note: `the watch alone, by processor time, ${POSTS.toLocaleString('en-US')} posts a round after ${WARM_UP.toLocaleString('en-US')}, readings not measured`,
    },
  ]
  const done = WARM_UP + ROUNDS * POSTS
  const heaps = [heapOf()]
  const wanted = Math.max(0, (posts ?? 0) - done)
  for (let i = 0; i < (wanted > 0 ? SAMPLES : 0); i++) {
    feed(wanted / SAMPLES)
    heaps.push(heapOf())
  }
  const { traces, carriers, actors } = watch.size()
  rows.push({
    what: `campaigns, heap after ${(done + wanted).toLocaleString('en-US')} posts`,
    value: heaps.at(-1)!,
    unit: 'MB',
    low: Math.min(...heaps),
    high: Math.max(...heaps),
    note: `town and watch together, after a collection where --expose-gc is given; ${heaps.join(' ')}; ${traces} pages, ${carriers} accounts on them, ${actors} in the graph`,
  })
  return rows
}

function heapOf(): number {
  globalThis.gc?.()
  return Math.round(process.memoryUsage().heapUsed / 2 ** 20)
}

/** As the door would leave it: what the town leaves out is filled in. The door itself is not measured here. */
function asStored(event: RawEvent): Event {
  if (event.type !== 'post.created' && event.type !== 'post.edited') return event as Event
  const { post } = event
  return {
    ...event,
    post: {
      id: post.id,
      text: post.text ?? '',
      language: post.language ?? null,
      hashtags: post.hashtags ?? [],
      mentions: post.mentions ?? [],
      urls: post.urls ?? [],
      media: post.media ?? [],
      replyTo: post.replyTo ?? null,
      repostOf: post.repostOf ?? null,
      quoteOf: post.quoteOf ?? null,
    },
  } as Event
}
