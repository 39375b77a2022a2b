import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { inlineBus } from './bus/inline.ts'
import { awaitsAppeal } from './decisions/record.ts'
import { type Desks, openDesks } from './desks.ts'
import { memoryVault } from './evidence/samples.ts'
import { stillClock } from './lib/clock.ts'
import { seededRandom } from './lib/random.ts'
import { createLineageIndex } from './lineage/lineage.ts'
import type { Event } from './model/event.ts'
import { stateKey } from './model/state.ts'
import { createLine } from './pipeline.ts'
import type { Worker } from './review/job-desk.ts'
import { packFromFiles } from './rules/load.ts'
import { planOf } from './rules/rules.ts'
import { readingWith } from './rules/samples.ts'
import { emptySearch, type Hit, type SearchIndex } from './store/search.ts'
import { openSqliteStore } from './store/sqlite/sqlite.ts'
import { writeHere } from './store/sqlite/writing.ts'
import type { Store } from './store/store.ts'
import { memoryRegister } from './threats/desk-samples.ts'

/*
 * Desks over a real store and line. A text that says "calls" reads as incitement, and whoever has `@` in the handle is verified.
 */

const loaded = packFromFiles({
  'pack.yaml': `
policies:
  - { id: tvec8, title: Incitement, prose: No calls., precedence: 900, ground: { kind: illegal, reference: Law, category: STATEMENT_CATEGORY_VIOLENCE } }
  - { id: tvec2, title: Threat, prose: No threats., precedence: 1000, ground: { kind: illegal, reference: Law, category: STATEMENT_CATEGORY_VIOLENCE } }
  - { id: edsa, title: News, prose: Permitted., precedence: 50, violating: false }
strikes: { lapseAfter: 90d, max: 3 }
rules:
  - { id: calls, policy: tvec8, on: [post.created], when: 'reading.tvec8 >= 0.8', verdict: review, actions: [queue], mode: live }
  - { id: hides, policy: tvec2, on: [post.created], when: 'reading.tvec2 >= 0.8', verdict: restrict, actions: [hide, queue], strikes: 1, mode: live, brake: { perHour: 500 } }
`,
})
assert.ok(loaded.ok)
const plan = planOf(loaded.pack)
const AT = Date.parse('2026-03-02T09:00:00.000Z')

interface Rig extends Desks {
  store: Store
  clock: ReturnType<typeof stillClock>
  put(...events: Event[]): Promise<void>
}

