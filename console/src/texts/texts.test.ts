import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { LANGUAGES, languageFor, type Texts } from './texts.ts'
import { greatestUnit, wordingOf } from './wording.ts'

/** Every word of a language, by its path. Functions count as words; the rows of a list by their number. */
function* wordsIn(value: unknown, path = ''): Generator<[path: string, word: unknown]> {
  if (typeof value !== 'object' || value === null) yield [path, value]
  else for (const [name, inner] of Object.entries(value)) yield* wordsIn(inner, `${path}.${name}`)
}

const ENGLISH = new Map(wordsIn(en))
/** The same in every language: names, formats, and what is written by machines. */
const SHARED =
  /^\.(app\.name|language|direction|frame\.(none|csv))$|placeholder$|\.macroList\.\d+\.(id|finding|policy|actions\.\d+|label|says)$|\.glossary\.|\.(rows|keys)\.\d+\.0$/

/** Words that are the same string as in English: left untranslated, or truly alike. */
const ALIKE: Record<string, string[]> = {
  fr: [
    '.decisions.filterMode',
    '.decisions.filterVerdict',
    '.decisions.detail.signal',
    '.decisions.pause',
    '.links.worth',
    '.queue.severity.2',
    '.rules.versions',
    '.threats.factorValue.absent',
    '.threats.factorName.glorification',
    '.queue.scores',
    '.links.fields.client',
  ],
  ar: [],
}

for (const [language, words] of Object.entries({ fr, ar } as Record<string, Texts>)) {
  const spoken = new Map(wordsIn(words))

  test(`${language} has every word, and none that English lacks`, () => {
    assert.deepEqual(
      [...ENGLISH.keys()].filter((path) => !spoken.has(path)),
      [],
      'missing',
    )
    assert.deepEqual(
      [...spoken.keys()].filter((path) => !ENGLISH.has(path)),
      [],
      'too many',
    )
    for (const [path, word] of spoken) assert.equal(typeof word, typeof ENGLISH.get(path), path)
  })

  test(`${language} leaves nothing in English`, () => {
    const left = [...spoken]
      .filter(([path, word]) => word === ENGLISH.get(path) && !SHARED.test(path))
      .map(([path]) => path)
      .filter((path) => !ALIKE[language]!.includes(path))
    assert.deepEqual(left, [])
  })
}

test('the first language of the reader that the page speaks is spoken', () => {
  const check = (preferred: string[], language: string) => assert.equal(languageFor(preferred), language)
  check(['ar-EG', 'en'], 'ar')
  check(['de', 'FR-ca'], 'fr')
  check(['de'], 'en')
  check([''], 'en')
  check([], 'en')
  assert.deepEqual([...LANGUAGES], ['en', 'fr', 'ar'])
})

test('counts take the form their language wants', () => {
  const check = (language: string, count: number, expected: string) =>
    assert.equal(
      wordingOf(language).counted(count, {
        one: '# one',
        two: 'two',
        few: '# few',
        many: '# many',
        other: '# other',
      }),
      expected,
    )
  check('en-GB', 1, '1 one')
  check('en-GB', 0, '0 other')
  check('fr', 0, '0 one')
  check('ar', 2, 'two')
  check('ar', 5, '5 few')
  check('ar', 11, '11 many')
  check('ar', 100, '100 other')
})

test('how far off is said in the greatest unit that is at least one', () => {
  const check = (ms: number, amount: number, unit: string) =>
    assert.deepEqual(greatestUnit(ms), [amount, unit], String(ms))
  check(-90_000, -1, 'minute')
  check(3_600_000, 1, 'hour')
  check(-86_400_000 * 2.5, -2, 'day')
  check(400, 0, 'second')
})
