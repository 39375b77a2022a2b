import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openCommandLine } from '../scripts/testing/command-line.ts'
import { generate } from '../sim/generate.ts'
import { threadedMeasurer } from './reading/measure.ts'

/*
 * The world's faults as an operator meets them: what the real command says, how it ends, and that nothing accepted is lost. What the store,
 * the webhook and the delivery do about faults is tested beside them.
 */

const folder = mkdtempSync(join(tmpdir(), 'holdfast-faults-'))
const town = join(folder, 'town.jsonl')
const whole = join(folder, 'whole')
const EVENTS = 900
const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') }
const NOBODY = 65_534
const isRoot = process.getuid?.() === 0

interface As {
  uid?: number
  /** Words that come before the program, as of a shell that limits it. */
  through?: string[]
}

const line = openCommandLine()

function holdfast(args: string[], { uid, through = [] }: As = {}) {
  if (uid === undefined && through.length === 0) return withoutStack(line.holdfast(args))
  const [command, ...rest] = [
    ...through,
    process.execPath,
    join(import.meta.dirname, '../bin/holdfast.js'),
    ...args,
  ]
  const run = spawnSync(command!, rest, {
    encoding: 'utf8',
    env,
    ...(uid !== undefined && { uid, gid: uid }),
  })
  return withoutStack({ code: run.status, out: run.stdout ?? '', err: run.stderr ?? String(run.error) })
}

function withoutStack<T extends { err: string }>(ended: T): T {
  assert.doesNotMatch(ended.err, /^ {4}at /m, 'a stack is no message')
  return ended
}

const accepted = ({ out }: { out: string }): number =>
  Number(/([\d,]+) accepted/.exec(out)?.[1]?.replaceAll(',', '') ?? Number.NaN)

before(() => {
  writeFileSync(town, `${[...generate({ seed: 8, events: EVENTS })].join('\n')}\n`)
  const run = holdfast(['ingest', town, '--data', whole])
  assert.equal(run.code, 0, run.err)
})
after(async () => {
  await line.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs `work` on a file system of so many bytes, and says so where this machine gives none. */
function onSmallDisk(bytes: number): { path: string; release(): void } | null {
  const path = join(folder, 'small')
  mkdirSync(path)
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path])
  return status === 0 ? { path, release: () => void spawnSync('umount', [path]) } : null
}

test('a full disk: the command says so, and what it accepted is there when room was made', (context) => {
  const disk = onSmallDisk(2 * 1024 * 1024)
  if (disk === null) return context.skip('no small file system can be mounted here (needs root)')
  try {
    const full = holdfast(['ingest', town, '--data', join(disk.path, 'data')])
    assert.equal(full.code, 1, full.out)
    assert.match(full.err, /the disk is full\nFree some space on that disk/)
    assert.ok(accepted(full) < EVENTS)
    const roomy = join(folder, 'roomy')
    cpSync(join(disk.path, 'data'), roomy, { recursive: true })
    const again = holdfast(['ingest', town, '--data', roomy])
    assert.equal(again.code, 0, again.err)
    assert.ok(accepted(again) <= EVENTS - accepted(full), 'an event that was accepted was accepted again')
    assert.equal(holdfast(['verify', '--data', roomy]).code, 0)
  } finally {
    disk.release()
  }
})

test('a file that may not grow further (a quota): the same, in other words', (context) => {
  const shell = spawnSync('bash', ['-c', "trap '' XFSZ; ulimit -f 1 && true"])
  if (shell.status !== 0) return context.skip('no shell here that limits the size of files')
  const data = join(folder, 'quota')
  // Ignored before the program begins, the signal stays ignored, and the write fails instead of killing it.
  const run = holdfast(['ingest', town, '--data', data], {
    through: ['bash', '-c', `trap '' XFSZ; ulimit -f 500; exec "$@"`, '-'],
  })
  assert.equal(run.code, 1, run.out)
  assert.match(run.err, /could not be read or written|the disk is full/)
  const again = holdfast(['ingest', town, '--data', data])
  assert.equal(again.code, 0, again.err)
  assert.ok(accepted(again) <= EVENTS - accepted(run))
  assert.equal(holdfast(['verify', '--data', data]).code, 0)
})

const inside = (directory: string): string[] =>
  readdirSync(directory, { recursive: true }).map((name) => join(directory, String(name)))

