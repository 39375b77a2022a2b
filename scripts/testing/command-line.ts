import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'

export interface Ended {
  code: number
  out: string
  err: string
}

/** What the thread is asked: one command at a time. */
export interface Asked {
  args: string[]
  input: string
}

export interface CommandLine {
  /** Runs a command to its end, and waits for it. */
  holdfast(args: string[], input?: string): Ended
  close(): Promise<unknown>
}

const COMMAND_MS_MAX = 120_000

/**
 * The real program as a test meets it (words, exit codes, standard streams), in one thread that stays: a process of its own for each command
 * spends most of its time on loading. What concerns the process itself (signals, users, closed pipes) is tested with one.
 */
export function openCommandLine(): CommandLine {
  const bell = new Int32Array(new SharedArrayBuffer(4))
  const { port1, port2 } = new MessageChannel()
  const worker = new Worker(new URL('./command-thread.ts', import.meta.url), {
    workerData: { port: port2, bell },
    transferList: [port2],
  })
  worker.unref()
  return {
    holdfast(args, input = '') {
      Atomics.store(bell, 0, 0)
      port1.postMessage({ args, input } satisfies Asked)
      if (Atomics.wait(bell, 0, 0, COMMAND_MS_MAX) === 'timed-out')
        throw new Error(`holdfast ${args.join(' ')}: no end after ${COMMAND_MS_MAX} ms`)
      return answerOn(port1)
    },
    close: () => worker.terminate(),
  }
}

const answerOn = (port: MessagePort): Ended => receiveMessageOnPort(port)!.message as Ended
