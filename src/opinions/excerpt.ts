import type { Reading } from '../model/reading.ts'

/**
 * At most `lengthMax` characters of a text, whole where it fits, else around `focus`: whoever buries one sentence in a long text must not
 * choose what the second reader gets to see. No surrogate pair is cut apart, and what cannot be written is replaced.
 */
export function excerptOf(text: string, focus: number, lengthMax: number): string {
  if (text.length <= lengthMax) return text.toWellFormed()
  const start = Math.max(0, Math.min(focus - (lengthMax >> 1), text.length - lengthMax))
  const end = start + lengthMax
  const from = isLow(text, start) ? start + 1 : start
  const to = isLow(text, end) ? end - 1 : end
  return text.slice(from, to).toWellFormed()
}

const isLow = (text: string, at: number): boolean => at > 0 && (text.charCodeAt(at) & 0xfc00) === 0xdc00

/** Where in a text the reading found what made it think: its strongest reason that has a place, else a frame, else a term, else the beginning. */
export function focusOf({ contributions, frames, terms }: Reading): number {
  const reason = contributions.find(({ weight, span }) => weight > 0 && span !== undefined)
  return (reason?.span ?? frames[0]?.span ?? terms[0]?.span)?.start ?? 0
}
