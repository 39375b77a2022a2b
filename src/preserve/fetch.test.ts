import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { type Rig, rigIn } from '../../sim/evidence-rig.ts'
import { seededRandom } from '../lib/random.ts'
import type { EvidenceMedia } from '../model/evidence.ts'
import { type FetchWorld, fetchMedia } from './fetch.ts'
import { createMediaKeeper } from './media.ts'

/*
 * Hostile media, each served by a real server of this machine, and the state that its item comes to.
 */

const BYTES_MAX = 100_000
const LIMITS = { hopsMax: 3, idleMs: 150, totalMs: 600 }
const asked: string[] = []
let base = ''
let server: Server
let folder: string
let rig: Rig

const BOMB = gzipSync(Buffer.alloc(50_000_000))
const pages: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/fine': (_, response) => response.setHeader('content-type', 'image/jpeg').end('bytes'),
  '/page': (_, response) =>
    response.setHeader('content-type', 'text/html; charset=x').end('<html>sign in</html>'),
  '/gone': (_, response) => response.writeHead(404).end(),
  '/busy': (_, response) => response.writeHead(503).end(),
  '/to-fine': (_, response) => response.writeHead(302, { location: '/fine' }).end(),
  '/round': (_, response) => response.writeHead(301, { location: '/round' }).end(),
  '/to-inside': (_, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-mapped': (_, response) => response.writeHead(302, { location: 'http://[::ffff:10.0.0.1]/' }).end(),
  '/huge': (_, response) => {
    response.writeHead(200, { 'content-length': String(5_000_000_000) })
    const chunk = Buffer.alloc(65_536, 'x')
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    }
    response.on('drain', more)
    more()
  },
  '/bomb': (_, response) => response.setHeader('content-encoding', 'gzip').end(BOMB),
  '/drip': (_, response) => {
    const timer = setInterval(() => response.write('x'), 60)
    response.on('close', () => clearInterval(timer))
  },
  '/silent': () => {},
  '/short': (_, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('only this')
    setTimeout(() => response.destroy(), 20)
  },
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-fetch-'))
  rig = await rigIn(folder)
  server = createServer((request, response) => {
    asked.push(request.url!)
    const page = pages[request.url!]
    if (page === undefined) response.writeHead(404).end()
    else page(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(async () => {
  server.closeAllConnections()
  server.close()
  await rig.close()
  rmSync(folder, { recursive: true, force: true })
})

/** This machine's own server may be asked, and nothing else that is not public. */
const here: FetchWorld = { limits: LIMITS, mayReach: (address) => address === '127.0.0.1' }
let made = 0

/** What becomes of an item with this address, through vault, event and row. */
async function stateOf(url: string, world: FetchWorld = here): Promise<EvidenceMedia> {
  const id = `m${++made}`
  await rig.say(`acct-${id}`, `post-${id}`, `restrict me ${id}`, { media: [{ id, url, type: 'image/jpeg' }] })
  const keeper = createMediaKeeper({
    store: rig.store,
    vault: rig.vault,
    bus: rig.bus,
    clock: { now: () => rig.clock.now(), steady: () => performance.now() },
    random: seededRandom(1),
    fetch: (address, signal) => fetchMedia(address, signal, world),
    bytesMax: BYTES_MAX,
    deadlineMs: 2_000,
  })
  await keeper.round()
  rig.clock.set(rig.clock.now() + 2_001)
  await keeper.round()
  const [evidence] = await rig.store.evidenceList({ account: `acct-${id}`, limit: 1 })
  return evidence!.media[0]!
}

const isGap = async (url: string, reason: RegExp, again: boolean, world?: FetchWorld) => {
  const item = await stateOf(url, world)
  assert.equal(item.status, 'gap', url)
  assert.match(item.reason ?? '', reason)
  assert.equal(item.again, again)
}
const isKept = async (url: string, expected: Partial<EvidenceMedia>, world?: FetchWorld) => {
  const item = await stateOf(url, world)
  assert.equal(item.status, 'kept', item.reason ?? '')
  for (const [name, value] of Object.entries(expected)) assert.equal(item[name as keyof EvidenceMedia], value)
  assert.equal(await rig.vault.has(item.sha256!), true)
}

test('what is there is kept, also behind a redirect', async () => {
  await isKept(`${base}/fine`, { bytes: 5, type: 'image/jpeg', cut: false, reason: null })
  await isKept(`${base}/to-fine`, { bytes: 5 })
})

test('E7: five gigabytes: the beginning is kept, the rest never comes, and the item says so', () =>
  isKept(`${base}/huge`, {
    bytes: BYTES_MAX,
    cut: true,
    reason: 'longer than 100000 bytes: the beginning is kept',
  }))

test('E7: another type than the platform said is kept and said', () =>
  isKept(`${base}/page`, { type: 'text/html', reason: 'the platform says image/jpeg, the server text/html' }))

test('E7: a bomb stays packed: what is kept is what was sent', () =>
  isKept(`${base}/bomb`, {
    bytes: BOMB.length,
    reason: 'kept packed, as it was sent (gzip)',
  } as Partial<EvidenceMedia>))

test('E7: bytes that come one by one, none at all, or break off, end at their time and are tried again', async () => {
  await isGap(`${base}/drip`, /not done within its time/, true)
  await isGap(`${base}/silent`, /no byte within 150 ms/, true)
  await isGap(`${base}/short`, /broke off/, true)
  await isGap(`${base}/busy`, /^HTTP 503$/, true)
})

test('what is gone stays a gap', () => isGap(`${base}/gone`, /^HTTP 404$/, false))

test('E6: addresses that lead inside are refused before anybody is asked, in every form', async () => {
  const before = asked.length
  const port = new URL(base).port
  const strict: FetchWorld = { limits: LIMITS }
  const inside = [
    `http://127.0.0.1:${port}/fine`,
    `http://2130706433:${port}/fine`,
    `http://0x7f.1:${port}/fine`,
    `http://127.1:${port}/fine`,
    `http://[::1]:${port}/fine`,
    `http://[::ffff:127.0.0.1]:${port}/fine`,
    `http://[::ffff:7f00:1]:${port}/fine`,
    `http://0.0.0.0:${port}/fine`,
    `http://localhost:${port}/fine`,
    'http://10.1.2.3/',
    'http://169.254.169.254/latest/meta-data/',
  ]
  for (const url of inside)
    await isGap(url, /refused: it leads into a network that is not public/, false, strict)
  assert.equal(asked.length, before, 'somebody was asked')
})

test('E6: a name is resolved once, all it has must be public, and what was looked at is what is asked', async () => {
  const port = new URL(base).port
  let looked = 0
  // First public, then inside: a name that is looked up twice would get through.
  const turning = async () => [{ address: looked++ === 0 ? '127.0.0.1' : '169.254.169.254', family: 4 }]
  await isKept(`http://media.example:${port}/fine`, { bytes: 5 }, { ...here, resolve: turning })
  assert.equal(looked, 1)
  const mixed = async () => [
    { address: '127.0.0.1', family: 4 },
    { address: '10.0.0.1', family: 4 },
  ]
  await isGap(`http://media.example:${port}/fine`, /refused/, false, { ...here, resolve: mixed })
  await isGap(`http://media.example:${port}/fine`, /leads nowhere/, true, {
    ...here,
    resolve: async () => [],
  })
  await isGap(`http://nowhere.example/`, /cannot be found/, true, {
    ...here,
    resolve: () => Promise.reject(new Error('ENOTFOUND')),
  })
})

test('E6: every redirect is looked at as the first', async () => {
  await isGap(`${base}/to-inside`, /refused/, false)
  await isGap(`${base}/to-mapped`, /refused/, false)
  await isGap(`${base}/to-file`, /neither http nor https/, false)
  await isGap(`${base}/round`, /more than 3 redirects/, false)
})

test('E6: a host of one’s own that was named may be asked, and leads nowhere else', async () => {
  const port = new URL(base).port
  const trusting: FetchWorld = {
    limits: LIMITS,
    trusted: new Set(['media.internal']),
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  }
  await isKept(`http://media.internal:${port}/fine`, { bytes: 5 }, trusting)
  await isGap(`http://media.internal:${port}/to-inside`, /refused/, false, trusting)
  await isGap(`http://other.internal:${port}/fine`, /refused/, false, trusting)
})

test('addresses that are none, or name a user, are refused', async () => {
  await isGap('not an address', /no URL/, false)
  await isGap('ftp://media.example/x', /neither http nor https/, false)
  await isGap('data:image/png;base64,AAAA', /neither http nor https/, false)
  await isGap('http://user:secret@media.example/', /user or password/, false)
})

test('a server that talks nonsense or endless headers is a gap, whose reason repeats nothing of it', async () => {
  const talk = async (words: string, expected: RegExp) => {
    const nonsense = createTcpServer((socket: Socket) => {
      socket.on('error', () => {})
      socket.end(words)
    })
    await new Promise<void>((resolve) => nonsense.listen(0, '127.0.0.1', resolve))
    await isGap(`http://127.0.0.1:${(nonsense.address() as AddressInfo).port}/`, expected, true)
    nonsense.close()
  }
  await talk('NONSENSE secret\r\n\r\n', /^it could not be asked \(HPE_[A-Z_]+\)$/)
  await talk(
    `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`,
    /^it could not be asked \(HPE_HEADER_OVERFLOW\)$/,
  )
})

test('E5: with fetching off every item is a gap at once, and nobody is asked', async () => {
  await rig.say('acct-off', 'post-off', 'restrict me off', { media: [{ id: 'm', url: `${base}/fine` }] })
  const before = asked.length
  const { store, vault, bus, clock } = rig
  const keeper = createMediaKeeper({ store, vault, bus, clock, random: seededRandom(1), fetch: null })
  await keeper.round()
  const [evidence] = await store.evidenceList({ account: 'acct-off', limit: 1 })
  assert.deepEqual([evidence!.media[0]!.status, evidence!.media[0]!.again], ['gap', false])
  assert.equal(asked.length, before)
})
