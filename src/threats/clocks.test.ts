import assert from 'node:assert/strict'
import { test } from 'node:test'
import { THREAT_TABLES_DEFAULT as tables } from '../model/threat-tables.ts'
import { AT } from '../rules/samples.ts'
import { callsDue, clocksOfCase, isUnanswered, stateOf } from './clocks.ts'
import { actAtDesk } from './desk-acts.ts'
import { pageId } from './pages.ts'
import { act, leaked, minutes, sampleRoom, say, specific, vague } from './samples.ts'

const after = (minute: number) => AT + minute * 60_000
const DUTY = ['mira', 'sol', 'teo']

function opened(reading = specific()) {
  const room = sampleRoom()
  const { id } = say(room, { post: 'p1', reading })
  const standing = room.cases.get(id)!
  const clocks = () => clocksOfCase(standing, tables)
  const calls = (minute: number) =>
    callsDue(clocks(), standing.pages, { now: after(minute), duty: DUTY, tables })
  /** Calls whoever is due, as the watch does. */
  const page = (minute: number): string[] =>
    calls(minute).map(({ stage, to }) => {
      const page = {
        page: pageId('threat', id, stage, to),
        about: { kind: 'threat' as const, id },
        stage,
        to,
        channels: ['email'],
        status: 'due' as const,
        detail: '',
      }
      actAtDesk(
        { id: `x${stage}${to}`, type: 'threat.paged', at: minutes(minute), account: 'holdfast', page },
        room,
      )
      return `${to} ${stage.split('-').slice(0, 2).join('-')}`
    })
  return { room, id, standing, clocks, calls, page }
}

test('C1: what is due when, by grade', () => {
  const check = (reading: ReturnType<typeof specific>, due: number[]) =>
    assert.deepEqual(
      opened(reading)
        .clocks()
        .map(({ dueAt }) => (dueAt - AT) / 60_000),
      due,
    )
  check(specific(), [15])
  check(leaked(), [])
})

test('C1, C4: a referral is due 30 minutes after the look, and met by one that two released', () => {
  const { room, id, clocks } = opened()
  assert.ok(act(room, id, 'mira', 3, { do: 'seen' }))
  const states = (minute: number) =>
    clocks().map((clock) => `${clock.stage} ${stateOf(clock, after(minute))}`)
  assert.deepEqual(states(10), ['human met', 'referral running'])
  assert.deepEqual(states(20), ['human met', 'referral alarm'])
  assert.deepEqual(states(34), ['human met', 'referral missed'])
  const referral = {
    to: 'security' as const,
    recipient: 'The guard',
    basis: 'own',
    disclosed: [{ what: 'The post', why: 'It names the place.' }],
    necessity: 'No more than the post.',
  }
  assert.ok(act(room, id, 'mira', 20, { do: 'refer', referral }))
  const { id: of } = room.cases.get(id)!.referrals[0]!
  assert.deepEqual(states(21), ['human met', 'referral alarm'])
  assert.ok(act(room, id, 'sol', 21, { do: 'release', referral: of }))
  assert.deepEqual(states(22), ['human met', 'referral met'])
})

test('C1: the clock begins anew when the grade rises', () => {
  const { room, clocks } = opened(vague())
  assert.deepEqual(clocks(), [])
  say(room, { post: 'p2', at: 30 })
  assert.equal(clocks()[0]!.since, after(30))
})

test('C2: a note is no look, since it may come from whom the case is about', () => {
  const { room, id, clocks } = opened()
  act(room, id, 'mira', 1, { do: 'note' })
  assert.equal(clocks()[0]!.metAt, null)
  act(room, id, 'mira', 2, { do: 'veracity', veracity: 'checking' })
  assert.equal(clocks()[0]!.metAt, after(2))
})

test('C3: a high post in a case at which nobody looked for a while calls for a look again', () => {
  const { room, id, clocks } = opened()
  act(room, id, 'mira', 1, { do: 'seen' })
  say(room, { post: 'p2', at: 10 })
  assert.equal(clocks()[0]!.metAt, after(1))
  say(room, { post: 'p3', at: 40 })
  assert.deepEqual([clocks()[0]!.since, clocks()[0]!.metAt], [after(40), null])
})

test('C4: what two settled and found to be a hoax needs no referral', () => {
  const { room, id, clocks } = opened()
  act(room, id, 'mira', 1, { do: 'veracity', veracity: 'hoax' })
  assert.equal(clocks()[1]!.metAt, null)
  act(room, id, 'mira', 2, { do: 'grade', grade: 'low' })
  act(room, id, 'sol', 3, { do: 'grade', grade: 'low' })
  assert.deepEqual(clocks(), [])
  const other = opened()
  act(other.room, other.id, 'mira', 1, { do: 'veracity', veracity: 'hoax' })
  act(other.room, other.id, 'mira', 2, { do: 'grade', grade: 'high-specific' })
  act(other.room, other.id, 'sol', 3, { do: 'grade', grade: 'high-specific' })
  assert.ok(other.clocks()[1]!.metAt !== null)
})

test('P1, P2: the first on duty, then the next every five minutes, each once for each step', () => {
  const { page } = opened()
  assert.deepEqual(page(0), ['mira human-begun'])
  assert.deepEqual(page(1), [])
  assert.deepEqual(page(5), ['sol human-begun'])
  assert.deepEqual(page(9), [])
  assert.deepEqual(page(10), ['mira human-alarm1'])
  assert.deepEqual(page(15), ['mira human-missed'])
  assert.deepEqual(page(26), ['sol human-missed', 'teo human-missed'])
  assert.deepEqual(page(500), [])
})

test('P1: who acknowledged ends the calling; a referral that is late calls again', () => {
  const { room, id, page } = opened()
  page(0)
  act(room, id, 'mira', 2, { do: 'seen' })
  assert.deepEqual(page(6), [])
  assert.deepEqual(page(17), ['mira referral-alarm1'])
  assert.deepEqual(page(23), ['sol referral-alarm1'])
  assert.ok(act(room, id, 'sol', 24, { do: 'seen' }))
  assert.deepEqual(page(26), [])
  assert.deepEqual(page(27), ['mira referral-alarm2'])
})

test('P4: after an interruption only the last step calls', () => {
  const { page } = opened()
  assert.deepEqual(page(16), ['mira human-missed'])
})

test('P7: what began a day ago calls nobody', () => {
  assert.deepEqual(opened().page(24 * 60 + 1), [])
})

test('P6: that nobody answered is told', () => {
  const { clocks, standing, page } = opened()
  const unanswered = (minute: number) =>
    isUnanswered(clocks(), standing.pages, { now: after(minute), duty: DUTY, tables })
  page(15)
  page(20)
  page(25)
  assert.equal(unanswered(26), false)
  assert.equal(unanswered(31), true)
})
