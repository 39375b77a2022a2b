import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { threatCheck, wordsOf } from '../../fixtures/threatcheck/threatcheck.ts'
import { generateTraining, TRAINING_LANGUAGES, type TrainingText, VARIETIES } from './generate.ts'
import { KIND_NAMES, KINDS, type Kind } from './kinds.ts'
import { loose } from './phrases.ts'

const COUNT = 60_000
const made: TrainingText[] = [...generateTraining({ seed: 7, count: COUNT })]

test('the same seed gives the same texts, another seed others', () => {
  const some = (seed: number) => [...generateTraining({ seed, count: 500 })].map(({ text }) => text)
  assert.deepEqual(some(3), some(3))
  const before = new Set(some(3))
  assert.ok(some(4).filter((text) => before.has(text)).length < 100)
})

test('every text is different, and there are as many as were asked for', () => {
  assert.equal(made.length, COUNT)
  assert.equal(new Set(made.map(({ text }) => text)).size, COUNT)
})

test('every slot is written, and every written slot is used', () => {
  for (const [language, varieties] of Object.entries(VARIETIES))
    for (const { phrases } of varieties) {
      const kinds = KIND_NAMES.filter((kind) => phrases[kind] !== undefined)
      assert.deepEqual(loose(phrases, kinds), [], language)
    }
})

test('no slot is left open in a text, and no quotation is empty', () => {
  for (const { text } of made) {
    assert.ok(!/\[(?!USER\])[a-zA-Z0-9]+\]/.test(text), text)
    assert.ok(!/""|“”|«»|« {2}»/.test(text), text)
  }
})

test('labels name one policy for what is violating, and none for what is permitted', () => {
  for (const { labels } of made) {
    const { policy, stance }: Kind = KINDS[labels.kind]
    const named = Object.entries(labels.scores).filter(([, score]) => score === 1)
    assert.deepEqual(
      named.map(([name]) => name),
      policy === null ? [] : [policy],
    )
    assert.equal(labels.stance, stance)
  }
})

test('every language has violating and permitted texts in fair numbers', () => {
  for (const language of TRAINING_LANGUAGES) {
    const own = made.filter((it) => it.language === language)
    const violating = own.filter(({ labels }) => KINDS[labels.kind].policy !== null).length
    assert.ok(own.length > COUNT * 0.05, `${language}: ${own.length}`)
    assert.ok(
      violating > own.length * 0.3 && violating < own.length * 0.7,
      `${language}: ${violating} of ${own.length}`,
    )
  }
})

test('in English, Arabic and French every kind is spoken', () => {
  for (const language of ['en', 'ar', 'fr']) {
    const spoken = new Set(made.filter((it) => it.language === language).map(({ labels }) => labels.kind))
    assert.deepEqual(
      KIND_NAMES.filter((kind) => !spoken.has(kind)),
      [],
      language,
    )
  }
})

test('the same words stand with another meaning', () => {
  const violating = new Set(
    made
      .filter(({ labels }) => KINDS[labels.kind].policy !== null)
      .map(({ text }) => wordsOf(text).join(' ')),
  )
  const twins = made.filter(({ text, labels }) => {
    const { quotes, policy }: Kind = KINDS[labels.kind]
    if (quotes === undefined || policy !== null) return false
    const quoted = /["“„«'] ?(.+?) ?["”“»'](?!\p{L})/u.exec(text)
    return quoted !== null && violating.has(wordsOf(quoted[1]!).join(' '))
  })
  assert.ok(twins.length > COUNT * 0.03, `${twins.length} twins`)
})

/*
 * Kept apart from what is only measured: no such text, and no six words in a row of one. Six words that generated texts of any kind share with many others are
 * still six words: a phrase that collides is rewritten, not excused.
 */

const WORDS = 6
/** A text of three words is everybody's. */
const WHOLE_MIN = 4
/** Single letters do not count: a word spaced out would be six words of its own. */
const longWords = (text: string) => wordsOf(text).filter(({ length }) => length > 1)
const gramsOf = (words: string[]) => {
  if (words.length < WORDS) return []
  return words.slice(WORDS - 1).map((_, at) => words.slice(at, at + WORDS).join(' '))
}

const madeWords = made.map(({ text }) => longWords(text))
const madeWhole = new Set(madeWords.map((words) => words.join(' ')))
const madeGrams = new Set(madeWords.flatMap(gramsOf))

function copies(held: { id: string; text: string }[]): string[] {
  return held.flatMap(({ id, text }) => {
    const words = longWords(text)
    const whole = words.join(' ')
    const found = gramsOf(words).filter((gram) => madeGrams.has(gram))
    if (words.length >= WHOLE_MIN && madeWhole.has(whole)) found.push(whole)
    return found.map((gram) => `${id}: ${gram}`)
  })
}

test('no ThreatCheck text is generated, and nothing near a text of its reported half', () => {
  assert.deepEqual(copies(threatCheck('report')), [])
  const exact = new Set(threatCheck().map(({ text }) => text))
  assert.deepEqual(
    made.filter(({ text }) => exact.has(text)),
    [],
  )
})

const shared = process.env['HOLDFAST_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url))
const listed = `${shared}/data/text/README.tsv`

test('nothing is near a violent text of a set that is only measured', {
  skip: existsSync(listed) ? false : 'no labelled sets here; HOLDFAST_SHARED names their folder',
}, () => {
  const VIOLENT =
    /^(violent|call-for-violence|incitement|threatening|threat|support|propensity|glorification)$/
  const sets = readFileSync(listed, 'utf8').trim().split('\n').slice(1)
  const measured = sets.map((line) => line.split('\t')).filter(([, , , , use]) => use === 'measure')
  assert.ok(measured.length >= 5, 'the list of sets was not understood')
  for (const [set] of measured) {
    const texts = readFileSync(`${shared}/data/text/${set}.jsonl`, 'utf8').trim().split('\n')
    const held = texts.map((line) => JSON.parse(line)).filter(({ label }) => VIOLENT.test(label))
    assert.deepEqual(copies(held), [], set)
  }
})