async function withDesks(
  work: (rig: Rig) => Promise<void>,
  overrides: { search?: SearchIndex } = {},
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-desks-'))
  const clock = stillClock(AT)
  const store = await openSqliteStore(folder, { writing: writeHere, now: clock.now })
  const bus = inlineBus()
  const line = createLine({
    store,
    vault: memoryVault(),
    measurer: {
      version: 'test',
      measure: async (inputs) =>
        inputs.map((input) => {
          if (input === null) return { reading: null, gaps: [] }
          const scores = {
            ...(/calls/.test(input.text) && { tvec8: 0.9 }),
            ...(/threat/.test(input.text) && { tvec2: 0.9 }),
          }
          return { reading: readingWith(scores, { language: input.language ?? 'en' }), gaps: [] }
        }),
      reload: async () => {},
      close: async () => {},
    },
    planFor: async () => plan,
    newLineageIndex: createLineageIndex,
    committed() {},
  })
  await line.recover()
  bus.consume((events) => line.process(events))
  await bus.publish([
    {
      id: 'pack',
      type: 'pack.loaded',
      at: new Date(0).toISOString(),
      account: 'holdfast',
      pack: { hash: plan.pack.hash },
    },
  ])
  const desks = openDesks(
    { store, bus, line, register: memoryRegister(clock) },
    {
      clock,
      key: new Uint8Array(32).fill(7),
      random: seededRandom(7),
      search: overrides.search ?? emptySearch(),
    },
  )
  try {
    await work({ ...desks, store, clock, put: async (...events) => void (await bus.publish(events)) })
  } finally {
    await bus.close()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const QUEUES = ['content', 'threats', 'reports', 'accounts', 'returns']
const worker = (person: string): Worker => ({ person, queues: QUEUES })
let made = 0
const post = (text: string, over: { account?: string; language?: string | null } = {}): Event => {
  const id = `e${++made}`
  return {
    id,
    type: 'post.created',
    at: new Date(AT + made * 1000).toISOString(),
    account: over.account ?? 'acct:1',
    post: {
      id: `post:${id}`,
      text,
      language: over.language ?? null,
      hashtags: [],
      mentions: [],
      urls: [],
      media: [],
      replyTo: null,
      repostOf: null,
      quoteOf: null,
    },
  }
}
const long = (words: string) => `${words}, and then some more words of its own: ${++made}`

test('Q1, L1: the next job is the most pressing one, mine alone, and free again when the lease ends', () =>
  withDesks(async ({ jobs, put, clock }) => {
    await put(post(long('it calls')), post(long('a threat')), post(long('it calls again')))
    const first = await jobs.next(worker('ann'))
    assert.equal(first.job?.job.policy, 'tvec2')
    assert.deepEqual(
      first.job?.reasons.map(({ what }) => what),
      ['harm', 'done', 'deadline', 'waited'],
    )
    const second = await jobs.next(worker('bob'))
    assert.equal(second.job?.job.policy, 'tvec8')
    const taken = await jobs.claim(first.job!.job.id, worker('bob'))
    assert.deepEqual(taken.ok ? null : taken.status, 409)
    clock.set(AT + 4 * 60_000)
    assert.notEqual(await jobs.heartbeat(first.job!.job.id, worker('ann')), null)
    clock.set(AT + 10 * 60_000)
    assert.equal(
      (await jobs.claim(first.job!.job.id, worker('bob'))).ok,
      true,
      'a lease that lapsed still held',
    )
    assert.equal(await jobs.heartbeat(first.job!.job.id, worker('ann')), null)
    assert.equal(await jobs.handBack(first.job!.job.id, worker('bob'), 'I do not read this'), true)
    assert.equal((await jobs.job(first.job!.job.id))?.note, 'I do not read this')
  }))

test('Q5: jobs go to who reads the language, works in the queue and has not opted out', () =>
  withDesks(async ({ jobs, put }) => {
    await put(post(long('it calls'), { language: 'ar-MA' }), post(long('it calls'), { language: 'fr' }))
    const check = async (
      person: string,
      languages: string[],
      expected: string | null,
      without: string[] = [],
    ) => {
      await jobs.putProfile({ person, languages, queues: [], without, dailyMax: null })
      const { job } = await jobs.next(worker(person))
      assert.equal(job?.job.brief?.language ?? null, expected, person)
      if (job !== null) await jobs.handBack(job.job.id, worker(person), null)
    }
    await check('reads-french', ['fr'], 'fr')
    await check('reads-arabic', ['ar'], 'ar-MA')
    await check('reads-moroccan', ['ar-ma'], 'ar-MA')
    await check('reads-iraqi', ['ar-iq'], null)
    await check('opted-out', [], null, ['tvec8'])
    assert.equal((await jobs.next({ person: 'elsewhere', queues: ['returns'] })).job, null)
  }))

test('F1 to F3: a preview is what is done; deciding again is a conflict, and the same call again is the same', () =>
  withDesks(async ({ jobs, put, store }) => {
    await put(post(long('it calls')))
    const { job } = await jobs.next(worker('ann'))
    const id = job!.job.id
    const order = {
      finding: 'violation',
      actions: ['hide'],
      why: 'a call',
      says: 'You called on others.',
    } as const
    const asked = { ...order, actions: [...order.actions] }
    const seen = await jobs.decide(id, worker('ann'), asked, { preview: true })
    assert.ok(seen?.ok && !seen.done)
    assert.match(seen.foreseen.statement!, /You called on others/)
    assert.match(seen.foreseen.statement!, /A person took the decision/)
    assert.equal((await store.outbox({ limit: 9 })).length, 0, 'a preview did something')
    const done = await jobs.decide(id, worker('ann'), asked, { preview: false, token: seen.foreseen.token })
    assert.ok(done?.ok && done.done && done.decision !== null)
    const again = await jobs.decide(id, worker('ann'), asked, { preview: false })
    assert.equal(again?.ok, false)
    const other = await jobs.decide(
      id,
      worker('bob'),
      { ...asked, finding: 'no-violation' },
      { preview: false },
    )
    assert.ok(other && !other.ok && other.conflict)
    assert.deepEqual(
      (await store.outbox({ limit: 9 })).map(({ entry }) => entry.action),
      ['hide'],
    )
    const decided = await store.decision(done.decision!)
    assert.deepEqual([decided?.automated, decided?.strikes, decided?.subject.kind], [false, 1, 'post'])
    assert.equal((await jobs.job(id))?.status, 'decided')
    assert.equal(await store.verify(), null)
  }))

test('C2: the same known item is not shown to a person twice, and not handed out to them', () =>
  withDesks(async ({ jobs, jobView, put }) => {
    const text = 'it calls on everybody, in the very same words'
    await put(post(text), post(text, { account: 'acct:2' }))
    const first = await jobs.next(worker('ann'))
    const view = await jobView(first.job!.job.id, 'ann')
    assert.equal(view?.post?.text, text)
    assert.equal((await jobs.next(worker('ann'))).job, null, 'handed out again')
    const other = (await jobs.list({ limit: 9 })).find(({ job }) => job.id !== first.job!.job.id)!
    assert.ok((await jobs.claim(other.job.id, worker('ann'))).ok)
    const again = await jobView(other.job.id, 'ann')
    assert.deepEqual([again?.post, again?.withheld?.why], [null, 'seen'])
    assert.equal(
      (await jobView(first.job!.job.id, 'ann'))?.post?.text,
      text,
      'their own job is theirs to read',
    )
    assert.equal((await jobView(other.job.id, 'bob'))?.post?.text, text)
  }))

test('A1 to A6: an appeal by link, heard by another person, overturned with all that it did', () =>
  withDesks(async ({ jobs, appeals, put, store, clock }) => {
    await put(post(long('a threat'), { account: 'acct:7' }))
    const hidden = (await store.decisions({ limit: 1 }))[0]!
    const { job } = await jobs.next(worker('ann'))
    const order = { finding: 'violation' as const, actions: ['hide' as const], why: 'a threat' }
    const done = await jobs.decide(job!.job.id, worker('ann'), order, { preview: false })
    assert.ok(done?.ok && done.decision !== null)
    const { token, until } = appeals.linkFor({ id: done.decision!, at: new Date(AT).toISOString() })
    assert.equal(await appeals.look(`${token.slice(0, -2)}xx`), null, 'a forged link opened')
    assert.equal((await appeals.look(token))?.status, 'none')
    const filed = await appeals.file(token, 'It is a line of a song.')
    assert.ok(filed?.ok, JSON.stringify(filed))
    assert.equal((await appeals.file(token, 'again'))?.ok, false)
    const [appeal] = await appeals.list({ status: 'open', limit: 9 })
    assert.equal(appeal?.text, 'It is a line of a song.')
    const refused = await appeals.hear(
      appeal!.id,
      'ann',
      { finding: 'upheld', why: 'mine' },
      { preview: false },
    )
    assert.ok(refused && !refused.ok && /took part/.test(refused.refusal.reason))
    assert.equal(
      (await store.desk.claim(`${done.decision}.appeals`, { person: 'ann', now: AT, until: AT + 1 })).ok,
      false,
    )
    const isKept = async (id: string) =>
      awaitsAppeal((await store.load([stateKey.decision(id)]))[0]!.decision!, AT)
    assert.equal(await isKept(done.decision!), true)
    const heard = await appeals.hear(
      appeal!.id,
      'bob',
      { finding: 'overturned', why: 'a song' },
      { preview: false },
    )
    assert.ok(heard?.ok && heard.done)
    assert.deepEqual(heard.undone.map(({ what }) => what).sort(), [
      'brake',
      'strikes',
      'visibility',
      'visibility',
    ])
    assert.equal((await store.account('acct:7'))?.account?.strikes.length, 0)
    const restored = (await store.outbox({ limit: 20 })).flatMap(({ entry }) => entry.restores ?? [])
    assert.deepEqual(restored.sort(), [hidden.id, done.decision!].sort(), 'both decisions of the matter fall')
    assert.equal((await appeals.look(token))?.status, 'overturned')
    assert.match((await appeals.look(token))!.answer!, /you were right/)
    assert.equal(await isKept(done.decision!), false)
    assert.deepEqual(
      (await store.desk.outcomes({ rule: 'hides' })).map(({ outcome, source }) => [outcome, source]).sort(),
      [
        ['right', 'review'],
        ['wrong', 'appeal'],
      ],
    )
    clock.set(until + 1)
    assert.equal(await appeals.look(token), null, 'a lapsed link opened')
    assert.equal(await store.verify(), null)
  }))

test(
  'L5: fifty reviewers at once, each job is decided once and no decision is lost',
  { timeout: 240_000 },
  () =>
    withDesks(async ({ jobs, put, store }) => {
      const total = 200
      await put(
        ...Array.from({ length: total }, (_, i) =>
          post(long(i % 3 === 0 ? 'a threat' : 'it calls'), { account: `acct:${i % 40}` }),
        ),
      )
      const decided = new Map<string, string>()
      let conflicts = 0
      const work = async (person: string): Promise<void> => {
        for (;;) {
          const { job } = await jobs.next(worker(person))
          if (job === null) return
          assert.equal(decided.has(job.job.id), false, 'a decided job was handed out')
          const finding = job.job.queue === 'threats' ? 'no-violation' : 'violation'
          const actions = finding === 'violation' ? ['hide' as const] : []
          const outcome = await jobs.decide(
            job.job.id,
            worker(person),
            { finding, actions, why: 'seen', alone: true },
            { preview: false },
          )
          if (outcome?.ok) decided.set(job.job.id, person)
          else conflicts += 1
        }
      }
      await Promise.all(Array.from({ length: 50 }, (_, i) => work(`p${i}`)))
      assert.equal(conflicts, 0)
      // Strikes come together meanwhile: each of those accounts is one job more.
      const all = (await store.counts()).jobs
      assert.ok(all > total)
      assert.equal(decided.size, all)
      const closed = await jobs.list({ closed: true, limit: 500 })
      assert.equal(closed.length, all)
      for (const { job, closed: how } of closed) assert.equal(how?.by, decided.get(job.id))
      assert.equal((await store.desk.findings({ limit: 500 })).length, all)
      assert.ok(new Set(decided.values()).size > 10, 'a few did all the work: this test would see no race')
      assert.equal(await store.verify(), null)
    }),
)

const hit = (row: number, account: string): Hit => ({
  row,
  kind: 'post',
  id: `e${row}`,
  account,
  post: `post:b${row}`,
  policy: null,
  language: null,
  at: '',
  deleted: false,
  text: '',
})
const foundBy = (hits: Hit[]): SearchIndex => ({
  ...emptySearch(),
  search: async ({ before, limit }) =>
    hits.filter(({ row }) => before === undefined || row < before).slice(0, limit),
  count: async () => ({ count: hits.length, more: false }),
})
const BULK = {
  query: { text: 'grey' },
  on: 'post' as const,
  policy: 'tvec8',
  actions: ['hide' as const],
  why: 'one text',
}

test('B1 to B4: an act in bulk does what its preview said, and is undone as one', () => {
  const hits = Array.from({ length: 12 }, (_, i) => hit(12 - i, `acct:${i % 6}`))
  return withDesks(
    async ({ bulk, put, store }) => {
      await put(...Array.from({ length: 5 }, (_, i) => post(long('quiet'), { account: `acct:${i}` })))
      const seen = await bulk.weigh(BULK, 'ann')
      assert.ok(seen.ok && !seen.done)
      assert.deepEqual(
        [seen.preview.taken.count, seen.preview.leftOut.reasons],
        [10, { 'nothing is known of the account': 2 }],
      )
      assert.equal((await store.outbox({ limit: 99 })).length, 0, 'a preview did something')
      assert.equal((await bulk.carryOut(BULK, 'ann', 'another token')).ok, false)
      const done = await bulk.carryOut(BULK, 'ann', seen.preview.token)
      assert.ok(done.ok && done.done)
      assert.equal(done.rows[0]?.done, 10)
      assert.equal((await store.outbox({ limit: 99 })).length, 10)
      const again = await bulk.carryOut(BULK, 'ann', seen.preview.token)
      assert.equal((await store.outbox({ limit: 99 })).length, 10, 'ordered again, done again')
      assert.equal(again.ok, true)
      const undone = await bulk.undo(done.bulk, 'bob', 'not one text after all')
      assert.deepEqual(undone, { ok: true, undone: 10 })
      const restored = (await store.outbox({ limit: 99 })).filter(({ entry }) => entry.action === 'restore')
      assert.equal(restored.length, 10)
      assert.equal((await bulk.undo(done.bulk, 'bob', 'again'))?.ok, false)
      const [brake] = await store.load(['rule:acts-in-bulk'])
      assert.deepEqual(brake?.brake?.hours, {}, 'what was undone is given back to the brake')
    },
    { search: foundBy(hits) },
  )
})

test('B5, T2: above fifty subjects a second person must agree, and another one at that', () => {
  const hits = Array.from({ length: 60 }, (_, i) => hit(60 - i, 'acct:1'))
  return withDesks(
    async ({ bulk, jobs, put, store }) => {
      await put(post(long('quiet')))
      const seen = await bulk.weigh(BULK, 'ann')
      assert.ok(seen.ok && seen.waits)
      const waits = await bulk.carryOut(BULK, 'ann', seen.preview.token)
      assert.ok(waits.ok && waits.waits && !waits.done)
      assert.equal((await store.outbox({ limit: 99 })).length, 0)
      const [proposal] = await jobs.proposals({ status: 'waiting', limit: 9 })
      assert.equal(proposal?.subjects, 60)
      assert.equal(
        (await jobs.answer(proposal!.id, worker('ann'), { approve: true, why: 'me again' }))?.ok,
        false,
      )
      const answered = await jobs.answer(proposal!.id, worker('bob'), { approve: true, why: 'seen' })
      assert.ok(answered?.ok)
      assert.equal((await store.outbox({ limit: 99 })).length, 60)
      const [row] = await bulk.show(waits.bulk)
      assert.deepEqual([row?.status, row?.by, row?.second], ['done', 'ann', 'bob'])
    },
    { search: foundBy(hits) },
  )
})

test('A1 to A4: a second look is drawn blind, by somebody else, once; it counts and changes nothing', () =>
  withDesks(async ({ jobs, quality, put, store }) => {
    await put(post(long('it calls')), post(long('it calls too')))
    for (;;) {
      const { job } = await jobs.next(worker('ann'))
      if (job === null) break
      await jobs.decide(
        job.job.id,
        worker('ann'),
        { finding: 'violation', actions: ['hide'], why: 'a call' },
        { preview: false },
      )
    }
    assert.equal(await quality.draw('ann', 'random'), null, 'her own work was drawn for her')
    const before = (await store.outbox({ limit: 99 })).length
    for (const finding of ['violation', 'no-violation'] as const) {
      const drawn = await quality.draw('bob', 'policy')
      assert.ok(drawn)
      assert.equal(await quality.find('ann', drawn.sample, { finding, policy: null, why: 'mine' }), false)
      assert.equal(await quality.find('bob', drawn.sample, { finding, policy: null, why: 'looked' }), true)
    }
    assert.equal(await quality.draw('bob', 'random'), null)
    assert.equal((await store.outbox({ limit: 99 })).length, before)
    const report = await quality.report()
    assert.deepEqual([report.agreement.all.pairs, report.agreement.all.observed], [2, 0.5])
    assert.deepEqual(
      report.precision.map(({ rule, precision }) => [rule, precision.right, precision.wrong]),
      [['calls', 1, 1]],
    )
    assert.equal(report.timeToAction.jobs, 2)
  }))
