/*
 * PDQ (Facebook 2019, "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm"): 256 bits per picture, near
 * pictures have near hashes. Distances are Hamming; unrelated pictures lie around 128, copies below 31.
 */

const PDQ = /^[0-9a-fA-F]{64}$/
const WORDS = 8

/** A hash's 256 bits, or null when it is none. */
export function pdqOf(hex: string): Uint32Array | null {
  if (!PDQ.test(hex)) return null
  const bits = new Uint32Array(WORDS)
  for (let i = 0; i < WORDS; i++) bits[i] = Number.parseInt(hex.slice(i * 8, i * 8 + 8), 16)
  return bits
}

/** Bits that differ, 0 to 256. */
export function pdqDistance(left: Uint32Array, right: Uint32Array): number {
  let distance = 0
  for (let i = 0; i < WORDS; i++) distance += bitCount(left[i]! ^ right[i]!)
  return distance
}

function bitCount(word: number): number {
  word -= (word >>> 1) & 0x55555555
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** PDQ sets half its bits by construction; a hash far from that comes of a flat picture or is made up. */
export function isTelling(pdq: Uint32Array): boolean {
  let set = 0
  for (const word of pdq) set += bitCount(word)
  return set >= 64 && set <= 192
}

/** Sixteen pieces of 16 bits: copies up to distance 15 share at least one, and most up to 31 do. */
export function pdqPieces(pdq: Uint32Array): string[] {
  const pieces: string[] = []
  for (let i = 0; i < WORDS; i++)
    pieces.push(`${2 * i}:${pdq[i]! >>> 16}`, `${2 * i + 1}:${pdq[i]! & 0xffff}`)
  return pieces
}

export const pdqHex = (pdq: Uint32Array): string =>
  [...pdq].map((word) => word.toString(16).padStart(8, '0')).join('')
