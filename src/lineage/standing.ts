import type { AccountFacts } from '../model/facts.ts'
import type { Link } from '../model/link.ts'
import type { LineageIndex } from './lineage-index.ts'

/** What an account's facts keep of the links told of it: the strongest. */
export function lineageFrom(index: LineageIndex, links: readonly Link[]): AccountFacts['lineage'] {
  const strongest = links[0]
  if (strongest === undefined) return null
  const closed = index.factsOf(strongest.closedAccount)
  return {
    closedAccount: strongest.closedAccount,
    tier: strongest.tier,
    bits: strongest.bits,
    closedFor: closed?.closedFor ?? null,
    generation: (closed?.lineage?.generation ?? 0) + 1,
  }
}
