import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ActionKind, OutboxEntry } from '../model/decision.ts'
import { withAppealLink } from './appeal-link.ts'
import { entryOf } from './samples.ts'
import { bodyOf } from './webhook.ts'

const sent = async (action: ActionKind): Promise<OutboxEntry> => {
  let seen: OutboxEntry | null = null
  const enforcer = withAppealLink(
    {
      name: 'test',
      enforce: async (entry) => {
        seen = entry
        return { status: 'done', detail: '' }
      },
      close: async () => {},
    },
    ({ id }) => ({ url: `https://desk.example/appeal#${id}`, until: '2026-09-02T00:00:00.000Z' }),
  )
  await enforcer.enforce({ ...entryOf('o1'), action }, new AbortController().signal)
  return seen!
}

test('L1: what falls on somebody goes out with its link, in the statement and beside it', async () => {
  for (const action of ['hide', 'suspend', 'warn', 'label'] as const) {
    const entry = await sent(action)
    assert.match(
      entry.statement.text,
      /Answer here, until 2026-09-02, without an account: https:\/\/desk\.example\/appeal#/,
    )
    assert.equal(JSON.parse(bodyOf(entry)).data.appeal.until, '2026-09-02T00:00:00.000Z')
  }
})

test('L1: what is done in somebody’s favour carries none', async () => {
  for (const action of ['restore', 'notify', 'discount-trend'] as const) {
    const entry = await sent(action)
    assert.equal(entry.appeal, undefined)
    assert.doesNotMatch(entry.statement.text, /Answer here/)
  }
})
