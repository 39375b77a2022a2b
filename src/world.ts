import { newStanding } from './campaigns/standing.ts'
import { type LineageIndex, newPopulation } from './lineage/lineage.ts'
import type { Campaign, CampaignStanding } from './model/campaign.ts'
import type { Decision, Job, OutboxEntry } from './model/decision.ts'
import type { DeskRow } from './model/desk.ts'
import type { Event } from './model/event.ts'
import type { Capture, Evidence, Hold, View } from './model/evidence.ts'
import type { LedgerNote } from './model/ledger.ts'
import type { Link } from './model/link.ts'
import { POPULATION_KEY, type PopulationState } from './model/population.ts'
import type { Reading } from './model/reading.ts'
import type { Gap } from './model/signal.ts'
import { type EntityState, stateKey } from './model/state.ts'
import type { Threat } from './model/threat.ts'
import type { Plan } from './rules/rules.ts'

/*
 * What judgement folds over, and what it folds into.
 */

/** An event with what was measured of it: all that judgement learns of the outside. */
export interface Measured {
  event: Event
  reading: Reading | null
  gaps: Gap[]
}

/**
 * What judgement remembers while it folds. `states` holds every state the batch can touch (`keysOf` names them);
 * judgement changes them in place. Whoever owns the world drops it when a commit fails.
 */
export interface World {
  plan: Plan
  states: Map<string, EntityState>
  lineage: LineageIndex
  /** Cases that what comes may join, kept at hand: which one a post belongs to is only known while it is judged. Absent before the first. */
  openCases?: Map<string, EntityState>
}

/** Everything a run of events led to, in order. */
export interface Judgement {
  decisions: Decision[]
  jobs: Job[]
  outbox: OutboxEntry[]
  links: Link[]
  campaigns: Campaign[]
  threats: Threat[]
  /** When each of them came to stand so: the time of its event. */
  threatTimes: string[]
  /** What is to be preserved before this batch's actions go out. */
  captures: Capture[]
  evidence: Evidence[]
  holds: Hold[]
  views: View[]
  custody: LedgerNote[]
  /** What people's acts change at the desk. */
  desk: DeskRow[]
  changed: Set<EntityState>
}

export const emptyJudgement = (): Judgement => ({
  decisions: [],
  jobs: [],
  outbox: [],
  links: [],
  campaigns: [],
  threats: [],
  threatTimes: [],
  captures: [],
  evidence: [],
  holds: [],
  views: [],
  custody: [],
  desk: [],
  changed: new Set(),
})

/** The state, made where there is none yet. Whoever changes it adds it to what changed. */
export function stateOf(world: World, key: string): EntityState {
  let state = world.states.get(key)
  if (state === undefined) {
    state = { key, tallies: {} }
    world.states.set(key, state)
  }
  return state
}

export function populationIn(world: World, into: Judgement): PopulationState {
  const state = stateOf(world, POPULATION_KEY)
  into.changed.add(state)
  return (state.population ??= newPopulation())
}

/** What is remembered of a campaign, from its first telling on. */
export function standingIn(id: string, world: World, into: Judgement): CampaignStanding {
  const state = stateOf(world, stateKey.campaign(id))
  into.changed.add(state)
  return (state.campaign ??= newStanding())
}

export function brakeOf(rule: string, world: World, into: Judgement) {
  const state = stateOf(world, stateKey.rule(rule))
  into.changed.add(state)
  return (state.brake ??= { hours: {} })
}
