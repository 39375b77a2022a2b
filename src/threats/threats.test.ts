import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deciding, reviewOf } from '../decisions/samples.ts'
import type { Event } from '../model/event.ts'
import type { Frame, Reading, Stance } from '../model/reading.ts'
import type { ThreatFactor, ThreatGrade } from '../model/threat.ts'
import { postEvent, profileEvent, readingWith } from '../rules/samples.ts'
import { gradeOf } from './grade.ts'
import { factorsOf, openThreat } from './threats.ts'

const decision = (event: Event) => deciding([reviewOf({ actions: ['escalate'] })], { event }).decisions[0]!

/** A reading of the text with one frame over the whole of it, each part where its words stand. */
function readingOf(
  text: string,
  act: Frame['act'],
  parts: Record<string, string>,
  stance: Stance = 'asserts',
): Reading {
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const spans = Object.fromEntries(Object.entries(parts).map(([part, words]) => [part, spanOf(words)]))
  return readingWith(
    { tvec2: 0.9 },
    { stance, frames: [{ act, span: { start: 0, end: text.length }, ...spans }] },
  )
}

const factorOf = (factors: ThreatFactor[], name: string) => factors.find(({ factor }) => factor === name)

test('H2: factors are coded present with their words, absent, or unknown', () => {
  const text = 'Tomorrow at the gate we will get the clerk.'
  const factors = factorsOf(
    readingOf(text, 'threat', { time: 'Tomorrow', place: 'the gate', target: 'the clerk' }),
    text,
  )
  const check = (name: string, value: string, evidence: string) => {
    const { coder, ...rest } = factorOf(factors, name)!
    assert.deepEqual(rest, { factor: name, value, evidence })
    assert.equal(coder, 'reader')
  }
  check('intent', 'present', text)
  check('time', 'present', 'Tomorrow')
  check('place', 'present', 'the gate')
  check('target', 'present', 'the clerk')
  check('means', 'absent', '')
  check('condition', 'absent', '')
  check('leakage', 'absent', '')
  check('preparation', 'unknown', '')
  check('capability', 'unknown', '')
})

test('H2, H11: what was not read, or held no frame, is unknown', () => {
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

test('H4 to H10: the grade is that of the first row that fits', () => {
  const check = (
    row: string,
    present: string[],
    grade: ThreatGrade,
    others: ThreatFactor['value'] = 'absent',
  ) => {
    const factor = (name: string, value: ThreatFactor['value']) => ({
      factor: name,
      value,
      evidence: '',
      coder: 'reader',
    })
    const names = [
      'intent',
      'leakage',
      'condition',
      'target',
      'means',
      'place',
      'time',
      'preparation',
      'capability',
    ]
    const factors = names.map((name) => factor(name, present.includes(name) ? 'present' : others))
    assert.equal(gradeOf(factors), grade, `${row}: ${present.join(', ')}`)
  }
  check('H4', ['target', 'time', 'means'], 'low')
  check('H5', ['target', 'time'], 'high-unspecific', 'unknown')
  check('H6', ['target'], 'medium', 'unknown')
  check('H6, H11', [], 'medium', 'unknown')
  check('H7', ['intent', 'target', 'time'], 'high-specific')
  check('H7', ['intent', 'target', 'place'], 'high-specific')
  check('H7', ['intent', 'target', 'place', 'condition'], 'high-specific', 'unknown')
  check('H8', ['intent', 'preparation'], 'high-unspecific')
  check('H8', ['intent', 'leakage', 'time'], 'high-unspecific')
  check('H8', ['intent', 'time', 'place'], 'high-unspecific')
  check('H8', ['intent', 'target', 'means'], 'high-unspecific')
  check('H9', ['intent', 'target'], 'medium')
  check('H9', ['intent', 'capability'], 'medium')
  check('H9', ['intent', 'leakage'], 'medium')
  check('H10', ['intent'], 'low')
  check('H10', ['intent', 'condition'], 'low')
  assert.equal(gradeOf([]), 'medium')
})

test('H1, H13: a case is opened unverified, and the same one every time', () => {
  const text = 'We will get the clerk tomorrow.'
  const event = postEvent({ text })
  const reading = readingOf(text, 'threat', { target: 'the clerk', time: 'tomorrow' })
  const threat = openThreat(decision(event), event, reading)
  const { id, factors: _, ...rest } = threat
  assert.deepEqual(rest, {
    openedAt: event.at,
    grade: 'high-specific',
    veracity: 'unverified',
    accounts: ['acct:1'],
    posts: ['post:1'],
  })
  assert.match(id, /^t-[0-9a-f]{24}$/)
  assert.deepEqual(openThreat(decision(event), event, reading), threat)
  const later = { ...event, id: 'e2' }
  assert.notEqual(openThreat(decision(later), later, reading).id, id)
})

test('H13: a profile is quoted from the text that was read, and hostile words are cleaned', () => {
  const event = profileEvent({ name: 'Jo', bio: 'soon\u202e \u0000\u0000you will see' })
  const text = 'Jo\nsoon\u202e \u0000\u0000you will see'
  const threat = openThreat(decision(event), event, readingOf(text, 'leakage', { time: 'soon\u202e \u0000' }))
  assert.equal(factorOf(threat.factors, 'time')!.evidence, 'soon')
  assert.deepEqual(threat.posts, [])
})
