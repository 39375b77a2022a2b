import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { checkTexts } from '../check.ts'
import { createLineageIndex } from '../lineage/lineage.ts'
import { inlineMeasurer } from '../reading/measure.ts'
import { createReader } from '../reading/reading.ts'
import { formatProblems, loadPack, packFromFiles } from './load.ts'
import { evaluate, planOf } from './rules.ts'
import { scopeWith } from './samples.ts'

/* The entity list from its file to what rules see of a text. */

const entities = `entities:
  - id: salt-banner
    names: { en: [Salt Banner], ar: [راية الملح] }
    variants:
      - { name: Wolves of Salt, language: en, stance: own }
      - { name: salt rats, language: en, stance: derogatory }
    designations:
      - { authority: Council, list: Register, date: 2013-04-02, jurisdiction: glass, scope: [glass], until: 2015-01-01 }
      - { authority: Assembly, list: Annex, date: 2014-06-01, jurisdiction: coast, scope: [coast, isles] }
`
const policies = 'policies:\n  - { id: tvec7, title: t, prose: p, precedence: 1 }\n'
const rule = (id: string, when: string, verdict = 'review') =>
  `  - { id: ${id}, policy: tvec7, on: [post.created], when: '${when}', verdict: ${verdict}, actions: [${verdict === 'review' ? 'queue' : 'hide'}], mode: live }\n`
const packed = (rules: string, list = entities) =>
  packFromFiles({ 'policies.yaml': policies, 'entities.yaml': list, 'rules.yaml': `rules:\n${rules}` })

function matching(when: string, text: string, at: string): boolean {
  const result = packed(rule('r', when))
  assert.ok(result.ok, result.ok ? '' : formatProblems(result.problems))
  const plan = planOf(result.pack)
  const reading = createReader(result.pack.banks).read({ text, language: null })
  const scope = scopeWith({ reading, entities: plan.entities, time: Date.parse(at) })
  return evaluate(plan, scope).matches.length === 1
}

test('rules see whom a text names, as whose name, and where that is designated at the event’s time', () => {
  const check = (when: string, text: string, expected: boolean, at = '2014-09-07') =>
    assert.equal(matching(when, text, at), expected, `${when}: ${text} at ${at}`)
  const named = '"salt-banner" in entity.named'
  check(named, 'The Salt Banner met at noon', true)
  check(named, 'THE #SALTBANNER', true)
  check(named, 'The S4lt Banner', true)
  check(named, 'قال إن راية الملح انتهت', true)
  check(named, 'the wolves of salt', true)
  check(named, 'the banner was white as salt', false)
  check(named, 'saltbanners', false)
  check('size(entity.namedAsOwn) > 0', 'the Wolves of Salt', true)
  check('size(entity.namedAsOwn) > 0', 'the Salt Banner', false)
  check('"salt-banner" in entity.namedAsFoe', 'the salt rats', true)
  check('"glass" in entity.designatedIn', 'the Salt Banner', true)
  check('"glass" in entity.designatedIn', 'the Salt Banner', false, '2013-04-01')
  check('"glass" in entity.designatedIn', 'the Salt Banner', false, '2015-01-01')
  check('"isles" in entity.designatedIn', 'the Salt Banner', true)
  check('"isles" in entity.designatedIn', 'the Salt Banner', false, '2014-05-31')
  check('"eu" in entity.designatedIn', 'the Salt Banner', false)
  check('size(entity.designatedIn) == 0', 'Good morning', true)
  // Names of entities are no curated terms.
  check('size(reading.terms) == 0 && size(reading.banks) == 0', 'the Salt Banner', true)
})

test('the line tells rules the same: a text judged as a first post', async () => {
  const result = packed(rule('r', '"coast" in entity.designatedIn'))
  assert.ok(result.ok)
  const check = async (text: string, at: string, verdict: string) => {
    const [row] = await checkTexts([{ text, language: 'en' }], {
      measurer: inlineMeasurer(result.pack.banks),
      plan: planOf(result.pack),
      noneClosed: createLineageIndex(),
      at,
    })
    assert.equal(row!.verdict, verdict, `${text} at ${at}`)
  }
  await check('the Salt Banner met', '2014-06-01T00:00:00.000Z', 'review')
  await check('the Salt Banner met', '2014-05-31T23:59:59.000Z', 'allow')
  await check('the Iron Banner met', '2014-06-01T00:00:00.000Z', 'allow')
})

