import {
  type FactorValue,
  type GradingState,
  THREAT_GRADES,
  type ThreatFactor,
  type ThreatGrade,
  type ThreatStanding,
} from '../model/threat.ts'
import { currentFactors, isThere } from './factors.ts'

/**
 * Grades a case by the factors coded in it, by the table of docs/spec/threats.md (G1 to G10), the first row that fits. After the levels of
 * O'Toole, The School Shooter (FBI, 2000): a threat is graver the more specific and the more thought through it is; and after Meloy and others
 * (2012, 2018), that leakage, last-resort language and preparation come before attacks oftener than threats in plain words do.
 */
export function gradeOf(factors: readonly ThreatFactor[]): ThreatGrade {
  const value = (name: string): FactorValue =>
    factors.find(({ factor }) => factor === name)?.value ?? 'unknown'
  const has = (name: string) => isThere(value(name))
  const whenOrWhere = has('time') || has('place')
  const quiet = has('leakage') || has('last-resort')
  const details = ['target', 'means', 'time', 'place', 'preparation', 'capability'].filter(has).length

  if (value('intent') === 'absent') return has('last-resort') ? 'medium' : 'low'
  if (value('intent') === 'unknown') return details >= 2 ? 'high-unspecific' : 'medium'
  if (has('target') && whenOrWhere) return 'high-specific'
  if (has('preparation')) return 'high-unspecific'
  if (quiet && has('time')) return 'high-unspecific'
  if (has('leakage') && has('last-resort')) return 'high-unspecific'
  if (details >= 2) return 'high-unspecific'
  return details === 1 || quiet ? 'medium' : 'low'
}

export const isHigh = (grade: ThreatGrade): boolean =>
  grade === 'high-unspecific' || grade === 'high-specific'

const rank = (grade: ThreatGrade): number => THREAT_GRADES.indexOf(grade)
export const isGraver = (grade: ThreatGrade, than: ThreatGrade): boolean => rank(grade) > rank(than)
const graver = (a: ThreatGrade, b: ThreatGrade): ThreatGrade => (isGraver(a, b) ? a : b)

/** What the table gives for a case as it is coded. */
export const tableGrade = ({ codings }: Pick<ThreatStanding, 'codings'>): ThreatGrade =>
  gradeOf(currentFactors(codings))

/**
 * The grade that stands, and how firmly (G11 to G15): the table's until somebody graded; then that person's, unless one of the two is high; then
 * it takes a second, and until then the graver stands. Two who differ are told apart by a third.
 */
export function gradingOf(standing: Pick<ThreatStanding, 'codings' | 'gradings' | 'round'>): {
  grade: ThreatGrade
  state: GradingState
} {
  const table = tableGrade(standing)
  const [first, second, third] = standing.gradings.filter(({ round }) => round === standing.round)
  if (first === undefined) return { grade: table, state: 'table' }
  if (!isHigh(first.grade) && !isHigh(table)) return { grade: first.grade, state: 'settled' }
  if (second === undefined) return { grade: graver(table, first.grade), state: 'second' }
  if (first.grade === second.grade) return { grade: first.grade, state: 'settled' }
  if (third === undefined) return { grade: graver(first.grade, second.grade), state: 'disputed' }
  return { grade: third.grade, state: 'settled' }
}
