import type { ActionKind, Verdict } from '../model/decision.ts'
import type { AnyEventType } from '../model/event.ts'
import type { ListedEntity } from '../model/listed-entity.ts'
import type { RuleMode, TallySpec, TermBank } from '../model/policy.ts'
import type { ThreatTables } from '../model/threat-tables.ts'
import type { Condition } from './condition.ts'
import type { Written } from './fields.ts'
import type { Spot } from './source.ts'

/*
 * A pack while it is being checked: what the files say, each part with its place. Whatever could be read is here, also where
 * something else is wrong, so that one pass finds all problems.
 */

export interface PolicyDraft {
  spot: Spot
  id: Written<string>
  title: string
  prose: string
  precedence: number
  violating: boolean
  ground: { kind: 'illegal' | 'incompatible'; reference: string; category: string } | null
}

export interface TallyDraft {
  spot: Spot
  name: string
  kind: TallySpec['kind']
  of: string
  by: TallySpec['by']
  overMs: number
  k: number | null
  on: Written<AnyEventType>[] | null
  where: Written<string> | null
  /** Filled once parsed; null where it did not. */
  condition: Condition | null
}

export interface RuleDraft {
  spot: Spot
  id: Written<string>
  policy: Written<string>
  on: Written<AnyEventType>[] | null
  when: Written<string>
  verdict: Written<Verdict>
  /** Null where one of them could not be read. */
  actions: Written<ActionKind>[] | null
  mode: RuleMode
  brake: { perHour: number } | null
  strikes: Written<number> | null
  description: string
  label: Written<string> | null
  condition: Condition | null
}

export interface PackDraft {
  policies: PolicyDraft[]
  tallies: TallyDraft[]
  rules: RuleDraft[]
  banks: { spot: Spot; bank: TermBank }[]
  entities: { spot: Spot; entity: ListedEntity }[]
  /** Some entity could not be read. */
  entitiesBroken: boolean
  strikes: { lapseAfterMs: number; max: number }
  threats: ThreatTables
}
