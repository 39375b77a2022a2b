import assert from 'node:assert/strict'
import { test } from 'node:test'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { IDS, migrate } from './schema.ts'
import { openSeen, type SeenOptions } from './seen.ts'

const SMALL: SeenOptions = { recentMax: 8, fanIn: 3, levelMax: 2 }

function derivedFile() {
  const db = new Database(':memory:')
  migrate(db, 'derived.db', IDS)
  return db
}

/** A log that is just a list of ids. */
function listLog(ids: string[]) {
  return {
    last: () => ids.length,
    idOf: (seq: number) => ids[seq - 1],
    ids: (first: number) => ids.slice(first - 1),
  }
}

const anyId = fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), fc.nat(300).map(String))
/** A batch of ids, or null for a new start. */
const story = fc.array(
  fc.oneof({ weight: 5, arbitrary: fc.array(anyId, { maxLength: 40 }) }, fc.constant(null)),
  { maxLength: 12 },
)

test('S10: whatever was added, across starts, merges and sweeps, seen says what a Set says', () => {
  fc.assert(
    fc.property(story, fc.array(anyId, { maxLength: 30 }), (batches, strangers) => {
      const db = derivedFile()
      const log: string[] = []
      const known = new Set<string>()
      let seen = openSeen(db, listLog(log), SMALL)
      for (const batch of batches) {
        if (batch === null) seen = openSeen(db, listLog(log), SMALL)
        for (const id of batch ?? []) {
          assert.equal(seen.has(id), known.has(id))
          if (known.has(id)) continue
          seen.add(id, log.push(id))
          known.add(id)
        }
        seen.tidy()
      }
      for (const id of [...known, ...strangers]) assert.equal(seen.has(id), known.has(id), JSON.stringify(id))
    }),
    { numRuns: 150 },
  )
})

test('S10: a log that fell behind its index (put back from a backup) has its index made again', () => {
  const db = derivedFile()
  const ids = Array.from({ length: 100 }, (_, i) => `e${i}`)
  const before = openSeen(db, listLog([]), SMALL)
  for (const [index, id] of ids.entries()) before.add(id, index + 1)
  const after = openSeen(db, listLog(ids.slice(0, 20)), SMALL)
  assert.deepEqual(['e0', 'e19', 'e20', 'e99'].map(after.has), [true, true, false, false])
})

test('segments are merged: 2,000 ids leave few of them, and no pages of those they replaced', () => {
  const db = derivedFile()
  const ids = Array.from({ length: 2_000 }, (_, i) => `e${i}`)
  const seen = openSeen(db, listLog(ids.slice(0, 0)), SMALL)
  ids.forEach((id, index) => {
    seen.add(id, index + 1)
    if (index % 20 === 0) seen.tidy()
  })
  for (let i = 0; i < 200; i++) {
    seen.add(`later${i}`, ids.length + i + 1)
    seen.tidy()
  }
  const stages = db.prepare<[], { stage: string; level: number; segments: number }>(
    'SELECT stage, level, count(*) AS segments FROM id_segments GROUP BY stage, level',
  )
  const live = stages.all().filter(({ stage }) => stage === 'live')
  const below = live
    .filter(({ level }) => level < SMALL.levelMax)
    .reduce((sum, { segments }) => sum + segments, 0)
  assert(below <= SMALL.fanIn * SMALL.levelMax * 2, `${below} segments wait to be merged`)
  assert(live.some(({ level }) => level === SMALL.levelMax))
  const pages = db.prepare<[], number>('SELECT count(*) FROM id_pages').pluck().get()!
  assert(pages < 2_200 / 8 + 80, `${pages} pages are kept`)
})
