import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sampleCommit, sampleJob, sampleRun } from '../store/samples.ts'
import { openSqliteStore } from '../store/sqlite/sqlite.ts'
import { appeals, jobs } from './desk.ts'
import type { Tools } from './tools.ts'

/** What a command says over a store with one job. */
async function said(work: (data: string, tools: Tools) => Promise<void>): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'holdfast-cli-desk-'))
  const store = await openSqliteStore(data, { now: () => 0 })
  await store.commit(sampleCommit(sampleRun(1, 1), { jobs: [sampleJob('j1')] }))
  await store.close()
  const tools = { openStore: () => openSqliteStore(data, { readOnly: true }) } as unknown as Tools
  const { write } = process.stdout
  let out = ''
  process.stdout.write = ((text: string) => {
    out += text
    return true
  }) as typeof write
  try {
    await work(data, tools)
  } finally {
    process.stdout.write = write
    rmSync(data, { recursive: true, force: true })
  }
  return out
}

test('jobs are told in their order, with the points they stand there for', async () => {
  const all = { limit: 9, format: 'text' as const }
  const text = await said((data, tools) => jobs({ data, ...all }, tools, 3_600_000))
  assert.match(text, /violence +1 open, 0 taken or waiting, 0 past their deadline/)
  assert.match(text, /j1 {2}violence {2}tvec8[\s\S]*5 harm[\s\S]*23 h to its deadline; 2 1\.0 h waited/)
  assert.match(await said((data, tools) => jobs({ data, ...all, queue: 'threats' }, tools)), /no job waits/)
  const json = await said((data, tools) =>
    jobs({ data, limit: 9, format: 'json', breached: true }, tools, 2 * 86_400_000),
  )
  assert.equal(JSON.parse(json).job.id, 'j1')
})

test('where nothing was challenged, it says so', async () => {
  assert.equal(await said((data, tools) => appeals({ data, limit: 9, format: 'text' }, tools)), 'no appeal\n')
})
