import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CampaignShown, campaignPage, sparkline } from './campaigns.ts'

const shown: CampaignShown = {
  id: 'campaign-1',
  firstSeen: '2026-01-05T12:00:00.000Z',
  detectedAt: '2026-01-05T12:07:00.000Z',
  status: 'suspected',
  degree: 0.97,
  hashtags: ['GreyBanner'],
  urls: [],
  members: [{ account: 'acct:c1', degree: 0.97 }],
  posts: 60,
  advice: ['queue', 'discount-trend #GreyBanner: 4 posts by 4 others remain'],
  overlap: { known: 30, closed: 2, lineages: 1 },
  evidence: {
    detectedAt: '2026-01-05T12:07:00.000Z',
    lastSeen: '2026-01-05T13:30:00.000Z',
    pairs: 435,
    expected: 0.5,
    odds: 870,
    signs: [{ name: 'repeats', points: 2, says: 'each account posts it 2.0 times' }],
    profile: { read: 60, forbidden: 58, policies: { tvec8: 58 }, closed: 0, concerns: true },
    languages: { en: 60 },
    deleted: 3,
    traces: [{ kind: 'text', key: 1, label: 'Rise\u001b[2J tonight', accounts: 30 }],
    timeline: { from: '2026-01-05T12:00:00.000Z', stepMinutes: 15, posts: [4, 0, 40, 16], earlier: 0 },
  },
}

test('counts become bars, a time without posts a space', () => {
  const check = (counts: number[], width: number, expected: string) =>
    assert.equal(sparkline(counts, width), expected)
  check([1, 8], 10, '▁█')
  check([4, 0, 8], 10, '▄ █')
  check([1, 1, 1, 1, 4, 4], 3, '▂▂█')
  check([], 10, '')
})

test('the three answers stand apart, each with its numbers', () => {
  const page = campaignPage(shown).join('\n')
  for (const line of [
    'campaign-1  suspected, degree 0.97, 1 accounts, 60 posts',
    '  timeline   ▁ █▄  1 h',
    '  together   435 pairs met, 0.5 by chance: 870 times the chance',
    '  content    58 of 60 posts read break a policy: tvec8 58',
    '  overlap    of 30 accounts known, 2 are closed and 1 linked to a closed one',
    '  advice     queue; discount-trend #GreyBanner: 4 posts by 4 others remain',
  ])
    assert.ok(page.split('\n').includes(line), `missing: ${line}\n${page}`)
  assert.ok(!page.includes('member'))
})

test('what others wrote cannot move the terminal', () => {
  assert.ok(!campaignPage(shown).join('').includes('\u001b'))
})

test('without evidence the row alone is shown', () => {
  assert.ok(campaignPage({ ...shown, evidence: null }).some((line) => line.includes('not settled yet')))
})
