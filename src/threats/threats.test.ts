import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProtectedMatch } from '../model/protected.ts'
import { OPEN_CASES_MAX } from './room.ts'
import { act, LEAKED, leaked, minutes, sampleRoom, say, vague } from './samples.ts'

const DAY = 24 * 60
const CLERK: ProtectedMatch = { id: 'pp-clerk', kind: 'staff' }

test('J1: a case opens unverified, under an id of its decision’s, and the same one every time', () => {
  const threat = say(sampleRoom(), { post: 'p1' })
  const { id, factors: _, ...rest } = threat
  assert.deepEqual(rest, {
    openedAt: minutes(0),
    grade: 'high-specific',
    veracity: 'unverified',
    accounts: ['acct:1'],
    posts: ['p1'],
    status: 'open',
    grading: 'table',
    lists: ['explicit'],
    protected: false,
    mergedInto: null,
  })
  assert.match(id, /^t-[0-9a-f]{24}$/)
  assert.deepEqual(say(sampleRoom(), { post: 'p1' }), threat)
})

test('J2: the same account within two weeks is one case, later it is another', () => {
  const room = sampleRoom()
  const { id } = say(room, { post: 'p1' })
  assert.equal(say(room, { post: 'p2', at: 13 * DAY }).id, id)
  assert.equal(say(room, { post: 'p3', at: 26 * DAY }).id, id)
  assert.notEqual(say(room, { post: 'p4', at: 41 * DAY }).id, id)
  assert.deepEqual(
    room.cases.get(id)!.posts.map(({ id }) => id),
    ['p1', 'p2', 'p3'],
  )
})

const lineage = (tier: 'certain' | 'strong' | 'possible', closedAccount = 'acct:1') => ({
  lineage: { closedAccount, tier, bits: 20, closedFor: null, generation: 1 },
})

test('J3: an account linked to one of the case joins it, a mere possibility does not', () => {
  const room = sampleRoom()
  const { id } = say(room, { post: 'p1' })
  assert.equal(say(room, { post: 'p2', account: 'acct:2', at: 1, facts: lineage('strong') }).id, id)
  assert.notEqual(say(room, { post: 'p3', account: 'acct:3', at: 2, facts: lineage('possible') }).id, id)
})

test('J3: two accounts linked to the same closed one are one case', () => {
  const room = sampleRoom()
  const first = say(room, { post: 'p1', account: 'acct:2', facts: lineage('certain', 'acct:0') })
  const second = say(room, { post: 'p2', account: 'acct:3', at: 1, facts: lineage('strong', 'acct:0') })
  assert.equal(second.id, first.id)
  assert.deepEqual(second.accounts, ['acct:2', 'acct:3'])
})

test('J4: the same person threatened by others within a day joins', () => {
  const room = sampleRoom()
  const { id } = say(room, { post: 'p1', targets: [CLERK] })
  assert.equal(say(room, { post: 'p2', account: 'acct:2', at: 60, targets: [CLERK] }).id, id)
  assert.notEqual(say(room, { post: 'p3', account: 'acct:3', at: 3 * DAY, targets: [CLERK] }).id, id)
  const other = { id: 'pp-other', kind: 'staff' as const }
  assert.notEqual(say(room, { post: 'p4', account: 'acct:4', at: 61, targets: [other] }).id, id)
})

test('J5: volume never drowns the quiet: what is leaked joins no loud case by its target, nor the other way', () => {
  const room = sampleRoom()
  const loud = say(room, { post: 'p1', targets: [CLERK] })
  const quiet = say(room, {
    post: 'p2',
    account: 'acct:2',
    at: 1,
    text: LEAKED,
    reading: leaked(),
    targets: [CLERK],
  })
  assert.notEqual(quiet.id, loud.id)
  assert.deepEqual(quiet.lists, ['leakage'])
  for (let i = 3; i < 50; i++)
    assert.equal(say(room, { post: `p${i}`, account: `acct:${i}`, at: i, targets: [CLERK] }).id, loud.id)
  assert.deepEqual(room.cases.get(quiet.id)!.accounts, ['acct:2'])
})

test('J7: a case of both kinds stands on both lists', () => {
  const room = sampleRoom()
  say(room, { post: 'p1', text: LEAKED, reading: leaked() })
  assert.deepEqual(say(room, { post: 'p2', at: 1 }).lists, ['explicit', 'leakage'])
})

test('J6: people merge cases, and what comes later follows', () => {
  const room = sampleRoom()
  const first = say(room, { post: 'p1' })
  const second = say(room, { post: 'p2', account: 'acct:2', at: 1, reading: vague() })
  assert.ok(act(room, second.id, 'mira', 2, { do: 'merge', into: first.id }))
  assert.equal(room.cases.get(second.id)!.mergedInto, first.id)
  assert.deepEqual(room.cases.get(first.id)!.accounts, ['acct:1', 'acct:2'])
  assert.equal(say(room, { post: 'p3', account: 'acct:2', at: 3 }).id, first.id)
  assert.equal(act(room, second.id, 'mira', 4, { do: 'note' }), false)
  assert.equal(act(room, first.id, 'mira', 4, { do: 'merge', into: first.id }), false)
})

test('J2: a closed case takes in nothing more', () => {
  const room = sampleRoom()
  const { id } = say(room, { post: 'p1', reading: vague() })
  assert.ok(act(room, id, 'mira', 1, { do: 'close' }))
  assert.notEqual(say(room, { post: 'p2', at: 2 }).id, id)
})

test('J8: open cases are bounded; the one longest without a post is joined by people only', () => {
  const room = sampleRoom()
  const first = say(room, { post: 'p0', account: 'first', reading: vague() })
  for (let i = 1; i <= OPEN_CASES_MAX; i++)
    say(room, { post: `p${i}`, account: `a${i}`, at: 1, reading: vague() })
  assert.equal(room.standing.cases.length, OPEN_CASES_MAX)
  assert.notEqual(say(room, { post: 'later', account: 'first', at: 2 }).id, first.id)
})

test('A1: whom a case is about decides nothing in it, and may write a note', () => {
  const room = sampleRoom()
  const { id } = say(room, { post: 'p1', targets: [{ ...CLERK, member: 'token-of-mira' }] })
  assert.equal(act(room, id, 'mira', 1, { do: 'grade', grade: 'low' }), false)
  assert.equal(act(room, id, 'mira', 1, { do: 'veracity', veracity: 'hoax' }), false)
  assert.ok(act(room, id, 'mira', 1, { do: 'note', why: 'I know the writer.' }))
  assert.ok(act(room, id, 'sol', 1, { do: 'grade', grade: 'low' }))
})

test('A4: a high case is not closed before its grade is settled', () => {
  const room = sampleRoom()
  const { id } = say(room, { post: 'p1' })
  assert.equal(act(room, id, 'mira', 1, { do: 'close' }), false)
  act(room, id, 'mira', 1, { do: 'grade', grade: 'low' })
  assert.equal(act(room, id, 'mira', 2, { do: 'close' }), false)
  act(room, id, 'sol', 3, { do: 'grade', grade: 'low' })
  assert.ok(act(room, id, 'mira', 4, { do: 'close' }))
  assert.equal(act(room, id, 'mira', 5, { do: 'veracity', veracity: 'hoax' }), false)
  assert.ok(act(room, id, 'mira', 6, { do: 'reopen' }))
})
