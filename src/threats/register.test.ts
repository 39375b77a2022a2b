import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stillClock } from '../lib/clock.ts'
import { readingWith } from '../rules/samples.ts'
import type { LedgerDraft } from '../store/store.ts'
import { peopleFrom } from './people-csv.ts'
import { openRegister, RegisterSealed, withRegister } from './register.ts'
import { seal, unseal } from './sealed.ts'

const CSV = `kind,label,office,names,handles,accounts,roles,organisations,member
staff,Employees,,,,,employee;employees;موظف,this site;هذا الموقع,
journalist,"Lind, Mara",newsroom,Mara Lind;مارا ليند,mara_lind,acct:mara,,,
staff,Tom Perez,,Tom Perez,tom_at_work,,,,p-tom
`
const KEY = new Uint8Array(32).fill(7)

function storeOf() {
  const kept = new Map<string, string>()
  const ledger: LedgerDraft[] = []
  return {
    kept,
    ledger,
    meta: async (name: string) => kept.get(name),
    setMeta: async (name: string, value: string) => void kept.set(name, value),
    record: async (drafts: LedgerDraft[]) => void ledger.push(...drafts),
  }
}
const open = (store: ReturnType<typeof storeOf>, key = KEY) =>
  openRegister({ store, key, clock: stillClock(0) })
const people = () => {
  const result = peopleFrom(CSV)
  assert.ok(result.ok, JSON.stringify(result))
  return result.people
}

test('a file of people is read whole, in several scripts', () => {
  const [staff, mara, tom] = people()
  assert.deepEqual(staff!.roles, ['employee', 'employees', 'موظف'])
  assert.deepEqual(
    [mara!.label, mara!.office, mara!.names],
    ['Lind, Mara', 'newsroom', ['Mara Lind', 'مارا ليند']],
  )
  assert.equal(tom!.member, 'p-tom')
})

test('a line that will not do is named, nobody is put in, and nothing of it is repeated', () => {
  const check = (line: string, words: RegExp) => {
    const result = peopleFrom(
      `kind,label,names,handles,roles,organisations\nstaff,Good,Good Name,,,\n${line}\n`,
    )
    assert.ok(!result.ok, line)
    assert.equal(result.faults[0]!.line, 3)
    assert.match(result.faults[0]!.reason, words)
    assert.ok(!result.faults[0]!.reason.includes('Secret'))
  }
  check('chief,Secret,Secret Name,,,', /kind is one of/)
  check('staff,,Secret Name,,,', /label/)
  check('staff,Secret,Tom,,,', /two words/)
  check('staff,Secret,,tom,,', /four letters/)
  check('staff,Secret,,,clerk,', /give both/)
  check('staff,Secret,,,,', /nothing to know them by/)
  check('staff,"Secret', /CSV/)
  for (const file of ['', 'name,age\nx,1\n']) assert.ok(!peopleFrom(file).ok)
})

test('N1: it lies sealed: the store holds no name, and another key opens nothing', async () => {
  const store = storeOf()
  const register = await open(store)
  assert.deepEqual(await register.put(people(), 'mira'), { added: 3, replaced: 0, all: 3 })
  const all = JSON.stringify([...store.kept.values(), store.ledger])
  assert.ok(!/mara|perez|tom|موظف/i.test(all))
  assert.equal((await (await open(store)).look('mira')).length, 3)
  const stranger = await open(store, new Uint8Array(32).fill(8))
  await assert.rejects(stranger.look('mira'), RegisterSealed)
  await assert.rejects(stranger.put(people(), 'mira'), RegisterSealed)
})

test('N1: each look and each change is on the ledger', async () => {
  const store = storeOf()
  const register = await open(store)
  await register.put(people(), 'mira')
  await register.put(people().slice(0, 1), 'mira')
  const [first] = await register.look('sol')
  assert.equal(await register.remove(first!.id, 'sol'), true)
  assert.equal(await register.remove('pp-none', 'sol'), false)
  assert.deepEqual(
    store.ledger.map(({ body }) => `${body.by} ${body.what}`),
    ['mira put', 'mira put', 'sol looked', 'sol removed'],
  )
})

test('what was sealed and changed by one bit opens no more', () => {
  const sealed = Buffer.from(seal('who', { key: KEY, purpose: 'x' }), 'base64')
  assert.equal(unseal(sealed.toString('base64'), { key: KEY, purpose: 'x' }), 'who')
  assert.equal(unseal(sealed.toString('base64'), { key: KEY, purpose: 'y' }), null)
  for (let at = 0; at < sealed.length; at++) {
    const bent = Buffer.from(sealed)
    bent[at]! ^= 1
    assert.equal(unseal(bent.toString('base64'), { key: KEY, purpose: 'x' }), null, String(at))
  }
})

test('N2, N4: readings are marked; a register that cannot be opened is a gap', async () => {
  const store = storeOf()
  const register = await open(store)
  await register.put(people(), 'mira')
  const plain = {
    version: 'x',
    measure: async (inputs: unknown[]) => inputs.map(() => ({ reading: readingWith(), gaps: [] })),
    reload: async () => {},
    close: async () => {},
  }
  const texts = ['Tom Perez, soon.', 'Good morning.'].map((text) => ({ text, language: null }))
  const [about, quiet] = await withRegister(plain, register).measure(texts)
  assert.equal(about!.reading!.protected!.length, 1)
  assert.equal(quiet!.reading!.protected, undefined)
  const sealed = await open(store, new Uint8Array(32).fill(8))
  const [gap] = await withRegister(plain, sealed).measure(texts)
  assert.deepEqual(
    gap!.gaps.map(({ signal }) => signal),
    ['threat.protected'],
  )
})
