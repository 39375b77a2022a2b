import { Worker } from 'node:worker_threads'
import type { Seq } from '../../model/ids.ts'
import { openWriter, type StateBatch, type Writer } from './writer.ts'
import type { Reply, Request, Task } from './writer-thread.ts'

/** The writer as the store sees it: what it is asked is done in order, except that appends overtake settles. */
export interface Writing {
  append(first: Seq, text: string): Promise<string>
  settle(batch: StateBatch): Promise<Float64Array>
  close(): Promise<void>
}

/** Writes on the caller's thread: for tests, and where threads are dear. Opens its files when something is first written. */
export function writeHere(directory: string): Writing {
  let opened: Writer | undefined
  const writer = () => (opened ??= openWriter(directory))
  return {
    append: async (first, text) => writer().append(first, text),
    async settle(batch) {
      const slices = writer().settle(batch)
      for (let slice = slices.next(); ; slice = slices.next()) if (slice.done) return slice.value
    },
    close: async () => opened?.close(),
  }
}

interface Waiting {
  resolve(answer: never): void
  reject(error: Error): void
}

/**
 * Writes on a thread of its own, so that waiting for the disk, hashing and inserting do not hold up judgement. The thread keeps
 * the process alive only while something is asked of it.
 */
export function writeOnThread(directory: string): Writing {
  const waiting = new Map<number, Waiting>()
  let started: Worker | undefined
  let asked = 0
  let ended: Error | null = null

  /** Most commands only read: the thread starts when something is first written. */
  const start = (): Worker => {
    const thread = new Worker(new URL('./writer-thread.ts', import.meta.url), { workerData: directory })
    thread.on('message', (reply: Reply) => {
      const { resolve, reject } = waiting.get(reply.id)!
      waiting.delete(reply.id)
      if (waiting.size === 0) thread.unref()
      if ('error' in reply) reject(Object.assign(new Error(reply.error.message), { code: reply.error.code }))
      else resolve(reply.answer as never)
    })
    thread.on('error', end)
    thread.on('exit', () => end(new Error('the writing thread has ended')))
    return thread
  }
  const end = (error: Error) => {
    ended ??= error
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }

  const ask = <T>(task: Task): Promise<T> =>
    new Promise((resolve, reject) => {
      if (ended !== null) return reject(ended)
      const thread = (started ??= start())
      thread.ref()
      waiting.set(++asked, { resolve, reject })
      thread.postMessage({ id: asked, task } satisfies Request)
    })
  return {
    append: (first, text) => ask({ do: 'append', first, text }),
    settle: (batch) => ask({ do: 'settle', batch }),
    async close() {
      if (started === undefined || ended !== null) return
      await ask({ do: 'close' })
      ended = new Error('the writing thread was closed')
    },
  }
}
