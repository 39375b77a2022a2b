import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256 } from '../lib/hash.ts'
import { FIRST_PREVIOUS, type LedgerEntry } from '../model/ledger.ts'
import type { LedgerDraft } from '../store/store.ts'
import { CHAIN_START, chain, checkEntry } from './ledger.ts'

const drafts: LedgerDraft[] = [
  { at: '2014-09-07T00:00:00.000Z', kind: 'events', body: { last: 4, first: 1, count: 4, digest: 'abc' } },
  {
    at: '2014-09-07T00:00:01.000Z',
    kind: 'decision',
    body: { id: 'd"1"', text: 'ذئاب \ud800\n', nested: { b: [1, null], a: undefined } },
  },
  { at: '2014-09-07T00:00:00.000Z', kind: 'tombstone', body: {} },
]
const entries = chain(CHAIN_START, drafts)

/** What a stranger computes from an exported row, by rule L2 alone. */
const strangersHash = ({ hash: _, ...rest }: LedgerEntry) => sha256(canonicalJson(rest))

test('L1, L3: entries are numbered from one and each names the hash before it', () => {
  assert.deepEqual(
    entries.map(({ seq }) => seq),
    [1, 2, 3],
  )
  assert.deepEqual(
    entries.map(({ previous }) => previous),
    [FIRST_PREVIOUS, entries[0]!.hash, entries[1]!.hash],
  )
})

test('L2: the hash is that of the canonical JSON, also after a round trip through an export', () => {
  for (const entry of entries) {
    assert.equal(entry.hash, strangersHash(entry))
    assert.equal(entry.hash, strangersHash(JSON.parse(JSON.stringify(entry)) as LedgerEntry))
  }
})

test('a chain may be continued in pieces', () => {
  const [first, ...rest] = drafts
  const start = chain(CHAIN_START, [first!])
  assert.deepEqual([...start, ...chain(start[0]!, rest)], entries)
})

test('an entry that was changed, moved or taken out is told apart', () => {
  const check = (entry: LedgerEntry, expected: RegExp | null) => {
    const found = checkEntry(entry, entries[0]!)
    if (expected === null) assert.equal(found, null)
    else assert.match(found ?? '', expected)
  }
  const second = entries[1]!
  check(second, null)
  check({ ...second, at: '2015' }, /was changed/)
  check({ ...second, kind: 'link' }, /was changed/)
  check({ ...second, body: { ...second.body, id: 'd2' } }, /was changed/)
  check({ ...second, hash: FIRST_PREVIOUS }, /was changed/)
  check({ ...second, previous: FIRST_PREVIOUS }, /does not continue the chain/)
  check(entries[2]!, /stands where entry 2 should stand/)
})
