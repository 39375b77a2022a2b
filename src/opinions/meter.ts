import type { Clock } from '../lib/clock.ts'
import { HOUR_MS } from '../model/ids.ts'
import type { OpinionCost } from '../model/reading.ts'

export interface Meter {
  add(cost: Partial<OpinionCost>): void
  /** Which budget of this hour is spent, in words, or null. */
  spent(): string | null
  /** This hour's, and since the start. */
  read(): { hour: OpinionCost; total: OpinionCost }
}

const NOTHING: OpinionCost = { requests: 0, characters: 0, tokens: 0 }

/**
 * Counts what a provider costs, by the hour since it was opened (steady time: a clock that is set back opens no budget twice). Tokens are known
 * only afterwards, so that an hour may end above its budget by what was under way when it was reached.
 */
export function createMeter(perHour: OpinionCost, clock: Clock): Meter {
  const startedAt = clock.steady()
  let hour = 0
  let within = { ...NOTHING }
  const total = { ...NOTHING }
  const turnHour = () => {
    const now = Math.floor((clock.steady() - startedAt) / HOUR_MS)
    if (now === hour) return
    hour = now
    within = { ...NOTHING }
  }
  return {
    add(cost) {
      turnHour()
      for (const unit of UNITS) {
        within[unit] += cost[unit] ?? 0
        total[unit] += cost[unit] ?? 0
      }
    },
    spent() {
      turnHour()
      const unit = UNITS.find((one) => within[one] >= perHour[one])
      return unit === undefined
        ? null
        : `its budget of ${perHour[unit].toLocaleString('en-US')} ${unit} an hour is spent`
    },
    read: () => ({ hour: { ...within }, total: { ...total } }),
  }
}

const UNITS = ['requests', 'characters', 'tokens'] as const
