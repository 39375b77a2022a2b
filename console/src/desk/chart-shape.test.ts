import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areaOf, scaleOf } from './chart-shape.ts'

test('the scale ends at the next round number, and seldom moves', () => {
  const check = (most: number, scale: number) => assert.equal(scaleOf([null, most]), scale, String(most))
  check(0, 10)
  check(9, 10)
  check(11, 20)
  check(41, 50)
  check(51, 100)
  check(100, 100)
  check(20_001, 50_000)
  assert.equal(scaleOf([]), 10)
})

const FRAME = { width: 100, height: 50, slots: 11, most: 10 }

test('the newest tick stands at the right edge, the greatest at the top', () => {
  const { line, area } = areaOf([0, 10], FRAME)
  assert.equal(line, 'M90 50L100 2')
  assert.equal(area, 'M90 50L100 2L100 50L90 50Z')
})

test('a lost connection is a hole, and a lonely tick draws nothing', () => {
  assert.equal(areaOf([5, 5, null, 5, 5], FRAME).line, 'M60 26L70 26M90 26L100 26')
  assert.equal(areaOf([5], FRAME).line, '')
  assert.equal(areaOf([null, 5, null], FRAME).line, '')
  assert.equal(areaOf([], FRAME).area, '')
})
