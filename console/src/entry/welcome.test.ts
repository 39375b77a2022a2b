import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tokenIn } from './welcome.ts'

const TOKEN = 'GC-FUOVrp9SFbb-AOiowPCIjBf1g3dbv_2jdZRK4nnI'

test('a token is found in a link, in its end, or alone', () => {
  const check = (text: string, token: string | null) => assert.equal(tokenIn(text), token, text)
  check(`#welcome=${TOKEN}`, TOKEN)
  check(`http://127.0.0.1:8474/#welcome=${TOKEN}`, TOKEN)
  check(`  ${TOKEN}\n`, TOKEN)
  check(`http://127.0.0.1:8474/#welcome=${TOKEN}&x=1`, TOKEN)
  check('', null)
  check('#welcome=', null)
  check('not a link', null)
  check('<script>', null)
  check('x'.repeat(200), null)
})
