import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frameOf, moved, spreadOf } from './identity.ts'
import type { Judged } from './judged.ts'

test('a frame is the sentence without its name and its identity term', () => {
  const check = (text: string, expected: string) => assert.equal(frameOf(text), expected)
  check('Anna is a kind teacher', '… … kind')
  check('Lee Ann is a kind middle aged teacher', '… … kind')
  check('Anna is an awful teacher', '… … awful')
  check('You are a nice web designer', 'You are … nice')
  check('Being middle aged is awful.', 'Being … awful')
  check('hug teachers', 'hug …')
  check('i hate teachers', 'i hate …')
})

test('whoever differs from most of its frame was moved', () => {
  const texts = ['hug a', 'hug b', 'hug c', 'kill a', 'kill b'].map((text) => ({
    id: '',
    language: 'en',
    label: '',
    text,
  }))
  const judged = [0.1, 0.6, 0.1, 0.9, 0.8].map(
    (highest): Judged => ({
      verdict: highest >= 0.5 ? 'review' : 'allow',
      policy: null,
      stance: 'none',
      highest,
    }),
  )
  const frames = spreadOf(texts, judged)
  assert.deepEqual(
    frames.map(({ frame, texts, found }) => [frame, texts, found]),
    [
      ['hug …', 3, 1],
      ['kill …', 2, 2],
    ],
  )
  assert.equal(moved(frames), 1)
})
