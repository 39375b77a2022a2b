import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openCommandLine } from '../../scripts/testing/command-line.ts'
import { closedAccount, openAccount } from '../lineage/samples.ts'
import type { LinkReviewed } from '../model/event.ts'
import { sampleLink, sampleServer } from '../server/samples.ts'
import { type ReviewOptions, reviewLinkOf } from './lineage.ts'
import type { Tools } from './tools.ts'

/*
 * Past closures, a return, and what people find about it, as a user meets them: the real binary over one installation.
 */

const folder = mkdtempSync(join(tmpdir(), 'holdfast-lineage-'))
const data = join(folder, 'data')
after(async () => {
  await line.close()
  rmSync(folder, { recursive: true, force: true })
})

const line = openCommandLine()
const holdfast = (...args: string[]) => line.holdfast([...args, '--data', data])
function check(args: string[], code: number, words: RegExp) {
  const run = holdfast(...args)
  assert.equal(run.code, code, `${args.join(' ')}\n${run.out}${run.err}`)
  assert.match(run.out + run.err, words)
  return run
}
const at = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const CLOSED = `account,handle,name,bio,location,url,pictureHash,email,device,ip,createdAt,closedAt,reason
acct:old,kestrel_lantern,Kestrel Lantern,"salt marsh poems, tide tables",,,,,dev-1,10.1.2.3,2025-11-01T00:00:00Z,2026-01-02T10:00:00Z,tvec8
acct:other,marsh_rider,,,,,,,,,,2026-01-01T10:00:00Z,
`
const COMEBACK = JSON.stringify({
  id: 'n1',
  type: 'account.created',
  at: '2026-01-02T11:00:00Z',
  account: 'acct:new',
  profile: { handle: 'kestrel_lantern2', name: 'Kestrel Lantern', bio: 'salt marsh poems, tide tables' },
  session: { ip: '10.1.2.9', device: 'dev-1' },
})
const PERSON = ['--by', 'mara', '--why', 'the same phone']

test('closures are imported, a return is linked to its own, and what people find is kept and taken back', () => {
  check(['lineage', 'import', at('closed.csv', CLOSED)], 0, /4 accepted/)
  check(['ingest', at('new.jsonl', `${COMEBACK}\n`)], 0, /1 accepted/)
  check(
    ['lineage', 'show', 'acct:new'],
    0,
    /certain, [\d.]+ bits, proposed[\s\S]*@kestrel_lantern \(acct:old\)[\s\S]*closed 2026-01-02 10:00 for tvec8/,
  )
  check(['lineage', 'confirm', 'acct:new', 'acct:old', ...PERSON], 0, /confirmed/)
  const graph = JSON.parse(holdfast('lineage', 'show', 'acct:new', '--format', 'json').out)
  assert.deepEqual(
    graph.edges.map(({ status, standing }: { status: string; standing: boolean }) => [status, standing]),
    [['confirmed', true]],
  )
  check(['lineage', 'reject', 'acct:new', 'acct:old', ...PERSON], 0, /rejected/)
  check(['lineage', 'show', 'acct:new'], 0, /Told, and not standing:\n {2}acct:old: .*rejected/)
  check(['lineage', 'repair', 'acct:new', 'acct:other', 'acct:old', ...PERSON], 0, /confirmed/)
  check(['lineage', 'survival'], 0, /1 returns, linked strong or certain/)
  check(['backtest'], 0, /0 changed/)
  check(['verify'], 0, /the ledger verifies/)
})

test('weights are proposed, and come into force in the name of two people only', () => {
  check(['learn', 'lineage'], 0, /Proposed in/)
  const proposal = join(data, 'weights.proposed.json')
  const { version } = JSON.parse(readFileSync(proposal, 'utf8'))
  check(['learn', 'accept', proposal, '--by', 'mara', '--why', 'x'], 2, /two different people/)
  check(
    ['learn', 'accept', proposal, '--by', 'mara', '--by', 'Mara', '--why', 'x'],
    2,
    /two different people/,
  )
  check(
    ['learn', 'accept', at('bad.json', '{"tiers":{}}'), '--by', 'mara', '--by', 'idris', '--why', 'x'],
    1,
    /is missing/,
  )
  check(
    ['learn', 'accept', proposal, '--by', 'mara', '--by', 'idris', '--why', 'x'],
    0,
    new RegExp(`${version} is in force`),
  )
  const entry = holdfast('export', 'ledger')
    .out.split('\n')
    .find((line) => line.includes('"kind":"weights"'))
  assert.match(entry ?? '', /"by":\["mara","idris"\]/)
  check(['backtest'], 0, /0 changed/)
})

test('a finding without a ground, a name or a reason is refused in words', () => {
  check(['lineage', 'confirm', 'acct:new', 'acct:nobody', ...PERSON], 1, /is not a closed account/)
  check(
    ['lineage', 'confirm', 'acct:nobody', 'acct:old', ...PERSON],
    1,
    /nothing is known of an account acct:nobody/,
  )
  check(['lineage', 'confirm', 'acct:old', 'acct:old', ...PERSON], 2, /not linked to itself/)
  check(['lineage', 'confirm', 'acct:new', 'acct:old'], 2, /--by/)
  check(['lineage', 'show', 'acct:nobody'], 1, /nothing is known/)
})

test('R6: while a server runs, a finding goes to it with a key, and is answered in its own words', async () => {
  const server = await sampleServer()
  try {
    const { accounts, links, taken } = server.inside
    accounts.set('acct:900', openAccount('acct:900'))
    accounts.set('acct:123', closedAccount('acct:123'))
    links.push(sampleLink('l-1'))
    const url = await server.app.listen({ host: '127.0.0.1', port: 0 })
    const keyFile = at('key', `${await server.key('review')}\n`)
    const find = (closed: string, over: object = {}) =>
      reviewLinkOf(
        'acct:900',
        closed,
        'rejected',
        { data, policies: 'policies', by: 'mara', why: 'a namesake', url, keyFile, ...over } as ReviewOptions,
        {} as Tools,
      )
    await find('acct:123')
    const { type, account, link } = taken.at(-1) as LinkReviewed
    assert.deepEqual(
      [type, account, link],
      [
        'link.reviewed',
        'acct:900',
        { closedAccount: 'acct:123', finding: 'rejected', by: 'mara', why: 'a namesake' },
      ],
    )
    await assert.rejects(find('acct:0'), /nothing is known of it/)
    await assert.rejects(find('acct:900'), /not linked to itself/)
    await assert.rejects(find('acct:123', { keyFile: undefined }), /--url needs --key-file/)
    assert.equal(taken.length, 1)
  } finally {
    await server.app.close()
  }
})
