import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { applyEvent, newAccountFacts } from '../facts/facts.ts'
import type { Event, Profile } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import { CANDIDATES_MAX, Candidates, READ_MAX } from './candidates.ts'
import { ClosedAccounts } from './closed.ts'
import { fingerprintOf } from './fingerprint.ts'
import { createLineageIndex, followLineage, rememberForLineage } from './lineage.ts'
import { OFFERED_MAX } from './postings.ts'
import { asked, CLOSED_AT, closedAccount, indexOf, madeUp, NOW, openAccount, strangers } from './samples.ts'

const T0 = Date.parse('2014-09-01T00:00:00.000Z')
const handle = fc.constantFrom('kestrel', 'kestrel_2', 'kestrell', 'marsh', 'marsh_lamp', 'a', 'قناص', '')
const profile = fc.record(
  {
    handle: handle.map((text) => text || 'x'),
    name: fc.constantFrom('Kestrel', 'Marsh Lamp', ' ', '\ud800', 'قناص'),
    bio: fc.constantFrom('salt and tide and lamp and rope', 'poems', ''),
    emailToken: fc.constantFrom('m1', 'm2'),
  },
  { requiredKeys: ['handle'] },
)
const session = fc.record({ deviceToken: fc.constantFrom('d1', 'd2', 'd3') })
const account = fc.constantFrom('a:1', 'a:2', 'a:3', 'a:4', 'a:5', 'a:6')

/** Events as the door lets them in, in no sensible order: closed accounts post, deleted ones reopen. */
const happening = fc.oneof(
  fc.record({
    type: fc.constantFrom('account.created' as const, 'account.updated' as const),
    account,
    profile,
    session,
  }),
  fc.record({
    type: fc.constantFrom('account.closed' as const, 'account.reopened' as const, 'account.deleted' as const),
    account,
  }),
  fc.record({ type: fc.constant('follow.created' as const), account, target: account }),
  fc.record({ type: fc.constant('session.seen' as const), account, session }),
)
const stream = fc
  .array(happening, { maxLength: 60 })
  .map((happenings) =>
    happenings.map(
      (what, i) => ({ id: `e${i}`, at: new Date(T0 + i * 60_000).toISOString(), ...what }) as Event,
    ),
  )

function fold(events: Event[]) {
  const index = asked(createLineageIndex())
  const all = new Map<string, AccountFacts>()
  for (const event of events) {
    const facts = all.get(event.account) ?? newAccountFacts(event.account, Date.parse(event.at))
    all.set(event.account, facts)
    applyEvent(facts, event, Date.parse(event.at), null)
    rememberForLineage(facts, event)
    followLineage(index, facts, event)
  }
  return { index, facts: [...all.values()] }
}

const probes: AccountFacts[] = [
  openAccount(
    'p:1',
    { handle: 'kestrel_9', name: 'Kestrel', emailToken: 'm1' },
    { createdAt: T0 + 3_600_000 },
  ),
  openAccount(
    'p:2',
    { handle: 'marsh_lamp', bio: 'salt and tide and lamp and rope' },
    { deviceTokens: ['d1'], createdAt: T0 },
  ),
  openAccount('p:3', { handle: 'قناص_٢', name: 'قناص' }, { createdAt: T0 + 60_000, deviceTokens: ['d3'] }),
]

test('I2: an index rebuilt from the facts, in any order, answers as the one that followed the log', () => {
  fc.assert(
    fc.property(stream, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (events, order) => {
      const { index, facts } = fold(events)
      const closed = facts.filter(({ status }) => status === 'closed')
      // A round trip through the store, and shuffled.
      const stored = closed
        .map((one) => ({ rank: order.next().value, one: JSON.parse(JSON.stringify(one)) as AccountFacts }))
        .sort((one, other) => one.rank - other.rank)
      const rebuilt = indexOf(stored.map(({ one }) => one))
      assert.equal(rebuilt.size, index.size)
      for (const probe of probes)
        assert.deepEqual(rebuilt.links(probe, T0 + 9e6), index.links(probe, T0 + 9e6))
      for (const { id } of closed) assert.deepEqual(rebuilt.factsOf(id), index.factsOf(id))
    }),
    { numRuns: 150 },
  )
})

