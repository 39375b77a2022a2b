/*
 * Whether somebody is here. When a session ends in the middle of work the page stays as it is: whatever is asked of the server then waits
 * until its person has signed in again, and is asked once more (call.ts). So nobody loses what they typed, and no screen needs to know of it.
 */

/** Why somebody must sign in again: the session has ended, or what they do asks for a fresh sign-in. */
export type Away = 'ended' | 'fresh'

export interface Presence {
  /** Who works at this page; null before the first sign-in and after signing out. */
  person(): string | null
  away(): Away | null
  /** Somebody is signed in. Whoever waits goes on, unless it is somebody else. */
  arrived(person: string): 'same' | 'other'
  /** Somebody left of their own accord: nobody is waited for. */
  left(): void
  /** Waits for the person to come back. False when they do not. */
  waitForReturn(why: Away): Promise<boolean>
  subscribe(listener: () => void): () => void
}

export function createPresence(): Presence {
  const listeners = new Set<() => void>()
  let person: string | null = null
  let away: Away | null = null
  const waiting: ((back: boolean) => void)[] = []

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const release = (back: boolean) => {
    for (const go of waiting.splice(0)) go(back)
  }

  return {
    person: () => person,
    away: () => away,
    arrived(who) {
      const same = person === null || person === who
      person = who
      away = null
      release(same)
      tell()
      return same ? 'same' : 'other'
    },
    left() {
      person = null
      away = null
      release(false)
      tell()
    },
    waitForReturn(why) {
      if (person === null) return Promise.resolve(false)
      const before = away
      // A session that has ended says more than that it is not fresh.
      if (away !== 'ended') away = why
      const back = new Promise<boolean>((resolve) => waiting.push(resolve))
      if (away !== before) tell()
      return back
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** One for the page. */
export const presence = createPresence()
