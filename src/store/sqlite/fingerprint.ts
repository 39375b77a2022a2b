/** A keyed 64-bit hash as two unsigned halves. Filled by `fingerprint`, so that hashing allocates nothing. */
export interface Fingerprint {
  high: number
  low: number
}

/**
 * HalfSipHash-1-3 with 64 bits out (Aumasson and Bernstein 2012, the 32-bit variant of their reference code), over UTF-16
 * code units, two to a word. Keyed, so that a sender cannot prepare ids that collide.
 */
export function fingerprint(text: string, key: Uint32Array, into: Fingerprint): void {
  const [k0, k1] = [key[0]!, key[1]!]
  let v0 = k0
  let v1 = k1 ^ 0xee
  let v2 = 0x6c796765 ^ k0
  let v3 = 0x74656462 ^ k1
  const pairs = text.length & ~1

  const round = () => {
    v0 = (v0 + v1) | 0
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0
    v0 = (v0 << 16) | (v0 >>> 16)
    v2 = (v2 + v3) | 0
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2
    v0 = (v0 + v3) | 0
    v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0
    v2 = (v2 + v1) | 0
    v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2
    v2 = (v2 << 16) | (v2 >>> 16)
  }
  const take = (word: number) => {
    v3 ^= word
    round()
    v0 ^= word
  }

  for (let i = 0; i < pairs; i += 2) take(text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16))
  take((text.length << 24) | (pairs < text.length ? text.charCodeAt(pairs) : 0))
  v2 ^= 0xee
  round()
  round()
  round()
  into.high = (v1 ^ v3) >>> 0
  v1 ^= 0xdd
  round()
  round()
  round()
  into.low = (v1 ^ v3) >>> 0
}
