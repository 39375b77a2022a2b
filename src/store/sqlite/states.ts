import assert from 'node:assert/strict'
import type { Seq } from '../../model/ids.ts'
import type { EntityState } from '../../model/state.ts'
import type { Connection } from './files.ts'
import { textKey } from './text-key.ts'
import type { StateBatch } from './writer.ts'

/** A state in memory with what is known of its row. */
interface Held {
  state: EntityState
  /** Row in the file, or null when it is not there yet. */
  row: number | null
  /** Whether it is counted among the accounts. */
  counted: boolean
}

export interface States {
  settled(): Seq
  accounts(): number
  /** Live objects: what a caller changes in them is what the next load returns. */
  load(keys: string[]): (EntityState | undefined)[]
  /** The state without taking it into the cache, as a copy of its own. */
  peek(key: string): EntityState | undefined
  put(states: EntityState[]): void
  dirty(): number
  /** Whether nothing that was taken down is still on its way. */
  free(): boolean
  /** Takes down what changed, as it is now, to be written with the position it belongs to. The one before must have been settled. */
  takeDown(through: Seq): StateBatch
  /** What was taken down is on disk, in these rows. */
  settle(batch: StateBatch, rows: Float64Array): void
}

interface StateRow {
  row: number
  state: string
}

/**
 * States between judgement and disk. Clean ones are held in two generations of at most half of `cacheMax` each: a state that
 * was not used for a whole generation is let go. Changed ones are held until they are settled, also while they are being written; whoever
 * commits settles before they outgrow `cacheMax`.
 */
export function openStates(db: Connection, cacheMax: number): States {
  const find = db.prepare<[string], StateRow>('SELECT row, state FROM states WHERE key = ?')
  const head = db.prepare<[], { seq: Seq; accounts: number }>('SELECT seq, accounts FROM settled').get()!
  let dirty = new Map<string, Held>()
  /** Taken down and on their way to disk, in the order of the batch; null when nothing is. */
  let leaving: Map<string, Held> | null = null
  let settled = head.seq
  let accounts = head.accounts
  let young = new Map<string, Held | null>()
  let old = new Map<string, Held | null>()

  /** Null stands for a key that is known not to be on disk. */
  const hold = (key: string, held: Held | null): void => {
    if (young.size >= cacheMax / 2) {
      old = young
      young = new Map()
    }
    young.set(key, held)
  }

  const held = (key: string): Held | null => {
    const near = young.get(key)
    if (near !== undefined) return near
    const far = dirty.get(key) ?? leaving?.get(key) ?? old.get(key)
    const found = far !== undefined ? far : onDisk(key)
    hold(key, found)
    return found
  }

  const onDisk = (key: string): Held | null => {
    const row = find.get(textKey(key))
    if (row === undefined) return null
    const state = JSON.parse(row.state) as EntityState
    return { state, row: row.row, counted: state.account !== undefined }
  }

  const put = (state: EntityState): void => {
    const before = held(state.key)
    const now = before ?? { state, row: null, counted: false }
    now.state = state
    if (!now.counted && state.account !== undefined) {
      now.counted = true
      accounts += 1
    }
    if (before === null) young.set(state.key, now)
    dirty.set(state.key, now)
  }

  const takeDown = (through: Seq): StateBatch => {
    assert(leaving === null, 'states were taken down while others were on their way')
    const changed = [...dirty.values()].sort(byRow)
    leaving = new Map(changed.map((one) => [one.state.key, one]))
    dirty = new Map()
    return {
      through,
      accounts,
      rows: Float64Array.from(changed, ({ row }) => row ?? 0),
      keys: changed.map(({ state }) => textKey(state.key)),
      closed: Uint8Array.from(changed, ({ state }) => (state.account?.status === 'closed' ? 1 : 0)),
      texts: changed.map(({ state }) => JSON.stringify(state)),
    }
  }

  const settle = ({ through }: StateBatch, rows: Float64Array): void => {
    let at = 0
    for (const one of leaving!.values()) one.row = rows[at++]!
    leaving = null
    settled = through
  }

  return {
    settled: () => settled,
    accounts: () => accounts,
    load: (keys) => keys.map((key) => held(key)?.state),
    peek(key) {
      const near = young.get(key) ?? dirty.get(key) ?? leaving?.get(key) ?? old.get(key)
      return near ? structuredClone(near.state) : onDisk(key)?.state
    },
    put: (states) => states.forEach(put),
    dirty: () => dirty.size,
    free: () => leaving === null,
    takeDown,
    settle,
  }
}

// Rows in the order of the file, new ones last in the order of their keys: neighbours share a page, so far fewer pages are touched.
function byRow(left: Held, right: Held): number {
  if (left.row !== null && right.row !== null) return left.row - right.row
  if (left.row === null && right.row === null) return left.state.key < right.state.key ? -1 : 1
  return left.row === null ? 1 : -1
}
