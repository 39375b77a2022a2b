import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { applyEvent, newAccountFacts } from '../facts/facts.ts'
import type { Event } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import { LINEAGE_MAX } from './closed.ts'
import {
  createLineageIndex,
  followLineage,
  linkAccount,
  newPopulation,
  rememberForLineage,
  takeCensus,
} from './lineage.ts'
import {
  asked,
  CLOSED_AT,
  closedAccount,
  HOUR,
  indexOf,
  madeUp,
  NOW,
  openAccount,
  strangers,
} from './samples.ts'

const FACE = {
  name: 'Tarub Wezan',
  bio: 'salt and tide and lamp and rope',
  avatar: { sha256: 'ab'.repeat(32) },
}

/** Some people, and one who signs up, is closed and comes back so often. Returns the bits of each return to the account before it. */
function bitsOfReturns(returns: number, people = 40): number[] {
  const index = createLineageIndex()
  const population = newPopulation()
  const bits: number[] = []
  const take = (facts: AccountFacts, type: 'account.created' | 'account.closed', n: number) => {
    const at = CLOSED_AT + n * HOUR
    const profile = facts.profile ?? {}
    const event = {
      id: `${facts.id}:${type}`,
      type,
      at: new Date(at).toISOString(),
      account: facts.id,
      profile,
    }
    const before = { ...facts, profile: null }
    if (type === 'account.created') takeCensus(population, before, event as Event)
    applyEvent(facts, event as Event, at, null)
    rememberForLineage(facts, event as Event)
    followLineage(index, facts, event as Event)
    return linkAccount(index, population, facts, event as Event, at)
  }
  const made = (id: string, profile: AccountFacts['profile'], n: number) => {
    const facts = { ...newAccountFacts(id, CLOSED_AT + n * HOUR), profile }
    return { facts, links: take(facts, 'account.created', n) }
  }
  for (let i = 0; i < people; i++)
    made(
      `p:${i}`,
      { handle: madeUp(i), name: madeUp(i + 900, 5), bio: `${madeUp(i + 70)} ${madeUp(i + 80)}` },
      0,
    )
  for (let n = 0; n <= returns; n++) {
    const { facts, links } = made(`r:${n}`, { handle: `${madeUp(n + 5_000)}_${n}`, ...FACE }, 1 + 2 * n)
    if (n > 0) bits.push(links[0]?.bits ?? 0)
    take(facts, 'account.closed', 2 + 2 * n)
  }
  return bits
}

test('P4: the tenth return is worth what the first was: who often comes back does not make himself common', () => {
  const bits = bitsOfReturns(10)
  assert.ok(Math.min(...bits) >= bits[0]! - 3, String(bits))
})

const kinOfChain = (count: number, parentOf: (n: number) => number | null, bits = 40) =>
  Array.from({ length: count }, (_, n) => {
    const parent = parentOf(n)
    const lineage =
      parent === null
        ? null
        : { closedAccount: `r:${parent}`, tier: 'strong' as const, bits, closedFor: 'tvec8', generation: n }
    return closedAccount(
      `r:${n}`,
      { handle: `${madeUp(n + 5_000)}_${n}`, ...FACE },
      { lineage, closedAt: CLOSED_AT + n },
    )
  })
const probe = openAccount('new', { handle: 'wezan_tarub', ...FACE })
const bitsTo = (closed: AccountFacts[], account: string): number =>
  indexOf([...strangers(300), ...closed])
    .links(probe)
    .find(({ closedAccount }) => closedAccount === account)?.bits ?? 0

test('P4: it is the links that make accounts one bearer; strangers who look alike make a value common as before', () => {
  const alone = bitsTo(
    kinOfChain(1, () => null),
    'r:0',
  )
  const chained = bitsTo(
    kinOfChain(12, (n) => (n === 0 ? null : n - 1)),
    'r:11',
  )
  const starred = bitsTo(
    kinOfChain(12, (n) => (n === 0 ? null : 0)),
    'r:11',
  )
  const apart = bitsTo(
    kinOfChain(12, () => null),
    'r:11',
  )
  assert.ok(
    Math.abs(chained - alone) <= 1 && Math.abs(starred - alone) <= 1,
    `${alone} ${chained} ${starred}`,
  )
  assert.ok(apart < alone - 4, `${apart}, ${alone}`)
})

test('P4: a link that is merely possible makes nobody kin', () => {
  const closed = kinOfChain(12, (n) => (n === 0 ? null : n - 1))
  for (const { lineage } of closed) if (lineage !== null) lineage.tier = 'possible'
  assert.equal(
    bitsTo(closed, 'r:11'),
    bitsTo(
      kinOfChain(12, () => null),
      'r:11',
    ),
  )
})

test('P4, I2: kin do not depend on the order in which accounts were closed or read, nor on who has left', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(60), { minLength: 2, maxLength: 60 }),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (parents, order) => {
        // Rings and links to oneself and to nobody are among them.
        const closed = kinOfChain(parents.length, (n) => parents[n]!)
        const stored = closed
          .map((one) => ({ rank: order.next().value, one: JSON.parse(JSON.stringify(one)) as AccountFacts }))
          .sort((one, other) => one.rank - other.rank)
          .map(({ one }) => one)
        const index = asked(createLineageIndex())
        for (const one of [...closed, closedAccount('gone', FACE, { lineage: closed[0]!.lineage })])
          index.add(one)
        index.remove('gone')
        assert.deepEqual(index.links(probe, NOW), indexOf(stored).links(probe, NOW))
      },
    ),
    { numRuns: 60 },
  )
})

test('P4, C1: a hub to which thousands were linked costs no more than a few', () => {
  const index = indexOf(kinOfChain(5_000, (n) => (n === 0 ? null : 0)))
  index.links(probe, NOW)
  const before = process.cpuUsage()
  index.links(probe, NOW)
  const { user } = process.cpuUsage(before)
  assert.ok(user < 250_000, `${user} µs for 32 candidates of ${LINEAGE_MAX} kin`)
})

test('P4, N4: near-copies of a victim that are linked to one another do not make the victim a return', () => {
  const since = CLOSED_AT - 4 * 365 * 24 * HOUR
  const copies = Array.from({ length: 40 }, (_, n) => {
    const lineage = {
      closedAccount: `r:${n - 1}`,
      tier: 'certain' as const,
      bits: 50,
      closedFor: 'tvec8',
      generation: n,
    }
    return closedAccount(
      `r:${n}`,
      { handle: `orla_tidewater${n}`, ...FACE, emailToken: `m${n}` },
      {
        lineage: n === 0 ? null : lineage,
        createdAt: CLOSED_AT - HOUR,
        trail: { handle: `orla_tidewater${n}`, handleSince: CLOSED_AT - HOUR, company: ['a', 'b', 'c'] },
      },
    )
  })
  const victim = openAccount(
    'victim',
    { handle: 'orla_tidewater', ...FACE, emailToken: 'own' },
    { createdAt: since, trail: { handle: 'orla_tidewater', handleSince: since, company: ['a', 'b', 'c'] } },
  )
  assert.deepEqual(indexOf([...strangers(500), ...copies]).links(victim, NOW), [])
})