test('I3: who is open again or deleted is forgotten as if it had never been closed', () => {
  const known = strangers(300)
  const gone = closedAccount('gone', { handle: 'kestrel_lantern', name: 'Kestrel', bio: 'salt, tide, lamp' })
  const index = indexOf([...known, gone])
  index.remove('gone')
  const probe = openAccount('new', { handle: 'kestrel_lantern', name: 'Kestrel' })
  assert.deepEqual(index.links(probe, NOW), [])
  const again = openAccount('new', { handle: madeUp(5), name: `${madeUp(7_005, 3)} ${madeUp(90_005, 2)}` })
  assert.deepEqual(index.links(again, NOW), indexOf(known).links(again, NOW))
})

/** Anything at all in a profile, past the door's schema. */
const hostile = fc.string({ unit: 'binary', maxLength: 120 })
const hostileProfile: fc.Arbitrary<Profile> = fc.record(
  {
    handle: hostile,
    name: hostile,
    bio: fc.string({ unit: 'binary', maxLength: 3_000 }),
    location: hostile,
    language: hostile,
    urls: fc.array(hostile, { maxLength: 10 }),
    avatar: fc.record({ sha256: hostile, pdq: hostile }),
    emailToken: hostile,
  },
  { requiredKeys: ['handle'] },
)

test('B1: no profile can break the index, or the adding up of bits', () => {
  fc.assert(
    fc.property(fc.array(hostileProfile, { maxLength: 12 }), hostileProfile, (profiles, probe) => {
      const closed = profiles.map((profile, i) => closedAccount(`c:${i}`, profile))
      const index = indexOf(closed)
      const links = index.links(openAccount('new', probe), NOW)
      for (const link of links) {
        assert.ok(Number.isFinite(link.bits) && JSON.stringify(link).isWellFormed())
        assert.equal(
          link.waterfall.reduce((sum, { bits }) => sum + bits, 0),
          link.bits,
        )
        for (const { left, right } of link.waterfall) assert.ok(left.length <= 2_048 && right.length <= 2_048)
      }
      for (const { id } of closed) index.remove(id)
      assert.equal(index.size, 0)
    }),
    { numRuns: 300 },
  )
})

function bounded(closed: AccountFacts[], probe: AccountFacts): void {
  const accounts = new ClosedAccounts()
  for (const facts of closed) accounts.add(facts)
  const candidates = new Candidates(accounts)
  const found = candidates.find(fingerprintOf(probe))
  assert.ok(found.length <= CANDIDATES_MAX, `${found.length} candidates`)
  assert.ok(candidates.read <= READ_MAX + OFFERED_MAX, `${candidates.read} entries read`)
}

test('B2, C1: 10,000 accounts of one name, handle or address cost no more than a few', () => {
  const many = (profile: Partial<Profile>, parts = {}) =>
    Array.from({ length: 10_000 }, (_, i) =>
      closedAccount(`c:${i}`, profile, { closedAt: CLOSED_AT + i, ...parts }),
    )
  const probe = { handle: 'mara_voss', name: 'Mara Voss', emailToken: 'mail' }
  bounded(many({ handle: 'mara_voss' }), openAccount('new', probe))
  bounded(many({ name: 'Mara Voss' }), openAccount('new', probe))
  bounded(many(probe), openAccount('new', probe))
  bounded(
    many({}, { networkTokens: ['net'], deviceTokens: ['dev'] }),
    openAccount('new', probe, { networkTokens: ['net'], deviceTokens: ['dev'] }),
  )
})

test('B2: 10,000 of one name are strangers to the next who bears it', () => {
  const index = indexOf(
    Array.from({ length: 10_000 }, (_, i) =>
      closedAccount(`c:${i}`, { handle: `${madeUp(i)}${i}`, name: 'Mara Voss' }, { networkTokens: ['net'] }),
    ),
  )
  const innocent = openAccount(
    'new',
    { handle: 'quillon_ferris', name: 'Mara Voss' },
    { networkTokens: ['net'] },
  )
  assert.deepEqual(index.links(innocent, NOW), [])
})

