import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Decision } from '../../model/decision.ts'
import { type Event, hasPost, hasProfile, isDeskAct } from '../../model/event.ts'
import { foldText } from '../../reading/fold.ts'
import type { SearchKind } from '../search.ts'

/*
 * The file of the search index: documents, and their folded words beside them without the text itself, which stays where it is.
 */

/** Another number is another index: it is thrown away and made again. */
const VERSION = 1
const TEXT_LENGTH_MAX = 20_000

const SCHEMA = `
  CREATE TABLE place (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL, decision INTEGER NOT NULL);
  INSERT INTO place VALUES (1, 0, 0);
  CREATE TABLE docs (
    row INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    account TEXT NOT NULL,
    post TEXT,
    reply_to TEXT,
    policy TEXT,
    language TEXT,
    at TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX docs_account ON docs (account, row);
  CREATE INDEX docs_post ON docs (post) WHERE post IS NOT NULL;
  CREATE INDEX docs_reply ON docs (reply_to) WHERE reply_to IS NOT NULL;
  CREATE INDEX docs_kind ON docs (kind, row);
  CREATE INDEX docs_policy ON docs (policy, row) WHERE policy IS NOT NULL;
  CREATE VIRTUAL TABLE words USING fts5(text, content = '', tokenize = 'unicode61 remove_diacritics 0');
`

export function openSearchFile(directory: string): Database.Database {
  const path = join(directory, 'search.db')
  try {
    return prepared(path)
  } catch (error) {
    if (!String((error as { code?: string }).code).startsWith('SQLITE_')) throw error
    // Damaged, or of another making: all of it can be made again from the log.
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
    return prepared(path)
  }
}

function prepared(path: string): Database.Database {
  const file = new Database(path)
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = OFF')
  const version = Number(file.pragma('user_version', { simple: true }))
  if (version === VERSION) return file
  if (version !== 0) {
    file.close()
    throw Object.assign(new Error('another version'), { code: 'SQLITE_SCHEMA' })
  }
  file.exec(`BEGIN; ${SCHEMA} PRAGMA user_version = ${VERSION}; COMMIT;`)
  return file
}

export interface Document {
  kind: SearchKind
  id: string
  account: string
  post: string | null
  replyTo: string | null
  policy: string | null
  language: string | null
  at: string
  text: string
}

/** What of an event can be found; null for what says nothing. */
export function documentOf(event: Event, language: string | null): Document | null {
  const { id, account, at } = event
  const head = { id, account, at, post: null, replyTo: null, policy: null, language }
  if (hasPost(event)) {
    const { post } = event
    const text = [post.text, ...post.hashtags.map((tag) => `#${tag}`), ...post.urls].join(' ')
    return { ...head, kind: 'post', post: post.id, replyTo: post.replyTo, text }
  }
  if (hasProfile(event)) {
    const { handle, name, bio, location, urls } = event.profile
    return {
      ...head,
      kind: 'account',
      text: [handle, name, bio, location, ...(urls ?? [])].filter(Boolean).join(' '),
    }
  }
  if (event.type === 'report.created')
    return { ...head, kind: 'note', post: event.report.post ?? null, text: event.report.text ?? '' }
  if (event.type === 'appeal.filed') return { ...head, kind: 'note', text: event.appeal.text ?? '' }
  if (isDeskAct(event)) return { ...head, kind: 'note', text: event.review.why }
  if (event.type === 'link.reviewed') return { ...head, kind: 'note', text: event.link.why }
  return null
}

export const documentOfDecision = (decision: Decision): Document => ({
  kind: 'decision',
  id: decision.id,
  account: decision.account,
  post: null,
  replyTo: null,
  policy: decision.policy,
  language: null,
  at: decision.at,
  text: [
    ...decision.why,
    ...decision.rules,
    decision.policy,
    decision.statement.text,
    decision.subject.id,
  ].join(' '),
})

export const foldedWords = (text: string): string => foldText(text.slice(0, TEXT_LENGTH_MAX))
