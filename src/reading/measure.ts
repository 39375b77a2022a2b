import { Worker } from 'node:worker_threads'
import type { TermBank } from '../model/policy.ts'
import type { Reading } from '../model/reading.ts'
import type { Gap } from '../model/signal.ts'
import type { Model } from './classifier.ts'
import { loadModel } from './model-file.ts'
import { createReader, type Reader } from './reading.ts'

/** What there is to read of one event; null where it has no text. */
export type MeasureInput = {
  text: string
  language: string | null
  /** Accounts or handles that the platform named beside the text. The reader does not look at them. */
  mentions?: string[]
} | null

export interface Measured {
  reading: Reading | null
  gaps: Gap[]
}

/**
 * Reads texts, in order: one answer per input, a reading or gaps, never an exception. An input without text has neither.
 * How inputs are batched changes nothing.
 */
export interface Measurer {
  /** Of code, banks and model: readings of one version are alike. */
  readonly version: string
  measure(inputs: MeasureInput[]): Promise<Measured[]>
  /** Other banks come into force for all that is measured from now on. */
  reload(banks: TermBank[]): Promise<void>
  close(): Promise<void>
}

/** Reads in the caller's own thread. */
export function inlineMeasurer(banks: TermBank[], model: Model = loadModel()): Measurer {
  let reader = createReader(banks, model)
  return {
    get version() {
      return reader.version
    },
    measure: async (inputs) => inputs.map((input) => measured(input, reader)),
    reload: async (banks) => {
      reader = createReader(banks, model)
    },
    close: async () => {},
  }
}

