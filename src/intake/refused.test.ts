import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { refusedFor } from './jsonl.ts'
import type { Line } from './lines.ts'
import { openRefusedFile } from './refused.ts'
import { door, raw } from './samples.ts'

function path(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-refused-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'refused-events.jsonl')
}

const entries = (file: string): Record<string, unknown>[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

const refused = (line: number, text: string, reason = 'no event'): Line => ({
  line,
  result: refusedFor(reason),
  raw: text,
})
const accepted: Line = { line: 1, result: door.admit(raw('account.closed')), raw: '{}' }

test('a refused line is kept with file, line, field, reason and text', (context) => {
  const file = path(context)
  const refusals = openRefusedFile(file)
  refusals.write('a.jsonl', [
    accepted,
    { line: 2, result: door.admit({ id: 'x', type: 'nope' }), raw: '{"id":"x"}' },
  ])
  refusals.close()
  const [entry] = entries(file)
  assert.deepEqual(
    { ...entry, reason: null },
    { file: 'a.jsonl', line: 2, field: 'type', reason: null, raw: '{"id":"x"}' },
  )
})

test('nothing refused makes no file; a second run adds to the first', (context) => {
  const file = path(context)
  const none = openRefusedFile(file)
  none.write('a', [accepted])
  none.close()
  assert.equal(existsSync(file), false)
  for (const name of ['first', 'second']) {
    const refusals = openRefusedFile(file)
    refusals.write(name, [refused(1, 'x')])
    refusals.close()
  }
  assert.deepEqual(
    entries(file).map((entry) => entry['file']),
    ['first', 'second'],
  )
})

test('it is readable by its owner alone', { skip: process.platform === 'win32' }, (context) => {
  const file = path(context)
  const refusals = openRefusedFile(file)
  refusals.write('a', [refused(1, 'x')])
  refusals.close()
  assert.equal(statSync(file).mode & 0o777, 0o600)
})

test('what must not be kept is withheld from text and reason', (context) => {
  const file = path(context)
  const refusals = openRefusedFile(file)
  refusals.write('a', [
    refused(1, '{"device":"handset 7","bio":"me@mail.example"', '"me@mail.example" is not a whole number'),
  ])
  refusals.close()
  assert.doesNotMatch(readFileSync(file, 'utf8'), /handset|me@mail/)
})

test('one run writes so much and no more, and says so', (context) => {
  const file = path(context)
  const refusals = openRefusedFile(file, 2_000)
  for (let i = 0; i < 200; i++) refusals.write('a', [refused(i, 'x'.repeat(100))])
  refusals.close()
  const last = entries(file).at(-1)
  assert.match(String(last?.['reason']), /further refused lines are not kept/)
  assert.ok(statSync(file).size < 2_500)
})
