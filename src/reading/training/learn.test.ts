import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyModel, parseModel } from '../classifier.ts'
import { createReader } from '../reading.ts'
import { learn } from './learn.ts'
import type { Reviewed } from './reviewed.ts'

/* On invented texts: a network's own word for a deed, which no bank and no grammar knows. */

const row = (text: string, violating: boolean): Reviewed => ({
  text,
  language: 'en',
  labels: violating ? { tvec2: true } : {},
  violating,
  stance: null,
})
const PLACES = ['the mill', 'the quay', 'the old market', 'the north gate', 'the ferry', 'the bridge']
const HOURS = ['tonight', 'at dawn', 'on Friday', 'before noon', 'next week']
const rows = PLACES.flatMap((place) =>
  HOURS.flatMap((hour) => [
    row(`we shall lantern the clerks of ${place} ${hour}`, true),
    row(`we shall visit the clerks of ${place} ${hour}`, false),
  ]),
)
const start = emptyModel()
const lesson = { banks: [], start }

const taught = (texts: Reviewed[]) => {
  const learned = learn(texts, lesson)
  assert.ok(learned.ok, JSON.stringify(learned))
  return learned
}

test('what was learnt raises what reviewers found, and leaves alone what they did', () => {
  const model = parseModel(taught(rows).bytes({}))
  const before = createReader([], start)
  const after = createReader([], model)
  const score = (reader: typeof before, text: string) => reader.read({ text, language: 'en' }).scores.tvec2!
  const bad = 'we shall lantern the clerks of the station on Sunday'
  const good = 'we shall visit the clerks of the station on Sunday'
  assert.ok(score(after, bad) > 10 * score(before, bad), `${score(before, bad)} → ${score(after, bad)}`)
  assert.ok(score(after, good) < score(after, bad) / 5, `${score(after, good)}`)
})

test('a bar that is raised is raised in its language and for what was learnt', () => {
  const learned = taught(rows)
  const text = 'we shall lantern the clerks of the station on Sunday'
  const read = (raised: Record<string, number>, language: string) =>
    createReader([], parseModel(learned.bytes(raised))).read({ text, language }).scores
  assert.ok(read({ en: 0.8 }, 'en').tvec2! < read({ en: 0.4 }, 'en').tvec2!)
  assert.ok(read({ en: 0.4 }, 'en').tvec2! < read({}, 'en').tvec2!)
  assert.deepEqual(read({ fr: 0.8 }, 'en'), read({}, 'en'))
  assert.equal(read({ en: 0.8 }, 'en').tvec6, read({}, 'en').tvec6)
})

test('the same decisions give the same bytes, and another model another version of the reader', () => {
  const [one, two] = [taught(rows), taught(rows)].map((learned) => learned.bytes({}))
  assert.deepEqual(one, two)
  const other = taught(rows.slice(4)).bytes({})
  const version = (bytes: Uint8Array) => createReader([], parseModel(bytes)).version
  assert.equal(version(one!), version(two!))
  assert.notEqual(version(one!), version(other))
  assert.notEqual(version(one!), createReader([], start).version)
})

test('heads of which too little was said stay as they were', () => {
  const some = { ...row('join the lantern bearers', true), labels: { tvec6: true } }
  const learned = taught([...rows, some])
  assert.deepEqual(learned.heads, ['violence'])
  assert.deepEqual(learned.classes.tvec6, { yes: 1, no: 30 })
  const text = 'join the lantern bearers'
  const recruits = (bytes: Uint8Array) =>
    createReader([], parseModel(bytes)).read({ text, language: 'en' }).scores.tvec6
  assert.equal(
    recruits(learned.bytes({})),
    createReader([], start).read({ text, language: 'en' }).scores.tvec6,
  )
})

test('too few texts, or one class only, are refused in words', () => {
  const check = (texts: Reviewed[], reason: RegExp) => {
    const learned = learn(texts, lesson)
    assert.match(learned.ok ? 'learnt' : learned.reason, reason)
  }
  check([], /no text says under which policy it falls/)
  check(
    rows.filter(({ violating }) => violating),
    /all texts violate, so there is one class only/,
  )
  check(
    rows.filter(({ violating }) => !violating),
    /all 30 texts are permitted, so there is one class only/,
  )
  check(rows.slice(0, 12), /too few texts: the policy with most has 6 that fall under it and 6 that do not/)
  check(
    rows.map((one) => ({ ...one, labels: {}, violating: true })),
    /no text says under which policy/,
  )
})

test('progress is told, and goes forward', () => {
  const told: string[] = []
  learn(rows, { ...lesson, progress: (step, done, total) => told.push(`${step} ${done}/${total}`) })
  assert.equal(told[0], 'reading 0/60')
  assert.equal(told.at(-1), 'learning 5/5')
})