export function measured(input: MeasureInput, reader: Reader): Measured {
  if (input === null || input.text === '') return { reading: null, gaps: [] }
  try {
    return { reading: reader.read(input), gaps: [] }
  } catch (error) {
    return gap(`reader: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const gap = (reason: string): Measured => ({ reading: null, gaps: [{ signal: 'reading', reason }] })

/** What a worker is told and what it answers. */
export type Asked =
  | { kind: 'read'; job: number; inputs: MeasureInput[] }
  | { kind: 'banks'; banks: TermBank[] }
export type Answered =
  | { kind: 'read'; job: number; measured: Measured[] }
  | { kind: 'ready'; version: string }

/** Inputs that go to a worker together. Small, so that one bad text takes few others with it. */
const SLICE = 64
/**
 * A few short texts are read on the caller's own thread: handing them over would cost more than reading them, and a single question
 * would stand behind all that a stream has brought. 2,000 characters take well under a millisecond.
 */
const FEW_TEXTS = 4
const FEW_CHARS = 2_000

/** Slices a worker has before it at most: it goes on reading while the line's thread judges and cannot hand it the next one. */
const SLICES_AHEAD = 16
/** A worker that answers nothing for this long is taken for hung. Reading 64 texts of 1 MB takes a part of it. */
const HUNG_AFTER_MS = 30_000
/** Workers started again before the measurer gives up on threads, within `RESTART_WINDOW` answered slices. */
const RESTARTS_MAX = 20

export interface Threads {
  threads: number
  /** File of weights; the shipped ones without it. */
  model?: string
  hungAfterMs?: number
  /** The worker's program; another one in tests. */
  program?: URL
}

interface Job {
  id: number
  inputs: MeasureInput[]
  done: (measured: Measured[]) => void
}

interface Hand {
  worker: Worker
  ready: boolean
  /** What it was given and has not answered, in that order. It is reading the first. */
  jobs: Job[]
  timer: NodeJS.Timeout | null
}

/**
 * Reads in worker threads. A worker that dies or hangs costs the readings of the slice it held, which come back as gaps; another
 * is started in its place, at most `RESTARTS_MAX` times in a row without an answer in between.
 */
export async function threadedMeasurer(
  banks: TermBank[],
  { threads, model, hungAfterMs = HUNG_AFTER_MS, program = new URL('./worker.ts', import.meta.url) }: Threads,
): Promise<Measurer> {
  // Read here first: a broken file is told once, and not by every worker.
  const weights = loadModel(model)
  if (threads < 1) return inlineMeasurer(banks, weights)
  const waiting: Job[] = []
  const hands = new Set<Hand>()
  let own = createReader(banks, weights)
  let current = banks
  let jobs = 0
  let restarts = 0
  let closed = false

  const give = (): void => {
    while (waiting.length > 0) {
      const hand = freest(hands)
      if (hand === undefined) break
      const job = waiting.shift()!
      hand.jobs.push(job)
      hand.worker.postMessage({ kind: 'read', job: job.id, inputs: job.inputs } satisfies Asked)
      if (hand.jobs.length === 1) watch(hand)
    }
    if (hands.size === 0 || closed) giveUp(closed ? 'the measurer is closed' : 'no worker is left')
  }

  const giveUp = (reason: string): void => {
    for (const job of waiting.splice(0)) job.done(job.inputs.map((input) => missing(input, reason)))
  }

  const watch = (hand: Hand): void => {
    hand.timer = setTimeout(() => lost(hand, `no answer within ${hungAfterMs} ms`), hungAfterMs)
  }

  /** The first of its slices is done. */
  const finish = (hand: Hand, measured: Measured[]): void => {
    if (hand.timer !== null) clearTimeout(hand.timer)
    hand.timer = null
    hand.jobs.shift()?.done(measured)
    if (hand.jobs.length > 0 && hands.has(hand)) watch(hand)
  }

  /** Only the slice it was reading is lost with it; the others are read by somebody else. */
  const lost = (hand: Hand, reason: string): void => {
    if (!hands.delete(hand)) return
    finish(hand, hand.jobs[0]?.inputs.map((input) => missing(input, reason)) ?? [])
    waiting.unshift(...hand.jobs.splice(0))
    void hand.worker.terminate()
    if (!closed && restarts++ < RESTARTS_MAX) hire()
    give()
  }

  const hire = (): void => {
    const worker = new Worker(program, { workerData: { banks: current, model } })
    const hand: Hand = { worker, ready: false, jobs: [], timer: null }
    hands.add(hand)
    worker.on('message', (answer: Answered) => {
      if (answer.kind === 'ready') hand.ready = true
      else if (hand.jobs[0]?.id === answer.job) {
        restarts = 0
        finish(hand, answer.measured)
      }
      give()
    })
    worker.on('error', (error) => lost(hand, `worker: ${error.message}`))
    worker.on('exit', () => lost(hand, 'worker: ended'))
    worker.unref()
  }

  for (let i = 0; i < threads; i++) hire()

  const slice = (inputs: MeasureInput[]): Promise<Measured[]> =>
    new Promise((resolve) => waiting.push({ id: jobs++, inputs, done: resolve }))

  return {
    get version() {
      return own.version
    },
    measure: async (inputs) => {
      if (isLittle(inputs) && !closed) return inputs.map((input) => measured(input, own))
      const slices: Promise<Measured[]>[] = []
      for (let at = 0; at < inputs.length; at += SLICE) slices.push(slice(inputs.slice(at, at + SLICE)))
      // What is awaited must keep the process alive; an idle measurer must not.
      for (const { worker } of hands) worker.ref()
      give()
      const answers = await Promise.all(slices)
      if (waiting.length === 0 && [...hands].every(({ jobs }) => jobs.length === 0))
        for (const { worker } of hands) worker.unref()
      return answers.flat()
    },
    reload: async (banks) => {
      own = createReader(banks, weights)
      current = banks
      // Messages keep their order, so every slice given from now on is read with the new banks.
      for (const { worker } of hands) worker.postMessage({ kind: 'banks', banks } satisfies Asked)
    },
    close: async () => {
      closed = true
      giveUp('the measurer is closed')
      const all = [...hands]
      for (const hand of all) {
        hands.delete(hand)
        while (hand.jobs.length > 0)
          finish(
            hand,
            hand.jobs[0]!.inputs.map((input) => missing(input, 'the measurer is closed')),
          )
      }
      await Promise.all(all.map(({ worker }) => worker.terminate()))
    },
  }
}

function isLittle(inputs: MeasureInput[]): boolean {
  if (inputs.length > FEW_TEXTS) return false
  return inputs.reduce((chars, input) => chars + (input?.text.length ?? 0), 0) <= FEW_CHARS
}

/** Who has least before it, and room for more. */
function freest(hands: Iterable<Hand>): Hand | undefined {
  let found: Hand | undefined
  for (const hand of hands)
    if (hand.ready && hand.jobs.length < (found?.jobs.length ?? SLICES_AHEAD)) found = hand
  return found
}

const missing = (input: MeasureInput, reason: string): Measured =>
  input === null || input.text === '' ? { reading: null, gaps: [] } : gap(reason)
