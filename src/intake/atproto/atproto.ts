import { setTimeout as sleep } from 'node:timers/promises'
import { type Admission, BusFull } from '../../bus/bus.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Event } from '../../model/event.ts'
import type { Admitted } from '../door.ts'
import { type Connection, type ConnectionSettings, connect, type Ending } from './connection.ts'
import { accountsIn, eventsOf, type Passed } from './events.ts'
import { createMemory, type Memory, type Recall } from './memory.ts'
import type { Decoded, Fields, Message } from './message.ts'
import { silenceAfter, stepTo } from './order.ts'
import { type Source, sourceOf } from './source.ts'

export { type Source, sourceOf }

/** What following a service needs of the house. */
export interface Ports {
  admit(raw: unknown): Admitted
  /** Resolves when the events are durable. */
  publish(events: Event[]): Promise<Admission[]>
  recall: Recall
  /** The place after which the next connection goes on. Written only when everything up to it is durable. */
  cursor: { read(): Promise<number | null>; write(place: number): Promise<void> }
  /** What was not believed, or refused at the door, with its place in the stream. */
  refuse(refusals: Refusal[]): void
  /** A line for the operator. */
  say(text: string): void
  clock: Clock
  /** How long to wait before the try of this number, the first being 1. */
  pauseMs(attempt: number): number
  settings: ConnectionSettings
}

export interface Refusal {
  place: number | null
  field: string | null
  reason: string
}

/** What came of it so far. The same object all along, for whoever shows it. */
export interface Tally {
  messages: number
  accepted: number
  duplicates: number
  refused: number
  passed: Map<Passed, number>
  connections: number
  /** Numbers that the service left out. */
  missing: number
  cursor: number | null
  /** How old the last message was when it was taken; null before the first. */
  lagMs: number | null
}

export const newTally = (): Tally => ({
  messages: 0,
  accepted: 0,
  duplicates: 0,
  refused: 0,
  passed: new Map(),
  connections: 0,
  missing: 0,
  cursor: null,
  lagMs: null,
})

/** Messages of one publish, which is one commit and one cursor. */
const BATCH_MAX = 500

interface Run {
  sharedDomains: readonly string[]
  source: Source
  ports: Ports
  tally: Tally
  memory: Memory
  signal: AbortSignal
}

/**
 * Follows a service until it is told to stop: connects, reads, hands on, and connects again, less and less often where that leads
 * nowhere. `from` overrides the cursor that was kept. Throws only what `publish` and the cursor's keeper throw.
 */
export async function followAtproto(
  following: { source: Source; from: number | null; sharedDomains?: readonly string[]; tally: Tally },
  ports: Ports,
  signal: AbortSignal,
): Promise<void> {
  const { source, from, sharedDomains = [], tally } = following
  const run: Run = { sharedDomains, source, ports, tally, memory: createMemory(ports.recall), signal }
  tally.cursor = from ?? (await ports.cursor.read())
  let attempt = 0
  while (!signal.aborted) {
    const { ending, durable } = await readOnce(run)
    if (ending === 'stopped') return
    attempt = durable ? 1 : attempt + 1
    const pauseMs = ending === 'behind' ? 0 : ports.pauseMs(attempt)
    ports.say(`${WORDS[ending]}; connecting again in ${(pauseMs / 1_000).toFixed(1)} s`)
    await sleep(pauseMs, undefined, { signal }).catch(() => {})
  }
}

const WORDS: Record<Ending, string> = {
  closed: 'the service closed the connection',
  stalled: 'the service has said nothing for too long',
  behind: 'the line is behind the stream, and has worked off what it held',
  unreachable: 'the service cannot be reached',
  stopped: 'stopped',
}

/** One connection, to its end. `durable` where it brought the line forward. */
async function readOnce(run: Run): Promise<{ ending: Ending; durable: boolean }> {
  const { source, ports, tally, signal } = run
  const connection = connect(source.url(tally.cursor), ports.settings, signal)
  const sight: Sight = { before: tally.cursor, first: true }
  let durable = false
  try {
    for (;;) {
      const pieces = await connection.next(BATCH_MAX)
      if (pieces.length === 0 || signal.aborted) break
      if (sight.first) tally.connections += 1
      durable = (await take(pieces, sight, run, connection)) || durable
    }
  } finally {
    connection.close()
  }
  return { ending: signal.aborted ? 'stopped' : (connection.ending() ?? 'closed'), durable }
}

/** Where this connection stands: the last place it told, and whether it has told one at all. */
interface Sight {
  before: number | null
  first: boolean
}

