import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { openCommandLine } from '../../scripts/testing/command-line.ts'
import { generate } from '../../sim/generate.ts'
import { runCli } from './cli.ts'
import type { Tools } from './tools.ts'

/*
 * The commands as a user meets them: the real binary, its words and its exit codes.
 */

const folder = mkdtempSync(join(tmpdir(), 'holdfast-commands-'))
const data = join(folder, 'data')
const town = join(folder, 'town.jsonl')
const EVENTS = 3_000
/** Programs that start thirty times need not be compiled thirty times. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') }

const line = openCommandLine()
const { holdfast } = line

const at = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const event = (id: string, text = 'Good morning') =>
  JSON.stringify({
    id,
    type: 'post.created',
    at: '2026-01-05T08:00:00Z',
    account: 'acct:1',
    post: { id: `p-${id}`, text },
  })

let first: ReturnType<typeof holdfast>
before(() => {
  writeFileSync(town, `${[...generate({ seed: 3, events: EVENTS })].join('\n')}\n`)
  first = holdfast(['ingest', town, '--data', data])
})
after(async () => {
  await line.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The command ends with the code, and says so in these words; where it fails, it leaves standard output to results. */
function check(args: string[], code: number, words: RegExp, input = '') {
  const run = holdfast(args, input)
  assert.equal(run.code, code, `${args.join(' ')}\n${run.out}${run.err}`)
  assert.match(run.out + run.err, words)
  assert.doesNotMatch(run.err, /^ {4}at /m, 'a stack is no message')
  return run
}

test('ingest tells what it did, and ends 0', () => {
  assert.equal(first.code, 0, first.err)
  assert.match(first.out, /done after .* events\/s/)
  assert.match(first.out, /events +3,000 accepted, 0 duplicate, 0 refused/)
  assert.match(first.out, /accounts +\d/)
  assert.match(first.out, /decisions +\d+ in all/)
  assert.match(first.err, /town\.jsonl +\d+ %.*events\/s.*left/)
})

test('the same file again changes nothing', () => {
  check(['ingest', town, '--data', data], 0, /0 accepted, 3,000 duplicate, 0 refused/)
  check(['verify', '--data', data], 0, /the ledger verifies: [\d,]+ entries/)
})

/** The same without a process of its own, for what is answered before anything is opened. */
async function asked(args: string[], code: number, words: RegExp): Promise<void> {
  const said: string[] = []
  const streams = [process.stdout, process.stderr]
  const written = streams.map((stream) => stream.write)
  const keep = (text: string | Uint8Array): boolean => said.push(String(text)) > 0
  for (const stream of streams) stream.write = keep as typeof stream.write
  let ended: number
  try {
    ended = await runCli(args, { version: '0.0.0', defaultPolicies: 'policies' } as Tools)
  } finally {
    streams.forEach((stream, index) => {
      stream.write = written[index]!
    })
  }
  assert.equal(ended, code, `${args.join(' ')}\n${said.join('')}`)
  assert.match(said.join(''), words)
}

test('wrong use ends 2, and says what is right', async () => {
  check(['no-such-command'], 2, /unknown command/)
  await asked([], 2, /Usage: holdfast/)
  await asked(['ingest'], 2, /needs a FILE, or - for standard input/)
  await asked(['ingest', '--formt', 'csv'], 2, /Did you mean --format\?/)
  await asked(['ingest', 'x.csv', '--format', 'csv'], 2, /--map FILE/)
  await asked(['ingest', 'x', '--map', 'm.yaml'], 2, /add --format csv/)
  await asked(['ingest', '-', '-'], 2, /only once/)
  await asked(['start', '--port', 'http'], 2, /whole number from 0 to 65535/)
  await asked(['export', 'everything', '--data', data], 2, /choose one of decisions, links/)
  await asked(
    ['access', 'key', '--scopes', 'all', '--data', data],
    2,
    /there is no permission "all"; choose among intake/,
  )
})

test('help has examples, and ends 0', async () => {
  for (const command of [
    'start',
    'ingest',
    'check',
    'export',
    'backtest',
    'verify',
    'doctor',
    'sim',
    'access',
  ])
    await asked([command, '--help'], 0, /Examples:\n {2}\$ /)
})

test('a file that is not there, is a folder, or is compressed, is told before anything is made', () => {
  const none = join(folder, 'none')
  check(['ingest', join(folder, 'nowhere.jsonl'), '--data', none], 1, /there is no such file/)
  check(['ingest', folder, '--data', none], 1, /is a folder; give the files in it/)
  check(
    ['ingest', at('a.jsonl.gz', gzipSync(event('a'))), '--data', none],
    1,
    /zcat .*a\.jsonl\.gz \| holdfast ingest -/,
  )
  const map = at('broken.yaml', 'columns: [id]\nevents:\n  - type: post.creatd\n')
  check(
    ['ingest', town, '--format', 'csv', '--map', map, '--data', none],
    1,
    /broken\.yaml:3:11: .*\n {2}did you mean "post\.created"\?/,
  )
  check(
    ['ingest', town, '--policies', join(folder, 'no-pack'), '--data', none],
    1,
    /no such folder of policies/,
  )
  assert.equal(existsSync(none), false)
  for (const command of ['verify', 'backtest']) check([command, '--data', none], 1, /there is no store in/)
})

