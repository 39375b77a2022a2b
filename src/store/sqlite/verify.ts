import { setImmediate } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import { CHAIN_START, type ChainEnd, checkSealed, type SealedEntry } from '../../evidence/ledger.ts'
import { canonicalJson } from '../../lib/canonical-json.ts'
import type { Seq } from '../../model/ids.ts'
import type { Fault } from '../store.ts'
import type { Connection, Files } from './files.ts'
import { type LogRow, type RunSeal, rowChunks, rowText, sealOver } from './log.ts'

type Progress = (done: number, total: number) => void

/**
 * Walks the ledger from its first entry and, at every seal, the rows of the log it covers; names the first fault. Memory is bounded by
 * the largest run ever committed. Between chunks others get their turn. What it cannot see: that someone with the disk rolled
 * the whole folder back to an earlier, whole state. (docs/spec/ledger.md, L6)
 */
export async function verifyStore(files: Files, progress: Progress = () => {}): Promise<Fault | null> {
  const cases = files.reader('case.db')
  const log = files.reader('events.db')
  const position = cases.prepare<[], Position>('SELECT judged, ledger, head FROM position').get()!
  let end: ChainEnd = CHAIN_START
  let sealed: Seq = 0
  for (const entries of ledgerChunks(cases, position.ledger)) {
    for (const entry of entries) {
      const wrong = checkSealed(entry, end)
      if (wrong !== null) return { where: `ledger entry ${end.seq + 1}`, what: wrong }
      end = entry
      const fault = entry.kind === 'events' ? checkRun(log, entry, sealed) : checkDecision(cases, entry)
      if (fault !== null) return fault
      if (entry.kind === 'events') sealed = runOf(entry).last
    }
    progress(sealed, position.judged)
    await setImmediate()
  }
  return checkEnd(position, end, sealed, log)
}

interface Position {
  judged: Seq
  ledger: Seq
  head: string
}

const LEDGER_CHUNK = 200

function* ledgerChunks(db: Connection, last: Seq): Generator<SealedEntry[]> {
  const next = db.prepare<[Seq, Seq], SealedEntry>(
    `SELECT seq, at, kind, hash, previous, body FROM ledger WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${LEDGER_CHUNK}`,
  )
  for (let after = 0; ; ) {
    const entries = next.all(after, last)
    if (entries.length === 0) return
    after = entries.at(-1)!.seq
    yield entries
  }
}

const runOf = ({ body }: SealedEntry): RunSeal => JSON.parse(body) as RunSeal

/** A run must begin where the one before ended, be whole, and hash to what was sealed. */
function checkRun(log: Connection, entry: SealedEntry, sealed: Seq): Fault | null {
  const seal = runOf(entry)
  if (seal.first !== sealed + 1)
    return {
      where: `ledger entry ${entry.seq}`,
      what: `seals events from ${seal.first}, but ${sealed + 1} comes next`,
    }
  const texts: string[] = []
  for (const rows of rowChunks(log, seal.first, seal.last, seal.count))
    for (const row of rows) {
      const expected = seal.first + texts.length
      if (row.seq !== expected) return { where: `event ${expected}`, what: 'is missing from the log' }
      texts.push(rowText(row))
    }
  if (texts.length !== seal.count)
    return { where: `event ${seal.first + texts.length}`, what: 'is missing from the log' }
  if (sealOver(seal.first, texts).digest === seal.digest) return null
  return changedEvent(log, seal, entry.seq)
}

/** Which event of a run was changed: the one whose own checksum fails, where whoever changed it left that alone. */
function changedEvent(log: Connection, { first, last }: RunSeal, entry: Seq): Fault {
  for (const rows of rowChunks(log, first, last, last - first + 1)) {
    const changed = rows.find((row: LogRow) => crc32(rowText(row)) !== row.crc)
    if (changed) return { where: `event ${changed.seq}`, what: 'was changed after it was sealed' }
  }
  const what = `one of them was changed, with its checksum, after ledger entry ${entry} sealed them`
  return { where: `events ${first} to ${last}`, what }
}

function checkDecision(cases: Connection, entry: SealedEntry): Fault | null {
  if (entry.kind !== 'decision') return null
  const { id } = JSON.parse(entry.body) as { id: string }
  const text = cases.prepare<[string], string>('SELECT decision FROM decisions WHERE id = ?').pluck().get(id)
  const where = `decision ${id}`
  if (text === undefined)
    return { where, what: `is in ledger entry ${entry.seq} but no longer among the decisions` }
  if (canonicalJson(JSON.parse(text)) === entry.body) return null
  return { where, what: `differs from what ledger entry ${entry.seq} says of it` }
}

/** A cut tail leaves a sound chain behind; the position, written in the same transaction, knows better. */
function checkEnd(position: Position, end: ChainEnd, sealed: Seq, log: Connection): Fault | null {
  if (end.seq !== position.ledger)
    return {
      where: `ledger entry ${end.seq + 1}`,
      what: `is missing: the ledger had ${position.ledger} entries`,
    }
  if (end.hash !== position.head)
    return { where: `ledger entry ${end.seq}`, what: 'is not the entry that was written last' }
  if (sealed !== position.judged)
    return {
      where: `event ${sealed + 1}`,
      what: `is not sealed, though events up to ${position.judged} were judged`,
    }
  const logged = log.prepare<[], Seq>('SELECT ifnull(max(seq), 0) FROM events').pluck().get()!
  if (logged < position.judged) return { where: `event ${logged + 1}`, what: 'is missing from the log' }
  return null
}
