import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { tries } from '../../scripts/testing/thorough.ts'
import { type Rig, rigIn } from '../../sim/evidence-rig.ts'
import { seededRandom } from '../lib/random.ts'
import { verifyBundle } from './verify.mjs'

const SEED = Number(process.env['SEED'] ?? 20_260_302)
const FLIPS = tries(10_000, 1_500)

const folder = mkdtempSync(join(tmpdir(), 'holdfast-bundle-'))
const path = join(folder, 'case.tar')
let rig: Rig
let whole: Buffer

const HOSTILE =
  '</pre><script>alert(1)</script> \u202egnp.exe\u202c "quoted" & \u0000 \ud800 انشروا restrict me'
const who = { by: 'mara', why: 'referral 2026-17', via: 'command' }

async function written(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const list: Uint8Array[] = []
  for await (const chunk of chunks) list.push(chunk)
  return Buffer.concat(list)
}

before(async () => {
  rig = await rigIn(folder)
  await rig.profile('a', { handle: 'wolf', name: '<b>Wolf</b>', bio: 'of the salt' })
  await rig.say('b', 'root', 'a quiet post')
  await rig.say('a', 'bad', HOSTILE, {
    replyTo: 'root',
    language: 'ar',
    media: [{ id: 'm1', url: 'https://media.example/m1', type: 'image/jpeg' }],
  })
  await rig.say('a', 'worse', 'restrict me as well')
  for (const { id, account, media } of await rig.store.evidenceList({ limit: 9 }))
    if (media.length > 0) {
      const source = (async function* () {
        yield Buffer.alloc(3_000, 'salt')
      })()
      const { sha256, bytes } = await rig.vault.receive({ evidence: id, account }, source, 10_000)
      await rig.publish({
        id: 'media-1',
        type: 'evidence.media',
        at: '2026-03-02T09:31:00.000Z',
        account: 'holdfast',
        media: {
          evidence: id,
          index: 0,
          items: [],
          status: 'kept',
          sha256,
          bytes,
          type: 'image/jpeg',
          cut: false,
          reason: null,
          attempts: 1,
          again: false,
        },
      })
    }
  const made = await rig.desk.export(['a'], who)
  assert.ok(made.ok)
  whole = await written(made.value.chunks)
  writeFileSync(path, whole)
})
after(async () => {
  await rig.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Whose bytes these are: a file's name, for its header, content and padding; or the end. */
function regions(): { name: string; from: number; to: number }[] {
  const found: { name: string; from: number; to: number }[] = []
  for (let at = 0; whole[at] !== 0; ) {
    const name = whole.toString('latin1', at, at + 100).replace(/\0.*$/s, '')
    const bytes = Number.parseInt(whole.toString('latin1', at + 124, at + 135), 8)
    const to = at + 512 + Math.ceil(bytes / 512) * 512
    found.push({ name, from: at, to })
    at = to
  }
  return [...found, { name: 'the end', from: found.at(-1)!.to, to: whole.length }]
}

test('E40 to E43: a bundle is whole, and a stranger’s Node says so with the script alone', () => {
  const { files, manifest, ledger } = verifyBundle(path)
  assert.equal(files, regions().length - 1)
  writeFileSync(join(folder, 'verify.mjs'), readFileSync(new URL('./verify.mjs', import.meta.url)))
  const run = spawnSync(process.execPath, [join(folder, 'verify.mjs'), path], { encoding: 'utf8' })
  assert.equal(run.status, 0, run.stderr)
  assert.match(run.stdout, new RegExp(`the bundle is whole[^]*${manifest}[^]*${ledger.root}`))
})

test('tar reads it, and what comes out is what went in', (context) => {
  const run = spawnSync('tar', ['-tvf', path], { encoding: 'utf8' })
  if (run.error) return context.skip('there is no tar here')
  assert.equal(run.status, 0, run.stderr)
  assert.equal(run.stdout.trim().split('\n').length, regions().length - 1)
})

test(`E42: ${FLIPS} random flips: each is found, and named by the file it is in (seed ${SEED})`, () => {
  const random = seededRandom(SEED)
  const places = regions()
  const broken = join(folder, 'broken.tar')
  writeFileSync(broken, whole)
  const file = openSync(broken, 'r+')
  try {
    for (let i = 0; i < FLIPS; i++) {
      const at = random.below(whole.length)
      const bit = 1 << random.below(8)
      writeSync(file, Buffer.of(whole[at]! ^ bit), 0, 1, at)
      const index = places.findIndex(({ to }) => at < to)
      const { name } = places[index]!
      const before = places[index - 1]?.name ?? 'the beginning'
      let where: string | null = null
      try {
        verifyBundle(broken)
      } catch (error) {
        where = String((error as { where?: string }).where)
      }
      const named = where === name || where === `after ${before}`
      assert.ok(
        named,
        `byte ${at} of ${name}, bit ${bit}: ${where === null ? 'not found' : `told as “${where}”`}`,
      )
      writeSync(file, whole, at, 1, at)
    }
  } finally {
    closeSync(file)
  }
  assert.ok(verifyBundle(broken).files > 5)
})

test('E42: what was cut, lengthened, added or taken out is found', () => {
  const broken = join(folder, 'broken.tar')
  const places = regions()
  const [item] = places.filter(({ name }) => name.endsWith('snapshot.json'))
  const check = (bytes: Buffer, expected: RegExp) => {
    writeFileSync(broken, bytes)
    assert.throws(() => verifyBundle(broken), expected)
  }
  check(whole.subarray(0, whole.length - 1), /the end was changed/)
  check(whole.subarray(0, whole.length - 2000), /cut off|missing/)
  check(Buffer.concat([whole, Buffer.alloc(512)]), /the end was changed/)
  check(
    Buffer.concat([whole.subarray(0, item!.from), whole.subarray(item!.to)]),
    /snapshot.json: is missing from the archive/,
  )
  const again = whole.subarray(item!.from, item!.to)
  check(
    Buffer.concat([whole.subarray(0, item!.to), again, whole.subarray(item!.to)]),
    /is missing|not in the manifest/,
  )
  check(Buffer.alloc(0), /cut off/)
})

test('E44: pages escape what others wrote, name what turns the direction, and hold translation and engine', () => {
  const pages = regions()
    .filter(({ name }) => name.endsWith('.html'))
    .map(({ from, to }) => whole.toString('utf8', from + 512, to))
  assert.ok(pages.length >= 3)
  for (const page of pages) {
    assert.doesNotMatch(page, /<script|<img|<iframe|\son\w+=|<b>Wolf|\u202e/i)
    assert.match(page, /Content-Security-Policy" content="default-src 'none'; style-src 'sha256-/)
    for (const [, target] of page.matchAll(/(?:href|src)="([^"]*)"/g))
      assert.match(target!, /^items\/[\w-]+\/index\.html$/)
  }
  const text = pages.join('')
  assert.match(text, /&lt;\/pre&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt; \[U\+202E\]gnp\.exe/)
  assert.match(text, /machine translation into en by test-engine/)
  assert.match(text, /<div class="text" dir="auto" lang="ar">/)
})

test('E47: the export is on the ledger with its manifest, and was logged before its first byte', async () => {
  const { manifest, ledger } = verifyBundle(path)
  const [piece] = await rig.store.evidenceList({ limit: 1 })
  const entries = await rig.store.ledgerAbout(piece!.id, 99)
  const exported = entries.find(({ body }) => body['what'] === 'exported')
  assert.equal(exported?.body['manifest'], manifest)
  assert.deepEqual(exported?.body['tree'], { size: ledger.size, root: ledger.root })
  assert.equal((await rig.store.views({ kind: 'bundle', limit: 9 })).length, 1)
})

test('E11: any flipped byte of a stored file is found, and the file is named', async () => {
  const random = seededRandom(SEED)
  const { default: Database } = await import('better-sqlite3')
  const db = new Database(join(folder, 'evidence', 'vault.db'))
  const rows = db
    .prepare<[], { file: number; place: number; sealed: Buffer; sha256: string }>(
      'SELECT file, place, sealed, sha256 FROM pieces JOIN files USING (file)',
    )
    .all()
  assert.ok(rows.length >= 3)
  const put = db.prepare('UPDATE pieces SET sealed = ? WHERE file = ? AND place = ?')
  assert.equal(await rig.vault.check(), null)
  for (let i = 0; i < 300; i++) {
    const row = rows[random.below(rows.length)]!
    const broken = Buffer.from(row.sealed)
    broken[random.below(broken.length)]! ^= 1 << random.below(8)
    put.run(broken, row.file, row.place)
    assert.equal((await rig.vault.check())?.where, `vault file ${row.sha256}`)
    await assert.rejects(written(rig.vault.read(row.sha256)), /piece 1 of 1 was changed/)
    put.run(row.sealed, row.file, row.place)
  }
  db.close()
  assert.equal(await rig.vault.check(), null)
})
