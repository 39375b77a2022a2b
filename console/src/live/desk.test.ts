import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  sampleCampaign,
  sampleDecision,
  sampleLink,
  sampleRow,
  sampleStatus,
} from '../../../src/server/samples.ts'
import type { StreamMessage } from '../api/types.ts'
import {
  DECISIONS_MAX,
  emptyDesk,
  lay,
  TICKS_MAX,
  withActions,
  withFetched,
  withGap,
  withOlder,
} from './desk.ts'

const decided = (...ids: string[]): StreamMessage[] =>
  ids.map((id) => ({ kind: 'decision', decision: sampleDecision(id) }))
const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id)

test('decisions lie newest first, each once', () => {
  let desk = lay(emptyDesk, decided('d-1', 'd-2'))
  assert.deepEqual(idsOf(desk.decisions), ['d-2', 'd-1'])
  desk = lay(desk, decided('d-2', 'd-3', 'd-3'))
  assert.deepEqual(idsOf(desk.decisions), ['d-3', 'd-2', 'd-1'])
})

test('what was fetched lies below what the stream brought, without doubles', () => {
  const desk = lay(emptyDesk, decided('d-3', 'd-4'))
  assert.deepEqual(idsOf(withOlder(desk, [sampleDecision('d-3'), sampleDecision('d-2')]).decisions), [
    'd-4',
    'd-3',
    'd-2',
  ])
})

test('after a lost connection the list begins anew, so that it has no hole', () => {
  const before = lay(emptyDesk, [...decided('d-1'), { kind: 'skipped', of: 'decision', count: 9 }])
  const after = withFetched(before, [sampleDecision('d-7'), sampleDecision('d-6')], [sampleDecision('d-8')])
  assert.deepEqual(idsOf(after.decisions), ['d-8', 'd-7', 'd-6'])
  assert.equal(after.skipped, 0)
})

test('a link or campaign that is weighed again replaces its former self and comes to the top', () => {
  const desk = lay(emptyDesk, [
    { kind: 'link', link: sampleLink('l-1') },
    { kind: 'link', link: sampleLink('l-2') },
    { kind: 'link', link: sampleLink('l-1', { tier: 'certain' }) },
    { kind: 'campaign', campaign: sampleCampaign('c-1') },
    { kind: 'campaign', campaign: sampleCampaign('c-1', { posts: 200 }) },
  ])
  assert.deepEqual(idsOf(desk.links), ['l-1', 'l-2'])
  assert.equal(desk.links[0]?.tier, 'certain')
  assert.deepEqual(
    desk.campaigns.map(({ posts }) => posts),
    [200],
  )
})

test('an action is shown by its latest outcome', () => {
  const desk = withActions(emptyDesk, [sampleRow('o-2'), sampleRow('o-1', { status: 'dead' })])
  assert.deepEqual(
    lay(desk, [{ kind: 'enforced', row: sampleRow('o-1') }]).actions.map(({ entry, status }) => [
      entry.id,
      status,
    ]),
    [
      ['o-1', 'done'],
      ['o-2', 'done'],
    ],
  )
})

test('the rate has a hole where nobody listened, and one hole only', () => {
  const tick = (eventsPerSecond: number): StreamMessage => ({
    kind: 'tick',
    status: sampleStatus({ eventsPerSecond }),
  })
  const desk = lay(withGap(withGap(lay(emptyDesk, [tick(4)]))), [tick(6)])
  assert.deepEqual(desk.ticks, [4, null, 6])
  assert.equal(desk.line?.eventsPerSecond, 6)
  assert.equal(withGap(emptyDesk), emptyDesk)
})

test('whatever comes, every list keeps its bound and no id stands twice', () => {
  const id = fc.integer({ min: 0, max: 3_000 }).map((number) => `x-${number}`)
  const message: fc.Arbitrary<StreamMessage> = fc.oneof(
    id.map((id): StreamMessage => ({ kind: 'decision', decision: sampleDecision(id) })),
    id.map((id): StreamMessage => ({ kind: 'link', link: sampleLink(id) })),
    id.map((id): StreamMessage => ({ kind: 'enforced', row: sampleRow(id) })),
    fc.constant<StreamMessage>({ kind: 'tick', status: sampleStatus() }),
  )
  fc.assert(
    fc.property(fc.array(message, { maxLength: 400 }), fc.integer({ min: 1, max: 9 }), (messages, times) => {
      let desk = emptyDesk
      for (let round = 0; round < times; round++) desk = lay(desk, messages)
      assert.ok(
        desk.decisions.length <= DECISIONS_MAX &&
          desk.ticks.length <= TICKS_MAX &&
          desk.links.length <= 100 &&
          desk.actions.length <= 120,
      )
      for (const list of [desk.decisions, desk.links]) assert.equal(new Set(idsOf(list)).size, list.length)
    }),
    { numRuns: 50 },
  )
})
