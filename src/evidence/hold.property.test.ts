import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Rig, rigIn } from '../../sim/evidence-rig.ts'
import { DAY_MS } from '../model/ids.ts'

/*
 * The law: whatever people, the retention job, deleted accounts, starts and backups that are put back do in whatever order, what a live hold covers is not deleted. (E24, E26)
 */

const ACCOUNTS = ['a', 'b']
const account = fc.constantFrom(...ACCOUNTS)
const nth = fc.nat(5)
const step = fc.oneof(
  fc.record({ do: fc.constant('say' as const), account }),
  fc.record({
    do: fc.constant('place' as const),
    on: fc.oneof(account, nth),
    basis: fc.constantFrom('tco', 'us-2703f', 'court', 'internal'),
  }),
  fc.record({ do: fc.constantFrom('extend' as const, 'lift' as const), nth }),
  fc.record({ do: fc.constant('wait' as const), days: fc.constantFrom(1, 89, 91, 181, 400) }),
  fc.record({ do: fc.constant('erase' as const), account }),
  fc.record({ do: fc.constant('retain' as const) }),
  fc.record({ do: fc.constant('delete' as const), account }),
  fc.record({
    do: fc.constantFrom(
      'restart' as const,
      'backup' as const,
      'restore-case' as const,
      'restore-vault' as const,
    ),
  }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What people know: holds as they were placed, extended and lifted, whatever the disks have forgotten. */
interface Known {
  holds: Map<string, { scope: string; until: number | null; lifted: boolean }>
  pieces: Map<string, { account: string; sha256: string }>
  backups: number
  /** The case data was put back: putting back the vault of the same backup as well would leave nobody who knows (E26). */
  caseIsOld: boolean
  posts: number
}

const who = { by: 'ben', why: 'because' }

test('E24, E26: what a live hold covers is not deleted, whatever happens in whatever order', {
  timeout: 300_000,
}, async () => {
  const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'holdfast-holds-'))
  const template = join(root, 'template')
  await (await rigIn(template)).close()
  let run = 0
  let deleted = 0
  let protectedOnce = 0
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 22 }), async (steps) => {
        const folder = join(root, String(++run))
        cpSync(template, folder, { recursive: true })
        const known: Known = { holds: new Map(), pieces: new Map(), backups: 0, caseIsOld: false, posts: 0 }
        let rig = await rigIn(folder)
        try {
          for (const one of steps) {
            const before = await present(rig, known)
            const inForce = covered(known, rig)
            rig = await take(one, rig, folder, known)
            const after = await present(rig, known)
            // A vault that was put back holds what it held then: that is no deletion of ours.
            if (one.do === 'restore-vault') continue
            for (const id of before) {
              if (after.has(id)) protectedOnce += inForce.has(id) ? 1 : 0
              else {
                deleted += 1
                assert.ok(!inForce.has(id), `${id} was deleted by ${one.do}, though a hold lies on it`)
              }
            }
          }
          assert.equal(await rig.store.verify(), null)
          assert.equal(await rig.vault.check(), null)
        } finally {
          await rig.close()
          rmSync(folder, { recursive: true, force: true })
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 200) },
    )
    assert.ok(
      deleted > 20 && protectedOnce > 50,
      `${deleted} deletions, ${protectedOnce} held: this test would see little`,
    )
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})

async function present(rig: Rig, { pieces }: Known): Promise<Set<string>> {
  const there = new Set<string>()
  for (const [id, { sha256 }] of pieces) if (await rig.vault.has(sha256)) there.add(id)
  return there
}

function covered({ holds, pieces }: Known, rig: Rig): Set<string> {
  const live = [...holds.values()].filter(
    ({ lifted, until }) => !lifted && (until === null || until > rig.clock.now()),
  )
  const scopes = new Set(live.map(({ scope }) => scope))
  return new Set(
    [...pieces]
      .filter(([id, piece]) => scopes.has(`evidence:${id}`) || scopes.has(`account:${piece.account}`))
      .map(([id]) => id),
  )
}

async function take(one: Step, rig: Rig, folder: string, known: Known): Promise<Rig> {
  switch (one.do) {
    case 'say':
      await rig.say(one.account, `p${++known.posts}`, `restrict me ${known.posts} ${'x'.repeat(known.posts)}`)
      for (const { id, account, snapshot } of await rig.store.evidenceList({ limit: 500 }))
        if (!known.pieces.has(id)) known.pieces.set(id, { account, sha256: snapshot!.sha256 })
      return rig
    case 'place': {
      const on = typeof one.on === 'string' ? one.on : [...known.pieces.keys()][one.on]
      if (on === undefined) return rig
      const until = one.basis === 'internal' ? new Date(rig.clock.now() + 30 * DAY_MS).toISOString() : null
      const placed = await rig.desk.place({
        on: [on],
        basis: one.basis as 'tco',
        until,
        reference: 'ref',
        ...who,
      })
      if (placed.ok)
        for (const hold of placed.value)
          known.holds.set(hold.id, {
            scope: `${hold.scope.kind}:${hold.scope.id}`,
            until: hold.until === null ? null : Date.parse(hold.until),
            lifted: false,
          })
      return rig
    }
    case 'extend':
    case 'lift': {
      const id = [...known.holds.keys()][one.nth]
      if (id === undefined) return rig
      if (one.do === 'lift') {
        if ((await rig.desk.lift(id, who)).ok) known.holds.get(id)!.lifted = true
        return rig
      }
      const hold = await rig.store.hold(id)
      const until = hold?.until == null ? null : new Date(Date.parse(hold.until) + 60 * DAY_MS).toISOString()
      const extended = await rig.desk.extend(id, { until, ...who })
      if (extended.ok) {
        const { until: end } = extended.value
        // An older case data may not know of a longer end that was named before.
        const ends = known.holds.get(id)!
        ends.until = end === null || ends.until === null ? null : Math.max(ends.until, Date.parse(end))
      }
      return rig
    }
    case 'wait':
      rig.clock.set(rig.clock.now() + one.days * DAY_MS)
      return rig
    case 'erase':
      await rig.desk.erase([one.account], who)
      return rig
    case 'retain':
      await rig.desk.retain({ by: 'job', dryRun: false })
      return rig
    case 'delete':
      await rig.publish({
        id: `gone-${one.account}-${rig.clock.now()}`,
        type: 'account.deleted',
        at: new Date(rig.clock.now()).toISOString(),
        account: one.account,
      })
      return rig
    case 'restart':
    case 'backup':
    case 'restore-case':
    case 'restore-vault':
      return putBack(one.do, rig, folder, known)
  }
}

async function putBack(what: string, rig: Rig, folder: string, known: Known): Promise<Rig> {
  const startsAt = new Date(rig.clock.now()).toISOString()
  await rig.close()
  const backup = join(folder, 'backup')
  const copy = (from: string, to: string) => {
    rmSync(to, { recursive: true, force: true })
    cpSync(from, to, { recursive: true })
  }
  if (what === 'backup') {
    known.backups += 1
    known.caseIsOld = false
    mkdirSync(backup, { recursive: true })
    for (const part of ['data', 'evidence']) copy(join(folder, part), join(backup, part))
  }
  if (known.backups > 0 && what === 'restore-case') {
    known.caseIsOld = true
    copy(join(backup, 'data'), join(folder, 'data'))
  }
  if (known.backups > 0 && what === 'restore-vault' && !known.caseIsOld)
    copy(join(backup, 'evidence'), join(folder, 'evidence'))
  return rigIn(folder, { startsAt })
}
