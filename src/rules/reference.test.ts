import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { CATALOGUE, groupOf, USUAL_EVENTS } from './catalogue.ts'
import { packFromFiles } from './load.ts'
import { withReferences } from './reference.ts'
import { evaluate, planOf } from './rules.ts'
import { accountWith, profileEvent, reportEvent, scopeWith } from './samples.ts'
import { UNKNOWN } from './scope.ts'
import { RULE_EVENT_TYPES } from './signals/signal.ts'

test('the documents list the signals and functions that there are', () => {
  for (const name of ['docs/rules/README.md', 'docs/rules/cel.md']) {
    const page = readFileSync(name, 'utf8')
    assert.ok(page.includes('<!-- /'), `${name} has no part to be filled in`)
    assert.equal(page, withReferences(page), `${name} is behind the code`)
  }
})

test('every example in the documents loads', () => {
  const policies = readFileSync('policies/policies.yaml', 'utf8')
  const examples = [...readFileSync('docs/rules/README.md', 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(
    ([, text]) => text!,
  )
  assert.ok(examples.length >= 3)
  const files = Object.fromEntries(examples.map((text, index) => [`example-${index}.yaml`, text]))
  const result = packFromFiles({ 'policies.yaml': policies, ...files })
  assert.deepEqual(result.ok ? [] : result.problems, [])
})

test('every signal has a sentence, a home and events of its own', () => {
  const names = CATALOGUE.map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
  for (const { name, doc, on } of CATALOGUE) {
    assert.match(name, /^[a-z]+\.[a-zA-Z0-9]+$/)
    assert.match(doc, /\.$/, name)
    assert.ok(USUAL_EVENTS[groupOf(name)], name)
    assert.ok(on.length > 0 && on.every((type) => RULE_EVENT_TYPES.includes(type)), name)
  }
})

test('a signal is unknown on events that cannot have it, and of its own type elsewhere', () => {
  const scopes = [scopeWith(), scopeWith({ event: profileEvent() }), scopeWith({ event: reportEvent() })]
  for (const scope of scopes)
    for (const { name, on, type, variable } of CATALOGUE) {
      const value = variable.raw(scope)
      if (value === UNKNOWN) continue
      // A reading and the account's facts are there whenever something was read or seen.
      if (!['reading', 'entity', 'opinion', 'translation'].includes(groupOf(name)))
        assert.ok(on.includes(scope.event.type), `${name} on ${scope.event.type}`)
      const kind = Array.isArray(value)
        ? 'list<string>'
        : { string: 'string', boolean: 'bool', number: 'number', object: 'google.protobuf.Timestamp' }[
            typeof value as string
          ]
      assert.ok(
        kind === type || (kind === 'number' && (type === 'int' || type === 'double')),
        `${name} is ${kind}`,
      )
    }
})

test('names that JavaScript keeps for itself are no signals', () => {
  for (const name of [
    'reading.__proto__',
    'account.constructor',
    '__proto__.x',
    'constructor',
    'tally.__proto__',
    'reading.toString',
  ]) {
    const yaml = `rules:\n  - { id: a, policy: p, when: "${name} == 1", verdict: review, actions: [queue], mode: live }\npolicies:\n  - { id: p, title: p, prose: p, precedence: 1 }\n`
    assert.equal(packFromFiles({ 'x.yaml': yaml }).ok, false, name)
  }
})

test('accounts and hashtags may be called as JavaScript calls its own', () => {
  const pack = packFromFiles({
    'x.yaml':
      'policies:\n  - { id: constructor, title: p, prose: p, precedence: 1 }\nrules:\n  - { id: toString, policy: constructor, on: [post.created], when: account.id == "__proto__", verdict: review, actions: [queue], mode: live }\n',
  })
  assert.ok(pack.ok)
  const { matches } = evaluate(planOf(pack.pack), scopeWith({ account: accountWith({ id: '__proto__' }) }))
  assert.deepEqual(
    matches.map(({ rule }) => rule.id),
    ['toString'],
  )
})
