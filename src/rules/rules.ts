import type { AnyEventType, Event } from '../model/event.ts'
import type { ListedEntity } from '../model/listed-entity.ts'
import type { Policy, PolicyPack, TallySpec } from '../model/policy.ts'
import type { Variable } from './cel/compile.ts'
import { CelError } from './cel/value.ts'
import { type CompiledRule, compileRule, evidenceOf } from './compiled-rule.ts'
import { type Condition, type ConditionParser, conditionParser } from './condition.ts'
import { admitted } from './guard.ts'
import { namesFor, type Turn, tallyVariable } from './names.ts'
import { existenceWith } from './reach.ts'
import { type Match, type Scope, UNKNOWN } from './scope.ts'
import { RULE_EVENT_TYPES } from './signals/signal.ts'
import { EMPTY_TABLE, type RuleTable, stateKeysOf, tableFor } from './table.ts'
import { type CompiledTally, compileTally } from './tally.ts'

export type { CompiledRule, CompiledTally }

/** What a pack asks of an event, compiled: which facts and tallies to fetch, which to count, which rules to run. */
export interface Plan {
  pack: PolicyPack
  policies: Map<string, Policy>
  /** The pack's entity list, by id. */
  entities: ReadonlyMap<string, ListedEntity>
  /**
   * Keys of all states that judging the event can touch: its account, the hashtags, urls and targets that a tally or the hashtag facts
   * need, and the brakes of live rules that restrict on such events. Without doubles.
   */
  stateKeys(event: Event): string[]
  /** Tallies that events of this type feed, or that rules on them read. A tally no running rule reads is not kept. */
  talliesFor(type: AnyEventType): CompiledTally[]
  /** Rules, live and shadow, that can hold on events of this type, in the pack's order. */
  rulesFor(type: AnyEventType): CompiledRule[]
  /** Whether anything looks at the reading of such events: else they need not be read. */
  readsText(type: AnyEventType): boolean
  /** The rules of each event type, sorted for running. Belongs to `evaluate`. */
  tables: ReadonlyMap<AnyEventType, RuleTable>
  turn: Turn
}

/** Compiles a pack that has passed its checks. A pack that has not is a broken program: it throws. */
export function planOf(pack: PolicyPack): Plan {
  const turn: Turn = { count: 0 }
  const parse = conditionParser(new Map(pack.tallies.map(({ name, kind }) => [name, kind])))
  const existence = existenceWith(new Map(pack.tallies.map(({ name, by }) => [name, by])))
  const variables = new Map(
    pack.tallies.map(({ name, kind }): [string, Variable<Scope>] => [
      `tally.${name}`,
      tallyVariable(name, kind, turn),
    ]),
  )
  const names = namesFor(variables)
  const rules = pack.rules
    .filter(({ mode }) => mode !== 'off')
    .map((rule, index) => compileRule(rule, index, checked(parse, rule.when, rule.id), names, existence))
  const read = new Set(rules.flatMap(({ condition }) => condition.signals))
  const tallies = pack.tallies
    .filter(({ name }) => read.has(`tally.${name}`))
    .map((spec) => tallyOf(spec, parse))
  const tables = new Map(RULE_EVENT_TYPES.map((type) => [type, tableFor(type, rules, tallies, existence)]))
  const table = (type: AnyEventType) => tables.get(type) ?? EMPTY_TABLE
  return {
    pack,
    policies: new Map(pack.policies.map((policy) => [policy.id, policy])),
    entities: new Map(pack.entities.map((entity) => [entity.id, entity])),
    stateKeys: (event) => stateKeysOf(event, table(event.type)),
    talliesFor: (type) => table(type).tallies,
    rulesFor: (type) => table(type).rules,
    readsText: (type) => table(type).readsText,
    tables,
    turn,
  }
}

function checked(parse: ConditionParser, source: string, whose: string): Condition {
  const result = parse(source)
  if (result.ok) return result.condition
  throw new Error(`the condition of ${whose} was never checked: ${result.faults[0]!.message}`)
}

const tallyOf = (spec: TallySpec, parse: ConditionParser): CompiledTally =>
  compileTally(spec, spec.on ?? [], spec.where === null ? null : checked(parse, spec.where, spec.name))

/**
 * Runs all rules that can hold on the event. `matches` come in the pack's order, live and shadow alike. `gaps` names the signals that were
 * asked for, unknown, and left some rule undecided; `rule:<id>` stands for a condition that failed (a division by zero).
 */
export function evaluate(plan: Plan, scope: Scope): { matches: Match[]; gaps: string[] } {
  plan.turn.count += 1
  const table = plan.tables.get(scope.event.type)
  const outcome: Outcome = { held: [], gaps: null }
  if (table === undefined) return { matches: [], gaps: [] }
  for (const group of table.guarded) {
    const count = admitted(group, scope)
    for (let i = 0; i < count; i++) runRule(group.rules[i]!, scope, outcome)
  }
  for (const rule of table.open) runRule(rule, scope, outcome)
  const held = outcome.held.length > 1 ? outcome.held.sort((a, b) => a.index - b.index) : outcome.held
  return {
    matches: held.map((rule) => ({ rule: rule.rule, evidence: evidenceOf(rule, scope) })),
    gaps: outcome.gaps === null ? [] : [...outcome.gaps].sort(),
  }
}

interface Outcome {
  held: CompiledRule[]
  gaps: Set<string> | null
}

function runRule(compiled: CompiledRule, scope: Scope, outcome: Outcome): void {
  const value = compiled.run(scope)
  if (value === false) return
  if (value === true) {
    outcome.held.push(compiled)
    return
  }
  outcome.gaps ??= new Set()
  if (value instanceof CelError) outcome.gaps.add(`rule:${compiled.rule.id}`)
  else if (value === UNKNOWN && mayAdd(compiled, scope, outcome.gaps)) compiled.blame(scope, outcome.gaps)
}

/** Whether a rule could name a gap that is not known yet: when the reader is down, hundreds of rules lack the same signal. */
function mayAdd({ signals }: CompiledRule, scope: Scope, gaps: Set<string>): boolean {
  for (const { name, variable } of signals)
    if (!gaps.has(name) && variable.raw(scope) === UNKNOWN) return true
  return false
}
