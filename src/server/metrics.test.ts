import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bearer, sampleCounts, sampleServer, sampleStatus } from './samples.ts'

/** The samples of a text in Prometheus' format: name with labels → value. */
const samplesOf = (text: string): Map<string, number> =>
  new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  )

test('measurements are those of the moment, each with its help', async () => {
  const { app, inside, key } = await sampleServer()
  const scrape = async () => {
    const response = await app.inject({ url: '/metrics', ...bearer(scraper) })
    assert.equal(response.statusCode, 200)
    assert.match(String(response.headers['content-type']), /^text\/plain; version=0\.0\.4/)
    return response.body
  }
  const scraper = await key('metrics')
  inside.line = sampleStatus({
    eventsPerSecond: 41,
    depth: 7,
    position: { logged: 12, judged: 10, settled: 8 },
  })
  inside.counts = sampleCounts({ decisions: 5, outboxDead: 2 })
  const before = samplesOf(await scrape())
  assert.equal(before.get('holdfast_events_per_second'), 41)
  assert.equal(before.get('holdfast_line_depth'), 7)
  assert.equal(before.get('holdfast_line_unjudged'), 2)
  assert.equal(before.get('holdfast_line_halted'), 0)
  assert.equal(before.get('holdfast_rows{of="decisions"}'), 5)
  assert.equal(before.get('holdfast_outbox_entries{status="dead"}'), 2)
  inside.line = sampleStatus({ halted: 'the disk is full' })
  const text = await scrape()
  const after = samplesOf(text)
  assert.equal(after.get('holdfast_line_halted'), 1)
  assert.equal(after.get('holdfast_http_request_seconds_count{route="/metrics",status="200"}'), 1)
  for (const line of text.split('\n'))
    if (line.startsWith('# HELP')) assert.ok(line.split(' ').length > 3, `${line} says nothing`)
  await app.close()
})

test('addresses that strangers make up do not become labels', async () => {
  const { app, key } = await sampleServer()
  const scraper = bearer(await key('metrics'))
  for (let index = 0; index < 50; index++) await app.inject({ url: `/made-up-${index}` })
  const { body } = await app.inject({ url: '/metrics', ...scraper })
  assert.ok(!body.includes('made-up'))
  assert.equal(samplesOf(body).get('holdfast_http_request_seconds_count{route="unknown",status="404"}'), 50)
  await app.close()
})
