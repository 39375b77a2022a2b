import type { ThreatFactor, ThreatGrade } from '../model/threat.ts'

/**
 * Grades a text by the factors coded in it, by the table of docs/spec/threats.md (H4 to H10), the first row that fits. After the levels of
 * O'Toole, The School Shooter (FBI, 2000): a threat is graver the more specific and the more thought through it is.
 */
export function gradeOf(factors: readonly ThreatFactor[]): ThreatGrade {
  const value = (name: string) => factors.find(({ factor }) => factor === name)?.value ?? 'unknown'
  const has = (name: string) => value(name) === 'present'
  const whenOrWhere = has('time') || has('place')
  const details = ['target', 'means', 'time', 'place', 'preparation', 'capability'].filter(has).length

  if (value('intent') === 'absent') return 'low'
  if (value('intent') === 'unknown') return details >= 2 ? 'high-unspecific' : 'medium'
  if (has('target') && whenOrWhere) return 'high-specific'
  if (has('preparation')) return 'high-unspecific'
  if (has('leakage') && has('time')) return 'high-unspecific'
  if (details >= 2) return 'high-unspecific'
  return details === 1 || has('leakage') ? 'medium' : 'low'
}
