/** What a place in the stream says against the one before it. */
export type Step = { kind: 'next' } | { kind: 'gap' | 'back'; size: number }

/**
 * Watches the order of a relay's `seq`. Services may leave numbers out, so a gap is no proof of loss; but it is never passed over
 * unseen. `null` where nothing came before.
 */
export function stepTo(seq: number, before: number | null): Step {
  if (before === null || seq === before + 1) return { kind: 'next' }
  return seq > before ? { kind: 'gap', size: seq - before - 1 } : { kind: 'back', size: before - seq + 1 }
}

/** Jetstream's places are microseconds: any pause is a step, and only one right after a cursor, this long, is worth a word. */
export function silenceAfter(seq: number, cursor: number | null): number | null {
  const ms = cursor === null || cursor === 0 ? 0 : (seq - cursor) / 1_000
  return ms > SILENCE_MS ? ms : null
}
const SILENCE_MS = 60_000
