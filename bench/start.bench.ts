import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, type Row } from './bench.ts'
import { townFile } from './ingest.bench.ts'

const PORT = 18_572
const ROUNDS = 3
const bin = new URL('../bin/holdfast.js', import.meta.url).pathname

/** From the process's start to the first answer of /health, with that many events in the store; once after kill -9. */
export async function benchStart({ events, seed }: { events: number; seed: number }): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-bench-'))
  const data = join(folder, 'data')
  try {
    const made = spawnSync(
      process.execPath,
      [bin, 'ingest', townFile(events, seed, folder), '--data', data],
      { encoding: 'utf8' },
    )
    if (made.status !== 0) throw new Error(made.stderr)
    const times: number[] = []
    for (let i = 0; i < ROUNDS; i++) times.push(await startOnce(data))
    return [
      {
        what: `start to ready with ${events.toLocaleString('en-US')} stored events`,
        value: Math.round(median(times)),
        unit: 'ms',
        low: Math.round(Math.min(...times)),
        high: Math.round(Math.max(...times)),
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startOnce(data: string): Promise<number> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [bin, 'start', '--no-town', '--data', data, '--port', String(PORT)], {
    stdio: 'ignore',
  })
  let ready = false
  while (!ready && performance.now() - startedAt < 60_000) {
    ready = await fetch(`http://127.0.0.1:${PORT}/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (!ready) await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const ms = performance.now() - startedAt
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  if (!ready) throw new Error('the server was not ready within a minute')
  return ms
}
