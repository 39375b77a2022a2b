import type { ASTNode } from '@marcbachmann/cel-js'
import { SCORED_POLICIES } from '../../model/policy-id.ts'
import { groupOf } from '../catalogue.ts'
import { pathOf } from '../cel/compile.ts'
import { comparisonIn, negatedOp } from '../comparison.ts'
import type { Condition } from '../condition.ts'
import type { TallyDraft } from '../draft.ts'
import { pathsIn } from '../reach.ts'
import { restsOn } from '../rests-on.ts'
import type { Check } from './check.ts'

/** What a score on the original must reach at least to stand beside a translation. Below it, the translation would be doing the work. */
export const SCORE_LEAST = 0.3

const FOUND = ['reading.acts', 'reading.terms', 'reading.banks']
const NAMED = ['reading.hasTarget', 'reading.hasTime', 'reading.hasPlace', 'reading.hasMeans']

/**
 * Machines mistranslate, and dialects and idioms first of all. What only a translation says may bring a text before a person, never
 * restrict (invariant 5): every way for the condition to be true has to pass something found in the original text, or reported by a
 * person. It is looked for behind tallies too: counting translations makes no ground of them.
 */
export function noRestrictionRestsOnATranslationAlone({ draft, report }: Check): void {
  const tallies = new Map(draft.tallies.map((tally) => [`tally.${tally.name}`, tally]))
  for (const { condition, verdict, when } of draft.rules) {
    if (condition === null || verdict.value !== 'restrict') continue
    if (!leansOnTranslation(condition, tallies) || restsOn(condition.ast, grounds(tallies))) continue
    report(when.spot, {
      message: 'the restriction would rest on a machine’s translation alone',
      hint: `add what was found in the original on every way through the condition, such as "reading.tvec8 >= ${SCORE_LEAST}", or queue it: "verdict: review", "actions: [queue]"`,
    })
  }
}

export type Tallies = ReadonlyMap<string, TallyDraft>

const leansOnTranslation = ({ signals }: Condition, tallies: Tallies): boolean =>
  signals.some(
    (signal) =>
      groupOf(signal) === 'translation' ||
      tallies.get(signal)?.condition?.signals.some((inner) => groupOf(inner) === 'translation'),
  )

/** A part that asks for something found in the text itself, or reported by a person. */
export const grounds =
  (tallies: Tallies) =>
  (part: ASTNode, negated: boolean): boolean => {
    const comparison = comparisonIn(part)
    switch (comparison?.kind) {
      case 'number': {
        const op = negated ? negatedOp(comparison.op) : comparison.op
        return ['>', '>=', '=='].includes(op) && isEnough(comparison.signal, op, comparison.constant, tallies)
      }
      case 'text':
        return comparison.signal === 'report.policy' && (comparison.op === '==') !== negated
      case 'among':
        return comparison.signal === 'report.policy' && !negated
      case 'member':
        return FOUND.includes(comparison.signal) && !negated
      default:
        return !negated && isFound(part)
    }
  }

function isEnough(signal: string, op: string, constant: number, tallies: Tallies): boolean {
  const atLeastOne = constant >= 1 || (constant === 0 && op === '>')
  if (signal === 'reading.frames') return atLeastOne
  const tally = tallies.get(signal)
  if (tally !== undefined) return atLeastOne && countsGrounds(tally, tallies)
  const [group, field] = signal.split('.', 2) as [string, string]
  const isScore = (SCORED_POLICIES as readonly string[]).includes(field)
  return (group === 'reading' || group === 'opinion') && isScore && constant >= SCORE_LEAST
}

/** Reports are people's; posts count where what lets them be counted is a ground itself. */
const countsGrounds = ({ of, condition }: TallyDraft, tallies: Tallies): boolean =>
  of === 'report' || (condition !== null && restsOn(condition.ast, grounds(tallies)))

/** `reading.hasTarget`, or `reading.acts.exists(…)`. */
function isFound(part: ASTNode): boolean {
  const path = pathOf(part)
  if (path !== null) return NAMED.includes(path)
  return (
    part.op === 'rcall' &&
    part.args[0] === 'exists' &&
    pathsIn(part.args[1]).some((signal) => FOUND.includes(signal))
  )
}
