import type { Event } from '../model/event.ts'
import { type Admission, type Bus, BusFull } from './bus.ts'

export interface InlineBusOptions {
  /** Events held at most before `publish` is refused with BusFull. */
  depthMax?: number
  /** Events handed over at once at most. A batch is never waited for: what is there goes. */
  batchMax?: number
  /** Batches handed over and not yet durable. Two let one be measured while the other is judged. */
  inFlightMax?: number
}

interface Waiting {
  events: Event[]
  resolve(admissions: Admission[]): void
  reject(reason: unknown): void
}

/**
 * The bus of a single process: a bounded queue in memory. Nothing it holds was promised to anyone, because `publish`
 * resolves only once the line has made the events durable. Several publishes share one batch, and so one commit.
 */
export function inlineBus({
  depthMax = 20_000,
  batchMax = 2_000,
  inFlightMax = 3,
}: InlineBusOptions = {}): Bus {
  const queue: Waiting[] = []
  let handler: ((events: Event[]) => Promise<Admission[]>) | null = null
  let queued = 0
  let taken = 0
  let inFlight = 0
  let closing = false
  let idle: (() => void) | null = null

  const takeBatch = (): Waiting[] => {
    const batch: Waiting[] = []
    let size = 0
    while (queue.length > 0 && (size === 0 || size + queue[0]!.events.length <= batchMax)) {
      const next = queue.shift()!
      size += next.events.length
      batch.push(next)
    }
    queued -= size
    taken += size
    return batch
  }

  const run = async (batch: Waiting[]): Promise<void> => {
    const events = batch.length === 1 ? batch[0]!.events : batch.flatMap((waiting) => waiting.events)
    try {
      settle(batch, await handler!(events))
    } catch (error) {
      for (const waiting of batch) waiting.reject(error)
    }
    taken -= events.length
    inFlight -= 1
    pump()
  }

  const pump = (): void => {
    while (handler !== null && inFlight < inFlightMax && queue.length > 0) {
      inFlight += 1
      void run(takeBatch())
    }
    if (inFlight === 0 && queue.length === 0) idle?.()
  }

  return {
    publish(events) {
      if (closing) return Promise.reject(new BusFull(5))
      if (queued + taken > 0 && queued + taken + events.length > depthMax)
        return Promise.reject(new BusFull(1))
      return new Promise((resolve, reject) => {
        queue.push({ events, resolve, reject })
        queued += events.length
        pump()
      })
    },
    depth: () => queued + taken,
    consume(next) {
      handler = next
      pump()
    },
    async close() {
      closing = true
      if (inFlight > 0 || queue.length > 0)
        await new Promise<void>((resolve) => {
          idle = resolve
        })
    },
  }
}

/** Hands each publisher its own share of the batch's admissions. */
function settle(batch: Waiting[], admissions: Admission[]): void {
  let from = 0
  for (const waiting of batch) {
    waiting.resolve(admissions.slice(from, from + waiting.events.length))
    from += waiting.events.length
  }
}
