import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCsv } from './csv.ts'
import { LINE_BYTES_MAX } from './lines.ts'
import { parseMap } from './load-map.ts'
import type { CsvMap } from './map.ts'
import { createRecords, RECORD_LINES_MAX } from './records.ts'
import { bytesOf, door, fates, gathered } from './samples.ts'

function mapOf(text: string): CsvMap {
  const loaded = parseMap(text)
  return loaded.ok ? loaded.map : assert.fail(JSON.stringify(loaded.problems))
}

const POSTS = `
columns: [id, who, when, words]
events:
  - type: post.created
    id: id
    at: when
    account: who
    post.id: { column: id, prefix: "post:" }
    post.text: words
`
const HEADER = 'id,who,when,words'
const AT = '2014-09-07T21:14:03Z'

const read = (text: string, map = POSTS, size?: number) =>
  gathered(readCsv(bytesOf(text, size), mapOf(map), door))
const check = async (rows: string[], expected: string[], map = POSTS) =>
  assert.deepEqual(fates(await read(rows.join('\n'), map)), expected)

/** One event out of one row, under a map of its own fields. */
async function eventOf(
  columns: string,
  fields: string,
  row: string,
): Promise<Record<string, unknown> | string> {
  const map = `columns: [${columns}]\nevents:\n  - type: post.created\n    id: { row: true }\n    account: { constant: a }\n    post.id: { row: true }\n${fields}`
  const [line] = await read(`${columns}\n${row}`, map)
  if (line === undefined) assert.fail('no line')
  return line.result.ok ? (line.result.event as unknown as Record<string, unknown>) : line.result.reason
}

const timed = async (time: string, value: string) => {
  const event = await eventOf('t', `    at: ${time}\n`, `"${value}"`)
  return typeof event === 'string' ? event : event['at']
}

async function texts(rows: string[]): Promise<unknown[]> {
  const lines = await read([HEADER, ...rows].join('\n'))
  return lines.map(({ result }) =>
    result.ok ? (result.event.type === 'post.created' ? result.event.post.text : null) : result.reason,
  )
}

test('a row becomes an event, with the columns in any order and others beside them', () =>
  check([`other,words,id,when,who`, `x,hello,e1,${AT},a`], ['2 e1']))

test('a quoted value may hold commas, quotes and line breaks', async () => {
  assert.deepEqual(await texts([`e1,a,${AT},"one, ""two"" and`, `three"`, `e2,a,${AT},plain`]), [
    'one, "two" and\nthree',
    'plain',
  ])
  assert.deepEqual(fates(await read([HEADER, `e1,a,${AT},"x`, `y"`, `e2,a,${AT},z`].join('\r\n'))), [
    '2 e1',
    '4 e2',
  ])
})

test('a broken row costs that row alone', async () => {
  assert.deepEqual(await texts([`e1,a,${AT}`, `e2,a,${AT},b,c`, `e3,a,${AT},fine`]), [
    'the row has 3 values; the file has 4 columns',
    'the row has 5 values; the file has 4 columns',
    'fine',
  ])
  assert.deepEqual(await texts([`e1,a,${AT},"x"y`, `e2,a,${AT},say "x"`, `e3,a,${AT},"fine"`]), [
    'something follows a closing quote; double the quotes inside a quoted value',
    'a quote stands inside a value that is not quoted; quote the value and double the quotes inside it',
    'fine',
  ])
})

test('a quote that is never closed does not swallow the file', async () => {
  const rest = Array.from({ length: RECORD_LINES_MAX + 5 }, (_, index) => `r${index},a,${AT},fine`)
  const lines = await read([HEADER, `e1,a,${AT},"open`, ...rest].join('\n'))
  assert.equal(lines.length, rest.length + 1)
  assert.match(fates(lines)[0]!, /^2 a quote is opened here and not closed/)
  assert.equal(lines.filter(({ result }) => result.ok).length, rest.length)
})

