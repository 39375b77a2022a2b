import assert from 'node:assert'
import type { Bio, Fingerprint, Name } from './fingerprint.ts'
import type { Handle } from './handle.ts'

/*
 * A fingerprint as one string of bytes: some 400 instead of 1,400 in objects, of which there may be millions. It is unpacked when its account is a
 * candidate, which takes a few microseconds. What is packed is bounded where it is taken (`fingerprint.ts`), far below `SCRATCH_BYTES`.
 */

const SCRATCH_BYTES = 1 << 18
const scratch = Buffer.alloc(SCRATCH_BYTES)
/** What is being unpacked. */
let packedText = ''
/** Where the next byte stands. One thread, no recursion. */
let at = 0

export function pack(fingerprint: Fingerprint): string {
  at = 0
  const { handle, name, bio } = fingerprint
  putFlag(fingerprint.watcher)
  putTime(fingerprint.createdAt)
  putTime(fingerprint.handleSince)
  putTime(fingerprint.madeOverAt)
  if (putFlag(handle !== null)) putHandle(handle!)
  if (putFlag(name !== null)) putName(name!)
  if (putFlag(bio !== null)) putBio(bio!)
  putText(fingerprint.location)
  putList(fingerprint.urls, ({ raw, key }) => {
    putText(raw)
    putText(key)
  })
  putUnits(fingerprint.avatar, 'latin1')
  putUnits(fingerprint.pdq, 'utf16le')
  putText(fingerprint.email)
  putText(fingerprint.emailDomain)
  putList(fingerprint.devices, putNumber)
  putList(fingerprint.networks, putNumber)
  putList(fingerprint.companyKeys, putCode)
  putText(fingerprint.language)
  putText(fingerprint.client)
  putList(fingerprint.tags, putText)
  putList(fingerprint.texts, putCode)
  putList(fingerprint.style, putCount)
  putList(fingerprint.hours, putCount)
  assert(at <= SCRATCH_BYTES, 'a fingerprint past its bounds')
  return scratch.toString('latin1', 0, at)
}

/** `account` and `closedAt` are kept beside it. */
export function unpack(packed: string, account: string, closedAt: number | null): Fingerprint {
  scratch.write(packed, 0, 'latin1')
  packedText = packed
  at = 0
  const watcher = takeFlag()
  const [createdAt, handleSince, madeOverAt] = [takeTime(), takeTime(), takeTime()]
  return {
    account,
    closedAt,
    watcher,
    createdAt,
    handleSince,
    madeOverAt,
    handle: takeFlag() ? takeHandle() : null,
    name: takeFlag() ? takeName() : null,
    bio: takeFlag() ? takeBio() : null,
    location: takeText(),
    urls: takeList(() => ({ raw: takeText()!, key: takeText()! })),
    avatar: takeUnits('latin1'),
    pdq: takeUnits('utf16le'),
    email: takeText(),
    emailDomain: takeText(),
    devices: takeList(takeNumber),
    networks: takeList(takeNumber),
    company: NONE,
    companyKeys: takeList(takeCode),
    language: takeText(),
    client: takeText(),
    tags: takeList(() => takeText()!),
    texts: takeList(takeCode),
    style: takeList(takeCount),
    hours: takeList(takeCount),
  }
}

const NONE: readonly never[] = []

function putHandle({ raw, core, commonBits, written, sound }: Handle): void {
  putText(raw)
  putText(core)
  putCount(commonBits === null ? 0 : commonBits + 1)
  putText(written)
  putText(sound)
}
const takeHandle = (): Handle => {
  const [raw, core, common] = [takeText()!, takeText()!, takeCount()]
  const [written, sound] = [takeText()!, takeText()]
  return { raw, core, counter: '', commonBits: common === 0 ? null : common - 1, written, sound }
}

function putName({ raw, key, sound, spelt }: Name): void {
  putText(raw)
  putText(key)
  putText(sound)
  putFlag(spelt)
}
const takeName = (): Name => ({ raw: takeText()!, key: takeText()!, sound: takeText(), spelt: takeFlag() })

function putBio({ raw, codes, phrases }: Bio): void {
  putText(raw)
  putList(codes, putCode)
  putList(phrases, putCode)
}
const takeBio = (): Bio => ({
  raw: takeText()!,
  codes: [...takeList(takeCode)],
  phrases: [...takeList(takeCode)],
})

function putFlag(flag: boolean): boolean {
  scratch[at++] = flag ? 1 : 0
  return flag
}
const takeFlag = (): boolean => scratch[at++] === 1

/** Counts are small: seven bits a byte, the last byte below 128. */
function putCount(count: number): void {
  let rest = count
  for (; rest > 127; rest = Math.floor(rest / 128)) scratch[at++] = (rest % 128) + 128
  scratch[at++] = rest
}
function takeCount(): number {
  let count = 0
  for (let worth = 1; ; worth *= 128) {
    const byte = scratch[at++]!
    if (byte < 128) return count + byte * worth
    count += (byte - 128) * worth
  }
}

function putCode(code: number): void {
  at = scratch.writeUInt32LE(code, at)
}
function takeCode(): number {
  at += 4
  return scratch.readUInt32LE(at - 4)
}

function putNumber(number: number): void {
  at = scratch.writeDoubleLE(number, at)
}
function takeNumber(): number {
  at += 8
  return scratch.readDoubleLE(at - 8)
}

const putTime = (time: number | null): void => putNumber(time ?? Number.NaN)
function takeTime(): number | null {
  const time = takeNumber()
  return Number.isNaN(time) ? null : time
}

const PLAIN = /^[\x00-\x7f]*$/

/** Twice its length in bytes and two more, or 0 for none; one more where it is not plain. */
function putText(text: string | null): void {
  if (text === null) {
    scratch[at++] = 0
    return
  }
  const plain = PLAIN.test(text)
  putCount(2 * (plain ? text.length : Buffer.byteLength(text, 'utf8')) + (plain ? 2 : 3))
  at += scratch.write(text, at, plain ? 'latin1' : 'utf8')
}
function takeText(): string | null {
  const head = takeCount()
  if (head === 0) return null
  const from = at
  at += (head >>> 1) - 1
  // A plain text stands in the packed string as it is.
  return (head & 1) === 0 ? packedText.slice(from, at) : scratch.toString('utf8', from, at)
}

/** Digests are bytes, or units of two, and no text. */
function putUnits(text: string | null, encoding: 'latin1' | 'utf16le'): void {
  putCount(text === null ? 0 : Buffer.byteLength(text, encoding) + 1)
  if (text !== null) at += scratch.write(text, at, encoding)
}
function takeUnits(encoding: 'latin1' | 'utf16le'): string | null {
  const length = takeCount() - 1
  if (length < 0) return null
  at += length
  return scratch.toString(encoding, at - length, at)
}

function putList<T>(list: readonly T[], put: (item: T) => void): void {
  putCount(list.length)
  for (const item of list) put(item)
}
function takeList<T>(take: () => T): readonly T[] {
  const length = takeCount()
  if (length === 0) return NONE
  const list: T[] = []
  for (let i = 0; i < length; i++) list.push(take())
  return list
}
