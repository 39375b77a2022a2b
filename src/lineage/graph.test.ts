import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountFacts } from '../model/facts.ts'
import type { Link } from '../model/link.ts'
import { NODES_MAX, readLineage } from './graph.ts'
import { closedAccount, NOW, openAccount } from './samples.ts'

const link = (account: string, closed: string, parts: Partial<Link> = {}): Link => ({
  id: `${account}-${closed}`,
  account,
  closedAccount: closed,
  tier: 'strong',
  bits: 30,
  at: new Date(NOW).toISOString(),
  trigger: 'account.created',
  status: 'proposed',
  waterfall: [],
  ...parts,
})
const from = (closed: string, generation: number): AccountFacts['lineage'] => ({
  closedAccount: closed,
  tier: 'strong',
  bits: 30,
  closedFor: 'tvec8',
  generation,
})
const source = (links: Link[], accounts: AccountFacts[]) => ({
  async *eachLink() {
    yield* links
  },
  account: async (id: string) => {
    const account = accounts.find((one) => one.id === id)
    return account === undefined ? undefined : { account }
  },
})

const chain = source(
  [
    link('b', 'a'),
    link('c', 'b'),
    link('c', 'x', { bits: 20, tier: 'possible' }),
    link('d', 'b'),
    link('e', 'x'),
  ],
  [
    closedAccount('a'),
    closedAccount('b', {}, { lineage: from('a', 1) }),
    openAccount('c', {}, { lineage: from('b', 2) }),
    openAccount('d', {}, { lineage: from('b', 2) }),
    closedAccount('x'),
    openAccount('e', {}, { lineage: from('x', 1) }),
  ],
)

test('a lineage is the accounts that standing links tie together, and the other links told of them', async () => {
  const graph = (await readLineage(chain, 'c'))!
  assert.deepEqual(graph.nodes.map(({ account, generation }) => [account, generation]).sort(), [
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['d', 2],
    ['x', 0],
  ])
  assert.deepEqual(
    graph.edges
      .filter(({ standing }) => standing)
      .map(({ account, closedAccount }) => `${account}<${closedAccount}`)
      .sort(),
    ['b<a', 'c<b', 'd<b'],
  )
  assert.equal(graph.edges.find(({ closedAccount }) => closedAccount === 'x')?.standing, false)
})

test('an account nobody knows has no lineage, and one that never came back stands alone', async () => {
  assert.equal(await readLineage(chain, 'nobody'), undefined)
  const alone = (await readLineage(source([], [openAccount('z')]), 'z'))!
  assert.deepEqual([alone.nodes.length, alone.edges.length, alone.cut], [1, 0, false])
})

test('a lineage without end is cut, and says so', async () => {
  const many = Array.from({ length: 1_000 }, (_, i) => `c:${i}`)
  const graph = (await readLineage(
    source(
      many.map((id) => link(id, 'a')),
      [closedAccount('a'), ...many.map((id) => openAccount(id, {}, { lineage: from('a', 1) }))],
    ),
    'a',
  ))!
  assert.ok(graph.nodes.length <= NODES_MAX && graph.cut)
})
