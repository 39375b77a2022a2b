import type { Millis } from '../model/ids.ts'

/** How long something lasted, and whether its end was seen. */
export interface Lifetime {
  ms: Millis
  ended: boolean
}

/** Share that lasted longer than `ms`. */
export interface CurvePoint {
  ms: Millis
  survival: number
  atRisk: number
}

/**
 * The product-limit estimate (Kaplan & Meier, JASA 53, 1958): steps at each end that was seen. Lifetimes whose end was not seen count for as long as they
 * were watched. Empty for none.
 */
export function kaplanMeier(lifetimes: readonly Lifetime[]): CurvePoint[] {
  const sorted = [...lifetimes].sort((one, other) => one.ms - other.ms)
  const curve: CurvePoint[] = []
  let survival = 1
  for (let i = 0; i < sorted.length; ) {
    const { ms } = sorted[i]!
    const atRisk = sorted.length - i
    let ends = 0
    for (; i < sorted.length && sorted[i]!.ms === ms; i++) if (sorted[i]!.ended) ends++
    if (ends === 0) continue
    survival *= 1 - ends / atRisk
    curve.push({ ms, survival, atRisk })
  }
  return curve
}

/** The time by which half had ended, or null while more than half still last. */
export const medianOf = (curve: readonly CurvePoint[]): Millis | null =>
  curve.find(({ survival }) => survival <= 0.5)?.ms ?? null

/** Share that lasts longer than `ms`. */
export function survivalAt(curve: readonly CurvePoint[], ms: Millis): number {
  let survival = 1
  for (const point of curve) {
    if (point.ms > ms) break
    survival = point.survival
  }
  return survival
}