test('B3: near-copies of a victim that get closed do not make the victim a return', () => {
  const victim: Profile = {
    handle: 'orla_tidewater',
    name: 'Orla Tidewater',
    bio: 'ferry timetables and bread',
    language: 'en',
    avatar: { sha256: 'cd'.repeat(32) },
  }
  const since = CLOSED_AT - 4 * 365 * 86_400_000
  const copies = Array.from({ length: 2_000 }, (_, i) =>
    closedAccount(
      `copy:${i}`,
      { ...victim, handle: `orla_tidewater${i}`, emailToken: `m${i}` },
      {
        createdAt: CLOSED_AT - 3_600_000,
        trail: { handle: `orla_tidewater${i}`, handleSince: CLOSED_AT - 3_600_000, company: ['a', 'b', 'c'] },
      },
    ),
  )
  const own = openAccount(
    'victim',
    { ...victim, emailToken: 'own' },
    {
      createdAt: since,
      deviceTokens: ['own'],
      trail: { handle: 'orla_tidewater', handleSince: since, company: ['a', 'b', 'c'] },
    },
  )
  for (const closed of [copies.slice(0, 1), copies.slice(0, 40), copies]) {
    const index = indexOf([...strangers(500), ...closed])
    assert.deepEqual(index.links(own, NOW), [])
    bounded(closed, own)
  }
})

test('B1: handles of one letter link nobody by themselves', () => {
  const index = indexOf(
    'abcdefghijklmnopqrstuvwxyz'.split('').map((letter) => closedAccount(`c:${letter}`, { handle: letter })),
  )
  for (const handle of ['a', 'A', 'á', '_a_', 'a1'])
    assert.deepEqual(index.links(openAccount('new', { handle }), NOW), [], handle)
})

test('B1: accounts of which nothing is known are neither found nor linked, and break nothing', () => {
  const nothing: Profile = { handle: '', name: '', bio: '', location: '', urls: [] }
  const empty = [
    { ...closedAccount('none'), profile: null },
    closedAccount('blank', nothing),
    closedAccount('never', nothing, { closedAt: null, createdAt: null }),
  ]
  const index = indexOf([...empty, ...strangers(50)])
  for (const probe of [
    { ...openAccount('new'), profile: null },
    openAccount('new', nothing, { createdAt: null }),
    openAccount('new', { handle: '_', name: '   ', bio: '\u200b' }),
  ])
    assert.deepEqual(index.links(probe, NOW), [])
  for (const { id } of empty) index.remove(id)
  assert.equal(index.size, 50)
})

test('B2: 10,000 of one address are strangers to the next who signs up from it', () => {
  const token = 'office'
  const index = indexOf(
    Array.from({ length: 10_000 }, (_, i) =>
      closedAccount(
        `c:${i}`,
        { handle: `${madeUp(i)}${i}`, emailToken: 'shared-mailbox', emailDomainToken: 'post' },
        { networkTokens: [token], deviceTokens: [token] },
      ),
    ),
  )
  const innocent = openAccount(
    'new',
    { handle: 'quillon_ferris', emailToken: 'shared-mailbox', emailDomainToken: 'post' },
    { networkTokens: [token], deviceTokens: [token] },
  )
  assert.deepEqual(index.links(innocent, NOW), [])
})

test('B4: a flood of near-copies does not hide the account that came back from its own', () => {
  const own: Profile = { handle: 'orla_tidewater', name: 'Orla Tidewater', bio: 'ferry timetables and bread' }
  const floods = Array.from({ length: 3_000 }, (_, i) =>
    closedAccount(`flood:${i}`, { ...own, handle: `orla_tidewater${i}` }, { closedAt: CLOSED_AT + i }),
  )
  const parent = closedAccount('parent', { ...own, emailToken: 'own' }, { deviceTokens: ['own'] })
  const index = indexOf([...strangers(500), ...floods, parent])
  const back = openAccount('new', { ...own, emailToken: 'own' }, { deviceTokens: ['own'] })
  assert.equal(index.links(back, NOW)[0]?.closedAccount, 'parent')
})

test('I2: what still comes of a closed account and changes nothing leaves the index as it was', () => {
  const accounts = strangers(200)
  const twice = indexOf(accounts)
  for (const facts of accounts) twice.add(JSON.parse(JSON.stringify(facts)) as AccountFacts)
  const once = indexOf(accounts)
  for (const { profile } of accounts.slice(0, 20)) {
    const probe = openAccount('new', profile!)
    assert.deepEqual(twice.links(probe, NOW), once.links(probe, NOW))
  }
  const moved = { ...accounts[0]!, closedAt: CLOSED_AT + 3_600_000, closedFor: 'other' }
  twice.add(moved)
  assert.equal(twice.factsOf(moved.id)?.closedFor, 'other')
  assert.equal(twice.size, 200)
})
