import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createProgress, formatCount, formatDuration } from './progress.ts'

function recorder(isTTY: boolean) {
  const written: string[] = []
  const stream = { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream
  return { stream, written }
}

test('on a terminal a bar shows share, rate and time left', () => {
  const { stream, written } = recorder(true)
  let now = 0
  const progress = createProgress({ label: 'town.jsonl', unit: 'events', stream, steady: () => now })
  now = 2_000
  progress.update({ done: 50, total: 200, count: 40_000 })
  assert.match(written[0]!, /█{7}░{21}/)
  assert.match(written[0]!, /25 % · 40,000 events · 20,000 events\/s · 6 s left/)
})

test('elsewhere it is a line, and not more than one in two seconds', () => {
  const { stream, written } = recorder(false)
  let now = 1
  const progress = createProgress({ label: 'x', unit: 'events', stream, steady: () => now })
  for (let i = 0; i < 50; i++) {
    now += 100
    progress.update({ done: i, total: 100, count: i })
  }
  assert.equal(written.length, 3)
  assert.ok(written.every((line) => line.endsWith('\n') && !line.includes('\x1b')))
})

test('without a known total there is a count and a rate, and no invented share', () => {
  const { stream, written } = recorder(false)
  createProgress({ label: 'standard input', unit: 'events', stream, steady: () => 0 }).update({
    done: 1,
    total: null,
    count: 7,
  })
  assert.doesNotMatch(written[0]!, /%|left/)
})

test('counts and durations read as people write them', () => {
  assert.equal(formatCount(1234567.4), '1,234,567')
  assert.equal(formatDuration(59_400), '59 s')
  assert.equal(formatDuration(61_000), '1 min 1 s')
  assert.equal(formatDuration(7_260_000), '2 h 1 min')
})
