import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatProblems, packFromFiles } from './load.ts'

const POLICIES = `
policies:
  - { id: tvec2, title: Threat, prose: No threats., precedence: 10 }
  - { id: tvec8, title: Incitement, prose: No incitement., precedence: 5 }
`

/** Problems of a pack of one file beside two policies, each as `line:column message | hint`. */
function problemsOf(yaml: string): string[] {
  const result = packFromFiles({ 'policies.yaml': POLICIES, 'x.yaml': yaml })
  if (result.ok) return []
  return result.problems.map(
    ({ file, line, column, message, hint }) => `${file}:${line}:${column} ${message} | ${hint}`,
  )
}

/** One problem, at this place, whose message and hint hold these words. */
function check(yaml: string, place: string, ...words: string[]) {
  const problems = problemsOf(yaml)
  assert.equal(problems.length, 1, `${problems.length} problems:\n${problems.join('\n')}\nin\n${yaml}`)
  assert.ok(problems[0]!.startsWith(`x.yaml:${place} `), `at ${place}: ${problems[0]}`)
  for (const word of words) assert.ok(problems[0]!.includes(word), `"${word}" in: ${problems[0]}`)
}

const rule = (when: string, more = 'on: [post.created]') => `
rules:
  - id: a
    policy: tvec2
    when: ${when}
    verdict: review
    actions: [queue]
    mode: live
    ${more}
`
/** Column of the first character of a plain condition in \`rule\`. */
const WHEN = 11

test('a good pack has no problems', () => {
  assert.deepEqual(problemsOf(rule('reading.tvec2 >= 0.5')), [])
  assert.deepEqual(problemsOf(''), [])
  assert.deepEqual(problemsOf('# nothing but a comment'), [])
})

test('YAML that does not parse says where', () => {
  check('rules:\n  - id: "a', '2:11', 'quote', 'not closed')
  check('rules:\n\t- id: a', '2:1', 'indent with spaces')
  check('rules: []\nrules: []', '2:1', 'unique', 'each key stands once')
  check('- a', '1:1', 'not a mapping', 'rules:')
})

test('unknown keys are told with what was meant', () => {
  check('ruls: []', '1:1', 'no field "ruls"', 'did you mean "rules"?')
  check(
    rule('reading.tvec2 >= 0.5', 'on: [post.created]\n    mod: shadow'),
    '10:5',
    'no field "mod"',
    '"mode"',
  )
  check('tallies:\n  t: { count: post, by: account, ovr: 24h, over: 24h }', '2:34', '"ovr"', '"over"')
  check('policies:\n  - { id: p, title: P, prose: p, precedence: 1, __proto__: 1 }', '2:49', '__proto__')
})

test('wrong types and unknown words are told', () => {
  check(rule('5'), '5:11', '"when" must be a text')
  check(
    rule('reading.tvec2 >= 0.5', 'on: [post.craeted]'),
    '9:10',
    'event type "post.craeted"',
    '"post.created"',
  )
  check(rule('reading.tvec2 >= 0.5').replace('[queue]', '[queu]'), '7:15', 'unknown action "queu"', '"queue"')
  check(
    rule('reading.tvec2 >= 0.5').replace('verdict: review', 'verdict: reveiw'),
    '6:14',
    'unknown verdict',
    '"review"',
  )
  check(rule('reading.tvec2 >= 0.5').replace('mode: live', 'mode: alive'), '8:11', 'unknown mode', '"live"')
  check(
    rule('reading.tvec2 >= 0.5').replace('policy: tvec2', 'policy: tvec3'),
    '4:13',
    'unknown policy "tvec3"',
    'declare it',
  )
  check(
    rule('reading.tvec2 >= 0.5').replace('policy: tvec2', 'policy: tvc8'),
    '4:13',
    'unknown policy',
    '"tvec8"',
  )
  check(rule('reading.tvec2 >= 0.5').replace('id: a', 'id: a b'), '3:9', 'is no id')
  check('strikes: { lapseAfter: 90 }', '1:24', '"lapseAfter" must be a text')
  check('strikes: { lapseAfter: 90 days }', '1:24', 'span of time', '90d')
  check('tallies:\n  t: { count: post, by: acount, over: 24h }', '2:25', 'unknown by "acount"', '"account"')
})

test('what is missing is told', () => {
  const lines = rule('reading.tvec2 >= 0.5').split('\n')
  for (const name of ['policy', 'when', 'verdict', 'mode']) {
    const without = lines.filter((line) => !line.trim().startsWith(`${name}:`)).join('\n')
    check(without, '3:5', `lacks "${name}"`)
  }
})

