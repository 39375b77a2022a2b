import { StreamTime } from '../campaigns/stream-time.ts'
import type { Store } from '../store/store.ts'

const WITNESSES = 15

/** Event time of the end of the stream, as the watch counts it: one event dated into next year does not move it. */
export async function timeOfStream(store: Pick<Store, 'events' | 'position'>): Promise<string> {
  const { logged } = store.position()
  const time = new StreamTime()
  let now = 0
  if (logged > 0)
    for await (const chunk of store.events({ from: Math.max(1, logged - WITNESSES + 1), to: logged }))
      for (const { event } of chunk) now = time.pass(Date.parse(event.at))
  return new Date(now).toISOString()
}

/** An act is never before what it is about, however little has come in so far. */
export async function timeOfAct(store: Pick<Store, 'events' | 'position'>, about: string): Promise<string> {
  const now = await timeOfStream(store)
  return now < about ? about : now
}
