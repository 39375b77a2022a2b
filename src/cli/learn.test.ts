import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openCommandLine } from '../../scripts/testing/command-line.ts'
import { loadModel, ModelError } from '../reading/model-file.ts'
import { loadPack } from '../rules/load.ts'
import { planOf } from '../rules/rules.ts'
import { learn } from './learn.ts'
import { CommandError, type Tools } from './tools.ts'

/* `holdfast learn` as an operator meets it, on invented decisions about a word that no grammar knows. */

const folder = mkdtempSync(join(tmpdir(), 'holdfast-learn-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string): string => join(folder, name)
function file(name: string, lines: (object | string)[]): string {
  writeFileSync(
    at(name),
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
  )
  return at(name)
}

const line = openCommandLine()
const { holdfast } = line
after(() => line.close())

function check(args: string[], code: number, words: RegExp, input = '') {
  const run = holdfast(args, input)
  assert.equal(run.code, code, `${args.join(' ')}\n${run.out}${run.err}`)
  assert.match(run.out + run.err, words)
  assert.doesNotMatch(run.err, /^ {4}at /m, 'a stack is no message')
  return run
}

const WHO = ['clerks', 'drivers', 'bakers', 'porters', 'weavers', 'glaziers', 'tanners', 'coopers']
const WHERE = [
  'the mill',
  'the quay',
  'the market',
  'the gate',
  'the ferry',
  'the bridge',
  'the yard',
  'the inn',
]
const WHEN = ['at dawn', 'on Friday', 'at noon', 'next week', 'in spring']
const decisions = WHO.flatMap((who) =>
  WHERE.flatMap((where) =>
    WHEN.flatMap((when) => [
      {
        text: `Brothers, zorbulate the ${who} of ${where} ${when}, zorbulate them all`,
        language: 'en',
        labels: { tvec8: true },
      },
      {
        text: `Brothers, photograph the ${who} of ${where} ${when}, photograph them all`,
        language: 'en',
        violating: false,
      },
    ]),
  ),
)
const reviewed = file('reviewed.jsonl', decisions)
const model = at('ours.bin')

test('a platform’s own word is learnt, measured beside the old model, and written only where told', () => {
  const run = check(
    ['learn', '--from', reviewed, '--out', model],
    0,
    /BETTER: \d+ texts are right that were wrong, 0 wrong/,
  )
  assert.match(run.out, /640 decisions: \d+ to learn from .* held out/)
  assert.match(run.out, /learnt {6}tvec2 and tvec8 \(\d+ yes, \d+ no\)/)
  assert.match(run.out, /held-out decisions\nfound among +language +n +model now +new model/)
  assert.match(run.out, /tvec8 +en +\d+ +0\.0 % \(0\.0–\d+\.\d\) +\d+\.\d % \(/)
  assert.match(run.out, /ThreatCheck, tune half[\s\S]*permitted +ar +192/)
  assert.match(run.out, /holdfast start --model .*ours\.bin/)
  assert.ok(existsSync(model) && !existsSync(`${model}.part`))
})

test('with --model the reader reads by the new weights', () => {
  const line = `${JSON.stringify({ text: 'Brothers, zorbulate the grocers of the harbour on Monday, zorbulate them all', language: 'en' })}\n`
  const score = (args: string[]): number =>
    JSON.parse(check(['check', ...args], 0, /scores/, line).out).scores.tvec8
  const [before, after] = [score([]), score(['--model', model])]
  assert.ok(after > before * 2 && after > 0.3, `${before} → ${after}`)
})

/** What the command needs before it measures: enough to refuse by, in this process. */
const loaded = loadPack('policies')
assert.ok(loaded.ok)
const plan = planOf(loaded.pack)
const tools = { loadPlan: () => plan, loadModel: (path?: string) => loadModel(path) } as unknown as Tools

test('what cannot be learnt from is refused, with file and line', async () => {
  const good = decisions[0]!
  const check = (from: string, words: RegExp) =>
    assert.rejects(learn({ policies: 'policies', from }, tools), (error) => {
      assert.ok(error instanceof CommandError, String(error))
      assert.match(error.message, words)
      return true
    })
  await check(at('none.jsonl'), /none\.jsonl: there is no such file/)
  await check(folder, /cannot be read \(EISDIR\)/)
  await check(file('empty.jsonl', []), /empty\.jsonl: no text says under which policy it falls/)
  await check(file('broken.jsonl', [good, '', '{"text":']), /broken\.jsonl:3: not JSON\nNothing was learnt/)
  await check(
    file('odd.jsonl', [good, { text: 'x', labels: { tvec99: true } }]),
    /odd\.jsonl:2: labels names "tvec99"/,
  )
  await check(
    file('many.jsonl', ['?', '?', '?', '?', '?', '?', '?']),
    /many\.jsonl:1: not JSON[\s\S]*many\.jsonl:5: not JSON\nNothing/,
  )
  await check(
    file('long.jsonl', [good, 'x'.repeat(1_200_000)]),
    /long\.jsonl:2: longer than 1,000,000 characters/,
  )
  const one = decisions.filter(({ violating }) => violating === undefined)
  await check(file('one.jsonl', one), /one class only/)
  await check(file('few.jsonl', decisions.slice(0, 14)), /too few texts/)
})

test('it says so with its exit code', () => {
  check(['learn'], 2, /learn needs --from FILE .*holds no reviewers’ findings on texts yet/)
  check(['learn', '--from', at('broken.jsonl')], 1, /broken\.jsonl:3: not JSON/)
})

test('a file that is no model is refused, wherever one is given', () => {
  const refused = (path: string, words: RegExp) =>
    assert.throws(
      () => loadModel(path),
      (error) => error instanceof ModelError && words.test(error.message),
    )
  const none = file('no-model.bin', ['{"format":99}', 'words'])
  refused(none, /no-model\.bin: the reader’s weights are of another version/)
  refused(file('text.bin', ['words', 'words']), /text\.bin: holds no weights of a reader/)
  refused(file('null.bin', ['null', '']), /null\.bin: holds no weights/)
  refused(file('void.bin', []), /void\.bin: holds no weights/)
  refused(at('gone.bin'), /gone\.bin: there is no such file/)
  check(['ingest', reviewed, '--data', at('data'), '--model', none], 1, /of another version/)
})
