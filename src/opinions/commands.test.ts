import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { chatApi, KEY, withServer } from './samples.ts'

const TEXT = 'Somebody will kill somebody, perhaps.'

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-commands-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Ended {
  code: number
  out: string
  err: string
}

const holdfast = (args: string[], input = ''): Promise<Ended> =>
  new Promise((resolve) => {
    const options = { env: { ...process.env, HOLDFAST_OPINIONS: '', SECOND_KEY: KEY }, timeout: 60_000 }
    const child = execFile(process.execPath, ['bin/holdfast.js', ...args], options, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
    child.stdin!.end(input)
  })

/** A band so wide that our own reader leaves everything open. */
const fileFor = (url: string): string => `band: { from: 0.0, to: 1.0 }
providers:
  - { name: second, kind: chat, url: "${url}/v1", model: reader-1, key: { env: SECOND_KEY } }
  - { name: lost, kind: moderation, url: "http://127.0.0.1:1/v1" }
`

const line = `${JSON.stringify({ id: '1', text: TEXT, language: 'en' })}\n`

test('check shows what others held, and why some did not answer', () =>
  inFolder((folder) =>
    withServer(chatApi(), async ({ url }) => {
      const file = join(folder, 'opinions.yaml')
      writeFileSync(file, fileFor(url))
      const { code, out, err } = await holdfast(['check', '--opinions', file], line)
      assert.equal(code, 0, err)
      const row = JSON.parse(out)
      assert.deepEqual(
        row.opinions.map(({ provider, basis, scores }: never) => [provider, basis, scores]),
        [['second', 'original', { tvec2: 0.95, tvec6: 0.95, tvec7: 0.95, tvec8: 0.95 }]],
      )
      assert.ok(!`${out}${err}`.includes(KEY))
    }),
  ))

test('without a file nobody is asked and nothing is added', () =>
  withServer(chatApi(), async ({ calls }) => {
    const { code, out } = await holdfast(['check'], line)
    assert.equal(code, 0)
    const row = JSON.parse(out)
    assert.ok(!('opinions' in row) && !('translation' in row))
    assert.deepEqual(row.gaps, [])
    assert.equal(calls.length, 0)
  }))

test('doctor names each provider and says whether it answers', () =>
  inFolder((folder) =>
    withServer(chatApi(), async ({ url }) => {
      const file = join(folder, 'opinions.yaml')
      writeFileSync(file, fileFor(url))
      const { code, out } = await holdfast([
        'doctor',
        '--data',
        join(folder, 'data'),
        '--port',
        '0',
        '--opinions',
        file,
      ])
      assert.equal(code, 1, 'one of them does not answer')
      assert.match(
        out,
        /^ok {4}opinions: second: reader-1 answers in \d+ ms: tvec2 0.02 for a harmless text$/m,
      )
      assert.match(out, /^FAIL {2}opinions: lost: nobody listens at its address$/m)
      assert.ok(!out.includes(KEY))
    }),
  ))

test('a file with mistakes stops every command that takes one, with place and hint', () =>
  inFolder(async (folder) => {
    const file = join(folder, 'opinions.yaml')
    writeFileSync(
      file,
      'providers:\n  - { name: second, kind: chat, url: "http://reader.example/v1", modle: m }\n',
    )
    for (const args of [
      ['check'],
      ['ingest', '-', '--data', join(folder, 'data')],
      ['start', '--no-town', '--port', '0', '--data', join(folder, 'data')],
    ]) {
      const { code, out, err } = await holdfast([...args, '--opinions', file])
      assert.equal(code, 1, args.join(' '))
      assert.equal(out, '')
      assert.match(err, /opinions\.yaml:2:38: http would send posts and key in clear/)
      assert.match(err, /opinions\.yaml:2:66: a provider has no field "modle"\n {4}did you mean "model"\?/)
    }
    const missing = await holdfast(['check', '--opinions', join(folder, 'none.yaml')])
    assert.equal(missing.code, 1)
    assert.match(missing.err, /none\.yaml:1:1: cannot be read: ENOENT/)
  }))