test('a file of quotes that never close is given up line by line, in time', () => {
  const records = createRecords({ delimiter: ',', quotes: true })
  const line = (index: number) => ({ line: index + 1, text: `x",,"${'y'.repeat(100)}`, overlong: null })
  const before = process.cpuUsage()
  const found = records.push(Array.from({ length: 6_000 }, (_, index) => line(index)))
  found.push(...records.end())
  assert.equal(found.length, 6_000)
  assert.ok(process.cpuUsage(before).user < 5_000_000)
})

test('a header without the map’s columns is refused, and nothing is read', async () => {
  await check(['id,who,words', 'e1,a,b'], ['1 the header lacks when; the map names these columns'])
  await check([`${HEADER},id`, `e1,a,${AT},x,y`], ['1 the header names id more than once'])
  await check(
    ['id,"who', 'x'],
    [
      '1 the header cannot be read: a quote is opened here and not closed; double the quotes inside a quoted value',
    ],
  )
})

test('a header may be quoted, spaced, and begin with a byte order mark', () =>
  check([`\ufeff"id", who ,when,words`, `e1,a,${AT},x`], ['2 e1']))

test('where the bytes were cut makes no difference', async () => {
  const text = `\ufeff${HEADER}\r\ne1,a,${AT},"é,\r\n😀"\r\ne2,a,${AT},ب`
  const whole = fates(await read(text))
  assert.deepEqual(whole, ['2 e1', '4 e2'])
  for (const size of [1, 2, 3, 7]) assert.deepEqual(fates(await read(text, POSTS, size)), whole)
})

test('a value that will not do is refused with its field, and its line is kept', async () => {
  const [line] = await read(`${HEADER}\ne1,a,noon,x`)
  assert.deepEqual(line, {
    line: 2,
    result: { ok: false, id: 'e1', field: 'at', reason: '"noon" is not an ISO 8601 time' },
    raw: 'e1,a,noon,x',
  })
})

test('an overlong line is refused and passed over', () =>
  check(
    [HEADER, `e1,a,${AT},${'x'.repeat(LINE_BYTES_MAX)}`, `e2,a,${AT},y`],
    [`2 the line is longer than ${LINE_BYTES_MAX} bytes`, '3 e2'],
  ))

test('once: an event comes at the first row of each value, and again only if it was refused', async () => {
  const map = `
columns: [who, followers, when]
events:
  - type: account.created
    once: who
    id: { hash: [who], prefix: "account-" }
    at: when
    account: who
    profile.handle: who
    profile.followers: followers
`
  const lines = await read(
    ['who,followers,when', `a,1,${AT}`, `a,2,${AT}`, `b,many,${AT}`, `b,3,${AT}`, `b,4,${AT}`].join('\n'),
    map,
  )
  assert.deepEqual(
    lines.map(({ line, result }) => [line, result.ok]),
    [
      [2, true],
      [4, false],
      [5, true],
    ],
  )
})

test('an id derived from a row is the same again, and tells rows apart', async () => {
  const ids = async (map: string, ...rows: string[]) => {
    const lines = await read(['x,y', ...rows].join('\n'), map)
    return lines.map(({ result }) => (result.ok ? result.event.id : result.reason))
  }
  const by = (id: string) =>
    `columns: [x, y]\nevents:\n  - { type: account.closed, id: ${id}, at: { constant: "${AT}" }, account: x }\n`
  const [first, second, third] = await ids(by('{ hash: [x, y], prefix: "e-" }'), 'ab,c', 'a,bc', 'ab,c')
  assert.match(first!, /^e-[\da-f]{32}$/)
  assert.notEqual(first, second)
  assert.equal(first, third)
  const [fourth, fifth] = await ids(by('{ hash: [x, y], row: true }'), 'ab,c', 'ab,c')
  assert.notEqual(fourth, fifth)
  assert.deepEqual(await ids(by('{ row: true, prefix: "r" }'), 'ab,c', 'ab,c'), ['r1', 'r2'])
})

