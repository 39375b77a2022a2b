import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KEY } from './samples.ts'
import { canonicalEmail, canonicalIp, createTokens } from './tokens.ts'
import { isWithheldName, withholdFrom, withholdFromLine } from './withhold.ts'

const mailbox = (raw: string, expected: string) => assert.equal(canonicalEmail(raw).address, expected, raw)

test('an address leads to its mailbox, by what its provider ignores', () => {
  mailbox(' Some.One+news@GMail.com ', 'someone@gmail.com')
  mailbox('someone@googlemail.com', 'someone@gmail.com')
  mailbox('s.o@outlook.com', 's.o@outlook.com') // dots count there
  mailbox('so+x@outlook.com', 'so@outlook.com')
  mailbox('so@protonmail.com', 'so@proton.me')
  mailbox('so@me.com', 'so@icloud.com')
  mailbox('s.o+x@mail.example', 's.o+x@mail.example') // nobody knows what it ignores
  mailbox('so@Bücher.example', 'so@xn--bcher-kva.example')
  mailbox('ｓｏ＠gmail.com', 'so@gmail.com')
  mailbox('+x@gmail.com', '+x@gmail.com')
  mailbox('"a@b"@mail.example', '"a@b"@mail.example')
  mailbox('so@mail.example.', 'so@mail.example')
})

test('what is no address still has a token, and no domain', () => {
  for (const raw of ['nothing', '@mail.example', 'so@', 'so@ space'])
    assert.equal(canonicalEmail(raw).domain, null, raw)
})

const place = (raw: string, address: string, network: string | null) =>
  assert.deepEqual(canonicalIp(raw), { address, network }, raw)

test('an address on the network has one form, and the network around it', () => {
  place('203.0.113.7', '203.0.113.7', '203.0.113.0/24')
  place('203.0.113.7:443', '203.0.113.7', '203.0.113.0/24')
  place('::ffff:203.0.113.7', '203.0.113.7', '203.0.113.0/24')
  place('[2001:DB8:1:2::7]:443', '2001:db8:1:2:0:0:0:7', '2001:db8:1/48')
  place('2001:db8::', '2001:db8:0:0:0:0:0:0', '2001:db8:0/48')
  place('fe80::1%eth0', 'fe80:0:0:0:0:0:0:1', 'fe80:0:0/48')
  place('::1', '0:0:0:0:0:0:0:1', '0:0:0/48')
  place('not an address', 'not an address', null)
})

test('what is asked of remembered tokens is what was asked of new ones', () => {
  const tokens = createTokens(KEY)
  const first = tokens.email('one@mail.example')
  for (let i = 0; i < 20_000; i++) tokens.email(`${i}@mail.example`)
  assert.deepEqual(tokens.email('one@mail.example'), first)
  assert.notEqual(tokens.device('x'), tokens.other('x'))
  assert.equal(tokens.device(' x '), tokens.device('x'))
})

test('names of what must not be kept are known in many spellings', () => {
  for (const name of [
    'email',
    'E-Mail',
    'backup_email',
    'emailAddress',
    'ip',
    'client_ip',
    'lastIPv6',
    'remoteAddr',
    'X-Forwarded-For',
    'deviceId',
    'device-token',
    'browserFingerprint',
    'IMEI',
    'mac_address',
    'advertising_id',
  ])
    assert.ok(isWithheldName(name), name)
  for (const name of [
    'script',
    'zip',
    'recipient',
    'description',
    'tip',
    'shipping',
    'machine',
    'media',
    'blurhash',
    'internal',
    'deviceType',
    'serialised',
  ])
    assert.ok(!isWithheldName(name), name)
})

test('e-mails and addresses in a text are found, versions and times are not', () => {
  const check = (text: string, expected: string) =>
    assert.equal(
      withholdFrom(text, (kind) => `[${kind}]`),
      expected,
    )
  check('from a.b@mail.example via 203.0.113.7', 'from [email] via [ip]')
  check('[2001:db8::7]:443 and ::1', '[[ip]]:443 and [ip]')
  check('at 21:14:03 with Chrome/120.0.0.0', 'at 21:14:03 with Chrome/120.0.0.0')
  check('v1.2.3 costs 1.50', 'v1.2.3 costs 1.50')
  check('999.1.1.1', '999.1.1.1')
})

test('a broken line loses what must not be kept, as far as can be told', () => {
  assert.equal(
    withholdFromLine('{"device": "handset 7", "text": "a@b.example", "ip":"::1'),
    '{"device": "[withheld]", "text": "[email]", "ip":"[withheld]"',
  )
  assert.equal(withholdFromLine('{"device": 77, "n": 1}'), '{"device": "[withheld]", "n": 1}')
})
