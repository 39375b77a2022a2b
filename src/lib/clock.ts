/** Time as an argument. The line never reads the wall clock by itself. */
export interface Clock {
  /** Milliseconds since 1970, UTC. May jump. */
  now(): number
  /** Milliseconds that only grow. For deadlines and rates. */
  steady(): number
}

export const systemClock: Clock = { now: () => Date.now(), steady: () => performance.now() }

/** A clock for tests and replays that stands still until told. */
export function stillClock(at: number): Clock & { set(at: number): void } {
  let now = at
  return {
    now: () => now,
    steady: () => now,
    set(next) {
      now = next
    },
  }
}
