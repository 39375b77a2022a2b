import { CAMPAIGN_BRAKE, type Room as CampaignRoom } from './campaigns/review.ts'
import type { Room as ReviewRoom } from './decisions/room.ts'
import type { EvidenceRoom } from './evidence/acts.ts'
import { POPULATION_KEY } from './model/population.ts'
import { DESK_KEY, type EntityState, stateKey } from './model/state.ts'
import { type DeskRoom, newDesk } from './threats/room.ts'
import { brakeOf, type Judgement, standingIn, stateOf, type World } from './world.ts'

/*
 * What each desk may touch of the world while people's acts are folded.
 */

/** What the threat desk may touch. Cases it has open are at hand whichever event they turn out to belong to. */
export function deskRoomOf(world: World, into: Judgement): DeskRoom {
  const changing = (key: string): EntityState => {
    const state = world.openCases?.get(key) ?? stateOf(world, key)
    into.changed.add(state)
    return state
  }
  const known = (key: string): EntityState | undefined => {
    const state = world.openCases?.get(key) ?? world.states.get(key)
    if (state !== undefined) into.changed.add(state)
    return state
  }
  return {
    plan: world.plan,
    desk: () => (changing(DESK_KEY).desk ??= newDesk()),
    threat: (id) => known(stateKey.threat(id))?.threat,
    putThreat(standing) {
      const key = stateKey.threat(standing.id)
      const state = changing(key)
      state.threat = standing
      world.openCases ??= new Map()
      world.openCases.set(key, state)
    },
    letGo(id) {
      const key = stateKey.threat(id)
      const state = world.openCases?.get(key)
      if (state !== undefined) world.states.set(key, state)
      world.openCases?.delete(key)
    },
    order: (id) => known(stateKey.order(id))?.order,
    putOrder: (standing) => void (changing(stateKey.order(standing.id)).order = standing),
    request: (id) => known(stateKey.request(id))?.request,
    putRequest: (standing) => void (changing(stateKey.request(standing.id)).request = standing),
  }
}

/** What an act of the desk may touch. Its event names them all, so that the one read has fetched them. */
export function reviewRoomOf(world: World, into: Judgement): ReviewRoom {
  return {
    state(key) {
      const state = world.states.get(key)
      if (state !== undefined) into.changed.add(state)
      return state
    },
    make(key) {
      const state = stateOf(world, key)
      into.changed.add(state)
      return state
    },
    plan: world.plan,
    index: world.lineage,
    population: world.states.get(POPULATION_KEY)?.population ?? null,
  }
}

/** What a review of a campaign may touch. Its event names them all, so that the one read has fetched them. */
export const campaignRoomOf = (world: World, into: Judgement): CampaignRoom => {
  const changing = (key: string) => {
    const state = world.states.get(key)
    if (state !== undefined) into.changed.add(state)
    return state
  }
  return {
    campaign: (id) => standingIn(id, world, into),
    account: (id) => changing(stateKey.account(id))?.account,
    hashtag: (tag) => changing(stateKey.hashtag(tag.toLowerCase()))?.hashtag,
    brake: () => brakeOf(CAMPAIGN_BRAKE, world, into),
    plan: world.plan,
  }
}

/** What an act on evidence may touch. */
export const evidenceRoomOf = (world: World, into: Judgement): EvidenceRoom => ({
  evidence(id) {
    const state = world.states.get(stateKey.evidence(id))
    if (state !== undefined) into.changed.add(state)
    return state?.evidence
  },
  holds(scope) {
    const state = stateOf(world, stateKey.holds(scope))
    into.changed.add(state)
    return (state.holds ??= [])
  },
})
