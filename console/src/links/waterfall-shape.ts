import type { Link, LinkEvidence } from '../api/types.ts'

/** One bar of a waterfall, in percent of the width: it begins where the one before it ended. */
export interface Step {
  evidence: LinkEvidence
  from: number
  width: number
  against: boolean
}

export interface WaterfallShape {
  steps: Step[]
  /** Where zero bits stand, in percent. */
  zero: number
  /** Fields that were compared and weigh nothing. */
  weightless: string[]
  total: { from: number; width: number; bits: number; against: boolean }
}

/** Lays the evidence out as a waterfall, the weightiest first and what speaks against last. The scale holds every step and the total. */
export function waterfallOf({ waterfall, bits }: Pick<Link, 'waterfall' | 'bits'>): WaterfallShape {
  const sorted = waterfall.filter(({ bits }) => bits !== 0).toSorted((a, b) => b.bits - a.bits)
  const ends: number[] = []
  let sum = 0
  for (const { bits } of sorted) ends.push((sum += bits))
  const low = Math.min(0, bits, ...ends)
  const high = Math.max(1, bits, ...ends)
  const at = (value: number): number => round(((value - low) / (high - low)) * 100)
  const span = (from: number, to: number) => ({
    from: at(Math.min(from, to)),
    width: Math.max(0.8, round(at(Math.max(from, to)) - at(Math.min(from, to)))),
    against: to < from,
  })
  return {
    zero: at(0),
    weightless: waterfall.filter(({ bits }) => bits === 0).map(({ field }) => field),
    steps: sorted.map((evidence, index) => ({ evidence, ...span(ends[index - 1] ?? 0, ends[index]!) })),
    total: { bits, ...span(0, bits) },
  }
}

const round = (value: number): number => Math.round(value * 100) / 100

/** The names of both accounts where a name is among the evidence, else their ids. */
export function namesOf({
  waterfall,
  account,
  closedAccount,
}: Pick<Link, 'waterfall' | 'account' | 'closedAccount'>): {
  before: string
  now: string
} {
  const named = waterfall.find(({ field, left, right }) => field === 'handle' && left !== '' && right !== '')
  return { before: named?.right || closedAccount, now: named?.left || account }
}