test('times of every form a map can name', async () => {
  assert.equal(await timed('t', AT), '2014-09-07T21:14:03.000Z')
  assert.equal(
    await timed('{ column: t, zone: Europe/Paris }', '2014-09-07T21:14:03'),
    '2014-09-07T19:14:03.000Z',
  )
  assert.equal(await timed('{ column: t, zone: Europe/Paris }', AT), '2014-09-07T21:14:03.000Z')
  assert.equal(await timed('{ column: t, zone: UTC }', '2014-09-07'), '2014-09-07T00:00:00.000Z')
  assert.equal(await timed('{ column: t, time: seconds }', '1410124443'), '2014-09-07T21:14:03.000Z')
  assert.equal(await timed('{ column: t, time: seconds }', '1410124443.25'), '2014-09-07T21:14:03.250Z')
  assert.equal(await timed('{ column: t, time: milliseconds }', '1410124443000'), '2014-09-07T21:14:03.000Z')
  assert.equal(
    await timed('{ column: t, time: "DD/MM/YYYY HH:mm", zone: "+02:00" }', '07/09/2014 23:14'),
    '2014-09-07T21:14:00.000Z',
  )
  assert.equal(
    await timed('{ column: t, time: "YYYYMMDDHHmmssSSS", zone: UTC }', '20140907211403125'),
    '2014-09-07T21:14:03.125Z',
  )
  assert.equal(
    await timed('{ column: t, time: "YYYY.MM.DD", zone: UTC }', ' 2014.09.07 '),
    '2014-09-07T00:00:00.000Z',
  )
})

test('a time that is none is refused with the form it should have had', async () => {
  assert.equal(
    await timed('t', '2014-09-07T21:14:03'),
    '"2014-09-07T21:14:03" names no offset; say in the map which zone it is in, as zone: UTC',
  )
  assert.equal(
    await timed('{ column: t, time: "DD/MM/YYYY", zone: UTC }', '31/02/2014'),
    '"31/02/2014" is not a time',
  )
  assert.equal(
    await timed('{ column: t, time: "YYYY.MM.DD", zone: UTC }', '2014-09-07'),
    '"2014-09-07" is not a time of the form YYYY.MM.DD',
  )
  assert.equal(
    await timed('{ column: t, time: seconds }', 'soon'),
    '"soon" is not a number of seconds since 1970',
  )
  assert.equal(
    await timed('{ column: t, time: seconds }', '99999999999'),
    '"99999999999" is not a number of seconds since 1970',
  )
})

test('lists, words, numbers and yes or no', async () => {
  const field = async (field: string, value: string, cell: string) => {
    const event = await eventOf('v', `    at: { constant: "${AT}" }\n    ${field}: ${value}\n`, cell)
    return typeof event === 'string'
      ? event
      : (event['post'] as Record<string, unknown>)[field.slice('post.'.length)]
  }
  assert.deepEqual(await field('post.hashtags', '{ column: v, split: "|" }', 'a | #b||c'), ['a', 'b', 'c'])
  assert.equal(
    await field('post.language', '{ column: v, words: { Arabic: ar, French: fr } }', 'Arabic'),
    'ar',
  )
  assert.equal(await field('post.language', '{ column: v, words: { Arabic: ar } }', 'Klingon'), null)
  assert.equal(await field('post.text', '{ column: v, prefix: "> " }', 'x'), '> x')
  assert.equal(await field('post.text', 'v', '""'), '')
  assert.deepEqual(await field('post.hashtags', '{ constant: [a, b] }', 'x'), ['a', 'b'])
  const profiles = async (field: string, value: string, cell: string) => {
    const map = `columns: [v]\nevents:\n  - type: account.created\n    id: { row: true }\n    account: { constant: a }\n    at: { constant: "${AT}" }\n    profile.handle: { constant: h }\n    profile.${field}: ${value}\n`
    const [line] = await read(`v\n${cell}`, map)
    if (line?.result.ok !== true) return line?.result.reason
    return line.result.event.type === 'account.created'
      ? line.result.event.profile[field as 'verified']
      : null
  }
  assert.equal(await profiles('followers', 'v', ' 12 '), 12)
  assert.equal(await profiles('followers', 'v', '1.2k'), '"1.2k" is not a whole number')
  assert.equal(await profiles('verified', 'v', 'Yes'), true)
  assert.equal(await profiles('verified', '{ column: v, yes: [ja], no: [nein] }', 'NEIN'), false)
  assert.match(String(await profiles('verified', 'v', 'maybe')), /neither of true, yes/)
})

