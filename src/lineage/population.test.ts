import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { applyEvent, newAccountFacts } from '../facts/facts.ts'
import type { Event, Profile } from '../model/event.ts'
import { takeCensus } from './census.ts'
import { keyOf } from './fingerprint.ts'
import { rememberForLineage } from './lineage.ts'
import { countOf, countValue, newPopulation, totalOf } from './population.ts'
import { CLOSED_AT, closedAccount, indexOf, madeUp, openAccount, strangers } from './samples.ts'

test('P1: a value is never counted as rarer than it is by more than the noise, however many others there are', () => {
  const population = newPopulation()
  const many = keyOf('name', 'common')
  for (let i = 0; i < 400_000; i++) {
    countValue(population, keyOf('name', `name ${i}`))
    if (i % 100 === 0) countValue(population, many)
  }
  assert.ok(Math.abs(countOf(population, many) - 4_000) < 100, String(countOf(population, many)))
  let worst = 0
  for (let i = 0; i < 2_000; i++) worst = Math.max(worst, countOf(population, keyOf('name', `nobody ${i}`)))
  assert.ok(worst < 30, `${worst} of 400,000 for a name that nobody has`)
  assert.ok(population.values.counts.length <= 2 ** 19)
})

test('P1: counting is the same after a round trip through the store', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2 ** 30 - 1), { maxLength: 5_000 }), fc.nat(5_000), (keys, at) => {
      const straight = newPopulation()
      let stored = newPopulation()
      keys.forEach((key, i) => {
        if (i === at) stored = JSON.parse(JSON.stringify(stored))
        countValue(straight, key)
        countValue(stored, key)
      })
      assert.deepEqual(stored, straight)
    }),
    { numRuns: 20 },
  )
})

const profileEvent = (id: string, profile: Profile, n: number): Event => ({
  id: `${id}:${n}`,
  type: n === 0 ? 'account.created' : 'account.updated',
  at: new Date(CLOSED_AT + n * 1_000).toISOString(),
  account: id,
  profile,
})

function townOf(events: Event[]) {
  const population = newPopulation()
  const accounts = new Map(events.map(({ account }) => [account, newAccountFacts(account, CLOSED_AT)]))
  for (const event of events) {
    const facts = accounts.get(event.account)!
    takeCensus(population, facts, event)
    const before = facts.profile
    applyEvent(facts, event, Date.parse(event.at), null)
    rememberForLineage(facts, event, before)
  }
  return population
}

test('P2: an account is counted once in each field, with the first value it bore', () => {
  const population = townOf([
    profileEvent('a:1', { handle: 'kestrel', name: 'Kestrel' }, 0),
    ...Array.from({ length: 400 }, (_, n) =>
      profileEvent(
        'a:1',
        { handle: `kestrel${n % 2}`, name: n % 2 === 0 ? 'Orla Marsh' : 'Kestrel', bio: 'salt' },
        n + 1,
      ),
    ),
  ])
  assert.equal(totalOf(population, 'name'), 1)
  assert.ok(
    countOf(population, keyOf('name', 'orla marsh')) <= 1,
    'nobody makes a name common by changing to it and back',
  )
})

test('P3: a name that is common among all is no evidence, however rare it is among the closed', () => {
  const town = townOf(
    Array.from({ length: 3_000 }, (_, i) =>
      profileEvent(
        `a:${i}`,
        { handle: `${madeUp(i)}_${i}`, name: i % 50 === 0 ? 'Tarub Wezan' : madeUp(i, 3) },
        0,
      ),
    ),
  )
  const index = indexOf([...strangers(500), closedAccount('old', { handle: 'quillon', name: 'Tarub Wezan' })])
  const probe = openAccount(
    'new',
    { handle: 'tarub_wezan', name: 'Tarub Wezan', emailToken: 'x' },
    { deviceTokens: ['d'] },
  )
  const name = (population: ReturnType<typeof newPopulation> | null) =>
    index
      .examinePair({ facts: probe, at: CLOSED_AT, trigger: 'account.created', population }, 'old')!
      .levels.get('name')!.bits
  assert.ok(name(town) < 6, String(name(town)))
  assert.ok(name(null) > 10, String(name(null)))
})
