import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { systemClock } from '../lib/clock.ts'
import type { Duty, Message } from '../threats/pager.ts'
import { isWithin, parseHours } from './hours.ts'
import { PAGING_FIELDS, pagingFrom } from './paging.ts'
import { type Manners, mailServer, webhookReceiver } from './rehearsal.ts'

const SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`
const message: Message = {
  id: 'pg-0123456789abcdef01234567',
  subject: 'Threat t-1, high-specific',
  lines: ['Threat t-1, high-specific.', 'Wanted: a person looks at it.'],
  link: 'https://holdfast.example/v1/pages/threat/t-1/pg-0/acknowledge?token=x',
  drill: false,
}
const never = new AbortController().signal

const paging = (text: string, environment = { SECRET }, timeoutMs = 400) =>
  pagingFrom({ path: 'paging.yaml', text, clock: systemClock, environment, timeoutMs })

function dutyOf(text: string): Duty {
  const result = paging(text)
  assert.ok(result.ok, JSON.stringify(result))
  return result.duty
}

let manners: Manners = 'good'
const mail = await mailServer(() => manners)
let status: number | null = 200
const receiver = await webhookReceiver(() => status)
after(() => Promise.all([mail.close(), receiver.close()]))

const FILE = `
address: https://holdfast.example/
duty:
  - { name: mira, email: mira@example.org, webhook: MIRA }
  - { name: sol, email: sol@example.org }
webhook: { url: "${receiver.url}", secret: { env: SECRET } }
email: { host: 127.0.0.1, port: ${mail.port}, from: desk@example.org }
`

test('P3: a webhook is signed, its id is the page’s, and it says who is called', async () => {
  const [webhook] = dutyOf(FILE).pagers
  assert.deepEqual([webhook!.reaches('mira'), webhook!.reaches('sol')], [true, false])
  const sent = await webhook!.send('mira', message, never)
  assert.ok(sent.ok, sent.detail)
  const { headers, body } = receiver.calls.at(-1)!
  assert.equal(headers['webhook-id'], message.id)
  const told = new Webhook(SECRET).verify(body, headers as Record<string, string>) as {
    type: string
    data: Record<string, unknown>
  }
  assert.deepEqual([told.type, told.data.to, told.data.id], ['page', 'MIRA', message.id])
})

test('P3: a mail carries the page’s id and the link', async () => {
  const [, email] = dutyOf(FILE).pagers
  const sent = await email!.send('sol', message, never)
  assert.ok(sent.ok, sent.detail)
  const { to, text, id } = mail.mails.at(-1)!
  assert.equal(to, 'sol@example.org')
  assert.equal(id, `${message.id}@holdfast.invalid`)
  const unfolded = text.replace(/=\n/g, '').replaceAll('=3D', '=')
  assert.ok(unfolded.includes(message.link!), text)
  assert.match(text, /^Subject: Threat t-1, high-specific$/m)
})

test('P6: a server that hangs, refuses or is not there is told as such, in time', async () => {
  const [webhook, email] = dutyOf(FILE).pagers
  const check = async (send: Promise<{ ok: boolean; detail: string }>, words: RegExp) => {
    const startedAt = performance.now()
    const sent = await send
    assert.equal(sent.ok, false)
    assert.match(sent.detail, words)
    assert.ok(performance.now() - startedAt < 5_000)
  }
  for (const bad of ['silent', 'stuck-at-data'] as const) {
    manners = bad
    await check(email!.send('sol', message, never), /no answer within 400 ms|ETIMEDOUT/)
  }
  manners = 'refuses'
  await check(email!.send('sol', message, never), /refused with 550/)
  manners = 'good'
  status = null
  await check(webhook!.send('mira', message, never), /no answer within 400 ms/)
  status = 503
  await check(webhook!.send('mira', message, never), /^503/)
  status = 302
  await check(webhook!.send('mira', message, never), /^302/)
  status = 200
  const gone = dutyOf(FILE.replace(String(mail.port), '1')).pagers[1]!
  await check(gone.send('sol', message, never), /ECONNREFUSED|ESOCKET|ECONNECTION/)
})

test('a page that is broken off says so at once', async () => {
  const stop = new AbortController()
  manners = 'silent'
  const sending = dutyOf(FILE).pagers[1]!.send('sol', message, stop.signal)
  setTimeout(() => stop.abort(), 20)
  assert.deepEqual(await sending, { ok: false, detail: 'broken off' })
  manners = 'good'
})

test('duty goes by hours; where it is nobody’s, all are called', () => {
  const duty = dutyOf(
    FILE.replace(
      'email: sol@example.org }',
      'email: sol@example.org, hours: "mon-fri 08:00-18:00" }',
    ).replace('webhook: MIRA }', 'webhook: MIRA, hours: "18:00-08:00" }'),
  )
  const at = (text: string) => duty.onDuty(Date.parse(text))
  assert.deepEqual(at('2026-01-05T09:00:00Z'), ['sol'])
  assert.deepEqual(at('2026-01-05T23:00:00Z'), ['mira'])
  assert.deepEqual(at('2026-01-04T12:00:00Z'), ['mira', 'sol'])
  assert.equal(duty.address, 'https://holdfast.example')
})

test('hours go over midnight and belong to the day they began on', () => {
  const night = parseHours('fri 22:00-06:00')!
  const check = (at: string, within: boolean) => assert.equal(isWithin(night, Date.parse(at)), within, at)
  check('2026-01-09T23:00:00Z', true)
  check('2026-01-10T05:59:00Z', true)
  check('2026-01-10T06:00:00Z', false)
  check('2026-01-09T05:00:00Z', false)
  for (const wrong of ['8-18', 'mon 08:00-08:00', 'mo 08:00-18:00', '25:00-26:00', '08:60-09:00'])
    assert.equal(parseHours(wrong), null, wrong)
})

test('what is wrong with the file is told with its place, and no secret is', () => {
  const check = (text: string, words: RegExp) => {
    const result = paging(text)
    assert.ok(!result.ok, text)
    assert.match(result.problems.map(({ message }) => message).join('; '), words)
    assert.ok(!JSON.stringify(result).includes(SECRET.slice(6)))
  }
  check('- nothing', /not a mapping/)
  check('address: x', /duty/)
  check(FILE.replace('mira@example.org', 'mira'), /not an e-mail address/)
  check(FILE.replace('env: SECRET', 'env: NONE'), /the secret is not there/)
  check(FILE.replace('name: sol', 'name: mira'), /stands twice/)
  check(FILE.replace('email: sol@example.org', 'webhook: SOL, colour: red'), /no field "colour"/)
  check(FILE.replace(receiver.url, 'http://pager.example/x'), /may be called/)
  check('duty: [{ name: mira }]', /mira cannot be reached/)
})

test('the operator’s page speaks of every field', () => {
  const page = readFileSync('docs/operate/threats.md', 'utf8')
  for (const field of Object.values(PAGING_FIELDS).flat())
    assert.ok(page.includes(`\`${field}\``), `docs/operate/threats.md lacks ${field}`)
})
