import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from '../sim/generate.ts'
import { percentile, type Row } from './bench.ts'

const RATE = 500
const SECONDS = 15
const PORT = 18_571
const bin = new URL('../bin/holdfast.js', import.meta.url).pathname

/** `POST /v1/check` at a fixed rate (open loop: a slow answer delays no later request), against a server of its own. */
export async function benchCheck(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-bench-'))
  const child = spawn(
    process.execPath,
    [bin, 'start', '--no-town', '--data', join(folder, 'data'), '--port', String(PORT)],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  try {
    const key = await keyOf(child)
    const texts = textsOfTown(RATE * 2)
    await burst(texts.slice(0, RATE), key, 1)
    const times = await burst(texts, key, SECONDS)
    return [
      {
        what: `POST /v1/check at ${RATE} requests/s, p99`,
        value: round(percentile(times, 0.99)),
        unit: 'ms',
        note: `p50 ${round(percentile(times, 0.5))} ms, p99.9 ${round(percentile(times, 0.999))} ms, worst ${round(Math.max(...times))} ms, ${times.length} requests, load from the same two cores`,
      },
    ]
  } finally {
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('exit', resolve))
    rmSync(folder, { recursive: true, force: true })
  }
}

const round = (ms: number) => Math.round(ms * 100) / 100

function keyOf(child: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    child.once('exit', () => reject(new Error(`the server ended: ${output}`)))
    child.stdout!.on('data', (chunk) => {
      output += chunk
      const key = /\b(hf_[\w-]+)/.exec(output)?.[1]
      if (key !== undefined && /listening|http:\/\//.test(output)) setTimeout(() => resolve(key), 500)
    })
  })
}

function textsOfTown(count: number): string[] {
  const texts: string[] = []
  for (const line of generate({ seed: 3, events: count * 3 })) {
    const { post } = JSON.parse(line)
    if (typeof post?.text === 'string') texts.push(JSON.stringify({ text: post.text }))
    if (texts.length === count) break
  }
  return texts
}

async function burst(bodies: string[], key: string, seconds: number): Promise<number[]> {
  const times: number[] = []
  const under: Promise<void>[] = []
  const startedAt = performance.now()
  const total = RATE * seconds
  let sent = 0
  while (sent < total) {
    const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * RATE))
    for (; sent < due; sent++) under.push(one(bodies[sent % bodies.length]!, key, times))
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await Promise.all(under)
  return times
}

/** Plain `node:http` over kept connections: `fetch` spends more on a request than the server does, on the same two cores. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

function one(body: string, key: string, times: number[]): Promise<void> {
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        agent,
        host: '127.0.0.1',
        port: PORT,
        path: '/v1/check',
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          authorization: `Bearer ${key}`,
        },
      },
      (response) => {
        if (response.statusCode !== 200) reject(new Error(`check answered ${response.statusCode}`))
        response.resume().once('end', () => {
          times.push(performance.now() - startedAt)
          resolve()
        })
      },
    )
    asked.once('error', reject).end(body)
  })
}
