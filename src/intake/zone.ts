import { offsetOf } from './time.ts'

/** How far a zone's clocks are ahead of UTC at a moment on those clocks, in milliseconds. */
export type Zone = (wallMs: number) => number

const HOUR_MS = 3_600_000
/** Offsets remembered, one per hour seen: about a year. */
const REMEMBERED_MAX = 8_192

/**
 * `UTC`, an offset such as `+02:00`, or a name of the IANA database such as `Europe/Paris`; null for anything else. Of an hour that a
 * zone's clocks show twice in autumn one of the two is meant, always the same; an hour that they skip in spring counts as the one after.
 */
export function zoneOf(name: string): Zone | null {
  if (name === 'UTC' || name === 'Z') return () => 0
  if (/^[+-]\d\d:?\d\d$/.test(name)) {
    const offset = offsetOf(name)
    return Number.isNaN(offset) ? null : () => offset
  }
  return namedZone(name)
}

function namedZone(timeZone: string): Zone | null {
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  } catch {
    return null
  }
  const offsetAt = (ms: number): number => {
    const shown = format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')!.value
    return shown === 'GMT' ? 0 : offsetOf(shown.slice('GMT'.length))
  }
  const known = new Map<number, number>()
  return (wallMs) => {
    const hour = Math.floor(wallMs / HOUR_MS)
    let offset = known.get(hour)
    if (offset === undefined) {
      offset = offsetAt(wallMs - offsetAt(wallMs))
      if (known.size >= REMEMBERED_MAX) known.clear()
      known.set(hour, offset)
    }
    return offset
  }
}
