import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256 } from '../lib/hash.ts'
import type { PolicyPack } from '../model/policy.ts'
import { replay } from '../replay.ts'
import { type BacktestReport, compareDecisions, type DecisionTrace, traceOf } from '../rules/backtest.ts'
import type { Store } from '../store/store.ts'
import { createProgress, formatCount } from './progress.ts'
import { CommandError, type Tools, UsageError } from './tools.ts'

export interface BacktestOptions {
  data: string
  /** Absent: replay under the packs that were in force, which must reproduce what was recorded. */
  policies?: string
  /** File of weights that texts are read with again, beside `policies`. */
  model?: string
  since?: string
  format: 'text' | 'json'
}

/**
 * `holdfast backtest`: replays the stored events through a pack and prints, per rule, what would change. The report is a
 * function of log and pack alone: run twice, it is the same to the byte.
 */
export async function backtest(options: BacktestOptions, tools: Tools): Promise<void> {
  const since = parseSince(options.since)
  const store = await tools.openStore(options.data)
  try {
    const pack = options.policies === undefined ? null : tools.loadPlan(options.policies).pack
    const recorded = await recordedTraces(store, since)
    const replayed = await replayedTraces(store, since, options, tools)
    const report = compareDecisions(recorded, replayed)
    process.stdout.write(
      options.format === 'json' ? `${canonicalJson(report)}\n` : reportText(report, pack, options),
    )
    if (pack === null && report.decisions.identical !== report.decisions.recorded)
      throw new CommandError(
        'the replay differs from the record under the packs that were in force: judgement is not what it was. `holdfast verify` tells whether log or ledger was touched.',
      )
  } finally {
    await store.close()
  }
}

function parseSince(text: string | undefined): number {
  if (text === undefined) return Number.NEGATIVE_INFINITY
  const at = Date.parse(text)
  if (Number.isNaN(at))
    throw new UsageError(
      `--since "${text}" is not a time; write for example 2014-09-07 or 2014-09-07T21:00:00Z`,
    )
  return at
}

async function recordedTraces(store: Store, since: number): Promise<DecisionTrace[]> {
  const traces: DecisionTrace[] = []
  for await (const decision of store.eachDecision())
    if (Date.parse(decision.at) >= since) traces.push(traceOf(decision, sha256))
  return traces
}

/** Events are judged from the first one on, whatever `since` is: tallies and strikes rest on what came before. */
async function replayedTraces(
  store: Store,
  since: number,
  options: BacktestOptions,
  tools: Tools,
): Promise<DecisionTrace[]> {
  const instead = options.policies === undefined ? undefined : tools.loadPlan(options.policies)
  if (options.model && instead === undefined)
    throw new UsageError('--model is tried together with a pack: add --policies DIR')
  const measurer = instead && (await differingReader(store, tools.inlineMeasurer(instead, options.model)))
  const progress = createProgress({ label: 'replaying', unit: 'events' })
  const total = store.position().logged
  const traces: DecisionTrace[] = []
  const runs = replay({
    store,
    newLineageIndex: tools.newLineageIndex,
    planFor: tools.planFor(store),
    ...(instead && { instead }),
    ...(measurer && { measurer }),
    progress: (done) => progress.update({ done, total, count: done }),
  })
  for await (const { judgement } of runs)
    for (const decision of judgement.decisions)
      if (Date.parse(decision.at) >= since) traces.push(traceOf(decision, sha256))
  progress.end()
  return traces
}

/** A reader is asked again only where its banks or weights differ from those the recorded readings were made with. */
async function differingReader(store: Store, measurer: ReturnType<Tools['inlineMeasurer']>) {
  for await (const chunk of store.events({ from: 1, to: 5_000 }))
    for (const { reading } of chunk)
      if (reading !== null) return reading.version === measurer.version ? undefined : measurer
  return undefined
}

function reportText(
  report: BacktestReport,
  pack: PolicyPack | null,
  { policies, since }: BacktestOptions,
): string {
  const { recorded, replayed, identical, changed } = report.decisions
  const lines = [
    pack === null
      ? 'backtest of the packs that were in force'
      : `backtest of ${policies} (${pack.hash.slice(0, 19)}…)`,
    ...(since === undefined ? [] : [`decisions since ${since}`]),
    `decisions   ${formatCount(recorded)} recorded, ${formatCount(replayed)} replayed, ${formatCount(identical)} identical, ${formatCount(changed)} changed`,
    '',
    `${'rule'.padEnd(36)} ${'same'.padStart(9)} ${'gained'.padStart(9)} ${'lost'.padStart(9)}`,
  ]
  for (const { rule, same, gained, lost, samples } of report.rules) {
    lines.push(
      `${rule.padEnd(36)} ${formatCount(same).padStart(9)} ${formatCount(gained).padStart(9)} ${formatCount(lost).padStart(9)}`,
    )
    for (const event of samples.gained) lines.push(`    gained on ${event}`)
    for (const event of samples.lost) lines.push(`    lost on ${event}`)
  }
  if (report.rules.length === 0) lines.push('(no rule decided anything, before or after)')
  return `${lines.join('\n')}\n`
}
