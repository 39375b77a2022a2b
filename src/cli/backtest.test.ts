import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openCommandLine } from '../../scripts/testing/command-line.ts'
import { generate } from '../../sim/generate.ts'
import type { BacktestReport } from '../rules/backtest.ts'

const folder = mkdtempSync(join(tmpdir(), 'holdfast-backtest-'))
const data = join(folder, 'data')
const others = join(folder, 'policies')

const line = openCommandLine()
const holdfast = (...args: string[]) => line.holdfast([...args, '--data', data])

/** The report of a backtest that must end well. */
function backtest(...args: string[]): { report: BacktestReport; bytes: string } {
  const { code, out, err } = holdfast('backtest', '--format', 'json', ...args)
  assert.equal(code, 0, err)
  return { report: JSON.parse(out) as BacktestReport, bytes: out }
}

const EVENTS = 4_000
let middle = ''

before(() => {
  const lines = [...generate({ seed: 21, events: EVENTS })]
  middle = (JSON.parse(lines[EVENTS / 2]!) as { at: string }).at
  const file = join(folder, 'town.jsonl')
  writeFileSync(file, `${lines.join('\n')}\n`)
  const { code, err } = holdfast('ingest', file, '--policies', 'policies')
  assert.equal(code, 0, err)
  cpSync('policies', others, { recursive: true })
  const first = `rules:
  - id: first-post
    policy: tvec7
    on: [post.created]
    when: account.posts == 1
    verdict: review
    actions: [queue]
    mode: live
    description: The first post of an account.
`
  writeFileSync(join(others, 'rules', 'first-post.yaml'), first)
  rmSync(join(others, 'rules', 'people.yaml'))
})
after(async () => {
  await line.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the packs that were in force reproduce what was recorded, exactly', () => {
  const { report } = backtest()
  const { recorded, replayed, identical, changed } = report.decisions
  assert.ok(recorded > 20, `the town led to ${recorded} decisions: this test would see nothing`)
  assert.deepEqual({ replayed, identical, changed }, { replayed: recorded, identical: recorded, changed: 0 })
  assert.ok(report.rules.every(({ gained, lost }) => gained + lost === 0))
})

test('since a time, all that came before is still judged, and only what came after is compared', () => {
  const whole = backtest().report.decisions
  const { recorded, identical } = backtest('--since', middle).report.decisions
  assert.ok(recorded > 0 && recorded < whole.recorded, `${recorded} of ${whole.recorded}`)
  assert.equal(identical, recorded)
})

test('another pack: what each rule would gain and lose, with samples', () => {
  const { report } = backtest('--policies', others)
  const rule = (name: string) => report.rules.find(({ rule }) => rule === name)
  const first = rule('first-post')!
  assert.ok(first.gained > 20 && first.lost === 0 && first.same === 0, JSON.stringify(first))
  assert.equal(first.samples.gained.length, 3)
  const reported = rule('reported-by-several') ?? rule('reported-as-threat')!
  assert.ok(reported.lost > 0 && reported.gained === 0 && reported.same === 0, JSON.stringify(reported))
  assert.equal(reported.samples.lost.length, Math.min(3, reported.lost))
  const kept = report.rules.filter(({ rule }) => !/first-post|report|harass/.test(rule))
  assert.ok(kept.length > 0 && kept.every(({ gained, lost }) => gained + lost === 0), JSON.stringify(kept))
})

test('run twice, a backtest is the same to the byte, and it leaves no trace', () => {
  assert.equal(backtest('--policies', others).bytes, backtest('--policies', others).bytes)
  const [once, twice] = [1, 2].map(() => holdfast('backtest', '--policies', others).out)
  assert.equal(once, twice)
  assert.match(once!, /first-post +0 +\d+ +0\n {4}gained on /)
  assert.equal(holdfast('verify').code, 0)
})

test('a wrong use is told as such', () => {
  const check = (args: string[], status: number, words: RegExp) => {
    const { code, err } = holdfast('backtest', ...args)
    assert.equal(code, status, err)
    assert.match(err, words)
  }
  check(['--since', 'yesterday'], 2, /"yesterday" is not a time/)
  check(['--policies', join(folder, 'nowhere')], 1, /no such folder/)
})
