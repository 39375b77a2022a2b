import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'

/*
 * Runs a local model in a thread of its own: inference holds a thread for as long as it takes, and must not hold the line's. The two packages
 * it needs are not installed with Holdfast; this file asks for them only here, when a folder is configured.
 */

export interface OnnxStart {
  /** A folder in the layout of transformers.js: config.json, tokenizer.json, tokenizer_config.json, onnx/model.onnx or onnx/model_quantized.onnx. */
  folder: string
  /** Folder whose node_modules holds the packages. */
  packages: string
}
export type OnnxTold =
  | { kind: 'ready'; labels: string[] }
  | { kind: 'failed'; reason: string }
  | { kind: 'scores'; job: number; scores: Record<string, number> }
  | { kind: 'broke'; job: number; reason: string }
export interface OnnxAsked {
  job: number
  text: string
}

/** As much of transformers.js as is used here. */
interface Transformers {
  env: { allowRemoteModels: boolean; allowLocalModels: boolean; localModelPath: string; useFSCache: boolean }
  pipeline(
    task: 'text-classification',
    model: string,
    options: { dtype: 'fp32' | 'q8'; device: 'cpu'; local_files_only: true },
  ): Promise<Classifier>
}
interface Classifier {
  (text: string, options: { top_k: null }): Promise<{ label: string; score: number }[]>
  model: { config: { id2label?: Record<string, string> } }
}

export const INSTALL_HINT =
  'install what local models need with "ONNXRUNTIME_NODE_INSTALL=skip npm i onnxruntime-node @huggingface/transformers", here or in a folder of its own that "packages" names'

async function start({ folder, packages }: OnnxStart): Promise<Classifier> {
  const dtype = existsSync(join(folder, 'onnx/model_quantized.onnx')) ? 'q8' : 'fp32'
  const { env, pipeline } = createRequire(join(packages, 'package.json'))(
    '@huggingface/transformers',
  ) as Transformers
  env.allowRemoteModels = false
  env.allowLocalModels = true
  env.useFSCache = false
  env.localModelPath = dirname(folder)
  return pipeline('text-classification', basename(folder), { dtype, device: 'cpu', local_files_only: true })
}

const tell = (told: OnnxTold): void => parentPort!.postMessage(told)

if (parentPort !== null) {
  try {
    const classify = await start(workerData as OnnxStart)
    parentPort.on('message', ({ job, text }: OnnxAsked) => {
      classify(text, { top_k: null }).then(
        (found) =>
          tell({
            kind: 'scores',
            job,
            scores: Object.fromEntries(found.map(({ label, score }) => [label, score])),
          }),
        (error) => tell({ kind: 'broke', job, reason: (error as Error).name }),
      )
    })
    tell({ kind: 'ready', labels: Object.values(classify.model.config.id2label ?? {}) })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const missing = code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND'
    tell({
      kind: 'failed',
      reason: missing ? INSTALL_HINT : `the model does not load: ${message.split('\n', 1)[0]}`,
    })
  }
}
