/**
 * How surprising it is that a stranger shares a value, in bits. `others` of `total` accounts have it. With nothing counted the
 * answer is `priorBits`; with much counted, the frequency, where the unseen counts as half a sighting (Krichevsky & Trofimov 1981). Each sighting
 * of the value makes the prior weigh less: what was seen often is as common as it was seen.
 */
export const rarityBits = (others: number, total: number, priorBits: number): number =>
  Math.max(0, Math.log2((total + 2 ** (priorBits - 1) / (1 + others) ** 2) / (others + 0.5)))

/** Bits in quarters: sums come out the same in any order, and read well. */
export const quarters = (bits: number): number => Math.round(bits * 4) / 4
