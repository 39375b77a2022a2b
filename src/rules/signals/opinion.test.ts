import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Opinion, Scores } from '../../model/reading.ts'
import type { Gap } from '../../model/signal.ts'
import { SIGNALS } from '../catalogue.ts'
import { packFromFiles } from '../load.ts'
import { evaluate, planOf } from '../rules.ts'
import { postEvent, readingWith, scopeWith } from '../samples.ts'
import { UNKNOWN } from '../scope.ts'

const opinion = (scores: Scores, basis: Opinion['basis'] = 'original'): Opinion => ({
  provider: 'second',
  model: 'm',
  basis,
  asked: ['tvec2'],
  scores,
  ms: 1,
  cost: { requests: 1, characters: 10, tokens: 0 },
})
const scopeOf = (opinions?: Opinion[], gaps: Gap[] = []) =>
  scopeWith({ gaps, reading: readingWith({}, opinions === undefined ? {} : { opinions }) })
const check = (name: string, expected: unknown, opinions?: Opinion[], gaps?: Gap[]) =>
  assert.equal(SIGNALS.get(name)!.variable.raw(scopeOf(opinions, gaps)), expected, name)

test('what nobody was asked is unknown, and known not to have been asked', () => {
  check('opinion.tvec2', UNKNOWN)
  check('opinion.asked', false)
  check('translation.asked', false)
  assert.equal(SIGNALS.get('opinion.asked')!.variable.raw(scopeWith({ reading: null })), UNKNOWN)
})

test('several opinions have to agree: the lowest speaks', () => {
  check('opinion.tvec2', 0.2, [opinion({ tvec2: 0.9 }), opinion({ tvec2: 0.2 }), opinion({})])
  check('opinion.tvec8', UNKNOWN, [opinion({ tvec2: 0.9 })])
})

test('an opinion on a translation is never one on the original, nor the other way round (Q10)', () => {
  const both = [opinion({ tvec2: 0.9 }, 'translation'), opinion({ tvec2: 0.4 })]
  check('opinion.tvec2', 0.4, both)
  check('translation.tvec2', 0.9, both)
  check('opinion.tvec2', UNKNOWN, [opinion({ tvec2: 0.9 }, 'translation')])
  check('opinion.asked', false, [opinion({ tvec2: 0.9 }, 'translation')])
  check('translation.tvec2', UNKNOWN, [opinion({ tvec2: 0.9 })])
})

test('a gap was asked for and is not known: the rule stays undecided and the decision names it', () => {
  const gaps = [{ signal: 'opinion.tvec2', reason: 'second: no answer within 800 ms' }]
  check('opinion.asked', true, undefined, gaps)
  const pack = packFromFiles({
    'x.yaml': `policies:
  - { id: tvec2, title: p, prose: p, precedence: 1 }
rules:
  - { id: a, policy: tvec2, on: [post.created], when: opinion.asked && opinion.tvec2 >= 0.5, verdict: review, actions: [queue], mode: live }
`,
  })
  assert.ok(pack.ok)
  const plan = planOf(pack.pack)
  const evaluated = (opinions?: Opinion[], missing: Gap[] = []) =>
    evaluate(plan, { ...scopeOf(opinions, missing), event: postEvent() })
  assert.deepEqual(evaluated(undefined, gaps), { matches: [], gaps: ['opinion.tvec2'] })
  assert.deepEqual(evaluated(), { matches: [], gaps: [] }, 'not asked is no gap')
  assert.equal(evaluated([opinion({ tvec2: 0.5 })]).matches.length, 1)
  assert.equal(plan.readsText('post.created'), true, 'opinions stand in readings')
})
