import assert from 'node:assert/strict'
import { test } from 'node:test'
import { designationBank, inForce, parseDesignations } from './designations.ts'

/* The organisation is invented. */
const banner = {
  name: 'Salt Banner',
  authority: 'Council of Carrick Hill',
  reference: 'List 4, entry 12',
  since: '2024-03-01',
  jurisdictions: ['FR', 'EU'],
  variants: [
    { name: 'the Army of Salt', used: 'supporters' },
    { name: 'the salt gang', used: 'opponents' },
  ],
}
const parsed = (value: unknown) => {
  const result = parseDesignations(value)
  assert.ok(result.ok, result.ok ? '' : result.message)
  return result.designations
}
const refused = (value: unknown, path: (string | number)[]) => {
  const result = parseDesignations(value)
  assert.ok(!result.ok)
  assert.deepEqual(result.path, path)
}

test('a designation holds where and while its authority says', () => {
  const designations = parsed([banner, { ...banner, name: 'Iron Dawn', until: '2024-12-31' }])
  const names = (jurisdiction: string, on: string) =>
    inForce(designations, { jurisdiction, on }).map(({ name }) => name)
  assert.deepEqual(names('FR', '2024-06-01'), ['Salt Banner', 'Iron Dawn'])
  assert.deepEqual(names('FR', '2025-01-01'), ['Salt Banner'])
  assert.deepEqual(names('FR', '2024-02-29'), [])
  assert.deepEqual(names('DE', '2024-06-01'), [])
})

test('names are terms, and which name is used speaks for or against support', () => {
  const { entries } = designationBank(parsed([banner]))
  assert.deepEqual(
    entries.map(({ weight }) => Math.sign(weight)),
    [0, 1, -1],
  )
})

test('what is malformed is refused with its place', () => {
  refused({}, [])
  refused([1], [0])
  refused([banner, { ...banner, since: 'March' }], [1, 'since'])
  refused([{ ...banner, jurisdictions: [] }], [0, 'jurisdictions'])
  refused([{ ...banner, until: '2020-01-01' }], [0, 'until'])
  refused([{ ...banner, variants: [{ name: 'x', used: 'sometimes' }] }], [0, 'variants'])
  refused([{ ...banner, extra: 1 }], [0, 'extra'])
})

test('the empty list is a list', () => assert.deepEqual(parsed([]), []))
