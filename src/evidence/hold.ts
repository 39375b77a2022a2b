import type { Hold, HoldBasis, HoldExtending, HoldPlacing } from '../model/evidence.ts'
import { DAY_MS, type Millis } from '../model/ids.ts'

/** What a basis asks for, as data. Terms are calendar months or days, as the text has it. */
export interface BasisTerms {
  title: string
  /** Where it is written. */
  law: string
  /** How long it lasts when no end is named; null: until it is lifted; `named`: an end has to be named. */
  term: { months: number } | { days: number } | null | 'named'
  /** How often it may be extended, and by how much at most at a time; null: as long as it is named. */
  extensions: { timesMax: number; daysMax: number | null }
  /** Whether a request or order has to be named. */
  reference: boolean
}

/** (docs/spec/evidence.md, E20 to E23; sources there) */
export const BASES: Record<HoldBasis, BasisTerms> = {
  tco: {
    title: 'terrorist content that was removed, or to which access was disabled',
    law: 'Regulation (EU) 2021/784, Article 6',
    term: { months: 6 },
    extensions: { timesMax: 64, daysMax: null },
    reference: false,
  },
  'us-2703f': {
    title: 'preservation request of a United States governmental entity',
    law: '18 U.S.C. § 2703(f)',
    term: { days: 90 },
    extensions: { timesMax: 1, daysMax: 90 },
    reference: true,
  },
  court: {
    title: 'order of a court or a competent authority',
    law: 'the order itself',
    term: null,
    extensions: { timesMax: 64, daysMax: null },
    reference: true,
  },
  internal: {
    title: 'own reasons, such as an expected claim',
    law: 'the house’s own',
    term: 'named',
    extensions: { timesMax: 64, daysMax: null },
    reference: false,
  },
}

/** Holds of one account or one piece of evidence, those that ended included. */
export const HOLDS_PER_SCOPE_MAX = 64

/** Forbids deletion at that moment. Before it was placed counts as well: a clock that is behind must not free anything. */
export const isLive = ({ lifted, until }: Hold, at: Millis): boolean =>
  lifted === null && (until === null || Date.parse(until) > at)

/** When a hold ends that was placed then: the end that was named, else the basis' own. */
export function endOf(basis: HoldBasis, placedAt: string, named: string | null): string | null {
  if (named !== null) return new Date(named).toISOString()
  const { term } = BASES[basis]
  if (term === null || term === 'named') return null
  if ('days' in term) return new Date(Date.parse(placedAt) + term.days * DAY_MS).toISOString()
  return addMonths(placedAt, term.months)
}

/** The same day so many months on, or the last day of that month where it is shorter. */
function addMonths(from: string, months: number): string {
  const start = new Date(from)
  const end = new Date(start)
  end.setUTCDate(1)
  end.setUTCMonth(start.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate()
  end.setUTCDate(Math.min(start.getUTCDate(), lastDay))
  return end.toISOString()
}

/** What stands against placing a hold, in words, or null. `at`: ISO 8601. */
export function placingFault({ basis, until, reference }: HoldPlacing, at: string): string | null {
  const { term, reference: needed, law } = BASES[basis]
  if (needed && (reference ?? '').trim() === '')
    return `a hold by ${law} names the request or order it rests on`
  if (until !== null && Number.isNaN(Date.parse(until))) return 'its end is no time'
  if (until !== null && Date.parse(until) <= Date.parse(at)) return 'its end has passed already'
  if (term === 'named' && until === null) return 'a hold for own reasons names its end'
  if (
    term !== null &&
    term !== 'named' &&
    until !== null &&
    Date.parse(until) < Date.parse(endOf(basis, at, null)!)
  )
    return `its end is before that of ${law}; the term there is the least`
  if (basis === 'us-2703f' && until !== null && Date.parse(until) > Date.parse(endOf(basis, at, null)!))
    return `${law} gives 90 days, and 90 more when the request is renewed: extend it then`
  return null
}

/** What stands against extending it, in words, or null. It only ever gets longer: to end it sooner is to lift it. */
export function extendingFault(
  hold: Hold,
  { until }: Pick<HoldExtending, 'until'>,
  at: string,
): string | null {
  const { timesMax, daysMax } = BASES[hold.basis].extensions
  if (hold.lifted !== null) return 'it was lifted: place a new one'
  if (!isLive(hold, Date.parse(at))) return 'it has lapsed: place a new one'
  if (hold.until === null) return 'it lasts until it is lifted already'
  if (hold.extended.length >= timesMax)
    return `by ${BASES[hold.basis].law} it can be extended ${timesMax === 1 ? 'once' : `${timesMax} times`} only`
  if (until === null) return daysMax === null ? null : `by ${BASES[hold.basis].law} an extension has an end`
  const end = Date.parse(until)
  if (Number.isNaN(end)) return 'its end is no time'
  if (end <= Date.parse(hold.until)) return 'it would not last longer than it does'
  if (daysMax !== null && end > Date.parse(hold.until) + daysMax * DAY_MS)
    return `by ${BASES[hold.basis].law} it can be extended by ${daysMax} days at most`
  return null
}

/** The end of an extension where none was named: the most its basis gives, else what stands. */
export function extensionOf({ basis, until }: Hold, named: string | null): string | null {
  if (named !== null || until === null) return named === null ? null : new Date(named).toISOString()
  const { daysMax } = BASES[basis].extensions
  return daysMax === null ? null : new Date(Date.parse(until) + daysMax * DAY_MS).toISOString()
}
