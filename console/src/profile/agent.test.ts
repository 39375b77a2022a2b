import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agentName } from './agent.ts'

test('browsers are called what people call them', () => {
  const check = (agent: string, name: string) => assert.equal(agentName(agent), name, agent)
  const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'
  check(`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/140.0.0.0 Safari/537.36`, 'Chrome, Linux')
  check(
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0 Safari/537.36 Edg/140.0`,
    'Edge, Windows',
  )
  check(
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 14.6; rv:140.0) Gecko/20100101 Firefox/140.0',
    'Firefox, macOS',
  )
  check(
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${webkit} Version/18.0 Mobile/15E148 Safari/604.1`,
    'Safari, iOS',
  )
  check('curl/8.5', 'curl/8.5')
  check('', '')
})
