import { wilson } from '../../lib/wilson.ts'

/** A text that both models were asked about. */
export interface Compared {
  /** What it is counted under: a policy, or `permitted`. */
  group: string
  language: string
  /** What it should be. */
  violating: boolean
  /** Whether the rules would queue or restrict it, with each model. */
  before: boolean
  after: boolean
}

/** Texts of one group and language: how many were found with each model. */
export interface ComparedRow {
  group: string
  language: string
  violating: boolean
  of: number
  before: number
  after: number
}

export type Conclusion = 'better' | 'not better' | 'too few to say'

export interface Comparison {
  conclusion: Conclusion
  /** In a sentence. */
  why: string
  /** Texts that only one of the two got right. */
  won: number
  lost: number
  /** Two-sided, exact. */
  p: number
}

/** Below so many texts of either kind, no difference says anything. */
export const EACH_KIND_LEAST = 20
/** A difference is believed where chance alone would make one as large less often than this. */
export const BELIEVED = 0.05

export const isRight = (found: boolean, { violating }: Compared): boolean => found === violating

/** All languages first, then each, for every group; permitted ones last. */
export function tableOf(compared: readonly Compared[]): ComparedRow[] {
  const rows = new Map<string, ComparedRow>()
  for (const { group, language, violating, before, after } of compared)
    for (const tongue of ['all', language]) {
      const key = `${violating ? 0 : 1} ${group} ${tongue === 'all' ? '' : tongue}`
      const row = rows.get(key) ?? { group, language: tongue, violating, of: 0, before: 0, after: 0 }
      row.of += 1
      if (before) row.before += 1
      if (after) row.after += 1
      rows.set(key, row)
    }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

/**
 * Whether the second model is better, by texts of which just one of the two was right: McNemar's test, exact (Q. McNemar, Psychometrika 12,
 * 1947). More false alarms that are no accident outweigh whatever else was won.
 */
export function compare(compared: readonly Compared[]): Comparison {
  const { won, lost, p } = pairs(compared)
  const permitted = compared.filter(({ violating }) => !violating)
  const said = { won, lost, p }
  const kinds = [compared.length - permitted.length, permitted.length]
  if (Math.min(...kinds) < EACH_KIND_LEAST) {
    const why = `${kinds[0]} violating and ${kinds[1]} permitted texts were held out, and ${EACH_KIND_LEAST} of each are the least`
    return { conclusion: 'too few to say', why, ...said }
  }
  const alarms = pairs(permitted)
  if (alarms.lost > alarms.won && alarms.p < BELIEVED) {
    const why = `it raises false alarms: ${alarms.lost} permitted texts more, ${alarms.won} fewer (${chance(alarms.p)})`
    return { conclusion: 'not better', why, ...said }
  }
  const told = `${won} texts are right that were wrong, ${lost} wrong that were right (${chance(p)})`
  if (p < BELIEVED) return { conclusion: won > lost ? 'better' : 'not better', why: told, ...said }
  // Even if all of them fell to one side, so few differences could be chance.
  if (won + lost > 0 && mcnemar(won + lost, 0) >= BELIEVED)
    return { conclusion: 'too few to say', why: `${told}: too few differences to tell from chance`, ...said }
  return { conclusion: 'not better', why: won + lost === 0 ? 'both decide the same' : told, ...said }
}

function pairs(compared: readonly Compared[]): { won: number; lost: number; p: number } {
  let won = 0
  let lost = 0
  for (const one of compared) {
    const before = isRight(one.before, one)
    const after = isRight(one.after, one)
    if (after && !before) won += 1
    if (before && !after) lost += 1
  }
  return { won, lost, p: mcnemar(won, lost) }
}

/** How often a fair coin falls at least as unevenly, either way. Sums in logarithms: no count is too large. */
export function mcnemar(won: number, lost: number): number {
  const of = won + lost
  if (of === 0) return 1
  const fewer = Math.min(won, lost)
  let log = -of * Math.LN2
  let sum = Math.exp(log)
  for (let i = 1; i <= fewer; i++) {
    log += Math.log((of - i + 1) / i)
    sum += Math.exp(log)
  }
  return Math.min(1, 2 * sum)
}

const chance = (p: number): string => (p < 0.0001 ? 'p < 0.0001' : `p = ${p.toFixed(4)}`)

/** `62.5 % (48.1–75.0)`: share and its 95 % interval. */
export function shareWords(hits: number, of: number): string {
  if (of === 0) return '–'
  const { low, high } = wilson(hits, of)
  const percent = (share: number) => (share * 100).toFixed(1)
  return `${percent(hits / of)} % (${percent(low)}–${percent(high)})`
}
