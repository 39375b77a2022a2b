/*
 * The town as a platform beside a running Holdfast: it posts events over HTTP, receives signed actions, hides what it is told
 * to hide, and its staff closes accounts of the network, which then come back under other names.
 *
 *   node sim/play.ts --url http://127.0.0.1:8474 --rate 40 --state town.json [--seed N]
 *
 * The first line of standard input is {"key":"hf_…","webhookSecret":"whsec_…"}, so that no secret stands in the list of processes. The first
 * line of standard output is {"webhook":"http://…"}. It ends when standard input closes or SIGTERM comes.
 */
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { seededRandom } from '../src/lib/random.ts'
import { openCounter } from './counter.ts'
import { createMailbag, type Mailbag, pauseFor } from './mailbag.ts'
import { readSaved, type Saved, save } from './saved.ts'
import { createStaff, type Staff } from './staff.ts'
import { createTown, type Town } from './town.ts'
import type { Made } from './truth.ts'

const TICK_MS = 40
const SAVE_EVERY_MS = 10_000
/** A machine that slept owes the town no more than this much of its life. */
const STEP_MS_MAX = 1_000
const SEED = 2014

const say = (message: string) => process.stderr.write(`${message}\n`)
const within = (low: number, value: number, high: number) => Math.max(low, Math.min(high, value))

/** Few enough that a watcher meets the network within a minute, and more of all where more is posted. */
const sizesFor = (rate: number) => ({
  people: within(150, rate * 8, 20_000),
  networkSize: within(20, Math.round(rate / 3), 120),
})

async function main(): Promise<void> {
  const { url, rate, state, seed } = readArguments()
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
  const { key, webhookSecret } = await readSecrets(stop)

  const saved = readSaved(state, seed)
  // Taken before the first event leaves: a run that is killed leaves no stage to be used twice.
  save(state, { ...saved, stage: saved.stage + 1 })
  const life = { ...saved }
  const town = createTown({
    seed: saved.seed + saved.stage,
    stage: saved.stage,
    startAt: Date.now(),
    eventsPerSecond: rate,
    tempo: 'minutes',
    clock: Date.now,
    ...sizesFor(rate),
  })
  const staff = createStaff(town, seededRandom(saved.seed ^ saved.stage))
  const mailbag = createMailbag({ url, key, random: seededRandom(process.pid), complain: say })
  const counter = await openCounter(webhookSecret, staff.carryOut)
  process.stdout.write(`${JSON.stringify({ webhook: counter.url })}\n`)
  try {
    await Promise.race([mailbag.run(stop.signal), live({ town, staff, mailbag, state, life }, stop.signal)])
  } finally {
    stop.abort()
    keep({ state, life, mailbag })
    await counter.close()
  }
}

interface Living {
  town: Town
  staff: Staff
  mailbag: Mailbag
  state: string
  life: Saved
}

/** Lets the town's time pass as the wall's does, unless nobody takes what it posts: then it stands still. */
async function live({ town, staff, mailbag, state, life }: Living, signal: AbortSignal): Promise<void> {
  let until = town.now()
  let last = performance.now()
  let savedAt = last
  let pending: Made | null = null
  while (!signal.aborted) {
    await pauseFor(TICK_MS, signal)
    const steady = performance.now()
    until += Math.min(steady - last, STEP_MS_MAX)
    last = steady
    staff.closeDue(until)
    for (;;) {
      pending ??= town.next()
      if (town.now() > until || !mailbag.put(pending.event)) break
      staff.see(pending)
      pending = null
    }
    // A full bag: the time that passed meanwhile is not made up for.
    until = Math.min(until, town.now() + STEP_MS_MAX)
    if (steady - savedAt > SAVE_EVERY_MS) {
      savedAt = steady
      keep({ state, life, mailbag })
    }
  }
}

/** Writes the stage of the next run and how far all runs came. */
function keep({ state, life, mailbag }: Pick<Living, 'state' | 'life' | 'mailbag'>): void {
  try {
    save(state, { ...life, stage: life.stage + 1, events: life.events + mailbag.brought() })
  } catch (error) {
    say(`the town's position is not saved: ${(error as Error).message}`)
  }
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      rate: { type: 'string', default: '40' },
      state: { type: 'string' },
      seed: { type: 'string', default: String(SEED) },
    },
  })
  const [rate, seed] = [Number(values.rate), Number(values.seed)]
  if (!URL.canParse(values.url ?? '') || values.state === undefined || !(rate > 0) || !Number.isInteger(seed))
    throw new Error('usage: node sim/play.ts --url URL --state FILE [--rate N] [--seed N]')
  return { url: new URL(values.url!).origin, rate: Math.min(rate, 10_000), state: values.state, seed }
}

/** The first line of standard input; its end is the end of the town. */
function readSecrets(stop: AbortController): Promise<{ key: string; webhookSecret: string }> {
  const lines = createInterface({ input: process.stdin })
  lines.once('close', () => stop.abort())
  return new Promise((resolve, reject) => {
    lines.once('close', () => reject(new Error('standard input ended before the first line')))
    lines.once('line', (line) => {
      try {
        const { key, webhookSecret } = JSON.parse(line)
        resolve({ key, webhookSecret })
      } catch {
        // The parser's words would quote what may be a secret.
        reject(new Error('the first line of standard input is not {"key":…,"webhookSecret":…}'))
      }
    })
  })
}

try {
  await main()
} catch (error) {
  say((error as Error).message)
  process.exitCode = 1
}
// Standard input and idle connections would keep the process for a while longer.
process.exit()
