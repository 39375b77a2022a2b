import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deciding, matchOf } from '../decisions/samples.ts'
import type { Decision } from '../model/decision.ts'
import type { Rule } from '../model/policy.ts'
import { postEvent, reportEvent } from '../rules/samples.ts'
import { statementRow } from './statements.ts'

const decision = (
  rule: Partial<Rule> = {},
  event = postEvent({ text: 'You will be sorry, @someone.' }),
): Decision => deciding([matchOf(rule)], { event }).decisions[0]!

/** The database's own rules (its `StatementStoreRequest`, schema of July 2025), as far as they concern the fields we send. */
function refuse(row: Record<string, unknown>): string | null {
  const text = (name: string) => (typeof row[name] === 'string' ? (row[name] as string) : '')
  const list = (name: string) => (Array.isArray(row[name]) ? (row[name] as string[]) : [])
  const beginsWith = (values: string[], prefix: string) => values.every((value) => value.startsWith(prefix))
  const illegal = row['decision_ground'] === 'DECISION_GROUND_ILLEGAL_CONTENT'
  const ground = illegal ? 'illegal_content' : 'incompatible_content'
  const rules: Record<string, boolean> = {
    'a restriction': list('decision_visibility').length > 0 || text('decision_account') !== '',
    'the other restriction in words':
      !list('decision_visibility').includes('DECISION_VISIBILITY_OTHER') ||
      text('decision_visibility_other') !== '',
    'known restrictions': beginsWith(list('decision_visibility'), 'DECISION_VISIBILITY_'),
    'a ground': illegal || row['decision_ground'] === 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
    'the ground named': text(illegal ? 'illegal_content_legal_ground' : `${ground}_ground`) !== '',
    'the ground explained':
      text(`${ground}_explanation`) !== '' && text(`${ground}_explanation`).length <= 2_000,
    'a category': text('category').startsWith('STATEMENT_CATEGORY_'),
    'keywords that are keywords': beginsWith(list('category_specification'), 'KEYWORD_'),
    'a content type': list('content_type').length > 0 && beginsWith(list('content_type'), 'CONTENT_TYPE_'),
    'the other content in words':
      !list('content_type').includes('CONTENT_TYPE_OTHER') || text('content_type_other') !== '',
    dates:
      /^\d{4}-\d\d-\d\d$/.test(text('content_date')) && /^\d{4}-\d\d-\d\d$/.test(text('application_date')),
    facts: text('decision_facts') !== '' && text('decision_facts').length <= 5_000,
    source: text('source_type').startsWith('SOURCE_'),
    'automation told':
      ['Yes', 'No'].includes(text('automated_detection')) &&
      text('automated_decision').startsWith('AUTOMATED_DECISION_'),
    'a number of its own': /^[a-zA-Z0-9-_]{1,500}$/.test(text('puid')),
  }
  return Object.keys(rules).find((name) => !rules[name]) ?? null
}

test('D18, D19: every restriction makes a row that the transparency database takes', () => {
  const check = (rule: Partial<Rule>, event = postEvent()) =>
    assert.equal(refuse(statementRow(decision(rule, event))), null)
  check({})
  check({ policy: 'tvec7', actions: ['limit', 'queue'] })
  check({ actions: ['warn'] })
  check({ actions: ['suspend'] })
  check({ actions: ['label', 'hide'], label: 'violent' })
  check({ actions: ['remove'] }, reportEvent('acct:7'))
})

test('D19: a row holds no account, no post and no quotation', () => {
  const text = JSON.stringify(statementRow(decision()))
  assert.doesNotMatch(text, /acct:|post:|sorry|someone/)
})

test('the ground goes where the database wants it, and keywords only where they belong', () => {
  const threat = statementRow(decision())
  assert.equal(threat['illegal_content_legal_ground'], 'Criminal law')
  assert.ok(!('incompatible_content_ground' in threat) && !('category_specification' in threat))
  const praise = statementRow(decision({ policy: 'tvec7' }))
  assert.equal(praise['incompatible_content_ground'], 'Terms of Service')
  const incitement = { ...decision(), policy: 'tvec8' }
  assert.deepEqual(statementRow(incitement)['category_specification'], ['KEYWORD_INCITEMENT_VIOLENCE_HATRED'])
})
