import { useRef } from 'react'
import type { Decision } from '../api/types.ts'

export interface Held {
  held: boolean
  /** What is shown. */
  list: readonly Decision[]
  /** What came since, newest first, and is not shown yet. */
  fresh: readonly Decision[]
}

/** Splits the desk's list at what was its newest when reading began. Older ones that were fetched meanwhile are shown. */
export function splitAt(list: readonly Decision[], kept: readonly Decision[]): Omit<Held, 'held'> {
  const newest = kept[0]?.id
  const index = list.findIndex(({ id }) => id === newest)
  if (index >= 0) return { list: list.slice(index), fresh: list.slice(0, index) }
  // So much came that what is being read has left the desk: it stays under the reader's eyes all the same.
  return { list: kept, fresh: list }
}

/** Keeps the list still while `hold` is true. */
export function useHeld(list: readonly Decision[], hold: boolean): Held {
  const kept = useRef<readonly Decision[] | null>(null)
  if (!hold) kept.current = null
  else kept.current ??= list
  if (kept.current === null || kept.current.length === 0) return { held: hold, list, fresh: [] }
  return { held: true, ...splitAt(list, kept.current) }
}
