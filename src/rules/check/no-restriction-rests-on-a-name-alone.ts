import { groupOf } from '../catalogue.ts'
import type { Condition } from '../condition.ts'
import { restsOn } from '../rests-on.ts'
import type { Check } from './check.ts'
import { grounds, SCORE_LEAST, type Tallies } from './no-restriction-rests-on-a-translation-alone.ts'

/**
 * Reporters, researchers and victims name organisations too, and an authority's list does not say what somebody wrote of one. To name it may bring a
 * text before a person, never restrict: every way for the condition to be true has to pass what else was found in the text, or reported.
 */
export function noRestrictionRestsOnANameAlone({ draft, report }: Check): void {
  const tallies = new Map(draft.tallies.map((tally) => [`tally.${tally.name}`, tally]))
  for (const { condition, verdict, when } of draft.rules) {
    if (condition === null || verdict.value !== 'restrict') continue
    if (!leansOnNames(condition, tallies) || restsOn(condition.ast, grounds(tallies))) continue
    report(when.spot, {
      message: 'the restriction would rest on the name of an organisation alone',
      hint: `add what is said of it on every way through the condition, such as "reading.tvec7 >= ${SCORE_LEAST}", or queue it: "verdict: review", "actions: [queue]"`,
    })
  }
}

const leansOnNames = ({ signals }: Condition, tallies: Tallies): boolean =>
  signals.some((signal) => isName(signal) || (tallies.get(signal)?.condition?.signals.some(isName) ?? false))

const isName = (signal: string): boolean => groupOf(signal) === 'entity'
