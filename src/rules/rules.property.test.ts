import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { generatedRules } from '../../bench/generated-rules.ts'
import { formatProblems, loadPack, packFromFiles } from './load.ts'
import { evaluate, planOf } from './rules.ts'
import { accountWith, postEvent, readingWith, scopeWith } from './samples.ts'
import { UNKNOWN } from './scope.ts'

const base = loadPack('policies')
assert.ok(base.ok)
const grown = packFromFiles({ ...base.files, 'rules/generated.yaml': generatedRules(300, 7) })
assert.ok(grown.ok, grown.ok ? '' : formatProblems(grown.problems))
const plan = planOf(grown.pack)

const share = fc.oneof(
  fc.constantFrom(0, 0.3, 0.5, 0.8, 0.9, 0.95, 1),
  fc.double({ min: 0, max: 1, noNaN: true }),
)
const scores = fc.dictionary(fc.constantFrom('tvec1', 'tvec2', 'tvec7', 'tvec8', 'harassment'), share)
const scope = fc
  .record({
    scores,
    stance: fc.constantFrom('asserts' as const, 'reports' as const, 'none' as const),
    followers: fc.option(fc.nat(1_000), { nil: undefined }),
    degree: share,
    tally: fc.constantFrom(UNKNOWN, 0, 5, 1_000),
    read: fc.boolean(),
  })
  .map(({ scores, stance, followers, degree, tally, read }) =>
    scopeWith({
      event: postEvent({ urls: ['https://host-17.example/'], mentions: ['acct:2'] }),
      account: accountWith({
        campaign: { id: 'c', degree },
        profile: { handle: 'x', ...(followers === undefined ? {} : { followers, following: 5_000 }) },
      }),
      reading: read ? { ...readingWith({}, { stance }), scores } : null,
      tally: () => tally,
    }),
  )

test('skipping by thresholds finds what running every rule finds', () => {
  const law = fc.property(scope, (one) => {
    const found = evaluate(plan, one).matches.map(({ rule }) => rule.id)
    const all = plan.rulesFor('post.created').filter(({ run }) => run(one) === true)
    assert.deepEqual(
      found,
      all.map(({ rule }) => rule.id),
    )
  })
  fc.assert(law, { numRuns: 400 })
})

test('gaps are named when, and only when, a rule is left undecided', () => {
  const law = fc.property(scope, (one) => {
    const { gaps } = evaluate(plan, one)
    const undecided = plan.rulesFor('post.created').filter(({ run }) => run(one) === UNKNOWN)
    assert.equal(gaps.length > 0, undecided.length > 0)
  })
  fc.assert(law, { numRuns: 200 })
})

test('evaluating is pure: the same scope, the same outcome', () => {
  fc.assert(
    fc.property(scope, (one) => assert.deepEqual(evaluate(plan, one), evaluate(plan, one))),
    { numRuns: 100 },
  )
})

const scrap = fc.constantFrom(
  'rules:',
  '\n  - ',
  'id: a',
  '\n    when: ',
  'reading.tvec2 >= 0.5',
  '"',
  "'",
  '[',
  '{',
  '&a *a',
  '>',
  '|\n',
  ': ',
  'tallies:',
  '__proto__: ',
  'policies: ',
  '\t',
  '\u0000',
  '\ud800',
  '(',
  '((((',
  '!',
  '🙂',
  '# ',
)

test('whatever the files hold, loading answers and never throws', () => {
  const law = fc.property(
    fc.array(fc.oneof(scrap, fc.string({ maxLength: 8 })), { maxLength: 30 }),
    (scraps) => {
      const result = packFromFiles({ 'x.yaml': scraps.join('') })
      if (result.ok) return
      for (const { line, column, message } of result.problems)
        assert.ok(line >= 1 && column >= 1 && message !== '')
    },
  )
  fc.assert(law, { numRuns: 1_500 })
})

test('whatever a condition holds, loading answers and never throws', () => {
  const token = fc.constantFrom(
    'reading.tvec2',
    'tally',
    'post.urls',
    '.exists(x, x',
    '.map(',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '&&',
    '||',
    '!',
    '-',
    '==',
    '>=',
    'in',
    '1',
    '0.5',
    '9223372036854775808',
    '"a"',
    'null',
    'b"x"',
    '1u',
    'has(',
    'cel.bind(',
    '?',
    ':',
    ',',
    'x',
    'size(',
    '.matches("',
    '__proto__',
    'constructor',
    '.',
    '// ',
  )
  const law = fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
    const when = JSON.stringify(tokens.join(' '))
    const yaml = `rules:\n  - { id: a, policy: p, when: ${when}, verdict: review, actions: [queue], mode: live }\npolicies:\n  - { id: p, title: p, prose: p, precedence: 1 }\n`
    const result = packFromFiles({ 'x.yaml': yaml })
    if (result.ok) evaluate(planOf(result.pack), scopeWith())
  })
  fc.assert(law, { numRuns: 1_500 })
})
