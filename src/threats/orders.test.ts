import assert from 'node:assert/strict'
import { test } from 'node:test'
import { THREAT_TABLES_DEFAULT } from '../model/threat-tables.ts'
import { AT } from '../rules/samples.ts'
import { deskLine } from './desk-samples.ts'
import { exposure } from './orders.ts'
import type { OrderOrder } from './threat-desk.ts'

type Parts<T> = T extends unknown ? Omit<T, 'order' | 'why'> & { why?: string } : never

async function received(parts = {}) {
  const line = deskLine({})
  await line.order('o1', parts)
  const act = async (by: string, minute: number, order: Parts<OrderOrder>) => {
    line.after(minute)
    const outcome = await line.desk.actOnOrder({ why: 'because', ...order, order: 'o1' } as OrderOrder, by)
    return outcome.ok ? 'done' : outcome.fault.reason
  }
  const clock = async (minute: number) => {
    line.after(minute)
    const { clocks } = (await line.desk.order('o1'))!
    return clocks.map(({ state, dueAt }) => `${state} ${(Date.parse(dueAt) - AT) / 60_000}`).join()
  }
  return { line, act, clock }
}

test('T1: the hour runs from receipt', async () => {
  const { act, clock } = await received()
  assert.equal(await clock(0), 'running 60')
  assert.equal(await clock(12), 'alarm 60')
  assert.equal(await clock(60), 'missed 60')
  await act('mira', 61, { do: 'verify', how: 'called back' })
  await act('mira', 62, { do: 'remove' })
  assert.equal(await clock(63), 'met-late 60')
})

test('T2: a lawful pause stops the hour, and afterwards it is whole again', async () => {
  const { act, clock } = await received()
  assert.equal(
    await act('mira', 50, { do: 'pause', ground: 'insufficient-information', why: ' ' }),
    'this needs a reason',
  )
  assert.equal(await act('mira', 50, { do: 'pause', ground: 'insufficient-information' }), 'done')
  assert.equal(await clock(200), '')
  assert.equal(await act('mira', 200, { do: 'pause', ground: 'force-majeure' }), 'its hour does not run')
  assert.equal(await act('mira', 300, { do: 'resume' }), 'done')
  assert.equal(await clock(301), 'running 360')
})

test('T3: a forged order takes down nobody’s post', async () => {
  const { line, act, clock } = await received()
  assert.equal(await act('mira', 1, { do: 'remove' }), 'its sender is not verified')
  assert.equal(await act('mira', 2, { do: 'forged', why: 'no such office' }), 'done')
  for (const order of [{ do: 'verify', how: 'x' }, { do: 'remove' }, { do: 'resume' }] as Parts<OrderOrder>[])
    assert.equal(await act('sol', 3, order), 'this order was found to be forged')
  assert.equal(await clock(10), '')
  assert.deepEqual([line.led.decisions, line.led.outbox], [[], []])
  assert.equal((await line.desk.order('o1'))!.notes[0]!.text, 'forged: no such office')
})

test('T4, T7: removed by a decision through the outbox, and reinstated by another that takes it back', async () => {
  const { line, act } = await received()
  await act('mira', 1, { do: 'verify', how: 'called back' })
  assert.equal(await act('mira', 2, { do: 'remove' }), 'done')
  assert.equal(await act('sol', 3, { do: 'remove' }), 'it was carried out')
  assert.equal(await act('sol', 4, { do: 'scrutiny', result: 'infringement', reference: 'S1' }), 'done')
  assert.equal(await act('sol', 5, { do: 'reinstate', why: 'found to infringe' }), 'done')
  const [removed, restored] = line.led.decisions
  assert.deepEqual(
    line.led.outbox.map(({ action, subject }) => `${action} ${subject.id}`),
    ['remove post:1', 'restore post:1'],
  )
  assert.equal(line.led.outbox[1]!.restores, removed!.id)
  assert.equal(removed!.automated, false)
  assert.match(removed!.statement.text, /authority ordered/)
  assert.equal((await line.desk.order('o1'))!.status, 'reinstated')
  assert.equal(restored!.verdict, 'allow')
})

test('T8: where the author may not be told, the statement speaks of no order', async () => {
  const { line, act } = await received({ confidential: true })
  await act('mira', 1, { do: 'verify', how: 'called back' })
  await act('mira', 2, { do: 'remove' })
  assert.ok(!/authorit|order/i.test(line.led.decisions[0]!.statement.text))
})

test('an order that names no post cannot be carried out, and says what to do', async () => {
  const { act } = await received({ post: null })
  await act('mira', 1, { do: 'verify', how: 'called back' })
  assert.equal(await act('mira', 2, { do: 'remove' }), 'it names no post')
})

test('the same order again begins no second hour', async () => {
  const { line, clock } = await received()
  await line.order('o1', { authority: 'Another' }, 30)
  assert.equal((await line.desk.order('o1'))!.authority, 'Office of Examples')
  assert.equal(await clock(31), 'alarm 60')
})

test('T1: an order to preserve has no hour', async () => {
  const { clock } = await received({ kind: 'preservation' })
  assert.equal(await clock(30), '')
})

test('T6: two final orders within twelve months make a provider exposed', () => {
  const day = 86_400_000
  const at = (days: number) => ({ order: `o${days}`, at: new Date(AT + days * day).toISOString() })
  const check = (orders: number[], now: number, count: number, exposed: boolean) => {
    const found = exposure(orders.map(at), AT + now * day, THREAT_TABLES_DEFAULT.orders)
    assert.deepEqual([found.count, found.exposed], [count, exposed])
  }
  check([], 0, 0, false)
  check([1], 10, 1, false)
  check([1, 200], 210, 2, true)
  check([1, 200], 366, 1, false)
  check([1, 200, 300], 366, 2, true)
  check([1, 400], 399, 0, false)
})

test('T6: only what was carried out becomes final, once', async () => {
  const { line, act } = await received()
  assert.equal(await act('mira', 1, { do: 'final' }), 'only an order that was carried out becomes final')
  await act('mira', 1, { do: 'verify', how: 'called back' })
  await act('mira', 2, { do: 'remove' })
  assert.equal(await act('mira', 3, { do: 'final' }), 'done')
  assert.equal(await act('mira', 4, { do: 'final' }), 'it is final')
  assert.equal((await line.desk.orders(10)).exposure.count, 1)
})
