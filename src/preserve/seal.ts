import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto'

/** Of the clear text, at most, in one sealed piece. */
export const PIECE_BYTES = 1024 * 1024
const TAG_BYTES = 16

/**
 * One piece of a file under AES-256-GCM. Its place is the nonce, for each file has a key of its own; whether it is the last is sealed with it, so that a
 * file cannot be cut, lengthened or put together otherwise.
 */
export function seal(key: KeyObject, place: number, last: boolean, clear: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place))
  cipher.setAAD(aadOf(last))
  return Buffer.concat([cipher.update(clear), cipher.final(), cipher.getAuthTag()])
}

/** The clear text, or null where the piece was changed, moved, or sealed under another key. */
export function unseal(key: KeyObject, place: number, last: boolean, sealed: Uint8Array): Buffer | null {
  if (sealed.length < TAG_BYTES) return null
  const end = sealed.length - TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(place), { authTagLength: TAG_BYTES })
  decipher.setAAD(aadOf(last))
  decipher.setAuthTag(sealed.subarray(end))
  const clear = decipher.update(sealed.subarray(0, end))
  try {
    decipher.final()
    return clear
  } catch {
    return null
  }
}

function nonceOf(place: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(place, 8)
  return nonce
}

const aadOf = (last: boolean): Buffer => Buffer.from(last ? 'last' : 'more')