test('ids stand for one thing', () => {
  check(
    rule('reading.tvec2 >= 0.5') + rule('reading.tvec2 >= 0.6').replace('\nrules:\n', ''),
    '10:9',
    'declared twice',
    'x.yaml, line 3',
  )
  check(
    'policies:\n  - { id: tvec2, title: T, prose: t, precedence: 1 }',
    '2:11',
    'policy "tvec2" is declared twice',
    'policies.yaml',
  )
})

test('a condition’s problems are placed within it', () => {
  check(
    rule('reading.tvec9 >= 0.5'),
    `5:${WHEN}`,
    'unknown signal "reading.tvec9"',
    'did you mean "reading.tvec',
  )
  check(
    rule('reading.tvec2 >= 0.5 && readng.stance == "asserts"'),
    `5:${WHEN + 24}`,
    'unknown signal "readng.stance"',
    '"reading.stance"',
  )
  check(rule('reading.tvec2 >= 0.5 &&'), `5:${WHEN + 23}`, 'not CEL')
  check(rule('reading.tvec2 >= 0.5 and true'), `5:${WHEN + 21}`, 'not CEL', '&& for and')
  check(rule('reading.tvec2 == 1'), `5:${WHEN}`, 'types do not fit', '1.0 for 1')
  check(rule('reading.stance > 1'), `5:${WHEN}`, 'types do not fit', 'quotes')
  check(rule('reading.tvec2'), `5:${WHEN}`, 'true or false', 'double')
  check(rule('reading > 1'), `5:${WHEN}`, 'group of signals')
  check(rule('tally.nope >= 1'), `5:${WHEN}`, 'unknown tally "nope"', 'none is declared')
  check(rule('post.text.contain("x")'), `5:${WHEN}`, 'unknown function "contain"', '"contains"')
  check(rule('post.text.matches("(a")'), `5:${WHEN + 18}`, 'a group is not closed')
  check(rule('post.text.matches(post.text)'), `5:${WHEN + 18}`, 'a pattern written out')
})

test('places hold in quoted, literal and folded texts', () => {
  check(rule(`'reading.stance == "asserts" && reading.tvec9 > 0.5'`), `5:${WHEN + 1 + 31}`, 'reading.tvec9')
  check(
    rule(`"reading.stance == \\"asserts\\" && reading.tvec9 > 0.5"`),
    `5:${WHEN + 1 + 33}`,
    'reading.tvec9',
  )
  check(rule('|\n      reading.tvec2 >= 0.5\n        && reading.tvec9 > 0.5'), '7:12', 'reading.tvec9')
  check(rule('>\n      reading.tvec2 >= 0.5\n      && reading.tvec9 > 0.5'), '7:10', 'reading.tvec9')
})

test('several problems are told at once', () => {
  const problems = problemsOf(
    rule('readng.tvec2 >= 0.5 && reading.stanc == "x"')
      .replace('[queue]', '[hid]')
      .replace('mode: live', 'mode: on'),
  )
  assert.ok(problems.length >= 2, problems.join('\n'))
})

test('rules that can never fire are refused', () => {
  const never = (when: string, place: string, ...words: string[]) => check(rule(when), place, ...words)
  never('"false"', '5:12', 'can never fire')
  never('1 > 2 && reading.tvec2 >= 0.5', '5:11', 'always false')
  never('reading.tvec2 > 1.0', '5:27', 'lies between 0 and 1')
  never('reading.tvec2 >= 80.0 || reading.tvec8 >= 0.5', '5:28', 'not 80')
  never('reading.tvec2 >= 0.8 && reading.tvec2 < 0.5', '5:35', 'nothing is left for reading.tvec2')
  never('account.strikes > 1 && account.strikes < 2', '5:34', 'account.strikes')
  never('reading.stance == "asserts" && reading.stance == "asks"', '5:42', 'reading.stance')
  never('reading.stance == "assert"', '5:29', 'never "assert"', '"asserts"')
  never(`'"thret" in reading.acts'`, '5:12', '"threat"')
  never('event.type == "post.edited"', '5:11', 'event.type')
  never('profile.bio.contains("x")', '9:10', 'does not exist on post.created', 'account.created')
  never('report.policy == "x" && reading.tvec2 >= 0.5', '9:10', 'report.policy')
})

test('rules that can fire are not refused', () => {
  const fires = (when: string) => assert.deepEqual(problemsOf(rule(when)), [], when)
  fires('reading.tvec2 >= 0.8 || (reading.tvec2 < 0.5 && reading.tvec8 >= 0.8)')
  fires('"!(reading.tvec2 >= 0.8 && reading.tvec2 < 0.5)"')
  fires('account.strikes > 1 && account.strikes < 3')
  fires('reading.stance in ["asserts", "none"] && reading.stance != "asserts"')
  fires("'reading.tvec2 >= 0.8 ? reading.tvec8 < 0.5 : true'")
  fires('1.0 == 1.0 && post.text != ""')
})

