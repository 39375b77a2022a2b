/*
 * The numbers of bench/, printed with machine and method, and kept in bench/results/. Never a timed test.
 *
 *   npm run bench                       everything, in a few minutes
 *   npm run bench -- ingest --rules 500 one of them
 *   npm run bench -- lineage --events 100000   so many closed accounts
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'

export interface Row {
  what: string
  value: number
  unit: string
  low?: number
  high?: number
  note?: string
}

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export const percentile = (values: number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

const BENCHES = [
  'rules',
  'reading',
  'ingest',
  'check',
  'start',
  'campaigns',
  'lineage',
  'threats',
  'evidence',
  'atproto',
] as const

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      events: { type: 'string' },
      rules: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      seed: { type: 'string', default: '1' },
      save: { type: 'boolean', default: false },
    },
  })
  const wanted = positionals.length > 0 ? positionals : [...BENCHES]
  const rows: Row[] = []
  for (const name of wanted) {
    if (!BENCHES.includes(name as (typeof BENCHES)[number]))
      throw new Error(`there is no bench "${name}"; choose among ${BENCHES.join(', ')}`)
    for (const row of await run(name as (typeof BENCHES)[number], values)) {
      rows.push(row)
      console.log(line(row))
    }
  }
  const table = [machine(), '', ...rows.map(line)].join('\n')
  if (values.save) {
    mkdirSync(new URL('results/', import.meta.url), { recursive: true })
    writeFileSync(
      new URL(`results/${new Date().toISOString().slice(0, 10)}.txt`, import.meta.url),
      `${table}\n`,
    )
  }
  console.log(`\n${machine()}`)
}

type Flags = { events?: string | undefined; rules?: string | undefined; rounds: string; seed: string }

async function run(name: (typeof BENCHES)[number], flags: Flags): Promise<Row[]> {
  const events = Number(flags.events ?? 300_000)
  const rounds = Number(flags.rounds)
  const seed = Number(flags.seed)
  switch (name) {
    case 'rules':
      return (await import('./rules.bench.ts')).benchRules()
    case 'reading':
      return (await import('./reading.bench.ts')).benchReading(seed)
    case 'campaigns':
      return (await import('./campaigns.bench.ts')).benchCampaigns({
        posts: flags.events === undefined ? null : events,
        seed,
      })
    case 'lineage':
      return (await import('./lineage.bench.ts')).benchLineage({
        seed,
        ...(flags.events === undefined ? {} : { closed: events }),
      })
    case 'threats':
      return (await import('./threats.bench.ts')).benchThreats()
    case 'evidence':
      return (await import('./evidence.bench.ts')).benchEvidence({
        seed,
        ...(flags.events !== undefined && { events }),
      })
    case 'atproto':
      return (await import('./atproto.bench.ts')).benchAtproto({ rounds, seed })
    case 'check':
      return (await import('./check.bench.ts')).benchCheck()
    case 'start':
      return (await import('./start.bench.ts')).benchStart({
        events: Number(flags.events ?? 1_000_000),
        seed,
      })
    case 'ingest': {
      const { benchIngest } = await import('./ingest.bench.ts')
      const counts = flags.rules === undefined ? [100, 500] : [Number(flags.rules)]
      const rows: Row[] = []
      for (const rules of counts) rows.push(...(await benchIngest({ events, rules, rounds, seed })))
      return rows
    }
  }
}

function line({ what, value, unit, low, high, note }: Row): string {
  const spread =
    low === undefined ? '' : ` (${low.toLocaleString('en-US')} to ${high!.toLocaleString('en-US')})`
  return `${what.padEnd(52)} ${value.toLocaleString('en-US').padStart(14)} ${unit}${spread}${note === undefined ? '' : ` · ${note}`}`
}

function machine(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${availableParallelism()} cores (${cpus()[0]?.model.trim()}), ${memory} GiB, Node ${process.versions.node}, commit ${commit}; medians, (lowest to highest)`
}

// Not awaited: the benches import this file, and would wait for it while it waits for them.
if (import.meta.main) void main()
