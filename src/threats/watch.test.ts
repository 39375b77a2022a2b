import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deskLine, dutyOf, KEY, tellingPager } from './desk-samples.ts'
import type { Sent } from './pager.ts'
import { memberToken } from './recognise.ts'
import { acknowledgePath } from './watch.ts'

const hang = (): Promise<Sent> => new Promise(() => {})

test('P1, P5: the first on duty is called at once; the page names nobody and says how to acknowledge', async () => {
  const pager = tellingPager()
  const line = deskLine({ duty: dutyOf([pager]) })
  const { id } = line.say({ post: 'p1' })
  const watch = line.newWatch()
  await watch.look()
  await watch.idle()
  assert.deepEqual(
    pager.got.map(({ to }) => to),
    ['mira'],
  )
  const { message } = pager.got[0]!
  assert.match(message.subject, new RegExp(`^Threat ${id}, high-specific$`))
  assert.match(message.lines.join(' '), /by 2014-09-07 21:29 UTC/)
  assert.ok(!JSON.stringify(message).includes('clerk'))
  assert.equal(message.link, `https://holdfast.example${acknowledgePath('threat', id, message.id, KEY)}`)
  assert.equal(line.room.cases.get(id)!.pages[0]!.channels.email!.status, 'sent')
})

test('P1: who acknowledges ends it; who does not is followed by the next on duty', async () => {
  const pager = tellingPager()
  const line = deskLine({ duty: dutyOf([pager]) })
  const { id } = line.say({ post: 'p1' })
  const watch = line.newWatch()
  await watch.look()
  line.after(5)
  await watch.look()
  await watch.idle()
  assert.deepEqual(
    pager.got.map(({ to }) => to),
    ['mira', 'sol'],
  )
  const page = pager.got[1]!.id
  const token = new URL(pager.got[1]!.message.link!).searchParams.get('token')!
  assert.equal(await line.desk.pageOf({ kind: 'threat', id, page, token: `${token}x` }), null)
  assert.deepEqual(await line.desk.pageOf({ kind: 'threat', id, page, token }), { to: 'sol', done: false })
  assert.ok((await line.desk.acknowledge({ kind: 'threat', id, page, token })).ok)
  assert.equal(line.room.cases.get(id)!.clock!.seen!.by, 'sol')
  line.after(11)
  await watch.look()
  await watch.idle()
  assert.equal(pager.got.length, 2)
})

test('P8: whom a case is about is not called for it', async () => {
  const pager = tellingPager()
  const line = deskLine({ duty: dutyOf([pager]) })
  const member = memberToken(KEY, 'mira')
  const { id } = line.say({ post: 'p1', targets: [{ id: 'pp-mira', kind: 'staff', member }] })
  const watch = line.newWatch()
  await watch.look()
  await watch.idle()
  assert.deepEqual(
    pager.got.map(({ to }) => to),
    ['sol'],
  )
  for (const minute of [5, 15, 20, 25]) {
    line.after(minute)
    await watch.look()
  }
  await watch.idle()
  line.after(31)
  assert.equal((await line.desk.show(id, 'uma'))!.unanswered, true)
  const seen = await line.desk.act({ do: 'seen', case: id, why: '' }, 'mira')
  assert.equal(seen.ok, false)
})

test('P2: looking a hundred times calls nobody twice', async () => {
  const pager = tellingPager()
  const line = deskLine({ duty: dutyOf([pager]) })
  line.say({ post: 'p1' })
  const watch = line.newWatch()
  for (let i = 0; i < 100; i++) await watch.look()
  await watch.idle()
  assert.equal(pager.got.length, 1)
})

test('P3: a page written down and not sent is sent after a restart, under the same id', async () => {
  const pager = tellingPager('email', (_, nth) => (nth === 1 ? hang() : { ok: true, detail: 'taken' }))
  const line = deskLine({ duty: dutyOf([pager]) })
  line.say({ post: 'p1' })
  await line.newWatch().look()
  const second = line.newWatch()
  await second.look()
  await second.idle()
  assert.equal(pager.got.length, 2)
  assert.equal(new Set(pager.got.map(({ id }) => id)).size, 1)
  const third = line.newWatch()
  await third.look()
  await third.idle()
  assert.equal(pager.got.length, 2)
})

test('P6: a channel that fails is tried again, then told on the case; the other channel called at once', async () => {
  const mail = tellingPager('email', () => ({ ok: false, detail: 'no answer within 10000 ms' }))
  const hook = tellingPager('webhook')
  const line = deskLine({ duty: dutyOf([mail, hook]) })
  const { id } = line.say({ post: 'p1' })
  const watch = line.newWatch()
  await watch.look()
  await watch.idle()
  const { channels } = line.room.cases.get(id)!.pages[0]!
  assert.deepEqual([channels.email!.status, channels.webhook!.status], ['failed', 'sent'])
  assert.equal(channels.email!.detail, 'no answer within 10000 ms')
  assert.equal(mail.got.length, 5)
  assert.equal(hook.got.length, 1)
})

test('P6: a pager nobody ever answers leaves a clear state on the case', async () => {
  const pager = tellingPager()
  const line = deskLine({ duty: dutyOf([pager]) })
  const { id } = line.say({ post: 'p1' })
  const watch = line.newWatch()
  for (let minute = 0; minute <= 40; minute++) {
    line.after(minute)
    await watch.look()
  }
  await watch.idle()
  const view = (await line.desk.show(id, 'uma'))!
  assert.deepEqual([view.unanswered, view.clocks[0]!.state], [true, 'missed'])
  const calls = pager.got.map(({ to, id }) => `${to} ${id}`)
  assert.equal(new Set(calls).size, calls.length)
})

test('a stop breaks off what hangs, and what it broke off is made after the next start', async () => {
  const pager = tellingPager('email', () => ({ ok: false, detail: 'down' }))
  const line = deskLine({ duty: dutyOf([pager]) })
  const { id } = line.say({ post: 'p1' })
  const watch = line.newWatch()
  await watch.look()
  await watch.stop()
  assert.equal(line.room.cases.get(id)!.pages[0]!.channels.email!.status, 'due')
  assert.deepEqual(line.complaints, [])
})

test('T1: an order calls at receipt, at 10, 30 and 45 minutes and when it was missed', async () => {
  const pager = tellingPager()
  const line = deskLine({ duty: dutyOf([pager], ['mira']) })
  await line.order('o1\r\nBcc: all@example.org')
  const watch = line.newWatch()
  const called: number[] = []
  for (let minute = 0; minute <= 70; minute++) {
    line.after(minute)
    const before = pager.got.length
    await watch.look()
    await watch.idle()
    if (pager.got.length > before) called.push(minute)
  }
  assert.deepEqual(called, [0, 10, 30, 45, 60])
  assert.ok(!/[\r\n]/.test(pager.got[0]!.message.subject))
})
