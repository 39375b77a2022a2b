import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Rig, rigIn } from '../../sim/evidence-rig.ts'
import { verifyBundle } from '../evidence/verify.mjs'
import { issueKey } from '../people/keys.ts'
import { NO_CONSOLE, sampleHouse, sampleServer, silentLogger } from '../server/samples.ts'
import { createServer } from '../server/server.ts'
import {
  type EvidenceOptions,
  eraseEvidence,
  exportEvidence,
  holdEvidence,
  listEvidence,
  releaseEvidence,
  retainEvidence,
  showEvidence,
  viewsOf,
} from './evidence.ts'
import { CommandError, type OpenHouse, type Tools, UsageError } from './tools.ts'

const folder = mkdtempSync(join(tmpdir(), 'holdfast-evidence-cli-'))
let rig: Rig
let decision: string
let where: Pick<EvidenceOptions, 'url' | 'keyFile'> = {}
let closeServer: () => Promise<void> = async () => {}

before(async () => {
  rig = await rigIn(folder)
  decision = (await rig.say('acct:1', 'bad', 'restrict me \u001b[31m'))!
  const house = { ...sampleHouse(rig.clock), evidence: rig.desk }
  const app = await createServer(house, { consoleDir: NO_CONSOLE, logger: silentLogger() })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const keyFile = join(folder, 'key')
  writeFileSync(keyFile, await issueKey(house.store, rig.clock, ['evidence', 'audit']))
  where = { url, keyFile }
  closeServer = () => app.close()
})
after(async () => {
  await closeServer()
  await rig.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The commands over a folder that nobody else owns. */
const alone = {
  openStore: async () => ({ close: async () => {} }),
  openHouse: async () => ({ close: async () => {} }) as unknown as OpenHouse,
  evidenceDesk: () => rig.desk,
} as unknown as Tools

const options = (over: Partial<EvidenceOptions> = {}): EvidenceOptions => ({
  data: 'd',
  policies: 'p',
  format: 'json',
  by: 'mara',
  why: 'because',
  ...over,
})

async function printed(work: () => Promise<void>): Promise<string> {
  let out = ''
  const { write } = process.stdout
  process.stdout.write = ((chunk: unknown, ...rest: []) => {
    if (typeof chunk !== 'string') return write.call(process.stdout, chunk as string, ...rest)
    out += chunk
    return true
  }) as typeof write
  try {
    await work()
  } finally {
    process.stdout.write = write
  }
  return out
}

for (const [name, side] of [
  ['alone', () => ({})],
  ['beside a server', () => where],
] as const) {
  test(`${name}: listed, shown and logged, held, kept, released`, async () => {
    const over = () => options(side())
    const [piece] = JSON.parse(await printed(() => listEvidence({ ...over(), limit: 9 }, alone)))
    assert.equal(piece.decision, decision)
    const view = JSON.parse(await printed(() => showEvidence(decision, { ...over(), case: 't-1' }, alone)))
    assert.equal(view.snapshot.versions[0].post.id, 'bad')
    const views = JSON.parse(await printed(() => viewsOf({ ...over(), case: 't-1', limit: 9 }, alone)))
    assert.deepEqual([views[0].by, views[0].seen], ['mara', piece.id])
    const [hold] = JSON.parse(
      await printed(() =>
        holdEvidence(['acct:1'], { ...over(), basis: 'us-2703f', reference: 'letter' }, alone),
      ),
    )
    assert.equal(hold.scope.id, 'acct:1')
    const kept = await printed(() =>
      assert.rejects(eraseEvidence(['acct:1'], over(), alone), /are held and stay/),
    )
    assert.deepEqual(JSON.parse(kept).kept[0].holds, [hold.id])
    const extended = JSON.parse(await printed(() => holdEvidence([], { ...over(), extend: hold.id }, alone)))
    assert.equal(extended[0].extended.length, 1)
    await assert.rejects(holdEvidence([], { ...over(), extend: hold.id }, alone), /once only/)
    const lifted = JSON.parse(await printed(() => releaseEvidence(hold.id, over(), alone)))
    assert.equal(lifted[0].lifted.by, 'mara')
    assert.deepEqual(JSON.parse(await printed(() => holdEvidence([], { ...over(), list: true }, alone))), [])
    const report = JSON.parse(await printed(() => retainEvidence({ ...over(), dryRun: true }, alone)))
    assert.deepEqual([report.looked, report.due], [1, 0])
  })

  test(`${name}: exported whole, under its own name only when whole`, async () => {
    const out = join(folder, `${name}.tar`)
    await printed(() => exportEvidence([decision], { ...options(side()), out }, alone))
    assert.ok(verifyBundle(out).files > 5)
    assert.equal(existsSync(`${out}.part`), false)
    await assert.rejects(exportEvidence([decision], { ...options(side()), out }, alone), UsageError)
    await assert.rejects(
      exportEvidence(['d-nothing'], { ...options(side()), out: `${out}2` }, alone),
      CommandError,
    )
    assert.equal(existsSync(`${out}2`), false)
  })
}

test('what was preserved cannot steer a terminal, and wrong use is told', async () => {
  const text = await printed(() => showEvidence(decision, options({ format: 'text' }), alone))
  assert.match(text, /restrict me \ufffd\[31m/)
  assert.ok(!text.includes('\u001b'))
  const { by: _, ...nobody } = options()
  await assert.rejects(showEvidence(decision, nobody as EvidenceOptions, alone), /this needs --by/)
  await assert.rejects(holdEvidence(['a'], options(), alone), /--basis/)
  await assert.rejects(
    holdEvidence(['a'], { ...options(), basis: 'internal', until: 'soon' }, alone),
    /ISO 8601/,
  )
  await assert.rejects(showEvidence('nothing', options(), alone), /there is no evidence nothing/)
})

test('without the permission nothing is shown', async () => {
  const { app, key } = await sampleServer()
  const reader = await key('read', 'review', 'admin')
  for (const url of ['/v1/evidence', '/v1/evidence/v-1', '/v1/evidence/views', '/v1/evidence/holds']) {
    const { statusCode } = await app.inject({ url, headers: { authorization: `Bearer ${reader}` } })
    assert.equal(statusCode, 403, url)
  }
  await app.close()
})
