import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sha256 } from '../lib/hash.ts'
import { der, derAt, derInteger, derOid, derValues, TAG } from './der.ts'
import { stampFault, stampRequest, stampWith } from './timestamp.ts'

const HASH = Buffer.from(sha256('a manifest'), 'hex')
const NONCE = Buffer.from('00ff12', 'hex')
const SIGNED_DATA = '1.2.840.113549.1.7.2'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'

/** The answer of an authority, as far as its form goes. Nothing here is signed. */
function answerTo(
  request: Uint8Array,
  { status = 0, hash, nonce }: { status?: number; hash?: Uint8Array; nonce?: Uint8Array } = {},
): Buffer {
  const imprint = derAt(request, 0, 1)!
  const asked = derAt(request, 0, 2)!
  const granted = der(TAG.sequence, derInteger(Buffer.of(status)))
  if (status > 1) return der(TAG.sequence, granted)
  const info = der(
    TAG.sequence,
    derInteger(Buffer.of(1)),
    derOid('1.2.3.4'),
    hash === undefined
      ? Buffer.from(imprint.whole)
      : der(TAG.sequence, derAt(imprint.whole, 0, 0)!.whole, der(TAG.octets, hash)),
    derInteger(Buffer.of(77)),
    der(TAG.time, Buffer.from('20260302093000Z')),
    nonce === undefined ? asked.whole : derInteger(nonce),
  )
  const content = der(TAG.sequence, derOid(TST_INFO), der(0xa0, der(TAG.octets, info)))
  const signed = der(TAG.sequence, derInteger(Buffer.of(3)), der(TAG.set), content, der(TAG.set))
  return der(TAG.sequence, granted, der(TAG.sequence, derOid(SIGNED_DATA), der(0xa0, signed)))
}

test('E48: a question and its answer', () => {
  const request = stampRequest(HASH, NONCE)
  const check = (answer: Uint8Array, expected: RegExp | null) => {
    const fault = stampFault(answer, HASH, NONCE)
    if (expected === null) assert.equal(fault, null)
    else assert.match(fault ?? '', expected)
  }
  check(answerTo(request), null)
  check(answerTo(request, { status: 1 }), null)
  check(answerTo(request, { status: 2 }), /refused/)
  check(answerTo(request, { hash: Buffer.from(sha256('another'), 'hex') }), /something else/)
  check(answerTo(request, { nonce: Buffer.of(9) }), /another question/)
  check(Buffer.from('<html>'), /no time-stamp response/)
  check(Buffer.alloc(0), /no time-stamp response/)
  check(answerTo(request).subarray(0, 40), /no time/)
})

test('what is no DER is told apart, and never reads past its end', () => {
  const whole = answerTo(stampRequest(HASH, NONCE))
  for (let cut = 0; cut < whole.length; cut++) assert.equal(derValues(whole.subarray(0, cut))?.length ?? 0, 0)
  assert.equal(derValues(Buffer.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff)), null)
  assert.equal(derValues(Buffer.of(0x30, 0x80)), null)
  assert.equal(derValues(whole)?.length, 1)
})

let url: URL
let reply: (request: Buffer) => { status: number; body: Buffer }
const server = createServer(async (request, response) => {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk as Uint8Array)
  const { status, body } = reply(Buffer.concat(chunks))
  response.writeHead(status, { 'content-type': 'application/timestamp-reply' }).end(body)
})
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`)
})
after(() => server.close())

test('E48: an authority is asked over HTTP; whatever goes wrong is a reason', async () => {
  const ask = stampWith(url)
  reply = (request) => ({ status: 200, body: answerTo(request) })
  const stamped = await ask(HASH)
  assert.ok(stamped.ok)
  const check = async (answering: typeof reply, expected: RegExp) => {
    reply = answering
    const refused = await ask(HASH)
    assert.match(refused.ok ? '' : refused.reason, expected)
  }
  await check((request) => ({ status: 500, body: answerTo(request) }), /HTTP 500/)
  await check(() => ({ status: 200, body: Buffer.alloc(300_000) }), /answers too much/)
  await check(
    (request) => ({ status: 200, body: answerTo(request, { nonce: Buffer.of(1) }) }),
    /another question/,
  )
  const nobody = await stampWith(new URL('http://127.0.0.1:1/'))(HASH)
  assert.match(nobody.ok ? '' : nobody.reason, /could not be asked \(ECONNREFUSED\)/)
})

test('openssl reads our questions, and we read its stamps', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-tsa-'))
  const run = (...args: string[]) => spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' })
  try {
    if (run('version').error) return context.skip('there is no openssl here')
    writeFileSync(
      join(folder, 'tsa.cnf'),
      '[req]\nprompt=no\ndistinguished_name=dn\nx509_extensions=ext\n[dn]\nCN=Test TSA\n[ext]\nextendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n[tsa]\ndefault_tsa=t\n[t]\nserial=serial\nsigner_digest=sha256\ndefault_policy=1.2.3.4\ndigests=sha256\n',
    )
    writeFileSync(join(folder, 'serial'), '01\n')
    const made = run(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'key.pem',
      '-out',
      'cert.pem',
      '-days',
      '2',
      '-config',
      'tsa.cnf',
    )
    assert.equal(made.status, 0, made.stderr)
    writeFileSync(join(folder, 'question.tsq'), stampRequest(HASH, NONCE))
    const read = run('ts', '-query', '-in', 'question.tsq', '-text')
    assert.match(read.stdout, /Hash Algorithm: sha256[\s\S]*Nonce: 0xFF12[\s\S]*Certificate required: yes/i)
    const answered = run(
      'ts',
      '-reply',
      '-queryfile',
      'question.tsq',
      '-config',
      'tsa.cnf',
      '-signer',
      'cert.pem',
      '-inkey',
      'key.pem',
      '-out',
      'answer.tsr',
    )
    assert.equal(answered.status, 0, answered.stderr)
    assert.equal(stampFault(readFileSync(join(folder, 'answer.tsr')), HASH, NONCE), null)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
