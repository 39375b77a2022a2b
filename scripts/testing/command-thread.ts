import { Readable } from 'node:stream'
import { type MessagePort, workerData } from 'node:worker_threads'
import { run } from '../../src/main.ts'
import type { Asked, Ended } from './command-line.ts'

/* The thread of `command-line.ts`: runs commands one after the other, each with standard streams of its own. */

const { port, bell } = workerData as { port: MessagePort; bell: Int32Array }

port.on('message', async ({ args, input }: Asked) => {
  port.postMessage(await ended(args, input))
  Atomics.store(bell, 0, 1)
  Atomics.notify(bell, 0)
})

async function ended(args: string[], input: string): Promise<Ended> {
  const [out, err]: [string[], string[]] = [[], []]
  Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(input)]), configurable: true })
  process.stdout.write = keeping(out)
  process.stderr.write = keeping(err)
  try {
    return { code: await run(args), out: out.join(''), err: err.join('') }
  } catch (error) {
    return { code: 1, out: out.join(''), err: `${err.join('')}${(error as Error).stack}\n` }
  }
}

/** As a stream's `write`: keeps what is written, and calls back. */
const keeping = (kept: string[]): typeof process.stdout.write =>
  ((text: string | Uint8Array, ...rest: unknown[]): boolean => {
    kept.push(typeof text === 'string' ? text : Buffer.from(text).toString())
    const done = rest.at(-1)
    if (typeof done === 'function') queueMicrotask(() => done())
    return true
  }) as typeof process.stdout.write
