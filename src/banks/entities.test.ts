import assert from 'node:assert/strict'
import { test } from 'node:test'
import { designatedIn, designatedPlaces } from '../model/listed-entity.ts'
import { namesBank, parseEntity } from './entities.ts'

const designation = {
  authority: 'Council of the Glass Cities',
  list: 'Register',
  date: '2013-04-02',
  jurisdiction: 'glass-cities',
  scope: ['glass-cities'],
}
const whole = {
  id: 'salt-banner',
  names: { en: ['Salt Banner'], 'ar-Latn': 'rayat almilh' },
  variants: [{ name: 'salt rats', language: 'en', stance: 'derogatory' }],
  designations: [
    designation,
    {
      ...designation,
      jurisdiction: 'coast',
      scope: ['coast', 'isles'],
      date: '2012-10-15',
      until: '2015-03-01',
    },
  ],
}

function entity(value: unknown) {
  const result = parseEntity(value)
  assert.ok(result.ok, JSON.stringify(result))
  return result.entity
}

test('an entity has names with their language and who uses them', () => {
  assert.deepEqual(entity(whole).names, [
    { name: 'Salt Banner', language: 'en', stance: 'neutral' },
    { name: 'rayat almilh', language: 'ar-Latn', stance: 'neutral' },
    { name: 'salt rats', language: 'en', stance: 'derogatory' },
  ])
  assert.deepEqual(entity({ id: 'x', names: { fr: 'Sel' } }).designations, [])
})

test('whether it is designated depends on where and when, and on nothing else', () => {
  const check = (place: string, at: string, expected: boolean) =>
    assert.equal(designatedIn(entity(whole), place, Date.parse(at)), expected, `${place} ${at}`)
  check('glass-cities', '2013-04-01T23:59:59.999Z', false)
  check('glass-cities', '2013-04-02T00:00:00.000Z', true)
  check('glass-cities', '2099-01-01T00:00:00.000Z', true)
  check('coast', '2012-10-14T23:59:59.999Z', false)
  check('coast', '2012-10-15T00:00:00.000Z', true)
  check('isles', '2015-02-28T23:59:59.999Z', true)
  check('isles', '2015-03-01T00:00:00.000Z', false)
  check('eu', '2014-01-01T00:00:00.000Z', false)
  // Another law's territory is not reached because the law's name resembles it.
  check('glass', '2014-01-01T00:00:00.000Z', false)
  const places = (at: string) => designatedPlaces(entity(whole), Date.parse(at))
  assert.deepEqual(places('2014-01-01'), ['coast', 'glass-cities', 'isles'])
  assert.deepEqual(places('2016-01-01'), ['glass-cities'])
  assert.deepEqual(places('2000-01-01'), [])
})

test('its names are a bank that belongs to no policy', () => {
  const bank = namesBank(entity(whole))
  assert.equal(bank.id, 'entity:salt-banner')
  assert.equal(bank.policy, null)
  assert.deepEqual(bank.entries[2], {
    term: 'salt rats',
    language: 'en',
    weight: 0,
    gloss: 'name of Salt Banner (derogatory)',
    stance: 'derogatory',
  })
})

test('what is wrong is named with its place', () => {
  const check = (change: Record<string, unknown>, path: string, message: RegExp) => {
    const result = parseEntity({ ...whole, ...change })
    assert.ok(!result.ok, JSON.stringify(change))
    assert.equal(result.path.join('.'), path)
    assert.match(result.message, message)
    assert.notEqual(result.hint, '')
  }
  const one = (change: Record<string, unknown>) => ({ designations: [{ ...designation, ...change }] })
  check({ id: 'Salt Banner' }, 'id', /malformed/)
  check({ designated: true }, 'designated', /no field "designated"/)
  check({ names: {}, variants: [] }, 'names', /no name/)
  check({ names: ['Salt'] }, 'names', /not names by language/)
  check({ names: { english: ['Salt'] } }, 'names.english', /not a language/)
  check({ names: { en: ['Salt', '🧂'] } }, 'names.en.1', /not a name/)
  check({ names: { en: ['Salt Rats'] } }, 'names', /"salt rats" stands twice/)
  check({ names: { en: Array.from({ length: 501 }, (_, i) => `n${i}`) } }, 'names', /more than 500/)
  check({ variants: [{ name: 'x', language: 'en' }] }, 'variants.0.stance', /stance is missing/)
  check(
    { variants: [{ name: 'x', language: 'en', stance: 'own', who: 1 }] },
    'variants.0.who',
    /no field "who"/,
  )
  check(one({ date: '2013-02-30' }), 'designations.0.date', /not a day/)
  check(one({ date: '2.4.2013' }), 'designations.0.date', /not a day/)
  check(one({ until: '2013-04-02' }), 'designations.0.until', /ends before it begins/)
  check(one({ jurisdiction: undefined }), 'designations.0.jurisdiction', /not a place/)
  check(one({ scope: undefined }), 'designations.0.scope', /territorial scope is missing/)
  check(one({ scope: [] }), 'designations.0.scope', /territorial scope is missing/)
  check(one({ scope: ['*'] }), 'designations.0.scope.0', /not a place/)
  check(one({ scope: [false] }), 'designations.0.scope.0', /not a place/)
  check(one({ authority: ' ' }), 'designations.0.authority', /authority is missing/)
})
