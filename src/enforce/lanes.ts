import type { Millis } from '../model/ids.ts'
import type { OutboxRow } from '../store/store.ts'

/** Due actions of one account, in the order in which they must reach the platform. */
export interface Lane {
  account: string
  rows: OutboxRow[]
  /** True when nothing of this account that is due is missing from `rows`. */
  whole: boolean
}

export interface Arranged {
  lanes: Lane[]
  /** Rows that would overtake an earlier action of their account; they wait until the same moment as it does. */
  parked: { row: OutboxRow; until: Millis }[]
}

/**
 * Sorts due rows into lanes; `allDue` says that these are all. The outbox gives rows by due time, then in the order in which they were written, and one not yet tried is due at 0. So
 * rows of one account that wait for the same moment come in the right order, and whatever of a blocked account waits for another moment
 * is made to wait for that one. (docs/spec/outbox.md, O3)
 */
export function arrange(
  rows: readonly OutboxRow[],
  blocked: ReadonlyMap<string, Millis>,
  allDue: boolean,
): Arranged {
  const lanes = new Map<string, OutboxRow[]>()
  const parked: Arranged['parked'] = []
  for (const row of rows) {
    const { account } = row.entry
    const until = blocked.get(account)
    if (until !== undefined && row.nextAt !== until) parked.push({ row, until })
    else {
      const lane = lanes.get(account)
      if (lane === undefined) lanes.set(account, [row])
      else lane.push(row)
    }
  }
  const cut = new Set(parked.map(({ row }) => row.entry.account))
  return {
    lanes: [...lanes].map(([account, rows]) => ({ account, rows, whole: allDue && !cut.has(account) })),
    parked,
  }
}
