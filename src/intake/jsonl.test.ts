import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readJsonl } from './jsonl.ts'
import { CHUNK_LINES, LINE_BYTES_MAX, RAW_LENGTH_MAX, textLines } from './lines.ts'
import { bytesOf, door, fates, gathered, raw } from './samples.ts'

const event = (id: string) => JSON.stringify({ ...raw('account.closed'), id })
const read = (text: string | Uint8Array, size?: number) => gathered(readJsonl(bytesOf(text, size), door))
const check = async (text: string | Uint8Array, expected: string[], size?: number) =>
  assert.deepEqual(fates(await read(text, size)), expected)

test('LF or CRLF ends a line, and the last needs neither', async () => {
  await check(`${event('a')}\n${event('b')}\r\n${event('c')}`, ['1 a', '2 b', '3 c'])
  await check(`${event('a')}\n`, ['1 a'])
  await check('', [])
})

test('empty lines are passed over and counted', () =>
  check(`\n\r\n${event('a')}\n\n${event('b')}\n`, ['3 a', '5 b']))

test('a byte order mark is left off', () => check(`\ufeff${event('a')}\n${event('b')}`, ['1 a', '2 b']))

test('where the bytes were cut makes no difference', async () => {
  const text = `\ufeff${event('é')}\r\n${event('😀')}\n\n{"id":"ب`
  const whole = fates(await read(text))
  for (const size of [1, 2, 3, 5, 7, 64]) await check(text, whole, size)
})

test('a line that is no event is refused with its reason, and the rest goes on', () =>
  check(
    ['not json', '[1]', '{"id": "x",}', '{"id": "x"', `${event('a')}{}`, event('b'), 'null', '"text"'].join(
      '\n',
    ),
    [
      '1 the line is not a JSON object; each line must be one event, {"id": …}',
      '2 an event is a JSON object, not a list of 1',
      '3 the line is not valid JSON: unexpected at character 12',
      '4 the line is not valid JSON: it ends too early',
      `5 the line is not valid JSON: unexpected at character ${event('a').length + 1}`,
      '6 b',
      '7 an event is a JSON object, not null',
      '8 an event is a JSON object, not "text"',
    ],
  ))

test('bytes that are not UTF-8 cost at most their own line', async () => {
  const bad = Buffer.concat([
    Buffer.from(`${event('a')}\n{"id":"`),
    Buffer.from([0xff, 0xc3, 0x28]),
    Buffer.from(`"}\n${event('b')}\n`),
  ])
  const lines = await read(bad)
  assert.deepEqual(
    lines.map(({ result }) => result.ok),
    [true, false, true],
  )
  const prose = Buffer.concat([
    Buffer.from(
      '{"id":"p","type":"post.created","at":"2014-09-07T21:14:03Z","account":"a","post":{"id":"p","text":"caf',
    ),
    Buffer.from([0xe9]),
    Buffer.from('"}}'),
  ])
  const [line] = await read(prose)
  assert.ok(line?.result.ok && line.result.event.type === 'post.created')
  assert.equal(line.result.event.post.text, 'caf\ufffd')
})

test('of a refused line the beginning is kept, of an accepted one all', async () => {
  const [bad] = await read('x'.repeat(RAW_LENGTH_MAX * 3))
  assert.equal(bad?.raw.length, RAW_LENGTH_MAX)
})

test('a line at the bound is read, one over it is refused and passed over', async () => {
  const padded = (bytes: number) => event('a') + ' '.repeat(bytes - event('a').length)
  await check(`${padded(LINE_BYTES_MAX)}\n${event('b')}`, ['1 a', '2 b'])
  await check(`${padded(LINE_BYTES_MAX + 1)}\n${event('b')}`, [
    `1 the line is longer than ${LINE_BYTES_MAX} bytes`,
    '2 b',
  ])
  await check(`${event('b')}\n${padded(LINE_BYTES_MAX + 1)}`, [
    '1 b',
    `2 the line is longer than ${LINE_BYTES_MAX} bytes`,
  ])
})

test('a line of 100 MB costs no more memory than the bound', async () => {
  const megabyte = new Uint8Array(1024 * 1024).fill(0x78)
  let rssMax = 0
  async function* endless() {
    for (let i = 0; i < 100; i++) {
      yield megabyte
      rssMax = Math.max(rssMax, process.memoryUsage().arrayBuffers)
    }
    yield Buffer.from(`\n${event('after')}\n`)
  }
  const before = process.memoryUsage().arrayBuffers
  const lines = await gathered(readJsonl(endless(), door))
  assert.deepEqual(fates(lines), [`1 the line is longer than ${LINE_BYTES_MAX} bytes`, '2 after'])
  assert.ok(lines[0]!.raw.length <= RAW_LENGTH_MAX)
  assert.ok(rssMax - before < 24 * 1024 * 1024, `${rssMax - before} bytes held`)
})

test('lines come in chunks of bounded size', async () => {
  const sizes: number[] = []
  for await (const chunk of readJsonl(bytesOf(`${event('a')}\n`.repeat(10_000), 4 * 1024 * 1024), door))
    sizes.push(chunk.length)
  assert.ok(
    sizes.every((size) => size <= CHUNK_LINES.max),
    String(sizes),
  )
  assert.equal(
    sizes.reduce((sum, size) => sum + size, 0),
    10_000,
  )
})

test('a stream that pauses is not waited for', async () => {
  let release = () => {}
  async function* pausing() {
    yield Buffer.from(`${event('a')}\n`)
    await new Promise<void>((resolve) => {
      release = resolve
    })
    yield Buffer.from(`${event('b')}\n`)
  }
  const chunks = readJsonl(pausing(), door)
  const first = await chunks.next()
  assert.deepEqual(fates(first.value ?? []), ['1 a'])
  release()
  assert.deepEqual(fates((await chunks.next()).value ?? []), ['2 b'])
})

test('an error of the stream reaches whoever reads', async () => {
  async function* broken() {
    yield Buffer.from(`${event('a')}\n`)
    throw new Error('EIO')
  }
  await assert.rejects(gathered(readJsonl(broken(), door)), /EIO/)
})

test('lines are those that a split at newlines gives, wherever the bytes are cut', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\r', ' ', '\ufeff'), maxLength: 12 }), {
        maxLength: 12,
      }),
      fc.integer({ min: 1, max: 9 }),
      async (texts, size) => {
        const written = texts.join('\n')
        const expected =
          written === ''
            ? []
            : written
                .replace(/^\ufeff/, '')
                .split('\n')
                .map((text) => text.replace(/\r$/, ''))
        // What follows the last newline is a line only if there is something of it.
        if (written.endsWith('\n')) expected.pop()
        const seen: string[] = []
        for await (const chunk of textLines(bytesOf(written, size)))
          seen.push(...chunk.map(({ text }) => text))
        assert.deepEqual(seen, expected)
      },
    ),
    { numRuns: 300 },
  ))
