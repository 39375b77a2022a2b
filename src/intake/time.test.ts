import assert from 'node:assert/strict'
import { test } from 'node:test'
import { utcTime } from './time.ts'
import { zoneOf } from './zone.ts'

const check = (text: string, expected: string | null) => assert.equal(utcTime(text), expected, text)

test('times as platforms write them come to one form', () => {
  check('2014-09-07T21:14:03Z', '2014-09-07T21:14:03.000Z')
  check('2014-09-07T21:14:03.5Z', '2014-09-07T21:14:03.500Z')
  check('2014-09-07T21:14:03,125Z', '2014-09-07T21:14:03.125Z')
  check('2014-09-07T21:14:03.123456789Z', '2014-09-07T21:14:03.123Z')
  check('2014-09-07T21:14Z', '2014-09-07T21:14:00.000Z')
  check('2014-09-07t21:14:03z', '2014-09-07T21:14:03.000Z')
  check('2014-09-07 21:14:03 +0200', '2014-09-07T19:14:03.000Z')
  check('2014-09-07T21:14:03-05:30', '2014-09-08T02:44:03.000Z')
  check('2014-09-07T21:14:03+02', '2014-09-07T19:14:03.000Z')
  check('2016-02-29T00:00:00Z', '2016-02-29T00:00:00.000Z')
})

test('what is no moment is no time', () => {
  check('2014-09-07T21:14:03', null) // on whose clock?
  check('2014-09-07', null)
  check('2014-02-29T00:00:00Z', null)
  check('2014-13-01T00:00:00Z', null)
  check('2014-09-07T24:00:00Z', null)
  check('2014-09-07T23:59:60Z', null)
  check('2014-09-07T21:14:03+99:00', null)
  check('1969-12-31T23:59:59Z', null)
  check('2101-01-01T00:00:00Z', null)
  check('1970-01-01T00:00:00+01:00', null) // an hour before
  check('1410124443', null)
  check('yesterday', null)
  check('', null)
  check('2014-09-07T21:14:03Z\n2014', null)
})

test('a date alone is its first moment, where that is allowed', () => {
  assert.equal(utcTime('2014-09-07', { dateAlone: true }), '2014-09-07T00:00:00.000Z')
})

const zoned = (name: string, wall: string, expectedHours: number) => {
  const zone = zoneOf(name) ?? assert.fail(`no zone ${name}`)
  assert.equal(zone(Date.parse(`${wall}Z`)) / 3_600_000, expectedHours, `${name} ${wall}`)
}

test('a zone says how far its clocks were ahead, summer and winter', () => {
  zoned('UTC', '2014-09-07T12:00:00', 0)
  zoned('+05:30', '2014-09-07T12:00:00', 5.5)
  zoned('-0300', '2014-09-07T12:00:00', -3)
  zoned('Europe/Paris', '2014-07-01T12:00:00', 2)
  zoned('Europe/Paris', '2014-12-01T12:00:00', 1)
  zoned('Asia/Baghdad', '2014-07-01T12:00:00', 3)
  zoned('America/New_York', '2014-03-09T01:59:00', -5)
  zoned('America/New_York', '2014-03-09T03:01:00', -4)
})

test('what is no zone is none', () => {
  for (const name of ['', 'Nowhere/Town', '+25:00', '2', 'utc+1']) assert.equal(zoneOf(name), null, name)
})
