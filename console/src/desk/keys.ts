import { useEffect, useSyncExternalStore } from 'react'

/* Single-letter keys, and the switch that turns them off (WCAG 2.1.4). */

const NAME = 'holdfast-single-keys'
const listeners = new Set<() => void>()

const allowed = (): boolean => localStorage.getItem(NAME) !== 'off'

export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, allowed)
  return [
    on,
    (next) => {
      localStorage.setItem(NAME, next ? 'on' : 'off')
      for (const listener of listeners) listener()
    },
  ]
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=radio],[type=checkbox]), select, textarea, dialog') !== null

/** How long the first letter of a pair waits for the second. */
const PAIR_MS_MAX = 1_200
/** The first letter of a pair, while it waits: one for the page, whoever listens. */
let first: { key: string; at: number } | null = null

/**
 * Calls what a key stands for, unless somebody writes, holds a modifier, or has turned single keys off. "g q" is `g` and then `q`. A key that
 * was taken by one who listens is not given to the next.
 */
export function useKeys(keys: Record<string, () => void>): void {
  useEffect(() => {
    const firsts = new Set(Object.keys(keys).flatMap((key) => (/^. .$/.test(key) ? [key[0]!] : [])))
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isWriting(event.target))
        return
      const pair =
        first !== null && event.timeStamp - first.at < PAIR_MS_MAX ? `${first.key} ${event.key}` : null
      const act = pair === null ? keys[event.key] : keys[pair]
      if (event.key.length === 1 && !allowed()) return
      if (act !== undefined) {
        first = null
        event.preventDefault()
        act()
      } else if (pair === null && firsts.has(event.key)) first = { key: event.key, at: event.timeStamp }
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [keys])
}
