import { setImmediate } from 'node:timers/promises'
import { type Bus, publishPatiently } from './bus/bus.ts'
import { CAMPAIGNS_MAX } from './campaigns/bounds.ts'
import { campaignEvent, createCampaignWatch, type Telling, WINDOW_MS } from './campaigns/campaigns.ts'
import type { Event } from './model/event.ts'
import type { Millis, Seq } from './model/ids.ts'
import { stateKey } from './model/state.ts'
import type { Committed } from './pipeline.ts'
import type { Store, StoredEvent } from './store/store.ts'

/** Reads what was committed, on its own time, and speaks by putting events back. Nothing of the line waits for it. */
export interface SlowThinker {
  /** Goes back one window before the end of the log and reads from there, in the background. Findings made before a stop come out as duplicates. */
  begin(): Promise<void>
  /** A batch was committed. Taken at once where it is the next to be read; else it is read from the log in its turn. */
  committed(batch: Committed): void
  /** Resolves when all that is in the log was read and all that was found is told. */
  settled(): Promise<void>
  /** Reads no further; resolves when what was found so far is told. What was not read is read after the next start. */
  stop(): Promise<void>
}

interface Parts {
  store: Pick<Store, 'events' | 'position' | 'eachCampaign' | 'load'>
  bus: Pick<Bus, 'publish'>
  complain(message: string): void
}

/** Findings that wait to be told, at most. Past it the thinker reads no further until some are. */
const UNTOLD_MAX = 1_000
/** Events read from the log at once: about ten milliseconds of thinking, after which whoever waits for the thread gets a turn. */
const READ_CHUNK = 250

/** Campaigns are seen over many events: by one who reads them all, a window back, and remembers a bounded part. */
export function createSlowThinker({ store, bus, complain }: Parts): SlowThinker {
  let watch = createCampaignWatch()
  let next: Seq = Number.POSITIVE_INFINITY
  let reading: Promise<void> | null = null
  let telling: Promise<void> = Promise.resolve()
  let untold = 0
  let stopped = false

  const observe = (events: StoredEvent[]): void => {
    const findings: Event[] = watch.observe(events).map(campaignEvent)
    next = events.at(-1)!.seq + 1
    if (findings.length === 0) return
    untold += findings.length
    telling = telling
      .then(() => publishPatiently(bus, findings))
      .catch((error: Error) => complain(`a campaign could not be told: ${error.message}`))
      .finally(() => {
        untold -= findings.length
      })
  }

  const readOn = async (): Promise<void> => {
    while (!stopped && next <= store.position().logged) {
      for await (const chunk of store.events({
        from: next,
        to: store.position().logged,
        chunk: READ_CHUNK,
      })) {
        if (stopped) return
        observe(chunk)
        if (untold > UNTOLD_MAX) await telling
        // A store that answers at once would otherwise keep the thread until a day of posts was read.
        await setImmediate()
      }
    }
  }

  /** One reader at a time. It goes on until it has caught up with the line. */
  const catchUp = (): void => {
    reading ??= readOn()
      .catch((error: Error) => complain(`the log could not be read for campaigns: ${error.message}`))
      .finally(() => {
        reading = null
      })
  }

  return {
    async begin() {
      const first = await firstSeqWithin(store, WINDOW_MS)
      if (first > 1) watch = createCampaignWatch(await toldLately(store), await timeAt(store, first))
      next = first
      catchUp()
    },
    committed({ events }) {
      if (stopped || events.length === 0) return
      if (reading === null && events[0]!.seq === next && untold <= UNTOLD_MAX) observe(events)
      else if (events[0]!.seq >= next) catchUp()
    },
    async settled() {
      while (!stopped && (reading !== null || next <= store.position().logged)) {
        catchUp()
        await reading
        await telling
      }
      await telling
    },
    async stop() {
      stopped = true
      await reading
      await telling
    },
  }
}

/** The campaigns that were told last, oldest first, as they stand: so many as the watch keeps. */
async function toldLately(store: Parts['store']): Promise<Telling[]> {
  let latest: { toldAt: Millis; telling: Telling }[] = []
  const add = async (ids: string[]): Promise<void> => {
    for (const state of await store.load(ids.map(stateKey.campaign))) {
      const { told, toldAt } = state?.campaign ?? {}
      if (told != null && toldAt !== undefined)
        latest.push({ toldAt, telling: { at: new Date(toldAt).toISOString(), campaign: told } })
    }
    latest = latest.sort((a, b) => a.toldAt - b.toldAt).slice(-CAMPAIGNS_MAX)
  }
  let ids: string[] = []
  for await (const { id } of store.eachCampaign()) {
    ids.push(id)
    if (ids.length < LOAD_CHUNK) continue
    await add(ids)
    ids = []
  }
  await add(ids)
  return latest.map(({ telling }) => telling)
}
const LOAD_CHUNK = 100

/** First position within `windowMs` of event time before the end of the log, by bisection: times are nearly in order. */
async function firstSeqWithin(store: Parts['store'], windowMs: Millis): Promise<Seq> {
  const { logged } = store.position()
  if (logged === 0) return 1
  const since = (await timeAt(store, logged)) - windowMs
  let low = 1
  let high = logged + 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((await timeAt(store, middle)) < since) low = middle + 1
    else high = middle
  }
  return low
}

async function timeAt(store: Parts['store'], seq: Seq): Promise<Millis> {
  for await (const chunk of store.events({ from: seq, to: seq })) return Date.parse(chunk[0]!.event.at)
  return Number.POSITIVE_INFINITY
}
