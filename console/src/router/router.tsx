import { type MouseEvent, type ReactNode, useSyncExternalStore } from 'react'
import { type Place, pathOf, placeOf } from './place.ts'

const listeners = new Set<() => void>()
let address = ''
let here: Place = { screen: 'live', id: null, query: {} }

/** The same object until the address is another, as React wants it. */
function read(): Place {
  const now = `${location.pathname}${location.search}`
  if (now !== address) {
    address = now
    here = placeOf(location.pathname, location.search)
  }
  return here
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('popstate', listener)
  }
}

export const usePlace = (): Place => useSyncExternalStore(subscribe, read)

type Target = Partial<Place> & Pick<Place, 'screen'>

/** Goes to a place. `replace` leaves no step in the history: for filters as they are typed. */
export function go(target: Target, how: 'push' | 'replace' = 'push'): void {
  const path = pathOf(target)
  if (path === `${location.pathname}${location.search}`) return
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', path)
  for (const listener of listeners) listener()
}

/** Changes filters of this place. */
export const refine = (change: Record<string, string>, how: 'push' | 'replace' = 'replace'): void => {
  const { screen, id, query } = read()
  go({ screen, id, query: { ...query, ...change } }, how)
}

interface ToProps {
  place: Target
  className?: string | undefined
  current?: boolean
  label?: string
  children: ReactNode
}

/** A true link: it can be copied, and opened in a tab of its own. */
export function To({ place, className, current = false, label, children }: ToProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(place)
  }
  return (
    <a
      href={pathOf(place)}
      className={className}
      onClick={follow}
      aria-current={current ? 'page' : undefined}
      aria-label={label}
    >
      {children}
    </a>
  )
}
