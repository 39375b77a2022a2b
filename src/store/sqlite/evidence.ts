import { isPending, isWanting } from '../../evidence/evidence.ts'
import {
  type Evidence,
  type Hold,
  type HoldScope,
  type Snapshot,
  scopeKey,
  type View,
} from '../../model/evidence.ts'
import type { LedgerEntry } from '../../model/ledger.ts'
import type { Commit, EvidenceQuery, Store, ViewQuery } from '../store.ts'
import type { Connection, Files } from './files.ts'
import { chunksOf, ENTRY_COLUMNS, each } from './screens.ts'
import { textKey } from './text-key.ts'

/** Inside the caller's transaction: rows of evidence, holds and views, and what the ledger can be asked about. */
export interface EvidenceRows {
  put(commit: Pick<Commit, 'evidence' | 'holds' | 'views'>): void
  note(about: string, seq: number): void
}

export function openEvidenceRows(db: Connection): EvidenceRows {
  // A later version that says nothing of the snapshot leaves the one there is; which decision and account it is of never changes.
  const putEvidence = db.prepare(
    `INSERT INTO evidence (id, decision, account, pending, wanting, erased, snapshot, value) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET pending = excluded.pending, wanting = excluded.wanting, erased = excluded.erased,
       snapshot = ifnull(evidence.snapshot, excluded.snapshot), value = excluded.value`,
  )
  const putHold = db.prepare(
    'INSERT INTO holds (id, scope, value) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value',
  )
  const putView = db.prepare(
    'INSERT OR IGNORE INTO views (id, kind, seen, matter, who, value) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const noteAbout = db.prepare('INSERT OR IGNORE INTO ledger_about (about, seq) VALUES (?, ?)')
  return {
    put({ evidence, holds, views }) {
      for (const { snapshot, ...rest } of evidence) {
        const row = { ...rest, snapshot }
        putEvidence.run(
          textKey(row.id),
          textKey(row.decision),
          textKey(row.account),
          Number(isPending(row)),
          Number(isWanting(row)),
          Number(row.erased !== null),
          snapshot === null ? null : JSON.stringify(snapshot),
          JSON.stringify(rest),
        )
      }
      for (const hold of holds)
        putHold.run(textKey(hold.id), textKey(scopeKey(hold.scope)), JSON.stringify(hold))
      for (const view of views)
        putView.run(
          textKey(view.id),
          view.kind,
          textKey(view.seen),
          view.case === null ? null : textKey(view.case),
          textKey(view.by),
          JSON.stringify(view),
        )
    },
    note: (about, seq) => void noteAbout.run(textKey(about), seq),
  }
}

export type EvidenceScreens = Pick<
  Store,
  | 'evidence'
  | 'evidenceList'
  | 'eachEvidence'
  | 'evidenceWanting'
  | 'evidencePending'
  | 'hold'
  | 'eachHold'
  | 'views'
  | 'ledgerAbout'
>

interface Row {
  snapshot: string | null
  value: string
}

export function openEvidenceScreens(files: Files): EvidenceScreens {
  const db = files.cases
  const byId = db.prepare<[string], Row>('SELECT snapshot, value FROM evidence WHERE id = ?')
  const wanting = db.prepare<[number], Row>(
    'SELECT snapshot, value FROM evidence WHERE wanting = 1 ORDER BY pending DESC, row LIMIT ?',
  )
  const pending = db.prepare<[string], number>('SELECT pending FROM evidence WHERE decision = ?').pluck()
  const holdById = db.prepare<[string], string>('SELECT value FROM holds WHERE id = ?').pluck()
  const about = db
    .prepare<[string, number], string>(
      `SELECT ${ENTRY_COLUMNS} FROM ledger WHERE seq IN (SELECT seq FROM ledger_about WHERE about = ?) ORDER BY seq LIMIT ?`,
    )
    .pluck()
  return {
    evidence: async (id) => evidenceOf(byId.get(textKey(id))),
    evidenceList: async (query) => evidenceFor(db, query),
    async *eachEvidence() {
      const columns = `json_set(value, '$.snapshot', json(ifnull(snapshot, 'null')))`
      for (const rows of chunksOf<string>(files.reader('case.db'), 'evidence', 'row', columns))
        for (const text of rows) yield JSON.parse(text) as Evidence
    },
    evidenceWanting: async (limit) => wanting.all(limit).map((row) => evidenceOf(row)!),
    evidencePending: async (decision) => pending.get(textKey(decision)) === 1,
    hold: async (id) => {
      const text = holdById.get(textKey(id))
      return text === undefined ? undefined : (JSON.parse(text) as Hold)
    },
    eachHold: (scope) => holdsOf(files, scope),
    views: async (query) => viewsFor(db, query),
    ledgerAbout: async (id, limit) =>
      about.all(textKey(id), limit).map((text) => JSON.parse(text) as LedgerEntry),
  }
}

function evidenceOf(row: Row | undefined): Evidence | undefined {
  if (row === undefined) return undefined
  const snapshot = row.snapshot === null ? null : (JSON.parse(row.snapshot) as Snapshot)
  return { ...(JSON.parse(row.value) as Omit<Evidence, 'snapshot'>), snapshot }
}

async function* holdsOf(files: Files, scope?: HoldScope): AsyncGenerator<Hold> {
  if (scope === undefined) return yield* each<Hold>(files, 'holds', 'value')
  const rows = files.cases
    .prepare<[string], string>('SELECT value FROM holds WHERE scope = ? ORDER BY row')
    .pluck()
    .all(textKey(scopeKey(scope)))
  for (const text of rows) yield JSON.parse(text) as Hold
}

function evidenceFor(db: Connection, { account, erased, before, limit }: EvidenceQuery): Evidence[] {
  const { condition, values } = where([
    ['row < (SELECT row FROM evidence WHERE id = ?)', before],
    ['account = ?', account],
  ])
  const shown = erased ? condition : `${condition === '' ? 'WHERE' : `${condition} AND`} erased = 0`
  return db
    .prepare<unknown[], Row>(`SELECT snapshot, value FROM evidence ${shown} ORDER BY row DESC LIMIT ?`)
    .all(...values, limit)
    .map((row) => evidenceOf(row)!)
}

function viewsFor(db: Connection, { seen, case: matter, by, kind, before, limit }: ViewQuery): View[] {
  const { condition, values } = where([
    ['row < (SELECT row FROM views WHERE id = ?)', before],
    ['seen = ?', seen],
    ['matter = ?', matter],
    ['who = ?', by],
    ['kind = ?', kind],
  ])
  return db
    .prepare<unknown[], string>(`SELECT value FROM views ${condition} ORDER BY row DESC LIMIT ?`)
    .pluck()
    .all(...values, limit)
    .map((text) => JSON.parse(text) as View)
}

/** The conditions whose value was given, joined. */
function where(conditions: [condition: string, value: string | undefined][]): {
  condition: string
  values: string[]
} {
  const given = conditions.filter((one): one is [string, string] => one[1] !== undefined)
  return {
    condition: given.length === 0 ? '' : `WHERE ${given.map(([condition]) => condition).join(' AND ')}`,
    values: given.map(([, value]) => textKey(value)),
  }
}