async function take(
  pieces: (Uint8Array | string)[],
  sight: Sight,
  run: Run,
  connection: Connection,
): Promise<boolean> {
  const { ports, tally, memory } = run
  const decoded = pieces.map(run.source.decode)
  tally.messages += decoded.length
  const messages = decoded.flatMap((one) => (one.ok ? [one.message] : []))
  const last = decoded.map(placeOf).findLast((place) => place !== null) ?? null
  for (const one of decoded) observe(one, sight, run)
  await memory.prepare(messages.flatMap(accountsIn))
  const events = admitted(decoded, run)
  if (!(await publish(events, run))) return false
  const future = messages.some((message) => message.kind === 'error' && message.name === 'FutureCursor')
  // A service whose numbers begin anew does not know ours: all it still has is read again, which only costs time.
  const cursor = future ? 0 : last
  if (cursor !== null) {
    await ports.cursor.write(cursor)
    tally.cursor = cursor
  }
  // After an error frame the protocol has nothing more to say on this connection.
  if (messages.some(({ kind }) => kind === 'error')) connection.close('closed')
  const newest = messages.findLast((message) => 'at' in message)
  if (newest !== undefined && 'at' in newest) tally.lagMs = lagOf(newest.at, ports.clock)
  return last !== null
}

const placeOf = (one: Decoded): number | null => {
  if (!one.ok) return one.seq
  return 'seq' in one.message ? one.message.seq : null
}

const lagOf = (at: string, clock: Clock): number | null => {
  const ms = clock.now() - Date.parse(at)
  return Number.isNaN(ms) ? null : Math.max(0, ms)
}

/** Says aloud what the service tells of itself, and what its places tell without its saying. */
function observe(one: Decoded, sight: Sight, { source, ports, tally }: Run): void {
  if (one.ok && (one.message.kind === 'info' || one.message.kind === 'error')) {
    ports.say(printable(`the service says ${one.message.name}: ${one.message.text}`))
    return
  }
  const place = placeOf(one)
  if (place === null) return
  const said = source.places === 'numbers' ? inNumbers(place, sight, tally) : inTime(place, sight)
  if (said !== null) ports.say(said)
  sight.before = place
  sight.first = false
}

function inNumbers(place: number, { before, first }: Sight, tally: Tally): string | null {
  // From 0 on means whatever is left, so that nothing is missing before the first.
  if (first && before === 0) return null
  const step = stepTo(place, before)
  if (step.kind === 'next') return null
  const { size } = step
  if (step.kind === 'back') return `the stream jumps back by ${size} to ${place}; what comes again is known`
  tally.missing += size
  if (first) return `GAP: the cursor is ${before}, the stream begins at ${place}: ${size} numbers are missing`
  return `${size} numbers are missing before ${place}`
}

function inTime(place: number, { before, first }: Sight): string | null {
  const ms = first ? silenceAfter(place, before) : null
  if (ms === null) return null
  return `GAP: the stream begins ${Math.round(ms / 1_000)} s after the cursor ${before}; what lay between is not told any more, or there was nothing`
}

/** Through the door, in order. */
function admitted(decoded: Decoded[], run: Run): Event[] {
  const events: Event[] = []
  const refusals: Refusal[] = []
  for (const one of decoded) {
    const place = placeOf(one)
    if (!one.ok) refusals.push({ place, field: null, reason: one.reason })
    else for (const raw of rawsOf(one.message, refusals, run)) admit(raw, { place, events, refusals }, run)
  }
  run.tally.refused += refusals.length
  if (refusals.length > 0) run.ports.refuse(refusals)
  return events
}

function rawsOf(message: Message, refusals: Refusal[], { memory, tally, sharedDomains }: Run): Fields[] {
  const { raws, passed, faults } = eventsOf(message, memory, sharedDomains)
  for (const why of passed) tally.passed.set(why, (tally.passed.get(why) ?? 0) + 1)
  const place = 'seq' in message ? message.seq : null
  for (const reason of faults) refusals.push({ place, field: null, reason })
  return raws
}

function admit(
  raw: Fields,
  { place, events, refusals }: { place: number | null; events: Event[]; refusals: Refusal[] },
  { ports }: Run,
): void {
  const result = ports.admit(raw)
  if (result.ok) events.push(result.event)
  else refusals.push({ place, field: result.field, reason: result.reason })
}

/** False where a stop was asked for before the line had room: nothing of this batch was taken then. */
async function publish(events: Event[], { ports, tally, signal }: Run): Promise<boolean> {
  if (events.length === 0) return true
  for (;;)
    try {
      for (const { status } of await ports.publish(events)) {
        if (status === 'accepted') tally.accepted += 1
        else if (status === 'duplicate') tally.duplicates += 1
        else tally.refused += 1
      }
      return true
    } catch (error) {
      if (!(error instanceof BusFull)) throw error
      await sleep(error.retryAfterSeconds * 1_000, undefined, { signal }).catch(() => {})
      if (signal.aborted) return false
    }
}

/** What a service says must not steer a terminal. */
const printable = (text: string): string => text.replace(/\p{Cc}/gu, '\ufffd')