test('refused lines are named, counted and kept; the rest goes on', () => {
  const mixed = join(folder, 'mixed')
  const bad = at('bad.jsonl', `{"id":"x"\n${event('good')}\n${event('bad').replace('Z', '')}\n\u001b[2J\n`)
  const run = check(['ingest', bad, '--data', mixed], 0, /1 accepted, 0 duplicate, 3 refused/)
  assert.match(run.err, /bad\.jsonl:1: refused: the line is not valid JSON: it ends too early/)
  assert.match(run.err, /bad\.jsonl:3: refused: at "2026-01-05T08:00:00" is not a time/)
  assert.doesNotMatch(run.err, /\u001b/)
  assert.match(run.out, /refused {3}1 × at "2026/)
  assert.equal(readFileSync(join(mixed, 'refused-events.jsonl'), 'utf8').trimEnd().split('\n').length, 3)
  check(
    ['ingest', at('text.txt', 'not an event\n'), '--data', mixed],
    1,
    /not one event was taken: is this the right --format/,
  )
})

test('standard input is read, and CSV through a map', () => {
  const fresh = join(folder, 'fresh')
  check(['ingest', '-', '--data', fresh], 0, /2 accepted/, `${event('s1')}\n${event('s2')}`)
  const csv = at(
    'posts.csv',
    'username,name,description,location,followers,statuses,text\nann,Ann,,,3,4,"Hello, you"\nann,Ann,,,3,4,again\n',
  )
  check(
    ['ingest', csv, '--format', 'csv', '--map', 'docs/operate/maps/ordinary.yaml', '--data', fresh],
    0,
    /3 accepted, 0 duplicate/,
  )
})

test('Ctrl-C while standard input is quiet: what was taken is kept and told, and the exit code is 130', {
  skip: process.platform === 'win32',
}, async () => {
  const stopped = join(folder, 'stopped')
  const child = spawn(process.execPath, ['bin/holdfast.js', 'ingest', '-', '--data', stopped], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env,
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => (out += chunk))
  // The first line of progress comes when the first chunk is on its way.
  child.stderr.on('data', (chunk) => {
    err += chunk
    if (/standard input/.test(err) && !child.killed) child.kill('SIGINT')
  })
  child.stdin.write(`${event('c1')}\n${event('c2')}\n{"id":"half a li`)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  assert.equal(code, 130, err)
  assert.match(err, /stopping: what was taken is finished first/)
  assert.match(err, /What was accepted is kept; the same command goes on/)
  assert.match(out, /stopped after/)
  assert.match(out, /2 accepted, 0 duplicate, 0 refused/)
  check(
    ['ingest', '-', '--data', stopped],
    0,
    /1 accepted, 2 duplicate/,
    [event('c1'), event('c2'), event('c3')].join('\n'),
  )
})

test('check answers line by line, in order, and stores nothing', () => {
  const run = check(['check'], 0, /./, '{"id":"1","text":"Good morning"}\n\n{"text":""}\n')
  const rows = run.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.deepEqual(
    rows.map(({ id, verdict }) => [id, verdict]),
    [
      ['1', 'allow'],
      [null, 'allow'],
    ],
  )
  check(['check'], 1, /standard input:2: not JSON/, '{"text":"a"}\n{"text"\n')
  check(['check'], 1, /standard input:1: text must be a string/, '{"words":"a"}\n')
})

test('exports are JSON lines or CSV, and whoever reads only the beginning does no harm', async () => {
  const rows = check(['export', 'decisions', '--data', data], 0, /./).out.trimEnd().split('\n')
  assert.ok(rows.length > 5)
  for (const row of rows) assert.ok(JSON.parse(row).statement.text.length > 20)
  const csv = check(
    ['export', 'decisions', '--format', 'csv', '--data', data],
    0,
    /^id,at,subject,account,verdict/,
  ).out
  assert.ok(csv.split('\r\n').length > rows.length)
  check(['export', 'statements', '--data', data], 0, /^/)
  const child = spawn(process.execPath, ['bin/holdfast.js', 'export', 'ledger', '--data', data], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let err = ''
  child.stderr.on('data', (chunk) => (err += chunk))
  child.stdout.once('data', () => child.stdout.destroy())
  assert.equal(await new Promise((resolve) => child.once('exit', resolve)), 0)
  assert.equal(err, '')
})

test('doctor says what stands in the way, and what to do', () => {
  check(['doctor', '--data', data, '--port', '0'], 0, /ok {4}store opens: 3,\d+ events logged/)
  const none = join(folder, 'looked-at', 'only')
  check(
    ['doctor', '--data', none, '--port', '0'],
    0,
    /only can be made, .* free\nok {4}no installation there yet/,
  )
  assert.equal(existsSync(none), false)
  const run = check(
    ['doctor', '--data', data, '--port', '0', '--policies', at('pack.yaml', '')],
    1,
    /FAIL {2}.*does not load/,
  )
  assert.match(run.err, /1 of \d+ findings need attention/)
})

test('access prints the secret alone on standard output', () => {
  assert.match(check(['access', 'key', '--data', data], 0, /shown this once/).out, /^hf_[\w-]{40,}\n$/)
  assert.match(
    check(['access', 'link', '--port', '9000', '--data', data], 0, /once/).out,
    /^http:\/\/127\.0\.0\.1:9000\/#welcome=\S+\n$/,
  )
})
