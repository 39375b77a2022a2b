import { judge } from './judge.ts'
import type { LineageIndex } from './lineage/lineage.ts'
import type { Seq } from './model/ids.ts'
import type { EntityState } from './model/state.ts'
import { textOf } from './pipeline.ts'
import type { Measurer } from './reading/measure.ts'
import type { Plan } from './rules/rules.ts'
import type { Store, StoredEvent } from './store/store.ts'
import { emptyJudgement, type Judgement, type Measured, type World } from './world.ts'

export interface ReplayOptions {
  store: Store
  newLineageIndex(): LineageIndex
  /** The plan for a pack that was in force. Not asked when `instead` is given. */
  planFor(pack: string): Promise<Plan>
  /** Judge everything by this plan, whatever was in force at the time. */
  instead?: Plan
  /** Read every text again, for a pack whose banks differ. Otherwise the recorded readings stand. */
  measurer?: Measurer
  to?: Seq
  progress?(done: Seq): void
}

/**
 * Judges the stored events again from the first, over an empty world. Nothing is written. With the recorded packs and
 * readings this reproduces the recorded decisions exactly (invariant 1). Memory grows with the number of entities that
 * the plan counts by (about 1 kB each), not with the number of events.
 */
export async function* replay(
  options: ReplayOptions,
): AsyncGenerator<{ events: StoredEvent[]; judgement: Judgement }> {
  const states = new Map<string, EntityState>()
  let world: World | null = null
  const lineage = options.newLineageIndex()
  if (options.instead !== undefined) world = { plan: options.instead, states, lineage }
  for await (const chunk of options.store.events({ from: 1, ...(options.to && { to: options.to }) })) {
    const judgement = emptyJudgement()
    for (const measured of await remeasured(chunk, options.measurer)) {
      if (measured.event.type === 'pack.loaded' && options.instead === undefined)
        world = { plan: await options.planFor(measured.event.pack.hash), states, lineage }
      if (world === null) throw new Error('the log does not begin with a policy pack')
      judge(measured, world, judgement)
    }
    options.progress?.(chunk.at(-1)!.seq)
    yield { events: chunk, judgement }
  }
}

async function remeasured(chunk: StoredEvent[], measurer: Measurer | undefined): Promise<Measured[]> {
  if (measurer === undefined) return chunk
  const readings = await measurer.measure(chunk.map(({ event }) => textOf(event)))
  return chunk.map((stored, index) => withRecorded({ event: stored.event, ...readings[index]! }, stored))
}

/** Nobody is asked again: what others answered of the text then, or did not, stands beside the new reading (invariant 1). */
function withRecorded(fresh: Measured, { reading, gaps }: StoredEvent): Measured {
  if (fresh.reading === null || reading === null) return fresh
  const { opinions, translation, protected: about } = reading
  return {
    ...fresh,
    reading: {
      ...fresh.reading,
      ...(opinions !== undefined && { opinions }),
      ...(translation !== undefined && { translation }),
      ...(about !== undefined && { protected: about }),
    },
    gaps: [...fresh.gaps, ...gaps.filter(({ signal }) => /^(?:opinion|translation|threat)\./.test(signal))],
  }
}
