import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { foldLetters } from './letters.ts'
import { soundOf } from './sound.ts'
import { wordsOf } from './words.ts'

const sound = (text: string) => soundOf(wordsOf(text).map(foldLetters))
const alike = (...spellings: string[]) => {
  for (const spelling of spellings) assert.equal(sound(spelling), sound(spellings[0]!), spellings.join(' '))
  assert.notEqual(sound(spellings[0]!), null)
}

test('G4: an Arabic name and its Latin spellings sound alike', () => {
  alike('خالد', 'khalid', 'Khaled', 'kalid')
  alike('قاسم', 'qasim', 'kasem')
  alike('جمال', 'jamal', 'gamal')
  alike('شريف', 'sharif', 'sherif')
  alike('ثابت', 'thabit', 'Tabet')
  alike('محمد', 'Mohammed', 'muhammad', 'mohamed')
  alike('أبو نور الساحل', 'abu noor al sahel', 'Abou Nour El-Sahil')
})

test('G4: what sounds otherwise stays otherwise', () => {
  assert.notEqual(sound('khalid'), sound('karim'))
  assert.notEqual(sound('salim'), sound('samil'))
})

test('G4: too few consonants tell nobody from anybody', () => {
  for (const text of ['', 'aeiou', 'nour', 'يوسف', '👍']) assert.equal(sound(text), null, text)
})

test('B1: a sound is of 3 to 24 consonants, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 20 }), (words) => {
      const key = soundOf(words)
      assert.ok(key === null || /^[a-z]{3,24}$/.test(key))
    }),
  )
})