test('a folder that may not be written: told with the way out, and still read', (context) => {
  const data = join(folder, 'locked')
  cpSync(whole, data, { recursive: true })
  const uid = isRoot ? NOBODY : undefined
  if (isRoot) {
    chmodSync(folder, 0o755)
    const reaches = spawnSync(process.execPath, ['--version'], { uid: NOBODY, gid: NOBODY })
    if (reaches.status !== 0) return context.skip('nobody cannot run this Node')
    for (const path of inside(data)) chownSync(path, NOBODY, NOBODY)
  }
  for (const path of inside(data)) chmodSync(path, statSync(path).isDirectory() ? 0o555 : 0o444)
  chmodSync(data, 0o555)
  const as = uid === undefined ? {} : { uid }
  const run = holdfast(['ingest', town, '--data', data], as)
  assert.equal(run.code, 1, run.out)
  assert.match(run.err, /cannot be written\nGive the user that runs Holdfast the right to write there/)
  const rows = holdfast(['export', 'decisions', '--data', data], as)
  assert.equal(rows.code, 0, rows.err)
  assert.ok(rows.out.length > 100)
  const verified = holdfast(['verify', '--data', data], as)
  assert.equal(verified.code, 0, verified.err)
  const doctor = holdfast(['doctor', '--port', '0', '--data', data], as)
  assert.equal(doctor.code, 1)
  assert.match(doctor.out, /FAIL.*cannot be used: .*\n.*give a folder you may write with --data/)
  chmodSync(data, 0o755)
})

/** Overwrites the last page with noise, as a disk that lied would. */
function damageLastPage(file: string, pageBytes: number): void {
  const descriptor = openSync(file, 'r+')
  const noise = Buffer.from(Array.from({ length: pageBytes }, (_, index) => (index * 37 + 11) % 256))
  writeSync(descriptor, noise, 0, pageBytes, statSync(file).size - pageBytes)
  closeSync(descriptor)
}

const damaged = (name: string, pageBytes: number): string => {
  const data = join(folder, `damaged-${name}`)
  cpSync(whole, data, { recursive: true })
  damageLastPage(join(data, name), pageBytes)
  return data
}

test('a last page that was overwritten, of what was decided or logged: damage is told as damage', () => {
  for (const [name, pageBytes] of [
    ['events.db', 16_384],
    ['case.db', 4_096],
  ] as const) {
    const run = holdfast(['verify', '--data', damaged(name, pageBytes)])
    assert.equal(run.code, 1, name)
    assert.match(run.err, /damaged|was changed|is missing|differs/, name)
  }
})

test('a last page that was overwritten, of what can be computed again: told, and computed again without it', () => {
  for (const name of ['states.db', 'ids.db']) {
    const data = damaged(name, 4_096)
    const run = holdfast(['ingest', town, '--data', data])
    if (run.code !== 0) {
      assert.match(run.err, /damaged/, name)
      for (const ending of ['', '-wal', '-shm']) rmSync(join(data, `${name}${ending}`), { force: true })
    }
    const again = holdfast(['ingest', town, '--data', data])
    assert.equal(again.code, 0, `${name}: ${again.err}`)
    assert.equal(accepted(again), 0, `${name}: known events were taken for new ones`)
    assert.equal(holdfast(['backtest', '--data', data]).code, 0, 'the record is no longer reproduced')
  }
})

test('a reader thread that is killed costs a gap, and another takes its place', async () => {
  const program = join(folder, 'mortal-worker.mjs')
  const real = new URL('./reading/worker.ts', import.meta.url).href
  writeFileSync(
    program,
    `import { parentPort } from 'node:worker_threads'
     parentPort.on('message', (asked) => { if (asked.kind === 'read' && asked.inputs.some((input) => input?.text === 'poison')) process.exit(9) })
     await import(${JSON.stringify(real)})`,
  )
  const measurer = await threadedMeasurer([], { threads: 2, program: new URL(`file://${program}`) })
  try {
    const inputs = Array.from({ length: 640 }, (_, index) => ({
      text: index === 300 ? 'poison' : 'Good morning',
      language: 'en',
    }))
    const measured = await measurer.measure(inputs)
    assert.equal(measured.length, inputs.length)
    const lost = measured.filter(({ reading }) => reading === null)
    assert.ok(lost.length > 0 && lost.length <= 64, `${lost.length} readings lost`)
    assert.match(measured[300]!.gaps[0]!.reason, /worker: ended/)
    const later = await measurer.measure([{ text: 'Good evening', language: 'en' }])
    assert.notEqual(later[0]!.reading, null)
  } finally {
    await measurer.close()
  }
})