test('made-up times go on from row to row', async () => {
  const map = `columns: [v]\nevents:\n  - type: account.closed\n    id: { row: true }\n    account: v\n    at: { start: "2020-01-01T00:00:00Z", everySeconds: 900 }\n`
  const lines = await read('v\na\nb', map)
  assert.deepEqual(
    lines.map(({ result }) => result.ok && result.event.at),
    ['2020-01-01T00:00:00.000Z', '2020-01-01T00:15:00.000Z'],
  )
})

test('other separators, files without a header, files whose quotes are letters', async () => {
  const base = (settings: string) =>
    `${settings}\ncolumns: [id, who, when, words]\n${POSTS.slice(POSTS.indexOf('events'))}`
  assert.deepEqual(fates(await read(`id;who;when;words\ne1;a;${AT};"x;y"`, base('delimiter: ";"'))), ['2 e1'])
  assert.deepEqual(fates(await read(`e1\ta\t${AT}\tx`, base('delimiter: "\\t"\nheader: false'))), ['1 e1'])
  const [line] = await read(`${HEADER}\ne1,a,${AT},"open`, base('quotes: false'))
  assert.ok(line?.result.ok && line.result.event.type === 'post.created')
  assert.equal(line.result.event.post.text, '"open')
})

test('columns that hold what must not be kept are withheld from refused rows', async () => {
  const map = `
columns: [who, mail, box, when]
events:
  - type: account.created
    id: { row: true }
    at: when
    account: who
    profile.handle: who
    profile.email: box
`
  const lines = await read(
    ['who,mail,box,when', 'a,one@x.example,two boxes,noon', 'a,one,"two ""big"" boxes",noon', 'a,b'].join(
      '\n',
    ),
    map,
  )
  assert.deepEqual(
    lines.map(({ raw }) => raw),
    ['a,[withheld],[withheld],noon', 'a,[withheld],"[withheld]",noon', ''],
  )
})

test('one row can lead to several events, each refused or admitted by itself', async () => {
  const map = `
columns: [who, n, when]
events:
  - { type: account.created, id: { row: true, prefix: "c" }, at: when, account: who, profile.handle: who, profile.followers: n }
  - { type: session.seen, id: { row: true, prefix: "s" }, at: when, account: who, session.client: { constant: import } }
`
  await check(
    ['who,n,when', `a,x,${AT}`, `b,1,${AT}`],
    ['2 "x" is not a whole number', '2 s1', '3 c2', '3 s2'],
    map,
  )
})

const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', ' ', '😀'), maxLength: 8 })

test('values that were written as CSV are read as they were', () =>
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 }), (rows) => {
      const written = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
      const records = createRecords({ delimiter: ',', quotes: true })
      const lines = written.join('\n').split('\n')
      const found = records.push(lines.map((text, index) => ({ line: index + 1, text, overlong: null })))
      found.push(...records.end())
      assert.deepEqual(
        found.map(({ cells }) => cells),
        rows.length === 0 ? [] : rows,
      )
    }),
    { numRuns: 500 },
  ))

test('whatever a file holds, every row is an event or a refusal', () =>
  fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', AT, 'é'), maxLength: 200 }),
      async (text) => {
        for (const { result } of await read(`${HEADER}\n${text}`))
          assert.ok(result.ok || result.reason !== '')
      },
    ),
    { numRuns: 500 },
  ))
