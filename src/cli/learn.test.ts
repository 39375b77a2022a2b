import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

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

function holdfast(args: string[], input = '') {
  const run = spawnSync(process.execPath, ['bin/holdfast.js', ...args], { encoding: 'utf8', input })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

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

test('what cannot be learnt from is refused, with file and line', () => {
  const good = decisions[0]!
  check(['learn'], 2, /learn needs --from FILE .*holds no reviewers’ findings on texts yet/)
  check(['learn', '--from', at('none.jsonl')], 1, /none\.jsonl: there is no such file/)
  check(['learn', '--from', folder], 1, /cannot be read \(EISDIR\)/)
  check(
    ['learn', '--from', file('empty.jsonl', [])],
    1,
    /empty\.jsonl: no text says under which policy it falls/,
  )
  check(
    ['learn', '--from', file('broken.jsonl', [good, '', '{"text":'])],
    1,
    /broken\.jsonl:3: not JSON\nNothing was learnt/,
  )
  check(
    ['learn', '--from', file('odd.jsonl', [good, { text: 'x', labels: { tvec99: true } }])],
    1,
    /odd\.jsonl:2: labels names "tvec99"/,
  )
  check(
    ['learn', '--from', file('long.jsonl', [good, 'x'.repeat(1_200_000)])],
    1,
    /long\.jsonl:2: longer than 1,000,000 characters/,
  )
  const one = decisions.filter(({ violating }) => violating === undefined)
  check(['learn', '--from', file('one.jsonl', one)], 1, /one class only/)
  check(['learn', '--from', file('few.jsonl', decisions.slice(0, 14))], 1, /too few texts/)
})

test('a file that is no model is refused, wherever one is given', () => {
  const none = file('no-model.bin', ['{"format":99}', 'words'])
  check(['check', '--model', none], 1, /no-model\.bin: the reader’s weights are of another version/)
  check(
    ['check', '--model', file('text.bin', ['words', 'words'])],
    1,
    /text\.bin: holds no weights of a reader/,
  )
  check(['check', '--model', at('gone.bin')], 1, /gone\.bin: there is no such file/)
  check(['learn', '--from', reviewed, '--model', none], 1, /of another version/)
  check(['ingest', reviewed, '--data', at('data'), '--model', none], 1, /of another version/)
})
