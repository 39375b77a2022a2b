/* Where a reader stands: the screen, what is opened on it, and how it is filtered. All of it stands in the address, so that it can be sent to a colleague. */

export const SCREENS = [
  'live',
  'queue',
  'appeals',
  'threats',
  'decisions',
  'links',
  'campaigns',
  'rules',
  'overview',
  'outbox',
  'people',
  'profile',
] as const
export type ScreenName = (typeof SCREENS)[number]

export interface Place {
  screen: ScreenName
  /** What is opened there, or null. */
  id: string | null
  query: Readonly<Record<string, string>>
}

const HOME: Place = { screen: 'live', id: null, query: {} }

/** The place of a path and its query; an unknown path is the home. */
export function placeOf(path: string, search: string): Place {
  const [, name = '', ...rest] = path.split('/')
  const query = Object.fromEntries(new URLSearchParams(search))
  if (name === '') return { ...HOME, query }
  if (!isScreen(name) || name === 'live') return HOME
  const id = rest.join('/')
  return { screen: name, id: id === '' ? null : decoded(id), query }
}

const isScreen = (name: string): name is ScreenName => (SCREENS as readonly string[]).includes(name)

/** A broken escape is taken for what it says. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** The path of a place. What is empty in the query is left out. */
export function pathOf({ screen, id = null, query = {} }: Partial<Place> & Pick<Place, 'screen'>): string {
  const path = screen === 'live' ? '/' : `/${screen}${id === null ? '' : `/${encodeURIComponent(id)}`}`
  const kept = Object.entries(query).filter(([, value]) => value !== '')
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`
}
