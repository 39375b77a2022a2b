import type { LineageIndex } from '../lineage/lineage.ts'
import type { Decision, Job, OutboxEntry } from '../model/decision.ts'
import type { DecisionRecord, DeskRow } from '../model/desk.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { Link } from '../model/link.ts'
import type { PopulationState } from '../model/population.ts'
import { type EntityState, stateKey } from '../model/state.ts'
import type { Plan } from '../rules/rules.ts'
import type { Reach } from './unwind.ts'

/** What an act of the desk may touch: the states its event names, changed in place. */
export interface Room {
  /** Undefined where it was not named, or where there is none. */
  state(key: string): EntityState | undefined
  /** Made new where there is none. Of keys that were not named only those of what this very event makes. */
  make(key: string): EntityState
  plan: Plan
  index: LineageIndex
  population: PopulationState | null
}

/** What an act led to. */
export interface Effects {
  decisions: Decision[]
  jobs: Job[]
  outbox: OutboxEntry[]
  links: Link[]
  /** What goes to the threat desk, with the account that it is about. */
  escalated: { decision: Decision; account: AccountFacts }[]
  records: DecisionRecord[]
  desk: DeskRow[]
}

export const nothing = (): Effects => ({
  decisions: [],
  jobs: [],
  outbox: [],
  links: [],
  escalated: [],
  records: [],
  desk: [],
})

export const reachOf = (room: Room): Reach => ({
  account: (id) => room.state(stateKey.account(id))?.account,
  brake: (rule) => room.state(stateKey.rule(rule))?.brake,
  index: room.index,
  population: room.population,
})
