/*
 * The town's events as JSON lines, the same bytes for the same seed.
 *
 *   node sim/generate.ts --seed 1 --events 1000000 --out FILE [--truth FILE] [--people N] [--network N]
 */

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { createTown, type Town, type TownOptions } from './town.ts'
import type { Made } from './truth.ts'

export interface GenerateOptions {
  seed: number
  events: number
  /** Default: one for every forty events, from 120 to 50,000. */
  people?: number
  /** Default: one actor for every 2,500 events, from 16 to 400. */
  networkSize?: number
  /** Default: 5 January 2026, six in the morning UTC. */
  startAt?: number
  /** Default: as many as make the file span two days. Never more than a million events' worth. */
  eventsPerSecond?: number
}

const START_AT = Date.UTC(2026, 0, 5, 6)
const SPAN_SECONDS = 2 * 86_400
const EVENTS_PER_SPAN_MAX = 1_000_000

const within = (low: number, value: number, high: number) => Math.max(low, Math.min(high, value))

/** The town that a file of so many events shows: small files get few people, so that stories fit. */
export function townFor({ seed, events, ...wish }: GenerateOptions): Town {
  const options: TownOptions = {
    seed,
    people: wish.people ?? within(120, Math.floor(events / 40), 50_000),
    networkSize: wish.networkSize ?? within(16, Math.floor(events / 2_500), 400),
    startAt: wish.startAt ?? START_AT,
    eventsPerSecond: wish.eventsPerSecond ?? within(1, events, EVENTS_PER_SPAN_MAX) / SPAN_SECONDS,
  }
  return createTown(options)
}

/** The town's first `events` events with their true answers. */
export function* generateMade(options: GenerateOptions): Generator<Made> {
  const town = townFor(options)
  for (let i = 0; i < options.events; i++) yield town.next()
}

/** The town's first `events` events, one JSON text each, without line ends. */
export function* generate(options: GenerateOptions): Generator<string> {
  for (const { event } of generateMade(options)) yield JSON.stringify(event)
}

const CHUNK_CHARACTERS = 256 * 1024

/** Gathers lines, so that a stream is written to seldom, and waits when it is behind. */
function createLineWriter(stream: Writable) {
  let chunk = ''
  const flush = async () => {
    const full = chunk
    chunk = ''
    if (!stream.write(full)) await once(stream, 'drain')
  }
  return {
    /** A promise only when the stream is to be waited for. */
    write(line: string): Promise<void> | null {
      chunk += line
      chunk += '\n'
      return chunk.length < CHUNK_CHARACTERS ? null : flush()
    },
    async end(): Promise<void> {
      await flush()
      if (stream !== process.stdout) await new Promise<void>((resolve) => stream.end(resolve))
    },
  }
}

const USAGE =
  'usage: node sim/generate.ts --seed N --events N [--out FILE] [--truth FILE] [--people N] [--network N]'

function wholeNumber(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (text.trim() !== '' && Number.isSafeInteger(value) && value >= 0) return value
  process.stderr.write(`--${name} must be a whole number, not "${text}"\n${USAGE}\n`)
  process.exit(2)
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      events: { type: 'string', default: '1000' },
      out: { type: 'string' },
      truth: { type: 'string' },
      people: { type: 'string' },
      network: { type: 'string' },
    },
  })
  const people = wholeNumber(values.people, 'people')
  const networkSize = wholeNumber(values.network, 'network')
  const options: GenerateOptions = {
    seed: wholeNumber(values.seed, 'seed')!,
    events: wholeNumber(values.events, 'events')!,
    ...(people === undefined ? {} : { people }),
    ...(networkSize === undefined ? {} : { networkSize }),
  }
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  const events = createLineWriter(values.out === undefined ? process.stdout : createWriteStream(values.out))
  const truths = values.truth === undefined ? null : createLineWriter(createWriteStream(values.truth))
  for (const { event, truth } of generateMade(options)) {
    const full = events.write(JSON.stringify(event))
    if (full !== null) await full
    const truthFull = truths?.write(JSON.stringify(truth))
    if (truthFull) await truthFull
  }
  await events.end()
  await truths?.end()
}

if (import.meta.main)
  await main().catch((error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  })
