import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProtectedPerson } from '../model/protected.ts'
import { entryToken, memberToken, recogniserOf } from './recognise.ts'

const KEY = new Uint8Array(32).fill(7)
const person = (id: string, parts: Partial<ProtectedPerson>): ProtectedPerson => ({
  id,
  kind: 'staff',
  label: id,
  office: null,
  names: [],
  handles: [],
  accounts: [],
  roles: [],
  organisations: [],
  member: null,
  ...parts,
})
const PEOPLE = [
  person('mara', {
    kind: 'journalist',
    names: ['Mara Lind', 'مارا ليند'],
    handles: ['@mara_lind'],
    accounts: ['acct:mara'],
  }),
  person('staff', {
    roles: ['employee', 'employees', 'employés', 'موظف', 'موظفو'],
    organisations: ['this site', 'ce site', 'هذا الموقع'],
  }),
  person('tom', { names: ['Tom Perez'], handles: ['tom_at_work'], member: 'p-tom' }),
]
const recogniser = recogniserOf(PEOPLE, KEY)

test('N3: names and handles match in any script, as the reader folds them', () => {
  const check = (text: string, ids: string[], mentions: string[] = []) =>
    assert.deepEqual(
      recogniser.recognise(text, mentions).map(({ id }) => id),
      ids.map((id) => entryToken(KEY, id)),
      text,
    )
  check('we know where Mara Lind lives', ['mara'])
  check('we know where MARA  LÍND lives', ['mara'])
  check('نعرف أين تسكن مارا ليند', ['mara'])
  check('soon, @mara_lind', ['mara'])
  check('#MaraLind soon', ['mara'])
  check('mara went to lind', [])
  check('hello', ['mara'], ['acct:mara'])
  check('hello', ['mara'], ['@Mara_Lind'])
  check('Tom Perezes are many', [])
  check('Tom Perez and Mara Lind', ['mara', 'tom'])
})

test('N3: a role’s word counts beside a word for the organisation only', () => {
  const check = (text: string, found: boolean) =>
    assert.equal(recogniser.recognise(text, []).length > 0, found, text)
  check('kill the employees of this site wherever you find them', true)
  check('اقتلوا موظفي هذا الموقع أينما وجدتموهم', true)
  check('موظفو هذا الموقع أعداؤنا', true)
  check('tuez les employés de ce site', true)
  check('the employees of the bakery', false)
  check('this site is down', false)
  check(`the employees ${'of many good houses and '.repeat(4)} this site`, false)
})

test('N2: what is recorded names nobody', () => {
  const found = recogniser.recognise('Tom Perez', [])
  assert.deepEqual(found, [{ id: entryToken(KEY, 'tom'), kind: 'staff', member: memberToken(KEY, 'p-tom') }])
  assert.ok(!/tom|perez/i.test(JSON.stringify(found)))
  const elsewhere = recogniserOf(PEOPLE, new Uint8Array(32).fill(8)).recognise('Tom Perez', [])
  assert.notDeepEqual(elsewhere, found)
})

test('matches are bounded, and many entries cost no more than few', () => {
  const many = Array.from({ length: 5_000 }, (_, i) => person(`p${i}`, { names: [`Person Number${i}`] }))
  const wide = recogniserOf(many, KEY)
  const text = Array.from({ length: 30 }, (_, i) => `Person Number${i}`).join(' and ')
  assert.equal(wide.recognise(text, []).length, 8)
  assert.equal(wide.recognise('Person Number4999', []).length, 1)
})
