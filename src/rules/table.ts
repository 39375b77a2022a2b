import type { AnyEventType, Event } from '../model/event.ts'
import { stateKey } from '../model/state.ts'
import { groupOf } from './catalogue.ts'
import type { CompiledRule } from './compiled-rule.ts'
import { behindGuards, type GuardedRules } from './guard.ts'
import { canHoldOn, type Existence } from './reach.ts'
import { aboutOf, type CompiledTally, concerns, keysBy } from './tally.ts'

/** What of a pack matters to events of one type, sorted for running. */
export interface RuleTable {
  /** In the pack's order. */
  rules: CompiledRule[]
  /** The same rules, as they are run: behind their guards, or always. */
  guarded: GuardedRules<CompiledRule>[]
  open: CompiledRule[]
  tallies: CompiledTally[]
  /** Which entities of an event, beside its account, have states that matter. */
  entities: ('hashtag' | 'url' | 'target')[]
  /** Keys of the brakes that rules here can press. */
  brakes: string[]
  readsText: boolean
}

export const EMPTY_TABLE: RuleTable = {
  rules: [],
  guarded: [],
  open: [],
  tallies: [],
  entities: [],
  brakes: [],
  readsText: false,
}

export function tableFor(
  type: AnyEventType,
  all: CompiledRule[],
  allTallies: CompiledTally[],
  existence: Existence,
): RuleTable {
  const rules = all.filter(
    ({ rule, condition }) => rule.on.includes(type) && canHoldOn(condition.ast, type, existence),
  )
  const asked = new Set(rules.flatMap(({ condition }) => condition.signals))
  const tallies = allTallies.filter(
    ({ spec, on }) => concerns(spec, type) && (on.includes(type) || asked.has(`tally.${spec.name}`)),
  )
  const counted = tallies.filter(({ on }) => on.includes(type)).flatMap(({ signals }) => signals)
  const entities = new Set(tallies.map(({ spec }) => spec.by).filter((by) => by !== 'account'))
  if ([...asked, ...counted].some((signal) => signal.startsWith('hashtag.'))) entities.add('hashtag')
  return {
    rules,
    ...behindGuards(rules),
    tallies,
    entities: [...entities],
    brakes: rules.filter(canRestrict).map(({ rule }) => stateKey.rule(rule.id)),
    readsText: [...asked, ...counted].some((signal) => READ_GROUPS.includes(groupOf(signal))),
  }
}

/** Groups of signals that stand in a reading. */
const READ_GROUPS = ['reading', 'entity', 'opinion', 'translation']

const canRestrict = ({ rule }: CompiledRule): boolean =>
  rule.mode === 'live' && rule.verdict === 'restrict' && rule.brake !== null

export function stateKeysOf(event: Event, { entities, brakes }: RuleTable): string[] {
  const keys = [stateKey.account(aboutOf(event)), ...brakes]
  for (const entity of entities) keys.push(...keysBy[entity](event))
  return keys
}
