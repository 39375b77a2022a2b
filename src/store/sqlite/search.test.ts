import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Event, Post } from '../../model/event.ts'
import { sampleCommit, sampleDecision } from '../samples.ts'
import type { SearchIndex, SearchQuery } from '../search.ts'
import type { Store, StoredEvent } from '../store.ts'
import { matchOf, openSearch } from './search.ts'
import { openSqliteStore } from './sqlite.ts'
import { writeHere } from './writing.ts'

const post = (seq: number, text: string, over: Partial<Post> & { account?: string } = {}): StoredEvent => {
  const { account = 'acct:1', ...rest } = over
  const event: Event = {
    id: `e${seq}`,
    type: 'post.created',
    at: `2026-03-0${1 + (seq % 3)}T09:00:00.000Z`,
    account,
    post: {
      id: `post:${seq}`,
      text,
      language: null,
      hashtags: [],
      mentions: [],
      urls: [],
      media: [],
      replyTo: null,
      repostOf: null,
      quoteOf: null,
      ...rest,
    },
  }
  return { seq, event, reading: null, gaps: [] }
}

async function withIndex(
  events: StoredEvent[],
  work: (index: SearchIndex, store: Store, folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-search-'))
  const store = await openSqliteStore(folder, { writing: writeHere })
  await store.commit(
    sampleCommit(events, {
      decisions: [sampleDecision('d-1', { account: 'acct:2', why: ['Rule calls matched.'] })],
    }),
  )
  const index = openSearch(folder, store)
  try {
    await index.caughtUp()
    await work(index, store, folder)
  } finally {
    await index.close()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const EVENTS = [
  post(1, 'The grey harbour at dawn'),
  post(2, 'سَنَلْتَقِي عِندَ المِينَاءِ', { account: 'acct:2' }),
  post(3, 'GREY banners, no harbour', { replyTo: 'post:1', hashtags: ['Dawn'] }),
  post(4, 'an answer to the answer', { replyTo: 'post:3', account: 'acct:3' }),
  post(5, 'ｇｒｅｙ letters of another width'),
]

test('S2: words are found as the reader folds them: case, width, Arabic vowels and forms', () =>
  withIndex(EVENTS, async (index) => {
    const check = async (query: Partial<SearchQuery>, expected: string[]) => {
      const hits = await index.search({ text: '', ...query, limit: 9 })
      assert.deepEqual(
        hits.map(({ id }) => id),
        expected,
        JSON.stringify(query),
      )
    }
    await check({ text: 'grey' }, ['e5', 'e3', 'e1'])
    await check({ text: 'grey harbour' }, ['e3', 'e1'])
    await check({ text: '"grey harbour"' }, ['e1'])
    await check({ text: 'harb*' }, ['e3', 'e1'])
    await check({ text: 'سنلتقي الميناء' }, ['e2'])
    await check({ text: '#dawn' }, ['e3', 'e1'])
    await check({ text: 'calls', kind: 'decision' }, ['d-1'])
    await check({ account: 'acct:2' }, ['d-1', 'e2'])
    await check({ text: 'grey', since: '2026-03-03' }, ['e5'])
    await check({ text: 'nothing of the kind' }, [])
  }))

test('S3: nothing that is typed is a command', () =>
  withIndex(EVENTS, async (index) => {
    for (const text of [
      '"',
      '*',
      'NOT',
      'a OR b',
      'NEAR(a b)',
      'text:grey',
      "'; DROP TABLE docs; --",
      '^grey',
      '-',
      '(',
      '\0',
      '"a""b',
    ])
      await index.search({ text, limit: 5 })
    assert.equal(matchOf('grey OR harb*'), '"grey" "or" "harb"*')
    assert.equal(matchOf(' "" * '), null)
    assert.equal((await index.search({ text: 'grey', limit: 5 })).length, 3)
  }))

test('S4: counts, tops and series are of what was found', () =>
  withIndex(EVENTS, async (index) => {
    assert.deepEqual(await index.count({ text: 'grey' }), { count: 3, more: false })
    assert.deepEqual(await index.top({ text: '', kind: 'post', by: 'account', limit: 2 }), [
      { value: 'acct:1', count: 3 },
      { value: 'acct:2', count: 1 },
    ])
    assert.deepEqual(await index.series({ text: 'grey', step: 'day' }), [
      { at: '2026-03-01', count: 1 },
      { at: '2026-03-02', count: 1 },
      { at: '2026-03-03', count: 1 },
    ])
  }))

test('S5: a thread is what a post answers, and what answers it', () =>
  withIndex(EVENTS, async (index) => {
    assert.deepEqual(
      (await index.thread('post:3')).map(({ id, relation }) => [id, relation]),
      [
        ['e1', 'before'],
        ['e3', 'itself'],
        ['e4', 'after'],
      ],
    )
    assert.deepEqual(await index.thread('post:none'), [])
  }))

test('S1, S6: it follows what is committed, and is made again where it is damaged', () =>
  withIndex(EVENTS, async (index, store, folder) => {
    await store.commit(sampleCommit([post(6, 'late and grey')]))
    await index.caughtUp()
    assert.equal((await index.search({ text: 'grey', limit: 1 }))[0]?.id, 'e6')
    await index.close()
    writeFileSync(
      join(folder, 'search.db'),
      'not a file of ours, and long enough to be looked at by whoever opens it',
    )
    const again = openSearch(folder, store)
    await again.caughtUp()
    assert.equal((await again.search({ text: 'grey', limit: 9 })).length, 4)
    await again.close()
    // The harness closes an index: give it one.
    Object.assign(index, openSearch(folder, store))
  }))
