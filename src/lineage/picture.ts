/*
 * PDQ (Facebook 2019, "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm"): 256 bits per picture, near
 * pictures have near hashes. Distances are Hamming; unrelated pictures lie around 128, copies below 31.
 */

const PDQ = /^[0-9a-fA-F]{64}$/
const PIECES = 16

/** A hash's 256 bits as sixteen UTF-16 units, or null when it is none: a third of the space of its digits. */
export function pdqOf(hex: string): string | null {
  if (!PDQ.test(hex)) return null
  const units: number[] = []
  for (let i = 0; i < PIECES; i++) units.push(Number.parseInt(hex.slice(i * 4, i * 4 + 4), 16))
  return String.fromCharCode(...units)
}

/** Bits that differ, 0 to 256. */
export function pdqDistance(left: string, right: string): number {
  let distance = 0
  for (let i = 0; i < PIECES; i++) distance += bitCount(left.charCodeAt(i) ^ right.charCodeAt(i))
  return distance
}

function bitCount(word: number): number {
  word -= (word >>> 1) & 0x5555
  word = (word & 0x3333) + ((word >>> 2) & 0x3333)
  word = (word + (word >>> 4)) & 0x0f0f
  return (word + (word >>> 8)) & 0x1f
}

/** PDQ sets half its bits by construction; a hash far from that comes of a flat picture or is made up. */
export function isTelling(pdq: string): boolean {
  let set = 0
  for (let i = 0; i < PIECES; i++) set += bitCount(pdq.charCodeAt(i))
  return set >= 64 && set <= 192
}

/** Sixteen pieces of 16 bits, as numbers below 2^20: copies up to distance 15 share at least one, and most up to 31 do. */
export function pdqPieces(pdq: string): number[] {
  const pieces: number[] = []
  for (let i = 0; i < PIECES; i++) pieces.push(i * 0x10000 + pdq.charCodeAt(i))
  return pieces
}

export function pdqHex(pdq: string): string {
  let hex = ''
  for (let i = 0; i < PIECES; i++) hex += pdq.charCodeAt(i).toString(16).padStart(4, '0')
  return hex
}
