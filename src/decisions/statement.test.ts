import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Statement } from '../model/decision.ts'
import type { Event } from '../model/event.ts'
import { accountWith, postEvent, profileEvent, readingWith, reportEvent } from '../rules/samples.ts'
import type { Match } from '../rules/scope.ts'
import { quotable } from './quote.ts'
import { deciding, matchOf, reviewOf } from './samples.ts'

const stated = (match: Match, parts: Parameters<typeof deciding>[1] = {}): Statement =>
  deciding([match], parts).decisions[0]!.statement

test('D14: a statement says what, on which ground, on which facts, by what means, and how to appeal', () => {
  const { decisions } = deciding([matchOf()], { event: postEvent({ text: 'You will be sorry.' }) })
  const { id, statement } = decisions[0]!
  assert.equal(
    statement.text,
    [
      'Your post of 2014-09-07 was hidden from others. Ground: Credible threat to life (Criminal law). You may not threaten people.',
      'Facts: The text reads as a threat. You wrote: “You will be sorry.”',
      'Automated means found it. The decision was taken by automated means. A person will look at it.',
      `You can appeal against this decision free of charge for six months; name its number, ${id}. A person who took no part in it hears the appeal. You can also turn to a certified out-of-court dispute settlement body, or to a court.`,
    ].join('\n\n'),
  )
})

test('D14: where nothing was restricted, the statement says so and speaks of no appeal', () => {
  const check = (match: Match, beginning: string) => {
    const { text } = stated(match)
    assert.ok(text.startsWith(beginning), text)
    assert.doesNotMatch(text, /appeal|hidden|suspen/)
  }
  check(reviewOf(), 'Nothing was restricted: your post of 2014-09-07 waits for a person to look at it.')
  check(matchOf({ brake: { perHour: 0 } }), 'Nothing was restricted')
  check(matchOf({ mode: 'shadow' }), 'Nothing was done about your post of 2014-09-07')
  check(
    matchOf({ policy: 'edsa', verdict: 'allow', actions: [] }),
    'Nothing was restricted: your post of 2014-09-07 is permitted.',
  )
})

test('each action is told in words', () => {
  const check = (match: Match, event: Event, words: string) => {
    const { text } = stated(match, { event })
    assert.ok(text.startsWith(words), text)
  }
  const acting = (actions: Match['rule']['actions']) =>
    matchOf({ actions, label: actions.includes('label') ? 'x' : null })
  check(
    acting(['hide', 'limit', 'label']),
    postEvent(),
    'Your post of 2014-09-07 was marked with a label, is shown to fewer people and was hidden from others.',
  )
  check(acting(['suspend']), profileEvent(), 'Your profile led to the suspension of your account.')
  check(acting(['warn']), reportEvent('acct:7'), 'Your account led to this warning.')
})

test('D15: means are told as they are', () => {
  const check = (match: Match, event: Event, detection: string, decision: string, source: string) => {
    const { automated_detection, automated_decision, source_type } = stated(match, { event })
    assert.deepEqual([automated_detection, automated_decision, source_type], [detection, decision, source])
  }
  const [fully, partially] = ['AUTOMATED_DECISION_FULLY', 'AUTOMATED_DECISION_PARTIALLY']
  check(matchOf(), postEvent(), 'Yes', fully!, 'SOURCE_VOLUNTARY')
  check(reviewOf(), postEvent(), 'Yes', partially!, 'SOURCE_VOLUNTARY')
  check(matchOf(), reportEvent('acct:7'), 'No', fully!, 'SOURCE_ARTICLE_16')
  check(matchOf({ policy: 'tvec7' }), reportEvent('acct:7'), 'No', fully!, 'SOURCE_TYPE_OTHER_NOTIFICATION')
  assert.match(stated(matchOf({ actions: ['hide'] })).text, /No person has looked at it yet\./)
})

test('D16: no scores, no thresholds, no other account, no reporter', () => {
  const evidence = {
    'reading.tvec2': 0.8731,
    'lineage.closedAccount': 'acct:closed',
    'tally.reporters_24h': 4711,
  }
  const account = accountWith({
    lineage: { closedAccount: 'acct:closed', tier: 'certain', bits: 31.5, closedFor: 'tvec8', generation: 2 },
  })
  const event = reportEvent('acct:7', 'acct:reporter')
  assert.ok(event.type === 'report.created')
  event.report.text = 'It is my neighbour, I am afraid.'
  const statement = stated(matchOf({}, evidence), { event, account, gaps: ['account.followers'] })
  assert.doesNotMatch(
    JSON.stringify(statement),
    /8731|4711|closed"|acct:|reporter|neighbour|31\.5|followers|certain/,
  )
})

test('D17: own words are quoted from where they weigh most, without other people’s particulars', () => {
  const check = (text: string, expected: string) => assert.equal(quotable(text), expected)
  check('one\n\ntwo\u0000three\u202etfel', 'one two threetfel')
  check('“Go home,” he said, "now".', "'Go home,' he said, 'now'.")
  check('ask @some_one or a.b@mail.example, +49 170 1234567', 'ask @… or … …')
  check(`a${'\u0301'.repeat(40)}b`, `a${'\u0301'.repeat(3)}b`)
  check('نمی\u200cخواهم', 'نمی\u200cخواهم')
  check(`${'x'.repeat(199)}😀😀`, `${'x'.repeat(199)}…`)
  const text = `${'quiet words '.repeat(60)}and then the loud ones`
  const start = text.indexOf('loud')
  const reading = readingWith(
    {},
    {
      contributions: [{ policy: 'tvec2', reason: 'a loud word', weight: 2, span: { start, end: start + 4 } }],
    },
  )
  assert.match(
    stated(matchOf(), { event: postEvent({ text }), reading }).text,
    /You wrote: “….*and then the loud ones”/,
  )
})

test('D18: fields have the names and values of the transparency database', () => {
  const media = (type: string) => ({ id: 'm', type })
  const {
    text: _,
    puid,
    ...fields
  } = stated(matchOf({ actions: ['hide', 'limit', 'suspend'] }), {
    event: postEvent({ media: [media('image/png'), media('video/mp4'), media('audio/ogg'), media('x/y')] }),
  })
  assert.match(puid, /^d-[0-9a-f]{24}$/)
  assert.deepEqual(fields, {
    decision_visibility: ['DECISION_VISIBILITY_CONTENT_DEMOTED', 'DECISION_VISIBILITY_CONTENT_DISABLED'],
    decision_account: 'DECISION_ACCOUNT_SUSPENDED',
    decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
    ground_reference: 'Criminal law',
    explanation: 'Credible threat to life: You may not threaten people.',
    decision_facts:
      'Facts: The text reads as a threat. Automated means found it. The decision was taken by automated means. No person has looked at it yet.',
    category: 'STATEMENT_CATEGORY_VIOLENCE',
    content_type: [
      'CONTENT_TYPE_AUDIO',
      'CONTENT_TYPE_IMAGE',
      'CONTENT_TYPE_OTHER',
      'CONTENT_TYPE_TEXT',
      'CONTENT_TYPE_VIDEO',
    ],
    content_date: '2014-09-07',
    application_date: '2014-09-07',
    automated_detection: 'Yes',
    automated_decision: 'AUTOMATED_DECISION_FULLY',
    source_type: 'SOURCE_VOLUNTARY',
  })
})
