import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { test } from 'node:test'
import { EVENT_TYPES } from '../model/event.ts'
import { fieldsOf, loadMap, parseMap } from './load-map.ts'

/** A map that is well, but for the line given in place of `account: who`, the sixth. */
const withLine = (line: string) => `columns: [id, who, when, words]
events:
  - type: post.created
    id: id
    at: when
    ${line}
    post.id: id
`

/** Place and words of the first problem of a map, and what of the hint is looked for. */
function check(text: string, place: string, message: RegExp, hint: RegExp): void {
  const loaded = parseMap(text)
  if (loaded.ok) assert.fail(`is well: ${text}`)
  const [first] = loaded.problems
  assert.match(first!.message, message)
  assert.equal(`${first!.line}:${first!.column}`, place, first!.message)
  assert.match(first!.hint, hint)
}

test('a map that is well loads', () => assert.ok(parseMap(withLine('account: who')).ok))

test('the maps that come along load', () => {
  const maps = globSync('docs/operate/maps/*.yaml')
  assert.ok(maps.length >= 3)
  for (const file of maps) {
    const loaded = loadMap(file)
    assert.ok(loaded.ok, loaded.ok ? '' : JSON.stringify(loaded.problems))
  }
})

test('what is no YAML, or no map, is told with its place', () => {
  check('columns: [a\nevents: x: y', '2:1', /./, /check indentation/)
  check('', '1:1', /a map must be a mapping/, /lines of {2}name: value/)
  check('just words', '1:1', /a map must be a mapping/, /name: value/)
  check('columns: [a]\nevents: []', '1:1', /no event comes of a row/, /name at least one/)
  check('columns: a\nevents: []', '1:10', /"columns" must be a list/, /\[one, two\]/)
})

test('settings that are not known or will not do are named', () => {
  check(
    `colums: [a]\n${withLine('account: who')}`,
    '1:1',
    /a map has no "colums"/,
    /did you mean "columns"\?/,
  )
  check(`delimiter: ab\n${withLine('account: who')}`, '1:12', /must be one character/, /";"/)
  check(`header: perhaps\n${withLine('account: who')}`, '1:9', /must be true or false/, /leave it out/)
  check(`columns: [a, b, a]\nevents: []`, '1:17', /the column "a" is named twice/, /once/)
})

test('an event needs a type that is known, and all that the type needs', () => {
  check(
    withLine('account: who').replace('post.created', 'post.create'),
    '3:11',
    /type "post\.create" is not known/,
    /did you mean "post\.created"/,
  )
  check('columns: [a]\nevents:\n  - id: a', '3:5', /an event needs a type/, /known are account\.created/)
  check(withLine('post.text: words'), '3:5', /post\.created needs account/, /add {2}account: …/)
})

test('a field or column that is not there is named, with the nearest that is', () => {
  check(
    withLine('account: who\n    post.txt: words'),
    '7:5',
    /post\.created has no field "post\.txt"/,
    /did you mean "post\.text"\?/,
  )
  check(withLine('account: who\n    likes: words'), '7:5', /has no field "likes"/, /extra\.likes|known/)
  check(withLine('account: whom'), '6:14', /there is no column "whom"/, /did you mean "who"\?/)
  check(withLine('account: { column: whom }'), '6:24', /there is no column "whom"/, /did you mean "who"\?/)
  check(
    withLine('account: { hash: [who, nowhere] }'),
    '6:28',
    /there is no column "nowhere"/,
    /known are id, who/,
  )
  check(withLine('account: who\n    once: whoo'), '7:11', /there is no column "whoo"/, /did you mean "who"/)
})

test('a way to fill a field that is not known or does not fit is named', () => {
  check(
    withLine('account: { colum: who }'),
    '6:14',
    /says nothing about where the value comes from/,
    /constant/,
  )
  check(withLine('account:'), '6:13', /says nothing about|must be one value/, /./)
  check(withLine('account: [who]'), '6:14', /says nothing about/, /column’s name/)
  check(withLine('account: { column: who, prefx: x }'), '6:29', /has no "prefx"/, /did you mean "prefix"/)
  check(
    withLine('account: { column: who, zone: UTC }'),
    '6:29',
    /"zone" does not fit a field that takes text/,
    /^$/,
  )
  check(withLine('account: { constant: 7 }'), '6:26', /this field takes text/, /^$/)
  check(withLine('account: { hash: [] }'), '6:22', /a hash of nothing/, /tell rows apart/)
  check(withLine('account: who\n    post.hashtags: words'), '7:20', /takes a list/, /split/)
})

test('times that cannot be read are named while the map is read', () => {
  const at = (value: string) => withLine('account: who').replace('at: when', `at: ${value}`)
  check(at('{ column: when, time: "DD/MM" }'), '5:31', /"DD\/MM" is not a form of time/, /YYYY MM DD/)
  check(at('{ column: when, time: "YYYY-MM-DD YYYY" }'), '5:31', /is not a form of time/, /pattern/)
  check(at('{ column: when, time: "YYYY-MM-DD" }'), '5:31', /names no zone/, /zone: UTC/)
  check(at('{ column: when, zone: Mars/Base }'), '5:31', /"Mars\/Base" is not a zone/, /Europe\/Paris/)
  check(at('{ start: monday, everySeconds: 1 }'), '5:18', /"start" must be a time/, /2020-01-01/)
  check(
    at('{ start: "2020-01-01T00:00:00Z", everySeconds: 0 }'),
    '5:56',
    /must be a number above 0/,
    /everySeconds: 1/,
  )
  check(at('{ constant: noon }'), '5:21', /takes a time/, /2014-09-07T21:14:03Z/)
})

test('all that is wrong is told at once, by place', () => {
  const loaded = parseMap(withLine('account: whom\n    post.txt: words').replace('at: when', 'at: whne'))
  assert.ok(!loaded.ok)
  assert.deepEqual(
    loaded.problems.map(({ line }) => line),
    [5, 6, 7],
  )
})

test('a map that is not there is a problem, not a crash', () => {
  const loaded = loadMap('nowhere/at/all.yaml')
  assert.ok(!loaded.ok && /ENOENT/.test(loaded.problems[0]!.message))
})

test('extra fields can be kept, under names of letters, digits and strokes', () => {
  assert.ok(parseMap(withLine('account: who\n    extra.source_1: words\n    post.extra.likes: words')).ok)
  check(withLine('account: who\n    extra.a.b: words'), '7:5', /has no field "extra\.a\.b"/, /./)
  check(withLine('account: who\n    extra.__proto__: words'), '7:5', /has no field/, /./)
})

test('every type can be filled from columns, whatever it needs', () => {
  for (const type of EVENT_TYPES) {
    const fields = fieldsOf(type).filter((field) => !field.startsWith('extra'))
    assert.ok(fields.includes('id') && fields.includes('at') && fields.includes('account'), type)
    const filled = fields.map(
      (field) =>
        `    ${field}: ${field.endsWith('s') && !/followers|redress/.test(field) ? '{ column: a, split: "," }' : 'a'}`,
    )
    const loaded = parseMap(`columns: [a]\nevents:\n  - type: ${type}\n${filled.join('\n')}\n`)
    assert.ok(loaded.ok, loaded.ok ? '' : JSON.stringify(loaded.problems))
  }
})
