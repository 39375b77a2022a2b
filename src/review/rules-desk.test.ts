import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stillClock } from '../lib/clock.ts'
import type { OutcomeRow } from '../model/desk.ts'
import type { BacktestReport } from '../rules/backtest.ts'
import type { DeskStore } from '../store/desk.ts'
import { createRulesDesk, type Files, precisionByRule } from './rules-desk.ts'

const POLICIES = `
policies:
  - { id: tvec8, title: Incitement, prose: No calls., precedence: 900, ground: { kind: illegal, reference: Law, category: STATEMENT_CATEGORY_VIOLENCE } }
`
const rule = (mode: string, at = 0.8) => `
rules:
  - { id: calls, policy: tvec8, on: [post.created], when: 'reading.tvec8 >= ${at}', verdict: restrict, actions: [hide], mode: ${mode}, brake: { perHour: 9 } }
`
const REPORT: BacktestReport = {
  rules: [{ rule: 'calls', gained: 1, lost: 0, same: 3, samples: { gained: ['e1'], lost: [] } }],
  decisions: { recorded: 3, replayed: 4, identical: 3, changed: 0 },
}

function deskOver(files: Files = { 'p.yaml': POLICIES, 'r.yaml': rule('live') }) {
  const meta = new Map<string, string>()
  const packs = new Map<string, string>()
  let lying = files
  const outcomes: OutcomeRow[] = []
  const desk = createRulesDesk({
    store: {
      event: async () => undefined,
      meta: async (name) => meta.get(name),
      setMeta: async (name, value) => void meta.set(name, value),
      pack: async (hash) => packs.get(hash),
      putPack: async (hash, text) => void packs.set(hash, text),
      decisionsByRule: async () => [],
      desk: { outcomes: async () => outcomes } as unknown as DeskStore,
    },
    folder: {
      read: async () => lying,
      write: async (next) => {
        lying = next
      },
    },
    backtest: async () => REPORT,
    clock: stillClock(0),
  })
  return { desk, files: () => lying, outcomes }
}

const finished = async (desk: ReturnType<typeof deskOver>['desk'], id: string) => {
  for (let i = 0; i < 50 && desk.run(id)?.status === 'running'; i++)
    await new Promise((resolve) => setImmediate(resolve))
  return desk.run(id)
}

test('P1: a draft is checked with line and column, and no path leads out of the folder', async () => {
  const { desk } = deskOver()
  const check = async (changes: Record<string, string | null>, expected: RegExp | null) => {
    const result = await desk.check(changes)
    assert.equal(result.ok, expected === null)
    if (!result.ok)
      assert.match(
        `${result.problems[0]!.file}:${result.problems[0]!.line}:${result.problems[0]!.message}`,
        expected!,
      )
  }
  await check({ 'r.yaml': rule('shadow') }, null)
  await check({ 'r.yaml': rule('live').replace('tvec8 >=', 'tvec88 >=') }, /^r\.yaml:3:/)
  for (const path of [
    '../evil.yaml',
    '/etc/evil.yaml',
    'a/../../b.yaml',
    'evil.js',
    '.hidden.yaml',
    'a//b.yaml',
  ])
    await check({ [path]: POLICIES }, /not a path/)
})

test('P2: what can act comes into force only after a backtest of these very files', async () => {
  const { desk, files } = deskOver()
  const changed = { 'r.yaml': rule('live', 0.6) }
  const refused = await desk.putInForce(changed, 'ann', 'more')
  assert.ok(!refused.ok && /only after a backtest/.test(refused.refusal.reason))
  const started = await desk.startBacktest(changed, 7)
  assert.ok(started.ok)
  assert.equal((await finished(desk, started.run.id))?.report?.rules[0]?.gained, 1)
  const other = await desk.putInForce({ 'r.yaml': rule('live', 0.5) }, 'ann', 'other files than were tried')
  assert.equal(other.ok, false)
  assert.equal((await desk.putInForce(changed, 'ann', 'tried')).ok, true)
  assert.equal(files()['r.yaml'], changed['r.yaml'])
})

test('P3: into shadow, and out of force, at once', async () => {
  const { desk } = deskOver()
  for (const mode of ['shadow', 'off'])
    assert.equal((await desk.putInForce({ 'r.yaml': rule(mode) }, 'ann', mode)).ok, true)
  assert.equal((await desk.putInForce({ 'r.yaml': rule('live') }, 'ann', 'back')).ok, false)
})

test('P4: what was in force can be put in force again, the first one too', async () => {
  const { desk, files } = deskOver()
  const first = (await desk.show()).hash!
  await desk.putInForce({ 'r.yaml': rule('off') }, 'ann', 'quiet')
  assert.deepEqual(
    (await desk.show()).versions.map(({ by }) => by),
    [null, 'ann'],
  )
  assert.equal((await desk.rollBack('sha256:none', 'ann', 'x')).ok, false)
  assert.equal((await desk.rollBack(first, 'bob', 'missed too much')).ok, true)
  assert.equal(files()['r.yaml'], rule('live'))
})

test('P5: a rule’s precision rests on the last that was found of each decision, with an interval', async () => {
  const { outcomes, desk } = deskOver()
  const found = (decision: string, outcome: 'right' | 'wrong', source: OutcomeRow['source']) =>
    outcomes.push({
      id: `${decision}${source}`,
      at: '',
      decision,
      rule: 'calls',
      policy: 'tvec8',
      language: 'en',
      outcome,
      source,
    })
  for (let i = 0; i < 9; i++) found(`d${i}`, 'right', 'review')
  found('d0', 'wrong', 'appeal')
  const precision = (
    await precisionByRule({ desk: { outcomes: async () => outcomes } as unknown as DeskStore })
  ).get('calls')!
  assert.deepEqual([precision.right, precision.wrong], [8, 1])
  assert.ok(precision.low > 0.5 && precision.low < precision.share! && precision.share! < precision.high)
  assert.equal((await desk.show()).rules[0]!.precision.wrong, 1)
})
