import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compact, fingerprintOf } from './fingerprint.ts'
import { pack, unpack } from './packed.ts'
import { closedAccount } from './samples.ts'

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 60 }))
const lone = fc.constantFrom('\ud800', 'a\udfff', '\ud83d\ude00'.repeat(200), '\ufdfa'.repeat(300))
const any = fc.oneof(text, lone)
const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
const time = fc.integer({ min: -8.64e15, max: 8.64e15 })

test('I2: whatever an account bears, it is unpacked as it was packed', () =>
  fc.assert(
    fc.property(
      fc.record({ handle: any }, { requiredKeys: ['handle'] }),
      fc.record(
        {
          name: any,
          bio: any,
          location: any,
          urls: fc.array(any, { maxLength: 9 }),
          language: any,
          emailToken: any,
        },
        { requiredKeys: [] },
      ),
      fc.record({ sha256: hex, pdq: hex }, { requiredKeys: [] }),
      fc.array(any, { maxLength: 20 }),
      fc.array(fc.nat(2 ** 31), { maxLength: 32 }),
      fc.option(time),
      (handle, profile, avatar, list, counts, createdAt) => {
        const facts = closedAccount('a', { ...handle, ...profile, avatar } as object, {
          createdAt,
          deviceTokens: list,
          networkTokens: list.slice(0, 3),
          trail: {
            handle: null,
            handleSince: createdAt,
            company: list.slice(0, 16),
            client: list[0]?.slice(0, 64).toWellFormed() ?? 'x',
            tags: list.slice(0, 8).map((tag) => tag.slice(0, 64).toWellFormed()),
            texts: counts.slice(0, 16).map((count) => count & 0x3fffffff),
            style: counts,
            hours: counts.slice(0, 8),
          },
        })
        const before = compact(fingerprintOf(facts))
        if (before.email !== null) before.email = before.email.toWellFormed()
        assert.deepEqual(unpack(pack(before), 'a', facts.closedAt), before)
      },
    ),
    { numRuns: 300 },
  ))
