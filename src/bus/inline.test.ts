import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Event } from '../model/event.ts'
import { type Admission, BusFull, publishPatiently } from './bus.ts'
import { inlineBus } from './inline.ts'

const event = (id: string): Event => ({
  id,
  type: 'account.reopened',
  at: '2026-01-05T08:00:00.000Z',
  account: 'a:1',
})
const events = (from: number, count: number) => Array.from({ length: count }, (_, i) => event(`e${from + i}`))
const accept = (batch: Event[]): Admission[] => batch.map(({ id }) => ({ status: 'accepted', id }))

test('each publisher gets the answers to its own events, in their order', async () => {
  const bus = inlineBus({ batchMax: 4 })
  bus.consume(async (batch) => accept(batch))
  const answers = await Promise.all([
    bus.publish(events(0, 3)),
    bus.publish(events(3, 2)),
    bus.publish(events(5, 6)),
  ])
  assert.deepEqual(
    answers.map((admissions) => admissions.map(({ id }) => id)),
    [
      ['e0', 'e1', 'e2'],
      ['e3', 'e4'],
      ['e5', 'e6', 'e7', 'e8', 'e9', 'e10'],
    ],
  )
})

test('publishes that wait share one batch, in the order they came', async () => {
  const batches: string[][] = []
  const bus = inlineBus({ inFlightMax: 1 })
  const published = [bus.publish(events(0, 1)), bus.publish(events(1, 2)), bus.publish(events(3, 1))]
  bus.consume(async (batch) => {
    batches.push(batch.map(({ id }) => id))
    return accept(batch)
  })
  await Promise.all(published)
  assert.deepEqual(batches, [['e0', 'e1', 'e2', 'e3']])
})

test('past its bound the bus refuses and takes nothing of that call', async () => {
  let open: () => void = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const bus = inlineBus({ depthMax: 5, batchMax: 2, inFlightMax: 1 })
  const handled: string[] = []
  bus.consume(async (batch) => {
    await gate
    handled.push(...batch.map(({ id }) => id))
    return accept(batch)
  })
  const taken = [bus.publish(events(0, 3)), bus.publish(events(3, 2))]
  await assert.rejects(bus.publish(events(5, 1)), BusFull)
  assert.equal(bus.depth(), 5)
  open()
  await Promise.all(taken)
  assert.deepEqual(handled, ['e0', 'e1', 'e2', 'e3', 'e4'])
  assert.equal(bus.depth(), 0)
})

test('one publish larger than the bound still goes, alone', async () => {
  const bus = inlineBus({ depthMax: 5, batchMax: 2 })
  bus.consume(async (batch) => accept(batch))
  assert.equal((await bus.publish(events(0, 9))).length, 9)
})

test('a batch that fails is told to all its publishers, and the next goes on', async () => {
  const bus = inlineBus({ inFlightMax: 1 })
  let first = true
  const published = [bus.publish(events(0, 1)), bus.publish(events(1, 1))]
  bus.consume(async (batch) => {
    if (first) {
      first = false
      throw new Error('the disk is full')
    }
    return accept(batch)
  })
  await assert.rejects(published[0]!, /disk is full/)
  await assert.rejects(published[1]!, /disk is full/)
  assert.equal((await bus.publish(events(2, 1))).length, 1)
})

test('closing finishes what was taken and takes no more', async () => {
  const bus = inlineBus()
  let done = 0
  bus.consume(async (batch) => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    done += batch.length
    return accept(batch)
  })
  void bus.publish(events(0, 3))
  await bus.close()
  assert.equal(done, 3)
  await assert.rejects(bus.publish(events(3, 1)), BusFull)
})

test('who is patient waits for room, and tries again', async () => {
  let full = 2
  const published: Event[][] = []
  const bus = {
    async publish(events: Event[]) {
      if (full-- > 0) throw new BusFull(0.001)
      published.push(events)
      return []
    },
  }
  await publishPatiently(bus, [event('e1')])
  assert.deepEqual(
    published.map((events) => events.map(({ id }) => id)),
    [['e1']],
  )
  const halted = { publish: () => Promise.reject(new Error('halted')) }
  await assert.rejects(publishPatiently(halted, []), /halted/)
})
