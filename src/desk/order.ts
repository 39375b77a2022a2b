import { matterOf } from '../decisions/overturn.ts'
import type { Effects, Room } from '../decisions/room.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256 } from '../lib/hash.ts'
import type { LineageIndex } from '../lineage/lineage.ts'
import { createLineageIndex } from '../lineage/lineage.ts'
import type { DecisionRecord } from '../model/desk.ts'
import { POPULATION_KEY } from '../model/population.ts'
import { type EntityState, stateKey } from '../model/state.ts'
import type { Plan } from '../rules/rules.ts'
import type { Store } from '../store/store.ts'

/*
 * What an order may touch, and what it would do. A preview is the fold itself, run over copies: what it shows is what is done.
 * (docs/spec/review.md, F2)
 */

/**
 * Every state that taking a matter back, or acting on it, may touch: its decisions, the accounts they reached, the brakes that counted them. Read anew
 * until nothing more comes.
 */
export async function touchesOf(
  store: Pick<Store, 'load'>,
  { decisions, keys }: { decisions: readonly string[]; keys: readonly string[] },
): Promise<string[]> {
  const touched = new Set(keys)
  const states = new Map<string, EntityState>()
  let next = [...keys, ...decisions.map(stateKey.decision)]
  while (next.length > 0) {
    const loaded = await store.load(next)
    const found = new Set<string>()
    next.forEach((key, index) => {
      touched.add(key)
      const state = loaded[index]
      if (state === undefined) return
      states.set(key, state)
      for (const more of reachOfState(state)) if (!touched.has(more)) found.add(more)
    })
    next = [...found]
  }
  return [...touched]
}

function reachOfState({ decision, account, job }: EntityState): string[] {
  return [
    ...(decision === undefined ? [] : reachOfRecord(decision)),
    ...(account?.carriedTo ?? []).map(stateKey.account),
    ...(job?.proposal == null ? [] : [stateKey.proposal(job.proposal)]),
  ]
}

const reachOfRecord = (record: DecisionRecord): string[] => [
  stateKey.account(record.account),
  ...record.with.map(stateKey.decision),
  ...record.braked.map(stateKey.rule),
  ...(record.link === null ? [] : [stateKey.account(record.link)]),
]

/** A room over copies: what is done in it is done nowhere else. */
export async function trialRoom(
  store: Pick<Store, 'load'>,
  touches: readonly string[],
  plan: Plan,
): Promise<Room> {
  const names = [...touches, POPULATION_KEY]
  const loaded = await store.load(names)
  const states = new Map<string, EntityState>()
  names.forEach((key, index) => {
    const state = loaded[index]
    if (state !== undefined) states.set(key, structuredClone(state))
  })
  return {
    state: (key) => states.get(key),
    make(key) {
      const state = states.get(key) ?? { key, tallies: {} }
      states.set(key, state)
      return state
    },
    plan,
    index: lineageOver(states),
    population: states.get(POPULATION_KEY)?.population ?? null,
  }
}

/** Of the closed accounts only those that the order touches: enough to weigh a pair. */
function lineageOver(states: ReadonlyMap<string, EntityState>): LineageIndex {
  const index = createLineageIndex()
  for (const { account } of states.values()) if (account?.status === 'closed') index.add(account)
  return index
}

/** What an order would do, as it is shown. */
export interface Foreseen {
  decisions: {
    verdict: string
    policy: string
    actions: string[]
    strikes: number
    subject: string
    account: string
  }[]
  statement: string | null
  /** What goes to the platform. */
  outbox: { action: string; subject: string; account: string; restores: string | null }[]
  says: string[]
  jobs: { queue: string; subject: string }[]
  closes: string[]
  needsSecond: string | null
  token: string
}

export function foresee(effects: Effects): Foreseen {
  const proposal = effects.desk.find((row) => row.kind === 'proposal')
  const [decision] = effects.decisions
  const seen = {
    decisions: effects.decisions
      .slice(0, SHOWN_MAX)
      .map(({ verdict, policy, actions, strikes, subject, account }) => ({
        verdict,
        policy,
        actions,
        strikes,
        subject: subject.id,
        account,
      })),
    statement: decision?.statement.text ?? null,
    outbox: effects.outbox.slice(0, SHOWN_MAX).map(({ action, subject, account, restores = null }) => ({
      action,
      subject: subject.id,
      account,
      restores,
    })),
    says: decision?.why ?? [],
    jobs: effects.jobs.map(({ queue, subject }) => ({ queue, subject: subject.id })),
    closes: effects.desk.flatMap((row) => (row.kind === 'job' && row.status === 'decided' ? [row.id] : [])),
    needsSecond: proposal?.kind === 'proposal' ? proposal.row.reason : null,
  }
  const all = [effects.decisions.length, effects.outbox.length, seen]
  return { ...seen, token: sha256(canonicalJson(undated(all))).slice(0, 24) }
}
const SHOWN_MAX = 100

/** A decision’s number follows from the moment it is made: what is done does not depend on it. */
const undated = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replace(/\bd-[0-9a-f]{24}\b/g, 'd-'))

export const matterIn = (room: Room, decision: string): DecisionRecord[] =>
  matterOf(decision, (key) => room.state(key)) ?? []
