import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { Seq } from '../../model/ids.ts'
import { openWriter, type StateBatch, type Writer } from './writer.ts'

/** What the thread is asked. Appends overtake a settle that is under way: nobody waits for states. */
export type Task =
  | { do: 'append'; first: Seq; text: string }
  | { do: 'settle'; batch: StateBatch }
  | { do: 'close' }

export interface Request {
  id: number
  task: Task
}

export type Reply = { id: number; answer: unknown } | { id: number; error: { message: string; code: string } }

let writer: Writer | undefined

parentPort?.on('message', async ({ id, task }: Request) => {
  try {
    const answer = await run(task)
    parentPort?.postMessage({ id, answer } satisfies Reply)
  } catch (error) {
    parentPort?.postMessage({ id, error: wordsOf(error) } satisfies Reply)
  }
  if (task.do === 'close') parentPort?.close()
})

async function run(task: Task): Promise<unknown> {
  // Opened by the first task, so that a file that cannot be opened is an answer and not the end of the thread.
  writer ??= openWriter(workerData as string)
  switch (task.do) {
    case 'append':
      return writer.append(task.first, task.text)
    case 'settle':
      return runSlices(writer.settle(task.batch))
    case 'close':
      return writer.close()
  }
}

async function runSlices<T>(slices: Generator<void, T>): Promise<T> {
  for (;;) {
    const slice = slices.next()
    if (slice.done) return slice.value
    await setImmediate()
  }
}

const wordsOf = (error: unknown) => ({
  message: error instanceof Error ? error.message : String(error),
  code: error instanceof Error && 'code' in error ? String(error.code) : '',
})