test('without "on" a rule is about the events that have its signals', () => {
  const on = (when: string) => {
    const result = packFromFiles({ 'policies.yaml': POLICIES, 'x.yaml': rule(when, '') })
    assert.ok(result.ok, result.ok ? '' : formatProblems(result.problems))
    return result.pack.rules[0]!.on
  }
  assert.deepEqual(on('reading.tvec2 >= 0.5'), ['post.created', 'post.edited'])
  assert.deepEqual(on('profile.bio.contains("x") && reading.tvec2 >= 0.5'), [
    'account.created',
    'account.updated',
  ])
  assert.deepEqual(on('report.policy == "tvec2"'), ['report.created'])
  assert.deepEqual(on('report.policy == "x" || post.isReply'), [
    'post.created',
    'post.edited',
    'report.created',
  ])
  const split = problemsOf(rule('report.policy == "x" && post.isReply', ''))
  assert.match(split.join(), /no event has all the signals/)
})

test('verdict and actions fit together', () => {
  const both = (verdict: string, actions: string, more = '') =>
    rule('reading.tvec2 >= 0.5', more)
      .replace('verdict: review', `verdict: ${verdict}`)
      .replace('actions: [queue]', actions)
  check(both('restrict', 'actions: [queue]'), '3:5', 'needs an action', 'hide')
  check(both('review', ''), '6:14', 'reaches nobody')
  check(both('review', 'actions: [hide]'), '7:15', '"hide" restricts')
  check(both('allow', 'actions: [queue]'), '7:15', 'no actions')
  check(both('review', 'actions: [label]'), '7:15', 'needs a label')
  check(both('review', 'actions: [queue]', 'label: x'), '9:12', 'does not put it on')
  check(both('review', 'actions: [queue]', 'strikes: 1'), '9:14', 'strikes come with restrictions')
  check(
    'rules:\n  - { id: a, policy: tvec2, when: reading.tvec2 > 0.5, actions: [queue], mode: live }',
    '2:5',
    'lacks "verdict"',
  )
})

test('nothing automatic rests on a link or a graph alone', () => {
  const taking = (when: string) =>
    rule(when).replace('verdict: review', 'verdict: restrict').replace('[queue]', '[suspend]')
  check(taking('lineage.tier == "certain"'), `5:${WHEN}`, 'rest on a link or a graph alone')
  check(taking('campaign.degree >= 0.5 && account.ageHours < 5.0'), `5:${WHEN}`, 'alone')
  check(taking('lineage.tier == "certain" || reading.tvec8 >= 0.9'), `5:${WHEN}`, 'alone')
  assert.deepEqual(problemsOf(taking('lineage.tier == "certain" && reading.tvec8 >= 0.9')), [])
})

test('no restriction rests on a machine’s translation alone, not behind a tally either (Q11)', () => {
  const tallies = `tallies:
  read_24h: { count: post, by: account, over: 24h, where: translation.tvec8 >= 0.8 }
  both_24h: { count: post, by: account, over: 24h, where: translation.tvec8 >= 0.8 && reading.tvec8 >= 0.5 }
  posts_24h: { count: post, by: account, over: 24h }
  reports_24h: { count: report, by: account, over: 24h }
`
  const taking = (when: string, actions = '[hide]') =>
    tallies +
    rule(`|\n      ${when}`).replace('verdict: review', 'verdict: restrict').replace('[queue]', actions)
  const refused = (when: string, actions?: string) =>
    check(taking(when, actions), '10:11', 'translation alone', 'verdict: review')
  const fits = (when: string) => assert.deepEqual(problemsOf(taking(when)), [], when)

  refused('translation.tvec8 >= 0.9')
  refused('translation.tvec8 >= 0.9', '[warn]')
  refused('translation.tvec8 >= 0.9 && post.isRepost && account.ageHours < 5.0')
  refused('translation.tvec8 >= 0.9 && reading.stance == "asserts" && reading.language == "ar"')
  refused('translation.tvec8 >= 0.9 && reading.tvec8 >= 0.0')
  refused('translation.tvec8 >= 0.9 && reading.tvec8 < 0.9')
  refused('translation.tvec8 >= 0.9 || reading.tvec8 >= 0.9')
  refused('translation.tvec8 >= 0.9 && !(reading.tvec8 >= 0.9)')
  refused('!(translation.tvec8 < 0.9 && reading.tvec8 < 0.5)')
  refused('translation.tvec8 >= 0.9 ? true : reading.tvec8 >= 0.9')
  refused('translation.tvec8 >= 0.9 && !("threat" in reading.acts)')
  refused('tally.read_24h >= 3')
  refused('tally.read_24h >= 3 && tally.posts_24h >= 10')
  refused('tally.read_24h >= 3 && tally.both_24h >= 0')

  fits('translation.tvec8 >= 0.9 && reading.tvec8 >= 0.3')
  fits('translation.tvec8 >= 0.9 && opinion.tvec8 >= 0.5')
  fits('translation.tvec8 >= 0.9 && !(reading.tvec8 < 0.5)')
  fits('(translation.tvec8 >= 0.9 || campaign.degree > 0.5) && reading.tvec8 >= 0.5')
  fits('!(translation.tvec8 < 0.9 || reading.tvec8 < 0.5)')
  fits('translation.tvec8 >= 0.9 ? reading.tvec8 >= 0.5 : reading.tvec8 >= 0.9')
  fits('translation.tvec8 >= 0.9 && "call" in reading.acts')
  fits('translation.tvec8 >= 0.9 && reading.acts.exists(act, act == "call") && reading.hasTarget')
  fits('tally.both_24h >= 3')
  fits('translation.tvec8 >= 0.9 && tally.reports_24h >= 3')
  assert.deepEqual(problemsOf(tallies + rule('translation.tvec8 >= 0.9')), [], 'a person may look at it')
})

