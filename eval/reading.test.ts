import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { pageOf } from './eval.ts'
import { isReached, type Outcome, type Surroundings } from './outcome.ts'
import { measure } from './reading.ts'
import { accountSets, textSets } from './text-sets.ts'

const around = (parts: Partial<Surroundings>): Surroundings => ({
  data: null,
  policies: fileURLToPath(new URL('../policies', import.meta.url)),
  only: [],
  seed: 1,
  progress: () => {},
  ...parts,
})

/** A folder of data as the shared one is laid out, for the length of `use`. */
async function withData(files: Record<string, string>, use: (data: string) => unknown): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'holdfast-eval-'))
  try {
    for (const folder of ['text', 'accounts']) mkdirSync(join(data, folder))
    for (const [name, content] of Object.entries(files)) writeFileSync(join(data, name), content)
    await use(data)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

const LISTED = [
  'set\trows\tlanguages\tlicence\tuse\tlabels\tnote',
  'first\t2\ten fr\tMIT\ttrain, measure\tnone 2\tsaid "so"',
  'second\t1\ten\tnone\tmeasure\tthreat 1\tonly measured',
].join('\n')
const line = (id: string, lang: string, label: string, text: string) =>
  `${JSON.stringify({ id, lang, label, text })}\n`
const POSTS = 'username,name,text\na,A,"two\nlines"\nb,B,   \nc,C,one\n'
const FILES = {
  'text/README.tsv': LISTED,
  'text/first.jsonl':
    line('first:0', 'en', 'none', 'good morning') + line('first:1', 'fr', 'none', 'bonjour'),
  'text/second.jsonl': line('second:0', 'en', 'threat', 'I will kill you'),
  'accounts/ordinary.csv': POSTS,
  'accounts/supporters-2015.csv': POSTS,
}

test('sets come with what they may be used for, and their texts with language and label', async () => {
  await withData(FILES, (data) => {
    const sets = [...textSets(data, [])]
    assert.deepEqual(
      sets.map(({ name, trains, note }) => [name, trains, note]),
      [
        ['first', true, 'said "so"'],
        ['second', false, 'only measured'],
      ],
    )
    assert.deepEqual(sets[0]!.texts[1], { id: 'first:1', language: 'fr', label: 'none', text: 'bonjour' })
    assert.deepEqual(
      [...textSets(data, ['second'])].map(({ name }) => name),
      ['second'],
    )
    const [ordinary] = [...accountSets(data, [])]
    assert.deepEqual(
      ordinary!.texts.map(({ text }) => text),
      ['two\nlines', 'one'],
    )
  })
})

test('every row of every table is as long as its head, and what trains is marked', async () => {
  await withData(FILES, async (data) => {
    const outcome = await measure(around({ data, only: ['first', 'second', 'ordinary'] }))
    assert.ok(outcome.kind === 'measured')
    assert.deepEqual(
      outcome.sections.map(({ title }) => title),
      ['first', 'second', 'ordinary'],
    )
    for (const { columns, rows } of outcome.sections)
      for (const row of rows) assert.equal(row.length, columns.length)
    assert.match(outcome.sections[0]!.prose!, /Trains/)
    assert.match(outcome.sections[1]!.prose!, /Only measured/)
    const [second] = outcome.sections[1]!.rows
    assert.deepEqual(second!.slice(0, 2), ['threat', 1])
    assert.ok(
      !outcome.failures!.some((failure) => failure.includes('second:0')),
      'a set that only measures is not listed',
    )
  })
})

test('ThreatCheck is measured where there are no data, and its reported half is listed nowhere', async () => {
  const outcome = await measure(around({}))
  assert.ok(outcome.kind === 'measured')
  const titles = outcome.sections.map(({ title }) => title)
  assert.ok(titles.includes('Data sets: SKIPPED') && titles.includes('ThreatCheck'))
  for (const { columns, rows } of outcome.sections)
    for (const row of rows) assert.equal(row.length, columns.length)
  for (const failure of outcome.failures!) {
    const number = /^(?:en|ar|fr)\/[a-z-]+\/(\d+)\t/.exec(failure)?.[1]
    if (number !== undefined) assert.equal(Number(number) % 2, 1, failure)
  }
})

test('a set that is not there is skipped, and said to be', async () => {
  const outcome = await measure(around({ only: ['gab'] }))
  assert.equal(outcome.kind, 'skipped')
  assert.match(pageOf('reading', outcome, 1), /^SKIPPED: reading was not measured\. .*HOLDFAST_SHARED/)
})

test('a target is reached, missed, or not measured', () => {
  const check = (
    measured: number | null,
    wanted: { atLeast: number } | { atMost: number },
    expected: boolean | null,
  ) => assert.equal(isReached({ what: '', wanted, measured }), expected)
  check(0.6, { atLeast: 0.6 }, true)
  check(0.599, { atLeast: 0.6 }, false)
  check(0.003, { atMost: 0.003 }, true)
  check(0.0031, { atMost: 0.003 }, false)
  check(null, { atMost: 0.003 }, null)
})

test('the page says of every target whether it was reached', () => {
  const outcome: Outcome = {
    kind: 'measured',
    title: 'Something, measured',
    versions: { reader: '1-abc' },
    targets: [
      { what: 'found', wanted: { atLeast: 0.6 }, measured: 0.5, interval: { low: 0.4, high: 0.6 }, of: 100 },
      { what: 'speed', wanted: { atLeast: 25_000 }, measured: 30_000 },
      { what: 'absent', wanted: { atMost: 0.01 }, measured: null, note: 'no such texts' },
    ],
    sections: [],
  }
  const page = pageOf('reading', outcome, 2)
  assert.match(page, /\| found +\| ≥ 60\.0 % \| +50\.0 % \(40\.00 to 60\.00\) \| +100 \| \*\*no\*\* +\|/)
  assert.match(page, /\| speed +\| ≥ 25,000 +\| +30,000 +\| +– \| yes/)
  assert.match(page, /\| absent +\| ≤ 1\.00 % \| +not measured +\| +– \| – +\| no such texts/)
  assert.match(page, /reader `1-abc`/)
})

test('the command says what it can measure, and that nothing was asked', () => {
  const run = () =>
    execFileSync(process.execPath, [fileURLToPath(new URL('eval.ts', import.meta.url))], { stdio: 'pipe' })
  assert.throws(run, (error: { status: number; stderr: Buffer }) => {
    assert.equal(error.status, 2)
    assert.match(String(error.stderr), /reading, lineage, campaigns/)
    return true
  })
})
