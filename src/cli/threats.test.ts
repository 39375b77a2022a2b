import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'holdfast-threats-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const data = join(folder, 'data')
const holdfast = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/holdfast.js', ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test('both lists, the register and the orders on the command line', { timeout: 120_000 }, () => {
  const events = join(folder, 'events.jsonl')
  const at = '2026-01-05T08:00:00Z'
  const post = (id: string, account: string, text: string) =>
    JSON.stringify({ id, type: 'post.created', at, account, post: { id, text, language: 'en' } })
  const people = join(folder, 'people.csv')
  writeFileSync(people, 'kind,label,names,roles,organisations\nstaff,Employees,,employees,this site\n')
  writeFileSync(
    events,
    [
      post('p1', 'a1', 'Call to the lone wolves: kill the employees of this site wherever you find them'),
      JSON.stringify({
        id: 'o',
        type: 'order.received',
        at,
        account: 'a1',
        order: { id: 'o1\u001b[2J', kind: 'removal', post: 'p1' },
      }),
    ].join('\n'),
  )
  assert.equal(holdfast('ingest', events, '--data', data).status, 0)
  assert.match(
    holdfast('threats', '--data', data).stdout,
    /explicit: 1\n {2}t-[0-9a-f]{24} .*\nleakage: none/,
  )

  assert.equal(holdfast('protected', 'import', people, '--data', data).status, 2)
  const put = holdfast('protected', 'import', people, '--by', 'mira', '--data', data)
  assert.deepEqual([put.status, put.stderr], [0, '1 added, 0 replaced, 1 in all.\n'])
  assert.match(
    holdfast('protected', 'list', '--by', 'mira', '--data', data).stdout,
    /^pp-[0-9a-f]{16}\tstaff\tEmployees/,
  )
  assert.equal(holdfast('protected', 'remove', 'pp-none', '--by', 'mira', '--data', data).status, 1)

  writeFileSync(
    events,
    post('p2', 'a2', 'Call to the lone wolves: kill the employees of this site wherever you find them'),
  )
  assert.equal(holdfast('ingest', events, '--data', data).status, 0)
  const listed = holdfast('threats', '--data', data, '--format', 'json')
    .stdout.trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.deepEqual(listed.map(({ protected: about }) => about).sort(), [false, true])
  const orders = holdfast('orders', '--data', data)
  assert.match(
    orders.stdout,
    /^o1�\[2J {2}removal .*missed, due 2026-01-05 09:00\n0 final within twelve months: not exposed/,
  )
  const ledger = holdfast('export', 'ledger', '--data', data).stdout
  assert.match(ledger, /"what":"looked"/)
  assert.ok(!/Employees/.test(ledger))
  assert.equal(holdfast('verify', '--data', data).status, 0)
})

test('a drill exercises the whole chain and prints its times', { timeout: 120_000 }, () => {
  const check = (what: string, steps: string[]) => {
    const { status, stdout, stderr } = holdfast(what, 'drill', '--format', 'json')
    assert.equal(status, 0, stderr)
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { step: string; ms: number; detail: string })
    assert.deepEqual(
      rows.map(({ step }) => step),
      steps,
    )
    assert.ok(rows.every(({ ms }) => ms >= 0 && ms < 60_000))
    assert.match(rows[1]!.detail, /webhook sent, email sent/)
  }
  check('threats', ['case opened', 'page sent', 'acknowledged', 'graded by two', 'referred by two'])
  check('orders', [
    'order received',
    'page sent',
    'acknowledged',
    'sender verified',
    'removed',
    'authority told',
  ])
})
