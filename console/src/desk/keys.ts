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

/** Calls what a key stands for, unless somebody writes, holds a modifier, or has turned single keys off. */
export function useKeys(keys: Record<string, () => void>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      const act = keys[event.key]
      if (act === undefined || (event.key.length === 1 && !allowed())) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [keys])
}
