import { parentPort, workerData } from 'node:worker_threads'
import { type Answered, type Asked, measured } from './measure.ts'
import { loadModel } from './model-file.ts'
import { createReader } from './reading.ts'

/* One thread of the reader's pool: slices of texts in, readings out, in order. */

const port = parentPort!
const model = loadModel(workerData.model)
let reader = createReader(workerData.banks, model)

const answer = (answered: Answered): void => port.postMessage(answered)

port.on('message', (asked: Asked) => {
  switch (asked.kind) {
    case 'read':
      return answer({
        kind: 'read',
        job: asked.job,
        measured: asked.inputs.map((input) => measured(input, reader)),
      })
    case 'banks':
      reader = createReader(asked.banks, model)
      return
  }
})

// Grammars are compiled with the first text, which nobody should wait for.
reader.read({ text: 'ready', language: 'en' })
answer({ kind: 'ready', version: reader.version })
