import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pauseMs } from '../lib/back-off.ts'
import { stillClock } from '../lib/clock.ts'
import { type Random, seededRandom } from '../lib/random.ts'
import type { OutboxRow } from '../store/store.ts'
import { createDelivery, type DeliveryOptions, receiptEvent } from './deliver.ts'
import { dryRunEnforcer } from './dry-run.ts'
import type { Enforced } from './enforce.ts'
import { entryOf, outboxOf, steppingClock, tellingEnforcer, until } from './samples.ts'

const DONE: Enforced = { status: 'done', detail: '204' }
const RETRY: Enforced = { status: 'retry', detail: '500' }
const T0 = Date.UTC(2014, 8, 7)
const ids = (count: number, prefix = 'out') =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`)
/** Jitter at its top, the greatest that a draw can give, so that what is waited for is known. */
const fullJitter: Random = { ...seededRandom(1), next: () => 1 - 2 ** -32 }

async function delivering(
  options: Pick<DeliveryOptions, 'store' | 'enforcer'> & Partial<DeliveryOptions>,
  work: (delivery: ReturnType<typeof createDelivery>) => Promise<void>,
): Promise<void> {
  const delivery = createDelivery({ clock: stillClock(T0), random: seededRandom(5), pollMs: 1, ...options })
  delivery.start()
  try {
    await work(delivery)
  } finally {
    await delivery.stop()
  }
}

test('all that waits is delivered once, and told', async () => {
  const store = outboxOf(ids(2_500).map((id, index) => entryOf(id, `acct:${index % 40}`)))
  const enforcer = tellingEnforcer(() => DONE)
  const settled: OutboxRow[] = []
  await delivering({ store, enforcer, onSettled: (row) => void settled.push(row) }, async (delivery) => {
    await delivery.drain(5_000)
    assert.equal(enforcer.asked.length, 2_500)
    assert.equal(new Set(enforcer.asked).size, 2_500)
    assert.equal(settled.length, 2_500)
    assert.deepEqual(
      { ...settled[0]!, entry: null },
      { entry: null, status: 'done', attempts: 1, nextAt: 0, detail: '204' },
    )
  })
})

test('one account’s actions arrive in order, also when the first has to wait (O3)', async () => {
  const store = outboxOf([
    ...ids(6, 'a').map((id) => entryOf(id, 'acct:a')),
    ...ids(6, 'b').map((id) => entryOf(id, 'acct:b')),
  ])
  const clock = stillClock(T0)
  const enforcer = tellingEnforcer(({ id }, nth) => (id === 'a-1' && nth <= 2 ? RETRY : DONE))
  await delivering({ store, enforcer, clock, random: fullJitter }, async () => {
    await until(() => store.row('b-5').status === 'done' && store.row('a-1').attempts === 1)
    store.add(entryOf('a-6', 'acct:a'))
    await until(() => store.row('a-6').nextAt > 0)
    assert.deepEqual(
      enforcer.asked.filter((id) => id.startsWith('a')),
      ['a-0', 'a-1'],
    )
    clock.set(T0 + 1_000)
    await until(() => store.row('a-1').attempts === 2)
    store.add(entryOf('a-7', 'acct:a'))
    clock.set(T0 + 10_000)
    await until(() => store.row('a-7').status === 'done')
    assert.deepEqual(
      enforcer.asked.filter((id) => id.startsWith('a')),
      ['a-0', 'a-1', 'a-1', ...ids(8, 'a').slice(1)],
    )
  })
})

test('a clock that is set back delays nothing, while it runs or over a start', async () => {
  const day = 86_400_000
  const store = outboxOf(ids(2).map((id) => entryOf(id)))
  let wall = T0
  // Only the clock on the wall can be set back.
  const clock = { ...stillClock(T0), now: () => wall }
  const enforcer = tellingEnforcer(({ id }, nth) => (id === 'out-0' && nth === 1 ? RETRY : DONE))
  await delivering({ store, enforcer, clock, random: fullJitter }, async () => {
    await until(() => store.row('out-1').nextAt > 0)
    wall = T0 - day
    await until(() => store.row('out-1').status === 'done')
  })
  assert.deepEqual(enforcer.asked, ['out-0', 'out-0', 'out-1'])
  const later = outboxOf([entryOf('out-0')])
  await later.outboxUpdate('out-0', { status: 'waiting', attempts: 1, nextAt: T0 + day, detail: '500' })
  await delivering({ store: later, enforcer: tellingEnforcer(() => DONE), clock: stillClock(T0) }, () =>
    until(() => later.row('out-0').status === 'done'),
  )
})

test('the order holds over a start (O3)', async () => {
  const store = outboxOf(ids(3).map((id) => entryOf(id)))
  const before = tellingEnforcer(() => RETRY)
  await delivering({ store, enforcer: before }, () => until(() => store.row('out-2').nextAt > 0))
  store.add(entryOf('out-3'))
  const after = tellingEnforcer(() => DONE)
  await delivering({ store, enforcer: after, clock: stillClock(T0 + 60_000) }, () =>
    until(() => store.row('out-3').status === 'done'),
  )
  assert.deepEqual(after.asked, ids(4))
})

test('no round begins before what the last one settled has been told (O12)', async () => {
  const store = outboxOf(ids(1_001).map((id) => entryOf(id)))
  const enforcer = tellingEnforcer(() => DONE)
  const told = Promise.withResolvers<void>()
  await delivering({ store, enforcer, onSettled: () => told.promise }, async () => {
    await until(() => enforcer.asked.length === 1_000)
    await new Promise((resolve) => setTimeout(resolve, 20))
    assert.equal(enforcer.asked.length, 1_000)
    told.resolve()
    await until(() => enforcer.asked.length === 1_001)
  })
})

test('after the last attempt an entry is dead, and those behind it go on (O10)', async () => {
  const store = outboxOf(ids(2).map((id) => entryOf(id)))
  const enforcer = tellingEnforcer(({ id }) => (id === 'out-0' ? RETRY : DONE))
  const settled: OutboxRow[] = []
  await delivering(
    {
      store,
      enforcer,
      clock: steppingClock(T0, 60_000),
      attemptsMax: 4,
      onSettled: (row) => void settled.push(row),
    },
    async () => {
      await until(() => store.row('out-1').status === 'done')
      assert.deepEqual(enforcer.asked, ['out-0', 'out-0', 'out-0', 'out-0', 'out-1'])
      assert.deepEqual(
        settled.map(({ entry, status, attempts, detail }) => [entry.id, status, attempts, detail]),
        [
          ['out-0', 'dead', 4, '500'],
          ['out-1', 'done', 1, '204'],
        ],
      )
    },
  )
})

test('what is refused is dead at once, and can be sent again by hand (O7, O11)', async () => {
  const store = outboxOf([entryOf('out-0'), entryOf('out-1')])
  const enforcer = tellingEnforcer(({ id }, nth) =>
    id === 'out-0' && nth === 1 ? { status: 'refused', detail: '404: no' } : DONE,
  )
  await delivering({ store, enforcer }, async (delivery) => {
    await until(() => store.row('out-1').status === 'done')
    assert.deepEqual(
      { ...store.row('out-0'), entry: 0 },
      { entry: 0, status: 'dead', attempts: 1, nextAt: 0, detail: '404: no' },
    )
    assert.equal(await delivery.resend('out-1'), false)
    assert.equal(await delivery.resend('no-such'), false)
    assert.equal(await delivery.resend('out-0'), true)
    await until(() => store.row('out-0').status === 'done')
    assert.equal(store.row('out-0').attempts, 1)
  })
})

test('a dead receiver burns hardly an attempt of ten thousand entries (O9)', async () => {
  const store = outboxOf(ids(10_000).map((id, index) => entryOf(id, `acct:${index}`)))
  const clock = stillClock(T0)
  let down = true
  const enforcer = tellingEnforcer(() => (down ? RETRY : DONE))
  await delivering({ store, enforcer, clock, concurrency: 4 }, async (delivery) => {
    for (let second = 1; second <= 120; second++) {
      clock.set(T0 + second * 30_000)
      delivery.wake()
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    assert.ok(
      enforcer.asked.length >= 10 && enforcer.asked.length < 140,
      `${enforcer.asked.length} attempts in an hour`,
    )
    down = false
    clock.set(T0 + 3 * 3_600_000)
    const all = () => ids(10_000).every((id) => store.row(id).status === 'done')
    await until(() => enforcer.asked.length >= 10_000)
    await delivery.drain(3_000)
    assert.equal((await store.outboxDue(Number.MAX_SAFE_INTEGER, 1)).length, 0)
    void all
  })
})

test('one entry that always fails does not stop the others (O9)', async () => {
  const store = outboxOf([
    entryOf('bad', 'acct:bad'),
    ...ids(50).map((id, index) => entryOf(id, `acct:${index}`)),
  ])
  const enforcer = tellingEnforcer(({ id }) => (id === 'bad' ? RETRY : DONE))
  await delivering({ store, enforcer }, async () => {
    await until(() => ids(50).every((id) => store.row(id).status === 'done'))
    assert.equal(store.row('bad').status, 'waiting')
  })
})

test('Retry-After quiets the receiver as a whole and is bounded (O8)', async () => {
  const store = outboxOf([entryOf('out-0', 'acct:0'), entryOf('out-1', 'acct:1')])
  const clock = stillClock(T0)
  const enforcer = tellingEnforcer((_, nth) => (nth === 1 ? { ...RETRY, retryAfterMs: 30_000 } : DONE))
  await delivering({ store, enforcer, clock, concurrency: 1 }, async (delivery) => {
    await until(() => store.row('out-0').attempts === 1)
    clock.set(T0 + 29_000)
    delivery.wake()
    await new Promise((resolve) => setTimeout(resolve, 10))
    assert.deepEqual(enforcer.asked, ['out-0'])
    clock.set(T0 + 61_000)
    await until(() => store.row('out-1').attempts === 1)
    clock.set(T0 + 200_000)
    await until(() => store.row('out-0').status === 'done' && store.row('out-1').status === 'done')
  })
  assert.equal(pauseMs(1, seededRandom(1), 10 ** 12), 3_600_000)
})

test('pauses grow twofold to an hour, with full jitter (O8)', () => {
  const ceilings = [1, 2, 3, 12, 13, 16, 1_000].map((attempt) => pauseMs(attempt, fullJitter))
  assert.deepEqual(ceilings, [1_000, 2_000, 4_000, 2_048_000, 3_600_000, 3_600_000, 3_600_000])
  const random = seededRandom(9)
  const pauses = Array.from({ length: 1_000 }, () => pauseMs(5, random))
  assert.ok(Math.min(...pauses) < 500 && Math.max(...pauses) > 15_500 && Math.max(...pauses) <= 16_000)
})

test('a store that fails stops nothing for good, and what it did not write down is delivered again (O2)', async () => {
  const store = outboxOf([entryOf('out-0')])
  const { outboxUpdate } = store
  let failures = 2
  const troubles: string[] = []
  const enforcer = tellingEnforcer(() => DONE)
  const failing = {
    ...store,
    outboxUpdate: (id: string, change: Parameters<typeof outboxUpdate>[1]) =>
      failures-- > 0 ? Promise.reject(new Error('the disk is full')) : outboxUpdate(id, change),
  }
  await delivering({ store: failing, enforcer, onTrouble: (message) => troubles.push(message) }, async () => {
    await until(() => store.row('out-0').status === 'done')
    assert.deepEqual(enforcer.asked, ['out-0', 'out-0', 'out-0'])
    assert.equal(troubles.length, 2)
    assert.match(troubles[0]!, /the disk is full/)
  })
})

test('a stop waits for nobody and takes no attempt (O2)', async () => {
  const store = outboxOf([entryOf('out-0')])
  let closed = false
  const hanging = {
    name: 'hanging',
    enforce: (_: unknown, signal: AbortSignal) =>
      new Promise<Enforced>((resolve) => signal.addEventListener('abort', () => resolve(RETRY))),
    close: async () => {
      closed = true
    },
  }
  await delivering({ store, enforcer: hanging }, () => new Promise((resolve) => setTimeout(resolve, 10)))
  assert.ok(closed)
  assert.deepEqual(
    { ...store.row('out-0'), entry: 0 },
    { entry: 0, status: 'waiting', attempts: 0, nextAt: 0, detail: null },
  )
})

test('an enforcer that throws is a receiver that did not answer', async () => {
  const store = outboxOf([entryOf('out-0')])
  const enforcer = tellingEnforcer((_, nth) => {
    if (nth === 1) throw new Error('oh')
    return DONE
  })
  await delivering({ store, enforcer, clock: steppingClock(T0, 500) }, () =>
    until(() => store.row('out-0').status === 'done'),
  )
  assert.equal(enforcer.asked.length, 2)
})

test('the dry run says what would be done, and its receipt says that it was none', async () => {
  const store = outboxOf([entryOf('out-0')])
  await delivering({ store, enforcer: dryRunEnforcer() }, () =>
    until(() => store.row('out-0').status === 'done'),
  )
  const row = store.row('out-0')
  assert.equal(row.detail, 'dry run: would hide post:post:out-0 of account acct:1 under tvec8')
  assert.equal(receiptEvent(row, T0).receipt.status, 'dry-run')
})

test('a receipt is one event per outcome, whenever it is told', () => {
  const row: OutboxRow = { entry: entryOf('out-0'), status: 'done', attempts: 2, nextAt: 0, detail: '204' }
  assert.deepEqual(receiptEvent(row, T0), {
    id: 'receipt-out-0-done',
    type: 'action.receipt',
    at: '2014-09-07T00:00:00.000Z',
    account: 'acct:1',
    receipt: { id: 'out-0', decision: 'decision-of-out-0', action: 'hide', status: 'done', detail: '204' },
  })
  assert.equal(receiptEvent(row, T0 + 5).id, receiptEvent(row, T0).id)
  assert.equal(receiptEvent({ ...row, status: 'dead' }, T0).receipt.status, 'failed')
})
