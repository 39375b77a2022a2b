import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { loadPack, type PackResult, watchPack } from './load.ts'

const POLICY = 'policies:\n  - { id: p, title: P, prose: P., precedence: 1 }\n'
const rule = (id: string) =>
  `rules:\n  - { id: ${id}, policy: p, when: reading.tvec2 > 0.5, verdict: review, actions: [queue], mode: live }\n`

function folder(context: TestContext, files: Record<string, string> = {}): string {
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-pack-'))
  context.after(() => rmSync(directory, { recursive: true, force: true }))
  mkdirSync(join(directory, 'rules'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text)
  return directory
}

const rulesOf = (result: PackResult | undefined): string[] =>
  result?.ok ? result.pack.rules.map(({ id }) => id) : assert.fail('does not load')

test('a folder loads with all below it, and only YAML', (context) => {
  const directory = folder(context, {
    'p.yaml': POLICY,
    'rules/a.yaml': rule('a'),
    'rules/b.yml': rule('b'),
    'notes.txt': ':::',
    '.hidden.yaml': ':::',
  })
  const result = loadPack(directory)
  assert.deepEqual(rulesOf(result), ['a', 'b'])
  assert.ok(result.ok)
  assert.deepEqual(Object.keys(result.files), ['p.yaml', 'rules/a.yaml', 'rules/b.yml'])
  assert.equal(result.pack.rules[1]!.where.file, 'rules/b.yml')
})

test('what cannot be read is a problem, not a crash', (context) => {
  const problem = (directory: string) => {
    const result = loadPack(directory)
    return result.ok ? assert.fail('loads') : result.problems[0]!.message
  }
  assert.match(problem(join(folder(context), 'nowhere')), /cannot be read: ENOENT/)
  assert.match(problem(folder(context)), /no policy files/)
  assert.match(problem(folder(context, { 'p.yaml': `#${'x'.repeat(4_000_001)}` })), /larger than 4 MB/)
})

/** Results that the watch has told, and a wait for the next one. */
function watching(context: TestContext, directory: string) {
  const results: PackResult[] = []
  let told = () => {}
  const watch = watchPack(directory, {
    pollMs: 20,
    onResult: (result) => {
      results.push(result)
      told()
    },
  })
  context.after(() => watch.close())
  // Timers of a watch do not keep a process alive; a test that waits for one must.
  const next = () =>
    new Promise<PackResult>((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error('nothing was told within 5 s')), 5_000)
      told = () => {
        clearTimeout(limit)
        resolve(results.at(-1)!)
      }
    })
  return { results, next }
}

test('a watch tells of edits, of replaced files, of new ones and of broken ones', async (context) => {
  const directory = folder(context, { 'p.yaml': POLICY, 'rules/a.yaml': rule('a') })
  const { results, next } = watching(context, directory)
  let told = next()
  writeFileSync(join(directory, 'rules/a.yaml'), rule('edited'))
  assert.deepEqual(rulesOf(await told), ['edited'])

  told = next()
  writeFileSync(join(directory, 'new'), rule('swapped'))
  renameSync(join(directory, 'new'), join(directory, 'rules/a.yaml'))
  assert.deepEqual(rulesOf(await told), ['swapped'])

  told = next()
  writeFileSync(join(directory, 'rules/b.yaml'), rule('b'))
  assert.deepEqual(rulesOf(await told), ['swapped', 'b'])

  told = next()
  writeFileSync(join(directory, 'rules/b.yaml'), 'rules: [')
  assert.equal((await told).ok, false)
  assert.equal(results.length, 4)
})

test('a watch says nothing while nothing changes, and nothing once closed', async (context) => {
  const directory = folder(context, { 'p.yaml': POLICY })
  let told = 0
  const watch = watchPack(directory, {
    pollMs: 10,
    onResult: () => {
      told += 1
    },
  })
  await new Promise((resolve) => setTimeout(resolve, 60))
  watch.close()
  writeFileSync(join(directory, 'p.yaml'), `${POLICY}\n`)
  await new Promise((resolve) => setTimeout(resolve, 60))
  assert.equal(told, 0)
})
