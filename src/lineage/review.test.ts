import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LinkFinding, LinkReviewed } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import { linkAccount, reviewLink, settleLineage } from './lineage.ts'
import { CLOSED_AT, closedAccount, DAY, indexOf, NOW, openAccount, strangers } from './samples.ts'

const FACE = {
  handle: 'kestrel_lantern',
  name: 'Kestrel Lantern',
  bio: 'tide tables and lanterns for the long night',
}
const strike = (decision: string) => ({
  decision,
  policy: 'tvec8',
  count: 1,
  at: CLOSED_AT,
  expiresAt: CLOSED_AT + 90 * DAY,
})

/** An account, the one it came back from, and another one that was closed. */
function scene() {
  const parent = closedAccount('parent', FACE, { deviceTokens: ['d'], strikes: [strike('s1'), strike('s2')] })
  const other = closedAccount(
    'other',
    { ...FACE, bio: 'bread' },
    { strikes: [strike('s3')], deviceTokens: ['d2'] },
  )
  const index = indexOf([...strangers(500), parent, other])
  const facts = openAccount(
    'new',
    { ...FACE, handle: 'kestrel_lantern2' },
    { deviceTokens: ['d', 'd2'], strikes: [strike('own')] },
  )
  weigh(index, facts)
  const review = (finding: LinkFinding, closed: AccountFacts | undefined) => {
    const event: LinkReviewed = {
      id: 'r',
      type: 'link.reviewed',
      at: new Date(NOW).toISOString(),
      account: 'new',
      link: {
        closedAccount: closed?.id ?? 'nobody',
        finding,
        by: 'mara',
        why: 'same picture of the same door',
      },
    }
    return reviewLink({ index, population: null, facts, closed, event })
  }
  return { parent, other, index, facts, review }
}

const weigh = (index: ReturnType<typeof indexOf>, facts: AccountFacts) =>
  linkAccount(
    index,
    null,
    facts,
    {
      id: 'e',
      type: 'account.updated',
      at: new Date(NOW).toISOString(),
      account: facts.id,
      profile: facts.profile!,
    },
    NOW,
  )

const strikesOf = ({ strikes }: AccountFacts) => strikes.map(({ decision }) => decision)

test('R1: a confirmed link carries closure, generation and strikes over, each strike once', () => {
  const { parent, facts, review } = scene()
  const [link] = review('confirmed', parent)
  assert.equal(link?.status, 'confirmed')
  assert.deepEqual(
    [facts.lineage?.closedAccount, facts.lineage?.confirmed, facts.lineage?.generation],
    ['parent', true, 1],
  )
  assert.deepEqual(strikesOf(facts), ['own', 's1', 's2'])
  review('confirmed', parent)
  assert.deepEqual(strikesOf(facts), ['own', 's1', 's2'])
})

test('R2: what a confirmation brought is taken back when it is undone, as if it had never been', () => {
  const { parent, facts, review } = scene()
  const before = structuredClone(facts)
  review('confirmed', parent)
  review('withdrawn', parent)
  assert.deepEqual(facts, before)
})

test('R2: confirming another parent takes back what the first one brought', () => {
  const { parent, other, facts, review } = scene()
  review('confirmed', parent)
  review('confirmed', other)
  assert.equal(facts.lineage?.closedAccount, 'other')
  assert.deepEqual(strikesOf(facts), ['own', 's3'])
})

test('R3: a rejected pair is never proposed again, however often the account is weighed', () => {
  const { parent, index, facts, review } = scene()
  const links = review('rejected', parent)
  assert.equal(links[0]?.status, 'rejected')
  for (let i = 0; i < 5; i++)
    assert.ok(weigh(index, facts).every(({ closedAccount }) => closedAccount !== 'parent'))
  assert.notEqual(facts.lineage?.closedAccount, 'parent')
  review('withdrawn', parent)
  assert.ok(weigh(index, facts).some(({ closedAccount }) => closedAccount === 'parent'))
})

test('R3: rejecting a confirmed link undoes it first', () => {
  const { parent, facts, review } = scene()
  review('confirmed', parent)
  review('rejected', parent)
  assert.deepEqual(strikesOf(facts), ['own'])
  assert.notEqual(facts.lineage?.closedAccount, 'parent')
})

test('R4: a confirmed link stands against a stronger proposal, and is told as confirmed', () => {
  const { other, index, facts, review } = scene()
  review('confirmed', other)
  const links = weigh(index, facts)
  assert.equal(facts.lineage?.closedAccount, 'other')
  assert.equal(links.find(({ closedAccount }) => closedAccount === 'other')?.status, 'confirmed')
  assert.equal(facts.lineageBeside?.closedAccount, 'parent')
})

test('R5: when the closed account is open again, its links are taken back before any rule sees them', () => {
  for (const confirmed of [true, false]) {
    const { parent, index, facts, review } = scene()
    if (confirmed) review('confirmed', parent)
    index.remove('parent')
    settleLineage(index, facts)
    assert.notEqual(facts.lineage?.closedAccount, 'parent')
    assert.deepEqual(strikesOf(facts), ['own'])
  }
})

test('a finding about an account that is not closed, or the same one, changes nothing', () => {
  const { facts, review } = scene()
  const before = structuredClone(facts)
  assert.deepEqual(review('confirmed', undefined), [])
  assert.deepEqual(review('confirmed', openAccount('open', FACE)), [])
  assert.deepEqual(review('rejected', facts), [])
  assert.deepEqual(facts, before)
})

test('rejections are bounded', () => {
  const { index, facts, review } = scene()
  for (let i = 0; i < 300; i++) {
    const closed = closedAccount(`c:${i}`, FACE)
    index.add(closed)
    review('rejected', closed)
  }
  assert.equal(facts.rejectedLinks?.length, 128)
})

test('D1: of a deleted account the trail is forgotten', async () => {
  const { applyEvent } = await import('../facts/facts.ts')
  const { rememberForLineage } = await import('./lineage.ts')
  const facts = closedAccount('gone', FACE, {
    deviceTokens: ['d'],
    networkTokens: ['n'],
    trail: { handle: 'kestrel_lantern', handleSince: null, company: ['a'], tags: ['t'] },
  })
  const event = {
    id: 'e',
    type: 'account.deleted',
    at: new Date(NOW).toISOString(),
    account: 'gone',
  } as const
  applyEvent(facts, event, NOW, null)
  rememberForLineage(facts, event)
  assert.equal(facts.profile, null)
  assert.deepEqual([facts.deviceTokens, facts.networkTokens, facts.trail], [[], [], undefined])
  assert.deepEqual([facts.status, facts.closedFor], ['deleted', 'tvec8'])
})
