/*
 * Events per second, end to end and durable, through `holdfast ingest`: a file of the town's events, a fresh installation,
 * the default pack plus generated rules. Prints machine, method, rate and peak memory.
 *
 *   npm run bench -- ingest --events 500000 --rules 100
 */
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPack } from '../src/rules/load.ts'
import { median, type Row } from './bench.ts'
import { generatedRules } from './generated-rules.ts'

export interface IngestBenchOptions {
  events: number
  rules: number
  rounds: number
  seed: number
  keep?: string
}

const bin = new URL('../bin/holdfast.js', import.meta.url).pathname
const generator = new URL('../sim/generate.ts', import.meta.url).pathname
const defaultPolicies = new URL('../policies', import.meta.url).pathname

/** A folder with the default pack and as many generated rules as bring it to `rules`. */
export function policiesWith(rules: number, folder: string): string {
  const directory = join(folder, `policies-${rules}`)
  cpSync(defaultPolicies, directory, { recursive: true })
  const own = loadPack(directory)
  if (!own.ok) throw new Error('the default pack does not load')
  const missing = Math.max(0, rules - own.pack.rules.length)
  if (missing > 0) writeFileSync(join(directory, 'rules', 'generated.yaml'), generatedRules(missing, 1))
  return directory
}

export function townFile(events: number, seed: number, folder: string): string {
  const file = join(folder, `town-${seed}-${events}.jsonl`)
  if (existsSync(file)) return file
  const made = spawnSync(process.execPath, [
    generator,
    '--seed',
    String(seed),
    '--events',
    String(events),
    '--out',
    file,
  ])
  if (made.status !== 0) throw new Error(`the town failed: ${made.stderr}`)
  return file
}

interface Run {
  seconds: number
  cpuSeconds: number
  peakMiB: number
  summary: string
}

/** Peak memory and CPU time come from /proc while it runs: the process is asked nothing. */
async function ingestOnce(file: string, policies: string, data: string): Promise<Run> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [bin, 'ingest', file, '--data', data, '--policies', policies], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let summary = ''
  child.stdout.on('data', (chunk) => (summary += chunk))
  let peakMiB = 0
  let cpuSeconds = 0
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peakMiB = Math.max(peakMiB, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
      const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
      cpuSeconds = (Number(stat[11]) + Number(stat[12])) / 100
    } catch {
      // The process has ended between two looks.
    }
  }, 200)
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`ingest ended with ${code}:\n${summary}`)
  return { seconds: (performance.now() - startedAt) / 1000, cpuSeconds, peakMiB, summary }
}

export async function benchIngest(options: IngestBenchOptions): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-bench-'))
  try {
    const file = townFile(options.events, options.seed, folder)
    const policies = policiesWith(options.rules, folder)
    const runs: Run[] = []
    for (let round = 0; round < options.rounds; round++) {
      const data = join(folder, `data-${round}`)
      runs.push(await ingestOnce(file, policies, data))
      rmSync(data, { recursive: true, force: true })
    }
    const rates = runs.map(({ seconds }) => options.events / seconds)
    return [
      {
        what: `ingest, ${options.events.toLocaleString('en-US')} town events, ${options.rules} rules`,
        value: Math.round(median(rates)),
        unit: 'events/s',
        low: Math.round(Math.min(...rates)),
        high: Math.round(Math.max(...rates)),
        note: `start and end included, ${options.rounds} rounds; ${median(runs.map((run) => (run.cpuSeconds / options.events) * 1e6)).toFixed(0)} µs CPU per event`,
      },
      {
        what: '  peak resident memory',
        value: Math.round(Math.max(...runs.map(({ peakMiB }) => peakMiB))),
        unit: 'MiB',
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
