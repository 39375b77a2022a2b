import type { Clock } from '../lib/clock.ts'
import { newSecret } from './secrets.ts'

const LIFE_MS = 5 * 60_000
const OPEN_MAX = 2_000

/** What a browser was asked to sign, or is expected to come back with; each is answered once, within five minutes. */
export interface Challenges {
  put(purpose: string, what: Record<string, string>): string
  take(purpose: string, id: string): Record<string, string> | null
}

/** In memory and bounded: the oldest go first. */
export function createChallenges(clock: Clock): Challenges {
  const open = new Map<string, { purpose: string; what: Record<string, string>; at: number }>()
  return {
    put(purpose, what) {
      if (open.size >= OPEN_MAX) open.delete(open.keys().next().value!)
      const id = newSecret()
      open.set(id, { purpose, what, at: clock.now() })
      return id
    },
    take(purpose, id) {
      const found = open.get(id)
      open.delete(id)
      if (found?.purpose !== purpose || clock.now() - found.at > LIFE_MS) return null
      return found.what
    },
  }
}
