import type { Decision, DecisionMode } from '../model/decision.ts'

/** What would change for one rule: decisions it takes part in, recorded against replayed. */
export interface RuleChange {
  rule: string
  gained: number
  lost: number
  same: number
  /** Up to `samplesMax` events of each, oldest first. */
  samples: { gained: string[]; lost: string[] }
}

export interface BacktestReport {
  rules: RuleChange[]
  decisions: { recorded: number; replayed: number; identical: number; changed: number }
}

/** What of a decision a comparison keeps: one line per decision, so that a backtest fits in memory. */
export interface DecisionTrace {
  id: string
  event: string
  mode: DecisionMode
  rules: string[]
  /** Of everything but the pack's hash: equal digests, equal decisions. */
  digest: string
}

export const traceOf = (decision: Decision, digest: (text: string) => string): DecisionTrace => {
  const { pack: _, ...rest } = decision
  return {
    id: decision.id,
    event: decision.event,
    mode: decision.mode,
    rules: decision.rules,
    digest: digest(JSON.stringify(rest)),
  }
}

/** Compares recorded with replayed decisions. Deterministic: rules by name, samples in stream order. */
export function compareDecisions(
  recorded: DecisionTrace[],
  replayed: DecisionTrace[],
  { samplesMax = 3 }: { samplesMax?: number } = {},
): BacktestReport {
  const changes = new Map<string, RuleChange>()
  const before = new Map(recorded.map((trace) => [trace.id, trace]))
  const after = new Map(replayed.map((trace) => [trace.id, trace]))
  let identical = 0
  let changed = 0
  for (const [id, trace] of before) {
    const other = after.get(id)
    if (other?.digest === trace.digest) identical += 1
    else if (other !== undefined) changed += 1
    countLost(trace, other, changes, samplesMax)
  }
  for (const [id, trace] of after) countGained(trace, before.get(id), changes, samplesMax)
  const rules = [...changes.values()].sort((a, b) => (a.rule < b.rule ? -1 : 1))
  return { rules, decisions: { recorded: before.size, replayed: after.size, identical, changed } }
}

function changeOf(rule: string, changes: Map<string, RuleChange>): RuleChange {
  let change = changes.get(rule)
  if (change === undefined) {
    change = { rule, gained: 0, lost: 0, same: 0, samples: { gained: [], lost: [] } }
    changes.set(rule, change)
  }
  return change
}

function countLost(
  trace: DecisionTrace,
  other: DecisionTrace | undefined,
  changes: Map<string, RuleChange>,
  samplesMax: number,
) {
  for (const rule of trace.rules) {
    const change = changeOf(rule, changes)
    if (other?.rules.includes(rule)) change.same += 1
    else {
      change.lost += 1
      if (change.samples.lost.length < samplesMax) change.samples.lost.push(trace.event)
    }
  }
}

function countGained(
  trace: DecisionTrace,
  other: DecisionTrace | undefined,
  changes: Map<string, RuleChange>,
  samplesMax: number,
) {
  for (const rule of trace.rules) {
    if (other?.rules.includes(rule)) continue
    const change = changeOf(rule, changes)
    change.gained += 1
    if (change.samples.gained.length < samplesMax) change.samples.gained.push(trace.event)
  }
}
