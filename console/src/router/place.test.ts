import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { PAGE_SCREENS } from '../../../src/server/page.ts'
import { type Place, pathOf, placeOf, SCREENS } from './place.ts'

const there = (path: string): Place => {
  const { pathname, search } = new URL(path, 'http://127.0.0.1')
  return placeOf(pathname, search)
}

test('a path says the screen, what is opened, and the filters', () => {
  const check = (path: string, place: Place) => assert.deepEqual(there(path), place, path)
  check('/', { screen: 'live', id: null, query: {} })
  check('/links', { screen: 'links', id: null, query: {} })
  check('/decisions/dec%3A1', { screen: 'decisions', id: 'dec:1', query: {} })
  check('/decisions?q=a+b', { screen: 'decisions', id: null, query: { q: 'a b' } })
  check('/decisions/100%', { screen: 'decisions', id: '100%', query: {} })
  check('/nowhere', { screen: 'live', id: null, query: {} })
})

test('whatever is opened and filtered, its path leads back to it', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...SCREENS.filter((screen) => screen !== 'live')),
      fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: null }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.string({ minLength: 1, unit: 'grapheme' })),
      (screen, id, query) => {
        // A browser takes dots in a path for steps; no id is made of dots alone.
        fc.pre(id === null || !/^\.+$/.test(id))
        const place = { screen, id, query: { ...query } }
        assert.deepEqual(there(pathOf(place)), place)
      },
    ),
  ))

test('the server answers with the page wherever the page can be', () => {
  const missing = SCREENS.filter((screen) => screen !== 'live' && !PAGE_SCREENS.includes(screen))
  assert.deepEqual(missing, [])
})
