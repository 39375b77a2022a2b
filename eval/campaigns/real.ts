import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { generateMade } from '../../sim/generate.ts'
import { createCampaignWatch } from '../../src/campaigns/campaigns.ts'
import type { Evidence } from '../../src/campaigns/told.ts'
import { seededRandom } from '../../src/lib/random.ts'
import type { RawEvent } from '../../src/model/event.ts'
import type { Millis } from '../../src/model/ids.ts'
import type { Section, Target } from '../outcome.ts'
import { share } from '../table.ts'
import { read } from './world.ts'

const WINDOWS = ['nice-attack', 'paris-attack', 'october-2016-baseline'] as const
/** So many posts of ordinary people for one of the operation. */
const ORDINARY_PER_ROW = 20
/** Posts of the largest windows that are taken: past it, accounts are drawn, whole. */
const ROWS_MAX = 12_000
const HOUR = 3_600_000

interface Row {
  account: string
  time: string
  text: string
}

/** Windows of a real operation among ordinary posts: real ones, moved into the window, and the town’s for the rest. */
export async function measureReal(
  data: string,
  seed: number,
  progress: (line: string) => void,
): Promise<{ targets: Target[]; sections: Section[] }> {
  const rows: (string | number)[][] = []
  for (const name of WINDOWS) {
    progress(`real window: ${name}`)
    rows.push(await windowRow(name, data, seed))
  }
  return {
    targets: [],
    sections: [
      {
        title: 'Real windows of a documented operation, mixed 1 to 20 into ordinary traffic',
        prose: `Of windows with more than ${ROWS_MAX.toLocaleString('en-US')} rows whole accounts are drawn until there are as many. Sharing: accounts with a text that another account of the window posts too, in its first 100 characters; nobody else can be seen to act together. Nothing is read here: what is found is found by conduct alone. Ordinary traffic: posts of real ordinary accounts at random times of the window, and the town’s.`,
        columns: [
          'window',
          'rows',
          'accounts',
          'sharing',
          'ordinary events',
          'campaigns told',
          'first told after',
          'member precision',
          'member recall, sharing',
          'member recall, all',
        ],
        rows,
      },
    ],
  }
}

async function windowRow(name: string, data: string, seed: number) {
  const random = seededRandom(seed)
  const rows = drawn(csv(`${data}/campaigns/${name}.csv`) as unknown as Row[], random)
  const times = rows.map(({ time }) => Date.parse(`${time.replace(' ', 'T')}Z`))
  const from = times.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY)
  const to = times.reduce((most, time) => Math.max(most, time), 0)
  const operation = rows.map(
    (row, i): RawEvent => postOf(`op-${i}`, `op:${row.account}`, times[i]!, row.text),
  )
  const ordinary = ordinaryEvents(data, from, to, rows.length * ORDINARY_PER_ROW, seed)
  const findings = createCampaignWatch().observe(await read([...operation, ...ordinary], null))
  const last = new Map(findings.map(({ campaign }) => [campaign.id, campaign]))
  const standing = [...last.values()].filter(
    ({ evidence }) => (evidence as Evidence).mergedInto === undefined,
  )
  const members = new Set(standing.flatMap((campaign) => campaign.members.map(({ account }) => account)))
  const right = [...members].filter((account) => account.startsWith('op:'))
  const accounts = new Set(rows.map(({ account }) => `op:${account}`))
  const sharing = sharingAccounts(rows)
  const first = findings.find(
    ({ campaign }) =>
      campaign.members.filter(({ account }) => account.startsWith('op:')).length >
      campaign.members.length / 2,
  )
  return [
    name,
    rows.length,
    accounts.size,
    sharing.size,
    ordinary.length,
    standing.length,
    first === undefined ? 'not found' : `${((first.at - from) / HOUR).toFixed(1)} h`,
    share(right.length, members.size),
    share(right.filter((account) => sharing.has(account)).length, sharing.size),
    share(right.length, accounts.size),
  ]
}

const csv = (path: string) =>
  parse(readFileSync(path), { columns: true, relax_column_count: true }) as Record<string, string>[]

function drawn(rows: Row[], random: { next(): number }): Row[] {
  if (rows.length <= ROWS_MAX) return rows
  const order = new Map<string, number>()
  for (const { account } of rows) if (!order.has(account)) order.set(account, random.next())
  const part = ROWS_MAX / rows.length
  return rows.filter(({ account }) => order.get(account)! < part)
}

function sharingAccounts(rows: readonly Row[]): Set<string> {
  const byText = new Map<string, Set<string>>()
  for (const { account, text } of rows) {
    const accounts = byText.get(text.slice(0, 100)) ?? new Set()
    byText.set(text.slice(0, 100), accounts.add(`op:${account}`))
  }
  return new Set([...byText.values()].filter(({ size }) => size >= 2).flatMap((accounts) => [...accounts]))
}

function ordinaryEvents(data: string, from: Millis, to: Millis, count: number, seed: number): RawEvent[] {
  const random = seededRandom(seed + 1)
  const events: RawEvent[] = []
  csv(`${data}/accounts/ordinary.csv`).forEach(({ username, text }, i) => {
    if (events.length < count / 2)
      events.push(postOf(`real-${i}`, `real:${username}`, from + random.next() * (to - from), text ?? ''))
  })
  const left = count - events.length
  const eventsPerSecond = left / ((to - from) / 1_000)
  const people = Math.max(500, Math.min(50_000, Math.floor(left / 40)))
  for (const { event } of generateMade({
    seed,
    events: left,
    people,
    networkSize: 0,
    startAt: from,
    eventsPerSecond,
  }))
    events.push(event)
  return events
}

const postOf = (id: string, account: string, at: Millis, text: string): RawEvent => ({
  id: `event:${id}`,
  type: 'post.created',
  at: new Date(at).toISOString(),
  account,
  post: { id: `post:${id}`, text },
})