test('what was not read names nobody: it is unknown', () => {
  const result = packed(rule('r', 'size(entity.named) == 0 || size(entity.designatedIn) == 0'))
  assert.ok(result.ok)
  const { matches, gaps } = evaluate(planOf(result.pack), scopeWith({ reading: null }))
  assert.deepEqual([matches.length, gaps], [0, ['entity.designatedIn', 'entity.named']])
})

test('nobody is restricted because of a name, or of a list, alone', () => {
  const check = (when: string, refused: boolean) => {
    const result = packed(rule('r', when, 'restrict'))
    const problems = result.ok ? '' : formatProblems(result.problems)
    assert.equal(!result.ok, refused, `${when}\n${problems}`)
    if (refused) assert.match(problems, /would rest on the name of an organisation alone/)
  }
  check('"coast" in entity.designatedIn', true)
  check('"salt-banner" in entity.named && account.followers > 10', true)
  check('"salt-banner" in entity.namedAsOwn && reading.language == "en"', true)
  check('"salt-banner" in entity.named && reading.stance == "asserts"', true)
  check('"salt-banner" in entity.named || reading.tvec7 >= 0.8', true)
  check('"salt-banner" in entity.named && reading.tvec7 >= 0.8', false)
  check('"salt-banner" in entity.named && "praise" in reading.acts', false)
  check('reading.tvec7 >= 0.8', false)
})

test('faults are told with file, line and column', () => {
  const check = (rules: string, list: string, words: RegExp) => {
    const result = packed(rules, list)
    assert.match(result.ok ? 'taken' : formatProblems(result.problems), words)
  }
  const some = rule('r', '"salt-banner" in entity.named')
  check(
    rule('r', '"salt-baner" in entity.named'),
    entities,
    /rules\.yaml:2:\d+: no entity "salt-baner" is listed\n {4}did you mean "salt-banner"\?/,
  )
  check(
    some,
    entities.replace('scope: [coast, isles]', 'scope: [coast, "*"]'),
    /entities\.yaml:9:\d+: entity: not a place/,
  )
  check(
    some,
    entities.replace('date: 2014-06-01', 'date: 2014-13-01'),
    /entities\.yaml:9:51: entity: not a day/,
  )
  check(some, entities.replace('stance: own', 'stance: friendly'), /entities\.yaml:5:\d+: entity: the stance/)
  check(
    some,
    `${entities}${entities.replace('entities:\n', '')}`,
    /entities\.yaml:10:\d+: entity "salt-banner" is declared twice/,
  )
  check(some, 'entities: { salt: 1 }', /"entities" must be a list/)
  const broken = packed(some, entities.replace('date: 2014-06-01', 'date: soon'))
  assert.equal(broken.ok ? 0 : broken.problems.length, 1, 'one slip, one message')
})

test('how somebody names it is told among the reasons, and leaves threats alone', () => {
  const result = packed(rule('r', '"salt-banner" in entity.named'))
  assert.ok(result.ok)
  const reader = createReader(result.pack.banks)
  const plain = createReader([])
  const check = (text: string, direction: number, stance?: string) => {
    const [with_, without] = [reader.read({ text, language: 'en' }), plain.read({ text, language: 'en' })]
    assert.equal(Math.sign(with_.scores.tvec7! - without.scores.tvec7!), direction, text)
    for (const policy of ['tvec2', 'tvec3', 'tvec5', 'tvec8', 'harassment'] as const)
      assert.equal(with_.scores[policy], without.scores[policy], `${text}: ${policy}`)
    if (stance !== undefined) assert.equal(with_.stance, stance, text)
  }
  check('Long live the Wolves of Salt', 1)
  check('Long live the Salt Banner', 0)
  check('Long live the salt rats', -1)
  check('The salt rats are on our street again', -1)
  // A firmer sign outweighs the name: this is told as news is.
  check('The salt rats murdered five people', -1, 'reports')
  check('The Wolves of Salt, or salt rats as some say, murdered five people', 0)
  const reasons = reader.read({ text: 'Long live the Wolves of Salt', language: 'en' }).contributions
  assert.ok(
    reasons.some(({ reason, span }) => /as its supporters call it/.test(reason) && span?.start === 14),
  )
})

test('the pack that comes along lists one organisation, invented, and every example loads', () => {
  const loaded = loadPack('policies')
  assert.ok(loaded.ok)
  assert.deepEqual(
    loaded.pack.entities.map(({ id }) => id),
    ['salt-banner'],
  )
  const examples = [...readFileSync('docs/rules/entities.md', 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)]
  const files = Object.fromEntries(examples.map(([, text], index) => [`example-${index}.yaml`, text!]))
  const result = packFromFiles({ 'policies.yaml': policies, ...files })
  assert.deepEqual(result.ok ? [] : result.problems, [])
})
