import { createHash, createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto'

/** SHA-256, lower-case hex. */
export const sha256 = (input: string | Uint8Array): string => hash('sha256', input, 'hex')

/** HMAC-SHA-256 under the installation's key, 128 bits in base64url: what stands for an e-mail, an IP, a device. */
export const keyedToken = (key: Uint8Array, purpose: string, value: string): string =>
  createHmac('sha256', secretOf(key))
    .update(purpose)
    .update('\0')
    .update(value)
    .digest('base64url')
    .slice(0, 22)

/** A key is taken in once: that costs as much as the token. */
const secrets = new WeakMap<Uint8Array, KeyObject>()
function secretOf(key: Uint8Array): KeyObject {
  let secret = secrets.get(key)
  if (secret === undefined) {
    secret = createSecretKey(key)
    secrets.set(key, secret)
  }
  return secret
}

export const sha256Stream = () => createHash('sha256')

/** FNV-1a, 32 bits, over UTF-16 code units: for buckets and sketches, never for identity or secrets. */
export function fnv1a(text: string, seed = 0x811c9dc5): number {
  let state = seed
  for (let i = 0; i < text.length; i++) {
    state ^= text.charCodeAt(i)
    state = Math.imul(state, 0x01000193)
  }
  return state >>> 0
}
