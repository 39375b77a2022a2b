import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BUCKETS, emptyModel, HEADS, parseModel, serializeModel } from './classifier.ts'
import { loadModel } from './model-file.ts'

const model = () => {
  const grams = new Int8Array(BUCKETS * HEADS.length)
  grams[5] = -7
  grams[grams.length - 1] = 127
  const calibration = { ...emptyModel().calibration, violence: { en: { slope: 0.8, shift: -1 } } }
  return { ...emptyModel(), grams, calibration }
}

test('a model read back is the model written', () => {
  const { version: _, ...read } = parseModel(serializeModel(model()))
  const { version: __, ...written } = model()
  assert.deepEqual(read, written)
})

test('the version follows the weights', () => {
  const other = model()
  other.grams[6] = 1
  assert.notEqual(parseModel(serializeModel(model())).version, parseModel(serializeModel(other)).version)
})

test('weights of another version, or cut off, are refused', () => {
  const bytes = serializeModel(model())
  assert.throws(() => parseModel(bytes.subarray(0, bytes.length - 1)), /run `npm run train`/)
  assert.throws(() => parseModel(new TextEncoder().encode('{"format":1}\n')))
})

test('the shipped weights fit the code and stay below eight megabytes', () => {
  const { grams, version } = loadModel()
  assert.equal(grams.length, BUCKETS * HEADS.length)
  assert.ok(grams.length < 8_000_000)
  assert.match(version, /^[0-9a-f]{12}$/)
})
