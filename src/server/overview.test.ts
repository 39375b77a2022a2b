import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Decision } from '../model/decision.ts'
import { createCounting } from './overview.ts'
import { sampleDecision } from './samples.ts'

test('each decision is counted once, however often and however late one looks', async () => {
  const stored: Decision[] = []
  const decide = (count: number) => {
    for (let index = 0; index < count; index++) stored.push(sampleDecision(`d-${stored.length}`))
  }
  const counting = createCounting({
    decisions: async ({ before, limit }) => {
      const newestFirst = stored.toReversed()
      const from = before === undefined ? 0 : newestFirst.findIndex(({ id }) => id === before) + 1
      return newestFirst.slice(from, from + limit)
    },
  })
  const restricted = async () =>
    [...(await counting()).values()].reduce((sum, { verdicts }) => sum + (verdicts.restrict ?? 0), 0)
  assert.equal(await restricted(), 0)
  decide(1_201)
  assert.equal(await restricted(), 1_201)
  assert.equal(await restricted(), 1_201)
  decide(7)
  assert.deepEqual(await Promise.all([restricted(), restricted()]), [1_208, 1_208])
})
