import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { kindOf, type Mark, stretchesOf } from './spans.ts'

const mark = (start: number, end: number, kind: Mark['kind'] = 'term'): Mark => ({
  start,
  end,
  kind,
  says: kind,
})

test('a text is cut where something was found', () => {
  const check = (text: string, marks: Mark[], cut: string[]) =>
    assert.deepEqual(
      stretchesOf(text, marks).map(({ text: part, marks }) => `${part}${'*'.repeat(marks.length)}`),
      cut,
    )
  check('we will come', [mark(3, 7)], ['we ', 'will*', ' come'])
  check('we will come', [mark(0, 7, 'frame'), mark(3, 7)], ['we *', 'will**', ' come'])
  check('abc', [], ['abc'])
  check('abc', [mark(2, 99), mark(-4, 1), mark(7, 9), mark(2, 1)], ['a*', 'b', 'c*'])
  check('', [mark(0, 1)], [])
})

test('a frame is drawn before the word in it', () => {
  const [first] = stretchesOf('ab', [mark(0, 2, 'reason'), mark(0, 2, 'frame')])
  assert.equal(kindOf(first!), 'frame')
  assert.equal(kindOf({ text: 'a', marks: [] }), null)
})

test('whatever the marks, the stretches are the text', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 }))),
      (text, spans) => {
        const stretches = stretchesOf(
          text,
          spans.map(([start, end]) => mark(start, end)),
        )
        assert.equal(stretches.map((stretch) => stretch.text).join(''), text)
      },
    ),
  ))
