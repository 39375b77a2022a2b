import { pauseMs } from './back-off.ts'
import type { Clock } from './clock.ts'
import type { Random } from './random.ts'

/** So many different entries must fail in a row before whoever is asked, and not an entry, is to blame. */
const FAILURES_MAX = 5
const OPEN_MS = { min: 500, max: 60_000 }

export type Gate = 'closed' | 'open' | 'probe'

/**
 * Keeps one that is down (a receiver of actions, a provider of opinions) from burning the attempts of all that waits for it. While it is
 * open nothing is sent; then one entry probes, and its success closes the breaker, its failure opens it for longer, to a minute at most.
 * (docs/spec/outbox.md, O9; docs/spec/opinions.md, Q6)
 */
export interface Breaker {
  gate(): Gate
  succeeded(): void
  failed(entry: string): void
  /** It asked for quiet: 429 or 503 with Retry-After. */
  pause(ms: number): void
  /** Until something may be sent again. */
  waitMs(): number
}

export function createBreaker(clock: Clock, random: Random): Breaker {
  const failing = new Set<string>()
  let timesOpened = 0
  let openUntil = Number.NEGATIVE_INFINITY
  let quietUntil = Number.NEGATIVE_INFINITY
  const waitMs = () => Math.max(0, Math.max(openUntil, quietUntil) - clock.steady())
  return {
    waitMs,
    gate() {
      if (waitMs() > 0) return 'open'
      return timesOpened > 0 ? 'probe' : 'closed'
    },
    succeeded() {
      failing.clear()
      timesOpened = 0
    },
    failed(entry) {
      // What was under way when the breaker opened tells nothing new.
      if (openUntil > clock.steady()) return
      if (failing.size < FAILURES_MAX) failing.add(entry)
      if (timesOpened === 0 && failing.size < FAILURES_MAX) return
      timesOpened += 1
      openUntil = clock.steady() + Math.min(OPEN_MS.max, OPEN_MS.min + pauseMs(timesOpened, random))
    },
    pause(ms) {
      quietUntil = Math.max(quietUntil, clock.steady() + ms)
    },
  }
}
