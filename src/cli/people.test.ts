import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openCommandLine } from '../../scripts/testing/command-line.ts'
import { systemClock } from '../lib/clock.ts'
import { join as joinBy } from '../people/join.ts'
import { createPeopleDesk } from '../people/people.ts'
import { sampleServer } from '../server/samples.ts'
import { openSqliteStore } from '../store/sqlite/sqlite.ts'
import { atTheDoor, type PeopleDoor } from './people-door.ts'
import type { Tools } from './tools.ts'

/* The commands about people: over a folder that nobody owns, and through a server that runs. */

const folder = mkdtempSync(join(tmpdir(), 'holdfast-people-'))
const data = join(folder, 'data')
const line = openCommandLine()
after(async () => {
  await line.close()
  rmSync(folder, { recursive: true, force: true })
})

const run = (code: number, ...args: string[]) => {
  const ended = line.holdfast([...args, '--data', data])
  assert.equal(ended.code, code, `${args.join(' ')}\n${ended.out}${ended.err}`)
  assert.doesNotMatch(ended.err, /^ {4}at /m, 'a stack is no message')
  return ended
}

/** Takes an invitation as the page would. */
async function take(link: string, name: string): Promise<void> {
  const store = await openSqliteStore(data)
  try {
    const desk = createPeopleDesk(store, systemClock, { N: 16, r: 8, p: 1 })
    const joining = {
      token: link.trim().split('#welcome=')[1]!,
      name,
      displayName: name,
      password: 'four plain words here',
    }
    const joined = await joinBy(desk, joining, {})
    assert.equal(joined.ok, true, JSON.stringify(joined))
  } finally {
    await store.close()
  }
}

test('people are invited, given roles, closed and listed from a data folder; the last administrator stays', async () => {
  await take(run(0, 'access', 'link').out, 'amal')
  await take(run(0, 'people', 'invite', '--roles', 'reviewer,appeals', '--name', 'Badr').out, 'badr')
  const people = () =>
    run(0, 'people', '--format', 'json')
      .out.trim()
      .split('\n')
      .map((row) => JSON.parse(row))
  assert.deepEqual(
    people().map(({ name }) => name),
    ['amal', 'badr'],
  )
  assert.deepEqual(people()[1].roles, ['reviewer', 'appeals'])
  run(0, 'people', 'roles', 'BADR', '--roles', 'auditor')
  assert.deepEqual(people()[1].roles, ['auditor'])
  assert.match(run(1, 'people', 'close', 'amal').err, /last administrator/)
  assert.match(run(1, 'people', 'roles', 'amal', '--roles', '').err, /last administrator/)
  run(0, 'people', 'close', 'badr')
  assert.equal(people()[1].status, 'closed')
  assert.match(run(1, 'people', 'link', 'badr').err, /has left/)
  run(0, 'people', 'reopen', people()[1].id)
  assert.match(run(0, 'people', 'link', 'badr').out, /#welcome=/)
  run(0, 'people', 'sign-out', 'badr')
  assert.match(run(1, 'people', 'close', 'nobody').err, /nobody called "nobody"/)
  assert.match(run(2, 'people', 'invite', '--roles', 'king').err, /no role "king"; choose among reviewer/)
})

test('keys are made, listed and revoked', () => {
  const secret = run(
    0,
    'access',
    'key',
    '--scopes',
    'intake,read',
    '--name',
    'the platform',
    '--days',
    '30',
  ).out.trim()
  assert.match(secret, /^hf_/)
  const keys = () =>
    run(0, 'access', 'keys', '--format', 'json')
      .out.trim()
      .split('\n')
      .filter(Boolean)
      .map((row) => JSON.parse(row))
  assert.deepEqual(
    [keys()[0].name, keys()[0].permissions, keys()[0].usedAt],
    ['the platform', ['intake', 'read'], null],
  )
  assert.ok(!JSON.stringify(keys()).includes(secret))
  run(0, 'access', 'revoke', keys()[0].id)
  assert.deepEqual(keys(), [])
  assert.match(run(1, 'access', 'revoke', 'none').err, /no key with this id/)
  assert.equal(run(2, 'access', 'revoke').out, '')
  assert.equal(run(2, 'access', 'nonsense').out, '')
})

test('the audit tells who did what, by name, with ids where the ledger has ids', () => {
  const all = run(0, 'audit', '--format', 'json')
    .out.trim()
    .split('\n')
    .map((row) => JSON.parse(row))
  assert.ok(all.some(({ what }) => what === 'key revoked'))
  assert.ok(all.some(({ what, by }) => what === 'person joined' && by.name === 'amal'))
  const hers = run(0, 'audit', '--person', 'amal').out.trim().split('\n')
  assert.ok(hers.length >= 2 && hers.every((row) => row.split('\t')[2] === 'amal'))
  assert.equal(run(0, 'audit', '--limit', '3').out.trim().split('\n').length, 3)
  assert.equal(run(0, 'audit', '--kind', 'viewed').out, '')
  assert.match(run(1, 'audit', '--person', 'nobody').err, /nobody called/)
})

test('the same through a server that runs, by a key, which may do no more than it says', async () => {
  const server = await sampleServer()
  const url = await server.app.listen({ host: '127.0.0.1', port: 0 })
  const keyFile = join(folder, 'key')
  const options = { data, host: '127.0.0.1', port: 8474, url, keyFile }
  const at = <T>(work: (door: PeopleDoor) => Promise<T>) =>
    atTheDoor(options, {} as Tools, { reading: false, permission: 'people' }, work)
  try {
    const { person } = await server.signIn('reviewer')
    await server.signIn('administrator')
    writeFileSync(keyFile, await server.key('people', 'admin'))
    assert.ok((await at((door) => door.people())).some(({ id }) => id === person.id))
    assert.deepEqual((await at((door) => door.roles(person.id, ['senior']))).roles, ['senior'])
    assert.match(await at((door) => door.invite(['auditor'], 'Cyra')), /#welcome=/)
    assert.match(await at((door) => door.link(person.id)), /#welcome=/)
    assert.equal((await at((door) => door.close(person.id))).status, 'closed')
    assert.equal((await at((door) => door.reopen(person.id))).status, 'active')
    await at((door) => door.signOut(person.id))
    const order = { name: 'k', permissions: ['intake' as const], days: 7 }
    assert.match(await at((door) => door.makeKey(order)), /^hf_/)
    const [key] = (await at((door) => door.keys())).filter(({ name }) => name === 'k')
    await at((door) => door.revokeKey(key!.id))
    await assert.rejects(
      at((door) => door.revokeKey(key!.id)),
      /no key with this id/,
    )
    writeFileSync(keyFile, await server.key('review'))
    await assert.rejects(
      at((door) => door.people()),
      /the call needs people/,
    )
  } finally {
    await server.app.close()
  }
})
