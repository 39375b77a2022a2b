import assert from 'node:assert/strict'
import { test } from 'node:test'
import { COST, createPasswords, passwordFault, TooBusy } from './password.ts'

const CHEAP = { N: 2 ** 4, r: 8, p: 1 }

test('a password opens with itself, however its letters are composed, and with nothing else', async () => {
  const passwords = createPasswords(CHEAP)
  const stored = await passwords.hash('caf\u00e9 on the corner')
  assert.match(stored, /^scrypt\$16\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
  const check = async (password: string, fits: boolean) =>
    assert.equal(await passwords.fits(password, stored), fits, password)
  await check('caf\u00e9 on the corner', true)
  await check('cafe\u0301 on the corner', true)
  await check('Caf\u00e9 on the corner', false)
  await check('caf\u00e9 on the corner ', false)
  await check('', false)
  assert.equal(await passwords.fits('anything at all', null), false)
  assert.notEqual(await passwords.hash('caf\u00e9 on the corner'), stored, 'each has a salt of its own')
})

test('a hash says at what it cost it was made', async () => {
  const old = await createPasswords(CHEAP).hash('a long enough password')
  const today = createPasswords({ ...CHEAP, N: 32 })
  assert.equal(today.isOutdated(old), true)
  assert.equal(await today.fits('a long enough password', old), true)
  assert.equal(today.isOutdated(await today.hash('a long enough password')), false)
})

test('the cost is one that OWASP names', async () => {
  assert.deepEqual(COST, { N: 65_536, r: 8, p: 2 })
  const passwords = createPasswords()
  const stored = await passwords.hash('a long enough password')
  assert.equal(await passwords.fits('a long enough password', stored), true)
})

test('nobody takes as long as somebody (P11)', async () => {
  const passwords = createPasswords({ N: 2 ** 14, r: 8, p: 1 })
  const stored = await passwords.hash('a long enough password')
  const cpuOf = async (against: string | null) => {
    const took: number[] = []
    for (let round = 0; round < 9; round++) {
      const start = process.cpuUsage()
      await passwords.fits('guess', against)
      const { user, system } = process.cpuUsage(start)
      took.push(user + system)
    }
    return took.sort((a, b) => a - b)[4]!
  }
  const [known, unknown] = [await cpuOf(stored), await cpuOf(null)]
  assert.ok(unknown > known / 2 && unknown < known * 2, `${known} µs known, ${unknown} µs unknown`)
})

test('more at once than can wait are turned away', async () => {
  const passwords = createPasswords(CHEAP)
  const results = await Promise.allSettled(
    Array.from({ length: 60 }, () => passwords.hash('a long password')),
  )
  const refused = results.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
  assert.equal(refused.length, 60 - 2 - 32)
  assert.ok(refused.every(({ reason }) => reason instanceof TooBusy))
  assert.match(await passwords.hash('a long password'), /^scrypt/)
})

test('what is no password is said', () => {
  const check = (password: string, fault: RegExp | null) => {
    const found = passwordFault(password, 'amal.b')
    if (fault === null) assert.equal(found, null, password)
    else assert.match(found ?? '', fault, password)
  }
  check('short', /at least 12/)
  check('aaaaaaaaaaaaaaaa', /different/)
  check('amal.b amal.b', /the name/)
  check('abcdefghijklmnop', /row/)
  check('qwertyuiopasdf', /row/)
  check('x'.repeat(10) + 'abcdefghij'.repeat(30), /at most/)
  check('four plain words here', null)
  check('كلمة سر طويلة بما يكفي', null)
})
