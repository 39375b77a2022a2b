import type { Clock } from '../lib/clock.ts'

/** Who tries to come in. */
export interface Try {
  /** The name typed, folded. */
  name: string
  address: string
  /** A browser that this name signed in from before; null for one nobody knows. */
  device: string | null
}

const FREE_TRIES = 5
/** The longest wait. An attacker who never stops costs a person on a new device minutes, and on a known one nothing. */
const WAIT_MS_MAX = 5 * 60_000
const FORGET_MS = 60 * 60_000
const ADDRESS_TRIES_MAX = 50
const ADDRESS_WINDOW_MS = 15 * 60_000
/** Names and addresses remembered; the longest untouched go first. */
const REMEMBERED_MAX = 20_000

interface Tally {
  failed: number
  lastAt: number
}

export interface Attempts {
  /**
   * Counts a try before it is weighed, so that a thousand at once are a thousand. Zero when it may go on, else the seconds to wait, during
   * which the right password is refused like a wrong one.
   */
  take(one: Try): number
  /** It was the right password: the try and those before it are forgotten. */
  succeeded(one: Try): void
}

/**
 * Slows guessing down, by name and by address. Each known device has a count of its own (OWASP's device cookies): what strangers try does not
 * keep out who signed in from there before. In memory: a restart forgets, and nobody guesses 5 tries per restart.
 */
export function createAttempts(clock: Clock): Attempts {
  const byName = new Map<string, Tally>()
  const byAddress = new Map<string, Tally>()

  const recall = (tallies: Map<string, Tally>, key: string, forgetMs: number): Tally => {
    const known = tallies.get(key)
    tallies.delete(key)
    const tally =
      known === undefined || clock.now() - known.lastAt > forgetMs ? { failed: 0, lastAt: 0 } : known
    tallies.set(key, tally)
    if (tallies.size > REMEMBERED_MAX) tallies.delete(tallies.keys().next().value!)
    return tally
  }
  const waitOf = (lastAt: number, waitMs: number): number =>
    Math.max(0, Math.ceil((lastAt + waitMs - clock.now()) / 1000))

  return {
    take({ name, address, device }) {
      const own = recall(byName, keyOf(name, device), FORGET_MS)
      const ownWait = own.failed < FREE_TRIES ? 0 : waitOf(own.lastAt, backOffMs(own.failed))
      if (ownWait > 0) return ownWait
      if (device === null) {
        const theirs = recall(byAddress, networkOf(address), ADDRESS_WINDOW_MS)
        if (theirs.failed >= ADDRESS_TRIES_MAX) return waitOf(theirs.lastAt, ADDRESS_WINDOW_MS) || 1
        theirs.failed += 1
        theirs.lastAt = clock.now()
      }
      own.failed += 1
      own.lastAt = clock.now()
      return 0
    },
    succeeded({ name, address, device }) {
      byName.delete(keyOf(name, device))
      const theirs = byAddress.get(networkOf(address))
      if (device === null && theirs !== undefined) theirs.failed -= 1
    },
  }
}

const keyOf = (name: string, device: string | null): string => JSON.stringify([name, device])

const backOffMs = (failed: number): number =>
  Math.min(WAIT_MS_MAX, 1000 * 2 ** Math.min(20, failed - FREE_TRIES + 1))

/** Whoever has one IPv6 address has 2^64 of them. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)
  if (mapped) return mapped[1]!
  const [head = '', tail] = address.split('::') as [string, string | undefined]
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : 8 - front.length - back.length
  return [...front, ...Array(Math.max(0, missing)).fill('0'), ...back].slice(0, 4).join(':')
}
