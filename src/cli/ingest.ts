import { accessSync, closeSync, constants, createReadStream, openSync, readSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Admission } from '../bus/bus.ts'
import type { Event } from '../model/event.ts'
import { inputFault } from './input-fault.ts'
import { createProgress, formatCount, formatDuration, type Progress } from './progress.ts'
import { type Stop, stopOnSignal } from './stop.ts'
import {
  CommandError,
  type HouseOptions,
  Interrupted,
  type OpenHouse,
  type SourceLine,
  type Tools,
  UsageError,
} from './tools.ts'

export interface IngestOptions extends HouseOptions {
  format: 'jsonl' | 'csv'
  map?: string
}

interface Tally {
  accepted: number
  duplicates: number
  refused: number
  reasons: Map<string, number>
}

/** Events on their way at once: some are judged, some measured, some just read. Well under what the bus holds. */
const AHEAD_EVENTS_MAX = 6_000
/** Events of one publish, which is one commit. */
const PUBLISH_MAX = 2_000
/** Reasons and examples shown; the refused-events file holds them all. */
const REASONS_SHOWN = 8
const EXAMPLES_SHOWN = 5
const REASONS_MAX = 1_000

/** `holdfast ingest FILE…`: files or standard input through the whole line. Ends when all of it is durable and judged. */
export async function ingest(files: string[], options: IngestOptions, tools: Tools): Promise<void> {
  checkUse(files, options)
  const readLines = tools.lineReader(options)
  for (const file of files) if (file !== '-') checkFile(file)
  const stop = stopOnSignal('stopping: what was taken is finished first …')
  const house = await tools.openHouse(options)
  const startedAt = performance.now()
  const tally: Tally = { accepted: 0, duplicates: 0, refused: 0, reasons: new Map() }
  const refused = tools.refusedFile(join(options.data, 'refused-events.jsonl'))
  const run: Run = { house, tally, stop, refused, readLines, ahead: createAhead() }
  const failure = await failureOf(async () => {
    for (const file of files) if (!stop.asked) await ingestFile(file, run)
    if (!stop.asked) await house.thought()
  })
  // Whatever happened: what was accepted is told, and the house is closed. The first failure is the one that is reported.
  const after = await failureOf(async () => {
    refused.close()
    await summarise(run, performance.now() - startedAt, options, failure !== null)
  })
  const closing = await failureOf(() => house.close())
  stop.forget()
  for (const each of [failure, after, closing]) if (each !== null) throw each.error
  if (stop.asked)
    throw new Interrupted(
      'stopped before the end. What was accepted is kept; the same command goes on.',
      stop.exitCode,
    )
  if (tally.accepted + tally.duplicates === 0 && tally.refused > 0)
    throw new CommandError('not one event was taken: is this the right --format, or map?')
}

async function failureOf(work: () => Promise<void>): Promise<{ error: unknown } | null> {
  try {
    await work()
    return null
  } catch (error) {
    return { error }
  }
}

function checkUse(files: string[], options: IngestOptions): void {
  if (files.length === 0) throw new UsageError('ingest needs a FILE, or - for standard input')
  if (files.filter((file) => file === '-').length > 1)
    throw new UsageError('standard input (-) can be read only once')
  if (options.format === 'csv' && options.map === undefined)
    throw new UsageError('a CSV file needs --map FILE; docs/operate/intake.md says how to write one')
  if (options.format === 'jsonl' && options.map !== undefined)
    throw new UsageError('--map is for CSV: add --format csv')
}

function checkFile(file: string): void {
  try {
    accessSync(file, constants.R_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new CommandError(`${file}: there is no such file`)
    throw new CommandError(`${file}: cannot be read (${code})`)
  }
  const stats = statSync(file)
  if (stats.isDirectory()) throw new CommandError(`${file} is a folder; give the files in it`)
  if (!stats.isFile()) return
  const fault = inputFault(beginningOf(file), file)
  if (fault !== null) throw new CommandError(fault)
}

function beginningOf(file: string): Uint8Array {
  const descriptor = openSync(file, 'r')
  try {
    const bytes = new Uint8Array(16)
    return bytes.subarray(0, readSync(descriptor, bytes))
  } finally {
    closeSync(descriptor)
  }
}

interface Run {
  house: OpenHouse
  tally: Tally
  stop: Stop
  refused: ReturnType<Tools['refusedFile']>
  readLines: ReturnType<Tools['lineReader']>
  ahead: ReturnType<typeof createAhead>
}

async function ingestFile(file: string, run: Run): Promise<void> {
  const { stop, ahead } = run
  const total = file === '-' ? null : statSync(file).size
  const label = file === '-' ? 'standard input' : basename(file)
  const progress = createProgress({ label, unit: 'events' })
  const bytes = readBytes(file, stop)
  try {
    for await (const lines of run.readLines(bytes.chunks, run.house)) {
      // What is cut off by the stop may end in half a line: it is left for the next run.
      if (stop.asked) break
      const events = sorted(file === '-' ? 'standard input' : file, lines, run, progress)
      for (let from = 0; from < events.length; from += PUBLISH_MAX) {
        const next = events.slice(from, from + PUBLISH_MAX)
        await roomOnBus(run.house)
        await ahead.send(publish(next, run), next.length)
      }
      showProgress(progress, bytes.read(), total, run.tally)
    }
  } finally {
    bytes.close()
    progress.end()
    await ahead.empty()
  }
}

/** The bytes of a file or of standard input, which end when a stop is asked for. */
function readBytes(file: string, stop: Stop) {
  const input = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 18 })
  let read = 0
  const end = () => void input.destroy()
  stop.onAsked(end)
  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of input as AsyncIterable<Uint8Array>) {
        if (read === 0) {
          const fault = inputFault(chunk, file)
          if (fault !== null) throw new CommandError(fault)
        }
        read += chunk.length
        yield chunk
      }
    } catch (error) {
      if (stop.asked) return
      const { code } = error as NodeJS.ErrnoException
      throw code === undefined ? error : new CommandError(`${file}: cannot be read further (${code})`)
    }
  }
  return { chunks: chunks(), read: () => read, close: end }
}

