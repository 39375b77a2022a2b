import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { OnnxStart, OnnxTold } from './onnx-worker.ts'
import type { Attempt, Held, Provider } from './opinions.ts'
import { type PolicyMap, policiesOf, scoresFrom } from './scores.ts'

export interface OnnxOptions extends OnnxStart {
  name: string
  labels: PolicyMap
  languages: ReadonlySet<string> | null
  /** The worker's program; another one in tests. */
  program?: URL
  hungAfterMs?: number
}

/** A model that has not loaded by then is not waited for. */
const LOAD_MS_MAX = 120_000
/** A text that takes longer hangs: the thread is ended and another one started. */
const HUNG_AFTER_MS = 30_000

export const MODEL_FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json'] as const
const PROGRAM = new URL('./onnx-worker.ts', import.meta.url)

export type OnnxLoaded = { ok: true; provider: Provider } | { ok: false; reason: string }

/** What a folder lacks of a model in the layout of transformers.js, or null. */
export function lackingIn(folder: string): string | null {
  const lacking = MODEL_FILES.find((file) => !existsSync(join(folder, file)))
  if (lacking !== undefined) return lacking
  const model = ['onnx/model_quantized.onnx', 'onnx/model.onnx'].some((file) =>
    existsSync(join(folder, file)),
  )
  return model ? null : 'onnx/model.onnx or onnx/model_quantized.onnx'
}

/** Loads a classifier from a local folder. Nothing is ever fetched. */
export async function loadOnnx(options: OnnxOptions): Promise<OnnxLoaded> {
  const lacking = lackingIn(options.folder)
  if (lacking !== null) return { ok: false, reason: `the model folder has no ${lacking}` }
  const first = await startModel(options)
  if (!first.ok) return first
  const unknown = Object.keys(options.labels).find((label) => !first.model.labels.includes(label))
  if (unknown !== undefined) {
    await first.model.end()
    return {
      ok: false,
      reason: `the model has no label "${unknown}"; it has ${first.model.labels.slice(0, 24).join(', ')}`,
    }
  }
  return { ok: true, provider: providerOf(options, first.model) }
}

function providerOf(options: OnnxOptions, first: Model): Provider {
  let model = first
  let closed = false
  const { name, labels, languages } = options
  let starting: ReturnType<typeof startModel> | null = null
  /** One thread at a time, also where several texts find the last one gone. */
  const ready = async (): Promise<Model | string> => {
    if (model.alive()) return model
    starting ??= startModel(options)
    const started = await starting
    starting = null
    if (!started.ok) return started.reason
    model = started.model
    return model
  }
  return {
    name,
    model: basename(options.folder),
    policies: policiesOf(labels),
    languages,
    async ask({ text, policies }): Promise<Attempt<Held>> {
      if (closed) return { ok: false, reason: 'it is being closed', blame: 'provider' }
      const current = await ready()
      if (typeof current === 'string') return { ok: false, reason: current, blame: 'provider' }
      const found = await current.classify(text)
      if (typeof found === 'string') return { ok: false, reason: found, blame: 'provider' }
      const asked = new Set<string>(policies.map(({ id }) => id))
      return {
        ok: true,
        value: { scores: scoresFrom(labels, asked, (label) => found.get(label)) },
        tokens: 0,
      }
    },
    async close() {
      closed = true
      await model.end()
    },
  }
}

/** A thread with a loaded model. */
interface Model {
  labels: string[]
  alive(): boolean
  /** Scores by label, or why there are none. Not bound by a deadline but by `hungAfterMs`: a thread cannot be interrupted, only ended. */
  classify(text: string): Promise<Map<string, number> | string>
  end(): Promise<void>
}

function startModel(
  options: OnnxOptions,
): Promise<{ ok: true; model: Model } | { ok: false; reason: string }> {
  const { folder, packages, program = PROGRAM, hungAfterMs = HUNG_AFTER_MS } = options
  const worker = new Worker(program, { workerData: { folder, packages } satisfies OnnxStart })
  const waiting = new Map<number, (found: Map<string, number> | string) => void>()
  let alive = true
  let jobs = 0
  const end = async (why = 'it is being closed') => {
    alive = false
    for (const answer of waiting.values()) answer(why)
    waiting.clear()
    await worker.terminate()
  }
  const classify: Model['classify'] = (text) =>
    new Promise((resolve) => {
      const job = (jobs += 1)
      const timer = setTimeout(() => void end(`the model hung for ${hungAfterMs} ms`), hungAfterMs)
      waiting.set(job, (found) => {
        clearTimeout(timer)
        resolve(found)
      })
      worker.postMessage({ job, text })
    })
  const answer = (job: number, found: Map<string, number> | string) => {
    waiting.get(job)?.(found)
    waiting.delete(job)
  }
  return new Promise((resolve) => {
    const failed = (reason: string) => {
      clearTimeout(loading)
      void end(reason)
      resolve({ ok: false, reason })
    }
    const loading = setTimeout(
      () => failed(`the model did not load within ${LOAD_MS_MAX / 1000} s`),
      LOAD_MS_MAX,
    )
    worker.on('error', (error) => failed(`the model's thread failed: ${error.name}`))
    worker.on('exit', () => failed('the model’s thread ended'))
    worker.on('message', (told: OnnxTold) => {
      switch (told.kind) {
        case 'ready':
          clearTimeout(loading)
          worker.unref()
          return resolve({ ok: true, model: { labels: told.labels, alive: () => alive, classify, end } })
        case 'failed':
          return failed(told.reason)
        case 'scores':
          return answer(told.job, new Map(Object.entries(told.scores)))
        case 'broke':
          return answer(told.job, `the model broke: ${told.reason}`)
      }
    })
  })
}
