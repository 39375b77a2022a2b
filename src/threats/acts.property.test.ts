import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { FACTOR_VALUES, FACTORS, THREAT_GRADES, VERACITIES } from '../model/threat.ts'
import { currentFactors } from './factors.ts'
import { gradingOf } from './grade.ts'
import { act, sampleRoom, say } from './samples.ts'

/*
 * Over random sequences of acts by four people, one of whom the case is about: what must never be, is never.
 */

const PEOPLE = ['mira', 'sol', 'teo', 'uma']
const UMA = { id: 'pp-uma', kind: 'staff' as const, member: 'token-of-uma' }
const referral = fc.record({
  to: fc.constantFrom('security', 'law-enforcement', 'emergency-disclosure', 'platform'),
  recipient: fc.constant('Somebody'),
  basis: fc.constantFrom('own', 'eu-dsa-18', 'us-2702-b-8', 'because'),
  disclosed: fc.constant([{ what: 'The post', why: 'It says where.' }]),
  necessity: fc.constant('Nothing else is.'),
})
const factor = fc.record({
  factor: fc.constantFrom(...FACTORS),
  value: fc.constantFrom(...FACTOR_VALUES),
  evidence: fc.constantFrom('', 'seen'),
})

const anyAct = fc.record({
  by: fc.constantFrom(...PEOPLE),
  pick: fc.nat(5),
  what: fc.oneof(
    fc.record({ do: fc.constant('code'), factors: fc.array(factor, { maxLength: 3 }) }),
    fc.record({ do: fc.constant('grade'), grade: fc.constantFrom(...THREAT_GRADES) }),
    fc.record({ do: fc.constant('veracity'), veracity: fc.constantFrom(...VERACITIES) }),
    fc.record({ do: fc.constant('refer'), referral }),
    fc.record({ do: fc.constant('release') }),
    fc.record({ do: fc.constant('withdraw') }),
    fc.record({ do: fc.constant('close') }),
    fc.record({ do: fc.constant('reopen') }),
    fc.record({ do: fc.constant('seen') }),
  ),
})

test('R2, G16, A1: no disclosure without two people and a basis, no grade without coded factors, nobody in their own case', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 40 }), fc.boolean(), (acts, read) => {
      const room = sampleRoom()
      const { id } = say(room, { post: 'p1', targets: [UMA], ...(!read && { reading: null, targets: [] }) })
      const standing = room.cases.get(id)!
      if (!read) standing.barred.push(UMA.member)
      acts.forEach(({ by, pick, what }, minute) => {
        const of = standing.referrals[pick % Math.max(1, standing.referrals.length)]?.id ?? 'none'
        const before = structuredClone(standing)
        const taken = act(room, id, by, minute, {
          ...what,
          referral: 'referral' in what ? what.referral : of,
        } as never)
        if (by === 'uma') assert.deepEqual([taken, standing], [false, before])
        if (!taken) assert.deepEqual({ ...standing }, before)
      })
      for (const one of standing.referrals) {
        assert.ok(
          room.plan.pack.threats.bases.some((basis) => basis.id === one.basis && basis.to.includes(one.to)),
        )
        if (one.releasedAt !== null) assert.ok(new Set(one.by).size >= 2 && !one.by.includes('uma'))
        if (one.withdrawn !== null) assert.equal(one.releasedAt, null)
        assert.ok(one.disclosed.length > 0 && one.necessity !== '')
      }
      for (const round of new Set(standing.gradings.map(({ round }) => round))) {
        const graders = standing.gradings.filter((one) => one.round === round).map(({ by }) => by)
        assert.equal(new Set(graders).size, graders.length)
        assert.ok(graders.length <= 3)
      }
      if (standing.gradings.length > 0) assert.ok(standing.codings.some(({ value }) => value !== 'unknown'))
      const { grade, state } = gradingOf(standing)
      if (state === 'settled' && grade.startsWith('high'))
        assert.ok(
          new Set(standing.gradings.filter(({ round }) => round === standing.round).map(({ by }) => by))
            .size >= 2,
        )
      assert.equal(
        new Set(currentFactors(standing.codings).map(({ factor }) => factor)).size,
        currentFactors(standing.codings).length,
      )
    }),
    { numRuns: 400 },
  )
})

const NUMBERS = /danger|risk|score/i
test('G18: there is no number for a person anywhere in a case', () => {
  const room = sampleRoom()
  const { id } = say(room, { post: 'p1' })
  const names: string[] = []
  JSON.stringify(room.cases.get(id), (name, value) => {
    names.push(name)
    return value
  })
  assert.deepEqual(
    names.filter((name) => NUMBERS.test(name)),
    [],
  )
  assert.ok(names.length > 20)
})
