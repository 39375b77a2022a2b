import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { foldText } from './fold.ts'
import { buildTerms, HITS_MAX } from './terms.ts'

const bank = (...terms: string[]) => ({
  id: 'b',
  policy: 'tvec7',
  kind: 'terms' as const,
  description: '',
  entries: terms.map((term) => ({ term, language: null, weight: 2 })),
})
const found = (terms: string[], text: string): string[] => {
  const folded = foldText(text)
  return buildTerms([bank(...terms)])
    .find(folded)
    .map(({ entry, start, end }) => `${entry.term}@${folded.slice(start, end)}`)
}
const check = (terms: string[], text: string, expected: string[]) =>
  assert.deepEqual(found(terms, text).sort(), expected.sort())

test('a term is found as a whole word, however it is written', () => {
  check(['iron dawn'], 'The Iron  Dawn rises, the IRON-DAWN too', [
    'iron dawn@iron  dawn',
    'iron dawn@iron-dawn',
  ])
  check(['dawn'], 'dawning of the undawn', [])
  check(['dawn'], "the dawn's light", ['dawn@dawn'])
})

test('a term of several words is found written together in a hashtag, and only there', () => {
  check(['iron dawn'], '#IronDawn', ['iron dawn@irondawn'])
  check(['iron dawn'], 'irondawn', [])
})

test('Arabic terms stand with what Arabic writes onto words', () => {
  check(['راية'], 'والراية لنا', ['راية@رايه'])
  check(['راية'], 'دراية', [])
  check(['الفجر'], 'للفجر', [])
})

test('scripts without spaces match anywhere', () => check(['世界'], '新世界的', ['世界@世界']))

test('terms within terms are all found', () => {
  check(['salt', 'salt banner', 'banner of'], 'the salt banner of', [
    'salt@salt',
    'salt banner@salt banner',
    'banner of@banner of',
  ])
})

test('finding agrees with looking for each term by itself', () => {
  const word = fc.stringMatching(/^[abc]{1,3}$/)
  const terms = fc.uniqueArray(
    fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  fc.assert(
    fc.property(terms, fc.array(word, { maxLength: 14 }), (terms, words) => {
      const text = words.join(' ')
      const expected = terms.flatMap((term) => {
        const hits: string[] = []
        for (let at = 0; at < text.length; at++)
          if (
            text.startsWith(term, at) &&
            (at === 0 || text[at - 1] === ' ') &&
            (text[at + term.length] ?? ' ') === ' '
          )
            hits.push(`${term}@${term}`)
        return hits
      })
      assert.deepEqual(found(terms, text).sort(), expected.sort())
    }),
  )
})

test('a text full of terms gives so many and no more', () => {
  assert.equal(found(['a'], 'a '.repeat(10_000)).length, HITS_MAX)
})
