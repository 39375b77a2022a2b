/*
 * The little of DER (ITU-T X.690) that time stamps need: values are tag, length, content.
 */

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

/** One value. `content` is what is inside, `whole` all of it. */
export interface DerValue {
  tag: number
  content: Uint8Array
  whole: Uint8Array
}

export function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), content])
  const digits = Buffer.from(
    length.toString(16).padStart(length > 0xffff ? 6 : length > 0xff ? 4 : 2, '0'),
    'hex',
  )
  return Buffer.concat([Buffer.of(tag, 0x80 | digits.length), digits, content])
}

/** A number that is not negative, as its bytes. */
export const derInteger = (bytes: Uint8Array): Buffer => {
  let from = 0
  while (from < bytes.length - 1 && bytes[from] === 0) from += 1
  const digits = bytes.subarray(from)
  return der(TAG.integer, ...(digits[0]! & 0x80 ? [Buffer.of(0)] : []), digits)
}

export function derOid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second]
  for (const arc of rest) {
    const septets = [arc & 0x7f]
    for (let left = arc >>> 7; left > 0; left >>>= 7) septets.unshift((left & 0x7f) | 0x80)
    bytes.push(...septets)
  }
  return der(TAG.oid, Buffer.from(bytes))
}

/** The values that stand one after another, or null where they do not fill the bytes. */
export function derValues(bytes: Uint8Array): DerValue[] | null {
  const values: DerValue[] = []
  for (let at = 0; at < bytes.length; ) {
    const start = at
    const tag = bytes[at++]!
    let length = bytes[at++]
    if (length === undefined || (tag & 0x1f) === 0x1f) return null
    if (length & 0x80) {
      const digits = length & 0x7f
      if (digits === 0 || digits > 4 || at + digits > bytes.length) return null
      length = 0
      for (let i = 0; i < digits; i++) length = length * 256 + bytes[at++]!
    }
    if (at + length > bytes.length) return null
    values.push({ tag, content: bytes.subarray(at, at + length), whole: bytes.subarray(start, at + length) })
    at += length
  }
  return values
}

/** The value found by going down: each number picks one among those inside. */
export function derAt(bytes: Uint8Array, ...path: number[]): DerValue | null {
  let inside = derValues(bytes)
  let value: DerValue | undefined
  for (const index of path) {
    value = inside?.[index]
    if (value === undefined) return null
    inside = value.tag & 0x20 ? derValues(value.content) : null
  }
  return value ?? null
}
