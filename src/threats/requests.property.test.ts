import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { RequestAct } from '../model/desk-event.ts'
import { actAtDesk } from './desk-acts.ts'
import { minutes, sampleRoom } from './samples.ts'

/*
 * Over random acts of three people on a request: it releases nothing unless it was verified by a call to a number found independently, on a basis,
 * by two.
 */

const OWN_NUMBER = '+1 (555) 010-0100'
const anyAct = fc.record({
  by: fc.constantFrom('mira', 'sol', 'teo'),
  what: fc.oneof(
    fc.record({
      do: fc.constant('call'),
      number: fc.constantFrom(OWN_NUMBER, '0015550100100', '5550100100', '+1 555 999 8888', '12'),
      foundAt: fc.constant('a directory'),
      spokeWith: fc.constant('the desk'),
      confirmed: fc.boolean(),
    }),
    fc.record({
      do: fc.constant('release'),
      basis: fc.constantFrom('us-2702-b-8', 'own', 'none'),
      disclosed: fc.constantFrom(
        [{ what: 'The post', why: 'It says where.' }],
        [{ what: 'Everything', why: 'They asked.' }],
      ),
      necessity: fc.constant('Nothing else is.'),
    }),
    fc.record({ do: fc.constant('preserve'), basis: fc.constant('us-2703f') }),
    fc.record({ do: fc.constant('refuse') }),
  ),
})

test('I1 to I5: an unverified request releases nothing, and a verified one only by two', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 30 }), (acts) => {
      const room = sampleRoom()
      const put = (id: string, act: object, minute: number) =>
        actAtDesk(
          { id, type: 'request.acted', at: minutes(minute), account: 'holdfast', act: act as RequestAct },
          room,
        )
      const sender = { name: 'Officer', organisation: 'Police', contact: OWN_NUMBER }
      const head = { request: 'q1', token: 't', why: 'because' }
      put(
        'e0',
        {
          ...head,
          do: 'receive',
          by: 'mira',
          kind: 'emergency-disclosure',
          sender,
          says: '',
          account: 'acct:1',
        },
        0,
      )
      acts.forEach(({ by, what }, index) => {
        const before = structuredClone(room.request('q1')!)
        put(`e${index + 1}`, { ...head, ...what, by }, index + 1)
        const request = room.request('q1')!
        const verified = before.verified !== null
        if (request.status === 'released' || request.status === 'preserved')
          assert.ok(verified || before.status === request.status)
        if (request.release !== null && before.release === null) assert.ok(verified)
      })
      const { status, release, calls, verified } = room.request('q1')!
      if (verified !== null)
        assert.ok(calls.some(({ number, confirmed }) => confirmed && number === '+1 555 999 8888'))
      for (const { number } of calls) assert.equal(number, '+1 555 999 8888')
      if (status === 'released') {
        assert.ok(new Set(release!.by).size >= 2)
        assert.equal(release!.basis, 'us-2702-b-8')
      }
    }),
    { numRuns: 500 },
  )
})
