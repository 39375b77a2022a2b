import { type ChainEnd, sealAll } from '../../evidence/ledger.ts'
import type { Decision } from '../../model/decision.ts'
import type { Millis, Seq } from '../../model/ids.ts'
import type { Commit, LedgerDraft } from '../store.ts'
import { type Counters, openCounters } from './counters.ts'
import { type DeskWriter, openDeskWriter } from './desk.ts'
import { type EvidenceRows, openEvidenceRows } from './evidence.ts'
import type { Connection } from './files.ts'
import { type Outbox, openOutbox } from './outbox.ts'
import { textKey } from './text-key.ts'

export interface CaseFile {
  judged(): Seq
  counters: Counters
  outbox: Outbox
  /** Writes the consequences of all events up to `through` and moves `judged` there, in one transaction. */
  carry(commit: Commit, seal: LedgerDraft): void
  /** Appends entries; `also` is done in the same transaction. */
  record(drafts: LedgerDraft[], also?: () => void): void
  /** Runs `work` in one durable transaction of its own, counters included. */
  write(work: () => void): void
}

/** Links, campaigns and threats: the latest version replaces the earlier one and keeps its place. */
const upsertInto = (table: 'links' | 'campaigns' | 'threats') =>
  `INSERT INTO ${table} (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value`

export function openCaseFile(db: Connection, now: () => Millis): CaseFile {
  const counters = openCounters(db)
  const outbox = openOutbox(db, counters)
  // Not before something is written: a folder of an older Holdfast has no such tables, and can be read.
  let opened: EvidenceRows | undefined
  const evidence = () => (opened ??= openEvidenceRows(db))
  let writer: DeskWriter | undefined
  const desk = () => (writer ??= openDeskWriter(db, counters, now))
  const insertDecision = db.prepare(
    'INSERT OR IGNORE INTO decisions (id, mode, account, decision) VALUES (?, ?, ?, ?)',
  )
  const putLink = db.prepare(upsertInto('links'))
  const putCampaign = db.prepare(upsertInto('campaigns'))
  const putThreat = db.prepare(upsertInto('threats'))
  const insertEntry = db.prepare(
    'INSERT INTO ledger (seq, at, kind, hash, previous, body) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const move = db.prepare('UPDATE position SET judged = ?, ledger = ?, head = ?')
  const start = db
    .prepare<[], { judged: Seq; ledger: Seq; head: string }>('SELECT judged, ledger, head FROM position')
    .get()!
  let judged = start.judged
  let end: ChainEnd = { seq: start.ledger, hash: start.head }

  const write = (work: () => void): void => {
    try {
      db.transaction(() => {
        work()
        counters.save()
      }).immediate()
    } catch (error) {
      counters.forget()
      throw error
    }
    counters.keep()
  }

  const append = (drafts: LedgerDraft[]): ChainEnd => {
    let last: ChainEnd = end
    sealAll(end, drafts).forEach((entry, index) => {
      const { seq, at, kind, hash, previous, body } = entry
      insertEntry.run(seq, at, kind, hash, previous, body)
      for (const about of drafts[index]!.about ?? []) evidence().note(about, seq)
      last = entry
    })
    return { seq: last.seq, hash: last.hash }
  }

  const putDecision = (decision: Decision): void => {
    const { id, mode, account } = decision
    const text = JSON.stringify(decision)
    if (insertDecision.run(textKey(id), mode, textKey(account), text).changes === 0) return
    counters.add('decisions', 1)
    const [leading] = decision.rules
    if (leading !== undefined) counters.add(`rule.${leading}`, 1, mode)
  }

  const carry = (commit: Commit, seal: LedgerDraft): void => {
    let last = end
    write(() => {
      commit.decisions.forEach(putDecision)
      commit.jobs.forEach(desk().putJob)
      commit.desk?.forEach(desk().put)
      commit.outbox.forEach(outbox.put)
      for (const link of commit.links) putLink.run(textKey(link.id), JSON.stringify(link))
      for (const campaign of commit.campaigns) putCampaign.run(textKey(campaign.id), JSON.stringify(campaign))
      for (const threat of commit.threats) putThreat.run(textKey(threat.id), JSON.stringify(threat))
      evidence().put(commit)
      last = append([seal, ...commit.ledger])
      move.run(commit.through, last.seq, last.hash)
    })
    judged = commit.through
    end = last
  }

  const record = (drafts: LedgerDraft[], also?: () => void): void => {
    let last = end
    write(() => {
      also?.()
      last = append(drafts)
      move.run(judged, last.seq, last.hash)
    })
    end = last
  }

  return { judged: () => judged, counters, outbox, carry, record, write }
}
