import type { Random } from './random.ts'

export const ATTEMPTS_MAX = 16
const FIRST_MS = 1_000
/** No pause is longer, whatever a receiver asks for. */
export const PAUSE_MS_MAX = 3_600_000

/**
 * How long to wait after the attempt of this number (the first is 1): exponential with full jitter, a uniform share of 1 s, 2 s, 4 s … to one
 * hour (M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015), and never sooner than the receiver asked for.
 */
export function pauseMs(attempt: number, random: Random, retryAfterMs = 0): number {
  const ceiling = Math.min(PAUSE_MS_MAX, FIRST_MS * 2 ** Math.min(attempt - 1, 30))
  return Math.min(PAUSE_MS_MAX, Math.max(Math.ceil(random.next() * ceiling), retryAfterMs))
}
