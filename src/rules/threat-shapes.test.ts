import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { THREAT_TABLES_DEFAULT } from '../model/threat-tables.ts'
import { packFromFiles } from './load.ts'

const packWith = (threats: string) =>
  packFromFiles({
    'a.yaml': 'policies:\n  - { id: tvec2, title: Threat, prose: No., precedence: 1 }\n',
    'threats.yaml': threats,
  })

test('the tables that come along are the ones in force where a pack says nothing', () => {
  const shipped = packWith(readFileSync('policies/threats.yaml', 'utf8'))
  assert.ok(shipped.ok, JSON.stringify(shipped))
  assert.deepEqual(shipped.pack.threats, THREAT_TABLES_DEFAULT)
  const silent = packWith('')
  assert.ok(silent.ok)
  assert.deepEqual(silent.pack.threats, THREAT_TABLES_DEFAULT)
})

test('a pack changes what it names, and leaves the rest', () => {
  const changed = packWith('threats: { clocks: { high-specific: { human: 5m } }, join: { within: 3d } }')
  assert.ok(changed.ok)
  const { clocks, join, bases } = changed.pack.threats
  assert.deepEqual(clocks['high-specific'], {
    humanMs: 300_000,
    alarmsMs: [],
    referralMs: null,
    referralAlarmsMs: [],
  })
  assert.equal(join.withinMs, 3 * 86_400_000)
  assert.deepEqual(bases, THREAT_TABLES_DEFAULT.bases)
})

test('what does not fit is told with its place', () => {
  const check = (threats: string, words: RegExp) => {
    const result = packWith(threats)
    assert.ok(!result.ok, threats)
    assert.match(result.problems[0]!.message, words)
    assert.equal(result.problems[0]!.file, 'threats.yaml')
  }
  check('threats: { clock: {} }', /no field "clock"/)
  check('threats: { clocks: { high-specific: { human: soon } } }', /span of time/)
  check('threats: { clocks: { high-specific: { alarms: [5m] } } }', /lacks "human"/)
  check('threats: { clocks: { high-specific: { human: 15m, alarms: [20m] } } }', /before the deadline/)
  check('threats: { bases: [{ id: x, law: y, text: z }] }', /legal basis/)
  check('threats: { bases: [{ id: x, law: y, to: [everybody], text: z }] }', /unknown recipient/)
})
