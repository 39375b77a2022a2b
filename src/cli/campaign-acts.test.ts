import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { memoryLine, postBy, tellingOf } from '../server/campaign-samples.ts'
import { sampleServer } from '../server/samples.ts'
import { StoreError } from '../store/store.ts'
import { type ActOptions, reviewCampaigns, showCampaign } from './campaign-acts.ts'
import { CommandError, type OpenHouse, type Tools, UsageError } from './tools.ts'

const folder = mkdtempSync(join(tmpdir(), 'holdfast-campaigns-'))
after(() => rmSync(folder, { recursive: true, force: true }))

type Line = ReturnType<typeof memoryLine>

function filled(line: Line = memoryLine()): Line {
  for (let i = 0; i < 60; i++) {
    const { event, reading } = postBy(`acct:${i}`)
    line.take(event, reading)
  }
  line.take(tellingOf('c1', { size: 60 }))
  return line
}

/** The commands over a line in memory, as if it were a data folder that nobody else owns. */
function toolsOver(line: Line, { locked = false } = {}) {
  let open = 0
  const tools = {
    openStore: async () => ({ ...line.store, close: async () => {} }),
    openHouse: async () => {
      if (locked) throw new StoreError('locked', 'd is in use by another process', 'Stop it first.')
      open++
      const house = {
        store: line.store,
        bus: { publish: line.publish },
        line: { plan: () => line.plan },
        close: async () => void open--,
      }
      return house as unknown as OpenHouse
    },
  } as unknown as Tools
  return { tools, stillOpen: () => open }
}

const options = (over: Partial<ActOptions> = {}): ActOptions => ({
  data: 'd',
  policies: 'p',
  by: 'ann',
  why: 'one text',
  format: 'text',
  ...over,
})

/** What is printed meanwhile. What the test runner itself writes, in bytes, passes. */
async function printed(work: () => Promise<void>): Promise<{ out: string; err: string; error: unknown }> {
  const said = { out: '', err: '' }
  const [out, err] = [process.stdout.write, process.stderr.write]
  let error: unknown = null
  const into = (stream: NodeJS.WriteStream, write: typeof out, name: 'out' | 'err') =>
    ((chunk: string | Uint8Array) => {
      if (typeof chunk !== 'string') return write.call(stream, chunk)
      said[name] += chunk
      return true
    }) as typeof out
  process.stdout.write = into(process.stdout, out, 'out')
  process.stderr.write = into(process.stderr, err, 'err')
  try {
    await work()
  } catch (caught) {
    error = caught
  } finally {
    process.stdout.write = out
    process.stderr.write = err
  }
  return { ...said, error }
}

test('without --yes it is only said what would be done', async () => {
  const line = filled()
  const { tools, stillOpen } = toolsOver(line)
  const logged = line.log.length
  const { out, err, error } = await printed(() => reviewCampaigns('confirm', 'c1', options(), tools))
  assert.equal(error, null)
  assert.match(out, /^c1 \(suspected\): confirm\n {2}It counts as a campaign/)
  assert.match(out, /token +[0-9a-f]{24}/)
  assert.match(err, /This was a preview; --yes has it done/)
  assert.deepEqual([line.log.length, stillOpen()], [logged, 0])
})

