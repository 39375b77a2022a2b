import { createReadStream, existsSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Admission } from '../bus/bus.ts'
import type { Event } from '../model/event.ts'
import { createProgress, formatCount, formatDuration, type Progress } from './progress.ts'
import {
  CommandError,
  type HouseOptions,
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
  lines: number
  accepted: number
  duplicates: number
  refused: number
  reasons: Map<string, number>
}

/** Batches on their way at once: one is judged, one measured, one read from the file. */
const AHEAD_MAX = 3
/** Reasons and examples shown; the refused-events file holds them all. */
const REASONS_SHOWN = 8
const EXAMPLES_SHOWN = 5

/** `holdfast ingest FILE…`: files or standard input through the whole line. Ends when all of it is durable and judged. */
export async function ingest(files: string[], options: IngestOptions, tools: Tools): Promise<void> {
  checkUse(files, options)
  const house = await tools.openHouse(options)
  const stop = stopOnInterrupt()
  const startedAt = performance.now()
  const tally: Tally = { lines: 0, accepted: 0, duplicates: 0, refused: 0, reasons: new Map() }
  const refused = tools.refusedFile(join(options.data, 'refused-events.jsonl'))
  try {
    for (const file of files) {
      if (stop.asked) break
      await ingestFile(file, options, { house, tools, tally, stop, refused })
    }
    if (!stop.asked) await house.thought()
  } finally {
    refused.close()
    await summarise(house, tally, performance.now() - startedAt, options, stop.asked)
    await house.close()
  }
}

function checkUse(files: string[], options: IngestOptions): void {
  if (files.length === 0) throw new UsageError('ingest needs a FILE, or - for standard input')
  if (options.format === 'csv' && options.map === undefined)
    throw new UsageError('a CSV file needs --map FILE; docs/operate/intake.md says how to write one')
  for (const file of files)
    if (file !== '-' && !existsSync(file)) throw new CommandError(`${file}: there is no such file`)
}

/** Ctrl-C stops after the batch under way; a second one kills. What was accepted stays, and a second run goes on. */
function stopOnInterrupt(): { asked: boolean } {
  const stop = { asked: false }
  process.once('SIGINT', () => {
    stop.asked = true
    process.stderr.write('\nstopping after the batch under way …\n')
  })
  return stop
}

interface Run {
  house: OpenHouse
  tools: Tools
  tally: Tally
  stop: { asked: boolean }
  refused: ReturnType<Tools['refusedFile']>
}

async function ingestFile(file: string, options: IngestOptions, run: Run): Promise<void> {
  const total = file === '-' ? null : statSync(file).size
  let read = 0
  const input = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 18 })
  const counted = (async function* () {
    for await (const chunk of input as AsyncIterable<Uint8Array>) {
      read += chunk.length
      yield chunk
    }
  })()
  const progress = createProgress({ label: file === '-' ? 'standard input' : basename(file), unit: 'events' })
  const ahead: Promise<void>[] = []
  for await (const lines of run.tools.readLines(counted, options, run.house)) {
    if (run.stop.asked) break
    ahead.push(publish(file, lines, run))
    if (ahead.length >= AHEAD_MAX) await ahead.shift()
    showProgress(progress, read, total, run.tally)
  }
  await Promise.all(ahead)
  progress.end()
}

const showProgress = (progress: Progress, done: number, total: number | null, tally: Tally): void =>
  progress.update({ done, total, count: tally.accepted + tally.duplicates + tally.refused })

async function publish(file: string, lines: SourceLine[], run: Run): Promise<void> {
  const events: Event[] = []
  const origins: SourceLine[] = []
  const bad: SourceLine[] = []
  for (const line of lines) {
    if (!line.result.ok) bad.push(line)
    else {
      events.push(line.result.event)
      origins.push(line)
    }
  }
  run.tally.lines += lines.length
  if (bad.length > 0) refuse(file, bad, run)
  if (events.length > 0) countAdmissions(await run.house.bus.publish(events), run.tally)
}

function refuse(file: string, bad: SourceLine[], { tally, refused }: Run): void {
  const shown = file === '-' ? 'standard input' : file
  for (const { line, result } of bad) {
    if (result.ok) continue
    if (tally.refused < EXAMPLES_SHOWN) process.stderr.write(`${shown}:${line}: refused: ${said(result)}\n`)
    else if (tally.refused === EXAMPLES_SHOWN)
      process.stderr.write('… further refused lines are only counted here\n')
    tally.refused += 1
    const reason = said(result)
    if (tally.reasons.has(reason) || tally.reasons.size < 1_000)
      tally.reasons.set(reason, (tally.reasons.get(reason) ?? 0) + 1)
  }
  refused.write(shown, bad)
}

const said = (result: { field: string | null; reason: string }): string =>
  result.field === null || result.reason.startsWith(result.field)
    ? result.reason
    : `${result.field}: ${result.reason}`

function countAdmissions(admissions: Admission[], tally: Tally): void {
  for (const { status } of admissions) {
    if (status === 'accepted') tally.accepted += 1
    else if (status === 'duplicate') tally.duplicates += 1
    else tally.refused += 1
  }
}

async function summarise(
  house: OpenHouse,
  tally: Tally,
  ms: number,
  options: IngestOptions,
  stopped: boolean,
): Promise<void> {
  const counts = await house.store.counts()
  const events = tally.accepted + tally.duplicates + tally.refused
  const say = (text: string) => process.stdout.write(`${text}\n`)
  say(
    `${stopped ? 'stopped' : 'done'} in ${formatDuration(ms)}: ${formatCount((events / Math.max(1, ms)) * 1000)} events/s`,
  )
  say(
    `  events      ${formatCount(tally.accepted)} accepted, ${formatCount(tally.duplicates)} duplicate, ${formatCount(tally.refused)} refused`,
  )
  for (const [reason, times] of [...tally.reasons].sort((a, b) => b[1] - a[1]).slice(0, REASONS_SHOWN))
    say(`    refused   ${formatCount(times)} × ${reason}`)
  if (tally.refused > 0) say(`    kept in   ${join(options.data, 'refused-events.jsonl')}`)
  say(`  accounts    ${formatCount(counts.accounts)} known`)
  say(`  decisions   ${formatCount(counts.decisions)} in all, ${formatCount(counts.jobs)} jobs for reviewers`)
  for (const { rule, mode, decisions } of await house.store.decisionsByRule())
    say(`    ${rule.padEnd(32)} ${formatCount(decisions).padStart(8)}  ${mode}`)
}
