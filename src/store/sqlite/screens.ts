import type { Campaign } from '../../model/campaign.ts'
import type { Decision } from '../../model/decision.ts'
import type { Seq } from '../../model/ids.ts'
import type { LedgerEntry } from '../../model/ledger.ts'
import type { Link } from '../../model/link.ts'
import type { EntityState } from '../../model/state.ts'
import type { Threat } from '../../model/threat.ts'
import type { DecisionQuery, Store } from '../store.ts'
import type { Connection, Files } from './files.ts'
import { eventOf, rowChunks } from './log.ts'
import { textKey } from './text-key.ts'

/** What screens, exports and replays read. */
export type Screens = Pick<
  Store,
  | 'events'
  | 'closedAccounts'
  | 'decision'
  | 'decisions'
  | 'eachDecision'
  | 'eachLink'
  | 'eachCampaign'
  | 'eachThreat'
  | 'eachLedgerEntry'
  | 'ledgerHashes'
>

/** A ledger entry as one JSON text. */
export const ENTRY_COLUMNS =
  "json_object('seq', seq, 'at', at, 'kind', kind, 'hash', hash, 'previous', previous, 'body', json(body))"

const ROWS_PER_CHUNK = 500
const EVENTS_PER_CHUNK = 2_000

/**
 * Long reads go chunk by chunk over a connection of their own, up to the row that was the last when they began: they hold no
 * transaction between chunks, so the write-ahead log stays short however slow the reader is. A chunk never shows half a commit.
 */
export function openScreens(files: Files, logged: () => Seq): Screens {
  const byId = files.cases.prepare<[string], string>('SELECT decision FROM decisions WHERE id = ?').pluck()

  return {
    async *events({ from, to = logged(), chunk = EVENTS_PER_CHUNK }) {
      for (const rows of rowChunks(files.reader('events.db'), from, Math.min(to, logged()), chunk))
        yield rows.map(eventOf)
    },
    async *closedAccounts() {
      const reader = files.reader('states.db')
      const where = 'closed = 1'
      for (const rows of chunksOf<string>(reader, 'states', 'row', 'state', where))
        yield rows.map((text) => JSON.parse(text) as EntityState)
    },
    decision: async (id) => {
      const text = byId.get(textKey(id))
      return text === undefined ? undefined : (JSON.parse(text) as Decision)
    },
    decisions: async (query) => decisionsFor(files.cases, query),
    eachDecision: () => each<Decision>(files, 'decisions', 'decision'),
    eachLink: () => each<Link>(files, 'links', 'value'),
    eachCampaign: () => each<Campaign>(files, 'campaigns', 'value'),
    eachThreat: () => each<Threat>(files, 'threats', 'value'),
    async *eachLedgerEntry() {
      for (const rows of chunksOf<string>(files.reader('case.db'), 'ledger', 'seq', ENTRY_COLUMNS))
        for (const text of rows) yield JSON.parse(text) as LedgerEntry
    },
    async *ledgerHashes() {
      yield* chunksOf<string>(files.reader('case.db'), 'ledger', 'seq', 'hash')
    },
  }
}

export async function* each<T>(files: Files, table: string, column: string): AsyncGenerator<T> {
  for (const rows of chunksOf<string>(files.reader('case.db'), table, 'row', column))
    for (const text of rows) yield JSON.parse(text) as T
}

export function* chunksOf<T>(
  db: Connection,
  table: string,
  key: string,
  column: string,
  where = 'TRUE',
): Generator<T[]> {
  const end = db.prepare<[], number>(`SELECT ifnull(max(${key}), 0) FROM ${table}`).pluck().get()!
  const next = db.prepare<[number, number], { key: number; value: T }>(
    `SELECT ${key} AS key, ${column} AS value FROM ${table} WHERE ${where} AND ${key} > ? AND ${key} <= ? ORDER BY ${key} LIMIT ${ROWS_PER_CHUNK}`,
  )
  for (let after = 0; after < end; ) {
    const rows = next.all(after, end)
    if (rows.length === 0) return
    after = rows.at(-1)!.key
    yield rows.map(({ value }) => value)
  }
}

/** Newest first. Each combination of filters has an index to walk down. */
function decisionsFor(db: Connection, { before, mode, account, limit }: DecisionQuery): Decision[] {
  const where: string[] = []
  const values: (string | number)[] = []
  const and = (condition: string, value: string) => {
    where.push(condition)
    values.push(value)
  }
  if (before !== undefined) and('row < (SELECT row FROM decisions WHERE id = ?)', textKey(before))
  if (account !== undefined) and('account = ?', textKey(account))
  if (mode !== undefined) and('mode = ?', mode)
  const condition = where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`
  return db
    .prepare<unknown[], string>(`SELECT decision FROM decisions ${condition} ORDER BY row DESC LIMIT ?`)
    .pluck()
    .all(...values, limit)
    .map((text) => JSON.parse(text) as Decision)
}
