import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Frame, Reading } from '../model/reading.ts'
import { type Coding, FACTORS, type FactorValue, type ThreatFactor } from '../model/threat.ts'
import { readingWith } from '../rules/samples.ts'
import { appendCodings, CODINGS_MAX, currentFactors, factorsOf } from './factors.ts'
import { readingOf } from './samples.ts'

const factorOf = (factors: ThreatFactor[], name: string) => factors.find(({ factor }) => factor === name)

test('H2: factors are coded present with their words, absent, or unknown', () => {
  const text = 'Tomorrow at the gate we will get the clerk.'
  const parts = { time: 'Tomorrow', place: 'the gate', target: 'the clerk' }
  const factors = factorsOf(readingOf(text, 'threat', parts), text)
  const check = (name: string, value: FactorValue, evidence: string) =>
    assert.deepEqual(factorOf(factors, name), { factor: name, value, evidence, coder: 'reader' })
  check('intent', 'present', text)
  check('direct', 'present', text)
  check('time', 'present', 'Tomorrow')
  check('place', 'present', 'the gate')
  check('target', 'present', 'the clerk')
  for (const name of ['means', 'conditional', 'leakage', 'veiled', 'indirect', 'call', 'glorification'])
    check(name, 'absent', '')
  for (const name of ['preparation', 'capability', 'last-resort']) check(name, 'unknown', '')
  assert.deepEqual(
    factors.map(({ factor }) => factor),
    [...FACTORS],
  )
})

test('H2: each speech act is a factor of its own', () => {
  const check = (act: Frame['act'], name: string) =>
    assert.equal(factorOf(factorsOf(readingOf('Some words.', act), 'Some words.'), name)!.value, 'present')
  check('threat', 'direct')
  check('wish', 'indirect')
  check('veiled', 'veiled')
  check('conditional', 'conditional')
  check('leakage', 'leakage')
  check('call', 'call')
  check('praise', 'glorification')
})

test('H2: last-resort language is a bank’s', () => {
  const text = 'There is no other way left.'
  const span = { start: 9, end: 26 }
  const terms = [{ bank: 'last-resort', term: 'no other way left', policy: null, span }]
  const found = factorOf(factorsOf(readingWith({}, { terms }), text), 'last-resort')!
  assert.deepEqual([found.value, found.evidence], ['present', 'no other way left'])
})

test('H2, H3: what was not read, or held no frame, is unknown', () => {
  for (const reading of [null, readingWith()])
    assert.deepEqual([...new Set(factorsOf(reading, 'x').map(({ value }) => value))], ['unknown'])
})

test('H2: negated and quoted frames count for nothing, and who reports or jokes intends nothing', () => {
  const text = 'We will get the clerk.'
  const meant = readingOf(text, 'threat', { target: 'the clerk' })
  const bent = (change: Partial<Frame>): Reading => ({
    ...meant,
    frames: meant.frames.map((frame) => ({ ...frame, ...change })),
  })
  assert.equal(factorOf(factorsOf(bent({ negated: true }), text), 'intent')!.value, 'unknown')
  assert.equal(factorOf(factorsOf(bent({ quoted: true }), text), 'target')!.value, 'unknown')
  for (const stance of ['reports', 'quotes', 'condemns', 'asks', 'jokes', 'figurative'] as const)
    assert.equal(factorOf(factorsOf({ ...meant, stance }, text), 'intent')!.value, 'absent')
  assert.equal(factorOf(factorsOf(bent({ act: 'praise' }), text), 'intent')!.value, 'absent')
})

test('H5: hostile words are cleaned and cut', () => {
  const text = 'soon\u202e \u0000\u0000you will see'
  const factors = factorsOf(readingOf(text, 'leakage', { time: 'soon\u202e \u0000' }), text)
  assert.equal(factorOf(factors, 'time')!.evidence, 'soon')
  const long = 'x'.repeat(900)
  assert.ok(factorOf(factorsOf(readingOf(long, 'threat'), long), 'intent')!.evidence.length <= 201)
})

const coding = (value: FactorValue, coder = 'reader', evidence = ''): Coding => ({
  factor: 'means',
  value,
  evidence,
  coder,
  at: '2014-09-07T21:14:03.000Z',
})

test('H4: how a factor stands after several codings', () => {
  const check = (codings: Coding[], value: FactorValue) =>
    assert.equal(factorOf(currentFactors(codings), 'means')!.value, value)
  check([coding('absent'), coding('unknown')], 'unknown')
  check([coding('unknown'), coding('absent')], 'unknown')
  check([coding('present'), coding('absent'), coding('unknown')], 'present')
  check([coding('present'), coding('absent', 'mira')], 'absent')
  check([coding('absent', 'mira'), coding('unknown')], 'absent')
  check([coding('absent', 'mira'), coding('present')], 'present')
  check([coding('present', 'mira'), coding('changed', 'sol')], 'changed')
  check([coding('changed', 'sol'), coding('present')], 'changed')
})

test('H4: codings are appended and bounded, and what stands is never among those that make room', () => {
  const codings: Coding[] = []
  appendCodings(codings, [coding('absent', 'mira', 'asked')])
  for (let i = 0; i < CODINGS_MAX * 2; i++) appendCodings(codings, [coding('present', 'reader', String(i))])
  assert.equal(codings.length, CODINGS_MAX)
  assert.equal(codings[0]!.coder, 'mira')
  assert.equal(factorOf(currentFactors(codings), 'means')!.value, 'present')
})
