import type { ScoredPolicy } from '../model/policy-id.ts'
import type { Span } from '../model/reading.ts'
import type { Signs } from './stance.ts'
import type { TermEntry } from './terms.ts'

/*
 * What the name that somebody uses for an organisation says of how they stand to it. Supporters have names of honour for it, opponents of
 * contempt. It is evidence of the weak kind: reporters use both.
 */

type Found = readonly { entry: TermEntry; span: Span }[]

/** Policies about standing by an organisation. Threats and calls are not weighed by whom their author admires. */
const ALLEGIANCE: readonly ScoredPolicy[] = ['tvec1', 'tvec4', 'tvec6', 'tvec7']
/** In log-odds, once per text: with the grammar's own signs a nudge, alone far from any threshold. */
const OWN_WORTH = 0.8
const DEROGATORY_WORTH = -1.2

/** Calls an organisation by its opponents' name, and not by its own: a sign, of the weak kind, that the author condemns. */
export function leanByNames(signs: Signs, found: Found): void {
  const { own, derogatory } = namesIn(found)
  if (derogatory !== undefined && own === undefined) signs.weak.add('condemns')
}

/** What the names add to a policy's log-odds, and in which words it is told. */
export function variantReasons(
  policy: ScoredPolicy,
  found: Found,
): { reason: string; weight: number; span: Span }[] {
  if (!ALLEGIANCE.includes(policy)) return []
  const { own, derogatory } = namesIn(found)
  // Who uses both speaks of how it is called.
  if (own !== undefined && derogatory !== undefined) return []
  if (own !== undefined)
    return [{ reason: `“${own.entry.term}”, as its supporters call it`, weight: OWN_WORTH, span: own.span }]
  if (derogatory !== undefined)
    return [
      {
        reason: `“${derogatory.entry.term}”, as its opponents call it`,
        weight: DEROGATORY_WORTH,
        span: derogatory.span,
      },
    ]
  return []
}

const namesIn = (found: Found) => ({
  own: found.find(({ entry }) => entry.stance === 'own'),
  derogatory: found.find(({ entry }) => entry.stance === 'derogatory'),
})
