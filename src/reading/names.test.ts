import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leanByNames } from './names.ts'
import type { Signs } from './stance.ts'

const named = (stance: 'own' | 'neutral' | 'derogatory') => ({
  entry: { bank: 'entity-x', term: stance, language: null, policy: null, weight: 0, stance },
  span: { start: 0, end: 1 },
})

function check(stances: ('own' | 'neutral' | 'derogatory')[], condemns: boolean) {
  const signs: Signs = { all: new Set(), weak: new Set(), bySentence: [] }
  leanByNames(signs, stances.map(named))
  assert.deepEqual([...signs.weak], condemns ? ['condemns'] : [], stances.join())
  assert.equal(signs.all.size, 0, 'a name is never a firm sign')
}

test('a name of contempt is a weak sign that the author condemns, unless the organisation’s own name stands beside it', () => {
  check(['derogatory'], true)
  check(['derogatory', 'neutral'], true)
  check(['derogatory', 'own'], false)
  check(['own'], false)
  check(['neutral'], false)
  check([], false)
})
