import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { EVENT_TYPES, type Event, INNER_EVENT_TYPES } from '../model/event.ts'
import { EXTRACTED_MAX, extract } from './extract.ts'
import { door, LEAST, raw } from './samples.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('#', '@', '＃', 'a', 'ب', '́', ' ', '.', '/', ':', '\ud83d', 'http://'),
    maxLength: 60,
  }),
)
const anything = fc.anything({
  withNullPrototype: true,
  withObjectString: true,
  values: [text, fc.integer(), fc.constant(null)],
})
const type = fc.constantFrom(...EVENT_TYPES, ...INNER_EVENT_TYPES, 'nothing.known')
/** Events that are nearly right: the least of a type, with some fields of it, and of its parts, replaced by anything. */
const nearly = fc
  .tuple(
    type,
    fc.dictionary(text, anything, { maxKeys: 4 }),
    fc.dictionary(partField(), anything, { maxKeys: 4 }),
  )
  .map(([name, fields, inside]) => {
    const event: Record<string, unknown> = { ...raw(name), ...fields }
    for (const part of Object.keys(LEAST[name] ?? {}))
      if (typeof event[part] === 'object' && event[part] !== null) event[part] = { ...event[part], ...inside }
    return event
  })

function partField() {
  return fc.constantFrom(
    'id',
    'text',
    'hashtags',
    'urls',
    'media',
    'handle',
    'email',
    'ip',
    'device',
    'createdAt',
    'followers',
    'avatar',
    'extra',
    'x',
  )
}

/** The laws are tried on what comes of JSON, as everything from outside does. */
const asJson = (value: unknown): unknown => {
  const written = JSON.stringify(value)
  return written === undefined ? undefined : JSON.parse(written)
}

test('whatever comes, the door answers, and a refusal has a reason', () => {
  fc.assert(
    fc.property(fc.oneof(anything, nearly), (value) => {
      const result = door.admit(value)
      return result.ok || (result.reason.length > 0 && result.reason.length < 1_000)
    }),
    { numRuns: 2_000 },
  )
})

test('what is admitted is plain JSON: written and read again it is the same', () => {
  let admitted = 0
  fc.assert(
    fc.property(nearly, (value) => {
      const result = door.admit(asJson(value))
      if (!result.ok) return
      admitted += 1
      assert.deepEqual(JSON.parse(JSON.stringify(result.event)), result.event)
    }),
    { numRuns: 2_000 },
  )
  assert.ok(admitted > 200, `only ${admitted} admitted: the generator has gone blind`)
})

test('an event that went through the door once goes through it again unchanged, tokens apart', () => {
  fc.assert(
    fc.property(nearly, (value) => {
      const once = door.admit(asJson(value))
      if (!once.ok || carriesTokens(once.event)) return
      const twice = door.admit(once.event)
      assert.deepEqual(twice.ok ? twice.event : twice.reason, once.event)
    }),
    { numRuns: 2_000 },
  )
})

/** Tokens are no fields of the outside contract: a second door would keep them as unknown fields, withheld again. */
const carriesTokens = (event: Event): boolean => /Token"|\[(?:withheld|email|ip) /.test(JSON.stringify(event))

test('what is taken from a text stands in it, and comes in bounded number', () => {
  fc.assert(
    fc.property(text, (written) => {
      const { hashtags, mentions, urls } = extract(written)
      for (const tag of hashtags) assert.ok(written.includes(`#${tag}`) || written.includes(`＃${tag}`))
      for (const mention of mentions)
        assert.ok(written.includes(`@${mention}`) || written.includes(`＠${mention}`))
      for (const url of urls) assert.ok(written.includes(url.replace(/^http:\/\/(?=www\.)/i, '')))
    }),
    { numRuns: 1_000 },
  )
  const many = Array.from({ length: 5_000 }, (_, index) => `#tag${index} @a${index}`).join(' ')
  const result = door.admit(raw('post.created', { post: { id: 'p', text: many } }))
  assert.ok(result.ok && result.event.type === 'post.created')
  assert.deepEqual(
    [result.event.post.hashtags.length, result.event.post.mentions.length],
    [EXTRACTED_MAX, EXTRACTED_MAX],
  )
})
