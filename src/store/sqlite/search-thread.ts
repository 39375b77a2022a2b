import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { Decision } from '../../model/decision.ts'
import type { Event } from '../../model/event.ts'
import { INDEX_LAG_MS } from '../search.ts'
import { type Document, documentOf, documentOfDecision, foldedWords, openSearchFile } from './search-file.ts'

/*
 * Brings the index up to what was committed, on a thread of its own. It reads the store's files as any reader does, and rests three times as long as
 * it worked: it takes a quarter of a core at most, and nobody waits for it.
 */

const directory = workerData as string
const CHUNK = 400
/** Times as long as it worked: a quarter of a core at most, while the line takes what it can get. */
const REST = 3

const index = openSearchFile(directory)
const log = new Database(join(directory, 'events.db'), { readonly: true, fileMustExist: true })
const cases = new Database(join(directory, 'case.db'), { readonly: true, fileMustExist: true })

const place = index.prepare<[], { seq: number; decision: number }>('SELECT seq, decision FROM place')
const move = index.prepare('UPDATE place SET seq = ?, decision = ?')
const addDoc = index.prepare(
  'INSERT INTO docs (kind, seq, id, account, post, reply_to, policy, language, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
)
const addWords = index.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)')
const markDeleted = index.prepare('UPDATE docs SET deleted = 1 WHERE post = ?')
const judged = cases.prepare<[], number>('SELECT judged FROM position').pluck()
const events = log.prepare<[number, number], { seq: number; event: string; language: string | null }>(
  `SELECT seq, event, reading ->> '$.language' AS language FROM events WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${CHUNK}`,
)
const decisions = cases.prepare<[number], { row: number; decision: string }>(
  `SELECT row, decision FROM decisions WHERE row > ? ORDER BY row LIMIT ${CHUNK}`,
)

const put = (document: Document, seq: number): void => {
  const { kind, id, account, post, replyTo, policy, language, at, text } = document
  const { lastInsertRowid } = addDoc.run(kind, seq, id, account, post, replyTo, policy, language, at)
  addWords.run(lastInsertRowid, foldedWords(text))
}

/** One chunk of each; false when there was nothing. */
const step = index.transaction((): boolean => {
  const at = place.get()!
  const rows = events.all(at.seq, judged.get() ?? 0)
  for (const { seq, event, language } of rows) {
    const parsed = JSON.parse(event) as Event
    if (parsed.type === 'post.deleted') markDeleted.run(parsed.post.id)
    const document = documentOf(parsed, language)
    if (document !== null && document.text !== '') put(document, seq)
  }
  const made = decisions.all(at.decision)
  for (const { row, decision } of made) put(documentOfDecision(JSON.parse(decision) as Decision), row)
  if (rows.length + made.length === 0) return false
  move.run(rows.at(-1)?.seq ?? at.seq, made.at(-1)?.row ?? at.decision)
  return true
})

let awake = false
let closing = false
async function catchUp(): Promise<void> {
  if (awake) return
  awake = true
  await setTimeout(INDEX_LAG_MS)
  while (!closing) {
    const began = performance.now()
    if (!step.immediate()) break
    await setTimeout(REST * (performance.now() - began))
  }
  awake = false
  parentPort?.postMessage({ indexed: place.get()!.seq })
  if (closing) {
    index.close()
    log.close()
    cases.close()
    parentPort?.close()
  }
}

parentPort?.on('message', (message: 'wake' | 'close') => {
  if (message === 'close') closing = true
  void catchUp()
})
void catchUp()
