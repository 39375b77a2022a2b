import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Profile } from '../model/event.ts'
import { ClosedAccounts } from './closed.ts'
import { compareHandles, compareNames, handleBitsMax, nameBitsMax } from './compare-names.ts'
import { type Fingerprint, fingerprintOf } from './fingerprint.ts'
import { type Grounds, groundsOf } from './grounds.ts'
import { closedAccount, NOW, openAccount, strangers } from './samples.ts'
import { describePair, weighPair } from './weigh.ts'
import { SHIPPED } from './weights.ts'

/*
 * C3: what a pair may come to at most is found before names and handles are compared, and most strangers end there. A bound that lies would
 * lose returns without a sound.
 */

const closed = new ClosedAccounts()
for (const facts of strangers(500)) closed.add(facts)
const grounds: Grounds = groundsOf(SHIPPED, closed, null)

const word = fc.constantFrom(
  'kestrel',
  'lantern',
  'kestrell',
  'marsh',
  'marshlamp',
  'قناص',
  'mara',
  'voss',
  '99926763',
)
const joined = (separator: string) =>
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(separator))
const handle = fc.oneof(joined('_'), joined(''), fc.string({ maxLength: 30 }), joined('_').map(slipped))
const profile: fc.Arbitrary<Profile> = fc.record(
  {
    handle,
    name: fc.oneof(joined(' '), fc.string({ maxLength: 30 })),
    bio: joined(' '),
    emailToken: fc.constantFrom('m1', 'm2'),
    avatar: fc.constantFrom({ sha256: 'ab'.repeat(32) }, { sha256: 'cd'.repeat(32) }),
  },
  { requiredKeys: ['handle'] },
)
const pair = fc.tuple(profile, profile)

/** Two letters swapped, as fingers do. */
function slipped(text: string): string {
  return text.length < 4 ? text : `${text.slice(0, 2)}${text[3]}${text[2]}${text.slice(4)}`
}

const printsOf = ([left, right]: [Profile, Profile]): [Fingerprint, Fingerprint] => [
  fingerprintOf(openAccount('new', left)),
  fingerprintOf(closedAccount('old', right)),
]

test('C3: handles and names are never worth more than their bound', () =>
  fc.assert(
    fc.property(pair, (profiles) => {
      const [left, right] = printsOf(profiles)
      const handles = compareHandles(left.handle, right.handle, grounds)?.bits ?? 0
      assert.ok(handles <= handleBitsMax(left.handle, right.handle, grounds), `${handles}`)
      const names = compareNames(left, right, grounds)?.bits ?? 0
      assert.ok(names <= nameBitsMax(left, right, grounds), `${names}`)
    }),
    { numRuns: 2_000 },
  ))

test('C3: a pair that is given up early is one that comes to less than `possible` when all of it is compared', () =>
  fc.assert(
    fc.property(pair, (profiles) => {
      const [left, right] = printsOf(profiles)
      const weighed = { fingerprint: left, at: NOW, trigger: 'account.created' }
      const link = weighPair(weighed, right, grounds)
      const whole = describePair(weighed, right, grounds)
      if (link === null) assert.ok(whole.bits < SHIPPED.tiers.possible, `${whole.bits}`)
      else assert.deepEqual(link, whole)
    }),
    { numRuns: 1_000 },
  ))
