import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/*
 * What must not lie open in the store. AES-256-GCM (NIST SP 800-38D) under a key derived from the installation's (HKDF, RFC 5869), so that a copy of
 * the store without `installation.key` tells nothing. (docs/spec/threats.md, N1)
 */

const NONCE_BYTES = 12
const TAG_BYTES = 16
const VERSION = 1

const keyFor = (key: Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), `holdfast ${purpose}`, 32))

export function seal(text: string, { key, purpose }: { key: Uint8Array; purpose: string }): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyFor(key, purpose), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** Null for what was sealed under another key, or changed since. */
export function unseal(
  sealed: string,
  { key, purpose }: { key: Uint8Array; purpose: string },
): string | null {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes[0] !== VERSION || bytes.length < 1 + NONCE_BYTES + TAG_BYTES) return null
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES)
  const tag = bytes.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES)
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(key, purpose), nonce)
    decipher.setAuthTag(tag)
    return Buffer.concat([
      decipher.update(bytes.subarray(1 + NONCE_BYTES + TAG_BYTES)),
      decipher.final(),
    ]).toString('utf8')
  } catch {
    return null
  }
}
