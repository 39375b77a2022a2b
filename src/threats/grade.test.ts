import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FACTORS, type FactorValue, type ThreatFactor, type ThreatGrade } from '../model/threat.ts'
import { gradeOf, gradingOf } from './grade.ts'
import { act, leaked, sampleRoom, say, type vague } from './samples.ts'

test('G1 to G10: the grade is that of the first row that fits', () => {
  const check = (
    row: string,
    there: string[],
    grade: ThreatGrade,
    others: FactorValue = 'absent',
    as: FactorValue = 'present',
  ) => {
    const factors = FACTORS.map(
      (factor): ThreatFactor => ({
        factor,
        value: there.includes(factor) ? as : others,
        evidence: '',
        coder: 'reader',
      }),
    )
    assert.equal(gradeOf(factors), grade, `${row}: ${there.join(', ')}`)
  }
  check('G1', ['last-resort'], 'medium')
  check('G1', ['last-resort', 'target', 'time'], 'medium')
  check('G2', ['target', 'time', 'means'], 'low')
  check('G3', ['target', 'time'], 'high-unspecific', 'unknown')
  check('G4', ['target'], 'medium', 'unknown')
  check('G4', [], 'medium', 'unknown')
  check('G5', ['intent', 'target', 'time'], 'high-specific')
  check('G5', ['intent', 'target', 'place'], 'high-specific')
  check('G5', ['intent', 'target', 'place', 'conditional'], 'high-specific', 'unknown')
  check('G5', ['intent', 'target', 'time'], 'high-specific', 'absent', 'changed')
  check('G6', ['intent', 'preparation'], 'high-unspecific')
  check('G6', ['intent', 'preparation'], 'high-unspecific', 'absent', 'changed')
  check('G7', ['intent', 'leakage', 'time'], 'high-unspecific')
  check('G7', ['intent', 'last-resort', 'time'], 'high-unspecific')
  check('G7', ['intent', 'leakage', 'last-resort'], 'high-unspecific')
  check('G8', ['intent', 'time', 'place'], 'high-unspecific')
  check('G8', ['intent', 'target', 'means'], 'high-unspecific')
  check('G8', ['intent', 'means', 'capability'], 'high-unspecific')
  check('G9', ['intent', 'target'], 'medium')
  check('G9', ['intent', 'capability'], 'medium')
  check('G9', ['intent', 'leakage'], 'medium')
  check('G9', ['intent', 'last-resort'], 'medium')
  check('G10', ['intent'], 'low')
  check('G10', ['intent', 'conditional', 'direct', 'call'], 'low')
  assert.equal(gradeOf([]), 'medium')
})

function opened(reading = undefined as ReturnType<typeof vague> | undefined) {
  const room = sampleRoom()
  const { id } = say(room, { post: 'p1', ...(reading && { reading }) })
  const grade = (by: string, grade: ThreatGrade, why = 'because') =>
    act(room, id, by, 1, { do: 'grade', grade, why })
  const stands = () => Object.values(gradingOf(room.cases.get(id)!)).join(' ')
  return { room, id, grade, stands }
}

test('G11: until a person graded, the table’s grade stands', () =>
  assert.equal(opened().stands(), 'high-specific table'))

test('G12: one person’s grade stands where neither it nor the table’s is high', () => {
  const { grade, stands } = opened(leaked())
  assert.ok(grade('mira', 'low', 'an announcement of a concert'))
  assert.equal(stands(), 'low settled')
  assert.equal(grade('sol', 'medium'), false)
})

test('G13: a high one takes a second, and until then the graver stands', () => {
  const { grade, stands } = opened()
  assert.ok(grade('mira', 'low', 'a play is rehearsed'))
  assert.equal(stands(), 'high-specific second')
  assert.equal(grade('mira', 'low'), false)
  assert.ok(grade('sol', 'low', 'the same play'))
  assert.equal(stands(), 'low settled')
})

test('G13: what one person finds to be high takes a second too', () => {
  const { grade, stands } = opened(leaked())
  assert.ok(grade('mira', 'high-specific', 'we know where'))
  assert.equal(stands(), 'high-specific second')
})

test('G14: two who differ are told apart by a third', () => {
  const { grade, stands } = opened()
  assert.ok(grade('mira', 'low', 'a play is rehearsed'))
  assert.ok(grade('sol', 'high-specific'))
  assert.equal(stands(), 'high-specific disputed')
  assert.equal(grade('mira', 'low'), false)
  assert.equal(grade('sol', 'low'), false)
  assert.ok(grade('teo', 'high-unspecific', 'no date holds'))
  assert.equal(stands(), 'high-unspecific settled')
})

test('G15: a grade other than the table’s needs a reason', () => {
  const { grade } = opened()
  assert.equal(grade('mira', 'low', ' '), false)
  assert.ok(grade('mira', 'high-specific', ''))
})

test('G16: no grade without a coded factor', () => {
  const room = sampleRoom()
  const { id } = say(room, { post: 'p1', reading: null })
  assert.equal(act(room, id, 'mira', 1, { do: 'grade', grade: 'low' }), false)
  assert.ok(
    act(room, id, 'mira', 1, {
      do: 'code',
      factors: [{ factor: 'intent', value: 'absent', evidence: 'they said so' }],
    }),
  )
  assert.ok(act(room, id, 'mira', 2, { do: 'grade', grade: 'low' }))
  const none = { do: 'open' as const, accounts: ['a'], posts: [], factors: [] }
  assert.equal(act(room, 't-new', 'mira', 1, none), false)
})

test('G17: grading begins anew when the table comes to give something else', () => {
  const { room, id, grade, stands } = opened(leaked())
  assert.ok(grade('mira', 'low', 'a concert'))
  say(room, { post: 'p2', at: 5 })
  assert.equal(stands(), 'high-specific table')
  assert.equal(room.cases.get(id)!.gradings.length, 1)
})

test('G17: a grave post is not covered by what was found of an earlier one', () => {
  const { room, grade, stands } = opened()
  assert.ok(grade('mira', 'low', 'a play is rehearsed'))
  assert.ok(grade('sol', 'low', 'the same play'))
  say(room, { post: 'p2', at: 5 })
  assert.equal(stands(), 'high-specific table')
})