/** Work on its way, bounded by the events in it. A failure is told by the next `send`, or at the end. */
function createAhead() {
  const under: { work: Promise<void>; events: number }[] = []
  let events = 0
  const oldest = async () => {
    const first = under.shift()
    if (first === undefined) return
    events -= first.events
    await first.work
  }
  return {
    async send(work: Promise<void>, count: number): Promise<void> {
      // It may fail before anybody waits for it.
      work.catch(() => {})
      under.push({ work, events: count })
      events += count
      while (events > AHEAD_EVENTS_MAX) await oldest()
    },
    /** Waits for all, and then throws what the first of them failed with. */
    async empty(): Promise<void> {
      const settled = await Promise.allSettled(under.splice(0).map(({ work }) => work))
      events = 0
      for (const each of settled) if (each.status === 'rejected') throw each.reason
    },
  }
}

const showProgress = (progress: Progress, done: number, total: number | null, tally: Tally): void =>
  progress.update({ done, total, count: tally.accepted + tally.duplicates + tally.refused })

/** The events among the lines; those that are none are told and kept. */
function sorted(source: string, lines: SourceLine[], run: Run, progress: Progress): Event[] {
  const events: Event[] = []
  const bad: SourceLine[] = []
  for (const line of lines) {
    if (line.result.ok) events.push(line.result.event)
    else bad.push(line)
  }
  if (bad.length > 0) refuse(source, bad, run, progress)
  return events
}

const publish = async (events: Event[], { house, tally }: Run): Promise<void> =>
  countAdmissions(await house.bus.publish(events), tally)

/** The bus also holds what slow thinkers put back. It is waited for before each publish, since one that comes later must not overtake. */
async function roomOnBus({ bus }: OpenHouse): Promise<void> {
  while (bus.depth() > BUS_DEPTH_MAX) await sleep(BUS_FULL_PAUSE_MS)
}
const BUS_DEPTH_MAX = 10_000
const BUS_FULL_PAUSE_MS = 20

function refuse(source: string, bad: SourceLine[], { tally, refused }: Run, progress: Progress): void {
  for (const { line, result } of bad) {
    if (result.ok) continue
    const reason = said(result)
    if (tally.refused < EXAMPLES_SHOWN) progress.note(`${source}:${line}: refused: ${reason}`)
    else if (tally.refused === EXAMPLES_SHOWN) progress.note('… further refused lines are only counted here')
    tally.refused += 1
    if (tally.reasons.has(reason) || tally.reasons.size < REASONS_MAX)
      tally.reasons.set(reason, (tally.reasons.get(reason) ?? 0) + 1)
  }
  try {
    refused.write(source, bad)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new CommandError(
      `refused lines can no longer be kept (${code}): make room in the data folder, then run the same command again`,
    )
  }
}

/** In words for a terminal: what a line holds must not steer it. */
const said = ({ field, reason }: { field: string | null; reason: string }): string =>
  (field === null || reason.startsWith(field) ? reason : `${field}: ${reason}`).replace(/\p{Cc}/gu, '\ufffd')

function countAdmissions(admissions: Admission[], tally: Tally): void {
  for (const { status } of admissions) {
    if (status === 'accepted') tally.accepted += 1
    else if (status === 'duplicate') tally.duplicates += 1
    else tally.refused += 1
  }
}

async function summarise(
  { house, tally, stop }: Run,
  ms: number,
  options: IngestOptions,
  failed: boolean,
): Promise<void> {
  const counts = await house.store.counts()
  const events = tally.accepted + tally.duplicates + tally.refused
  const say = (text: string) => process.stdout.write(`${text}\n`)
  say(
    `${failed ? 'failed' : stop.asked ? 'stopped' : 'done'} after ${formatDuration(ms)}: ${formatCount((events / Math.max(1, ms)) * 1000)} events/s`,
  )
  say(
    `  events      ${formatCount(tally.accepted)} accepted, ${formatCount(tally.duplicates)} duplicate, ${formatCount(tally.refused)} refused`,
  )
  for (const [reason, times] of [...tally.reasons].sort((a, b) => b[1] - a[1]).slice(0, REASONS_SHOWN))
    say(`    refused   ${formatCount(times)} × ${reason}`)
  if (tally.refused > 0) say(`    kept in   ${join(options.data, 'refused-events.jsonl')}`)
  say(`  accounts    ${formatCount(counts.accounts)} known`)
  say(`  decisions   ${formatCount(counts.decisions)} in all, ${formatCount(counts.jobs)} jobs for reviewers`)
  for (const { name, cost, answers, gaps } of house.bills())
    say(
      `  opinions    ${name}: ${formatCount(answers)} answers, ${formatCount(gaps)} gaps; ${formatCount(cost.requests)} requests, ${formatCount(cost.characters)} characters, ${formatCount(cost.tokens)} tokens`,
    )
  for (const { rule, mode, decisions } of await house.store.decisionsByRule())
    say(`    ${rule.padEnd(32)} ${formatCount(decisions).padStart(8)}  ${mode}`)
}