test('an opinion of who read the original is content, a translation is not', () => {
  const taking = (when: string) =>
    rule(when).replace('verdict: review', 'verdict: restrict').replace('[queue]', '[hide]')
  assert.deepEqual(problemsOf(taking('lineage.tier == "certain" && opinion.tvec8 >= 0.9')), [])
  const problems = problemsOf(taking('lineage.tier == "certain" && translation.tvec8 >= 0.9'))
  assert.match(problems.join('\n'), /rest on a link or a graph alone/)
})

test('tallies that can never count are refused', () => {
  const tally = (fields: string) => `tallies:\n  t: { ${fields} }`
  check(
    tally('distinct: hashtag, by: account, over: 1h, on: [report.created]'),
    '2:55',
    'can never count',
    'hashtag',
  )
  check(tally('count: follow, by: hashtag, over: 1h'), '2:6', 'can never count', 'hashtag')
  check(
    tally('count: post, by: account, over: 1h, on: [report.created]'),
    '2:49',
    'report.created is not a post',
  )
  check(tally('count: post, by: account, over: 1h, where: reading.tvec2 > 2.0'), '2:67', 'lies between')
  check(
    tally('count: post, by: account, over: 1h, where: "report.policy == \'x\'"'),
    '2:51',
    'names what post.created does not have',
  )
  check(tally('count: post, distinct: url, by: account, over: 1h'), '2:6', 'one of count, distinct and top')
  check(tally('count: post, by: account, over: 1h, k: 5'), '2:44', '"k" is for top')
  check(tally('count: post, by: account, over: 1s'), '2:40', 'span of time')
  check(
    'tallies:\n  a: { count: post, by: account, over: 1h }\n  t: { count: post, by: account, over: 1h, where: tally.a > 1 }',
    '3:51',
    'cannot lean on another',
  )
})

test('a condition that could take for ever is refused', () => {
  const loops = 'post.urls.exists(a, post.urls.exists(b, post.urls.exists(c, a + b == c)))'
  check(rule(loops), `5:${WHEN}`, 'steps', 'loops within loops')
  check(rule(`"${'('.repeat(60)}true${')'.repeat(60)}"`), `5:${WHEN + 41}`, 'too large')
  check(rule(`"${'true || '.repeat(600)}true"`), `5:${WHEN}`, 'longer than 4000')
  check(rule(`post.text.matches("a{90}b{90}c{90}")`), `5:${WHEN + 18}`, 'repeats too much')
})

test('aliases are refused: a few of them unfold without end', () => {
  const problems = problemsOf('rules: &a\n  - *a\n')
  assert.equal(problems.length, 1)
  assert.match(problems[0]!, /must be a mapping/)
})

test('the hash is of paths and contents, not of their order', () => {
  const hash = (files: Record<string, string>) => {
    const result = packFromFiles(files)
    return result.ok ? result.pack.hash : assert.fail('does not load')
  }
  const a = { 'a.yaml': POLICIES, 'b.yaml': '# b' }
  assert.equal(hash(a), hash({ 'b.yaml': '# b', 'a.yaml': POLICIES }))
  assert.notEqual(hash(a), hash({ 'a.yaml': POLICIES, 'c.yaml': '# b' }))
  assert.match(hash(a), /^sha256:[0-9a-f]{64}$/)
})

test('problems print as place, message and hint, in order', () => {
  const problems = [
    { file: 'b.yaml', line: 1, column: 2, message: 'second', hint: '' },
    { file: 'a.yaml', line: 9, column: 1, message: 'first', hint: 'do this' },
  ]
  assert.equal(formatProblems(problems), 'a.yaml:9:1: first\n    do this\nb.yaml:1:2: second')
})
