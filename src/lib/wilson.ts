export interface Interval {
  low: number
  high: number
}

/** Two-sided 95 % of the standard normal distribution. */
const Z = 1.959963984540054

/**
 * Wilson's score interval for a share, 95 % (E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * JASA 22, 1927). Right where a share is near 0 or 1 and the sample small, which is where the usual one fails. Of nothing: 0 to 1.
 */
export function wilson(hits: number, of: number): Interval {
  if (of === 0) return { low: 0, high: 1 }
  const share = hits / of
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  const middle = share + (Z * Z) / (2 * of)
  const scale = 1 + (Z * Z) / of
  // At the ends the bound is exact; rounding must not push it past the share itself.
  return {
    low: hits === 0 ? 0 : (middle - spread) / scale,
    high: hits === of ? 1 : (middle + spread) / scale,
  }
}