test('an act is previewed with who is left out, needs two above fifty, and is undone', async () => {
  const line = filled()
  const { tools, stillOpen } = toolsOver(line)
  const run = (kind: Parameters<typeof reviewCampaigns>[0], over: Partial<ActOptions> = {}) =>
    printed(() => reviewCampaigns(kind, 'c1', options({ yes: true, ...over }), tools))
  assert.match((await run('confirm')).out, /done +as review-/)
  writeFileSync(join(folder, 'except.txt'), 'acct:1\n acct:2 \n\n')
  const preview = await run('act', { yes: false, except: `@${join(folder, 'except.txt')}` })
  assert.match(preview.out, /accounts +58: acct:0 \(0\.95\), .* …/)
  assert.match(preview.out, /left out +2 × was left out on request/)
  assert.match(preview.out, /hashtag +#GreyBanner: 7 posts by 5 others remain/)
  assert.match(preview.out, /people +two must agree/)
  assert.ok(preview.error instanceof CommandError)
  const alone = await run('act')
  assert.ok(alone.error instanceof CommandError)
  assert.match(alone.error.message, /two people must agree\nName the second person/)
  const acted = await run('act', { second: 'ben', format: 'json' })
  const { event } = JSON.parse(acted.out) as { event: string }
  const shown = await printed(() => showCampaign('c1', { data: 'd', format: 'text' }, tools))
  assert.match(shown.out, /^c1 {2}watched/)
  assert.ok(shown.out.includes(`by two: 60 accounts, 1 hashtags; undo with --act ${event}`), shown.out)
  assert.equal((await run('undo', { act: event })).error, null)
  assert.equal(line.led.outbox.filter(({ action }) => action === 'restore').length, 61)
  assert.equal(stillOpen(), 0, 'the house was left open')
})

test('wrong use is told before anything is opened', async () => {
  const tools = {} as Tools
  const check = async (
    kind: Parameters<typeof reviewCampaigns>[0],
    over: Partial<ActOptions>,
    words: RegExp,
  ) => {
    const { error } = await printed(() => reviewCampaigns(kind, 'c1', options(over), tools))
    assert.ok(error instanceof UsageError, String(error))
    assert.match(error.message, words)
  }
  await check('confirm', { why: ' ' }, /--by NAME and --why TEXT/)
  await check('act', { actions: 'limit,suspend' }, /no action "suspend"; choose among queue, label/)
  await check('split', { accounts: 'a,'.repeat(2_001) }, /at most 2000/)
  await check('confirm', { keyFile: 'k' }, /--key-file goes with --url/)
  await check('confirm', { url: 'ftp://x' }, /an address such as/)
  await check('confirm', { url: 'http://far.example', keyFile: 'k' }, /in the clear/)
  await check('confirm', { url: 'http://127.0.0.1:1' }, /needs --key-file/)
})

test('a campaign that is not known, and data that a server owns, are told with what to do', async () => {
  const line = filled()
  const unknown = await printed(() =>
    reviewCampaigns('confirm', 'no\u001b[2J', options(), toolsOver(line).tools),
  )
  assert.ok(unknown.error instanceof CommandError)
  assert.match(unknown.error.message, /there is no campaign no\ufffd\[2J; holdfast campaigns lists them/)
  const { tools } = toolsOver(line, { locked: true })
  const { error } = await printed(() => reviewCampaigns('confirm', 'c1', options(), tools))
  assert.ok(error instanceof CommandError)
  assert.match(error.message, /a server owns d: ask it, with --url .* --key-file FILE, or stop it first/)
})

test('what a platform named cannot move the terminal', async () => {
  const line = memoryLine()
  line.take(tellingOf('c1', { hashtags: ['a\u001b[2J\u202e'] }))
  const { out } = await printed(() =>
    showCampaign('c1', { data: 'd', format: 'text' }, toolsOver(line).tools),
  )
  assert.match(out, /#a\ufffd\[2J\ufffd/)
})

let server: Awaited<ReturnType<typeof sampleServer>>
let url = ''
const keyFile = join(folder, 'key')
before(async () => {
  server = await sampleServer()
  filled(server.inside.memory)
  url = await server.app.listen({ host: '127.0.0.1', port: 0 })
  writeFileSync(keyFile, `${await server.key('review')}\n`)
})
after(() => server.app.close())

test('a server that owns the data is asked with a key, and answers in its own words', async () => {
  const ask = (kind: Parameters<typeof reviewCampaigns>[0], over: Partial<ActOptions> = {}, id = 'c1') =>
    printed(() => reviewCampaigns(kind, id, options({ url, keyFile, ...over }), {} as Tools))
  const early = await ask('act', { yes: true, second: 'ben' })
  assert.ok(early.error instanceof CommandError)
  assert.match(early.error.message, /suspected; only what a person confirmed is acted on\nConfirm it first\./)
  assert.match((await ask('confirm', { yes: true })).out, /done +as review-/)
  const preview = await ask('act', { second: 'ben' })
  assert.match(preview.out, /accounts +60: /)
  const token = /token +(\w+)/.exec(preview.out)![1]!
  assert.match((await ask('act', { second: 'ben', yes: true, token })).out, /done +as review-/)
  const shown = await printed(() =>
    showCampaign('c1', { data: 'd', url, keyFile, format: 'text' }, {} as Tools),
  )
  assert.match(shown.out, /^c1 {2}watched.*acted .* by two: 60 accounts/s)
  const unknown = await ask('confirm', {}, 'c9')
  assert.match(String(unknown.error), /there is no campaign c9/)
})

test('a key that may not, a file without one, and a server that is not there', async () => {
  const check = async (over: Partial<ActOptions>, words: RegExp) => {
    const { error } = await printed(() =>
      reviewCampaigns('confirm', 'c1', options({ url, keyFile, ...over }), {} as Tools),
    )
    assert.ok(error instanceof CommandError, String(error))
    assert.match(error.message, words)
  }
  writeFileSync(join(folder, 'read'), await server.key('read'))
  writeFileSync(join(folder, 'none'), 'password')
  await check(
    { keyFile: join(folder, 'read') },
    /the call needs review\nUse a key with the permission review/,
  )
  await check({ keyFile: join(folder, 'none') }, /holds no key: one line, beginning with hf_/)
  await check({ keyFile: join(folder, 'nowhere') }, /cannot be read \(ENOENT\)/)
  await check({ url: 'http://127.0.0.1:1' }, /could not be asked .*Does the server run there\?/)
})
