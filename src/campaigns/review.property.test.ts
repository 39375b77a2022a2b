import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { judge } from '../judge.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { createLineageIndex } from '../lineage/lineage.ts'
import { CAMPAIGN_ACTIONS } from '../model/event.ts'
import type { Stance } from '../model/reading.ts'
import {
  closing,
  type MemoryLine,
  memoryLine,
  postBy,
  profileOf,
  tellingOf,
} from '../server/campaign-samples.ts'
import { emptyJudgement, type World } from '../world.ts'
import { ALONE_MAX, DEGREE_MIN } from './act-plan.ts'
import type { Order } from './order.ts'

const ACCOUNTS = 60
const account = fc.nat(ACCOUNTS - 1).map((index) => `acct:${index}`)

/** What may happen on the platform, and what the watch may tell, before, between and after acts. */
const happening = fc.oneof(
  fc.record({
    is: fc.constant('post' as const),
    account,
    stance: fc.constantFrom<Stance>('asserts', 'condemns', 'quotes'),
  }),
  fc.record({ is: fc.constant('closed' as const), account }),
  fc.record({ is: fc.constant('verified' as const), account }),
  fc.record({
    is: fc.constant('told' as const),
    size: fc.integer({ min: 1, max: ACCOUNTS }),
    over: fc.boolean(),
  }),
)
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never
const happenings = fc.array(happening, { maxLength: 12 })
const actions = fc.subarray([...CAMPAIGN_ACTIONS], { minLength: 1 })

/** Events are made once: the same ones happen in both worlds. */
function eventsOf(all: Happening[], from: number) {
  return all.map((one, index) => eventOf(one, from + index))
}

function eventOf(one: Happening, minutes: number) {
  switch (one.is) {
    case 'post':
      return postBy(one.account, { minutes, stance: one.stance })
    case 'closed':
      return { event: closing(one.account), reading: null }
    case 'verified':
      return { event: profileOf(one.account, { verified: true }), reading: null }
    case 'told': {
      const event = tellingOf('c1', { minutes, size: one.size, status: one.over ? 'over' : 'suspected' })
      event.campaign.members.forEach((member, place) => {
        member.degree = 1 - place / ACCOUNTS
      })
      return { event, reading: null }
    }
  }
}

const START = [
  ...Array.from({ length: ACCOUNTS }, (_, index) => postBy(`acct:${index}`)),
  { event: tellingOf('c1', { size: 40 }), reading: null },
]

const run = (line: MemoryLine, events: ReturnType<typeof eventsOf>) => {
  for (const { event, reading } of events) line.take(event, reading)
}
const order = (parts: object): Order => ({ campaign: 'c1', by: 'ann', why: 'one text', ...parts }) as Order

/** All states but those of the house's own account, of a brake that counts nothing, and what is remembered of decisions for an appeal. */
const remembered = ({ kept }: MemoryLine): string =>
  canonicalJson(
    [...kept.values()]
      .filter(
        ({ key, brake }) =>
          key !== 'account:holdfast' &&
          !/^(?:decision|evidence):/.test(key) &&
          (brake === undefined || Object.keys(brake.hours).length > 0),
      )
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  )

test('V14: after an undo the state equals never-acted, whatever happened meanwhile', async () => {
  let acted = 0
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(happenings, happenings, happenings, happenings),
      actions,
      actions,
      fc.boolean(),
      async (parts, first, second, turned) => {
        const stretches = parts.map((part, index) => eventsOf(part, 10 + index * 20))
        const never = memoryLine()
        const undone = memoryLine()
        for (const line of [never, undone]) {
          run(line, START)
          assert.ok((await line.desk.carryOut(order({ do: 'confirm' })))?.ok)
        }
        const acts: string[] = []
        for (const [index, stretch] of stretches.entries()) {
          run(never, stretch)
          run(undone, stretch)
          const chosen = [first, second][index]
          if (chosen === undefined) continue
          const done = await undone.desk.carryOut(order({ do: 'act', actions: chosen, second: 'ben' }))
          if (done?.ok) acts.push(done.event!)
        }
        acted += acts.length
        for (const act of turned ? acts : acts.toReversed())
          assert.ok((await undone.desk.carryOut(order({ do: 'undo', act })))?.ok)
        assert.equal(remembered(undone), remembered(never))
      },
    ),
    { numRuns: 60 },
  )
  assert.ok(acted > 20, 'hardly anything was done: this test would see nothing')
})

test('V9 to V13: an act does what its preview said, to nobody whom a guard protects, and alone to few', async () => {
  await fc.assert(
    fc.asyncProperty(happenings, actions, fc.boolean(), async (happened, chosen, two) => {
      const line = memoryLine()
      run(line, START)
      run(line, eventsOf(happened, 10))
      await line.desk.carryOut(order({ do: 'confirm' }))
      const wanted = order({ do: 'act', actions: chosen, ...(two && { second: 'ben' }) })
      const proposal = (await line.desk.weigh(wanted))!
      const before = line.led.outbox.length
      const outcome = (await line.desk.carryOut(wanted, proposal.token))!
      assert.equal(outcome.ok, proposal.fault === null)
      const entries = line.led.outbox.slice(before)
      const touched = new Set(
        entries.filter(({ subject }) => subject.kind === 'account').map((entry) => entry.account),
      )
      assert.equal(touched.size, outcome.ok ? proposal.accounts.count : 0)
      assert.equal(
        entries.filter(({ action }) => action === 'discount-trend').length,
        outcome.ok ? proposal.tags.length : 0,
      )
      assert.ok(two || touched.size <= ALONE_MAX)
      const members = new Map(
        line.campaigns.get('c1')!.members.map((member) => [member.account, member.degree]),
      )
      for (const id of touched) {
        const facts = line.kept.get(`account:${id}`)!.account!
        assert.equal(facts.status, 'open')
        assert.notEqual(facts.profile?.verified, true)
        assert.equal(facts.distant, undefined)
        assert.ok(members.get(id)! >= DEGREE_MIN)
      }
    }),
    { numRuns: 60 },
  )
})

test('V1: the log judged again over one world leads to the same decisions and states', async () => {
  await fc.assert(
    fc.asyncProperty(happenings, happenings, actions, async (first, second, chosen) => {
      const line = memoryLine()
      run(line, START)
      await line.desk.carryOut(order({ do: 'confirm' }))
      run(line, eventsOf(first, 10))
      const done = await line.desk.carryOut(order({ do: 'act', actions: chosen }))
      run(line, eventsOf(second, 40))
      await line.desk.carryOut(order({ do: 'split', accounts: ['acct:30', 'acct:31'] }))
      if (done?.ok) await line.desk.carryOut(order({ do: 'undo', act: done.event }))
      await line.desk.carryOut(order({ do: 'dismiss' }))
      const world: World = { plan: line.plan, states: new Map(), lineage: createLineageIndex() }
      const again = emptyJudgement()
      for (const stored of line.log) judge(stored, world, again)
      assert.equal(canonicalJson(again.decisions), canonicalJson(line.led.decisions))
      assert.equal(canonicalJson(again.outbox), canonicalJson(line.led.outbox))
      const states = (all: Iterable<{ key: string }>) =>
        canonicalJson([...all].sort((a, b) => (a.key < b.key ? -1 : 1)))
      const changed = [...world.states.values()].filter(({ key }) => line.kept.has(key))
      assert.equal(states(changed), states(line.kept.values()))
    }),
    { numRuns: 40 },
  )
})
