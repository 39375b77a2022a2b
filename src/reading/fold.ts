import type { Span } from '../model/reading.ts'
import { foldCharacter, UNITS_PER_CHARACTER_MAX } from './characters.ts'

/** A text in one alphabet, with the way back. */
export interface Folded {
  text: string
  /** For each unit of `text`: where the character it came from starts and ends in the original. Null when nothing moved. */
  map: { starts: Int32Array; ends: Int32Array } | null
}

const PLAIN = /^[\t\n\r\x20-\x7e]*$/

/**
 * Characters folded one by one: compatibility forms, small letters, no accents, no invisible or bidi characters, one form of
 * Arabic letters and digits. What needs a whole word to be seen (leetspeak, look-alikes, stretching) is undone by
 * `disguise.ts`. Idempotent; linear; any string is fine, lone surrogates included.
 */
export function fold(text: string): Folded {
  if (PLAIN.test(text)) return { text: text.toLowerCase(), map: null }
  return foldSlowly(text)
}

export const foldText = (text: string): string => fold(text).text

/** The part of the original that units `start` to `end` (exclusive, not empty) of the folded text came from. */
export function originalSpan({ map }: Folded, start: number, end: number): Span {
  if (map === null || end <= start) return { start, end }
  return { start: map.starts[start]!, end: map.ends[end - 1]! }
}

function foldSlowly(text: string): Folded {
  let writer = newWriter(text.length + 16)
  for (let at = 0; at < text.length; ) {
    const next = at + widthAt(text, at)
    if (writer.length + UNITS_PER_CHARACTER_MAX > writer.units.length) writer = wider(writer)
    write(writer, text, at, next)
    at = next
  }
  const { units, starts, ends, length } = writer
  return {
    text: stringOf(units, length),
    map: { starts: starts.subarray(0, length), ends: ends.subarray(0, length) },
  }
}

interface Writer {
  units: Uint16Array
  starts: Int32Array
  ends: Int32Array
  length: number
}

const newWriter = (size: number): Writer => ({
  units: new Uint16Array(size),
  starts: new Int32Array(size),
  ends: new Int32Array(size),
  length: 0,
})

function wider(before: Writer): Writer {
  const after = newWriter(before.units.length * 2)
  after.units.set(before.units)
  after.starts.set(before.starts)
  after.ends.set(before.ends)
  after.length = before.length
  return after
}

function write(writer: Writer, text: string, at: number, next: number): void {
  const code = text.charCodeAt(at)
  const one = next - at === 1 ? singleUnit(code) : MANY
  if (one === GONE) return
  if (one !== MANY) put(writer, one, at, next)
  else
    for (const unit of foldCharacter(text.slice(at, next)).split(''))
      put(writer, unit.charCodeAt(0), at, next)
}

function put(writer: Writer, unit: number, at: number, next: number): void {
  const { length } = writer
  writer.units[length] = unit
  writer.starts[length] = at
  writer.ends[length] = next
  writer.length = length + 1
}

/** Units of the Basic Multilingual Plane fold to one unit mostly; remembered here as they are met. At most 65,536. */
const singles = new Uint16Array(0x10000)
const UNKNOWN = 0
const GONE = 1
const MANY = 2

function singleUnit(code: number): number {
  const known = singles[code]!
  if (known !== UNKNOWN) return known
  const folded = foldCharacter(String.fromCharCode(code))
  const found = folded === '' ? GONE : folded.length === 1 ? folded.charCodeAt(0) : MANY
  singles[code] = found
  return found
}

function widthAt(text: string, at: number): 1 | 2 {
  const code = text.charCodeAt(at)
  if (code < 0xd800 || code > 0xdbff) return 1
  const low = text.charCodeAt(at + 1)
  return low >= 0xdc00 && low <= 0xdfff ? 2 : 1
}

const CHUNK = 8192
function stringOf(units: Uint16Array, length: number): string {
  let text = ''
  for (let at = 0; at < length; at += CHUNK)
    text += String.fromCharCode(...units.subarray(at, Math.min(length, at + CHUNK)))
  return text
}
