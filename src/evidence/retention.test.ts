import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { rigIn } from '../../sim/evidence-rig.ts'
import { DAY_MS } from '../model/ids.ts'

const DECIDED = Date.parse('2026-03-02T09:30:00.000Z')
const daysOn = (days: number): string => new Date(DECIDED + days * DAY_MS).toISOString()

test('A6: what an open appeal is about is kept past its time, all else goes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-retention-'))
  try {
    const first = await rigIn(folder, { startsAt: daysOn(0) })
    const appealed = (await first.say('acct:1', 'post:1', 'restrict me'))!
    await first.say('acct:2', 'post:2', 'restrict me')
    await first.close()

    const later = await rigIn(folder, { startsAt: daysOn(180) })
    await later.publish({
      id: 'e-appeal',
      type: 'appeal.filed',
      at: daysOn(180),
      account: 'acct:1',
      appeal: { id: 'appeal:1', decision: appealed, text: 'It is a song.' },
    })
    await later.close()

    const over = await rigIn(folder, { startsAt: daysOn(201) })
    const report = await over.desk.retain({ by: 'job', dryRun: false })
    assert.deepEqual([report.due, report.erased], [2, 1])
    assert.deepEqual(
      report.kept.map(({ account, holds, appeal }) => [account, holds, appeal]),
      [['acct:1', [], appealed]],
    )
    await over.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
