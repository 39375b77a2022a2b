import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '../src/lib/random.ts'
import { createStaff } from './staff.ts'
import { createTown } from './town.ts'
import type { Made } from './truth.ts'

/** A town of the demo whose staff hides every forbidden post of the network as soon as it stands there. */
function watched(seconds: number) {
  const town = createTown({
    seed: 7,
    people: 200,
    networkSize: 14,
    startAt: 0,
    eventsPerSecond: 40,
    tempo: 'minutes',
  })
  const staff = createStaff(town, seededRandom(3))
  const made: Made[] = []
  let asked = 0
  while (town.now() < seconds * 1_000) {
    const next = town.next()
    made.push(next)
    staff.see(next)
    staff.closeDue(town.now())
    const { event, truth } = next
    if (event.type === 'post.created' && !truth.permitted)
      staff.carryOut({
        id: `out-${asked++}`,
        action: 'hide',
        subject: { kind: 'post', id: event.post.id },
        account: event.account,
        policy: truth.policy!,
      })
  }
  return { town, staff, made }
}

test('within three minutes the network is closed and comes back, and nobody else is closed', () => {
  const { made } = watched(180)
  const closed = made.filter(({ event }) => event.type === 'account.closed')
  assert.ok(closed.length >= 3, `${closed.length} closed`)
  assert.ok(closed.every(({ truth }) => truth.role === 'network'))
  const returned = new Set(made.flatMap(({ truth }) => truth.returnOf ?? []))
  assert.ok(returned.size >= 1, 'nobody came back')
  for (const account of returned) assert.ok(closed.some(({ event }) => event.account === account))
})

test('what is not there any more cannot be acted on, and is said so', () => {
  const { staff, made } = watched(180)
  const closed = made.find(({ event }) => event.type === 'account.closed')!.event
  const answer = staff.carryOut({
    id: 'late',
    action: 'limit',
    subject: { kind: 'account', id: closed.account },
    account: closed.account,
    policy: 'tvec8',
  })
  assert.deepEqual(answer, { ok: false, reason: 'the account is not there any more' })
})
