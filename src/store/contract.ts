import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { CHAIN_START, checkEntry } from '../evidence/ledger.ts'
import type { Decision } from '../model/decision.ts'
import type { Seq } from '../model/ids.ts'
import { checkAgainstModel } from './contract-model.ts'
import {
  all,
  sampleAccount,
  sampleCampaign,
  sampleCommit,
  sampleDecision,
  sampleEvidence,
  sampleHold,
  sampleJob,
  sampleLink,
  sampleMedia,
  sampleOutbox,
  samplePerson,
  sampleRun,
  sampleStored,
  sampleThreat,
  sampleView,
} from './samples.ts'
import type { LedgerQuery, Store } from './store.ts'

/** An engine under test. `crash` gives the store that a killed process would find; `reopen` closes it well first. */
export interface Bench {
  store: Store
  reopen(): Promise<Store>
  crash?(): Promise<Store>
  cleanup(): Promise<void>
}

const HOSTILE_IDS = [
  '__proto__',
  'constructor',
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\ufffd',
  '\udfff\ud800',
  'é',
  'e\u0301',
  '"',
  "'; --",
]

/** The suite every engine passes. Rule numbers are those of docs/spec/store.md and docs/spec/ledger.md. */
export function storeContract(name: string, open: () => Promise<Bench>): void {
  const check = (rule: string, body: (bench: Bench) => Promise<void>) =>
    test(`${name}: ${rule}`, async () => {
      const bench = await open()
      try {
        await body(bench)
      } finally {
        await bench.cleanup()
      }
    })

  check('a new store is empty and verifies', async ({ store }) => {
    assert.deepEqual(store.position(), { logged: 0, judged: 0, settled: 0 })
    assert.deepEqual(await store.seen(['e1']), [false])
    assert.deepEqual(await all(store.events({ from: 1 })), [])
    assert.deepEqual(await all(store.eachLedgerEntry()), [])
    assert.equal((await store.counts()).decisions, 0)
    assert.equal(await store.verify(), null)
  })

  check('S9: everything committed comes back equal, also after a new start', async (bench) => {
    const run = sampleRun(1, 12)
    await bench.store.commit(
      sampleCommit(run, {
        decisions: [sampleDecision('d1'), sampleDecision('d2', { mode: 'shadow' })],
        jobs: [sampleJob('j1')],
        outbox: [sampleOutbox('o1')],
        links: [sampleLink('l1')],
        campaigns: [sampleCampaign('c1')],
        threats: [sampleThreat('t1')],
        states: [sampleAccount('acct:1')],
      }),
    )
    const look = async (store: Store) => {
      assert.deepEqual((await all(store.events({ from: 1 }))).flat(), run)
      assert.deepEqual(await all(store.eachDecision()), [
        sampleDecision('d1'),
        sampleDecision('d2', { mode: 'shadow' }),
      ])
      assert.deepEqual(await store.decision('d1'), sampleDecision('d1'))
      assert.deepEqual(
        (await store.outbox({ limit: 9 })).map(({ entry }) => entry),
        [sampleOutbox('o1')],
      )
      assert.deepEqual(await all(store.eachLink()), [sampleLink('l1')])
      assert.deepEqual(await all(store.eachCampaign()), [sampleCampaign('c1')])
      assert.deepEqual(await all(store.eachThreat()), [sampleThreat('t1')])
      assert.deepEqual(await store.load(['account:acct:1', 'account:acct:2']), [
        sampleAccount('acct:1'),
        undefined,
      ])
      assert.deepEqual(await store.counts(), {
        events: 12,
        decisions: 2,
        jobs: 1,
        outboxWaiting: 1,
        outboxDead: 0,
        outboxDone: 0,
        accounts: 1,
      })
      assert.equal(await store.verify(), null)
    }
    await look(bench.store)
    const reopened = await bench.reopen()
    await look(reopened)
    assert.deepEqual(reopened.position(), { logged: 12, judged: 12, settled: 12 })
  })

  check(
    'S2: events that do not follow the log are refused whole, and the store goes on',
    async ({ store }) => {
      await store.commit(sampleCommit(sampleRun(1, 3)))
      for (const events of [[sampleStored(3)], [sampleStored(5)], [sampleStored(4), sampleStored(6)]])
        await assert.rejects(
          store.commit(sampleCommit(events, { decisions: [sampleDecision('d1')] })),
          /does not follow/,
        )
      await assert.rejects(store.commit(sampleCommit([], { through: 4 })), /reaches past the log/)
      assert.equal(await store.decision('d1'), undefined)
      await store.commit(sampleCommit([sampleStored(4)]))
      assert.equal(store.position().logged, 4)
    },
  )

  check('S5: events may be in the log before they are judged', async (bench) => {
    await bench.store.commit(sampleCommit(sampleRun(1, 8), { through: 3, states: [sampleAccount('acct:1')] }))
    assert.deepEqual(bench.store.position(), { logged: 8, judged: 3, settled: 0 })
    assert.equal(await bench.store.verify(), null)
    const store = await bench.reopen()
    assert.deepEqual(store.position(), { logged: 8, judged: 3, settled: 3 })
    assert.deepEqual(await store.seen(['e8']), [true])
    await store.commit(sampleCommit([], { through: 8, decisions: [sampleDecision('d1')] }))
    assert.equal(store.position().judged, 8)
    assert.equal(await store.verify(), null)
  })

  check('S6: a commit carried before changes states only', async ({ store }) => {
    await store.commit(sampleCommit(sampleRun(1, 2), { decisions: [sampleDecision('d1')] }))
    const entries = await all(store.eachLedgerEntry())
    const again = {
      decisions: [sampleDecision('d2')],
      links: [sampleLink('l1')],
      states: [sampleAccount('acct:9')],
    }
    await store.commit(
      sampleCommit([], { through: 2, ...again, ledger: [{ at: 'x', kind: 'decision', body: { id: 'd2' } }] }),
    )
    assert.equal(await store.decision('d2'), undefined)
    assert.deepEqual(await all(store.eachLink()), [])
    assert.deepEqual(await all(store.eachLedgerEntry()), entries)
    assert.deepEqual(await store.load(['account:acct:9']), [sampleAccount('acct:9')])
  })

  check('S8: rows are written once, or replaced in place', async ({ store }) => {
    const first = { decisions: [sampleDecision('d1')], jobs: [sampleJob('j1')], outbox: [sampleOutbox('o1')] }
    await store.commit(
      sampleCommit(sampleRun(1, 1), { ...first, links: [sampleLink('l1'), sampleLink('l2')] }),
    )
    await store.outboxUpdate('o1', { status: 'done', attempts: 2, nextAt: 7, detail: 'ok' })
    await store.commit(
      sampleCommit(sampleRun(2, 2), {
        decisions: [sampleDecision('d1', { verdict: 'review' })],
        jobs: [sampleJob('j1')],
        outbox: [sampleOutbox('o1')],
        links: [sampleLink('l1', 30)],
        campaigns: [sampleCampaign('c1'), sampleCampaign('c1', 9)],
        threats: [sampleThreat('t1'), sampleThreat('t1', 'low')],
      }),
    )
    assert.equal((await store.decision('d1'))?.verdict, 'restrict')
    const progress = { status: 'done', attempts: 2, nextAt: 7, detail: 'ok' }
    assert.deepEqual(await store.outbox({ limit: 9 }), [{ entry: sampleOutbox('o1'), ...progress }])
    assert.deepEqual(await all(store.eachLink()), [sampleLink('l1', 30), sampleLink('l2')])
    assert.deepEqual(await all(store.eachCampaign()), [sampleCampaign('c1', 9)])
    assert.deepEqual(await all(store.eachThreat()), [sampleThreat('t1', 'low')])
    const { decisions, jobs, outboxWaiting, outboxDone } = await store.counts()
    assert.deepEqual(
      { decisions, jobs, outboxWaiting, outboxDone },
      { decisions: 1, jobs: 1, outboxWaiting: 0, outboxDone: 1 },
    )
  })

  check('the outbox gives what is due, the longest waiting first', async ({ store }) => {
    const ids = ['o1', 'o2', 'o3', 'o4']
    await store.commit(sampleCommit(sampleRun(1, 1), { outbox: ids.map(sampleOutbox) }))
    const dueIds = async (now: number, limit = 9) =>
      (await store.outboxDue(now, limit)).map(({ entry }) => entry.id)
    assert.deepEqual(await dueIds(0), ids)
    assert.deepEqual(await dueIds(0, 2), ['o1', 'o2'])
    await store.outboxUpdate('o1', { status: 'waiting', attempts: 1, nextAt: 500, detail: 'HTTP 500' })
    await store.outboxUpdate('o2', { status: 'dead', attempts: 9, nextAt: 0, detail: 'refused' })
    await store.outboxUpdate('gone', { status: 'done', attempts: 1, nextAt: 0, detail: null })
    assert.deepEqual(await dueIds(499), ['o3', 'o4'])
    assert.deepEqual(await dueIds(500), ['o3', 'o4', 'o1'])
    assert.deepEqual(
      (await store.outboxPutOff(9)).map(({ entry }) => entry.id),
      ['o1'],
    )
    assert.deepEqual(
      (await store.outbox({ status: 'dead', limit: 9 })).map(({ entry }) => entry.id),
      ['o2'],
    )
    const { outboxWaiting, outboxDead, outboxDone } = await store.counts()
    assert.deepEqual([outboxWaiting, outboxDead, outboxDone], [3, 1, 0])
  })

  check('S9, S10: hostile ids are ids like any other', async (bench) => {
    const run = HOSTILE_IDS.map((id, index) => sampleStored(index + 1, id))
    const states = HOSTILE_IDS.map((id) => sampleAccount(id))
    const decisions = HOSTILE_IDS.map((id) => sampleDecision(`d${id}`, { account: id }))
    await bench.store.commit(sampleCommit(run, { states, decisions }))
    const look = async (store: Store) => {
      assert.deepEqual(
        await store.seen(HOSTILE_IDS),
        HOSTILE_IDS.map(() => true),
      )
      assert.deepEqual(await store.seen(['\ud801', '\0\0', 'toString', '"\\ud800"']), [
        false,
        false,
        false,
        false,
      ])
      assert.deepEqual((await all(store.events({ from: 1 }))).flat(), run)
      assert.deepEqual(await store.load(states.map(({ key }) => key)), states)
      for (const id of HOSTILE_IDS) {
        assert.deepEqual(await store.account(id), sampleAccount(id))
        assert.deepEqual(
          (await store.decisions({ account: id, limit: 9 })).map(({ id }) => id),
          [`d${id}`],
        )
      }
      assert.equal(await store.account('hasOwnProperty'), undefined)
    }
    await look(bench.store)
    await look(await bench.reopen())
  })

  check('S11: decisions are found by mode, account and place, newest first', async ({ store }) => {
    const modes: Decision['mode'][] = ['live', 'shadow', 'braked']
    const decisions = Array.from({ length: 12 }, (_, i) =>
      sampleDecision(`d${i}`, {
        mode: modes[i % 3]!,
        account: `acct:${i % 2}`,
        rules: [i < 6 ? 'one' : 'two'],
      }),
    )
    await store.commit(sampleCommit(sampleRun(1, 1), { decisions }))
    const ids = async (query: Parameters<Store['decisions']>[0]) =>
      (await store.decisions(query)).map(({ id }) => id)
    assert.deepEqual(await ids({ limit: 3 }), ['d11', 'd10', 'd9'])
    assert.deepEqual(await ids({ limit: 3, before: 'd9' }), ['d8', 'd7', 'd6'])
    assert.deepEqual(await ids({ limit: 9, mode: 'shadow' }), ['d10', 'd7', 'd4', 'd1'])
    assert.deepEqual(await ids({ limit: 9, mode: 'shadow', account: 'acct:1', before: 'd7' }), ['d1'])
    assert.deepEqual(await ids({ limit: 9, before: 'nobody' }), [])
    const byRule = await store.decisionsByRule()
    assert.deepEqual(byRule.find(({ rule, mode }) => rule === 'two' && mode === 'braked')?.decisions, 2)
    assert.equal(
      byRule.reduce((sum, { decisions }) => sum + decisions, 0),
      12,
    )
  })

  check('S13: load gives live objects, account a copy', async ({ store }) => {
    await store.commit(sampleCommit(sampleRun(1, 1), { states: [sampleAccount('acct:1')] }))
    const [state] = await store.load(['account:acct:1'])
    state!.account!.posts = 5
    const [again] = await store.load(['account:acct:1'])
    assert.equal(again, state)
    const copy = await store.account('acct:1')
    copy!.account!.posts = 99
    assert.equal(state!.account!.posts, 5)
  })

  check(
    'S13, S14: states are there from the call of commit on, and are settled as they were then',
    async (bench) => {
      const { store } = bench
      const state = sampleAccount('acct:1', 'open', 2)
      const done = store.commit(sampleCommit(sampleRun(1, 20), { states: [state] }))
      assert.deepEqual(await store.load(['account:acct:1']), [state])
      state.account!.posts = 99
      await done
      for (let i = 0; i < 20 && store.position().settled < 20; i++) await setTimeout(2)
      if (bench.crash === undefined) return
      const killed = await bench.crash()
      const expected = killed.position().settled === 20 ? sampleAccount('acct:1', 'open', 2) : undefined
      assert.deepEqual(await killed.load(['account:acct:1']), [expected])
    },
  )

  check(
    'S22: a commit that does not wait for the one before is refused, and nothing else',
    async ({ store }) => {
      const first = store.commit(sampleCommit(sampleRun(1, 3)))
      await assert.rejects(store.commit(sampleCommit(sampleRun(4, 4))), /does not follow the log/)
      await first
      await store.commit(sampleCommit(sampleRun(4, 4)))
      assert.deepEqual(store.position().judged, 4)
    },
  )

  check('S14: settle brings the states to disk with their position', async (bench) => {
    await bench.store.commit(sampleCommit(sampleRun(1, 5), { states: [sampleAccount('acct:1', 'closed')] }))
    await bench.store.settle()
    assert.deepEqual(bench.store.position(), { logged: 5, judged: 5, settled: 5 })
    assert.deepEqual((await all(bench.store.closedAccounts())).flat(), [sampleAccount('acct:1', 'closed')])
    await bench.store.commit(sampleCommit(sampleRun(6, 6), { states: [sampleAccount('acct:1', 'open', 2)] }))
    await bench.store.settle()
    assert.deepEqual(await all(bench.store.closedAccounts()), [])
    assert.equal((await bench.store.counts()).accounts, 1)
  })

  check('S15, S7: after a crash the states are those of the last settle, and come first', async (bench) => {
    if (bench.crash === undefined) return
    await bench.store.commit(sampleCommit(sampleRun(1, 2), { states: [sampleAccount('acct:1', 'open', 2)] }))
    await bench.store.settle()
    const lost = [sampleAccount('acct:1', 'open', 4), sampleAccount('acct:2')]
    await bench.store.commit(sampleCommit(sampleRun(3, 4), { states: lost }))
    const store = await bench.crash()
    assert.deepEqual(store.position(), { logged: 4, judged: 4, settled: 2 })
    assert.deepEqual(await store.load(['account:acct:1', 'account:acct:2']), [
      sampleAccount('acct:1', 'open', 2),
      undefined,
    ])
    assert.equal((await store.counts()).accounts, 1)
    await assert.rejects(store.commit(sampleCommit(sampleRun(5, 5))), /folded again first/)
    await store.commit(sampleCommit([], { through: 4, states: lost }))
    await store.commit(sampleCommit(sampleRun(5, 5)))
    await store.settle()
    assert.deepEqual(store.position(), { logged: 5, judged: 5, settled: 5 })
  })

  check('recover on a sound store forgets what is not settled, and nothing else', async ({ store }) => {
    await store.commit(
      sampleCommit(sampleRun(1, 3), { states: [sampleAccount('acct:1')], decisions: [sampleDecision('d1')] }),
    )
    await store.recover()
    assert.deepEqual(store.position(), { logged: 3, judged: 3, settled: 0 })
    assert.deepEqual(await store.load(['account:acct:1']), [undefined])
    assert.deepEqual(await store.seen(['e3', 'e4']), [true, false])
    assert.equal((await store.counts()).decisions, 1)
  })

  check('S16: long reads go on while commits happen, and end where they began', async ({ store }) => {
    const ids = (from: Seq, count: number) => Array.from({ length: count }, (_, i) => `d${from + i}`)
    const some = (from: Seq, count: number) => ids(from, count).map((id) => sampleDecision(id))
    await store.commit(sampleCommit(sampleRun(1, 1), { decisions: some(1, 1_200) }))
    const read: string[] = []
    for await (const { id } of store.eachDecision()) {
      if (read.length === 10) await store.commit(sampleCommit(sampleRun(2, 2), { decisions: some(1_201, 5) }))
      read.push(id)
    }
    assert.deepEqual(read, ids(1, 1_200))
  })

  check('events come in the range and in the chunks asked for', async ({ store }) => {
    await store.commit(sampleCommit(sampleRun(1, 10)))
    const chunks = await all(store.events({ from: 3, to: 8, chunk: 4 }))
    assert.deepEqual(
      chunks.map((chunk) => chunk.map(({ seq }) => seq)),
      [
        [3, 4, 5, 6],
        [7, 8],
      ],
    )
    assert.deepEqual(await all(store.events({ from: 11 })), [])
    assert.deepEqual((await all(store.events({ from: 9, to: 99 }))).flat().length, 2)
  })

  check('L1 to L5: the ledger is a chain, and its seals cover every judged event once', async ({ store }) => {
    await store.record([{ at: '2014-01-01T00:00:00.000Z', kind: 'installed', body: { by: 'someone' } }])
    for (let first = 1; first < 12; first += 4) {
      const decision = sampleDecision(`d${first}`)
      await store.commit(
        sampleCommit(sampleRun(first, first + 3), {
          decisions: [decision],
          ledger: [{ at: decision.at, kind: 'decision', body: { ...decision } }],
        }),
      )
    }
    const entries = await all(store.eachLedgerEntry())
    let previous = CHAIN_START
    for (const entry of entries) {
      assert.equal(checkEntry(entry, previous), null)
      previous = entry
    }
    const seals = entries
      .filter(({ kind }) => kind === 'events')
      .map(({ body }) => [body['first'], body['last'], body['count']])
    assert.deepEqual(seals, [
      [1, 4, 4],
      [5, 8, 4],
      [9, 12, 4],
    ])
    assert.deepEqual(
      entries.map(({ kind }) => kind),
      ['installed', ...Array(3).fill(['events', 'decision'])].flat(),
    )
    assert.equal(await store.verify(), null)
  })

  check(
    'S23: evidence is replaced in place and keeps its snapshot; what waits for it is told',
    async (bench) => {
      const wanted = sampleMedia({ status: 'wanted', sha256: null, bytes: null })
      await bench.store.commit(
        sampleCommit(sampleRun(1, 1), {
          evidence: [sampleEvidence('v1', { media: [wanted] }), sampleEvidence('v2', { account: 'acct:2' })],
        }),
      )
      const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
      assert.equal(await bench.store.evidencePending('decision-of-v1'), true)
      assert.equal(await bench.store.evidencePending('decision-of-v2'), false)
      assert.equal(await bench.store.evidencePending('no such decision'), false)
      assert.deepEqual(ids(await bench.store.evidenceWanting(9)), ['v1'])
      const gap = sampleMedia({ status: 'gap', sha256: null, bytes: null, reason: 'no answer', again: true })
      await bench.store.commit(
        sampleCommit(sampleRun(2, 2), { evidence: [sampleEvidence('v1', { snapshot: null, media: [gap] })] }),
      )
      const store = await bench.reopen()
      assert.deepEqual(await store.evidence('v1'), sampleEvidence('v1', { media: [gap] }))
      assert.deepEqual(await store.evidencePending('decision-of-v1'), false)
      assert.deepEqual(ids(await store.evidenceWanting(9)), ['v1'])
      const erased = { at: 'now', basis: 'retention' as const, by: 'job', why: 'its time is over' }
      await store.commit(
        sampleCommit(sampleRun(3, 3), { evidence: [sampleEvidence('v1', { media: [gap], erased })] }),
      )
      assert.deepEqual(ids(await store.evidenceWanting(9)), [])
      assert.deepEqual(ids(await store.evidenceList({ limit: 9 })), ['v2'])
      assert.deepEqual(ids(await store.evidenceList({ limit: 9, erased: true })), ['v2', 'v1'])
      assert.deepEqual(ids(await store.evidenceList({ limit: 9, account: 'acct:2' })), ['v2'])
      assert.deepEqual(ids(await store.evidenceList({ limit: 9, erased: true, before: 'v2' })), ['v1'])
      assert.deepEqual(await all(store.eachEvidence()), [
        sampleEvidence('v1', { media: [gap], erased }),
        sampleEvidence('v2', { account: 'acct:2' }),
      ])
      assert.equal(await store.evidence('v9'), undefined)
    },
  )

  check('holds are found by scope, views by what was seen, by whom and for what', async ({ store }) => {
    const other = sampleHold('h2', { scope: { kind: 'evidence', id: 'acct:1' } })
    const lifted = sampleHold('h1', { lifted: { at: 'now', by: 'someone', why: 'it is over' } })
    const views = [
      sampleView('w1'),
      sampleView('w2', { case: 't1', by: 'another' }),
      sampleView('w3', { seen: 'v2', case: 't1', kind: 'media' }),
    ]
    await store.commit(sampleCommit(sampleRun(1, 1), { holds: [sampleHold('h1'), other], views }))
    await store.commit(
      sampleCommit(sampleRun(2, 2), { holds: [lifted], views: [sampleView('w1', { by: 'x' })] }),
    )
    assert.deepEqual(await all(store.eachHold()), [lifted, other])
    assert.deepEqual(await all(store.eachHold({ kind: 'account', id: 'acct:1' })), [lifted])
    assert.deepEqual(await store.hold('h2'), other)
    assert.equal(await store.hold('h9'), undefined)
    const ids = async (query: Omit<Parameters<Store['views']>[0], 'limit'>) =>
      (await store.views({ ...query, limit: 9 })).map(({ id }) => id)
    assert.deepEqual(await ids({}), ['w3', 'w2', 'w1'])
    assert.deepEqual(await ids({ seen: 'v1' }), ['w2', 'w1'])
    assert.deepEqual(await ids({ case: 't1', before: 'w3' }), ['w2'])
    assert.deepEqual(await ids({ by: 'another' }), ['w2'])
    assert.deepEqual(await ids({ kind: 'media' }), ['w3'])
    assert.deepEqual((await store.views({ seen: 'v1', limit: 9 }))[1], sampleView('w1'))
  })

  check('L9: entries are found by what they are about, which is no part of them', async ({ store }) => {
    const entry = (id: string, about?: string[]) => ({
      at: 'now',
      kind: 'custody' as const,
      body: { id },
      ...(about && { about }),
    })
    await store.commit(
      sampleCommit(sampleRun(1, 1), {
        ledger: [entry('a', ['v1']), entry('b', ['v1', 'v2', 'v1']), entry('c')],
      }),
    )
    await store.record([entry('d', ['v2'])])
    const found = async (id: string, limit = 9) =>
      (await store.ledgerAbout(id, limit)).map(({ body }) => body['id'])
    assert.deepEqual(await found('v1'), ['a', 'b'])
    assert.deepEqual(await found('v2'), ['b', 'd'])
    assert.deepEqual(await found('v1', 1), ['a'])
    assert.deepEqual(await found('v3'), [])
    const entries = await all(store.eachLedgerEntry())
    assert.deepEqual(
      (await all(store.ledgerHashes())).flat(),
      entries.map(({ hash }) => hash),
    )
    assert.deepEqual(
      await store.ledgerAbout('v2', 9),
      entries.filter(({ body }) => body['id'] === 'b' || body['id'] === 'd'),
    )
    assert.equal(await store.verify(), null)
  })

  check('small things of the installation are kept', async (bench) => {
    await bench.store.setMeta('cursor', '1')
    await bench.store.setMeta('cursor', '2')
    await bench.store.putPack('sha256:1', '{"a":1}')
    await bench.store.putPack('sha256:1', 'another')
    const key = {
      id: 'k1',
      kind: 'key' as const,
      secretHash: 'h1',
      scopes: ['intake' as const],
      createdAt: 1,
      expiresAt: null,
      person: null,
      about: { name: 'the platform' },
    }
    const others = [
      { ...key, id: 'k2', secretHash: 'h2', expiresAt: 100 },
      { ...key, id: 'k3', secretHash: 'h3' },
    ]
    await bench.store.changeAccess({ rows: [key, ...others], ledger: [] })
    await bench.store.changeAccess({ drop: ['k3'], ledger: [] })
    const store = await bench.reopen()
    assert.deepEqual([await store.meta('cursor'), await store.meta('__proto__')], ['2', undefined])
    assert.deepEqual([await store.pack('sha256:1'), await store.pack('sha256:2')], ['{"a":1}', undefined])
    assert.deepEqual(await store.access('h1', 1e12), key)
    assert.equal((await store.access('h2', 99))?.id, 'k2')
    assert.deepEqual([await store.access('h2', 100), await store.access('h3', 1)], [undefined, undefined])
  })

  check('who may come in is changed with its ledger entry, all or nothing', async (bench) => {
    const { store } = bench
    const person = samplePerson('person-1', 'amal')
    const session = {
      id: 's1',
      kind: 'session' as const,
      secretHash: 'h1',
      scopes: [],
      createdAt: 1,
      expiresAt: 50,
      person: person.id,
      about: { agent: 'a browser', method: 'password' as const },
    }
    const entry = (what: string, by: string | null) => ({
      at: '2026-03-02T09:30:00.000Z',
      kind: 'access' as const,
      body: { what, person: by },
    })
    await store.changeAccess({ people: [person], rows: [session], ledger: [entry('joined', person.id)] })
    await store.changeAccess({
      people: [{ ...person, name: 'amal.b', roles: ['senior'] }, samplePerson('person-2', 'amal')],
      rows: [{ ...session, id: 's2', secretHash: 'h2', expiresAt: 90, person: 'person-2' }],
      lapsed: 50,
      ledger: [entry('renamed', null)],
    })
    await store.record([{ at: '2026-03-02T09:31:00.000Z', kind: 'viewed', body: { person: person.id } }])
    await store.commit(sampleCommit(sampleRun(1, 2), { decisions: [sampleDecision('d1')] }))
    const later = await bench.reopen()
    assert.deepEqual((await later.person(person.id))?.roles, ['senior'])
    assert.equal((await later.personNamed('amal'))?.id, 'person-2')
    assert.equal(await later.personNamed('__proto__'), undefined)
    assert.deepEqual(
      (await later.people()).map(({ name }) => name),
      ['amal', 'amal.b'],
    )
    const ids = (await later.accessRows({ kind: 'session' })).map(({ id }) => id)
    assert.deepEqual(ids, ['s2'], 'lapsed ones are gone')
    assert.deepEqual(await later.accessRows({ kind: 'session', person: person.id }), [])
    const acts = async (query: Partial<LedgerQuery>) =>
      (await later.ledgerActs({ limit: 10, ...query })).map(({ kind, body }) => `${kind} ${body.what ?? ''}`)
    assert.deepEqual(await acts({}), ['viewed ', 'access renamed', 'access joined'])
    assert.deepEqual(await acts({ person: person.id }), ['viewed ', 'access joined'])
    assert.deepEqual(await acts({ kind: 'access', limit: 1 }), ['access renamed'])
    const [newest] = await later.ledgerActs({ limit: 1 })
    assert.deepEqual(await acts({ before: newest!.seq, kind: 'viewed' }), [])
    assert.equal(await later.verify(), null)
  })

  check('any sequence of commits, starts and crashes leaves what a plain model says', () =>
    checkAgainstModel(open),
  )
}
