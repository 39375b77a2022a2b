import { Worker } from 'node:worker_threads'
import { foldText } from '../../reading/fold.ts'
import { COUNTED_MAX, type Hit, type SearchIndex, type SearchKind, type SearchQuery } from '../search.ts'
import type { Store } from '../store.ts'
import { documentOf, documentOfDecision, openSearchFile } from './search-file.ts'

interface Row {
  row: number
  kind: SearchKind
  seq: number
  id: string
  account: string
  post: string | null
  reply_to: string | null
  policy: string | null
  language: string | null
  at: string
  deleted: 0 | 1
}

const TEXT_SHOWN_MAX = 500
const THREAD_MAX = 40

/** The index of a store's folder: read here, written by a thread. */
export function openSearch(
  directory: string,
  store: Pick<Store, 'events' | 'decision' | 'position'>,
): SearchIndex {
  const file = openSearchFile(directory)
  const worker = new Worker(new URL('./search-thread.ts', import.meta.url), { workerData: directory })
  worker.unref()
  const waiting = new Set<() => void>()
  let fault: Error | null = null
  const tell = () => {
    for (const look of waiting) look()
  }
  worker.on('message', tell)
  worker.on('error', (error) => {
    fault = error
    tell()
  })
  const place = file.prepare<[], number>('SELECT seq FROM place').pluck()
  const byPost = file.prepare<[string], Row>(
    "SELECT * FROM docs WHERE post = ? AND kind = 'post' ORDER BY row DESC LIMIT 1",
  )
  const answers = file.prepare<[string], Row>(
    `SELECT * FROM docs WHERE reply_to = ? ORDER BY row LIMIT ${THREAD_MAX}`,
  )
  const ofAccount = file.prepare<[string, number], Row>(
    'SELECT * FROM docs WHERE account = ? ORDER BY row DESC LIMIT ?',
  )

  const shown = async (rows: Row[]): Promise<Hit[]> => {
    const hits: Hit[] = []
    for (const row of rows) {
      const { kind, id, account, post, policy, language, at, deleted } = row
      const text = (await textOf(row)).slice(0, TEXT_SHOWN_MAX)
      hits.push({ row: row.row, kind, id, account, post, policy, language, at, deleted: deleted === 1, text })
    }
    return hits
  }
  const textOf = async ({ kind, seq, id }: Row): Promise<string> => {
    if (kind === 'decision') {
      const decision = await store.decision(id)
      return decision === undefined ? '' : documentOfDecision(decision).text
    }
    for await (const [stored] of store.events({ from: seq, to: seq }))
      return (stored && documentOf(stored.event, null)?.text) ?? ''
    return ''
  }
  const all = <T>(sql: string, values: unknown[]): T[] => file.prepare<unknown[], T>(sql).all(...values)

  return {
    wake: () => worker.postMessage('wake'),
    position: () => ({ indexed: place.get() ?? 0, logged: store.position().logged }),
    async search({ before, limit, ...query }) {
      const { where, values } = conditionsOf(query)
      if (before !== undefined) {
        where.push('docs.row < ?')
        values.push(before)
      }
      return shown(
        all<Row>(`SELECT docs.* FROM ${FROM(query)} ${clause(where)} ORDER BY docs.row DESC LIMIT ?`, [
          ...values,
          limit,
        ]),
      )
    },
    async count(query) {
      const { where, values } = conditionsOf(query)
      const sql = `SELECT count(*) AS n FROM (SELECT 1 FROM ${FROM(query)} ${clause(where)} LIMIT ${COUNTED_MAX + 1})`
      const [found] = all<{ n: number }>(sql, values)
      return { count: Math.min(found!.n, COUNTED_MAX), more: found!.n > COUNTED_MAX }
    },
    async top({ by, limit, ...query }) {
      const { where, values } = conditionsOf(query)
      const inner = `SELECT docs.${by} AS value FROM ${FROM(query)} ${clause(where)} ORDER BY docs.row DESC LIMIT ${COUNTED_MAX}`
      return all(
        `SELECT value, count(*) AS count FROM (${inner}) WHERE value IS NOT NULL GROUP BY value ORDER BY count DESC, value LIMIT ?`,
        [...values, limit],
      )
    },
    async series({ step, ...query }) {
      const { where, values } = conditionsOf(query)
      const length = step === 'day' ? 10 : 13
      const inner = `SELECT substr(docs.at, 1, ${length}) AS at FROM ${FROM(query)} ${clause(where)} ORDER BY docs.row DESC LIMIT ${COUNTED_MAX}`
      return all(
        `SELECT at, count(*) AS count FROM (${inner}) GROUP BY at ORDER BY at DESC LIMIT 1000`,
        values,
      ).reverse() as { at: string; count: number }[]
    },
    async thread(post) {
      const itself = byPost.get(post)
      if (itself === undefined) return []
      const before: Row[] = []
      for (let up = itself.reply_to; up !== null && before.length < THREAD_MAX / 2; ) {
        const parent = byPost.get(up)
        if (parent === undefined || before.includes(parent)) break
        before.unshift(parent)
        up = parent.reply_to
      }
      const after = answers.all(post).slice(0, THREAD_MAX - before.length - 1)
      const rows = [...before, itself, ...after]
      const hits = await shown(rows)
      return hits.map((hit, index) => ({
        ...hit,
        relation:
          index < before.length
            ? ('before' as const)
            : index === before.length
              ? ('itself' as const)
              : ('after' as const),
      }))
    },
    timeline: async (account, limit) => shown(ofAccount.all(account, limit)),
    async caughtUp() {
      const goal = store.position().judged
      worker.postMessage('wake')
      while ((place.get() ?? 0) < goal) {
        if (fault !== null) throw fault
        await new Promise<void>((resolve) => {
          const look = () => {
            waiting.delete(look)
            resolve()
          }
          waiting.add(look)
          worker.postMessage('wake')
        })
      }
    },
    async close() {
      worker.ref()
      worker.postMessage('close')
      await new Promise<void>((resolve) => worker.once('exit', () => resolve()))
      file.close()
    },
  }
}

const clause = (where: string[]): string => (where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`)
const FROM = ({ text }: SearchQuery): string =>
  matchOf(text) === null ? 'docs' : 'words CROSS JOIN docs ON docs.row = words.rowid'

function conditionsOf(query: SearchQuery): { where: string[]; values: unknown[] } {
  const where: string[] = []
  const values: unknown[] = []
  const and = (condition: string, value: unknown) => {
    if (value === undefined || value === '') return
    where.push(condition)
    values.push(value)
  }
  and('words MATCH ?', matchOf(query.text) ?? undefined)
  and('docs.kind = ?', query.kind)
  and('docs.account = ?', query.account)
  and('docs.policy = ?', query.policy)
  and('docs.language = ?', query.language)
  and('docs.at >= ?', query.since)
  and('docs.at < ?', query.until)
  return { where, values }
}

const TERMS_MAX = 16

/** What was typed as FTS5 wants it: every term quoted, so that nothing typed is a command. Null where no term is left. */
export function matchOf(typed: string): string | null {
  const terms: string[] = []
  for (const [, phrase, word, star] of typed.matchAll(/"([^"]*)"|([^\s"*]+)(\*?)/gu)) {
    const folded = foldText(phrase ?? word ?? '')
      .replaceAll('"', ' ')
      .trim()
    // A term of marks alone stands for no word.
    if (!/[\p{L}\p{N}]/u.test(folded)) continue
    terms.push(`"${folded}"${star === '*' ? '*' : ''}`)
    if (terms.length === TERMS_MAX) break
  }
  return terms.length === 0 ? null : terms.join(' ')
}
